#!/usr/bin/env bash
# Two real processes behind a real HAProxy: the throughput of one and of two, then a restart of each in turn under load,
# during which every response must be a 200. Last, proof that this check can fail: a restart without taking the process
# out of rotation first.
source "$(dirname "$0")/service.sh"
need haproxy socat wrk curl
first=${EYEGOOGLER_PORT:-8123}
export EYEGOOGLER_PORT_ONE=$((first + 1)) EYEGOOGLER_PORT_TWO=$((first + 2))
export HAPROXY_ADDRESS="127.0.0.1:$first" HAPROXY_ADMIN="$work/admin.sock"
url="http://$HAPROXY_ADDRESS/eyegoogler"
# Seconds; longer than two restarts take.
longest=120
declare -A port=([one]=$EYEGOOGLER_PORT_ONE [two]=$EYEGOOGLER_PORT_TWO) process

start() {
    # Fast, so that there are more requests in the same time.
    serve "${port[$1]}" EYEGOOGLER_WORKERS=1 EYEGOOGLER_DETECTION=fast
    process[$1]=$served
}

restart() {
    kill -TERM "${process[$1]}"
    wait "${process[$1]}"
    start "$1"
    echo "$1 is a new process"
}

rotate() {
    deploy/haproxy/rotation.sh "$1" "eyegooglers/$2" > /dev/null
}

# load SECONDS: four clients for that time, or until SIGINT; then a line with the number of responses by status.
load() {
    exec wrk --threads 1 --connections 4 --duration "$1s" --timeout 60s --script deploy/check/count.lua "$url" \
        -- src/test/resources/photos/astronaut.png
}

measure() {
    (load "$1") | grep lost=
}

# large_photos: while $work/running exists, sends a photo of 10.6 megapixels and nearly the maximum size each second, and
# prints the status.
large_photos() {
    while [ -e "$work/running" ]; do
        curl -s -o /dev/null --max-time 60 -w '%{http_code}\n' --data-binary "@$work/large" "$url?format=jpeg" || true
        sleep 1
    done
}

# under_load NAME COMMAND…: runs it under load, and writes the counts to $work/NAME and $work/NAME.large.
under_load() {
    local name=$1
    shift
    touch "$work/running"
    load "$longest" > "$work/$name.wrk" &
    local callers=$!
    started+=("$callers")
    large_photos > "$work/$name.large" &
    local large=$!
    sleep 3
    "$@"
    sleep 3
    rm "$work/running"
    kill -INT "$callers" 2> /dev/null || fail "The load ended before the restarts did."
    wait "$callers" "$large"
    grep lost= "$work/$name.wrk" > "$work/$name"
    echo "$name: $(cat "$work/$name")"
    echo "$name, of 32 MB: $(sort "$work/$name.large" | uniq -c | awk '{printf "%s=%d ", $2, $1}')"
}

in_rotation() {
    local server
    for server in one two; do
        rotate out "$server"
        restart "$server"
        rotate in "$server"
    done
}


{ printf 'P6\n3300 3200\n255\n'; head -c $((3300 * 3200 * 3)) /dev/urandom; } > "$work/large"
start one
start two
haproxy -f deploy/haproxy/haproxy.cfg 2> "$work/haproxy.log" &
started+=($!)
await 30 curl -sf "http://$HAPROXY_ADDRESS/ready"

echo "== one process, then two, with a worker each"
measure 5 > /dev/null
rotate out two
echo "one: $(measure 10)"
rotate in two
echo "two: $(measure 10)"

echo "== a restart of each in turn, under load"
under_load rolling in_rotation
[[ "$(cat "$work/rolling")" =~ ^lost=0\ 200=([0-9]+)\ rate ]] || fail "Not every request was answered with 200."
answered=${BASH_REMATCH[1]}
[ "$(sort -u "$work/rolling.large")" = 200 ] || fail "Not every large photo was answered with 200."
answered=$((answered + $(wc -l < "$work/rolling.large")))

echo "== one of them at once, without taking it out of rotation: what would be lost"
under_load abrupt restart one
! [[ "$(cat "$work/abrupt")" =~ ^lost=0\ 200=[0-9]+\ rate ]] || fail "Nothing was lost: this check can't fail."

echo "== $answered requests during a rolling restart, 0 failed"
