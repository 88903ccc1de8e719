"""The network between a console and the daemon: lets bytes through until it is cut."""

import select
import socket
import threading
import time


class Wire:
    """Listens on a port of its own; what comes there goes to `port` and back."""

    def __init__(self, port):
        self._to = port
        self._up = True
        self._pairs = set()
        self._lock = threading.Lock()
        self.first_after = None  # ns: when somebody first came through after join()
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self):
        """Everything that is open breaks; whoever comes is turned away."""
        with self._lock:
            self._up = False
            self.first_after = None
            pairs, self._pairs = self._pairs, set()
        for pair in pairs:
            for end in pair:
                try:
                    end.shutdown(socket.SHUT_RDWR)
                except OSError:
                    pass  # it has ended by itself in this moment

    def join(self):
        with self._lock:
            self._up = True

    def close(self):
        self._listener.close()
        self.cut()

    def _accept(self):
        while True:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._carry, args=(near,), daemon=True).start()

    def _carry(self, near):
        with self._lock:
            up = self._up
            if up and self.first_after is None:
                self.first_after = time.monotonic_ns()
        if not up:
            near.close()
            return
        far = socket.create_connection(("127.0.0.1", self._to))
        for end in (near, far):
            end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        with self._lock:
            self._pairs.add((near, far))
        try:
            while True:
                for end in select.select((near, far), (), ())[0]:
                    piece = end.recv(1 << 18)
                    if not piece:
                        return
                    (far if end is near else near).sendall(piece)
        except OSError:
            pass
        finally:
            with self._lock:
                self._pairs.discard((near, far))
            near.close()
            far.close()
