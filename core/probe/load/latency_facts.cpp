#include "core/probe/load/latency_facts.h"

#include "core/latency/hdr_codec.h"
#include "core/latency/steadiness.h"
#include "core/probe/fact_building.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace awb
{

namespace
{

constexpr double assumedBurst = 20; // where a run is too short to know it
constexpr qsizetype mostCurves = 5;

double ms(double us)
{
    return us / 1000;
}

QString key(const char* name)
{
    return QLatin1String(name);
}

QJsonObject faultsToJson(const RequestTally& counts)
{
    QJsonObject object;
    for (std::size_t i = 0; i < loadFaultCount; ++i) {
        if (counts.faults[i] > 0)
            object.insert(key(loadFaultId(static_cast<LoadFault>(i))), static_cast<qint64>(counts.faults[i]));
    }
    return object;
}

QJsonObject versionsToJson(const RequestTally& counts)
{
    QJsonObject object;
    for (std::size_t i = 0; i < httpVersionCount; ++i) {
        if (counts.versions[i] > 0)
            object.insert(key(httpVersionName(static_cast<HttpVersion>(i))),
                          static_cast<qint64>(counts.versions[i]));
    }
    return object;
}

QJsonObject statusesToJson(const RequestTally& counts)
{
    QJsonObject object;
    for (const auto& [status, count] : counts.statuses)
        object.insert(QString::number(status), static_cast<qint64>(count));
    return object;
}

Measurement worst(const char* name, const QVector<EndpointLatency>& endpoints, const QStringList& checks,
                  bool (*belongs)(const EndpointLatency&))
{
    Measurement m = measurement(name, std::numeric_limits<double>::quiet_NaN(), "ms", checks);
    for (const EndpointLatency& endpoint : endpoints) {
        if (!belongs(endpoint) || endpoint.series.histogram.isEmpty())
            continue;
        const QuantileInterval p99 = endpoint.series.quantile(0.99, assumedBurst);
        if (m.isKnown() && ms(p99.value) <= m.value)
            continue;
        m.value = ms(p99.value);
        m.n = static_cast<qint64>(endpoint.series.histogram.count());
        m.level = 0.95;
        m.low = ms(p99.low);
        m.high = p99.high ? std::optional<double>(ms(*p99.high)) : std::nullopt;
    }
    return m;
}

Measurement worstRatio(const QVector<EndpointLatency>& endpoints)
{
    Measurement m =
        measurement("ratio_max", std::numeric_limits<double>::quiet_NaN(), "ratio", {QStringLiteral("1.4")});
    for (const EndpointLatency& endpoint : endpoints) {
        if (endpoint.series.histogram.isEmpty())
            continue;
        const RatioInterval ratio = ratioInterval(endpoint.series.quantile(0.99, assumedBurst),
                                                  endpoint.series.quantile(0.5, assumedBurst));
        if (m.isKnown() && ratio.value <= m.value)
            continue;
        m.value = ratio.value;
        m.n = static_cast<qint64>(endpoint.series.histogram.count());
        m.level = 0.95;
        m.low = ratio.low;
        m.high = ratio.high;
    }
    return m;
}

Table endpointTable(const QVector<EndpointLatency>& endpoints)
{
    Table table;
    table.id = QStringLiteral("endpoints");
    table.title = QT_TRANSLATE_NOOP("awb", "Latency by endpoint");
    table.columns = {column("endpoint", QT_TRANSLATE_NOOP("awb", "Endpoint"), "", 1, true),
                     column("rate", QT_TRANSLATE_NOOP("awb", "Rate"), "per_second", 2),
                     column("n", QT_TRANSLATE_NOOP("awb", "Requests"), "count"),
                     column("p50", QT_TRANSLATE_NOOP("awb", "p50"), "ms"),
                     column("p99", QT_TRANSLATE_NOOP("awb", "p99"), "ms"),
                     column("p99_low", QT_TRANSLATE_NOOP("awb", "p99, at least"), "ms", 2),
                     column("p99_high", QT_TRANSLATE_NOOP("awb", "p99, at most"), "ms", 2),
                     column("service_p99", QT_TRANSLATE_NOOP("awb", "p99 from sending"), "ms", 2),
                     column("max", QT_TRANSLATE_NOOP("awb", "Longest"), "ms", 3),
                     column("not_ok", QT_TRANSLATE_NOOP("awb", "Not answered with 2xx"), "count", 2)};
    for (const EndpointLatency& endpoint : endpoints) {
        const QuantileInterval p99 = endpoint.series.quantile(0.99, assumedBurst);
        double notOk = 0;
        for (const QJsonValue& value : endpoint.runs) {
            const QJsonObject run = value.toObject();
            notOk += run.value(key("scheduled")).toDouble() - run.value(key("ok")).toDouble();
        }
        const bool any = !endpoint.series.histogram.isEmpty();
        const auto known = [any](double us) { return any ? QJsonValue(ms(us)) : QJsonValue(); };
        table.rows.append(
            {endpoint.name, endpoint.rate, static_cast<qint64>(endpoint.series.histogram.count()),
             known(static_cast<double>(endpoint.series.histogram.quantile(0.5))), known(p99.value),
             known(p99.low), p99.high ? QJsonValue(ms(*p99.high)) : QJsonValue(),
             known(static_cast<double>(endpoint.service.quantile(0.99))),
             known(static_cast<double>(endpoint.series.histogram.max())), notOk});
    }
    table.total = table.rows.size();
    return table;
}

// Which protocol was really spoken, in the order of its share; its title says the first.
std::optional<Table> versionTable(const QVector<EndpointLatency>& endpoints)
{
    QVector<std::pair<QString, qint64>> counts;
    qint64 all = 0;
    for (std::size_t i = 0; i < httpVersionCount; ++i) {
        const QString name = key(httpVersionName(static_cast<HttpVersion>(i)));
        qint64 count = 0;
        for (const EndpointLatency& endpoint : endpoints) {
            for (const QJsonValue& run : endpoint.runs)
                count += run.toObject().value(key("versions")).toObject().value(name).toInteger();
        }
        all += count;
        if (count > 0)
            counts.append({name, count});
    }
    if (counts.isEmpty())
        return {}; // imported: not known
    std::stable_sort(counts.begin(), counts.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    Table table;
    table.id = QStringLiteral("protocols");
    table.title = Message(QT_TRANSLATE_NOOP("awb", "%1 in %2 of %3 answers"),
                          {MessageArg(counts[0].first), MessageArg(counts[0].second), MessageArg(all)});
    table.columns = {column("protocol", QT_TRANSLATE_NOOP("awb", "Protocol"), "", 1, true),
                     column("answers", QT_TRANSLATE_NOOP("awb", "Answers"), "count")};
    for (const auto& [name, count] : std::as_const(counts))
        table.rows.append({name, count});
    table.total = table.rows.size();
    return table;
}

// The slowest ones first: what a reader looks for.
QVector<const EndpointLatency*> slowest(const QVector<EndpointLatency>& endpoints)
{
    QVector<const EndpointLatency*> sorted;
    for (const EndpointLatency& endpoint : endpoints) {
        if (!endpoint.series.histogram.isEmpty())
            sorted.append(&endpoint);
    }
    std::stable_sort(sorted.begin(), sorted.end(), [](const EndpointLatency* a, const EndpointLatency* b) {
        return a->series.histogram.quantile(0.99) > b->series.histogram.quantile(0.99);
    });
    return sorted.mid(0, mostCurves);
}

// What the histograms cannot show. The rest is drawn from them, against the threshold of the day: core/rules,
// latency_charts.
ChartSpec overTime(const QVector<EndpointLatency>& endpoints)
{
    ChartSpec chart;
    chart.id = key("over_time");
    chart.kind = ChartKind::Line;
    chart.title = QT_TRANSLATE_NOOP("awb", "p99 by second");
    chart.x = {QT_TRANSLATE_NOOP("awb", "Time"), QStringLiteral("s"), false};
    chart.y = {QT_TRANSLATE_NOOP("awb", "Response time"), QStringLiteral("ms"), false};
    chart.emptyReason = QT_TRANSLATE_NOOP("awb", "Nothing was answered.");
    for (const EndpointLatency* endpoint : slowest(endpoints)) {
        ChartSeries seconds{Message::verbatim(endpoint->name), {}};
        for (qsizetype i = 0; i < endpoint->bySecond.size(); ++i) {
            if (!std::isnan(endpoint->bySecond[i].p99))
                seconds.points.append({static_cast<double>(i + 1), endpoint->bySecond[i].p99, {}, {}});
        }
        chart.series.append(seconds);
    }
    return chart;
}

} // namespace

const char* loadStopId(LoadStop stop)
{
    static constexpr std::array<const char*, 7> ids{"over", "cancelled",       "unsafe", "limited",
                                                    "cap",  "never_connected", "failed"};
    return ids[static_cast<std::size_t>(stop)];
}

QJsonObject runToJson(const LoadResult& result, std::size_t kind, quint64 seed)
{
    const RequestTally& counts = result.total.requests[kind];
    QVector<double> medians;
    for (const SecondOfLoad& second : result.bySecond[kind])
        medians.append(second.p50);
    const Steadiness steadiness = steadinessOf(medians);
    const auto lag = [](const LatencyHistogram& histogram) {
        return ms(static_cast<double>(histogram.quantile(0.99)));
    };
    return {{key("series"), toJson(result.series[kind])},
            {key("service"), QString::fromLatin1(encodeHdrBase64(counts.service))},
            {key("service_p50_ms"), ms(static_cast<double>(counts.service.quantile(0.5)))},
            {key("service_p99_ms"), ms(static_cast<double>(counts.service.quantile(0.99)))},
            {key("seconds"), result.measuredS},
            {key("scheduled"), static_cast<qint64>(counts.scheduled)},
            {key("sent_in_time"), static_cast<qint64>(counts.sentInTime)},
            {key("answered"), static_cast<qint64>(counts.answered)},
            {key("ok"), static_cast<qint64>(counts.ok)},
            {key("timeouts"), static_cast<qint64>(counts.fault(LoadFault::Timeout))},
            {key("unsent"), static_cast<qint64>(counts.fault(LoadFault::Unsent))},
            {key("failures"), faultsToJson(counts)},
            {key("statuses"), statusesToJson(counts)},
            {key("versions"), versionsToJson(counts)},
            {key("limited"), counts.limited},
            {key("stop"), key(loadStopId(result.stop))},
            {key("scheduler_lag_p99_ms"), lag(result.total.schedulerLag)},
            {key("queue_lag_p99_ms"), lag(result.total.queueLag)},
            {key("run_delay_percent"), 100 * result.runDelayShare},
            {key("first_ms"), steadiness.first},
            {key("last_ms"), steadiness.last},
            {key("shift_percent"), steadiness.shiftPercent},
            {key("shift_significant"), steadiness.significant},
            {key("may_pass"), result.mayPass},
            {key("seed"), QString::number(seed)}};
}

void describeLatency(Facts& facts, const QVector<EndpointLatency>& endpoints)
{
    facts.measured << worst("read_p99_max", endpoints, {QStringLiteral("1.1")},
                            [](const EndpointLatency& endpoint) { return !endpoint.isWrite; })
                   << worst("write_p99_max", endpoints, {QStringLiteral("1.2")},
                            [](const EndpointLatency& endpoint) { return endpoint.isWrite; })
                   << worst("p99_max", endpoints, {QStringLiteral("1.3")},
                            [](const EndpointLatency&) { return true; })
                   << worstRatio(endpoints);
    facts.tables << endpointTable(endpoints);
    if (auto spoken = versionTable(endpoints))
        facts.tables << std::move(*spoken);
    facts.charts << overTime(endpoints);
    LatencyHistogram all;
    QJsonArray details;
    for (const EndpointLatency& endpoint : endpoints) {
        all.merge(endpoint.series.histogram);
        details.append(QJsonObject{{key("name"), endpoint.name},
                                   {key("write"), endpoint.isWrite},
                                   {key("rate"), endpoint.rate},
                                   {key("runs"), endpoint.runs},
                                   {key("mix"), endpoint.mix}});
    }
    facts.details.insert(key("endpoints"), details);
    if (!all.isEmpty())
        facts.histogram = QString::fromLatin1(encodeHdrBase64(all));
}

} // namespace awb
