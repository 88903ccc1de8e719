"""Durable webhooks per second, against grouped inserts of the same rows through SQLite's own API.

Every round measures, for each number of connections and right after one another: the load client
against a server that does nothing (its ceiling), raw inserts, raw inserts with sealing, and a
fresh daemon. The ratio is made within the round; the table shows medians over the rounds.
"""

import threading
import time

from bench_kit import Daemon, Nothing, answer_of, fresh, middle, percentile, report

CONNECTIONS = (1, 16, 64)


class Sampler(threading.Thread):
    """Follows what was accepted and what was applied, twenty times a second."""

    def __init__(self, daemon):
        super().__init__(daemon=True)
        self._daemon, self._ended = daemon, threading.Event()
        self.samples = []

    def run(self):
        while not self._ended.wait(0.05):
            counts = self._daemon.counts()
            self.samples.append((time.monotonic(), *counts))

    def end(self):
        self._ended.set()
        self.join()

    def lags_ms(self, until):
        """For each sample up to `until`: how long until all that was accepted then was applied."""
        lags, later = [], 0
        for at, accepted, _ in self.samples:
            if at > until:
                break
            while later < len(self.samples) and self.samples[later][2] < accepted:
                later += 1
            if later == len(self.samples):
                break
            lags.append(max(0.0, self.samples[later][0] - at) * 1000)
        return lags


def measure_daemon(bin_dir, folder, connections, seconds, round_number, prepared):
    with Daemon(bin_dir, folder) as daemon:
        daemon.load(connections, 1, f"warm{round_number}", 200)
        daemon.wait_until_applied()
        rss_before, _ = daemon.memory_mb()
        cpu = daemon.cpu_seconds()
        sampler = Sampler(daemon)
        sampler.start()
        applied_before = daemon.counts()[1]
        result = daemon.load(connections, seconds, f"r{round_number}", prepared)
        ended = time.monotonic()
        accepted, applied = daemon.counts()
        result["cpu_us_daemon"] = (daemon.cpu_seconds() - cpu) * 1e6 / result["answered"]
        result["applied_per_s"] = (applied - applied_before) / result["seconds"]
        result["backlog"] = accepted - applied
        result["drain_s"] = daemon.wait_until_applied()
        time.sleep(0.2)
        sampler.end()
        lags = sampler.lags_ms(ended)
        result["lag_p50_ms"], result["lag_p95_ms"] = percentile(lags, 50), percentile(lags, 95)
        result["rss_before_mb"] = rss_before
        result["rss_mb"], result["rss_most_mb"] = daemon.memory_mb()
        return result


def run(bin_dir, folder, quick):
    rounds, seconds = (1, 2) if quick else (3, 2)
    kept = {connections: [] for connections in CONNECTIONS}
    for number in range(rounds):
        for connections in CONNECTIONS:
            place = fresh(folder / "round")
            prepared = 4_000 * seconds if connections == 1 else 12_000 * seconds
            with Nothing(bin_dir, place) as nothing:
                secret = place / "secret"
                secret.write_text("x")
                ceiling = answer_of([bin_dir / "destek-bench-load", "--port", nothing.port,
                                     "--connections", connections, "--seconds", 1, "--secret",
                                     secret, "--prepared", 60_000])
            raw_command = [bin_dir / "destek-bench-sqlite", "--group", connections, "--seconds",
                           seconds, "--bytes", ceiling["body_bytes"] + 29]
            raw = answer_of([*raw_command, "--file", place / "raw.db"])
            sealed = answer_of([*raw_command, "--file", place / "sealed.db", "--seal", 1])
            daemon = measure_daemon(bin_dir, place / "daemon", connections, seconds, number,
                                    prepared)
            kept[connections].append((ceiling, raw, sealed, daemon))
            fresh(folder / "round")
    rows = []
    for connections, results in kept.items():
        ratio = middle([daemon["per_s"] / raw["per_s"] for _, raw, _, daemon in results])
        sealed_ratio = middle([sealed["per_s"] / raw["per_s"] for _, raw, sealed, _ in results])

        def column(which, key, results=results):
            return middle([result[which][key] for result in results])

        for name, which, its_ratio in (("client ceiling", 0, None), ("raw inserts", 1, 1.0),
                                       ("raw, sealed", 2, sealed_ratio), ("destekd", 3, ratio)):
            row = {"what": f"{name}, {connections}", "per_s": column(which, "per_s")}
            row |= {key: column(which, key) for key in ("p50_ms", "p95_ms", "p99_ms")}
            if its_ratio is not None:
                row["ratio"] = its_ratio
            if which == 3:
                row |= {key: column(3, key) for key in (
                    "cpu_us_daemon", "applied_per_s", "backlog", "drain_s", "lag_p50_ms",
                    "lag_p95_ms", "rss_before_mb", "rss_mb", "rss_most_mb")}
                row["refused"] = sum(result[3]["refused"] for result in results)
                row["lost"] = sum(result[3]["lost"] for result in results)
            rows.append(row)
    report("intake", ("what", "per_s", "ratio", "p50_ms", "p95_ms", "p99_ms"), rows,
           f"durable webhooks/s; ratio to raw inserts in groups of the same size; medians of "
           f"{rounds} rounds of {seconds} s; the p of raw inserts are per COMMIT", rounds=rounds)
    report("intake-apply", ("what", "applied_per_s", "backlog", "drain_s", "lag_p50_ms",
                            "lag_p95_ms", "cpu_us_daemon", "rss_before_mb", "rss_mb",
                            "rss_most_mb"),
           [row for row in rows if row["what"].startswith("destekd")],
           "accepted until applied while the load lasts, what was left, and memory; "
           "cpu_us_daemon: CPU per accepted webhook")
