"""A search as an agent feels it: the request leaves until the whole answer is here.

The store holds Turkish messages made by fill_store.cpp: DESTEK_BENCH_MESSAGES of them (100,000
unless told; data set L of design/lessons.md 4.3 is 2000000), twenty to a conversation. Filling
takes minutes, so the filled folder is kept for the next run. Each round asks every kind of search
once, after the two floors: a request to the same daemon over the same connection that reads next
to nothing (ratios are to this one), and fifty rows of the same file through SQLite alone.
"""

import json
import os
import sqlite3
import time
from urllib.parse import quote

from bench_kit import (NUMBER, PASSWORD, USER, Daemon, Trouble, answer_of, fresh, memory_mb,
                       middle, private_file, report, spread)
from bench_seat import Seat

LONGEST, FEWEST = 120, 5  # seconds for all rounds, but so many rounds in any case
HITS = 50  # as many as the console asks for
MADE = 1  # the words of fill_store.cpp: another number makes an old folder worthless

# What is looked for, {n} by turns; the commonest words of fill_store.cpp stand in every second
# message, those of one message in a hundred stand alone.
FLOOR, SQLITE = "a request that reads nothing (/v1/health)", "bare SQLite: the newest 50 messages"
KINDS = {
    "the beginning of a common word": (("sip", "kar", "ürü", "fat", "müş"), ""),
    "a common word": (("sipariş", "kargo", "iade", "İSTANBUL", "ışık"), ""),
    "two common words": (("kargo sipariş", "ürün iade", "ödeme fatura", "çok teşekkürler"), ""),
    "a common word and a rare one": (("sipariş {rare}", "{rare} sipariş"), ""),
    "a rare word": (("{rare}",), ""),
    "nothing is found": (("bulunmayankelime",), ""),
    "two words that never meet": (("görüşürüz kolaylıklar", "kolaylıklar görüşürüz"), ""),
    "a common word that never meets another": (("görüşürüz sipariş", "görüşürüz merhaba"), ""),
    "a common word, in one conversation": (("sipariş", "kargo", "merhaba"), "&conversation={it}"),
    "a common word, the customer's, last year": (("sipariş", "kargo"),
                                                 "&whose=customer&until={old}"),
}


def prepared(bin_dir, folder, messages, conversations):
    """Fills the folder unless it holds just this already; answers how long that took or None."""
    wanted = {"messages": messages, "conversations": conversations, "made": MADE}
    stamp = folder / "filled.json"
    if stamp.exists() and json.loads(stamp.read_text(encoding="utf-8")) == wanted:
        return None
    fresh(folder)
    with Daemon(bin_dir, folder) as daemon:
        daemon.add_user()
    answer = answer_of([bin_dir / "destek-bench-fill", "--data", folder / "data", "--master-key",
                        folder / "master.key", "--number", NUMBER["phoneNumberId"], "--display",
                        NUMBER["displayNumber"], "--messages", messages, "--conversations",
                        conversations])
    private_file(stamp, json.dumps(wanted))
    return answer


def bare_select(database):
    began = time.monotonic_ns()
    rows = database.execute("SELECT id, contact_id, at, text_sealed FROM message "
                            "ORDER BY place DESC LIMIT 50").fetchall()
    if len(rows) != 50:
        raise Trouble("the store holds fewer than 50 messages")
    return (time.monotonic_ns() - began) / 1e6


def paths(messages, year, turn):
    for what, (words, more) in KINDS.items():
        # Every tenth message, beginning with the second, holds a number that nobody else says.
        rare = 40_000_000 + 1 + 10 * ((turn * 7919) % (messages // 10))
        typed = words[turn % len(words)].format(rare=rare)
        more = more.format(it=1, old=year)
        yield what, f"/v1/search?q={quote(typed)}&limit={HITS}{more}"


def run(bin_dir, folder, quick):
    messages = int(os.environ.get("DESTEK_BENCH_MESSAGES", "20000" if quick else "100000"))
    rounds = 5 if quick else 40
    place = folder / f"store-{messages}"
    filled = prepared(bin_dir, place, messages, max(1, messages // 20))
    times = {what: [] for what in (FLOOR, SQLITE, *KINDS)}
    hits = {what: [] for what in KINDS}
    with Daemon(bin_dir, place, keep=True) as daemon:
        seat = Seat(daemon).sign_in()
        old = int((time.time() - 180 * 24 * 3600) * 1000)
        database = sqlite3.connect(f"file:{place / 'data' / 'destek.db'}?mode=ro", uri=True)
        first, _ = seat.timed(f"/v1/search?q={quote('sipariş')}&limit={HITS}")
        until = time.monotonic() + LONGEST
        for turn in range(rounds):
            if turn >= FEWEST and time.monotonic() > until:
                break
            times[FLOOR].append(seat.timed("/v1/health")[0])
            times[SQLITE].append(bare_select(database))
            for what, path in paths(messages, old, turn):
                took, answer = seat.timed(path)
                times[what].append(took)
                hits[what].append(len(answer["hits"]))
        database.close()
        memory = memory_mb(daemon.process.pid)
    rows = [{**spread(what, values, times[FLOOR]), "hits": middle(hits.get(what, []))}
            for what, values in times.items()]
    size = sum(file.stat().st_size for file in (place / "data").rglob("*") if file.is_file())
    made = "kept from an earlier run" if filled is None else f"filled in {filled['seconds']:.0f} s"
    report("search", ("what", "samples", "hits", "p50_ms", "p95_ms", "p99_ms", "most_ms", "ratio"),
           rows, f"over {messages:,} messages of {max(1, messages // 20):,} conversations "
           f"({size / 1e6:.0f} MB, {made}); the first search after the start took {first:.0f} ms; "
           f"daemon {memory:.0f} MB\n  budget for the first results: 40/100/250 ms "
           "(p50/p95/never)", messages=messages, first_ms=first, store_mb=size / 1e6,
           fill=filled, daemon_mb=memory)
