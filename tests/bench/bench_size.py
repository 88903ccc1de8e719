"""How large an installer would be: our programs stripped, the Qt they need, all compressed.

No package is made yet; this adds up what one would hold on this system. Qt's libraries and plugins
are counted as a bundle for Windows or macOS would carry them; a Debian package has them from the
system. The C library, OpenGL and X are the system's everywhere.
"""

import os
import re
import shutil
import subprocess
import zlib
from pathlib import Path

from bench_kit import Trouble, fresh, report

PROGRAMS = ("destek", "destekd", "destek-sandbox", "destek-verify")
# What a bundle would carry, by the beginning of the name; everything else is the system's.
CARRIED = ("libQt6", "libicu", "libhunspell", "libopusfile", "libopus", "libogg", "libsodium",
           "libqt6keychain", "libssl", "libcrypto", "libsqlite3", "libboost", "libdouble-conversion",
           "libb2", "libpcre2-16", "libmd4c")
PLUGINS = ("platforms", "imageformats", "tls", "sqldrivers", "multimedia", "iconengines",
           "networkinformation")
BUDGET_MB, NEVER_MB = 60, 90


def stripped(program, folder):
    copy = folder / program.name
    shutil.copy2(program, copy)
    subprocess.run(["strip", copy], check=True, capture_output=True)
    return copy


def libraries(file):
    text = subprocess.run(["ldd", file], check=True, capture_output=True, text=True).stdout
    found = {Path(path).resolve() for path in re.findall(r"=> (/\S+)", text)}
    return {path for path in found if path.name.startswith(CARRIED)}


def plugins():
    answer = subprocess.run(["qtpaths6", "--query", "QT_INSTALL_PLUGINS"], capture_output=True,
                            text=True, check=False)
    folder = Path(answer.stdout.strip()) if answer.returncode == 0 else None
    if folder is None or not folder.is_dir():
        folder = Path("/usr/lib/x86_64-linux-gnu/qt6/plugins")
    return [file for kind in PLUGINS for file in sorted((folder / kind).glob("*.so"))]


def packed(files):
    return sum(len(zlib.compress(file.read_bytes(), 6)) for file in files)


def run(bin_dir, folder, quick):
    del quick
    place = fresh(folder / "stripped")
    missing = [name for name in PROGRAMS if not (bin_dir / name).exists()]
    ours = [stripped(bin_dir / name, place) for name in PROGRAMS if name not in missing]
    if not ours:
        raise Trouble("none of the programs is built")
    extra = plugins()
    carried = set()
    for file in [*ours, *extra]:
        carried |= libraries(file)
    parts = [(file.name, [file]) for file in ours]
    parts += [("libraries a bundle carries", sorted(carried)), ("Qt plugins", extra),
              ("all", [*ours, *sorted(carried), *extra])]
    rows = [{"what": what, "files": len(files),
             "mb": sum(os.path.getsize(file) for file in files) / 1e6,
             "packed_mb": packed(files) / 1e6} for what, files in parts]
    note = f"; not built: {', '.join(missing)}" if missing else ""
    report("size", ("what", "files", "mb", "packed_mb"), rows,
           f"stripped programs and what a bundle would carry; packed by zlib{note}\n"
           f"  budget of an installer: {BUDGET_MB} MB (never above {NEVER_MB})", missing=missing)
