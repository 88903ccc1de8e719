"""A message to a customer is never doubled and never vanishes (R-14; trust.md I3).

destekd is killed at every step around a send, and Meta's answer is lost in every way; a gate
between the two counts what was really sent. Each message goes out at most once unless a named
person decides to resend it, and ends as taken, as failed, or as unknown and shown so. What Meta
took is recognised later by its status webhooks.
"""

import os
import random
import sys
import time
import uuid
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "kit"))
import gate as at_gate  # noqa: E402
from console_side import Console  # noqa: E402
from gate import Gate  # noqa: E402
from house import House, Trouble, wait_for  # noqa: E402

ROUNDS = int(os.environ.get("DESTEK_FAULT_ROUNDS", "48"))
SEED = int(os.environ.get("DESTEK_FAULT_SEED", str(random.randrange(1 << 30))))
PEOPLE = [f"90555000{3000 + i}" for i in range(4)]
TAKEN = {"sent", "delivered", "read"}
ENDS = TAKEN | {"unknown", "failed"}


class Rounds:
    def __init__(self, house, gate, console):
        self._house = house
        self._gate = gate
        self._console = console
        self._dice = random.Random(SEED)
        self._conversations = sorted(console.conversations())
        self.messages = {}  # id: name of its round
        self.resent = set()

    def states(self):
        found = {}
        for message in self._console.all_messages():
            if message["direction"] == "outbound":
                if message["id"] in found:
                    raise Trouble("a message stands in the thread twice")
                found[message["id"]] = message["state"]
        return found

    def play(self, number):
        steps = [self.before_claim, self.before_it_arrives, self.before_the_answer,
                 self.before_the_settling, self.after_the_settling, self.after_a_status,
                 self.cut_without_a_byte, self.cut_in_the_answer, self.answered_500]
        step = steps[number % len(steps)]
        message = str(uuid.uuid4())
        self.messages[message] = step.__name__
        step(message, self._conversations[number % len(self._conversations)])

    # --- killed ----------------------------------------------------------------------------

    def before_claim(self, message, conversation):
        self._console.send(conversation, "önce", message)
        time.sleep(self._dice.uniform(0, 0.006))
        self._restart()
        # A console that saw no answer sends the same id again and is told so.
        self._console.send(conversation, "önce", message)

    def before_it_arrives(self, message, conversation):
        self._held(at_gate.HOLD, message, conversation)

    def before_the_answer(self, message, conversation):
        self._held(at_gate.TAKE_AND_HOLD, message, conversation)

    def before_the_settling(self, message, conversation):
        before = self._gate.asked[message]
        self._console.send(conversation, "cevap yolda", message)
        wait_for(lambda: self._gate.asked[message] > before, "the request", every=0.001)
        time.sleep(self._dice.uniform(0, 0.012))
        self._restart()

    def after_the_settling(self, message, conversation):
        self._console.send(conversation, "kabul", message)
        self._wait_state(message, {"accepted"} | TAKEN)
        self._restart()

    def after_a_status(self, message, conversation):
        self._console.send(conversation, "durum", message)
        self._wait_state(message, TAKEN)
        self._restart()

    def _held(self, mode, message, conversation):
        self._gate.expect(message, mode)
        self._console.send(conversation, "bekletilen", message)
        if not self._gate.reached.wait(60):
            raise Trouble("the request never came")
        self._house.kill_daemon()
        self._gate.let_go.set()
        self._house.start_daemon()

    # --- answers lost ----------------------------------------------------------------------

    def cut_without_a_byte(self, message, conversation):
        self._lost(at_gate.TAKE_AND_CUT, message, conversation)

    def cut_in_the_answer(self, message, conversation):
        self._lost(at_gate.TAKE_AND_HALVE, message, conversation)

    def answered_500(self, message, conversation):
        self._lost(at_gate.TAKE_AND_FAIL, message, conversation)

    def _lost(self, mode, message, conversation):
        self._gate.expect(message, mode)
        self._console.send(conversation, "cevabı kayıp", message)
        self._wait_state(message, ENDS)

    # --- afterwards ------------------------------------------------------------------------

    def _restart(self):
        self._house.kill_daemon()
        self._house.start_daemon()

    def _wait_state(self, message, wanted):
        wait_for(lambda: self.states().get(message) in wanted, f"one of {sorted(wanted)}")

    def taken_by_meta(self):
        return [m["biz_opaque_callback_data"].split("#")[0] for m in self._house.ask("sent")]

    def all_ended(self):
        """Every message has its end, and those Meta took are known to be taken."""
        taken = set(self.taken_by_meta())
        states = self.states()
        return set(states) == set(self.messages) and all(
            state in (TAKEN if message in taken else ENDS) for message, state in states.items())

    def check_once(self):
        for message, name in self.messages.items():
            allowed = 2 if message in self.resent else 1
            if self._gate.asked[message] > allowed:
                raise Trouble(f"sent {self._gate.asked[message]} times: {name}")
        taken = self.taken_by_meta()
        if len(taken) != len(set(taken)):
            raise Trouble("Meta took a message twice")

    def never_arrived(self):
        return [m for m, name in self.messages.items() if name == "before_it_arrives"]

    def check_humans_decide(self):
        """Unknown stays unknown until a person decides; then it goes out once more."""
        unknown = [m for m, state in self.states().items() if state == "unknown"]
        held = self.never_arrived()
        if not set(held) <= set(unknown):
            raise Trouble("what never arrived at Meta is not shown as unknown")
        self._restart()
        self._wait_state(held[0], {"unknown"})
        self.check_once()
        resent, given_up = held[0], held[1]
        self._console.decide(resent, "resend")
        self._console.decide(given_up, "abandon")
        self.resent.add(resent)
        self._wait_state(resent, TAKEN)
        if self.states()[given_up] != "abandoned":
            raise Trouble("what was given up is not shown so")
        self.check_once()


def main():
    print(f"seed {SEED}, {ROUNDS} rounds")
    with House(gate=True) as house:
        house.start_sandbox("--speed", "20", "--pair-burst", "0", "--throughput", "0")
        gate = Gate(house)
        console = Console(house).enter(house.start_daemon())
        for phone in PEOPLE:
            house.order("inbound", {"from": phone, "name": phone, "text": "Merhaba"})
        wait_for(lambda: len(console.conversations()) == len(PEOPLE), "the conversations")
        rounds = Rounds(house, gate, console)
        number = 0
        while number < ROUNDS or len(rounds.never_arrived()) < 2:  # one to resend, one to give up
            rounds.play(number)
            rounds.check_once()
            number += 1
        wait_for(rounds.all_ended, "every message's end")
        rounds.check_once()
        rounds.check_humans_decide()
        house.stop_daemon()
        gate.close()
        ends = sorted(rounds.messages.values())
        print(f"{len(ends)} messages, {sum(gate.asked.values())} requests to send")


if __name__ == "__main__":
    main()
