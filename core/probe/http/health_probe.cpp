#include "core/probe/http/http_probes.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace awb
{

namespace
{

struct Candidate
{
    QString path;
    QString kind; // live ready combined
    bool named = false;
};

QVector<Candidate> candidatesFor(const HttpTarget& target)
{
    QVector<Candidate> list;
    if (!target.healthLive.isEmpty())
        list.append({target.healthLive, QStringLiteral("live"), true});
    if (!target.healthReady.isEmpty())
        list.append({target.healthReady, QStringLiteral("ready"), true});
    static const std::pair<const char*, const char*> usual[] = {{"/health/live", "live"},
                                                                {"/health/ready", "ready"},
                                                                {"/livez", "live"},
                                                                {"/readyz", "ready"},
                                                                {"/healthz", "combined"},
                                                                {"/health", "combined"},
                                                                {"/healthcheck", "combined"},
                                                                {"/actuator/health/liveness", "live"},
                                                                {"/actuator/health/readiness", "ready"},
                                                                {"/q/health/live", "live"},
                                                                {"/q/health/ready", "ready"},
                                                                {"/-/healthy", "live"},
                                                                {"/-/ready", "ready"},
                                                                {"/live", "live"},
                                                                {"/ready", "ready"},
                                                                {"/status", "combined"},
                                                                {"/ping", "combined"}};
    for (const auto& [path, kind] : usual) {
        const QString name = QLatin1String(path);
        const bool known =
            std::any_of(list.cbegin(), list.cend(), [&](const Candidate& c) { return c.path == name; });
        if (!known)
            list.append({name, QLatin1String(kind), false});
    }
    return list;
}

// Nor is a health path asked that the profile leaves out.
bool isLeftOut(const Candidate& candidate, const HttpTarget& target)
{
    return std::any_of(target.endpoints.cbegin(), target.endpoints.cend(), [&](const EndpointTarget& e) {
        return e.skip && e.method == QLatin1String("GET") &&
               e.path.section(QLatin1Char('?'), 0, 0) == candidate.path;
    });
}

HttpRequest plain(const HttpClient& client, const QString& path, const QString& countedAs)
{
    HttpRequest request;
    request.url = client.at(path);
    request.credential = Credential::None;
    request.followRedirects = true;
    request.timeout = std::chrono::seconds(5);
    request.waitWhenLimited = false; // 503 is how a service says that it is not ready
    request.countedAs = countedAs;
    return request;
}

bool tellsTooMuch(const QByteArray& body)
{
    static const QRegularExpression words(
        QStringLiteral(
            "[a-z]+://[^\\s\"]*@|\"(version|build|commit|hostname|jdbc|dsn)\"|/var/|/home/|exception|stack"),
        QRegularExpression::CaseInsensitiveOption);
    return words.match(QString::fromUtf8(body.left(8192))).hasMatch();
}

bool mentionsDependencies(const QByteArray& body)
{
    static const QRegularExpression words(QStringLiteral("\\b(database|postgres(ql)?|mysql|mariadb|mongo(db)?"
                                                         "|redis|memcached|cache|db|kafka|rabbit(mq)?|queue|"
                                                         "storage|s3|elasticsearch|ldap|diskspace)\\b|\"("
                                                         "components|checks|dependencies|details)\"\\s*:\\s*"
                                                         "[\\[{]\\s*[\"{]"),
                                          QRegularExpression::CaseInsensitiveOption);
    return words.match(QString::fromUtf8(body.left(8192))).hasMatch();
}

QVector<Column> columns()
{
    return {column("path", QT_TRANSLATE_NOOP("awb", "Path"), "", 1, true),
            column("kind", QT_TRANSLATE_NOOP("awb", "Kind")),
            column("status", QT_TRANSLATE_NOOP("awb", "Status"), "count"),
            column("ms", QT_TRANSLATE_NOOP("awb", "Answered after"), "ms"),
            column("dependencies", QT_TRANSLATE_NOOP("awb", "Names dependencies"), "", 2),
            column("no_store", QT_TRANSLATE_NOOP("awb", "no-store"), "", 3),
            column("leaks", QT_TRANSLATE_NOOP("awb", "Tells details"), "", 3)};
}

// Without what differs between any two answers: clocks, counters and ids.
QByteArray likeness(const QByteArray& body)
{
    static const QRegularExpression moving(QStringLiteral("[0-9a-fA-F-]{16,}|[0-9]+([.:TZ+-][0-9]+)*"));
    const QByteArray steady =
        QString::fromUtf8(body.left(8192)).replace(moving, QStringLiteral("#")).toUtf8();
    return QCryptographicHash::hash(steady, QCryptographicHash::Sha256).toHex();
}

QJsonObject rowOf(const Candidate& candidate, const HttpResponse& answer)
{
    const bool guarded = answer.status == 401 || answer.status == 403;
    return {{QStringLiteral("path"), candidate.path},
            {QStringLiteral("kind"), candidate.kind},
            {QStringLiteral("named"), candidate.named},
            {QStringLiteral("status"), answer.status},
            {QStringLiteral("ms"), static_cast<double>(answer.timings.total) / 1000},
            {QStringLiteral("guarded"), guarded},
            {QStringLiteral("dependencies"), mentionsDependencies(answer.body)},
            {QStringLiteral("no_store"), answer.header("Cache-Control").toLower().contains("no-store")},
            {QStringLiteral("leaks"), tellsTooMuch(answer.body)},
            {QStringLiteral("sha256"), QString::fromLatin1(likeness(answer.body))}};
}

// What exists: a plain 200, 503 (there, but not ready), or a guarded one.
bool couldExist(int status)
{
    return status == 200 || status == 204 || status == 503 || status == 401 || status == 403;
}

} // namespace

Status HealthProbe::measure(const ProbeTarget& target, HttpClient& client, ProbeContext& context,
                            Facts& facts)
{
    const QVector<Candidate> candidates = candidatesFor(*target.profile.http);
    QMap<QString, HttpResponse> controls; // by folder
    QJsonArray found, discarded;
    bool everythingAnswered = true, walled = false, leftOut = false;
    double asked = 0;
    for (const Candidate& candidate : candidates) {
        context.progress(asked++ / static_cast<double>(candidates.size()));
        if (isLeftOut(candidate, *target.profile.http)) {
            leftOut = true;
            continue;
        }
        const auto answer =
            client.send(plain(client, candidate.path, QStringLiteral("GET ") + candidate.path));
        if (!answer && endsProbe(answer.error()))
            return answer.error();
        everythingAnswered = everythingAnswered && answer.has_value();
        if (!answer || !couldExist(answer->status) || !answer->elsewhere.isEmpty())
            continue;
        const QString folder = candidate.path.left(candidate.path.lastIndexOf(QLatin1Char('/')) + 1);
        if (!controls.contains(folder)) {
            const auto control = client.send(plain(
                client, randomPath(folder), QStringLiteral("GET ") + folder + QStringLiteral("{random}")));
            if (!control)
                return control.error();
            controls.insert(folder, *control);
        }
        // Where paths that nobody serves ask for a credential as well, a refusal tells nothing.
        const bool refused = answer->status == 401 || answer->status == 403;
        const bool wall = refused && controls.value(folder).status == answer->status;
        walled = walled || wall;
        if (wall || answersAlike(*answer, controls.value(folder)))
            discarded.append(candidate.path);
        else
            found.append(rowOf(candidate, *answer));
    }
    setRows(facts, "found", QT_TRANSLATE_NOOP("awb", "Health endpoints that answer"), columns(), found);
    facts.details.insert(QStringLiteral("discarded"), discarded);
    facts.details.insert(QStringLiteral("walled"), walled);
    const auto has = [&](const char* kind) {
        return std::any_of(found.cbegin(), found.cend(), [&](const QJsonValue& row) {
            return row.toObject().value(QStringLiteral("kind")).toString() == QLatin1String(kind);
        });
    };
    facts.measured << measurement("endpoints", (has("live") ? 1 : 0) + (has("ready") ? 1 : 0), "count");
    concludeFacts(facts, client, everythingAnswered && !leftOut,
                  leftOut ? QT_TRANSLATE_NOOP("awb", "The profile leaves out a path where health endpoints "
                                                     "are looked for.")
                          : QT_TRANSLATE_NOOP("awb", "Some of the health paths gave no answer in time."));
    return Done{};
}

} // namespace awb
