#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QString>

namespace awb::test
{

// Every probe that the checklist names counts as known here; the catalog's own test compares the two.
inline QSet<QString> namedProbes()
{
    QFile file(qEnvironmentVariable("AWB_SOURCE_DIR") +
               QStringLiteral("/resources/checklist/backend-audit.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("AWB_SOURCE_DIR names no checkout");
    QSet<QString> ids;
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    for (const QJsonValue& section : root.value(QStringLiteral("sections")).toArray()) {
        for (const QJsonValue& check : section.toObject().value(QStringLiteral("checks")).toArray()) {
            for (const QJsonValue& probe : check.toObject().value(QStringLiteral("probes")).toArray())
                ids.insert(probe.toString());
        }
    }
    return ids;
}

} // namespace awb::test
