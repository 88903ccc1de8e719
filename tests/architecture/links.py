"""Which target links which, held against the room table."""

import re

from rooms import room_of

CALL = re.compile(r"\b(destek_add_room|destek_add_program|add_library|add_executable"
                  r"|target_link_libraries)\s*\(([^()]*)\)", re.S)
KEYWORDS = {"NAME", "PCH", "SOURCES", "LINKS", "PRIVATE_LINKS", "STATIC", "INTERFACE", "OBJECT",
            "SHARED", "PUBLIC", "PRIVATE"}
FREE = {"Threads::Threads", "Qt6::Test", "Qt6::CorePrivate"}
LIBRARIES = {"OpenSSL::Crypto": "openssl", "OpenSSL::SSL": "openssl", "Boost::headers": "boost",
             "Boost::boost": "boost", "Boost::system": "boost"}


def calls(text):
    """(command, arguments) of the calls that make targets or links, comments taken off."""
    bare = re.sub(r"#[^\n]*", "", text)
    return [(match.group(1), match.group(2).split()) for match in CALL.finditer(bare)]


def _section(arguments, names):
    taken, collecting = [], False
    for word in arguments:
        if word in KEYWORDS:
            collecting = word in names
        elif collecting:
            taken.append(word)
    return taken


def target_of(command, arguments):
    """(target made or linked, what it links)."""
    if command == "destek_add_room":
        return "destek_" + _section(arguments, {"NAME"})[0], _section(
            arguments, {"LINKS", "PRIVATE_LINKS"})
    if command == "destek_add_program":
        return _section(arguments, {"NAME"})[0], _section(arguments, {"LINKS"})
    linked = arguments[1:] if command == "target_link_libraries" else []
    return arguments[0], [word for word in linked if word not in KEYWORDS]


def check(files, rooms):
    """Complaints about the links of {path of CMakeLists.txt: text}."""
    homes = {}
    for path, text in files.items():
        for command, arguments in calls(text):
            if command != "target_link_libraries" and arguments:
                homes.setdefault(target_of(command, arguments)[0], path)
    complaints = []
    for path, text in files.items():
        room = room_of(path, rooms)
        if room is None or room.name == "tests":
            continue
        for command, arguments in calls(text):
            if not arguments:
                continue
            target, linked = target_of(command, arguments)
            home = room_of(homes.get(target, path), rooms)
            for link in linked:
                problem = _refusal(home or room, link, homes, rooms)
                if problem:
                    complaints.append(f"{path}: {target}: {problem}")
    return complaints


def _refusal(room, link, homes, rooms):
    if link in FREE or link.startswith(("$", "-")):
        return None
    if link in homes:
        other = room_of(homes[link], rooms)
        if other is None or other.name == room.name:
            return None
        reached = [name for name in rooms if name == other.name]
        if "*" in room.includes or any(
                name == allowed or name.startswith(allowed + "/")
                or allowed.startswith(name + "/") and allowed.endswith(".h")
                for name in reached for allowed in room.includes):
            return None
        return f"{room.name} may not link {other.name} ({link})"
    library = LIBRARIES.get(link) or _library(link)
    if library is None:
        return f"links {link}, which nobody knows: name it in tests/architecture/links.py"
    return None if room.may_use(library) else f"{room.name} may not link {library} ({link})"


def _library(link):
    lowered = link.lower()
    for word in ("sodium", "keychain", "opusfile", "opus", "ogg", "hunspell", "libarchive", "sqlite", "rapidcheck"):
        if word in lowered:
            return "archive" if word == "libarchive" else word
    return link if link.startswith("Qt6::") else None
