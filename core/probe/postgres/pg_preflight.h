#pragma once

#include "core/probe/postgres/pg_client.h"

#include <QMap>
#include <QSet>

namespace awb
{

// What a connection is and may do, asked once. Branch on these and on pg_attribute, never on the version.
struct PgPreflight
{
    int version = 0; // server_version_num; shown, not branched on
    QString versionText;
    QString database;
    QString user;
    bool recovery = false; // a standby: statistics are its own
    bool superuser = false;
    bool readAllStats = false;
    bool readAllSettings = false;
    bool scanTables = false;  // pg_stat_scan_tables: pgstattuple
    bool readAllData = false; // 14+
    // Superuser, or member of a role that can run programs or write files, or owner of such: it never plans
    // foreign text.
    bool dangerous = false;
    QMap<QString, QString> extensions; // name → schema, quoted
    std::optional<QString> preloaded;  // shared_preload_libraries, if visible
    double startedAt = 0;              // pg_postmaster_start_time, seconds since the epoch

    bool has(const QString& extension) const { return extensions.contains(extension); }
    QString node() const; // "standby" or "primary"
};
Result<PgPreflight> preflight(PgClient& client);

// Which of these columns exist: "pg_catalog.pg_constraint.conparentid" style names, quoted schema.
Result<QSet<QString>> existingColumns(PgClient& client, const QString& qualifiedRelation);

} // namespace awb
