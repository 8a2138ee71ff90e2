//! Acts that writing or handing in carries by itself, without the author's saying so.

use super::frame::TaskFrame;
use crate::procedure::{Class, EntryIs, PaperCatalogue, PaperIx};
use crate::scenario::model::{Act, Arg};
use crate::vocabulary::ActCatalogue;
use crate::vocabulary::acts::Carrier;

/// Paper that registers a matter: filling it is registering.
const REGISTRATION: &str = "registration-form";

/// The act that something carries when it is written or handed in.
fn carried(by: Carrier, arg: Arg) -> Option<Act> {
    ActCatalogue::shipped().carried_by(by).map(|kind| Act { kind, arg })
}

/// What handing in a paper does: a registration form registers, any other paper is issued.
pub(super) fn handed_in(paper: PaperIx) -> Option<Act> {
    match PaperCatalogue::shipped()[paper].id == REGISTRATION {
        true => carried(Carrier::Registration, Arg::None),
        false => carried(Carrier::Paper, Arg::Paper(paper)),
    }
}

/// What an entry does to who hears or reads it.
pub(super) fn implied(is: EntryIs, frame: &TaskFrame) -> Option<Act> {
    let (by, arg) = match is {
        EntryIs::Article(article) | EntryIs::Unfit(article) | EntryIs::Lapsed(article) => {
            (Carrier::Article, Arg::Article(article))
        }
        EntryIs::Accused if frame.matter.class == Some(Class::Accusation) => (Carrier::Identity, Arg::None),
        EntryIs::Vague | EntryIs::NoArticle => (Carrier::VagueArticle, Arg::None),
        EntryIs::Route => (Carrier::Body, Arg::None),
        EntryIs::Elsewhere => (Carrier::Elsewhere, Arg::None),
        EntryIs::Days(_) | EntryIs::WorkingDays(_) | EntryIs::Date(_) => (Carrier::Date, Arg::None),
        EntryIs::Soon => (Carrier::Soon, Arg::None),
        EntryIs::Extra => (Carrier::Extra, Arg::None),
        EntryIs::Judged => (Carrier::Judged, Arg::None),
        EntryIs::Source if frame.seen_by_others => (Carrier::Identity, Arg::None),
        _ => return None,
    };
    carried(by, arg)
}

/// What an ID number in full does, and what one with its middle masked does.
pub(super) fn by_id_number(frame: &TaskFrame) -> (Option<Act>, Option<Act>) {
    let leak = if frame.seen_by_others { carried(Carrier::Identity, Arg::None) } else { None };
    (leak, carried(Carrier::MaskedIdentity, Arg::None))
}
