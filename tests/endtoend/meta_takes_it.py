"""Every request the daemon sends is what Meta's own description takes (facts/whatsapp.md 4, 9.1).

First the judge is judged: Meta's own examples pass, broken ones do not. Then a whole house sends
what it can send, and each request is held against the description.
"""

import copy
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "kit"))
from console_side import Console  # noqa: E402
from gate import Gate  # noqa: E402
from house import House, Trouble, wait_for  # noqa: E402
from meta_schema import MetaSchema  # noqa: E402

AYSE = "905550000777"
TAKEN = {"sent", "delivered", "read"}

# Meta's examples that are no messages for us, and why.
NOT_OURS = {
    "Send Multi-Product Message": "a placeholder stands where the header's type should",
    "Send Order Details Message": "payments in India, not in the description's own list",
    "Send Order Status Message": "payments in India, not in the description's own list",
    "Send Reply to List Message": "without a type",
    "Send Text Message with Preview URL": "without a type",
}


def filled(example):
    """Placeholders of the recipient replaced."""
    example = copy.deepcopy(example)
    if "to" in example:
        example["to"] = "+" + AYSE
    return example


def check_examples(schema):
    for name, example in schema.examples.items():
        problems = schema.problems(filled(example))
        if bool(problems) != (name in NOT_OURS):
            raise Trouble(f"Meta's example {name!r}: {problems or 'taken, though it is not ours'}")


def check_teeth(schema):
    """What must be refused: one fault each."""
    def text(**changes):
        return {"messaging_product": "whatsapp", "recipient_type": "individual",
                "to": "+" + AYSE, "type": "text", "text": {"body": "Merhaba"}, **changes}

    def without(body, key):
        return {k: v for k, v in body.items() if k != key}

    def kind(name, part):
        return {**without(text(), "text"), "type": name, name: part}

    button = {"type": "reply", "reply": {"id": "1", "title": "Evet"}}
    faults = [
        without(text(), "messaging_product"), without(text(), "to"), without(text(), "type"),
        without(text(), "text"), text(to=AYSE), text(recipient="TR.1"), text(text="Merhaba"),
        text(text={"body": ""}), text(text={"body": "x" * 4097}), text(text={"text": "Merhaba"}),
        text(colour="red"), text(recipient_type="person"), text(context={"id": "wamid.1"}),
        text(biz_opaque_callback_data="x" * 513), {**without(text(), "to"), "recipient": AYSE},
        kind("image", {"caption": "ohne"}), kind("image", {"id": "1", "filename": "a.jpg"}),
        kind("audio", {"id": "1", "caption": "so"}), kind("image", {"id": 1}),
        kind("document", {"id": "1", "link": "https://a.example/b"}),
        kind("sticker", {"id": "1", "caption": "so"}), kind("location", {"latitude": "41"}),
        kind("reaction", {"emoji": "👍"}), kind("reaction", {"message_id": "wamid.1"}),
        kind("contacts", []), kind("contacts", [{"phones": [{"phone": "1"}]}]),
        kind("interactive", {"type": "button", "body": {"text": "?"},
                             "action": {"buttons": [button] * 2}}),
        kind("interactive", {"type": "button", "body": {"text": "?"},
                             "action": {"buttons": []}}),
        kind("interactive", {"type": "list", "body": {"text": "?"}, "action": {
            "button": "Seç", "sections": [{"rows": [{"id": "1", "title": "x" * 25}]}]}}),
        kind("template", {"name": "a"}), kind("template", {"language": {"code": "tr"}}),
        kind("template", {"name": "a", "language": {"code": "tr"}, "components": [
            {"type": "button", "parameters": []}]}),
        kind("template", {"name": "a", "language": {"code": "tr"}, "components": [
            {"type": "body", "parameters": [{"type": "text"}]}]}),
        kind("voice", {"id": "1"}),
        {"messaging_product": "whatsapp", "status": "read"},
        {"messaging_product": "whatsapp", "status": "played", "message_id": "wamid.1"},
    ]
    for fault in faults:
        if not schema.problems(fault):
            raise Trouble(f"taken, though it is wrong: {json.dumps(fault)[:300]}")
    if schema.problems(text()):
        raise Trouble("a plain text is refused")
    return len(faults)


class Desk:
    """Agents who send one message of each kind to somebody who has written."""

    def __init__(self, house, gate):
        self._house = house
        self._gate = gate
        self._console = Console(house).enter(house.start_daemon())

    def conversation_with(self, **person):
        self._house.order("inbound", {"text": "Merhaba", **person})
        return wait_for(lambda: next((c for c, row in self._console.conversations().items()
                                      if row["name"] == person["name"]), None),
                        "the conversation")

    def send_everything(self):
        phone = self.conversation_with(**{"from": AYSE, "name": "Ayşe"})
        bsuid = self.conversation_with(user_id="TR.13491208655302741918", name="Adsız",
                                       username="adsiz", shows_phone=False)
        sent = [self._console.send(phone, "Numarası olana"),
                self._console.send(bsuid, "Yalnız kullanıcı adı olana")]
        wait_for(lambda: self._ended(sent), "every message's end")

    def _ended(self, ids):
        states = {m["id"]: m["state"] for m in self._console.all_messages()}
        if any(states.get(i) == "failed" for i in ids):
            raise Trouble(f"Meta's stand-in refused one: {states}")
        return all(states.get(i) in TAKEN for i in ids)


def main():
    schema = MetaSchema()
    check_examples(schema)
    refused = check_teeth(schema)
    with House(gate=True) as house:
        house.start_sandbox("--speed", "20", "--pair-burst", "0", "--throughput", "0")
        gate = Gate(house)
        Desk(house, gate).send_everything()
        house.stop_daemon()
        gate.close()
        kinds = schema.judge(gate.requests)
        for needed in ("text", "text to a username"):
            if needed not in kinds:
                raise Trouble(f"never sent: {needed}; sent: {kinds}")
    print(f"{len(schema.examples)} examples of Meta's, {refused} faults refused, "
          f"{sum(kinds.values())} requests taken: {', '.join(kinds)}")


if __name__ == "__main__":
    main()
