#!/usr/bin/env python3
"""What our window costs beside a bare one from the same lock file: time to the first frame, memory, processor.

usage: scripts/window-cost.py path/to/calmdesk path/to/bare_window [rounds]

    cargo build --release && cargo build --release --example bare_window
    scripts/window-cost.py target/release/calmdesk target/release/examples/bare_window

Both are started in turn on a display of their own (Xvfb, software rendering), so that what else the machine does hits
both alike; the table gives medians and their ratios. Needs Xvfb, xdotool and a Vulkan driver (mesa-vulkan-drivers).
"""

import os
import pathlib
import shutil
import statistics
import struct
import subprocess
import sys
import tempfile
import time

TICK = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")
CALM, SETTLE, WATCH = 2.0, 3.0, 10.0


class Screen:
    """A display whose picture lies in a file that can be read at any time."""

    def __init__(self, folder):
        self.folder = folder
        self.name = f":{90 + os.getpid() % 900}"
        self.server = subprocess.Popen(
            ["Xvfb", self.name, "-screen", "0", "1280x720x24", "-nolisten", "tcp", "-fbdir", str(folder)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        picture = folder / "Xvfb_screen0"
        for _ in range(100):
            if picture.exists() and picture.stat().st_size > 1280 * 720 * 4:
                break
            time.sleep(0.1)
        else:
            sys.exit("Xvfb did not start")
        self.file = open(picture, "rb", buffering=0)
        header = struct.unpack(">25I", self.file.read(100))
        self.start = header[0] + header[19] * 12

    def picture(self):
        """Every sixteenth line, so that looking costs little."""
        lines = []
        for line in range(0, 720, 16):
            self.file.seek(self.start + line * 1280 * 4)
            lines.append(self.file.read(1280 * 4))
        return b"".join(lines)

    def close(self):
        self.server.terminate()
        self.server.wait()


def like(one, other):
    """True if at most a fiftieth of the dots differ."""
    dots = (len(one) + 3) // 4
    differ = sum(one[at : at + 4] != other[at : at + 4] for at in range(0, len(one), 4))
    return differ * 50 <= dots


def used(pid):
    """Seconds of processor time so far."""
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def resident(pid):
    return int(pathlib.Path(f"/proc/{pid}/statm").read_text().split()[1]) * PAGE


def share(pid):
    """Share of one core over a while."""
    before, begun = used(pid), time.monotonic()
    time.sleep(WATCH)
    return (used(pid) - before) / (time.monotonic() - begun)


class Program:
    def __init__(self, screen, command, mark, work, rests=True):
        self.screen = screen
        self.trace = work / "trace"
        env = dict(os.environ, DISPLAY=screen.name, CALMDESK_TRACE="1", LANG="zh_CN.UTF-8", LC_ALL="zh_CN.UTF-8")
        env["CALMDESK_DATA"] = str(work / "data")
        env.pop("WAYLAND_DISPLAY", None)
        begun = time.monotonic()
        with open(self.trace, "wb") as trace:
            self.process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=trace)
        self.pid = self.process.pid
        # The mark comes before its picture is shown, and the pointer changes before either: the first frame is the
        # first picture that is, but for a fiftieth of it, the one at which the screen comes to rest.
        seen, marked, changed = [], False, begun
        while not marked or (rests and time.monotonic() - changed < CALM):
            self.alive()
            picture = screen.picture()
            if not seen or picture != seen[-1][1]:
                changed = time.monotonic()
                seen.append((changed, picture))
            if not marked and mark.encode() in self.trace.read_bytes():
                marked, changed = True, time.monotonic()
            if time.monotonic() - begun > 120:
                sys.exit(f"never saw '{mark}', or the picture never came to rest")
            time.sleep(0.002)
        settled = seen[-1][1]
        self.first_frame = next(at for at, picture in seen if like(picture, settled)) - begun

    def alive(self):
        if self.process.poll() is not None:
            sys.exit(f"the program ended: {self.trace.read_text(errors='replace')[-2000:]}")

    def wait_for(self, mark, seconds=120):
        until = time.monotonic() + seconds
        while mark.encode() not in self.trace.read_bytes():
            self.alive()
            if time.monotonic() > until:
                sys.exit(f"never saw '{mark}'")
            time.sleep(0.002)

    def keys(self, *keys):
        def tool(*arguments):
            env = dict(os.environ, DISPLAY=self.screen.name)
            return subprocess.run(["xdotool", *arguments], env=env, capture_output=True, text=True, check=False).stdout

        window = tool("search", "--onlyvisible", "--name", ".").split()
        if window:
            tool("windowfocus", window[-1])
            time.sleep(0.5)
        for key in keys:
            tool("key", key)
            time.sleep(0.4)

    def close(self):
        self.process.kill()
        self.process.wait()
        time.sleep(0.3)


def measure(screen, command, mark, animated, rests=True):
    """First frame, memory, share at rest; then whatever `animated` makes of it."""
    with tempfile.TemporaryDirectory() as work:
        program = Program(screen, command, mark, pathlib.Path(work), rests)
        try:
            time.sleep(SETTLE)
            memory, rest = resident(program.pid), share(program.pid)
            moving = animated(program) if animated else None
            return program.first_frame, memory, rest, moving
        finally:
            program.close()


def visit(program):
    """Into the first visit; the visitor speaks and breathes."""
    program.keys("1", "Return")
    program.wait_for("screen: briefing")
    program.keys("Return")
    program.wait_for("screen: visit")
    time.sleep(1)
    return share(program.pid)


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    for tool in ("Xvfb", "xdotool"):
        if not shutil.which(tool):
            sys.exit(f"{tool} is not installed")
    ours, bare = (os.path.realpath(path) for path in sys.argv[1:3])
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    rows = {"ours": [], "bare": []}
    with tempfile.TemporaryDirectory() as folder:
        screen = Screen(pathlib.Path(folder))
        try:
            # Once each without counting: files and shaders are then in the caches of both.
            measure(screen, [ours], "screen: menu", None)
            measure(screen, [bare], "screen: bare", None)
            for _ in range(rounds):
                rows["ours"].append(measure(screen, [ours], "screen: menu", visit))
                still = measure(screen, [bare], "screen: bare", None)
                moving = measure(screen, [bare, "animate"], "screen: bare", lambda program: share(program.pid), False)
                rows["bare"].append((*still[:3], moving[3]))
        finally:
            screen.close()
    middle = {who: [statistics.median(column) for column in zip(*row)] for who, row in rows.items()}
    print("| | ours | bare | ratio |\n|---|--:|--:|--:|")
    shown = [
        ("first frame", lambda v: f"{v:.3f} s"),
        ("resident memory", lambda v: f"{v / 1e6:.0f} MB"),
        ("a core at rest", lambda v: f"{v * 100:.1f} %"),
        ("a core while it moves (30/s)", lambda v: f"{v * 100:.1f} %"),
    ]
    for at, (name, form) in enumerate(shown):
        a, b = middle["ours"][at], middle["bare"][at]
        print(f"| {name} | {form(a)} | {form(b)} | {a / b:.2f} |" if b else f"| {name} | {form(a)} | {form(b)} | – |")


if __name__ == "__main__":
    main()
