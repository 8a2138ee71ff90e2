#!/usr/bin/env python3
"""Makes assets/fonts/CalmdeskSans-*.otf and coverage.txt from Debian's fonts-noto-cjk.

    apt-get download fonts-noto-cjk && dpkg-deb -x fonts-noto-cjk_*.deb unpacked
    pip install fonttools==4.68.0
    python3 scripts/subset-font.py unpacked/usr/share/fonts/opentype/noto

Face 2 of the collections is Noto Sans CJK SC. The same input and the same fontTools give the same bytes.
"""

import hashlib
import os
import sys
from pathlib import Path

# The time of change in the font's head, so that the bytes do not depend on the day.
os.environ["SOURCE_DATE_EPOCH"] = "1643241600"  # 2022-01-27, the package's upstream date

from fontTools import subset  # noqa: E402
from fontTools.ttLib import TTCollection, TTFont  # noqa: E402

FAMILY = "Calmdesk Sans"
FACE_SC = 2
LIMIT = 12_000_000
OUT = Path(__file__).resolve().parent.parent / "assets" / "fonts"


def span(first, last):
    return set(range(first, last + 1))


# What signs both weights share.
SIGNS = (
    span(0x20, 0x7E)  # ASCII
    | span(0xA0, 0xFF)  # Latin-1
    | set(map(ord, "ĀāÁáǍǎÀàĒēÉéĚěÈèĪīÍíǏǐÌìŌōÓóǑǒÒòŪūÚúǓǔÙùǕǖǗǘǙǚǛǜŃńŇňǸǹ"))  # pinyin
    | span(0x0391, 0x03A9) | span(0x03B1, 0x03C9)  # Greek
    | span(0x2010, 0x2027) | span(0x2030, 0x205E)  # general punctuation, without format characters
    | set(map(ord, "€℃℉№™Ω℡"))
    | span(0x2150, 0x217F)  # fractions, Roman numerals
    | span(0x2190, 0x2199) | span(0x21D0, 0x21D5)  # arrows
    | set(map(ord, "∀∂∃∅∆∇∈∏∑−∕√∝∞∟∠∥∧∨∩∪∫∴∵∶∷≈≒≠≡≤≥≦≧⊕⊙⊥⊿"))
    | span(0x2460, 0x24FF)  # enclosed alphanumerics
    | span(0x2500, 0x259F)  # box drawing, blocks
    | span(0x25A0, 0x25FF)  # geometric shapes
    | set(map(ord, "★☆☉☎☏☑☒☓☰♀♂♠♡♢♣♤♥♦♧♩♪♫♬✓✔✗✘✚✦✧❌❓❗❤❶❷❸❹❺❻❼❽❾❿➀➁➂➜➡"))
    | span(0x3000, 0x303F)  # CJK punctuation
    | span(0x3105, 0x312F)  # bopomofo
    | span(0x3200, 0x33FF)  # enclosed CJK, units
    | span(0xFE10, 0xFE1F) | span(0xFE30, 0xFE4F)  # vertical and compatibility forms
    | span(0xFF00, 0xFFEF)  # full-width and half-width forms
)


def gb2312():
    """The 6,763 characters of GB 2312, by its own rows."""
    found = set()
    for row in range(0xB0, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                found.add(ord(bytes([row, cell]).decode("gb2312")))
            except UnicodeDecodeError:
                pass
    return found


WEIGHTS = {
    "Regular": SIGNS | span(0x4E00, 0x9FFF) | {0x3007, 0x3400 + 0x27},
    "Bold": SIGNS | gb2312(),
}


def rename(font, weight):
    """A family name of our own; copyright, trademark and licence entries stay as they are."""
    names = {
        1: FAMILY,
        2: weight,
        3: f"{FAMILY} {weight} (subset of Noto Sans CJK SC)",
        4: FAMILY if weight == "Regular" else f"{FAMILY} {weight}",
        6: f"CalmdeskSans-{weight}",
    }
    table = font["name"]
    keep = {0, 5, 7, 8, 9, 11, 13, 14}
    kept = [r for r in table.names if r.nameID in keep and (r.platformID, r.platEncID, r.langID) == (3, 1, 0x409)]
    table.names = kept
    for name_id, text in names.items():
        table.setName(text, name_id, 3, 1, 0x409)
    top = font["CFF "].cff
    top.fontNames = [names[6]]
    top.topDictIndex[0].FullName = names[4]
    top.topDictIndex[0].FamilyName = FAMILY


def ranges(characters):
    """Code points as lines `FIRST-LAST`, hexadecimal."""
    lines, run = [], []
    for code in sorted(characters) + [None]:
        if run and code != run[-1] + 1:
            lines.append(f"{run[0]:X}-{run[-1]:X}")
            run = []
        run.append(code)
    return "\n".join(lines) + "\n"


def make(source, weight):
    collection = TTCollection(source)
    font = collection.fonts[FACE_SC]
    name = font["name"].getDebugName(4)
    assert name.startswith("Noto Sans CJK SC"), name
    options = subset.Options()
    options.hinting = False
    options.desubroutinize = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.name_languages = [0x409]
    # No `locl`: face 2 is the Chinese one already, and the other languages' forms would nearly double the glyphs
    # (beyond glyph 32767 the report's PDF shows boxes).
    options.layout_features = ["kern", "ccmp", "mark", "mkmk"]
    options.drop_tables += ["VORG", "vhea", "vmtx", "BASE"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=WEIGHTS[weight])
    subsetter.subset(font)
    rename(font, weight)
    target = OUT / f"CalmdeskSans-{weight}.otf"
    font.save(target, reorderTables=True)
    glyphs = TTFont(target)["maxp"].numGlyphs
    assert glyphs < 32768, glyphs
    size = target.stat().st_size
    assert size < LIMIT, f"{target.name}: {size} bytes"
    digest = hashlib.sha256(target.read_bytes()).hexdigest()
    if weight == "Regular":
        (OUT / "coverage.txt").write_text(ranges(font.getBestCmap()), encoding="ascii")
    print(f"{digest}  {target.name}  {size:,} bytes  {len(font.getBestCmap()):,} characters  {glyphs:,} glyphs  from {name}")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    OUT.mkdir(parents=True, exist_ok=True)
    for weight in WEIGHTS:
        make(folder / f"NotoSansCJK-{weight}.ttc", weight)


if __name__ == "__main__":
    main()
