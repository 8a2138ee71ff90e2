#!/bin/sh
# Takes one thing at a time out of the visitor model and asks whether a phenomenon notices.
#
#   scripts/mutation-check.sh              everything
#   scripts/mutation-check.sh code [TEXT]  only the mechanisms in the code [whose names contain TEXT]
#   scripts/mutation-check.sh catalogue    only the signs and rules of assets/acts.ron
#
# CARGO_FLAGS is handed to cargo. The mechanisms are broken in a copy, all in one build: each behind a switch that an
# environment variable turns. Prints one line for each and fails if one goes unnoticed. The results stand in
# docs/visitor-model.md.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
what=${1:-all}
only=${2:-}
CARGO_TARGET_DIR=$(mkdir -p "${CARGO_TARGET_DIR:-$here/target}" && cd "${CARGO_TARGET_DIR:-$here/target}" && pwd)
export CARGO_TARGET_DIR RUST_BACKTRACE=0 CARGO_PROFILE_DEV_DEBUG=0

if [ "$what" != code ]; then
    (cd "$here" && cargo test ${CARGO_FLAGS:-} --quiet --no-default-features --test visitor -- --ignored --nocapture every_sign)
fi
[ "$what" != catalogue ] || exit 0

copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT INT TERM
for part in Cargo.toml Cargo.lock build.rs src assets scenarios docs editors; do cp -R "$here/$part" "$copy/"; done
mkdir "$copy/tests"
cp -R "$here/tests/visitor" "$copy/tests/"
cd "$copy"
# What the visitor does not know: the shells, the reports, the benches.
rm -rf src/main.rs src/app src/cli src/report
sed -i '/^#\[cfg(feature = "gui")\]$/d; /^pub mod \(app\|cli\|report\);$/d' src/lib.rs
sed -i '/^default-run/d; /^\[\[\(bench\|example\|bin\)\]\]$/,/^$/d' Cargo.toml
cat >>src/lib.rs <<'RUST'

/// Whether this mechanism is switched off.
pub fn without(mechanism: &str) -> bool {
    static WITHOUT: std::sync::OnceLock<String> = std::sync::OnceLock::new();
    WITHOUT.get_or_init(|| std::env::var("WITHOUT").unwrap_or_default()) == mechanism
}
RUST

names=names.txt
: >$names
wrong=0

# switch NAME FILE EXPRESSION BROKEN: the expression, wherever it stands in the file, becomes BROKEN under WITHOUT=NAME.
switch() {
    cp "$2" whole.rs
    NAME=$1 AS=$3 BROKEN=$4 perl -0pi -e '
        my ($name, $as, $broken) = @ENV{qw(NAME AS BROKEN)};
        s/\Q$as\E/(if crate::without("$name") { $broken } else { $as })/g;
    ' "$2"
    if cmp -s "$2" whole.rs; then
        echo "$1: DOES NOT APPLY any more, mend scripts/mutation-check.sh"
        wrong=$((wrong + 1))
    fi
    grep -qx "$1" $names || echo "$1" >>$names
}

a=src/visitor/appraisal.rs
m=src/visitor/mind.rs
c=src/visitor/contagion.rs
p=src/visitor/persona.rs
q=src/session/people.rs
y=src/session/play.rs

switch "attention gate" $m '1.0 - x * x * (3.0 - 2.0 * x)' 1.0
switch "mood tinges feelings" $m 'sign * MOOD_INFLUENCE * TINGE * self.mood[0]' 0.0
switch "feelings colour the mood" $m 'intensity * colour' 0.0
switch "re-trigger" $m 'retriggered(before, new)' 'before + new'
switch "threshold" $m 'self.persona.thresholds[at]' 0.0
switch "feelings fade" $m '*value = decayed(*value, seconds, half_life)' '()'
switch "mood goes back to rest" $m 'decayed(*mood - rest, seconds, MOOD_HALF_LIFE)' '*mood - rest'
switch "pressure fades" $m 'decayed(self.pressure, seconds, PRESSURE_HALF_LIFE)' 'self.pressure'
switch "an outburst lets out" $m 'self.press(-OUTBURST_RELEASE)' '()'
switch "an outburst lasts" $m 'self.shouting = OUTBURST_SECONDS' '()'
switch "what is added goes out with it" $m 'change * (1.0 - SHOUTED_OUT)' change
switch "breaking point" $m 'self.pressure < self.persona.breaking_point' true
switch "feelings are slept on" $m '*feeling *= 0.35 * pale' '()'
switch "beliefs pale" $m '*need *= 0.4 + 0.6 * pale' '()'
switch "silence of days" $m '!heard_from && days >= 2.0' false
switch "grudge" $m '0.25 * (-self.trust).max(0.0)' 0.0
switch "held-back anger presses" $m 'HELD_BACK * self.mask()' 0.0
switch "mask" $p 'self.masking * (1.0 - near.max(rage).clamp(0.0, 1.0))' 0.0
switch "mask slips" $p 'near.max(rage).clamp(0.0, 1.0)' 0.0
switch "variation by seed" $p '(dice.random::<f64>() * 2.0 - 1.0) * by' 0.0
switch "needs move feelings" $a 'GAIN * potential' 0.0
switch "needs move trust" $a 'mind.trust_by(gain)' '()'
switch "met needs soothe" $a 'ease * eased' 0.0
switch "a belief at its end still hurts" $a 'LIKELIHOOD * towards.abs() * 0.5' -1.0
switch "disappointment falls from hope" $a '0.5 + hope_before' 0.5
switch "trust lends weight" $a '0.35 * mind.trust' 0.0
switch "trust takes the sting" $a 'share * trust' 0.0
switch "heat presses" $a '0.4 * mind.heat()' 0.0
switch "onlookers" $a 'if moment.addressed { 1.0 } else { ONLOOKER }' 'if moment.addressed { 1.0 } else { 1e-9 }'
switch "interruption by share" $q 'f64::from(unsaid) / 1000.0' 0.5
switch "interruption again" $a 'CUT_OFF_AGAIN * f64::from(mind.cut_off.min(CUT_OFF_MOST))' 0.0
switch "venting releases" $a 'mind.press(if stirred { -0.09 } else { -0.03 })' '()'
switch "stepping over a feeling" $q 'self.change(who, appraisal::stepped_over)' '()'
switch "long silence" $a '((seconds - 6.0) / 14.0).clamp(0.0, 1.0)' 0.0
switch "kept promise" $q 'self.change(to.unwrap_or(VisitorIx(0)), appraisal::promise_kept)' '()'
switch "broken promise" $q 'appraisal::promise_broken(mind, within_authority)' '()'
switch "turned away before" $a 'mind.deflections = times' '()'
switch "a colleague's careless sentence" $y 'appraisal::hears_careless(mind)' '()'
switch "telling of a careless sentence" $q 'self.change(who, appraisal::recalls_careless)' '()'
switch "a leak hits whose it was" src/session/act_effects.rs 'whose == who' 'to.is_none_or(|to| to == who)'
switch "memory: contradictions" $a 'times(memory.contradictions)' 0.0
switch "memory: careless sentences" $a 'times(memory.careless)' 0.0
switch "memory: leaks" $a 'times(memory.leaks)' 0.0
switch "memory: empty words" $a 'times(memory.empty_words)' 0.0
switch "memory: vague hopes" $a 'times(memory.vague_hopes)' 0.0
switch "memory: amends" $a '0.6 * f64::from(memory.amends.min(3))' 0.0
switch "contagion" $c 'contagion_rate(pull.gamma.min(1.0), seconds / SECONDS)' 0.0
switch "contagion: who speaks is heard" $c 'meet(from, to, HEARD)' '()'
switch "contagion: expressiveness" $c 'shows * strength * receiver.open' '0.5 * strength * receiver.open'
switch "contagion: rooms" $c 'self.room[from] == self.room[to]' true
switch "contagion: rooms" $c 'self.room[from] == self.room[*to]' true
switch "contagion: one main speaker" $c 'if self.one_speaker { SIDE_TALK } else { 1.0 }' 1.0

switch "sore points" src/visitor/sore_points.rs 'FELT_AGAIN * (1.0 - RECEIVED * met)' 0.0
switch "unmet anger lasts" $m 'UNMET_LASTS * self.denied()' 0.0
switch "no calm before a word" src/visitor/gestures.rs '(moment.pain_open || !mind.heard)' false

run() {
    WITHOUT=$1 PHENOMENA_EVERY=5 cargo test ${CARGO_FLAGS:-} --no-default-features --test visitor phenomena >out.txt 2>&1
}

# As it is, everything holds.
if ! run ""; then
    grep -E '^error|FAILED|panicked' out.txt | head -n 20
    echo "the phenomena do not hold even with everything in place"
    exit 1
fi
while read -r name; do
    case $name in *"$only"*) ;; *) continue ;; esac
    if run "$name"; then
        echo "$name: NOBODY NOTICES"
        wrong=$((wrong + 1))
    else
        failed=$(grep -o '^test [a-z_:]* \.\.\. FAILED' out.txt)
        echo "$name: $(echo "$failed" | wc -l) notice, first $(echo "$failed" | head -n 1 | cut -d' ' -f2)"
    fi
done <$names

[ "$wrong" = 0 ] && echo "every mechanism is missed" || { echo "$wrong unnoticed or not applied"; exit 1; }
