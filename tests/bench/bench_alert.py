"""A signed webhook leaves the sender until the console asks the system for a notification.

The real console, signed in and live, another window in front of it; alert_watch.cpp stands where
the system's notifications are. Messages come right after one another, then with pauses long
enough that each is heard as well (sounds come at most every two seconds). Floor, in turns: the
round trip of the same client to a server that does nothing.
"""

import http.client
import random
import time

from bench_kit import Daemon, Nothing, Trouble, fresh, report, spread, stop
from bench_latency import PEOPLE, body_of, post
from bench_start import wait_for, watched_console

PAUSE = 2.1  # seconds: longer than models::Alerts::kBetweenSounds


def run(bin_dir, folder, quick):
    rushed, paused = (30, 4) if quick else (200, 30)
    place = fresh(folder / "home")
    marks = place / "marks"
    with Daemon(bin_dir, folder / "daemon") as daemon, Nothing(bin_dir, place) as nothing:
        secret = daemon.secret.read_bytes()
        webhooks = http.client.HTTPConnection("127.0.0.1", daemon.webhook)
        empty = http.client.HTTPConnection("127.0.0.1", nothing.port)
        # WhatsApp's times are whole seconds: a second of its own for each.
        begin = int(time.time()) - 3600
        for person in range(PEOPLE):
            post(webhooks, body_of(person, person, begin + person), secret)
        console = watched_console(bin_dir, place, daemon.ready["pairingUri"], daemon.add_user(),
                                  DESTEK_BENCH_ALERTS="1")
        trips, asked, missed = [], {"rushed": [], "paused": []}, 0
        try:
            for mark in ("inbox", "behind"):
                if wait_for(marks, mark, 30) is None:
                    raise Trouble(f"no mark '{mark}'; see {place / 'console.log'}")
            time.sleep(1)
            for number in range(rushed + paused):
                kind = "rushed" if number < rushed else "paused"
                nth = PEOPLE + number
                body = body_of(nth, number % PEOPLE, begin + nth)
                sent, answered = post(empty, body, secret)
                trips.append((answered - sent) / 1e6)
                time.sleep(PAUSE if kind == "paused" else random.uniform(0.005, 0.03))
                sent, _ = post(webhooks, body, secret)
                at = wait_for(marks, f"alert {number + 1 - missed}", 5)
                if at is None:
                    missed += 1
                else:
                    asked[kind].append((at - sent) / 1e6)
        finally:
            stop(console)
    rows = [spread("bare HTTP round trip", trips, trips),
            spread("POST until the notification", asked["rushed"], trips),
            spread("the same after a pause, with sound", asked["paused"], trips)]
    report("alert", ("what", "samples", "p50_ms", "p95_ms", "p99_ms", "most_ms", "ratio"), rows,
           f"one webhook at a time; {missed} of {rushed + paused} not announced within 5 s\n"
           "  budget: 300/1000/3000 ms (p50/p95/never)", missed=missed)
