//! The codes of one cell: what separates them, and what their brackets hold.

use super::problem::ProblemKind;

/// A name with what stands in brackets after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Code<'c> {
    pub name: &'c str,
    pub about: Option<&'c str>,
}

/// What people put between codes; spaces do where the names on both sides are known.
const fn separates(c: char) -> bool {
    matches!(c, ';' | '；' | ',' | '，' | '、' | '/' | '／' | '|' | '｜' | '+' | '＋' | '&' | '＆' | '\n' | '\r' | '\t')
}

const fn opens(c: char) -> bool {
    matches!(c, '(' | '（')
}

const fn closes(c: char) -> bool {
    matches!(c, ')' | '）')
}

/// The codes one by one; inside brackets nothing separates. `known` says whether a name is one of a code.
pub(super) fn codes<'c>(
    cell: &'c str,
    known: impl Fn(&str) -> bool,
    mut each: impl FnMut(Result<Code<'c>, ProblemKind>),
) {
    let mut rest = cell;
    loop {
        rest = rest.trim_start_matches(|c: char| separates(c) || c.is_whitespace());
        if rest.is_empty() {
            return;
        }
        let end = rest.find(|c| opens(c) || closes(c) || separates(c)).unwrap_or(rest.len());
        let after = &rest[end..];
        if after.starts_with(closes) {
            each(Err(ProblemKind::BracketEarly { found: until_separator(rest).trim().to_owned() }));
            rest = &rest[until_separator(rest).len()..];
            continue;
        }
        let mut names = names(rest[..end].trim(), &known);
        if !after.starts_with(opens) {
            names.into_iter().for_each(|name| each(Ok(Code { name, about: None })));
            rest = after;
            continue;
        }
        let Some(length) = closed(after) else {
            each(Err(ProblemKind::BracketOpen { found: rest.trim().to_owned() }));
            return;
        };
        let name = names.pop().unwrap_or_default();
        names.into_iter().for_each(|name| each(Ok(Code { name, about: None })));
        let (bracket, after) = after.split_at(length);
        if takes_in_a_code(bracket, &known) {
            each(Err(ProblemKind::BracketLate { found: rest[..end + length].trim().to_owned() }));
            rest = after;
        } else if after.is_empty() || after.starts_with(|c: char| separates(c) || c.is_whitespace()) {
            each(Ok(Code { name, about: inner(bracket) }));
            rest = after;
        } else {
            // Nobody knows what belongs to the code and what does not.
            let whole = end + length + until_separator(after).len();
            each(Err(ProblemKind::BracketEarly { found: rest[..whole].trim().to_owned() }));
            rest = &rest[whole..];
        }
    }
}

fn until_separator(text: &str) -> &str {
    &text[..text.find(separates).unwrap_or(text.len())]
}

/// Bytes of a bracket up to the sign that closes it; it may hold others: `CitePolicy(xf2022/18(4))`.
fn closed(text: &str) -> Option<usize> {
    let mut depth = 0usize;
    for (at, c) in text.char_indices() {
        if opens(c) {
            depth += 1;
        } else if closes(c) {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                return Some(at + c.len_utf8());
            }
        }
    }
    None
}

/// Whether a bracket holds something said and, behind a separator, another code: it was closed too late, and the code would
/// be lost. Behind a mere space only a name as the catalogue writes it counts, for people say “nod” as well.
fn takes_in_a_code(bracket: &str, known: impl Fn(&str) -> bool) -> bool {
    let Some(inner) = inner(bracket) else { return false };
    let name = |part: &str| known(part.split(opens).next().unwrap_or(part).trim());
    let listed = inner.split(|c| separates(c) || matches!(c, '-' | '—' | '–')).map(str::trim);
    let spoken = inner.split_whitespace();
    let exact = |word: &str| word.starts_with(|c: char| c.is_ascii_uppercase() || !c.is_ascii());
    let count = listed.clone().filter(|part| !part.is_empty()).count();
    count > 1 && listed.skip(1).any(name) || spoken.skip(1).any(|word| exact(word) && name(word))
}

/// What a bracket holds, without quotation marks.
fn inner(bracket: &str) -> Option<&str> {
    let inner = bracket.strip_prefix(opens).unwrap_or(bracket);
    let inner = inner.strip_suffix(closes).unwrap_or(inner).trim();
    let inner = inner.trim_matches(['"', '“', '”', '‘', '’', '「', '」', '\'']).trim();
    (!inner.is_empty()).then_some(inner)
}

/// Names that only spaces separate, where there is exactly one way to read them; else the whole as one name.
fn names(text: &str, known: impl Fn(&str) -> bool) -> Vec<&str> {
    /// More words are no list of codes.
    const MOST_WORDS: usize = 64;
    /// No name has more words.
    const LONGEST: usize = 12;
    if known(text) || !text.contains(char::is_whitespace) {
        return vec![text];
    }
    let place = |word: &str| word.as_ptr().addr() - text.as_ptr().addr();
    let words: Vec<(usize, usize)> =
        text.split_whitespace().map(|word| (place(word), place(word) + word.len())).take(MOST_WORDS + 1).collect();
    if words.len() > MOST_WORDS {
        return vec![text];
    }
    // By how many first words: in how many ways they are names, and where the last of these begins.
    let mut ways = vec![(0u32, 0usize); words.len() + 1];
    ways[0].0 = 1;
    for end in 1..=words.len() {
        for start in end.saturating_sub(LONGEST)..end {
            if ways[start].0 > 0 && known(&text[words[start].0..words[end - 1].1]) {
                ways[end] = (ways[end].0.saturating_add(ways[start].0), start);
            }
        }
    }
    if ways[words.len()].0 != 1 {
        return vec![text];
    }
    let mut names = Vec::new();
    let mut end = words.len();
    while end > 0 {
        let start = ways[end].1;
        names.push(&text[words[start].0..words[end - 1].1]);
        end = start;
    }
    names.reverse();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(cell: &str) -> Vec<Result<(&str, Option<&str>), ProblemKind>> {
        let known = |name: &str| ["Nod", "MirrorWords", "Threaten", "Keep silent", "点头", "威胁"].contains(&name);
        let mut all = Vec::new();
        codes(cell, known, |code| all.push(code.map(|code| (code.name, code.about))));
        all
    }

    #[test]
    fn codes_stand_apart_by_whatever_people_put_between_them() {
        let wanted = [Ok(("MirrorWords", Some("寒心"))), Ok(("Threaten", None)), Ok(("Nod", None))];
        for by in [";", "；", ",", "，", "、", "/", "|", "\n", " ", "　", " ; ", ",\n", " + "] {
            assert_eq!(read(&format!("MirrorWords(寒心){by}Threaten{by}Nod")), wanted, "{by:?}");
        }
        assert_eq!(read("点头 威胁"), [Ok(("点头", None)), Ok(("威胁", None))]);
        assert_eq!(read("Nod Keep silent"), [Ok(("Nod", None)), Ok(("Keep silent", None))]);
        assert_eq!(read("Nod MirrorWords (a) Nod").len(), 3);
        assert_eq!(read("Nod Smile"), [Ok(("Nod Smile", None))], "what is not known is not taken apart");
    }

    #[test]
    fn a_separator_in_brackets_separates_nothing() {
        assert_eq!(
            read("Nod; MirrorWords(寒心；真寒心)；；CitePolicy（xf2022/18(4)）"),
            [Ok(("Nod", None)), Ok(("MirrorWords", Some("寒心；真寒心"))), Ok(("CitePolicy", Some("xf2022/18(4)")))]
        );
        assert_eq!(read("Feeling(“寒心”)"), [Ok(("Feeling", Some("寒心")))]);
        assert_eq!(read("Nod()"), [Ok(("Nod", None))]);
    }

    #[test]
    fn brackets_that_do_not_match_are_told() {
        let early = |found: &str| Err(ProblemKind::BracketEarly { found: found.into() });
        assert_eq!(read("MirrorWords(寒心)Threaten;Nod"), [early("MirrorWords(寒心)Threaten"), Ok(("Nod", None))]);
        assert_eq!(read("MirrorWords(寒心)了)"), [early("MirrorWords(寒心)了)")]);
        // A code taken into the bracket would be lost.
        for by in ["; ", ",", "；", "、", "/", " ", " - "] {
            let cell = format!("MirrorWords(寒心{by}Threaten)");
            assert_eq!(read(&cell), [Err(ProblemKind::BracketLate { found: cell.as_str().into() })], "{by:?}");
        }
        assert_eq!(read("MirrorWords(I could nod and wait)").len(), 1);
        assert_eq!(read("Nod)"), [early("Nod)")]);
        assert_eq!(
            read("MirrorWords(寒心;Nod"),
            [Err(ProblemKind::BracketOpen { found: "MirrorWords(寒心;Nod".into() })]
        );
    }
}
