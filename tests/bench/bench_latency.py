"""A signed webhook leaves the sender until its line is painted in a console's inbox.

One sample at a time: a round trip to a server that does nothing, then a webhook to the daemon,
over two kept connections of the same client. The console is a process of its own, signed in over
TLS and live on the feed.
"""

import hashlib
import hmac
import http.client
import json
import random
import time

from bench_kit import NUMBER, Daemon, Nothing, Trouble, fresh, middle, report, spread, stop
from bench_start import wait_for, watched_console

PEOPLE = 8  # all of them stay in view


def body_of(number, person, at=None):
    """`at`: when it was written, seconds; now unless told."""
    text = {"from": f"9055501{person:05}", "from_user_id": f"TR.{person:016}",
            "id": f"wamid.latency.{number}", "timestamp": str(at or int(time.time())),
            "text": {"body": f"bench-{number:06}"}, "type": "text"}
    value = {"messaging_product": "whatsapp",
             "metadata": {"display_phone_number": NUMBER["displayNumber"],
                          "phone_number_id": NUMBER["phoneNumberId"]},
             "contacts": [{"profile": {"name": f"Person {person}"},
                           "user_id": text["from_user_id"], "wa_id": text["from"]}],
             "messages": [text]}
    return json.dumps({"object": "whatsapp_business_account",
                       "entry": [{"id": NUMBER["wabaId"],
                                  "changes": [{"value": value, "field": "messages"}]}]}).encode()


def post(connection, body, secret):
    """(sent, answered) in ns; the body is built and signed before the clock starts."""
    signature = hmac.new(secret, body, hashlib.sha256).hexdigest()
    headers = {"Content-Type": "application/json", "X-Hub-Signature-256": f"sha256={signature}"}
    sent = time.monotonic_ns()
    connection.request("POST", "/webhook", body, headers)
    reply = connection.getresponse()
    reply.read()
    if reply.status != 200:
        raise Trouble(f"a webhook was answered {reply.status}")
    return sent, time.monotonic_ns()


def run(bin_dir, folder, quick):
    samples = 60 if quick else 400
    place = fresh(folder / "home")
    marks = place / "marks"
    with Daemon(bin_dir, folder / "daemon") as daemon, Nothing(bin_dir, place) as nothing:
        secret = daemon.secret.read_bytes()
        webhooks = http.client.HTTPConnection("127.0.0.1", daemon.webhook)
        empty = http.client.HTTPConnection("127.0.0.1", nothing.port)
        for person in range(PEOPLE):
            post(webhooks, body_of(person, person), secret)
        console = watched_console(bin_dir, place, daemon.ready["pairingUri"], daemon.add_user())
        try:
            if wait_for(marks, "inbox", 30) is None:
                raise Trouble(f"the console did not show an inbox; see {place / 'console.log'}")
            time.sleep(1)
            trips, durable, painted, ratios, missed = [], [], [], [], 0
            for number in range(PEOPLE, PEOPLE + samples):
                body = body_of(number, number % PEOPLE)
                sent, answered = post(empty, body, secret)
                trips.append((answered - sent) / 1e6)
                sent, answered = post(webhooks, body, secret)
                durable.append((answered - sent) / 1e6)
                at = wait_for(marks, f"bench-{number:06}", 5)
                if at is None:
                    missed += 1
                else:
                    painted.append((at - sent) / 1e6)
                    ratios.append(painted[-1] / trips[-1])
                time.sleep(random.uniform(0.005, 0.03))
        finally:
            stop(console)
    rows = [spread("bare HTTP round trip", trips, trips),
            spread("POST until 200", durable, trips),
            spread("POST until painted", painted, trips)]
    report("latency", ("what", "samples", "p50_ms", "p95_ms", "p99_ms", "most_ms", "ratio"), rows,
           f"one webhook at a time; ratio of medians; {missed} of {samples} not painted within "
           "5 s", missed=missed, ratio_p50=middle(ratios))
