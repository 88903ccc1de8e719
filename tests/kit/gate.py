"""Stands between destekd and Meta: sees every request to send, lets it through or not.

What came through the gate is what the daemon really sent, whatever became of it.
"""

import http.client
import json
import threading
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from house import PATIENCE

# What to do with a message: see Gate.expect().
PASS, HOLD, TAKE_AND_HOLD, TAKE_AND_CUT, TAKE_AND_HALVE, TAKE_AND_FAIL = range(6)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        pass  # the other side was killed: that is the test


class Gate:
    def __init__(self, house):
        self.asked = Counter()  # message id: times the daemon sent it
        self.requests = []  # every POST: (path, content type, body)
        self._modes = {}
        self.reached = threading.Event()  # a held request is here
        self.let_go = threading.Event()
        gate = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_):
                pass

            def do_GET(self):
                status, text, content_type = self.forward(b"")
                if content_type and content_type.startswith("application/json"):
                    # Addresses of media lead through here too.
                    text = text.replace(f":{house.graph_port}".encode(),
                                        f":{house.gate_port}".encode())
                self.reply(status, text, content_type)

            def do_DELETE(self):
                self.reply(*self.forward(b""))

            def do_POST(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                gate.requests.append((self.path, self.headers.get("Content-Type", ""), body))
                if self.path.endswith("/messages"):
                    gate._send(self, body)
                else:
                    self.reply(*self.forward(body))

            def forward(self, body):
                meta = http.client.HTTPConnection("127.0.0.1", house.graph_port,
                                                  timeout=PATIENCE)
                kept = ("Content-Type", "Authorization", "User-Agent")
                meta.request(self.command, self.path, body or None,
                             {k: self.headers[k] for k in kept if k in self.headers})
                answer = meta.getresponse()
                text = answer.read()
                meta.close()
                return answer.status, text, answer.headers.get("Content-Type")

            def reply(self, status, text, content_type="application/json"):
                self.send_response(status)
                self.send_header("Content-Type", content_type or "application/octet-stream")
                self.send_header("Content-Length", str(len(text)))
                self.end_headers()
                self.wfile.write(text)

        self._server = _Server(("127.0.0.1", house.gate_port), Handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self):
        self.let_go.set()
        self._server.shutdown()
        self._server.server_close()

    def expect(self, message_id, mode):
        """Before it is sent. HOLD: kept here, Meta never sees it; TAKE_AND_HOLD: Meta takes it,
        its answer is kept here; both until `let_go`, then the connection is cut. TAKE_AND_CUT:
        taken, cut without a byte of answer; TAKE_AND_HALVE: cut in the answer; TAKE_AND_FAIL:
        taken, answered 500."""
        self._modes[message_id] = mode
        self.reached.clear()
        self.let_go.clear()

    def _send(self, handler, body):
        # "#2" marks the second attempt of the same message.
        message_id = json.loads(body).get("biz_opaque_callback_data", "").split("#")[0]
        if message_id:  # not a read mark
            self.asked[message_id] += 1
        mode = self._modes.pop(message_id, PASS)
        answer = handler.forward(body) if mode != HOLD else None
        if mode in (HOLD, TAKE_AND_HOLD):
            self.reached.set()
            self.let_go.wait(PATIENCE)
        if mode == PASS:
            handler.reply(*answer)
        elif mode == TAKE_AND_FAIL:
            handler.reply(500, b'{"error":{"message":"down","code":2}}')
        else:
            handler.close_connection = True
            if mode == TAKE_AND_HALVE:
                handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\n{\"mes")
            handler.wfile.flush()
