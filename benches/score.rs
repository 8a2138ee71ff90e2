//! Coding sheets: read, scored, and written out with their reports, for classes of growing size.
//!
//! The largest sheet is left in the target folder, for `calmdesk score` to be timed on.

#![allow(clippy::unwrap_used, reason = "a bench that cannot begin should stop")]

mod common;

use calmdesk::coding::read;
use calmdesk::report::live_page;
use calmdesk::rubric::Rubric;
use calmdesk::vocabulary::Locale;
use common::dialogue::Dice;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use std::fmt::Write;
use std::path::Path;

const TURNS: u32 = 100;

/// What visitors say, with its cues.
const SAID: [(&str, &str); 8] = [
    ("我跑了三回，没一个人管，我是真寒心。", "Feeling(寒心);Deflected(3);Vent"),
    ("楼上半夜拖桌子，每晚十一点到一点。", "Fact(每晚十一点到一点)"),
    ("这个到底归谁管？", "Question;Due(path);Due(date)"),
    ("我怕他们知道是我说的。", "Privacy"),
    ("你叫谁别激动？", "Insult"),
    ("材料我都带来了，你看看。", "Papers;Interest"),
    ("从前年说起，那时候楼上还没搬来，后来……", "Rambling"),
    ("我一夜一夜睡不着，心里憋屈。", "Feeling(憋屈)"),
];

/// What trainees answer, with its acts.
const ANSWERED: [(&str, &str); 10] = [
    ("您说寒心，我听到了。您坐，从头慢慢说。", "MirrorWords(寒心);OfferSeat;InviteMore"),
    ("每晚十一点到一点，我记下了。", "Paraphrase(每晚十一点到一点);TakeNotes"),
    ("归社区先调解，星期四下午我给您打电话。", "NameBody;NameDate;Promise(星期四下午打电话)"),
    ("您多虑了，没人会说出去的。", "NegateEmotion"),
    ("您先别激动。", "CutIn;NegateEmotion"),
    ("信访条例写着，这个要书面告诉您。", "CitePolicy(xf2022/23)"),
    ("", "Nod"),
    ("这是受理告知，您收好。", "ExplainProcess"),
    ("您心里憋屈，换了谁都一样。", "MirrorWords(憋屈);NameFeeling"),
    ("后来呢？", "OpenQuestion"),
];

fn sheet(sessions: u32) -> String {
    let mut dice = Dice::new(17);
    let mut text = String::from("session,turn,time,speaker,text,acts,cues,name,class\n");
    for session in 0..sessions {
        for turn in 1..=TURNS {
            let (said, cues) = SAID[dice.below(SAID.len() as u32) as usize];
            let (answer, acts) = ANSWERED[dice.below(ANSWERED.len() as u32) as usize];
            let at = turn * 20;
            writeln!(text, "s{session},{turn},{at},visitor,{said},,{cues},学员{session},第三期").unwrap();
            writeln!(text, "s{session},{turn},{},trainee,{answer},{acts},,,", at + 9).unwrap();
        }
    }
    text
}

fn classes(c: &mut Criterion) {
    let rubric = Rubric::shipped();
    let mut group = c.benchmark_group("score");
    group.sample_size(10);
    for sessions in [10, 100, 1000] {
        let text = sheet(sessions);
        let read_in = read(text.as_bytes(), rubric).unwrap();
        group.throughput(Throughput::Elements(sessions.into()));
        group.bench_function(BenchmarkId::new("read", sessions), |b| {
            b.iter(|| read(text.as_bytes(), rubric).unwrap().sessions.len());
        });
        group.bench_function(BenchmarkId::new("judge", sessions), |b| {
            b.iter(|| read_in.sessions.iter().filter_map(|one| one.staged(rubric)).count());
        });
        if sessions == 1000 {
            std::fs::write(Path::new(env!("CARGO_TARGET_TMPDIR")).join("class-of-1000.csv"), text).unwrap();
            continue;
        }
        let staged: Vec<_> = read_in.sessions.iter().map(|one| (one, one.staged(rubric).unwrap())).collect();
        group.bench_function(BenchmarkId::new("reports", sessions), |b| {
            b.iter(|| {
                let pages =
                    staged.iter().map(|(one, staged)| live_page(one, staged, rubric, None, "sheet.csv", Locale::ZhCn));
                pages.map(|page| serde_json::to_vec(&page).unwrap().len()).sum::<usize>()
            });
        });
    }
}

criterion_group! { name = benches; config = common::criterion(); targets = classes }
criterion_main!(benches);
