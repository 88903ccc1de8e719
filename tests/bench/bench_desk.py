"""What an agent's hands feel, and a soak of the live feed: see desk_bench.cpp."""

import os

from bench_kit import answer_of, report

BUDGETS = """budgets (design goals, reference machine): key 8/16/33 ms, Enter 20/50/100, another conversation
  25/50/100 cached and 80/250/500 away, palette 15/50/100 (p50/p95/never), one event never above 50 ms"""


def ask(bin_dir, folder, what, number):
    variables = dict(os.environ, HOME=str(folder), XDG_RUNTIME_DIR=str(folder))
    variables.setdefault("QT_QPA_PLATFORM", "offscreen")
    return answer_of([bin_dir / "destek-bench-desk", what, str(number)], env=variables)


def hands(bin_dir, folder, quick):
    answer = ask(bin_dir, folder, "hands", 1 if quick else 5)
    report("desk", ("what", "frames", "p50_ms", "p95_ms", "p99_ms", "most_ms", "ratio"),
           answer["frames"], "milliseconds from the event to the painted frame; ratio of medians "
           "to a bare Qt widget that does as much, in turns\n  " + BUDGETS)
    report("desk-facts", ("what", "value", "unit"), answer["facts"],
           "the same run: memory of the process, processor time of single events")


def soak(bin_dir, folder, quick):
    """DESTEK_SOAK_MINUTES: eight hours are 480."""
    minutes = float(os.environ.get("DESTEK_SOAK_MINUTES", "0.5" if quick else "3"))
    answer = ask(bin_dir, folder, "soak", round(minutes * 60))
    report("soak", ("what", "value", "unit"), answer["facts"],
           f"{minutes:g} minutes at 1,000 events a minute; every minute the inbox is compared "
           "with the daemon's")
