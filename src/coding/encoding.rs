//! What the bytes of a sheet are. Only what is surely Chinese or English as people write it every day is read; all else
//! is refused by its name, for wrong letters look like words.

use super::problem::ProblemKind;
use super::table::Encoding;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use std::borrow::Cow;

/// The text, or why there is none.
pub(super) fn decoded(bytes: &[u8]) -> Result<(Cow<'_, str>, Encoding), ProblemKind> {
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return utf16(bytes, bytes[0] == 0xFF);
    }
    let (rest, encoding) = match bytes.strip_prefix(b"\xEF\xBB\xBF") {
        Some(rest) => (rest, Encoding::Utf8Bom),
        None => (bytes, Encoding::Utf8),
    };
    let start = &rest[..rest.len().min(4096)];
    let zeros = start.iter().filter(|byte| **byte == 0).count();
    if zeros > 0 && zeros * 8 < start.len() {
        return Err(ProblemKind::NotText);
    }
    if zeros > 0 {
        // Letters of English take two bytes there, of which one is zero.
        let second = start.iter().skip(1).step_by(2).filter(|byte| **byte == 0).count();
        return utf16(rest, second * 2 > zeros);
    }
    match std::str::from_utf8(rest) {
        // Japanese mail: ASCII with signs that switch the alphabet.
        Ok(text) if text.contains("\u{1b}$") => Err(ProblemKind::Encoding { name: "ISO-2022-JP" }),
        Ok(text) if encoding == Encoding::Utf8 && is_strange(text) && everyday(rest) => other(rest),
        Ok(text) => Ok((Cow::Borrowed(text), encoding)),
        Err(error) => {
            // A few letters of GBK may be UTF-8 as well, but Chinese in UTF-8 is never everyday GBK.
            // Nor does chance make more of it than letters that nobody writes here: 세 in EUC-KR is one.
            let before = std::str::from_utf8(&rest[..error.valid_up_to()]).unwrap_or_default();
            let torn = !before.is_ascii() && !is_strange(before) || encoding == Encoding::Utf8Bom;
            let torn =
                |kind| if torn { ProblemKind::TornUtf8 { line: line_at(rest, error.valid_up_to()) } } else { kind };
            other(rest).map_err(torn)
        }
    }
}

/// Whether all that is beyond ASCII is neither Latin nor Chinese: 学员 in GBK is such letters in UTF-8.
fn is_strange(text: &str) -> bool {
    !text.is_ascii() && text.chars().filter(|c| !c.is_ascii()).all(|c| matches!(c, '\u{250}'..='\u{7FF}'))
}

/// Line of the byte there, from 1.
fn line_at(bytes: &[u8], at: usize) -> u64 {
    bytes[..at].iter().filter(|byte| **byte == b'\n').count() as u64 + 1
}

fn utf16(bytes: &[u8], little: bool) -> Result<(Cow<'_, str>, Encoding), ProblemKind> {
    let encoding = if little { encoding_rs::UTF_16LE } else { encoding_rs::UTF_16BE };
    let (text, broken) = encoding.decode_with_bom_removal(bytes);
    if broken || text.contains('\0') { Err(ProblemKind::NotText) } else { Ok((text, Encoding::Utf16)) }
}

/// One byte a letter, or two: GBK where it is everyday Chinese by two tests, a count of bytes and a statistic of
/// languages (Korean has the bytes of Chinese; of a few letters the statistic cannot tell these three apart).
fn other(bytes: &[u8]) -> Result<(Cow<'_, str>, Encoding), ProblemKind> {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    let maybe_chinese = [encoding_rs::GBK, encoding_rs::BIG5].contains(&guess) || LATIN.contains(&guess);
    if maybe_chinese && everyday(bytes) {
        let (text, broken) = encoding_rs::GB18030.decode_without_bom_handling(bytes);
        if !broken {
            return Ok((text, Encoding::Gbk));
        }
    }
    let (text, broken) = guess.decode_without_bom_handling(bytes);
    let control = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r');
    if guess == encoding_rs::GBK || broken || text.contains(control) {
        return Err(ProblemKind::NotText);
    }
    Err(ProblemKind::Encoding { name: guess.name() })
}

/// Their letters beyond ASCII stand alone, so that everyday Chinese is none of them.
const LATIN: [&encoding_rs::Encoding; 5] = [
    encoding_rs::WINDOWS_1252,
    encoding_rs::WINDOWS_1250,
    encoding_rs::WINDOWS_1254,
    encoding_rs::WINDOWS_1257,
    encoding_rs::ISO_8859_2,
];

/// Whether as GBK the bytes are Chinese as it is written every day: nearly all of it characters and signs of GB 2312,
/// most of them of its first, common half.
fn everyday(bytes: &[u8]) -> bool {
    let (mut wide, mut known, mut common) = (0usize, 0usize, 0usize);
    let mut rest = bytes;
    while let [lead, after @ ..] = rest {
        rest = after;
        if *lead < 0x80 {
            continue;
        }
        let trail = after.first().copied().unwrap_or_default();
        rest = after.get(1..).unwrap_or_default();
        let high = trail >= 0xA1;
        wide += 1;
        known += usize::from(high && matches!(lead, 0xA1..=0xA3 | 0xB0..=0xF7));
        common += usize::from(high && matches!(lead, 0xA1..=0xA3 | 0xB0..=0xD7));
    }
    wide > 0 && known * 10 >= wide * 9 && common * 10 >= wide * 7
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, encoding: &'static encoding_rs::Encoding) -> Result<Encoding, ProblemKind> {
        let (bytes, _, unmappable) = encoding.encode(text);
        assert!(!unmappable, "{text}");
        decoded(&bytes).map(|(_, encoding)| encoding)
    }

    #[test]
    fn everyday_chinese_is_read_and_all_else_named() {
        for text in [
            "session,text,name\na,我跑了三回，没人管,王敏\n",
            "场次,说话人,言行,信号\n一,学员,Nod,\n",
            "session,speaker,text,acts,cues,name\na,visitor,我跑了三回，没人管,,Feeling,李镕基\n",
            "session,speaker,acts,cues,name\na,visitor,,Feeling(寒心),\n",
            "session,speaker,acts,cues,name\na,visitor,,Feeling,王敏\n",
            "session,speaker,acts,cues,name\na,学员,Nod,,\n",
            "session,speaker,acts,cues\n一组,trainee,Nod,\n",
        ] {
            assert_eq!(read(text, encoding_rs::GBK), Ok(Encoding::Gbk), "{text}");
        }
        let named = |text: &str, encoding: &'static encoding_rs::Encoding| match read(text, encoding) {
            Err(ProblemKind::Encoding { name }) => name,
            other => panic!("{text}: {other:?}"),
        };
        let big5 = "場次,說話人,原話,言行,信號\n一組,來訪人,我跑了三回都沒有人管這件事,,Feeling\n";
        assert_eq!(named(big5, encoding_rs::BIG5), "Big5");
        let korean = "session,speaker,text,acts,cues\na,visitor,세 번이나 왔는데 아무도 신경을 안 써요,,Feeling\n";
        assert_eq!(named(korean, encoding_rs::EUC_KR), "EUC-KR");
        // Short ones, too, of which some letters are UTF-8 by chance.
        for short in [
            "session,speaker,acts,cues\na,학생,Nod,\n",
            "session,speaker,text,acts,cues,name\na,visitor,힘들어요,,Feeling,김철수\n",
            "session,speaker,text,acts,cues\na,visitor,안녕하세요,,Question\n",
        ] {
            assert_eq!(named(short, encoding_rs::EUC_KR), "EUC-KR", "{short}");
        }
        let japanese = "session,speaker,text,acts,cues\na,visitor,三回も来たのに誰も聞いてくれません,,Feeling\n";
        assert_eq!(named(japanese, encoding_rs::SHIFT_JIS), "Shift_JIS");
        let german = "session,speaker,text,name\na,visitor,Es tut mir weh,René Müller\n";
        assert!(named(german, encoding_rs::WINDOWS_1252).starts_with("windows-125"));
        let quotes = "session,speaker,text\na,visitor,I’m heartsick – “nobody listens”\n";
        assert!(named(quotes, encoding_rs::WINDOWS_1252).starts_with("windows-125"));
        let russian = "session,speaker,text\na,visitor,Я уже три раза приходил и никто не слушает\n";
        assert_eq!(named(russian, encoding_rs::WINDOWS_1251), "windows-1251");
        assert_eq!(named(russian, encoding_rs::KOI8_R), "KOI8-U");
    }

    #[test]
    fn torn_texts_are_told_with_their_line() {
        assert_eq!(decoded(b"a\n\xE5\xAF\x92\n\xE5\xAF\n").map(|_| ()), Err(ProblemKind::TornUtf8 { line: 3 }));
        assert_eq!(decoded(b"a\x1b$Bx").map(|_| ()), Err(ProblemKind::Encoding { name: "ISO-2022-JP" }));
        assert_eq!(decoded(b"s\0e\0s\0").unwrap(), ("ses".into(), Encoding::Utf16));
        assert_eq!(decoded(b"PNG\0\0\0\0\x01").map(|_| ()), Err(ProblemKind::NotText));
    }
}
