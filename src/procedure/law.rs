//! Law packs: versioned articles in our own words, read from `assets/law/*.ron`.

/// An article of the law library, by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleIx(pub u16);

/// A law pack: one act or regulation, in one version.
#[derive(Clone, Debug)]
pub struct LawPack {
    /// E.g. `noise2022`.
    pub id: String,
    pub title: Bilingual,
    pub valid_from: jiff::civil::Date,
    /// The last day on which it is in force; `None`: until further notice.
    pub valid_to: Option<jiff::civil::Date>,
    pub source: String,
    /// Positions of its articles in the library.
    pub articles: std::ops::Range<u16>,
}

/// One article in our own words.
#[derive(Clone, Debug)]
pub struct Article {
    /// Position of its pack.
    pub pack: u16,
    /// As cited: `70`, `20(3)`.
    pub number: String,
    pub text: Bilingual,
    /// Set where no official source has been seen.
    pub unverified: bool,
}

/// A text of a data file in both languages.
#[derive(Clone, Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    pub zh: String,
    pub en: String,
}

impl Bilingual {
    pub fn get(&self, locale: crate::locale::Locale) -> &str {
        match locale {
            crate::locale::Locale::ZhCn => &self.zh,
            crate::locale::Locale::En => &self.en,
        }
    }
}

/// All law packs at hand.
#[derive(Clone, Debug, Default)]
pub struct LawLibrary {
    pub packs: Vec<LawPack>,
    pub articles: Vec<Article>,
}

impl LawLibrary {
    /// The article cited as `noise2022/70`.
    pub fn find(&self, citation: &str) -> Option<ArticleIx> {
        let (pack, number) = citation.split_once('/')?;
        let pack = self.packs.iter().find(|p| p.id == pack)?;
        pack.articles
            .clone()
            .find(|&at| self.articles[at as usize].number == number)
            .map(ArticleIx)
    }
}

impl std::ops::Index<ArticleIx> for LawLibrary {
    type Output = Article;
    fn index(&self, ix: ArticleIx) -> &Article {
        &self.articles[ix.0 as usize]
    }
}
