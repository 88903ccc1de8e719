"""kill -9 at random moments while webhooks pour in (trust.md 3.2; I1, I2, I8, I11).

Several connections post signed webhooks and note each 200 in a list of their own. The daemon is
killed DESTEK_FAULT_KILLS times (300), also while it is still starting, always on the same data.
Afterwards every acknowledged message is in exactly one thread exactly once, nothing unasked is
there, statuses are counted once and only climb, the change feed has no gap and the audit log
verifies.
"""

import os
import random
import sqlite3
import sys
import threading
import time
import uuid
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "kit"))
from console_side import Console  # noqa: E402
from house import House, Trouble, wait_for  # noqa: E402
from meta_side import Line, status_update, text_message  # noqa: E402

KILLS = int(os.environ.get("DESTEK_FAULT_KILLS", "300"))
SEED = int(os.environ.get("DESTEK_FAULT_SEED", str(random.randrange(1 << 30))))
SENDERS = 6
PEOPLE = [(f"90555000{1000 + i}", f"Kişi {i}") for i in range(12)]
CLIMB = ["sent", "delivered", "read"]


class Sender(threading.Thread):
    """One of Meta's connections: posts, repeats what was not answered 200, sometimes gives up,
    sometimes delivers twice."""

    def __init__(self, number, port, own_messages, stop):
        super().__init__(daemon=True)
        self._dice = random.Random(SEED * 31 + number)
        self._line = Line(port)
        self._stop_asked = stop
        self._number = number
        self._own = own_messages  # our own messages' ids, for statuses
        self.acknowledged = []  # texts
        self.perhaps = set()  # posted, never answered 200
        self.statuses = set()  # (message id, state) acknowledged
        self._delivered = []  # bodies, to deliver again

    def run(self):
        serial = 0
        while not self._stop_asked.is_set():
            serial += 1
            roll = self._dice.random()
            if roll < 0.1 and self._delivered:
                self._line.post(self._dice.choice(self._delivered[-200:]))
            elif roll < 0.2 and self._own:
                self._status()
            else:
                self._message(serial)
            time.sleep(self._dice.uniform(0, 0.005))

    def _message(self, serial):
        phone, name = self._dice.choice(PEOPLE)
        text = f"{name} yazıyor {self._number}.{serial}"
        body = text_message(phone, name, f"wamid.KILL{self._number}.{serial}", text)
        self.perhaps.add(text)
        if self._deliver(body):
            self.acknowledged.append(text)
            self.perhaps.discard(text)
            self._delivered.append(body)

    def _status(self):
        own, state = self._dice.choice(self._own), self._dice.choice(CLIMB)
        body = status_update(f"wamid.OWN{own}", state, PEOPLE[0][0], callback_data=own)
        if self._deliver(body):
            self.statuses.add((own, state))
            self._delivered.append(body)

    def _deliver(self, body):
        """True once answered 200; one in five is given up after its first failure."""
        gives_up = self._dice.random() < 0.2
        while not self._stop_asked.is_set():
            if self._line.post(body) == 200:
                return True
            if gives_up:
                return False
            time.sleep(0.01)
        return False


def kill_again_and_again(house, dice):
    for _ in range(KILLS):
        house.spawn_daemon()
        if dice.random() < 0.25:
            time.sleep(dice.uniform(0, 0.25))  # somewhere in its start
        else:
            house.await_daemon()
            time.sleep(dice.choice([0.02, 0.1, 0.4]) * dice.random())
        house.kill_daemon()


def check_messages(console, senders):
    seen = Counter()
    homes = {}
    for conversation, row in console.conversations().items():
        for message in console.messages(conversation):
            if message["direction"] != "inbound":
                continue
            seen[message["text"]] += 1
            homes[message["text"]] = row["name"]
    acknowledged = [text for sender in senders for text in sender.acknowledged]
    perhaps = {text for sender in senders for text in sender.perhaps}
    lost = [text for text in acknowledged if seen[text] == 0]
    doubled = [text for text, count in seen.items() if count > 1]
    unasked = set(seen) - set(acknowledged) - perhaps
    strayed = [text for text, name in homes.items() if not text.startswith(name + " ")]
    print(f"acknowledged {len(acknowledged)}, unanswered {len(perhaps)}, stored {len(seen)}")
    for what, which in (("lost", lost), ("doubled", doubled), ("unasked", unasked),
                        ("in another's thread", strayed)):
        if which:
            raise Trouble(f"{len(which)} {what}: {sorted(which)[:5]}")


def check_statuses(console, own, senders):
    """The shown state is the highest one that was acknowledged."""
    highest = {message: -1 for message in own}
    for sender in senders:
        for message, state in sender.statuses:
            highest[message] = max(highest[message], CLIMB.index(state))
    shown = {m["id"]: m["state"] for m in console.all_messages() if m["direction"] == "outbound"}
    if set(shown) != set(own):
        raise Trouble("our own messages are not all there, once")
    for message, rank in highest.items():
        if rank >= 0 and CLIMB.index(shown[message]) < rank:
            raise Trouble(f"{message} is shown {shown[message]}, {CLIMB[rank]} was acknowledged")


def check_books(house):
    """With the daemon stopped: structure only, contents are sealed."""
    with sqlite3.connect(f"file:{house.data}/destek.db?mode=ro", uri=True) as books:
        count, lowest, highest = books.execute(
            "SELECT count(*), min(seq), max(seq) FROM change_feed").fetchone()
        if count != highest - lowest + 1:
            raise Trouble(f"the change feed has gaps: {count} of {lowest}..{highest}")
        if books.execute("PRAGMA quick_check").fetchone()[0] != "ok":
            raise Trouble("quick_check does not say ok")
        if books.execute("SELECT count(*) FROM dead_letter").fetchone()[0] != 0:
            raise Trouble("something became a dead letter")
    code, answer = house.command("audit", "verify")
    if code != 0:
        raise Trouble(f"the audit log does not verify: {answer}")


def main():
    print(f"seed {SEED}, {KILLS} kills")
    with House() as house:
        console = Console(house).enter(house.start_daemon())
        first = Line(house.webhook_port)
        if first.post(text_message(*PEOPLE[0], "wamid.FIRST", "Kişi 0 başladı")) != 200:
            raise Trouble("the first webhook was not taken")
        conversation = wait_for(console.conversations, "the first conversation").popitem()[0]
        own = [console.send(conversation, f"cevap {i}", str(uuid.uuid4())) for i in range(10)]
        # Nobody listens at Graph: each ends as unknown, and stays so without a status.
        wait_for(lambda: house.status()["queuedMessages"] == 0
                 and house.metrics()["destek_sends_in_flight"] == 0, "the sends' end")
        house.kill_daemon()

        stop = threading.Event()
        senders = [Sender(n, house.webhook_port, own, stop) for n in range(SENDERS)]
        senders[0].acknowledged.append("Kişi 0 başladı")
        for sender in senders:
            sender.start()
        kill_again_and_again(house, random.Random(SEED))
        house.start_daemon()
        stop.set()
        for sender in senders:
            sender.join()
        house.settled()
        console.close()
        check_messages(console, senders)
        check_statuses(console, own, senders)
        house.stop_daemon()
        check_books(house)
        print(f"slowest start after a kill: {house.slowest_start:.2f} s")


if __name__ == "__main__":
    main()
