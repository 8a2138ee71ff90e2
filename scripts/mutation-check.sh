#!/bin/sh
# Breaks the visitor model in one place at a time and asks whether a phenomenon notices.
#
#   scripts/mutation-check.sh              everything (about ten minutes on two quiet cores)
#   scripts/mutation-check.sh code [TEXT]  only the mechanisms that stand in the code [whose name contains TEXT]
#   scripts/mutation-check.sh catalogue    only the signs and rules of assets/acts.ron
#
# CARGO_FLAGS is handed to cargo. Works on a copy that leaves out the shells and reports, which the visitor
# does not know; prints one line for each mutation and fails if one goes unnoticed. The results stand in
# docs/visitor-model.md.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
what=${1:-all}
only=${2:-}
CARGO_TARGET_DIR=$(mkdir -p "${CARGO_TARGET_DIR:-$here/target}" && cd "${CARGO_TARGET_DIR:-$here/target}" && pwd)
export CARGO_TARGET_DIR RUST_BACKTRACE=0 CARGO_PROFILE_DEV_DEBUG=0

if [ "$what" != code ]; then
    (cd "$here" && cargo test ${CARGO_FLAGS:-} --quiet --no-default-features --test phenomena -- --ignored --nocapture every_sign)
fi
[ "$what" != catalogue ] || exit 0

copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT INT TERM
for part in Cargo.toml Cargo.lock build.rs src assets scenarios; do cp -R "$here/$part" "$copy/"; done
mkdir "$copy/tests"
for part in phenomena.rs phenomenon mutation stage; do cp -R "$here/tests/$part" "$copy/tests/"; done
cd "$copy"
rm -rf src/main.rs src/app src/cli src/report src/classroom
sed -i '/^#\[cfg(feature = "gui")\]$/d; /^pub mod \(app\|cli\|report\|classroom\);$/d' src/lib.rs
# No program, no benches.
sed -i '/^default-run/d; /^\[\[\(bench\|example\|bin\)\]\]$/,/^$/d' Cargo.toml
unnoticed=0

# mutate NAME FILE SED-SCRIPT: the script must change the file.
mutate() {
    case $1 in *"$only"*) ;; *) return 0 ;; esac
    cp "$2" "$2.whole"
    sed -i "$3" "$2"
    if cmp -s "$2" "$2.whole"; then
        echo "$1: DOES NOT APPLY any more, mend scripts/mutation-check.sh"
        unnoticed=$((unnoticed + 1))
    else
        PHENOMENA_EVERY=7 cargo test ${CARGO_FLAGS:-} --no-default-features --test phenomena -- --test-threads=2 >out.txt 2>&1 || true
        if grep -q '^error' out.txt && ! grep -q '^test result' out.txt; then
            echo "$1: DOES NOT COMPILE, mend scripts/mutation-check.sh"
            unnoticed=$((unnoticed + 1))
        elif failed=$(grep -o '^test [a-z_]* \.\.\. FAILED' out.txt); then
            echo "$1: $(echo "$failed" | wc -l) notice, first $(echo "$failed" | head -n 1 | cut -d' ' -f2)"
        else
            echo "$1: NOBODY NOTICES"
            unnoticed=$((unnoticed + 1))
        fi
    fi
    mv "$2.whole" "$2"
}

a=src/visitor/appraisal.rs
m=src/visitor/mind.rs
c=src/visitor/contagion.rs
p=src/visitor/persona.rs

mutate "attention gate" $m '/fn intake/,/^    }/s/1.0 - x \* x \* (3.0 - 2.0 \* x)/1.0 + 0.0 * x/'
mutate "mood tinges feelings" $m 's/^const TINGE: f64 = .*/const TINGE: f64 = 0.0;/'
mutate "feelings colour the mood" $m 's/MOOD_INFLUENCE \* intensity/0.0 * MOOD_INFLUENCE * intensity/'
mutate "re-trigger" $m 's/retriggered(old, new)/(old + new + 0.0 * retriggered(old, new))/'
mutate "threshold" $m 's/self.persona.thresholds\[feeling as usize\] \* 10.0/0.0/'
mutate "feelings fade" $m 's/\*value = decayed(\*value, seconds, half_life)/*value = decayed(*value, 0.0, half_life)/'
mutate "mood goes back to rest" $m 's/decayed(1.0, seconds, MOOD_HALF_LIFE)/decayed(1.0, 0.0, MOOD_HALF_LIFE)/'
mutate "pressure fades" $m 's/decayed(self.pressure, seconds, PRESSURE_HALF_LIFE)/decayed(self.pressure, 0.0, PRESSURE_HALF_LIFE)/'
mutate "outburst lets out" $m 's/^const OUTBURST_RELEASE: f64 = .*/const OUTBURST_RELEASE: f64 = 0.0;/'
mutate "an outburst lasts" $m 's/^const OUTBURST_SECONDS: f64 = .*/const OUTBURST_SECONDS: f64 = 0.0;/'
mutate "what is added goes out with it" $m 's/^const SHOUTED_OUT: f64 = .*/const SHOUTED_OUT: f64 = 0.0;/'
mutate "breaking point" $m 's/self.pressure < self.persona.breaking_point/self.pressure < 2.0/'
mutate "feelings are slept on" $m 's/\*feeling \*= 0.35 \* pale/*feeling *= 1.0/'
mutate "beliefs pale" $m 's/\*need \*= 0.4 + 0.6 \* pale/*need *= 1.0/'
mutate "silence of days" $m 's/if !heard_from \&\& days >= 2.0/if !heard_from \&\& days >= 1e9/'
mutate "grudge" $m 's/0.25 \* (-self.trust).max(0.0)/0.0/'
mutate "held-back anger presses" $m 's/^const HELD_BACK: f64 = .*/const HELD_BACK: f64 = 0.0;/'
mutate "mask" $p 's/self.masking \* (1.0 - near/0.0 * self.masking * (1.0 - near/'
mutate "mask slips" $p 's/near.max(rage).clamp(0.0, 1.0)/(0.0 * near.max(rage))/'
mutate "variation by seed" $p 's/let off = (dice/let off = 0.0 * (dice/'
mutate "needs move feelings" $a 's/^const GAIN: f64 = .*/const GAIN: f64 = 0.0;/'
mutate "needs move trust" $a 's/^const TRUST_LOSS: f64 = .*/const TRUST_LOSS: f64 = 0.0;/'
mutate "met needs soothe" $a 's/eased\[feeling\] += desirability/eased[feeling] += 0.0 * desirability/'
mutate "a belief at its end still hurts" $a 's/LIKELIHOOD \* towards.abs() \* 0.5/-1.0/'
mutate "disappointment falls from hope" $a 's/\*= 0.5 + hope_before/*= 0.5 + 0.0 * hope_before/'
mutate "trust lends weight" $a 's/good \*= 1.0 + 0.35 \* mind.trust/good *= 1.0 + 0.0 * mind.trust/'
mutate "trust takes the sting" $a 's/bad \*= 1.0 - 0.25 \* mind.trust/bad *= 1.0 - 0.0 * mind.trust/'
mutate "heat presses" $a 's/(1.0 + 0.4 \* mind.heat())/(1.0 + 0.0 * mind.heat())/'
mutate "onlookers" $a 's/^const ONLOOKER: f64 = .*/const ONLOOKER: f64 = 1e-9;/'
mutate "interruption by share" $a '/pub fn interrupted/,/^}/s/\* unsaid/* 0.0 * unsaid/'
mutate "venting releases" $a '/pub fn spoke_out/,/^}/s/mind.press(.*/let _ = stirred;/'
mutate "stepping over a feeling" $a '/pub fn stepped_over/,/^}/s/= -0\.[0-9]*/= 0.0/'
mutate "long silence" $a '/pub fn paused/,/^}/s/\* long/* 0.0 * long/'
mutate "kept promise" $a '/pub fn promise_kept/,/^}/s/= 0\.[0-9]*/= 0.0/'
mutate "broken promise" $a '/pub fn promise_broken/,/^}/s/= -0\.[0-9]*/= 0.0/;/pub fn promise_broken/,/^}/s/(-\{0,1\}0\.[0-9]* \* weight)/(0.0 * weight)/'
mutate "turned away before" $a '/pub fn recalls_deflections/,/^}/s/mind.deflections = times/mind.deflections += 0/'
mutate "a colleague's careless sentence" $a '/pub fn hears_careless/,/^}/s/= -0\.[0-9]*/= 0.0/;/pub fn hears_careless/,/^}/s/(-\{0,1\}0\.[0-9]*);$/(0.0);/'
mutate "telling of a careless sentence" $a '/pub fn recalls_careless/,/^}/s/careless.max(1)/careless.max(0)/;/pub fn recalls_careless/,/^}/s/mind.press(.*/let _ = \&mind;/'
mutate "memory: careless sentences" $a 's/(times(memory.careless), /(0.0 * times(memory.careless), /'
mutate "a leak hits whose it was" src/session/deeds.rs 's/Arg::Visitor(whose) => whose == who/Arg::Visitor(_) => to.is_none_or(|to| to == who)/'
mutate "memory: contradictions" $a 's/(times(memory.contradictions), /(0.0 * times(memory.contradictions), /'
mutate "memory: leaks" $a 's/(times(memory.leaks), /(0.0 * times(memory.leaks), /'
mutate "memory: empty words" $a 's/(times(memory.empty_words), /(0.0 * times(memory.empty_words), /'
mutate "memory: vague hopes" $a 's/(times(memory.vague_hopes), /(0.0 * times(memory.vague_hopes), /'
mutate "memory: amends" $a 's/0.6 \* f64::from(memory.amends/0.0 * f64::from(memory.amends/'
mutate "contagion" $c 's/contagion_rate(pull.gamma.min(1.0), seconds/contagion_rate(0.0 * pull.gamma, seconds/'
mutate "contagion: who speaks is heard" $c 's/^const HEARD: f64 = .*/const HEARD: f64 = 0.0;/'
mutate "contagion: expressiveness" $c 's/shows: mind.persona.expressiveness/shows: 0.5/'
mutate "contagion: rooms" $c 's/ \&\& self.room\[from\] == self.room\[\**to\]//'
mutate "contagion: one main speaker" $c 's/^const SIDE_TALK: f64 = .*/const SIDE_TALK: f64 = 1.0;/'

[ "$unnoticed" = 0 ] && echo "every mutation is noticed" || { echo "$unnoticed unnoticed"; exit 1; }
