#include "core/probe/load/foreign_tool.h"

#include "core/foundation/secret.h"
#include "core/probe/external_process.h"

#include <time.h>

#include <algorithm>
#include <cerrno>

namespace awb
{

namespace
{

constexpr qsizetype mostKinds = 200;
constexpr qsizetype mostBytes = 4 * 1024 * 1024;
constexpr qint64 tickNs = 10'000'000;

Error broken(const QString& name)
{
    return {ErrorCode::Internal, QStringLiteral("The request %1 is no HTTP request.").arg(name), {}, {}};
}

} // namespace

Result<ForeignTool> findTool(const ToolWanted& wanted, std::stop_token stop)
{
    ForeignTool tool{wanted.name, programOnPath(wanted.name), {}};
    if (tool.path.isEmpty())
        return Error{
            ErrorCode::NotFound,
            QStringLiteral("%1 is not on the PATH; install it, or let this program send the load itself "
                           "(load: {engine: native}).")
                .arg(wanted.name),
            {},
            wanted.howToGet};
    auto process =
        ExternalProcess::start({tool.path, wanted.versionArguments, {}, {}, std::chrono::seconds(5)});
    if (!process)
        return process.error();
    QByteArray printed;
    WakeClock clock;
    while ((*process)->isRunning() && !stop.stop_requested()) {
        clock.wait();
        (*process)->advance([&](const QByteArray& line) {
            if (printed.size() < 4096)
                printed += line + '\n';
        });
    }
    if (stop.stop_requested())
        return Error{ErrorCode::Cancelled, QStringLiteral("Stopped."), {}, {}};
    const QRegularExpressionMatch match = wanted.version.match(QString::fromUtf8(printed));
    tool.version = QVersionNumber::fromString(match.captured(1));
    const bool known = !tool.version.isNull() && tool.version >= wanted.oldest &&
                       tool.version.majorVersion() <= wanted.newest.majorVersion();
    if (known)
        return tool;
    return Error{
        ErrorCode::Unsupported,
        QStringLiteral("%1 is %2 %3, which this program does not know; it knows %4 to %5.x.")
            .arg(tool.path, wanted.name,
                 tool.version.isNull() ? QStringLiteral("of an untold version") : tool.version.toString(),
                 wanted.oldest.toString())
            .arg(wanted.newest.majorVersion()),
        {},
        QStringLiteral("load: {engine: native}")};
}

Result<WireRequest> wireRequestOf(const LoadRequest& request)
{
    WireRequest wire;
    const qsizetype headEnd = request.bytes.indexOf("\r\n\r\n");
    const qsizetype lineEnd = request.bytes.indexOf("\r\n");
    const QByteArrayList first = request.bytes.left(std::max<qsizetype>(lineEnd, 0)).split(' ');
    if (headEnd < 0 || first.size() != 3)
        return broken(request.name);
    wire.method = first[0];
    wire.target = first[1];
    wire.body = request.bytes.mid(headEnd + 4);
    for (qsizetype at = lineEnd + 2; at < headEnd;) {
        const qsizetype end = request.bytes.indexOf("\r\n", at);
        const QByteArray line = request.bytes.mid(at, end - at);
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0)
            return broken(request.name);
        const QByteArray name = line.left(colon);
        const QByteArray value = line.mid(colon + 1).trimmed();
        const auto is = [&name](const char* other) { return name.compare(other, Qt::CaseInsensitive) == 0; };
        if (request.uuidAt >= at && request.uuidAt < end)
            wire.uuidHeader = name;
        if (!is("Host") && !is("Content-Length"))
            wire.headers.append({name, value});
        at = end + 2;
    }
    return wire;
}

Status checkForeignPlan(const LoadPlan& plan)
{
    const auto usage = [](const char* sentence) {
        return Error{ErrorCode::Usage, QString::fromLatin1(sentence), {}, {}};
    };
    if (plan.requests.isEmpty() || plan.host.isEmpty() || plan.port == 0)
        return usage("There is no request or no host to send to.");
    if (plan.duration.count() <= 0 || plan.timeout.count() <= 0 || plan.warmUp.count() < 0)
        return usage("Duration and timeout must be more than 0.");
    if (plan.arrivals != ArrivalKind::ClosedLoop && !(plan.rate > 0 && plan.rate <= 1e6))
        return usage("The rate must be more than 0 and at most a million a second.");
    qsizetype bytes = 0;
    double weights = 0;
    for (const LoadRequest& request : plan.requests) {
        bytes += request.bytes.size();
        weights += std::max(0.0, request.weight);
    }
    if (!(weights > 0))
        return usage("One request at least needs a weight above 0.");
    if (plan.requests.size() > mostKinds || bytes > mostBytes)
        return Error{
            ErrorCode::Limit,
            QStringLiteral("At most 200 kinds of requests with 4 MiB in all are handed to another tool."),
            {},
            {}};
    return Done{};
}

QString originOf(const LoadPlan& plan)
{
    const bool usual = plan.port == (plan.tls ? 443 : 80);
    return (plan.tls ? QStringLiteral("https://") : QStringLiteral("http://")) +
           (plan.host.contains(QLatin1Char(':')) ? QLatin1Char('[') + plan.host + QLatin1Char(']')
                                                 : plan.host) +
           (usual ? QString() : QStringLiteral(":%1").arg(plan.port));
}

double rateOf(const LoadPlan& plan, qsizetype kind)
{
    double weights = 0;
    for (const LoadRequest& request : plan.requests)
        weights += std::max(0.0, request.weight);
    return plan.rate * std::max(0.0, plan.requests[kind].weight) / weights;
}

QString withoutSecrets(const QByteArray& text, const LoadPlan& plan)
{
    QByteArrayList secrets;
    for (const LoadRequest& request : plan.requests) {
        const auto wire = wireRequestOf(request);
        if (!wire)
            continue;
        secrets << wire->body;
        if (const qsizetype question = wire->target.indexOf('?'); question >= 0)
            secrets << wire->target.mid(question + 1);
        for (const auto& header : wire->headers)
            secrets << header.second << header.second.mid(header.second.indexOf(' ') + 1);
    }
    if (plan.proxy)
        secrets << plan.proxy->authorization << plan.proxy->authorization.mid(6);
    // the longest first: a short one may be part of a long one
    std::sort(secrets.begin(), secrets.end(),
              [](const QByteArray& a, const QByteArray& b) { return a.size() > b.size(); });
    QByteArray clean = text.left(16 * 1024);
    for (const QByteArray& secret : std::as_const(secrets)) {
        constexpr qsizetype shortest = 4; // "*/*" is none
        if (secret.size() >= shortest)
            clean.replace(secret, "***");
    }
    return redactSecrets(QString::fromUtf8(clean).simplified().left(300));
}

void WakeClock::wait()
{
    dueNs_ = std::max(dueNs_, monotonicNs()) + tickNs; // after a long turn of ours the next is a fresh start
    const timespec due{static_cast<time_t>(dueNs_ / 1'000'000'000),
                       static_cast<long>(dueNs_ % 1'000'000'000)};
    while (::clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &due, nullptr) == EINTR) {
    }
    late_.record(static_cast<quint64>(std::max<qint64>(0, monotonicNs() - dueNs_)) / 1000);
}

} // namespace awb
