#include "tests/sample_backend/shop_service.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace awb::sample
{

// A document that takes a while to make, and not the database's time; the API's description leaves it out.
HttpAnswer ShopService::exported()
{
    std::this_thread::sleep_for(std::chrono::milliseconds{300});
    return {200, "text/csv", "id,sku,name\n", {}};
}

void ShopService::countItems(HttpAnswer& orders)
{
    constexpr qsizetype most = 100; // of a page; the flawed list of everything is long enough as it is
    if (orders.status != 200)
        return;
    QJsonArray list = QJsonDocument::fromJson(orders.body).array();
    QStringList ids;
    for (qsizetype i = 0; i < std::min(most, list.size()); ++i)
        ids << list.at(i).toObject().value(QStringLiteral("id")).toString();
    QHash<QString, QJsonValue> counts;
    PgPool::Lease lease = pool_.acquire(); // one for the page, however many queries it takes
    if (!lease)
        return;
    const auto count = [&](const QString& sql, const QString& parameter) {
        const HttpAnswer answer =
            rowsOf(*lease, sql, {parameter}, {QStringLiteral("order_id"), QStringLiteral("items")});
        for (const QJsonValue& value : QJsonDocument::fromJson(answer.body).array()) {
            const QJsonObject row = value.toObject();
            counts.insert(row.value(QStringLiteral("order_id")).toString(),
                          row.value(QStringLiteral("items")));
        }
    };
    if (settings_.flaws.has("n_plus_one")) {
        for (const QString& id : std::as_const(ids))
            count(QStringLiteral("SELECT order_id, count(*) FROM order_items WHERE order_id = $1 GROUP BY 1"),
                  id);
    } else if (!ids.isEmpty()) {
        count(
            QStringLiteral(
                "SELECT order_id, count(*) FROM order_items WHERE order_id = ANY ($1::bigint[]) GROUP BY 1"),
            QLatin1Char('{') + ids.join(QLatin1Char(',')) + QLatin1Char('}'));
    }
    for (qsizetype i = 0; i < ids.size(); ++i) {
        QJsonObject order = list.at(i).toObject();
        order.insert(QStringLiteral("items"), counts.value(ids.at(i), QStringLiteral("0")));
        list.replace(i, order);
    }
    orders.body = QJsonDocument(list).toJson(QJsonDocument::Compact);
}

} // namespace awb::sample
