"""A console without a screen: pairs, signs in, asks, follows the live feed.

Trust is the daemon's own CA, as paired; certificates are checked.
"""

import base64
import http.client
import json
import os
import ssl
import threading
import urllib.parse
import uuid

from house import PATIENCE, Trouble

USER = "elif"
PASSWORD = "uzun-bir-parola-1881"


class Console:
    def __init__(self, house):
        self._house = house
        self._connection = None
        self.token = None

    def enter(self, ready, name="test console"):
        """Pairs, makes the first administrator if there is none, signs in."""
        link = urllib.parse.urlparse(ready["pairingUri"])
        code = urllib.parse.parse_qs(link.query)["code"][0]
        key = base64.b64encode(os.urandom(32)).decode()
        device = self.post("/v1/pair", {"code": code, "deviceName": name, "publicKey": key})
        if "setupCode" in ready:
            self.post("/v1/setup", {"code": ready["setupCode"], "userName": USER,
                                    "displayName": "Elif", "password": PASSWORD})
        session = self.post("/v1/sessions", {"userName": USER, "password": PASSWORD},
                            {"X-Destek-Device": device["deviceToken"]})
        self.token = session["token"]
        return self

    def step_up(self):
        self.post("/v1/sessions/step-up", {"password": PASSWORD})

    # --- requests --------------------------------------------------------------------------

    def connect(self, timeout=PATIENCE):
        # The name is checked against the certificate; the address needs no resolver.
        raw = http.client.HTTPConnection("127.0.0.1", self._house.console_port, timeout=timeout)
        raw.connect()
        tls = ssl.create_default_context(cafile=str(self._house.data / "tls" / "ca.pem"))
        raw.sock = tls.wrap_socket(raw.sock, server_hostname="localhost")
        return raw

    def request(self, method, path, body=None, headers=None):
        """(status, JSON); a broken connection is made again once."""
        payload = None if body is None else json.dumps(body).encode()
        status, text = self.request_bytes(method, path, payload, headers)
        return status, json.loads(text) if text else {}

    def request_bytes(self, method, path, payload=None, headers=None):
        """(status, bytes), for what is no JSON."""
        headers = {**self.authorization(), **(headers or {})}
        for last in (False, True):
            try:
                if self._connection is None:
                    self._connection = self.connect()
                self._connection.request(method, path, payload, headers)
                answer = self._connection.getresponse()
                text = answer.read()
                if answer.will_close:
                    self.close()
                return answer.status, text
            except (OSError, http.client.HTTPException):
                self.close()
                if last:
                    raise
        raise Trouble("unreachable")

    def authorization(self):
        return {"Authorization": f"Bearer {self.token}"} if self.token else {}

    def get(self, path):
        return self._expect(path, self.request("GET", path))

    def post(self, path, body, headers=None):
        return self._expect(path, self.request("POST", path, body, headers))

    @staticmethod
    def _expect(path, answer):
        status, body = answer
        if status not in (200, 201, 202, 204):
            raise Trouble(f"{path} answered {status}: {body}")
        return body

    def close(self):
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    # --- what people do --------------------------------------------------------------------

    def conversations(self):
        """Every conversation, by id."""
        found, cursor = {}, ""
        while True:
            page = self.get("/v1/inbox?limit=500" + (f"&before={cursor}" if cursor else ""))
            found.update((row["id"], row) for row in page["conversations"])
            cursor = page.get("next")
            if not cursor:
                return found

    def messages(self, conversation):
        """The whole thread, oldest first."""
        thread, place = [], ""
        while True:
            page = self.get(f"/v1/conversations/{conversation}/messages?limit=200{place}")
            thread = page["messages"] + thread
            if not page["hasOlder"] or not page["messages"]:
                return thread
            first = page["messages"][0]
            place = f"&before={first['at']}:{first['order']}"

    def all_messages(self):
        return [m for c in sorted(self.conversations()) for m in self.messages(c)]

    def send(self, conversation, text, message_id=None):
        """Queues an answer; the message's id."""
        message_id = message_id or str(uuid.uuid4())
        self.post(f"/v1/conversations/{conversation}/messages",
                  {"id": message_id, "purpose": "support_answer", "text": text})
        return message_id

    def send_content(self, conversation, content, message_id=None):
        """Queues a message of any kind; (status, answer, id)."""
        message_id = message_id or str(uuid.uuid4())
        status, answer = self.request(
            "POST", f"/v1/conversations/{conversation}/messages",
            {"id": message_id, "purpose": "support_answer", "content": content})
        return status, answer, message_id

    def upload(self, conversation, name, content):
        """(status, answer): the file handed over for a message still to be written."""
        status, text = self.request_bytes(
            "POST", f"/v1/conversations/{conversation}/uploads", content,
            {"Content-Type": "application/octet-stream",
             "X-Destek-File-Name": urllib.parse.quote(name)})
        return status, json.loads(text) if text else {}

    def media(self, message_id):
        """(status, bytes) of what a message holds."""
        return self.request_bytes("GET", f"/v1/messages/{message_id}/media")

    def templates(self):
        """Those that may be sent."""
        return self.get("/v1/templates")["templates"]

    def decide(self, message_id, decision):
        return self.post(f"/v1/messages/{message_id}/decision", {"decision": decision})


class Feed:
    """Follows /v1/feed on a thread and keeps what it was told; resumes from the last number."""

    def __init__(self, console, after=0):
        self._console = console
        self.seq = after
        self.events = []  # (number or None, event, data)
        self._told = threading.Condition()
        self._connection = None
        self._wanted = False
        self._thread = None

    def start(self):
        self._wanted = True
        self._thread = threading.Thread(target=self._follow, daemon=True)
        self._thread.start()
        return self

    def cut(self):
        """The network goes away."""
        self._wanted = False
        if self._connection is not None and self._connection.sock is not None:
            try:
                self._connection.sock.shutdown(2)
            except OSError:
                pass
        self._thread.join(PATIENCE)

    def wait(self, condition, what, patience=PATIENCE):
        """Until condition(events) is true."""
        with self._told:
            if not self._told.wait_for(lambda: condition(self.events), patience):
                raise Trouble(f"the feed never said: {what}")

    def _follow(self):
        while self._wanted:
            try:
                self._read_stream()
            except (OSError, http.client.HTTPException, ValueError, AttributeError):
                pass
            if self._wanted:
                threading.Event().wait(0.1)  # a console's own pause before it tries again

    def _read_stream(self):
        self._connection = self._console.connect(timeout=30)
        self._connection.request("GET", f"/v1/feed?after={self.seq}", headers={
            **self._console.authorization(), "Accept": "text/event-stream"})
        answer = self._connection.getresponse()
        if answer.status != 200:
            return
        number, event, data = None, "message", []
        while self._wanted:
            line = answer.readline()
            if not line:
                return
            line = line.decode().rstrip("\r\n")
            if not line:
                if data:
                    self._tell(number, event, json.loads("\n".join(data)))
                number, event, data = None, "message", []
            elif line.startswith("id: "):
                number = int(line[4:])
            elif line.startswith("event: "):
                event = line[7:]
            elif line.startswith("data: "):
                data.append(line[6:])

    def _tell(self, number, event, data):
        with self._told:
            self.events.append((number, event, data))
            if number is not None:
                self.seq = number
            elif event == "beat":
                self.seq = max(self.seq, data.get("seq", 0))
            self._told.notify_all()
