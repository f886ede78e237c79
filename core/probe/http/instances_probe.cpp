#include "core/probe/http/instances_probe.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

namespace awb
{

namespace
{

constexpr qsizetype mostInstances = 5;
constexpr qsizetype fewestToCompare = 5;

const QString testedCheck = QStringLiteral("8.1");
const QString statelessCheck = QStringLiteral("8.2");

bool isGuarded(int status)
{
    return status == 401 || status == 403;
}

class Naming
{
public:
    // How often a source was heard, and what it said.
    struct Source
    {
        QSet<QString> values;
        qsizetype heard = 0;
    };

    void hear(const QString& source, const QString& value)
    {
        ++sources_[source].heard;
        sources_[source].values.insert(value);
    }

    double describe(Facts& facts) const
    {
        QJsonArray rows;
        qsizetype most = 0;
        for (auto it = sources_.cbegin(); it != sources_.cend(); ++it) {
            // another value in every answer is a request's name, not an instance's
            const bool ofRequests = it->heard >= fewestToCompare && it->values.size() == it->heard;
            if (ofRequests)
                continue;
            most = std::max(most, it->values.size());
            QStringList values(it->values.cbegin(), it->values.cend());
            values.sort();
            rows.append(QJsonObject{{QStringLiteral("source"), it.key()},
                                    {QStringLiteral("distinct"), it->values.size()},
                                    {QStringLiteral("values"), values.mid(0, 10).join(QStringLiteral(", "))},
                                    {QStringLiteral("asked"), it->heard}});
        }
        setRows(facts, "labels", QT_TRANSLATE_NOOP("awb", "Instances that answers name"),
                {column("source", QT_TRANSLATE_NOOP("awb", "Named by"), "", 1, true),
                 column("distinct", QT_TRANSLATE_NOOP("awb", "Different names"), "count"),
                 column("values", QT_TRANSLATE_NOOP("awb", "Names"), "", 2, true),
                 column("asked", QT_TRANSLATE_NOOP("awb", "Answers"), "count", 2)},
                rows, {testedCheck});
        return static_cast<double>(most);
    }

private:
    QMap<QString, Source> sources_;
};

// A GET over a connection of its own: a kept one stays with its instance. Nothing without an answer in time.
Result<std::optional<HttpResponse>> ask(HttpClient& client, const QUrl& url, Credential who,
                                        const QString& countedAs)
{
    HttpRequest request;
    request.url = url;
    request.credential = who;
    request.countedAs = countedAs;
    request.headers.append(HttpHeader{"Connection", "close"});
    auto answer = client.send(request);
    if (answer)
        return std::optional(*std::move(answer));
    return endsProbe(answer.error()) ? Result<std::optional<HttpResponse>>(answer.error())
                                     : Result<std::optional<HttpResponse>>(std::nullopt);
}

class Instances
{
public:
    Instances(const ProbeTarget& target, HttpClient& client, ProbeContext& context,
              std::shared_ptr<HttpPace> pace, const InstancesOptions& options)
        : target_(target),
          client_(client),
          context_(context),
          pace_(std::move(pace)),
          options_(options)
    {
    }

    Status listen(const QVector<Endpoint>& reads)
    {
        for (int i = 0; i < options_.requests && !client_.isRefusedByLimit(); ++i) {
            const bool any = !reads.isEmpty();
            const Endpoint endpoint = any ? reads.at(i % reads.size()) : Endpoint();
            const auto answer = ask(client_, client_.at(any ? endpoint.filled : QStringLiteral("/")),
                                    Credential::First, any ? endpoint.title() : QStringLiteral("GET /"));
            if (!answer)
                return answer.error();
            if (!*answer)
                continue;
            ++answered_;
            const QMap<QString, QString> names = instanceNames(**answer);
            for (auto it = names.cbegin(); it != names.cend(); ++it)
                naming_.hear(it.key(), it.value());
            context_.progress(0.5 * i / options_.requests);
        }
        return readMetrics();
    }

    Status compareSessions(const QVector<Endpoint>& reads)
    {
        if (!client_.hasCredential())
            return Done{};
        const QVector<QUrl>& all = target_.profile.http->instances;
        for (const QUrl& instance : all.mid(0, mostInstances)) {
            if (const Status done = compareWith(instance, reads); !done)
                return done;
        }
        return Done{};
    }

    void describe(Facts& facts) const
    {
        const double most = naming_.describe(facts);
        setRows(facts, "sessions", QT_TRANSLATE_NOOP("awb", "The credential at the other instances"),
                {column("instance", QT_TRANSLATE_NOOP("awb", "Instance"), "", 1, true),
                 column("endpoint", QT_TRANSLATE_NOOP("awb", "Endpoint"), "", 1, true),
                 column("here", QT_TRANSLATE_NOOP("awb", "At the base URL"), "count"),
                 column("there", QT_TRANSLATE_NOOP("awb", "There"), "count"),
                 column("without", QT_TRANSLATE_NOOP("awb", "There, without it"), "count"),
                 column("state", QT_TRANSLATE_NOOP("awb", "State"))},
                sessions_, {statelessCheck});
        const auto refused = std::count_if(sessions_.begin(), sessions_.end(), [](const QJsonValue& row) {
            return row.toObject().value(QStringLiteral("state")).toString() == QLatin1String("refused");
        });
        facts.measured << measurement("instances", most, "count", {testedCheck})
                       << measurement("refused", static_cast<double>(refused), "count", {statelessCheck});
    }

    bool anyAnswer() const { return answered_ > 0; }

private:
    // The metrics page of the profile, or the usual one; that there is none is no failure.
    Status readMetrics()
    {
        const QUrl named = target_.profile.http->metricsUrl;
        const QUrl url = named.isEmpty() ? client_.at(QStringLiteral("/metrics")) : named;
        for (int i = 0; i < options_.scrapes && !client_.isRefusedByLimit(); ++i) {
            const auto answer = ask(client_, url, Credential::First, QStringLiteral("GET ") + url.path());
            if (!answer && answer.error().code == ErrorCode::Cancelled)
                return answer.error();
            if (!answer || !*answer || !(*answer)->ok() || (*answer)->mediaType() == "text/html")
                return Done{};
            const QMap<QString, QStringList> names = instanceNamesInMetrics((*answer)->body);
            for (auto it = names.cbegin(); it != names.cend(); ++it) {
                for (const QString& value : it.value())
                    naming_.hear(it.key(), value);
            }
        }
        return Done{};
    }

    Status compareWith(const QUrl& instance, const QVector<Endpoint>& reads)
    {
        const QString name = instance.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery).left(200);
        if (sameOrigin(instance, target_.profile.http->baseUrl)) {
            sessions_.append(QJsonObject{{QStringLiteral("instance"), name},
                                         {QStringLiteral("state"), QStringLiteral("itself")}});
            return Done{};
        }
        HttpSettings settings = client_.settings();
        settings.base = instance;
        HttpClient other(settings, context_, pace_);
        qsizetype compared = 0;
        for (const Endpoint& endpoint : reads) {
            if (endpoint.isPublic || endpoint.isGuessed || compared >= options_.endpoints)
                continue;
            ++compared;
            if (const Status done = compareAt(endpoint, other, name); !done)
                return done;
        }
        return Done{};
    }

    Status compareAt(const Endpoint& endpoint, HttpClient& other, const QString& name)
    {
        const auto here = ask(client_, client_.at(endpoint.filled), Credential::First, endpoint.title());
        if (!here)
            return here.error();
        const QString counted = endpoint.title() + QStringLiteral(" (another instance)");
        const QUrl url = other.at(endpoint.filled);
        const auto there = ask(other, url, Credential::First, counted);
        const auto without = ask(other, url, Credential::None, counted);
        for (const auto* answer : {&there, &without}) {
            if (!*answer && answer->error().code == ErrorCode::Cancelled)
                return answer->error();
        }
        const int own = *here ? (*here)->status : 0;
        const int with = there && *there ? (*there)->status : 0;
        const int bare = without && *without ? (*without)->status : 0;
        const bool works = own >= 200 && own < 300;
        QString state = QStringLiteral("unknown");
        if (with == 0)
            state = QStringLiteral("unreachable");
        else if (works && isGuarded(with))
            state = QStringLiteral("refused");
        else if (bare >= 200 && bare < 300)
            state = QStringLiteral("open");
        else if (works && with >= 200 && with < 300 && isGuarded(bare))
            state = QStringLiteral("works");
        sessions_.append(QJsonObject{{QStringLiteral("instance"), name},
                                     {QStringLiteral("endpoint"), endpoint.title()},
                                     {QStringLiteral("here"), own},
                                     {QStringLiteral("there"), with},
                                     {QStringLiteral("without"), bare},
                                     {QStringLiteral("state"), state}});
        return Done{};
    }

    const ProbeTarget& target_;
    HttpClient& client_;
    ProbeContext& context_;
    const std::shared_ptr<HttpPace> pace_;
    const InstancesOptions& options_;
    Naming naming_;
    QJsonArray sessions_;
    qsizetype answered_ = 0;
};

} // namespace

Status InstancesProbe::measure(const ProbeTarget& target, HttpClient& client, ProbeContext& context,
                               Facts& facts)
{
    facts.details.insert(QStringLiteral("hint"), true);
    const auto inventory = loadInventory(target, client);
    if (!inventory)
        return inventory.error();
    Instances instances(target, client, context, pace_, options_);
    if (const Status done = instances.listen(sampledReads(*inventory, options_.endpoints)); !done)
        return done;
    if (const Status done = instances.compareSessions(inventory->reads()); !done)
        return done;
    instances.describe(facts);
    const HttpTarget& http = *target.profile.http;
    facts.details.insert(QStringLiteral("named"), http.instances.size());
    facts.details.insert(QStringLiteral("credential"), http.auth ? http.auth->kind : QString());
    concludeFacts(facts, client, instances.anyAnswer(),
                  QT_TRANSLATE_NOOP("awb", "The service gave no answer in time."));
    return Done{};
}

ProbeDescriptor instancesProbe(const std::shared_ptr<HttpPace>& pace)
{
    ProbeDescriptor probe;
    probe.id = QStringLiteral("http.instances");
    probe.title = QT_TRANSLATE_NOOP("awb", "Instances");
    probe.about = QT_TRANSLATE_NOOP("awb", "Counts the instances that answers name, and tries the credential "
                                           "at the other instances of the profile.");
    probe.source = ProbeSource::Http;
    probe.checks = {testedCheck, statelessCheck};
    probe.budget = std::chrono::minutes(5);
    probe.plan = [](const TargetProfile& profile) {
        std::vector<PlannedSend> plan{{QStringLiteral("GET (API description)"), 5, {}},
                                      {QStringLiteral("GET (list endpoints, for an id)"), 10, {}},
                                      {QStringLiteral("GET (reads, each over a new connection)"), 20, {}},
                                      {QStringLiteral("GET (metrics)"), 5, {}}};
        const qint64 others =
            profile.http ? std::min<qint64>(mostInstances, profile.http->instances.size()) : 0;
        if (others > 0)
            plan.push_back({QStringLiteral("GET (another instance: with the credential, without; and here)"),
                            9 * others,
                            {}});
        return plan;
    };
    probe.create = [pace] { return std::make_unique<InstancesProbe>(pace); };
    return probe;
}

} // namespace awb
