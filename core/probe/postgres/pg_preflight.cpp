#include "core/probe/postgres/pg_preflight.h"

namespace awb
{

namespace
{

// A role that does not exist in this version gives NULL, not an error.
constexpr auto selfSql = R"(/* auditbench:preflight */ SELECT
 current_setting('server_version_num')::int, current_setting('server_version'), current_database(), current_user,
 pg_catalog.pg_is_in_recovery(),
 (SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user),
 (SELECT bool_or(pg_catalog.pg_has_role(current_user, oid, 'USAGE')) FROM pg_catalog.pg_roles WHERE rolname = 'pg_read_all_stats'),
 (SELECT bool_or(pg_catalog.pg_has_role(current_user, oid, 'USAGE')) FROM pg_catalog.pg_roles WHERE rolname = 'pg_read_all_settings'),
 (SELECT bool_or(pg_catalog.pg_has_role(current_user, oid, 'USAGE')) FROM pg_catalog.pg_roles WHERE rolname = 'pg_stat_scan_tables'),
 (SELECT bool_or(pg_catalog.pg_has_role(current_user, oid, 'USAGE')) FROM pg_catalog.pg_roles WHERE rolname = 'pg_read_all_data'),
 (SELECT bool_or(pg_catalog.pg_has_role(current_user, oid, 'MEMBER')) FROM pg_catalog.pg_roles
  WHERE rolsuper OR rolname IN ('pg_execute_server_program', 'pg_write_server_files', 'pg_write_all_data', 'pg_maintain')),
 (SELECT setting FROM pg_catalog.pg_settings WHERE name = 'shared_preload_libraries'),
 extract(epoch FROM pg_catalog.pg_postmaster_start_time()))";

constexpr auto extensionSql =
    R"(/* auditbench:preflight */ SELECT e.extname, pg_catalog.quote_ident(n.nspname)
 FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace LIMIT 1000)";

} // namespace

QString PgPreflight::node() const
{
    return recovery ? QStringLiteral("standby") : QStringLiteral("primary");
}

Result<PgPreflight> preflight(PgClient& client)
{
    const Result<Rows> self = client.query(QString::fromLatin1(selfSql));
    if (!self)
        return self.error();
    if (self->size() != 1 || self->columns().size() != 13)
        return Error{ErrorCode::Protocol, QStringLiteral("The server did not describe itself."), {}, {}};
    PgPreflight out;
    const Rows& row = *self;
    out.version = static_cast<int>(row.integer(0, 0));
    out.versionText = row.text(0, 1);
    out.database = row.text(0, 2);
    out.user = row.text(0, 3);
    out.recovery = row.flag(0, 4);
    out.superuser = row.flag(0, 5);
    out.readAllStats = row.flag(0, 6);
    out.readAllSettings = row.flag(0, 7);
    out.scanTables = row.flag(0, 8);
    out.readAllData = row.flag(0, 9);
    out.dangerous = out.superuser || row.flag(0, 10);
    if (!row.isNull(0, 11))
        out.preloaded = row.text(0, 11);
    out.startedAt = row.number(0, 12);
    const Result<Rows> extensions = client.query(QString::fromLatin1(extensionSql));
    if (!extensions)
        return extensions.error();
    for (qsizetype i = 0; i < extensions->size(); ++i)
        out.extensions.insert(extensions->text(i, 0), extensions->text(i, 1));
    return out;
}

Result<QSet<QString>> existingColumns(PgClient& client, const QString& qualifiedRelation)
{
    const Result<Rows> rows = client.query(
        QStringLiteral("/* auditbench:preflight */ SELECT attname FROM pg_catalog.pg_attribute "
                       "WHERE attrelid = pg_catalog.to_regclass($1) AND attnum > 0 AND NOT attisdropped"),
        {qualifiedRelation});
    if (!rows)
        return rows.error();
    QSet<QString> names;
    for (qsizetype i = 0; i < rows->size(); ++i)
        names.insert(rows->text(i, 0));
    return names;
}

} // namespace awb
