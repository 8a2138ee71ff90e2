#!/usr/bin/env python3
"""Kills the program at random instants and looks at what is left: nothing that was shown may be lost, nothing half-made
may stand in the way of the next try. By hand, minutes long:

    scripts/kills.py target/release/calmdesk [KILLS] [WINDOWS] [SEED]

KILLS: how many of each of play, report, fmt, import, new and graph (default 150); WINDOWS: how many of the window (default 100;
needs Xvfb and xdotool; 0 leaves them out). Prints a line for each and the sum; exit code 1 where anything was lost.
"""
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

SCENARIO = """Scenario(
    title: "一扇门", plays_on: "2026-03-09",
    visitors: { "zhang": (name: "张桂芳") },
    nodes: {
        "arrive": Line(who: "zhang", say: "我是真寒心。", cues: [Feeling("寒心")], then: "first"),
        "first": Choice([
            (id: "mirror", say: "您说“寒心”。", acts: [MirrorWords("寒心")], then: "done"),
            (id: "deflect", say: "归物业管。", acts: [Deflect], then: "done"),
        ]),
        "done": End(outcome: Partial, title: "先登记了", say: "她走了。"),
    },
)
"""
STORY = ":: Start\nThe door stays shut.\n[[Knock->Hall]]\n[[Leave->End]]\n\n:: Hall\nNobody comes.\n[[Leave->End]]\n\n:: End\nOutside it rains.\n"


class Desk:
    def __init__(self, program, dice):
        self.program = str(pathlib.Path(program).resolve())
        self.dice = dice
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="calmdesk-kills-"))
        (self.folder / "one-door").mkdir()
        (self.folder / "one-door/scenario.ron").write_text(SCENARIO, encoding="utf-8")
        (self.folder / "story.twee").write_text(STORY, encoding="utf-8")
        self.took = {}

    def environment(self, **more):
        return {"CALMDESK_DATA": str(self.folder / "data"), "LANG": "zh_CN.UTF-8", "PATH": "/usr/bin:/bin", **more}

    def begin(self, *words, **pipes):
        return subprocess.Popen([self.program, *words], cwd=self.folder, env=self.environment(), **pipes)

    def run(self, *words):
        return subprocess.run([self.program, *words], cwd=self.folder, env=self.environment(), capture_output=True,
                              timeout=120, check=False)

    def killed(self, *words):
        """Runs a command and kills it somewhere between its beginning and a little after its usual end."""
        if words not in self.took:
            begun = time.monotonic()
            self.run(*words)
            self.took[words] = time.monotonic() - begun
        process = self.begin(*words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(self.dice.uniform(0, self.took[words] * 1.1))
        process.kill()
        process.wait()

    def holds(self, log):
        path = self.folder / log
        if not path.exists() or path.stat().st_size == 0 or path.read_bytes().count(b"\n") < 1:
            return True
        said = self.run("replay", log, "--verify")
        return said.returncode == 0 or "not whole" in said.stderr.decode() or "不完整" in said.stderr.decode()

    def temporary(self):
        return [path for path in self.folder.rglob("*.tmp") if path.is_file()]


def play(desk):
    """Gestures without end; those whose consequence was shown are in the log, before and after going on."""
    log = desk.folder / "a.log"
    log.unlink(missing_ok=True)
    shown_before = 0
    for words in (["play", "noise-upstairs", "--seed", "1", "--log", "a.log"], ["play", "--resume", "a.log"]):
        if "--resume" in words and not log.exists():
            break
        process = desk.begin(*words, "--answers", "-", stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                             stderr=subprocess.DEVNULL)
        shown = []
        reader = threading.Thread(target=lambda: shown.extend(line for line in process.stdout if "你点了点头".encode() in line))
        reader.start()

        def feed():
            try:
                while True:
                    process.stdin.write(b"gesture Nod\n")
                    process.stdin.flush()
                    time.sleep(0.0003)
            except (BrokenPipeError, ValueError, OSError):
                pass

        feeder = threading.Thread(target=feed)
        feeder.start()
        time.sleep(desk.dice.uniform(0.02, 0.35))
        process.kill()
        process.wait()
        reader.join()
        feeder.join()
        # Going on begins with showing the last move again.
        again = 1 if "--resume" in words and shown_before else 0
        shown_before += max(0, len(shown) - again)
        kept = log.read_bytes().count(b'"move"') if log.exists() else 0
        if kept < shown_before:
            return False
    return desk.holds("a.log")


def over(name, *words):
    """What was there, or the new, whole; and the next try succeeds."""

    def command(desk):
        target = desk.folder / name
        target.unlink(missing_ok=True)
        desk.run(*words)
        new = target.read_bytes()
        target.write_bytes(b"what was there")
        desk.killed(*words)
        sound = target.read_bytes() in (new, b"what was there")
        return sound and desk.run(*words).returncode == 0 and target.read_bytes() == new

    return command


def fmt(desk):
    target = desk.folder / "one-door/scenario.ron"
    target.write_text(SCENARIO, encoding="utf-8")
    desk.run("fmt", "one-door")
    new = target.read_bytes()
    target.write_text(SCENARIO, encoding="utf-8")
    desk.killed("fmt", "one-door")
    sound = target.read_bytes() in (new, SCENARIO.encode())
    target.write_text(SCENARIO, encoding="utf-8")
    return sound


def made(folder, *words):
    """A folder is made whole or not at all, and what a killed try left is in nobody's way."""

    def command(desk):
        shutil.rmtree(desk.folder / folder, ignore_errors=True)
        if words not in desk.took:
            begun = time.monotonic()
            desk.run(*words)
            desk.took[words] = time.monotonic() - begun
            shutil.rmtree(desk.folder / folder, ignore_errors=True)
        desk.killed(*words)
        whole = not (desk.folder / folder).exists() or desk.run("check", folder).returncode == 0
        shutil.rmtree(desk.folder / folder, ignore_errors=True)
        return whole and desk.run(*words).returncode == 0

    return command


class Screen:
    def __init__(self):
        self.display = f":{random.randrange(90, 900)}"
        self.server = subprocess.Popen(["Xvfb", self.display, "-screen", "0", "1280x720x24", "-nolisten", "tcp"],
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(1.5)

    def keys(self, window, *keys):
        for key in keys:
            subprocess.run(["xdotool", "key", "--window", window, key], env={"DISPLAY": self.display, "PATH": os.environ["PATH"]},
                           check=False, capture_output=True)


def window(desk, screen):
    """What the log held when it was last looked at is its beginning after the kill, and it is sound."""
    shutil.rmtree(desk.folder / "data", ignore_errors=True)
    trace = open(desk.folder / "trace", "w+b")
    process = subprocess.Popen([desk.program], cwd=desk.folder, stdout=subprocess.DEVNULL, stderr=trace,
                               env=desk.environment(DISPLAY=screen.display, CALMDESK_TRACE="1"))
    try:
        found = ""
        for _ in range(200):
            look = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(process.pid)], check=False,
                                  env={"DISPLAY": screen.display, "PATH": os.environ["PATH"]}, capture_output=True)
            found = look.stdout.decode().split("\n")[0]
            if found or process.poll() is not None:
                break
            time.sleep(0.1)
        if not found:
            return None
        subprocess.run(["xdotool", "windowfocus", found], env={"DISPLAY": screen.display, "PATH": os.environ["PATH"]},
                       check=False, capture_output=True)
        until = time.monotonic() + desk.dice.uniform(1, 8)
        seen = b""
        while time.monotonic() < until:
            screen.keys(found, desk.dice.choice(["Return", "g", "x", "1", "2", "3", "space", "Return", "q", "w"]))
            logs = list((desk.folder / "data").rglob("*.calmlog"))
            seen = max((log.read_bytes() for log in logs), key=len, default=seen)
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
        trace.close()
    logs = list((desk.folder / "data").rglob("*.calmlog"))
    if not seen:
        return None
    now = max((log.read_bytes() for log in logs), key=len, default=b"")
    whole = seen[: seen.rfind(b"\n") + 1]
    return now.startswith(whole) and all(desk.holds(log.relative_to(desk.folder)) for log in logs)


def main():
    program = sys.argv[1]
    kills, windows, seed = (int(sys.argv[n]) if len(sys.argv) > n else usual for n, usual in ((2, 150), (3, 100), (4, 1)))
    desk = Desk(program, random.Random(seed))
    desk.run("play", "./one-door/", "--seed", "7", "--policy", "random", "--log", "b.log")
    commands = {
        "play": play,
        "report": over("b.html", "report", "b.log", "-o", "b.html"),
        "graph": over("b.svg", "graph", "./one-door/", "-o", "b.svg"),
        "fmt": fmt,
        "import": made("story", "import", "story.twee", "--id", "story"),
        "new": made("leak", "new", "leak"),
    }
    lost = tried = 0
    for name, command in commands.items():
        wrong = sum(not command(desk) for _ in range(kills))
        tried, lost = tried + kills * (2 if name == "play" else 1), lost + wrong
        print(f"{name:7} {kills} rounds: {wrong} wrong", flush=True)
    if windows:
        screen = Screen()
        done = [window(desk, screen) for _ in range(windows)]
        screen.server.kill()
        played = [one for one in done if one is not None]
        wrong = sum(not one for one in played)
        tried, lost = tried + windows, lost + wrong
        print(f"window  {windows} kills, {len(played)} of them of a session under way: {wrong} wrong", flush=True)
    print(f"{tried} kills, {lost} wrong; temporary files left: {len(desk.temporary())}")
    shutil.rmtree(desk.folder, ignore_errors=True)
    sys.exit(1 if lost else 0)


if __name__ == "__main__":
    main()
