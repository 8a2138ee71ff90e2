//! Links in double brackets, which all formats share, and the words of a link.

use super::super::What;
use super::code::near_line;
use super::html;
use super::scan::Scan;

/// `[[target]]`, `[[text|target]]`, `[[text->target]]`, `[[target<-text]]`, with or without `[$setter]`.
pub fn link(scan: &mut Scan) -> bool {
    if !scan.link_may_end() {
        return false;
    }
    let rest = scan.rest();
    // A hook whose first sign is a link, `[[[name]]]`, and no link whose words stand in brackets, `[[[+]->name]]`.
    if rest.starts_with("[[[") {
        let words = near_line(&rest[2..]).split("]]").next().unwrap_or_default();
        if words.matches('[').count() != words.matches(']').count() {
            return false;
        }
    }
    if rest.starts_with("[img[") || rest.starts_with("[<img[") || rest.starts_with("[>img[") {
        return picture(scan);
    }
    let Some(inside) = rest.strip_prefix("[[") else { return false };
    let line = near_line(inside);
    let Some(end) = line.find("]]") else { return false };
    let whole = line[..end].split("][").next().unwrap_or_default();
    let setter = whole.len() < end;
    // A setter may end with a bracket of its own.
    let more = usize::from(setter && line[end + 2..].starts_with(']'));
    let (words, to) = parts_of_link(whole);
    if to.is_empty() {
        scan.leave_out(end + 4, What::Nowhere);
        return true;
    }
    scan.way(end + 4 + more, &words, &to);
    true
}

/// `[img[title|source]]`, perhaps with `[target]`.
fn picture(scan: &mut Scan) -> bool {
    let line = near_line(scan.rest());
    let Some(end) = line.find("]]") else { return false };
    let mut parts = line[..end].split("][");
    let words = parts.next().unwrap_or_default().rsplit('[').next().unwrap_or_default();
    let target = parts.next().map(|target| parts_of_link(target).1);
    let words = words.split_once('|').map_or("", |(words, _)| words).to_owned();
    scan.leave_out(end + 2, What::Picture);
    if let Some(to) = target {
        scan.way(0, &words, &to);
    }
    true
}

/// Words and target of what stands in a link.
pub fn parts_of_link(whole: &str) -> (String, String) {
    let (words, to) = if let Some((words, to)) = whole.rsplit_once("->") {
        (words, to)
    } else if let Some((to, words)) = whole.split_once("<-") {
        (words, to)
    } else {
        whole.rsplit_once('|').unwrap_or((whole, whole))
    };
    let words = if words.trim().is_empty() { to } else { words };
    (words.trim().to_owned(), to.trim().to_owned())
}

/// Words of a link as they are heard: without pictures and marks of HTML.
pub fn spoken(words: &str) -> String {
    let mut out = String::new();
    let mut rest = words;
    while let Some(at) = rest.find('<') {
        let end = rest[at..].find('>');
        match end {
            Some(end) if rest[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') => {
                out.push_str(&rest[..at]);
                rest = &rest[at + end + 1..];
            }
            _ => {
                out.push_str(&rest[..=at]);
                rest = &rest[at + 1..];
            }
        }
    }
    out.push_str(rest);
    html::plain(out.trim())
}
