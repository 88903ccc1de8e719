"""Starts destekd and destek-sandbox in a folder of their own and looks after them.

The programs are the built ones (DESTEK_BIN_DIR); nothing in here knows how they work inside.
Passwords, tokens and names are invented.
"""

import ctypes
import http.client
import json
import os
import select
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

APP_SECRET = "0123456789abcdef0123456789abcdef"
VERIFY_TOKEN = "verify-me-please"
GRAPH_TOKEN = "test-token-000000000000"
PHONE_NUMBER_ID = "100200300400"
WABA_ID = "500600700800"
DISPLAY_NUMBER = "905550000000"

# Generous: sanitizer builds on a shared machine. No test asserts how long anything took.
PATIENCE = float(os.environ.get("DESTEK_TEST_PATIENCE", "60"))

_LIBC = ctypes.CDLL(None)
_PR_SET_PDEATHSIG = 1


class Trouble(Exception):
    """The house is not in the state the test needs: a failure of the test."""


def bin_dir():
    return Path(os.environ["DESTEK_BIN_DIR"])


def ends_with_the_test():
    """In a child, before it becomes the program: killed when the thread that started it ends,
    however that happens. A test that is killed leaves nothing running."""
    _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _listening(port):
    """Nobody else may now; None if somebody does already."""
    door = socket.socket()
    try:
        door.bind(("127.0.0.1", port))
        door.listen(1)
    except OSError:
        door.close()
        return None
    return door


def own_ports(count):
    """(lock, ports): ports nobody listens on, below the range the kernel hands out by itself. They
    lie in a block of 16, whose first port is listened on while the lock lives: of tests that run
    side by side, each has a block of its own, also while its programs are away."""
    for block in range(500):
        first = 12000 + (os.getpid() + block) % 500 * 16
        lock = _listening(first)
        if lock is None:
            continue
        found = []
        for port in range(first + 1, first + 16):
            if probe := _listening(port):
                probe.close()
                found.append(port)
        if len(found) >= count:
            return lock, found[:count]
        lock.close()
    raise Trouble("no ports are free")


def wait_for(condition, what, patience=PATIENCE, every=0.05):
    """The first true answer of condition(); Trouble when patience runs out."""
    end = time.monotonic() + patience
    while True:
        answer = condition()
        if answer:
            return answer
        if time.monotonic() > end:
            raise Trouble(f"waited in vain: {what}")
        time.sleep(every)


def http_json(port, method, path, body=None, headers=None):
    """(status, JSON or text) of one plain request to a loopback port."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        payload = None if body is None else json.dumps(body).encode()
        connection.request(method, path, payload, headers or {})
        answer = connection.getresponse()
        text = answer.read().decode()
        try:
            return answer.status, json.loads(text)
        except ValueError:
            return answer.status, text
    finally:
        connection.close()


class Program:
    """A child process whose first line on stdout is JSON and says that it is ready."""

    def __init__(self, arguments, environment, log_file):
        self._log = open(log_file, "ab")
        self.process = subprocess.Popen(
            [str(a) for a in arguments], env=environment, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=self._log, preexec_fn=ends_with_the_test)
        self._pending = b""

    def first_line(self, patience=PATIENCE):
        """None if it ended before saying anything."""
        end = time.monotonic() + patience
        stream = self.process.stdout.fileno()
        while b"\n" not in self._pending:
            left = end - time.monotonic()
            if left <= 0:
                raise Trouble("the program did not get ready")
            if not select.select([stream], [], [], left)[0]:
                continue
            piece = os.read(stream, 65536)
            if not piece:
                return None
            self._pending += piece
        return json.loads(self._pending.split(b"\n", 1)[0])

    def running(self):
        return self.process.poll() is None

    def end(self, how):
        """Sends the signal and collects the process; answers its exit code."""
        if self.running():
            self.process.send_signal(how)
        try:
            return self.process.wait(PATIENCE)
        finally:
            self.process.stdout.close()
            self._log.close()

    def pause(self):
        self.process.send_signal(signal.SIGSTOP)

    def resume(self):
        self.process.send_signal(signal.SIGCONT)


class House:
    """One daemon, one sandbox, one temporary folder: data/, cfg/, log files.

    With `gate` the daemon looks for Meta at gate_port, where the test stands between the two;
    otherwise at graph_port, where the sandbox listens once it was started. The sandbox posts its
    webhooks to callback_port: the daemon's own port, unless a test puts a Wire before it.
    """

    def __init__(self, gate=False):
        self.folder = Path(tempfile.mkdtemp(prefix="destek-house-"))
        self._keep = os.environ.get("DESTEK_TEST_KEEP") == "1"
        self._ports, (self.webhook_port, self.console_port, self.admin_port, self.graph_port,
                      self.gate_port, self.wire_port) = own_ports(6)
        self.callback_port = self.webhook_port
        self.data = self.folder / "data"
        self._meta_port = self.gate_port if gate else self.graph_port
        self.daemon = None
        self.sandbox = None
        self.ready = {}
        self.environment = {}  # extra variables for the daemon
        self.slowest_start = 0.0
        self._write_config()

    def __enter__(self):
        return self

    def __exit__(self, failed, *_):
        for program in (self.daemon, self.sandbox):
            if program and program.running():
                program.resume()
                program.end(signal.SIGKILL)
        self._ports.close()
        if failed:
            print(self.log_tail())
        if self._keep:
            print(f"kept: {self.folder}")
        else:
            shutil.rmtree(self.folder, ignore_errors=True)

    def _write_config(self):
        folder = self.folder / "cfg"
        folder.mkdir(mode=0o700)
        for name, text in (("token", GRAPH_TOKEN), ("appsecret", APP_SECRET),
                           ("verify", VERIFY_TOKEN)):
            path = folder / name
            path.touch(mode=0o600)
            path.write_text(text)
        config = {
            "dataDir": "../data",
            "webhook": {"address": "127.0.0.1", "port": self.webhook_port},
            "console": {"address": "127.0.0.1", "port": self.console_port,
                        "hostNames": ["localhost"]},
            "admin": {"port": self.admin_port},
            "graph": {"baseUrl": f"http://127.0.0.1:{self._meta_port}", "version": "v23.0",
                      "tokenFile": "token", "appSecretFile": "appsecret",
                      "verifyTokenFile": "verify", "phoneNumberId": PHONE_NUMBER_ID,
                      "wabaId": WABA_ID, "displayNumber": DISPLAY_NUMBER},
            "organisation": {"name": "Mes Yazılım", "contact": "destek@mesyazilim.com"},
            "demo": True,
        }
        self.config = folder / "destekd.json"
        self.config.write_text(json.dumps(config))

    # --- destekd ---------------------------------------------------------------------------

    def spawn_daemon(self):
        """Starts it and does not wait."""
        self.daemon = Program(
            [bin_dir() / "destekd", "serve", "--config", self.config, "--json"],
            {**os.environ, **self.environment}, self.folder / "destekd.log")

    def await_daemon(self):
        began = time.monotonic()
        self.ready = self.daemon.first_line()
        if not self.ready or self.ready.get("event") != "ready":
            raise Trouble(f"destekd did not start: {self.ready}\n{self.log_tail()}")
        self.slowest_start = max(self.slowest_start, time.monotonic() - began)
        return self.ready

    def start_daemon(self):
        self.spawn_daemon()
        return self.await_daemon()

    def kill_daemon(self):
        """As a power cut looks to the process; the kernel keeps what was written."""
        return self.daemon.end(signal.SIGKILL)

    def stop_daemon(self):
        code = self.daemon.end(signal.SIGTERM)
        if code != 0:
            raise Trouble(f"destekd ended with {code}\n{self.log_tail()}")

    def command(self, *words):
        """A subcommand of destekd, as an administrator types it: (exit code, JSON)."""
        run = subprocess.run(
            [bin_dir() / "destekd", *words, "--config", self.config, "--json"],
            env={**os.environ, **self.environment}, capture_output=True, timeout=PATIENCE * 2)
        lines = run.stdout.decode().strip().splitlines()
        return run.returncode, json.loads(lines[-1]) if lines else {}

    def pairing_link(self):
        """For one more console."""
        code, answer = self.command("pair")
        if code != 0:
            raise Trouble(f"no pairing link: {answer}")
        return next(v for v in answer.values() if str(v).startswith("destek://"))

    def status(self):
        """What `destekd status` prints, without the cost of another process."""
        door = json.loads((self.data / "admin.json").read_text())
        answer = http_json(door["port"], "POST", "/admin/command",
                           {"command": "status", "arguments": {}},
                           {"Authorization": f"Bearer {door['token']}"})[1]
        return answer["answer"]

    def metrics(self):
        """Name to number, from /metrics."""
        text = http_json(self.admin_port, "GET", "/metrics")[1]
        pairs = (line.rsplit(" ", 1) for line in text.splitlines()
                 if line and not line.startswith("#"))
        return {name: float(value) for name, value in pairs}

    def settled(self):
        """Every stored webhook has been applied."""
        wait_for(lambda: self.status()["pendingBodies"] == 0, "webhooks being applied",
                 PATIENCE * 10)

    # --- destek-sandbox --------------------------------------------------------------------

    def start_sandbox(self, *options):
        environment = {**os.environ, "DESTEK_SANDBOX_APP_SECRET": APP_SECRET,
                       "DESTEK_SANDBOX_TOKEN": GRAPH_TOKEN,
                       "DESTEK_SANDBOX_VERIFY_TOKEN": VERIFY_TOKEN}
        self.sandbox = Program(
            [bin_dir() / "destek-sandbox", "--port", self.graph_port, "--quiet",
             "--callback", f"http://127.0.0.1:{self.callback_port}/webhook",
             "--phone-number-id", PHONE_NUMBER_ID, "--waba-id", WABA_ID,
             "--display-number", DISPLAY_NUMBER, *options],
            environment, self.folder / "sandbox.log")
        ready = self.sandbox.first_line()
        if not ready or not ready.get("ready"):
            raise Trouble(f"destek-sandbox did not start: {ready}\n{self.log_tail()}")

    def order(self, what, details=None):
        """POST /control/<what>."""
        status, answer = http_json(self.graph_port, "POST", f"/control/{what}", details or {})
        if status != 200:
            raise Trouble(f"the sandbox refused {what}: {answer}")
        return answer

    def ask(self, name):
        """GET /control/<name>."""
        return http_json(self.graph_port, "GET", f"/control/{name}")[1]

    def log_tail(self):
        tail = []
        for name in ("destekd.log", "sandbox.log"):
            path = self.folder / name
            if path.exists():
                tail.append(f"--- {name}\n" + path.read_text(errors="replace")[-3000:])
        return "\n".join(tail)
