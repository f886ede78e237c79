#pragma once

#include "core/audit/facts.h"

namespace awb
{

// A number with its interval at 95 %, for the given checks of the probe (empty: all).
inline Measurement measurement(const char* name, double value, const char* unit, QStringList checks = {})
{
    Measurement m;
    m.name = QLatin1String(name);
    m.value = value;
    m.unit = QLatin1String(unit);
    m.checks = std::move(checks);
    return m;
}

inline Measurement estimate(const char* name, double value, const char* unit, qint64 n, double low,
                            double high, QStringList checks = {})
{
    Measurement m = measurement(name, value, unit, std::move(checks));
    m.n = n;
    m.low = low;
    m.high = high;
    m.level = 0.95;
    return m;
}

inline Column column(const char* id, Message title, const char* unit = "", int priority = 1,
                     bool code = false)
{
    return {QLatin1String(id), std::move(title), QLatin1String(unit), code, priority};
}

} // namespace awb
