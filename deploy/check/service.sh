# Sourced by the checks in this folder: real processes of this build, on 127.0.0.1 only, all of them ended at exit.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
work="$(mktemp -d)"
started=()

end() {
    for process in "${started[@]}"; do kill "$process" 2> /dev/null || true; done
    wait
    rm -rf "$work"
}
trap end EXIT

fail() {
    echo "$*" >&2
    exit 1
}

need() {
    for program in "$@"; do command -v "$program" > /dev/null || fail "This check needs $program (Debian's package)."; done
}

# await SECONDS COMMAND: until it succeeds.
await() {
    local tries=$(($1 * 10))
    shift
    until "$@" > /dev/null 2>&1; do
        ((tries-- > 0)) || fail "Timed out waiting for: $*"
        sleep 0.1
    done
}

# serve PORT [VARIABLE=VALUE…]: starts the service and waits until it is ready; its process id is in $served.
serve() {
    local port=$1
    shift
    env "$@" EYEGOOGLER_PORT="$port" java -Xmx1g -Djava.awt.headless=true --enable-native-access=ALL-UNNAMED \
        -cp "target/classes:$(cat target/main.classpath)" io.eyegoogler.cli.Main 2>> "$work/$port.log" &
    served=$!
    started+=("$served")
    await 60 curl -sf "http://127.0.0.1:$port/ready"
}
