//! Plays a session in the terminal: by hand, from a file of answers, or by a policy.

use super::answers::{self, Answer};
use super::screen::Screen;
use super::{Done, Failure, joined};
use crate::args;
use crate::locale::Texts;
use crate::logbook::error::ApplyError;
use crate::logbook::recording::Recording;
use crate::procedure::FormAnswer;
use crate::rehearsal::Player;
use crate::rubric::{Assessor, Rubric};
use crate::session::hand_in::shown_order;
use crate::session::{Awaiting, Event, Mode, Move, ResolvedMove, Session, effective};
use crate::vocabulary::ActCatalogue;
use crate::vocabulary::NodeIx;
use crate::vocabulary::{Locale, io_message};
use std::io::{self, BufRead, Read as _, Write};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

/// Bytes of a typed line or of one in a file of answers.
const LONGEST_LINE: usize = 16 << 10;
/// Most lines of a file of answers.
const MOST_LINES: usize = 100_000;

/// What came of playing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    Ended,
    /// Before the end: the log is kept.
    Early,
}

/// Plays from lines of answers until they or the session end.
pub fn by_answers(
    recording: &mut Recording,
    screen: &mut Screen<impl Write>,
    answers: &mut dyn BufRead,
    file: &str,
) -> Result<Left, Failure> {
    let locale = screen.manners.locale;
    let mut wait_ms = 0_u32;
    for at in 0.. {
        let refused = |why: String| {
            let line = at + 1;
            let text = locale.text_with("answer-line", &args!("file" => file, "line" => line, "why" => why));
            Failure::Problem(text.into_owned())
        };
        let limited = |id, limit: usize| refused(locale.text_with(id, &args!("limit" => limit)).into_owned());
        let mut bytes = Vec::new();
        let read = answers.take(LONGEST_LINE as u64 + 1).read_until(b'\n', &mut bytes);
        match read.map_err(|error| refused(locale.say(&io_message(&error))))? {
            0 => break,
            read if read > LONGEST_LINE => return Err(limited("answer-too-long", LONGEST_LINE)),
            _ if at == MOST_LINES => return Err(limited("answer-too-many", MOST_LINES)),
            _ => {}
        }
        let line = String::from_utf8(bytes).map_err(|_| refused(locale.text("answer-not-utf8").into_owned()))?;
        match answers::parse(&line, recording.session(), wait_ms) {
            Ok(Answer::Nothing) => {}
            Ok(Answer::Wait(ms)) => wait_ms = wait_ms.saturating_add(ms),
            Ok(Answer::Move(input)) => {
                wait_ms = 0;
                match recording.apply(&input) {
                    Ok(events) => {
                        screen.show_all(events)?;
                        say_moved(recording, screen)?;
                    }
                    Err(error @ ApplyError::Move(_)) => return Err(refused(locale.say(&error.message()))),
                    Err(ApplyError::Write(error)) => return Err(Failure::Problem(locale.say(&error.message()))),
                }
            }
            // Once it has ended there is nothing to choose from: that is the reason, not the word.
            Err(_) if recording.ended() => {
                return Err(refused(locale.text("move-ended").into_owned()));
            }
            Err(why) => return Err(refused(why.text(locale))),
        }
    }
    Ok(if recording.ended() { Left::Ended } else { Left::Early })
}

/// Moves after which a machine is stopped: no visit is that long, so the scenario runs in a circle.
const MAX_MOVES: usize = 5_000;

/// Plays what a machine decides.
pub fn by_policy(
    recording: &mut Recording,
    screen: &mut Screen<impl Write>,
    mut player: Player,
    rubric: &Rubric,
) -> Result<Left, Failure> {
    let locale = screen.manners.locale;
    let scenario = Arc::clone(recording.session().scenario());
    let timed = recording.head().settings.timed;
    let mut assessor = Assessor::new(rubric, &scenario, ActCatalogue::shipped(), timed);
    effective(recording.events()).iter().for_each(|event| assessor.observe(event));
    for _ in 0..MAX_MOVES {
        let session = recording.session();
        // A machine's step as a move, in ids.
        let Some(input) = player.decide(session, &assessor).and_then(|step| session.name(step)) else {
            return Ok(Left::Ended);
        };
        let events = recording.apply(&input).map_err(|error| Failure::Problem(locale.say(&error.message())))?;
        events.iter().for_each(|event| assessor.observe(event));
        screen.show_all(events)?;
        say_moved(recording, screen)?;
    }
    Ok(Left::Early)
}

/// Plays what a person types.
pub fn by_hand(
    recording: &mut Recording,
    screen: &mut Screen<impl Write>,
    input: &mut dyn BufRead,
) -> Result<Left, Failure> {
    let locale = screen.manners.locale;
    let mut presented = Instant::now();
    while !recording.ended() {
        let Some(line) = ask(screen, input, "> ")? else {
            writeln!(screen.out)?;
            return Ok(Left::Early);
        };
        let wait_ms = u32::try_from(presented.elapsed().as_millis()).unwrap_or(u32::MAX);
        match understand(&line, recording, screen.draft, locale, wait_ms) {
            Typed::Move(input_move) => {
                if !take(recording, screen, input, &input_move)? {
                    return Ok(Left::Early);
                }
                presented = Instant::now();
            }
            Typed::Leave => return Ok(Left::Early),
            Typed::Written(written) => {
                screen.draft = written;
                offer(recording, screen)?;
            }
            Typed::StillOpen(fields) => {
                let fields = joined("cli-list", &fields, locale);
                let text = locale.text_with("play-still-open", &args!("fields" => fields)).into_owned();
                screen.plain(&text)?;
            }
            Typed::Facts => facts(recording, screen)?,
            Typed::History => {
                screen.manners.interactive = false;
                screen.show_all(&effective(recording.events()))?;
                screen.manners.interactive = true;
                offer(recording, screen)?;
            }
            Typed::Help => {
                screen.plain(&locale.text("play-help"))?;
                offer(recording, screen)?;
            }
            Typed::Nothing => {}
            Typed::Unknown(id) => {
                let text = locale.text_with(id, &args!("word" => line.trim()));
                screen.plain(&text)?;
            }
        }
    }
    Ok(Left::Ended)
}

/// Asks for one line; `None` at the end of the input.
pub fn ask(screen: &mut Screen<impl Write>, input: &mut dyn BufRead, prompt: &str) -> Result<Option<String>, Failure> {
    write!(screen.out, "\n{prompt}")?;
    screen.out.flush()?;
    let line = typed_line(input);
    if line.as_ref().is_some_and(|line| line.len() > LONGEST_LINE) {
        screen.plain(&screen.manners.locale.text_with("play-line-too-long", &args!("limit" => LONGEST_LINE)))?;
        return Ok(None);
    }
    Ok(line)
}

/// One line as it was typed; `None` at the end of the input. Nobody types more than [`LONGEST_LINE`]: of a longer one
/// there is a little more than that, and whoever sends it is not listened to any longer.
pub fn typed_line(input: &mut dyn BufRead) -> Option<String> {
    let mut bytes = Vec::new();
    // A stray byte of another encoding is a typing mistake, not the end.
    let read = input.take(LONGEST_LINE as u64 + 1).read_until(b'\n', &mut bytes).unwrap_or(0);
    (read > 0).then(|| String::from_utf8_lossy(&bytes).into_owned())
}

enum Typed {
    Move(Move),
    /// What stands in the paper now.
    Written(FormAnswer),
    /// Fields that are empty when the paper is handed in.
    StillOpen(Vec<String>),
    Facts,
    History,
    Help,
    Leave,
    Nothing,
    Unknown(&'static str),
}

fn understand(line: &str, recording: &Recording, draft: FormAnswer, locale: Locale, wait_ms: u32) -> Typed {
    let session = recording.session();
    // Chinese input methods leave full-width digits and letters behind.
    let word: String = line.trim().chars().map(half_width).collect::<String>().to_lowercase();
    let numbered = |prefix: &str| word.strip_prefix(prefix).map(str::trim).and_then(|n| n.parse::<usize>().ok());
    match word.as_str() {
        "" => return Typed::Nothing,
        "q" | "quit" | "exit" => return Typed::Leave,
        "h" => return Typed::History,
        "n" => return Typed::Facts,
        "?" | "help" => return Typed::Help,
        "u" if recording.head().settings.mode == Mode::Exam => return Typed::Unknown("move-no-step-back-in-exam"),
        "u" if session.turn() == 0 => return Typed::Unknown("play-nothing-to-undo"),
        "u" => return Typed::Move(Move::StepBack { before_turn: session.turn() }),
        _ => {}
    }
    if let Some(at) = numbered("g") {
        let acts = ActCatalogue::shipped();
        return match at.checked_sub(1).and_then(|at| acts.gestures().nth(at)) {
            Some((ix, _)) => Typed::Move(Move::Gesture { act: acts[ix].name.clone(), wait_ms }),
            None => Typed::Unknown("play-no-such-gesture"),
        };
    }
    if let Some(at) = numbered("n") {
        let fact = at.checked_sub(1).and_then(|at| answers::unnoted(session).get(at).copied());
        return match fact {
            Some(fact) => Typed::Move(Move::Note { fact: session.scenario().facts[fact.at()].id.clone(), wait_ms }),
            None => Typed::Unknown("play-no-such-fact"),
        };
    }
    if let Awaiting::Desk { node } = session.awaiting() {
        return at_the_desk(&word, session, node, draft, locale, wait_ms);
    }
    let shown = word.parse::<usize>().ok().and_then(|number| {
        let (choice, offer) = answers::choice(session)?;
        let option = *offer.get(number.checked_sub(1)?)?;
        choice.options.get(usize::from(option))
    });
    match shown {
        Some(option) => Typed::Move(Move::Choose { option: option.id.clone(), wait_ms }),
        None => Typed::Unknown("play-not-understood"),
    }
}

/// `2b`, several of them, or `ok`.
fn at_the_desk(word: &str, session: &Session, node: NodeIx, draft: FormAnswer, locale: Locale, wait_ms: u32) -> Typed {
    let Some(task) = session.scenario().task(node) else {
        return Typed::Unknown("play-not-understood");
    };
    if matches!(word, "ok" | "交") {
        let open = task.form.fields.iter().enumerate().filter(|(at, _)| draft.of(*at).is_none());
        let open: Vec<String> = open.map(|(_, field)| locale.words(&field.label).into_owned()).collect();
        return match session.name(ResolvedMove::Fill { written: draft, wait_ms }) {
            Some(input) if open.is_empty() => Typed::Move(input),
            _ => Typed::StillOpen(open),
        };
    }
    let mut written = draft;
    for part in word.split([' ', ',', '，', '、']).filter(|part| !part.is_empty()) {
        let letters = part.trim_start_matches(|c: char| c.is_ascii_digit());
        let number: Option<usize> = part[..part.len() - letters.len()].parse().ok();
        let found = number.and_then(|number| number.checked_sub(1)).and_then(|at| {
            let mut signs = letters.bytes();
            let (Some(sign), None) = (signs.next(), signs.next()) else { return None };
            let shown = shown_order(&task.form, node, at, session.settings().seed);
            shown.get(usize::from(sign.checked_sub(b'a')?)).copied()
        });
        if !found.is_some_and(|entry| task.form.write(&mut written, entry)) {
            return Typed::Unknown("play-no-such-entry");
        }
    }
    Typed::Written(written)
}

pub fn half_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        c => c,
    }
}

/// Takes a move; where its log cannot be written the trainee decides. False: they leave.
fn take(
    recording: &mut Recording,
    screen: &mut Screen<impl Write>,
    input: &mut dyn BufRead,
    input_move: &Move,
) -> Result<bool, Failure> {
    let locale = screen.manners.locale;
    let mut outcome = recording.apply(input_move).map(drop);
    loop {
        match outcome {
            Ok(()) => {
                let latest = recording.latest().to_vec();
                screen.show_all(&latest)?;
                say_moved(recording, screen)?;
                if matches!(input_move, Move::StepBack { .. }) {
                    screen.restart(&effective(recording.events()))?;
                }
                // A gesture or a note leaves the options as they were; they are shown again all the same.
                if !latest.iter().any(|event| matches!(event, Event::Offered { .. } | Event::Laid { .. })) {
                    offer(recording, screen)?;
                }
                return Ok(true);
            }
            Err(error @ ApplyError::Move(_)) => {
                screen.plain(&locale.say(&error.message()))?;
                return Ok(true);
            }
            Err(ApplyError::Write(error)) => {
                screen.plain(&locale.say(&error.message()))?;
                let answer = ask(screen, input, &locale.text("play-write-failed"))?;
                if answer.is_none_or(|word| word.trim().eq_ignore_ascii_case("q")) {
                    return Ok(false);
                }
                outcome = recording.retry().map_err(ApplyError::Write);
            }
        }
    }
}

/// Says where the log is now, if its place was gone.
fn say_moved(recording: &mut Recording, screen: &mut Screen<impl Write>) -> io::Result<()> {
    let Some(path) = recording.take_moved().map(|path| path.display().to_string()) else { return Ok(()) };
    let text = screen.manners.locale.text_with("log-moved", &args!("path" => path)).into_owned();
    screen.plain(&text)
}

/// Shows the options at hand.
pub fn offer(recording: &Recording, screen: &mut Screen<impl Write>) -> io::Result<()> {
    match recording.session().awaiting() {
        Awaiting::Choice { node, offer } => screen.offered(node, offer),
        Awaiting::Desk { node } => screen.laid(node),
        Awaiting::Ended { .. } => Ok(()),
    }
}

/// The notebook, and what could still be noted.
fn facts(recording: &Recording, screen: &mut Screen<impl Write>) -> io::Result<()> {
    let locale = screen.manners.locale;
    let session = recording.session();
    if !session.notebook().is_empty() {
        screen.titled(&locale.text("play-notebook"), "")?;
        for fact in session.notebook() {
            let text = screen.fact(*fact).to_owned();
            screen.item(&text)?;
        }
    }
    let open = answers::unnoted(session);
    if open.is_empty() {
        return screen.plain(&locale.text("play-nothing-to-note"));
    }
    screen.titled(&locale.text("play-to-note"), "")?;
    for (at, fact) in open.into_iter().enumerate() {
        let text = format!("n{} {}", at + 1, screen.fact(fact));
        screen.item(&text)?;
    }
    Ok(())
}

/// Says where the log is and how to go on.
pub fn farewell(recording: &Recording, screen: &mut Screen<impl Write>, left: Left) -> Done {
    let locale: Locale = screen.manners.locale;
    let path = recording.path().display().to_string();
    writeln!(screen.out)?;
    let id = match left {
        Left::Ended => "play-log",
        Left::Early => "play-left",
    };
    // Paths are printed whole, so that they can be copied.
    writeln!(screen.out, "{}", locale.text_with(id, &args!("path" => path)))?;
    screen.out.flush()?;
    if recording.unsaved() > 0 {
        let count = recording.unsaved();
        return Err(Failure::Problem(locale.text_with("play-unsaved", &args!("count" => count)).into_owned()));
    }
    Ok(ExitCode::SUCCESS)
}
