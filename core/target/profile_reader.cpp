#include "core/foundation/units.h"
#include "core/target/profile_keys.h"
#include "core/target/target_profile.h"

#include <QFile>
#include <QFileInfo>

namespace awb
{

namespace
{

using Node = YamlNode;
constexpr double veryMany = 1e9;

// One function per part of CONTRACT.md's profile; each names its keys and where they go.
class ProfileReader : private ProfileKeys
{
public:
    explicit ProfileReader(const QString& fileName) : ProfileKeys(fileName) { profile_.path = fileName; }

    Result<TargetProfile> read(const Node& root)
    {
        if (root.kind != Node::Kind::Null)
            in_.map(root, {}, keys());
        if (in_.error())
            return *in_.error();
        return std::move(profile_);
    }

private:
    using Keys = QVector<FieldReader::Key>;

    FieldReader::Key part(const char* name, void (ProfileReader::*reader)(const Node&, const QString&))
    {
        return {QString::fromLatin1(name),
                [=, this](const Node& n, const QString& w) { (this->*reader)(n, w); }};
    }

    Keys keys()
    {
        return {line("name", profile_.name),
                line("team", profile_.team),
                line("reviewer", profile_.reviewer),
                line("lead", profile_.lead),
                date("date", profile_.date),
                line("version", profile_.version),
                oneOf("environment", profile_.environment,
                      {QStringLiteral("production"), QStringLiteral("staging"), QStringLiteral("development"),
                       QStringLiteral("local")}),
                duration("observe", profile_.observeMs),
                part("http", &ProfileReader::http),
                part("load", &ProfileReader::load),
                part("postgres", &ProfileReader::postgres),
                part("pgbouncer", &ProfileReader::pgbouncer),
                part("redis", &ProfileReader::redis),
                part("prometheus", &ProfileReader::prometheus),
                part("traces", &ProfileReader::traces),
                part("logs", &ProfileReader::logs),
                part("repository", &ProfileReader::repository),
                part("thresholds", &ProfileReader::thresholds),
                part("not_applicable", &ProfileReader::notApplicable),
                part("sizing", &ProfileReader::sizing)};
    }

    void http(const Node& node, const QString& where)
    {
        HttpTarget& h = profile_.http.emplace();
        const auto health = [this, &h](const Node& n, const QString& w) {
            in_.map(n, w, {path("live", h.healthLive), path("ready", h.healthReady)});
        };
        const FieldReader::Key openapi{QStringLiteral("openapi"),
                                       [this, &h](const Node& n, const QString& w) {
                                           h.openapi = in_.file(n, w);
                                           if (h.openapi.contains(QLatin1String("://")))
                                               in_.httpUrl(n, w);
                                       }};
        const FieldReader::Key proxy{QStringLiteral("proxy"), [this, &h](const Node& n, const QString& w) {
                                         h.proxy = in_.proxyUrl(n, w).toString();
                                     }};
        const FieldReader::Key plainPort{QStringLiteral("plain_port"),
                                         [this, &h](const Node& n, const QString& w) {
                                             h.plainPort = static_cast<int>(in_.number(n, w, 1, 65535));
                                         }};
        in_.map(node, where,
                {httpUrl("base_url", h.baseUrl),
                 openapi,
                 httpUrl("metrics_url", h.metricsUrl),
                 auth("auth", h.auth),
                 auth("second_auth", h.secondAuth),
                 {QStringLiteral("health"), health},
                 list("allowed_origins", h.allowedOrigins),
                 file("ca_file", h.caFile),
                 pin(h.pin),
                 proxy,
                 plainPort,
                 part("instances", &ProfileReader::instances),
                 part("endpoints", &ProfileReader::endpoints)});
    }

    FieldReader::Key auth(const char* name, std::optional<AuthTarget>& out)
    {
        return {QString::fromLatin1(name), [this, &out](const Node& n, const QString& w) {
                    AuthTarget& a = out.emplace();
                    in_.map(n, w,
                            {oneOf("kind", a.kind,
                                   {QStringLiteral("bearer"), QStringLiteral("basic"),
                                    QStringLiteral("header"), QStringLiteral("query"),
                                    QStringLiteral("cookie"), QStringLiteral("client-cert")}),
                             line("user", a.user), line("name", a.name), file("certificate", a.certificate),
                             file("key", a.key), secret(a.secret)});
                    checkAuth(n, w, a);
                }};
    }

    void checkAuth(const Node& node, const QString& where, const AuthTarget& a)
    {
        const auto need = [&](bool missing, const char* key) {
            if (missing)
                in_.fail(node.line,
                         QStringLiteral("'%1' of kind %2 needs '%3'").arg(where, a.kind, QLatin1String(key)));
        };
        if (in_.failed())
            return;
        if (a.kind.isEmpty()) {
            in_.fail(node.line, QStringLiteral("'%1' needs 'kind'").arg(where));
            return;
        }
        const bool certificate = a.kind == QLatin1String("client-cert");
        const bool named = a.kind == QLatin1String("header") || a.kind == QLatin1String("query") ||
                           a.kind == QLatin1String("cookie");
        need(certificate && a.certificate.isEmpty(), "certificate");
        need(certificate && a.key.isEmpty(), "key");
        need(named && a.name.isEmpty(), "name");
        need(a.kind == QLatin1String("basic") && a.user.isEmpty(), "user");
        need(!certificate && a.secret.kind == SecretRef::Kind::None, "secret");
        // "Authorization: Bearer abc" would be the secret itself.
        if (a.name.contains(QLatin1Char(':')) || a.name.contains(QLatin1Char(' ')))
            in_.fail(node.line,
                     QStringLiteral("'%1.name' is a name only; its value belongs under 'secret'").arg(where),
                     ErrorCode::Refused);
    }

    void instances(const Node& node, const QString& where)
    {
        eachItem(node, where, [this](const Node& item, const QString& w) {
            profile_.http->instances.append(in_.httpUrl(item, w));
        });
    }

    void endpoints(const Node& node, const QString& where)
    {
        eachItem(node, where, [this](const Node& item, const QString& w) {
            EndpointTarget e;
            const FieldReader::Key isPublic{
                QStringLiteral("public"),
                [this, &e](const Node& n, const QString& at) { e.isPublic = in_.boolean(n, at); }};
            const FieldReader::Key skip{QStringLiteral("skip"), [this, &e](const Node& n, const QString& at) {
                                            e.skip = in_.boolean(n, at);
                                        }};
            QString kind;
            const FieldReader::Key body{QStringLiteral("body"), [this, &e](const Node& n, const QString& at) {
                                            e.body = in_.text(n, at);
                                        }};
            in_.map(item, w,
                    {path("path", e.path),
                     oneOf("method", e.method,
                           {QStringLiteral("GET"), QStringLiteral("HEAD"), QStringLiteral("OPTIONS"),
                            QStringLiteral("POST"), QStringLiteral("PUT"), QStringLiteral("PATCH"),
                            QStringLiteral("DELETE")}),
                     isPublic, oneOf("kind", kind, {QStringLiteral("read"), QStringLiteral("write")}), skip,
                     number("weight", e.weight, 0, 1e6), number("rate", e.rate, 0, 1e6), body});
            require(item, w, e.path.isEmpty(), "path");
            if (!kind.isEmpty())
                e.isWrite = kind == QLatin1String("write");
            profile_.http->endpoints.append(e);
        });
    }

    void load(const Node& node, const QString& where)
    {
        const FieldReader::Key seed{QStringLiteral("seed"), [this](const Node& n, const QString& w) {
                                        profile_.seed = in_.wholeNumber(n, w);
                                    }};
        in_.map(node, where,
                {oneOf("engine", profile_.loadEngine, loadEngineWords()),
                 duration("duration", profile_.loadDurationMs), number("rate", profile_.loadRate, 0, 1e6),
                 seed});
    }

    void postgres(const Node& node, const QString& where)
    {
        if (node.kind == Node::Kind::Map)
            onePostgres(node, where);
        else
            eachItem(node, where, [this](const Node& item, const QString& w) { onePostgres(item, w); });
    }

    void onePostgres(const Node& node, const QString& where)
    {
        PostgresTarget t;
        const FieldReader::Key url = postgresUrl(t.url);
        in_.map(node, where,
                {url, secret(t.secret), list("app_roles", t.appRoles), list("app_role", t.appRoles)});
        require(node, where, t.url.isEmpty(), "url");
        profile_.postgres.append(t);
    }

    void pgbouncer(const Node& node, const QString& where)
    {
        PgBouncerTarget& t = profile_.pgbouncer.emplace();
        in_.map(node, where, {postgresUrl(t.url), secret(t.secret)});
        require(node, where, t.url.isEmpty(), "url");
    }

    void redis(const Node& node, const QString& where)
    {
        RedisTarget& t = profile_.redis.emplace();
        const FieldReader::Key url{
            QStringLiteral("url"), [this, &t](const Node& n, const QString& w) {
                t.url = in_.url(n, w, {QStringLiteral("redis"), QStringLiteral("rediss")});
                if (!in_.failed() && t.url.host().isEmpty())
                    in_.fail(n.line, QStringLiteral("'%1' names no host").arg(w));
            }};
        const FieldReader::Key prefixes{
            QStringLiteral("prefixes"),
            [this, &t](const Node& n, const QString& w) { t.prefixes = textMap(n, w); }};
        in_.map(node, where,
                {url, secret(t.secret), prefixes, list("not_cache", t.notCache), file("ca_file", t.caFile)});
        require(node, where, t.url.isEmpty(), "url");
    }

    void prometheus(const Node& node, const QString& where)
    {
        in_.map(node, where,
                {httpUrl("url", profile_.prometheusUrl),
                 line("selector", profile_.prometheusSelector),
                 {QStringLiteral("rules"),
                  [this](const Node& n, const QString& w) { profile_.prometheusRules = in_.files(n, w); }}});
        if (profile_.prometheusRules.isEmpty())
            require(node, where, profile_.prometheusUrl.isEmpty(), "url");
    }

    void traces(const Node& node, const QString& where)
    {
        in_.map(node, where,
                {oneOf("kind", profile_.tracesKind,
                       {QStringLiteral("jaeger"), QStringLiteral("tempo"), QStringLiteral("zipkin"),
                        QStringLiteral("datadog")}),
                 httpUrl("url", profile_.tracesUrl),
                 secret(profile_.tracesSecret),
                 {QStringLiteral("app_secret"),
                  [this](const Node& n, const QString& w) { profile_.tracesAppSecret = in_.secret(n, w); }}});
        require(node, where, profile_.tracesKind.isEmpty(), "kind");
        require(node, where, profile_.tracesUrl.isEmpty(), "url");
    }

    void logs(const Node& node, const QString& where)
    {
        in_.map(node, where, {file("file", profile_.logsFile)});
        require(node, where, profile_.logsFile.isEmpty(), "file");
    }

    void repository(const Node& node, const QString& where)
    {
        const FieldReader::Key migrations{QStringLiteral("migrations"),
                                          [this](const Node& n, const QString& w) {
                                              in_.map(n, w, {date("since", profile_.migrationsSince)});
                                          }};
        in_.map(node, where,
                {file("path", profile_.repositoryPath), file("rules", profile_.repositoryRules), migrations});
        require(node, where, profile_.repositoryPath.isEmpty(), "path");
    }

    void thresholds(const Node& node, const QString& where)
    {
        eachKey(node, where, [this](const QString& check, const Node& item, const QString& w) {
            QVector<Threshold>& list = profile_.thresholds[check];
            if (item.kind != Node::Kind::Map)
                list.append(threshold({}, item, w));
            else
                eachKey(item, w, [&](const QString& id, const Node& n, const QString& at) {
                    list.append(threshold(id, n, at));
                });
        });
    }

    Threshold threshold(const QString& id, const Node& node, const QString& where)
    {
        Threshold t;
        t.id = id;
        const std::optional<Quantity> quantity = parseQuantity(in_.oneLine(node, where));
        if (!in_.failed() && !quantity)
            in_.fail(
                node.line,
                QStringLiteral("'%1' must be a number with or without a unit, such as 150ms, 80% or 5000")
                    .arg(where));
        if (!in_.failed()) {
            t.value = quantity->value;
            t.unit = quantity->unit;
        }
        return t;
    }

    void notApplicable(const Node& node, const QString& where)
    {
        profile_.notApplicable = textMap(node, where);
    }

    void sizing(const Node& node, const QString& where)
    {
        Sizing& s = profile_.sizing;
        in_.map(node, where,
                {number("peak_rps", s.peakRps, 0, veryMany),
                 number("avg_query_ms", s.avgQueryMs, 0, veryMany), number("db_cores", s.dbCores, 1, 100000),
                 number("instances", s.instances, 1, 1e6), number("pool_size", s.poolSize, 1, 1e6)});
    }

    TargetProfile profile_;
};

} // namespace

Result<TargetProfile> parseProfile(const QByteArray& yaml, const QString& fileName)
{
    const Result<YamlNode> root = readYaml(yaml, fileName);
    if (!root)
        return root.error();
    if (const int line = lineOfLiteralSecret(yaml); line > 0)
        return yamlError(
            fileName, line,
            QStringLiteral("a secret is written out here, and a profile is safe to commit: write env:NAME, "
                           "file:PATH, keychain:NAME or ask under 'secret'"),
            ErrorCode::Refused);
    return ProfileReader(fileName).read(*root);
}

Result<TargetProfile> loadProfile(const QString& path)
{
    QFile file(path);
    if (!QFileInfo::exists(path))
        return Error{ErrorCode::NotFound, QStringLiteral("%1: there is no such profile.").arg(path), {}, {}};
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Io,
                     QStringLiteral("%1: the profile cannot be read (%2).").arg(path, file.errorString()),
                     {},
                     {}};
    constexpr qint64 limit = 1024 * 1024 + 1;
    return parseProfile(file.read(limit), path);
}

} // namespace awb
