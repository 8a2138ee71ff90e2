//! What a stage direction lets a body do, as it stands in `assets/figure/directions.ron`.

use super::pose::BodyGesture;
use serde::Deserialize;
use std::sync::LazyLock;

/// What somebody does by a stage direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// They stand up and stay so.
    Stand,
    /// They sit down.
    Sit,
    /// They lean back.
    LeanBack,
    /// Some of a crowd go.
    Disperse,
    /// A movement that is over by itself.
    Movement(BodyGesture),
}

#[derive(Clone, Copy, Debug, Deserialize)]
enum Does {
    Stand,
    Sit,
    LeanBack,
    Disperse,
    Burst,
    PoundTable,
    LookBack,
    TurnAway,
    CoverFace,
    WipeTears,
    Point,
    Nod,
    Drink,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    does: Does,
    words: Vec<String>,
    #[serde(default)]
    never: Vec<String>,
}

/// What these words of a stage direction tell, in the order of the words; nothing where they tell of no body.
pub fn directions(words: &str) -> Vec<Direction> {
    static ENTRIES: LazyLock<Vec<Entry>> = LazyLock::new(|| {
        #[expect(clippy::expect_used, reason = "the embedded file is loaded by a test")]
        ron::from_str(include_str!("../../assets/figure/directions.ron")).expect("shipped directions")
    });
    let words = words.to_lowercase();
    let mut found: Vec<(usize, Direction)> = ENTRIES
        .iter()
        .filter(|entry| !entry.never.iter().any(|never| words.contains(never.as_str())))
        .filter_map(|entry| {
            let at = entry.words.iter().filter_map(|phrase| words.find(phrase.as_str())).min()?;
            Some((at, entry.does.into()))
        })
        .collect();
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, direction)| direction).collect()
}

impl From<Does> for Direction {
    fn from(does: Does) -> Self {
        let movement = match does {
            Does::Stand => return Self::Stand,
            Does::Sit => return Self::Sit,
            Does::LeanBack => return Self::LeanBack,
            Does::Disperse => return Self::Disperse,
            Does::Burst => BodyGesture::Burst,
            Does::PoundTable => BodyGesture::PoundTable,
            Does::LookBack => BodyGesture::LookBack,
            Does::TurnAway => BodyGesture::TurnAway,
            Does::CoverFace => BodyGesture::CoverFace,
            Does::WipeTears => BodyGesture::WipeTears,
            Does::Point => BodyGesture::Point,
            Does::Nod => BodyGesture::Nod,
            Does::Drink => BodyGesture::Drink,
        };
        Self::Movement(movement)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directions_of_the_shipped_kind_are_understood() {
        let of = |words| directions(words);
        assert_eq!(of("（坐下了，手插在兜里，一串钥匙攥得响）"), [Direction::Sit]);
        assert_eq!(of("（一直看窗外，忽然站起来）"), [Direction::Movement(BodyGesture::TurnAway), Direction::Stand]);
        assert_eq!(of("（一巴掌拍在台面上，水杯跳了一下）"), [Direction::Movement(BodyGesture::PoundTable)]);
        assert_eq!(of("（拧开杯盖，没喝）"), []);
        assert_eq!(of("(Understands at once)"), []);
        assert_eq!(of("(Stands, and sits down again)"), [Direction::Stand, Direction::Sit]);
        assert_eq!(of("（没坐下）"), [Direction::Stand]);
    }
}
