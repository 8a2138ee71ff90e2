//! Names of what ships with the program: acts, law packs and their articles, papers.

use super::super::diagnostic::{Code, suggest};
use super::super::source::Str;
use super::diagnostics::Diagnostics;
use crate::procedure::{ArticleIx, LawLibrary, PaperCatalogue, PaperIx};
use crate::vocabulary::{ActCatalogue, ActIx};
use jiff::civil::Date;
use std::ops::Range;

/// The act of this name.
pub(super) fn act_named(name: &str, diagnostics: &mut Diagnostics) -> Option<ActIx> {
    let catalogue = ActCatalogue::shipped();
    let found = catalogue.find(name);
    if found.is_none() {
        let span = diagnostics.slice_span(name);
        let hint = suggest(name, catalogue.iter().map(|(_, act)| &act.name));
        diagnostics.out.push(diagnostics.problem(Code::UnknownAct, span).with("name", name).hint(hint));
    }
    found
}

pub(super) fn paper(id: &Str, span: Range<usize>, diagnostics: &mut Diagnostics) -> Option<PaperIx> {
    let catalogue = PaperCatalogue::shipped();
    let found = catalogue.find(id.as_str());
    if found.is_none() {
        let hint = suggest(id.as_str(), catalogue.papers.iter().map(|paper| &paper.id));
        diagnostics.out.push(diagnostics.problem(Code::UnknownPaper, span).with("name", id.as_str()).hint(hint));
    }
    found
}

/// Whether there is a law pack of this name.
pub(super) fn law_pack(id: &Str, span: Range<usize>, diagnostics: &mut Diagnostics) -> bool {
    let packs = &LawLibrary::shipped().packs;
    let found = packs.iter().any(|known| known.id == id.as_str());
    if !found {
        let hint = suggest(id.as_str(), packs.iter().map(|known| &known.id));
        diagnostics.out.push(diagnostics.problem(Code::UnknownLaw, span).with("name", id.as_str()).hint(hint));
    }
    found
}

/// An article in force on the day of the scenario; on any day where that is not known.
pub(super) fn article(
    citation: &Str,
    plays_on: Option<Date>,
    span: Range<usize>,
    diagnostics: &mut Diagnostics,
) -> Option<ArticleIx> {
    let library = LawLibrary::shipped();
    let Some(found) = library.find(citation.as_str()) else {
        let pack = citation.as_str().split('/').next().unwrap_or_default();
        let of_pack: Vec<String> = (library.packs.iter().filter(|known| known.id == pack))
            .flat_map(|known| known.articles.clone().map(move |at| (known, at)))
            .filter_map(|(known, at)| Some(format!("{}/{}", known.id, library.articles.get(at as usize)?.number)))
            .collect();
        let hint = if of_pack.is_empty() {
            suggest(pack, library.packs.iter().map(|known| &known.id))
        } else {
            suggest(citation.as_str(), of_pack)
        };
        diagnostics
            .out
            .push(diagnostics.problem(Code::UnknownArticle, span).with("name", citation.as_str()).hint(hint));
        return None;
    };
    let pack = library.packs.get(library[found].pack as usize)?;
    if let Some(day) = plays_on
        && (day < pack.valid_from || pack.valid_to.is_some_and(|last| day > last))
    {
        let until = pack.valid_to.map_or_else(|| "…".to_owned(), |last| last.to_string());
        let problem = (diagnostics.problem(Code::NotInForce, span).with("name", citation.as_str()))
            .with("day", day.to_string())
            .with("from", pack.valid_from.to_string())
            .with("until", until);
        diagnostics.out.push(problem);
        return None;
    }
    Some(found)
}
