//! The slow path for broken files.
use super::diagnostic::{Code, Diagnostic};
pub fn invisible(_: &str, _: &mut Vec<Diagnostic>) {}
pub fn report(_: &str, text: &str, out: &mut Vec<Diagnostic>) {
    if let Err(e) = super::source::dialect().from_str::<super::source::ScenarioSource>(text) {
        out.push(Diagnostic::new(Code::Syntax, "scenario.ron", 0..0).with("sign", e.to_string()));
    }
}
