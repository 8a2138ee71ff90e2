//! Law packs: versioned articles in our own words, read from `assets/law/*.ron`.

use super::calendar::{Period, Unit};
use super::limit::{Limit, LimitRule, RepresentativesRule};
use super::numerals::{han, split_number};
use crate::vocabulary::Locale;
use include_dir::{Dir, include_dir};
use indexmap::IndexMap;
use jiff::civil::Date;
use serde::Deserialize;
use std::fmt::Write as _;
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
    pub title: Bilingual,
    pub valid_from: Date,
    /// Set where our sources do not state the day on which it came into force.
    pub valid_from_unverified: bool,
    /// The last day on which it is in force; `None`: until further notice.
    pub valid_to: Option<Date>,
    pub source: String,
    /// Positions of its articles in the library.
    pub articles: std::ops::Range<u16>,
    /// The time limits it sets.
    pub limits: Vec<LimitRule>,
    /// What it says about representatives.
    pub representatives: Option<RepresentativesRule>,
}

impl LawPack {
    /// The act without the year of its version: `psapl` of `psapl2025`.
    pub fn act(&self) -> &str {
        self.id.trim_end_matches(|c: char| c.is_ascii_digit())
    }

    pub fn in_force(&self, on: Date) -> bool {
        self.valid_from <= on && self.valid_to.is_none_or(|last| on <= last)
    }
}

/// One article in our own words.
#[derive(Clone, Debug)]
pub struct Article {
    /// Position of its pack.
    pub pack: u16,
    /// As cited: `70`, `20(3)`.
    pub number: String,
    /// What the figure in brackets counts.
    pub part: Part,
    pub text: Bilingual,
    /// Set where no reliable source has been seen.
    pub unverified: bool,
}

/// What the bracketed figure of an article's number counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum Part {
    /// 款
    #[default]
    Paragraph,
    /// 项
    Item,
}

/// A text of a data file in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    pub zh: String,
    pub en: String,
}

impl Bilingual {
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
    pub packs: Vec<LawPack>,
    pub articles: Vec<Article>,
}

/// Why law packs cannot be used. `file` is the name the pack was handed in under.
#[derive(Clone, Debug, thiserror::Error, PartialEq)]
pub enum LawError {
    #[error("{file}: {error}")]
    Syntax { file: String, error: Box<ron::error::SpannedError> },
    #[error("{file}: the id `{id}` must be lower-case letters, digits and `-`, ending in the year: noise2022")]
    BadId { file: String, id: String },
    #[error("{file}: there is already a pack `{id}`")]
    DuplicatePack { file: String, id: String },
    #[error("{file}: it ends on {valid_to}, before it begins on {valid_from}")]
    EndsBeforeItBegins { file: String, valid_from: Date, valid_to: Date },
    #[error("{file}: title, source and every article need a text in both languages; `{what}` has none")]
    EmptyText { file: String, what: String },
    #[error("{file}: `{number}` is no article number; write 70, or 20(3) for a paragraph or item")]
    BadNumber { file: String, number: String },
    #[error("{file}: article {number} stands there twice")]
    DuplicateArticle { file: String, number: String },
    #[error("{file}: the pack has no articles")]
    NoArticles { file: String },
    #[error("{earlier} and {later} are versions of one act and both in force on {on}")]
    Overlap { earlier: String, later: String, on: Date },
    #[error("{file}: `{what}` rests on article {article}, which the pack does not hold")]
    RuleWithoutArticle { file: String, what: &'static str, article: String },
    #[error("{file}: the limit {limit:?} must be at least one day")]
    NoDays { file: String, limit: Limit },
    #[error("{first} and {second} both set the limit {limit:?}")]
    LimitTwice { first: String, second: String, limit: Limit },
    #[error("{file}: the collective threshold is at least 2 and the representatives at least 1")]
    BadRepresentatives { file: String },
    #[error("more than {} articles", u16::MAX)]
    TooMany,
}

/// Why a citation leads nowhere.
#[derive(Clone, Debug, thiserror::Error, PartialEq, Eq)]
pub enum CitationError {
    #[error("`{0}` is no citation; write pack/article, e.g. noise2022/70")]
    Malformed(String),
    #[error("there is no law pack `{pack}`{}", hint(.nearest))]
    UnknownPack { pack: String, nearest: Option<String> },
    #[error("the law pack `{pack}` holds no article `{number}`; it holds {}", .held.join(", "))]
    UnknownArticle { pack: String, number: String, held: Vec<String> },
    #[error("{citation} is not in force on {on}")]
    NotInForce { citation: String, on: Date },
}

fn hint(nearest: &Option<String>) -> String {
    nearest.as_ref().map(|id| format!("; did you mean `{id}`?")).unwrap_or_default()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PackSource {
    id: String,
    title: Bilingual,
    valid_from: Date,
    #[serde(default)]
    valid_from_unverified: bool,
    #[serde(default)]
    valid_to: Option<Date>,
    source: String,
    articles: Vec<ArticleSource>,
    #[serde(default)]
    limits: Vec<LimitSource>,
    #[serde(default)]
    representatives: Option<RepresentativesSource>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LimitSource {
    limit: Limit,
    article: String,
    days: u16,
    #[serde(default)]
    unit: Unit,
    #[serde(default)]
    hearing_apart: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RepresentativesSource {
    article: String,
    collective_threshold: u16,
    #[serde(default)]
    threshold_unverified: bool,
    max_representatives: u16,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ArticleSource {
    number: String,
    #[serde(default)]
    part: Part,
    zh: String,
    en: String,
    #[serde(default)]
    unverified: bool,
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

    /// Reads packs, each handed in as file name and text.
    pub fn parse(files: &[(&str, &str)]) -> Result<Self, LawError> {
        let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        let mut library = Self::default();
        for (file, text) in files {
            let source: PackSource = options
                .from_str(text.strip_prefix('\u{feff}').unwrap_or(text))
                .map_err(|error| LawError::Syntax { file: (*file).to_owned(), error: Box::new(error) })?;
            library.add(file, source)?;
        }
        library.check_versions()?;
        library.check_limits()?;
        Ok(library)
    }

    fn add(&mut self, file: &str, source: PackSource) -> Result<(), LawError> {
        let file = file.to_owned();
        if !is_pack_id(&source.id) {
            return Err(LawError::BadId { file, id: source.id });
        }
        if self.pack(&source.id).is_some() {
            return Err(LawError::DuplicatePack { file, id: source.id });
        }
        if let Some(valid_to) = source.valid_to.filter(|last| *last < source.valid_from) {
            return Err(LawError::EndsBeforeItBegins { file, valid_from: source.valid_from, valid_to });
        }
        if source.title.has_gap() {
            return Err(LawError::EmptyText { file, what: "title".to_owned() });
        }
        if source.source.trim().is_empty() {
            return Err(LawError::EmptyText { file, what: "source".to_owned() });
        }
        if source.articles.is_empty() {
            return Err(LawError::NoArticles { file });
        }
        let pack = u16::try_from(self.packs.len()).map_err(|_| LawError::TooMany)?;
        let first = self.articles.len();
        for article in source.articles {
            let ArticleSource { number, part, zh, en, unverified } = article;
            if split_number(&number).is_none() {
                return Err(LawError::BadNumber { file, number });
            }
            if self.articles[first..].iter().any(|held| held.number == number) {
                return Err(LawError::DuplicateArticle { file, number });
            }
            let text = Bilingual { zh, en };
            if text.has_gap() {
                return Err(LawError::EmptyText { file, what: number });
            }
            self.articles.push(Article { pack, number, part, text, unverified });
        }
        let end = u16::try_from(self.articles.len()).map_err(|_| LawError::TooMany)?;
        let held = |number: &str| (first as u16..end).map(ArticleIx).find(|ix| self[*ix].number == number);
        let without = |what, article: &str| LawError::RuleWithoutArticle {
            file: file.clone(),
            what,
            article: article.to_owned(),
        };
        let mut limits: Vec<LimitRule> = Vec::new();
        for LimitSource { limit, article, days, unit, hearing_apart } in source.limits {
            if days == 0 {
                return Err(LawError::NoDays { file, limit });
            }
            if limits.iter().any(|rule| rule.limit == limit) {
                return Err(LawError::LimitTwice { first: file.clone(), second: file, limit });
            }
            let article = held(&article).ok_or_else(|| without("limits", &article))?;
            limits.push(LimitRule { limit, article, period: Period { days, unit }, hearing_apart });
        }
        let representatives = match source.representatives {
            None => None,
            Some(rule) if rule.collective_threshold < 2 || rule.max_representatives == 0 => {
                return Err(LawError::BadRepresentatives { file });
            }
            Some(rule) => Some(RepresentativesRule {
                article: held(&rule.article).ok_or_else(|| without("representatives", &rule.article))?,
                collective_threshold: rule.collective_threshold,
                threshold_unverified: rule.threshold_unverified,
                max_representatives: rule.max_representatives,
            }),
        };
        self.packs.push(LawPack {
            id: source.id,
            title: source.title,
            valid_from: source.valid_from,
            valid_from_unverified: source.valid_from_unverified,
            valid_to: source.valid_to,
            source: source.source,
            articles: first as u16..end,
            limits,
            representatives,
        });
        Ok(())
    }

    /// On no day are two versions of one act in force.
    fn check_versions(&self) -> Result<(), LawError> {
        let mut acts: IndexMap<&str, Vec<&LawPack>> = IndexMap::new();
        for pack in &self.packs {
            acts.entry(pack.act()).or_default().push(pack);
        }
        for (_, mut versions) in acts {
            versions.sort_by_key(|pack| pack.valid_from);
            for (earlier, later) in versions.iter().zip(versions.iter().skip(1)) {
                if earlier.in_force(later.valid_from) {
                    return Err(LawError::Overlap {
                        earlier: earlier.id.clone(),
                        later: later.id.clone(),
                        on: later.valid_from,
                    });
                }
            }
        }
        Ok(())
    }

    /// One limit is set by one act.
    fn check_limits(&self) -> Result<(), LawError> {
        let mut seen: IndexMap<Limit, &LawPack> = IndexMap::new();
        for pack in &self.packs {
            for rule in &pack.limits {
                if let Some(other) = seen.insert(rule.limit, pack).filter(|other| other.act() != pack.act()) {
                    return Err(LawError::LimitTwice {
                        first: other.id.clone(),
                        second: pack.id.clone(),
                        limit: rule.limit,
                    });
                }
            }
        }
        Ok(())
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
    pub fn representatives_on(&self, on: Date) -> Option<&RepresentativesRule> {
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
    /// A bare article number also finds the only paragraph or item that the pack holds of it.
    pub fn resolve(&self, citation: &str) -> Result<ArticleIx, CitationError> {
        let malformed = || CitationError::Malformed(citation.to_owned());
        let (id, number) = citation.split_once('/').ok_or_else(malformed)?;
        if id.is_empty() || split_number(number).is_none() {
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
        let mut parts = articles().filter(|ix| held(ix).split('(').next() == Some(number));
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
        let article = &self[ix];
        let title = self.pack_of(ix).title.get(locale);
        // The parser has made sure that every number splits.
        let (number, sub) = split_number(&article.number).unwrap_or((0, None));
        let mut text = match locale {
            Locale::ZhCn => format!("《{title}》第{}条", han(number)),
            Locale::En => format!("{title}, Art. {number}"),
        };
        if let Some(sub) = sub {
            let _ = match (locale, article.part) {
                (Locale::ZhCn, Part::Paragraph) => write!(text, "第{}款", han(sub)),
                (Locale::ZhCn, Part::Item) => write!(text, "第（{}）项", han(sub)),
                (Locale::En, Part::Paragraph) => write!(text, ", para. {sub}"),
                (Locale::En, Part::Item) => write!(text, ", item {sub}"),
            };
        }
        text
    }
}

impl std::ops::Index<ArticleIx> for LawLibrary {
    type Output = Article;
    fn index(&self, ix: ArticleIx) -> &Article {
        &self.articles[ix.at()]
    }
}

/// `noise2022`: an act in ASCII, then a year.
fn is_pack_id(id: &str) -> bool {
    let act = id.trim_end_matches(|c: char| c.is_ascii_digit());
    act.starts_with(|c: char| c.is_ascii_lowercase())
        && act.ends_with(|c: char| c.is_ascii_lowercase())
        && act.chars().all(|c| c.is_ascii_lowercase() || c == '-')
        && id.len() - act.len() == 4
}
