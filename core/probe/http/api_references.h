#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

namespace awb
{

// Follows local references of one API description. Values stay as they are; a reference is followed where it
// is looked at, so a circle costs nothing until somebody walks it, and every walk is bounded.
class ApiReferences
{
public:
    explicit ApiReferences(const QJsonObject& root) : root_(root) {}

    // The object behind a chain of $ref (at most 32); its own other keys lie over the target's (3.1 allows
    // siblings). Empty, with `problem` set, for a remote, unknown or circular reference.
    QJsonObject object(const QJsonValue& value, QString* problem = nullptr) const;

private:
    QJsonValue at(const QString& pointer) const;

    const QJsonObject& root_;
};

} // namespace awb
