#include "tests/sample_backend/shop_log.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

namespace awb::sample
{

void ShopLog::request(const QByteArray& method, const QByteArray& pattern, int status)
{
    if (!file_.isOpen())
        return;
    const QString now = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
    QByteArray line;
    if (asText_) {
        line = now.toUtf8() + " INFO " + method + ' ' + pattern + ' ' + QByteArray::number(status);
        if (status >= 400)
            line += "\n    at shop.Handler.answer(Handler.java:17)\n    at shop.Server.run(Server.java:4)";
    } else {
        line = QJsonDocument(QJsonObject{{QStringLiteral("time"), now},
                                         {QStringLiteral("level"), QStringLiteral("info")},
                                         {QStringLiteral("method"), QString::fromUtf8(method)},
                                         {QStringLiteral("path"), QString::fromUtf8(pattern)},
                                         {QStringLiteral("status"), status}})
                   .toJson(QJsonDocument::Compact);
    }
    const std::lock_guard lock(mutex_);
    file_.write(line + '\n');
}

} // namespace awb::sample
