#include "core/rules/latency_charts.h"

#include "core/rules/latency_evidence.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace awb::latency
{

namespace
{

constexpr double usPerMs = 1000;
constexpr qsizetype mostCurves = 5;
constexpr double barsPerDecade = 20;

double ms(double us)
{
    return us / usPerMs;
}

MessageArg msArg(double us)
{
    return {ms(us), QStringLiteral("ms")};
}

MessageArg plain(double us)
{
    return {ms(us), QString()};
}

ChartAxis timeAxis(bool logarithmic)
{
    return {QT_TRANSLATE_NOOP("awb", "Response time"), QStringLiteral("ms"), logarithmic};
}

// Values in [from, to), both whole µs.
double countBetween(const LatencyHistogram& histogram, double from, double to)
{
    const auto reached = [&](double us) {
        return static_cast<double>(histogram.atLeast(static_cast<quint64>(std::ceil(us))).least);
    };
    return std::max(0.0, reached(from) - reached(to));
}

// Bars of equal width on a logarithmic axis; the last point ends the last bar.
QVector<ChartPoint> barsOf(const LatencyHistogram& histogram)
{
    QVector<ChartPoint> points;
    if (histogram.isEmpty())
        return points;
    const double least = std::max(1.0, static_cast<double>(histogram.min()));
    double step = std::floor(std::log10(least) * barsPerDecade);
    const auto edge = [](double at) { return std::pow(10.0, at / barsPerDecade); };
    while (edge(step) <= static_cast<double>(histogram.max())) {
        points.append({ms(edge(step)), countBetween(histogram, edge(step), edge(step + 1)), {}, {}});
        step += 1;
    }
    points.append({ms(edge(step)), 0, {}, {}});
    return points;
}

// x is 1 ÷ (1 − q): 2 is the median, 100 is p99. No further than the sample tells.
QVector<ChartPoint> spectrumOf(const LatencyHistogram& histogram)
{
    QVector<ChartPoint> points;
    if (histogram.isEmpty())
        return points;
    const auto most = std::max(2.0, static_cast<double>(histogram.count()));
    for (double x = 1; x < most; x *= 1.25)
        points.append({x, ms(static_cast<double>(histogram.quantile(1 - 1 / x))), {}, {}});
    points.append({most, ms(static_cast<double>(histogram.max())), {}, {}});
    return points;
}

Message p99Label(const QuantileInterval& p99)
{
    if (!p99.high)
        return {QT_TRANSLATE_NOOP("awb", "p99 %1 [at least %2]"), {msArg(p99.value), plain(p99.low)}};
    return {QT_TRANSLATE_NOOP("awb", "p99 %1 [%2–%3]"), {msArg(p99.value), plain(p99.low), plain(*p99.high)}};
}

Message limitLabel(const Picture& picture)
{
    const Exceedance& e = picture.exceedance;
    const MessageArg limit = msArg(static_cast<double>(picture.limitUs));
    if (e.overMost > e.over)
        return {QT_TRANSLATE_NOOP("awb", "threshold %1, reached by %2 to %3 of %4"),
                {limit, MessageArg(e.over), MessageArg(e.overMost), MessageArg(e.n)}};
    return {QT_TRANSLATE_NOOP("awb", "threshold %1, reached by %2 of %3"),
            {limit, MessageArg(e.over), MessageArg(e.n)}};
}

Message noDistribution()
{
    return QT_TRANSLATE_NOOP("awb",
                             "No distribution to draw: nothing was answered, or the source gave percentiles "
                             "only.");
}

ChartMark markAt(const LatencyHistogram& histogram, double q, const char* source)
{
    const auto value = static_cast<double>(histogram.quantile(q));
    return {ms(value), {}, {}, {}, Message(source, {msArg(value)}), false};
}

void addLimit(ChartSpec& chart, const Picture& picture, bool onY)
{
    if (picture.limitUs > 0)
        chart.threshold = ChartThreshold{ms(static_cast<double>(picture.limitUs)), onY, true,
                                         onY ? Message(QT_TRANSLATE_NOOP("awb", "threshold %1"),
                                                       {msArg(static_cast<double>(picture.limitUs))})
                                             : limitLabel(picture)};
}

double p99Of(const Picture& picture)
{
    return static_cast<double>(picture.response.quantile(0.99));
}

double ratioOf(const Picture& picture)
{
    return p99Of(picture) / std::max(1.0, static_cast<double>(picture.response.quantile(0.5)));
}

std::optional<double> thresholdNamed(const QVector<Threshold>& thresholds, const char* id)
{
    for (const Threshold& threshold : thresholds) {
        if (threshold.id == QLatin1String(id))
            return threshold.value;
    }
    return std::nullopt;
}

// 1.4: the limit is a multiple of the endpoint's own median, so it is a line of its own for each endpoint.
QVector<ChartSpec> ratioCharts(const Facts& facts, double ratio)
{
    QVector<Picture> pictures = picturesOf(facts, std::nullopt, 0);
    std::stable_sort(pictures.begin(), pictures.end(),
                     [](const Picture& a, const Picture& b) { return ratioOf(a) > ratioOf(b); });
    if (pictures.isEmpty())
        return {spectrumChart({})};
    ChartSpec chart = spectrumChart(pictures.first());
    const auto median = static_cast<double>(pictures.first().response.quantile(0.5));
    chart.threshold =
        ChartThreshold{ms(ratio * median), true, true,
                       Message(QT_TRANSLATE_NOOP("awb", "%1 the median: %2"),
                               {MessageArg(ratio, QStringLiteral("ratio")), msArg(ratio * median)})};
    QVector<ChartSpec> charts{chart};
    if (pictures.size() > 1)
        charts.append(overlayChart(pictures));
    return charts;
}

// The endpoints of the other kind, for a check of reads or of writes alone.
QStringList namesOfOthers(const Facts& facts, std::optional<bool> writes)
{
    QStringList names; // straight from the details: nothing is decoded a second time
    for (const QJsonValue& entry : facts.details.value(QStringLiteral("endpoints")).toArray()) {
        const QJsonObject endpoint = entry.toObject();
        if (writes && endpoint.value(QStringLiteral("write")).toBool() != *writes)
            names << endpoint.value(QStringLiteral("name")).toString();
    }
    return names;
}

} // namespace

ChartSpec histogramChart(const Picture& picture)
{
    ChartSpec chart;
    chart.id = QStringLiteral("histogram");
    chart.kind = ChartKind::Step;
    chart.title = picture.name.isEmpty()
                      ? Message(QT_TRANSLATE_NOOP("awb", "Response times, from the intended start"))
                      : Message(QT_TRANSLATE_NOOP("awb", "Response times of %1, from the intended start"),
                                {MessageArg(picture.name)});
    chart.x = timeAxis(true);
    chart.y = {QT_TRANSLATE_NOOP("awb", "Requests"), QStringLiteral("count"), true};
    chart.emptyReason = noDistribution();
    if (picture.response.isEmpty())
        return chart;
    chart.series = {{QT_TRANSLATE_NOOP("awb", "corrected"), barsOf(picture.response)}};
    chart.marks = {markAt(picture.response, 0.5, QT_TRANSLATE_NOOP("awb", "p50 %1")),
                   markAt(picture.response, 0.9, QT_TRANSLATE_NOOP("awb", "p90 %1"))};
    ChartMark p99{ms(picture.p99.value), {}, ms(picture.p99.low), {}, p99Label(picture.p99), true};
    if (picture.p99.high)
        p99.high = ms(*picture.p99.high);
    chart.marks.append(p99);
    addLimit(chart, picture, false);
    return chart;
}

ChartSpec spectrumChart(const Picture& picture)
{
    ChartSpec chart;
    chart.id = QStringLiteral("percentiles");
    chart.kind = ChartKind::Line;
    chart.title = picture.name.isEmpty()
                      ? Message(QT_TRANSLATE_NOOP("awb", "Response time by percentile"))
                      : Message(QT_TRANSLATE_NOOP("awb", "Response time of %1 by percentile"),
                                {MessageArg(picture.name)});
    chart.x = {QT_TRANSLATE_NOOP("awb", "Percentile"), QStringLiteral("one_in"), true};
    chart.y = timeAxis(true);
    chart.emptyReason = noDistribution();
    if (picture.response.isEmpty())
        return chart;
    chart.series = {{QT_TRANSLATE_NOOP("awb", "corrected"), spectrumOf(picture.response)}};
    if (!picture.service.isEmpty())
        chart.series.append({QT_TRANSLATE_NOOP("awb", "uncorrected"), spectrumOf(picture.service)});
    ChartMark p99{100, ms(picture.p99.value), ms(picture.p99.low), {}, {}, true};
    if (picture.p99.high)
        p99.high = ms(*picture.p99.high);
    chart.marks = {p99};
    addLimit(chart, picture, true);
    return chart;
}

ChartSpec overlayChart(const QVector<Picture>& pictures)
{
    ChartSpec chart = spectrumChart({});
    chart.id = QStringLiteral("endpoints");
    chart.title = QT_TRANSLATE_NOOP("awb", "The slowest endpoints by percentile, from the intended start");
    for (const Picture& picture : pictures.mid(0, mostCurves))
        chart.series.append({Message::verbatim(picture.name), spectrumOf(picture.response)});
    if (!pictures.isEmpty())
        addLimit(chart, pictures.first(), true);
    return chart;
}

ChartSpec overTimeChart(const ChartSpec& stored, const QStringList& without, qint64 limitUs)
{
    ChartSpec chart = stored;
    chart.series.removeIf([&](const ChartSeries& series) { return without.contains(series.name.text()); });
    if (stored.id.isEmpty())
        return chart; // nothing was drawn
    if (limitUs <= 0) {
        chart.title = QT_TRANSLATE_NOOP(
            "awb", "p99 by second; the limit here is a ratio to each endpoint's own median");
        return chart;
    }
    const auto limit = static_cast<double>(limitUs);
    chart.title = Message(QT_TRANSLATE_NOOP("awb", "p99 by second, against %1"), {msArg(limit)});
    chart.threshold = ChartThreshold{ms(limit), true, true,
                                     Message(QT_TRANSLATE_NOOP("awb", "threshold %1"), {msArg(limit)})};
    return chart;
}

QVector<Picture> picturesOf(const Facts& facts, std::optional<bool> writes, qint64 limitUs)
{
    QVector<Picture> pictures;
    const QVector<Endpoint> endpoints = endpointsOf(facts);
    for (const Endpoint& endpoint : endpoints) {
        if (writes && endpoint.isWrite != *writes)
            continue;
        LatencySeries series;
        Picture picture;
        for (const Run& run : endpoint.runs) {
            if (!run.hasSeries)
                continue;
            series.merge(run.series);
            picture.service.merge(run.service);
        }
        if (series.histogram.isEmpty())
            continue;
        picture.name = endpoint.name;
        picture.p99 = series.quantile(0.99, assumedBurst);
        picture.limitUs = limitUs;
        if (limitUs > 0)
            picture.exceedance = series.exceedanceAt(limitUs, assumedBurst);
        picture.response = std::move(series.histogram);
        pictures.append(std::move(picture));
    }
    std::stable_sort(pictures.begin(), pictures.end(),
                     [](const Picture& a, const Picture& b) { return p99Of(a) > p99Of(b); });
    return pictures;
}

QVector<ChartSpec> latencyCharts(const Facts& facts, const QString& checkId,
                                 const QVector<Threshold>& thresholds)
{
    QVector<ChartSpec> charts;
    const std::optional<bool> writes = checkId == QLatin1String("1.1")   ? std::optional(false)
                                       : checkId == QLatin1String("1.2") ? std::optional(true)
                                                                         : std::nullopt;
    qint64 limitUs = 0;
    if (const auto ratio = thresholdNamed(thresholds, "ratio")) {
        charts = ratioCharts(facts, *ratio);
    } else if (const auto p99 = thresholdNamed(thresholds, "p99")) {
        limitUs = static_cast<qint64>(std::llround(*p99 * usPerMs));
        const QVector<Picture> pictures = picturesOf(facts, writes, limitUs);
        const Picture worst = pictures.value(0);
        charts.append(histogramChart(worst));
        if (!pictures.isEmpty())
            charts.append(spectrumChart(worst));
        if (pictures.size() > 1)
            charts.append(overlayChart(pictures));
    }
    for (ChartSpec& chart : charts)
        chart.check = checkId;
    for (const ChartSpec& stored : facts.charts) {
        const ChartSpec chart = overTimeChart(stored, namesOfOthers(facts, writes), limitUs);
        if (stored.id == QLatin1String("over_time") && !chart.isEmpty())
            charts.append(chart);
    }
    return charts;
}

} // namespace awb::latency
