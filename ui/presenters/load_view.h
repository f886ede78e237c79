// What the load page says, as a value: no widgets, no clock.
#pragma once

#include "core/audit/chart_spec.h"
#include "core/report_pdf/mark_painter.h"
#include "core/report_pdf/ruler.h"

#include <QString>
#include <QVector>

#include <optional>

namespace awb
{

enum class LoadState {
    NoTarget, // the audit names no service, or none is open
    Ready,    // nothing was sent yet
    Waiting,  // the run is on, load comes after the other probes
    Running,
    Stored // of an earlier run, or an import
};

// One figure of the strip; its name stands at its place.
struct LoadFigure
{
    QString value; // "100.1/s"
    QString note;  // "asked 100/s, open loop"
};

// What our own machine must keep, or the run gives no verdict. limit 0: told, but limits nothing.
struct GateBar
{
    QString name;
    double value = 0;
    double limit = 0;
    QString valueText;
    QString limitText;

    bool isReached() const { return limit > 0 && value > limit; }
};

struct LoadErrorRow
{
    QString cause; // "Timed out"
    QString what;  // "counts with the time it took"
    qint64 count = 0;
};

struct LoadEndpointRow
{
    QString name;
    bool running = false;
    std::optional<MarkGlyph> glyph; // what this endpoint alone proves; nothing while it runs
    qint64 requests = 0;
    std::optional<double> p99Ms;
    QString interval; // "166–203"
    ValueRuler ruler;
};

struct LoadWords
{
    std::optional<MarkGlyph> glyph;
    QString strong;
    QString detail;
};

struct LoadView
{
    LoadState state = LoadState::NoTarget;
    QString headline; // "Endpoint 2 of 5"
    QString endpoint; // shown: "GET /orders"
    QString detail;   // "42 of 60 s, 1 endpoint is done"
    double fraction = 0;
    LoadFigure rate, p99, lag, errors;

    ChartSpec histogram, spectrum, overTime;
    ChartSpec overlay; // empty with one endpoint
    QVector<GateBar> gate;
    bool gateKept = true;
    LoadWords verdict;
    QVector<LoadErrorRow> errorRows;
    QString errorsOf; // "5 of 4,191"
    QString allowed;  // what this run may do, or did
    QVector<LoadEndpointRow> endpoints;
    double limitMs = 0; // in force: the threshold, or the what-if
    QString whatIf;     // says what another threshold would do; empty: the threshold is the audit's
};

} // namespace awb
