#!/usr/bin/env python3
"""Takes pictures of the main screens: Turkish and English, light and dark.

usage: tour.py PROGRAMS DATA PICTURES

Starts a screen of its own if there is none, a stand-in for WhatsApp and a daemon on free
loopback ports, and then the console once per picture. Everything it started ends with it.
"""

import ctypes
import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

SCREENS = ("first-start", "inbox", "thread", "logs", "requests", "channel", "export", "erase")
ALONE = {"first-start"}  # needs no daemon
LANGUAGES = ("tr", "en")
THEMES = ("light", "dark")
PATIENCE = 30  # seconds for a program to become ready
ORGANISATION = "Mes Yazılım"
USER, PASSWORD = "ayse", "bir-deneme-parolasi-42"


class Trouble(Exception):
    """Something went wrong; `log` is where to look."""

    def __init__(self, text, log=None):
        super().__init__(text)
        self.log = log


def die_with_parent():
    pr_set_pdeathsig = 1
    ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGTERM)


class Programs:
    """What this script has started; stop() ends all of it, the last one first."""

    def __init__(self, logs):
        self._logs = logs
        self._running = []

    def start(self, command, name, **options):
        log = self._logs / f"{name}.log"
        with open(log, "wb") as errors:
            process = subprocess.Popen([str(word) for word in command], stderr=errors,
                                       stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                       start_new_session=True, preexec_fn=die_with_parent,
                                       **options)
        process.log = log
        self._running.append(process)
        return process

    def stop(self):
        for process in reversed(self._running):
            for sign in (signal.SIGTERM, signal.SIGKILL):
                if process.poll() is None:
                    os.killpg(process.pid, sign)
                    try:
                        process.wait(5)
                    except subprocess.TimeoutExpired:
                        pass
        self._running.clear()


def first_line(process, wanted, name):
    """The first JSON line on stdout that `wanted` accepts."""
    deadline = time.monotonic() + PATIENCE
    os.set_blocking(process.stdout.fileno(), False)
    text = b""
    while time.monotonic() < deadline:
        text += process.stdout.read() or b""
        *lines, text = text.split(b"\n")
        for line in lines:
            try:
                value = json.loads(line)
            except ValueError:
                continue
            if isinstance(value, dict) and wanted(value):
                return value
        if process.poll() is not None:
            raise Trouble(f"{name} ended with {process.returncode}", process.log)
        time.sleep(0.05)
    raise Trouble(f"{name} did not become ready within {PATIENCE} s", process.log)


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


def start_screen(programs):
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return
    if not shutil.which("Xvfb"):
        print("Xvfb is not installed: drawing offscreen, without a screen's own colours")
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        return
    ours, theirs = os.pipe()
    programs.start(["Xvfb", "-displayfd", theirs, "-screen", "0", "1440x900x24", "-nolisten",
                    "tcp"], "xvfb", pass_fds=(theirs,))
    os.close(theirs)
    with os.fdopen(ours) as answer:
        number = answer.readline().strip()
    if not number:
        raise Trouble("Xvfb did not start")
    os.environ["DISPLAY"] = ":" + number
    os.environ["QT_QPA_PLATFORM"] = "xcb"


class Demo:
    """A daemon and a stand-in for WhatsApp, fresh each time."""

    NUMBER = {"phoneNumberId": "100200300400", "wabaId": "500600700800",
              "displayNumber": "905550000000"}

    def __init__(self, bin_dir, folder, programs):
        self.bin, self.folder, self.programs = bin_dir, folder, programs
        self.sandbox_port, self.webhook, self.console_port, self.admin = free_ports(4)
        self.data = folder / "data"
        self.config = folder / "destekd.json"
        self.ready = None

    def start(self):
        files = {key: str(private_file(self.folder / name, secrets.token_urlsafe(24)))
                 for key, name in (("tokenFile", "token"), ("appSecretFile", "app-secret"),
                                   ("verifyTokenFile", "verify-token"))}
        self.data.mkdir(mode=0o700)
        private_file(self.config, json.dumps({
            "dataDir": str(self.data),
            "webhook": {"address": "127.0.0.1", "port": self.webhook},
            "console": {"address": "127.0.0.1", "port": self.console_port, "hostNames": ["localhost"]},
            "admin": {"port": self.admin},
            "graph": {"baseUrl": f"http://127.0.0.1:{self.sandbox_port}", "version": "v23.0",
                      **files, **self.NUMBER},
            "organisation": {"name": ORGANISATION}, "language": "tr", "demo": True}, indent=2))
        sandbox = {"port": self.sandbox_port, "seed": 7, "arrivals": 60,
                   "callback": f"http://127.0.0.1:{self.webhook}/webhook",
                   **{snake(key): value for key, value in {**files, **self.NUMBER}.items()}}
        private_file(self.folder / "sandbox.json", json.dumps(sandbox, indent=2))
        daemon = self.programs.start(
            [self.bin / "destekd", "serve", "--config", self.config, "--json"], "destekd")
        self.ready = first_line(daemon, lambda line: line.get("event") == "ready", "destekd")
        keep_reading(daemon)
        stand_in = self.programs.start(
            [self.bin / "destek-sandbox", "--config", self.folder / "sandbox.json"], "sandbox")
        first_line(stand_in, lambda line: line.get("ready"), "destek-sandbox")
        keep_reading(stand_in)

    def command(self, *words):
        """A subcommand of destekd; its JSON answer."""
        done = subprocess.run([self.bin / "destekd", *words, "--config", self.config, "--json"],
                              capture_output=True, text=True, timeout=PATIENCE, check=False,
                              stdin=subprocess.DEVNULL)
        if done.returncode != 0:
            log = self.folder / "command.log"
            log.write_text(done.stdout + done.stderr, encoding="utf-8")
            raise Trouble(f"destekd {' '.join(words[:2])} ended with {done.returncode}", log)
        return json.loads(done.stdout.strip().splitlines()[-1])

    def add_user(self):
        password = private_file(self.folder / "password", PASSWORD + "\n")
        self.command("user", "add", USER, "--display-name", "Ayşe D.", "--roles",
                     "agent,supervisor,privacy_officer,administrator",
                     "--password-file", str(password))
        login = json.dumps({"user": USER, "password": PASSWORD})
        return private_file(self.folder / "login.json", login)

    def pairing_uri(self):
        return self.command("pair")["uri"]

    def wait_for_customers(self, wanted=8, seconds=20):
        """Until that many webhooks have been taken; fewer are no reason to stop."""
        deadline = time.monotonic() + seconds
        url = f"http://127.0.0.1:{self.sandbox_port}/control/counts"
        while time.monotonic() < deadline:
            try:
                with urllib.request.urlopen(url, timeout=2) as answer:
                    if json.load(answer)["webhooks"]["acknowledged"] >= wanted:
                        break
            except (urllib.error.URLError, ValueError, KeyError, OSError):
                pass
            time.sleep(0.5)
        time.sleep(1)


ANSWERS = ("Merhaba, hemen bakıyorum.", "Merhaba, kaydınızı buldum; birkaç dakika içinde yazıyorum.",
           "Merhaba, mektubunuz bugün yola çıktı.", "Merhaba, faturanızı düzeltip gönderiyoruz.",
           "Hello, I am looking into it right now.", "Merhaba, bilgi için teşekkür ederiz.")


def answer_some(demo):
    """Answers a few customers, so that the pictures show ticks; the busiest conversation's id."""
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "kit"))
    import console_side  # pylint: disable=import-outside-toplevel
    console_side.USER, console_side.PASSWORD = USER, PASSWORD
    agent = console_side.Console(demo).enter({"pairingUri": demo.pairing_uri()}, "Masa 2")
    rows = [row for row in agent.conversations().values()
            if row["waiting"] and "freeTextRefusal" not in row]
    rows.sort(key=lambda row: row["lastAt"], reverse=True)
    chosen = rows[1:1 + len(ANSWERS)]
    for row, text in zip(chosen, ANSWERS):
        agent.send(row["id"], text)
    time.sleep(20)  # they read and write back
    return max(chosen, key=lambda row: len(agent.messages(row["id"])))["id"] if chosen else None


def keep_reading(process):
    """Nobody else reads the pipe: a full one would stop the program."""
    os.set_blocking(process.stdout.fileno(), True)
    threading.Thread(target=process.stdout.read, daemon=True).start()


def snake(key):
    return "".join("_" + letter.lower() if letter.isupper() else letter for letter in key)


def take_picture(bin_dir, demo, login, target, look, programs, conversation):
    screen, language, theme = look
    profile = demo.folder / "profiles" / target.stem
    profile.mkdir(parents=True, mode=0o700)
    command = [bin_dir / "destek", "--profile", profile, "--language", language, "--theme", theme,
               "--screen", screen, "--screenshot", target, "--quit-after", "30"]
    if screen not in ALONE:
        command += ["--connect", demo.pairing_uri(), "--login-file", login]
    if screen == "thread" and conversation:
        command += ["--open", str(conversation)]
    console = programs.start(command, f"console-{target.stem}")
    keep_reading(console)
    try:
        status = console.wait(60)
    except subprocess.TimeoutExpired:
        raise Trouble(f"the console did not end by itself ({screen})", console.log) from None
    if status != 0:
        raise Trouble(f"the console ended with {status} ({screen})", console.log)
    if not target.is_file() or target.stat().st_size < 1000:
        raise Trouble(f"no picture of {screen}", console.log)


def tour(bin_dir, folder, pictures, programs):
    start_screen(programs)
    demo = Demo(bin_dir, folder, programs)
    demo.start()
    login = demo.add_user()
    demo.wait_for_customers()
    conversation = answer_some(demo)
    number = 0
    for language in LANGUAGES:
        for theme in THEMES:
            for screen in SCREENS:
                number += 1
                target = pictures / f"{number:02}-{screen}-{language}-{theme}.png"
                take_picture(bin_dir, demo, login, target, (screen, language, theme), programs,
                             conversation)
                print(target, flush=True)
    return number


def main(arguments):
    if len(arguments) != 4:
        print(__doc__)
        return 64
    bin_dir, data, pictures = (Path(argument).resolve() for argument in arguments[1:])
    folder = data / "tour"
    for place in (folder, pictures):
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
    folder.chmod(0o700)
    (folder / "logs").mkdir()
    programs = Programs(folder / "logs")
    for sign in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(sign, lambda number, frame: sys.exit(128 + number))
    try:
        count = tour(bin_dir, folder, pictures, programs)
        print(f"{count} pictures in {pictures}")
        return 0
    except Trouble as trouble:
        print(f"The tour stopped: {trouble}")
        if trouble.log and Path(trouble.log).exists():
            print(f"-- the last lines of {trouble.log}:")
            print("\n".join(Path(trouble.log).read_text(errors="replace").splitlines()[-30:]))
        return 1
    finally:
        programs.stop()


if __name__ == "__main__":
    sys.exit(main(sys.argv))
