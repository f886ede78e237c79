#pragma once

#include "core/audit/threshold.h"
#include "core/foundation/result.h"
#include "core/target/capability.h"

#include <QDate>
#include <QMap>
#include <QUrl>
#include <QVector>

namespace awb
{

// Where a secret is kept; the profile never holds one. None: no password needed or asked for when needed.
struct SecretRef
{
    enum class Kind { None, Env, File, Keychain, Ask };
    Kind kind = Kind::None;
    QString name;
    QString text() const; // "keychain:shop-db"
};

struct PostgresTarget
{
    QUrl url; // postgresql://user@host:port/database?sslmode=…
    SecretRef secret;
    QStringList appRoles;  // empty: found by the probe, confirmed by a person
    QString label() const; // host:port/database
};

struct PgBouncerTarget
{
    QUrl url;
    SecretRef secret;
};

struct RedisTarget
{
    QUrl url; // redis:// or rediss://user@host:port/db
    SecretRef secret;
    QMap<QString, QString> prefixes; // prefix → entity
    QStringList notCache;            // glob patterns of keys that are no cache
    QString caFile;
    QString label() const;
};

// What a person says of one endpoint; what is not said is as the API description has it.
struct EndpointTarget
{
    QString path;
    QString method = QStringLiteral("GET");
    std::optional<bool> isPublic;
    std::optional<bool> isWrite; // judged as a write or a read, whatever its method says
    bool skip = false;           // left out: no probe asks it, every probe lists it
    double weight = 1;
    double rate = 0; // requests a second on an ordinary day; 0: not said
    QString body;

    bool operator==(const EndpointTarget&) const = default;
};

struct AuthTarget
{
    QString kind; // bearer basic header query cookie client-cert
    QString user, name, certificate, key;
    SecretRef secret;
};

struct HttpTarget
{
    QUrl baseUrl;
    QString openapi;
    QUrl metricsUrl;
    std::optional<AuthTarget> auth;
    std::optional<AuthTarget> secondAuth;
    QString healthLive, healthReady;
    QStringList allowedOrigins;
    QString caFile, pin, proxy;
    int plainPort = 0;       // where plain HTTP answers; 0: 80, if baseUrl is on the usual port of https
    QVector<QUrl> instances; // base URLs of other instances: the credential is tried there too (8.2)
    QVector<EndpointTarget> endpoints;
};

struct Sizing
{
    std::optional<double> peakRps, avgQueryMs, dbCores, instances, poolSize;
};

// What to audit: CONTRACT.md's profile. A value; every part is optional. File names (openapi, ca_file,
// certificate, key, logs, repository, rule files) are absolute once parsed from a file; a `file:` secret
// stays as it was written and is resolved against `path`.
struct TargetProfile
{
    QString path; // of the file, as given; empty when made in the window
    QString name, team, reviewer, lead, version, environment;
    QDate date; // invalid: not given, today is meant
    qint64 observeMs = 60000;
    std::optional<HttpTarget> http;
    double loadRate = 0;
    qint64 loadDurationMs = 0;
    QString loadEngine; // one of loadEngineWords(); empty: native
    quint64 seed = 0;
    QVector<PostgresTarget> postgres;
    std::optional<PgBouncerTarget> pgbouncer;
    std::optional<RedisTarget> redis;
    QUrl prometheusUrl;
    QString prometheusSelector;
    QStringList prometheusRules; // rule files
    QString tracesKind;
    QUrl tracesUrl;
    SecretRef tracesSecret, tracesAppSecret; // Datadog's API key and application key
    QString logsFile;
    QString repositoryPath, repositoryRules;
    QDate migrationsSince;
    QMap<QString, QVector<Threshold>>
        thresholds;                       // check id → overridden (value and unit; id empty: the main one)
    QMap<QString, QString> notApplicable; // check id → reason
    Sizing sizing;

    bool isProduction() const { return environment == QLatin1String("production"); }
    QStringList hosts() const; // every host named, lower case
    bool onlyLoopback() const;
    QString displayTarget() const; // what stands under the audit's name
};

// Reads a profile. An error names file, line and reason; an unknown key names the nearest known one; a
// literal secret is refused with its line and is not repeated in the message. Bounded: 1 MiB, depth 16, no
// aliases or anchors.
Result<TargetProfile> loadProfile(const QString& path);
Result<TargetProfile> parseProfile(const QByteArray& yaml, const QString& fileName);

// What load.engine may say: our own engine, and tools of the user's own. core/probe/load makes them.
QStringList loadEngineWords();

// Check ids and thresholds are known only to the checklist: validate() is called after parsing by whoever has
// one.
Status validateProfile(const TargetProfile& profile, const QStringList& knownChecks);

// Writes the profile back as commented YAML (used by the new-audit assistant and by `init`).
QByteArray writeProfile(const TargetProfile& profile);
QByteArray writeHttpPart(const TargetProfile& profile); // its block `http:` alone
// One item of http.endpoints, its dash after `indent` spaces.
QByteArray writeEndpoint(const EndpointTarget& endpoint, int indent);
QByteArray commentedProfileTemplate();

// 127.0.0.0/8, ::1 and the name localhost; nothing that has to be resolved to know.
bool isLoopbackHost(const QString& host);

// Every host, lower case, that the given capabilities would send to: HTTP's base URL and proxy, and for
// `scan` the database and cache servers.
QStringList hostsReachedBy(const TargetProfile& profile, Capabilities capabilities);

// Consent to a capability on a host: loopback needs only `allowed`; other hosts must be named again;
// production needs `production`. Returns the sentence to refuse with, or Done.
struct Consent
{
    Capabilities allowed;
    QString host;
    bool production = false;
};
// Several hosts (a database and a cache, say) are named with commas between them.
Status checkConsent(const TargetProfile& profile, const Consent& consent);

} // namespace awb
