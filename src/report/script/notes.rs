//! Notes for the human actor: who this person is inside, and how an option goes down with them.

use crate::args;
use crate::locale::Texts;
use crate::scenario::model::{Act, Visitor};
use crate::visitor::{Persona, Trait};
use crate::vocabulary::ActCatalogue;
use crate::vocabulary::Locale;
use crate::vocabulary::{Feeling, Need};

/// What the actor should know of a role, a sentence each.
pub fn of_role(visitor: &Visitor, locale: Locale) -> Vec<String> {
    let persona = &visitor.persona;
    let mut notes = vec![wants(persona, locale)];
    notes.extend(arrives(persona, locale));
    let mut say = |holds: bool, id: &str| {
        if holds {
            notes.push(locale.text(id).into_owned());
        }
    };
    say(persona.trust <= -0.2, "script-trust-low");
    say(persona.trust >= 0.2, "script-trust-high");
    say(persona.breaking_point < 0.7, "script-breaks-soon");
    say(persona.breaking_point > 0.85, "script-breaks-late");
    say(persona.masking >= 0.3, "script-masks");
    say(persona.expressiveness >= 0.75, "script-shows");
    say(persona.expressiveness <= 0.45, "script-shows-little");
    say(persona.openness >= 0.75, "script-catches");
    say(persona.traits[Trait::Agreeableness as usize] <= -0.3, "script-stubborn");
    say(persona.speech_rate >= 4.8, "script-speaks-fast");
    say(persona.speech_rate <= 3.6, "script-speaks-slowly");
    notes
}

fn need(need: Need, locale: Locale) -> String {
    let id = match need {
        Need::Voice => "script-need-voice",
        Need::Respect => "script-need-respect",
        Need::Fairness => "script-need-fairness",
        Need::Clarity => "script-need-clarity",
        Need::Control => "script-need-control",
        Need::Safety => "script-need-safety",
        Need::Remedy => "script-need-remedy",
    };
    locale.text(id).into_owned()
}

fn wants(persona: &Persona, locale: Locale) -> String {
    let mut needs = Need::ALL;
    needs.sort_by(|a, b| persona.needs[*b as usize].total_cmp(&persona.needs[*a as usize]));
    let names: Vec<String> = needs.iter().take(3).map(|which| need(*which, locale)).collect();
    let names = names.join(&locale.text("hint-separator"));
    locale.text_with("script-wants", &args!("needs" => names)).into_owned()
}

fn arrives(persona: &Persona, locale: Locale) -> Option<String> {
    let mut felt: Vec<Feeling> =
        Feeling::ALL.into_iter().filter(|which| persona.arrives_with[*which as usize] >= 0.15).collect();
    felt.sort_by(|a, b| persona.arrives_with[*b as usize].total_cmp(&persona.arrives_with[*a as usize]));
    let name = |which: &Feeling| {
        let strong = persona.arrives_with[*which as usize] >= 0.4;
        let id = if strong { "script-strong" } else { "script-some" };
        locale.text_with(id, &args!("feeling" => locale.text(&which.text_id()))).into_owned()
    };
    let names: Vec<String> = felt.iter().map(name).collect();
    let names = names.join(&locale.text("hint-separator"));
    (!felt.is_empty()).then(|| locale.text_with("script-arrives", &args!("feelings" => names)).into_owned())
}

/// Roughly how the person takes it: the need it meets or hurts most, and whether pressure drops or mounts.
pub fn effect(acts: &[Act], persona: &Persona, locale: Locale) -> (String, &'static str) {
    let catalogue = ActCatalogue::shipped();
    let mut needs = [0.0; Need::ALL.len()];
    let mut pressure = 0.0;
    for act in acts {
        let kind = &catalogue[act.kind];
        pressure += kind.pressure;
        for (sum, (meets, weight)) in needs.iter_mut().zip(kind.needs.iter().zip(persona.needs)) {
            *sum += meets * weight;
        }
    }
    let most = |sign: f64| {
        let best =
            Need::ALL.into_iter().max_by(|a, b| (needs[*a as usize] * sign).total_cmp(&(needs[*b as usize] * sign)));
        best.filter(|which| needs[*which as usize] * sign > 0.12)
    };
    let mut parts = Vec::new();
    let mut say = |id: &str, which: Need| {
        parts.push(locale.text_with(id, &args!("need" => need(which, locale))).into_owned());
    };
    let (met, hurt) = (most(1.0), most(-1.0));
    if let Some(which) = met {
        say("script-meets", which);
    }
    if let Some(which) = hurt {
        say("script-hurts", which);
    }
    if pressure <= -0.08 {
        parts.push(locale.text("script-eases").into_owned());
    } else if pressure >= 0.08 {
        parts.push(locale.text("script-mounts").into_owned());
    }
    let tone = match (met, hurt) {
        (Some(_), None) if pressure < 0.08 => "good",
        (None, Some(_)) => "bad",
        _ => "",
    };
    if parts.is_empty() {
        parts.push(locale.text("script-no-effect").into_owned());
    }
    (parts.join(&locale.text("hint-separator")), tone)
}
