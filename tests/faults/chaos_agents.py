"""Who is up in a night of chaos: the agents. They answer with everything an agent may send; a
console that saw no answer sends the same id again.
"""

import http.client
import json
import urllib.parse
import uuid

from chaos_people import TEXTS, Actor
from console_side import Console
from house import Trouble
from outbound_shapes import (BUTTONS, CARD, FILES, LIST, PLACE, TEMPLATES, file_content,
                             template_content)


class Agent(Actor):
    def __init__(self, house, name, seed, pause, link):
        super().__init__(name, seed, pause)
        self._console = Console(house).enter(link, name)
        self.promised = {}  # ids the daemon said it has: their kinds
        self.refused = 0

    def turn(self):
        rows = self._ask("GET", "/v1/inbox?limit=100")[1].get("conversations", [])
        if not rows:
            return
        row = self.dice.choice(rows)
        place = f"/v1/conversations/{row['id']}"
        if self.dice.random() < 0.1:
            self._ask("POST", place + "/read", {"typing": self.dice.random() < 0.5})
            return
        content = self._content(place)
        if content is None:
            return
        message = str(uuid.uuid4())
        status, answer = self._ask("POST", place + "/messages", {
            "id": message, "purpose": "support_answer", "content": content})
        if status in (200, 202):
            self.promised[message] = content["kind"]
        elif 400 <= status < 500:
            self.refused += 1
        else:
            raise Trouble(f"the daemon answered {status}: {answer}")

    # --- what they say ---------------------------------------------------------------------

    def _content(self, place):
        """None if there is nothing to say it about, or no file came through."""
        text = {"kind": "text", "text": self.dice.choice(TEXTS)}
        maker = self.dice.choice([
            lambda: text, lambda: text, lambda: text,
            lambda: self._about(place, text),
            lambda: self._about(place, {"kind": "reaction", "text": "🙏"}),
            lambda: self._about(place, {"kind": "reaction"}),
            lambda: self._file(place), lambda: self._file(place), lambda: self._file(place),
            lambda: PLACE, lambda: CARD, lambda: BUTTONS, lambda: LIST,
            lambda: self._template(place)])
        return maker()

    def _about(self, place, content):
        """A quote of, or a reaction to, something they wrote lately."""
        thread = self._ask("GET", place + "/messages?limit=20")[1].get("messages", [])
        theirs = [m["id"] for m in thread if m["direction"] == "inbound" and not m["absorbed"]]
        return {**content, "answers": self.dice.choice(theirs)} if theirs else None

    def _file(self, place):
        key = self.dice.choice(sorted(FILES))
        upload = self._upload(place, key)
        return None if upload is None else file_content(key, upload)

    def _template(self, place):
        name = self.dice.choice(sorted(TEMPLATES))
        header = TEMPLATES[name][1]
        if header is None:
            return template_content(name)
        upload = self._upload(place, header)
        return None if upload is None else template_content(name, upload)

    def _upload(self, place, key):
        _, _, name, content, _ = FILES[key]
        headers = {"Content-Type": "application/octet-stream",
                   "X-Destek-File-Name": urllib.parse.quote(name)}
        status, upload = self._until_answered(lambda: self._bytes(place + "/uploads", content,
                                                                  headers))
        if status == 404:
            return None  # the night is over
        if status != 201:
            raise Trouble(f"upload of {name} answered {status}: {upload}")
        return upload["id"]

    # --- asking ----------------------------------------------------------------------------

    def _bytes(self, path, content, headers):
        status, text = self._console.request_bytes("POST", path, content, headers)
        return status, json.loads(text) if text else {}

    def _ask(self, method, path, body=None):
        return self._until_answered(lambda: self._console.request(method, path, body))

    def _until_answered(self, ask):
        """The daemon may be away."""
        while not self._over.is_set():
            try:
                status, answer = ask()
            except (OSError, http.client.HTTPException, json.JSONDecodeError):
                self._over.wait(0.2)
                continue
            if status != 503:
                return status, answer
            self._over.wait(0.2)
        return 404, {}

    def close(self):
        self._console.close()
