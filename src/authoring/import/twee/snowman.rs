//! Snowman: JavaScript in `<% %>`, which may lead on (`story.show`) or show another passage (`story.render`).

use super::super::What;
use super::code::called_with;
use super::scan::Scan;

/// Takes what begins here; `false` where it is nothing of Snowman's.
pub fn take(scan: &mut Scan) -> bool {
    if !scan.rest().starts_with("<%") {
        return false;
    }
    let Some(length) = scan.until("%>") else {
        scan.broken(What::Code);
        return true;
    };
    let code = &scan.rest()[..length];
    if let Some(to) = called_with(code, "story.show(") {
        scan.goto(length, &to);
    } else if let Some(name) = called_with(code, "render(").or_else(|| called_with(code, "renderPassage(")) {
        scan.include(length, &name);
    } else {
        scan.leave_out(length, What::Code);
    }
    true
}
