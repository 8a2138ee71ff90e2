//! Law packs: versioned articles in our own words, read from `assets/law/*.ron`.

mod place;
mod reading;

pub use place::ArticlePlace;
pub use reading::LawError;

use super::limit::{CollectiveVisitRule, Limit, LimitRule};
use crate::vocabulary::Locale;
use include_dir::{Dir, include_dir};
use jiff::civil::Date;
use place::is_number;
use serde::Deserialize;
use std::sync::OnceLock;

static FILES: Dir = include_dir!("$CARGO_MANIFEST_DIR/assets/law");

/// An article of the law library, by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleIx(pub u16);

impl ArticleIx {
    /// The index as a position in a slice.
    #[inline]
    pub const fn at(self) -> usize {
        self.0 as usize
    }
}

/// A law pack: one act or regulation, in one version.
#[derive(Clone, Debug)]
pub struct LawPack {
    /// E.g. `noise2022`: the act, then the year of the version.
    pub id: String,
    /// Its name, without the version.
    pub title: Bilingual,
    /// The first day on which it is in force.
    pub valid_from: Date,
    /// Set where our sources do not state the day on which it came into force.
    pub valid_from_unverified: bool,
    /// The last day on which it is in force; `None`: until further notice.
    pub valid_to: Option<Date>,
    /// Where it was read.
    pub source: String,
    /// Positions of its articles in the library.
    pub articles: std::ops::Range<u16>,
    /// The time limits it sets.
    pub limits: Vec<LimitRule>,
    /// What it says about representatives.
    pub representatives: Option<CollectiveVisitRule>,
}

impl LawPack {
    /// The act without the year of its version: `psapl` of `psapl2025`.
    pub fn act(&self) -> &str {
        self.id.trim_end_matches(|c: char| c.is_ascii_digit())
    }

    /// Whether it is in force on this day, its first and last included.
    pub fn in_force(&self, on: Date) -> bool {
        self.valid_from <= on && self.valid_to.is_none_or(|last| on <= last)
    }
}

/// One article in our own words.
#[derive(Clone, Debug)]
pub struct Article {
    /// Position of its pack.
    pub pack: u16,
    /// Its number, and paragraph and item where the law has them.
    pub place: ArticlePlace,
    /// The place as cited: `70`, `20(3)`.
    pub number: String,
    /// What it says, in our own words.
    pub text: Bilingual,
    /// Set where no reliable source has been seen.
    pub unverified: bool,
}

/// A text of a data file in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}

impl Bilingual {
    /// In this language.
    pub fn get(&self, locale: Locale) -> &str {
        match locale {
            Locale::ZhCn => &self.zh,
            Locale::En => &self.en,
        }
    }

    pub(super) fn has_gap(&self) -> bool {
        self.zh.trim().is_empty() || self.en.trim().is_empty()
    }
}

/// All law packs at hand.
#[derive(Clone, Debug, Default)]
pub struct LawLibrary {
    /// In the order in which they were read.
    pub packs: Vec<LawPack>,
    /// Of all packs, by [`ArticleIx`].
    pub articles: Vec<Article>,
}

/// Why a citation leads nowhere.
#[derive(Clone, Debug, thiserror::Error, PartialEq, Eq)]
pub enum CitationError {
    /// Not of the form `pack/article`.
    #[error("`{0}` is no citation; write pack/article, e.g. noise2022/70")]
    Malformed(String),
    /// A pack that is not at hand.
    #[error("there is no law pack `{pack}`{}", hint(.nearest))]
    UnknownPack {
        /// As cited.
        pack: String,
        /// The id of a pack that is written alike.
        nearest: Option<String>,
    },
    /// An article that the pack does not hold.
    #[error("the law pack `{pack}` holds no article `{number}`; it holds {}", .held.join(", "))]
    UnknownArticle {
        /// As cited.
        pack: String,
        /// As cited.
        number: String,
        /// The numbers that the pack does hold.
        held: Vec<String>,
    },
    /// No version of the pack is in force on the day in question.
    #[error("{citation} is not in force on {on}")]
    NotInForce {
        /// As cited.
        citation: String,
        /// The day in question.
        on: Date,
    },
}

fn hint(nearest: &Option<String>) -> String {
    nearest.as_ref().map(|id| format!("; did you mean `{id}`?")).unwrap_or_default()
}

impl LawLibrary {
    /// The packs that ship with the program, in the order of their file names.
    pub fn shipped() -> &'static Self {
        static SHIPPED: OnceLock<LawLibrary> = OnceLock::new();
        SHIPPED.get_or_init(|| {
            let mut files: Vec<(&str, &str)> = FILES
                .files()
                .filter_map(|file| Some((file.path().file_name()?.to_str()?, file.contents_utf8()?)))
                .filter(|(name, _)| name.ends_with(".ron"))
                .collect();
            files.sort_unstable();
            #[expect(clippy::expect_used, reason = "the embedded files are loaded by a test")]
            Self::parse(&files).expect("shipped law packs")
        })
    }

    /// The rule for a limit that began to run on this day.
    pub fn limit_on(&self, limit: Limit, on: Date) -> Option<&LimitRule> {
        self.packs
            .iter()
            .filter(|pack| pack.in_force(on))
            .flat_map(|pack| &pack.limits)
            .find(|rule| rule.limit == limit)
    }

    /// The rule about representatives on this day.
    pub fn representatives_on(&self, on: Date) -> Option<&CollectiveVisitRule> {
        self.packs.iter().filter(|pack| pack.in_force(on)).find_map(|pack| pack.representatives.as_ref())
    }

    /// The pack with this id.
    pub fn pack(&self, id: &str) -> Option<&LawPack> {
        self.packs.iter().find(|pack| pack.id == id)
    }

    /// The article cited as `noise2022/70`.
    pub fn find(&self, citation: &str) -> Option<ArticleIx> {
        self.resolve(citation).ok()
    }

    /// The article cited as `noise2022/70`, or what is wrong with the citation.
    ///
    /// The number of an article, or of a paragraph, also finds the only part that the pack holds of it.
    ///
    /// # Errors
    ///
    /// [`CitationError`]: no citation, no such pack, or no such article of it.
    pub fn resolve(&self, citation: &str) -> Result<ArticleIx, CitationError> {
        let malformed = || CitationError::Malformed(citation.to_owned());
        let (id, number) = citation.split_once('/').ok_or_else(malformed)?;
        if id.is_empty() || !is_number(number) {
            return Err(malformed());
        }
        let Some(pack) = self.pack(id) else {
            return Err(CitationError::UnknownPack { pack: id.to_owned(), nearest: self.nearest_pack(id) });
        };
        let held = |ix: &ArticleIx| self[*ix].number.as_str();
        let articles = || pack.articles.clone().map(ArticleIx);
        if let Some(ix) = articles().find(|ix| held(ix) == number) {
            return Ok(ix);
        }
        let part_of = |held: &str| held.strip_prefix(number).is_some_and(|rest| rest.starts_with('('));
        let mut parts = articles().filter(|ix| part_of(held(ix)));
        match (parts.next(), parts.next()) {
            (Some(only), None) => Ok(only),
            _ => Err(CitationError::UnknownArticle {
                pack: id.to_owned(),
                number: number.to_owned(),
                held: articles().map(|ix| held(&ix).to_owned()).collect(),
            }),
        }
    }

    /// Like [`Self::resolve`], for a matter of this day.
    ///
    /// # Errors
    ///
    /// [`CitationError`], also where the pack was not in force on that day.
    pub fn resolve_on(&self, citation: &str, on: Date) -> Result<ArticleIx, CitationError> {
        let ix = self.resolve(citation)?;
        if self.in_force(ix, on) {
            Ok(ix)
        } else {
            Err(CitationError::NotInForce { citation: citation.to_owned(), on })
        }
    }

    fn nearest_pack(&self, id: &str) -> Option<String> {
        (self.packs.iter().map(|pack| (strsim::damerau_levenshtein(id, &pack.id), &pack.id)))
            .min_by_key(|(distance, _)| *distance)
            .filter(|(distance, _)| *distance <= 3)
            .map(|(_, id)| id.clone())
    }

    /// The article, if the index belongs to this library.
    pub fn get(&self, ix: ArticleIx) -> Option<&Article> {
        self.articles.get(ix.at())
    }

    /// The pack that holds the article.
    pub fn pack_of(&self, ix: ArticleIx) -> &LawPack {
        &self.packs[usize::from(self[ix].pack)]
    }

    /// Whether the article is in force on this day.
    pub fn in_force(&self, ix: ArticleIx, on: Date) -> bool {
        self.pack_of(ix).in_force(on)
    }

    /// The citation as a person reads it: 《噪声污染防治法》第七十条, “Noise Pollution Act, Art. 70”.
    pub fn citation(&self, ix: ArticleIx, locale: Locale) -> String {
        let (title, place) = (self.pack_of(ix).title.get(locale), self[ix].place.spelled(locale));
        match locale {
            Locale::ZhCn => format!("《{title}》{place}"),
            Locale::En => format!("{title}, {place}"),
        }
    }

    /// The citation as data write it: `noise2022/70`.
    pub fn cited(&self, ix: ArticleIx) -> String {
        format!("{}/{}", self.pack_of(ix).id, self[ix].number)
    }
}

impl std::ops::Index<ArticleIx> for LawLibrary {
    type Output = Article;
    fn index(&self, ix: ArticleIx) -> &Article {
        &self.articles[ix.at()]
    }
}
