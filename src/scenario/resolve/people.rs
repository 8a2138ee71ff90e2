//! Who a visitor is: presets of the program and of the scenario, and what is set on top.

use super::super::diagnostic::{Code, Hint, suggest};
use super::super::source::{Entries, PersonaSource, Str, VisitorSource};
use super::super::tree::Step::{self, Field};
use super::Resolver;
use crate::visitor::{Persona, Trait};
use crate::vocabulary::{Feeling, Need};
use std::ops::Range;

/// What may be set on top of a preset.
struct Tweaks<'s> {
    needs: &'s Entries<Need, f64>,
    traits: &'s Entries<Trait, f64>,
    arrives_with: &'s Entries<Feeling, f64>,
    numbers: [(Option<f64>, f64, f64, &'static str); 4],
}

impl<'s, 'a> Resolver<'s, 'a> {
    pub(super) fn persona(&mut self, source: &'s VisitorSource<'a>, path: &[Step; 2]) -> Persona {
        let mut persona = Persona::default();
        match &source.persona {
            Some(names) => {
                let span = self.span(names);
                self.join(&mut persona, names.as_str(), Some(span), false, &mut Vec::new());
            }
            None => self.join(&mut persona, "plain", None, false, &mut Vec::new()),
        }
        let VisitorSource { needs, traits, arrives_with, .. } = source;
        let numbers = numbers([source.speech_rate, source.expressiveness, source.masking, source.trust]);
        self.tweak(&mut persona, &Tweaks { needs, traits, arrives_with, numbers }, path);
        persona
    }

    /// Lays presets over one another, those of the scenario with what they rest on. Unknown names are reported at
    /// `span`; circles, once for each preset, only where presets are looked at.
    fn join(
        &mut self,
        persona: &mut Persona,
        names: &str,
        span: Option<Range<usize>>,
        circles: bool,
        trail: &mut Vec<String>,
    ) {
        for name in names.split('/').map(str::trim) {
            let local = self.source.personas.0.iter().find(|(id, _)| id.as_str() == name);
            if trail.iter().any(|known| known == name) {
                if circles && trail.first().is_some_and(|first| first == name) {
                    let circle = trail.iter().map(String::as_str).chain([name]).collect::<Vec<_>>().join(" → ");
                    let span = span.clone().unwrap_or_else(|| self.here.clone());
                    self.report(Code::PersonaCircle, span).args.push(("circle", circle.into()));
                }
            } else if let Some((id, preset)) = local {
                trail.push(name.to_owned());
                if let Some(base) = &preset.base {
                    self.join(persona, base.as_str(), None, circles, trail);
                }
                trail.pop();
                self.dress(persona, id, preset);
            } else if !persona.wear(name)
                && let Some(span) = &span
                && !self.unreadable.personas.contains(name)
                && !self.unreadable.everything
            {
                let own = self.source.personas.0.iter().map(|(id, _)| id.as_str().to_owned());
                let hint = suggest(name, Persona::preset_names().map(str::to_owned).chain(own));
                self.out.push(self.problem(Code::UnknownPersona, span.clone()).with("name", name).hint(hint));
            }
        }
    }

    fn dress(&mut self, persona: &mut Persona, id: &'s Str<'a>, preset: &'s PersonaSource<'a>) {
        let PersonaSource { needs, traits, arrives_with, .. } = preset;
        let numbers = numbers([preset.speech_rate, preset.expressiveness, preset.masking, preset.trust]);
        // What is out of range was said when the presets were looked at.
        let before = self.out.len();
        let path = [Field("personas"), Field(id.as_str())];
        self.tweak(persona, &Tweaks { needs, traits, arrives_with, numbers }, &path);
        self.out.truncate(before);
    }

    /// Looks at the scenario's own presets, whether anybody wears them or not.
    pub(super) fn personas(&mut self) {
        let source = self.source;
        for (id, preset) in &source.personas.0 {
            self.mark(id);
            if Persona::preset_names().any(|known| known == id.as_str()) {
                let span = self.span(id);
                let problem = self.problem(Code::IdTwice, span).with("name", id.as_str());
                self.out.push(problem.hint(Some(Hint::Text("hint-persona-shipped"))));
            }
            let mut nobody = Persona::default();
            if let Some(base) = &preset.base {
                let span = self.span(base);
                self.join(&mut nobody, base.as_str(), Some(span), true, &mut vec![id.as_str().to_owned()]);
            }
            let PersonaSource { needs, traits, arrives_with, .. } = preset;
            let numbers = numbers([preset.speech_rate, preset.expressiveness, preset.masking, preset.trust]);
            let path = [Field("personas"), Field(id.as_str())];
            self.tweak(&mut nobody, &Tweaks { needs, traits, arrives_with, numbers }, &path);
        }
    }

    fn tweak(&mut self, persona: &mut Persona, tweaks: &Tweaks, path: &[Step; 2]) {
        for (need, weight) in &tweaks.needs.0 {
            persona.needs[*need as usize] =
                self.number(*weight, 0.0, 1.0, &[path[0], path[1], Field("needs"), Field(&format!("{need:?}"))]);
        }
        for (tendency, value) in &tweaks.traits.0 {
            persona.traits[*tendency as usize] =
                self.number(*value, -1.0, 1.0, &[path[0], path[1], Field("traits"), Field(&format!("{tendency:?}"))]);
        }
        for (feeling, strength) in &tweaks.arrives_with.0 {
            persona.arrives_with[*feeling as usize] = self.number(
                *strength,
                0.0,
                1.0,
                &[path[0], path[1], Field("arrives_with"), Field(&format!("{feeling:?}"))],
            );
        }
        let slots = [&mut persona.speech_rate, &mut persona.expressiveness, &mut persona.masking, &mut persona.trust];
        for ((value, min, max, field), slot) in tweaks.numbers.into_iter().zip(slots) {
            if let Some(value) = value {
                *slot = self.number(value, min, max, &[path[0], path[1], Field(field)]);
            }
        }
    }
}

fn numbers(values: [Option<f64>; 4]) -> [(Option<f64>, f64, f64, &'static str); 4] {
    let [rate, expressiveness, masking, trust] = values;
    [
        (rate, 1.5, 8.0, "speech_rate"),
        (expressiveness, 0.0, 1.0, "expressiveness"),
        (masking, 0.0, 1.0, "masking"),
        (trust, -1.0, 1.0, "trust"),
    ]
}
