"""Scrolling and switching in a very large world: see scroll_bench.cpp."""

import os

from bench_kit import answer_of, report


def run(bin_dir, folder, quick):
    variables = dict(os.environ, HOME=str(folder), XDG_RUNTIME_DIR=str(folder))
    variables.setdefault("QT_QPA_PLATFORM", "offscreen")
    answer = answer_of([bin_dir / "destek-bench-scroll", "1" if quick else "5"], env=variables)
    report("thread", ("what", "frames", "p50_ms", "p95_ms", "p99_ms", "most_ms", "ratio"),
           answer["frames"],
           "milliseconds from the event to the painted frame; ratio of medians to a bare "
           "QListView with plain rows of the same size, rounds alternating")
    report("thread-memory", ("what", "rss_mb"), answer["memory"], "memory of the process")
