// k6: JSON points and CSV (single requests), and its three summaries (percentiles). Sources:
// output/json/wrapper.go, internal/js/summary.go, summary-wrapper.js, and the schema of the machine-readable
// summary, as of k6 2.2.

#include "core/probe/load/import_parts.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace awb
{

namespace
{

const char* const duration = "http_req_duration";

QString endpointName(const QString& method, const QString& name)
{
    return method.isEmpty() ? QStringLiteral("GET ") + name : method + QLatin1Char(' ') + name;
}

bool isFailure(const QString& status, const QString& expected)
{
    const int code = status.toInt();
    return code < 200 || code > 299 || expected == QLatin1String("false");
}

// One line of --out json.
Status takePoint(const QByteArray& line, LatencySamples& samples, double& dropped)
{
    QJsonParseError fault;
    const QJsonObject point = QJsonDocument::fromJson(line, &fault).object();
    if (fault.error != QJsonParseError::NoError)
        return cannotRead(QStringLiteral("no JSON (%1).").arg(fault.errorString()));
    if (point.value(QStringLiteral("type")) != QLatin1String("Point"))
        return Done{};
    const QString metric = point.value(QStringLiteral("metric")).toString();
    const QJsonObject data = point.value(QStringLiteral("data")).toObject();
    const QJsonValue value = data.value(QStringLiteral("value"));
    if (metric == QLatin1String("dropped_iterations"))
        dropped += value.toDouble();
    if (metric != QLatin1String(duration))
        return Done{};
    const QJsonObject tags = data.value(QStringLiteral("tags")).toObject();
    const QString status = tags.value(QStringLiteral("status")).toString();
    if (!value.isDouble())
        return cannotRead(QStringLiteral("a point without a value."));
    return samples.add(endpointName(tags.value(QStringLiteral("method")).toString(),
                                    tags.value(QStringLiteral("name")).toString()),
                       secondsFrom(data.value(QStringLiteral("time")).toString()), 1000 * value.toDouble(),
                       status.toInt(),
                       isFailure(status, tags.value(QStringLiteral("expected_response")).toString()));
}

// k6 quotes what holds a comma, with quotes doubled.
QStringList csvFields(const QByteArray& line)
{
    QStringList fields;
    QString field;
    bool quoted = false;
    const QString text = QString::fromUtf8(line);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == QLatin1Char('"')) {
            if (quoted && i + 1 < text.size() && text[i + 1] == c)
                field += text[++i];
            else
                quoted = !quoted;
        } else if (c == QLatin1Char(',') && !quoted) {
            fields << field;
            field.clear();
        } else {
            field += c;
        }
    }
    return fields << field;
}

struct CsvColumns
{
    qsizetype metric = -1, time = -1, value = -1, method = -1, name = -1, status = -1, expected = -1;

    explicit CsvColumns(const QStringList& head)
        : metric(head.indexOf(QLatin1String("metric_name"))),
          time(head.indexOf(QLatin1String("timestamp"))),
          value(head.indexOf(QLatin1String("metric_value"))),
          method(head.indexOf(QLatin1String("method"))),
          name(head.indexOf(QLatin1String("name"))),
          status(head.indexOf(QLatin1String("status"))),
          expected(head.indexOf(QLatin1String("expected_response")))
    {
    }
};

Status takeCsv(const QByteArray& line, const CsvColumns& columns, LatencySamples& samples, double& dropped)
{
    const QStringList fields = csvFields(line);
    const QString metric = fields.value(columns.metric);
    bool isTime = false;
    bool isValue = false;
    const double time = fields.value(columns.time).toDouble(&isTime);
    const double value = fields.value(columns.value).toDouble(&isValue);
    if (!isTime || !isValue)
        return cannotRead(QStringLiteral("time and value must be numbers."));
    if (metric == QLatin1String("dropped_iterations"))
        dropped += value;
    if (metric != QLatin1String(duration))
        return Done{};
    const QString status = fields.value(columns.status);
    return samples.add(endpointName(fields.value(columns.method), fields.value(columns.name)), time,
                       1000 * value, status.toInt(), isFailure(status, fields.value(columns.expected)));
}

Result<ImportedLatency> fromSamples(const LatencySamples& samples, double dropped,
                                    const ImportOptions& options)
{
    ImportedLatency imported;
    imported.dropped = dropped;
    // a dropped iteration was never sent: the offered load was not reached, and p99 is too good
    imported.endpoints = samples.endpoints(options.openLoop && !(dropped > 0));
    if (dropped > 0)
        imported.note = QT_TRANSLATE_NOOP("awb", "k6 dropped iterations: the asked rate was not reached.");
    else if (!options.openLoop)
        imported.note =
            QT_TRANSLATE_NOOP("awb", "The file does not say whether requests were sent on a schedule "
                                     "(constant or ramping arrival rate); without it no pass is given.");
    return imported;
}

Result<ImportedLatency> readPoints(QIODevice& file, const ImportOptions& options)
{
    LatencySamples samples(importEdges());
    double dropped = 0;
    const Status read =
        forEachLine(file, [&](const QByteArray& line) { return takePoint(line, samples, dropped); });
    if (!read)
        return read.error();
    return fromSamples(samples, dropped, options);
}

Result<ImportedLatency> readCsv(QIODevice& file, const ImportOptions& options)
{
    LatencySamples samples(importEdges());
    double dropped = 0;
    std::optional<CsvColumns> columns;
    const Status read = forEachLine(file, [&](const QByteArray& line) -> Status {
        if (columns)
            return takeCsv(line, *columns, samples, dropped);
        columns.emplace(csvFields(line));
        if (columns->metric < 0 || columns->time < 0 || columns->value < 0)
            return cannotRead(QStringLiteral("the columns of k6's CSV are missing."));
        return Done{};
    });
    if (!read)
        return read.error();
    return fromSamples(samples, dropped, options);
}

// "p(99)" → "p99_ms", "med" → "p50_ms"
QString reportedKey(const QString& stat)
{
    if (stat == QLatin1String("med"))
        return QStringLiteral("p50_ms");
    if (stat.startsWith(QLatin1String("p(")))
        return QLatin1Char('p') + stat.mid(2, stat.size() - 3) + QStringLiteral("_ms");
    return stat + QStringLiteral("_ms");
}

double countOf(const QJsonObject& metrics)
{
    const QJsonObject requests = metrics.value(QStringLiteral("http_reqs")).toObject();
    const QJsonObject values = requests.value(QStringLiteral("values")).toObject();
    return values.isEmpty() ? requests.value(QStringLiteral("count")).toDouble()
                            : values.value(QStringLiteral("count")).toDouble();
}

// One trend: "http_req_duration" or "http_req_duration{name:http://…}".
ReportedLatency trendOf(const QString& metric, const QJsonObject& values, const ImportOptions& options)
{
    ReportedLatency reported;
    reported.endpoint = metric.contains(QLatin1Char('{'))
                            ? QStringLiteral("GET ") + metric.section(QLatin1Char('{'), 1).chopped(1)
                            : options.endpoint;
    for (auto it = values.begin(); it != values.end(); ++it) {
        if (it.key() == QLatin1String("count"))
            reported.requests = it.value().toDouble();
        else if (it.value().isDouble())
            reported.ms.insert(reportedKey(it.key()), it.value().toDouble());
    }
    return reported;
}

void addTrend(ImportedLatency& imported, const QString& metric, const QJsonObject& values, double requests,
              double secondsOfRun, const ImportOptions& options)
{
    if (metric != QLatin1String(duration) && !metric.startsWith(QLatin1String("http_req_duration{")))
        return;
    ReportedLatency reported = trendOf(metric, values, options);
    if (!(reported.requests > 0) && metric == QLatin1String(duration))
        reported.requests = requests;
    reported.seconds = secondsOfRun;
    if (!reported.ms.contains(QStringLiteral("p99_ms")))
        imported.note =
            QT_TRANSLATE_NOOP("awb", "This summary has no p99: write k6's JSON points (--out json=FILE), or "
                                     "ask for it with --summary-trend-stats.");
    imported.endpoints.append(reportedEndpoint(reported));
}

// handleSummary's data (metrics with "values"), or --summary-export (without).
ImportedLatency readSummary(const QJsonObject& document, const ImportOptions& options)
{
    ImportedLatency imported;
    imported.note =
        QT_TRANSLATE_NOOP("awb", "A summary holds single percentiles: they are shown as reported, without "
                                 "confidence.");
    const QJsonObject metrics = document.value(QStringLiteral("metrics")).toObject();
    const double ms = document.value(QStringLiteral("state"))
                          .toObject()
                          .value(QStringLiteral("testRunDurationMs"))
                          .toDouble();
    for (auto it = metrics.begin(); it != metrics.end(); ++it) {
        const QJsonObject metric = it.value().toObject();
        const QJsonObject values = metric.contains(QStringLiteral("values"))
                                       ? metric.value(QStringLiteral("values")).toObject()
                                       : metric;
        addTrend(imported, it.key(), values, countOf(metrics), ms / 1000, options);
    }
    const QJsonObject lost = metrics.value(QStringLiteral("dropped_iterations")).toObject();
    imported.dropped =
        lost.contains(QStringLiteral("values"))
            ? lost.value(QStringLiteral("values")).toObject().value(QStringLiteral("count")).toDouble()
            : lost.value(QStringLiteral("count")).toDouble();
    return imported;
}

// --new-machine-readable-summary, version 1.0.0.
ImportedLatency readMachineSummary(const QJsonObject& document, const ImportOptions& options)
{
    ImportedLatency imported;
    const QJsonArray metrics =
        document.value(QStringLiteral("results")).toObject().value(QStringLiteral("metrics")).toArray();
    double requests = 0;
    for (const QJsonValue& value : metrics) {
        const QJsonObject metric = value.toObject();
        if (metric.value(QStringLiteral("name")) == QLatin1String("http_reqs"))
            requests =
                metric.value(QStringLiteral("values")).toObject().value(QStringLiteral("count")).toDouble();
    }
    const double seconds =
        document.value(QStringLiteral("config")).toObject().value(QStringLiteral("duration")).toDouble();
    for (const QJsonValue& value : metrics) {
        const QJsonObject metric = value.toObject();
        addTrend(imported, metric.value(QStringLiteral("name")).toString(),
                 metric.value(QStringLiteral("values")).toObject(), requests, seconds, options);
    }
    return imported;
}

} // namespace

Result<ImportedLatency> importK6(QIODevice& file, const ImportOptions& options)
{
    const QByteArray head = file.peek(4096);
    if (head.startsWith("metric_name,"))
        return readCsv(file, options);
    const QByteArray firstLine = head.left(head.indexOf('\n') < 0 ? head.size() : head.indexOf('\n'));
    if (firstLine.contains("\"type\":\"Metric\"") || firstLine.contains("\"type\":\"Point\""))
        return readPoints(file, options);
    const auto document = jsonDocument(file);
    if (!document)
        return document.error();
    if (document->contains(QStringLiteral("results")) && document->contains(QStringLiteral("config")))
        return readMachineSummary(*document, options);
    if (document->value(QStringLiteral("metrics")).isObject())
        return readSummary(*document, options);
    return cannotRead(QStringLiteral("This is none of k6's outputs: JSON points, CSV or a summary."));
}

} // namespace awb
