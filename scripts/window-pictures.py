#!/usr/bin/env python3
"""Pictures of the window, to be looked at: every pair of screen, language, colours, size of window and size of text once.

usage: scripts/window-pictures.py path/to/calmdesk folder [most]

    cargo build --release && scripts/window-pictures.py target/release/calmdesk /tmp/pictures

Each is taken by real keys on a display of its own. `most`: so many of them only. Needs Xvfb, xdotool and import
(ImageMagick).
"""

import itertools
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

WAYS = {
    "screen": ["menu", "briefing", "visit", "crowd", "sessions", "settings", "workshop"],
    "language": ["zh-CN", "en"],
    "scheme": ["Light", "Dark", "HighContrast"],
    "size": ["960x600", "1280x720", "1920x1080", "2560x1440"],
    "text": ["Normal", "Larger", "Double"],
}


def pairs(case):
    return set(itertools.combinations(sorted(case.items()), 2))


def cases():
    """Few cases in which every two values meet, found greedily and always in the same order."""
    every = [dict(zip(WAYS, values)) for values in itertools.product(*WAYS.values())]
    # Text of twice the size has no room in the smallest window; there it is not promised.
    every = [case for case in every if not (case["size"] == "960x600" and case["text"] == "Double")]
    left = set().union(*(pairs(case) for case in every))
    chosen = []
    while left:
        best = max(every, key=lambda case: len(pairs(case) & left))
        left -= pairs(best)
        chosen.append(best)
    return chosen


class Window:
    def __init__(self, program, case, work):
        width, height = case["size"].split("x")
        self.display = f":{120 + os.getpid() % 800}"
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.server = subprocess.Popen(["Xvfb", self.display, "-screen", "0", f"{width}x{height}x24"], **quiet)
        time.sleep(0.7)
        data = work / "data"
        data.mkdir(parents=True)
        settings = {
            "locale": case["language"],
            "scheme": case["scheme"],
            "text_size": case["text"],
            "scenario": "collective-wages" if case["screen"] == "crowd" else "noise-upstairs",
            "window": {"size": [int(width), int(height)], "at": [0, 0]},
        }
        (data / "settings.json").write_text(json.dumps(settings))
        self.trace = work / "trace"
        self.env = dict(os.environ, DISPLAY=self.display, CALMDESK_TRACE="1", CALMDESK_DATA=str(data))
        self.env.pop("WAYLAND_DISPLAY", None)
        with open(self.trace, "wb") as trace:
            self.process = subprocess.Popen([program], env=self.env, stdout=subprocess.DEVNULL, stderr=trace)

    def wait_for(self, mark):
        for _ in range(600):
            if mark.encode() in self.trace.read_bytes():
                return
            if self.process.poll() is not None:
                break
            time.sleep(0.1)
        sys.exit(f"never saw '{mark}': {self.trace.read_text(errors='replace')[-500:]}")

    def tool(self, *arguments):
        return subprocess.run(["xdotool", *arguments], env=self.env, capture_output=True, text=True, check=False).stdout

    def focus(self):
        window = self.tool("search", "--onlyvisible", "--name", ".").split()
        if window:
            self.tool("windowfocus", window[-1])
        time.sleep(0.5)

    def key(self, name):
        self.tool("key", name)
        time.sleep(0.5)

    def shot(self, path):
        subprocess.run(["import", "-window", "root", str(path)], env=self.env, check=True)

    def close(self):
        self.process.kill()
        self.process.wait()
        self.server.terminate()
        self.server.wait()


def take(program, case, path):
    with tempfile.TemporaryDirectory() as work:
        window = Window(program, case, pathlib.Path(work))
        try:
            window.wait_for("screen: menu")
            window.focus()
            screen = case["screen"]
            if screen in ("briefing", "visit", "crowd"):
                window.key("Return")
                window.wait_for("screen: briefing")
            if screen in ("visit", "crowd"):
                window.key("Return")
                window.wait_for("screen: visit")
                # Past the narration, into what somebody says.
                time.sleep(2)
                window.key("space")
                time.sleep(4)
            if screen == "sessions":
                window.key("m")
                window.wait_for("screen: sessions")
            if screen == "workshop":
                window.key("w")
                window.wait_for("workshop: checked")
            if screen == "settings":
                window.key("comma")
                window.wait_for("screen: settings")
            time.sleep(1)
            window.shot(path)
        finally:
            window.close()


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    for tool in ("Xvfb", "xdotool", "import"):
        if not shutil.which(tool):
            sys.exit(f"{tool} is not installed")
    program, folder = os.path.realpath(sys.argv[1]), pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    chosen = cases()[: int(sys.argv[3]) if len(sys.argv) > 3 else None]
    for number, case in enumerate(chosen, 1):
        name = "-".join(case.values()) + ".png"
        take(program, case, folder / name)
        print(f"{number}/{len(chosen)} {name}", flush=True)


if __name__ == "__main__":
    main()
