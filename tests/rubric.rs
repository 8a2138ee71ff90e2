//! The rubric: each rule both ways, the algebra of the score, and texts for all of it.

use calmdesk::rubric::{ActCatalogue, Rubric};

#[test]
fn the_shipped_rubric_loads() {
    let rubric = Rubric::parse(include_str!("../assets/rubrics/standard.ron"), ActCatalogue::shipped());
    assert!(rubric.is_ok(), "{rubric:?}");
}
