//! The canonical layout of `scenario.ron`: blanks and line breaks only, every sign, text and comment stays.
//!
//! Brackets that an author opened onto a new line stay open, others close up if they fit; long texts do not
//! count fully, so that one option stays on one line.

mod layout;
mod signs;

use crate::scenario::bundle::without_bom;
use crate::scenario::syntax::{Kind, Tokens, Tree};
use signs::{Sign, each_sign, signs};

/// Why a text cannot be laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FormatError {
    /// Some bytes are no text.
    #[error("the file is not UTF-8")]
    NotUtf8,
    /// Brackets or quotes do not match; `check` says where.
    #[error("brackets or quotes do not match")]
    Unsound,
}

/// The bytes in canonical layout; a byte order mark and the kind of line ends are kept.
///
/// # Errors
///
/// [`FormatError`]: not UTF-8, or brackets or quotes do not match; the text stays as it is.
pub fn format(bytes: &[u8]) -> Result<Vec<u8>, FormatError> {
    let body = without_bom(bytes);
    let text = std::str::from_utf8(body).map_err(|_| FormatError::NotUtf8)?;
    let tree = Tree::parse(text);
    if !tree.problems.is_empty() || !tree.silent.is_empty() {
        return Err(FormatError::Unsound);
    }
    let signs = signs(text, &tree.tokens).ok_or(FormatError::Unsound)?;
    let whole = layout::gather(&signs, &tree.root).ok_or(FormatError::Unsound)?;
    let mut out = layout::write(&whole);
    if text.contains("\r\n") {
        out = out.replace("\r\n", "\n").replace('\n', "\r\n");
    }
    // Should the layout ever lose something, the author keeps what they have.
    if !is_same(&signs, &out) {
        return Err(FormatError::Unsound);
    }
    Ok([&bytes[..bytes.len() - body.len()], out.as_bytes()].concat())
}

/// Whether `out` says all that `before` says. Its signs are only passed by: a copy of them would cost more than all the
/// rest.
fn is_same(before: &[Sign], out: &str) -> bool {
    let mut is_sound = true;
    let mut comments = Vec::new();
    let after = each_sign(out, Tokens::of(out)).map_while(|sign| {
        is_sound &= sign.is_some();
        sign
    });
    let after = after.filter(|sign| {
        if sign.is_comment() {
            comments.push(sign.text);
        }
        !sign.is_comment()
    });
    let signs = before.iter().copied().filter(|sign| !sign.is_comment());
    let same_signs = meaning(signs).eq(meaning(after));
    let before = before.iter().filter(|sign| sign.is_comment());
    let same = |(before, after): (&Sign, &&str)| before.text.lines().eq(after.lines());
    is_sound && same_signs && before.clone().count() == comments.len() && before.zip(&comments).all(same)
}

/// What signs say: a comma before a closing bracket, or at the end, says nothing.
fn meaning<'t>(signs: impl Iterator<Item = Sign<'t>>) -> impl Iterator<Item = &'t str> {
    let mut signs = signs.peekable();
    std::iter::from_fn(move || {
        loop {
            let sign = signs.next()?;
            let closes = signs.peek().is_none_or(|next| matches!(next.kind, Kind::Close(_)));
            if sign.kind != Kind::Comma || !closes {
                return Some(sign.text);
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::authoring::library;
    use crate::scenario::model::Scenario;
    use crate::scenario::{SourceBundle, load};
    use proptest::prelude::*;

    fn texts() -> Vec<String> {
        let shipped = library::shipped().iter().map(|entry| entry.bundle.shown("scenario.ron").into_owned());
        let templates = [
            include_str!("../../assets/templates/one.zh-CN.ron"),
            include_str!("../../assets/templates/mediation.en.ron"),
            include_str!("../../assets/templates/collective.zh-CN.ron"),
        ];
        shipped.chain(templates.map(str::to_owned)).collect()
    }

    /// The id of the pack in a file of local rules.
    fn pack(name: &str) -> String {
        name.trim_start_matches("law/").trim_end_matches(".ron").to_owned()
    }

    fn formatted(text: &str) -> String {
        String::from_utf8(format(text.as_bytes()).expect("sound")).expect("UTF-8")
    }

    /// The scenario without what depends on places; local rules that it cites lie beside it.
    fn scenario(text: &str) -> String {
        let mut bundle = SourceBundle::of_text("layout", text);
        let shipped = library::shipped().iter().flat_map(|entry| entry.bundle.files.clone());
        bundle.files.extend(shipped.filter(|(name, _)| name.starts_with("law/") && text.contains(&pack(name))));
        let mut scenario: Scenario = (*load(&bundle).scenario.expect("sound")).clone();
        scenario.hash.clear();
        scenario.nodes.iter_mut().for_each(|node| node.span = 0..0);
        format!("{scenario:?}")
    }

    #[test]
    fn templates_are_laid_out_as_fmt_would() {
        for text in texts().iter().rev().take(3) {
            assert_eq!(&formatted(text), text);
        }
    }

    #[test]
    fn an_untidy_file_becomes_tidy_and_keeps_every_comment_in_its_place() {
        let untidy = "// top\n\n\n\nScenario(title:\"a, (b\",plays_on : \"2026-03-09\", // the day\n\n\nnodes:{ // first\n\"x\":Choice([(id:\"p\",acts:[Nod,MirrorWords(\"c\")],),\n/* two\n   lines */ (say:r#\"raw \" text\"#)]) ,\"y\":End() // the end\n}) // after\n";
        let tidy = "// top\n\nScenario(\n    title: \"a, (b\",\n    plays_on: \"2026-03-09\", // the day\n\n    nodes: {\n        // first\n        \"x\": Choice([\n            (id: \"p\", acts: [Nod, MirrorWords(\"c\")]),\n            /* two\n   lines */\n            (say: r#\"raw \" text\"#),\n        ]),\n        \"y\": End(), // the end\n    },\n) // after\n";
        assert_eq!(formatted(untidy), tidy);
        assert_eq!(formatted(tidy), tidy);
    }

    #[test]
    fn marks_and_line_ends_of_windows_stay() {
        let text = "\u{feff}Scenario(\r\n  title: \"a\",// b\r\n)\r\n";
        assert_eq!(formatted(text), "\u{feff}Scenario(\r\n    title: \"a\", // b\r\n)\r\n");
    }

    #[test]
    fn a_file_whose_brackets_or_quotes_do_not_match_is_left_alone() {
        for text in
            ["Scenario(", "Scenario(title: \"a)", "Scenario(a: [1)]", "Scenario(/* a )", "Scenario(a：1)", "a b"]
        {
            assert_eq!(format(text.as_bytes()), Err(FormatError::Unsound), "{text}");
        }
        assert_eq!(format(b"\xff\xfe"), Err(FormatError::NotUtf8));
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn whatever_the_blanks_meaning_and_comments_stay_and_twice_is_once(
            which in any::<prop::sample::Index>(),
            blanks in prop::collection::vec(0usize..9, 64..400),
        ) {
            const BLANKS: [&str; 9] =
                ["", " ", "\n", "\n\n\n", "\t", "\n    ", " // 旁注\n", "\n// line, )\n", " /* in [ it */ "];
            let texts = texts();
            let text = which.get(&texts);
            let tree = Tree::parse(text);
            let tokens = signs(text, &tree.tokens).expect("sound");
            let mut messy = String::new();
            for (at, token) in tokens.iter().enumerate() {
                let blank = BLANKS[blanks[at % blanks.len()] % BLANKS.len()];
                // Comments only where a reader could write them; a raw value is read as one piece.
                let blank = if blank.contains('/') && !matches!(token.text, ")" | "}") { "\n" } else { blank };
                messy.push_str(token.text);
                if token.text.starts_with("//") {
                    messy.push('\n');
                }
                messy.push_str(blank);
            }
            let once = formatted(&messy);
            prop_assert!(is_same(&signs(&messy, &Tree::parse(&messy).tokens).expect("sound"), &once));
            prop_assert_eq!(formatted(&once), once.clone());
            prop_assert_eq!(scenario(&once), scenario(text));
        }
    }
}
