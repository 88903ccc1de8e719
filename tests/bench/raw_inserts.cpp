// The floor for durable webhooks: the same row in the same number per COMMIT, through SQLite's own
// C interface with the daemon's settings, and nothing else. Prints one line of JSON.
//
//   destek-bench-sqlite --file F --group G --seconds S --bytes B [--seal 1]

#include "core/crypto/aead.h"
#include "tests/bench/percentiles.h"

#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>

namespace
{

using destek::bench::nowNs;

struct Run {
    int group = 1;
    int seconds = 3;
    std::size_t bytes = 700;
    bool seals = false;
};

bool prepare(sqlite3 *db)
{
    for (const char *sql :
         {"PRAGMA secure_delete = ON", "PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL",
          "PRAGMA cache_size = -65536", "PRAGMA temp_store = MEMORY",
          "CREATE TABLE intake_body (id INTEGER NOT NULL PRIMARY KEY, received_at INTEGER NOT "
          "NULL, body_sealed BLOB NOT NULL)"}) {
        if (sqlite3_exec(db, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
            return false;
    }
    return true;
}

bool insertGroup(sqlite3 *db, sqlite3_stmt *insert, const Run &run, std::int64_t *next)
{
    using namespace destek::crypto;
    static const Bytes key(kKeyLength, 7);
    static const Bytes context(24, 3);
    if (sqlite3_exec(db, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) != SQLITE_OK)
        return false;
    for (int i = 0; i < run.group; ++i) {
        Bytes body(run.bytes, std::uint8_t(*next));
        if (run.seals) {
            body.resize(run.bytes - kSealOverhead);
            auto sealed = seal(key, body, context);
            if (!sealed)
                return false;
            body = std::move(*sealed);
        }
        sqlite3_bind_int64(insert, 1, ++*next);
        sqlite3_bind_int64(insert, 2, *next);
        sqlite3_bind_blob(insert, 3, body.data(), int(body.size()), SQLITE_STATIC);
        if (sqlite3_step(insert) != SQLITE_DONE)
            return false;
        sqlite3_reset(insert);
    }
    return sqlite3_exec(db, "COMMIT", nullptr, nullptr, nullptr) == SQLITE_OK;
}

} // namespace

int main(int argc, char **argv)
{
    std::map<std::string, std::string> options;
    for (int i = 1; i + 1 < argc; i += 2)
        options[argv[i]] = argv[i + 1];
    Run run;
    run.group = std::atoi(options["--group"].c_str());
    run.seconds = std::atoi(options["--seconds"].c_str());
    run.bytes = std::size_t(std::atoi(options["--bytes"].c_str()));
    run.seals = options["--seal"] == "1";
    sqlite3 *db = nullptr;
    sqlite3_stmt *insert = nullptr;
    if (sqlite3_open(options["--file"].c_str(), &db) != SQLITE_OK || !prepare(db) ||
        sqlite3_prepare_v2(db, "INSERT INTO intake_body VALUES (?, ?, ?)", -1, &insert, nullptr) !=
            SQLITE_OK)
        return 1;
    std::vector<std::int64_t> times;
    std::int64_t rows = 0;
    const double cpuBefore = destek::bench::cpuMs();
    const std::int64_t began = nowNs();
    std::int64_t now = began;
    while (now - began < std::int64_t(run.seconds) * 1'000'000'000) {
        if (!insertGroup(db, insert, run, &rows))
            return 1;
        const std::int64_t after = nowNs();
        times.push_back(after - now);
        now = after;
    }
    const double seconds = double(now - began) / 1e9;
    const double p50 = destek::bench::percentileMs(times, 50);
    const double p95 = destek::bench::percentileMs(times, 95);
    const double p99 = destek::bench::percentileMs(times, 99);
    std::printf("{\"rows\":%lld,\"per_s\":%.1f,\"p50_ms\":%.3f,\"p95_ms\":%.3f,\"p99_ms\":%.3f,"
                "\"cpu_us_each\":%.2f}\n",
                static_cast<long long>(rows), double(rows) / seconds, p50, p95, p99,
                (destek::bench::cpuMs() - cpuBefore) * 1000 / double(rows));
    sqlite3_finalize(insert);
    sqlite3_close(db);
    return 0;
}
