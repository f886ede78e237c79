#include "core/foundation/units.h"
#include "core/target/target_profile.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace awb
{

namespace
{

// Plain where no reader could take it for anything but text, else double-quoted.
QString quoted(const QString& value)
{
    static const QRegularExpression plain(
        QStringLiteral("\\A[A-Za-z/][A-Za-z0-9_./@+-]*(?: [A-Za-z0-9_./@+-]+)*\\z"));
    static const QRegularExpression word(QStringLiteral("\\A(true|false|yes|no|on|off|null|y|n)\\z"),
                                         QRegularExpression::CaseInsensitiveOption);
    if (plain.match(value).hasMatch() && !word.match(value).hasMatch())
        return value;
    QString out(QLatin1Char('"'));
    for (const QChar c : value) {
        const char16_t u = c.unicode();
        if (c == QLatin1Char('"') || c == QLatin1Char('\\'))
            out += QLatin1Char('\\') + QString(c);
        else if (c == QLatin1Char('\n'))
            out += QStringLiteral("\\n");
        else if (u < 0x20 || (u >= 0x7F && u < 0xA0) || u == 0x2028 || u == 0x2029 || u == 0xFEFF)
            out += QStringLiteral("\\u%1").arg(u, 4, 16, QLatin1Char('0'));
        else
            out += c;
    }
    return out + QLatin1Char('"');
}

QString durationText(qint64 ms)
{
    return ms % 1000 == 0 ? QString::number(ms / 1000) + QLatin1Char('s')
                          : QString::number(ms) + QStringLiteral("ms");
}

QString quantityText(const Threshold& threshold)
{
    const QString number = QString::number(threshold.value, 'f', QLocale::FloatingPointShortest);
    if (threshold.unit == QLatin1String("bytes"))
        return number + QLatin1Char('B');
    if (threshold.unit == QLatin1String("percent"))
        return number + QLatin1Char('%');
    if (threshold.unit == QLatin1String("ratio"))
        return number + QLatin1Char('x');
    return number + (threshold.unit == QLatin1String("ms") ? threshold.unit : QString());
}

// Below the path; only what was said.
QStringList endpointLines(const EndpointTarget& e)
{
    QStringList lines{QStringLiteral("method: ") + quoted(e.method)};
    const auto word = [](bool on) { return on ? QStringLiteral("true") : QStringLiteral("false"); };
    if (e.isPublic)
        lines.append(QStringLiteral("public: ") + word(*e.isPublic));
    if (e.isWrite)
        lines.append(*e.isWrite ? QStringLiteral("kind: write") : QStringLiteral("kind: read"));
    if (e.skip)
        lines.append(QStringLiteral("skip: true"));
    if (e.weight != 1)
        lines.append(QStringLiteral("weight: ") + rawNumber(e.weight));
    if (e.rate != 0)
        lines.append(QStringLiteral("rate: ") + rawNumber(e.rate));
    if (!e.body.isEmpty())
        lines.append(QStringLiteral("body: ") + quoted(e.body));
    return lines;
}

class Writer
{
public:
    explicit Writer(const TargetProfile& profile) : p_(profile) {}

    QByteArray write()
    {
        out_ = QStringLiteral(
            "# What to audit. Safe to commit: it names where secrets are kept and holds none.\n"
            "# `auditbench-cli init` prints every key there is, each with an explanation.\n");
        line(0, "name", p_.name);
        line(0, "team", p_.team);
        line(0, "reviewer", p_.reviewer);
        line(0, "lead", p_.lead);
        line(0, "date", p_.date.toString(Qt::ISODate));
        line(0, "version", p_.version);
        line(0, "environment", p_.environment);
        out_ += QStringLiteral("observe: %1   # window for counters\n").arg(durationText(p_.observeMs));
        if (p_.http)
            http(*p_.http);
        load();
        postgres();
        redis();
        sources();
        decisions();
        return out_.toUtf8();
    }

    QByteArray writeHttp()
    {
        if (p_.http)
            http(*p_.http);
        return out_.toUtf8();
    }

private:
    void raw(int indent, const QString& text)
    {
        out_ += QString(indent, QLatin1Char(' ')) + text + QLatin1Char('\n');
    }
    void line(int indent, const char* key, const QString& value)
    {
        if (!value.isEmpty())
            raw(indent, QLatin1String(key) + QStringLiteral(": ") + quoted(value));
    }
    void line(int indent, const char* key, const QUrl& url)
    {
        line(indent, key, url.toString(QUrl::FullyEncoded));
    }
    void line(int indent, const char* key, const std::optional<double>& value)
    {
        if (value)
            raw(indent, QLatin1String(key) + QStringLiteral(": ") + rawNumber(*value));
    }
    void list(int indent, const char* key, const QStringList& values)
    {
        if (values.isEmpty())
            return;
        QStringList items;
        for (const QString& value : values)
            items.append(quoted(value));
        raw(indent, QStringLiteral("%1: [%2]").arg(QLatin1String(key), items.join(QStringLiteral(", "))));
    }
    // Names near the profile are written relative to it, so that the folder can move.
    QString nearName(const QString& value) const
    {
        if (p_.path.isEmpty() || !QDir::isAbsolutePath(value))
            return value;
        const QString relative = QFileInfo(p_.path).absoluteDir().relativeFilePath(value);
        if (relative.startsWith(QLatin1String("../../")))
            return value;
        return relative.isEmpty() ? QStringLiteral(".") : relative;
    }
    void file(int indent, const char* key, const QString& value) { line(indent, key, nearName(value)); }
    void files(int indent, const char* key, const QStringList& values)
    {
        QStringList names;
        for (const QString& value : values)
            names.append(nearName(value));
        list(indent, key, names);
    }
    void secret(int indent, const SecretRef& ref) { line(indent, "secret", ref.text()); }
    void textMap(int indent, const char* key, const QMap<QString, QString>& map)
    {
        if (map.isEmpty())
            return;
        raw(indent, QLatin1String(key) + QLatin1Char(':'));
        for (auto it = map.cbegin(); it != map.cend(); ++it)
            raw(indent + 2, QStringLiteral("%1: %2").arg(keyText(it.key()), quoted(it.value())));
    }
    static QString keyText(const QString& key)
    {
        return quoted(key).startsWith(QLatin1Char('"')) ? quoted(key)
                                                        : QLatin1Char('"') + key + QLatin1Char('"');
    }

    void http(const HttpTarget& h)
    {
        const qsizetype before = out_.size();
        raw(0, QStringLiteral("http:"));
        const qsizetype head = out_.size();
        line(2, "base_url", h.baseUrl);
        if (h.openapi.contains(QLatin1String("://")))
            line(2, "openapi", h.openapi);
        else
            file(2, "openapi", h.openapi);
        line(2, "metrics_url", h.metricsUrl);
        auth("auth", h.auth);
        auth("second_auth", h.secondAuth);
        if (!h.healthLive.isEmpty() || !h.healthReady.isEmpty()) {
            raw(2, QStringLiteral("health:"));
            line(4, "live", h.healthLive);
            line(4, "ready", h.healthReady);
        }
        list(2, "allowed_origins", h.allowedOrigins);
        file(2, "ca_file", h.caFile);
        line(2, "pin", h.pin);
        line(2, "proxy", h.proxy);
        if (h.plainPort > 0)
            raw(2, QStringLiteral("plain_port: %1").arg(h.plainPort));
        QStringList instances;
        for (const QUrl& instance : h.instances)
            instances.append(instance.toString());
        list(2, "instances", instances);
        endpoints(h.endpoints);
        if (out_.size() == head)
            out_.truncate(before);
    }
    void auth(const char* key, const std::optional<AuthTarget>& a)
    {
        if (!a)
            return;
        raw(2, QLatin1String(key) + QLatin1Char(':'));
        line(4, "kind", a->kind);
        line(4, "user", a->user);
        line(4, "name", a->name);
        file(4, "certificate", a->certificate);
        file(4, "key", a->key);
        secret(4, a->secret);
    }
    void endpoints(const QVector<EndpointTarget>& all)
    {
        if (all.isEmpty())
            return;
        raw(2, QStringLiteral("endpoints:"));
        for (const EndpointTarget& e : all) {
            raw(4, QStringLiteral("- path: ") + quoted(e.path));
            for (const QString& said : endpointLines(e))
                raw(6, said);
        }
    }
    void load()
    {
        if (p_.loadDurationMs == 0 && p_.loadRate <= 0 && p_.seed == 0 && p_.loadEngine.isEmpty())
            return;
        raw(0, QStringLiteral("load:"));
        line(2, "engine", p_.loadEngine);
        if (p_.loadDurationMs > 0)
            raw(2, QStringLiteral("duration: ") + durationText(p_.loadDurationMs));
        raw(2, QStringLiteral("rate: ") + rawNumber(p_.loadRate));
        raw(2, QStringLiteral("seed: ") + QString::number(p_.seed));
    }
    void postgres()
    {
        if (!p_.postgres.isEmpty())
            raw(0, QStringLiteral("postgres:"));
        for (const PostgresTarget& t : p_.postgres) {
            raw(2, QStringLiteral("- url: ") + quoted(t.url.toString(QUrl::FullyEncoded)));
            secret(4, t.secret);
            list(4, "app_roles", t.appRoles);
        }
        if (!p_.pgbouncer)
            return;
        raw(0, QStringLiteral("pgbouncer:"));
        line(2, "url", p_.pgbouncer->url);
        secret(2, p_.pgbouncer->secret);
    }
    void redis()
    {
        if (!p_.redis)
            return;
        raw(0, QStringLiteral("redis:"));
        line(2, "url", p_.redis->url);
        secret(2, p_.redis->secret);
        textMap(2, "prefixes", p_.redis->prefixes);
        list(2, "not_cache", p_.redis->notCache);
        file(2, "ca_file", p_.redis->caFile);
    }
    void sources()
    {
        if (!p_.prometheusUrl.isEmpty() || !p_.prometheusRules.isEmpty()) {
            raw(0, QStringLiteral("prometheus:"));
            line(2, "url", p_.prometheusUrl);
            line(2, "selector", p_.prometheusSelector);
            files(2, "rules", p_.prometheusRules);
        }
        if (!p_.tracesUrl.isEmpty()) {
            raw(0, QStringLiteral("traces:"));
            line(2, "kind", p_.tracesKind);
            line(2, "url", p_.tracesUrl);
            secret(2, p_.tracesSecret);
            line(2, "app_secret", p_.tracesAppSecret.text());
        }
        if (!p_.logsFile.isEmpty()) {
            raw(0, QStringLiteral("logs:"));
            file(2, "file", p_.logsFile);
        }
        if (p_.repositoryPath.isEmpty())
            return;
        raw(0, QStringLiteral("repository:"));
        file(2, "path", p_.repositoryPath);
        file(2, "rules", p_.repositoryRules);
        if (p_.migrationsSince.isValid())
            raw(2, QStringLiteral("migrations: {since: %1}").arg(p_.migrationsSince.toString(Qt::ISODate)));
    }
    void decisions()
    {
        if (!p_.thresholds.isEmpty())
            raw(0, QStringLiteral("thresholds:"));
        for (auto it = p_.thresholds.cbegin(); it != p_.thresholds.cend(); ++it) {
            const bool main = it.value().size() == 1 && it.value().first().id.isEmpty();
            QStringList parts;
            for (const Threshold& t : it.value())
                parts.append(main ? quantityText(t) : keyText(t.id) + QStringLiteral(": ") + quantityText(t));
            const QString all = parts.join(QStringLiteral(", "));
            raw(2,
                keyText(it.key()) + (main ? QStringLiteral(": ") + all : QStringLiteral(": {%1}").arg(all)));
        }
        textMap(0, "not_applicable", p_.notApplicable);
        const Sizing& s = p_.sizing;
        if (!s.peakRps && !s.avgQueryMs && !s.dbCores && !s.instances && !s.poolSize)
            return;
        raw(0, QStringLiteral("sizing:"));
        line(2, "peak_rps", s.peakRps);
        line(2, "avg_query_ms", s.avgQueryMs);
        line(2, "db_cores", s.dbCores);
        line(2, "instances", s.instances);
        line(2, "pool_size", s.poolSize);
    }

    const TargetProfile& p_;
    QString out_;
};

} // namespace

QByteArray writeProfile(const TargetProfile& profile)
{
    return Writer(profile).write();
}

QByteArray writeHttpPart(const TargetProfile& profile)
{
    return Writer(profile).writeHttp();
}

QByteArray writeEndpoint(const EndpointTarget& endpoint, int indent)
{
    const QByteArray room(indent, ' ');
    QByteArray text = room + "- path: " + quoted(endpoint.path).toUtf8() + '\n';
    for (const QString& said : endpointLines(endpoint))
        text += room + "  " + said.toUtf8() + '\n';
    return text;
}

} // namespace awb
