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
        let told = in_english(text);
        let all = |name: &str| match name.is_ascii() {
            true => told.matches(&in_english(name)).count(),
            false => text.matches(name).count(),
        };
        let others = |name: &str| {
            let holds = |other: &&String| match name.is_ascii() {
                true => other.is_ascii() && in_english(other).contains(&in_english(name)),
                false => other.contains(name),
            };
            self.but_not.iter().filter(holds).map(|other| all(other)).sum::<usize>()
        };
        names.map(String::as_str).find(|name| all(name) > others(name))
    }
}

/// The words of a text as its English names are compared, each between blanks: nobody agrees whether an act is an Act or a
/// Law, whether there is one Regulation or several, how Labour is spelt, and what is written large.
fn in_english(text: &str) -> String {
    // A sentence that ends in “contract” before one about the law is no name of an act.
    let signs = |c: char| {
        if c.is_alphanumeric() {
            c
        } else if matches!(c, '.' | ',' | ';' | ':' | '!' | '?') {
            '.'
        } else {
            ' '
        }
    };
    let apart: String = text.chars().map(signs).collect::<String>().replace('.', " . ");
    let words = apart.split(' ').filter(|word| !word.is_empty()).map(str::to_lowercase);
    let words = words.filter(|word| !matches!(word.as_str(), "the" | "a" | "an"));
    let words = words.map(|word| match word.as_str() {
        "act" | "statute" | "laws" | "acts" => "law".to_owned(),
        "on" | "concerning" | "regarding" | "governing" | "for" => "of".to_owned(),
        "rules" | "rule" | "regulations" | "ordinance" | "measures" => "regulation".to_owned(),
        "labor" => "labour".to_owned(),
        _ => match word.strip_suffix('s').filter(|stem| stem.len() > 3 && !stem.ends_with('s')) {
            Some(stem) => stem.to_owned(),
            None => word,
        },
    });
    words.fold(" ".to_owned(), |mut all, word| {
        all.push_str(&word);
        all.push(' ');
        all
    })
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
        assert_eq!(named("the Labor Contract Act and the Civil Code"), [""; 0]);
        assert_eq!(named("your property, by law; a contract. Law is law"), [""; 0]);
    }

    #[test]
    fn an_english_name_is_found_however_it_is_put() {
        let named = |text: &str| -> Vec<&str> {
            Repealed::shipped().iter().filter(|act| act.named_in(text).is_some()).map(|act| act.name.as_str()).collect()
        };
        for (text, name) in [
            ("by the marriage law of 1980", "婚姻法"),
            ("under the Marriage Act", "婚姻法"),
            ("Law of Succession, Article 10", "继承法"),
            ("the Succession Act", "继承法"),
            ("the Law on Contracts", "合同法"),
            ("Article 8 of the Contract Act", "合同法"),
            ("the Law of Property", "物权法"),
            ("the Real Rights Law", "物权法"),
            ("the General Principles of Civil Law", "民法通则"),
            ("the General Rules of the Civil Law", "民法总则"),
            ("the Law on Tort Liability", "侵权责任法"),
            ("the Adoption Act", "收养法"),
            ("the Regulations on Complaint Letters and Visits", "信访条例"),
            ("the Letters and Visits Regulation", "信访条例"),
            (
                "the Noise Pollution Prevention and Control Act of 1996: the Environmental Noise Pollution Act",
                "环境噪声污染防治法",
            ),
            ("the Regulation on the Demolition of Urban Houses", "城市房屋拆迁管理条例"),
            ("the Guaranty Law", "担保法"),
        ] {
            assert_eq!(named(text), [name], "{text}");
        }
    }
}
