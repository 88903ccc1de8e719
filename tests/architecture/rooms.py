"""The room table of docs/ARCHITECTURE.md, read as the law that it is."""

import fnmatch
import re
from dataclasses import dataclass
from pathlib import Path

SOURCE_SUFFIXES = {".h", ".cpp"}
SKIPPED_DIRECTORIES = {"build", ".git", ".cache"}


@dataclass(frozen=True)
class Room:
    name: str
    includes: frozenset  # rooms, single headers, or "*"
    uses: frozenset  # Qt modules and libraries, or "*"
    never: tuple  # patterns of header names

    def may_include(self, room, path):
        """May a file of this room include `path`, which stands in `room`?"""
        if room == self.name or "*" in self.includes or path in self.includes:
            return True
        return any(room == allowed or room.startswith(allowed + "/") for allowed in self.includes)

    def may_use(self, library):
        return "*" in self.uses or library in self.uses

    def is_refused(self, header):
        name = header.rsplit("/", 1)[-1]
        return any(fnmatch.fnmatchcase(name, pattern) for pattern in self.never)


class TableError(Exception):
    pass


def read_table(text):
    """The rooms by name. Raises TableError if there is no table or a line is not in its form."""
    block = re.search(r"^```rooms\n(.*?)^```$", text, re.M | re.S)
    if not block:
        raise TableError("docs/ARCHITECTURE.md has no ```rooms table")
    rooms = {}
    for line in block.group(1).splitlines()[1:]:
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) != 4:
            raise TableError(f"not four columns: {line}")
        name, *rest = cells
        lists = [() if cell == "-" else tuple(cell.split()) for cell in rest]
        if name in rooms:
            raise TableError(f"room {name} stands in the table twice")
        rooms[name] = Room(name, frozenset(lists[0]), frozenset(lists[1]), lists[2])
    for room in rooms.values():
        for allowed in room.includes:
            known = allowed == "*" or allowed.endswith(".h") or any(
                other == allowed or other.startswith(allowed + "/") for other in rooms)
            if not known:
                raise TableError(f"{room.name} may include {allowed}, which is no room")
    return rooms


def room_of(path, rooms):
    """The room of a path from the root ("daemon/http/routes.cpp"): the longest that fits."""
    parts = path.split("/")[:-1]
    for length in range(len(parts), 0, -1):
        name = "/".join(parts[:length])
        if name in rooms:
            return rooms[name]
    return None


def sources(root):
    """Every C++ file of the project as path from the root, sorted."""
    found = []
    for top in sorted(Path(root).iterdir()):
        if not top.is_dir() or top.name in SKIPPED_DIRECTORIES:
            continue
        found += [str(path.relative_to(root)) for path in sorted(top.rglob("*"))
                  if path.suffix in SOURCE_SUFFIXES]
    return found


def cmake_files(root):
    top = Path(root)
    return [str(path.relative_to(top)) for path in sorted(top.rglob("CMakeLists.txt"))
            if path.relative_to(top).parts[0] not in SKIPPED_DIRECTORIES]
