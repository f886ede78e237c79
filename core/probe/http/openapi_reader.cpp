#include "core/probe/http/api_references.h"
#include "core/probe/http/openapi.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

namespace awb
{

namespace
{

constexpr int maxOperations = 5000;
constexpr int maxServers = 50;
constexpr qsizetype maxSample = 2000;

QString text(const QJsonObject& object, const char* key)
{
    return object.value(QLatin1String(key)).toString();
}

// A sample as it stands in a URL; objects and long texts are no samples.
std::optional<QString> scalarText(const QJsonValue& value)
{
    if (value.isString() && value.toString().size() <= maxSample && !value.toString().isEmpty())
        return value.toString();
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 15);
    if (value.isArray())
        return scalarText(value.toArray().at(0));
    return std::nullopt;
}

class OpenApiReader
{
public:
    OpenApiReader(const QJsonObject& root, const QUrl& source)
        : root_(root),
          references_(root),
          source_(source)
    {
    }

    Result<ApiDescription> read()
    {
        swagger_ = root_.value(QStringLiteral("swagger")).isString();
        api_.version = text(root_, swagger_ ? "swagger" : "openapi");
        static const QRegularExpression known(
            QStringLiteral("^(2\\.0|3\\.[01](\\.[0-9]{1,3})?(-[a-z0-9.]+)?)$"));
        if (!known.match(api_.version).hasMatch())
            return Error{ErrorCode::Unsupported,
                         QStringLiteral("This is no Swagger 2.0 or OpenAPI 3.0 or 3.1 description."),
                         QStringLiteral("version '%1'").arg(api_.version.left(40)),
                         {}};
        api_.title = text(root_.value(QStringLiteral("info")).toObject(), "title").left(200);
        readServers();
        const QJsonObject paths = root_.value(QStringLiteral("paths")).toObject();
        for (auto it = paths.constBegin(); it != paths.constEnd(); ++it)
            readPath(it.key(), it.value());
        return std::move(api_);
    }

private:
    void readServers();
    QUrl serverUrl(const QJsonObject& server) const;
    void readPath(const QString& path, const QJsonValue& value);
    void readOperation(const QString& path, const QString& method, const QJsonObject& item,
                       const QJsonObject& object);
    ApiParameter parameter(const QJsonObject& object) const;
    std::optional<QString> sampleOf(const QJsonObject& parameter, const QJsonObject& schema) const;
    void readParameters(ApiOperation& operation, const QJsonArray& list, QJsonObject* body);
    void readBody(ApiOperation& operation, const QJsonObject& object);
    void readSwaggerBody(ApiOperation& operation, const QJsonObject& object, const QJsonObject& body);
    void readAnswers(ApiOperation& operation, const QJsonObject& object);
    std::optional<bool> security(const QJsonObject& object) const;
    bool isList(const QJsonObject& schema) const;
    QString typeOf(const QJsonObject& schema) const;

    const QJsonObject& root_;
    const ApiReferences references_;
    const QUrl source_;
    ApiDescription api_;
    bool swagger_ = false;
};

QUrl OpenApiReader::serverUrl(const QJsonObject& server) const
{
    QString url = text(server, "url").left(maxSample);
    const QJsonObject variables = server.value(QStringLiteral("variables")).toObject();
    for (auto it = variables.constBegin(); it != variables.constEnd(); ++it)
        url.replace(QLatin1Char('{') + it.key() + QLatin1Char('}'), text(it.value().toObject(), "default"));
    if (url.contains(QLatin1Char('{')))
        return {};
    const QUrl given(url);
    return source_.isEmpty() || source_.isLocalFile() ? given : source_.resolved(given);
}

void OpenApiReader::readServers()
{
    if (!swagger_) {
        for (const QJsonValue& server : root_.value(QStringLiteral("servers")).toArray()) {
            const QUrl url = serverUrl(server.toObject());
            if (url.isEmpty() || !url.isValid())
                api_.problems.append(QStringLiteral("a server's URL cannot be read"));
            else if (api_.servers.size() < maxServers)
                api_.servers.append(url);
        }
        return;
    }
    const QString host = text(root_, "host");
    const QString base = text(root_, "basePath");
    const QString scheme = root_.value(QStringLiteral("schemes"))
                               .toArray()
                               .at(0)
                               .toString(source_.isLocalFile() || source_.isEmpty() ? QStringLiteral("https")
                                                                                    : source_.scheme());
    QUrl url = host.isEmpty() ? QUrl(base) : QUrl(scheme + QStringLiteral("://") + host + base);
    if (host.isEmpty() && !source_.isLocalFile() && !source_.isEmpty())
        url = source_.resolved(QUrl(base.isEmpty() ? QStringLiteral("/") : base));
    if (url.isValid() && !url.isEmpty())
        api_.servers.append(url);
}

void OpenApiReader::readPath(const QString& path, const QJsonValue& value)
{
    static const QStringList methods{
        QStringLiteral("get"),     QStringLiteral("put"),  QStringLiteral("post"), QStringLiteral("delete"),
        QStringLiteral("options"), QStringLiteral("head"), QStringLiteral("patch")};
    if (!path.startsWith(QLatin1Char('/'))) {
        if (!path.startsWith(QLatin1String("x-")))
            api_.problems.append(QStringLiteral("the path '%1' does not begin with /").arg(path.left(80)));
        return;
    }
    QString problem;
    const QJsonObject item = references_.object(value, &problem);
    if (!problem.isEmpty())
        api_.problems.append(problem);
    for (const QString& method : methods) {
        if (!item.value(method).isObject())
            continue;
        if (api_.operations.size() >= maxOperations) {
            if (api_.problems.isEmpty() || !api_.problems.last().startsWith(QStringLiteral("more than")))
                api_.problems.append(QStringLiteral("more than %1 operations").arg(maxOperations));
            return;
        }
        readOperation(path, method.toUpper(), item, item.value(method).toObject());
    }
}

void OpenApiReader::readOperation(const QString& path, const QString& method, const QJsonObject& item,
                                  const QJsonObject& object)
{
    ApiOperation operation;
    operation.method = method;
    operation.path = path;
    operation.operationId = text(object, "operationId").left(200);
    for (const QJsonValue& tag : object.value(QStringLiteral("tags")).toArray())
        operation.tags.append(tag.toString().left(100));
    operation.isDeprecated = object.value(QStringLiteral("deprecated")).toBool();
    operation.needsCredential = security(object);
    for (const QJsonObject& level : {object, item}) {
        const QJsonArray servers = level.value(QStringLiteral("servers")).toArray();
        if (operation.server.isEmpty() && !servers.isEmpty())
            operation.server = serverUrl(servers.at(0).toObject());
    }
    QJsonObject body;
    readParameters(operation, object.value(QStringLiteral("parameters")).toArray(), &body);
    readParameters(operation, item.value(QStringLiteral("parameters")).toArray(), &body);
    if (swagger_)
        readSwaggerBody(operation, object, body);
    else
        readBody(operation, object);
    readAnswers(operation, object);
    static const QRegularExpression placeholder(QStringLiteral("\\{([^{}/]+)\\}"));
    for (auto match = placeholder.globalMatch(path); match.hasNext();) {
        const QString name = match.next().captured(1);
        const bool known =
            std::any_of(operation.parameters.cbegin(), operation.parameters.cend(),
                        [&](const auto& p) { return p.in == QLatin1String("path") && p.name == name; });
        if (!known)
            operation.parameters.append({name, QStringLiteral("path"), true, {}, {}, {}, false});
    }
    api_.operations.append(operation);
}

// 3.1: `type` may be a list, in which "null" stands for nullable.
QString OpenApiReader::typeOf(const QJsonObject& schema) const
{
    const QJsonValue type = schema.value(QStringLiteral("type"));
    if (type.isString())
        return type.toString();
    for (const QJsonValue& one : type.toArray()) {
        if (one.toString() != QLatin1String("null"))
            return one.toString();
    }
    if (schema.contains(QStringLiteral("properties")))
        return QStringLiteral("object");
    return schema.contains(QStringLiteral("items")) ? QStringLiteral("array") : QString();
}

std::optional<QString> OpenApiReader::sampleOf(const QJsonObject& parameter, const QJsonObject& schema) const
{
    for (const QJsonObject& level : {parameter, schema}) {
        for (const char* key : {"example", "x-example"}) {
            if (auto sample = scalarText(level.value(QLatin1String(key))))
                return sample;
        }
        const QJsonValue examples = level.value(QStringLiteral("examples"));
        if (examples.isArray()) {
            if (auto sample = scalarText(examples.toArray().at(0)))
                return sample;
        }
        const QJsonObject named = examples.toObject();
        for (auto it = named.constBegin(); it != named.constEnd(); ++it) {
            if (auto sample = scalarText(references_.object(it.value()).value(QStringLiteral("value"))))
                return sample;
        }
    }
    for (const QJsonObject& level : {parameter, schema}) {
        if (auto sample = scalarText(level.value(QStringLiteral("default"))))
            return sample;
    }
    for (const QJsonObject& level : {parameter, schema}) {
        if (auto sample = scalarText(level.value(QStringLiteral("enum")).toArray().at(0)))
            return sample;
    }
    return std::nullopt;
}

ApiParameter OpenApiReader::parameter(const QJsonObject& object) const
{
    ApiParameter parameter;
    parameter.name = text(object, "name").left(200);
    parameter.in = text(object, "in");
    parameter.required =
        object.value(QStringLiteral("required")).toBool() || parameter.in == QLatin1String("path");
    const QJsonObject schema = swagger_ ? object : references_.object(object.value(QStringLiteral("schema")));
    parameter.type = typeOf(schema);
    parameter.format = text(schema, "format");
    QJsonObject source = schema;
    if (parameter.type == QLatin1String("array")) {
        parameter.deepArray = swagger_ ? text(object, "collectionFormat") == QLatin1String("multi")
                                       : object.value(QStringLiteral("explode")).toBool(true);
        if (!sampleOf(object, schema))
            source = references_.object(schema.value(QStringLiteral("items")));
    }
    parameter.sample = sampleOf(object, source);
    return parameter;
}

void OpenApiReader::readParameters(ApiOperation& operation, const QJsonArray& list, QJsonObject* body)
{
    for (const QJsonValue& value : list) {
        const QJsonObject object = references_.object(value, &operation.problem);
        if (object.isEmpty())
            continue;
        if (text(object, "in") == QLatin1String("body")) {
            if (body->isEmpty())
                *body = object;
            continue;
        }
        const ApiParameter one = parameter(object);
        // The operation's own parameters come first and win over the path's.
        const bool known = std::any_of(operation.parameters.cbegin(), operation.parameters.cend(),
                                       [&](const auto& p) { return p.name == one.name && p.in == one.in; });
        if (!known && !one.name.isEmpty())
            operation.parameters.append(one);
    }
}

void OpenApiReader::readBody(ApiOperation& operation, const QJsonObject& object)
{
    const QJsonObject content =
        references_.object(object.value(QStringLiteral("requestBody")), &operation.problem)
            .value(QStringLiteral("content"))
            .toObject();
    if (content.isEmpty())
        return;
    operation.bodyType = content.contains(QStringLiteral("application/json"))
                             ? QStringLiteral("application/json")
                             : content.constBegin().key();
    const QJsonObject media = content.value(operation.bodyType).toObject();
    const QJsonObject schema = references_.object(media.value(QStringLiteral("schema")), &operation.problem);
    QJsonValue example = media.value(QStringLiteral("example"));
    const QJsonObject named = media.value(QStringLiteral("examples")).toObject();
    if (example.isUndefined() && !named.isEmpty())
        example = references_.object(named.constBegin().value()).value(QStringLiteral("value"));
    if (example.isUndefined())
        example = schema.value(QStringLiteral("example"));
    if (example.isObject())
        operation.body = QJsonDocument(example.toObject()).toJson(QJsonDocument::Compact);
    else if (example.isArray())
        operation.body = QJsonDocument(example.toArray()).toJson(QJsonDocument::Compact);
}

void OpenApiReader::readSwaggerBody(ApiOperation& operation, const QJsonObject& object,
                                    const QJsonObject& body)
{
    if (body.isEmpty())
        return;
    const QJsonArray own = object.value(QStringLiteral("consumes")).toArray();
    const QJsonArray all = root_.value(QStringLiteral("consumes")).toArray();
    operation.bodyType = (own.isEmpty() ? all : own).at(0).toString(QStringLiteral("application/json"));
    const QJsonObject schema = references_.object(body.value(QStringLiteral("schema")), &operation.problem);
    if (schema.value(QStringLiteral("example")).isObject())
        operation.body =
            QJsonDocument(schema.value(QStringLiteral("example")).toObject()).toJson(QJsonDocument::Compact);
}

bool OpenApiReader::isList(const QJsonObject& schema) const
{
    if (typeOf(schema) == QLatin1String("array"))
        return true;
    int arrays = 0;
    const QJsonObject properties = schema.value(QStringLiteral("properties")).toObject();
    for (auto it = properties.constBegin(); it != properties.constEnd(); ++it) {
        const QJsonObject property = references_.object(it.value());
        const QJsonObject items = references_.object(property.value(QStringLiteral("items")));
        arrays +=
            typeOf(property) == QLatin1String("array") && typeOf(items) == QLatin1String("object") ? 1 : 0;
    }
    return arrays == 1;
}

void OpenApiReader::readAnswers(ApiOperation& operation, const QJsonObject& object)
{
    const QJsonObject answers = object.value(QStringLiteral("responses")).toObject();
    for (auto it = answers.constBegin(); it != answers.constEnd(); ++it) {
        if (!it.key().startsWith(QLatin1Char('2')))
            continue;
        const QJsonObject answer = references_.object(it.value(), &operation.problem);
        if (swagger_) {
            for (const QJsonValue& type : object.value(QStringLiteral("produces")).toArray())
                operation.answers.append(type.toString());
            const QJsonObject schema =
                references_.object(answer.value(QStringLiteral("schema")), &operation.problem);
            operation.returnsList = operation.returnsList || isList(schema);
            continue;
        }
        const QJsonObject content = answer.value(QStringLiteral("content")).toObject();
        for (auto media = content.constBegin(); media != content.constEnd(); ++media) {
            operation.answers.append(media.key());
            const QJsonObject schema = references_.object(
                media.value().toObject().value(QStringLiteral("schema")), &operation.problem);
            operation.returnsList = operation.returnsList || isList(schema);
        }
    }
    operation.answers.removeDuplicates();
}

// An empty list, or an empty requirement in it, means that no credential is needed.
std::optional<bool> OpenApiReader::security(const QJsonObject& object) const
{
    const QString key = QStringLiteral("security");
    const QJsonValue value = object.contains(key) ? object.value(key) : root_.value(key);
    if (!value.isArray())
        return std::nullopt;
    const QJsonArray list = value.toArray();
    return !list.isEmpty() && std::none_of(list.cbegin(), list.cend(), [](const QJsonValue& requirement) {
        return requirement.toObject().isEmpty();
    });
}

} // namespace

Result<ApiDescription> readOpenApi(const QByteArray& bytes, const QUrl& source, const ApiTextLimits& limits)
{
    const Result<QJsonObject> root = readApiText(bytes, limits);
    if (!root)
        return root.error();
    return OpenApiReader(*root, source).read();
}

} // namespace awb
