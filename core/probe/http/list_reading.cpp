#include "core/probe/http/list_reading.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace awb
{

namespace
{

bool leadsToMore(const QJsonValue& value)
{
    return value.isString() ? !value.toString().isEmpty()
           : value.isBool() ? value.toBool()
                            : value.isObject() || value.isDouble();
}

bool hasNext(const QJsonObject& object, int depth = 0)
{
    static const QRegularExpression names(QStringLiteral("^(next|next_?(page|cursor|link|url|page_?token)|"
                                                         "has_?(more|next|next_?page)|@odata\\.nextLink)$"),
                                          QRegularExpression::CaseInsensitiveOption);
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        if (names.match(it.key()).hasMatch() && leadsToMore(it.value()))
            return true;
        if (depth < 2 && it.value().isObject() && hasNext(it.value().toObject(), depth + 1))
            return true; // pageInfo.hasNextPage, links.next, meta.next …
    }
    return false;
}

qint64 totalOf(const QJsonObject& object, int depth = 0)
{
    static const QRegularExpression names(
        QStringLiteral("^(total|total_?(count|items|elements|results)|count)$"),
        QRegularExpression::CaseInsensitiveOption);
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        if (names.match(it.key()).hasMatch() && it.value().isDouble())
            return static_cast<qint64>(it.value().toDouble());
        if (depth < 1 && it.value().isObject()) {
            const qint64 below = totalOf(it.value().toObject(), depth + 1);
            if (below >= 0)
                return below;
        }
    }
    return -1;
}

std::optional<QJsonArray> listOf(const QJsonDocument& document)
{
    if (document.isArray())
        return document.array();
    std::optional<QJsonArray> found;
    const QJsonObject object = document.object();
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        if (!it.value().isArray())
            continue;
        const QJsonArray array = it.value().toArray();
        if (!array.isEmpty() && !array.at(0).isObject())
            continue;
        if (found)
            return std::nullopt; // two arrays: which one is the list?
        found = array;
    }
    return found;
}

QString idOf(const QJsonObject& item)
{
    for (const char* name : objectIdNames) {
        const QJsonValue value = item.value(QLatin1String(name));
        if (value.isString())
            return value.toString().left(200);
        if (value.isDouble())
            return QString::number(value.toDouble(), 'g', 15);
    }
    return {};
}

} // namespace

ListAnswer readListAnswer(const HttpResponse& response)
{
    static const QRegularExpression relNext(QStringLiteral("rel\\s*=\\s*\"?[^\",;]*\\bnext\\b"),
                                            QRegularExpression::CaseInsensitiveOption);
    ListAnswer answer;
    if (!response.ok())
        return answer;
    for (const QByteArray& link : response.all("Link"))
        answer.next = answer.next || relNext.match(QString::fromUtf8(link)).hasMatch();
    const QJsonDocument document = QJsonDocument::fromJson(response.body);
    const std::optional<QJsonArray> list = listOf(document);
    if (!list)
        return answer;
    answer.items = list->size();
    answer.total = totalOf(document.object());
    answer.next = answer.next || hasNext(document.object());
    if (!list->isEmpty())
        answer.lastId = idOf(list->last().toObject());
    return answer;
}

QStringList listIds(const HttpResponse& response, qsizetype most)
{
    QStringList ids;
    const QJsonArray list = listOf(QJsonDocument::fromJson(response.body)).value_or(QJsonArray());
    for (const QJsonValue& item : list) {
        const QString id = idOf(item.toObject());
        if (!id.isEmpty() && ids.size() < most)
            ids.append(id);
    }
    return ids;
}

} // namespace awb
