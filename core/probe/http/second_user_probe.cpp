#include "core/probe/http/second_user_probe.h"

#include "core/probe/http/list_reading.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace awb
{

namespace
{

// "/orders/{id}" of the list "/orders".
struct ItemPath
{
    QString title; // "GET /orders/{id}"
    Endpoint list;
};

QVector<ItemPath> itemPaths(const EndpointInventory& inventory)
{
    static const QRegularExpression tail(QStringLiteral("^(.*)/\\{[^{}/]+\\}$"));
    QVector<ItemPath> paths;
    for (const Endpoint& item : inventory.reads()) {
        const QRegularExpressionMatch match = tail.match(item.path);
        if (item.isPublic || !match.hasMatch())
            continue;
        const auto list = std::find_if(
            inventory.endpoints.cbegin(), inventory.endpoints.cend(), [&](const Endpoint& endpoint) {
                return endpoint.path == match.captured(1) && endpoint.method == QLatin1String("GET") &&
                       !endpoint.isGuessed && endpoint.problem.isEmpty();
            });
        if (list != inventory.endpoints.cend())
            paths.append({item.title(), *list});
    }
    return paths;
}

// The same bytes, the same JSON, or an object with the same fields and the same id: a time or a counter in it
// may differ.
bool isSameObject(const HttpResponse& first, const HttpResponse& second)
{
    if (first.body == second.body)
        return true;
    const QJsonObject a = QJsonDocument::fromJson(first.body).object();
    const QJsonObject b = QJsonDocument::fromJson(second.body).object();
    if (a.isEmpty() || a.keys() != b.keys())
        return false;
    return a == b || std::any_of(objectIdNames.begin(), objectIdNames.end(), [&](const char* name) {
               return a.contains(QLatin1String(name)) &&
                      a.value(QLatin1String(name)) == b.value(QLatin1String(name));
           });
}

bool isRefused(int status)
{
    return status == 401 || status == 403 || status == 404 || status == 410;
}

class Comparing
{
public:
    Comparing(HttpClient& client, ProbeContext& context, const SecondUserOptions& options)
        : client_(client),
          context_(context),
          options_(options)
    {
    }

    Status run(const QVector<ItemPath>& paths)
    {
        for (const ItemPath& path : paths) {
            if (rows_.size() >= options_.objects || client_.isRefusedByLimit())
                return Done{};
            if (const Status done = compareObjectsOf(path); !done)
                return done;
        }
        return Done{};
    }

    void describe(Facts& facts) const
    {
        const auto count = [&](const char* state) {
            return static_cast<double>(std::count_if(rows_.begin(), rows_.end(), [&](const QJsonValue& row) {
                return row.toObject().value(QStringLiteral("state")).toString() == QLatin1String(state);
            }));
        };
        setRows(facts, "objects", QT_TRANSLATE_NOOP("awb", "Objects of the first account, asked for by both"),
                {column("endpoint", QT_TRANSLATE_NOOP("awb", "Endpoint"), "", 1, true),
                 column("object", QT_TRANSLATE_NOOP("awb", "Object"), "", 1, true),
                 column("first", QT_TRANSLATE_NOOP("awb", "First account"), "count"),
                 column("second", QT_TRANSLATE_NOOP("awb", "Second account"), "count"),
                 column("state", QT_TRANSLATE_NOOP("awb", "State"))},
                rows_);
        facts.details.insert(QStringLiteral("second_works"), secondWorks_);
        facts.measured << measurement("objects", static_cast<double>(rows_.size()), "count")
                       << measurement("same", count("same"), "count")
                       << measurement("refused", count("refused"), "count");
    }
    bool isEmpty() const { return rows_.isEmpty(); }

private:
    // Nothing when there was no answer in time; an Error only when it ends the probe.
    Result<std::optional<HttpResponse>> ask(const QString& path, Credential who, const QString& title)
    {
        HttpRequest request;
        request.url = client_.at(path);
        request.credential = who;
        request.countedAs = title + (who == Credential::Second ? QStringLiteral(" (second credential)")
                                     : who == Credential::None ? QStringLiteral(" (no credential)")
                                                               : QString());
        auto answer = client_.send(request);
        if (!answer)
            return endsProbe(answer.error()) ? Result<std::optional<HttpResponse>>(answer.error())
                                             : Result<std::optional<HttpResponse>>(std::nullopt);
        secondWorks_ = secondWorks_ || (who == Credential::Second && answer->ok());
        return std::optional(*std::move(answer));
    }

    Status compareObjectsOf(const ItemPath& path)
    {
        constexpr qsizetype readIds = 1000;
        const auto own = ask(path.list.filled, Credential::First, path.list.title());
        if (!own)
            return own.error();
        const QStringList ids = *own && (*own)->ok() ? listIds(**own, options_.perList) : QStringList();
        if (ids.isEmpty())
            return Done{};
        const auto others = ask(path.list.filled, Credential::Second, path.list.title());
        if (!others)
            return others.error();
        const QStringList seen = *others && (*others)->ok() ? listIds(**others, readIds) : QStringList();
        const QString folder = path.list.filled.section(QLatin1Char('?'), 0, 0) + QLatin1Char('/');
        const auto control = ask(randomPath(folder), Credential::First, path.title);
        if (!control)
            return control.error();
        for (const QString& id : ids) {
            if (rows_.size() >= options_.objects)
                break;
            const QString at = folder + QString::fromLatin1(QUrl::toPercentEncoding(id));
            if (const Status done = compare(path, id, at, *control, seen.contains(id)); !done)
                return done;
            context_.progress(static_cast<double>(rows_.size()) / static_cast<double>(options_.objects));
        }
        return Done{};
    }

    Status compare(const ItemPath& path, const QString& id, const QString& at,
                   const std::optional<HttpResponse>& control, bool isShared)
    {
        const auto first = ask(at, Credential::First, path.title);
        if (!first)
            return first.error();
        if (!*first || !(*first)->ok())
            return Done{}; // no object of the first account after all
        const auto second = ask(at, Credential::Second, path.title);
        if (!second)
            return second.error();
        QString state = QStringLiteral("unknown");
        if (control && answersAlike(**first, *control)) {
            state = QStringLiteral("unserved");
        } else if (*second && isRefused((*second)->status)) {
            state = QStringLiteral("refused");
        } else if (*second && (*second)->ok()) {
            const auto nobody = ask(at, Credential::None, path.title);
            if (!nobody)
                return nobody.error();
            const bool open = *nobody && (*nobody)->ok() && isSameObject(**first, **nobody);
            state = open                              ? QStringLiteral("public")
                    : isShared                        ? QStringLiteral("shared")
                    : isSameObject(**first, **second) ? QStringLiteral("same")
                                                      : QStringLiteral("different");
        }
        rows_.append(
            QJsonObject{{QStringLiteral("endpoint"), path.title},
                        {QStringLiteral("object"), id.left(60)},
                        {QStringLiteral("first"), (*first)->status},
                        {QStringLiteral("second"), *second ? QJsonValue((*second)->status) : QJsonValue()},
                        {QStringLiteral("state"), state}});
        return Done{};
    }

    HttpClient& client_;
    ProbeContext& context_;
    const SecondUserOptions& options_;
    QJsonArray rows_;
    bool secondWorks_ = false;
};

bool isSameCredential(const HttpSettings& settings)
{
    const AuthTarget& first = *settings.auth;
    const AuthTarget& second = *settings.secondAuth;
    return first.kind == second.kind && first.user == second.user && first.name == second.name &&
           first.certificate == second.certificate &&
           settings.secret.reveal() == settings.secondSecret.reveal();
}

} // namespace

Status SecondUserProbe::measure(const ProbeTarget& target, HttpClient& client, ProbeContext& context,
                                Facts& facts)
{
    facts.details.insert(QStringLiteral("hint"), true);
    const auto inventory = loadInventory(target, client);
    if (!inventory)
        return inventory.error();
    const HttpSettings& settings = client.settings();
    if (!settings.auth || !settings.secondAuth) {
        facts.reason = QT_TRANSLATE_NOOP("awb", "The profile names no second credential beside the first.");
        facts.unlock = QStringLiteral("http: {second_auth: {kind: bearer, secret: env:SHOP_TOKEN_B}}");
        return Done{};
    }
    if (isSameCredential(settings)) {
        facts.reason = QT_TRANSLATE_NOOP("awb", "The two credentials of the profile are the same.");
        return Done{};
    }
    const QVector<ItemPath> paths = itemPaths(*inventory);
    Comparing comparing(client, context, options_);
    if (const Status done = comparing.run(paths); !done)
        return done;
    comparing.describe(facts);
    Message why = inventory->reason;
    if (why.isEmpty())
        why = paths.isEmpty()
                  ? Message(QT_TRANSLATE_NOOP(
                        "awb", "No endpoint that needs a credential shows one object out of a list."))
                  : Message(QT_TRANSLATE_NOOP("awb", "The first account's lists show no object with an id."));
    concludeFacts(facts, client, !comparing.isEmpty(), why, QStringLiteral("http: {openapi: …}"));
    return Done{};
}

ProbeDescriptor secondUserProbe(const std::shared_ptr<HttpPace>& pace)
{
    ProbeDescriptor probe;
    probe.id = QStringLiteral("http.second_user");
    probe.title = QT_TRANSLATE_NOOP("awb", "Objects of another account");
    probe.about =
        QT_TRANSLATE_NOOP("awb", "Asks with the second credential for objects out of the first one's lists.");
    probe.source = ProbeSource::Http;
    probe.checks = {QStringLiteral("6.2")};
    probe.needs = Capability::SecondUser;
    probe.budget = std::chrono::minutes(5);
    probe.plan = [](const TargetProfile&) {
        return std::vector<PlannedSend>{
            {QStringLiteral("GET (API description)"), 5, {}},
            {QStringLiteral("GET (list endpoints, for an id)"), 10, {}},
            {QStringLiteral("GET {list} (first and second credential), GET {list}/{random}"), -1,
             QT_TRANSLATE_NOOP("awb", "3 for each list of objects, until 20 objects were found")},
            {QStringLiteral("GET {list}/{id} (first, second, and no credential)"), 60, {}}};
    };
    probe.create = [pace] { return std::make_unique<SecondUserProbe>(pace); };
    return probe;
}

} // namespace awb
