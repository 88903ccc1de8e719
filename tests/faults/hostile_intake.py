"""The public port against what the internet sends it (R-05, R-06; trust.md 2.1; I1, I2).

Real webhook bodies (tests/fixtures/whatsapp, see LICENSE.txt there) are taken when signed, the
broken one too; forged in many ways they are refused and leave nothing behind; delivered again in
any order they change nothing.
"""

import hashlib
import http.client
import json
import os
import random
import socket
import sys
import urllib.parse
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "kit"))
from console_side import Console  # noqa: E402
from house import APP_SECRET, House, Trouble, VERIFY_TOKEN, PATIENCE  # noqa: E402
from meta_side import Line, signature, text_message  # noqa: E402

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures" / "whatsapp"
SEED = int(os.environ.get("DESTEK_FAULT_SEED", str(random.randrange(1 << 30))))
HEADER = "X-Hub-Signature-256"


def expect(what, got, wanted):
    if got != wanted:
        raise Trouble(f"{what}: {got}, expected {wanted}")


def forgeries(body):
    """(what, list of signature headers, body) that must all be refused."""
    right = signature(body)
    digest = right[7:]
    flipped = digest[:-1] + ("0" if digest[-1] != "0" else "1")
    return [
        ("no signature", [], body),
        ("empty", [""], body),
        ("prefix only", ["sha256="], body),
        ("no prefix", [digest], body),
        ("sha1", ["sha1=" + digest[:40]], body),
        ("sha1 prefix on the right digest", ["sha1=" + digest], body),
        ("upper-case prefix", ["SHA256=" + digest], body),
        ("upper-case digits", ["sha256=" + digest.upper()], body),
        ("short by one", [right[:-1]], body),
        ("first half", ["sha256=" + digest[:32]], body),
        ("long by one", [right + "0"], body),
        ("not hex", ["sha256=" + "g" * 64], body),
        ("one digit off", ["sha256=" + flipped], body),
        ("zeros", ["sha256=" + "0" * 64], body),
        ("plain hash of the body", ["sha256=" + hashlib.sha256(body).hexdigest()], body),
        ("another secret", [signature(body, APP_SECRET[::-1])], body),
        ("an empty secret", [signature(body, "")], body),
        ("of the empty body", [signature(b"")], body),
        ("twice the right one", [right, right], body),
        ("wrong, then right", ["sha256=" + "0" * 64, right], body),
        ("right, then wrong", [right, "sha256=" + "0" * 64], body),
        ("two in one line", [right + ", " + right], body),
        ("one byte more", [right], body + b" "),
        ("one byte less", [right], body[:-1]),
        ("one byte changed", [right], body.replace(b"whatsapp", b"whatsupp", 1)),
        ("re-encoded, same meaning", [right], json.dumps(json.loads(body)).encode() + b"\n"),
        ("quoted", ['"' + right + '"'], body),
    ]


def raw_post(port, path, headers, body):
    """Status of one request on a connection of its own; headers may repeat."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.putrequest("POST", path)
        connection.putheader("Content-Type", "application/json")
        connection.putheader("Content-Length", str(len(body)))
        for name, value in headers:
            connection.putheader(name, value)
        try:
            connection.endheaders(body)
        except OSError:
            pass  # refused while we were still sending: the answer may be there all the same
        return connection.getresponse().status
    finally:
        connection.close()


def get(port, path):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def check_forgeries(house, body):
    before = house.status(), house.metrics()["destek_webhooks_forged_total"]
    cases = forgeries(body)
    for what, headers, sent in cases:
        status = raw_post(house.webhook_port, "/webhook", [(HEADER, h) for h in headers], sent)
        expect(f"forged, {what}", status, 401)
    status = house.status()
    for key in ("pendingBodies", "deadLetters", "feedSeq", "lastInboundAt"):
        expect(f"{key} after forgeries", status[key], before[0][key])
    expect("forgeries counted", house.metrics()["destek_webhooks_forged_total"],
           before[1] + len(cases))
    print(f"{len(cases)} forgeries refused")


def check_handshake(house):
    def ask(**query):
        names = {"mode": "hub.mode", "token": "hub.verify_token", "challenge": "hub.challenge"}
        text = urllib.parse.urlencode({names[k]: v for k, v in query.items()})
        return get(house.webhook_port, f"/webhook?{text}")

    expect("handshake", ask(mode="subscribe", token=VERIFY_TOKEN, challenge="1158201444"),
           (200, b"1158201444"))
    for what, query in {
            "wrong token": {"mode": "subscribe", "token": "guess", "challenge": "1"},
            "no token": {"mode": "subscribe", "challenge": "1"},
            "empty token": {"mode": "subscribe", "token": "", "challenge": "1"},
            "longer token": {"mode": "subscribe", "token": VERIFY_TOKEN + "x", "challenge": "1"},
            "other mode": {"mode": "unsubscribe", "token": VERIFY_TOKEN, "challenge": "1"},
            "nothing": {}}.items():
        status, text = ask(**query)
        expect(f"handshake, {what}", status, 403)
        if b"1" == text:
            raise Trouble(f"handshake, {what}: the challenge was told")


def check_shapes(house, body):
    """Sizes, paths and methods nobody needs."""
    big = b'{"entry":"' + b"x" * (5 << 20) + b'"}'
    expect("5 MB, signed", raw_post(house.webhook_port, "/webhook",
                                    [(HEADER, signature(big))], big), 413)
    for path in ("/", "/webhook/", "/webhook/x", "/v1/inbox", "/metrics", "/admin/command",
                 "/control/sent", "/%77ebhook/..", "//webhook"):
        status = raw_post(house.webhook_port, path, [(HEADER, signature(body))], body)
        if status not in (400, 404):
            raise Trouble(f"{path} answered {status} on the public port")
    expect("unknown path", get(house.webhook_port, "/nothing")[0], 404)
    expect("metrics are not public", get(house.webhook_port, "/metrics")[0], 404)
    for garbage in (b"\x16\x03\x01\x02\x00\x01", b"GET\r\n\r\n", b"\x00" * 64):
        with socket.create_connection(("127.0.0.1", house.webhook_port), PATIENCE) as stranger:
            stranger.sendall(garbage + b"\r\n\r\n")
    expect("still taking", Line(house.webhook_port).post(body), 200)


def state(console):
    """Everything a console can see, as one value."""
    conversations = console.conversations()
    rows = []
    for number in sorted(conversations):
        row = conversations[number]
        person = console.get(f"/v1/contacts/{row['contact']}")
        rows.append([row, console.messages(number), person])
    text = json.dumps(rows, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest(), sum(len(row[1]) for row in rows)


def main():
    print(f"seed {SEED}")
    dice = random.Random(SEED)
    bodies = [path.read_bytes() for path in sorted(FIXTURES.glob("*.json"))]
    own = text_message("905550000999", "Ayşe", "wamid.HOSTILE", "Merhaba")
    with House() as house:
        console = Console(house).enter(house.start_daemon())
        check_forgeries(house, own)
        check_handshake(house)
        expect("nothing is stored", console.conversations(), {})

        line = Line(house.webhook_port)
        for body in bodies:
            expect("a signed body", line.post(body), 200)
        house.settled()
        broken = sum(1 for body in bodies if not is_json(body))
        if house.status()["deadLetters"] < max(1, broken):
            raise Trouble("the broken body is not among the dead letters")
        check_shapes(house, own)
        house.settled()
        before, feed = state(console), house.status()["feedSeq"]
        whole = [body for body in bodies if is_json(body)] + [own]
        line.close()  # left alone for a minute it would be closed by the daemon
        for _ in range(5):
            dice.shuffle(whole)
            for body in whole:
                expect("delivered again", line.post(body), 200)
        house.settled()
        expect("state after redelivery", state(console), before)
        expect("changes told to consoles after redelivery", house.status()["feedSeq"], feed)
        house.kill_daemon()
        house.start_daemon()
        house.settled()
        expect("state after a restart", state(console), before)
        house.stop_daemon()
        print(f"{len(bodies)} fixtures, {before[1]} messages, redelivery changes nothing")


def is_json(body):
    try:
        json.loads(body)
        return True
    except ValueError:
        return False


if __name__ == "__main__":
    main()
