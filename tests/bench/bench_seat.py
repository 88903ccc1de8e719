"""A console's place at the daemon without a console: pairs, signs in, asks over one connection."""

import base64
import http.client
import json
import secrets
import ssl
import time

from bench_kit import PASSWORD, USER, Trouble


class Seat:
    def __init__(self, daemon):
        self._token = None
        trust = ssl.create_default_context(cafile=daemon.folder / "data" / "tls" / "ca.pem")
        self._https = http.client.HTTPSConnection("localhost", daemon.console, context=trust)
        code = daemon.command("pair")["uri"].split("code=")[1]
        key = base64.b64encode(secrets.token_bytes(32)).decode()
        self._device = self._ask("POST", "/v1/pair", {"code": code, "deviceName": "bench",
                                                      "publicKey": key})["deviceToken"]

    def _ask(self, method, path, body=None, **headers):
        payload = json.dumps(body) if body is not None else None
        for last in (False, True):
            try:
                self._https.request(method, path, payload, {**headers, **self.authorization()})
                reply = self._https.getresponse()
                break
            except ConnectionError:  # kept for too long without a word
                self._https.close()
                if last:
                    raise
        text = reply.read()
        if reply.status >= 300:
            raise Trouble(f"{path.split('?')[0]} was answered {reply.status}: {text[:200]}")
        return json.loads(text)

    def authorization(self):
        return {"Authorization": f"Bearer {self._token}"} if self._token else {}

    def sign_in(self):
        self._token = None
        self._token = self._ask("POST", "/v1/sessions", {"userName": USER, "password": PASSWORD},
                                **{"X-Destek-Device": self._device})["token"]
        return self

    def timed_sign_in(self):
        """Milliseconds."""
        began = time.monotonic_ns()
        self.sign_in()
        return (time.monotonic_ns() - began) / 1e6

    def get(self, path):
        return self._ask("GET", path)

    def timed(self, path):
        """(milliseconds until the whole answer was here, the answer)"""
        began = time.monotonic_ns()
        answer = self.get(path)
        return (time.monotonic_ns() - began) / 1e6, answer

    def inbox(self):
        """Every conversation."""
        rows, cursor = [], ""
        while True:
            page = self.get("/v1/inbox?limit=500" + (f"&before={cursor}" if cursor else ""))
            rows += page["conversations"]
            cursor = page.get("next")
            if not cursor:
                return rows
