// The parts of a target and their fields: what the assistant asks for.
#include "ui/presenters/new_audit_presenter.h"

namespace awb
{

namespace
{

QVector<PartSpec> makeParts()
{
    const auto host = FieldSpec{QStringLiteral("host"),
                                NewAuditPresenter::tr("Host, or a connection string"),
                                QStringLiteral("db.example"),
                                FieldKind::Text,
                                {},
                                true};
    const auto user = FieldSpec{QStringLiteral("user"),
                                NewAuditPresenter::tr("Login"),
                                QStringLiteral("auditbench"),
                                FieldKind::Text,
                                {},
                                false};
    const auto password = FieldSpec{
        QStringLiteral("password"), NewAuditPresenter::tr("Password"), {}, FieldKind::Password, {}, false};
    const auto port = [](const char* usual) {
        return FieldSpec{QStringLiteral("port"),
                         NewAuditPresenter::tr("Port"),
                         QLatin1String(usual),
                         FieldKind::Text,
                         {},
                         false};
    };
    // Without a word in the URL another machine is verified in full, and this one is taken as it comes: the
    // safe way, and the one that needs no choice for a database on the desk.
    const auto tls =
        FieldSpec{QStringLiteral("tls"),
                  NewAuditPresenter::tr("Encryption (TLS)"),
                  {},
                  FieldKind::Choice,
                  {QString(), QStringLiteral("verify-full"), QStringLiteral("verify-ca"),
                   QStringLiteral("require"), QStringLiteral("prefer"), QStringLiteral("disable")},
                  false,
                  {NewAuditPresenter::tr("Encrypted and verified, except on this machine"),
                   NewAuditPresenter::tr("Encrypted and verified (verify-full)"),
                   NewAuditPresenter::tr("Encrypted, only the authority verified (verify-ca)"),
                   NewAuditPresenter::tr("Encrypted, not verified (require)"),
                   NewAuditPresenter::tr("Encrypted where offered, not verified (prefer)"),
                   NewAuditPresenter::tr("Not encrypted (disable)")}};
    const auto authority = FieldSpec{QStringLiteral("sslrootcert"),
                                     NewAuditPresenter::tr("Its certificate authority, if a private one"),
                                     QStringLiteral("/etc/ssl/shop-ca.pem"),
                                     FieldKind::Text,
                                     {},
                                     false};
    return {{TargetPart::Postgres,
             ProbeSource::Postgres,
             QStringLiteral("PostgreSQL"),
             NewAuditPresenter::tr("Read only, in a read-only transaction."),
             {host,
              port("5432"),
              {QStringLiteral("database"),
               NewAuditPresenter::tr("Database"),
               QStringLiteral("shop"),
               FieldKind::Text,
               {},
               false},
              user,
              password,
              tls,
              authority,
              {QStringLiteral("app_roles"),
               NewAuditPresenter::tr("Logins of the application, if known"),
               QStringLiteral("shop, shop_worker"),
               FieldKind::Text,
               {},
               true}}},
            {TargetPart::Redis,
             ProbeSource::Redis,
             QStringLiteral("Redis"),
             NewAuditPresenter::tr("SCAN and metadata commands, paced. Never KEYS, never MONITOR."),
             {host,
              port("6379"),
              {QStringLiteral("database"),
               NewAuditPresenter::tr("Database"),
               QStringLiteral("0"),
               FieldKind::Text,
               {},
               false},
              user,
              password,
              {QStringLiteral("tls"),
               tls.label,
               {},
               FieldKind::Choice,
               {QStringLiteral("off"), QStringLiteral("on")},
               false,
               {NewAuditPresenter::tr("Not encrypted (redis://)"),
                NewAuditPresenter::tr("Encrypted and verified (rediss://)")}}}},
            {TargetPart::PgBouncer,
             ProbeSource::PgBouncer,
             QStringLiteral("PgBouncer"),
             NewAuditPresenter::tr("Its admin console, as a user of stats_users."),
             {host, port("6432"), user, password, tls, authority}},
            {TargetPart::Http,
             ProbeSource::Http,
             NewAuditPresenter::tr("HTTP service"),
             NewAuditPresenter::tr("GET, HEAD and OPTIONS."),
             {{QStringLiteral("url"),
               NewAuditPresenter::tr("Base URL"),
               QStringLiteral("https://shop.example/api"),
               FieldKind::Text,
               {},
               true},
              {QStringLiteral("openapi"),
               NewAuditPresenter::tr("OpenAPI document"),
               QStringLiteral("https://shop.example/openapi.json"),
               FieldKind::Text,
               {},
               true},
              {QStringLiteral("metrics"),
               NewAuditPresenter::tr("Metrics page, if it has one"),
               QStringLiteral("https://shop.example/metrics"),
               FieldKind::Text,
               {},
               true},
              {QStringLiteral("password"),
               NewAuditPresenter::tr("Bearer token, if it needs one"),
               {},
               FieldKind::Password,
               {},
               true}}},
            {TargetPart::Prometheus,
             ProbeSource::Prometheus,
             NewAuditPresenter::tr("Prometheus"),
             NewAuditPresenter::tr("Its query API."),
             {{QStringLiteral("url"),
               NewAuditPresenter::tr("URL"),
               QStringLiteral("http://prom.example:9090"),
               FieldKind::Text,
               {},
               true},
              {QStringLiteral("selector"),
               NewAuditPresenter::tr("Selector"),
               QStringLiteral("job=\"shop\""),
               FieldKind::Text,
               {},
               true}}},
            {TargetPart::Repository,
             ProbeSource::Repository,
             NewAuditPresenter::tr("Repository"),
             NewAuditPresenter::tr("A folder with the source. Nothing in it is executed."),
             {{QStringLiteral("path"),
               NewAuditPresenter::tr("Folder"),
               QStringLiteral("/srv/src/shop"),
               FieldKind::Text,
               {},
               true}}}};
}

} // namespace

const QVector<PartSpec>& NewAuditPresenter::parts()
{
    static const QVector<PartSpec> all = makeParts();
    return all;
}

const PartSpec& partSpec(TargetPart part)
{
    for (const PartSpec& spec : NewAuditPresenter::parts()) {
        if (spec.part == part)
            return spec;
    }
    return NewAuditPresenter::parts().constFirst();
}

} // namespace awb
