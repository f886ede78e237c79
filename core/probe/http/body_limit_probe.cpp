#include "core/probe/http/http_probes.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace awb
{

namespace
{

constexpr qint64 announcedBytes = 1024LL * 1024 * 1024;
constexpr qint64 kibibyte = 1024;
// The first is small for everybody: what is said of it is not said of its size.
constexpr qint64 sizes[] = {kibibyte,        64 * kibibyte,        256 * kibibyte,      1024 * kibibyte,
                            4096 * kibibyte, 10 * 1024 * kibibyte, 32 * 1024 * kibibyte};
constexpr qint64 largest = sizes[std::size(sizes) - 1];

struct Limit
{
    int announced = -1; // status of the first stage; 0: the server asked for the body; -1: no answer
    qint64 accepted = 0, refused = 0;
    int status = 0;   // of the last body
    int chunked = -1; // of a body above the limit that is sent in chunks; -1: not tried, or no answer
    // unknown limited (413), closed, otherwise (another refusal), length (only Content-Length is looked at),
    // unlimited, high (1 GiB is refused with 413, 32 MiB are read), announced (1 GiB is refused, no more is
    // known)
    QString state = QStringLiteral("unknown");
};

// "An oversized body answered with 400 and only a message that says so", or with a failure of the service.
bool saysTooLarge(const HttpResponse& answer)
{
    static const QRegularExpression words(
        QStringLiteral(
            "too[ _-]?(large|big|long)|entity\\.too|max[ _-]?(imum|upload|body|memory|size|length)|"
            "exceed|size[ _-]?limit|limit[ _-]?(of|is|reached)"),
        QRegularExpression::CaseInsensitiveOption);
    return words.match(QString::fromUtf8(answer.body.left(8192))).hasMatch();
}

bool isRefusedUnread(int status)
{
    return status == 401 || status == 403 || status == 404 || status == 405 || status == 411 || status == 429;
}

class LimitTrial
{
public:
    LimitTrial(HttpClient& client, const Endpoint& endpoint, std::chrono::milliseconds wait)
        : client_(client),
          endpoint_(endpoint),
          wait_(wait)
    {
    }

    Result<Limit> run()
    {
        Limit limit;
        const auto announced = announce(announcedBytes, QStringLiteral(" (announces 1 GiB)"));
        if (!announced)
            return announced.error();
        limit.announced = *announced;
        if (limit.announced == 413) { // some limit, up to 1 GiB: is it one that means something?
            const auto smaller = announce(largest, QStringLiteral(" (announces 32 MiB)"));
            if (!smaller)
                return smaller.error();
            if (*smaller == 413) {
                limit.refused = largest;
                limit.status = 413;
                limit.state = QStringLiteral("limited");
                return inChunks(std::move(limit));
            }
        }
        auto tried = tryBodies(std::move(limit));
        if (tried && tried->announced == 413 && tried->state == QLatin1String("unknown"))
            tried->state = QStringLiteral("announced");
        return tried;
    }

private:
    // The status of an announcement; 0: the server asked for the body; -1: no answer.
    Result<int> announce(qint64 bytes, const QString& note)
    {
        HttpRequest request = base();
        request.announcedBodyBytes = bytes;
        request.timeout = wait_;
        request.countedAs += note;
        const auto answer = client_.send(request);
        if (!answer && endsProbe(answer.error()))
            return answer.error();
        return answer ? answer->status : -1;
    }
    Result<Limit> tryBodies(Limit limit)
    {
        for (const qint64 size : sizes) {
            if (const Status sent = sendBody(size, limit); !sent)
                return sent.error();
            if (limit.state == QLatin1String("limited"))
                return inChunks(std::move(limit));
            if (limit.state != QLatin1String("unknown"))
                return limit;
            if (isRefusedUnread(limit.status))
                return limit; // before the body was looked at: nothing is known
        }
        if (limit.accepted == largest)
            limit.state = limit.announced == 413 ? QStringLiteral("high") : QStringLiteral("unlimited");
        return limit;
    }
    HttpRequest base() const
    {
        HttpRequest request;
        request.method = endpoint_.method.toLatin1();
        request.url = client_.at(endpoint_.filled);
        request.headers.append(HttpHeader{"Content-Type", "application/json"});
        request.countedAs = endpoint_.title();
        return request;
    }
    HttpRequest ofSpaces(qint64 size, bool chunked) const
    {
        HttpRequest request = base();
        request.body = QByteArray(static_cast<qsizetype>(size), ' ');
        request.chunkedBody = chunked;
        request.timeout = std::chrono::seconds(20);
        request.countedAs += (chunked ? QStringLiteral(" (%1 KiB of spaces, in chunks)")
                                      : QStringLiteral(" (%1 KiB of spaces)"))
                                 .arg(size / kibibyte);
        return request;
    }
    // A limit that looks at Content-Length alone does not see a body that comes in chunks.
    Result<Limit> inChunks(Limit limit)
    {
        const qint64 size = std::min(limit.refused, largest);
        const auto answer = client_.send(ofSpaces(size, true));
        if (!answer)
            return endsProbe(answer.error()) ? Result<Limit>(answer.error()) : Result<Limit>(limit);
        limit.chunked = answer->status;
        const bool read = answer->status != 413 && answer->status < 500 && answer->sentBytes >= size;
        if (!read || isRefusedUnread(answer->status) || saysTooLarge(*answer))
            return limit;
        if (size < limit.refused) { // is it above the limit at all?
            const auto whole = client_.send(ofSpaces(size, false));
            if (!whole && endsProbe(whole.error()))
                return whole.error();
            if (!whole || whole->status != 413)
                return limit;
            limit.refused = size;
        }
        limit.state = QStringLiteral("length");
        return limit;
    }
    Status sendBody(qint64 size, Limit& limit)
    {
        const auto answer = client_.send(ofSpaces(size, false));
        if (!answer && endsProbe(answer.error()))
            return answer.error();
        if (!answer && answer.error().code == ErrorCode::Protocol) {
            limit.refused = size;
            limit.state = QStringLiteral("closed");
        } else if (answer && answer->status == 413) {
            limit.status = 413;
            limit.refused = size;
            limit.state = QStringLiteral("limited");
        } else if (answer && limit.accepted > 0 &&
                   ((saysTooLarge(*answer) && !saidBefore_) ||
                    (answer->status >= 500 && limit.status < 500))) {
            limit.status = answer->status; // smaller bodies were answered in another way
            limit.refused = size;
            limit.state = QStringLiteral("otherwise");
        } else if (answer) {
            limit.status = answer->status;
            saidBefore_ = saysTooLarge(*answer);
            if (answer->status < 500 && !isRefusedUnread(answer->status) && answer->sentBytes >= size)
                limit.accepted = size;
        }
        return Done{};
    }

    HttpClient& client_;
    const Endpoint& endpoint_;
    const std::chrono::milliseconds wait_;
    bool saidBefore_ = false; // a smaller body's answer has the words as well
};

QVector<Column> columns()
{
    return {column("endpoint", QT_TRANSLATE_NOOP("awb", "Endpoint"), "", 1, true),
            column("announced", QT_TRANSLATE_NOOP("awb", "Status for an announced 1 GiB"), "count", 2),
            column("largest_accepted", QT_TRANSLATE_NOOP("awb", "Largest body read"), "bytes"),
            column("smallest_refused", QT_TRANSLATE_NOOP("awb", "Smallest body refused"), "bytes"),
            column("status", QT_TRANSLATE_NOOP("awb", "Status"), "count"),
            column("chunked", QT_TRANSLATE_NOOP("awb", "Status for chunks"), "count", 2),
            column("state", QT_TRANSLATE_NOOP("awb", "State"))};
}

bool takesBody(const Endpoint& endpoint)
{
    return endpoint.fromProfile &&
           (endpoint.method == QLatin1String("POST") || endpoint.method == QLatin1String("PUT") ||
            endpoint.method == QLatin1String("PATCH"));
}

} // namespace

Status BodyLimitProbe::measure(const ProbeTarget& target, HttpClient& client, ProbeContext& context,
                               Facts& facts)
{
    const auto inventory = loadInventory(target, client);
    if (!inventory)
        return inventory.error();
    QVector<Endpoint> ticked;
    std::copy_if(inventory->endpoints.cbegin(), inventory->endpoints.cend(), std::back_inserter(ticked),
                 takesBody);
    QJsonArray rows;
    double limited = 0, done = 0;
    bool known = !ticked.isEmpty();
    for (const Endpoint& endpoint : ticked) {
        context.progress(done++ / static_cast<double>(ticked.size()));
        const auto limit = LimitTrial(client, endpoint, announceWait_).run();
        if (!limit)
            return limit.error();
        limited += limit->state == QLatin1String("limited") ? 1 : 0;
        known = known && limit->state != QLatin1String("unknown");
        rows.append(QJsonObject{
            {QStringLiteral("endpoint"), endpoint.title()},
            {QStringLiteral("announced"), limit->announced},
            {QStringLiteral("largest_accepted"), limit->accepted},
            {QStringLiteral("smallest_refused"), limit->refused},
            {QStringLiteral("status"), limit->status},
            {QStringLiteral("chunked"), limit->chunked < 0 ? QJsonValue() : QJsonValue(limit->chunked)},
            {QStringLiteral("state"), limit->state}});
    }
    setRows(facts, "endpoints", QT_TRANSLATE_NOOP("awb", "Body limits by endpoint"), columns(), rows);
    facts.measured << measurement("endpoints", static_cast<double>(rows.size()), "count");
    if (!rows.isEmpty())
        facts.measured << measurement("covered", 100 * limited / static_cast<double>(rows.size()), "percent");
    concludeFacts(
        facts, client, known,
        ticked.isEmpty()
            ? Message(QT_TRANSLATE_NOOP("awb", "The profile lists no POST, PUT or PATCH that may be tried."))
            : Message(QT_TRANSLATE_NOOP("awb",
                                        "Some endpoints refused or failed before they had read the body.")),
        QStringLiteral("http: {endpoints: [{path: /orders, method: POST}]}"));
    return Done{};
}

} // namespace awb
