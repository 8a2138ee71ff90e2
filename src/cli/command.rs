//! What can be typed, with help and complaints in the reader's language.

use super::terminal;
use super::{Done, Failure};
use crate::args;
use crate::locale::Texts;
use crate::procedure::Limit;
use crate::vocabulary::{Locale, UnknownLocale};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, value_parser};
use std::ffi::{OsStr, OsString};
use std::io::Write;
use std::process::ExitCode;

/// The language asked for by `--lang` wherever it stands, else the system's. It is needed before
/// anything else is understood, because complaints are made in it.
pub fn language(words: &[OsString]) -> Result<Locale, UnknownLocale> {
    let mut words = words.iter().skip(1);
    while let Some(word) = words.next() {
        let word = word.to_string_lossy();
        let tag = match word.strip_prefix("--lang") {
            Some("") => match words.next() {
                Some(tag) => tag.to_string_lossy().into_owned(),
                None => break,
            },
            Some(rest) => match rest.strip_prefix('=') {
                Some(tag) => tag.to_owned(),
                None => continue,
            },
            None if word == "--" => break,
            None => continue,
        };
        return tag.parse();
    }
    Ok(crate::locale::of_system())
}

/// Builds commands with their texts.
pub(super) struct HelpTexts(Locale);

impl HelpTexts {
    pub(super) fn text(&self, id: &str) -> String {
        self.0.text(id).into_owned()
    }

    fn arg(&self, name: &'static str, help: &str) -> Arg {
        Arg::new(name)
            .help(self.text(help))
            .hide_possible_values(true)
            .hide_default_value(true)
            .value_parser(value_parser!(OsString))
    }

    pub(super) fn positional(&self, name: &'static str, help: &str) -> Arg {
        self.arg(name, help).help_heading(self.text("cli-heading-arguments"))
    }

    pub(super) fn option(&self, name: &'static str, value: &'static str, help: &str) -> Arg {
        self.arg(name, help).long(name).value_name(value).help_heading(self.text("cli-heading-options"))
    }

    pub(super) fn flag(&self, name: &'static str, help: &str) -> Arg {
        self.switch(name, help, ArgAction::SetTrue)
    }

    fn switch(&self, name: &'static str, help: &str, action: ArgAction) -> Arg {
        Arg::new(name).long(name).help(self.text(help)).help_heading(self.text("cli-heading-options")).action(action)
    }

    pub(super) fn command(&self, name: &'static str, usage: &str) -> Command {
        let heading = self.text("cli-heading-usage");
        Command::new(name)
            .about(self.text(&format!("cli-about-{name}")))
            .override_usage(usage.to_owned())
            .help_template(format!("{{about-with-newline}}\n{heading}{{usage}}\n\n{{all-args}}{{after-help}}"))
            .subcommand_help_heading(self.text("cli-heading-commands"))
            .disable_help_flag(true)
            .disable_help_subcommand(true)
            .disable_version_flag(true)
    }

    fn limits(&self) -> String {
        let ids = super::joined("cli-list", &Limit::ALL.map(Limit::id), self.0);
        self.0.text_with("deadline-after-help", &args!("ids" => ids)).into_owned()
    }

    /// What every command takes, after its own.
    pub(super) fn closed(&self, command: Command) -> Command {
        command
            .arg(self.option("lang", "zh-CN|en", "cli-arg-lang"))
            .arg(self.switch("help", "cli-arg-help", ArgAction::Help).short('h'))
    }
}

/// The whole command line.
pub fn command(locale: Locale) -> Command {
    let texts = HelpTexts(locale);
    let play = texts
        .command("play", "calmdesk play [SCENARIO] [--seed N] [--log FILE] [--answers FILE | --policy NAME] …")
        .arg(texts.positional("SCENARIO", "cli-arg-scenario"))
        .arg(texts.option("seed", "N", "cli-arg-seed").value_parser(value_parser!(u64)))
        .arg(texts.option("log", "FILE", "cli-arg-log").conflicts_with("resume"))
        .arg(
            texts
                .option("resume", "LOG", "cli-arg-resume")
                .conflicts_with_all(["SCENARIO", "seed", "name", "class", "exam", "timed"]),
        )
        .arg(texts.option("answers", "FILE", "cli-arg-answers").conflicts_with("policy"))
        .arg(texts.option("policy", "NAME", "cli-arg-policy").value_parser(value_parser!(String)))
        .arg(texts.option("name", "NAME", "cli-arg-name").value_parser(value_parser!(String)))
        .arg(texts.option("class", "CLASS", "cli-arg-class").value_parser(value_parser!(String)))
        .arg(texts.flag("exam", "cli-arg-exam"))
        .arg(texts.flag("timed", "cli-arg-timed"))
        .arg(texts.flag("untimed", "cli-arg-untimed").requires("exam"))
        .arg(texts.option("rubric", "NAME|FILE", "cli-arg-rubric"))
        .after_help(texts.text("cli-after-play"));
    let replay = texts
        .command("replay", "calmdesk replay LOG [--verify | --feelings [--format table|json|csv]]")
        .arg(texts.positional("LOG", "cli-arg-replay-log").required(true))
        .arg(texts.flag("verify", "cli-arg-verify").conflicts_with("feelings"))
        .arg(texts.flag("feelings", "cli-arg-feelings"))
        .arg(
            texts
                .option("format", "table|json|csv", "cli-arg-format")
                .value_parser(["table", "json", "csv"])
                .requires("feelings"),
        );
    let report = texts
        .command("report", "calmdesk report LOG [-o OUT.pdf|OUT.html|OUT.json] [--rubric NAME|FILE]")
        .arg(texts.positional("LOG", "cli-arg-report-log").required(true))
        .arg(texts.option("rubric", "NAME|FILE", "cli-arg-rubric"))
        .arg(texts.option("output", "FILE", "cli-arg-output").short('o'));
    let check = texts
        .command("check", "calmdesk check PATH… [--format human|json|github]")
        .arg(texts.positional("PATH", "cli-arg-path").required(true).num_args(1..))
        .arg(
            texts
                .option("format", "human|json|github", "cli-arg-check-format")
                .value_parser(["human", "json", "github"]),
        )
        .after_help(texts.text("cli-after-check"));
    let rehearse = texts
        .command("rehearse", "calmdesk rehearse SCENARIO [--policy NAME|all] [--runs N] [--exhaustive] …")
        .arg(texts.positional("SCENARIO", "rehearse-arg-scenario").required(true))
        .arg(
            (texts.option("policy", "NAME|all", "rehearse-arg-policy").value_parser(value_parser!(String)))
                .action(ArgAction::Append),
        )
        .arg(
            texts
                .option("runs", "N", "rehearse-arg-runs")
                .value_parser(value_parser!(u64).range(1..=super::rehearse::MOST_RUNS)),
        )
        .arg(texts.option("seed", "N", "rehearse-arg-seed").value_parser(value_parser!(u64)))
        .arg(texts.option("threads", "N", "rehearse-arg-threads").value_parser(value_parser!(u64).range(1..=256)))
        .arg(texts.option("pass-rate", "%", "rehearse-arg-pass-rate").value_parser(value_parser!(u64).range(1..=100)))
        .arg(texts.flag("exhaustive", "rehearse-arg-exhaustive"))
        .arg(texts.option("rubric", "NAME|FILE", "cli-arg-rubric"))
        .arg(texts.option("format", "human|json", "rehearse-arg-format").value_parser(["human", "json"]))
        .after_help(texts.text("rehearse-after-help"));
    let graph = texts
        .command("graph", "calmdesk graph SCENARIO [-o FILE.svg|FILE.dot|FILE.mmd] [--coverage | --logs FOLDER]")
        .arg(texts.positional("SCENARIO", "graph-arg-scenario").required(true))
        .arg(texts.option("output", "FILE", "graph-arg-output").short('o'))
        .arg(texts.flag("coverage", "graph-arg-coverage"))
        .arg(texts.option("logs", "FOLDER", "graph-arg-logs").conflicts_with("coverage"));
    let deadline = texts
        .command("deadline", "calmdesk deadline DATE [LIMIT] [--hearing DAYS] [--format human|json]")
        .arg(texts.positional("DATE", "deadline-arg-date").required(true).value_parser(value_parser!(String)))
        .arg(texts.positional("LIMIT", "deadline-arg-limit").value_parser(value_parser!(String)))
        .arg(texts.option("hearing", "DAYS", "deadline-arg-hearing").value_parser(value_parser!(u16).range(0..=365)))
        .arg(texts.option("format", "human|json", "deadline-arg-format").value_parser(["human", "json"]))
        .after_help(texts.limits());
    let all = texts
        .command(
            "calmdesk",
            "calmdesk [play|replay|report|check|rehearse|graph|score|deadline|law|class|new|fmt|translate|script|import|lsp] …",
        )
        .arg(texts.switch("version", "cli-arg-version", ArgAction::Version).short('V'))
        .version(crate::logbook::log::APP_VERSION)
        .after_help(texts.text("cli-after-help"))
        .subcommands(
            [
                play,
                replay,
                report,
                check,
                rehearse,
                graph,
                deadline,
                super::law::command(&texts),
                super::score::command(&texts),
            ]
                .map(|command| texts.closed(command)),
        )
        .subcommands(super::authoring::commands(&texts).map(|command| texts.closed(command)));
    #[cfg(feature = "class")]
    let all = all.subcommand(texts.closed(super::class::command(&texts)));
    texts.closed(all)
}

/// Help and version are printed; everything else becomes a sentence.
pub fn explain(error: &clap::Error, locale: Locale) -> Done {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        let mut out = terminal::out();
        write!(out, "{}", error.render())?;
        out.flush()?;
        return Ok(ExitCode::SUCCESS);
    }
    let context = |kind| error.get(kind).map(shown).unwrap_or_default();
    let arg = context(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    let (id, given) = match error.kind() {
        ErrorKind::UnknownArgument => ("cli-unknown-argument", arg),
        ErrorKind::InvalidSubcommand => ("cli-unknown-command", context(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingRequiredArgument => ("cli-missing-argument", arg),
        ErrorKind::ArgumentConflict if error.get(ContextKind::PriorArg).is_none() => ("cli-given-twice", arg),
        ErrorKind::ArgumentConflict => ("cli-conflict", arg),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if value.is_empty() => ("cli-no-value", arg),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => ("cli-bad-value", arg),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => ("cli-no-value", arg),
        ErrorKind::TooManyValues => ("cli-unwanted-value", arg),
        ErrorKind::InvalidUtf8 => ("cli-not-text", arg),
        _ => ("cli-not-understood", arg),
    };
    let mut sentence = locale
        .text_with(id, &args!("given" => given, "value" => value, "other" => context(ContextKind::PriorArg)))
        .into_owned();
    let meant = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue]
        .into_iter()
        .find_map(|kind| error.get(kind).map(shown))
        .filter(|meant| !meant.is_empty());
    if let Some(meant) = meant {
        sentence.push_str(&locale.text_with("cli-did-you-mean", &args!("meant" => meant)));
    } else if matches!(error.kind(), ErrorKind::InvalidValue)
        && let Some(valid) = error.get(ContextKind::ValidValue)
    {
        sentence.push_str(&locale.text_with("cli-valid-values", &args!("values" => shown(valid))));
    }
    sentence.push('\n');
    sentence.push_str(&locale.text("cli-see-help"));
    Err(Failure::Usage(sentence))
}

fn shown(value: &ContextValue) -> String {
    // clap shows an option with its value, `--seed <N>`; the name is enough in a sentence.
    let name = |text: &str| text.split(' ').next().unwrap_or(text).trim_matches(['<', '>', '.']).to_owned();
    match value {
        ContextValue::String(text) => name(text),
        ContextValue::Strings(texts) => texts.iter().map(|text| name(text)).collect::<Vec<_>>().join(" "),
        ContextValue::StyledStr(text) => text.to_string(),
        _ => String::new(),
    }
}

/// A value as text for a person.
pub fn lossy(value: &OsStr) -> String {
    value.to_string_lossy().into_owned()
}
