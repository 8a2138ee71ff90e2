//! SugarCube, and Sugarcane before it: macros `<<name …>>`, variables `$name` and `_name`.

use super::super::What;
use super::code::{is_word, literal};
use super::links::parts_of_link;
use super::scan::{Hook, Scan};

/// Takes what begins here; `false` where it is nothing of SugarCube's.
pub fn take(scan: &mut Scan) -> bool {
    let rest = scan.rest();
    if rest.starts_with("<<") {
        return called(scan);
    }
    if rest.starts_with("$$") {
        scan.skip(1);
        scan.text("$");
        return true;
    }
    scan.variable("$")
}

/// One argument of a macro.
enum Arg {
    Text(String),
    Link(String, String),
    Other,
}

fn called(scan: &mut Scan) -> bool {
    let rest = scan.rest();
    let inside = &rest[2..];
    let closing = inside.starts_with('/');
    let name = &inside[usize::from(closing)..];
    let end = name.bytes().take(40).position(|byte| !(byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-'));
    let name = name[..end.unwrap_or(0)].to_ascii_lowercase();
    let Some(length) = scan.code_end(2, ">>", None) else {
        scan.broken(What::Macro);
        return true;
    };
    let code = &rest[..length];
    let first = 2 + usize::from(closing) + name.len();
    let args = if first <= length - 2 { args(&code[first..length - 2]) } else { Vec::new() };
    match (closing, name.as_str()) {
        (true, "link" | "button" | "click") => {
            scan.hooks.pop();
            scan.skip(length);
        }
        (true, _) => scan.skip(length),
        (false, "link" | "button" | "click") => {
            match args.as_slice() {
                [Arg::Link(words, to), ..] => scan.way(length, words, to),
                [Arg::Text(words), Arg::Text(to), ..] => scan.way(length, words, to),
                [Arg::Text(words), Arg::Other, ..] => scan.dynamic(length, words),
                [Arg::Text(words)] => {
                    let at = scan.words(length, words);
                    scan.hooks.push(Hook::Link(at));
                    return true;
                }
                _ => scan.dynamic(length, ""),
            }
            scan.hooks.push(Hook::Plain);
        }
        (false, "goto" | "jump") => match args.first() {
            Some(Arg::Link(_, to) | Arg::Text(to)) => scan.goto(length, to),
            _ => scan.dynamic(length, ""),
        },
        (false, "choice") => match args.as_slice() {
            [Arg::Link(words, to), ..] => scan.way(length, words, to),
            [Arg::Text(to), Arg::Text(words), ..] => scan.way(length, words, to),
            [Arg::Text(to)] => scan.way(length, to, to),
            _ => scan.dynamic(length, ""),
        },
        (false, "actions") => {
            for (at, arg) in args.iter().enumerate() {
                let length = if at == 0 { length } else { 0 };
                match arg {
                    Arg::Link(words, to) => scan.way(length, words, to),
                    Arg::Text(to) => scan.way(length, to, to),
                    Arg::Other => scan.dynamic(length, ""),
                }
            }
            if args.is_empty() {
                scan.skip(length);
            }
        }
        (false, "include" | "display") => match args.first() {
            Some(Arg::Link(_, name) | Arg::Text(name)) => scan.include(length, name),
            _ => scan.leave_out(length, What::Macro),
        },
        (false, "linkreplace" | "linkappend" | "linkprepend") => match args.first() {
            Some(Arg::Text(words)) => {
                scan.words(length, words);
            }
            _ => scan.leave_out(length, What::Macro),
        },
        (false, "back" | "return") => scan.dynamic(length, ""),
        (false, "script" | "widget" | "silently" | "capture" | "style") => {
            let end = match name.as_str() {
                "script" => "<</script>>",
                "widget" => "<</widget>>",
                "silently" => "<</silently>>",
                "style" => "<</style>>",
                _ => return left(scan, length),
            };
            let all = scan.until(end).unwrap_or(length);
            scan.leave_out(all, if name == "silently" { What::Macro } else { What::Code });
        }
        _ => return left(scan, length),
    }
    true
}

fn left(scan: &mut Scan, length: usize) -> bool {
    scan.leave_out(length, What::Macro);
    true
}

fn args(code: &str) -> Vec<Arg> {
    let mut args = Vec::new();
    let mut rest = code.trim();
    while let Some(first) = rest.chars().next() {
        let length = if let Some(inner) = rest.strip_prefix("[[") {
            let (inside, end) = inner.find("]]").map_or((inner, rest.len()), |at| (&inner[..at], at + 4));
            let (words, to) = parts_of_link(inside.split("][").next().unwrap_or_default());
            args.push(if to.starts_with(['$', '_']) { Arg::Other } else { Arg::Link(words, to) });
            end
        } else if matches!(first, '"' | '\'') {
            let mut escaped = false;
            let end = rest[1..].find(|c: char| {
                let ends = c == first && !escaped;
                escaped = c == '\\' && !escaped;
                ends
            });
            let end = end.map_or(rest.len(), |at| at + 2);
            args.push(literal(&rest[..end]).map_or(Arg::Other, Arg::Text));
            end
        } else {
            let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
            let bare = &rest[..end];
            // A name without quotes is a passage, too, unless it is worked out.
            args.push(if is_word(bare) { Arg::Text(bare.to_owned()) } else { Arg::Other });
            end
        };
        rest = rest[length..].trim_start();
    }
    args
}
