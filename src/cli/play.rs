//! `calmdesk play`: a session in the terminal.

use super::command::lossy;
use super::drive::{self, Left};
use super::screen::{Manners, Screen};
use super::terminal;
use super::{Done, Failure, joined, refused, results, self_rating};
use crate::args;
use crate::authoring::library::{Library, LibraryEntry};
use crate::lint::render;
use crate::locale::Texts;
use crate::logbook::begin::{self, LogPlace, NewSession, begin};
use crate::logbook::how_played::{HowPlayed, PlayedBy};
use crate::logbook::log::{self, Files};
use crate::logbook::recording::Recording;
use crate::logbook::store::Store;
use crate::rehearsal::{Player, Policy};
use crate::rubric::{Listening, assess};
use crate::scenario::bundle::place_of;
use crate::scenario::model::Scenario;
use crate::session::Mode;
use crate::vocabulary::ActCatalogue;
use crate::vocabulary::{LONGEST_NAME, Locale, open_lines, too_long};
use clap::ArgMatches;
use std::ffi::OsString;
use std::io::{self, BufRead, BufReader, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What was asked for on the command line.
#[derive(Default)]
struct PlayRequest {
    scenario: Option<String>,
    seed: Option<u64>,
    log: Option<PathBuf>,
    resume: Option<PathBuf>,
    answers: Option<PathBuf>,
    policy: Option<String>,
    name: Option<String>,
    class: Option<String>,
    exam: bool,
    timed: bool,
    untimed: bool,
    rubric: Option<String>,
}

impl PlayRequest {
    fn of(given: &ArgMatches) -> Self {
        let path = |name| given.get_one::<OsString>(name).map(PathBuf::from);
        let text = |name| given.get_one::<String>(name).cloned();
        Self {
            scenario: given.get_one::<OsString>("SCENARIO").map(|name| lossy(name)),
            seed: given.get_one("seed").copied(),
            log: path("log"),
            resume: path("resume"),
            answers: path("answers"),
            policy: text("policy"),
            name: text("name"),
            class: text("class"),
            exam: given.get_flag("exam"),
            timed: given.get_flag("timed"),
            untimed: given.get_flag("untimed"),
            rubric: given.get_one::<OsString>("rubric").map(|name| lossy(name)),
        }
    }
}

impl PlayRequest {
    /// Asked for as an exam, or going on with one. What cannot be read is told by whoever opens it.
    fn is_exam(&self) -> bool {
        let goes_on = |path: &PathBuf| log::read(path).is_ok_and(|log| log.head.settings.mode == Mode::Exam);
        self.exam || self.resume.as_ref().is_some_and(goes_on)
    }

    /// Who plays.
    fn by(&self) -> PlayedBy {
        match (&self.policy, &self.answers) {
            (Some(name), _) => PlayedBy::Policy(name.clone()),
            (None, Some(_)) => PlayedBy::Answers,
            (None, None) => PlayedBy::Hand,
        }
    }
}

pub fn run(given: &ArgMatches, locale: Locale) -> Done {
    play(&PlayRequest::of(given), locale)
}

/// Without anything asked for: the library, then the session.
pub fn interactive(locale: Locale) -> Done {
    play(&PlayRequest::default(), locale)
}

fn play(asked: &PlayRequest, locale: Locale) -> Done {
    for given in [&asked.name, &asked.class].into_iter().flatten() {
        if let Some(number) = too_long(given, LONGEST_NAME) {
            let text = locale.text_with("play-name-too-long", &args!("number" => number, "max" => LONGEST_NAME));
            return Err(Failure::Usage(text.into_owned()));
        }
    }
    let rubric = super::rubric::named(asked.rubric.as_deref().unwrap_or("standard"), locale)?;
    let policy = asked.policy.as_deref().map(|name| policy(name, locale)).transpose()?;
    if policy.is_some() && asked.is_exam() {
        return Err(Failure::Usage(locale.text("play-no-machine-in-exam").into_owned()));
    }
    if asked.untimed {
        return Err(Failure::Usage(locale.text("play-no-self-grant").into_owned()));
    }
    let mut answers = asked.answers.as_deref().map(|path| open_answers(path, locale)).transpose()?;
    let mut out = terminal::out();
    let manners = Manners {
        locale,
        width: Manners::columns(),
        styled: io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|set| set.is_empty()),
        gauge: false,
        timed: false,
        interactive: policy.is_none() && answers.is_none(),
    };

    let mut resumed = None;
    let mut recording = match &asked.resume {
        Some(path) => {
            let (recording, how) =
                begin::go_on(path, asked.by()).map_err(|error| Failure::Problem(locale.say(&error.message())))?;
            resumed = Some(how);
            recording
        }
        None => {
            let library = library();
            let entry = match &asked.scenario {
                Some(name) => find(&library, name, locale)?,
                None => choose(&library, manners, &mut out)?,
            };
            start(asked, &entry, locale)?
        }
    };

    let scenario = Arc::clone(recording.session().scenario());
    let settings = recording.head().settings.clone();
    let manners = Manners { gauge: settings.mode == Mode::Practice, timed: settings.timed, ..manners };
    let mut screen = Screen::new(out, manners, Arc::clone(&scenario), settings.seed);
    match &resumed {
        None => {
            if manners.interactive {
                screen.briefing()?;
            }
            screen.show_all(recording.events())?;
        }
        Some(how) => {
            if let Some(damage) = how.damage {
                let kept = how.kept_as.as_ref().map(|path| path.display().to_string()).unwrap_or_default();
                let text = locale.text_with(
                    "play-was-damaged",
                    &args!("bytes" => damage.bytes, "line" => damage.line, "kept" => kept),
                );
                screen.plain(&text)?;
            }
            go_on(&recording, &mut screen)?;
        }
    }

    let left = match (&policy, &mut answers) {
        (Some(policy), _) => {
            let player = Player::new(*policy, settings.seed);
            drive::by_policy(&mut recording, &mut screen, player, &rubric)?
        }
        (None, Some((answers, name))) => drive::by_answers(&mut recording, &mut screen, answers.as_mut(), name)?,
        (None, None) => drive::by_hand(&mut recording, &mut screen, &mut io::stdin().lock())?,
    };
    if left == Left::Ended {
        if manners.interactive {
            self_rating::run(&mut recording, &mut screen, &mut io::stdin().lock())?;
        }
        let (timed, events) = (settings.timed, recording.events());
        let assessment = assess(&rubric, &scenario, timed, events);
        let listening = Listening::of(&scenario, &rubric, ActCatalogue::shipped(), timed, events);
        // The log knows of every sitting; of one that cannot be read at least this one is known.
        let by_now = || HowPlayed { by: vec![asked.by()], ..HowPlayed::default() };
        let how = log::read(recording.path()).map_or_else(|_| by_now(), |log| HowPlayed::of(&log));
        results::show(&mut screen, &scenario, &rubric, &assessment, &listening, how.doubts(&settings))?;
    }
    drive::farewell(&recording, &mut screen, left)
}

/// Shows where a resumed session stands: its last few happenings and what can be done now.
fn go_on(recording: &Recording, screen: &mut Screen<impl Write>) -> Result<(), Failure> {
    let latest = recording.latest();
    let before = recording.events().len() - latest.len();
    recording.events()[..before].iter().for_each(|event| screen.follow(event));
    let text = screen.manners.locale.text_with(
        "play-resumed",
        &args!("turns" => recording.session().turn(), "title" => recording.head().scenario.title(screen.manners.locale)),
    );
    screen.plain(&text)?;
    let offers = latest
        .iter()
        .any(|event| matches!(event, crate::session::Event::Offered { .. } | crate::session::Event::Laid { .. }));
    screen.show_all(latest)?;
    if !offers && screen.manners.interactive {
        drive::offer(recording, screen)?;
    }
    Ok(())
}

/// The shipped scenarios and the user's own.
pub(super) fn library() -> Library {
    let folder = Store::of_user().ok().map(|store| store.scenarios());
    Library::open(folder.as_deref())
}

pub(super) fn find(library: &Library, name: &str, locale: Locale) -> Result<LibraryEntry, Failure> {
    library.find(name).map_err(|error| {
        let mut text = locale.say(&error.message());
        // A bare word was meant as a name, not as a path.
        if !name.contains(['/', '\\', '.']) {
            let known: Vec<&str> = library.entries.iter().map(LibraryEntry::id).collect();
            let known = joined("cli-list", &known, locale);
            text = locale.text_with("play-no-scenario", &args!("name" => name, "known" => known)).into_owned();
        }
        Failure::Problem(text)
    })
}

/// Lists the library and asks which to play.
fn choose(library: &Library, manners: Manners, out: &mut impl Write) -> Result<LibraryEntry, Failure> {
    let locale = manners.locale;
    if !manners.interactive || !io::stdin().is_terminal() {
        let known: Vec<&str> = library.entries.iter().map(LibraryEntry::id).collect();
        let known = joined("cli-list", &known, locale);
        return Err(Failure::Usage(locale.text_with("play-which", &args!("known" => known)).into_owned()));
    }
    writeln!(out, "{}\n", locale.text("play-library"))?;
    for (at, entry) in library.entries.iter().enumerate() {
        let about = match entry.scenario() {
            Some(scenario) => locale.text_with(
                "play-library-about",
                &args!("minutes" => scenario.minutes, "difficulty" => scenario.difficulty),
            ),
            None => locale.text_with("play-library-broken", &args!("count" => entry.loaded.errors())),
        };
        writeln!(out, " {}  {}  {about}", at + 1, entry.title(locale))?;
    }
    loop {
        write!(out, "\n{}", locale.text("play-library-prompt"))?;
        out.flush()?;
        let Some(line) = drive::typed_line(&mut io::stdin().lock()) else { return Err(Failure::Left) };
        let word = line.trim();
        if word.eq_ignore_ascii_case("q") {
            return Err(Failure::Left);
        }
        let by_number = word.parse::<usize>().ok().and_then(|at| library.entries.get(at.checked_sub(1)?));
        match by_number.or_else(|| library.entries.iter().find(|entry| entry.id() == word)) {
            Some(entry) => return Ok(entry.clone()),
            None => writeln!(out, "{}", locale.text_with("play-not-in-library", &args!("word" => word)))?,
        }
    }
}

/// The scenario, or everything that is wrong with it.
pub(super) fn sound(entry: &LibraryEntry, locale: Locale) -> Result<Arc<Scenario>, Failure> {
    entry.scenario().cloned().ok_or_else(|| {
        let name = entry.id();
        let text = locale.text_with("play-broken-scenario", &args!("name" => name));
        let given = entry.path.clone().unwrap_or_else(|| PathBuf::from(name));
        let problems = entry.loaded.diagnostics.iter().filter(|problem| problem.is_error()).map(|problem| {
            let path = place_of(&given, &problem.file).display().to_string();
            render(problem, &path, &entry.bundle.shown(&problem.file), locale, false)
        });
        let problems: Vec<String> = problems.collect();
        Failure::Problem(format!("{text}\n\n{}", problems.join("\n\n")))
    })
}

fn start(asked: &PlayRequest, entry: &LibraryEntry, locale: Locale) -> Result<Recording, Failure> {
    let new = NewSession {
        scenario: sound(entry, locale)?,
        files: Files::from(&entry.bundle),
        mode: if asked.exam { Mode::Exam } else { Mode::Practice },
        timed: asked.exam || asked.timed,
        seed: asked.seed,
        trainee: asked.name.clone(),
        class: asked.class.clone(),
        played_by: asked.by(),
    };
    let begun = match &asked.log {
        Some(path) => begin(LogPlace::At(path), new),
        None => {
            let store =
                Store::of_user().map_err(|_| Failure::Problem(locale.text("play-no-data-folder").into_owned()))?;
            begin(LogPlace::Among(&store), new)
        }
    };
    begun.map_err(|error| Failure::Problem(locale.say(&error.message())))
}

type AnswersInput = (Box<dyn BufRead>, String);

/// The file of answers; `-` reads them from the standard input as they come.
fn open_answers(path: &Path, locale: Locale) -> Result<AnswersInput, Failure> {
    if path.as_os_str() == "-" {
        return Ok((Box::new(BufReader::new(io::stdin())), "-".to_owned()));
    }
    let file = open_lines(path).map_err(|error| refused("answer-unreadable", path, &error, locale))?;
    Ok((Box::new(BufReader::new(file)), path.display().to_string()))
}

pub(super) fn policy(name: &str, locale: Locale) -> Result<Policy, Failure> {
    name.parse().map_err(|_| {
        let known = Policy::ALL.iter().map(|policy| policy.name()).collect::<Vec<_>>();
        let known = joined("cli-list", &known, locale);
        let text = locale.text_with("play-unknown-policy", &args!("name" => name, "known" => known));
        Failure::Usage(text.into_owned())
    })
}
