//! The papers a reception desk issues, read from `assets/papers.ron`.

use super::sheet::{PaperField, Remedy};
use crate::procedure::law::{Bilingual, CitationError, LawLibrary};
use crate::procedure::limit::Limit;
use crate::procedure::stages::Actor;
use serde::Deserialize;
use std::sync::OnceLock;

/// A paper of the catalogue, by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PaperIx(pub u16);

impl PaperIx {
    /// The index as a position in a slice.
    #[inline]
    pub const fn at(self) -> usize {
        self.0 as usize
    }
}

/// A kind of paper.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaperKind {
    /// E.g. `path-notice`.
    pub id: String,
    /// As it is headed.
    pub title: Bilingual,
    /// Whether it goes into the visitor's hands; otherwise it stays in the house, and nobody is told anything by it.
    #[serde(default)]
    pub to_visitor: bool,
    /// What it must contain.
    pub must_contain: Vec<Bilingual>,
    /// The articles that ask for it; none: no law does.
    #[serde(default)]
    pub bases: Vec<PaperBasis>,
    /// The fields that must be filled, in the order of the sheet.
    pub required: Vec<PaperField>,
    /// The fields that may be filled or struck out.
    #[serde(default)]
    pub optional: Vec<PaperField>,
    /// The limit that its field `Deadline` has to name.
    #[serde(default)]
    pub states: Option<Limit>,
    /// The limit within which it has to be sealed.
    #[serde(default)]
    pub sealed_within: Option<Limit>,
    /// What its field `Remedy` has to name.
    #[serde(default)]
    pub remedy: Option<Remedy>,
    /// How many have to sign; 0: nobody.
    #[serde(default)]
    pub signatures: u8,
}

/// An article that asks for a paper.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaperBasis {
    /// As cited: `xf2022/23(2)`.
    pub article: String,
    /// Of which office; `None`: of any.
    #[serde(default)]
    pub by: Option<Actor>,
}

/// Every kind of paper that a desk can issue.
#[derive(Clone, Debug, Default)]
pub struct PaperCatalogue {
    /// By [`PaperIx`], in the order of the file.
    pub papers: Vec<PaperKind>,
}

/// Why a catalogue of papers cannot be used.
#[derive(Clone, Debug, thiserror::Error, PartialEq)]
pub enum PaperError {
    /// No such RON.
    #[error("papers: {0}")]
    Syntax(#[from] ron::error::SpannedError),
    /// An id that no file name or text id could hold.
    #[error("papers: the id `{0}` must be lower-case letters and `-`: path-notice")]
    BadId(String),
    /// Two kinds of one id.
    #[error("papers: `{0}` stands there twice")]
    Duplicate(String),
    /// A text that a reader would miss.
    #[error("papers: `{paper}`: {what} is missing in one language or altogether")]
    EmptyText {
        /// Id of the paper.
        paper: String,
        /// Which text.
        what: &'static str,
    },
    /// An article that leads nowhere.
    #[error("papers: `{paper}`: {error}")]
    Basis {
        /// Id of the paper.
        paper: String,
        /// Why it leads nowhere.
        error: CitationError,
    },
    /// A paper on which nothing needs to stand.
    #[error("papers: `{paper}` requires no field at all")]
    NoFields {
        /// Id of the paper.
        paper: String,
    },
    /// A field that is required twice.
    #[error("papers: `{paper}`: the field {field:?} stands there twice")]
    FieldTwice {
        /// Id of the paper.
        paper: String,
        /// The field in question.
        field: PaperField,
    },
    /// A rule about a field that need not be there.
    #[error("papers: `{paper}`: {rule} needs {field:?} among the required fields")]
    RuleWithoutField {
        /// Id of the paper.
        paper: String,
        /// Name of the rule.
        rule: &'static str,
        /// The field that it is about.
        field: PaperField,
    },
    /// More kinds than positions can tell apart.
    #[error("papers: more than {} kinds", u16::MAX)]
    TooMany,
}

impl PaperCatalogue {
    /// The catalogue that ships with the program.
    pub fn shipped() -> &'static Self {
        static SHIPPED: OnceLock<PaperCatalogue> = OnceLock::new();
        SHIPPED.get_or_init(|| {
            #[expect(clippy::expect_used, reason = "the embedded file is loaded by a test")]
            Self::parse(include_str!("../../../assets/papers.ron"), LawLibrary::shipped()).expect("shipped papers")
        })
    }

    /// Reads a catalogue whose bases are cited from `law`.
    ///
    /// # Errors
    ///
    /// [`PaperError`], the first thing that is wrong.
    pub fn parse(source: &str, law: &LawLibrary) -> Result<Self, PaperError> {
        let papers: Vec<PaperKind> = ron::Options::default()
            .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
            .from_str(source.strip_prefix('\u{feff}').unwrap_or(source))?;
        if papers.len() > usize::from(u16::MAX) {
            return Err(PaperError::TooMany);
        }
        for (at, paper) in papers.iter().enumerate() {
            let id = || paper.id.clone();
            if paper.id.is_empty() || !paper.id.chars().all(|c| c.is_ascii_lowercase() || c == '-') {
                return Err(PaperError::BadId(id()));
            }
            if papers[..at].iter().any(|other| other.id == paper.id) {
                return Err(PaperError::Duplicate(id()));
            }
            if paper.title.has_gap() {
                return Err(PaperError::EmptyText { paper: id(), what: "title" });
            }
            if paper.must_contain.is_empty() || paper.must_contain.iter().any(Bilingual::has_gap) {
                return Err(PaperError::EmptyText { paper: id(), what: "must_contain" });
            }
            paper.check_fields()?;
            for basis in &paper.bases {
                law.resolve(&basis.article).map_err(|error| PaperError::Basis { paper: id(), error })?;
            }
        }
        Ok(Self { papers })
    }

    /// The kind with this id.
    pub fn find(&self, id: &str) -> Option<PaperIx> {
        self.papers.iter().position(|p| p.id == id).map(|at| PaperIx(at as u16))
    }
}

impl PaperKind {
    /// The article that asks for it of this office, as cited; of an unknown office, the first.
    pub fn basis(&self, office: Option<Actor>) -> Option<&str> {
        // The Regulation knows petition offices and all the others.
        let office = office.map(|office| match office {
            Actor::PetitionOffice => office,
            _ => Actor::CompetentBody,
        });
        let asks = |basis: &&PaperBasis| office.is_none() || basis.by.is_none() || basis.by == office;
        self.bases.iter().find(asks).map(|basis| basis.article.as_str())
    }

    /// Whether it cannot do without a result.
    pub fn decides(&self) -> bool {
        self.required.contains(&PaperField::Result)
    }

    /// Whether the law asks it of others, and this office only writes it by custom.
    pub fn is_local_practice(&self, office: Option<Actor>) -> bool {
        !self.bases.is_empty() && self.basis(office).is_none()
    }

    fn check_fields(&self) -> Result<(), PaperError> {
        let paper = || self.id.clone();
        if self.required.is_empty() {
            return Err(PaperError::NoFields { paper: paper() });
        }
        let fields: Vec<PaperField> = self.required.iter().chain(&self.optional).copied().collect();
        if let Some((_, field)) = fields.iter().enumerate().find(|(at, field)| fields[..*at].contains(field)) {
            return Err(PaperError::FieldTwice { paper: paper(), field: *field });
        }
        let rules = [
            ("states", self.states.is_some(), PaperField::Deadline),
            ("sealed_within", self.sealed_within.is_some(), PaperField::SealDate),
            ("remedy", self.remedy.is_some(), PaperField::Remedy),
            ("signatures", self.signatures > 0, PaperField::Signatures),
        ];
        match rules.into_iter().find(|(_, set, field)| *set && !self.required.contains(field)) {
            Some((rule, _, field)) => Err(PaperError::RuleWithoutField { paper: paper(), rule, field }),
            None => Ok(()),
        }
    }
}

impl std::ops::Index<PaperIx> for PaperCatalogue {
    type Output = PaperKind;
    fn index(&self, ix: PaperIx) -> &PaperKind {
        &self.papers[ix.at()]
    }
}
