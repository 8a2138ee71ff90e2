//! The face follows what is being said: no painful line of a shipped scenario is said with a smile, whatever is felt.

use calmdesk::authoring::library;
use calmdesk::rehearsal::{self, Policy};
use calmdesk::rubric::Rubric;
use calmdesk::session::{Event, Projection, Settings};
use calmdesk::visitor::Saying;
use calmdesk::vocabulary::{ActionUnit, Cue, Expression, Feeling, Manner, Snapshot};

const SHIPPED: [&str; 4] = ["noise-upstairs", "collective-wages", "demolition-report", "twelve-years"];

fn unit(face: &Expression, unit: ActionUnit) -> f32 {
    face.units[unit as usize]
}

/// Grateful and relieved beyond measure.
fn beaming() -> Snapshot {
    let mut state = Snapshot::default();
    state.feelings[Feeling::Relief as usize] = 1000;
    state.feelings[Feeling::Gratitude as usize] = 1000;
    state.feelings[Feeling::Hope as usize] = 1000;
    state
}

/// Pain as an author marks it, written here anew.
fn hurts(manner: Manner, cues: &[Cue]) -> bool {
    let cue = |cue: &Cue| {
        matches!(
            cue,
            Cue::Feeling(_)
                | Cue::Vent
                | Cue::Deflected(_)
                | Cue::Careless
                | Cue::Privacy
                | Cue::Vulnerable
                | Cue::Insult
                | Cue::Risk(_)
        )
    };
    let sounds = matches!(manner, Manner::Crying | Manner::Trembling | Manner::Shouting | Manner::Sighing);
    sounds || cues.iter().any(cue)
}

#[test]
fn no_painful_line_is_said_smiling_and_each_shows_its_pain() {
    let (mut painful, mut smiling) = (0, 0);
    for id in SHIPPED {
        let scenario = library::find(id).unwrap().scenario().unwrap().clone();
        for line in scenario.nodes.iter().filter_map(|node| node.kind.speech()) {
            let Some(who) = line.who else { continue };
            let persona = &scenario.visitors[who.at()].persona;
            for variant in line.variants {
                let saying = Saying { manner: line.manner, cues: &variant.cues };
                let face = Expression::of(persona, &beaming(), Some(saying));
                let text = &variant.say.original;
                if hurts(line.manner, &variant.cues) {
                    painful += 1;
                    assert_eq!(unit(&face, ActionUnit::LipCornerPuller), 0.0, "{id}: {text}");
                    assert_eq!(unit(&face, ActionUnit::CheekRaiser), 0.0, "{id}: {text}");
                    let signs = [
                        ActionUnit::InnerBrowRaiser,
                        ActionUnit::BrowLowerer,
                        ActionUnit::LipCornerDepressor,
                        ActionUnit::LipStretcher,
                    ];
                    let most = signs.map(|sign| unit(&face, sign)).into_iter().fold(0.0, f32::max);
                    assert!(most > 0.12, "{id}: {most} in {text}");
                } else if !saying.is_painful() {
                    smiling += usize::from(unit(&face, ActionUnit::LipCornerPuller) > 0.3);
                }
            }
        }
    }
    println!("{painful} painful lines, {smiling} others that may be said smiling");
    assert!(painful > 60 && smiling > 30, "{painful} {smiling}");
}

#[test]
fn the_face_of_a_painful_line_stays_until_it_is_answered() {
    for id in SHIPPED {
        let scenario = library::find(id).unwrap().scenario().unwrap().clone();
        let settings = Settings { seed: 1, ..Settings::default() };
        let run = rehearsal::play(&scenario, &settings, Policy::Expert, Rubric::shipped());
        let mut now = Projection::new(&scenario);
        let (mut seen, mut last) = (0, None);
        for event in &run.events {
            now.take(&scenario, event);
            match *event {
                Event::Said { node, variant, .. } => {
                    let line = scenario.kind(node).and_then(|kind| kind.speech());
                    last =
                        line.and_then(|line| Some((line.who?, line.manner, line.variants.get(usize::from(variant))?)));
                }
                Event::Offered { .. } => {
                    let Some((who, manner, variant)) = last.filter(|(_, manner, said)| hurts(*manner, &said.cues))
                    else {
                        continue;
                    };
                    let saying = now.saying(&scenario, who).expect("it has been said and not answered");
                    assert_eq!((saying.manner, saying.cues), (manner, &variant.cues[..]));
                    let persona = &scenario.visitors[who.at()].persona;
                    let face = Expression::of(persona, &now.felt(who).unwrap_or_default(), Some(saying));
                    assert_eq!(unit(&face, ActionUnit::LipCornerPuller), 0.0, "{id}: {}", variant.say.original);
                    seen += 1;
                }
                Event::Chose { .. } | Event::Filled { .. } => {
                    let all = || scenario.visitors.iter().enumerate();
                    assert!(
                        all()
                            .all(|(at, _)| now.saying(&scenario, calmdesk::vocabulary::VisitorIx(at as u16)).is_none())
                    );
                    last = None;
                }
                _ => {}
            }
        }
        assert!(seen >= 3, "{id}: {seen}");
    }
}
