//! Reading law packs: RON in, a library or what is wrong with it out.

use super::place::ArticlePlace;
use super::{Article, ArticleIx, Bilingual, LawLibrary, LawPack};
use crate::procedure::calendar::{Period, Unit};
use crate::procedure::limit::{CollectiveVisitRule, Limit, LimitRule};
use indexmap::IndexMap;
use jiff::civil::Date;
use serde::Deserialize;

/// Why law packs cannot be used. `file` is the name the pack was handed in under.
#[derive(Clone, Debug, thiserror::Error, PartialEq)]
pub enum LawError {
    /// No such RON.
    #[error("{file}: {error}")]
    Syntax {
        /// File it stands in.
        file: String,
        /// What RON says, with its place.
        error: Box<ron::error::SpannedError>,
    },
    /// An id that names no version.
    #[error("{file}: the id `{id}` must be lower-case letters, digits and `-`, ending in the year: noise2022")]
    BadId {
        /// File it stands in.
        file: String,
        /// As written.
        id: String,
    },
    /// Two packs of one id.
    #[error("{file}: there is already a pack `{id}`")]
    DuplicatePack {
        /// File of the second.
        file: String,
        /// Id of both.
        id: String,
    },
    /// In force from a day after its last.
    #[error("{file}: it ends on {valid_to}, before it begins on {valid_from}")]
    EndsBeforeItBegins {
        /// File it stands in.
        file: String,
        /// First day as written.
        valid_from: Date,
        /// Last day as written.
        valid_to: Date,
    },
    /// A text that a reader would miss.
    #[error("{file}: title, source and every article need a text in both languages; `{what}` has none")]
    EmptyText {
        /// File it stands in.
        file: String,
        /// Which text.
        what: String,
        /// Which of several, from 0 in the order of the file; `None` where there is one.
        nth: Option<usize>,
    },
    /// An article number that is none.
    #[error("{file}: {number} is no place in a law; article, paragraph and item are numbers from 1")]
    BadNumber {
        /// File it stands in.
        file: String,
        /// As written.
        number: String,
        /// Which article, from 0 in the order of the file.
        nth: usize,
    },
    /// One article twice in a pack.
    #[error("{file}: article {number} stands there twice")]
    DuplicateArticle {
        /// File it stands in.
        file: String,
        /// The number of both.
        number: String,
        /// Which is the second, from 0 in the order of the file.
        nth: usize,
    },
    /// A pack without articles.
    #[error("{file}: the pack has no articles")]
    NoArticles {
        /// File it stands in.
        file: String,
    },
    /// Two versions of one act at the same time.
    #[error("{earlier} and {later} are versions of one act and both in force on {on}")]
    Overlap {
        /// Id of the earlier one.
        earlier: String,
        /// Id of the later one.
        later: String,
        /// A day on which both are in force.
        on: Date,
    },
    /// A limit or figure that no article of the pack sets.
    #[error("{file}: `{what}` rests on article {article}, which the pack does not hold")]
    RuleWithoutArticle {
        /// File it stands in.
        file: String,
        /// Which of the rules.
        what: &'static str,
        /// Number of the article as written.
        article: String,
    },
    /// A limit of no days.
    #[error("{file}: the limit {limit:?} must be at least one day")]
    NoDays {
        /// File it stands in.
        file: String,
        /// The limit in question.
        limit: Limit,
    },
    /// Two packs in force at the same time set one limit.
    #[error("{first} and {second} both set the limit {limit:?}")]
    LimitTwice {
        /// Id of the first pack.
        first: String,
        /// Id of the second.
        second: String,
        /// The limit in question.
        limit: Limit,
    },
    /// Figures for collective visits that nobody could keep.
    #[error("{file}: the collective threshold is at least 2 and the representatives at least 1")]
    BadRepresentatives {
        /// File it stands in.
        file: String,
    },
    /// A pack under another name than its id.
    #[error("{file}: the file must be called as the pack in it: {id}.ron")]
    OtherName {
        /// Name of the file.
        file: String,
        /// Id of the pack in it.
        id: String,
    },
    /// Local rules that would change the time limits of the law.
    #[error("{file}: a pack of local rules sets no `{what}`; only the packs that ship do")]
    OwnRules {
        /// File it stands in.
        file: String,
        /// Which of them.
        what: &'static str,
    },
    /// More articles than positions can tell apart.
    #[error("more than {} articles", u16::MAX)]
    TooMany,
}

impl LawError {
    /// The article of the pack that it is about, by its position.
    pub const fn article(&self) -> Option<usize> {
        match self {
            Self::EmptyText { nth, .. } => *nth,
            Self::BadNumber { nth, .. } | Self::DuplicateArticle { nth, .. } => Some(*nth),
            _ => None,
        }
    }
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
    article: u16,
    #[serde(default)]
    paragraph: Option<u16>,
    #[serde(default)]
    item: Option<u16>,
    zh: String,
    en: String,
    #[serde(default)]
    unverified: bool,
}

fn read(file: &str, text: &str) -> Result<PackSource, LawError> {
    ron::Options::default()
        .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
        .from_str(text.strip_prefix('\u{feff}').unwrap_or(text))
        .map_err(|error| LawError::Syntax { file: file.to_owned(), error: Box::new(error) })
}

impl LawLibrary {
    /// Reads packs, each handed in as file name and text.
    ///
    /// # Errors
    ///
    /// [`LawError`], the first thing that is wrong, with its file.
    pub fn parse(files: &[(&str, &str)]) -> Result<Self, LawError> {
        let mut library = Self::default();
        for (file, text) in files {
            library.add(file, read(file, text)?)?;
        }
        library.check_versions()?;
        library.check_limits()?;
        Ok(library)
    }

    /// These packs and one of local rules: its articles can be cited beside the others, whose positions stay. It may not
    /// carry the id of another pack, nor set time limits, which the law alone does.
    ///
    /// # Errors
    ///
    /// [`LawError`]; the library stays as it was.
    pub fn take_in(&mut self, file: &str, text: &str) -> Result<(), LawError> {
        let source = read(file, text)?;
        let stem = file.rsplit('/').next().and_then(|name| name.strip_suffix(".ron")).unwrap_or(file);
        if is_pack_id(&source.id) && stem != source.id {
            return Err(LawError::OtherName { file: file.to_owned(), id: source.id });
        }
        let rules = [("limits", !source.limits.is_empty()), ("representatives", source.representatives.is_some())];
        if let Some((what, _)) = rules.into_iter().find(|(_, set)| *set) {
            return Err(LawError::OwnRules { file: file.to_owned(), what });
        }
        let before = (self.packs.len(), self.articles.len());
        let taken = self.add(file, source).and_then(|()| self.check_versions());
        if taken.is_err() {
            self.packs.truncate(before.0);
            self.articles.truncate(before.1);
        }
        taken
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
            return Err(LawError::EmptyText { file, what: "title".to_owned(), nth: None });
        }
        if source.source.trim().is_empty() {
            return Err(LawError::EmptyText { file, what: "source".to_owned(), nth: None });
        }
        if source.articles.is_empty() {
            return Err(LawError::NoArticles { file });
        }
        let pack = u16::try_from(self.packs.len()).map_err(|_| LawError::TooMany)?;
        let first = self.articles.len();
        for (nth, article) in source.articles.into_iter().enumerate() {
            let ArticleSource { article, paragraph, item, zh, en, unverified } = article;
            let place = ArticlePlace { article, paragraph, item };
            let number = place.to_string();
            if !place.is_sound() {
                return Err(LawError::BadNumber { file, number, nth });
            }
            if self.articles[first..].iter().any(|held| held.number == number) {
                return Err(LawError::DuplicateArticle { file, number, nth });
            }
            let text = Bilingual { zh, en };
            if text.has_gap() {
                return Err(LawError::EmptyText { file, what: number, nth: Some(nth) });
            }
            self.articles.push(Article { pack, place, number, text, unverified });
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
            Some(rule) => Some(CollectiveVisitRule {
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
}

/// `noise2022`: an act in ASCII, then a year.
fn is_pack_id(id: &str) -> bool {
    let act = id.trim_end_matches(|c: char| c.is_ascii_digit());
    act.starts_with(|c: char| c.is_ascii_lowercase())
        && act.ends_with(|c: char| c.is_ascii_lowercase())
        && act.chars().all(|c| c.is_ascii_lowercase() || c == '-')
        && id.len() - act.len() == 4
}
