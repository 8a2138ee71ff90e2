//! ID numbers of the mainland: found in a text, checked, and shown with the middle hidden.

use jiff::civil::Date;
use std::ops::Range;

/// Figures left in sight at the front.
const FRONT: usize = 6;
/// Figures left in sight at the end.
const BACK: usize = 4;
/// What hides a figure.
const VEIL: char = '*';
/// GB 11643: weights of the first seventeen figures.
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/// GB 11643: the check figure by the remainder modulo eleven.
const CHECKS: [char; 11] = ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'];

/// An ID number that stands whole in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdNumber {
    /// Its bytes in the text.
    pub span: Range<usize>,
    /// Ten figures and `X`, without what was written between.
    pub figures: String,
    /// Whether the check figure is right. The fifteen-figure numbers issued before 1999 have none: always true.
    pub checks: bool,
}

/// A figure in a text that may belong to an ID number.
struct IdFigure {
    span: Range<usize>,
    sign: char,
    /// Whether a space or hyphen stands before it.
    apart: bool,
}

/// The ID numbers that stand whole in a text: eighteen figures, or fifteen of the old kind, with a possible birthday.
/// Full-width figures, and single spaces or hyphens between figures, do not hide one. A number with a wrong check
/// figure is found too: a slip of the pen still tells who it is.
pub fn id_numbers(text: &str) -> Vec<IdNumber> {
    let mut found = Vec::new();
    let mut run: Vec<IdFigure> = Vec::new();
    let mut apart = false;
    for (at, c) in text.char_indices() {
        let sign = narrow(c);
        let mark = IdFigure { span: at..at + c.len_utf8(), sign, apart };
        match sign {
            '0'..='9' => run.push(mark),
            // The check figure ten; what follows it starts anew.
            'X' if !run.is_empty() => {
                run.push(mark);
                close(&mut run, &mut found);
            }
            ' ' | '-' if !run.is_empty() && !apart => {
                apart = true;
                continue;
            }
            _ => close(&mut run, &mut found),
        }
        apart = false;
    }
    close(&mut run, &mut found);
    found
}

/// Ends a run of figures and keeps the ID numbers in it: whole groups, alone or together.
fn close(run: &mut Vec<IdFigure>, found: &mut Vec<IdNumber>) {
    let marks = std::mem::take(run);
    let starts: Vec<usize> = (0..marks.len()).filter(|at| *at == 0 || marks[*at].apart).collect();
    let mut done = 0;
    for (group, start) in starts.iter().enumerate() {
        if *start < done {
            continue;
        }
        let ends = starts[group + 1..].iter().copied().chain([marks.len()]).take_while(|end| end - start <= 18);
        for end in ends {
            let figures: String = marks[*start..end].iter().map(|mark| mark.sign).collect();
            if born(&figures).is_some() {
                let checks = figures.len() == 15 || check_figure(&figures) == figures.chars().next_back();
                found.push(IdNumber { span: marks[*start].span.start..marks[end - 1].span.end, figures, checks });
                done = end;
                break;
            }
        }
    }
}

/// Half-width and upper-case.
fn narrow(c: char) -> char {
    match c {
        '０'..='９' | 'Ｘ' | 'ｘ' => {
            char::from_u32(u32::from(c) - 0xFEE0).map_or(c, |narrow| narrow.to_ascii_uppercase())
        }
        'x' => 'X',
        '　' => ' ',
        '－' | '–' | '—' => '-',
        other => other,
    }
}

/// The birthday inside a number of eighteen or fifteen figures.
fn born(figures: &str) -> Option<Date> {
    let figure = |range: Range<usize>| figures.get(range)?.parse::<i16>().ok();
    let (year, rest) = match figures.len() {
        18 => (figure(6..10).filter(|year| (1850..=2150).contains(year))?, 10),
        15 => (1900 + figure(6..8)?, 8),
        _ => return None,
    };
    // No region begins with zero, and only the last of eighteen signs may be the letter.
    if figures.starts_with('0') || figures.find('X').is_some_and(|at| at != 17) {
        return None;
    }
    let month = i8::try_from(figure(rest..rest + 2)?).ok()?;
    let day = i8::try_from(figure(rest + 2..rest + 4)?).ok()?;
    Date::new(year, month, day).ok()
}

/// The check figure that belongs to the first seventeen figures (GB 11643, ISO 7064 MOD 11-2).
pub fn check_figure(figures: &str) -> Option<char> {
    let mut sum = 0;
    let mut signs = figures.chars();
    for weight in WEIGHTS {
        sum += weight * signs.next()?.to_digit(10)?;
    }
    CHECKS.get((sum % 11) as usize).copied()
}

/// The text with every ID number shown as first six and last four, the middle hidden. What is no ID number stays.
///
/// ```
/// use calmdesk::procedure::identity::mask_id_number;
/// assert_eq!(mask_id_number("11010519491231002X"), "110105********002X");
/// ```
pub fn mask_id_number(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut done = 0;
    for number in id_numbers(text) {
        masked.push_str(&text[done..number.span.start]);
        let hidden = number.figures.len() - FRONT - BACK;
        masked.push_str(&number.figures[..FRONT]);
        masked.extend(std::iter::repeat_n(VEIL, hidden));
        masked.push_str(&number.figures[FRONT + hidden..]);
        done = number.span.end;
    }
    masked.push_str(&text[done..]);
    masked
}

/// How an ID number was written on a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdShown {
    /// First six and last four, the middle hidden.
    Masked,
    /// More of it can be read than the first six and the last four.
    TooMuch,
    /// Not an ID number, nor a masked one.
    Unclear,
}

/// How the text shows an ID number.
pub fn id_shown(text: &str) -> IdShown {
    if !id_numbers(text).is_empty() {
        return IdShown::TooMuch;
    }
    let signs: Vec<char> = text
        .chars()
        .map(narrow)
        .filter(|c| !matches!(c, ' ' | '-'))
        .map(|c| if is_veil(c) { VEIL } else { c })
        .collect();
    let figure = |c: &char| c.is_ascii_digit() || *c == 'X';
    if !matches!(signs.len(), 15 | 18) || !signs.iter().all(|c| figure(c) || *c == VEIL) || !signs.contains(&VEIL) {
        return IdShown::Unclear;
    }
    let middle = &signs[FRONT..signs.len() - BACK];
    if middle.iter().any(figure) { IdShown::TooMuch } else { IdShown::Masked }
}

fn is_veil(c: char) -> bool {
    matches!(c, '*' | '＊' | '×' | '•' | '●' | '█' | '■' | '＿' | '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_of_the_standard_checks_and_a_slip_does_not() {
        assert_eq!(check_figure("11010519491231002X"), Some('X'));
        assert_eq!(check_figure("440524188001010014"), Some('4'));
        assert!(id_numbers("11010519491231002X")[0].checks);
        assert!(!id_numbers("110105194912310021")[0].checks);
        assert_eq!(check_figure("1101"), None);
    }

    #[test]
    fn numbers_are_found_however_they_are_written() {
        for text in [
            "身份证11010519491231002X，电话13800138000",
            "身份证号：１１０１０５１９４９１２３１００２ｘ。",
            "110105 19491231 002X",
            "110105-19491231-002x",
            "13800138000 11010519491231002X",
            "11010519491231002X 13800138000",
        ] {
            let found = id_numbers(text);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(found[0].figures, "11010519491231002X");
            assert!(mask_id_number(text).contains("110105********002X"), "{text}");
        }
        assert_eq!(mask_id_number("旧证110105491231002号"), "旧证110105*****1002号");
    }

    #[test]
    fn other_long_numbers_are_left_alone() {
        for text in ["13800138000", "6222021234567890123", "110105199902300021", "20260309-0001", "", "１２３"] {
            assert!(id_numbers(text).is_empty(), "{text}");
            assert_eq!(mask_id_number(text), text);
        }
    }

    #[test]
    fn half_a_mask_is_no_mask() {
        assert_eq!(id_shown("110105********002X"), IdShown::Masked);
        assert_eq!(id_shown("110105*****1002"), IdShown::Masked);
        assert_eq!(id_shown("1101051949****002X"), IdShown::TooMuch);
        assert_eq!(id_shown("11010519491231002X"), IdShown::TooMuch);
        assert_eq!(id_shown("已核验"), IdShown::Unclear);
    }
}
