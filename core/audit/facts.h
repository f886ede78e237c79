#pragma once

#include "core/audit/chart_spec.h"
#include "core/foundation/message.h"

#include <QDateTime>
#include <QJsonObject>
#include <QMap>
#include <QStringList>
#include <QVector>

#include <cmath>
#include <limits>
#include <optional>

namespace awb
{

// One measured number. low and high are the interval at `level` (0.95), or certain bounds when level is 1.
struct Measurement
{
    QString name; // stable, snake_case: "uncovered", "hit_rate_window"
    double value = std::numeric_limits<double>::quiet_NaN();
    QString unit;
    qint64 n = -1; // sample size; -1: not a sample
    std::optional<double> low;
    std::optional<double> high;
    std::optional<double> level;
    QStringList checks; // which of the probe's checks it belongs to; empty: all

    bool isKnown() const { return !std::isnan(value); }
};

struct Column
{
    QString id;
    Message title;
    QString unit;      // set: numbers, right-aligned, formatted by core/foundation/units
    bool code = false; // SQL, identifiers: mono, shown as it is
    int priority = 1;  // 1 always shown … 3 first to go when narrow
};

// Rows are JSON values (text, number, bool, null). `total` counts what exists when only the first rows are
// kept.
struct Table
{
    QString id;
    Message title;
    QVector<Column> columns;
    QVector<QVector<QJsonValue>> rows;
    qint64 total = 0;
    QStringList checks;
};

// What was sent, as a template and its count.
struct Sent
{
    QString what;
    qint64 count = 0;
};

// A statement, command or setting to hand on, made for what was found (all identifiers quoted): CREATE INDEX
// …
struct RemedyCode
{
    QString check;
    QString language;
    QString text;
};

// Everything one probe found: never a mark. A probe that could see nothing returns facts with complete ==
// false and a reason; only failures outside the protocol of the probe (a broken connection, a refused login)
// are Errors.
struct Facts
{
    QString probe;
    QStringList checks; // which checks of the probe these facts serve (normally all)
    QVector<Measurement> measured;
    QVector<Table> tables;
    QVector<ChartSpec> charts;
    QVector<RemedyCode> remedies;
    QString histogram;     // HdrHistogram V2, base64, in µs; empty: none
    QJsonObject details;   // what rules branch on besides numbers: flags, names; documented at the probe
    bool complete = false; // full visibility and everything asked was answered; false never passes
    Message reason;        // why not complete, in one sentence, and what would unlock it
    QString unlock;        // the GRANT, ACL line, package or setting that would; empty if none is known
    bool cancelled = false;
    bool failed = false; // made from an Error: nothing was measured
    QVector<Sent> sent;
    QDateTime started; // UTC
    qint64 durationMs = 0;
    QString source; // "db:5432/shop, standby", "cache:6380 (3 masters)"

    const Measurement* find(const QString& name) const;
    double value(const QString& name) const; // NaN if absent
    bool flag(const QString& name) const { return details.value(name).toBool(); }
    // Results of another tool that a person took in: they stand beside what the probe measured itself.
    bool isImported() const { return details.contains(QLatin1String("open_loop_stated")); }
    // The part of these facts that belongs to one check.
    Facts forCheck(const QString& checkId) const;
};

// By probe id; what was imported for a probe has importSuffix behind it.
using FactsByProbe = QMap<QString, Facts>;
inline const QString importSuffix = QStringLiteral("/import");

// The full form for the journal (round trip without loss); the form of CONTRACT.md's evidence is in
// core/audit/audit_result.
QJsonObject toJson(const Facts& facts);
Facts factsFromJson(const QJsonObject& object);

} // namespace awb
