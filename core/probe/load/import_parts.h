#pragma once

#include "core/probe/load/latency_import.h"
#include "core/probe/load/latency_samples.h"

#include <QJsonObject>

#include <functional>

namespace awb
{

// What an importer found, before it becomes facts.
struct ImportedLatency
{
    QVector<EndpointLatency> endpoints;
    Message note;       // what this format cannot tell; empty: nothing is missing
    double dropped = 0; // iterations the tool could not start
};

Result<ImportedLatency> importK6(QIODevice& file, const ImportOptions& options);
Result<ImportedLatency> importWrk(QIODevice& file, const ImportOptions& options);
Result<ImportedLatency> importH2load(QIODevice& file, const ImportOptions& options);
Result<ImportedLatency> importVegeta(QIODevice& file, const ImportOptions& options);
Result<ImportedLatency> importOha(QIODevice& file, const ImportOptions& options);
Result<ImportedLatency> importAutocannon(QIODevice& file, const ImportOptions& options);
Result<ImportedLatency> importHlog(QIODevice& file, const ImportOptions& options);

// Calls `take` for every line without its end; stops at the first error and puts the line's number before it.
// A line of more than 1 MiB is an error.
Status forEachLine(QIODevice& file, const std::function<Status(const QByteArray& line)>& take);
// A document of at most 16 MiB.
Result<QByteArray> wholeFile(QIODevice& file);
Result<QJsonObject> jsonDocument(QIODevice& file);

QVector<qint64> importEdges();
// RFC 3339 with up to nine digits of a second, in s since 1970; NaN when it is none.
double secondsFrom(const QString& rfc3339);
Error cannotRead(const QString& reason);

} // namespace awb
