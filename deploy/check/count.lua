-- For wrk: posts the photos named after "--" in turn, and counts every status.
local photos, at = {}, 0

function init(files)
    for _, name in ipairs(files) do
        local file = assert(io.open(name, "rb"))
        photos[#photos + 1] = file:read("*a")
        file:close()
    end
    counts = {}
end

function request()
    at = at % #photos + 1
    return wrk.format("POST", nil, nil, photos[at])
end

function response(status)
    counts[status] = (counts[status] or 0) + 1
end

local threads = {}

function setup(thread)
    threads[#threads + 1] = thread
end

-- One line: status=count, and "lost" for what got no answer.
function done(summary, latency)
    local errors = summary.errors
    local line = "lost=" .. errors.connect + errors.read + errors.write + errors.timeout
    for _, thread in ipairs(threads) do
        for status, count in pairs(thread:get("counts")) do
            line = line .. " " .. status .. "=" .. count
        end
    end
    print(string.format("%s rate=%.1f median_ms=%.0f p99_ms=%.0f", line,
        summary.requests / summary.duration * 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3))
end
