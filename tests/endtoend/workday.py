"""A day of two agents at two consoles, with the real daemon and the sandbox's customers
(R-14, R-26, R-30, R-58).

Hands and eyes are in workday.cpp; here are the house, the customers, the network of the first
console and, at the end, the sandbox's book: every answer is in it exactly once.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "kit"))
from console_side import Console  # noqa: E402
from house import PATIENCE, House, Trouble, bin_dir, ends_with_the_test, wait_for  # noqa: E402
from wire import Wire  # noqa: E402

PASSWORD = "bir-gunluk-parola-1923"
AGENTS = (("ayse", "Ayşe D."), ("burak", "Burak K."))
ANSWERS = ("Merhaba Ayla Hanım, hemen bakıyorum.", "Ayla Hanım, paketiniz bugün yola çıkıyor.",
           "Yarın onda arıyoruz.", "Bu satır hat yokken yazıldı.")
NEVER = ("Ben de yazayım", "Bir şey daha")


def add_agents(house):
    secret = house.folder / "password"
    secret.touch(mode=0o600)
    secret.write_text(PASSWORD + "\n")
    for name, shown in AGENTS:
        code, answer = house.command("user", "add", name, "--display-name", shown, "--roles",
                                     "agent", "--password-file", str(secret))
        if code != 0:
            raise Trouble(f"no agent {name}: {answer}")
        profile = house.folder / name
        profile.mkdir(mode=0o700)


class Network:
    """The line between the first console and the daemon."""

    def __init__(self, house):
        self._house = house
        self._wire = Wire(house.wire_port, house.console_port)

    def cut(self, away):
        if away:
            self._wire.close()
        else:
            self._wire = Wire(self._house.wire_port, self._house.console_port)


def obey(house, network, line):
    """What the consoles' side asks for; the answer to it."""
    order = json.loads(line)
    if "order" in order:
        return house.order(order["order"], order["with"])
    if "cut" in order:
        network.cut(order["cut"])
        return {}
    if order.get("ask") == "taken":
        return {"count": len(house.ask("sent"))}
    raise Trouble(f"not understood: {line}")


def work(house, network):
    near, far = house.pairing_link(), house.pairing_link()
    near = near.replace(f":{house.console_port}", f":{house.wire_port}")
    program = subprocess.Popen(
        [str(bin_dir() / "destek-test-workday"), str(house.folder), near, far],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, preexec_fn=ends_with_the_test,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(house.folder)})
    try:
        for line in program.stdout:
            answer = obey(house, network, line)
            program.stdin.write(json.dumps(answer) + "\n")
            program.stdin.flush()
        if program.wait(PATIENCE) != 0:
            raise Trouble(f"the day ended badly: {program.returncode}")
    finally:
        program.kill()
        program.wait()


def check_book(house):
    """The customers' side: each answer once, nothing that must not go out."""
    def texts():
        return [(m["body"].get("text") or {}).get("body", "") for m in house.ask("sent")]
    wait_for(lambda: all(answer in texts() for answer in ANSWERS), "every answer in the book")
    for answer in ANSWERS:
        if texts().count(answer) != 1:
            raise Trouble(f"{answer!r} went out {texts().count(answer)} times")
    for word in NEVER:
        if any(word in text for text in texts()):
            raise Trouble(f"{word!r} went out")
    books = house.ask("books")["out"]
    if books["refused"]:
        raise Trouble(f"the sandbox refused something: {books['refused']}")


def main():
    with House() as house:
        house.start_sandbox("--speed", "10")
        Console(house).enter(house.start_daemon(), "the administrator's desk")
        add_agents(house)
        work(house, Network(house))
        house.settled()
        check_book(house)
        if house.command("audit", "verify")[0] != 0:
            raise Trouble("the audit log does not verify")
        house.stop_daemon()
        print("a day of two agents")


if __name__ == "__main__":
    main()
