#include "core/report/cell_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace awb
{

namespace
{

struct Known
{
    const char* column;
    const char* value; // of the probe; true and false for what is or is not there
    CellState state;
    const char* word;
};

constexpr Known known[] = {
    {"hsts", "ok", CellState::Ok, QT_TRANSLATE_NOOP("awb", "ok")},
    {"hsts", "short", CellState::Risky, QT_TRANSLATE_NOOP("awb", "wrong: too short")},
    {"hsts", "off", CellState::Bad, QT_TRANSLATE_NOOP("awb", "wrong: switched off")},
    {"hsts", "invalid", CellState::Bad, QT_TRANSLATE_NOOP("awb", "wrong: cannot be read")},
    {"hsts", "missing", CellState::Bad, QT_TRANSLATE_NOOP("awb", "missing")},
    {"hsts", "unmeasured", CellState::Unknown, QT_TRANSLATE_NOOP("awb", "not measured")},
    {"nosniff", "true", CellState::Ok, QT_TRANSLATE_NOOP("awb", "ok")},
    {"nosniff", "false", CellState::Bad, QT_TRANSLATE_NOOP("awb", "missing")},
    {"framing", "true", CellState::Ok, QT_TRANSLATE_NOOP("awb", "ok")},
    {"framing", "false", CellState::Bad, QT_TRANSLATE_NOOP("awb", "missing")},
    {"told", "ok", CellState::Ok, QT_TRANSLATE_NOOP("awb", "ok")},
    {"told", "risky", CellState::Risky, QT_TRANSLATE_NOOP("awb", "risky")},
    {"told", "wrong", CellState::Bad, QT_TRANSLATE_NOOP("awb", "wrong")},
    {"exposed", "present", CellState::Ok, QT_TRANSLATE_NOOP("awb", "ok")},
    {"exposed", "other", CellState::Ok, QT_TRANSLATE_NOOP("awb", "ok, under another name")},
    {"exposed", "absent", CellState::Bad, QT_TRANSLATE_NOOP("awb", "missing")}};

} // namespace

bool judgesCells(const Column& column)
{
    return std::any_of(std::begin(known), std::end(known),
                       [&](const Known& one) { return column.id == QLatin1String(one.column); });
}

std::optional<CellWord> cellWord(const Column& column, const QJsonValue& value)
{
    const QString said = value.isBool() ? (value.toBool() ? QStringLiteral("true") : QStringLiteral("false"))
                                        : value.toString();
    for (const Known& one : known) {
        if (column.id == QLatin1String(one.column) && said == QLatin1String(one.value))
            return CellWord{one.state, Message(one.word)};
    }
    return std::nullopt;
}

} // namespace awb
