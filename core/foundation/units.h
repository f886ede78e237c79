#pragma once

#include <QLocale>
#include <QString>

#include <optional>

namespace awb
{

// Units are short strings, so that evidence from a newer program still shows: "ms", "s", "percent", "bytes",
// "count", "ratio", "per_hour" (share of keys per hour, percent), "per_day", "per_minute", "per_second",
// "rows", "keys", "calls", "connections", "queries", "requests", "bool", "one_in" (one of so many is beyond:
// 100 is shown as the percentile 99 %), "" (none). One number has one unit and is formatted here only. Unit
// words ("keys", "days", "yes") are shown in the application's language, the number by `locale`.

// "187 ms", "91.2 %", "4.00 GiB", "1,284,310", "2 min 30 s": at most three significant digits below 1,000, by
// locale, a no-break space before the unit.
QString formatQuantity(double value, const QString& unit, const QLocale& locale = QLocale::c());

// The number alone (for a column whose head has the unit) and the unit alone: for one ("key") or for any
// other number ("keys").
QString formatNumber(double value, const QString& unit, const QLocale& locale = QLocale::c());
QString unitSymbol(const QString& unit, double value = 0);

// A label at an axis, whose unit stands at the axis except where it changes with the value (bytes) or is one
// sign (%). 0.2, not 0.200 as for a measured value.
QString formatTick(double value, const QString& unit, const QLocale& locale = QLocale::c());

// Shortest decimal text that reads back as the same double; C locale; for JSON, CSV and rows.
QString rawNumber(double value);

// "150ms", "2 s", "5min", "250 us", "1h", "64MiB", "0.5", "80%": a number with an optional unit. Nothing on
// nonsense. A duration comes back in ms, a size in bytes, a share in percent; unit names the result's unit.
struct Quantity
{
    double value = 0;
    QString unit;
};
std::optional<Quantity> parseQuantity(const QString& text);

} // namespace awb
