"""Two sets of books over one night: what Meta's side knows, what the daemon's store holds.

Meta's side is read from the bodies it posted until they were acknowledged and from what it took;
the daemon's side from its store, opened after it has ended (destek-check-store).
"""

import json
import subprocess
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from house import DISPLAY_NUMBER, PATIENCE, Trouble, bin_dir

# A kind of ours for each type of Meta's that has another name or more than one.
OURS = {"audio": lambda part: "voice" if part.get("voice") else "audio"}
KNOWN = {"text", "image", "video", "audio", "document", "sticker", "location", "contacts",
         "button", "interactive", "reaction", "order", "system", "unsupported", "edit", "revoke"}
LINKS = {"reaction", "edit", "revoke"}
RANKS = ["accepted", "sent", "delivered", "read", "played"]
# What an old message of ours came to, in the words of a history import.
OLD_STATES = {"error": "failed", "pending": "accepted"}
PUT_OFF = {1, 4, 80007, 130429, 131056, 131057, 134101}  # failed by status: sent again by itself
UNSAYABLE = "4111"  # card numbers are masked before anything is stored


def kind_of(message):
    """What the daemon calls a message of Meta's."""
    kind = message.get("type", "")
    if kind not in KNOWN:
        return "unknown"
    return OURS[kind](message.get(kind, {})) if kind in OURS else kind


@dataclass
class Booked:
    """One message, as either side has it."""
    way: str  # cloud, phone, history or standby
    direction: str
    kind: str
    at: int  # Meta's second
    person: object  # whose thread it is in, in the words of that side

    def same(self):
        return (self.way, self.direction, self.kind, self.at)


@dataclass
class Now:
    """What a thread must show of a message now: sets, because of one second either may win."""
    revoked: bool = False
    texts: set = field(default_factory=set)
    reactions: set = field(default_factory=set)


class MetaBooks:
    """What the sandbox posted and took."""

    def __init__(self, house, customers):
        self.diary = customers.diary
        self.messages = {}  # wamid: Booked
        self.statuses = set()  # (our id, attempt, status)
        self._told = defaultdict(dict)  # wamid: {status: code}
        self.media = {}  # wamid: (Meta's id of its file, what must have become of it)
        self.garbage = 0
        self.id_changes = 0  # told by a field of its own, not by a message
        self._owners = customers.owners
        self._words = {}  # wamid: text
        self._links = []  # (second, kind, target, text)
        self._id_updates = set()
        self._old_states = {}  # wamid of a history message of ours: its state
        for delivery in house.ask("delivered?bodies=1"):
            if not delivery["acknowledged"]:
                continue
            try:
                body = json.loads(delivery["body"])
            except ValueError:
                self.garbage += 1
                continue
            for entry in body["entry"]:
                for change in entry["changes"]:
                    self._note(change["field"], change["value"])
        groups = {"in", "echoes", "history", "history_media", "standby"}
        own = {e["id"] for e in house.ask("books?ids=1")["ids"] if e["group"] in groups
               and e["taken"]}
        if own != set(self.messages):
            raise Trouble("what was posted and the sandbox's own books are not the same: "
                          f"{sorted(own ^ set(self.messages))[:5]}")
        # Callback data is our own message id; Meta only repeats it.
        self.taken = {}
        self.attempts = {}  # our id: the newest attempt that Meta took
        for message in house.ask("sent"):
            ours, _, number = message["biz_opaque_callback_data"].partition("#")
            attempt = int(number or 1)  # "#2": the second attempt
            wamid = message["wamid"]
            self.statuses.update((ours, attempt, status) for status in self._told[wamid])
            self._check_again(ours, attempt, wamid)
            if attempt < self.attempts.get(ours, 0):
                continue
            part = message["body"].get(message["type"], {})
            kind = kind_of({"type": message["type"], message["type"]: part})
            self.attempts[ours] = attempt
            self.taken[ours] = (wamid, "template" if message["type"] == "template" else kind)

    def _check_again(self, ours, attempt, wamid):
        """Taken a second time only if Meta gave back what it took before."""
        if ours not in self.taken:
            return
        earlier = wamid if attempt < self.attempts[ours] else self.taken[ours][0]
        if attempt == self.attempts[ours] or not self._given_back(earlier):
            raise Trouble("Meta took a message twice")

    def _given_back(self, wamid):
        return self._told[wamid].get("failed") in PUT_OFF

    def _note(self, name, value):
        if name == "messages":
            for message in value.get("messages", []):
                self._take(message, "cloud")
            for status in value.get("statuses", []):
                code = status["errors"][0]["code"] if status.get("errors") else 0
                self._told[status["id"]][status["status"]] = code
        elif name == "smb_message_echoes":
            for message in value["message_echoes"]:
                self._take(message, "phone")
        elif name == "standby":
            for message in value["standby"].get("messages", []):
                self._take(message, "standby")
            for echo in value["standby"].get("message_echoes", []):
                # The order of whoever answers, as it went to WhatsApp.
                self._take({**echo["message"], "id": echo["id"], "from": DISPLAY_NUMBER,
                            "timestamp": echo["timestamp"],
                            "to_user_id": echo["message"].get("recipient")}, "standby")
        elif name == "user_id_update":
            self._id_updates.update(json.dumps(u) for u in value["user_id_update"])
            self.id_changes = len(self._id_updates)
        elif name == "history":
            for part in value.get("history", []):
                for thread in part.get("threads", []):
                    for message in thread["messages"]:
                        self._take(message, "history")
            for message in value.get("messages", []):  # a file that its placeholder announced
                self._take(message, "history")

    def _take(self, message, way):
        wamid, kind = message["id"], kind_of(message)
        known = self.messages.get(wamid)
        if known is None or known.kind == "unknown":
            ours = message.get("from") == DISPLAY_NUMBER
            user = message.get("to_user_id" if ours else "from_user_id")
            self.messages[wamid] = Booked(way, "outbound" if ours else "inbound", kind,
                                          int(message["timestamp"]), self._owners.get(user))
        part = message.get(message.get("type", ""))
        part = part if isinstance(part, dict) else {}
        self._note_file(wamid, message, part)
        if kind == "text":
            self._words[wamid] = part["body"]
        if kind in LINKS:
            target = part.get("message_id" if kind == "reaction" else "original_message_id")
            words = (part.get("emoji", "") if kind == "reaction" else
                     part.get("message", {}).get("text", {}).get("body", ""))
            self._links.append((int(message["timestamp"]), kind, target, words))
        if "history_context" in message:
            state = message["history_context"]["status"].lower()
            self._old_states[wamid] = OLD_STATES.get(state, state)

    def _note_file(self, wamid, message, part):
        if "sha256" in part:
            self.media[wamid] = (part["id"], "here")
        elif 131052 in [e["code"] for e in message.get("errors", [])]:
            self.media[wamid] = ("", "too_large")
        elif message["type"] == "media_placeholder":  # until its file comes
            self.media.setdefault(wamid, ("", "missing"))

    def said_about(self, wamid):
        return [link for link in self._links if link[2] == wamid]

    def now(self):
        """wamid: what must be shown of it, for everything customers said something about."""
        found = defaultdict(Now)
        newest = {}  # (target, kind): (second, words said in it)
        for at, kind, target, words in self._links:
            if kind == "revoke":
                found[target].revoked = True
                continue
            second, said = newest.get((target, kind), (-1, set()))
            if at > second:
                newest[target, kind] = (at, {words})
            elif at == second:
                said.add(words)
        for (target, kind), (_, words) in newest.items():
            if kind == "edit":
                found[target].texts = words
            else:
                found[target].reactions = words
        for wamid, words in self._words.items():
            if not found[wamid].texts and UNSAYABLE not in words:
                found[wamid].texts = {words}
        return {w: n for w, n in found.items()
                if w not in self.messages or self.messages[w].kind not in LINKS}

    def ends(self):
        """wamid of what we sent: the state it must have by now."""
        found = dict(self._old_states)
        for wamid in [w for w, _ in self.taken.values()]:
            told = self._told[wamid]
            if self._given_back(wamid) and not told.keys() & {"delivered", "read", "played"}:
                continue  # what became of it after that, Meta was not asked
            best = max((RANKS.index(s) for s in told if s in RANKS), default=0)
            found[wamid] = ("failed" if "failed" in told and best < RANKS.index("delivered")
                            else RANKS[best])
        return {w: s for w, s in found.items()
                if w not in self.messages or self.messages[w].direction == "outbound"}


class DaemonBooks:
    """What the store holds; the daemon must have ended."""

    def __init__(self, folder):
        run = subprocess.run([bin_dir() / "destek-check-store", "--books", folder],
                             capture_output=True, timeout=PATIENCE * 5)
        book = json.loads(run.stdout or b"{}")
        if "messages" not in book:
            raise Trouble(f"the store cannot be read: {book} {run.stderr.decode()[-2000:]}")
        self.entries = book["messages"]
        # Ours are those that a console or the daemon wrote; what was written elsewhere is told.
        told = [m for m in self.entries if m["direction"] == "inbound" or m["way"] != "cloud"]
        self.id_changes = sum(m["wamid"].startswith("user_id_update:") for m in told)
        told = [m for m in told if not m["wamid"].startswith("user_id_update:")]
        self.messages = {m["wamid"]: Booked(m["way"], m["direction"], m["kind"], m["at"] // 1000,
                                            m["conversation"]) for m in told}
        if len(self.messages) != len(told):
            raise Trouble("a message stands in the store twice")
        self.media = {m["wamid"]: (m["media"]["id"], m["media"]["state"])
                      for m in told if m["media"]}
        self.ours = {m["id"]: m for m in self.entries
                     if m["direction"] == "outbound" and m["way"] == "cloud"}
        self.statuses = {(m["id"], s["attempt"], s["state"]) for m in self.ours.values()
                         for s in m["statuses"]}
        self.garbage = book["deadLetters"]
        self.taken = {i: (m["wamid"], m["kind"]) for i, m in self.ours.items() if m["wamid"]}
        self.states = {m["wamid"]: m["state"] for m in self.entries if m["wamid"]}

    def out_of_order(self):
        """Messages that stand in a thread before one of an earlier second."""
        found, last = [], {}
        for message in self.entries:
            if message["at"] < last.get(message["conversation"], 0):
                found.append(message["wamid"] or message["id"])
            last[message["conversation"]] = message["at"]
        return found


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


def people_differ(meta, daemon):
    """One person stays one person, two stay two (R-06)."""
    threads, people = defaultdict(set), defaultdict(set)
    for wamid, booked in meta.messages.items():
        if booked.person is not None and wamid in daemon.messages:
            threads[booked.person].add(daemon.messages[wamid].person)
            people[daemon.messages[wamid].person].add(booked.person)
    torn = {p: sorted(t) for p, t in threads.items() if len(t) > 1}
    mixed = {t: sorted(p) for t, p in people.items() if len(p) > 1}
    found = []
    if torn:
        found.append(f"{len(torn)} people have two threads: {list(torn.items())[:5]}")
        found += [story(p, meta, daemon) for p in torn]
    if mixed:
        found.append(f"{len(mixed)} threads hold two people: {list(mixed.items())[:5]}")
        found += [story(p, meta, daemon) for both in mixed.values() for p in sorted(both)]
    return found, len(threads), len(people)


def story(person, meta, daemon):
    """Who a person has been, and where their messages went."""
    return f"{person} {meta.diary.get(person)} {seconds_in_threads(person, meta, daemon)}"


def seconds_in_threads(person, meta, daemon):
    """Where the messages of one person went: thread, seconds and kinds."""
    found = defaultdict(list)
    for wamid, booked in meta.messages.items():
        if booked.person == person and wamid in daemon.messages:
            found[daemon.messages[wamid].person].append((booked.at, booked.way, booked.kind))
    return {thread: sorted(those)[:20] for thread, those in found.items()}


def shown_differs(meta, daemon):
    """What is true of a message now: edited, withdrawn, reacted to, in any order of arrival."""
    found, counts = [], Counter()
    expected = meta.now()
    for entry in daemon.entries:
        shown, wanted = entry["shown"], expected.get(entry["wamid"], Now())
        if entry["kind"] in LINKS:
            continue
        wamid = entry["wamid"]
        if shown["revoked"] != wanted.revoked:
            found.append(f"{wamid} withdrawn: {shown['revoked']}, not {wanted.revoked}")
        elif not shown["revoked"] and wanted.texts and shown["text"] not in wanted.texts:
            found.append(f"{wamid} reads {shown['text']!r}, not one of {sorted(wanted.texts)}")
        if shown["revoked"]:
            wanted = Now()  # with its reactions
        reactions = shown["reactions"] or [""]
        if len(reactions) > 1 or reactions[0] not in (wanted.reactions or {""}):
            found.append(f"{wamid} has {reactions}, not one of {sorted(wanted.reactions)}: "
                         f"{entry} {meta.said_about(wamid)}")
        counts["withdrawn"] += shown["revoked"]
        counts["edited"] += shown["edited"]
        counts["with a reaction"] += bool(shown["reactions"])
    return ([f"{len(found)} messages are shown wrongly: {found[:5]}"] if found else []), counts


def table(meta, daemon):
    """(name, the sandbox's count, the daemon's), of everything there is."""
    def told(side):
        return Counter(f"{b.way} {'in' if b.direction == 'inbound' else 'out'} {b.kind}"
                       for b in side.messages.values())

    def sent(side):
        return Counter(f"answered {kind}" for _, kind in side.taken.values())

    def noted(side):
        return Counter(f"status {status}" for _, _, status in side.statuses)

    def files(side):
        return Counter(f"file {state}" for _, state in side.media.values())

    ends = meta.ends()
    states = (Counter(f"ended {s}" for s in ends.values()),
              Counter(f"ended {daemon.states[w]}" for w in ends if w in daemon.states))
    rows = []
    for left, right in ((told(meta), told(daemon)), (sent(meta), sent(daemon)),
                        (noted(meta), noted(daemon)), states, (files(meta), files(daemon))):
        rows += [(name, left[name], right[name]) for name in sorted(set(left) | set(right))]
    rows.append(("ids changed by a field", meta.id_changes, daemon.id_changes))
    rows.append(("unreadable bodies", meta.garbage, daemon.garbage))
    return rows


def compare(meta, daemon, promised):
    """Prints both books as counts. Trouble if they differ, or if an answer that an agent was
    promised (`promised`) is nowhere."""
    people, their_people, our_people = people_differ(meta, daemon)
    shown, shown_counts = shown_differs(meta, daemon)
    rows = [*table(meta, daemon), ("people", their_people, our_people)]
    width = max(len(name) for name, _, _ in rows)
    print(f"{'':{width}}  sandbox  daemon")
    for name, left, right in rows:
        print(f"{name:{width}}  {left:7}  {right:6}{'' if left == right else '  <'}")
    ends = Counter(m["state"] for m in daemon.ours.values())
    print("answers ended: " + ", ".join(f"{n} {state}" for state, n in sorted(ends.items())))
    codes = Counter((m["code"], m["kind"]) for m in daemon.ours.values() if m["state"] == "failed")
    print("failed with: " + (", ".join(f"{n} {code} {kind}" for (code, kind), n
                                       in sorted(codes.items())) or "none"))
    refusals = Counter(m["refusal"] for m in daemon.ours.values() if m["refusal"])
    print("refused at the last moment: "
          + (", ".join(f"{n} {why}" for why, n in sorted(refusals.items())) or "none"))
    print("shown: " + ", ".join(f"{n} {what}" for what, n in sorted(shown_counts.items())))

    ends = meta.ends()
    found = (difference("messages told", {w: b.same() for w, b in meta.messages.items()},
                        {w: b.same() for w, b in daemon.messages.items()})
             + difference("messages taken", meta.taken, daemon.taken)
             + difference("files", meta.media, daemon.media)
             + difference("statuses", meta.statuses, daemon.statuses)
             + difference("states", ends,
                          {w: s for w, s in daemon.states.items() if w in ends})
             + people + shown)
    if meta.garbage != daemon.garbage:
        found.append("unreadable bodies differ")
    if wrong := daemon.out_of_order():
        found.append(f"{len(wrong)} messages stand in the wrong order: {wrong[:5]}")
    if lost := [i for i in promised if i not in daemon.ours]:
        found.append(f"{len(lost)} answers vanished: {lost[:5]}")
    unlike = [(i, kind, daemon.ours[i]["kind"]) for i, kind in promised.items()
              if i in daemon.ours and daemon.ours[i]["kind"] != kind]
    if unlike:
        found.append(f"{len(unlike)} answers are of another kind: {unlike[:5]}")
    open_ends = {i: m["state"] for i, m in daemon.ours.items()
                 if m["state"] in ("queued", "sending", "accepted")}
    if open_ends:
        found.append(f"{len(open_ends)} answers have no end: {list(open_ends.items())[:5]}")
    if found:
        raise Trouble("the books differ:\n" + "\n".join(found))
    return sum(left for _, left, _ in rows)
