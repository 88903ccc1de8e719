"""Who is up in a night of chaos: customers who send whatever WhatsApp knows, agents who answer,
and the weather. Each has its own dice, made from the night's seed.
"""

import http.client
import json
import random
import threading
import uuid

from console_side import Console
from house import Trouble, http_json

PEOPLE = 16
TEXTS = ["Merhaba", "Mektubum nerede? 📬", "*acil* _lütfen_", "Teşekkürler 🙏", "İyi günler ıIiİ",
         "a" * 900, "\u202egnp.exe", "4111 1111 1111 1111", "0", "satır\nsatır\n\nsatır"]


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


class Customers(Actor):
    """Everybody who writes to the business."""

    def __init__(self, house, seed, pause):
        super().__init__("customers", seed, pause)
        self._house = house
        self._said = {}  # person: wamids
        self._phones = {}  # person: the number after a change
        self._moves = 0
        self.count = 0

    def person(self, number):
        if number % 4 == 3:  # one in four has no number for us
            return {"user_id": f"TR.77{number:04}", "name": f"Kişi {number}",
                    "username": f"kisi{number}", "shows_phone": False}
        phone = self._phones.get(number, f"90555000{6000 + number}")
        return {"from": phone, "name": f"Kişi {number}"}

    def turn(self):
        number = self.dice.randrange(PEOPLE)
        if self.dice.random() < 0.03:
            self.change_number(number)
        else:
            self.write(number)

    def change_number(self, number):
        """A new telephone number, told by a system message in one of its shapes."""
        if "from" not in self.person(number):
            return
        self._moves += 1
        phone = f"9055501{self._moves:05}"
        self._house.order("identity", {**self._who(number), "event": "change_number",
                                       "phone": phone, "shape": self.dice.choice(
                                           ["2026-08", "2026-05", "2024"])})
        self._phones[number] = phone
        self.count += 1

    def _who(self, number):
        who = self.person(number)
        return {k: who[k] for k in ("from", "user_id") if k in who}

    def write(self, number):
        said = self._said.setdefault(number, [])
        message = self._message(said)
        status, answer = http_json(self._house.graph_port, "POST", "/control/inbound",
                                   {**self.person(number), "message": message})
        if status == 409:
            return  # nothing to react to yet
        if status != 200:
            raise Trouble(f"the sandbox refused {message}: {answer}")
        said.append(answer["wamid"])
        self.count += 1

    def _message(self, said):
        dice = self.dice

        def kind(word, /, **part):
            return {"type": word, word: part}

        makers = [
            lambda: kind("text", body=dice.choice(TEXTS)),
            lambda: kind("text", body=dice.choice(TEXTS)),
            lambda: {**kind("text", body="buna cevap"), "reply_to": "agent"},
            lambda: kind("image", caption=dice.choice(TEXTS)),
            lambda: kind("image"),
            lambda: kind("video", caption="izleyin"),
            lambda: kind("sticker"),
            lambda: kind("document", filename=dice.choice(["fatura.pdf", "..\\\\fatura.pdf.exe"])),
            lambda: kind("audio", voice=dice.random() < 0.7),
            lambda: kind("location", latitude=41.01, longitude=28.97, name="Ev"),
            lambda: kind("button", text="Evet", payload="EVET"),
            lambda: kind("interactive", type="list_reply",
                         list_reply={"id": "1", "title": "Birinci"}),
            lambda: kind("interactive", type="nfm_reply",
                         nfm_reply={"name": "flow", "response_json": "{\"broken\":"}),
            lambda: kind("order", catalog_id="1", text="sipariş", product_items=[
                {"product_retailer_id": "mektup", "quantity": 2, "item_price": 90,
                 "currency": "TRY"}]),
            lambda: {"type": "contacts", "contacts": [
                {"name": {"formatted_name": "Ali Veli"}, "phones": [{"phone": "+90 555 000 1"}]}]},
            lambda: kind("reaction", emoji=dice.choice(["👍", "❤️", ""])),
            lambda: {"type": "unsupported", "errors": [{"code": 131051, "title": "Unsupported"}]},
            lambda: kind("hologram", shimmer=dice.random()),
        ]
        if said:
            target = dice.choice(said)
            makers += [
                lambda: kind("reaction", message_id=target, emoji="🙂"),
                lambda: kind("edit", original_message_id=target,
                             message={"type": "text", "text": {"body": "düzeltildi"}}),
                lambda: kind("revoke", original_message_id=target),
            ]
            return dice.choice(makers)()
        return makers[0]()


class Agent(Actor):
    """Answers somebody, again and again; a console that saw no answer sends the same id again."""

    def __init__(self, house, name, seed, pause, link):
        super().__init__(name, seed, pause)
        self._console = Console(house).enter(link, name)
        self.promised = []  # ids the daemon said it has
        self.refused = 0

    def turn(self):
        rows = self._ask("GET", "/v1/inbox?limit=100")[1].get("conversations", [])
        if not rows:
            return
        row = self.dice.choice(rows)
        message = str(uuid.uuid4())
        status, answer = self._ask(
            "POST", f"/v1/conversations/{row['id']}/messages",
            {"id": message, "purpose": "support_answer", **self._content(row)})
        if status in (200, 202):
            self.promised.append(message)
        elif 400 <= status < 500:
            self.refused += 1
        else:
            raise Trouble(f"the daemon answered {status}: {answer}")

    def _content(self, row):
        return {"text": self.dice.choice(TEXTS)}

    def _ask(self, method, path, body=None):
        """Until somebody answers: the daemon may be away."""
        while not self._over.is_set():
            try:
                status, answer = self._console.request(method, path, body)
            except (OSError, http.client.HTTPException, json.JSONDecodeError):
                self._over.wait(0.2)
                continue
            if status != 503:
                return status, answer
            self._over.wait(0.2)
        return 404, {}

    def close(self):
        self._console.close()
