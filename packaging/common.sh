# Shared by packaging/quickstart, check and bench; sourced, not run.

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
name=$(basename "$0")

say() { printf '%s: %s\n' "$name" "$*" >&2; }
die() {
    say "$*"
    exit 1
}

# Every step that may take a while says so before it begins.
step() { printf '\n%s: %s\n' "$name" "$*" >&2; }

# install_and_drop_root PURPOSE ARGUMENTS…: installs what PURPOSE needs, then goes on as the user who called sudo, so
# that nothing in the checkout belongs to root and the servers and the window run as that user.
install_and_drop_root() {
    local purpose=$1
    shift
    if [ "${AWB_DROPPED:-}" = 1 ]; then
        return
    fi
    "$top/packaging/deps" "$purpose" || die "what is needed could not be installed (see above)"
    if [ "$(id -u)" = 0 ] && [ -n "${SUDO_USER:-}" ] && [ "$SUDO_USER" != root ]; then
        if runuser -u "$SUDO_USER" -- test -w "$top"; then
            say "going on as $SUDO_USER"
            exec runuser -u "$SUDO_USER" -- env AWB_DROPPED=1 "$top/packaging/$name" "$@"
        fi
        say "$SUDO_USER cannot write into $top: going on as root"
    fi
}

configure() { # PRESET [OPTIONS…]
    local preset=$1
    shift
    cmake -S "$top" --preset "$preset" "$@" >"$top/build/configure-$preset.log" 2>&1 || {
        tail -n 25 "$top/build/configure-$preset.log" >&2
        die "cmake could not configure the preset $preset (the whole text: build/configure-$preset.log)"
    }
}

build() { # PRESET [TARGETS…]
    local preset=$1
    shift
    cmake --build "$top/build/$preset" -j "$(nproc)" ${1:+--target "$@"} || die "the build of $preset failed (see above)"
}
