#!/usr/bin/env python3
"""Writes NOTICE: whose work is in the program, and under which licences. Run from the repository after a dependency
has changed; `scripts/notice.py --check` says whether NOTICE is of the present Cargo.lock (by its list of packages).

Every licence text that lies in a package is given once, with the packages it comes from. What only tests and benches
use is not in the program and not in the list.
"""
import json
import pathlib
import re
import subprocess
import sys

HEAD = """Calmdesk (接访实训)
Licensed under MIT or Apache-2.0, at your choice: LICENSE-MIT, LICENSE-APACHE.

Made by scripts/notice.py; do not edit.

Fonts
=====
Calmdesk Sans (assets/fonts) is cut from Noto Sans CJK SC, Copyright 2014-2021 Adobe (http://www.adobe.com/), under the
SIL Open Font License 1.1: assets/fonts/OFL.txt. Noto is a trademark of Google Inc.

Packages
========
"""
# How the texts of two licences begin.
APACHE, MOZILLA = "apache license version 2 0", "mozilla public license version 2 0"
FILES = re.compile(r"^(licen[cs]e|copying|notice|copyright|unlicense)", re.IGNORECASE)


def packages():
    command = ["cargo", "metadata", "--format-version", "1", "--all-features", "--locked"]
    data = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    nodes = {node["id"]: node for node in data["resolve"]["nodes"]}
    open_, seen = [data["resolve"]["root"]], set()
    while open_:
        at = open_.pop()
        if at in seen:
            continue
        seen.add(at)
        for dep in nodes[at]["deps"]:
            if any(kind["kind"] != "dev" for kind in dep["dep_kinds"]):
                open_.append(dep["pkg"])
    found = [package for package in data["packages"] if package["id"] in seen and package["source"]]
    return sorted(found, key=lambda package: (package["name"], package["version"]))


def listed(found):
    lines = []
    for package in found:
        licence = package["license"] or "see its file"
        lines.append(f"{package['name']} {package['version']}: {licence.replace('/', ' OR ')}")
    return "\n".join(lines) + "\n"


def texts(found):
    by_text = {}
    for package in found:
        folder = pathlib.Path(package["manifest_path"]).parent
        for file in sorted(folder.iterdir()):
            if file.is_file() and FILES.match(file.name) and file.suffix not in (".rs", ".toml", ".py"):
                text = file.read_text(encoding="utf-8", errors="replace").strip()
                key = re.sub(r"\W+", " ", text).strip().lower()
                # The long texts are the same but for how they are set and for the example at their end.
                for name in APACHE, MOZILLA:
                    key = name if name in key[:200] and len(key) > 8000 else key
                entry = by_text.setdefault(key, (text, []))
                entry[1].append(f"{package['name']} {package['version']}")
    parts = []
    for text, names in sorted(by_text.values(), key=lambda entry: (-len(entry[1]), entry[1][0])):
        shown = "\n".join(line.rstrip() for line in text.splitlines())
        parts.append(f"{'-' * 80}\n{', '.join(names)}\n\n{shown}\n")
    return "\n".join(parts)


def main():
    found = packages()
    if sys.argv[1:] == ["--check"]:
        now = pathlib.Path("NOTICE").read_text(encoding="utf-8")
        if listed(found) not in now:
            sys.exit("NOTICE is not of the present Cargo.lock: run scripts/notice.py")
        return
    pathlib.Path("NOTICE").write_text(
        HEAD + listed(found) + "\nLicence texts\n=============\n" + texts(found), encoding="utf-8"
    )


if __name__ == "__main__":
    main()
