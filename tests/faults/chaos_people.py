"""Who is up in a night of chaos: the customers. They send whatever WhatsApp knows, change numbers
and names, and are written to from the telephone and by others as well. Each actor has its own
dice, made from the night's seed.
"""

import random
import threading
import time

from house import Trouble, http_json

PEOPLE = 16
TEXTS = ["Merhaba", "Mektubum nerede? 📬", "*acil* _lütfen_", "Teşekkürler 🙏", "İyi günler ıIiİ",
         "a" * 900, "\u202egnp.exe", "4111 1111 1111 1111", "0", "satır\nsatır\n\nsatır"]
EMOJIS = ["👍", "❤️", "🙂", ""]


class Actor(threading.Thread):
    """Does turn() until told to stop; keeps the first trouble it meets."""

    def __init__(self, name, seed, pause):
        super().__init__(name=name, daemon=True)
        self.dice = random.Random(f"{seed} {name}")
        self.trouble = None
        self._pause = pause
        self._over = threading.Event()

    def run(self):
        try:
            while not self._over.is_set():
                self.turn()
                self._over.wait(self.dice.expovariate(1 / self._pause))
        except Exception as error:  # noqa: BLE001  shown by finish(), on the test's own thread
            self.trouble = error

    def finish(self):
        self._over.set()
        self.join()
        if self.trouble is not None:
            raise self.trouble


class Customer:
    """One person, whatever WhatsApp calls them now."""

    def __init__(self, number):
        self.number = number
        self.hidden = number % 4 == 3  # one in four has no number for us
        self.user_id = None  # known once they wrote
        self.moved = False  # came to another number or got another id
        self.changed_at = 0.0  # when they last got another number or id
        self.proof = None  # the message that tells whose number it is: "" until they write one
        self.said = []  # wamids that something can be said about

    def first(self):
        """How they come to us."""
        name = f"Kişi {self.number}"
        if self.hidden:
            return {"user_id": f"TR.77{self.number:04}", "name": name,
                    "username": f"kisi{self.number}", "shows_phone": False}
        return {"from": f"90555000{6000 + self.number}", "name": name}

    def who(self):
        return {"user_id": self.user_id} if self.user_id else self.first()


class Customers(Actor):
    """Everybody who writes to the business."""

    def __init__(self, house, seed, pause):
        super().__init__("customers", seed, pause)
        self._house = house
        self._people = [Customer(number) for number in range(PEOPLE)]
        self._moves = 0
        self.owners = {}  # user id: number of its person, who may have had several
        self.count = 0
        self.events = {}  # what happened besides their messages: how often
        self.diary = {}  # number of a person: who they have been, for a report
        self._others = [(6, self.change_number), (3, self.change_user_id), (2, self.recycle),
                        (3, self.adopt_username), (2, self.new_key), (3, self.change_mind),
                        (10, self.press), (12, self.echo), (4, self.standby), (2, self.handover),
                        (3, self.history), (3, self.address_book)]

    def turn(self):
        if self.dice.random() < 0.18:
            weights, events = zip(*self._others)
            event = self.dice.choices(events, weights)[0]
            person = self.dice.choice([p for p in self._people if p.user_id])
            if event(person) is not None:
                self.events[event.__name__] = self.events.get(event.__name__, 0) + 1
        else:
            self.write(self.dice.choice(self._people))

    def everybody_writes(self):
        for person in self._people:
            self._say(person, {"type": "text", "text": {"body": "Merhaba"}})

    def _order(self, what, person, details):
        """The sandbox's answer; None if there is nothing yet that this could refer to."""
        status, answer = http_json(self._house.graph_port, "POST", f"/control/{what}",
                                   {**person.who(), **details})
        if status == 409:
            return None
        if status != 200:
            raise Trouble(f"the sandbox refused {what} {details}: {answer}")
        return answer

    # --- what they write -------------------------------------------------------------------

    def write(self, person):
        self._say(person, self._message(person.said))

    def _say(self, person, message):
        answer = self._order("inbound", person, {"message": message})
        if answer is None:
            return
        self._is(person, answer["user_id"])
        if message["type"] not in ("reaction", "edit", "revoke"):
            person.said.append(answer["wamid"])
        if person.proof == "":
            person.proof = answer["wamid"]
        self.count += 1

    def _is(self, person, user_id):
        person.user_id = user_id
        self.owners[user_id] = person.number

    def _message(self, said):
        dice = self.dice

        def kind(word, /, **part):
            return {"type": word, word: part}

        def interactive(word, **reply):
            return kind("interactive", type=word, **{word: reply})

        makers = [
            lambda: kind("text", body=dice.choice(TEXTS)),
            lambda: kind("text", body=dice.choice(TEXTS)),
            lambda: {**kind("text", body="buna cevap"), "reply_to": "agent"},
            lambda: {**kind("text", body="kendime"), "reply_to": "self"},
            lambda: {**kind("text", body="iletilmiş"), "context": {"forwarded": True}},
            lambda: {**kind("text", body="ilandan"), "referral": {
                "source_type": "ad", "source_id": "1", "headline": "Mektup"}},
            lambda: kind("image", caption=dice.choice(TEXTS)),
            lambda: kind("image"),
            lambda: kind("video", caption="izleyin"),
            lambda: kind("sticker", animated=dice.random() < 0.5),
            lambda: kind("document", filename=dice.choice(["fatura.pdf", "..\\\\fatura.pdf.exe"])),
            lambda: kind("audio", voice=dice.random() < 0.7),
            lambda: {**kind("video"), "errors": [{"code": 131052, "title": "Too large"}]},
            lambda: kind("location", latitude=41.01, longitude=28.97, name="Ev"),
            lambda: kind("button", text="Evet", payload="EVET"),
            lambda: interactive("button_reply", id="e", title="Evet"),
            lambda: interactive("list_reply", id="1", title="Birinci"),
            lambda: interactive("nfm_reply", name="flow", response_json="{\"broken\":"),
            lambda: interactive("call_permission_reply", response="accept"),
            lambda: kind("order", catalog_id="1", text="sipariş", product_items=[
                {"product_retailer_id": "mektup", "quantity": 2, "item_price": 90,
                 "currency": "TRY"}]),
            lambda: {"type": "contacts", "contacts": [
                {"name": {"formatted_name": "Ali Veli"}, "phones": [{"phone": "+90 555 000 1"}]}]},
            lambda: kind("reaction", emoji=dice.choice(EMOJIS)),
            lambda: {"type": "unsupported", "errors": [{"code": 131051, "title": "Unsupported"}]},
            lambda: {"type": "request_welcome"},
            lambda: kind("hologram", shimmer=dice.random()),
        ]
        if said:
            target = dice.choice(said[-12:])
            words = f"düzeltildi {self.count}"
            makers += 2 * [
                lambda: kind("reaction", message_id=target, emoji=dice.choice(EMOJIS)),
                lambda: kind("edit", original_message_id=target,
                             message={"type": "text", "text": {"body": words}}),
                lambda: kind("revoke", original_message_id=target),
            ]
        return dice.choice(makers)()

    def change_mind(self, person):
        """Sometimes in words, sometimes by WhatsApp's own switch."""
        if self.dice.random() < 0.3 and person.number % 8 == 0:
            return self._order("preference", person, {
                "value": self.dice.choice(["stop", "resume"])})
        self._say(person, {"type": "text", "text": {
            "body": self.dice.choice(["DURDUR", "BAŞLAT", "BAŞLAT", "artık yazmayın"])}})
        return True

    def press(self, person):
        answer = self._order("press", person, {})
        if answer is not None:
            self.count += 1
        return answer

    # --- who they are ----------------------------------------------------------------------

    def _identity(self, person, event, **details):
        answer = self._order("identity", person, {"event": event, **details})
        self.diary.setdefault(person.number, []).append(
            (int(time.time()), person.user_id, event, details, answer))
        self._is(person, answer["user_id"])
        return answer

    def _may_change(self, person):
        """Meta's times are whole seconds: two changes of one person within one have no order."""
        return time.monotonic() - person.changed_at > 2

    def _change(self, person, event, **details):
        answer = self._identity(person, event, **details)
        person.changed_at = time.monotonic()  # when Meta has answered: an order may have to wait
        return answer

    def change_number(self, person):
        """A new telephone number, told by a system message in one of its shapes."""
        if not self._may_change(person):
            return None
        self._moves += 1
        shape = "hidden" if person.hidden else self.dice.choice(["2026-08", "2026-05", "2024"])
        person.moved = True
        if shape == "2024":
            person.proof = ""  # the line names no user id
        return self._change(person, "change_number", phone=f"9055501{self._moves:05}",
                            shape=shape)

    def change_user_id(self, person):
        if not self._may_change(person):
            return None
        person.moved = True
        return self._change(person, "change_user_id",
                            shape=self.dice.choice(["system", "body", "field"]))

    def adopt_username(self, person):
        return self._identity(person, "adopt_username", username=f"@kisi{person.number}",
                              withhold=person.hidden)

    def new_key(self, person):
        if person.hidden:
            return None  # without a number the event says nothing about whom it means
        return self._identity(person, "new_key", identity_hash=f"key{self.dice.random()}")

    def recycle(self, person):
        """The number is somebody else's now; its former holder is heard of no more."""
        if person.hidden or not self._is_known_by_number(person):
            return None
        next_one = Customer(len(self.owners) * 4 + 1000)
        next_one.moved = True
        self._people[self._people.index(person)] = next_one
        next_one.user_id = person.user_id  # whose number it was
        self._change(next_one, "recycle", name=f"Kişi {next_one.number}")
        self._say(next_one, {"type": "text", "text": {"body": "Ben yeniyim"}})
        return True

    def _is_known_by_number(self, person):
        """Nobody can tell two people apart who have one number within a second, the first of them
        known by nothing else: operators wait for months."""
        if person.proof is None:
            return True
        return any(entry["id"] == person.proof and entry["taken"]
                   for entry in self._house.ask("books?ids=1")["ids"])

    # --- the number is also elsewhere ------------------------------------------------------

    def echo(self, person):
        """We write to them from the telephone."""
        return self._order("echo", person, {"message": self.dice.choice([
            {"type": "text", "text": {"body": "telefondan"}},
            {"type": "image", "image": {"caption": "telefondan"}},
            {"type": "document", "document": {}}])})

    def standby(self, person):
        """Copies of what somebody else is answering."""
        return self._order("standby", person, {
            "kind": self.dice.choice(["messages", "messages", "message_echoes"]),
            "text": "botla konuşma"})

    def handover(self, person):
        next_role = self.dice.choice(["escalation", "escalation", "escalation", "ai_agent"])
        return self._order("handover", person, {"next": next_role})

    def history(self, person):
        """What was said before we were here; only of people whose number was always theirs."""
        if person.moved:
            return None
        return self._order("history", person, {
            "messages": self.dice.randint(2, 12), "days": self.dice.choice([10, 180]),
            "chunk": self.dice.randint(1, 5), "media": self.dice.choice([0, 3])})

    def address_book(self, person):
        contact = {"full_name": f"Rehberde {person.number}", "user_id": person.user_id}
        return http_json(self._house.graph_port, "POST", "/control/app-state",
                         {"contacts": [contact]})
