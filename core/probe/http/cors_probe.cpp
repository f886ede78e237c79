#include "core/probe/http/http_probes.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace awb
{

namespace
{

struct Origin
{
    QByteArray value; // empty: no header
    QString kind;
};

QVector<Origin> originsFor(const HttpTarget& target)
{
    const QByteArray host = target.baseUrl.host().toUtf8();
    QVector<Origin> origins{{{}, QStringLiteral("none")},
                            {"https://evil.example", QStringLiteral("foreign")},
                            {"null", QStringLiteral("null")}};
    if (QHostAddress(target.baseUrl.host()).isNull()) { // an address has neither suffix nor prefix
        origins.append({"https://" + host + ".evil.example", QStringLiteral("suffix")});
        origins.append({"https://evil" + host, QStringLiteral("prefix")});
        if (target.baseUrl.scheme() == QLatin1String("https"))
            origins.append({"http://" + host, QStringLiteral("http")});
    }
    for (const QString& allowed : target.allowedOrigins.mid(0, 3))
        origins.append({allowed.toUtf8(), QStringLiteral("allowed")});
    return origins;
}

// In one word what the rule of 6.8 says of one answer; the rule looks at all of them.
QString toldAs(const QString& kind, bool isPublic, bool echoed, bool star, bool invalid)
{
    const bool foreign = kind == QLatin1String("foreign") || kind == QLatin1String("null");
    if ((foreign && echoed) || (star && !isPublic))
        return QStringLiteral("wrong");
    const bool alike =
        kind == QLatin1String("suffix") || kind == QLatin1String("prefix") || kind == QLatin1String("http");
    return star || invalid || (alike && echoed) ? QStringLiteral("risky") : QStringLiteral("ok");
}

// Only Access-Control-Allow-Origin decides: libraries with an allow list send the other headers to everybody.
QJsonObject judged(const Endpoint& endpoint, const Origin& origin, const HttpResponse& response,
                   bool preflight)
{
    const QList<QByteArray> values = response.all("Access-Control-Allow-Origin");
    const QByteArray value = values.value(0);
    const bool invalid = values.size() > 1 || value.contains(',');
    const bool star = value == "*";
    const bool echoed = !origin.value.isEmpty() && value == origin.value;
    return {{QStringLiteral("endpoint"),
             (preflight ? QStringLiteral("OPTIONS ") + endpoint.path : endpoint.title())},
            {QStringLiteral("public"), endpoint.isPublic},
            {QStringLiteral("origin"), QString::fromUtf8(origin.value)},
            {QStringLiteral("kind"), origin.kind},
            {QStringLiteral("status"), response.status},
            {QStringLiteral("value"), QString::fromUtf8(values.join(", ").left(200))},
            {QStringLiteral("star"), star},
            {QStringLiteral("allowed"), echoed || star},
            {QStringLiteral("credentials"),
             response.header("Access-Control-Allow-Credentials").toLower() == "true"},
            {QStringLiteral("told"), toldAs(origin.kind, endpoint.isPublic, echoed, star, invalid)},
            {QStringLiteral("vary"), response.all("Vary").join(',').toLower().contains("origin")},
            {QStringLiteral("invalid"), invalid}};
}

QVector<Column> columns()
{
    return {column("endpoint", QT_TRANSLATE_NOOP("awb", "Endpoint"), "", 1, true),
            column("origin", QT_TRANSLATE_NOOP("awb", "Origin asked with"), "", 1, true),
            column("status", QT_TRANSLATE_NOOP("awb", "Status"), "count", 2),
            column("value", QT_TRANSLATE_NOOP("awb", "Access-Control-Allow-Origin"), "", 1, true),
            column("told", QT_TRANSLATE_NOOP("awb", "State")),
            column("credentials", QT_TRANSLATE_NOOP("awb", "With credentials"), "", 2),
            column("vary", QT_TRANSLATE_NOOP("awb", "Vary: Origin"), "", 2)};
}

bool isForeign(const QJsonObject& row)
{
    const QString kind = row.value(QStringLiteral("kind")).toString();
    return kind == QLatin1String("foreign") || kind == QLatin1String("null") ||
           kind == QLatin1String("suffix") || kind == QLatin1String("prefix");
}

class CorsTrial
{
public:
    CorsTrial(const HttpTarget& target, HttpClient& client) : client_(client), origins_(originsFor(target)) {}

    // GET with every origin, then one preflight of the foreign one.
    Status ask(const Endpoint& endpoint)
    {
        bool good = false;
        for (qsizetype i = 0; i <= origins_.size(); ++i) {
            const bool preflight = i == origins_.size();
            const Origin& origin = origins_.at(preflight ? 1 : i);
            const auto answer = client_.send(requestFor(endpoint, origin, preflight));
            if (!answer && endsProbe(answer.error()))
                return answer.error();
            if (!answer)
                continue;
            if (answer->ok() && !preflight && !good) {
                const auto page = isCatchAll(*answer);
                if (!page)
                    return page.error();
                good = !*page;
                onlyPages = onlyPages || *page;
            }
            rows.append(judged(endpoint, origin, *answer, preflight));
        }
        answered += good ? 1 : 0;
        return Done{};
    }

    QJsonArray rows;
    double answered = 0;    // endpoints that gave an answer of their own
    bool onlyPages = false; // one gave the page that unknown paths get, too

private:
    HttpRequest requestFor(const Endpoint& endpoint, const Origin& origin, bool preflight) const
    {
        HttpRequest request;
        request.url = client_.at(endpoint.filled);
        request.method = preflight ? "OPTIONS" : "GET";
        request.countedAs = QString::fromLatin1(request.method) + QLatin1Char(' ') + endpoint.path;
        request.credential = preflight ? Credential::None : Credential::First;
        if (!origin.value.isEmpty())
            request.headers.append(HttpHeader{"Origin", origin.value});
        if (preflight) {
            request.headers.append(HttpHeader{"Access-Control-Request-Method", "PUT"});
            request.headers.append(HttpHeader{"Access-Control-Request-Headers", "authorization"});
        }
        return request;
    }
    // The page of a single-page app says nothing of the API.
    Result<bool> isCatchAll(const HttpResponse& answer)
    {
        if (!control_) {
            HttpRequest request;
            request.url = client_.at(randomPath());
            request.countedAs = QStringLiteral("GET /auditbench-{random}");
            auto given = client_.send(request);
            if (!given && endsProbe(given.error()))
                return given.error();
            control_ = given ? *std::move(given) : HttpResponse();
        }
        return answersAlike(answer, *control_);
    }

    HttpClient& client_;
    const QVector<Origin> origins_;
    std::optional<HttpResponse> control_;
};

} // namespace

Status CorsProbe::measure(const ProbeTarget& target, HttpClient& client, ProbeContext& context, Facts& facts)
{
    constexpr qsizetype maxEndpoints = 5;
    const auto inventory = loadInventory(target, client);
    if (!inventory)
        return inventory.error();
    const QVector<Endpoint> reads = sampledReads(*inventory, maxEndpoints);
    CorsTrial trial(*target.profile.http, client);
    double asked = 0;
    for (const Endpoint& endpoint : reads) {
        if (const Status done = trial.ask(endpoint); !done)
            return done.error();
        context.progress(++asked / static_cast<double>(reads.size()));
    }
    const QJsonArray& rows = trial.rows;
    const auto violations = std::count_if(rows.cbegin(), rows.cend(), [](const QJsonValue& value) {
        const QJsonObject row = value.toObject();
        return isForeign(row) && row.value(QStringLiteral("allowed")).toBool();
    });
    setRows(facts, "origins", QT_TRANSLATE_NOOP("awb", "What each origin is told"), columns(), rows);
    facts.measured << measurement("violations", static_cast<double>(violations), "count")
                   << measurement("answered", trial.answered, "count")
                   << measurement("asked", asked, "count");
    concludeFacts(
        facts, client, trial.answered > 0,
        reads.isEmpty() ? inventory->reason.isEmpty()
                              ? Message(QT_TRANSLATE_NOOP("awb", "There is no GET endpoint to ask."))
                              : inventory->reason
        : trial.onlyPages
            ? Message(QT_TRANSLATE_NOOP("awb", "The endpoints answer with the same page as paths that nobody "
                                               "serves: the API is not below this base URL."))
            : Message(QT_TRANSLATE_NOOP("awb", "No endpoint answered with success, so nothing can be "
                                               "said of its CORS headers.")),
        QStringLiteral("http: {openapi: …, auth: …}"));
    return Done{};
}

} // namespace awb
