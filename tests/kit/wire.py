"""The line between Meta and the daemon's webhook port, which somebody may cut at any moment."""

import socket
import threading


class Wire:
    """Listens on `port` and hands every byte on to `behind`, both ways, until cut."""

    def __init__(self, port, behind):
        self.cuts = 0
        self._behind = behind
        self._pairs = set()
        self._lock = threading.Lock()
        self._door = socket.create_server(("127.0.0.1", port), backlog=64)
        self._porter = threading.Thread(target=self._accept, daemon=True)
        self._porter.start()

    def cut(self):
        """Every connection breaks now, wherever it is in a body or an answer."""
        with self._lock:
            pairs, self._pairs = self._pairs, set()
        for pair in pairs:
            self._end(pair)
        self.cuts += len(pairs)

    def close(self):
        self._door.shutdown(socket.SHUT_RDWR)  # close() alone would let one more in
        self._porter.join()
        self._door.close()
        self.cut()

    @staticmethod
    def _end(pair):
        for end in pair:
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass  # it was over already

    def _accept(self):
        while True:
            try:
                near, _ = self._door.accept()
            except OSError:
                return  # closed
            try:
                far = socket.create_connection(("127.0.0.1", self._behind))
            except OSError:
                near.close()  # the daemon is away
                continue
            pair = (near, far)
            with self._lock:
                self._pairs.add(pair)
            threads = [threading.Thread(target=self._carry, args=(*ends, pair), daemon=True)
                       for ends in ((near, far), (far, near))]
            threading.Thread(target=self._bury, args=(pair, threads), daemon=True).start()

    def _carry(self, source, target, pair):
        try:
            while piece := source.recv(65536):
                target.sendall(piece)
        except OSError:
            pass
        self._end(pair)

    def _bury(self, pair, threads):
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        with self._lock:
            self._pairs.discard(pair)
        for end in pair:
            end.close()
