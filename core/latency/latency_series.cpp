#include "core/latency/latency_series.h"

#include "core/latency/hdr_codec.h"

#include <QJsonArray>

#include <algorithm>

namespace awb
{

namespace
{

constexpr qsizetype mostEdges = 64;
constexpr qsizetype mostSlices = 100'000;

QVector<Slice> slicesAt(const LatencySeries& series, qsizetype edge)
{
    QVector<Slice> result;
    result.reserve(series.slices.size());
    for (const SliceCounts& slice : series.slices)
        result.append({slice.n, slice.atLeast[edge]});
    return result;
}

bool enoughSlices(const LatencySeries& series)
{
    const auto used = std::count_if(series.slices.cbegin(), series.slices.cend(),
                                    [](const SliceCounts& slice) { return slice.n > 0; });
    return used >= fewestSlices;
}

QVector<qint64> integers(const QJsonValue& value)
{
    QVector<qint64> list;
    const QJsonArray array = value.toArray();
    for (const QJsonValue& item : array)
        list.append(item.toInteger(-1));
    return list;
}

Error damaged(const char* what)
{
    return {ErrorCode::Parse,
            QStringLiteral("The latency evidence is damaged: %1.").arg(QLatin1String(what)),
            {},
            {}};
}

} // namespace

std::optional<double> LatencySeries::burstNear(double us) const
{
    if (!enoughSlices(*this) || edgesUs.isEmpty())
        return std::nullopt;
    const auto above = std::lower_bound(edgesUs.cbegin(), edgesUs.cend(), us, [](qint64 edge, double value) {
        return static_cast<double>(edge) < value;
    });
    double burst = 1;
    if (above != edgesUs.cend())
        burst = burstFactor(slicesAt(*this, above - edgesUs.cbegin()));
    if (above != edgesUs.cbegin() && (above == edgesUs.cend() || static_cast<double>(*above) > us))
        burst = std::max(burst, burstFactor(slicesAt(*this, above - edgesUs.cbegin() - 1)));
    return burst;
}

Exceedance LatencySeries::exceedanceAt(qint64 limitUs, double assumedBurst) const
{
    if (const qsizetype edge = edgesUs.indexOf(limitUs); edge >= 0 && !slices.isEmpty())
        return exceedanceOf(slicesAt(*this, edge), assumedBurst);
    const CountRange range = histogram.atLeast(static_cast<quint64>(std::max<qint64>(0, limitUs)));
    const std::optional<double> burst = burstNear(static_cast<double>(limitUs));
    return exceedanceOf(static_cast<qint64>(histogram.count()), static_cast<qint64>(range.least),
                        static_cast<qint64>(range.most), burst.value_or(assumedBurst), burst.has_value());
}

QuantileInterval LatencySeries::quantile(double q, double assumedBurst) const
{
    const auto value = static_cast<double>(histogram.quantile(q));
    return quantileInterval(histogram, q, burstNear(value).value_or(assumedBurst));
}

void LatencySeries::merge(const LatencySeries& other)
{
    Q_ASSERT(edgesUs == other.edgesUs || slices.isEmpty());
    if (slices.isEmpty())
        edgesUs = other.edgesUs;
    histogram.merge(other.histogram);
    slices += other.slices;
}

QJsonObject toJson(const LatencySeries& series)
{
    QJsonArray edges;
    QJsonArray n;
    QJsonArray atLeast;
    for (const SliceCounts& slice : series.slices)
        n.append(slice.n);
    for (qsizetype edge = 0; edge < series.edgesUs.size(); ++edge) {
        edges.append(series.edgesUs[edge]);
        QJsonArray counts;
        for (const SliceCounts& slice : series.slices)
            counts.append(slice.atLeast[edge]);
        atLeast.append(counts);
    }
    return {{QStringLiteral("histogram"), QString::fromLatin1(encodeHdrBase64(series.histogram))},
            {QStringLiteral("edges_us"), edges},
            {QStringLiteral("n"), n},
            {QStringLiteral("at_least"), atLeast}};
}

Result<LatencySeries> latencySeriesFromJson(const QJsonObject& object)
{
    LatencySeries series;
    auto decoded = decodeHdrBase64(object.value(QStringLiteral("histogram")).toString().toLatin1());
    if (!decoded)
        return decoded.error();
    series.histogram = std::move(decoded->histogram);
    series.edgesUs = integers(object.value(QStringLiteral("edges_us")));
    const QVector<qint64> n = integers(object.value(QStringLiteral("n")));
    const QJsonArray atLeast = object.value(QStringLiteral("at_least")).toArray();
    if (series.edgesUs.size() > mostEdges || n.size() > mostSlices)
        return damaged("it has too many slices");
    if (atLeast.size() != series.edgesUs.size() ||
        !std::is_sorted(series.edgesUs.cbegin(), series.edgesUs.cend()))
        return damaged("edges and counts do not match");
    for (const qint64 count : n)
        series.slices.append({count, QVector<qint64>(series.edgesUs.size(), 0)});
    for (qsizetype edge = 0; edge < atLeast.size(); ++edge) {
        const QVector<qint64> counts = integers(atLeast[edge]);
        if (counts.size() != n.size())
            return damaged("a limit has other slices than the rest");
        for (qsizetype i = 0; i < counts.size(); ++i) {
            if (counts[i] < 0 || counts[i] > n[i])
                return damaged("more requests are slow than there were");
            series.slices[i].atLeast[edge] = counts[i];
        }
    }
    return series;
}

} // namespace awb
