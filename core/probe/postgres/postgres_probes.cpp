#include "core/probe/postgres/postgres_probes.h"

#include "core/probe/postgres/foreign_keys_probe.h"
#include "core/probe/postgres/index_bloat_probe.h"
#include "core/probe/postgres/pgbouncer_probe.h"
#include "core/probe/postgres/query_plans_probe.h"
#include "core/probe/postgres/seq_scans_probe.h"
#include "core/probe/postgres/sessions_probe.h"
#include "core/probe/postgres/settings_probe.h"
#include "core/probe/postgres/statements_probe.h"

#include <QCoreApplication>

namespace awb
{

namespace
{

qint64 databases(const TargetProfile& profile)
{
    return std::max<qint64>(1, profile.postgres.size());
}

std::vector<PlannedSend> opening(const TargetProfile& profile)
{
    const qint64 n = databases(profile);
    return {
        {QStringLiteral("connect read-only (statement_timeout 15 s, lock_timeout 500 ms, jit off)"), n, {}},
        {QStringLiteral("SELECT version, rights and extensions of this login"), 2 * n, {}},
        {QStringLiteral("SELECT which columns the views have, and the application's login roles"),
         6 * n,
         {}}};
}

using Plan = std::function<std::vector<PlannedSend>(const TargetProfile&)>;

Plan planOf(std::vector<PlannedSend> sends)
{
    return [sends = std::move(sends)](const TargetProfile& profile) {
        std::vector<PlannedSend> all = opening(profile);
        for (PlannedSend send : sends) {
            if (send.atMost > 0)
                send.atMost *= databases(profile);
            all.push_back(std::move(send));
        }
        return all;
    };
}

using Ledger = std::shared_ptr<PgLedger>;

template<typename T>
std::function<std::unique_ptr<Probe>()> maker(const Ledger& ledger)
{
    return [ledger]() -> std::unique_ptr<Probe> {
        auto probe = std::make_unique<T>();
        probe->share(ledger);
        return probe;
    };
}

ProbeDescriptor describe(const char* id, const char* title, const char* about, const QStringList& checks,
                         Plan plan, std::function<std::unique_ptr<Probe>()> create)
{
    ProbeDescriptor d;
    d.id = QString::fromLatin1(id);
    d.title = title;
    d.about = about;
    d.source = ProbeSource::Postgres;
    d.checks = checks;
    d.plan = std::move(plan);
    d.create = std::move(create);
    return d;
}

ProbeDescriptor foreignKeys(const Ledger& ledger)
{
    return describe(
        "postgres.foreign_keys", QT_TRANSLATE_NOOP("awb", "Foreign keys and their indexes"),
        QT_TRANSLATE_NOOP("awb", "Reads pg_constraint, pg_index and pg_attribute in bulk and judges every "
                                 "foreign key."),
        {QStringLiteral("2.2")},
        planOf({{QStringLiteral("SELECT from pg_constraint, pg_class, pg_index, pg_attribute, pg_opclass, "
                                "pg_amop (catalogs in bulk)"),
                 9,
                 {}}}),
        maker<ForeignKeysProbe>(ledger));
}

ProbeDescriptor settings(const Ledger& ledger)
{
    return describe(
        "postgres.settings", QT_TRANSLATE_NOOP("awb", "Effective settings of the application roles"),
        QT_TRANSLATE_NOOP("awb", "Reads pg_settings and pg_db_role_setting and applies their precedence for "
                                 "each login role."),
        {QStringLiteral("2.5"), QStringLiteral("2.6")},
        planOf({{QStringLiteral("SELECT from pg_roles, pg_settings, pg_db_role_setting, pg_stat_activity"),
                 3,
                 {}}}),
        maker<SettingsProbe>(ledger));
}

const QString monitor = QStringLiteral("pg_monitor");

ProbeDescriptor statements(const Ledger& ledger)
{
    ProbeDescriptor d = describe(
        "postgres.statements", QT_TRANSLATE_NOOP("awb", "Query times and hot queries"),
        QT_TRANSLATE_NOOP("awb",
                          "Reads pg_stat_statements before and after a window and bounds every query's p99."),
        {QStringLiteral("2.1"), QStringLiteral("2.7")},
        planOf(
            {{QStringLiteral("SELECT from pg_stat_statements (own database, texts up to 4,000 characters)"),
              4,
              {}},
             {QStringLiteral("SELECT counters from pg_stat_statements(false), only with scan"), -1,
              QT_TRANSLATE_NOOP("awb", "every 250 ms for the window, at most 120 s")}}),
        maker<StatementsProbe>(ledger));
    d.usesWindow = true;
    d.uses = Capability::Scan;
    d.rights = {monitor};
    return d;
}

ProbeDescriptor seqScans(const Ledger& ledger)
{
    ProbeDescriptor d = describe(
        "postgres.seq_scans", QT_TRANSLATE_NOOP("awb", "Full scans of large tables"),
        QT_TRANSLATE_NOOP("awb", "Reads the scan counters of large tables before and after a window."),
        {QStringLiteral("2.3")},
        planOf({{QStringLiteral("SELECT from pg_stat_user_tables, pg_class"), 4, {}},
                {QStringLiteral("SELECT from pg_stat_statements"), 4, {}}}),
        maker<SeqScansProbe>(ledger));
    d.usesWindow = true;
    return d;
}

ProbeDescriptor queryPlans(const Ledger& ledger)
{
    ProbeDescriptor d = describe(
        "postgres.query_plans", QT_TRANSLATE_NOOP("awb", "Plans of hot queries"),
        QT_TRANSLATE_NOOP(
            "awb", "Draws generic plans of hot queries in a READ ONLY transaction; nothing is executed."),
        {QStringLiteral("2.3"), QStringLiteral("2.7")},
        planOf(
            {{QStringLiteral("SELECT from pg_stat_statements, pg_stat_user_tables"), 5, {}},
             {QStringLiteral(
                  "SELECT what users have defined: pg_proc, pg_type, pg_operator, pg_cast, pg_depend"),
              7,
              {}},
             {QStringLiteral(
                  "BEGIN READ ONLY; PREPARE <hot query>; EXPLAIN (VERBOSE, FORMAT JSON) EXECUTE (NULL, …); "
                  "ROLLBACK; DEALLOCATE"),
              400,
              {}}}),
        maker<QueryPlansProbe>(ledger));
    d.usesWindow = true;
    d.rights = {monitor, QStringLiteral("pg_read_all_data")};
    d.budget = std::chrono::minutes(3);
    return d;
}

ProbeDescriptor indexBloat(const Ledger& ledger)
{
    ProbeDescriptor d = describe(
        "postgres.index_bloat", QT_TRANSLATE_NOOP("awb", "Index bloat"),
        QT_TRANSLATE_NOOP("awb",
                          "Estimates the bloat of B-tree indexes; with scan, reads them with pgstattuple."),
        {QStringLiteral("2.8")},
        planOf(
            {{QStringLiteral("SELECT from pg_index, pg_class, pg_stats"), 3, {}},
             {QStringLiteral("SELECT pgstatindex(<index>), only with scan"), -1,
              QT_TRANSLATE_NOOP("awb", "once an index of 100 pages to 1 GiB, at most 2 GiB or 60 s in all")},
             {QStringLiteral("SELECT bt_page_stats(<index>, 500 random pages), only with scan, above that"),
              -1,
              QT_TRANSLATE_NOOP("awb", "once an index above 1 GiB, by a superuser with pageinspect only")}}),
        maker<IndexBloatProbe>(ledger));
    d.uses = Capability::Scan;
    d.rights = {monitor, QStringLiteral("pg_read_all_data")};
    d.budget = std::chrono::minutes(3);
    return d;
}

ProbeDescriptor sessions(const Ledger& ledger)
{
    ProbeDescriptor d = describe(
        "postgres.connections", QT_TRANSLATE_NOOP("awb", "Sessions of the application"),
        QT_TRANSLATE_NOOP("awb",
                          "Samples pg_stat_activity once a second over a window and counts new sessions."),
        {QStringLiteral("4.1"), QStringLiteral("4.2"), QStringLiteral("4.3"), QStringLiteral("4.4"),
         QStringLiteral("4.5"), QStringLiteral("4.6"), QStringLiteral("4.9"), QStringLiteral("4.10")},
        planOf({{QStringLiteral("SELECT from pg_stat_activity"), -1,
                 QT_TRANSLATE_NOOP("awb", "once a second for the window")},
                {QStringLiteral("SELECT from pg_stat_database, pg_roles, pg_stat_statements"), 8, {}}}),
        maker<SessionsProbe>(ledger));
    d.usesWindow = true;
    d.rights = {monitor};
    return d;
}

ProbeDescriptor bouncer()
{
    ProbeDescriptor d;
    d.id = QStringLiteral("pgbouncer.console");
    d.title = QT_TRANSLATE_NOOP("awb", "PgBouncer's console");
    d.about =
        QT_TRANSLATE_NOOP("awb", "Reads settings, pools and waiting clients from PgBouncer's SHOW commands.");
    d.source = ProbeSource::PgBouncer;
    d.checks = {QStringLiteral("2.5"), QStringLiteral("4.1"), QStringLiteral("4.2"), QStringLiteral("4.3"),
                QStringLiteral("4.4"), QStringLiteral("4.5"), QStringLiteral("4.10")};
    d.usesWindow = true;
    d.rights = {QStringLiteral("stats_users")};
    d.plan = [](const TargetProfile&) -> std::vector<PlannedSend> {
        return {{QStringLiteral("SHOW VERSION, CONFIG, DATABASES, POOLS"), 4, {}},
                {QStringLiteral("SHOW STATS"), 2, {}},
                {QStringLiteral("SHOW POOLS, SHOW CLIENTS"), -1,
                 QT_TRANSLATE_NOOP("awb", "once a second for the window")}};
    };
    d.create = [] { return std::make_unique<PgBouncerProbe>(); };
    return d;
}

} // namespace

std::vector<ProbeDescriptor> postgresProbes()
{
    const auto ledger = std::make_shared<PgLedger>();
    return {statements(ledger), foreignKeys(ledger), seqScans(ledger), settings(ledger),
            queryPlans(ledger), indexBloat(ledger),  sessions(ledger), bouncer()};
}

} // namespace awb
