#include "core/probe/http/endpoint_inventory.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace awb
{

namespace
{

constexpr int maxHarvests = 10;

bool endsRun(const Error& error)
{
    return error.code == ErrorCode::Cancelled || error.code == ErrorCode::Unreachable;
}

Result<QByteArray> readFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound,
                     QStringLiteral("The API description %1 cannot be opened.").arg(path),
                     file.errorString(),
                     {}};
    // One byte more than the bound, so that the bound tells.
    return file.read(ApiTextLimits().bytes + 1);
}

Result<QByteArray> fetch(HttpClient& client, const QUrl& url)
{
    HttpRequest request;
    request.url = url;
    request.followRedirects = true;
    request.maxBodyBytes = ApiTextLimits().bytes;
    request.headers.append(
        HttpHeader{"Accept", "application/json, application/yaml;q=0.9, text/yaml;q=0.8, */*;q=0.5"});
    const Result<HttpResponse> answer = client.send(request);
    if (!answer)
        return answer.error();
    if (!answer->elsewhere.isEmpty())
        return Error{ErrorCode::Refused,
                     QStringLiteral("The API description moved to another host: name it there."),
                     {},
                     {}};
    if (!answer->ok())
        return Error{ErrorCode::NotFound,
                     QStringLiteral("The API description answers with status %1.").arg(answer->status),
                     {},
                     {}};
    if (answer->truncated)
        return Error{ErrorCode::Limit, QStringLiteral("The API description is larger than 16 MiB."), {}, {}};
    return answer->body;
}

using Found = FoundDescription;

const QStringList& usualPlaces()
{
    static const QStringList places{QStringLiteral("/openapi.json"), QStringLiteral("/openapi.yaml"),
                                    QStringLiteral("/swagger.json"), QStringLiteral("/v3/api-docs"),
                                    QStringLiteral("/api-docs")};
    return places;
}

Result<Found> named(const HttpTarget& target, HttpClient& client)
{
    Found found;
    const bool remote = target.openapi.contains(QLatin1String("://"));
    found.source = remote ? QUrl(target.openapi) : QUrl::fromLocalFile(target.openapi);
    const Result<QByteArray> bytes = remote ? fetch(client, found.source) : readFile(target.openapi);
    if (!bytes) {
        if (endsRun(bytes.error()))
            return bytes.error();
        found.problem = bytes.error().message;
        return found;
    }
    Result<ApiDescription> description = readOpenApi(*bytes, found.source);
    if (description)
        found.description = *std::move(description);
    else
        found.problem = description.error().message;
    return found;
}

// Nothing is named: the usual places. A single-page app answers all of them with HTML, which is no
// description.
Result<Found> lookAround(HttpClient& client)
{
    for (const QString& place : usualPlaces()) {
        const QUrl url = client.at(place);
        const Result<QByteArray> bytes = fetch(client, url);
        if (!bytes && endsRun(bytes.error()))
            return bytes.error();
        if (!bytes)
            continue;
        Result<ApiDescription> description = readOpenApi(*bytes, url);
        if (description)
            return Found{*std::move(description), url, {}};
    }
    return Found{};
}

// The id of the first object of a list, as the last placeholder of `path` wants it.
QString firstId(const QByteArray& json, const QString& placeholder)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    QJsonArray list = document.array();
    const QJsonObject object = document.object();
    for (auto it = object.constBegin(); it != object.constEnd() && list.isEmpty(); ++it)
        list = it.value().toArray();
    const QJsonObject first = list.at(0).toObject();
    for (const QString& name :
         {placeholder, QStringLiteral("id"), QStringLiteral("uuid"), QStringLiteral("_id")}) {
        const QJsonValue value = first.value(name);
        if (value.isString() && !value.toString().isEmpty() && value.toString().size() < 200)
            return value.toString();
        if (value.isDouble())
            return QString::number(value.toDouble(), 'g', 15);
    }
    return {};
}

// "/users/{id}" is asked with an id that GET /users shows.
Status harvest(EndpointInventory& inventory, HttpClient& client)
{
    static const QRegularExpression tail(QStringLiteral("^(.*)/\\{([^{}/]+)\\}$"));
    QMap<QString, QString> ids; // "/users" and placeholder → id
    int asked = 0;
    for (Endpoint& endpoint : inventory.endpoints) {
        const QRegularExpressionMatch match = tail.match(endpoint.path);
        if (!endpoint.isGuessed || !match.hasMatch() || match.captured(1).contains(QLatin1Char('{')))
            continue;
        const QString parent = match.captured(1);
        const bool listed =
            std::any_of(inventory.endpoints.cbegin(), inventory.endpoints.cend(), [&](const auto& e) {
                return e.path == parent && e.method == QLatin1String("GET") && !e.isGuessed;
            });
        if (!listed)
            continue;
        if (!ids.contains(parent) && asked++ < maxHarvests) {
            const Result<HttpResponse> answer = client.get(client.at(parent));
            if (!answer && endsRun(answer.error()))
                return answer.error();
            ids.insert(parent, answer && answer->ok() ? firstId(answer->body, match.captured(2)) : QString());
        }
        if (const QString id = ids.value(parent); !id.isEmpty()) {
            endpoint.filled = parent + QLatin1Char('/') + QString::fromLatin1(QUrl::toPercentEncoding(id));
            endpoint.isGuessed = false;
        }
    }
    return Done{};
}

} // namespace

Result<FoundDescription> findDescription(const HttpTarget& target, HttpClient& client)
{
    if (!target.openapi.isEmpty())
        return named(target, client);
    return target.endpoints.isEmpty() ? lookAround(client) : Result<Found>(Found{});
}

QStringList describedAt(const HttpTarget& target)
{
    if (!target.openapi.isEmpty())
        return {target.openapi};
    return target.endpoints.isEmpty() ? usualPlaces() : QStringList();
}

EndpointInventory inventoryOf(const HttpTarget& target, const FoundDescription& found)
{
    EndpointInventory inventory = buildInventory(target, found.description);
    inventory.source = found.source;
    if (!found.problem.isEmpty()) {
        inventory.problems.append(found.problem);
        inventory.reason = Message::verbatim(found.problem);
    } else if (!found.description && inventory.endpoints.isEmpty()) {
        inventory.reason = QT_TRANSLATE_NOOP(
            "awb", "No API description was found, and the profile lists no endpoint: there is nothing "
                   "to ask.");
    } else if (!found.description) {
        inventory.reason = QT_TRANSLATE_NOOP(
            "awb", "There is no API description: only the endpoints of the profile are known.");
    }
    return inventory;
}

Result<EndpointInventory> loadInventory(const ProbeTarget& target, HttpClient& client)
{
    const HttpTarget& http = *target.profile.http;
    const Result<FoundDescription> found = findDescription(http, client);
    if (!found)
        return found.error();
    EndpointInventory inventory = inventoryOf(http, *found);
    if (Status harvested = harvest(inventory, client); !harvested)
        return harvested.error();
    return inventory;
}

} // namespace awb
