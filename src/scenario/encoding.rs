//! What the bytes of a file are: UTF-8, or what a Chinese editor wrote instead.

use super::diagnostic::{Code, Hint};
use std::borrow::Cow;

/// Why bytes are not UTF-8, and the first that is not.
pub fn diagnose(bytes: &[u8]) -> (Code, usize) {
    let first = std::str::from_utf8(bytes).err().map_or(0, |error| error.valid_up_to());
    let zeros = bytes.iter().take(4096).filter(|byte| **byte == 0).count();
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") || zeros * 4 > bytes.len().min(4096) {
        return (Code::Utf16, 0);
    }
    (if gbk(bytes).is_some() { Code::Gbk } else { Code::NotUtf8 }, first)
}

/// What is wrong with bytes that are no UTF-8, and what to do where the code does not say it.
pub fn problem(bytes: &[u8]) -> (Code, Option<Hint>) {
    // ZIP (and with it .docx), the old .doc, PDF.
    let office = [&b"PK\x03\x04"[..], b"\xD0\xCF\x11\xE0", b"%PDF"].iter().any(|head| bytes.starts_with(head));
    if office { (Code::NotUtf8, Some(Hint::Text("hint-office-file"))) } else { (diagnose(bytes).0, None) }
}

fn gbk(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let (text, broken) = encoding_rs::GB18030.decode_without_bom_handling(bytes);
    // Latin-1 or torn UTF-8 may decode too, but not to everyday Chinese.
    let (mut wide, mut everyday) = (0usize, 0usize);
    for c in text.chars().filter(|c| !c.is_ascii()) {
        wide += 1;
        everyday += usize::from(
            matches!(c, '\u{4E00}'..='\u{9FFF}' | '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FFEF}' | '‘'..='”' | '…' | '—' | '·'),
        );
    }
    (!broken && wide > 0 && everyday * 10 >= wide * 9).then_some(text)
}

pub fn decode_for_showing(bytes: &[u8]) -> Cow<'_, str> {
    match diagnose(bytes) {
        (Code::Utf16, _) => {
            let encoding = if bytes.starts_with(b"\xFE\xFF") { encoding_rs::UTF_16BE } else { encoding_rs::UTF_16LE };
            encoding.decode_with_bom_removal(bytes).0
        }
        (Code::Gbk, _) => gbk(bytes).unwrap_or_default(),
        _ => String::from_utf8_lossy(bytes),
    }
}
