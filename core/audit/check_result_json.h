// How a result writes itself as JSON: the small parts that a check and the audit around it share, and one
// check with its evidence (auditbench/result/1).
#pragma once

#include "core/audit/audit_result.h"

#include <QJsonArray>
#include <QJsonObject>

namespace awb
{

namespace json
{

inline QString key(const char* name)
{
    return QLatin1String(name);
}

inline QJsonValue textOrNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

inline QString utc(const QDateTime& time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

inline QDateTime timeFrom(const QJsonValue& value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

inline QStringList strings(const QJsonValue& value)
{
    QStringList list;
    const QJsonArray array = value.toArray();
    for (const QJsonValue& item : array)
        list.append(item.toString());
    return list;
}

} // namespace json

QJsonObject checkToJson(const CheckResult& check);
CheckResult checkResultFromJson(const QJsonObject& object);

} // namespace awb
