//! Acts that writing or handing in carries by itself, without the author's saying so.

use super::frame::TaskFrame;
use crate::procedure::{Class, EntryIs, PaperCatalogue, PaperIx};
use crate::scenario::model::{Act, Arg};
use crate::vocabulary::{ActCatalogue, ActIx};

/// Paper that registers a matter: filling it is registering.
const REGISTRATION: &str = "registration-form";

pub(super) fn act_called(name: &str) -> Option<Act> {
    ActCatalogue::shipped().find(name).map(|kind| Act { kind, arg: Arg::None })
}

/// What handing in a paper does: a registration form registers, any other paper is issued.
pub(super) fn handed_in(paper: PaperIx) -> impl Iterator<Item = Act> {
    let registers = PaperCatalogue::shipped()[paper].id == REGISTRATION;
    let act = match registers {
        true => act_called("Register"),
        false => ActCatalogue::shipped().find("IssuePaper").map(|kind| Act { kind, arg: Arg::Paper(paper) }),
    };
    act.into_iter()
}

/// What an entry does to who hears or reads it.
pub(super) fn implied(is: EntryIs, frame: &TaskFrame) -> impl Iterator<Item = Act> {
    let with = |name: &str, arg: Arg| ActCatalogue::shipped().find(name).map(|kind: ActIx| Act { kind, arg });
    let act = match is {
        EntryIs::Article(article) | EntryIs::Unfit(article) | EntryIs::Lapsed(article) => {
            with("CitePolicy", Arg::Article(article))
        }
        EntryIs::Accused if frame.matter.class == Some(Class::Accusation) => act_called("Leak"),
        EntryIs::Vague | EntryIs::NoArticle => act_called("CiteVaguely"),
        EntryIs::Route => act_called("NameBody"),
        EntryIs::Elsewhere => act_called("Deflect"),
        EntryIs::Days(_) | EntryIs::WorkingDays(_) | EntryIs::Date(_) => act_called("NameDate"),
        EntryIs::Soon => act_called("VagueHope"),
        EntryIs::Extra => act_called("CollectExtra"),
        EntryIs::Judged => act_called("Prejudge"),
        EntryIs::Source if frame.seen_by_others => act_called("Leak"),
        _ => None,
    };
    act.into_iter()
}

/// What an ID number in full does, and what one with its middle masked does.
pub(super) fn by_id_number(frame: &TaskFrame) -> (Option<Act>, Option<Act>) {
    let leak = if frame.seen_by_others { act_called("Leak") } else { None };
    (leak, act_called("MaskIdentity"))
}
