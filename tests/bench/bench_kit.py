"""What the benches share: starting programs, one daemon, tables."""

import ctypes
import json
import os
import re
import secrets
import shutil
import signal
import socket
import statistics
import subprocess
import threading
import time
import urllib.request
from pathlib import Path

PATIENCE = 30  # seconds for a program to become ready
LONGEST = 4 * 3600  # seconds for a program that answers with one line; a soak may be asked for hours
NUMBER = {"phoneNumberId": "100200300400", "wabaId": "500600700800",
          "displayNumber": "905550000000"}
USER, PASSWORD = "olcum", "uzun-bir-olcum-parolasi"


class Trouble(Exception):
    pass


def die_with_parent():
    pr_set_pdeathsig = 1
    ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGTERM)


def start(command, log, **options):
    with open(log, "ab") as errors:
        return subprocess.Popen([str(word) for word in command], stderr=errors,
                                stdout=subprocess.PIPE, preexec_fn=die_with_parent,
                                **{"stdin": subprocess.DEVNULL, **options})


def stop(process):
    for act in (process.terminate, process.kill):
        if process.poll() is None:
            act()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                pass


def first_line(process, name, log):
    """The JSON that says "ready"; what comes after it is thrown away."""
    watchdog = threading.Timer(PATIENCE, process.kill)
    watchdog.start()
    try:
        for line in process.stdout:
            try:
                value = json.loads(line)
            except ValueError:
                continue
            if value.get("event") == "ready":
                threading.Thread(target=process.stdout.read, daemon=True).start()
                return value
    finally:
        watchdog.cancel()
    raise Trouble(f"{name} did not become ready; see {log}")


def answer_of(command, **options):
    """The one line of JSON that a bench program prints."""
    longest = options.pop("timeout", LONGEST)
    try:
        done = subprocess.run([str(word) for word in command], capture_output=True, text=True,
                              stdin=subprocess.DEVNULL, check=False, timeout=longest, **options)
    except subprocess.TimeoutExpired as expired:
        raise Trouble(f"{Path(str(command[0])).name} did not end in {longest} s") from expired
    if done.returncode != 0:
        raise Trouble(f"{Path(str(command[0])).name} ended with {done.returncode}: {done.stderr}")
    return json.loads(done.stdout.strip().splitlines()[-1])


def free_ports(count):
    held = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [holder.getsockname()[1] for holder in held]
    for holder in held:
        holder.close()
    return ports


def private_file(path, text):
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)
    return path


def fresh(folder):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, mode=0o700)
    return folder


class Nothing:
    """An HTTP server that answers at once and does nothing."""

    def __init__(self, bin_dir, folder):
        self.process = start([bin_dir / "destek-bench-load", "--serve"], folder / "nothing.log",
                             stdin=subprocess.PIPE)
        self.port = first_line(self.process, "the empty server", folder / "nothing.log")["port"]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        stop(self.process)


class Daemon:
    """A destekd on free loopback ports; fresh, or (`keep`) with what its folder holds already."""

    def __init__(self, bin_dir, folder, keep=False):
        self.bin, self.folder = bin_dir, folder if keep else fresh(folder)
        folder.mkdir(parents=True, mode=0o700, exist_ok=True)
        self.log = folder / "destekd.log"
        self.webhook, self.console, self.admin, nobody = free_ports(4)
        self.secret = private_file(folder / "app-secret", secrets.token_hex(16))
        self.config = private_file(folder / "destekd.json", json.dumps({
            "dataDir": str(folder / "data"),
            "webhook": {"address": "127.0.0.1", "port": self.webhook},
            "console": {"address": "127.0.0.1", "port": self.console,
                        "hostNames": ["localhost"]},
            "admin": {"port": self.admin},
            "graph": {"baseUrl": f"http://127.0.0.1:{nobody}", "version": "v23.0",
                      "tokenFile": str(private_file(folder / "token", "bench-token-000000000000")),
                      "appSecretFile": str(self.secret),
                      "verifyTokenFile": str(private_file(folder / "verify", "bench-verify-0000")),
                      **NUMBER},
            "organisation": {"name": "Bench", "contact": "bench@example.com"}, "demo": True}))
        (folder / "data").mkdir(mode=0o700, exist_ok=True)
        self.process = start([bin_dir / "destekd", "serve", "--config", self.config, "--json"],
                             self.log)
        self.ready = first_line(self.process, "destekd", self.log)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        stop(self.process)

    def command(self, *words):
        return answer_of([self.bin / "destekd", *words, "--config", self.config, "--json"])

    def add_user(self):
        password = private_file(self.folder / "password", PASSWORD + "\n")
        self.command("user", "add", USER, "--roles", "agent", "--password-file", password)
        return private_file(self.folder / "login",
                            json.dumps({"user": USER, "password": PASSWORD}))

    def counts(self):
        """(webhooks accepted, bodies applied)"""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.admin}/metrics", timeout=30) as reply:
            text = reply.read().decode()
        return tuple(int(re.search(rf"^{name} (\d+)$", text, re.M).group(1)) for name in
                     ("destek_webhooks_accepted_total", "destek_bodies_applied_total"))

    def wait_until_applied(self, seconds=600):
        began = time.monotonic()
        while time.monotonic() - began < seconds:
            accepted, applied = self.counts()
            if applied >= accepted:
                return time.monotonic() - began
            time.sleep(0.02)
        raise Trouble("what was accepted was not applied in time")

    def load(self, connections, seconds, prefix, prepared, customers=1000, port=None):
        return answer_of([self.bin / "destek-bench-load", "--port", port or self.webhook,
                          "--connections", connections, "--seconds", seconds, "--secret",
                          self.secret, "--prefix", prefix, "--prepared", prepared,
                          "--customers", customers])

    def memory_mb(self):
        """(now, most)"""
        return memory_mb(self.process.pid), memory_mb(self.process.pid, "VmHWM")

    def cpu_seconds(self):
        return cpu_seconds(self.process.pid)


def memory_mb(pid, key="VmRSS"):
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return int(re.search(rf"^{key}:\s+(\d+)", status, re.M).group(1)) / 1024


def cpu_seconds(pid):
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def percentile(values, percent):
    ranked = sorted(values)
    return ranked[round(percent / 100 * (len(ranked) - 1))] if ranked else 0.0


def middle(values):
    return statistics.median(values) if values else 0.0


def spread(what, values, floor):
    """A row of milliseconds; the ratio is that of its median to the floor's."""
    return {"what": what, "samples": len(values), "p50_ms": middle(values),
            "p95_ms": percentile(values, 95), "p99_ms": percentile(values, 99),
            "most_ms": max(values, default=0.0), "ratio": middle(values) / middle(floor)}


def machine():
    """What a figure means nothing without."""
    model = "unknown"
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            model = line.split(":", 1)[1].strip()
            break
    return {"cpu": model, "cores": os.cpu_count(), "load": [round(x, 1) for x in os.getloadavg()],
            "at": time.strftime("%Y-%m-%dT%H:%MZ", time.gmtime())}


def shown(value):
    if isinstance(value, float):
        return f"{value:.0f}" if abs(value) >= 1000 else f"{value:.2f}"
    return str(value)


def report(bench, columns, rows, note, **more):
    """A table for people, then the same on one line for programs."""
    table = [list(columns)] + [[shown(row.get(column, "")) for column in columns] for row in rows]
    widths = [max(len(line[i]) for line in table) for i in range(len(columns))]
    print(f"\n{bench}: {note}")
    for line in table:
        print("  " + "  ".join(cell.ljust(width) if i == 0 else cell.rjust(width)
                               for i, (cell, width) in enumerate(zip(line, widths))))
    print(json.dumps({"bench": bench, "machine": machine(), "rows": rows, **more},
                     ensure_ascii=False), flush=True)
