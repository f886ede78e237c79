#include "core/probe/http/api_references.h"

#include <QJsonArray>
#include <QStringList>
#include <QUrl>

namespace awb
{

namespace
{

constexpr int longestChain = 32;
constexpr qsizetype longestPointer = 1000;

void tell(QString* problem, const QString& reference, const char* what)
{
    if (problem && problem->isEmpty())
        *problem = QStringLiteral("%1: %2").arg(reference.left(200), QString::fromLatin1(what));
}

} // namespace

QJsonValue ApiReferences::at(const QString& pointer) const
{
    QJsonValue here(root_);
    for (QString step : pointer.split(QLatin1Char('/'))) {
        step = QUrl::fromPercentEncoding(step.toUtf8())
                   .replace(QLatin1String("~1"), QLatin1String("/"))
                   .replace(QLatin1String("~0"), QLatin1String("~"));
        if (here.isArray()) {
            bool number = false;
            const qsizetype index = step.toLongLong(&number);
            here = number && index >= 0 ? here.toArray().at(index) : QJsonValue(QJsonValue::Undefined);
        } else {
            here = here.toObject().value(step);
        }
        if (here.isUndefined())
            break;
    }
    return here;
}

QJsonObject ApiReferences::object(const QJsonValue& value, QString* problem) const
{
    QJsonObject here = value.toObject();
    QJsonObject over;
    QStringList seen;
    while (here.value(QStringLiteral("$ref")).isString()) {
        const QString reference = here.value(QStringLiteral("$ref")).toString();
        if (!reference.startsWith(QLatin1String("#/")) || reference.size() > longestPointer) {
            tell(problem, reference, "only references inside the document are followed");
            return {};
        }
        if (seen.contains(reference) || seen.size() >= longestChain) {
            tell(problem, reference, "the reference leads in a circle");
            return {};
        }
        seen.append(reference);
        here.remove(QStringLiteral("$ref"));
        for (auto it = here.constBegin(); it != here.constEnd(); ++it) {
            if (!over.contains(it.key()))
                over.insert(it.key(), it.value());
        }
        const QJsonValue target = at(reference.mid(2));
        if (!target.isObject()) {
            tell(problem, reference, "there is no such part");
            return {};
        }
        here = target.toObject();
    }
    for (auto it = over.constBegin(); it != over.constEnd(); ++it)
        here.insert(it.key(), it.value());
    return here;
}

} // namespace awb
