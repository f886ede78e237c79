// Source of what wrk calls and when: wrk 4.1.0, src/wrk.c, src/script.c, SCRIPTING.

#include "core/probe/load/wrk_script.h"

namespace awb
{

namespace
{

constexpr char head[] =
    R"(-- Made by auditbench for one run of wrk; may hold a credential; goes away with the run.
local threads = {}
local verified = false -- wrk asks once for a request that it only looks at
local second = -1
local in_second = 0
issued, answered, good, bad = 0, 0, 0, 0
statuses = {}
limited = false

function setup(thread)
    threads[#threads + 1] = thread
    thread:set("awb_id", #threads)
end

function init(args)
    math.randomseed(seed + awb_id)
end

local function report(word)
    io.stdout:write(string.format("AWB %d %d %d %d %d %s\n", awb_id, issued, answered, good, bad, word))
    io.stdout:flush()
end

local function halted()
    return limited and stop_when_limited
end

local function uuid()
    return uuid_start .. (string.gsub("-xxxx-4xxx-8xxx-xxxxxxxxxxxx", "x", function()
        return string.format("%x", math.random(0, 15))
    end))
end

local function wire()
    if uuid_at < 0 then return bytes end
    return string.sub(bytes, 1, uuid_at) .. uuid() .. string.sub(bytes, uuid_at + 37)
end

function request()
    if awb_id == 1 and not verified then
        verified = true
        return wire()
    end
    local now = os.time()
    if now ~= second then
        second = now
        in_second = 0
        if not every then report("run") end
    end
    in_second = in_second + 1
    local rush = most_a_second > 0 and in_second > most_a_second
    if rush or halted() or (most > 0 and issued >= most) then
        report(rush and "rush" or halted() and "limited" or "full")
        wrk.thread:stop()
        return "" -- nothing goes out
    end
    issued = issued + 1
    if every then report("run") end
    return wire()
end

local function is_limit(status, headers)
    if status == 429 then return true end
    if status ~= 503 then return false end
    for name in pairs(headers) do
        if string.lower(name) == "retry-after" then return true end
    end
    return false
end

function response(status, headers, body)
    answered = answered + 1
    local code = tostring(status)
    statuses[code] = (statuses[code] or 0) + 1
    if status >= 200 and status < 300 then good = good + 1 end
    if status >= 500 then bad = bad + 1 end
    if is_limit(status, headers) then
        limited = true
    end
    if halted() then
        report("limited")
        wrk.thread:stop()
    elseif most > 0 and issued >= most and answered >= issued then
        report("full")
        wrk.thread:stop()
    elseif every then
        report("run")
    end
end
)";

constexpr char pause[] = R"(
-- A connection waits before each request: together they send at the asked rate at most.
function delay()
    if halted() or (most > 0 and issued >= most) then return 86400000 end
    return math.ceil(-gap_ms * math.log(1 - math.random()))
end
)";

constexpr char tail[] = R"(
function done(summary, latency, requests)
    local sent, any_limited, all = 0, false, {}
    for _, thread in ipairs(threads) do
        sent = sent + thread:get("issued")
        any_limited = any_limited or thread:get("limited")
        for code, count in pairs(thread:get("statuses")) do all[code] = (all[code] or 0) + count end
    end
    local file = assert(io.open(report_file, "w"))
    local errors = summary.errors
    file:write(string.format('{"tool": "wrk", "duration_us": %.0f, "requests": %.0f, "bytes": %.0f, "connections": %d,\n',
        summary.duration, summary.requests, summary.bytes, connections))
    file:write(string.format(' "issued": %.0f, "limited": %s,\n', sent, any_limited and "true" or "false"))
    file:write(string.format(
        ' "errors": {"connect": %.0f, "read": %.0f, "write": %.0f, "status": %.0f, "timeout": %.0f},\n "statuses": {',
        errors.connect, errors.read, errors.write, errors.status, errors.timeout))
    local comma = ""
    for code, count in pairs(all) do
        file:write(string.format('%s"%s": %.0f', comma, code, count))
        comma = ", "
    end
    file:write('},\n "histogram": [')
    for i = 1, #latency do
        local us, count = latency(i)
        file:write(string.format("%s[%.0f, %.0f]", i > 1 and ", " or "", us, count))
    end
    file:write("]}\n")
    file:close()
end
)";

QByteArray setting(const char* name, const QByteArray& value)
{
    return QByteArray("local ") + name + " = " + value + '\n';
}

} // namespace

QByteArray luaText(const QByteArray& bytes)
{
    QByteArray text = "\"";
    for (const char c : bytes) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (plain)
            text += c;
        else
            text += '\\' + QByteArray::number(static_cast<uchar>(c)).rightJustified(3, '0');
    }
    return text + '"';
}

QByteArray wrkScript(const WrkTask& task)
{
    constexpr quint64 mostSeed = 1'000'000'000; // a Lua number is exact here
    return setting("bytes", luaText(task.bytes)) + setting("uuid_at", QByteArray::number(task.uuidAt)) +
           setting("uuid_start", luaText(task.uuidStart)) +
           setting("connections", QByteArray::number(task.connections)) +
           setting("gap_ms", QByteArray::number(task.gapMs, 'f', 3)) +
           setting("most", QByteArray::number(task.most)) +
           setting("most_a_second", QByteArray::number(task.mostASecond)) +
           setting("every", task.reportEach ? "true" : "false") +
           setting("seed", QByteArray::number(task.seed % mostSeed)) +
           setting("stop_when_limited", task.stopWhenLimited ? "true" : "false") +
           setting("report_file", luaText(task.reportFile)) + head + (task.gapMs > 0 ? pause : "") + tail;
}

} // namespace awb
