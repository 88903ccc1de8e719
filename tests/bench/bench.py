#!/usr/bin/env python3
"""Runs the benches; scripts/bench builds what they need first.

usage: bench.py PROGRAMS FOLDER (BENCH|all) [--quick]     (BENCH: one of the names below)
"""

import signal
import sys
import time
import traceback
from pathlib import Path

import bench_alert
import bench_desk
import bench_intake
import bench_latency
import bench_reconnect
import bench_search
import bench_size
import bench_start
import bench_thread
from bench_kit import Trouble, fresh

BENCHES = {"intake": bench_intake.run, "start": bench_start.run, "thread": bench_thread.run,
           "desk": bench_desk.hands, "soak": bench_desk.soak, "latency": bench_latency.run,
           "alert": bench_alert.run, "reconnect": bench_reconnect.run,
           "search": bench_search.run, "size": bench_size.run}
KEEPS = ("search",)  # what it made is good for the next run


def main(arguments):
    quick = "--quick" in arguments
    words = [word for word in arguments[1:] if word != "--quick"]
    if len(words) != 3 or (words[2] != "all" and words[2] not in BENCHES):
        print(__doc__)
        return 64
    bin_dir, folder = Path(words[0]).resolve(), Path(words[1]).resolve()
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    failed = []
    for name in BENCHES if words[2] == "all" else [words[2]]:
        began = time.monotonic()
        place = folder / name
        try:
            if name not in KEEPS:
                fresh(place)
            BENCHES[name](bin_dir, place, quick)
        except Trouble as trouble:
            print(f"{name}: {trouble}", file=sys.stderr)
            failed.append(name)
        except Exception:  # the others are still worth their minutes
            traceback.print_exc()
            failed.append(name)
        print(f"({name} took {time.monotonic() - began:.0f} s)", flush=True)
    if failed:
        print(f"without an answer: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
