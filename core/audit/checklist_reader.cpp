#include "core/audit/checklist_reader.h"

#include <cmath>

namespace awb
{

void JsonProblems::add(const QString& place, const QString& what)
{
    if (first_)
        return;
    Error error;
    error.code = ErrorCode::Parse;
    error.message = QStringLiteral("The checklist cannot be used: %1: %2").arg(place, what);
    first_ = error;
}

QString JsonPlace::at(const QString& key) const
{
    if (key.isEmpty())
        return place_;
    return place_.isEmpty() ? key : place_ + QLatin1Char('.') + key;
}

void JsonPlace::onlyKeys(const QStringList& known) const
{
    for (auto it = object_.begin(); it != object_.end(); ++it) {
        if (!known.contains(it.key()))
            fail(it.key(),
                 QStringLiteral("unknown key; known here are %1").arg(known.join(QStringLiteral(", "))));
    }
}

QString JsonPlace::text(const QString& key) const
{
    const QJsonValue value = object_.value(key);
    if (!value.isString())
        fail(key, value.isUndefined() ? QStringLiteral("is missing") : QStringLiteral("must be a text"));
    else if (value.toString().trimmed().isEmpty())
        fail(key, QStringLiteral("must not be empty"));
    return value.toString();
}

QString JsonPlace::optionalText(const QString& key) const
{
    const QJsonValue value = object_.value(key);
    if (!value.isUndefined() && !value.isString())
        fail(key, QStringLiteral("must be a text"));
    return value.toString();
}

QString JsonPlace::oneOf(const QString& key, const QStringList& allowed) const
{
    const QString value = text(key);
    if (!value.isEmpty() && !allowed.contains(value))
        fail(key,
             QStringLiteral("'%1' is unknown; known are %2").arg(value, allowed.join(QStringLiteral(", "))));
    return value;
}

double JsonPlace::number(const QString& key) const
{
    const QJsonValue value = object_.value(key);
    if (!value.isDouble() || !std::isfinite(value.toDouble()))
        fail(key, value.isUndefined() ? QStringLiteral("is missing") : QStringLiteral("must be a number"));
    return value.toDouble();
}

int JsonPlace::integer(const QString& key, int low, int high) const
{
    const double value = number(key);
    if (value < low || value > high || value != std::floor(value)) {
        fail(key, QStringLiteral("must be a whole number from %1 to %2").arg(low).arg(high));
        return low;
    }
    return static_cast<int>(value);
}

QJsonArray JsonPlace::array(const QString& key) const
{
    const QJsonValue value = object_.value(key);
    if (!value.isArray())
        fail(key, value.isUndefined() ? QStringLiteral("is missing") : QStringLiteral("must be a list"));
    return value.toArray();
}

QStringList JsonPlace::texts(const QString& key) const
{
    QStringList list;
    const QJsonArray values = array(key);
    for (qsizetype i = 0; i < values.size(); ++i) {
        const QString item = values.at(i).toString();
        const QString place = QStringLiteral("%1[%2]").arg(key).arg(i);
        if (item.isEmpty())
            fail(place, QStringLiteral("must be a text"));
        else if (list.contains(item))
            fail(place, QStringLiteral("'%1' is there twice").arg(item));
        list.append(item);
    }
    return list;
}

void JsonPlace::each(const QString& key, const std::function<void(const JsonPlace&)>& read) const
{
    const QJsonArray values = array(key);
    for (qsizetype i = 0; i < values.size(); ++i) {
        const QString place = QStringLiteral("%1[%2]").arg(key).arg(i);
        if (!values.at(i).isObject())
            fail(place, QStringLiteral("must be an object"));
        read(JsonPlace(values.at(i).toObject(), at(place), problems_));
    }
}

} // namespace awb
