-- For wrk: sends a photo as curl's -F does, and sums up in one line. A client that is refused waits for a second, as
-- Retry-After asks; with "stubborn" it tries again at once.
--   wrk -t 1 -c 4 -d 10s -s photo.lua http://127.0.0.1:8000/eyegoogler -- photo.jpg [stubborn]

local boundary = "------------------------d74496d66958873e"

function init(args)
    local file = assert(io.open(args[1], "rb"))
    local photo = file:read("*a")
    file:close()
    wrk.method = "POST"
    wrk.headers["Content-Type"] = "multipart/form-data; boundary=" .. boundary
    wrk.body = "--" .. boundary .. "\r\n"
        .. 'Content-Disposition: form-data; name="file"; filename="photo"\r\n'
        .. "Content-Type: application/octet-stream\r\n\r\n"
        .. photo .. "\r\n--" .. boundary .. "--\r\n"
    if args[2] ~= "stubborn" then
        wait_when_refused()
    end
end

function wait_when_refused()
    local refused = 0
    response = function(status)
        if status == 503 then
            refused = refused + 1
        end
    end
    -- wrk asks before each request, without saying on which connection: one wait for each refusal is right in sum.
    delay = function()
        if refused == 0 then
            return 0
        end
        refused = refused - 1
        return 1000
    end
end

-- Answers, of them other than 2xx and 3xx, connections that broke, and how long it took in microseconds.
function done(summary, latency, requests)
    local errors = summary.errors
    io.write(string.format("sum answers=%d refused=%d broken=%d micros=%d\n",
        summary.requests, errors.status, errors.connect + errors.read + errors.write, summary.duration))
end
