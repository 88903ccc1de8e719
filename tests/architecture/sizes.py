"""Sizes and shapes of files: sources stay human, names say what is inside."""

import re

WARN_LINES = 400
FAIL_LINES = 700
# Longer than FAIL_LINES with a reason; this list may only shrink.
EXCEPTIONS = {}

FILE_NAME = re.compile(r"^[a-z0-9_]+\.(h|cpp)$")


def check_file(path, text):
    """(complaints, warnings) about one file."""
    complaints, warnings = [], []
    lines = text.count("\n")
    if lines > FAIL_LINES and path not in EXCEPTIONS:
        complaints.append(f"{path}: {lines} lines; more than {FAIL_LINES} are refused")
    elif lines > WARN_LINES:
        warnings.append(f"{path}: {lines} lines; think again at {WARN_LINES}")
    name = path.rsplit("/", 1)[-1]
    if not FILE_NAME.match(name):
        complaints.append(f"{path}: file names are lower_snake")
    if name.endswith(".h") and not re.search(r"^#pragma once$", text, re.M):
        complaints.append(f"{path}: a header without #pragma once")
    return complaints, warnings
