"""Meta's side of a webhook: bodies, signatures, connections kept open."""

import hashlib
import hmac
import http.client
import json
import time

from house import APP_SECRET, DISPLAY_NUMBER, PHONE_NUMBER_ID, WABA_ID


def signature(body, secret=APP_SECRET):
    return "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def _body(value):
    value = {"messaging_product": "whatsapp",
             "metadata": {"display_phone_number": DISPLAY_NUMBER,
                          "phone_number_id": PHONE_NUMBER_ID}, **value}
    return json.dumps({"object": "whatsapp_business_account",
                       "entry": [{"id": WABA_ID,
                                  "changes": [{"value": value, "field": "messages"}]}]}).encode()


def text_message(phone, name, wamid, text, at=None):
    """One person writes one line. `at`: Unix seconds, default now."""
    return _body({"contacts": [{"profile": {"name": name}, "wa_id": phone}],
                  "messages": [{"from": phone, "id": wamid,
                                "timestamp": str(int(at or time.time())),
                                "text": {"body": text}, "type": "text"}]})


def status_update(wamid, state, recipient, callback_data=None, at=None):
    status = {"id": wamid, "status": state, "timestamp": str(int(at or time.time())),
              "recipient_id": recipient}
    if callback_data:
        status["biz_opaque_callback_data"] = callback_data
    return _body({"statuses": [status]})


class Line:
    """A connection to the webhook port, kept open and made again when it breaks."""

    def __init__(self, port, timeout=30):
        self._port = port
        self._timeout = timeout
        self._connection = None

    def post(self, body, headers=None):
        """The HTTP status, or None when nobody can say what became of it."""
        if headers is None:
            headers = {"X-Hub-Signature-256": signature(body)}
        headers = {"Content-Type": "application/json", **headers}
        try:
            if self._connection is None:
                self._connection = http.client.HTTPConnection(
                    "127.0.0.1", self._port, timeout=self._timeout)
            self._connection.request("POST", "/webhook", body, headers)
            answer = self._connection.getresponse()
            answer.read()
            if answer.will_close:
                self.close()
            return answer.status
        except (OSError, http.client.HTTPException):
            self.close()
            return None

    def close(self):
        if self._connection is not None:
            self._connection.close()
            self._connection = None
