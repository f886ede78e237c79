#include "core/probe/postgres/pg_preflight.h"
#include "core/probe/postgres/pgbouncer_client.h"
#include "core/probe/postgres/postgres_probes.h"

#include <QCoreApplication>

namespace awb
{

namespace
{

using std::chrono::milliseconds;
constexpr milliseconds stepLimit{5000};

// One report under way: each step is timed; after a failure the rest is skipped.
class Examination
{
public:
    Examination(DoctorReport& report, const ProbeContext& context) : report_(report), context_(context) {}

    void begin() { begun_ = context_.clock().monotonic(); }
    void add(const char* id, const char* title, StepState state, Message text, const QString& fix = {})
    {
        DoctorStep step;
        step.id = QString::fromLatin1(id);
        step.title = Message(title);
        step.state = state;
        step.text = std::move(text);
        step.fix = fix;
        step.durationMs =
            std::chrono::duration_cast<milliseconds>(context_.clock().monotonic() - begun_).count();
        report_.steps.append(step);
        begin();
    }
    void fail(const char* id, const char* title, const Error& error)
    {
        add(id, title, StepState::Failed, Message::verbatim(error.message), error.remedy);
    }

private:
    DoctorReport& report_;
    const ProbeContext& context_;
    std::chrono::nanoseconds begun_{};
};

constexpr auto dnsTitle = QT_TRANSLATE_NOOP("awb", "Name");
constexpr auto tcpTitle = QT_TRANSLATE_NOOP("awb", "TCP");
constexpr auto tlsTitle = QT_TRANSLATE_NOOP("awb", "TLS");
constexpr auto loginTitle = QT_TRANSLATE_NOOP("awb", "Login");
constexpr auto versionTitle = QT_TRANSLATE_NOOP("awb", "Version");
constexpr auto rightsTitle = QT_TRANSLATE_NOOP("awb", "Rights");
constexpr auto extensionsTitle = QT_TRANSLATE_NOOP("awb", "Extensions");

// DNS and TCP; sets address.hostAddr.
bool reach(PgAddress& address, ProbeContext& context, Examination& out)
{
    out.begin();
    if (address.isSocket()) {
        out.add("dns", dnsTitle, StepState::Skipped,
                QT_TRANSLATE_NOOP("awb", "A Unix socket needs no name."));
        return true;
    }
    const Result<QStringList> found = resolveHost(address.host, address.port, stepLimit, context);
    if (!found) {
        out.fail("dns", dnsTitle, found.error());
        return false;
    }
    out.add("dns", dnsTitle, StepState::Ok, Message::verbatim(found->mid(0, 3).join(QStringLiteral(", "))));
    const Result<QString> reached = reachHost(address.host, *found, address.port, stepLimit, context);
    if (!reached) {
        out.fail("tcp", tcpTitle, reached.error());
        return false;
    }
    address.hostAddr = *reached;
    out.add("tcp", tcpTitle, StepState::Ok,
            Message::verbatim(QStringLiteral("%1:%2").arg(*reached).arg(address.port)));
    return true;
}

bool isTlsFailure(const Error& error)
{
    return error.message.contains(QLatin1String("TLS"));
}

QString grantText(const PgPreflight& self)
{
    return QStringLiteral("GRANT pg_monitor TO %1;").arg(self.user);
}

bool seesAll(const PgPreflight& self)
{
    return self.superuser || (self.readAllStats && self.readAllSettings);
}

void describeRights(const PgPreflight& self, Examination& out)
{
    if (self.superuser)
        out.add("rights", rightsTitle, StepState::Warning,
                Message(QT_TRANSLATE_NOOP(
                            "awb", "%1 is a superuser: more than an audit needs, and query plans are not "
                                   "drawn with it."),
                        {MessageArg(self.user)}),
                QStringLiteral("CREATE ROLE auditbench LOGIN; GRANT pg_monitor TO auditbench;"));
    else if (!seesAll(self))
        out.add("rights", rightsTitle, StepState::Warning,
                Message(QT_TRANSLATE_NOOP(
                            "awb", "%1 is not a member of pg_monitor: sessions, statements and settings of "
                                   "others are hidden."),
                        {MessageArg(self.user)}),
                grantText(self));
    else
        out.add("rights", rightsTitle, StepState::Ok,
                Message(QT_TRANSLATE_NOOP("awb", "%1 is a member of pg_monitor."), {MessageArg(self.user)}));
}

void describeExtensions(const PgPreflight& self, Examination& out)
{
    const bool statements = self.has(QStringLiteral("pg_stat_statements"));
    const QStringList names = self.extensions.keys();
    out.add("extensions", extensionsTitle, statements ? StepState::Ok : StepState::Warning,
            statements
                ? Message::verbatim(names.join(QStringLiteral(", ")))
                : Message(QT_TRANSLATE_NOOP("awb", "pg_stat_statements is not created in this database.")),
            statements ? QString() : QStringLiteral("CREATE EXTENSION pg_stat_statements;"));
}

struct Sight
{
    StepState state;
    Message text;
    QString fix;
};

Sight sightOf(const QString& probe, const PgPreflight& self)
{
    const bool statements = self.has(QStringLiteral("pg_stat_statements"));
    const Message all = QT_TRANSLATE_NOOP("awb", "Sees everything it needs.");
    if (probe == QLatin1String("postgres.statements") || probe == QLatin1String("postgres.query_plans")) {
        if (!statements)
            return {StepState::Failed, QT_TRANSLATE_NOOP("awb", "Needs pg_stat_statements in this database."),
                    QStringLiteral("CREATE EXTENSION pg_stat_statements;")};
        if (!self.superuser && !self.readAllStats)
            return {StepState::Failed, QT_TRANSLATE_NOOP("awb", "The statements of other roles are hidden."),
                    grantText(self)};
    }
    if (probe == QLatin1String("postgres.query_plans")) {
        if (self.dangerous)
            return {StepState::Failed,
                    QT_TRANSLATE_NOOP(
                        "awb", "This login could run programs or write; foreign queries are never planned "
                               "with it."),
                    QStringLiteral("CREATE ROLE auditbench LOGIN; GRANT pg_monitor TO auditbench;")};
        if (!self.readAllData)
            return {StepState::Warning,
                    QT_TRANSLATE_NOOP("awb", "Plans only queries on tables this login may read."),
                    QStringLiteral("GRANT pg_read_all_data TO %1;").arg(self.user)};
    }
    if (probe == QLatin1String("postgres.index_bloat") && !self.superuser &&
        !(self.has(QStringLiteral("pgstattuple")) && self.scanTables))
        return {StepState::Warning,
                QT_TRANSLATE_NOOP("awb", "Can only estimate: pgstattuple or the right to run it is "
                                         "missing."),
                QStringLiteral("CREATE EXTENSION pgstattuple; ") + grantText(self)};
    if (probe == QLatin1String("postgres.connections") && !self.superuser && !self.readAllStats)
        return {StepState::Failed, QT_TRANSLATE_NOOP("awb", "The state of other sessions is hidden."),
                grantText(self)};
    if (probe == QLatin1String("postgres.settings") && !self.superuser && !self.readAllSettings)
        return {StepState::Warning, QT_TRANSLATE_NOOP("awb", "Sees all but the preloaded libraries."),
                grantText(self)};
    return {StepState::Ok, all, {}};
}

void addSights(DoctorReport& report, const std::optional<PgPreflight>& self, ProbeSource source)
{
    for (const ProbeDescriptor& probe : postgresProbes()) {
        if (probe.source != source)
            continue;
        Sight sight{StepState::Failed, QT_TRANSLATE_NOOP("awb", "Cannot connect."), {}};
        if (self)
            sight = sightOf(probe.id, *self);
        else if (report.reachable)
            sight = {StepState::Ok, QT_TRANSLATE_NOOP("awb", "Sees everything it needs."), {}};
        report.sights.append({probe.id, probe.checks, sight.state, sight.text, sight.fix});
        if (sight.state == StepState::Failed) {
            for (const QString& check : probe.checks) {
                if (!report.unmeasuredChecks.contains(check))
                    report.unmeasuredChecks.append(check);
            }
        }
    }
}

void tlsStep(PgClient& client, Examination& out)
{
    const Result<Rows> ssl = client.query(
        QStringLiteral("/* auditbench:doctor */ SELECT ssl, version, cipher FROM pg_catalog.pg_stat_ssl "
                       "WHERE pid = pg_catalog.pg_backend_pid()"));
    if (ssl && !ssl->isEmpty() && ssl->flag(0, 0))
        out.add("tls", tlsTitle, StepState::Ok,
                Message::verbatim(ssl->text(0, 1) + QLatin1Char(' ') + ssl->text(0, 2)));
    else
        out.add("tls", tlsTitle, StepState::Warning,
                QT_TRANSLATE_NOOP("awb", "The connection is not encrypted."),
                QStringLiteral("sslmode=verify-full"));
}

DoctorReport examineOne(const ProbeTarget& target, qsizetype index, ProbeContext& context)
{
    DoctorReport report;
    report.source = ProbeSource::Postgres;
    Examination out(report, context);
    out.begin();
    Result<PgAddress> address = pgAddress(target.profile.postgres.at(index).url);
    if (!address) {
        out.fail("dns", dnsTitle, address.error());
        addSights(report, std::nullopt, ProbeSource::Postgres);
        return report;
    }
    report.label = address->label();
    std::optional<PgPreflight> self;
    if (reach(*address, context, out)) {
        auto client = PgClient::connect(*address, target.secret(QStringLiteral("postgres/%1").arg(index)),
                                        target.allSecrets(), context);
        if (!client) {
            const bool tls = isTlsFailure(client.error());
            out.fail(tls ? "tls" : "login", tls ? tlsTitle : loginTitle, client.error());
        } else if (Result<PgPreflight> seen = preflight(**client); !seen) {
            out.fail("version", versionTitle, seen.error());
        } else {
            self = *seen;
            report.reachable = true;
            out.add("login", loginTitle, StepState::Ok, Message::verbatim(self->user));
            tlsStep(**client, out);
            out.add(
                "version", versionTitle, self->version >= 120000 ? StepState::Ok : StepState::Warning,
                Message::verbatim(QStringLiteral("PostgreSQL %1, %2").arg(self->versionText, self->node())));
            describeRights(*self, out);
            describeExtensions(*self, out);
        }
    }
    addSights(report, self, ProbeSource::Postgres);
    return report;
}

} // namespace

QVector<DoctorReport> examinePostgres(const ProbeTarget& target, ProbeContext& context)
{
    QVector<DoctorReport> reports;
    for (qsizetype i = 0; i < target.profile.postgres.size(); ++i)
        reports.append(examineOne(target, i, context));
    return reports;
}

QVector<DoctorReport> examinePgBouncer(const ProbeTarget& target, ProbeContext& context)
{
    if (!target.profile.pgbouncer)
        return {};
    DoctorReport report;
    report.source = ProbeSource::PgBouncer;
    Examination out(report, context);
    out.begin();
    Result<PgAddress> address = pgAddress(target.profile.pgbouncer->url);
    if (!address) {
        out.fail("dns", dnsTitle, address.error());
    } else {
        report.label = address->label();
        if (reach(*address, context, out)) {
            auto client = PgBouncerClient::connect(*address, target.secret(QStringLiteral("pgbouncer")),
                                                   target.allSecrets(), context);
            const Result<QString> version = client ? (*client)->version() : Result<QString>(client.error());
            if (!version) {
                out.fail(client ? "version" : "login", client ? versionTitle : loginTitle, version.error());
            } else {
                report.reachable = true;
                out.add("login", loginTitle, StepState::Ok, Message::verbatim(address->user));
                out.add("version", versionTitle, StepState::Ok, Message::verbatim(*version));
            }
        }
    }
    addSights(report, std::nullopt, ProbeSource::PgBouncer);
    return {report};
}

} // namespace awb
