#!/usr/bin/env python3
"""Holds the sources against docs/ARCHITECTURE.md. Reads only; takes about a second.

usage: check.py [ROOT]      exit 0: all well, 1: complaints, 2: cannot check
"""

import sys
from pathlib import Path

import includes
import links
import lints
import sizes
from rooms import TableError, cmake_files, read_table, sources


def complaints_of(root, qt):
    """(complaints, warnings, number of files read)."""
    root = Path(root)
    rooms = read_table((root / "docs/ARCHITECTURE.md").read_text(encoding="utf-8"))
    paths = sources(root)
    # Headers that CMake makes from a *.h.in are known by the name they will have.
    known = set(paths) | {str(made.relative_to(root))[:-3] for made in root.glob("*/*/*.h.in")}
    complaints, warnings = [], []
    for path in paths:
        text = (root / path).read_text(encoding="utf-8")
        complaints += includes.check_file(path, text, rooms, known, qt)
        complaints += lints.check_file(path, text)
        wrong, large = sizes.check_file(path, text)
        complaints += wrong
        warnings += large
    cmake = {path: (root / path).read_text(encoding="utf-8") for path in cmake_files(root)}
    complaints += links.check(cmake, rooms)
    return complaints, warnings, len(paths)


def main(arguments):
    root = Path(arguments[1]) if len(arguments) > 1 else Path(__file__).resolve().parents[2]
    qt = includes.QtHeaders.installed()
    if qt.is_empty():
        print("Qt's headers are not installed (apt install qt6-base-dev): nothing was checked")
        return 2
    try:
        complaints, warnings, count = complaints_of(root, qt)
    except (TableError, OSError) as error:
        print(error)
        return 2
    for warning in warnings:
        print("warning:", warning)
    for complaint in complaints:
        print(complaint)
    print(f"{count} sources read, {len(complaints)} complaints, {len(warnings)} warnings")
    if count == 0:
        print("no source found: nothing was checked")
        return 2
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
