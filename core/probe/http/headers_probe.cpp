#include "core/probe/http/http_probes.h"
#include "core/probe/http/plain_http.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace awb
{

namespace
{

// RFC 6797 §6.1: the first header counts, names ignore case, values may be quoted, a directive twice is
// invalid.
QString hstsState(const QList<QByteArray>& headers, qint64 minimum, qint64* age)
{
    if (headers.isEmpty())
        return QStringLiteral("missing");
    QStringList seen;
    qint64 seconds = -1;
    for (const QByteArray& directive : headers.first().split(';')) {
        const QString name = QString::fromLatin1(directive.split('=').value(0)).trimmed().toLower();
        if (name.isEmpty())
            continue;
        if (seen.contains(name))
            return QStringLiteral("invalid");
        seen.append(name);
        if (name == QLatin1String("max-age")) {
            QByteArray value = directive.mid(directive.indexOf('=') + 1).trimmed();
            if (value.size() >= 2 && value.startsWith('"') && value.endsWith('"'))
                value = value.mid(1, value.size() - 2);
            bool number = false;
            seconds = value.toLongLong(&number);
            if (!number || seconds < 0)
                return QStringLiteral("invalid");
        }
    }
    if (seconds < 0)
        return QStringLiteral("invalid");
    *age = seconds;
    return seconds == 0        ? QStringLiteral("off")
           : seconds < minimum ? QStringLiteral("short")
                               : QStringLiteral("ok");
}

// A source that any site matches: "*", "https:", "https://*".
bool isAnySite(const QString& source)
{
    static const QRegularExpression any(QStringLiteral("^(\\*|https?:(//\\*(:\\*)?/?)?)$"),
                                        QRegularExpression::CaseInsensitiveOption);
    return any.match(source).hasMatch();
}

bool framesRefused(const HttpResponse& response)
{
    static const QRegularExpression ancestors(
        QStringLiteral("(^|[;,])\\s*frame-ancestors(\\s+([^;,]*)|$|(?=[;,]))"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression space(QStringLiteral("\\s+"));
    bool decided = false, refused = false; // every policy holds, so one that refuses is enough
    for (const QByteArray& policy : response.all("Content-Security-Policy")) {
        auto each = ancestors.globalMatch(QString::fromUtf8(policy));
        while (each.hasNext()) {
            const QStringList sources = each.next().captured(3).split(space, Qt::SkipEmptyParts);
            decided = true;
            refused = refused || std::none_of(sources.cbegin(), sources.cend(), &isAnySite);
        }
    }
    if (decided) // it decides where both are sent
        return refused;
    const QByteArray option = response.header("X-Frame-Options").toUpper();
    return option == "DENY" || option == "SAMEORIGIN";
}

// What is wrong with the cookies of an answer: "sid: no Secure, no HttpOnly".
QString cookieFaults(const HttpResponse& response)
{
    QStringList faults;
    for (const QByteArray& cookie : response.all("Set-Cookie")) {
        const QString text = QString::fromUtf8(cookie).toLower();
        QStringList missing;
        for (const char* attribute : {"secure", "httponly", "samesite"}) {
            static const QString pattern = QStringLiteral(";\\s*%1\\s*(=|;|$)");
            if (!QRegularExpression(pattern.arg(QLatin1String(attribute))).match(text).hasMatch())
                missing.append(QStringLiteral("no ") + QLatin1String(attribute));
        }
        if (!missing.isEmpty())
            faults.append(QString::fromUtf8(cookie.split('=').value(0).left(60)) + QStringLiteral(": ") +
                          missing.join(QStringLiteral(", ")));
    }
    return faults.join(QStringLiteral("; "));
}

QString leaksOf(const HttpResponse& response)
{
    QStringList leaks;
    static const QRegularExpression version(QStringLiteral("[0-9]+\\.[0-9]"));
    const QString server = QString::fromUtf8(response.header("Server").left(100));
    if (version.match(server).hasMatch())
        leaks.append(QStringLiteral("Server: ") + server);
    for (const char* name : {"X-Powered-By", "X-AspNet-Version"}) {
        if (response.has(name))
            leaks.append(QLatin1String(name) + QStringLiteral(": ") +
                         QString::fromUtf8(response.header(name).left(100)));
    }
    return leaks.join(QStringLiteral("; "));
}

// A browser keeps no HSTS for an address, for localhost, or after a certificate error (RFC 6797 §8.1.1,
// §8.4).
bool hstsCounts(const HttpResponse& response)
{
    const QString host = response.url.host();
    return response.url.scheme() == QLatin1String("https") && response.certificate.verified &&
           QHostAddress(host).isNull() && host != QLatin1String("localhost");
}

QJsonObject judged(const QString& title, const HttpResponse& response, qint64 minimumAge)
{
    qint64 age = 0;
    QString hsts = hstsState(response.all("Strict-Transport-Security"), minimumAge, &age);
    if (!hstsCounts(response))
        hsts = QStringLiteral("unmeasured");
    const bool html = response.mediaType() == "text/html";
    const QString kind = response.status >= 400 ? QStringLiteral("error")
                         : !response.ok()       ? QStringLiteral("redirect")
                         : html                 ? QStringLiteral("html")
                                                : QStringLiteral("success");
    return {{QStringLiteral("url"), title},
            {QStringLiteral("kind"), kind},
            {QStringLiteral("status"), response.status},
            {QStringLiteral("hsts"), hsts},
            {QStringLiteral("hsts_age"), static_cast<double>(age)},
            {QStringLiteral("nosniff"), response.header("X-Content-Type-Options").toLower() == "nosniff"},
            {QStringLiteral("framing"), framesRefused(response)},
            {QStringLiteral("csp"), response.has("Content-Security-Policy")},
            {QStringLiteral("referrer"), QString::fromUtf8(response.header("Referrer-Policy").left(80))},
            {QStringLiteral("cache"), QString::fromUtf8(response.header("Cache-Control").left(80))},
            {QStringLiteral("cookies"), cookieFaults(response)},
            {QStringLiteral("leaks"), leaksOf(response)}};
}

bool isCovered(const QJsonObject& row)
{
    const QString hsts = row.value(QStringLiteral("hsts")).toString();
    return (hsts == QLatin1String("ok") || hsts == QLatin1String("unmeasured")) &&
           row.value(QStringLiteral("nosniff")).toBool() && row.value(QStringLiteral("framing")).toBool();
}

QVector<Column> columns()
{
    return {column("url", QT_TRANSLATE_NOOP("awb", "Answer"), "", 1, true),
            column("status", QT_TRANSLATE_NOOP("awb", "Status"), "count"),
            column("hsts", QT_TRANSLATE_NOOP("awb", "Strict-Transport-Security")),
            column("nosniff", QT_TRANSLATE_NOOP("awb", "X-Content-Type-Options")),
            column("framing", QT_TRANSLATE_NOOP("awb", "Framing refused")),
            column("csp", QT_TRANSLATE_NOOP("awb", "Content-Security-Policy"), "", 2),
            column("referrer", QT_TRANSLATE_NOOP("awb", "Referrer-Policy"), "", 3, true),
            column("cache", QT_TRANSLATE_NOOP("awb", "Cache-Control"), "", 3, true),
            column("cookies", QT_TRANSLATE_NOOP("awb", "Cookies"), "", 3, true),
            column("leaks", QT_TRANSLATE_NOOP("awb", "Tells too much"), "", 2, true)};
}

QVector<Column> plainColumns()
{
    return {column("url", QT_TRANSLATE_NOOP("awb", "Over plain HTTP"), "", 1, true),
            column("status", QT_TRANSLATE_NOOP("awb", "Status"), "count"),
            column("state", QT_TRANSLATE_NOOP("awb", "State")),
            column("location", QT_TRANSLATE_NOOP("awb", "Sends on to"), "", 2, true)};
}

struct Sample
{
    QString path;
    Credential credential = Credential::First;
};

} // namespace

Status HeadersProbe::measure(const ProbeTarget& target, HttpClient& client, ProbeContext& context,
                             Facts& facts)
{
    constexpr qint64 minimumAge =
        15'552'000; // of the checklist's policy; the rule reads hsts_age against its own
    const auto inventory = loadInventory(target, client);
    if (!inventory)
        return inventory.error();
    QVector<Sample> samples{{QStringLiteral("/"), Credential::First}};
    const QVector<Endpoint> reads = sampledReads(*inventory, 3);
    for (const Endpoint& endpoint : reads)
        samples.append({endpoint.filled, Credential::First});
    if (!reads.isEmpty() && client.hasCredential())
        samples.append({reads.first().filled, Credential::None});
    samples.append({randomPath(), Credential::First});
    QJsonArray rows;
    double covered = 0;
    QString served = QStringLiteral("/"); // the first path that answered with success
    bool anyServed = false;
    for (const Sample& sample : samples) {
        HttpRequest request;
        request.url = client.at(sample.path);
        request.credential = sample.credential;
        request.followRedirects = true;
        if (sample.path.startsWith(QStringLiteral("/auditbench-")))
            request.countedAs = QStringLiteral("GET /auditbench-{random}");
        const auto answer = client.send(request);
        if (!answer && endsProbe(answer.error()))
            return answer.error();
        if (!answer)
            continue;
        const QJsonObject row = judged(requestLine("GET", request.url), *answer, minimumAge);
        covered += isCovered(row) ? 1 : 0;
        if (answer->ok() && !anyServed)
            served = sample.path;
        anyServed = anyServed || answer->ok();
        rows.append(row);
        context.progress(static_cast<double>(rows.size()) / static_cast<double>(samples.size()));
    }
    setRows(facts, "answers", QT_TRANSLATE_NOOP("awb", "Security headers by answer"), columns(), rows);
    facts.details.insert(QStringLiteral("https"),
                         target.profile.http->baseUrl.scheme() == QLatin1String("https"));
    facts.details.insert(QStringLiteral("pinned"), !target.profile.http->pin.isEmpty());
    if (const int port = plainPort(*target.profile.http); port > 0) {
        const auto plain = askPlainHttp(client, port, served);
        if (!plain)
            return plain.error();
        setRows(facts, "plain", QT_TRANSLATE_NOOP("awb", "The same over plain HTTP"), plainColumns(),
                {*plain});
    }
    const auto count = static_cast<double>(rows.size());
    facts.measured << measurement("answers", count, "count");
    if (count > 0)
        facts.measured << measurement("covered", 100 * covered / count, "percent");
    concludeFacts(facts, client, rows.size() == samples.size(),
                  QT_TRANSLATE_NOOP("awb", "Some of the sampled paths gave no answer."));
    return Done{};
}

} // namespace awb
