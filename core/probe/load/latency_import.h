#pragma once

#include "core/audit/facts.h"
#include "core/foundation/result.h"

#include <QIODevice>

#include <optional>

namespace awb
{

// Results of other load tools. Each keeps what its format can prove and says what it cannot:
//   k6 JSON points, k6 CSV, h2load log, vegeta results   every request with its time: judged like a run of
//   our own .hlog                                                a histogram an interval: the same, to 0.8 %
//   wrk with wrk_audit.lua                              the whole histogram without times: bursts are
//   assumed wrk text, k6 summaries, vegeta report, oha, autocannon   percentiles: shown as reported, never a
//   verdict
enum class LatencyFormat { K6, Wrk, H2load, Vegeta, Oha, Autocannon, Hlog };
std::optional<LatencyFormat> latencyFormatFromId(const QString& id); // "k6", "wrk" …
QString latencyFormatId(LatencyFormat format);

struct ImportOptions
{
    QString endpoint =
        QStringLiteral("GET /"); // where the format names none; the method decides read or write
    bool openLoop = false;       // somebody states that requests were sent on a schedule
    bool allEndpoints = false;   // somebody states that the file holds every endpoint of the service
    double unitUs = 0;           // of an .hlog; 0: told from its max column
};

// Facts of http.latency with "source" the tool's name (LatencyProbe documents the rest; a run has also
// "may_pass", and "reported" {"p50_ms", "p99_ms" …} where the format has percentiles only). Errors name the
// line. Bounded: documents 16 MiB, lines 1 MiB, 200 endpoints, a day.
Result<Facts> importLatency(LatencyFormat format, QIODevice& file, const QString& fileName,
                            const ImportOptions& options);

} // namespace awb
