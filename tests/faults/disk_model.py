"""What a disk may hold after the power went: reads record_writes.c's logs and rebuilds folders.

Kept for sure is what was written to a file before its last fsync, and the names a folder had at
its last fsync (or that a later fsync of the new file itself carried along, as journalling file
systems do). Of later writes each is lost with p = 0.7, or torn into 512-byte pieces; later
names are kept up to a random point, in order.
"""

import os
import struct
from dataclasses import dataclass, field
from pathlib import Path

CREATE, WRITE, TRUNCATE, RENAME, UNLINK, SYNC, MAKE_DIR = range(1, 8)
_HEAD = struct.Struct("<QQIIQQ")
LOST = 0.7
TORN = 0.25
SECTOR = 512


@dataclass
class Step:
    """One call that changed the disk."""
    began: int  # CLOCK_MONOTONIC, ns
    kind: int
    path: str
    offset: int = 0
    data: bytes = b""


def read_log(path):
    """Steps in order; a last entry cut short by a kill is left out."""
    log = Path(path).read_bytes()
    steps, at = [], 0
    while at + _HEAD.size <= len(log):
        began, _, kind, path_length, offset, length = _HEAD.unpack_from(log, at)
        name_at = at + _HEAD.size
        data_at = name_at + path_length
        if data_at + length > len(log):
            break
        steps.append(Step(began, kind, log[name_at:data_at].decode(), offset,
                          log[data_at:data_at + length]))
        at = data_at + length
    return steps


@dataclass
class _File:
    safe: bytearray = field(default_factory=bytearray)
    later: list = field(default_factory=list)  # steps since the last fsync

    def contents(self):
        whole = bytearray(self.safe)
        for step in self.later:
            _apply(whole, step)
        return whole

    def after_power_loss(self, dice):
        whole = bytearray(self.safe)
        for step in self.later:
            if dice.random() < LOST:
                continue
            if step.kind == WRITE and dice.random() < TORN:
                for piece in range(0, len(step.data), SECTOR):
                    if dice.random() < 0.5:
                        _put(whole, step.offset + piece, step.data[piece:piece + SECTOR])
            else:
                _apply(whole, step)
        return whole


def _put(whole, offset, data):
    if len(whole) < offset:
        whole.extend(bytes(offset - len(whole)))
    whole[offset:offset + len(data)] = data


def _apply(whole, step):
    if step.kind == WRITE:
        _put(whole, step.offset, step.data)
    elif len(whole) > step.offset:
        del whole[step.offset:]
    else:
        whole.extend(bytes(step.offset - len(whole)))


class Disk:
    """The folder `root` as the steps so far have made it."""

    def __init__(self, root):
        self._root = str(root)
        self._now = {}  # path: file, as processes see it
        self._safe = {}  # path: file, names that survive
        self._later = []  # (folder, {path: file or None}) since the folder's last fsync

    def take(self, step):
        path = step.path
        if step.kind == CREATE:
            self._name({path: _File()})
        elif step.kind == UNLINK:
            self._name({path: None})
        elif step.kind == RENAME:
            self._name({path: None, step.data.decode(): self._now.get(path)})
        elif step.kind in (WRITE, TRUNCATE):
            self._file(path).later.append(step)
        elif step.kind == SYNC:
            self._sync(path)

    def adopt(self, copy):
        """Makes the model agree with `copy`, what was really there: a kill may fall between a
        call and its note in the log. What differs counts as written and not yet safe."""
        really = {}
        for place in sorted(Path(copy).rglob("*")):
            if place.is_file() and not place.name.endswith("-shm"):
                really[os.path.join(self._root, place.relative_to(copy))] = place.read_bytes()
        for path, real in really.items():
            file = self._file(path)
            model = bytes(file.contents())
            if len(real) < len(model):
                file.later.append(Step(0, TRUNCATE, path, len(real)))
                model = model[:len(real)]
            if real != model:
                first = len(os.path.commonprefix([real, model]))
                file.later.append(Step(0, WRITE, path, first, real[first:]))
        for path in [p for p in self._now if p not in really]:
            self._name({path: None})

    def rebuild(self, target, dice):
        """Writes one possible state after a power cut now into the folder `target`."""
        names = dict(self._safe)
        for _, changes in self._later[:dice.randint(0, len(self._later))]:
            _set(names, changes)
        for path, file in names.items():
            if "/#unnamed" in path:
                continue  # a nameless file does not outlive its process
            place = Path(target) / Path(path).relative_to(self._root)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(file.after_power_loss(dice))
            place.chmod(0o600)

    def _file(self, path):
        if path not in self._now:  # made before anything was recorded
            self._now[path] = self._safe[path] = _File()
        return self._now[path]

    def _name(self, changes):
        _set(self._now, changes)
        self._later.append((os.path.dirname(next(iter(changes))), changes))

    def _sync(self, path):
        file = self._now.get(path)
        if file is None:  # a folder: all its names so far
            self._settle(path, len(self._later))
            return
        for step in file.later:
            _apply(file.safe, step)
        file.later = []
        own = [i for i, (_, changes) in enumerate(self._later)
               if any(named is file for named in changes.values())]
        if own:  # its name, and what happened in its folder before
            self._settle(os.path.dirname(path), own[-1] + 1)

    def _settle(self, folder, end):
        left = []
        for index, entry in enumerate(self._later):
            if index < end and entry[0] == folder:
                _set(self._safe, entry[1])
            else:
                left.append(entry)
        self._later = left


def _set(names, changes):
    for path, file in changes.items():
        if file is None:
            names.pop(path, None)
        else:
            names[path] = file
