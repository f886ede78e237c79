#include "core/probe/load/latency_import.h"

#include "core/probe/load/import_parts.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>
#include <QRegularExpression>

#include <array>
#include <cmath>
#include <limits>

namespace awb
{

namespace
{

constexpr qsizetype mostDocument = 16 * 1024 * 1024;
constexpr qint64 mostLine = 1024 * 1024;

struct Importer
{
    LatencyFormat format;
    const char* id;
    Result<ImportedLatency> (*read)(QIODevice&, const ImportOptions&);
};
constexpr std::array<Importer, 7> importers{{{LatencyFormat::K6, "k6", importK6},
                                             {LatencyFormat::Wrk, "wrk", importWrk},
                                             {LatencyFormat::H2load, "h2load", importH2load},
                                             {LatencyFormat::Vegeta, "vegeta", importVegeta},
                                             {LatencyFormat::Oha, "oha", importOha},
                                             {LatencyFormat::Autocannon, "autocannon", importAutocannon},
                                             {LatencyFormat::Hlog, "hlog", importHlog}}};

const Importer& importerOf(LatencyFormat format)
{
    return importers[static_cast<std::size_t>(format)];
}

// Where only percentiles were reported, the numbers that reports show come from there, without an interval.
void takeReported(Facts& facts, const QVector<EndpointLatency>& endpoints)
{
    for (Measurement& m : facts.measured) {
        if (m.isKnown() || m.unit != QLatin1String("ms"))
            continue;
        for (const EndpointLatency& endpoint : endpoints) {
            const bool wanted = m.name == QLatin1String("p99_max") ||
                                (m.name == QLatin1String("write_p99_max")) == endpoint.isWrite;
            const QJsonObject run = endpoint.runs.first().toObject();
            const QJsonValue p99 =
                run.value(QStringLiteral("reported")).toObject().value(QStringLiteral("p99_ms"));
            if (!wanted || !p99.isDouble() || (m.isKnown() && p99.toDouble() <= m.value))
                continue;
            m.value = p99.toDouble();
            m.n = static_cast<qint64>(run.value(QStringLiteral("scheduled")).toDouble());
        }
    }
}

} // namespace

std::optional<LatencyFormat> latencyFormatFromId(const QString& id)
{
    for (const Importer& importer : importers) {
        if (id == QLatin1String(importer.id))
            return importer.format;
    }
    return std::nullopt;
}

QString latencyFormatId(LatencyFormat format)
{
    return QLatin1String(importerOf(format).id);
}

Error cannotRead(const QString& reason)
{
    return {ErrorCode::Parse, reason, {}, {}};
}

QVector<qint64> importEdges()
{
    return latencyEdges(TargetProfile());
}

double secondsFrom(const QString& rfc3339)
{
    static const QRegularExpression form(
        QStringLiteral("^(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d)(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)$"));
    const QRegularExpressionMatch match = form.match(rfc3339);
    if (!match.hasMatch())
        return std::numeric_limits<double>::quiet_NaN();
    const QDateTime whole = QDateTime::fromString(match.captured(1) + match.captured(3), Qt::ISODate);
    const double fraction =
        match.captured(2).isEmpty() ? 0 : (QLatin1Char('0') + match.captured(2)).toDouble();
    return whole.isValid() ? static_cast<double>(whole.toSecsSinceEpoch()) + fraction
                           : std::numeric_limits<double>::quiet_NaN();
}

Status forEachLine(QIODevice& file, const std::function<Status(const QByteArray&)>& take)
{
    // One buffer for all lines: QIODevice::readLine(most) allocates and clears `most` bytes for each.
    QByteArray buffer(mostLine + 2, '\0');
    qint64 number = 0;
    while (!file.atEnd()) {
        const qint64 length = file.readLine(buffer.data(), buffer.size());
        if (length < 0)
            return Error{ErrorCode::Parse, QStringLiteral("The file cannot be read to its end."), {}, {}};
        QByteArray line(buffer.constData(), length);
        ++number;
        if (line.size() > mostLine - 1 && !line.endsWith('\n'))
            return Error{
                ErrorCode::Limit, QStringLiteral("Line %1 is longer than 1 MiB.").arg(number), {}, {}};
        while (line.endsWith('\n') || line.endsWith('\r'))
            line.chop(1);
        if (line.isEmpty())
            continue;
        if (const Status done = take(line); !done)
            return Error{done.error().code,
                         QStringLiteral("Line %1: %2").arg(number).arg(done.error().message),
                         {},
                         {}};
    }
    return Done{};
}

Result<QByteArray> wholeFile(QIODevice& file)
{
    QByteArray bytes = file.read(mostDocument + 1);
    if (bytes.size() > mostDocument)
        return Error{ErrorCode::Limit, QStringLiteral("The file is larger than 16 MiB."), {}, {}};
    return bytes;
}

Result<QJsonObject> jsonDocument(QIODevice& file)
{
    const auto bytes = wholeFile(file);
    if (!bytes)
        return bytes.error();
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(*bytes, &fault);
    if (!document.isObject())
        return cannotRead(QStringLiteral("The file is no JSON object (%1 at byte %2).")
                              .arg(fault.errorString())
                              .arg(fault.offset));
    return document.object();
}

Result<Facts> importLatency(LatencyFormat format, QIODevice& file, const QString& fileName,
                            const ImportOptions& options)
{
    const Importer& importer = importerOf(format);
    const auto imported = importer.read(file, options);
    if (!imported)
        return Error{
            imported.error().code, QStringLiteral("%1: %2").arg(fileName, imported.error().message), {}, {}};
    if (imported->endpoints.isEmpty())
        return Error{ErrorCode::Parse, QStringLiteral("%1 holds no request.").arg(fileName), {}, {}};
    Facts facts;
    facts.probe = QStringLiteral("http.latency");
    facts.checks = {QStringLiteral("1.1"), QStringLiteral("1.2"), QStringLiteral("1.3"),
                    QStringLiteral("1.4"), QStringLiteral("8.5")};
    facts.source = QStringLiteral("%1: %2").arg(QLatin1String(importer.id), fileName);
    facts.started = QDateTime::currentDateTimeUtc();
    facts.complete = true;
    facts.details.insert(QStringLiteral("source"), QLatin1String(importer.id));
    facts.details.insert(QStringLiteral("open_loop_stated"),
                         options.openLoop); // marks an import: Facts::isImported()
    facts.details.insert(QStringLiteral("all_endpoints_stated"), options.allEndpoints);
    facts.details.insert(QStringLiteral("dropped_iterations"), imported->dropped);
    if (!imported->note.isEmpty())
        facts.details.insert(QStringLiteral("note"), imported->note.toJson());
    int reads = 0;
    for (const EndpointLatency& endpoint : imported->endpoints)
        reads += endpoint.isWrite ? 0 : 1;
    facts.details.insert(QStringLiteral("endpoints_total"), imported->endpoints.size());
    facts.details.insert(QStringLiteral("reads_total"), reads);
    describeLatency(facts, imported->endpoints);
    takeReported(facts, imported->endpoints);
    return facts;
}

} // namespace awb
