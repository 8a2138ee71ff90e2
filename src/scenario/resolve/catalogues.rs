//! Names of what ships with the program: acts, law packs and their articles, papers.

use super::super::diagnostic::{Code, Hint, suggest};
use super::super::own_law::OwnLaw;
use super::super::source::Str;
use super::diagnostics::Diagnostics;
use crate::procedure::{ArticleIx, PaperCatalogue, PaperIx};
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

/// The law that can be cited, as it stands on the day of the scenario; on any day where that is not known.
#[derive(Clone, Copy)]
pub(super) struct CitableLaw<'s> {
    pub own: &'s OwnLaw,
    pub plays_on: Option<Date>,
}

impl CitableLaw<'_> {
    /// Whether there is a pack of this name; one that could not be read was told of already.
    pub fn has_pack(self, id: &Str, span: Range<usize>, diagnostics: &mut Diagnostics) -> bool {
        let packs = &self.own.library().packs;
        let found = packs.iter().any(|known| known.id == id.as_str());
        if !found && !self.is_broken(id.as_str()) {
            let hint = suggest(id.as_str(), packs.iter().map(|known| &known.id));
            diagnostics.out.push(diagnostics.problem(Code::UnknownLaw, span).with("name", id.as_str()).hint(hint));
        }
        found
    }

    /// An article in force on the day.
    pub fn article(self, citation: &Str, span: Range<usize>, diagnostics: &mut Diagnostics) -> Option<ArticleIx> {
        let library = self.own.library();
        let Some(found) = library.find(citation.as_str()) else {
            self.unknown(citation.as_str(), span, diagnostics);
            return None;
        };
        let pack = library.packs.get(library[found].pack as usize)?;
        if let Some(day) = self.plays_on
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

    /// An article that is not in force on the day.
    pub fn lapsed(self, citation: &Str, span: Range<usize>, diagnostics: &mut Diagnostics) -> Option<ArticleIx> {
        let library = self.own.library();
        let Some(found) = library.find(citation.as_str()) else {
            self.unknown(citation.as_str(), span, diagnostics);
            return None;
        };
        if self.plays_on.is_some_and(|day| library.resolve_on(citation.as_str(), day).is_ok()) {
            let problem = diagnostics.problem(Code::EntryArgument, span).with("name", "Lapsed");
            diagnostics.out.push(problem.hint(Some(Hint::Text("hint-not-lapsed"))));
            return None;
        }
        Some(found)
    }

    fn unknown(self, citation: &str, span: Range<usize>, diagnostics: &mut Diagnostics) {
        let library = self.own.library();
        let pack = citation.split('/').next().unwrap_or_default();
        if self.is_broken(pack) {
            return;
        }
        let of_pack: Vec<String> = (library.packs.iter().filter(|known| known.id == pack))
            .flat_map(|known| known.articles.clone().map(move |at| (known, at)))
            .filter_map(|(known, at)| Some(format!("{}/{}", known.id, library.articles.get(at as usize)?.number)))
            .collect();
        // An article of which the pack holds several parts: these are they.
        let begun = format!("{citation}(");
        let parts: Vec<String> = of_pack.iter().filter(|known| known.starts_with(&begun)).cloned().collect();
        let hint = if of_pack.is_empty() {
            suggest(pack, library.packs.iter().map(|known| &known.id))
        } else if parts.is_empty() {
            suggest(citation, of_pack)
        } else {
            Some(Hint::OneOf(parts))
        };
        diagnostics.out.push(diagnostics.problem(Code::UnknownArticle, span).with("name", citation).hint(hint));
    }

    fn is_broken(self, pack: &str) -> bool {
        self.own.broken.iter().any(|id| id == pack)
    }
}
