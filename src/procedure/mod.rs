//! What the rules demand: law packs and papers (stages and deadlines join here).

pub mod law;
pub mod papers;

pub use law::{ArticleIx, CitationError, LawError, LawLibrary};
pub use papers::{PaperCatalogue, PaperError, PaperIx};
