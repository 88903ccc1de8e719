#!/usr/bin/env python3
"""Runs the benches; scripts/bench builds what they need first.

usage: bench.py PROGRAMS FOLDER (intake|start|thread|latency|all) [--quick]
"""

import signal
import sys
from pathlib import Path

import bench_intake
import bench_latency
import bench_start
import bench_thread
from bench_kit import Trouble, fresh

BENCHES = {"intake": bench_intake.run, "start": bench_start.run, "thread": bench_thread.run,
           "latency": bench_latency.run}


def main(arguments):
    quick = "--quick" in arguments
    words = [word for word in arguments[1:] if word != "--quick"]
    if len(words) != 3 or (words[2] != "all" and words[2] not in BENCHES):
        print(__doc__)
        return 64
    bin_dir, folder = Path(words[0]).resolve(), Path(words[1]).resolve()
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    failed = False
    for name in BENCHES if words[2] == "all" else [words[2]]:
        try:
            BENCHES[name](bin_dir, fresh(folder / name), quick)
        except Trouble as trouble:
            print(f"{name}: {trouble}", file=sys.stderr)
            failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
