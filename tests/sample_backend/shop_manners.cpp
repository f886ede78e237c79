#include "tests/sample_backend/shop_manners.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QRegularExpression>

namespace awb::sample
{

namespace
{

QJsonObject parameter(const char* name, const char* in, const QJsonValue& example = {})
{
    QJsonObject object{
        {QStringLiteral("name"), QLatin1String(name)},
        {QStringLiteral("in"), QLatin1String(in)},
        {QStringLiteral("schema"), QJsonObject{{QStringLiteral("type"), QStringLiteral("string")}}}};
    if (!example.isNull() && !example.isUndefined()) {
        object.insert(QStringLiteral("required"), true);
        object.insert(QStringLiteral("example"), example);
    }
    return object;
}

// An operation that anybody may call, unless it is guarded.
QJsonObject operation(const QJsonArray& parameters, bool list, bool guarded = false,
                      const char* type = "application/json")
{
    const QJsonObject schema{
        {QStringLiteral("type"), list ? QStringLiteral("array") : QStringLiteral("object")}};
    const QJsonObject content{{QLatin1String(type), QJsonObject{{QStringLiteral("schema"), schema}}}};
    QJsonObject object{{QStringLiteral("parameters"), parameters},
                       {QStringLiteral("responses"),
                        QJsonObject{{QStringLiteral("200"),
                                     QJsonObject{{QStringLiteral("description"), QStringLiteral("it worked")},
                                                 {QStringLiteral("content"), content}}}}}};
    if (!guarded)
        object.insert(QStringLiteral("security"), QJsonArray());
    return object;
}

QJsonObject get(const QJsonArray& parameters, bool list, bool guarded = false,
                const char* type = "application/json")
{
    return {{QStringLiteral("get"), operation(parameters, list, guarded, type)}};
}

// The caller's id if it looks like one, else a new one: what stands in our logs is never a stranger's text.
QByteArray requestIdFor(const HttpQuestion& question)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9._-]{8,64}$"));
    const QByteArray given = question.headers.value("x-request-id");
    if (plain.match(QString::fromUtf8(given)).hasMatch())
        return given;
    return QByteArray::number(QRandomGenerator::global()->generate64(), 16);
}

} // namespace

QByteArray shopDescription(const FlawSet& flaws, bool withAccounts)
{
    const QJsonArray pages{parameter("limit", "query"), parameter("after", "query")};
    QJsonObject orders = get({parameter("user", "query", QStringLiteral("5"))}, true);
    QJsonObject place = operation({}, false);
    place.insert(QStringLiteral("requestBody"),
                 QJsonObject{{QStringLiteral("content"),
                              QJsonObject{{QStringLiteral("application/json"),
                                           QJsonObject{{QStringLiteral("example"),
                                                        QJsonObject{{QStringLiteral("user"), 1},
                                                                    {QStringLiteral("product"), 1}}}}}}}});
    orders.insert(QStringLiteral("post"), place);
    QJsonObject paths{
        {QStringLiteral("/products"), get(flaws.has("no_pagination") ? QJsonArray() : pages, true)},
        {QStringLiteral("/products/{id}"), get({parameter("id", "path", QStringLiteral("7"))}, false)},
        {QStringLiteral("/users/{id}"), get({parameter("id", "path", QStringLiteral("7"))}, false)},
        {QStringLiteral("/orders"), orders},
        {QStringLiteral("/orders/recent"), get(pages, true)},
        {QStringLiteral("/orders/track"),
         get({parameter("code", "query", QStringLiteral("TRK00000007"))}, true)},
        {QStringLiteral("/reports/bestsellers"), get({}, true)},
        {QStringLiteral("/admin/customers"), get(pages, true, true)}};
    if (withAccounts) {
        paths.insert(QStringLiteral("/account/orders"), get(pages, true, true));
        paths.insert(QStringLiteral("/account/orders/{id}"), get({parameter("id", "path")}, false, true));
        paths.insert(QStringLiteral("/products/{id}/photo"),
                     get({parameter("id", "path", QStringLiteral("7"))}, false, false, "image/png"));
    }
    const QJsonObject bearer{{QStringLiteral("type"), QStringLiteral("http")},
                             {QStringLiteral("scheme"), QStringLiteral("bearer")}};
    const QJsonObject root{
        {QStringLiteral("openapi"), QStringLiteral("3.0.3")},
        {QStringLiteral("info"), QJsonObject{{QStringLiteral("title"), QStringLiteral("Sample shop")},
                                             {QStringLiteral("version"), QStringLiteral("1")}}},
        {QStringLiteral("security"), QJsonArray{QJsonObject{{QStringLiteral("bearer"), QJsonArray()}}}},
        {QStringLiteral("components"),
         QJsonObject{{QStringLiteral("securitySchemes"), QJsonObject{{QStringLiteral("bearer"), bearer}}}}},
        {QStringLiteral("paths"), paths}};
    return QJsonDocument(root).toJson(QJsonDocument::Compact);
}

void addManners(const HttpQuestion& question, const FlawSet& flaws, HttpAnswer& answer)
{
    const bool forgotten =
        flaws.has("no_security_headers") || (flaws.has("headers_not_on_errors") && answer.status >= 400);
    if (!forgotten) {
        answer.headers.emplaceBack("X-Content-Type-Options", "nosniff");
        answer.headers.emplaceBack("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        answer.headers.emplaceBack("Cache-Control", "no-store");
    }
    if (!flaws.has("no_request_id"))
        answer.headers.emplaceBack("X-Request-ID", requestIdFor(question));
    const QByteArray origin = question.headers.value("origin");
    if (origin.isEmpty())
        return;
    const bool reflected = flaws.has("cors_reflect");
    if (reflected || origin == webShopOrigin) {
        answer.headers.emplaceBack("Access-Control-Allow-Origin", origin);
        answer.headers.emplaceBack("Access-Control-Allow-Credentials", "true");
        answer.headers.emplaceBack("Vary", "Origin");
    }
}

} // namespace awb::sample
