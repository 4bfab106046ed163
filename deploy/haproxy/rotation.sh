#!/usr/bin/env bash
# Takes a server behind HAProxy out of rotation and in again. To restart without losing a photo, for each server in turn:
#
#   export HAPROXY_ADMIN=/run/haproxy/admin.sock
#   rotation.sh out eyegooglers/one && systemctl restart eyegoogler@one && rotation.sh in eyegooglers/one
#
# Out of rotation before the stop: from SIGTERM on, the service rejects new requests.
set -euo pipefail
action=$1
server=$2

admin() {
    socat -t 5 - "UNIX-CONNECT:$HAPROXY_ADMIN" <<< "$1"
}

# field NAME: what "show stat" says of the server.
field() {
    admin "show stat" | awk -F, -v server="$server" -v name="$1" '
        NR == 1 { sub(/^# /, ""); for (i = 1; i <= NF; i++) column[$i] = i }
        $1 "/" $2 == server { print $column[name] }'
}

# until_is SECONDS NAME VALUE
until_is() {
    for ((tries = $1 * 10; tries > 0; tries--)); do
        if [ "$(field "$2")" = "$3" ]; then return; fi
        sleep 0.1
    done
    echo "$server: $2 is $(field "$2"), not $3, after $1 s" >&2
    exit 1
}

case $action in
out)
    admin "set server $server state drain"
    # Until every request in progress is complete, however slow its connection.
    until_is 120 scur 0
    ;;
in)
    # It gets work once a health check has succeeded.
    admin "set server $server state ready"
    until_is 60 status UP
    ;;
*)
    echo "rotation.sh out|in BACKEND/SERVER" >&2
    exit 2
    ;;
esac
