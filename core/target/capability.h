#pragma once

#include <QFlags>
#include <QString>
#include <QStringList>

#include <optional>

namespace awb
{

// What a probe may send beyond reads within its stated bound (CONTRACT.md). Off until allowed for this host,
// in this run.
enum class Capability { Load = 1, Burst = 2, Body = 4, Write = 8, Scan = 16, SecondUser = 32 };
Q_DECLARE_FLAGS(Capabilities, Capability)
Q_DECLARE_OPERATORS_FOR_FLAGS(Capabilities)

QString capabilityId(Capability capability); // load burst body write scan second-user
std::optional<Capability> capabilityFromId(const QString& id);
QStringList capabilityIds(Capabilities capabilities);
QString capabilityText(Capability capability); // one sentence: what it lets a probe send

} // namespace awb
