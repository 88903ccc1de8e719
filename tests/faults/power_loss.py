"""The power goes at any moment: what was acknowledged is there, once (trust.md 3.2; I1, I2, I8).

A recorder preloaded into destekd notes every write, fsync and rename while webhooks pour in and
the daemon is killed and started again. disk_model.py then rebuilds what a disk may hold at
DESTEK_FAULT_REPLAYS (200) random moments; each is opened, what was pending is applied, and every
webhook answered 200 before that moment must be in the store exactly once, and the daemon must
still be the one that consoles have paired with. Some are opened by destekd itself.

The same with the store's durability weakened on purpose must lose something: a test that cannot
fail proves nothing (kill -9 alone loses nothing even then).
"""

import fcntl
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "kit"))
from disk_model import Disk, read_log  # noqa: E402
from house import House, Trouble, bin_dir  # noqa: E402
from meta_side import Line, text_message  # noqa: E402

REPLAYS = int(os.environ.get("DESTEK_FAULT_REPLAYS", "200"))
SEED = int(os.environ.get("DESTEK_FAULT_SEED", str(random.randrange(1 << 30))))
RECORDER = os.environ.get("DESTEK_RECORDER") or str(bin_dir() / "librecord_writes.so")
RECORDINGS = 4
LIVES = 3  # of the daemon, per recording
SENDERS = 4
PER_SENDER = 50  # webhooks a connection posts in one life
BATCH = 10  # folders per run of the checker
WHOLE = 2  # replays per recording that destekd itself opens


def in_use(folder):
    """A descriptor that says so until this process ends; None if another one holds it."""
    held = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(held)
        return None
    return held


def sweep(place):
    """Folders of runs that were killed; those of others who run now are in use or brand new."""
    for folder in place.glob("destek-replay-*"):
        try:
            old = time.time() - folder.stat().st_mtime > 600
            if old and (held := in_use(folder)) is not None:
                shutil.rmtree(folder, ignore_errors=True)
                os.close(held)
        except OSError:
            pass  # somebody else's, or gone meanwhile


def roomy_folder():
    """Memory if there is plenty: fsync costs nothing there and proves nothing here."""
    memory = Path("/dev/shm")
    place = Path(tempfile.gettempdir())
    if memory.is_dir() and shutil.disk_usage(memory).free > 1 << 30:
        place = memory
    sweep(place)
    return tempfile.mkdtemp(prefix="destek-replay-", dir=place)


class Recording:
    """One data folder's life, several daemons long."""

    def __init__(self, house, number, weak):
        self.house = house
        self.posted = set()
        self.acknowledged = []  # (monotonic ns when the 200 was read, wamid)
        self.lives = []  # (steps of one daemon, copy of the folder as it left it)
        self.authority = []
        self.copies = Path(roomy_folder())
        self._held = in_use(self.copies)
        self._number = number
        self._weak = weak
        self._dice = random.Random(SEED * 7 + number)

    def make(self):
        for life in range(LIVES):
            log = self.copies / f"log{life}"
            environment = {"LD_PRELOAD": RECORDER, "DESTEK_RECORD_LOG": str(log),
                           "DESTEK_RECORD_ROOT": str(self.house.folder)}
            if self._weak:
                environment["DESTEK_TEST_WEAK_DURABILITY"] = "1"
            if "ASAN_OPTIONS" in os.environ:
                # The recorder uses nothing of the runtime; it may come before it.
                environment["ASAN_OPTIONS"] = (os.environ["ASAN_OPTIONS"]
                                               + ":verify_asan_link_order=0")
            self.house.environment = environment
            self.house.start_daemon()
            senders = [threading.Thread(target=self._send, args=(life, n), daemon=True)
                       for n in range(SENDERS)]
            for sender in senders:
                sender.start()
            for sender in senders:
                sender.join()
            time.sleep(self._dice.uniform(0, 0.1))  # somewhere in applying them
            self.house.kill_daemon()
            left = self.copies / f"left{life}"
            shutil.copytree(self.house.data, left / "data")
            (left / "cfg").mkdir()
            shutil.copy(self.house.folder / "cfg" / "master.key", left / "cfg")
            self.lives.append((read_log(log), left))
            self.authority = self.pinned(self.house.folder)
        self.house.environment = {}

    @staticmethod
    def pinned(folder):
        """What paired consoles trust, and its key."""
        files = [folder / "data" / "tls" / name for name in ("ca.pem", "ca.key.sealed")]
        return [file.read_bytes() if file.exists() else b"" for file in files]

    def _send(self, life, sender):
        line = Line(self.house.webhook_port)
        for serial in range(PER_SENDER):
            wamid = f"wamid.{self._number}.{life}.{sender}.{serial}"
            body = text_message(f"90555000{2000 + serial % 7}", f"Kişi {serial % 7}", wamid,
                                f"satır {wamid}")
            self.posted.add(wamid)
            if line.post(body) == 200:
                self.acknowledged.append((time.monotonic_ns(), wamid))

    def cuts(self, count):
        """Moments as (life, step): half anywhere, half where something rarer than appending to
        the log happens (checkpoints, new keys, starts)."""
        everywhere = [(life, i) for life, (steps, _) in enumerate(self.lives)
                      for i in range(len(steps))]
        rare = [(life, i) for life, i in everywhere
                if not self.lives[life][0][i].path.endswith("-wal")]
        chosen = [self._dice.choice(everywhere) for _ in range(count - count // 2)]
        chosen += [self._dice.choice(rare) for _ in range(count // 2)]
        return sorted(chosen)

    def replay(self, cuts):
        """Yields (folder, wamids acknowledged by then) for each cut."""
        disk = Disk(self.house.folder)
        left = list(cuts)
        number = 0
        for life, (steps, folder) in enumerate(self.lives):
            for index, step in enumerate(steps):
                disk.take(step)
                while left and left[0] == (life, index):
                    left.pop(0)
                    number += 1
                    # The power goes before the next call begins.
                    until = (steps[index + 1].began if index + 1 < len(steps) else step.began)
                    target = self.copies / f"replay{number}"
                    target.mkdir()
                    disk.rebuild(target, self._dice)
                    yield target, [wamid for at, wamid in self.acknowledged if at < until]
            disk.adopt(folder)

    def forget(self):
        shutil.rmtree(self.copies, ignore_errors=True)
        os.close(self._held)


def faults_of(found, acknowledged, posted):
    """What is wrong with one opened folder; empty if nothing."""
    if "problem" in found:
        return [f"cannot be opened: {found['problem']} ({found['code']})"]
    faults = []
    seen = Counter(found["inbound"])
    lost = [wamid for wamid in acknowledged if seen[wamid] == 0]
    if lost:
        faults.append(f"{len(lost)} of {len(acknowledged)} acknowledged are lost: {lost[:3]}")
    doubled = [wamid for wamid, count in seen.items() if count > 1]
    if doubled:
        faults.append(f"doubled: {doubled[:3]}")
    if set(seen) - posted:
        faults.append(f"never posted: {sorted(set(seen) - posted)[:3]}")
    if found["deadLetters"] != 0:
        faults.append(f"{found['deadLetters']} dead letters")
    if not found["auditVerifies"]:
        faults.append("the audit log does not verify")
    return faults


def opened(folders):
    """What destek-check-store says about each folder."""
    run = subprocess.run([bin_dir() / "destek-check-store", *folders], capture_output=True,
                         timeout=3000)
    lines = run.stdout.decode().splitlines()
    if run.returncode != 0 or len(lines) != len(folders):
        raise Trouble(f"the checker ended with {run.returncode}: {run.stderr.decode()[-3000:]}")
    return [json.loads(line) for line in lines]


def check(recording, count):
    """(replays, acknowledged among them, list of faults)."""
    waiting, checked, acknowledged, faults = [], 0, 0, []

    def look():
        nonlocal checked, acknowledged
        faults.extend(f"{folder.name}: paired consoles would not know this daemon any more"
                      for folder, known in waiting
                      if known and recording.pinned(folder) != recording.authority)
        for (folder, known), found in zip(waiting, opened([f for f, _ in waiting])):
            checked += 1
            acknowledged += len(known)
            faults.extend(f"{folder.name}: {fault}"
                          for fault in faults_of(found, known, recording.posted))
            shutil.rmtree(folder)
        waiting.clear()

    for folder, known in recording.replay(recording.cuts(count)):
        waiting.append((folder, known))
        if len(waiting) == BATCH:
            look()
    if waiting:
        look()
    return checked, acknowledged, faults


def check_whole(recording):
    """destekd itself starts on a few of them, serves and applies what was pending."""
    house = recording.house
    for folder, known in recording.replay(recording.cuts(WHOLE)):
        shutil.rmtree(house.data, ignore_errors=True)
        if (folder / "data").exists():
            shutil.copytree(folder / "data", house.data)
        key = house.folder / "cfg" / "master.key"
        key.unlink(missing_ok=True)
        if (folder / "cfg" / "master.key").exists():
            shutil.copy(folder / "cfg" / "master.key", key)
        house.start_daemon()
        house.settled()
        house.stop_daemon()
        found = opened([house.folder])[0]
        faults = faults_of(found, known, recording.posted)
        if faults:
            raise Trouble(f"destekd on {folder.name}: {faults}")
        shutil.rmtree(folder)


def run(number, count, weak):
    with House() as house:
        recording = Recording(house, number, weak)
        try:
            recording.make()
            result = check(recording, count)
            if not weak:
                check_whole(recording)
            return result
        finally:
            recording.forget()


def main():
    print(f"seed {SEED}, {REPLAYS} replays")
    total, asked = 0, 0
    for number in range(RECORDINGS):
        checked, acknowledged, faults = run(number, REPLAYS // RECORDINGS, weak=False)
        if faults:
            raise Trouble("\n".join(faults[:10]))
        total += checked
        asked += acknowledged
    print(f"{total} power cuts, {asked} acknowledged webhooks looked for, none lost")
    checked, acknowledged, faults = run(RECORDINGS, max(10, REPLAYS // 5), weak=True)
    if not faults:
        raise Trouble(f"weak durability lost nothing in {checked} power cuts: no teeth")
    print(f"weak durability: {len(faults)} of {checked} power cuts lost something, as they must;"
          f" e.g. {faults[0]}")


if __name__ == "__main__":
    main()
