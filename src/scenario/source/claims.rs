//! Claims and earlier answers as written.

use super::Str;
use crate::procedure::{Holds, Remedy};
use crate::scenario::schema::schema;
use serde::Deserialize;

schema! {
/// One thing that is asked for.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct ClaimSource<'a> as "claims" {
    pub asks: Option<Str<'a>>,
    pub holds: Option<Holds>,
    pub only: Option<Str<'a>>,
    pub facts: Vec<Str<'a>> = List(&Refer(Fact)),
    pub law: Vec<Str<'a>> = List(&Article),
    pub because: Option<Str<'a>>,
    pub remedy: Option<Remedy>,
    pub at: Option<Str<'a>>,
}

/// Earlier answers to one question that do not agree.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct EarlierAnswersSource<'a> as "earlier_answers" {
    pub answers: Vec<AnswerSource<'a>>,
    pub truth: Option<Str<'a>>,
}

/// What somebody answered.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct AnswerSource<'a> as "answers" {
    pub who: Option<Str<'a>>,
    pub on: Option<Str<'a>>,
    pub said: Option<Str<'a>>,
}
}
