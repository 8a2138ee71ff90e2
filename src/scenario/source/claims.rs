//! Claims and earlier answers as written.

use super::Str;
use crate::procedure::{Holds, Remedy};
use serde::Deserialize;

/// One thing that is asked for.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct ClaimSource<'a> {
    pub asks: Option<Str<'a>>,
    pub holds: Option<Holds>,
    pub only: Option<Str<'a>>,
    pub facts: Vec<Str<'a>>,
    pub law: Vec<Str<'a>>,
    pub because: Option<Str<'a>>,
    pub remedy: Option<Remedy>,
    pub at: Option<Str<'a>>,
}

/// Earlier answers to one question that do not agree.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct EarlierAnswersSource<'a> {
    pub answers: Vec<AnswerSource<'a>>,
    pub truth: Option<Str<'a>>,
}

/// What somebody answered.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct AnswerSource<'a> {
    pub who: Option<Str<'a>>,
    pub on: Option<Str<'a>>,
    pub said: Option<Str<'a>>,
}
