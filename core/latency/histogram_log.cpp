#include "core/latency/histogram_log.h"

#include "core/latency/hdr_codec.h"

#include <cmath>

namespace awb
{

namespace
{

constexpr qsizetype mostBytes = 64 * 1024 * 1024;
constexpr qsizetype mostIntervals = 100'000;

Error at(qsizetype line, const QString& reason)
{
    return {ErrorCode::Parse, QStringLiteral("Line %1: %2").arg(line).arg(reason), {}, {}};
}

struct RawInterval
{
    QString tag;
    double startS = 0;
    double lengthS = 0;
    double maxMs = 0;
    QByteArray histogram;
};

Result<RawInterval> splitLine(QByteArray text, qsizetype line)
{
    RawInterval raw;
    if (text.startsWith("Tag=")) {
        const qsizetype comma = text.indexOf(',');
        if (comma < 0)
            return at(line, QStringLiteral("a tag without an interval."));
        raw.tag = QString::fromUtf8(text.mid(4, comma - 4));
        text = text.mid(comma + 1);
    }
    const QByteArrayList fields = text.split(',');
    if (fields.size() != 4)
        return at(line, QStringLiteral("four fields are expected, not %1.").arg(fields.size()));
    bool start = false;
    bool length = false;
    bool max = false;
    raw.startS = fields[0].toDouble(&start);
    raw.lengthS = fields[1].toDouble(&length);
    raw.maxMs = fields[2].toDouble(&max);
    raw.histogram = fields[3].trimmed();
    const bool finite = std::isfinite(raw.startS) && std::isfinite(raw.lengthS) && std::isfinite(raw.maxMs);
    if (!start || !length || !max || !finite || raw.lengthS < 0)
        return at(line, QStringLiteral("start, length and maximum must be numbers."));
    return raw;
}

// How many µs a unit is, from the largest value in units and in ms; 0: it fits neither.
double unitFrom(double maxUnits, double maxMs)
{
    const double perMs = maxUnits / maxMs;
    if (perMs > 0.9e6 && perMs < 1.1e6)
        return 0.001;
    if (perMs > 0.9e3 && perMs < 1.1e3)
        return 1;
    return 0;
}

bool isComment(const QByteArray& line)
{
    return line.isEmpty() || line.startsWith('#') || line.startsWith('"');
}

void readComment(const QByteArray& line, HistogramLog& log)
{
    if (!line.startsWith("#[StartTime: "))
        return;
    bool ok = false;
    const double seconds = line.mid(13).split(' ').first().toDouble(&ok);
    if (ok && seconds > 0 && seconds < 1e11)
        log.started = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(seconds * 1000)).toUTC();
}

Result<double> unitOf(const QVector<RawInterval>& intervals)
{
    for (const RawInterval& raw : intervals) {
        if (!(raw.maxMs > 0))
            continue;
        const auto decoded = decodeHdrBase64(raw.histogram);
        if (!decoded)
            return decoded.error();
        if (decoded->maxUnits < 1000)
            continue; // too coarse to tell
        if (const double unit = unitFrom(decoded->maxUnits, raw.maxMs); unit > 0)
            return unit;
        break;
    }
    return Error{ErrorCode::Usage,
                 QStringLiteral("The log does not say in which unit it counts: give it (ns, us or ms)."),
                 {},
                 {}};
}

} // namespace

QByteArray writeHistogramLog(const HistogramLog& log)
{
    QByteArray text("#[Histogram log format version 1.3]\n");
    if (log.started.isValid())
        text += "#[StartTime: " +
                QByteArray::number(static_cast<double>(log.started.toMSecsSinceEpoch()) / 1000, 'f', 3) +
                " (seconds since epoch), " + log.started.toUTC().toString(Qt::ISODate).toUtf8() + "]\n";
    text += "\"StartTimestamp\",\"Interval_Length\",\"Interval_Max\",\"Interval_Compressed_Histogram\"\n";
    for (const LogInterval& interval : log.intervals) {
        if (!interval.tag.isEmpty()) {
            QString tag = interval.tag; // commas and spaces end a tag
            for (QChar& letter : tag)
                letter = letter == QLatin1Char(',') || letter.isSpace() ? QLatin1Char('_') : letter;
            text += "Tag=" + tag.toUtf8() + ',';
        }
        text += QByteArray::number(interval.startS, 'f', 3) + ',' +
                QByteArray::number(interval.lengthS, 'f', 3) + ',' +
                QByteArray::number(static_cast<double>(interval.histogram.max()) / 1000, 'f', 3) + ',' +
                encodeHdrBase64(interval.histogram) + '\n';
    }
    return text;
}

Result<HistogramLog> readHistogramLog(const QByteArray& bytes, double unitUs)
{
    if (bytes.size() > mostBytes)
        return Error{ErrorCode::Limit, QStringLiteral("The log is larger than 64 MiB."), {}, {}};
    HistogramLog log;
    QVector<RawInterval> raws;
    qsizetype number = 0;
    for (const QByteArray& untrimmed : bytes.split('\n')) {
        ++number;
        const QByteArray line = untrimmed.trimmed();
        if (isComment(line)) {
            readComment(line, log);
            continue;
        }
        auto raw = splitLine(line, number);
        if (!raw)
            return raw.error();
        if (raws.size() >= mostIntervals)
            return Error{
                ErrorCode::Limit, QStringLiteral("The log has more than 100,000 intervals."), {}, {}};
        raws.append(std::move(*raw));
    }
    if (raws.isEmpty())
        return Error{ErrorCode::Parse, QStringLiteral("The log has no interval."), {}, {}};
    if (!(unitUs > 0)) {
        const Result<double> unit = unitOf(raws);
        if (!unit)
            return unit.error();
        unitUs = *unit;
    }
    log.unitUs = unitUs;
    for (const RawInterval& raw : std::as_const(raws)) {
        auto decoded = decodeHdrBase64(raw.histogram, unitUs);
        if (!decoded)
            return decoded.error();
        log.intervals.append({raw.tag, raw.startS, raw.lengthS, std::move(decoded->histogram)});
    }
    return log;
}

} // namespace awb
