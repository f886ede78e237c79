#include "core/foundation/units.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>
#include <cmath>
#include <limits>

namespace awb
{

namespace
{

const QChar noBreakSpace(0x00A0);

// At most three significant digits below 1,000; whole numbers above, grouped by the locale.
QString significant(double value, const QLocale& locale)
{
    const double magnitude = std::fabs(value);
    if (magnitude == 0 || (magnitude < 1e-9))
        return QStringLiteral("0");
    if (magnitude >= 1e15)
        return locale.toString(value, 'g', 4);
    int decimals = 0;
    if (magnitude < 999.5)
        decimals = std::max(0, 2 - static_cast<int>(std::floor(std::log10(magnitude))));
    decimals = std::min(decimals, 6);
    QString text = locale.toString(value, 'f', decimals);
    // "5.00 ms" says no more than "5 ms"
    if (decimals > 0 && std::fabs(value - std::round(value)) < 1e-9)
        text = locale.toString(value, 'f', 0);
    return text;
}

// Units that are words, as they are shown: in the language of whoever reads. Stored and exported, a unit
// stays the short string that it is.
struct UnitWord
{
    const char* unit;
    const char* one;
    const char* many;
};

constexpr std::array<UnitWord, 6> unitWords{
    {{"keys", QT_TRANSLATE_NOOP("awb", "key"), QT_TRANSLATE_NOOP("awb", "keys")},
     {"rows", QT_TRANSLATE_NOOP("awb", "row"), QT_TRANSLATE_NOOP("awb", "rows")},
     {"calls", QT_TRANSLATE_NOOP("awb", "call"), QT_TRANSLATE_NOOP("awb", "calls")},
     {"connections", QT_TRANSLATE_NOOP("awb", "connection"), QT_TRANSLATE_NOOP("awb", "connections")},
     {"queries", QT_TRANSLATE_NOOP("awb", "query"), QT_TRANSLATE_NOOP("awb", "queries")},
     {"requests", QT_TRANSLATE_NOOP("awb", "request"), QT_TRANSLATE_NOOP("awb", "requests")}}};

QString word(const char* source)
{
    return QCoreApplication::translate("awb", source);
}

struct Scale
{
    double factor;
    const char* symbol;
};

QString bytesText(double value, const QLocale& locale)
{
    static constexpr std::array<Scale, 5> scales{
        {{1099511627776.0, "TiB"}, {1073741824.0, "GiB"}, {1048576.0, "MiB"}, {1024.0, "KiB"}, {1.0, "B"}}};
    for (const Scale& scale : scales) {
        if (std::fabs(value) >= scale.factor || scale.factor == 1.0)
            return significant(value / scale.factor, locale) + noBreakSpace + QLatin1String(scale.symbol);
    }
    return {};
}

QString secondsText(double seconds, const QLocale& locale)
{
    if (std::fabs(seconds) < 120)
        return significant(seconds, locale) + noBreakSpace + QLatin1Char('s');
    if (std::fabs(seconds) < 7200) {
        const auto whole = static_cast<qint64>(std::llround(seconds));
        QString text = locale.toString(whole / 60) + noBreakSpace + QStringLiteral("min");
        if (whole % 60 != 0)
            text += noBreakSpace + locale.toString(whole % 60) + noBreakSpace + QLatin1Char('s');
        return text;
    }
    if (std::fabs(seconds) < 172800)
        return significant(seconds / 3600, locale) + noBreakSpace + QLatin1Char('h');
    return significant(seconds / 86400, locale) + noBreakSpace + word(QT_TRANSLATE_NOOP("awb", "days"));
}

// 2 → 50 %, 100 → 99 %, 1,000 → 99.9 %: as many nines as it has.
QString percentileText(double oneIn, const QLocale& locale)
{
    const double beyond = oneIn >= 1 ? 100 / oneIn : 100;
    const int decimals = beyond >= 1 ? 0 : static_cast<int>(std::ceil(-std::log10(beyond) - 1e-9));
    return locale.toString(100 - beyond, 'f', std::min(decimals, 6)) + noBreakSpace + QLatin1Char('%');
}

} // namespace

QString unitSymbol(const QString& unit, double value)
{
    if (unit == QLatin1String("percent"))
        return QStringLiteral("%");
    if (unit == QLatin1String("per_hour"))
        return QStringLiteral("%/h");
    if (unit == QLatin1String("per_day"))
        return word(QT_TRANSLATE_NOOP("awb", "/day"));
    if (unit == QLatin1String("per_minute"))
        return QStringLiteral("/min");
    if (unit == QLatin1String("per_second"))
        return QStringLiteral("/s");
    if (unit == QLatin1String("ratio"))
        return QStringLiteral("×");
    if (unit == QLatin1String("count") || unit == QLatin1String("bool") || unit == QLatin1String("one_in"))
        return {};
    if (unit == QLatin1String("bytes"))
        return QStringLiteral("B");
    for (const UnitWord& known : unitWords) {
        if (unit == QLatin1String(known.unit))
            return word(value == 1 ? known.one : known.many);
    }
    return unit;
}

QString formatNumber(double value, const QString& unit, const QLocale& locale)
{
    if (std::isnan(value))
        return QStringLiteral("–");
    if (std::isinf(value))
        return value > 0 ? QStringLiteral("∞") : QStringLiteral("−∞");
    if (unit == QLatin1String("bool"))
        return value != 0 ? word(QT_TRANSLATE_NOOP("awb", "yes")) : word(QT_TRANSLATE_NOOP("awb", "no"));
    return significant(value, locale);
}

QString formatQuantity(double value, const QString& unit, const QLocale& locale)
{
    if (std::isnan(value) || std::isinf(value))
        return formatNumber(value, unit, locale);
    if (unit == QLatin1String("bytes"))
        return bytesText(value, locale);
    if (unit == QLatin1String("s"))
        return secondsText(value, locale);
    if (unit == QLatin1String("one_in"))
        return percentileText(value, locale);
    const QString number = formatNumber(value, unit, locale);
    const QString symbol = unitSymbol(unit, value);
    if (symbol.isEmpty())
        return number;
    const bool tight = unit == QLatin1String("ratio") || symbol.startsWith(QLatin1Char('/'));
    return tight ? number + symbol : number + noBreakSpace + symbol;
}

QString formatTick(double value, const QString& unit, const QLocale& locale)
{
    if (unit == QLatin1String("bytes") || unit == QLatin1String("percent") || unit == QLatin1String("one_in"))
        return formatQuantity(value, unit, locale);
    if (std::fabs(value) < 1000 && std::fabs(value) >= 1e-4)
        return locale.toString(value, 'g', 4);
    return formatNumber(value, unit, locale);
}

QString rawNumber(double value)
{
    if (std::isnan(value) || std::isinf(value))
        return {};
    if (value == std::floor(value) && std::fabs(value) < 1e15)
        return QString::number(static_cast<qint64>(value));
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

std::optional<Quantity> parseQuantity(const QString& text)
{
    static const QRegularExpression form(
        QStringLiteral("^\\s*([-+]?[0-9]+(?:\\.[0-9]+)?)\\s*([A-Za-z%µ]*)\\s*$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const double number = match.captured(1).toDouble();
    const QString unit = match.captured(2);
    struct Known
    {
        const char* name;
        double factor;
        const char* unit;
    };
    static constexpr std::array<Known, 22> known{{{"", 1, ""},
                                                  {"us", 1e-3, "ms"},
                                                  {"µs", 1e-3, "ms"},
                                                  {"ms", 1, "ms"},
                                                  {"s", 1e3, "ms"},
                                                  {"sec", 1e3, "ms"},
                                                  {"m", 6e4, "ms"},
                                                  {"min", 6e4, "ms"},
                                                  {"h", 3.6e6, "ms"},
                                                  {"d", 8.64e7, "ms"},
                                                  {"B", 1, "bytes"},
                                                  {"kB", 1024, "bytes"},
                                                  {"KB", 1024, "bytes"},
                                                  {"KiB", 1024, "bytes"},
                                                  {"MB", 1048576, "bytes"},
                                                  {"MiB", 1048576, "bytes"},
                                                  {"GB", 1073741824, "bytes"},
                                                  {"GiB", 1073741824, "bytes"},
                                                  {"TB", 1099511627776, "bytes"},
                                                  {"TiB", 1099511627776, "bytes"},
                                                  {"%", 1, "percent"},
                                                  {"x", 1, "ratio"}}};
    for (const Known& k : known) {
        if (unit == QString::fromUtf8(k.name))
            return Quantity{number * k.factor, QString::fromUtf8(k.unit)};
    }
    return std::nullopt;
}

} // namespace awb
