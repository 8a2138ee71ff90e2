//! `calmdesk law`: the law packs, their articles, and what is in them.

use super::command::{HelpTexts, lossy};
use super::rubric::utf8;
use super::terminal;
use super::{Done, Failure};
use crate::args;
use crate::locale::Texts;
use crate::procedure::law::{Article, LawPack};
use crate::procedure::{ArticleIx, LawLibrary};
use crate::scenario::own_law;
use crate::vocabulary::{Locale, Message, io_message, read_file};
use clap::{ArgMatches, Command, value_parser};
use jiff::civil::Date;
use serde::Serialize;
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Largest pack that is read, in bytes.
const MAX_BYTES: u64 = 1 << 20;

pub(super) fn command(texts: &HelpTexts) -> Command {
    texts
        .command("law", "calmdesk law [PACK | PACK/ARTICLE | WORD…] [--on DATE] [--packs FOLDER] [--format human|json]")
        .arg(texts.positional("WHAT", "law-arg-what").num_args(0..).value_parser(value_parser!(String)))
        .arg(texts.option("on", "DATE", "law-arg-on").value_parser(value_parser!(String)))
        .arg(texts.option("packs", "FOLDER", "law-arg-packs"))
        .arg(texts.option("format", "human|json", "law-arg-format").value_parser(["human", "json"]))
        .after_help(texts.text("law-after-help"))
}

pub fn run(given: &ArgMatches, locale: Locale) -> Done {
    let words: Vec<&str> = given.get_many::<String>("WHAT").into_iter().flatten().map(String::as_str).collect();
    let on = given.get_one::<String>("on").map(|day| day_of(day, locale)).transpose()?;
    let law = match given.get_one::<OsString>("packs") {
        None => LawLibrary::shipped().clone(),
        Some(folder) => with_own(Path::new(&lossy(folder)), locale)?,
    };
    let asked = LawSearch { law: &law, on, locale };
    let found = asked.find(&words)?;
    let mut out = terminal::out();
    if given.get_one::<String>("format").is_some_and(|format| format == "json") {
        let packs: Vec<PackRow> = found.packs.iter().map(|found| PackRow::of(found, &law, locale)).collect();
        let mut out = terminal::json();
        serde_json::to_writer_pretty(&mut out, &packs).map_err(io::Error::from)?;
        writeln!(out)?;
    } else if words.is_empty() {
        asked.list(&found, &mut out)?;
    } else {
        asked.print(&found, &mut out)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn day_of(given: &str, locale: Locale) -> Result<Date, Failure> {
    given.parse().map_err(|_| {
        Failure::Usage(locale.text_with("deadline-no-date", &args!("given" => given.to_owned())).into_owned())
    })
}

/// The packs that ship and those in a folder: local rules, as a scenario brings them along.
fn with_own(folder: &Path, locale: Locale) -> Result<LawLibrary, Failure> {
    // An instructor names the folder of the scenarios as readily as the one of the packs.
    let inner = folder.join("law");
    let folder = if inner.is_dir() { inner.as_path() } else { folder };
    let refused = |path: &Path, reason: Message| {
        let args = args!("path" => path.display().to_string(), "reason" => locale.say(&reason));
        Failure::Problem(locale.text_with("law-cannot-read", &args).into_owned())
    };
    let listing = std::fs::read_dir(folder).map_err(|error| refused(folder, io_message(&error)))?;
    let mut paths: Vec<PathBuf> = listing
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "ron") && path.is_file())
        .collect();
    paths.sort();
    let mut law = LawLibrary::shipped().clone();
    for path in paths {
        let bytes = read_file(&path, MAX_BYTES).map_err(|error| refused(&path, io_message(&error)))?;
        let text = utf8(&bytes).map_err(|why| refused(&path, why))?;
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        law.take_in(&name, text).map_err(|error| refused(&path, own_law::problem(&error)))?;
    }
    Ok(law)
}

/// What is looked for, and in what.
struct LawSearch<'l> {
    law: &'l LawLibrary,
    on: Option<Date>,
    locale: Locale,
}

/// Articles by their packs.
struct FoundArticles<'l> {
    packs: Vec<FoundIn<'l>>,
}

struct FoundIn<'l> {
    pack: &'l LawPack,
    articles: Vec<ArticleIx>,
}

impl<'l> LawSearch<'l> {
    fn find(&self, words: &[&str]) -> Result<FoundArticles<'l>, Failure> {
        let found = match words {
            [] => self.among(|_| true, |_, _| true),
            [one] if one.contains('/') => self.cited(one)?,
            [one] if self.is_act(one) => self.among(|pack| pack.id == *one || pack.act() == *one, |_, _| true),
            words => {
                let words: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
                self.among(|_| true, |ix, article| self.speaks_of(ix, article, &words))
            }
        };
        if found.packs.is_empty() {
            let args = args!("what" => words.join(" "));
            let id = if words.is_empty() { "law-nothing-then" } else { "law-nothing" };
            return Err(Failure::Problem(self.locale.text_with(id, &args).into_owned()));
        }
        Ok(found)
    }

    fn is_act(&self, word: &str) -> bool {
        self.law.packs.iter().any(|pack| pack.id == word || pack.act() == word)
    }

    /// In either language: who works in one may know the words of the other.
    fn speaks_of(&self, ix: ArticleIx, article: &Article, words: &[String]) -> bool {
        let mut text = self.law.cited(ix);
        for locale in Locale::ALL {
            text.push_str(&self.law.citation(ix, locale));
            text.push_str(article.text.get(locale));
        }
        let text = text.to_lowercase();
        words.iter().all(|word| text.contains(word))
    }

    fn among(
        &self,
        pack: impl Fn(&LawPack) -> bool,
        article: impl Fn(ArticleIx, &Article) -> bool,
    ) -> FoundArticles<'l> {
        let law = self.law;
        let packs = law.packs.iter().filter(|one| self.on.is_none_or(|day| one.in_force(day)) && pack(one));
        let packs = packs.map(|pack| {
            let articles = pack.articles.clone().map(ArticleIx);
            FoundIn { pack, articles: articles.filter(|ix| article(*ix, &law[*ix])).collect() }
        });
        FoundArticles { packs: packs.filter(|found| !found.articles.is_empty()).collect() }
    }

    /// An article with its paragraphs and items.
    fn cited(&self, citation: &str) -> Result<FoundArticles<'l>, Failure> {
        let (id, number) = citation.split_once('/').unwrap_or((citation, ""));
        let Some(pack) = self.law.pack(id) else {
            let known = self.law.packs.iter().map(|pack| pack.id.as_str());
            let nearest = known.min_by_key(|known| strsim::damerau_levenshtein(id, known));
            let mut text = self.locale.text_with("law-unknown-pack", &args!("given" => id.to_owned())).into_owned();
            if let Some(meant) = nearest.filter(|known| strsim::damerau_levenshtein(id, known) <= 3) {
                text.push_str(&self.locale.text_with("cli-did-you-mean", &args!("meant" => meant.to_owned())));
            }
            return Err(Failure::Problem(text));
        };
        let part = |held: &str| held.strip_prefix(number).is_some_and(|rest| rest.is_empty() || rest.starts_with('('));
        let found = self.among(|one| one.id == pack.id, |_, article| part(&article.number));
        if found.packs.is_empty() {
            let held: Vec<&str> = pack.articles.clone().map(|ix| self.law[ArticleIx(ix)].number.as_str()).collect();
            let held = super::joined("cli-list", &held, self.locale);
            let args = args!("given" => number.to_owned(), "pack" => id.to_owned(), "held" => held);
            return Err(Failure::Problem(self.locale.text_with("law-unknown-article", &args).into_owned()));
        }
        Ok(found)
    }

    fn list(&self, found: &FoundArticles, out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "{}", self.locale.text_with("law-list", &args!("n" => found.packs.len())))?;
        for FoundIn { pack, articles } in &found.packs {
            let unverified = articles.iter().filter(|ix| self.law[**ix].unverified).count();
            let args = args!(
                "id" => pack.id.as_str(),
                "title" => pack.title.get(self.locale),
                "since" => validity(pack, self.locale),
                "n" => articles.len(),
                "open" => unverified,
            );
            writeln!(out, "{}", self.locale.text_with("law-line", &args))?;
        }
        Ok(())
    }

    fn print(&self, found: &FoundArticles, out: &mut impl Write) -> io::Result<()> {
        for (at, FoundIn { pack, articles }) in found.packs.iter().enumerate() {
            if at > 0 {
                writeln!(out)?;
            }
            let args = args!(
                "id" => pack.id.as_str(),
                "title" => pack.title.get(self.locale),
                "since" => validity(pack, self.locale),
            );
            writeln!(out, "{}", self.locale.text_with("law-pack", &args))?;
            for ix in articles {
                let article = &self.law[*ix];
                let args = args!(
                    "number" => article.number.as_str(),
                    "place" => article.place.spelled(self.locale),
                    "text" => article.text.get(self.locale),
                );
                writeln!(out, "{}", self.locale.text_with("law-article", &args))?;
                if article.unverified {
                    writeln!(out, "{}", self.locale.text("law-unverified"))?;
                }
            }
            writeln!(out, "{}", self.locale.text_with("law-source", &args!("source" => pack.source.as_str())))?;
        }
        Ok(())
    }
}

/// From when until when, and whether that is certain.
fn validity(pack: &LawPack, locale: Locale) -> String {
    let args = args!(
        "from" => pack.valid_from.to_string(),
        "until" => pack.valid_to.map(|day| day.to_string()).unwrap_or_default(),
        "ends" => if pack.valid_to.is_some() { "yes" } else { "no" },
        "sure" => if pack.valid_from_unverified { "no" } else { "yes" },
    );
    locale.text_with("law-since", &args).into_owned()
}

/// A pack for a program.
#[derive(Serialize)]
struct PackRow<'l> {
    id: &'l str,
    act: &'l str,
    title: &'l str,
    valid_from: Date,
    valid_from_unverified: bool,
    valid_to: Option<Date>,
    source: &'l str,
    articles: Vec<ArticleRow<'l>>,
}

#[derive(Serialize)]
struct ArticleRow<'l> {
    /// As data cite it.
    cited: String,
    article: u16,
    paragraph: Option<u16>,
    item: Option<u16>,
    citation: String,
    text: &'l str,
    unverified: bool,
}

impl<'l> PackRow<'l> {
    fn of(found: &FoundIn<'l>, law: &'l LawLibrary, locale: Locale) -> Self {
        let pack = found.pack;
        let article = |ix: &ArticleIx| {
            let article = &law[*ix];
            ArticleRow {
                cited: law.cited(*ix),
                article: article.place.article,
                paragraph: article.place.paragraph,
                item: article.place.item,
                citation: law.citation(*ix, locale),
                text: article.text.get(locale),
                unverified: article.unverified,
            }
        };
        Self {
            id: &pack.id,
            act: pack.act(),
            title: pack.title.get(locale),
            valid_from: pack.valid_from,
            valid_from_unverified: pack.valid_from_unverified,
            valid_to: pack.valid_to,
            source: &pack.source,
            articles: found.articles.iter().map(article).collect(),
        }
    }
}
