"""Process start to a usable inbox, against a QMainWindow with nothing in it, alternating."""

import base64
import http.client
import json
import os
import secrets
import ssl
import time

from bench_kit import (PASSWORD, USER, Daemon, Trouble, fresh, middle, percentile, report, start,
                       stop)

CUSTOMERS = 200


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


class SignIn:
    """Asks the daemon for sessions as the console does, to see what that takes by itself."""

    def __init__(self, daemon):
        trust = ssl.create_default_context(cafile=daemon.folder / "data" / "tls" / "ca.pem")
        self._https = http.client.HTTPSConnection("localhost", daemon.console, context=trust)
        code = daemon.command("pair")["uri"].split("code=")[1]
        key = base64.b64encode(secrets.token_bytes(32)).decode()
        self._device = self._post("/v1/pair", {"code": code, "deviceName": "bench",
                                               "publicKey": key})["deviceToken"]

    def _post(self, path, body, **headers):
        self._https.request("POST", path, json.dumps(body), headers)
        reply = self._https.getresponse()
        text = reply.read()
        if reply.status >= 300:
            raise Trouble(f"{path} was answered {reply.status}: {text[:200]}")
        return json.loads(text)

    def timed(self):
        began = time.monotonic_ns()
        self._post("/v1/sessions", {"userName": USER, "password": PASSWORD},
                   **{"X-Destek-Device": self._device})
        return (time.monotonic_ns() - began) / 1e6


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
        sign_in = SignIn(daemon)
        bare, ours, answers = [], [], []
        for _ in range(rounds):
            answers.append({"answer": sign_in.timed()})
            bare.append(timed_start([bin_dir / "destek-bench-window"], place, "window"))
            ours.append(timed_start(console, place, "inbox"))
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
