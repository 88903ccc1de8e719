# Shared by scripts/run, scripts/test, scripts/check and .ci/run; sourced, not run.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export LC_ALL=C.UTF-8

say() { printf '== %s (%ds)\n' "$*" "$SECONDS"; }

# Two of the biggest compilers at once must fit into memory.
job_count() {
    local cores memory
    cores=$(nproc)
    memory=$(awk '/MemTotal/ {print int($2 / 1500000)}' /proc/meminfo)
    echo $((memory < 1 ? 1 : cores < memory ? cores : memory))
}

listed_packages() { sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "$root/scripts/packages.txt"; }

missing_packages() {
    local installed
    # shellcheck disable=SC2046  # one word per package is what is wanted
    installed=$(dpkg-query -W -f='${db:Status-Abbrev} ${Package}\n' $(listed_packages) 2>/dev/null |
        awk '/^ii/ {print $2}') || true
    comm -23 <(listed_packages | sort -u) <(sort -u <<<"$installed")
}

# Installs what is missing; asks the network for nothing if nothing is.
ensure_packages() {
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        say "not Debian or Ubuntu: taking it that the packages of scripts/packages.txt are here"
        return
    fi
    local missing sudo=()
    mapfile -t missing < <(missing_packages)
    ((${#missing[@]} > 0)) || return 0
    if ((EUID != 0)); then
        if [[ -z ${DESTEK_NO_INSTALL:-} ]] && command -v sudo >/dev/null &&
            { sudo -n true 2>/dev/null || [[ -t 0 ]]; }; then
            sudo=(sudo)
        else
            cannot_install "${missing[@]}"
        fi
    elif [[ -n ${DESTEK_NO_INSTALL:-} ]]; then
        cannot_install "${missing[@]}"
    fi
    say "installing ${#missing[@]} packages: ${missing[*]}"
    local install=(env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300
        -o Acquire::Retries=3 -o APT::Color=0 -qq -y --no-install-recommends install)
    if ! "${sudo[@]}" "${install[@]}" "${missing[@]}" >"$root/build/apt.log" 2>&1; then
        # No lists yet, or lists too old for the mirror.
        "${sudo[@]}" apt-get -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 -qq update \
            >"$root/build/apt.log" 2>&1 || true
        "${sudo[@]}" "${install[@]}" "${missing[@]}" >>"$root/build/apt.log" 2>&1 ||
            { show_log "$root/build/apt.log"; return 1; }
    fi
    say "packages are in place"
}

cannot_install() {
    echo "These packages are missing and this script may not install them (no root, no sudo)."
    echo "Please run, as root:"
    echo "    apt-get update && apt-get install -y --no-install-recommends $*"
    exit 69
}

show_log() {
    echo "-- the last lines of $1:"
    tail -n 30 "$1"
}

# An old Qt or CMake is said in words, before CMake says it in its own.
check_versions() {
    local cmake_version qt_version
    cmake_version=$(cmake --version | awk 'NR == 1 {print $3}')
    if [[ $(printf '%s\n' 3.25 "$cmake_version" | sort -V | head -n 1) != 3.25 ]]; then
        echo "CMake 3.25 or newer is needed; found $cmake_version. Debian 12 and Ubuntu 23.04 have it."
        return 1
    fi
    qt_version=$(qmake6 -query QT_VERSION 2>/dev/null || true)
    if [[ -n $qt_version && $(printf '%s\n' 6.4 "$qt_version" | sort -V | head -n 1) != 6.4 ]]; then
        echo "Qt 6.4 or newer is needed; found $qt_version. Debian 12 and Ubuntu 23.04 have it."
        return 1
    fi
}

# build PRESET [TARGET...]: configures (a second when nothing changed) and builds.
build() {
    local preset=$1 log=$root/build/$1-configure.log
    shift
    mkdir -p "$root/build"
    say "configuring build/$preset"
    (cd "$root" && cmake --preset "$preset" >"$log" 2>&1) || { show_log "$log"; return 1; }
    say "building with $(job_count) jobs"
    # ninja prints one line where it can overwrite it, and every 20th where it cannot.
    if [[ -t 1 ]]; then
        ninja -C "$root/build/$preset" -j "$(job_count)" "$@"
    else
        NINJA_STATUS='[%f/%t] ' ninja -C "$root/build/$preset" -j "$(job_count)" "$@" |
            awk '!/^\[[0-9]+\/[0-9]+\]/ || ++n % 20 == 0 {print; fflush()}'
    fi
}

# A private folder for sockets; Qt warns without one.
ensure_runtime_dir() {
    if [[ -z ${XDG_RUNTIME_DIR:-} || ! -w ${XDG_RUNTIME_DIR:-} ]]; then
        XDG_RUNTIME_DIR=$(mktemp -d "${TMPDIR:-/tmp}/destek-run.XXXXXX")
        export XDG_RUNTIME_DIR
        own_runtime_dir=$XDG_RUNTIME_DIR
    fi
}
drop_runtime_dir() { if [[ -n ${own_runtime_dir:-} ]]; then rm -rf "$own_runtime_dir"; fi; }
