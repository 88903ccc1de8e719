"""Everything together: a customer writes, consoles see it, answer, lose contact, catch up, erase
(R-01, R-14, R-26, R-30, R-36).

The customer lives in destek-sandbox. Two consoles without a screen follow the live feed; the
real console, when it was built (DESTEK_CONSOLE=1), is started without a display and asked what
stands on its screen.
"""

import base64
import json
import os
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "kit"))
from console_side import PASSWORD, USER, Console, Feed  # noqa: E402
from house import PATIENCE, House, Trouble, bin_dir, wait_for  # noqa: E402

AYSE = "905550000777"
QUESTION = "Merhaba, mektubum nerede kaldı?"
ANSWER = "Merhaba Ayşe Hanım, hemen bakıyorum."
TAKEN = {"sent", "delivered", "read"}


class Screen:
    """The real console, started for one look at a time; its profile stays paired."""

    def __init__(self, house):
        self._house = house
        self._profile = house.folder / "profile"
        self._login = house.folder / "login.json"
        self._login.touch(mode=0o600)
        self._login.write_text(json.dumps({"user": USER, "password": PASSWORD}))
        self._paired = False
        self.exists = os.environ.get("DESTEK_CONSOLE") == "1"

    def look(self, conversation=None):
        """Every text on the screen."""
        dump = self._house.folder / "screen.txt"
        dump.unlink(missing_ok=True)
        arguments = [bin_dir() / "destek", "--profile", self._profile, "--language", "tr",
                     "--login-file", self._login, "--dump-visible-text", dump,
                     "--quit-after", str(int(PATIENCE * 5))]
        if not self._paired:
            arguments += ["--connect", self._house.pairing_link()]
            self._paired = True
        if conversation is not None:
            arguments += ["--open", str(conversation)]
        run = subprocess.run([str(a) for a in arguments], capture_output=True,
                             timeout=PATIENCE * 10,
                             env={**os.environ, "QT_QPA_PLATFORM": "offscreen",
                                  "HOME": str(self._house.folder)})
        if not dump.exists():
            raise Trouble(f"the console showed nothing: {run.stderr.decode()[-2000:]}")
        return dump.read_text()

    def expect(self, text, there, conversation=None):
        """One look is taken shortly after the start: on a busy machine what is there may not have
        come yet, so it may take several. What is gone must not be seen at all."""
        if not self.exists:
            return
        if there:
            wait_for(lambda: text in self.look(conversation), f"on the screen: {text!r}",
                     PATIENCE * 5)
        elif text in self.look(conversation):
            raise Trouble(f"on the screen: {text!r} is still there")


def told(feed, text, states=None):
    feed.wait(lambda events: any(
        event == "message" and data["text"] == text and (not states or data["state"] in states)
        for _, event, data in events), text)


def picture(feed):
    """What a console that listens shows in the end: newest data per thing, erased ones gone."""
    shown = {}
    for _, event, data in feed.events:
        if event in ("message", "conversation"):
            shown[event, data["id"]] = data
        elif event == "erased":
            gone = set(data["conversations"])
            shown = {k: v for k, v in shown.items()
                     if v.get("conversation", v["id"]) not in gone}
    return shown


def check_same_picture(feeds, console):
    """Both feeds show the same, and it is what the daemon answers when asked."""
    def texts(feed):
        return sorted((v["id"], v["state"], v["text"]) for (kind, _), v in picture(feed).items()
                      if kind == "message")

    def asked():
        return sorted((m["id"], m["state"], m["text"]) for m in console.all_messages())

    wait_for(lambda: texts(feeds[0]) == texts(feeds[1]) == asked(), "the same picture everywhere")


def write(house, text, phone=AYSE, name="Ayşe Yılmaz"):
    house.order("inbound", {"from": phone, "name": name, "text": text})


def check_cuts(house, elif_, feeds):
    """What happens while a console, or the daemon, is away arrives without a gap."""
    feeds[1].cut()
    for number in range(30):
        write(house, f"kesikken {number}", f"90555000{4000 + number % 5}", f"Kişi {number % 5}")
    told(feeds[0], "kesikken 29")
    feeds[1].start()
    for number in range(30):
        told(feeds[1], f"kesikken {number}")

    house.daemon.pause()
    write(house, "daemon dururken")
    time.sleep(1)
    house.daemon.resume()
    for feed in feeds:
        told(feed, "daemon dururken")

    house.stop_daemon()
    write(house, "daemon kapalıyken")
    house.start_daemon()
    for feed in feeds:
        told(feed, "daemon kapalıyken")
    house.kill_daemon()
    house.start_daemon()
    write(house, "öldürüldükten sonra")
    for feed in feeds:
        told(feed, "öldürüldükten sonra")
    elif_.close()


def check_export(house, console, contact):
    console.step_up()
    package = console.post(f"/v1/contacts/{contact}/export",
                           {"language": "tr", "reason": "başvuru 1"})
    folder = house.folder / "export" / package["folderName"]
    for file in package["files"]:
        place = folder / file["path"]
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(base64.b64decode(file["base64"]))
    if not any(QUESTION in place.read_text(errors="replace") for place in folder.rglob("*")
               if place.is_file()):
        raise Trouble("the export lacks what the person wrote")
    verified("package", folder)


def verified(what, folder):
    run = subprocess.run([bin_dir() / "destek-verify", what, folder], capture_output=True,
                         timeout=PATIENCE)
    if run.returncode != 0:
        raise Trouble(f"destek-verify {what}: {run.stdout.decode()}{run.stderr.decode()}")


def check_erasure(house, console, feeds, contact, conversation):
    record = console.post(f"/v1/contacts/{contact}/erasure",
                          {"reason": "başvuru 1", "confirmed": True})
    if record.get("messages", 0) < 2:
        raise Trouble(f"the record counts too little: {record}")
    for feed in feeds:
        feed.wait(lambda events: any(event == "erased" for _, event, _ in events), "the erasure")
    if conversation in console.conversations():
        raise Trouble("the erased person is still in the inbox")
    if console.request("GET", f"/v1/conversations/{conversation}/messages")[0] != 404:
        raise Trouble("the erased thread still answers")
    for place in house.data.rglob("*"):
        if place.is_file() and any(word.encode() in place.read_bytes()
                                   for word in (QUESTION, ANSWER, AYSE, "Ayşe")):
            raise Trouble(f"{place.name} still holds words of the erased person")


def main():
    with House() as house:
        # The customer reads at once and her phone reports it.
        house.start_sandbox("--speed", "10")
        first = Console(house).enter(house.start_daemon(), "first desk")
        second = Console(house).enter({"pairingUri": house.pairing_link()}, "second desk")
        feeds = [Feed(first).start(), Feed(second).start()]
        screen = Screen(house)

        write(house, QUESTION)
        for feed in feeds:
            told(feed, QUESTION)
        conversation, row = next(iter(first.conversations().items()))
        screen.expect(QUESTION, True, conversation)

        answer = second.send(conversation, ANSWER)
        for feed in feeds:
            told(feed, ANSWER, TAKEN)
        if [m["biz_opaque_callback_data"] for m in house.ask("sent")] != [answer]:
            raise Trouble("the answer did not reach the customer once")
        screen.expect(ANSWER, True, conversation)

        check_cuts(house, first, feeds)
        check_same_picture(feeds, first)
        check_export(house, first, row["contact"])
        check_erasure(house, first, feeds, row["contact"], conversation)
        screen.expect(QUESTION, False)
        screen.expect("Ayşe", False)
        check_same_picture(feeds, first)

        # Writing again begins anew: nothing of before comes back.
        write(house, "Yeniden ben")
        for feed in feeds:
            told(feed, "Yeniden ben")
        again = [c for c, r in first.conversations().items() if r["name"] == "Ayşe Yılmaz"]
        if [m["text"] for m in first.messages(again[0])] != ["Yeniden ben"]:
            raise Trouble("more came back than what was written anew")

        for feed in feeds:
            feed.cut()
        if house.command("audit", "verify")[0] != 0:
            raise Trouble("the audit log does not verify")
        house.command("audit", "export", "--to", str(house.folder / "audit"))
        verified("audit", house.folder / "audit")
        house.stop_daemon()
        print("the whole house" + ("" if screen.exists else ", without the console's screen"))


if __name__ == "__main__":
    main()
