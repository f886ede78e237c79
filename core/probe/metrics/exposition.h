#pragma once

#include "core/foundation/result.h"

#include <QByteArray>
#include <QHash>
#include <QMap>
#include <QVector>

namespace awb
{

struct MetricSample
{
    QByteArray name;
    QMap<QByteArray, QByteArray> labels;
    double value = 0; // may be NaN or ±infinity
};

struct ExpositionLimits
{
    qsizetype bytes = 16 * 1024 * 1024;
    qsizetype samples = 200'000;
    qsizetype lineBytes = 64 * 1024;
    int labels = 64;
};

// What a scrape says: Prometheus' text format 0.0.4 or OpenMetrics 1.0.
struct Exposition
{
    QHash<QByteArray, QByteArray> types; // family → counter gauge histogram summary …
    QVector<MetricSample> samples;
    qint64 unreadable = 0; // lines that were skipped
    bool ended = false;    // OpenMetrics' "# EOF" was there
};

// Errors: Protocol when it is no such text (HTML, JSON, nothing, or mostly unreadable lines), Limit for a
// bound. Exemplars and timestamps are read past; quoted UTF-8 names are taken.
Result<Exposition> readExposition(const QByteArray& text, const ExpositionLimits& limits = {});

} // namespace awb
