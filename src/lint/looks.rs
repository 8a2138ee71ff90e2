//! What can be counted of an option without understanding it: its length, its signs, the kind of words in it.

use crate::scenario::model::{Choice, Opt, OptionKind, Scenario};
use crate::vocabulary::{AnyText, Locale, NodeIx, all};
use serde::Serialize;
use strum::{EnumCount, IntoStaticStr, VariantArray};

/// Something that can be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, EnumCount, VariantArray, IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Feature {
    /// Characters.
    Length,
    /// Sentences.
    Sentences,
    /// Commas, and what else makes a short pause.
    Commas,
    /// 吧, 嘛, 呢 …; in English “well”, “just” and their like.
    Particles,
    /// 您, 请, 谢谢 …; “please”, “sorry” …
    Courtesy,
    /// Question marks.
    Questions,
    /// Exclamation marks.
    Exclamations,
    /// Figures and numerals: dates, articles, sums.
    Numbers,
    /// What stands in quotes or in the brackets of titles.
    Quotes,
    /// Dashes and dots.
    Dashes,
    /// 不, 没, 别 …; “no”, “never” and what ends in “n't”.
    Negations,
    /// 我们, 咱; “we”, “us”.
    We,
    /// It is a gesture and no words.
    Gesture,
    /// It is done at the desk.
    Desk,
    /// Where it stands; counts only where the order is fixed.
    Position,
}

impl Feature {
    /// In the order of the declaration.
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);
}

/// What was counted of an option, by `Feature as usize`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OptionLooks([i32; Feature::COUNT]);

impl OptionLooks {
    /// Of an option, or an entry, with this text.
    pub fn of(text: &str, kind: OptionKind, position: Option<usize>) -> Self {
        let mut looks = Self::default();
        looks.signs(text);
        looks.words(text);
        looks.0[Feature::Gesture as usize] = i32::from(kind == OptionKind::Gesture);
        looks.0[Feature::Desk as usize] = i32::from(kind == OptionKind::DeskAction);
        looks.0[Feature::Position as usize] = position.map_or(0, |at| at as i32);
        looks
    }

    /// How often it was counted.
    pub fn get(&self, feature: Feature) -> i32 {
        self.0[feature as usize]
    }

    fn add(&mut self, feature: Feature) {
        self.0[feature as usize] += 1;
    }

    fn signs(&mut self, text: &str) {
        let mut chars = text.chars().peekable();
        // A sentence is open; the sign before was of the same kind.
        let (mut open, mut before) = (false, None);
        while let Some(sign) = chars.next() {
            self.add(Feature::Length);
            let feature = match sign {
                '，' | '、' | '；' | ',' | ';' | '：' | ':' => Some(Feature::Commas),
                '？' | '?' => Some(Feature::Questions),
                '！' | '!' => Some(Feature::Exclamations),
                '…' | '—' => Some(Feature::Dashes),
                '“' | '‘' | '《' | '「' | '"' => Some(Feature::Quotes),
                '吧' | '嘛' | '呢' | '啊' | '呀' | '哦' | '吗' | '啦' | '哈' | '嗯' | '喽' | '咯' => {
                    Some(Feature::Particles)
                }
                '您' | '请' | '谢' | '歉' => Some(Feature::Courtesy),
                '不' | '没' | '别' | '未' | '勿' | '甭' => Some(Feature::Negations),
                '咱' => Some(Feature::We),
                '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百' | '千' => {
                    Some(Feature::Numbers)
                }
                '0'..='9' => Some(Feature::Numbers),
                _ => None,
            };
            // A row of the same sign, or of figures, is one.
            let again = feature == before && matches!(feature, Some(Feature::Numbers | Feature::Dashes));
            if let Some(feature) = feature.filter(|_| !again) {
                self.add(feature);
            }
            before = feature;
            // A full stop within a number or a name ends nothing.
            let stop = sign == '.' && chars.peek().is_none_or(|next| next.is_whitespace() || *next == '”');
            match sign {
                '。' | '！' | '？' | '!' | '?' | '…' => open = self.ends(open),
                _ if stop => open = self.ends(open),
                _ => open |= sign.is_alphanumeric(),
            }
        }
        self.ends(open);
    }

    fn ends(&mut self, open: bool) -> bool {
        if open {
            self.add(Feature::Sentences);
        }
        false
    }

    fn words(&mut self, text: &str) {
        for (words, feature) in [(["我们", "大家"], Feature::We), (["麻烦", "对不"], Feature::Courtesy)] {
            let found = words.iter().map(|word| text.matches(word).count()).sum::<usize>();
            self.0[feature as usize] += found as i32;
        }
        // Most Chinese texts have no such words.
        if !text.bytes().any(|byte| byte.is_ascii_alphabetic()) {
            return;
        }
        let letter = |c: char| c.is_ascii_alphabetic() || c == '\'' || c == '’';
        let mut low = String::new();
        for word in text.split(|c| !letter(c)).filter(|word| !word.is_empty()) {
            low.clear();
            low.extend(word.chars().map(|c| if c == '’' { '\'' } else { c.to_ascii_lowercase() }));
            match low.as_str() {
                "please" | "thank" | "thanks" | "sorry" | "apologise" | "apologize" | "pardon" | "kindly" | "sir"
                | "madam" | "ma'am" | "mr" | "mrs" | "ms" | "welcome" => self.add(Feature::Courtesy),
                "well" | "just" | "now" | "oh" | "ah" | "right" | "okay" | "ok" | "really" | "surely" => {
                    self.add(Feature::Particles);
                }
                "we" | "us" | "our" | "ours" | "let's" | "we'll" | "we're" | "we've" => self.add(Feature::We),
                "no" | "not" | "never" | "nothing" | "nobody" | "none" | "cannot" => self.add(Feature::Negations),
                "one" | "two" | "three" | "four" | "five" | "six" | "seven" | "eight" | "nine" | "ten" => {
                    self.add(Feature::Numbers);
                }
                other if other.ends_with("n't") => self.add(Feature::Negations),
                _ => {}
            }
        }
    }
}

/// The looks of a choice's options in one language; `None` where one of them is not written in it.
pub fn of_choice(choice: &Choice, language: Locale, author: Locale) -> Option<Vec<OptionLooks>> {
    let looks = |(at, option): (usize, &Opt)| {
        let text = match &option.text {
            AnyText::Author(text) if language == author => &text.original,
            AnyText::Author(text) => text.translated[language as usize].as_ref()?,
            AnyText::Own(_) => return None,
        };
        Some(OptionLooks::of(text, option.kind, (!choice.shuffled).then_some(at)))
    };
    choice.options.iter().enumerate().map(looks).collect()
}

/// A choice in which something can be told, in one language.
#[derive(Clone, Debug)]
pub struct ReadChoice {
    /// The choice.
    pub node: NodeIx,
    /// Whether its options come in a new order each time.
    pub shuffled: bool,
    /// By option.
    pub looks: Vec<OptionLooks>,
    /// By option.
    pub clean: Vec<bool>,
}

impl ReadChoice {
    /// The share of clean options: what blind chance gives.
    pub fn chance(&self) -> f64 {
        self.clean.iter().filter(|clean| **clean).count() as f64 / self.clean.len().max(1) as f64
    }
}

/// The choices of a scenario in each language that most of its options are written in, the author's first: those in which
/// some options are clean and others are not.
pub fn read(scenario: &Scenario, clean: &dyn Fn(NodeIx, u8) -> bool) -> Vec<(Locale, Vec<ReadChoice>)> {
    let choices: Vec<(NodeIx, &Choice, Vec<bool>)> = (0..=u16::MAX)
        .map(NodeIx)
        .zip(&scenario.nodes)
        .filter_map(|(at, node)| {
            let choice = node.kind.as_choice()?;
            let good: Vec<bool> = (0..choice.options.len()).map(|option| clean(at, option as u8)).collect();
            (good.contains(&true) && good.contains(&false)).then_some((at, choice, good))
        })
        .collect();
    let others = Locale::ALL.into_iter().filter(|other| *other != scenario.locale);
    let of = |language: Locale| -> Vec<ReadChoice> {
        let looks = |(at, choice, good): &(NodeIx, &Choice, Vec<bool>)| {
            let looks = of_choice(choice, language, scenario.locale)?;
            Some(ReadChoice { node: *at, shuffled: choice.shuffled, looks, clean: good.clone() })
        };
        choices.iter().filter_map(looks).collect()
    };
    let own = (scenario.locale, of(scenario.locale));
    let others = others.map(|other| (other, of(other))).filter(|(_, read)| 2 * read.len() > choices.len());
    std::iter::once(own).chain(others).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> OptionLooks {
        OptionLooks::of(text, OptionKind::Response, None)
    }

    #[test]
    fn sentences_end_at_their_signs_and_not_within_numbers() {
        for (text, sentences) in [
            ("您坐。慢慢讲，从头说起。", 2),
            ("什么？！您再说一遍……", 2),
            ("登记好了", 1),
            ("Mr. Li, 3.5 metres. Sit down", 3),
            ("……", 0),
            ("", 0),
        ] {
            assert_eq!(of(text).get(Feature::Sentences), sentences, "{text}");
        }
    }

    #[test]
    fn what_is_polite_soft_or_numbered_is_counted_in_both_languages() {
        let chinese = of("麻烦您请坐吧，第23条写着：六十日内。");
        let seen = [Feature::Courtesy, Feature::Particles, Feature::Numbers, Feature::Commas].map(|f| chinese.get(f));
        assert_eq!(seen, [3, 1, 2, 2]);
        let english = of("Well, please don't; we’ll see, Mrs Li.");
        let seen = [Feature::Courtesy, Feature::Particles, Feature::Negations, Feature::We].map(|f| english.get(f));
        assert_eq!(seen, [2, 1, 1, 1]);
    }
}
