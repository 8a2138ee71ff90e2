#!/usr/bin/env python3
"""Lets the n-th system call fail, or kills the program at it, for every n, and looks at what is left: nothing that was
acknowledged may be lost, nothing half-made may stand in the way. Needs strace; run by hand:

    scripts/failing-calls.py target/release/calmdesk [MOST]

MOST bounds the n of each call (default 40). Prints one line for each command and call, and the sum.
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

CALLS = {
    "write": ["ENOSPC", "EIO"],
    "openat": ["EMFILE", "EACCES"],
    "fsync": ["EIO"],
    "fdatasync": ["EIO"],
    "rename": ["EXDEV"],
    "mkdir": ["ENOSPC"],
    "fchmod": ["EPERM"],
    "ftruncate": ["EIO"],
}
ANSWERS = "mirror\nask\n"
SCENARIO = """Scenario(
    title: "一扇门", plays_on: "2026-03-09",
    visitors: { "zhang": (name: "张桂芳") },
    nodes: {
        "arrive": Line(who: "zhang", say: "我是真寒心。", cues: [Feeling("寒心")], then: "first"),
        "first": Choice([
            (id: "mirror", say: "您说“寒心”。", acts: [MirrorWords("寒心")], then: "second"),
            (id: "deflect", say: "归物业管。", acts: [Deflect], then: "second"),
        ]),
        "second": Choice([
            (id: "ask", say: "他怎么说的？", acts: [OpenQuestion], then: "done"),
            (id: "help", say: "我也没办法。", acts: [SayHelpless], then: "done"),
        ]),
        "done": End(outcome: Partial, title: "先登记了", say: "她走了。"),
    },
)
"""


class Desk:
    def __init__(self, program):
        self.program = str(pathlib.Path(program).resolve())
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="calmdesk-calls-"))
        (self.folder / "one-door").mkdir()
        (self.folder / "one-door/scenario.ron").write_text(SCENARIO, encoding="utf-8")
        (self.folder / "answers").write_text(ANSWERS, encoding="utf-8")

    def run(self, *words, under=()):
        env = {"CALMDESK_DATA": str(self.folder / "data"), "LANG": "en_US.UTF-8", "PATH": "/usr/bin:/bin"}
        return subprocess.run(
            [*under, self.program, *words], cwd=self.folder, env=env, capture_output=True, timeout=60, check=False
        )

    def holds(self, log):
        path = self.folder / log
        if not path.exists() or path.stat().st_size == 0:
            return True
        lines = path.read_bytes().split(b"\n")
        if len(lines) < 2:
            return True
        # A torn end is told; what stands before it must come out again.
        said = self.run("replay", log, "--verify")
        return said.returncode == 0 or b"not whole" in said.stderr


def shown(output):
    """Options whose consequences were shown."""
    text = output.decode("utf-8", "replace")
    return sum(words in text for words in ("您说", "他怎么说的"))


def play(desk, under):
    log = desk.folder / "a.log"
    log.unlink(missing_ok=True)
    done = desk.run("play", "./one-door/", "--seed", "7", "--log", "a.log", "--answers", "answers", under=under)
    moves = log.read_bytes().count(b'"move"') if log.exists() else 0
    return done, desk.holds("a.log") and moves >= shown(done.stdout)


def over(name, words):
    """A command that writes `name` over what was there: the old or the new, whole."""

    def command(desk, under):
        target = desk.folder / name
        desk.run(*words)
        new = target.read_bytes()
        target.write_bytes(b"what was there")
        done = desk.run(*words, under=under)
        return done, target.read_bytes() in (new, b"what was there")

    return command


def fmt(desk, under):
    target = desk.folder / "one-door/scenario.ron"
    target.write_text(SCENARIO, encoding="utf-8")
    desk.run("fmt", "one-door")
    new = target.read_bytes()
    target.write_text(SCENARIO, encoding="utf-8")
    done = desk.run("fmt", "one-door", under=under)
    sound = target.read_bytes() in (new, SCENARIO.encode())
    target.write_text(SCENARIO, encoding="utf-8")
    return done, sound


def new(desk, under):
    shutil.rmtree(desk.folder / "leak", ignore_errors=True)
    done = desk.run("new", "leak", under=under)
    made = desk.folder / "leak"
    whole = not made.exists() or desk.run("check", "leak").returncode == 0
    # Whatever came of it, the next attempt succeeds.
    shutil.rmtree(made, ignore_errors=True)
    return done, whole and desk.run("new", "leak").returncode == 0


def main():
    program = sys.argv[1]
    most = int(sys.argv[2]) if len(sys.argv) > 2 else 40
    desk = Desk(program)
    desk.run("play", "./one-door/", "--seed", "7", "--log", "b.log", "--answers", "answers")
    commands = {
        "play": play,
        "report": over("b.json", ["report", "b.log", "-o", "b.json"]),
        "graph": over("b.svg", ["graph", "./one-door/", "-o", "b.svg"]),
        "fmt": fmt,
        "new": new,
    }
    tried = wrong = 0
    for name, command in commands.items():
        for call, errors in CALLS.items():
            for how in [*(f"error={error}" for error in errors), "signal=KILL"]:
                bad = []
                for n in range(1, most + 1):
                    under = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e",
                             f"inject={call}:{how}:when={n}"]
                    done, sound = command(desk, under)
                    tried += 1
                    crashed = b"panicked" in done.stderr or done.returncode in (134, 139, -6, -11)
                    if crashed or not sound:
                        bad.append(n)
                wrong += len(bad)
                print(f"{name:7} {call:10} {how:14} 1..{most}: {'well' if not bad else f'WRONG at {bad}'}", flush=True)
    print(f"{tried} injected, {wrong} wrong")
    left = [path.name for path in desk.folder.iterdir() if path.name.endswith(".tmp") and path.is_file()]
    print(f"temporary files left by the last killed writers: {len(left)}")
    shutil.rmtree(desk.folder)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
