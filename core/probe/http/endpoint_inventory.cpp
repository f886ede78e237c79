#include "core/probe/http/endpoint_inventory.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace awb
{

namespace
{

bool matches(const QString& text, const QString& pattern)
{
    return QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption).match(text).hasMatch();
}

constexpr const char* loginWords = "login|log-in|signin|sign-in|oauth|/token|session|password|reset|"
                                   "otp|mfa|register|signup|sign-up|/auth(/|$)";

bool isAuthOperation(const ApiOperation& operation)
{
    const QString words = QLatin1String(loginWords);
    return matches(operation.path, words) || matches(operation.operationId, words) ||
           matches(operation.tags.join(QLatin1Char(' ')), QStringLiteral("^auth|login"));
}

// A value of the right type that nobody gave.
QString invented(const ApiParameter& parameter)
{
    if (parameter.format == QLatin1String("uuid"))
        return QStringLiteral("00000000-0000-0000-0000-000000000000");
    if (parameter.format == QLatin1String("date"))
        return QStringLiteral("2026-01-01");
    if (parameter.type == QLatin1String("integer") || parameter.type == QLatin1String("number") ||
        matches(parameter.name, QStringLiteral("id$|^(page|limit|offset|number)")))
        return QStringLiteral("1");
    return parameter.type == QLatin1String("boolean") ? QStringLiteral("true") : QStringLiteral("test");
}

QString encoded(const QString& text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

void fill(Endpoint& endpoint, const ApiOperation& operation)
{
    QString path = operation.path;
    QStringList query;
    for (const ApiParameter& parameter : operation.parameters) {
        const bool inPath = parameter.in == QLatin1String("path");
        if (parameter.in == QLatin1String("query")) {
            if (isPageParameter(parameter.name) && endpoint.pageParameter.isEmpty())
                endpoint.pageParameter = parameter.name;
            if (isLimitParameter(parameter.name) && endpoint.limitParameter.isEmpty())
                endpoint.limitParameter = parameter.name;
        }
        if (!inPath && !(parameter.in == QLatin1String("query") && parameter.required))
            continue;
        endpoint.isGuessed = endpoint.isGuessed || !parameter.sample;
        const QString value = encoded(parameter.sample.value_or(invented(parameter)));
        if (inPath)
            path.replace(QLatin1Char('{') + parameter.name + QLatin1Char('}'), value);
        else
            query.append(encoded(parameter.name) + QLatin1Char('=') + value);
    }
    endpoint.filled = query.isEmpty() ? path : path + QLatin1Char('?') + query.join(QLatin1Char('&'));
}

Endpoint fromOperation(const ApiOperation& operation, const QString& prefix)
{
    Endpoint endpoint;
    endpoint.method = operation.method;
    endpoint.isDescribed = true;
    fill(endpoint, operation);
    endpoint.path = prefix + operation.path;
    endpoint.filled.prepend(prefix);
    endpoint.isPublic = operation.needsCredential.has_value() && !*operation.needsCredential;
    endpoint.declaredSecured = operation.needsCredential.value_or(false);
    endpoint.isAuth = isAuthOperation(operation);
    endpoint.isList = operation.returnsList && operation.method == QLatin1String("GET");
    endpoint.body = operation.body;
    endpoint.bodyType = operation.bodyType;
    endpoint.answers = operation.answers;
    endpoint.problem = operation.problem;
    return endpoint;
}

QString withoutSlash(QString path)
{
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    return path;
}

// What stands between the base URL and the description's paths. The base wins: when it has a path of its own,
// that is where the API is.
QString prefixFor(const QUrl& base, const QVector<QUrl>& servers, QStringList& problems)
{
    const QString own = withoutSlash(base.path());
    for (const QUrl& server : servers) {
        const bool elsewhere = !server.isRelative() && !sameOrigin(server, base);
        if (elsewhere) {
            problems.append(
                QStringLiteral("the description names the server %1, which is not asked: base_url decides")
                    .arg(server.toString(QUrl::RemoveUserInfo).left(200)));
            continue;
        }
        const QString path = withoutSlash(server.path());
        if (path == own || !own.isEmpty())
            return {};
        return path;
    }
    return {};
}

void applyOverrides(EndpointInventory& inventory, const HttpTarget& target)
{
    for (qsizetype entry = 0; entry < target.endpoints.size(); ++entry) {
        const EndpointTarget& wanted = target.endpoints.at(entry);
        const QString path = wanted.path.section(QLatin1Char('?'), 0, 0);
        auto it =
            std::find_if(inventory.endpoints.begin(), inventory.endpoints.end(), [&](const Endpoint& known) {
                return known.method == wanted.method &&
                       (known.path == path || known.filled.section(QLatin1Char('?'), 0, 0) == path);
            });
        if (it == inventory.endpoints.end()) {
            Endpoint fresh;
            fresh.method = wanted.method;
            fresh.path = path;
            fresh.filled = wanted.path;
            inventory.endpoints.append(fresh);
            it = inventory.endpoints.end() - 1;
        }
        it->fromProfile = true;
        it->entry = entry;
        it->isPublic = wanted.isPublic.value_or(it->isPublic);
        it->isLeftOut = it->isLeftOut || wanted.skip; // of two entries for one endpoint the careful one
        it->countsAs = wanted.isWrite ? wanted.isWrite : it->countsAs;
        it->weight = wanted.weight;
        it->rate = wanted.rate;
        if (wanted.path.contains(QLatin1Char('?')) || !wanted.path.contains(QLatin1Char('{'))) {
            it->filled = wanted.path;
            it->isGuessed = it->isGuessed && wanted.path.contains(QLatin1Char('{'));
        }
        if (!wanted.body.isEmpty()) {
            it->body = wanted.body.toUtf8();
            if (it->bodyType.isEmpty())
                it->bodyType = QStringLiteral("application/json");
        }
    }
}

void markKnownPublic(EndpointInventory& inventory, const HttpTarget& target)
{
    QSet<QString> open{target.healthLive, target.healthReady};
    open.remove(QString());
    for (Endpoint& endpoint : inventory.endpoints) {
        const bool said = endpoint.entry >= 0 && target.endpoints.at(endpoint.entry).isPublic;
        if (open.contains(endpoint.path) && !said)
            endpoint.isPublic = true;
    }
}

} // namespace

bool isLoginPath(const QString& path)
{
    return matches(path, QLatin1String(loginWords));
}

bool isPageParameter(const QString& name)
{
    return matches(
        name,
        QStringLiteral("^(_?page|_?start|offset|skip|cursor|after|before|page_?token|next|starting_after|"
                       "\\$skip|(page|pagination)\\[(number|page|start|after)\\])$"));
}

bool isLimitParameter(const QString& name)
{
    return matches(
        name, QStringLiteral("^(_?limit|size|_?per[_-]?page|page_?size|first|top|\\$top|count|max_?results|"
                             "(page|pagination)\\[(size|page_?size|limit)\\])$"));
}

QVector<Endpoint> EndpointInventory::reads() const
{
    QVector<Endpoint> list;
    std::copy_if(endpoints.cbegin(), endpoints.cend(), std::back_inserter(list),
                 [](const Endpoint& endpoint) {
                     return endpoint.method == QLatin1String("GET") && !endpoint.isWrite() &&
                            endpoint.problem.isEmpty();
                 });
    return list;
}

EndpointInventory buildInventory(const HttpTarget& target, const std::optional<ApiDescription>& description)
{
    EndpointInventory inventory;
    if (description) {
        inventory.described = true;
        inventory.problems = description->problems;
        const QString common = prefixFor(target.baseUrl, description->servers, inventory.problems);
        for (const ApiOperation& operation : description->operations) {
            QString prefix = common;
            if (!operation.server.isEmpty()) {
                if (!operation.server.isRelative() && !sameOrigin(operation.server, target.baseUrl)) {
                    inventory.problems.append(QStringLiteral("%1 %2 lives on another server and is not asked")
                                                  .arg(operation.method, operation.path.left(200)));
                    continue;
                }
                prefix = prefixFor(target.baseUrl, {operation.server}, inventory.problems);
            }
            inventory.endpoints.append(fromOperation(operation, prefix));
        }
    }
    applyOverrides(inventory, target);
    markKnownPublic(inventory, target);
    std::sort(inventory.endpoints.begin(), inventory.endpoints.end(),
              [](const Endpoint& a, const Endpoint& b) {
                  return a.path != b.path ? a.path < b.path : a.method < b.method;
              });
    const auto asked = std::stable_partition(inventory.endpoints.begin(), inventory.endpoints.end(),
                                             [](const Endpoint& e) { return !e.isLeftOut; });
    inventory.leftOut = QVector<Endpoint>(asked, inventory.endpoints.end());
    inventory.endpoints.erase(asked, inventory.endpoints.end());
    return inventory;
}

} // namespace awb
