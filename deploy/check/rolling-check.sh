#!/usr/bin/env bash
# Two real processes behind a real HAProxy: what one and two of them do, then a restart of each in turn under load, in
# which every request must be answered with 200. Last, a proof that the count can be other than zero: the same without
# taking them out of rotation first.
source "$(dirname "$0")/service.sh"
need haproxy socat wrk curl
first=${EYEGOOGLER_PORT:-8123}
export EYEGOOGLER_PORT_ONE=$((first + 1)) EYEGOOGLER_PORT_TWO=$((first + 2))
export HAPROXY_ADDRESS="127.0.0.1:$first" HAPROXY_ADMIN="$work/admin.sock"
url="http://$HAPROXY_ADDRESS/eyegoogler"
# Longer than two restarts take.
seconds=40
declare -A port=([one]=$EYEGOOGLER_PORT_ONE [two]=$EYEGOOGLER_PORT_TWO) process

start() {
    serve "${port[$1]}" EYEGOOGLER_WORKERS=1
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

# load SECONDS: four callers; a line of how often each status came.
load() {
    wrk --threads 1 --connections 4 --duration "$1s" --timeout 60s --script deploy/check/count.lua "$url" \
        -- src/test/resources/photos/astronaut.png | grep lost=
}

# large_photos SECONDS: one after the other, of 10.6 megapixels and nearly as many bytes as are taken; each one's status.
large_photos() {
    local end=$((SECONDS + $1))
    while ((SECONDS < end)); do
        curl -s -o /dev/null --max-time 60 -w '%{http_code}\n' --data-binary "@$work/large" "$url?format=jpeg" || true
    done
}

# under_load NAME COMMAND…: runs it while photos come, and leaves the counts in $work/NAME and $work/NAME.large.
under_load() {
    local name=$1
    shift
    load "$seconds" > "$work/$name" &
    local callers=$!
    large_photos "$seconds" > "$work/$name.large" &
    local large=$!
    sleep 3
    "$@"
    kill -0 "$callers" 2> /dev/null || fail "The load ended before the restarts did."
    wait "$callers" "$large"
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

at_once() {
    local server
    for server in one two; do restart "$server"; done
}

{ printf 'P6\n3300 3200\n255\n'; head -c $((3300 * 3200 * 3)) /dev/urandom; } > "$work/large"
start one
start two
haproxy -f deploy/haproxy/haproxy.cfg 2> "$work/haproxy.log" &
started+=($!)
await 30 curl -sf "http://$HAPROXY_ADDRESS/ready"

echo "== one process, then two, with a worker each"
load 5 > /dev/null
rotate out two
echo "one: $(load 10)"
rotate in two
echo "two: $(load 10)"

echo "== a restart of each in turn, under load"
under_load rolling in_rotation
[[ "$(cat "$work/rolling")" =~ ^lost=0\ 200=([0-9]+)\ rate ]] || fail "Not every request was answered with 200."
answered=${BASH_REMATCH[1]}
[ "$(sort -u "$work/rolling.large")" = 200 ] || fail "Not every large photo was answered with 200."
answered=$((answered + $(wc -l < "$work/rolling.large")))

echo "== the same at once, without taking them out of rotation: what would be lost"
under_load abrupt at_once
! [[ "$(cat "$work/abrupt")" =~ ^lost=0\ 200=[0-9]+\ rate ]] || fail "Nothing was lost: this check can't fail."

echo "== $answered requests during a rolling restart, 0 failed"
