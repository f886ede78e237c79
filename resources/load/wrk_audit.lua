-- For wrk: hands over the whole histogram instead of four percentiles.
--   AUDITBENCH_OUT=wrk.json wrk -t2 -c50 -d60s --latency -s wrk_audit.lua http://host/path
--   auditbench-cli import wrk wrk.json --audit REF --endpoint 'GET /path'
-- wrk is a closed loop and does not record what timed out: the result can prove that a service is slow, never that it is
-- fast.

done = function(summary, latency, requests)
    local file = assert(io.open(os.getenv("AUDITBENCH_OUT") or "wrk.json", "w"))
    local errors = summary.errors
    file:write(string.format('{"tool": "wrk", "duration_us": %.0f, "requests": %.0f,\n', summary.duration, summary.requests))
    file:write(string.format(
        ' "errors": {"connect": %.0f, "read": %.0f, "write": %.0f, "status": %.0f, "timeout": %.0f},\n',
        errors.connect, errors.read, errors.write, errors.status, errors.timeout))
    file:write(' "histogram": [')
    for i = 1, #latency do
        local us, count = latency(i)
        file:write(string.format("%s[%.0f, %.0f]", i > 1 and ", " or "", us, count))
    end
    file:write("]}\n")
    file:close()
end
