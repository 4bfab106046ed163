#!/usr/bin/env bash
# Runs the alert rules' unit tests, and every query of the dashboard on a Prometheus that has scraped the service under
# load: each must return a number.
source "$(dirname "$0")/service.sh"
need prometheus promtool jq curl
port=${EYEGOOGLER_PORT:-8123}
prometheus_port=$((port + 1))
dashboard=deploy/grafana/eyegoogler.json
load_seconds=20

echo "== the rules and the configuration"
promtool check config deploy/prometheus/prometheus.yml
promtool test rules deploy/prometheus/rules_test.yml

echo "== the service and Prometheus"
# One worker and two places to wait, so that six callers see rejections too.
serve "$port" EYEGOOGLER_WORKERS=1 EYEGOOGLER_QUEUE=2
cp deploy/prometheus/rules.yml "$work"
sed "s/eyegoogler:8000/127.0.0.1:$port/; s/15s/1s/" deploy/prometheus/prometheus.yml > "$work/prometheus.yml"
prometheus --config.file="$work/prometheus.yml" --storage.tsdb.path="$work/data" \
    --web.listen-address="127.0.0.1:$prometheus_port" 2> "$work/prometheus.log" &
started+=($!)
await 30 curl -sf "http://127.0.0.1:$prometheus_port/-/ready"

echo "== $load_seconds s of photos with and without faces, and of what is no photo"
cp src/test/resources/photos/astronaut.png "$work/face"
{ printf 'P6\n64 48\n255\n'; head -c $((64 * 48 * 3)) /dev/zero; } > "$work/no-face"
echo "no photo" > "$work/no-photo"
call() {
    local end=$((SECONDS + load_seconds))
    while ((SECONDS < end)); do
        for file in face face no-face no-photo; do
            curl -s -o /dev/null --max-time 30 --data-binary "@$work/$file" "http://127.0.0.1:$port/$1" || true
            sleep 0.1
        done
    done
}
callers=()
for endpoint in eyegoogler eyegoogler eyegoogler eyegoogler faces faces; do
    call "$endpoint" &
    callers+=($!)
done
wait "${callers[@]}"

echo "== the dashboard's queries"
ask() {
    curl -sS --get "http://127.0.0.1:$prometheus_port/api/v1/$1" "${@:2}"
}
# What Grafana fills in: all replicas, and a window of some scrapes.
jq -r '.panels[] | .title as $panel | .targets[]? | [$panel, .expr] | @tsv' "$dashboard" |
    sed 's/\\"/"/g; s/\$instance/.+/g; s/\$__rate_interval/15s/g' > "$work/queries"
bad=0
while IFS=$'\t' read -r panel query; do
    answer="$(ask query --data-urlencode "query=$query" |
        jq -r '[.data.result[]?.value[1] | select(. != "NaN")] | if . == [] then "" else join(" ") end')"
    printf '%-36s %s\n' "$panel" "${answer:-NO DATA: $query}"
    [ -n "$answer" ] || bad=$((bad + 1))
done < "$work/queries"
replicas="$(ask label/instance/values --data-urlencode 'match[]=eyegoogler_queue_length' | jq -c .data)"
echo "Replicas to choose from: $replicas"
[ "$replicas" = "[\"127.0.0.1:$port\"]" ] || fail "The variable \$instance has no values."
[ "$bad" = 0 ] || fail "$bad queries answered with no data."
echo "== $(wc -l < "$work/queries") queries, each with data"
