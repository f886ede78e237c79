#include "core/target/capability.h"

#include <QCoreApplication>

#include <array>

namespace awb
{

namespace
{

struct Row
{
    Capability capability;
    const char* id;
    const char* text;
};

// Ids and their order are CONTRACT.md's.
constexpr std::array<Row, 6> rows{{
    {Capability::Load, "load",
     QT_TRANSLATE_NOOP("awb", "Open- and closed-loop load on endpoints, and watching a restart.")},
    {Capability::Burst, "burst", QT_TRANSLATE_NOOP("awb", "Short bursts of GET requests.")},
    {Capability::Body, "body",
     QT_TRANSLATE_NOOP("awb",
                       "Headers that announce, or bodies that are, larger than the server should take.")},
    {Capability::Write, "write",
     QT_TRANSLATE_NOOP("awb",
                       "POST, PUT, PATCH and DELETE as configured, failed logins, and writes without a "
                       "valid credential.")},
    {Capability::Scan, "scan",
     QT_TRANSLATE_NOOP("awb",
                       "Whole-index reads, polling faster than once a second, and unpaced Redis scans.")},
    {Capability::SecondUser, "second-user",
     QT_TRANSLATE_NOOP("awb", "Requests with the second credential for objects of the first one.")},
}};

} // namespace

QString capabilityId(Capability capability)
{
    for (const Row& row : rows) {
        if (row.capability == capability)
            return QString::fromLatin1(row.id);
    }
    return {};
}

std::optional<Capability> capabilityFromId(const QString& id)
{
    for (const Row& row : rows) {
        if (id == QLatin1String(row.id))
            return row.capability;
    }
    return std::nullopt;
}

QStringList capabilityIds(Capabilities capabilities)
{
    QStringList ids;
    for (const Row& row : rows) {
        if (capabilities.testFlag(row.capability))
            ids.append(QString::fromLatin1(row.id));
    }
    return ids;
}

QString capabilityText(Capability capability)
{
    for (const Row& row : rows) {
        if (row.capability == capability)
            return QCoreApplication::translate("awb", row.text);
    }
    return {};
}

} // namespace awb
