"""A night of chaos ends with equal books (R-05, R-06, R-14; facts/whatsapp.md 1.5).

Customers send every kind of message, change numbers and names, and are written to from the phone
and by others as well; agents answer with everything an agent may send. Meanwhile webhooks come
twice, late and out of order, Meta and the daemon are away in turns, lines are cut, answers are
lost or refused, and the daemon is killed at any moment. Then it grows quiet, everything that is
owed is delivered, and what the sandbox knows and what the daemon's store holds must be the same:
message by message, status by status, person by person, in its order and as a thread shows it.
Every request to send is held against Meta's own description on the way.

DESTEK_CHAOS_SECONDS (60) is the length of the night; scripts/chaos asks for longer ones.
"""

import os
import random
import signal
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "kit"))
from chaos_books import DaemonBooks, MetaBooks, compare  # noqa: E402
from chaos_agents import Agent  # noqa: E402
from chaos_people import PEOPLE, Customers  # noqa: E402
from console_side import Console  # noqa: E402
from gate import Gate  # noqa: E402
from house import House, Trouble, wait_for  # noqa: E402
from meta_schema import MetaSchema  # noqa: E402
from wire import Wire  # noqa: E402

SECONDS = float(os.environ.get("DESTEK_CHAOS_SECONDS", "60"))
SEED = int(os.environ.get("DESTEK_FAULT_SEED", str(random.randrange(1 << 30))))


class Weather:
    """What goes wrong, one thing after another, on the test's own thread."""

    def __init__(self, house, wire):
        self._house = house
        self._wire = wire
        self._dice = random.Random(f"{SEED} weather")
        self.happened = {}

    def blow(self, until):
        events = [self.rough_net, self.rough_net, self.meta_away, self.webhooks_away,
                  self.line_cut, self.line_cut, self.meta_refuses, self.meta_fails, self.fails_later, self.answer_cut,
                  self.garbage, self.files_fail,
                  self.daemon_killed, self.daemon_killed, self.daemon_stopped,
                  self.daemon_frozen, self.meta_frozen]
        while time.monotonic() < until:
            event = self._dice.choice(events)
            event()
            for name in ("daemon", "sandbox"):
                if not getattr(self._house, name).running():
                    raise Trouble(f"the {name} ended by itself: {self._house.log_tail()}")
            self.happened[event.__name__] = self.happened.get(event.__name__, 0) + 1
            self._wait(0.2, 1.5)

    def _wait(self, least, most):
        time.sleep(self._dice.uniform(least, most))

    def rough_net(self):
        self._house.order("weather", {"duplicates": self._dice.random() * 0.5,
                                      "reorder": self._dice.random() * 0.6,
                                      "delay_ms": self._dice.choice([0, 0, 200, 2000]),
                                      "batch": self._dice.choice([1, 3, 100]),
                                      "parallel": self._dice.randint(1, 6)})

    def meta_away(self):
        self._away({"graph": True, "webhooks": False})

    def webhooks_away(self):
        self._away({"graph": self._dice.random() < 0.3, "webhooks": True})

    def _away(self, what):
        self._house.order("outage", {"on": True, **what})
        self._wait(0.3, 2.5)
        self._house.order("outage", {"on": False})

    def line_cut(self):
        """In the middle of a webhook, or of its answer."""
        self._wire.cut()

    def meta_refuses(self):
        self._house.order("fail-next", {"code": self._dice.choice([130429, 131026, 100, 368]),
                                        "count": self._dice.randint(1, 3)})

    def meta_fails(self):
        """500, and nobody says whether it went out."""
        self._house.order("fail-next", {"code": 131000, "http_status": 500, "count": 2,
                                        "processed": self._dice.random() < 0.5})

    def fails_later(self):
        """Taken, and some moments later a status says that it failed: for good, or put off."""
        code = self._dice.choice([131026, 131049, 131053, 130429])
        self._house.order("fail-later", {"code": code,
                                         "count": self._dice.randint(1, 3),
                                         "after": self._dice.choice(["sent", ""])})

    def files_fail(self):
        """One at a time: bytes that are wrong again and again are given up, rightly."""
        self._house.order("media", {"fault": self._dice.choice(
            ["not_found", "wrong_hash", "wrong_size", "cut"]), "count": 1})

    def answer_cut(self):
        self._house.order("drop-next", {"count": self._dice.randint(1, 3)})

    def garbage(self):
        """Signed, and no JSON; each one different."""
        self._house.order("raw", {"body": "{\"entry\": [" + str(self._dice.random())})

    def daemon_killed(self):
        code = self._house.kill_daemon()
        if code != -signal.SIGKILL:
            raise Trouble(f"the daemon had ended by itself, with {code}")
        self._wait(0, 1)
        self._house.start_daemon()

    def daemon_stopped(self):
        self._house.stop_daemon()
        self._wait(0, 1)
        self._house.start_daemon()

    def daemon_frozen(self):
        self._house.daemon.pause()
        self._wait(0.2, 2)
        self._house.daemon.resume()

    def meta_frozen(self):
        self._house.sandbox.pause()
        self._wait(0.2, 2)
        self._house.sandbox.resume()

    def calm(self):
        self._house.order("weather", {"duplicates": 0, "reorder": 0, "delay_ms": 0,
                                      "batch": 3, "parallel": 4})
        self._house.order("outage", {"on": False})
        self._house.order("media", {"fault": "not_found", "count": 0})
        for what in ("fail-next", "fail-later", "drop-next", "silence-next"):
            self._house.order(what, {"code": 131000, "count": 0} if what.startswith("fail")
                              else {"count": 0})


def at_rest(message):
    """Has the phone of a customer said all it will say?"""
    if message["type"] == "reaction":
        return message["status"] in ("sent", "failed")
    if message["body"].get("audio", {}).get("voice"):
        return message["status"] in ("played", "failed")
    return message["status"] in ("read", "failed")


def quiet(house, console):
    """Until nobody owes anybody anything. The longer the night, the longer: a message in six
    seconds is all that WhatsApp takes for one person."""
    def owed():
        """What is, as a count of some kind; empty in the end."""
        status = house.status()
        for what in ("pendingBodies", "waitingMedia", "queuedMessages"):
            if status[what]:
                return {what: status[what]}  # a file that failed is asked for again, more rarely
        if pending := house.ask("counts")["webhooks"]["pending"]:
            return {"webhooks": pending}
        if moving := sum(not at_rest(m) for m in house.ask("sent")):
            return {"receipts": moving}
        states = Counter(m["state"] for m in console.all_messages() if m["direction"] == "outbound"
                         and m["content"].get("provenance", "cloud") != "history")
        return {s: states[s] for s in ("queued", "sending", "accepted") if states[s]}

    deadline = time.monotonic() + 600 + 2 * SECONDS
    while last := owed():
        if time.monotonic() > deadline:
            raise Trouble(f"still owed: {last}")
        time.sleep(0.5)


def counted(happened):
    return ", ".join(f"{n} {what}" for what, n in sorted(happened.items()))


def night(house, gate):
    house.callback_port = house.wire_port
    wire = Wire(house.wire_port, house.webhook_port)
    house.start_sandbox("--speed", "20", "--pair-burst", "0", "--throughput", "0", "--seed",
                        str(SEED % (1 << 31)))
    ready = house.start_daemon()
    console = Console(house).enter(ready)
    customers = Customers(house, SEED, pause=0.12)
    customers.everybody_writes()
    wait_for(lambda: len(console.conversations()) == PEOPLE, "a conversation with everybody")
    wait_for(lambda: console.templates(), "the account's templates")
    agents = [Agent(house, f"agent {n}", SEED, 0.4, {"pairingUri": house.pairing_link()})
              for n in (1, 2)]
    for actor in (customers, *agents):
        actor.start()
    weather = Weather(house, wire)
    weather.blow(time.monotonic() + SECONDS)
    for actor in (customers, *agents):
        actor.finish()
    weather.calm()
    print("weather: " + counted(weather.happened) + f"; {wire.cuts} connections cut")
    print("customers also: " + counted(customers.events))
    console.close()  # left alone in a long night, its session has ended
    console = Console(house).enter({"pairingUri": house.pairing_link()}, "morning")
    quiet(house, console)
    console.close()
    house.stop_daemon()
    wire.close()
    kinds = MetaSchema().judge(gate.requests)
    print("requests as Meta describes them: " + counted(kinds))
    promised = {i: kind for agent in agents for i, kind in agent.promised.items()}
    print(f"{customers.count} messages written, {len(promised)} answers promised, "
          f"{sum(agent.refused for agent in agents)} refused, "
          f"{sum(gate.asked.values())} requests to send")
    entries = compare(MetaBooks(house, customers), DaemonBooks(house.folder), promised)
    print(f"{entries} entries, the same on both sides")


def main():
    print(f"seed {SEED}, {SECONDS:.0f} seconds")
    with House(gate=True) as house:
        gate = Gate(house)
        night(house, gate)
        gate.close()
    print("the books are equal")


if __name__ == "__main__":
    main()
