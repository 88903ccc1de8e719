#!/usr/bin/env python3
"""Makes resources/emoji/emoji.tsv: every emoji with its Turkish and English names.

Usage: scripts/emoji.py [--cldr FOLDER] [--unicode FOLDER]

Reads what Debian's packages unicode-cldr-core and unicode-data install (Unicode-DFS-2016). Needed
only when a newer Unicode should be offered; the result is committed. A line is

    emoji TAB tones TAB Turkish name TAB Turkish words TAB English name TAB English words

with "t" for tones if each of the five skin tones may follow the first character, "" otherwise; a
line that begins with "#" is a remark or, as "#group NAME", the beginning of a group.
"""
import argparse
import pathlib
import sys
import xml.etree.ElementTree as ET

ROOT = pathlib.Path(__file__).resolve().parent.parent
VARIATION = "\ufe0f"
TONES = [chr(c) for c in range(0x1F3FB, 0x1F400)]
LATEST = 14.0  # newer ones are squares in the fonts of many customers

GROUPS = {
    "Smileys & Emotion": "smileys",
    "People & Body": "people",
    "Animals & Nature": "nature",
    "Food & Drink": "food",
    "Travel & Places": "travel",
    "Activities": "activities",
    "Objects": "objects",
    "Symbols": "symbols",
    "Flags": "flags",
}


def names(cldr, language):
    """By emoji without variation selectors: (name, words)."""
    found = {}
    for folder in ("annotationsDerived", "annotations"):
        tree = ET.parse(cldr / folder / f"{language}.xml")
        for one in tree.iter("annotation"):
            key = one.get("cp").replace(VARIATION, "")
            name, words = found.get(key, ("", []))
            if one.get("type") == "tts":
                name = one.text.strip()
            else:
                words = [word.strip() for word in one.text.split("|")]
            found[key] = (name, words)
    return found


def main():
    asked = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    asked.add_argument("--cldr", default="/usr/share/unicode/cldr/common")
    asked.add_argument("--unicode", default="/usr/share/unicode")
    options = asked.parse_args()
    turkish = names(pathlib.Path(options.cldr), "tr")
    english = names(pathlib.Path(options.cldr), "en")

    ordered = []  # (group, emoji)
    everything = set()
    group = ""
    test = pathlib.Path(options.unicode) / "emoji" / "emoji-test.txt"
    for line in test.read_text(encoding="utf-8").splitlines():
        if line.startswith("# group:"):
            group = GROUPS.get(line.split(":", 1)[1].strip(), "")
        if "; fully-qualified" not in line or not group:
            continue
        emoji = "".join(chr(int(point, 16)) for point in line.split(";")[0].split())
        since = float(line.split("#", 1)[1].split()[1].lstrip("E"))
        everything.add(emoji)
        if since <= LATEST and not any(tone in emoji for tone in TONES):
            ordered.append((group, emoji))

    lines = [
        "# Made by scripts/emoji.py from the Unicode Common Locale Data Repository and Unicode Emoji;",
        "# copyright 1991-2022 Unicode, Inc., licence Unicode-DFS-2016 (LICENSE-UNICODE.txt).",
    ]
    group = ""
    for of, emoji in ordered:
        key = emoji.replace(VARIATION, "")
        if key not in turkish or key not in english:
            print(f"left out, without a name: {emoji}", file=sys.stderr)
            continue
        if of != group:
            group = of
            lines.append(f"#group {group}")
        rest = emoji[1:].removeprefix(VARIATION)
        toned = all(emoji[0] + tone + rest in everything for tone in TONES)
        fields = [emoji, "t" if toned else ""]
        for name, words in (turkish[key], english[key]):
            others = [word for word in dict.fromkeys(words) if word != name]
            fields += [name, " ".join(others)]
        lines.append("\t".join(fields))
    path = ROOT / "resources" / "emoji" / "emoji.tsv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


main()
