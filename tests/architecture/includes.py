"""Which file names which header, held against the room table."""

import re
from pathlib import Path

from rooms import room_of

INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)[">]', re.M)

# Header prefix -> the word for it in the table's "may use" column.
LIBRARIES = (
    (re.compile(r"boost/"), "boost"),
    (re.compile(r"openssl/"), "openssl"),
    (re.compile(r"sodium(\.h|/)"), "sodium"),
    (re.compile(r"(qt6?keychain|keychain)(/|\.h)"), "keychain"),
    (re.compile(r"(opus/)?opusfile\.h"), "opusfile"),
    (re.compile(r"hunspell/"), "hunspell"),
    (re.compile(r"(archive|archive_entry)\.h"), "archive"),
    (re.compile(r"sqlite3\.h"), "sqlite"),
    (re.compile(r"(rapidcheck)(\.h|/)"), "rapidcheck"),
    (re.compile(r"(sys/|netinet/|arpa/|linux/|unistd\.h|fcntl\.h|termios\.h|poll\.h|pwd\.h|grp\.h"
                r"|signal\.h|dirent\.h|syslog\.h|netdb\.h|spawn\.h)"), "posix"),
)


class QtHeaders:
    """Which Qt module a header such as <QTcpSocket> belongs to, asked of the installed Qt."""

    def __init__(self, module_of):
        self._module_of = module_of

    @classmethod
    def installed(cls, places=None):
        if places is None:
            places = [*Path("/usr/include").glob("*/qt6"), Path("/usr/include/qt6")]
        module_of = {}
        for place in places:
            for module in place.glob("Qt*"):
                for header in module.iterdir():
                    if header.is_file():
                        module_of.setdefault(header.name, "Qt6::" + module.name[2:])
        return cls(module_of)

    def is_empty(self):
        return not self._module_of

    def module(self, header):
        """ "Qt6::Network" for "QTcpSocket" or "QtNetwork/QTcpSocket"; None if not Qt's."""
        match = re.match(r"Qt([A-Z]\w*)/", header)
        if match:
            return "Qt6::" + match.group(1)
        return self._module_of.get(header)


def library_of(header, qt):
    for pattern, name in LIBRARIES:
        if pattern.match(header):
            return name
    return qt.module(header)


def check_file(path, text, rooms, known_files, qt):
    """Complaints about the includes of one file."""
    room = room_of(path, rooms)
    if room is None:
        return [f"{path}: its folder is no room of docs/ARCHITECTURE.md"]
    complaints = []
    for match in INCLUDE.finditer(text):
        line = text.count("\n", 0, match.start(2)) + 1
        quoted, header = match.group(1) == '"', match.group(2)
        problem = (_project_include if quoted else _library_include)(
            room, header, rooms, known_files, qt)
        if problem:
            complaints.append(f"{path}:{line}: {problem}")
    return complaints


def _project_include(room, header, rooms, known_files, qt):
    if re.search(r"\.moc$|^moc_\w+\.cpp$", header):
        return None
    if header not in known_files:
        return f'"{header}" is not a path from the root of the project'
    target = room_of(header, rooms)
    if target is None or room.may_include(target.name, header):
        return None
    return f"{room.name} may not include {target.name} ({header})"


def _library_include(room, header, rooms, known_files, qt):
    if room.is_refused(header):
        return f"{room.name} must not know <{header}>"
    library = library_of(header, qt)
    if library is None or room.may_use(library):
        return None
    return f"{room.name} may not use {library} (<{header}>)"
