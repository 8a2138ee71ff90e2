//! The papers a reception desk issues, read from `assets/papers.ron`.

use super::law::Bilingual;

/// A paper of the catalogue, by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PaperIx(pub u16);

/// A kind of paper.
#[derive(Clone, Debug)]
pub struct PaperKind {
    /// E.g. `path-notice`.
    pub id: String,
    pub title: Bilingual,
    /// What it must contain.
    pub must_contain: Vec<Bilingual>,
    /// Where it is required, e.g. `xf2022/23`.
    pub basis: Option<String>,
}

#[derive(Clone, Debug, Default)]
pub struct PaperCatalogue {
    pub papers: Vec<PaperKind>,
}

impl PaperCatalogue {
    pub fn find(&self, id: &str) -> Option<PaperIx> {
        self.papers
            .iter()
            .position(|p| p.id == id)
            .map(|at| PaperIx(at as u16))
    }
}

impl std::ops::Index<PaperIx> for PaperCatalogue {
    type Output = PaperKind;
    fn index(&self, ix: PaperIx) -> &PaperKind {
        &self.papers[ix.0 as usize]
    }
}
