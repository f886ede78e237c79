#include "core/probe/http/rate_limits_probe.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace awb
{

namespace
{

constexpr int passiveRequests = 3;
constexpr qsizetype maxEndpoints = 40;
constexpr std::chrono::milliseconds burstGap{50}; // 20 a second

qint64 numberAfter(const QByteArray& text, const char* pattern)
{
    const auto match = QRegularExpression(QLatin1String(pattern)).match(QString::fromUtf8(text.left(500)));
    return match.hasMatch() ? match.captured(1).toLongLong() : -1;
}

qint64 firstOf(const HttpResponse& response, std::initializer_list<const char*> names)
{
    for (const char* name : names) {
        if (response.has(name))
            return numberAfter(response.header(name), "^\\s*\"?([0-9]{1,12})");
    }
    return -1;
}

// 503 is a limit only after the endpoint has answered: a service that is down says 503 at once.
bool isLimited(const HttpResponse& response, bool hasAnswered)
{
    return response.status == 429 || (response.status == 503 && response.has("Retry-After") && hasAnswered);
}

HttpRequest requestFor(const HttpClient& client, const Endpoint& endpoint)
{
    HttpRequest request;
    request.url = client.at(endpoint.filled);
    request.credential = Credential::None;
    request.waitWhenLimited = false;
    request.countedAs = endpoint.title();
    return request;
}

QVector<Column> columns()
{
    return {column("endpoint", QT_TRANSLATE_NOOP("awb", "Public endpoint"), "", 1, true),
            column("state", QT_TRANSLATE_NOOP("awb", "State")),
            column("limit", QT_TRANSLATE_NOOP("awb", "Limit"), "count"),
            column("window_s", QT_TRANSLATE_NOOP("awb", "Window"), "s", 2),
            column("ms", QT_TRANSLATE_NOOP("awb", "Answered after"), "ms", 3)};
}

Result<QJsonObject> passive(HttpClient& client, const Endpoint& endpoint)
{
    QVector<RateLimitSeen> seen;
    bool limited = false, answered = false, falls = false;
    qint64 fastest = -1; // µs of a success
    for (int i = 0; i < passiveRequests && !limited; ++i) {
        const auto answer = client.send(requestFor(client, endpoint));
        if (!answer && endsProbe(answer.error()))
            return answer.error();
        if (!answer)
            continue;
        limited = isLimited(*answer, answered);
        answered = answered || answer->ok();
        if (answer->ok() && (fastest < 0 || answer->timings.total < fastest))
            fastest = answer->timings.total;
        const RateLimitSeen one = readRateLimit(*answer);
        if (!one.isKnown())
            continue;
        // From one to the next: a window that begins anew between two others hides nothing.
        falls = falls || (!seen.isEmpty() && one.remaining >= 0 && one.remaining < seen.last().remaining);
        seen.append(one);
    }
    const RateLimitSeen last = seen.isEmpty() ? RateLimitSeen() : seen.last();
    return QJsonObject{
        {QStringLiteral("endpoint"), endpoint.title()},
        {QStringLiteral("limit"), last.limit < 0 ? QJsonValue() : QJsonValue(last.limit)},
        {QStringLiteral("window_s"), last.windowSeconds < 0 ? QJsonValue() : QJsonValue(last.windowSeconds)},
        {QStringLiteral("ms"), fastest < 0 ? QJsonValue() : QJsonValue(static_cast<double>(fastest) / 1000)},
        {QStringLiteral("state"), limited          ? QStringLiteral("limited")
                                  : falls          ? QStringLiteral("policy")
                                  : seen.isEmpty() ? QStringLiteral("none")
                                                   : QStringLiteral("constant")}};
}

// "limited" at the first refusal. A bare 503 (nginx' limit_req says it) ends the burst too, but may as well
// be an overload: "unclear". "none" when nothing of it came.
Result<QString> burst(HttpClient& client, ProbeContext& context, const Endpoint& endpoint, int most,
                      int& sent)
{
    bool answered = false;
    for (sent = 0; sent < most; ++sent) {
        const auto answer = client.send(requestFor(client, endpoint));
        if (!answer && endsProbe(answer.error()))
            return answer.error();
        if (answer && isLimited(*answer, answered)) {
            ++sent;
            return QStringLiteral("limited");
        }
        if (answer && answer->status == 503 && answered) {
            ++sent;
            return QStringLiteral("unclear");
        }
        answered = answered || (answer && answer->ok());
        if (!context.waitFor(burstGap))
            return Error{ErrorCode::Cancelled, QStringLiteral("The burst was cancelled."), {}, {}};
    }
    return QStringLiteral("none");
}

} // namespace

RateLimitSeen readRateLimit(const HttpResponse& response)
{
    RateLimitSeen seen;
    const QByteArray both = response.header("RateLimit");
    const QByteArray policy = response.header("RateLimit-Policy");
    seen.limit = numberAfter(both, "\\blimit=([0-9]{1,12})");
    seen.remaining = numberAfter(both, "\\b(?:remaining|r)=([0-9]{1,12})");
    if (seen.limit < 0)
        seen.limit = numberAfter(policy, "\\bq=([0-9]{1,12})");
    if (seen.limit < 0)
        seen.limit = numberAfter(policy, "^\\s*([0-9]{1,12})");
    seen.windowSeconds = numberAfter(policy, "\\bw=([0-9]{1,12})");
    if (seen.limit < 0)
        seen.limit = firstOf(response, {"RateLimit-Limit", "X-RateLimit-Limit", "X-Rate-Limit-Limit"});
    if (seen.remaining < 0)
        seen.remaining =
            firstOf(response, {"RateLimit-Remaining", "X-RateLimit-Remaining", "X-Rate-Limit-Remaining"});
    return seen;
}

namespace
{

// What is asked, and what a person would have to look at.
struct PublicEndpoints
{
    QVector<Endpoint> asked;
    QStringList untried;
};

PublicEndpoints publicEndpoints(const EndpointInventory& inventory)
{
    PublicEndpoints open;
    for (const Endpoint& endpoint : sampledReads(inventory, inventory.endpoints.size())) {
        if (!endpoint.isPublic)
            continue;
        if (!endpoint.isGuessed && open.asked.size() < maxEndpoints)
            open.asked.append(endpoint);
        else
            open.untried.append(endpoint.title());
    }
    const auto isLogin = [](const Endpoint& e) { return e.isAuth || isLoginPath(e.path); };
    for (const Endpoint& endpoint : inventory.endpoints) { // how a login limits its failures is 6.4
        if (endpoint.isPublic && endpoint.isWrite() && !isLogin(endpoint))
            open.untried.append(endpoint.title());
    }
    for (const Endpoint& endpoint : inventory.leftOut) {
        if (endpoint.isPublic && !(endpoint.changesByMethod() && isLogin(endpoint)))
            open.untried.append(endpoint.title());
    }
    return open;
}

QString stateAt(const QJsonArray& rows, qsizetype index)
{
    return rows.at(index).toObject().value(QStringLiteral("state")).toString();
}

// The one that answers soonest of those that show no limit; -1: there is none.
qsizetype cheapestSilent(const QJsonArray& rows)
{
    qsizetype best = -1;
    const auto cost = [&](qsizetype index) {
        return rows.at(index).toObject().value(QStringLiteral("ms")).toDouble(1e12);
    };
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (stateAt(rows, i) == QLatin1String("none") && (best < 0 || cost(i) < cost(best)))
            best = i;
    }
    return best;
}

void setState(QJsonArray& rows, qsizetype index, const QString& state, const QJsonValue& limit)
{
    QJsonObject row = rows.at(index).toObject();
    row.insert(QStringLiteral("state"), state);
    row.insert(QStringLiteral("limit"), limit);
    rows.replace(index, row);
}

// A limit that several endpoints share refuses the others now as well.
Status askOthers(HttpClient& client, const QVector<Endpoint>& open, QJsonArray& rows)
{
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (stateAt(rows, i) != QLatin1String("none"))
            continue;
        const auto answer = client.send(requestFor(client, open.at(i)));
        if (!answer && endsProbe(answer.error()))
            return answer.error();
        if (answer && answer->status == 429)
            setState(rows, i, QStringLiteral("limited"), {});
    }
    return Done{};
}

} // namespace

Status RateLimitsProbe::measure(const ProbeTarget& target, HttpClient& client, ProbeContext& context,
                                Facts& facts)
{
    const auto inventory = loadInventory(target, client);
    if (!inventory)
        return inventory.error();
    const PublicEndpoints open = publicEndpoints(*inventory);
    QJsonArray rows;
    for (const Endpoint& endpoint : open.asked) {
        const auto row = passive(client, endpoint);
        if (!row)
            return row.error();
        rows.append(*row);
    }
    int sent = 0;
    if (const qsizetype index = cheapestSilent(rows); index >= 0 && target.allows(Capability::Burst)) {
        HttpClient unpaced(httpSettings(target), context);
        const auto refused = burst(unpaced, context, open.asked.at(index), burst_, sent);
        if (!refused)
            return refused.error();
        const bool limited = *refused == QLatin1String("limited");
        setState(rows, index, *refused, limited ? QJsonValue(sent) : QJsonValue());
        facts.details.insert(QStringLiteral("burst_at"), open.asked.at(index).title());
        if (limited) {
            if (const Status asked = askOthers(unpaced, open.asked, rows); !asked)
                return asked.error();
        }
    }
    const auto covered = std::count_if(rows.cbegin(), rows.cend(), [](const QJsonValue& row) {
        const QString state = row.toObject().value(QStringLiteral("state")).toString();
        return state == QLatin1String("limited") || state == QLatin1String("policy");
    });
    setRows(facts, "endpoints", QT_TRANSLATE_NOOP("awb", "Rate limits of public endpoints"), columns(), rows);
    facts.details.insert(QStringLiteral("burst"), sent);
    facts.details.insert(QStringLiteral("untried"), QJsonArray::fromStringList(open.untried));
    facts.measured << measurement("endpoints", static_cast<double>(rows.size()), "count");
    if (!rows.isEmpty())
        facts.measured << measurement(
            "covered", 100 * static_cast<double>(covered) / static_cast<double>(rows.size()), "percent");
    facts.complete = !rows.isEmpty();
    if (!facts.complete) {
        facts.reason =
            inventory->reason.isEmpty()
                ? Message(QT_TRANSLATE_NOOP(
                      "awb", "No public endpoint is known: declare it, or tick it in the profile."))
                : inventory->reason;
        facts.unlock = QStringLiteral("http: {endpoints: [{path: /products, public: true}]}");
    }
    return Done{};
}

} // namespace awb
