#pragma once

#include <algorithm>
#include <cstdint>
#include <ctime>
#include <vector>

namespace destek::bench
{

/// CLOCK_MONOTONIC in nanoseconds: one scale for all processes of a run (Python's
/// time.monotonic_ns() reads the same clock).
inline std::int64_t nowNs()
{
    timespec at{};
    clock_gettime(CLOCK_MONOTONIC, &at);
    return std::int64_t(at.tv_sec) * 1'000'000'000 + at.tv_nsec;
}

/// CPU time of this process in milliseconds.
inline double cpuMs()
{
    timespec at{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &at);
    return double(at.tv_sec) * 1e3 + double(at.tv_nsec) / 1e6;
}

/// Milliseconds at the nearest rank; 0 without samples. Sorts.
inline double percentileMs(std::vector<std::int64_t> &ns, double percent)
{
    if (ns.empty())
        return 0;
    std::sort(ns.begin(), ns.end());
    const auto rank = std::size_t(percent / 100 * double(ns.size() - 1) + 0.5);
    return double(ns[rank]) / 1e6;
}

} // namespace destek::bench
