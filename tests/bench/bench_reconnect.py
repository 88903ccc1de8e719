"""The network comes back after 5,000 missed messages: until the inbox says what the daemon does.

The real console, signed in over a wire that can be cut. While it is cut the daemon takes and
applies the messages. `from the connection` begins when the console comes through again; how long
it waits before it tries is its back-off and stands in a row of its own. The floor, in turns: the
same feed read to its end over the same kind of connection by a client that throws it away.
"""

import hashlib
import http.client
import re
import ssl
import time

from bench_kit import Daemon, Trouble, fresh, middle, report, spread, stop
from bench_seat import Seat
from bench_start import wait_for, watched_console
from bench_wire import Wire

MISSED, PEOPLE = 5000, 500
PATIENCE = 60  # seconds


def digest_of(inbox):
    """As inbox_watch.cpp makes it."""
    lines = sorted(f"{row['id']:012}|{row['waiting']}|{row['lastLine']}\n" for row in inbox)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def wait_for_mark(marks, name, what):
    at = wait_for(marks, name, PATIENCE)
    if at is None:
        raise Trouble(f"the console never showed {what}")
    return at


def bare_feed(daemon, seat, after):
    """Milliseconds until the feed has said everything after that number, thrown away."""
    trust = ssl.create_default_context(cafile=daemon.folder / "data" / "tls" / "ca.pem")
    wanted = seat.get("/v1/inbox?limit=1")["seq"]
    began = time.monotonic_ns()
    https = http.client.HTTPSConnection("localhost", daemon.console, context=trust, timeout=30)
    https.request("GET", f"/v1/feed?after={after}", None,
                  {**seat.authorization(), "Accept": "text/event-stream"})
    reply = https.getresponse()
    tail, size = b"", 0
    while True:
        piece = reply.read1(1 << 18)
        if not piece:
            raise Trouble("the feed ended before it had said everything")
        size += len(piece)
        if b"event: reset" in piece:
            raise Trouble("the feed says: read everything again")
        tail = (tail + piece)[-4096:]
        numbers = [int(one) for one in re.findall(rb'"seq":(\d+)', tail)]
        if numbers and max(numbers) >= wanted:
            break
    took = (time.monotonic_ns() - began) / 1e6
    https.close()
    return took, size / 1e6


def run(bin_dir, folder, quick):
    rounds = 2 if quick else 6
    place = fresh(folder / "home")
    marks = place / "marks"
    with Daemon(bin_dir, folder / "daemon") as daemon:
        login = daemon.add_user()
        seat = Seat(daemon).sign_in()
        daemon.load(8, PATIENCE, "seed", PEOPLE, PEOPLE)
        daemon.wait_until_applied()
        wire = Wire(daemon.console)
        uri = daemon.command("pair")["uri"].replace(f":{daemon.console}", f":{wire.port}")
        console = watched_console(bin_dir, place, uri, login, DESTEK_BENCH_DIGEST="1")
        floors, from_up, from_connection, sizes = [], [], [], []
        try:
            wait_for_mark(marks, "digest " + digest_of(seat.inbox()), "the inbox at all")
            for number in range(rounds):
                time.sleep(1)
                before = seat.get("/v1/inbox?limit=1")["seq"]
                wire.cut()
                daemon.load(8, PATIENCE, f"missed{number}", MISSED, PEOPLE)
                daemon.wait_until_applied()
                wanted = "digest " + digest_of(seat.inbox())
                took, size = bare_feed(daemon, seat, before)
                floors.append(took)
                sizes.append(size)
                up = time.monotonic_ns()
                wire.join()
                at = wait_for_mark(marks, wanted, "what the daemon's inbox says")
                from_up.append((at - up) / 1e6)
                from_connection.append((at - wire.first_after) / 1e6)
        finally:
            stop(console)
            wire.close()
    rows = [spread("the feed read and thrown away", floors, floors),
            spread("from the connection until equal", from_connection, floors),
            spread("from the network until equal", from_up, floors)]
    report("reconnect", ("what", "samples", "p50_ms", "p95_ms", "most_ms", "ratio"), rows,
           f"{MISSED:,} messages of {PEOPLE} people missed ({middle(sizes):.1f} MB of feed); the "
           "network row holds the console's back-off of up to 10 s as well\n  budget from the "
           "connection: 800/2000/5000 ms (p50/p95/never)", missed=MISSED)
