#include "core/probe/metrics/alerts_probe.h"

#include "core/probe/http/http_probe.h"
#include "core/probe/metrics/alert_series.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

namespace awb
{

namespace
{

const char* const unlockLine = "prometheus: {url: http://prometheus:9090}";

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

QString concernsId(AlertScope::Concerns concerns)
{
    switch (concerns) {
    case AlertScope::Concerns::This:
        return QStringLiteral("this");
    case AlertScope::Concerns::Mixed:
        return QStringLiteral("mixed");
    case AlertScope::Concerns::Others:
        return QStringLiteral("others");
    case AlertScope::Concerns::Unclear:
        return QStringLiteral("unclear");
    case AlertScope::Concerns::Unasked:
        break;
    }
    return {};
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
            column("concerns", QT_TRANSLATE_NOOP("awb", "Concerns"), "", 2),
            column("query", QT_TRANSLATE_NOOP("awb", "Expression"), "", 3, true)};
}

QVector<Column> fileColumns()
{
    return {column("file", QT_TRANSLATE_NOOP("awb", "Rule file"), "", 1, true),
            column("rules", QT_TRANSLATE_NOOP("awb", "Rules"), "count"),
            column("problem", QT_TRANSLATE_NOOP("awb", "Not read because"), "", 2)};
}

QJsonObject rowOf(const AlertRule& alert, const AlertScope& scope, bool fromFile)
{
    return {{QStringLiteral("name"), alert.name},
            {QStringLiteral("kind"), kindId(alert.meaning.kind)},
            {QStringLiteral("threshold"), alert.meaning.threshold},
            {QStringLiteral("quantile"), alert.meaning.quantile},
            {QStringLiteral("for_s"), alert.forSeconds},
            {QStringLiteral("health"), alert.health},
            {QStringLiteral("last_error"), alert.lastError},
            {QStringLiteral("series"), fromFile ? QJsonValue() : QJsonValue(scope.exist)},
            {QStringLiteral("concerns"), concernsId(scope.concerns)},
            {QStringLiteral("query"), alert.query.left(1000)}};
}

void setAlerts(Facts& facts, const RuleSet& rules, const QJsonArray& rows)
{
    setRows(facts, "alerts", QT_TRANSLATE_NOOP("awb", "Alerts on errors and latency"), columns(), rows);
    facts.measured << measurement("alerts", static_cast<double>(rules.alerts.size()), "count")
                   << measurement("recordings", static_cast<double>(rules.recordings.size()), "count");
}

Result<QVector<PromMatcher>> selectorOf(const TargetProfile& profile)
{
    if (profile.prometheusSelector.isEmpty())
        return QVector<PromMatcher>();
    return parseSelector(profile.prometheusSelector);
}

// Asks a running Prometheus. `facts` has no alerts if the selector finds nothing.
Status askPrometheus(PrometheusApi& api, const QVector<PromMatcher>& selector, const RuleSet& rules,
                     Facts& facts)
{
    if (!selector.isEmpty()) {
        const auto any = api.countSeries(selector);
        if (!any && endsProbe(any.error()))
            return any.error();
        if (!any || !(*any > 0)) { // with a mistyped selector every rule would be another service's
            facts.reason =
                any ? QT_TRANSLATE_NOOP("awb", "No series in Prometheus matches the selector of the profile.")
                    : QT_TRANSLATE_NOOP("awb", "Prometheus does not take the selector of the profile.");
            facts.unlock = QStringLiteral("prometheus: {selector: 'job=\"…\"'}");
            return Done{};
        }
    }
    AlertScopes scopes(api, selector);
    QJsonArray rows;
    bool unknown = false;
    for (const AlertRule& alert : rules.alerts) {
        if (alert.meaning.kind == AlertMeaning::Kind::Other)
            continue;
        const auto scope = scopes.scopeOf(alert.meaning);
        if (!scope)
            return scope.error();
        unknown = unknown || scope->unknown;
        rows.append(rowOf(alert, *scope, false));
    }
    setAlerts(facts, rules, rows);
    facts.complete = !unknown;
    if (unknown)
        facts.reason =
            QT_TRANSLATE_NOOP("awb", "Prometheus does not say of every alert whether its series exist.");
    return Done{};
}

Facts readFiles(const TargetProfile& profile, const QVector<PromMatcher>& selector, const QString& unreached,
                ProbeContext& context)
{
    Facts facts;
    facts.probe = QStringLiteral("prometheus.alerts");
    context.sent(QStringLiteral("read (rule file)"), profile.prometheusRules.size());
    const RuleFiles read = readRuleFiles(profile.prometheusRules);
    QJsonArray rows, files;
    QStringList names;
    for (const RuleFile& file : read.files) {
        names.append(file.name);
        files.append(QJsonObject{{QStringLiteral("file"), file.name},
                                 {QStringLiteral("rules"), file.rules},
                                 {QStringLiteral("problem"), file.problem.left(300)}});
    }
    for (const AlertRule& alert : read.set.alerts) {
        if (alert.meaning.kind == AlertMeaning::Kind::Other)
            continue;
        AlertScope scope;
        const bool ours =
            std::all_of(alert.meaning.series.cbegin(), alert.meaning.series.cend(),
                        [&](const AlertSeries& series) { return mayConcern(series, selector); });
        if (!ours)
            scope.concerns = AlertScope::Concerns::Others;
        rows.append(rowOf(alert, scope, true));
    }
    facts.source = names.mid(0, 3).join(QStringLiteral(", "));
    setAlerts(facts, read.set, rows);
    setRows(facts, "files", QT_TRANSLATE_NOOP("awb", "Rule files"), fileColumns(), files);
    facts.details.insert(QStringLiteral("source"), QStringLiteral("files"));
    facts.details.insert(QStringLiteral("unreached"), unreached);
    facts.complete = read.allRead();
    if (!facts.complete) {
        facts.reason = QT_TRANSLATE_NOOP("awb", "Some of the rule files could not be read to their end.");
        facts.unlock = QString::fromLatin1(unlockLine);
    }
    return facts;
}

Result<Facts> askOrSayWhy(const TargetProfile& profile, const QVector<PromMatcher>& selector,
                          ProbeContext& context)
{
    Facts facts;
    facts.probe = QStringLiteral("prometheus.alerts");
    const QUrl url(profile.prometheusUrl);
    facts.source = originOf(url);
    facts.details.insert(QStringLiteral("source"), QStringLiteral("api"));
    PrometheusApi api(url, context);
    const auto data = api.get(QStringLiteral("/api/v1/rules"), QStringLiteral("GET /api/v1/rules"));
    if (!data)
        return data.error();
    const RuleSet rules = rulesOfApi(data->toObject());
    context.progress(0.3);
    const auto managers =
        api.get(QStringLiteral("/api/v1/alertmanagers"), QStringLiteral("GET /api/v1/alertmanagers"));
    if (!managers && endsProbe(managers.error()))
        return managers.error();
    const qsizetype active =
        managers ? managers->toObject().value(QStringLiteral("activeAlertmanagers")).toArray().size() : 0;
    facts.details.insert(QStringLiteral("alertmanagers"), active);
    if (const Status asked = askPrometheus(api, selector, rules, facts); !asked)
        return asked.error();
    if (rules.tooMany || !managers) {
        facts.complete = false;
        facts.reason =
            rules.tooMany
                ? Message(QT_TRANSLATE_NOOP("awb", "There are more than 5,000 rules."))
                : Message(QT_TRANSLATE_NOOP("awb", "Prometheus does not say which Alertmanagers it has."));
    }
    return facts;
}

} // namespace

Result<Facts> AlertsProbe::run(const ProbeTarget& target, ProbeContext& context)
{
    const TargetProfile& profile = target.profile;
    const auto selector = selectorOf(profile);
    if (!selector)
        return selector.error();
    if (profile.prometheusUrl.isEmpty())
        return readFiles(profile, *selector, {}, context);
    auto asked = askOrSayWhy(profile, *selector, context);
    if (asked || profile.prometheusRules.isEmpty() || asked.error().code == ErrorCode::Cancelled)
        return asked;
    return readFiles(profile, *selector, asked.error().message, context);
}

ProbeDescriptor alertsProbe()
{
    ProbeDescriptor probe;
    probe.id = QStringLiteral("prometheus.alerts");
    probe.title = QT_TRANSLATE_NOOP("awb", "Alert rules");
    probe.about = QT_TRANSLATE_NOOP("awb", "Reads the alert rules and asks whether their series exist.");
    probe.source = ProbeSource::Prometheus;
    probe.checks = {QStringLiteral("5.5"), QStringLiteral("5.6")};
    probe.plan = [](const TargetProfile& profile) {
        std::vector<PlannedSend> plan;
        if (!profile.prometheusUrl.isEmpty())
            plan = {{QStringLiteral("GET /api/v1/rules"), 1, {}},
                    {QStringLiteral("GET /api/v1/alertmanagers"), 1, {}},
                    {QStringLiteral("GET /api/v1/query?query=count(…)"), AlertScopes::maxQueries + 1, {}}};
        if (!profile.prometheusRules.isEmpty())
            plan.push_back({QStringLiteral("read (rule file)"), profile.prometheusRules.size(), {}});
        return plan;
    };
    probe.create = [] { return std::make_unique<AlertsProbe>(); };
    return probe;
}

namespace
{

DoctorReport emptyReport(const QString& label)
{
    DoctorReport report;
    report.source = ProbeSource::Prometheus;
    report.label = label;
    DoctorSight sight;
    sight.probe = QStringLiteral("prometheus.alerts");
    sight.checks = {QStringLiteral("5.5"), QStringLiteral("5.6")};
    report.sights.append(sight);
    return report;
}

void conclude(DoctorReport& report, const char* id, const char* title, StepState state, const Message& text)
{
    report.steps.append({QLatin1String(id), Message(title), state, text, 0, {}});
    DoctorSight& sight = report.sights.first();
    sight.state = state;
    sight.text = state == StepState::Ok ? Message(QT_TRANSLATE_NOOP("awb", "Sees what it needs.")) : text;
    if (state == StepState::Failed)
        report.unmeasuredChecks = sight.checks;
}

DoctorReport examinedApi(const ProbeTarget& target, ProbeContext& context)
{
    const QUrl url(target.profile.prometheusUrl);
    DoctorReport report = emptyReport(originOf(url));
    PrometheusApi api(url, context);
    const auto data = api.get(QStringLiteral("/api/v1/rules"), QStringLiteral("GET /api/v1/rules"));
    report.reachable = data || !endsProbe(data.error());
    const char* title = QT_TRANSLATE_NOOP("awb", "Prometheus API");
    const auto selector = selectorOf(target.profile);
    if (!selector)
        conclude(report, "selector", QT_TRANSLATE_NOOP("awb", "Selector"), StepState::Failed,
                 Message::verbatim(selector.error().message));
    else if (data)
        conclude(report, "api", title, StepState::Ok,
                 Message(QT_TRANSLATE_NOOP("awb", "Answers, with %1 alert rules."),
                         {MessageArg(static_cast<qint64>(rulesOfApi(data->toObject()).alerts.size()))}));
    else
        conclude(report, "api", title, StepState::Failed, Message::verbatim(data.error().message));
    return report;
}

// Files alone show what is written, not what runs: a warning at best.
DoctorReport examinedFiles(const TargetProfile& profile)
{
    QStringList names;
    for (const QString& path : profile.prometheusRules)
        names.append(QFileInfo(path).fileName());
    DoctorReport report = emptyReport(names.join(QStringLiteral(", ")));
    const RuleFiles read = readRuleFiles(profile.prometheusRules);
    report.reachable = read.allRead();
    const auto bad = std::find_if(read.files.cbegin(), read.files.cend(),
                                  [](const RuleFile& file) { return !file.problem.isEmpty(); });
    const char* title = QT_TRANSLATE_NOOP("awb", "Rule files");
    if (bad != read.files.cend())
        conclude(report, "files", title, StepState::Failed,
                 Message::verbatim(bad->name + QStringLiteral(": ") + bad->problem));
    else
        conclude(
            report, "files", title, StepState::Warning,
            Message(QT_TRANSLATE_NOOP("awb", "They hold %1 alert rules; whether Prometheus has loaded them, "
                                             "only prometheus.url would show."),
                    {MessageArg(static_cast<qint64>(read.set.alerts.size()))}));
    return report;
}

} // namespace

QVector<DoctorReport> examinePrometheus(const ProbeTarget& target, ProbeContext& context)
{
    QVector<DoctorReport> reports;
    if (!target.profile.prometheusUrl.isEmpty())
        reports.append(examinedApi(target, context));
    if (!target.profile.prometheusRules.isEmpty())
        reports.append(examinedFiles(target.profile));
    return reports;
}

} // namespace awb
