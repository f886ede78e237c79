#include "core/probe/metrics/alerts_probe.h"
#include "core/probe/http/http_probe.h"
#include "core/probe/metrics/alert_reading.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

#include <algorithm>

namespace awb
{

namespace
{

constexpr qsizetype maxRules = 5000;
constexpr qsizetype maxQueries = 50;

// A Prometheus (or Mimir, Thanos) API; every answer is {"status": "success", "data": …}.
class PrometheusApi
{
public:
    PrometheusApi(const QUrl& url, ProbeContext& context) : client_(settingsFor(url), context) {}

    Result<QJsonValue> get(const QString& path, const QString& countedAs)
    {
        HttpRequest request;
        request.url = client_.at(path);
        request.credential = Credential::None;
        request.followRedirects = true;
        request.countedAs = countedAs;
        const auto answer = client_.send(request);
        if (!answer)
            return answer.error();
        if (answer->status == 401 || answer->status == 403)
            return Error{ErrorCode::Auth, QStringLiteral("Prometheus asks for a credential."), {}, {}};
        const QJsonObject body = QJsonDocument::fromJson(answer->body).object();
        if (answer->truncated || body.value(QStringLiteral("status")).toString() != QLatin1String("success"))
            return Error{ErrorCode::Protocol,
                         QStringLiteral("%1 does not answer as a Prometheus API does.").arg(countedAs),
                         QStringLiteral("status %1").arg(answer->status),
                         {}};
        return body.value(QStringLiteral("data"));
    }

private:
    static HttpSettings settingsFor(const QUrl& url)
    {
        HttpSettings settings;
        settings.base = url;
        return settings;
    }
    HttpClient client_;
};

struct AlertRule
{
    QString name, query, health, lastError;
    double forSeconds = 0;
    AlertMeaning meaning;
};

struct RuleSet
{
    QVector<AlertRule> alerts;
    QHash<QString, QString> recordings;
    bool tooMany = false;
};

RuleSet readRules(const QJsonObject& data)
{
    RuleSet set;
    qsizetype count = 0;
    for (const QJsonValue& group : data.value(QStringLiteral("groups")).toArray()) {
        for (const QJsonValue& value : group.toObject().value(QStringLiteral("rules")).toArray()) {
            if (++count > maxRules) {
                set.tooMany = true;
                return set;
            }
            const QJsonObject rule = value.toObject();
            const QString name = rule.value(QStringLiteral("name")).toString().left(200);
            const QString query = rule.value(QStringLiteral("query")).toString();
            if (rule.value(QStringLiteral("type")).toString() == QLatin1String("recording"))
                set.recordings.insert(name, query);
            else
                set.alerts.append({name,
                                   query,
                                   rule.value(QStringLiteral("health")).toString(),
                                   rule.value(QStringLiteral("lastError")).toString().left(300),
                                   rule.value(QStringLiteral("duration")).toDouble(),
                                   {}});
        }
    }
    for (AlertRule& alert : set.alerts)
        alert.meaning = readAlert(alert.query, set.recordings);
    return set;
}

QString kindId(AlertMeaning::Kind kind)
{
    switch (kind) {
    case AlertMeaning::Kind::ErrorShare:
        return QStringLiteral("error_share");
    case AlertMeaning::Kind::ErrorCount:
        return QStringLiteral("error_count");
    case AlertMeaning::Kind::Quantile:
        return QStringLiteral("quantile");
    case AlertMeaning::Kind::OtherLatency:
        return QStringLiteral("other_latency");
    case AlertMeaning::Kind::NotUnderstood:
        return QStringLiteral("not_understood");
    case AlertMeaning::Kind::Other:
        break;
    }
    return QStringLiteral("other");
}

QVector<Column> columns()
{
    return {column("name", QT_TRANSLATE_NOOP("awb", "Alert"), "", 1, true),
            column("kind", QT_TRANSLATE_NOOP("awb", "Watches")),
            column("threshold", QT_TRANSLATE_NOOP("awb", "Fires above (percent or ms)"), "count"),
            column("quantile", QT_TRANSLATE_NOOP("awb", "Quantile"), "", 2),
            column("for_s", QT_TRANSLATE_NOOP("awb", "After"), "s", 2),
            column("health", QT_TRANSLATE_NOOP("awb", "Health"), "", 2),
            column("series", QT_TRANSLATE_NOOP("awb", "Series exist")),
            column("query", QT_TRANSLATE_NOOP("awb", "Expression"), "", 3, true)};
}

bool isRelevant(AlertMeaning::Kind kind)
{
    return kind != AlertMeaning::Kind::Other;
}

// Do the metrics that an alert reads exist now? An alert on absent series never fires.
Result<bool> seriesExist(PrometheusApi& api, const AlertRule& alert, QHash<QString, bool>& known)
{
    for (const QString& metric : alert.meaning.metrics) {
        if (!known.contains(metric) && known.size() < maxQueries) {
            QUrlQuery query;
            query.addQueryItem(QStringLiteral("query"),
                               QString::fromLatin1(QUrl::toPercentEncoding(
                                   QStringLiteral("count({__name__=\"%1\"})").arg(metric))));
            const auto data = api.get(QStringLiteral("/api/v1/query?") + query.query(QUrl::FullyEncoded),
                                      QStringLiteral("GET /api/v1/query?query=count(…)"));
            if (!data && endsProbe(data.error()))
                return data.error();
            known.insert(metric,
                         data && !data->toObject().value(QStringLiteral("result")).toArray().isEmpty());
        }
        if (!known.value(metric, true))
            return false;
    }
    return true;
}

} // namespace

Result<Facts> AlertsProbe::run(const ProbeTarget& target, ProbeContext& context)
{
    Facts facts;
    facts.probe = QStringLiteral("prometheus.alerts");
    const QUrl url(target.profile.prometheusUrl);
    facts.source = originOf(url);
    PrometheusApi api(url, context);
    const auto data = api.get(QStringLiteral("/api/v1/rules"), QStringLiteral("GET /api/v1/rules"));
    if (!data)
        return data.error();
    const RuleSet rules = readRules(data->toObject());
    context.progress(0.3);
    const auto managers =
        api.get(QStringLiteral("/api/v1/alertmanagers"), QStringLiteral("GET /api/v1/alertmanagers"));
    if (!managers && endsProbe(managers.error()))
        return managers.error();
    const qsizetype active =
        managers ? managers->toObject().value(QStringLiteral("activeAlertmanagers")).toArray().size() : 0;
    QJsonArray rows;
    QHash<QString, bool> known;
    for (const AlertRule& alert : rules.alerts) {
        if (!isRelevant(alert.meaning.kind))
            continue;
        const auto exist = seriesExist(api, alert, known);
        if (!exist)
            return exist.error();
        rows.append(QJsonObject{{QStringLiteral("name"), alert.name},
                                {QStringLiteral("kind"), kindId(alert.meaning.kind)},
                                {QStringLiteral("threshold"), alert.meaning.threshold},
                                {QStringLiteral("quantile"), alert.meaning.quantile},
                                {QStringLiteral("for_s"), alert.forSeconds},
                                {QStringLiteral("health"), alert.health},
                                {QStringLiteral("last_error"), alert.lastError},
                                {QStringLiteral("series"), *exist},
                                {QStringLiteral("query"), alert.query.left(1000)}});
    }
    setRows(facts, "alerts", QT_TRANSLATE_NOOP("awb", "Alerts on errors and latency"), columns(), rows);
    facts.details.insert(QStringLiteral("alertmanagers"), active);
    facts.measured << measurement("alerts", static_cast<double>(rules.alerts.size()), "count")
                   << measurement("recordings", static_cast<double>(rules.recordings.size()), "count");
    facts.complete = !rules.tooMany && managers;
    if (!facts.complete)
        facts.reason =
            rules.tooMany
                ? Message(QT_TRANSLATE_NOOP("awb", "There are more than 5,000 rules."))
                : Message(QT_TRANSLATE_NOOP("awb", "Prometheus does not say which Alertmanagers it has."));
    return facts;
}

ProbeDescriptor alertsProbe()
{
    ProbeDescriptor probe;
    probe.id = QStringLiteral("prometheus.alerts");
    probe.title = QT_TRANSLATE_NOOP("awb", "Alert rules");
    probe.about = QT_TRANSLATE_NOOP("awb", "Reads the alert rules and asks whether their series exist.");
    probe.source = ProbeSource::Prometheus;
    probe.checks = {QStringLiteral("5.5"), QStringLiteral("5.6")};
    probe.plan = [](const TargetProfile&) {
        return std::vector<PlannedSend>{{QStringLiteral("GET /api/v1/rules"), 1, {}},
                                        {QStringLiteral("GET /api/v1/alertmanagers"), 1, {}},
                                        {QStringLiteral("GET /api/v1/query?query=count(…)"), maxQueries, {}}};
    };
    probe.create = [] { return std::make_unique<AlertsProbe>(); };
    return probe;
}

namespace
{

QVector<DoctorReport> examined(const ProbeTarget& target, ProbeContext& context)
{
    DoctorReport report;
    report.source = ProbeSource::Prometheus;
    const QUrl url(target.profile.prometheusUrl);
    report.label = originOf(url);
    PrometheusApi api(url, context);
    DoctorStep step{
        QStringLiteral("api"), QT_TRANSLATE_NOOP("awb", "Prometheus API"), StepState::Ok, {}, 0, {}};
    DoctorSight sight;
    sight.probe = QStringLiteral("prometheus.alerts");
    sight.checks = {QStringLiteral("5.5"), QStringLiteral("5.6")};
    const auto data = api.get(QStringLiteral("/api/v1/rules"), QStringLiteral("GET /api/v1/rules"));
    report.reachable = data || !endsProbe(data.error());
    if (data) {
        const RuleSet rules = readRules(data->toObject());
        step.text = Message(QT_TRANSLATE_NOOP("awb", "Answers, with %1 alert rules."),
                            {MessageArg(static_cast<qint64>(rules.alerts.size()))});
        sight.text = QT_TRANSLATE_NOOP("awb", "Sees what it needs.");
    } else {
        step.state = sight.state = StepState::Failed;
        step.text = sight.text = Message::verbatim(data.error().message);
        report.unmeasuredChecks = sight.checks;
    }
    report.steps.append(step);
    report.sights.append(sight);
    return {report};
}

} // namespace

QVector<DoctorReport> examinePrometheus(const ProbeTarget& target, ProbeContext& context)
{
    return target.profile.prometheusUrl.isEmpty() ? QVector<DoctorReport>() : examined(target, context);
}

} // namespace awb
