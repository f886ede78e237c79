#include "tests/sample_backend/shop_service.h"

#include <QRandomGenerator>

namespace awb::sample
{

namespace
{

constexpr qint64 firstAccount = 5;
constexpr qint64 secondAccount = 6;
constexpr int sessionSeconds = 600;
const QByteArray cookieName = "shop_session=";

} // namespace

qint64 ShopService::accountOf(const HttpQuestion& question)
{
    const QByteArray given = question.headers.value("authorization");
    if (!settings_.apiToken.isEmpty() && given == "Bearer " + settings_.apiToken)
        return firstAccount;
    if (!settings_.secondToken.isEmpty() && given == "Bearer " + settings_.secondToken)
        return secondAccount;
    const QByteArray cookie = question.headers.value("cookie");
    if (!cookie.startsWith(cookieName))
        return 0;
    const QByteArray id = cookie.mid(cookieName.size());
    if (!settings_.flaws.has("sessions_in_process"))
        return cache_.get("login:" + id).value_or(QByteArray()).toLongLong();
    const std::lock_guard lock(sessionMutex_);
    return sessions_.value(id);
}

HttpAnswer ShopService::beginSession(const HttpQuestion& question)
{
    const qint64 account = accountOf(question);
    if (account == 0)
        return {401, "application/json", R"({"error":"log in first"})", {}};
    const QByteArray id = QByteArray::number(QRandomGenerator::system()->generate64(), 16);
    if (settings_.flaws.has("sessions_in_process")) {
        const std::lock_guard lock(sessionMutex_);
        sessions_.insert(id, account);
    } else {
        cache_.set("login:" + id, QByteArray::number(account), sessionSeconds);
    }
    return {201, "application/json", "{}", {{"Set-Cookie", cookieName + id + "; HttpOnly"}}};
}

HttpAnswer ShopService::photo(const QByteArray& id)
{
    if (settings_.flaws.has("files_by_service"))
        return {200, "image/png", QByteArray::fromHex("89504e470d0a1a0a") + QByteArray(2000, 'x'), {}};
    return {302, "text/plain", {}, {{"Location", "https://photos.shop.example/" + id + ".png"}}};
}

std::optional<HttpAnswer> ShopService::accountRoute(const HttpQuestion& question, QByteArray& pattern)
{
    if (settings_.secondToken.isEmpty())
        return std::nullopt;
    const QByteArray one = "/account/orders/";
    const QByteArrayList parts = question.path.split('/');
    if (question.method == "GET" && parts.size() == 4 && parts[1] == "products" && parts[3] == "photo") {
        pattern = "/products/{id}/photo";
        return photo(QByteArray::number(parts[2].toLongLong()));
    }
    if (question.method == "POST" && question.path == "/account/session")
        return beginSession(question);
    const bool isList = question.path == "/account/orders";
    if (question.method != "GET" || (!isList && !question.path.startsWith(one)))
        return std::nullopt;
    pattern = isList ? question.path : one + "{id}";
    const qint64 account = accountOf(question);
    if (account == 0)
        return HttpAnswer{401, "application/json", R"({"error":"log in first"})", {}};
    const QString owner = settings_.flaws.has("foreign_orders") && !isList
                              ? QStringLiteral("$1::bigint IS NOT NULL")
                              : QStringLiteral("user_id = $1");
    const QString which = isList ? QStringLiteral("$2::bigint = 0") : QStringLiteral("id = $2");
    const qint64 id = isList ? 0 : question.path.mid(one.size()).toLongLong();
    HttpAnswer answer = rowsOf(
        pool_,
        QStringLiteral("SELECT id, status, total_cents FROM orders WHERE %1 AND %2 ORDER BY id LIMIT 20")
            .arg(owner, which),
        {QString::number(account), QString::number(id)},
        {QStringLiteral("id"), QStringLiteral("status"), QStringLiteral("total_cents")});
    if (answer.status == 200 && answer.body == "[]" && !isList)
        return HttpAnswer{404, "application/json", R"({"error":"there is no such order"})", {}};
    return answer;
}

} // namespace awb::sample
