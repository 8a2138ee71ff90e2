//! The rubric as data: what counts as good reception, and how much.

use super::assessment::{CriterionIx, Dimension, Milli};
use super::rules::Rule;
use super::sets::ActSet;
use crate::vocabulary::{ActCatalogue, Critical, Locale};
use indexmap::IndexMap;
use serde::Deserialize;
use std::sync::OnceLock;

/// A rubric: what counts as good reception, and how much.
#[derive(Clone, Debug)]
pub struct Rubric {
    /// As reports and logs name it.
    pub id: String,
    /// Raised whenever it scores anything otherwise.
    pub version: String,
    /// The mark to reach in each scored dimension ([`Standing`](super::Standing)).
    pub pass: Milli,
    /// The highest total that is left after a critical failure.
    pub caps: IndexMap<Critical, Milli>,
    /// Where the teachings contradict each other, the side this rubric takes.
    pub switches: IndexMap<String, bool>,
    /// By [`CriterionIx`], in the order of the file.
    pub criteria: Vec<Criterion>,
    /// What counts as a question and what as given back.
    pub talk: Talk,
}

/// One line of the rubric. Its texts are `criterion-<id>` in `rubric.ftl`.
#[derive(Clone, Debug)]
pub struct Criterion {
    /// Unique in the rubric; reports, coding sheets and overrides name it.
    pub id: String,
    /// `None`: a watch on the trainee's own composure, shown and not added.
    pub dimension: Option<Dimension>,
    /// 1–100, within the dimension.
    pub weight: u32,
    /// The most that a miss leaves of its dimension, below the mark to pass; `None`: a miss is one among others.
    pub cap: Option<Milli>,
    /// Items of the reception handbook and articles.
    pub sources: Vec<String>,
    /// What must be seen for it.
    pub rule: Rule,
    /// Acts that fulfil it …
    pub hit: ActSet,
    /// … fulfil it by half …
    pub partial: ActSet,
    /// … or offend against it.
    pub miss: ActSet,
    /// By `Locale as usize`: its texts, where the rubric brings its own.
    pub texts: [Option<Wording>; Locale::ALL.len()],
}

/// What a criterion of an instructor's own rubric is called and why it counts.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// As lists and reports show it.
    pub name: String,
    /// Why it counts; `None`: it is not said.
    #[serde(default)]
    pub why: Option<String>,
}

/// Which acts are questions and which give back what was heard; measured and shown, not scored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Talk {
    /// Questions that a yes or no cannot answer.
    pub open: ActSet,
    /// Questions that one word answers.
    pub closed: ActSet,
    /// What the visitor said given back …
    pub simple: ActSet,
    /// … or what is meant by it and was not said.
    pub complex: ActSet,
    /// Given back wrongly.
    pub wrong: ActSet,
}

impl Rubric {
    /// The rubrics that ship with the program, by id: the standard, and an instructor's own as an example.
    pub const SHIPPED: [(&'static str, &'static str); 2] = [
        ("standard", include_str!("../../assets/rubrics/standard.ron")),
        ("listening-class", include_str!("../../assets/rubrics/listening-class.ron")),
    ];

    /// The rubric that ships with the program.
    pub fn shipped() -> &'static Self {
        static SHIPPED: OnceLock<Rubric> = OnceLock::new();
        SHIPPED.get_or_init(|| {
            #[expect(clippy::expect_used, reason = "the embedded file is loaded by a test")]
            Self::parse(Self::SHIPPED[0].1, ActCatalogue::shipped()).expect("shipped rubric")
        })
    }

    /// Every criterion with its position, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = (CriterionIx, &Criterion)> {
        self.criteria.iter().enumerate().map(|(at, criterion)| (CriterionIx(at as u16), criterion))
    }

    /// The criterion with this id.
    pub fn find(&self, id: &str) -> Option<CriterionIx> {
        self.iter().find(|(_, criterion)| criterion.id == id).map(|(ix, _)| ix)
    }
}

impl std::ops::Index<CriterionIx> for Rubric {
    type Output = Criterion;
    fn index(&self, ix: CriterionIx) -> &Criterion {
        &self.criteria[ix.at()]
    }
}
