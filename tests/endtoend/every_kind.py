"""What customers send and agents answer beyond text, from Meta's side to the console and back
(R-01, R-05, R-06, R-30, R-36; facts/whatsapp.md 2, 3, 4, 6).

The customers live in destek-sandbox; every request on the way to it passes the gate.
"""

import base64
import http.client
import json
import subprocess
import sys
import urllib.parse
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "kit"))
from console_side import Console  # noqa: E402
from gate import Gate  # noqa: E402
from house import (GRAPH_TOKEN, PATIENCE, PHONE_NUMBER_ID, House, Trouble,  # noqa: E402
                   bin_dir, wait_for)
from meta_schema import MetaSchema  # noqa: E402
from outbound_shapes import (BUTTONS, CARD, FILES, LIST, PLACE, TEMPLATES,  # noqa: E402
                             file_content, picture, template_content)

TAKEN = {"sent", "delivered", "read"}


def expect(what, got, wanted):
    if got != wanted:
        raise Trouble(f"{what}: {got!r}, expected {wanted!r}")


class Desk:
    """One agent's desk with a helper for everything the checks need."""

    def __init__(self, house, gate):
        self.house = house
        self.gate = gate
        self.console = Console(house).enter(house.start_daemon())

    # --- customers ---------------------------------------------------------------------------

    def write(self, person, message):
        """A customer sends one message; its wamid."""
        if isinstance(message, str):
            message = {"type": "text", "text": {"body": message}}
        return self.house.order("inbound", {**person, "message": message})["wamid"]

    def conversation_with(self, person):
        """The conversation, once it is there."""
        def find():
            return next((row for row in self.console.conversations().values()
                         if row["name"] == person["name"]), None)
        return wait_for(find, f"a conversation with {person['name']}")

    def thread(self, conversation):
        return self.console.messages(conversation)

    def message(self, conversation, what, condition):
        """The first message of the thread for which the condition holds."""
        return wait_for(lambda: next((m for m in self.thread(conversation) if condition(m)), None),
                        what)

    # --- agents ------------------------------------------------------------------------------

    def send(self, conversation, content, what):
        """Sends and waits until Meta's side has it: (our id, Meta's record of it)."""
        status, answer, message = self.console.send_content(conversation, content)
        if status not in (200, 202):
            raise Trouble(f"{what} was refused: {status} {answer}")
        return message, wait_for(lambda: self.taken(message), f"{what} at Meta")

    def taken(self, message):
        return next((m for m in self.house.ask("sent")
                     if m["biz_opaque_callback_data"].split("#")[0] == message), None)

    def state(self, conversation, message):
        return next((m for m in self.thread(conversation) if m["id"] == message), {})

    # --- Meta --------------------------------------------------------------------------------

    def meta_bytes(self, media_id):
        """What Meta's side holds under a media id."""
        status, about = self._graph(f"/v23.0/{media_id}?phone_number_id={PHONE_NUMBER_ID}")
        expect("media at Meta", status, 200)
        place = urllib.parse.urlparse(json.loads(about)["url"])
        status, content = self._graph(f"{place.path}?{place.query}")
        expect("media bytes at Meta", status, 200)
        return content

    def _graph(self, path):
        line = http.client.HTTPConnection("127.0.0.1", self.house.graph_port, timeout=PATIENCE)
        try:
            line.request("GET", path, headers={"Authorization": f"Bearer {GRAPH_TOKEN}"})
            answer = line.getresponse()
            return answer.status, answer.read()
        finally:
            line.close()

    def webhook_message(self, wamid):
        """The element of messages[] that went out with this id."""
        for delivery in self.house.ask("delivered?bodies=1"):
            if wamid in delivery["keys"]:
                for entry in json.loads(delivery["body"])["entry"]:
                    for change in entry["changes"]:
                        for message in change["value"].get("messages", []):
                            if message["id"] == wamid:
                                return message
        raise Trouble(f"{wamid} was never delivered")

    def on_disk(self, piece):
        """Files of the daemon that hold these bytes as they are."""
        return [place.name for place in self.house.data.rglob("*")
                if place.is_file() and piece in place.read_bytes()]


def check_username_only(desk):
    person = {"user_id": "TR.13491208655302741918", "name": "Adsız", "username": "adsiz",
              "shows_phone": False}
    desk.write(person, "Numaram görünmüyor")
    row = desk.conversation_with(person)
    message = desk.console.send(row["id"], "Sizi kullanıcı adınızla bulduk")
    record = wait_for(lambda: desk.taken(message), "the answer at Meta")
    expect("recipient", record["body"].get("recipient"), person["user_id"])
    if "to" in record["body"]:
        raise Trouble("a number was made up")


def person(number, name):
    return {"from": f"90555000{number}", "name": name}


def arrived_picture(desk, who):
    """A customer's picture, once the daemon has it: (conversation, message, Meta's bytes)."""
    wamid = desk.write(who, {"type": "image", "image": {"caption": "Böyle geldi"},
                             "picture": "smudged"})
    row = desk.conversation_with(who)
    message = desk.message(row["id"], "the picture", lambda m: m["kind"] == "image"
                           and desk.console.media(m["id"])[0] == 200)
    return row, message, desk.meta_bytes(desk.webhook_message(wamid)["image"]["id"])


def check_picture_comes_in(desk):
    row, message, sent = arrived_picture(desk, person(7101, "Resim Gelen"))
    expect("caption", message["text"], "Böyle geldi")
    status, seen = desk.console.media(message["id"])
    expect("the picture at the console", (status, seen == sent), (200, True))
    expect("files with the picture as it is", desk.on_disk(sent[-64:-16]), [])
    expect("a stranger's look", http_status_without_session(desk, message["id"]), 401)
    expect("media of a message without", desk.console.media(
        desk.console.send(row["id"], "Bakıyorum"))[0], 404)


def http_status_without_session(desk, message):
    stranger = Console(desk.house)
    try:
        return stranger.media(message)[0]
    finally:
        stranger.close()


def check_files_go_out(desk):
    who = person(7102, "Dosya Alan")
    desk.write(who, "Gönderir misiniz?")
    row = desk.conversation_with(who)
    for key, (kind, meta_type, name, content, caption) in FILES.items():
        upload = handed_over(desk, row, key)
        _, record = desk.send(row["id"], file_content(key, upload), name)
        expect(f"type of {name}", record["type"], meta_type)
        part = record["body"][meta_type]
        expect(f"caption of {name}", part.get("caption", ""), caption)
        expect(f"{name} as a recording", part.get("voice", False), kind == "voice")
        expect(f"bytes of {name} at Meta", desk.meta_bytes(part["id"]) == content, True)
        expect(f"files with {name} as it is", desk.on_disk(content[20:68]), [])


def handed_over(desk, row, key):
    """A file given to the daemon for a message to come; its id."""
    _, _, name, content, _ = FILES[key]
    status, upload = desk.console.upload(row["id"], name, content)
    expect(f"upload of {name}", status, 201)
    return upload["id"]


def check_templates_go_out(desk):
    who = person(7110, "Şablon Alan")
    desk.write(who, "Siparişim?")
    row = desk.conversation_with(who)
    wait_for(lambda: set(TEMPLATES) <= {t["name"] for t in desk.console.templates()},
             "the account's templates")
    for name, (_, header, components) in TEMPLATES.items():
        upload = handed_over(desk, row, header) if header else None
        _, record = desk.send(row["id"], template_content(name, upload), name)
        sent = record["body"]["template"]
        expect(f"components of {name}", len(sent["components"]), components)
        expect(f"header of {name}", "header" in {c["type"] for c in sent["components"]},
               header is not None)
        if header:
            shown = sent["components"][0]["parameters"][0]
            expect(f"header file of {name}",
                   desk.meta_bytes(shown[shown["type"]]["id"]) == FILES[header][3], True)


def check_files_that_cannot_go_out(desk):
    who = person(7103, "Dosya Alamayan")
    desk.write(who, "Gönderir misiniz?")
    row = desk.conversation_with(who)
    for name, content in (("program.pdf", b"MZ" + b"\x90" * 200), ("boş.png", b""),
                          ("büyük.png", picture(1) + b"\0" * (5 << 20))):
        status, upload = desk.console.upload(row["id"], name, content)
        if status == 201:
            status, _, _ = desk.console.send_content(
                row["id"], {"kind": "image", "upload": upload["id"]})
        if not 400 <= status < 500:
            raise Trouble(f"{name} was taken: {status}")


def check_reactions(desk):
    who = person(7104, "Tepki Veren")
    theirs = desk.write(who, "Harika")
    row = desk.conversation_with(who)
    ours, record = desk.send(row["id"], {"kind": "text", "text": "Rica ederiz"}, "an answer")

    def emojis(message):
        return [(r["emoji"], r.get("fromUs", False))
                for r in desk.state(row["id"], message).get("content", {}).get("reactions", [])]

    for emoji, shown in (("👍", [("👍", False)]), ("❤️", [("❤️", False)]), ("", [])):
        desk.write(who, {"type": "reaction",
                         "reaction": {"message_id": record["wamid"], "emoji": emoji}})
        wait_for(lambda: emojis(ours) == shown, f"the customer's {emoji or 'withdrawal'}")

    message = desk.message(row["id"], "their words", lambda m: m["text"] == "Harika")["id"]
    for emoji, shown in (("🙏", [("🙏", True)]), ("", [])):
        _, sent = desk.send(row["id"], {"kind": "reaction", "answers": message, "text": emoji},
                            "our reaction")
        expect("our reaction", sent["body"]["reaction"], {"message_id": theirs, "emoji": emoji})
        wait_for(lambda: emojis(message) == shown, f"our {emoji or 'withdrawal'}")


def check_edits_and_withdrawals(desk):
    who = person(7105, "Düzelten Kişi")
    wamid = desk.write(who, "Adresim Ankara")
    row = desk.conversation_with(who)
    message = desk.message(row["id"], "the first words", lambda m: m["text"] == "Adresim Ankara")
    desk.write(who, {"type": "edit", "edit": {
        "original_message_id": wamid,
        "message": {"type": "text", "text": {"body": "Adresim İzmir"}}}})
    wait_for(lambda: desk.state(row["id"], message["id"])["text"] == "Adresim İzmir", "the edit")
    expect("marked as edited", desk.state(row["id"], message["id"])["content"]["edited"], True)
    desk.write(who, {"type": "revoke", "revoke": {"original_message_id": wamid}})
    wait_for(lambda: desk.state(row["id"], message["id"])["content"].get("revoked"),
             "the withdrawal")
    if "İzmir" in desk.state(row["id"], message["id"])["text"]:
        raise Trouble("what was withdrawn is still shown")
    history = desk.console.get(f"/v1/messages/{message['id']}/history")["versions"]
    expect("texts of before", [v["text"] for v in history if v["text"]],
           ["Adresim Ankara", "Adresim İzmir"])
    expect("bubbles", sum(not m.get("absorbed") for m in desk.thread(row["id"])
                          if m["direction"] == "inbound"), 1)


def check_shapes_go_out(desk):
    """Everything that needs no file, as Meta would have it."""
    who = person(7106, "Her Şeyi Alan")
    theirs = desk.write(who, "Neler var?")
    row = desk.conversation_with(who)
    quoted = desk.message(row["id"], "the question", lambda m: m["text"] == "Neler var?")["id"]
    _, record = desk.send(row["id"], {"kind": "text", "text": "Şunlar", "answers": quoted}, "quote")
    expect("quote", record["body"].get("context"), {"message_id": theirs})
    _, record = desk.send(row["id"], PLACE, "place")
    expect("place", float(record["body"]["location"]["latitude"]), 41.0082)
    _, record = desk.send(row["id"], CARD, "contact")
    expect("contact", record["body"]["contacts"][0]["name"]["formatted_name"], "Ali Veli")
    _, record = desk.send(row["id"], BUTTONS, "buttons")
    expect("buttons", [b["reply"]["title"] for b in
                       record["body"]["interactive"]["action"]["buttons"]], ["Evet", "Hayır"])
    _, record = desk.send(row["id"], LIST, "list")
    expect("list", record["body"]["interactive"]["type"], "list")


def check_errors_are_alike(desk):
    """The same code means the same, at once or by status (facts/whatsapp.md 6)."""
    who = person(7107, "Ulaşılamayan")
    desk.write({**who, "receipts": "offline"}, "Duyuyor musunuz?")  # nothing is delivered after all
    row = desk.conversation_with(who)
    for code in (131026, 131051):
        desk.house.order("fail-next", {"code": code, "count": 1})
        at_once = desk.console.send(row["id"], "hemen")
        desk.message(row["id"], "the refusal", lambda m: m["id"] == at_once
                     and m["state"] == "failed")
        later, record = desk.send(row["id"], {"kind": "text", "text": "sonra"}, "an answer")
        desk.house.order("status", {"wamid": record["wamid"], "status": "failed", "error": code})
        desk.message(row["id"], "the failure", lambda m: m["id"] == later
                     and m["errorCode"] == code)
        first, second = (desk.state(row["id"], m) for m in (at_once, later))
        expect(f"code {code}", first["errorCode"], second["errorCode"])
    # What passes goes out again by itself: put off at once, then by a status.
    desk.house.order("fail-next", {"code": 130429, "count": 1})
    desk.house.order("fail-later", {"code": 130429, "count": 1})
    patient = desk.console.send(row["id"], "birazdan")
    desk.message(row["id"], "the third attempt", lambda m: m["id"] == patient
                 and m["state"] in TAKEN and m["attempts"] == 3)


def check_standby(desk):
    """Somebody else answers: shown, and never answered by us."""
    who = person(7108, "Başkasının Müşterisi")
    desk.write(who, "Merhaba")
    row = desk.conversation_with(who)
    desk.house.order("standby", {"from": who["from"], "kind": "messages",
                                 "text": "Bota yazıyorum"})
    desk.message(row["id"], "the copy", lambda m: m["text"] == "Bota yazıyorum")
    status, answer, message = desk.console.send_content(
        row["id"], {"kind": "text", "text": "Ben de buradayım"})
    if status < 400:
        state = desk.message(row["id"], "an end", lambda m: m["id"] == message
                             and m["state"] in ("refused", "failed", *TAKEN))
        expect("an answer on standby", (state["state"], state["refusal"]), ("refused", "standby"))
    elif "standby" not in json.dumps(answer):
        raise Trouble(f"refused for another reason: {answer}")
    if desk.gate.asked[message]:
        raise Trouble("it was sent all the same")


def check_export_and_erasure(desk):
    """A person's package holds their pictures; erased, no file of theirs is left."""
    before = media_files(desk)
    row, message, sent = arrived_picture(desk, person(7109, "Silinecek Kişi"))
    wait_for(lambda: len(media_files(desk)) > len(before), "a sealed file")
    desk.console.step_up()
    package = desk.console.post(f"/v1/contacts/{row['contact']}/export",
                                {"language": "tr", "reason": "başvuru 7"})
    folder = desk.house.folder / "export" / package["folderName"]
    for file in package["files"]:
        place = folder / file["path"]
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(base64.b64decode(file["base64"]))
    if not any(place.read_bytes() == sent for place in folder.rglob("*") if place.is_file()):
        raise Trouble("the export lacks the picture")
    run = subprocess.run([bin_dir() / "destek-verify", "package", folder], capture_output=True,
                         timeout=PATIENCE)
    expect("destek-verify", (run.returncode, run.stderr.decode()), (0, ""))

    desk.console.post(f"/v1/contacts/{row['contact']}/erasure",
                      {"reason": "başvuru 7", "confirmed": True})
    wait_for(lambda: media_files(desk) <= before, "the sealed file's end")
    expect("the erased picture", desk.console.media(message["id"])[0], 404)


def media_files(desk):
    return {str(place) for place in desk.house.data.rglob("*")
            if place.is_file() and "media" in place.parts}


CHECKS = [check_username_only, check_picture_comes_in, check_files_go_out,
          check_files_that_cannot_go_out, check_templates_go_out, check_reactions,
          check_edits_and_withdrawals, check_shapes_go_out, check_errors_are_alike, check_standby,
          check_export_and_erasure]


def main():
    with House(gate=True) as house:
        house.start_sandbox("--speed", "20", "--pair-burst", "0", "--throughput", "0")
        gate = Gate(house)
        desk = Desk(house, gate)
        for check in CHECKS:
            check(desk)
            print(check.__name__.removeprefix("check_").replace("_", " "))
        house.stop_daemon()
        gate.close()
        kinds = MetaSchema().judge(gate.requests)
        print("requests as Meta describes them: "
              + ", ".join(f"{count} {kind}" for kind, count in kinds.items()))


if __name__ == "__main__":
    main()
