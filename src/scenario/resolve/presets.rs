//! Who a visitor is: presets of the program and of the scenario, and what is set on top.

use super::super::diagnostic::{Code, Hint, suggest};
use super::super::source::{Entries, PersonaSource, Str, VisitorSource};
use super::super::syntax::Step::{self, Field};
use super::diagnostics::Diagnostics;
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

impl<'s> Tweaks<'s> {
    fn of_visitor(source: &'s VisitorSource) -> Self {
        Self {
            needs: &source.needs,
            traits: &source.traits,
            arrives_with: &source.arrives_with,
            numbers: numbers([source.speech_rate, source.expressiveness, source.masking, source.trust]),
        }
    }

    fn of_preset(source: &'s PersonaSource) -> Self {
        Self {
            needs: &source.needs,
            traits: &source.traits,
            arrives_with: &source.arrives_with,
            numbers: numbers([source.speech_rate, source.expressiveness, source.masking, source.trust]),
        }
    }

    fn lay_on(&self, persona: &mut Persona, path: &[Step; 2], diagnostics: &mut Diagnostics) {
        let mut number = |value, (min, max), section, name: &str| {
            diagnostics.number(value, min, max, &[path[0], path[1], Field(section), Field(name)])
        };
        for (need, weight) in &self.needs.0 {
            persona.needs[*need as usize] = number(*weight, (0.0, 1.0), "needs", &format!("{need:?}"));
        }
        for (tendency, value) in &self.traits.0 {
            persona.traits[*tendency as usize] = number(*value, (-1.0, 1.0), "traits", &format!("{tendency:?}"));
        }
        for (feeling, strength) in &self.arrives_with.0 {
            let strength = number(*strength, (0.0, 1.0), "arrives_with", &format!("{feeling:?}"));
            persona.arrives_with[*feeling as usize] = strength;
        }
        let slots = [&mut persona.speech_rate, &mut persona.expressiveness, &mut persona.masking, &mut persona.trust];
        for ((value, min, max, field), slot) in self.numbers.into_iter().zip(slots) {
            if let Some(value) = value {
                *slot = diagnostics.number(value, min, max, &[path[0], path[1], Field(field)]);
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

/// The scenario's own presets, beside those of the program.
pub(super) struct Presets<'s, 'a> {
    pub own: &'s Entries<Str<'a>, PersonaSource<'a>>,
}

impl Presets<'_, '_> {
    /// Looks at the scenario's own presets, whether anybody wears them or not.
    pub fn check(&self, diagnostics: &mut Diagnostics) {
        for (id, preset) in &self.own.0 {
            diagnostics.mark(id);
            if Persona::preset_names().any(|known| known == id.as_str()) {
                let span = diagnostics.span(id);
                let problem = diagnostics.problem(Code::IdTwice, span).with("name", id.as_str());
                diagnostics.out.push(problem.hint(Some(Hint::Text("hint-persona-shipped"))));
            }
            let mut nobody = Persona::default();
            if let Some(base) = &preset.base {
                let span = diagnostics.span(base);
                let mut trail = vec![id.as_str().to_owned()];
                self.join(&mut nobody, base.as_str(), Some(span), true, &mut trail, diagnostics);
            }
            let path = [Field("personas"), Field(id.as_str())];
            Tweaks::of_preset(preset).lay_on(&mut nobody, &path, diagnostics);
        }
    }

    pub fn persona(&self, source: &VisitorSource, path: &[Step; 2], diagnostics: &mut Diagnostics) -> Persona {
        let mut persona = Persona::default();
        match &source.persona {
            Some(names) => {
                let span = diagnostics.span(names);
                self.join(&mut persona, names.as_str(), Some(span), false, &mut Vec::new(), diagnostics);
            }
            None => self.join(&mut persona, "plain", None, false, &mut Vec::new(), diagnostics),
        }
        Tweaks::of_visitor(source).lay_on(&mut persona, path, diagnostics);
        persona
    }

    /// Lays presets over one another, those of the scenario with what they rest on. Unknown names are reported at
    /// `span`; circles, once for each preset, only where presets are looked at.
    fn join(
        &self,
        persona: &mut Persona,
        names: &str,
        span: Option<Range<usize>>,
        circles: bool,
        trail: &mut Vec<String>,
        diagnostics: &mut Diagnostics,
    ) {
        for name in names.split('/').map(str::trim) {
            let local = self.own.0.iter().find(|(id, _)| id.as_str() == name);
            if trail.iter().any(|known| known == name) {
                if circles && trail.first().is_some_and(|first| first == name) {
                    let circle = trail.iter().map(String::as_str).chain([name]).collect::<Vec<_>>().join(" → ");
                    let span = span.clone().unwrap_or_else(|| diagnostics.here.clone());
                    diagnostics.report(Code::PersonaCircle, span).args.push(("circle", circle.into()));
                }
            } else if let Some((id, preset)) = local {
                trail.push(name.to_owned());
                if let Some(base) = &preset.base {
                    self.join(persona, base.as_str(), None, circles, trail, diagnostics);
                }
                trail.pop();
                // What is out of range was said when the presets were looked at.
                let before = diagnostics.out.len();
                let path = [Field("personas"), Field(id.as_str())];
                Tweaks::of_preset(preset).lay_on(persona, &path, diagnostics);
                diagnostics.out.truncate(before);
            } else if !persona.wear(name)
                && let Some(span) = &span
                && !diagnostics.unreadable.personas.contains(name)
                && !diagnostics.unreadable.everything
            {
                let own = self.own.0.iter().map(|(id, _)| id.as_str().to_owned());
                let hint = suggest(name, Persona::preset_names().map(str::to_owned).chain(own));
                let problem = diagnostics.problem(Code::UnknownPersona, span.clone()).with("name", name);
                diagnostics.out.push(problem.hint(hint));
            }
        }
    }
}
