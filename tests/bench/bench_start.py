"""Process start to a usable inbox, against a QMainWindow with nothing in it, alternating."""

import os
import time
from pathlib import Path

from bench_kit import (Daemon, Trouble, cpu_seconds, fresh, memory_mb, middle, percentile, report,
                       start, stop)
from bench_seat import Seat

CUSTOMERS = 200
REST = 20  # seconds


def environment(folder, marks):
    variables = dict(os.environ, DESTEK_BENCH_MARKS=str(marks), HOME=str(folder),
                     XDG_RUNTIME_DIR=str(folder))
    variables.setdefault("QT_QPA_PLATFORM", "offscreen")
    return variables


def read_marks(path):
    """{name: ns}; a line that is still being written is left out."""
    if not path.exists():
        return {}
    lines = path.read_text(encoding="utf-8").split("\n")[:-1]
    return {line.rsplit(" ", 1)[0]: int(line.rsplit(" ", 1)[1]) for line in lines}


def wait_for(marks, name, seconds):
    """When the console wrote it, ns; None: not in time."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        at = read_marks(marks).get(name)
        if at is not None:
            return at
        time.sleep(0.004)
    return None


def watched_console(bin_dir, place, uri, login, **variables):
    """The real console, which writes down what it does in place / "marks"."""
    return start([bin_dir / "destek-bench-console", "--profile", place / "profile", "--size",
                  "1280x800", "--connect", uri, "--login-file", login], place / "console.log",
                 env={**environment(place, place / "marks"), **variables})


def timed_start(command, folder, wanted):
    """Milliseconds from the start to each mark, when the mark `wanted` is there."""
    marks = folder / "marks"
    marks.unlink(missing_ok=True)
    began = time.monotonic_ns()
    process = start(command, folder / "console.log", env=environment(folder, marks))
    try:
        while time.monotonic_ns() - began < 30e9:
            seen = read_marks(marks)
            if wanted in seen:
                return {name: (at - began) / 1e6 for name, at in seen.items()}
            if process.poll() is not None:
                break
            time.sleep(0.005)
    finally:
        stop(process)
    raise Trouble(f"no mark '{wanted}' within 30 s; see {folder / 'console.log'}")


def at_rest(command, folder, wanted):
    """Memory after the mark, and what the process does while nothing happens."""
    marks = folder / "marks"
    marks.unlink(missing_ok=True)
    process = start(command, folder / "console.log", env=environment(folder, marks))
    try:
        until = time.monotonic() + 30
        while wanted not in read_marks(marks):
            if time.monotonic() > until or process.poll() is not None:
                raise Trouble(f"no mark '{wanted}'; see {folder / 'console.log'}")
            time.sleep(0.05)
        time.sleep(3)
        before, cpu = wakeups(process.pid), cpu_seconds(process.pid)
        time.sleep(REST)
        return {"rss_mb": memory_mb(process.pid),
                "wakeups_per_s": (wakeups(process.pid) - before) / REST,
                "cpu_percent": 100 * (cpu_seconds(process.pid) - cpu) / REST}
    finally:
        stop(process)


def wakeups(pid):
    """How often its threads have waited for something and gone on."""
    return sum(int(line.split()[1])
               for task in Path(f"/proc/{pid}/task").iterdir()
               for line in (task / "status").read_text(encoding="ascii").splitlines()
               if line.startswith("voluntary_ctxt_switches"))


def run(bin_dir, folder, quick):
    rounds = 3 if quick else 10
    with Daemon(bin_dir, folder / "daemon") as daemon:
        login = daemon.add_user()
        daemon.load(8, 20, "seed", CUSTOMERS * 5, CUSTOMERS)
        daemon.wait_until_applied()
        place = fresh(folder / "home")
        console = [bin_dir / "destek-bench-console", "--profile", place / "profile", "--size",
                   "1280x800", "--login-file", login]
        timed_start([*console, "--connect", daemon.ready["pairingUri"]], place, "inbox")
        seat = Seat(daemon)
        bare, ours, answers = [], [], []
        for _ in range(rounds):
            answers.append({"answer": seat.timed_sign_in()})
            bare.append(timed_start([bin_dir / "destek-bench-window"], place, "window"))
            ours.append(timed_start(console, place, "inbox"))
        rest = {"bare QMainWindow": at_rest([bin_dir / "destek-bench-window"], place, "window"),
                "console, inbox loaded": at_rest(console, place, "inbox")}
    report("at-rest", ("what", "rss_mb", "wakeups_per_s", "cpu_percent"),
           [{"what": name, **its} for name, its in rest.items()],
           f"{REST} s in which nothing happens; wake-ups of all threads")
    rows = []
    for name, times, mark in (("bare QMainWindow painted", bare, "window"),
                              ("console: QApplication made", ours, "main"),
                              ("console: window painted", ours, "window"),
                              ("console: inbox painted", ours, "inbox"),
                              ("of which the daemon's sign-in", answers, "answer")):
        values = [its[mark] for its in times]
        ratios = [its[mark] / floor["window"] for its, floor in zip(times, bare)]
        rows.append({"what": name, "p50_ms": middle(values), "p95_ms": percentile(values, 95),
                     "p99_ms": percentile(values, 99), "ratio": middle(ratios)})
    report("start", ("what", "p50_ms", "p95_ms", "p99_ms", "ratio"), rows,
           f"from the start of the process; {rounds} rounds alternating; {CUSTOMERS} "
           "conversations; the inbox comes after TLS and a sign-in with password", rounds=rounds)
