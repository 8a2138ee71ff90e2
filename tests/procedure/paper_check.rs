//! Papers filled well and badly: each fault is produced, worded, and nothing else is reported.

use calmdesk::locale::Texts;
use calmdesk::procedure::identity::{IdShown, id_numbers, id_shown, mask_id_number};
use calmdesk::procedure::{
    ArticleIx, Basis, Circumstances, Class, Decider, Fault, FilledPaper as Filled, LawLibrary, PaperCatalogue,
    PaperContext, PaperEntry as Entry, PaperFault, PaperField as Field, PaperKind, Period, PromisedTime, Remedy, Route,
    Standing, Truthfulness, Urgency, check_paper, check_sheet, missing_from_sheet,
};
use calmdesk::vocabulary::Locale;
use jiff::civil::{Date, date};
use proptest::prelude::*;

const RECEIVED: Date = date(2026, 3, 9);

fn kind(id: &str) -> &'static PaperKind {
    let papers = PaperCatalogue::shipped();
    &papers[papers.find(id).unwrap_or_else(|| panic!("{id}"))]
}

const MATTER: Circumstances = Circumstances {
    accepted: Some(RECEIVED),
    asked: Some(RECEIVED),
    class: Some(Class::Remedy),
    route: Some(Route::Opinion),
    urgency: Some(Urgency::Ordinary),
    people: Some(1),
    ..Circumstances::of(RECEIVED)
};

fn context(on: Date) -> PaperContext<'static> {
    PaperContext::of(MATTER, on)
}

/// The article cited so.
fn article(citation: &str) -> Option<ArticleIx> {
    Some(LawLibrary::shipped().find(citation).unwrap_or_else(|| panic!("{citation}")))
}

/// What a good clerk writes into each field of this paper on this day.
fn well(kind: &PaperKind, field: Field, on: Date) -> Entry {
    match field {
        Field::IdNumber => Entry::IdNumber("110105********002X".into()),
        Field::People => Entry::Count(1),
        Field::ReceivedOn => Entry::Date(RECEIVED),
        Field::SealDate | Field::HeldOn => Entry::Date(on),
        Field::Class => Entry::Class(Class::Remedy),
        Field::Route => Entry::Route(Route::Opinion),
        Field::Urgency => Entry::Urgency(Urgency::Ordinary),
        Field::Body => Entry::Body { name: "生态环境分局".into(), standing: Standing::Competent },
        Field::Deadline => {
            let days = if kind.id == "extension-notice" { 90 } else { 60 };
            Entry::Time(PromisedTime::Within(Period::days(days)))
        }
        Field::Basis => Entry::Basis(vec![Basis::Article("noise2022/70".into())]),
        Field::Remedy => Entry::Remedy {
            remedy: kind.remedy.unwrap_or(Remedy::Review),
            within: PromisedTime::Within(Period::days(30)),
            to: None,
        },
        Field::Signatures => Entry::Signed(3),
        _ => Entry::words("夜里十一点到一点楼上拖桌子"),
    }
}

fn good(kind: &PaperKind, on: Date) -> Filled {
    Filled::new(kind.required.iter().chain(&kind.optional).map(|field| (*field, well(kind, *field, on))))
}

/// The good paper with one field changed, judged.
fn with(id: &str, field: Field, entry: Entry, context: &PaperContext) -> Vec<PaperFault> {
    let kind = kind(id);
    let mut filled = good(kind, context.on);
    match filled.entries.iter_mut().find(|(held, _)| *held == field) {
        Some(held) => held.1 = entry,
        None => filled.entries.push((field, entry)),
    }
    check_paper(kind, &filled, context)
}

fn only(faults: Vec<PaperFault>) -> PaperFault {
    assert_eq!(faults.len(), 1, "{faults:?}");
    let fault = faults[0];
    // Only these rest on no article, and not every paper does; an article that the law packs do not have would be
    // missing here.
    let plain = [
        Fault::NotStruck,
        Fault::NoIdNumber,
        Fault::Invented,
        Fault::WrongUrgency,
        Fault::NotInForce,
        Fault::NoBasis,
        Fault::WrongPeople,
        Fault::WrongKind,
    ];
    // No pack sets the limit of every remedy.
    let may = matches!(fault.found.fault, Fault::TooFewSigned { .. } | Fault::WrongBody);
    assert!(fault.found.basis.is_none() == plain.contains(&fault.found.fault) || may, "{fault:?}");
    fault
}

/// The one fault of the changed paper, on the fifth day.
fn fault(id: &str, field: Field, entry: Entry) -> Fault {
    only(with(id, field, entry, &context(date(2026, 3, 14)))).found.fault
}

#[test]
fn every_paper_filled_well_has_no_fault() {
    for kind in &PaperCatalogue::shipped().papers {
        let on = date(2026, 3, 14);
        assert_eq!(check_paper(kind, &good(kind, on), &context(on)), [], "{}", kind.id);
    }
}

#[test]
fn an_empty_paper_misses_every_required_field_and_a_sheet_only_what_it_prints() {
    for kind in &PaperCatalogue::shipped().papers {
        let context = context(RECEIVED);
        let missed = check_paper(kind, &Filled::default(), &context);
        assert_eq!(missed.iter().map(|fault| fault.field).collect::<Vec<_>>(), kind.required, "{}", kind.id);
        assert!(missed.iter().all(|fault| fault.found.fault == Fault::Missing));
        assert_eq!(check_sheet(kind, &Filled::default(), &context), []);
        assert_eq!(missing_from_sheet(kind, &kind.required[1..]), kind.required[..1]);
    }
}

#[test]
fn blanks() {
    for empty in [Entry::Blank, Entry::Struck, Entry::words("  ")] {
        assert_eq!(fault("registration-form", Field::Claim, empty), Fault::Missing);
    }
    assert_eq!(fault("registration-form", Field::Attachments, Entry::Blank), Fault::NotStruck);
    let struck = with("registration-form", Field::Attachments, Entry::Struck, &context(RECEIVED));
    assert_eq!(struck, []);
    // A trap field is best struck out; left blank it can still be filled by somebody.
    assert_eq!(with("registration-form", Field::Religion, Entry::Struck, &context(RECEIVED)), []);
}

#[test]
fn id_numbers_on_paper() {
    let id = |text: &str| fault("registration-form", Field::IdNumber, Entry::IdNumber(text.into()));
    assert_eq!(id("11010519491231002X"), Fault::Unmasked);
    assert_eq!(id("1101051949****002X"), Fault::Unmasked);
    assert_eq!(id("110105491231002"), Fault::Unmasked);
    assert_eq!(id("12345"), Fault::NoIdNumber);
    assert_eq!(fault("transfer-form", Field::Facts, Entry::words("身份证11010519491231002X")), Fault::Unmasked);
    let checked = Entry::IdNumber("已核验".into());
    assert_eq!(with("registration-form", Field::IdNumber, checked, &context(RECEIVED)), []);
}

#[test]
fn what_must_not_be_collected() {
    for field in Field::ALL.into_iter().filter(|field| field.is_needless()) {
        assert_eq!(fault("registration-form", field, Entry::words("某某")), Fault::Extra, "{field:?}");
    }
    // A care memorandum is about the hardship itself.
    let health = with("care-memorandum", Field::Health, Entry::words("透析，每周三次"), &context(RECEIVED));
    assert_eq!(health, []);
}

#[test]
fn words_against_what_was_said() {
    let words = |truth| Entry::Words { text: "要赔五万".into(), truth };
    assert_eq!(fault("registration-form", Field::Claim, words(Truthfulness::Twisted)), Fault::Reworded);
    assert_eq!(fault("registration-form", Field::Facts, words(Truthfulness::NotTold)), Fault::NotTold);
    assert_eq!(fault("opinion", Field::Result, words(Truthfulness::Wrong)), Fault::Invented);
    assert_eq!(fault("registration-form", Field::People, Entry::Count(3)), Fault::WrongPeople);
    let receipt = Entry::Date(date(2026, 3, 10));
    assert_eq!(fault("registration-form", Field::ReceivedOn, receipt), Fault::WrongReceipt);
    assert_eq!(fault("registration-form", Field::Claim, Entry::Count(2)), Fault::WrongKind);
}

#[test]
fn class_route_urgency_and_body() {
    let class = fault("registration-form", Field::Class, Entry::Class(Class::Accusation));
    assert_eq!(class, Fault::WrongClass);
    let route = fault("registration-form", Field::Route, Entry::Route(Route::Arbitration));
    assert_eq!(route, Fault::WrongRoute);
    let urgency = fault("registration-form", Field::Urgency, Entry::Urgency(Urgency::Urgent));
    assert_eq!(urgency, Fault::WrongUrgency);
    let body = |standing| Entry::Body { name: "物业".into(), standing };
    assert_eq!(fault("path-notice", Field::Body, body(Standing::NotCompetent)), Fault::WrongPath);
    assert_eq!(fault("path-notice", Field::Body, body(Standing::Accused)), Fault::WrongPath);
    let accusation = PaperContext::of(Circumstances { class: Some(Class::Accusation), ..MATTER }, RECEIVED);
    let faults =
        check_sheet(kind("transfer-form"), &Filled::new([(Field::Body, body(Standing::Accused))]), &accusation);
    let leak = only(faults).found;
    assert_eq!((leak.fault, leak.basis), (Fault::ToTheAccused, article("xf2022/30(3)")));
}

#[test]
fn citations() {
    let basis = |basis| fault("opinion", Field::Basis, Entry::Basis(vec![basis]));
    assert_eq!(basis(Basis::Vague("有关规定".into())), Fault::VagueBasis);
    assert_eq!(basis(Basis::ActOnly("《噪声污染防治法》".into())), Fault::NoArticle);
    assert_eq!(basis(Basis::Article("noise2022/999".into())), Fault::NoBasis);
    assert_eq!(basis(Basis::Article("psapl2012/58".into())), Fault::NotInForce);
    assert_eq!(fault("opinion", Field::Basis, Entry::words("根据上级文件精神")), Fault::VagueBasis);
    let december = PaperContext::of(Circumstances::of(date(2025, 12, 20)), date(2025, 12, 31));
    let new = with("opinion", Field::Basis, Entry::Basis(vec![Basis::Article("psapl2025/88".into())]), &december);
    assert_eq!(only(new).found.fault, Fault::NotInForce);
    let several = vec![Basis::Article("noise2022/70".into()), Basis::Vague("相关政策".into())];
    assert_eq!(fault("opinion", Field::Basis, Entry::Basis(several)), Fault::VagueBasis);
}

#[test]
fn times() {
    let time = |promise| with("path-notice", Field::Deadline, Entry::Time(promise), &context(date(2026, 3, 14)));
    assert_eq!(only(time(PromisedTime::Vague)).found.fault, Fault::VagueTime);
    // The sixty days run from the acceptance and end on 8 May.
    let late = only(time(PromisedTime::Within(Period::days(90)))).found;
    assert_eq!((late.fault, late.basis), (Fault::Late { days: 30 }, article("xf2022/34")));
    assert_eq!(only(time(PromisedTime::On(date(2026, 5, 9)))).found.fault, Fault::Late { days: 1 });
    assert_eq!(only(time(PromisedTime::Within(Period::working_days(60)))).found.fault, Fault::WrongUnit);
    assert_eq!(only(time(PromisedTime::On(date(2026, 3, 1)))).found.fault, Fault::WrongTime);
    assert_eq!(time(PromisedTime::On(date(2026, 4, 1))), []);
    assert_eq!(time(PromisedTime::On(date(2026, 5, 8))), []);
    let words = Entry::words("我们尽快答复");
    assert_eq!(fault("path-notice", Field::Deadline, words), Fault::VagueTime);
    let elsewhere = PaperContext::of(Circumstances { route: Some(Route::Arbitration), ..MATTER }, date(2026, 3, 14));
    let sixty = Entry::Time(PromisedTime::Within(Period::days(60)));
    let faults = check_sheet(kind("path-notice"), &Filled::new([(Field::Deadline, sixty)]), &elsewhere);
    assert_eq!(only(faults).found.fault, Fault::AnotherRoute);
}

#[test]
fn remedies() {
    let remedy = |id: &str, remedy, days| {
        fault(id, Field::Remedy, Entry::Remedy { remedy, within: PromisedTime::Within(Period::days(days)), to: None })
    };
    assert_eq!(remedy("opinion", Remedy::Litigation, 30), Fault::WrongRemedy);
    assert_eq!(remedy("review-opinion", Remedy::Review, 30), Fault::WrongRemedy);
    assert_eq!(remedy("re-review-opinion", Remedy::ReReview, 30), Fault::WrongRemedy);
    let on = context(date(2026, 3, 14));
    let cut = Entry::Remedy { remedy: Remedy::Review, within: PromisedTime::Within(Period::days(15)), to: None };
    assert_eq!(only(with("opinion", Field::Remedy, cut, &on)).found.fault, Fault::CutShort { days: 15 });
    let long = Entry::Remedy { remedy: Remedy::ReReview, within: PromisedTime::Within(Period::days(60)), to: None };
    let long = only(with("review-opinion", Field::Remedy, long, &on)).found;
    assert_eq!((long.fault, long.basis), (Fault::Misleading { days: 30 }, article("xf2022/36")));
}

#[test]
fn a_remedy_goes_to_the_body_that_decides_it() {
    let on = context(date(2026, 3, 14));
    let sent = |id: &str, remedy, to| {
        let entry = Entry::Remedy { remedy, within: PromisedTime::Within(Period::days(30)), to: Some(to) };
        with(id, Field::Remedy, entry, &on)
    };
    let found = |faults| {
        let found = only(faults).found;
        (found.fault, found.basis)
    };
    assert_eq!(sent("opinion", Remedy::Review, Decider::NextHigher), []);
    for wrong in [Decider::SameOffice, Decider::HigherStill, Decider::PetitionOffice, Decider::Court] {
        assert_eq!(
            found(sent("opinion", Remedy::Review, wrong)),
            (Fault::WrongBody, article("xf2022/35")),
            "{wrong:?}"
        );
    }
    assert_eq!(sent("review-opinion", Remedy::ReReview, Decider::HigherStill), []);
    let again = sent("review-opinion", Remedy::ReReview, Decider::NextHigher);
    assert_eq!(found(again), (Fault::WrongBody, article("xf2022/36")));
    // Where the claim goes another way, so does what decides it.
    for (remedy, right) in [(Remedy::Reconsideration, Decider::Government), (Remedy::Litigation, Decider::Court)] {
        let on = PaperContext { remedies: &[remedy], ..on };
        let entry = |to| Entry::Remedy { remedy, within: PromisedTime::Within(Period::days(60)), to: Some(to) };
        let faults = |to| check_sheet(kind("opinion"), &Filled::new([(Field::Remedy, entry(to))]), &on);
        assert_eq!(faults(right), []);
        assert_eq!(only(faults(Decider::Commission)).found.fault, Fault::WrongBody, "{remedy:?}");
    }
}

#[test]
fn seals() {
    let seal = |id: &str, day, on| with(id, Field::SealDate, Entry::Date(day), &context(on));
    let early = only(seal("path-notice", date(2026, 3, 8), date(2026, 3, 14)));
    assert_eq!(early.found.fault, Fault::SealEarly);
    let ahead = only(seal("path-notice", date(2026, 3, 16), date(2026, 3, 14)));
    assert_eq!(ahead.found.fault, Fault::SealAhead);
    assert_eq!(seal("path-notice", date(2026, 3, 24), date(2026, 3, 24)), []);
    let late = only(seal("path-notice", date(2026, 3, 25), date(2026, 3, 25)));
    assert_eq!(late.found.fault, Fault::SealLate { days: 1 });
    // Sixty days end on 8 May; with approved and told extension on 7 June.
    let opinion = |on, extended| {
        let context = PaperContext::of(Circumstances { extended, ..MATTER }, on);
        with("opinion", Field::SealDate, Entry::Date(on), &context)
    };
    assert_eq!(only(opinion(date(2026, 5, 9), false)).found.fault, Fault::SealLate { days: 1 });
    assert_eq!(opinion(date(2026, 5, 11), true), []);
    // An extension is told before the sixty days are over.
    let told = with("extension-notice", Field::SealDate, Entry::Date(date(2026, 5, 12)), &context(date(2026, 5, 12)));
    assert!(matches!(only(told).found.fault, Fault::SealLate { .. }));
    assert_eq!(fault("path-notice", Field::SealDate, Entry::Blank), Fault::Missing);
}

#[test]
fn reasons_approval_and_signatures() {
    assert_eq!(fault("extension-notice", Field::Reason, Entry::Blank), Fault::Missing);
    assert_eq!(fault("extension-notice", Field::Approval, Entry::Blank), Fault::Missing);
    let signed = fault("care-memorandum", Field::Signatures, Entry::Signed(2));
    assert_eq!(signed, Fault::TooFewSigned { needed: 3, there: 2 });
    // The two parties and the mediator.
    let signed = fault("mediation-agreement", Field::Signatures, Entry::Signed(2));
    assert_eq!(signed, Fault::TooFewSigned { needed: 3, there: 2 });
}

#[test]
fn every_field_class_route_and_remedy_has_words_in_both_languages() {
    for locale in Locale::ALL {
        for field in Field::ALL {
            assert!(!locale.say(&field.label()).starts_with("field-"), "{field:?}");
        }
        let labels = (Class::ALL.map(|class| locale.say(&class.label())).into_iter())
            .chain(Route::ALL.map(|route| locale.say(&route.label())))
            .chain(Urgency::ALL.map(|urgency| locale.say(&urgency.label())))
            .chain(Remedy::ALL.map(|remedy| locale.say(&remedy.label())));
        for label in labels {
            assert!(!["class-", "route-", "urgency-", "remedy-"].iter().any(|id| label.starts_with(id)), "{label}");
        }
    }
    let law = LawLibrary::shipped();
    for citation in Class::ALL.map(Class::basis).into_iter().chain(Route::ALL.map(Route::basis)) {
        law.resolve(citation).unwrap_or_else(|error| panic!("{error}"));
    }
}

/// GB 11643 by the recursion of ISO 7064 (MOD 11-2), not by the weights.
fn check_by_recursion(figures: &str) -> char {
    let product = figures.chars().fold(0, |product, c| (product + c.to_digit(10).unwrap()) * 2 % 11);
    match (12 - product) % 11 {
        10 => 'X',
        figure => char::from_digit(figure, 10).unwrap(),
    }
}

proptest! {
    #[test]
    fn no_id_number_gets_past_the_mask(
        region in 110_000u32..660_000, year in 1900i16..2026, month in 1i8..=12, day in 1i8..=28, number in 0u16..1000,
        slip: bool, front in "[一-龥，：]{0,8}", back in "[一-龥，。]{0,8}", wide: bool,
    ) {
        let stem = format!("{region}{year:04}{month:02}{day:02}{number:03}");
        let right = check_by_recursion(&stem);
        let check = if slip { if right == '1' { '2' } else { '1' } } else { right };
        let whole = format!("{stem}{check}");
        let written: String = if wide {
            whole.chars().map(|c| char::from_u32(u32::from(c) + 0xFEE0).unwrap()).collect()
        } else {
            whole.clone()
        };
        let text = format!("{front}{written}{back}");
        let found = id_numbers(&text);
        prop_assert_eq!(found.len(), 1);
        prop_assert_eq!(&found[0].figures, &whole);
        prop_assert_eq!(found[0].checks, !slip);
        prop_assert_eq!(&text[found[0].span.clone()], written.as_str());
        let masked = mask_id_number(&text);
        prop_assert!(id_numbers(&masked).is_empty());
        prop_assert_eq!(&masked, &format!("{front}{}********{}{back}", &whole[..6], &whole[14..]));
        prop_assert_eq!(mask_id_number(&masked), masked);
        prop_assert_eq!(id_shown(&whole), IdShown::TooMuch);
        prop_assert_eq!(id_shown(&mask_id_number(&whole)), IdShown::Masked);
    }

    #[test]
    fn any_text_at_all_can_be_looked_through(text in any::<String>(), figures in "[0-9Xx*＊ －-]{0,60}") {
        for text in [text, figures] {
            let masked = mask_id_number(&text);
            prop_assert!(id_numbers(&masked).is_empty(), "{}", masked);
            id_shown(&text);
        }
    }
}
