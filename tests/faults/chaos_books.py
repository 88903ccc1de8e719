"""Two sets of books over one night: what Meta's side knows, what the daemon's store holds.

Meta's side is read from the bodies it posted until they were acknowledged and from what it took;
the daemon's side from its store, opened after it has ended (destek-check-store).
"""

import json
import subprocess
from collections import Counter

from house import PATIENCE, Trouble, bin_dir

# A kind of ours for each type of Meta's that has another name or more than one.
OURS = {"audio": lambda part: "voice" if part.get("voice") else "audio"}
KNOWN = {"text", "image", "video", "audio", "document", "sticker", "location", "contacts",
         "button", "interactive", "reaction", "order", "system", "unsupported", "edit", "revoke"}


def kind_of(message):
    """What the daemon calls a message of Meta's."""
    kind = message.get("type", "")
    if kind not in KNOWN:
        return "unknown"
    return OURS[kind](message.get(kind, {})) if kind in OURS else kind


class MetaBooks:
    """What the sandbox posted and took."""

    def __init__(self, house):
        self.messages = {}  # wamid: kind
        self.statuses = set()  # (wamid, status)
        self.media = {}  # wamid: Meta's id of its file
        self.garbage = 0
        for delivery in house.ask("delivered?bodies=1"):
            if not delivery["acknowledged"]:
                continue
            try:
                body = json.loads(delivery["body"])
            except ValueError:
                self.garbage += 1
                continue
            for value in (change["value"] for entry in body["entry"]
                          for change in entry["changes"] if change["field"] == "messages"):
                self._note(value)
        own = {e["id"] for e in house.ask("books?ids=1")["ids"] if e["group"] == "in" and e["taken"]}
        if own != set(self.messages):
            raise Trouble("what was posted and the sandbox's own books are not the same: "
                          f"{sorted(own ^ set(self.messages))[:5]}")
        # Callback data is our own message id; Meta only repeats it.
        self.taken = {}
        for message in house.ask("sent"):
            ours = message["biz_opaque_callback_data"].split("#")[0]  # "#2": the second attempt
            if ours in self.taken:
                raise Trouble("Meta took a message twice")
            self.taken[ours] = (message["wamid"], message["type"])

    def _note(self, value):
        for message in value.get("messages", []):
            self.messages[message["id"]] = kind_of(message)
            part = message.get(message.get("type", ""))
            if isinstance(part, dict) and "sha256" in part:
                self.media[message["id"]] = part["id"]
        for status in value.get("statuses", []):
            self.statuses.add((status["id"], status["status"]))


class DaemonBooks:
    """What the store holds; the daemon must have ended."""

    def __init__(self, folder):
        run = subprocess.run([bin_dir() / "destek-check-store", "--books", folder],
                             capture_output=True, timeout=PATIENCE * 3)
        book = json.loads(run.stdout or b"{}")
        if "messages" not in book:
            raise Trouble(f"the store cannot be read: {book} {run.stderr.decode()[-2000:]}")
        entries = book["messages"]
        inbound = [m for m in entries if m["direction"] == "inbound"]
        self.messages = {m["wamid"]: m["kind"] for m in inbound}
        if len(self.messages) != len(inbound):
            raise Trouble("a message stands in the store twice")
        self.media = {m["wamid"]: m["media"]["id"] for m in inbound if m["media"]}
        self.media_states = Counter(m["media"]["state"] for m in inbound if m["media"])
        self.outbound = {m["id"]: m for m in entries if m["direction"] == "outbound"}
        self.statuses = {(m["wamid"], s) for m in self.outbound.values() for s in m["statuses"]}
        self.garbage = book["deadLetters"]
        self.taken = {i: (m["wamid"], m["kind"]) for i, m in self.outbound.items() if m["wamid"]}


def difference(what, meta, daemon):
    """Sentences about what one side has and the other has not."""
    found = []
    for side, more, less in (("only Meta", meta, daemon), ("only the daemon", daemon, meta)):
        lacking = [k for k in more if k not in less]
        if lacking:
            found.append(f"{what}: {side} has {len(lacking)}: {sorted(map(str, lacking))[:5]}")
    if isinstance(meta, dict):
        unlike = [(k, meta[k], daemon[k]) for k in meta if k in daemon and meta[k] != daemon[k]]
        if unlike:
            found.append(f"{what}: {len(unlike)} differ: {unlike[:5]}")
    return found


def compare(meta, daemon, asked):
    """Prints both books as counts. Trouble if they differ, or if an answer that an agent was
    promised (`asked`) is nowhere."""
    rows = []

    def table(title, left, right):
        for name in sorted(set(left) | set(right)):
            rows.append((f"{title} {name}", left[name], right[name]))

    table("in", Counter(meta.messages.values()), Counter(daemon.messages.values()))
    table("out", Counter(k for _, k in meta.taken.values()),
          Counter(k for _, k in daemon.taken.values()))
    table("status", Counter(s for _, s in meta.statuses), Counter(s for _, s in daemon.statuses))
    rows.append(("files announced", len(meta.media), len(daemon.media)))
    rows.append(("unreadable bodies", meta.garbage, daemon.garbage))
    width = max(len(name) for name, _, _ in rows)
    print(f"{'':{width}}  sandbox  daemon")
    for name, left, right in rows:
        print(f"{name:{width}}  {left:7}  {right:6}")
    ends = Counter(m["state"] for m in daemon.outbound.values())
    print("answers ended: " + ", ".join(f"{n} {state}" for state, n in sorted(ends.items())))

    print("files: " + ", ".join(f"{n} {s}" for s, n in sorted(daemon.media_states.items())))

    found = (difference("inbound messages", meta.messages, daemon.messages)
             + difference("messages taken", meta.taken, daemon.taken)
             + difference("files", meta.media, daemon.media)
             + difference("statuses", meta.statuses, daemon.statuses))
    if meta.garbage != daemon.garbage:
        found.append("unreadable bodies differ")
    if set(daemon.media_states) - {"here"}:
        found.append(f"files that are not here: {dict(daemon.media_states)}")
    lost = [i for i in asked if i not in daemon.outbound]
    if lost:
        found.append(f"{len(lost)} answers vanished: {lost[:5]}")
    open_ends = {i: m["state"] for i, m in daemon.outbound.items()
                 if m["state"] in ("queued", "sending", "accepted")}
    if open_ends:
        found.append(f"{len(open_ends)} answers have no end: {list(open_ends.items())[:5]}")
    if found:
        raise Trouble("the books differ:\n" + "\n".join(found))
    return sum(left for _, left, _ in rows)
