//! Harlowe: macros `(name: …)` with hooks `[…]`, variables `$name`.

use super::super::What;
use super::code::{literal, split};
use super::scan::{Hook, Scan};

/// All macros of Harlowe 1 to 3, without case, hyphens and underscores, as Harlowe compares them. A word in brackets
/// with a colon that is none of these is prose.
const MACROS: &str = "set put move unpack print display verbatim verbatimprint if unless elseif else cond nth goto \
    gotourl link linkreplace linkreveal linkrevealgoto linkrepeat linkrerun linkgoto linkundo linkfullscreen linkshow \
    linkstorage linkopenurl click clickreplace clickappend clickprepend clickgoto clickundo clickrerun mouseover \
    mouseoverreplace mouseoverappend mouseoverprepend mouseovergoto mouseoverundo mouseout mouseoutreplace \
    mouseoutappend mouseoutprepend mouseoutgoto mouseoutundo replace append prepend replacewith appendwith prependwith \
    show hide rerun more live stop event after aftererror for loop either random shuffled sorted reversed rotated \
    rotatedto repeated interlaced permutations range subarray substring altered find allpass somepass nonepass folded \
    count array a dm datamap ds dataset datanames datavalues dataentries dataentriesof dmaltered dmfind text string \
    str num number digitformat joined words split splitted trimmed upperfirst lowerfirst uppercase lowercase \
    strreversed strrepeated strnth plural num abs sign min max floor ceil ceiling round trunc pow exp sqrt log log10 \
    log2 sin cos tan lerp clamp css background textcolour textcolor colour color align font textstyle textrotate \
    textrotatex textrotatey textrotatez textsize size textindent collapse hsl hsla rgb rgba lch lcha gradient \
    lineargradient radialgradient conicgradient stripes mix complement palette border borderstyle bordersize \
    bordercolour bordercolor cornerradius hook transition t8n transitiontime t8ntime transitiondelay t8ndelay \
    transitionskip t8nskip transitionarrive t8narrive transitiondepart t8ndepart animate hoverstyle button box \
    floatbox columns column char opacity outline linestyle hidden cycling cyclinglink seqlink sequencelink dropdown \
    checkbox checkboxfullscreen input inputbox forceinput forceinputbox forcecheckbox forcedropdown numberinput \
    numberinputbox enchant enchantin change alert prompt confirm openurl reload redirect gotourl undo passage passages \
    history visited visits visit turns turn hookset hooks savegame loadgame savedgames savedata currentdate \
    currenttime weekday monthday metadata macro output outputdata outputhook partial bind 2bind seqlink meter dialog \
    icon iconundo iconredo iconfullscreen iconrestart iconcounter storylets openstorylets storylet exclusivity \
    urgency ignore source debug test assert assertexists datatype datapattern verbatimsource v6m v6mprint v6msource \
    unpack seed mock hashcolor action either via transition pagestyle scroll simulate threshold zip forgetvisits \
    forgetundos erase permutation lettersof wordsof permuted cyclinglink testtrue testfalse all some none \
    clickout noscroll dragged trimmed iconsave iconload";

fn plain_name(name: &str) -> String {
    name.chars().filter(|c| !matches!(c, '-' | '_')).map(|c| c.to_ascii_lowercase()).collect()
}

/// The name of the macro that begins here: a known one, or one of the author's own.
pub fn name(rest: &str) -> Option<String> {
    let inside = rest.strip_prefix('(')?;
    let end = inside.bytes().take(40).position(|byte| byte == b':')?;
    let name = &inside[..end];
    if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_$".contains(&byte)) {
        return None;
    }
    let plain = plain_name(name);
    (name.starts_with('$') || known(&plain)).then_some(plain)
}

fn known(plain: &str) -> bool {
    thread_local! {
        static KNOWN: rustc_hash::FxHashSet<&'static str> = MACROS.split_whitespace().collect();
    }
    KNOWN.with(|known| known.contains(plain))
}

/// Takes what begins here; `false` where it is nothing of Harlowe's.
pub fn take(scan: &mut Scan) -> bool {
    let rest = scan.rest();
    match rest.as_bytes()[0] {
        b'(' => name(rest).is_some_and(|name| called(scan, &name)),
        // A hook with a name: `|name>[` and `|name)[`, and `]<name|`.
        b'|' => match label(&rest[1..]).and_then(|end| rest.as_bytes().get(end + 1..end + 3).map(|sign| (end, sign))) {
            Some((end, b">[" | b")[")) => {
                scan.skip(end + 2);
                opened(scan, Hook::Plain);
                true
            }
            _ => false,
        },
        b'[' if scan.only_harlowe() => {
            opened(scan, Hook::Plain);
            true
        }
        b']' => {
            if scan.hooks.is_empty() && !scan.only_harlowe() {
                return false;
            }
            let visible = matches!(scan.hooks.pop(), Some(Hook::Bracket));
            if visible {
                return false;
            }
            scan.skip(1);
            let after = scan.rest();
            if let Some(end) = after.strip_prefix('<').and_then(label)
                && after.as_bytes().get(end + 1) == Some(&b'|')
            {
                scan.skip(end + 2);
            }
            true
        }
        b'[' => {
            scan.hooks.push(Hook::Bracket);
            false
        }
        // Blanks between these are drawn together.
        b'{' | b'}' if scan.only_harlowe() => {
            scan.skip(1);
            true
        }
        b'$' => scan.variable("$"),
        _ => false,
    }
}

/// How long the name of a hook is.
fn label(text: &str) -> Option<usize> {
    let end = text.bytes().take(40).position(|byte| !(byte.is_ascii_alphanumeric() || byte == b'_'))?;
    (end > 0).then_some(end)
}

fn opened(scan: &mut Scan, hook: Hook) {
    scan.skip(1);
    // `[==` has no end but that of the passage.
    let signs = scan.rest().bytes().take_while(|byte| *byte == b'=').count();
    scan.skip(signs);
    scan.hooks.push(hook);
}

fn called(scan: &mut Scan, name: &str) -> bool {
    let Some(length) = scan.code_end(0, ")", Some((b'(', b')'))) else {
        scan.broken(What::Macro);
        return true;
    };
    let code = &scan.rest()[..length];
    let inside = code.split_once(':').map_or("", |(_, inside)| &inside[..inside.len() - 1]);
    let args: Vec<Option<String>> = split(inside).iter().map(|arg| literal(arg)).collect();
    let arg = |at: usize| args.get(at).cloned().flatten();
    let linking = name.starts_with("link") || name.starts_with("click") || name.starts_with("mouseo");
    let hook = if (linking && name.ends_with("goto")) || matches!(name, "goto" | "redirect") {
        let words = if linking { arg(0).unwrap_or_default() } else { String::new() };
        match args.last().cloned().flatten() {
            Some(to) if linking => scan.way(length, &words, &to),
            Some(to) => scan.goto(length, &to),
            None => scan.dynamic(length, &words),
        }
        Hook::Plain
    } else if matches!(name, "undo" | "linkundo" | "clickundo" | "mouseoverundo" | "mouseoutundo") {
        scan.dynamic(length, "");
        Hook::Plain
    } else if name == "display" && arg(0).is_some() {
        scan.include(length, &arg(0).unwrap_or_default());
        Hook::Plain
    } else if linking && !matches!(name, "linkopenurl" | "linkstorage" | "linkfullscreen") {
        let words = arg(0).unwrap_or_default();
        let at = scan.words(length, &words);
        Hook::Link(at)
    } else {
        scan.leave_out(length, What::Macro);
        Hook::Plain
    };
    hooked(scan, hook);
    true
}

/// The hook behind a macro; several macros before one are joined with `+`.
fn hooked(scan: &mut Scan, hook: Hook) {
    let rest = scan.rest();
    let blanks = rest.bytes().take(40).take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    let after = &rest[blanks..];
    // A link behind a macro is no hook, unless it stands first in one.
    if after.starts_with('[') && (!after.starts_with("[[") || after.starts_with("[[[")) {
        scan.skip(blanks);
        opened(scan, hook);
    } else if let Some(more) = after.strip_prefix('+') {
        let more_blanks = more.bytes().take(40).take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        if name(&more[more_blanks..]).is_some() {
            scan.skip(blanks + 1 + more_blanks);
        }
    }
}
