//! Acts that are no longer in force and are still named by habit.

use super::law::Bilingual;
use jiff::civil::Date;
use serde::Deserialize;
use std::sync::OnceLock;

/// An act or regulation that is no longer in force.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Repealed {
    /// As it is called in Chinese.
    pub name: String,
    /// As it is called in English.
    en: Vec<String>,
    /// The last day on which it was in force.
    pub until: Date,
    /// What stands in its place.
    pub now: Bilingual,
    /// Longer names that contain this one and are others.
    but_not: Vec<String>,
}

impl Repealed {
    /// Those that are known, from the file that ships.
    pub fn shipped() -> &'static [Self] {
        static SHIPPED: OnceLock<Vec<Repealed>> = OnceLock::new();
        SHIPPED.get_or_init(|| {
            #[expect(clippy::expect_used, reason = "the embedded file is loaded by a test")]
            ron::from_str(include_str!("../../assets/procedure/repealed.ron")).expect("shipped list")
        })
    }

    /// The name under which a text calls it, if it does.
    pub fn named_in<'t>(&'t self, text: &str) -> Option<&'t str> {
        let names = std::iter::once(&self.name).chain(&self.en);
        let all = |name: &str| text.matches(name).count();
        let others = |name: &str| {
            let longer = self.but_not.iter().filter(|other| other.contains(name));
            longer.map(|other| all(other)).sum::<usize>()
        };
        names.map(String::as_str).find(|name| all(name) > others(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_longer_name_is_another_act() {
        let named =
            |text: &str| -> Vec<&str> { Repealed::shipped().iter().filter_map(|act| act.named_in(text)).collect() };
        assert_eq!(named("按《信访条例》第三十四条"), ["信访条例"]);
        assert_eq!(named("按《信访工作条例》第三十五条，《劳动合同法》第三十条"), [""; 0]);
        assert_eq!(named("《合同法》和《劳动合同法》"), ["合同法"]);
        assert_eq!(named("噪声污染防治法"), [""; 0]);
        assert_eq!(named("under the Marriage Law"), ["Marriage Law"]);
        assert_eq!(named("the Labour Contract Law, the Social Security Law"), [""; 0]);
    }
}
