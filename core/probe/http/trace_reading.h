#pragma once

#include "core/foundation/result.h"

#include <QByteArray>
#include <QSet>
#include <QString>

namespace awb
{

// What a trace backend knows of one trace.
struct TraceSeen
{
    qint64 spans = 0;       // with our trace id
    QSet<QString> services; // at most 100
    bool isOurs = false;    // a span has our span as its parent: the service went on with our trace
};

// The answer of Jaeger (/api/traces/ID, its own JSON or OTLP), Tempo (/api/traces/ID, /api/v2/traces/ID:
// OTLP), Zipkin (/api/v2/trace/ID) or Datadog (/api/v2/trace/ID, and the older {"trace": {"spans": {ID:
// …}}}). Ids are 32 and 16 hex digits; OTLP may have them in base64, Datadog has the lower 64 bits as a
// decimal. Errors: Protocol when it is none of these, Limit above 20,000 spans. An answer without the trace
// is a TraceSeen without spans.
Result<TraceSeen> readTrace(const QByteArray& json, const QByteArray& traceId, const QByteArray& spanId);

// The lower 64 bits of a trace id (32 hex digits) as Datadog's tracers write them: "11803532876627986230".
QByteArray decimalTraceId(const QByteArray& traceId);

} // namespace awb
