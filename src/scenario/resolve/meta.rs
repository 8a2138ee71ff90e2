//! Everything that is not a node: the head, visitors, promises, variables, visits, hooks.

use super::super::diagnostic::{Code, Hint, suggest};
use super::super::model::*;
use super::super::source::Str;
use super::super::tree::Step::{self, Field, Item};
use super::{Resolver, crowd};
use crate::procedure::Circumstances;
use crate::vocabulary::Locale;
use std::ops::Range;

const NINE: u16 = 9 * 60;

impl<'s, 'a> Resolver<'s, 'a> {
    pub(super) fn scenario(&mut self, id: &str) -> Option<Scenario> {
        let source = self.source;
        let title = self.text(source.title.as_ref(), "title", &[]);
        let locale = self.language();
        let difficulty = self.integer(source.difficulty.unwrap_or(2), 1, 5, &[Field("difficulty")]);
        let minutes = self.integer(source.minutes.unwrap_or(15), 1, 600, &[Field("minutes")]);
        let plays_on = self.date();
        let mut law = Vec::with_capacity(source.law.len());
        for (n, pack) in source.law.iter().enumerate() {
            let span = self.span_or(pack, &[Field("law"), Item(n)]);
            let library = source.own_law.library();
            if library.packs.iter().any(|known| known.id == pack.as_str()) {
                law.push(pack.as_str().to_owned());
            } else if !source.own_law.broken.iter().any(|id| id == pack.as_str()) {
                let hint = suggest(pack.as_str(), library.packs.iter().map(|known| &known.id));
                self.out.push(self.problem(Code::UnknownLaw, span).with("name", pack.as_str()).hint(hint));
            }
        }
        let mut case_file = Vec::with_capacity(source.case_file.len());
        for (n, paper) in source.case_file.iter().enumerate() {
            let path = [Field("case_file"), Item(n)];
            let title = self.text(paper.title.as_ref(), "title", &path);
            let text = self.text(paper.text.as_ref(), "text", &path);
            case_file.push(Document { title, text });
        }
        let matter = self.matter();
        let first_day = self.plays_on.unwrap_or_default();
        self.circumstances = matter.as_ref().map_or(Circumstances::of(first_day), Matter::circumstances);
        self.personas();
        let visitors = self.visitors();
        let facts = (source.facts.0.iter())
            .map(|(id, text)| Fact {
                id: id.as_str().to_owned(),
                text: self.text(Some(text), "", &[Field("facts"), Field(id.as_str())]),
            })
            .collect();
        let promises = self.promises();
        let vars = self.vars();
        let nodes = self.nodes(&visitors);
        let visits = self.visits(&title);
        let hooks = self.hooks();
        let words = self.words.keys().map(|word| Word { text: Text::new(*word) }).collect();
        let mut scenario = Scenario {
            id: id.to_owned(),
            hash: String::new(),
            locale: locale.unwrap_or_default(),
            title,
            family: source.family.as_ref().map_or("general", Str::as_str).to_owned(),
            difficulty: difficulty as u8,
            minutes: minutes as u16,
            objectives: source.objectives.iter().map(|text| Text::new(text.as_str())).collect(),
            author: source.author.as_ref().map_or("", Str::as_str).to_owned(),
            plays_on: plays_on.unwrap_or_default(),
            law,
            own_law: source.own_law.library.clone(),
            briefing: Text::new(source.briefing.as_ref().map_or("", Str::as_str)),
            case_file,
            matter,
            visitors,
            facts,
            words,
            promises,
            vars,
            visits,
            nodes,
            hooks,
        };
        self.lead_back(&mut scenario);
        self.check_flow(&scenario);
        let whole = !self.unreadable.anything;
        (whole && !self.out.iter().any(|problem| problem.is_error())).then_some(scenario)
    }

    fn language(&mut self) -> Option<Locale> {
        let Some(tag) = &self.source.language else {
            return Some(Locale::default());
        };
        let found = tag.as_str().parse().ok();
        if found.is_none() {
            let span = self.span_or(tag, &[Field("language")]);
            let hint = suggest(tag.as_str(), Locale::ALL.map(Locale::tag));
            self.out.push(self.problem(Code::UnknownLanguage, span).with("name", tag.as_str()).hint(hint));
        }
        found
    }

    fn date(&mut self) -> Option<jiff::civil::Date> {
        let Some(written) = &self.source.plays_on else {
            self.missing("plays_on", &[]);
            return None;
        };
        let date = self.day(written, &[Field("plays_on")]);
        self.plays_on = date;
        date
    }

    /// A date as it is written; reported where it is none.
    pub(super) fn day(&mut self, written: &Str, path: &[Step]) -> Option<jiff::civil::Date> {
        let date = written.as_str().parse::<jiff::civil::Date>().ok().filter(|_| written.as_str().len() == 10);
        if date.is_none() {
            let span = self.span_or(written, path);
            self.bad_date(written.as_str(), span);
        }
        date
    }

    /// A date that is none: how it is written, or that there is no such day.
    pub(super) fn bad_date(&mut self, written: &str, span: Range<usize>) {
        let numbers: Vec<i16> = written
            .split(|c: char| !c.is_ascii_digit())
            .filter(|digits| (1..=4).contains(&digits.len()))
            .filter_map(|digits| digits.parse().ok())
            .collect();
        let problem = self.problem(Code::BadDate, span).with("value", written);
        let problem = match numbers.as_slice() {
            &[year, month @ 1..=12, day] if year >= 1000 && day < 100 => {
                match jiff::civil::Date::new(year, month as i8, day as i8) {
                    Ok(date) => problem.with("date", date.to_string()).hint(Some(Hint::Text("hint-write-date"))),
                    Err(_) => problem.hint(Some(Hint::Text("hint-no-such-day"))),
                }
            }
            _ => problem,
        };
        self.out.push(problem);
    }

    fn visitors(&mut self) -> Vec<Visitor> {
        let source = self.source;
        let number = source.visitors.0.iter().map(|(_, visitor)| crowd::heads(visitor)).sum();
        // A count beyond all bounds is told by itself.
        let counts = source.visitors.0.iter().filter_map(|(_, visitor)| visitor.count);
        let bounded = counts.into_iter().all(|count| (1..=MAX_VISITORS as i64).contains(&count));
        if !(1..=MAX_VISITORS).contains(&number) && self.unreadable.visitors.is_empty() && bounded {
            let span = self.place(&[Field("visitors")]);
            let problem = self.problem(Code::NumberOfVisitors, span).with("number", number).with("max", MAX_VISITORS);
            self.out.push(problem.hint((number > MAX_VISITORS).then_some(Hint::Text("hint-too-many-visitors"))));
        }
        let mut visitors = Vec::with_capacity(number);
        for (id, visitor) in &source.visitors.0 {
            self.mark(id);
            let path = [Field("visitors"), Field(id.as_str())];
            let name = self.text(visitor.name.as_ref(), "name", &path);
            let age = self.integer(visitor.age.unwrap_or(45), 1, 120, &[path[0], path[1], Field("age")]);
            let persona = self.persona(visitor, &path);
            self.integer(visitor.count.unwrap_or(1), 1, MAX_VISITORS as i64, &[path[0], path[1], Field("count")]);
            let first = Visitor {
                id: id.as_str().to_owned(),
                name,
                role: Text::new(visitor.role.as_ref().map_or("", Str::as_str)),
                age: age as u8,
                persona,
                look: visitor.look,
                like: None,
            };
            let place = visitors.len();
            let others: Vec<Visitor> = crowd::others(&first, place, crowd::heads(visitor)).collect();
            visitors.push(first);
            visitors.extend(others);
        }
        visitors
    }

    fn promises(&mut self) -> Vec<Promise> {
        let source = self.source;
        let mut promises = Vec::with_capacity(source.promises.0.len());
        for (id, promise) in &source.promises.0 {
            self.mark(id);
            let path = [Field("promises"), Field(id.as_str())];
            let text = self.text(promise.text.as_ref(), "text", &path);
            let due_days = self.integer(promise.due_days.unwrap_or(0), 0, 3650, &[path[0], path[1], Field("due_days")]);
            promises.push(Promise {
                id: id.as_str().to_owned(),
                text,
                due_days: due_days as u16,
                within_authority: !promise.beyond_authority,
            });
        }
        promises
    }

    fn vars(&mut self) -> Vec<Var> {
        const FAR: i64 = 1_000_000;
        let source = self.source;
        let mut vars = Vec::with_capacity(source.vars.0.len());
        for (id, var) in &source.vars.0 {
            self.mark(id);
            let at = |field| [Field("vars"), Field(id.as_str()), Field(field)];
            let min = self.integer(var.min, -FAR, FAR, &at("min"));
            let Some(max) = var.max else {
                self.missing("max", &at("")[..2]);
                continue;
            };
            let max = self.integer(max, min, FAR, &at("max"));
            let start = self.integer(var.start.unwrap_or(min), min, max.max(min), &at("start"));
            vars.push(Var { id: id.as_str().to_owned(), min: min as i32, max: max as i32, start: start as i32 });
        }
        vars
    }

    fn visits(&mut self, title: &Text) -> Vec<Visit> {
        let source = self.source;
        let heads: usize = source.visitors.0.iter().map(|(_, visitor)| crowd::heads(visitor)).sum();
        let everybody: Vec<VisitorIx> = (0..heads.min(u16::MAX.into())).map(|n| VisitorIx(n as u16)).collect();
        if source.visits.0.is_empty() {
            return vec![Visit {
                id: "first".to_owned(),
                title: title.clone(),
                place: Place::default(),
                present: everybody,
                start: NodeIx(0),
                begins_at: NINE,
            }];
        }
        let mut visits = Vec::with_capacity(source.visits.0.len());
        for (number, (id, visit)) in source.visits.0.iter().enumerate() {
            self.mark(id);
            let path = [Field("visits"), Field(id.as_str())];
            let present = match &visit.present {
                None => everybody.clone(),
                Some(names) => {
                    if names.is_empty() {
                        let span = self.place(&[path[0], path[1], Field("present")]);
                        self.report(Code::NobodyPresent, span).args.push(("name", id.as_str().into()));
                    }
                    let mut present = Vec::with_capacity(names.len());
                    for (n, name) in names.iter().enumerate() {
                        let span = self.span_or(name, &[path[0], path[1], Field("present"), Item(n)]);
                        let Some(visitor) = self.visitor(name, span.clone()) else {
                            continue;
                        };
                        if present.contains(&visitor) {
                            self.report(Code::IdTwice, span).args.push(("name", name.as_str().into()));
                        } else {
                            let heads = (source.visitors.0.iter())
                                .find(|(id, _)| id.as_str() == name.as_str())
                                .map_or(1, |(_, visitor)| crowd::heads(visitor));
                            present.extend((visitor.0..).take(heads).map(VisitorIx));
                        }
                    }
                    present
                }
            };
            let start = match &visit.start {
                Some(node) => {
                    let span = self.span_or(node, &[path[0], path[1], Field("start")]);
                    self.node(node, span)
                }
                None if number == 0 => Some(NodeIx(0)),
                None => {
                    self.missing("start", &path);
                    None
                }
            };
            let begins_at = visit.begins_at.as_ref().map_or(NINE, |time| {
                clock(time.as_str()).unwrap_or_else(|| {
                    let span = self.span_or(time, &[path[0], path[1], Field("begins_at")]);
                    self.report(Code::BadTime, span).args.push(("value", time.as_str().into()));
                    NINE
                })
            });
            let title = match &visit.title {
                Some(text) => self.text(Some(text), "title", &path),
                None => title.clone(),
            };
            visits.push(Visit {
                id: id.as_str().to_owned(),
                title,
                place: visit.place,
                present,
                start: start.unwrap_or(NodeIx(0)),
                begins_at,
            });
        }
        visits
    }

    fn hooks(&mut self) -> Hooks {
        let source = &self.source.hooks;
        let mut hook = |name: &Option<Str>, field| {
            let name = name.as_ref()?;
            let span = self.span_or(name, &[Field("hooks"), Field(field)]);
            self.node(name, span)
        };
        Hooks {
            on_outburst: hook(&source.on_outburst, "on_outburst"),
            on_silence: hook(&source.on_silence, "on_silence"),
            on_interrupt: hook(&source.on_interrupt, "on_interrupt"),
            on_risk: hook(&source.on_risk, "on_risk"),
        }
    }
}

/// Minutes after midnight of `09:12`.
fn clock(time: &str) -> Option<u16> {
    let (hours, minutes) = time.split_once(':')?;
    let digits = |text: &str| text.len() <= 2 && !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !digits(hours) || !digits(minutes) {
        return None;
    }
    let (hours, minutes): (u16, u16) = (hours.parse().ok()?, minutes.parse().ok()?);
    (hours < 24 && minutes < 60).then_some(hours * 60 + minutes)
}
