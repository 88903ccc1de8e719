"""destekd is killed while it erases somebody (R-26, R-29, R-30; trust.md 3.2, I7).

After each kill and start the person is whole or gone, never between; asked again, gone. In the
end everybody is erased, each with one record, what they wrote does not come back when Meta
delivers it again, and the audit log verifies.
"""

import http.client
import os
import random
import sys
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "kit"))
from console_side import Console  # noqa: E402
from house import House, Trouble  # noqa: E402
from meta_side import Line, text_message  # noqa: E402

ROUNDS = int(os.environ.get("DESTEK_FAULT_ERASURES", "25"))
SEED = int(os.environ.get("DESTEK_FAULT_SEED", str(random.randrange(1 << 30))))
LINES = 4  # per person


def erase(console, contact):
    """True once destekd says that it is done; False if it was killed meanwhile or knows nobody
    by this number any more."""
    try:
        status, _ = console.request("POST", f"/v1/contacts/{contact}/erasure",
                                    {"reason": "başvuru", "confirmed": True})
    except (OSError, http.client.HTTPException):
        return False
    if status not in (200, 404):
        raise Trouble(f"the erasure answered {status}")
    return status == 200


def records(console):
    return console.get("/v1/destruction-records")["records"]


def whole_or_gone(console, conversation, wrote):
    """True if gone; Trouble if something is left or something is missing."""
    listed = conversation in console.conversations()
    status, page = console.request("GET", f"/v1/conversations/{conversation}/messages?limit=200")
    if listed != (status == 200):
        raise Trouble(f"listed: {listed}, but the thread answers {status}")
    if status == 200 and sorted(m["text"] for m in page["messages"]) != sorted(wrote):
        raise Trouble("a part of the person is left")
    return not listed


def play(house, console, dice, number):
    """Writes as a new person, erases them with a kill in between; their webhooks."""
    console.step_up()  # holds for minutes only, and a busy machine takes longer for all of them
    phone, name = f"90555000{5000 + number}", f"Silinecek {number}"
    wrote = [f"{name} {i}" for i in range(LINES)]
    bodies = [text_message(phone, name, f"wamid.ERASE{number}.{i}", text)
              for i, text in enumerate(wrote)]
    line = Line(house.webhook_port)
    for body in bodies:
        if line.post(body) != 200:
            raise Trouble("a webhook was not taken")
    line.close()
    house.settled()
    row = next(r for r in console.conversations().values() if r["name"] == name)
    done = []
    eraser = threading.Thread(target=lambda: done.append(erase(console, row["contact"])))
    eraser.start()
    time.sleep(dice.uniform(0, 0.06))
    house.kill_daemon()
    house.start_daemon()  # while the other side may still try again
    eraser.join()
    console.close()
    gone = whole_or_gone(console, row["id"], wrote)
    if done[0] and not gone:
        raise Trouble("answered as done, and the person is there")
    if not gone:
        console.step_up()
        if not erase(console, row["contact"]):
            raise Trouble("it could not be done after the restart")
    if not whole_or_gone(console, row["id"], wrote):
        raise Trouble("erased, and still there")
    if len(records(console)) != number + 1:
        raise Trouble(f"{len(records(console))} records after {number + 1} erasures")
    return bodies, gone


def main():
    print(f"seed {SEED}, {ROUNDS} erasures")
    dice = random.Random(SEED)
    with House() as house:
        console = Console(house).enter(house.start_daemon())
        bodies, finished = [], 0
        for number in range(ROUNDS):
            own, gone = play(house, console, dice, number)
            bodies += own
            finished += gone
        line = Line(house.webhook_port)
        for body in bodies:
            if line.post(body) != 200:
                raise Trouble("a webhook was not taken again")
        house.settled()
        if console.conversations():
            raise Trouble("redelivery brought somebody back")
        house.stop_daemon()
        code, answer = house.command("audit", "verify")
        if code != 0:
            raise Trouble(f"the audit log does not verify: {answer}")
        print(f"{finished} of them were finished by or before the restart")


if __name__ == "__main__":
    main()
