// From what was typed to the profile, and to the audit with its secrets in the keychain.
#include "ui/presenters/new_audit_presenter.h"

#include "core/target/secret_store.h"
#include "ui/presenters/background.h"

#include <QRegularExpression>
#include <QUrlQuery>

namespace awb
{

// The profile ----------------------------------------------------------------------------------------------

SecretRef NewAuditPresenter::secretRef(TargetPart part, const char* name) const
{
    if (value(part, QStringLiteral("password")).isEmpty())
        return {};
    return {SecretRef::Kind::Keychain,
            QStringLiteral("auditbench-%1-%2").arg(secretSlug_, QLatin1String(name))};
}

QMap<QString, Secret> NewAuditPresenter::secrets() const
{
    QMap<QString, Secret> secrets;
    const struct
    {
        TargetPart part;
        const char* key;
    } keys[] = {{TargetPart::Postgres, "postgres/0"},
                {TargetPart::PgBouncer, "pgbouncer"},
                {TargetPart::Redis, "redis"},
                {TargetPart::Http, "http"}};
    for (const auto& entry : keys) {
        const QString password = value(entry.part, QStringLiteral("password"));
        if (!password.isEmpty())
            secrets.insert(QLatin1String(entry.key), Secret(password.toUtf8()));
    }
    return secrets;
}

// A way that nobody chose is not written: the connection's own rule holds then.
void NewAuditPresenter::addTls(TargetPart part, QUrl& url) const
{
    QUrlQuery query;
    const QString mode = value(part, QStringLiteral("tls"));
    if (!mode.isEmpty())
        query.addQueryItem(QStringLiteral("sslmode"), mode);
    for (const QString& file :
         {QStringLiteral("sslrootcert"), QStringLiteral("sslcert"), QStringLiteral("sslkey")}) {
        const QString path = value(part, file).trimmed();
        if (!path.isEmpty())
            query.addQueryItem(file, QString::fromLatin1(QUrl::toPercentEncoding(path, "/")));
    }
    url.setQuery(query);
}

TargetProfile NewAuditPresenter::profile() const
{
    TargetProfile profile;
    profile.name = meta.name.trimmed();
    profile.team = meta.team.trimmed();
    profile.reviewer = meta.reviewer.trimmed();
    profile.lead = meta.lead.trimmed();
    profile.version = meta.version.trimmed();
    profile.environment = meta.environment;
    profile.date = meta.date;
    profile.observeMs = observeMs;
    const auto url = [this](TargetPart part, const QString& scheme, int usualPort) {
        QUrl made;
        made.setScheme(scheme);
        made.setHost(value(part, QStringLiteral("host")).trimmed());
        const QString port = value(part, QStringLiteral("port")).trimmed();
        made.setPort(port.isEmpty() ? usualPort : port.toInt());
        made.setUserName(value(part, QStringLiteral("user")).trimmed());
        return made;
    };
    if (state(TargetPart::Postgres).set) {
        PostgresTarget target;
        target.url = url(TargetPart::Postgres, QStringLiteral("postgresql"), 5432);
        target.url.setPath(QLatin1Char('/') +
                           value(TargetPart::Postgres, QStringLiteral("database")).trimmed());
        addTls(TargetPart::Postgres, target.url);
        target.secret = secretRef(TargetPart::Postgres, "postgres");
        static const QRegularExpression between(QStringLiteral("[,;\\s]+"));
        target.appRoles =
            value(TargetPart::Postgres, QStringLiteral("app_roles")).split(between, Qt::SkipEmptyParts);
        profile.postgres << target;
    }
    if (state(TargetPart::PgBouncer).set) {
        PgBouncerTarget target;
        target.url = url(TargetPart::PgBouncer, QStringLiteral("postgresql"), 6432);
        target.url.setPath(QStringLiteral("/pgbouncer"));
        addTls(TargetPart::PgBouncer, target.url);
        target.secret = secretRef(TargetPart::PgBouncer, "pgbouncer");
        profile.pgbouncer = target;
    }
    if (state(TargetPart::Redis).set) {
        RedisTarget target;
        const bool tls = value(TargetPart::Redis, QStringLiteral("tls")) == QLatin1String("on");
        target.url = url(TargetPart::Redis, tls ? QStringLiteral("rediss") : QStringLiteral("redis"), 6379);
        const QString database = value(TargetPart::Redis, QStringLiteral("database")).trimmed();
        target.url.setPath(QLatin1Char('/') + (database.isEmpty() ? QStringLiteral("0") : database));
        target.secret = secretRef(TargetPart::Redis, "redis");
        profile.redis = target;
    }
    if (state(TargetPart::Http).set) {
        HttpTarget http;
        http.baseUrl = QUrl(value(TargetPart::Http, QStringLiteral("url")).trimmed());
        http.openapi = value(TargetPart::Http, QStringLiteral("openapi")).trimmed();
        http.metricsUrl = QUrl(value(TargetPart::Http, QStringLiteral("metrics")).trimmed());
        if (!value(TargetPart::Http, QStringLiteral("password")).isEmpty()) {
            AuthTarget bearer;
            bearer.kind = QStringLiteral("bearer");
            bearer.secret = secretRef(TargetPart::Http, "http");
            http.auth = bearer;
        }
        profile.http = http;
    }
    profile.prometheusUrl = QUrl(value(TargetPart::Prometheus, QStringLiteral("url")).trimmed());
    profile.prometheusSelector = value(TargetPart::Prometheus, QStringLiteral("selector")).trimmed();
    profile.repositoryPath = value(TargetPart::Repository, QStringLiteral("path")).trimmed();
    return profile;
}

// The audit
// --------------------------------------------------------------------------------------------------

void NewAuditPresenter::create()
{
    if (!canCreate())
        return;
    creating_ = true;
    stopTests();
    const TargetProfile made = profile();
    QMap<QString, Secret> named; // keychain name → secret
    const QMap<QString, Secret> typed = secrets();
    if (!made.postgres.isEmpty() && typed.contains(QStringLiteral("postgres/0")))
        named.insert(made.postgres.constFirst().secret.name, typed.value(QStringLiteral("postgres/0")));
    if (made.pgbouncer && typed.contains(QStringLiteral("pgbouncer")))
        named.insert(made.pgbouncer->secret.name, typed.value(QStringLiteral("pgbouncer")));
    if (made.http && made.http->auth && typed.contains(QStringLiteral("http")))
        named.insert(made.http->auth->secret.name, typed.value(QStringLiteral("http")));
    if (made.redis && typed.contains(QStringLiteral("redis")))
        named.insert(made.redis->secret.name, typed.value(QStringLiteral("redis")));
    AuditMeta out = meta;
    out.profileText = QString::fromUtf8(writeProfile(made));
    out.target = made.displayTarget();
    struct Stored
    {
        Status status = Done();
        bool persistent = true;
    };
    runInBackground(
        pool_, this,
        [named, &store = session_.workbench().secrets] {
            Stored stored;
            for (auto it = named.constBegin(); it != named.constEnd() && stored.status; ++it)
                stored.status = store.write(it.key(), it.value());
            stored.persistent = named.isEmpty() || store.isPersistent();
            return stored;
        },
        [this, out](Stored stored) {
            creating_ = false;
            if (!stored.status) {
                Q_EMIT failed(stored.status.error().message);
                return;
            }
            if (!stored.persistent)
                Q_EMIT secretsInMemory();
            values_.clear(); // no password stays in a form that nobody sees
            session_.createAudit(out);
            Q_EMIT created();
        });
}

} // namespace awb
