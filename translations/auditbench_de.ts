<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>awb</name>
    <message>
        <source>The first %1 of %2 are drawn; the table has all.</source>
        <translation>Die ersten %1 von %2 sind gezeichnet; die Tabelle hat alle.</translation>
    </message>
    <message>
        <source>Nothing was measured.</source>
        <translation>Nichts wurde gemessen.</translation>
    </message>
    <message>
        <source>%1: %2 values, the last is %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This audit is open for reading only.</source>
        <translation>Dieses Audit ist nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <source>The evidence proves no mark: there is nothing to accept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The measured value moved.</source>
        <translation>Der gemessene Wert hat sich bewegt.</translation>
    </message>
    <message>
        <source>The threshold was changed between the two audits.</source>
        <translation>Die Schwelle wurde zwischen den beiden Audits geändert.</translation>
    </message>
    <message>
        <source>The checklist&apos;s text of this check differs.</source>
        <translation>Der Text der Checkliste ist ein anderer.</translation>
    </message>
    <message>
        <source>The evidence is alike; people judged it differently.</source>
        <translation>Die Belege sind gleich; sie wurden anders beurteilt.</translation>
    </message>
    <message>
        <source>The two audits looked at different environments.</source>
        <translation>Die beiden Audits betreffen verschiedene Umgebungen.</translation>
    </message>
    <message>
        <source>Only one of the two audits measured it.</source>
        <translation>Nur eines der beiden Audits hat es gemessen.</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>Erfüllt</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Fail</source>
        <translation>Verfehlt</translation>
    </message>
    <message>
        <source>N/A</source>
        <translation>Entfällt</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Inconclusive</source>
        <translation>Nicht eindeutig</translation>
    </message>
    <message>
        <source>Not measured</source>
        <translation>Nicht gemessen</translation>
    </message>
    <message>
        <source>No suggestion</source>
        <translation>Kein Vorschlag</translation>
    </message>
    <message>
        <source>Foreign keys, uncovered first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>Constraint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>References</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Parent deletes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables without one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the catalogs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judging the foreign keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B-tree indexes of 100 pages or more (random inserts alone leave 20–25 %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bloat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wasted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Bloat of the most bloated indexes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No index could be measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indexes whose bloat density does not show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indexes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database has more than 5,000 B-tree indexes; only the largest were looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some indexes cannot be estimated: allow &quot;scan&quot; so that pgstattuple can read them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some indexes cannot be estimated, and pgstattuple is not created in this database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some indexes could be neither read nor estimated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pools of PgBouncer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Servers active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Servers idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings of PgBouncer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>TCP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Anmeldename</translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extensions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Unix socket needs no name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a superuser: more than an audit needs, and query plans are not drawn with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a member of pg_monitor: sessions, statements and settings of others are hidden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a member of pg_monitor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pg_stat_statements is not created in this database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sees everything it needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs pg_stat_statements in this database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The statements of other roles are hidden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This login could run programs or write; foreign queries are never planned with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plans only queries on tables this login may read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can only estimate: pgstattuple or the right to run it is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state of other sessions is hidden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sees all but the preloaded libraries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot connect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection is not encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Foreign keys and their indexes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads pg_constraint, pg_index and pg_attribute in bulk and judges every foreign key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effective settings of the application roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads pg_settings and pg_db_role_setting and applies their precedence for each login role.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query times and hot queries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads pg_stat_statements before and after a window and bounds every query&apos;s p99.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full scans of large tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads the scan counters of large tables before and after a window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plans of hot queries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws generic plans of hot queries in a READ ONLY transaction; nothing is executed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Index bloat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimates the bloat of B-tree indexes; with scan, reads them with pgstattuple.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions of the application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples pg_stat_activity once a second over a window and counts new sessions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PgBouncer&apos;s console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads settings, pools and waiting clients from PgBouncer&apos;s SHOW commands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hot queries and their generic plans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Large tables read in full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why not planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 statements of other roles are hidden from this login.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No application login role is known: name it in the profile (postgres.app_roles).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large tables and their full scans (a parallel scan raises seq_scan once for each process)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full scans in the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A day, since the statistics began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seq_scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows read so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Index scans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The statistics were reset, or the server restarted, during the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions of the application at the end of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Idle in a transaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections of the application over the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>No connection of the application was seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation>öffnen</translation>
    </message>
    <message>
        <source>active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max_connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state of %1 sessions is hidden from this login.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effective settings by login role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Application role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile names the role %1, which cannot log in here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The extension pg_stat_statements is not created in this database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pg_stat_statements is not loaded; loading it needs a restart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries of the application, slowest first (time in the server only)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Max</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p99 at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p99 at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>queryid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the p99 of each query certainly lies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p99 execution time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No query of the application is on record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p99</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>COPY and REFRESH: jobs, not judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries called often</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pg_stat_statements.track is none: nothing is recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repository</source>
        <translation>Repository</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not allowed in this run: it needs %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped before anything was measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped before it was complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands that locks and filters use, calls since start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New connections and commands by Redis server, without our own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window was ended early.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key patterns in the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without TTL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without TTL, from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without TTL, to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked as no cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Types</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example, masked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no prefix)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TTL under 1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under 10 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under 1 hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under 1 day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 days and more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TTL of the sampled keys by prefix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys with a TTL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>100 % have a TTL (checklist)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key could be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the keys by prefix, with its 95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sampling was ended early.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked at %1 of %2 keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s INFO leaves out the keyspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory and policy by server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maxmemory-policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maxmemory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory of the machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory of the machine: no maxmemory is set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory used against maxmemory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not say how much memory it uses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>INFO memory does not tell maxmemory or its policy here: read the parameter group of this managed service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 accepts connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not used: the URL begins with redis://, so the password and keys travel in clear.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The login is accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate is valid for %1 more days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a Sentinel, not a data server: name the master it watches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, a replica: its counters and settings are its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 may do everything the probes need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lacks: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 masters can be measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>INFO is not allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sees the counters of INFO.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sees only a part of the cluster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sees maxmemory and its policy in INFO.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sees hints only; a person decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sees a hint only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts keys exactly and looks at a sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts keys exactly, but may not look at them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts keys exactly, but may look only at a part of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>This is one node of a cluster whose other masters this login may not ask for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cluster&apos;s master %1 cannot be measured: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cluster&apos;s masters own only %1 of 16,384 slots.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This replica has lost its master: what it holds may be old.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redis hit rate and evictions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads the counters of INFO over a window, before anything else touches them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redis memory and eviction policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads maxmemory and its policy from INFO; CONFIG is not needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redis commands of locks and filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks in INFO commandstats for hints of locks and negative caching.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redis connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compares new connections with commands over a window: a hint for pooling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redis keys: TTL and names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts keys with and without TTL exactly, and looks at a paced sample of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server restarted during the window, so its counters say nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server changed its role during the window (a failover).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The counters were reset during the window (CONFIG RESETSTAT).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s clock was set back during the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watching the counters, %1 to go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counters by server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hits in the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Misses in the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hit rate in the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hits since start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Misses since start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evicted in the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evicted since start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time in the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing happened in the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (checklist)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (profile)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cache hit rate over the measured window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hit rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key was looked up in the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evictions over the measured window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evicted keys an hour, share of all keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evictions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s INFO leaves out keyspace_hits, keyspace_misses or evicted_keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>The two looked at different environments: the values are printed, their changes are not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unchanged checks: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>**%1 of %2 → %3 of %4** (%5 points)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A: %1, %2. B: %3, %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfpunkt</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Regressed, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same mark, value got worse, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Improved, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same mark, value got better, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be compared, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unchanged, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>What moved since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % → %2 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % → %2 %, from “%3” to “%4”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measurement</source>
        <translation>Messung</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Checklist text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judgment</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>Prüfer</translation>
    </message>
    <message>
        <source>Team lead</source>
        <translation>Teamleitung</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Urteile</translation>
    </message>
    <message>
        <source>TOTAL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top 3 action items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clears %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2: %3 of %4 points, %5 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To settle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remedy:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method and environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything executed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>**Team:** %1 **Date:** %2 **Reviewer:** %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top 3 action items:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, owner: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, due: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Band:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team lead:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further action item: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Origin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing suggests a mark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reason was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggested %1, marked %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No note was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Immediate action items (✗)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None: no check is marked Fail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Improvement opportunities (⚠)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None: no check is marked Warning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undecided checks (score 0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not applicable, with reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overruled suggestions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged without measurement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stale marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carried, to be confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thresholds of this audit&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scoring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 point for each ✓, 0 for ⚠, ✗ and undecided; a check that does not apply leaves the maximum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the letter of the checklist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Measured at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backend audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No band: no check applies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (provisional: 1 check is undecided)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (provisional: %2 checks are undecided)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (N/A: %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>strict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>applicable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undecided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overruled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, looser than the checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, set for this audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (judged against %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not measured by this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hints only, see evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overruled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, overruled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (by the letter: %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, by both seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (reviewer: %2, lead: %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, by measurement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Team: %1 Date: %2 Reviewer: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Band: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team lead: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remedy</source>
        <translation>Abhilfe</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Nothing was measured for this chart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 of 0 is never a pass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 points, %3 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No check applies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it does not apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged without measurement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stale: %1</source>
        <translation>Veraltet: %1</translation>
    </message>
    <message>
        <source>This evidence is not complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attached: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Executed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A: %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B: %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>○ A  ● B, of the section&apos;s maximum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Checks that changed, with the cause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No check changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every check is decided, applies, and stands as measured or judged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appendix: everything executed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more, in the JSON result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshot %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Significant debt</source>
        <translation>Erhebliche Schulden</translation>
    </message>
    <message>
        <source>%1 with the top 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>Clears %1, +1 point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clears %1, +%2 points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner: –</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due: –</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With these done: %1 of %2, %3 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” begins at %2 of %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewer, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team lead, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed %1 by %2, revision %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more rows, in the JSON result as far as they were kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns left out for want of room: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No installed font has the characters %1: the PDF shows boxes instead. Install the package %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>threshold %1</source>
        <translation>Schwelle %1</translation>
    </message>
    <message>
        <source>Newer evidence says %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished">%1, %2 {1:?}</translation>
    </message>
    <message>
        <source>No probe of this check has run yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N/A needs a reason: it takes the check out of the maximum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The probe says %1: %2 Another mark needs a reason, and the report will list it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing measured proves a pass here. Say what you rely on; the report lists it as judged without measurement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Redis probe of this check has not run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a replica was measured; its counters and settings are its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point the profile&apos;s redis part at the master.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window of %1 is shorter than the %2 this rule needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Observe for at least %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 lookups in a window of %3 hit (95 % interval %4 to %5).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The interval contains the threshold: observe longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window says %1, but since the server started it was %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Observe a longer window of ordinary traffic, at its peak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of all lookups hit, but the counters mix the cache with the keys that the profile marks as no cache: give them a Redis of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only %1 lookups in a window of %2; this rule needs %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure while the service has traffic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server tells no command statistics.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the code of the cache-miss paths: Redis cannot show SET NX or a lock inside the process.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A hint of locks: SETNX or scripts were called %1 times since the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redis shows no hint of a lock (no SETNX, no scripts).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the code of the lookups: what happens for an id that does not exist?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A hint of Bloom filters: they were called %1 times since the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redis shows no hint of a Bloom filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redis shows no hint of a Bloom filter; %1 of all lookups missed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the keys are evicted an hour (%2 in a window of %3, 95 % interval up to %4).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since the server started, %1 of the keys were evicted an hour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window shows %1 an hour, but the rate since the start is not under the threshold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Observe longer, at the peak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only %1 in this Redis; this rule needs %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written in the window, so nothing had to be evicted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 keys have no TTL; %3 of those looked at are cache keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 keys have no TTL, and nobody has said whether they are cache keys: list what is no cache under not_cache in the profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every key was looked at: the %1 without a TTL are all marked as no cache.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 keys have no TTL, and %3 could not be read with this login.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the login the key pattern ~* and run the probe again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 keys have no TTL; none of them in the sample of %3 is a cache key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow the capability scan, so that every key is looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 keys looked at have no prefix at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prefixes that differ only by case, plural or delimiter: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fixed word stands where another key has an identifier: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No collision shows in the keys, but keys alone cannot prove that there is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm the table of prefixes and entities under prefixes in the profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile&apos;s table of prefixes is not one to one: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 keys looked at are under no prefix of the profile&apos;s table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complete the table of prefixes in the profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 keys of the sample fit the table of prefixes; not every key was looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow the capability scan, with a login that may read every key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every one of %1 keys fits the confirmed table of prefixes, one entity each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no keys in this Redis at rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 keys have a TTL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 key patterns hold values of several types, first %2: two entities share them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key could be read with this login.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy is noeviction: a full Redis refuses writes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy is %1, but no key has a TTL: it can evict nothing and acts as noeviction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy is %1, but less than half of the keys have a TTL and may be evicted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy is %1, but without maxmemory it never acts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy is %1: it evicts, but not what was used least.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy is %1, but there are no keys: whether it can evict any is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy is %1, as good as LRU, and maxmemory is set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy is %1 and maxmemory is set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not tell a policy that this program knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The masters have different policies; all must agree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maxmemory is %1 of the memory the server sees, over %2; in a container compare it with the container&apos;s limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of maxmemory is used under noeviction: writes are about to be refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maxmemory is set to %1 (the least of all masters).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maxmemory is unlimited; %1 are used now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No probe that serves this check has run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redis sees %1 new connections for each command: no pool.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redis sees %1 new connections for each command.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sampled sessions of the application roles change more often than the database&apos;s own counter says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The counter is the whole database&apos;s, and the application&apos;s share of its calls is not shown to be %1 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A PgBouncer is in front and hides the churn of its clients: look at the application&apos;s pool.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 new client connections to PgBouncer for each transaction: the application does not pool.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only %1 transactions ran in the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the audit under normal load.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 new sessions for each transaction (%2 transactions in %3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 connections of the application were open at once; the target is %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The configured pool size is not known; up to %1 connections were seen, the target is %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add sizing.pool_size and sizing.instances to the profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pools may open %1 connections, and the server has room for %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of the database&apos;s CPU cores is not known; SQL does not show it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add sizing.db_cores to the profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pool of %1 fits the target of %2, but clients had to wait for a connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pools hold %1 connections, %3 the target of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pools hold %1 connections, which is %3 the target of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PgBouncer lets a query wait up to %1 for a connection (query_wait_timeout).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PgBouncer lets a query wait for a connection for ever (query_wait_timeout = 0).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The oldest pooled connection is %1 old.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PgBouncer keeps server connections for %1 (server_lifetime).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PgBouncer closes server connections after %1 (server_lifetime).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the audit while the application runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection grew older than %1 in %2, and %3 were replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The oldest connection is %1 old, which proves nothing yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pool&apos;s configuration, or an observation of %1 in which connections are replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 connections have been idle for 10 min or more, the longest for %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PgBouncer keeps idle server connections for %1 (server_idle_timeout).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PgBouncer closes idle server connections after %1, and none was idle longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No idle connection of the application was seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The longest idle connection has been idle for %1, which proves nothing yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pool&apos;s configured idle time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A session has been idle in a transaction for %1: a leak, or a very long transaction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The application&apos;s connections only grew during the window, from %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server shows no sign of a leak, which proves nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look in the pool&apos;s configuration for leak detection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A session waited %2 inside a transaction for its client: is there a call to another service in it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the sampled sessions waited inside a transaction for their client.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No session was seen waiting inside a transaction, which proves nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look in the source for calls to other services inside transactions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection proxy was seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name PgBouncer in the profile, or mark N/A if nothing serverless runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say whether serverless functions reach this database: if none do, mark N/A; if they do, whether through this proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is reached through an RDS Proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A connection proxy answers: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The probe of this check has not run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database declares no foreign key: perhaps its constraints live in the application only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %2 foreign keys have a usable index.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 foreign keys have a usable index; the other %3 have one on a prefix of the key only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 foreign keys have a usable index; %3 have none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No application login role is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the roles in the profile: postgres.app_roles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 application roles run without a statement_timeout: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s own statement_timeout is not visible to this session (for %1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit once with the application&apos;s own login, or with a login that has no settings of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every application role has a statement_timeout, but it is up to %2 (more than %3) for %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 application roles have a statement_timeout, at most %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log_min_messages is fatal or panic for %1, which suppresses the slow log whatever its threshold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slow log&apos;s settings are not all visible for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statements slower than %1 are logged for all %2 application roles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No application role&apos;s slow statements are logged within %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a part is logged: %1 of %2 application roles log every statement over %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow &quot;scan&quot; so that pgstattuple can read the indexes; vacuum first where many rows are dead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%5 of %1 indexes are bloated by %2 or more; the worst, %4, by %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%5 of %1 indexes are bloated by %2 or more, none of them gravely; the worst, %4, by %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By estimate %6 of %1 indexes are bloated by clearly more than %2; the worst, %4, by about %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The estimate for %4 (%3) is too near to %2 to tell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 indexes look under %2, but dead rows that no vacuum has seen hide bloat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only %1 of the index bytes could be measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 indexes are under %2; the worst, %4, is at %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No index is large enough to be judged (100 pages).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database has no B-tree index.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pg_stat_statements dropped entries during the window: raise pg_stat_statements.max.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pg_stat_statements is full, so entries may have been dropped: raise pg_stat_statements.max.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pg_stat_statements has dropped entries before: observe for %1 or more under normal load.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 queries have a p99 that is proven above %3: %6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only %1 calls of application queries are on record: too little traffic to judge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No query is proven slow, but %4 of %2 cannot be placed on either side of %3 from their mean, deviation, minimum and maximum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Observe longer under normal load, or allow &quot;scan&quot; so that the counters can be polled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %2 queries on record stay within %3, but the record may have gaps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All frequent queries stay within %3; %5 rarely called ones have been slower.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No application query has enough calls to be judged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %2 queries have a p99 within %3, proven by bounds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hot queries scan %1 large tables in full, by plan and by the counters: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 large tables are read in full more than %2 times a day; the worst, %3, %4 times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plans of hot queries scan %1 large tables in full, which was not observed: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 large tables were read in full during the window, though seldom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since the statistics began, %1 large tables were read in full more than %2 times a day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes both the scan counters and the plans of hot queries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No table is larger than the threshold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 large tables were read in full, first %2, but the window of %3 is too short to say how often.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Observe for %1 or more under normal load.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No full scan of a large table was found, but the window of %1 is too short.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only %1 application queries ran in the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large tables were read in full during the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was found, but only %1 of the hot calls could be planned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grant pg_read_all_data to the auditing role so that more can be planned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No large table was scanned in full in %1, and no hot query&apos;s plan would.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No query is called more than 1,000 times a day, by what was observed over %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No query is proven to be called more than 1,000 times a day in the %1 observed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Observe for a day, or longer under normal load.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pg_stat_statements has dropped entries, so the list of hot queries may have gaps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise pg_stat_statements.max and reset the statistics.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %2 hot queries have a valid review of their plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 hot queries have a valid review; %3 reviews are old or of another plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the %2 hot queries&apos; plans has a review on record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open- and closed-loop load on endpoints, and watching a restart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short bursts of GET requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headers that announce, or bodies that are, larger than the server should take.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>POST, PUT, PATCH and DELETE as configured, failed logins, and writes without a valid credential.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole-index reads, polling faster than once a second, and unpaced Redis scans.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests with the second credential for objects of the first one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>awb::ActionRow</name>
    <message>
        <source>Drag to move (Alt+Up, Alt+Down)</source>
        <translation>Zum Verschieben ziehen (Alt+Auf, Alt+Ab)</translation>
    </message>
    <message>
        <source>Action item %1</source>
        <translation>Maßnahme %1</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Owner of action item %1</source>
        <translation>Zuständig für Maßnahme %1</translation>
    </message>
    <message>
        <source>Due, %1</source>
        <translation>Fällig, %1</translation>
    </message>
    <message>
        <source>Due date of action item %1</source>
        <translation>Fälligkeit von Maßnahme %1</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>Nach oben (Alt+Auf)</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>Nach unten (Alt+Ab)</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Aus der Liste nehmen</translation>
    </message>
    <message>
        <source>Not a date. Type it as 2026-12-05, or leave it empty.</source>
        <translation>Kein Datum. So eingeben: 2026-12-05, oder leer lassen.</translation>
    </message>
</context>
<context>
    <name>awb::AttachmentRow</name>
    <message>
        <source>Attach or paste</source>
        <translation>Anhängen oder einfügen</translation>
    </message>
    <message>
        <source>Attach a file, or paste a screenshot into the note</source>
        <translation>Eine Datei anhängen oder ein Bildschirmfoto in die Notiz einfügen</translation>
    </message>
    <message>
        <source>Save a copy of %1</source>
        <translation>Eine Kopie von %1 speichern</translation>
    </message>
    <message>
        <source>Remove this attachment</source>
        <translation>Diesen Anhang entfernen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
</context>
<context>
    <name>awb::AuditListModel</name>
    <message>
        <source>Production-ready</source>
        <translation>Produktionsreif</translation>
    </message>
    <message>
        <source>Some gaps</source>
        <translation>Einige Lücken</translation>
    </message>
    <message>
        <source>Significant debt</source>
        <translation>Erhebliche Schulden</translation>
    </message>
    <message>
        <source>High risk</source>
        <translation>Hohes Risiko</translation>
    </message>
    <message>
        <source>Last entry today, %1</source>
        <translation>Letzter Eintrag heute, %1</translation>
    </message>
    <message>
        <source>Last entry %1, %2</source>
        <translation>Letzter Eintrag %1, %2</translation>
    </message>
    <message>
        <source>Unnamed audit</source>
        <translation>Audit ohne Namen</translation>
    </message>
    <message>
        <source>%1 of %2 so far</source>
        <translation>Bisher %1 von %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>In Arbeit</translation>
    </message>
    <message numerus="yes">
        <source>%n undecided</source>
        <translation>
            <numerusform>%n offen</numerusform>
            <numerusform>%n offen</numerusform>
        </translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Audit</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Urteile</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>awb::AuditSession</name>
    <message>
        <source>Revision %1 is signed by both seats and frozen.</source>
        <translation>Revision %1 ist von beiden unterschrieben und eingefroren.</translation>
    </message>
    <message>
        <source>Begin the next revision on the scorecard to change it.</source>
        <translation>Die nächste Revision wird auf der Ergebnisseite begonnen.</translation>
    </message>
    <message>
        <source>This audit is open for reading only.</source>
        <translation>Dieses Audit ist nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>Zurückgenommen: %1</translation>
    </message>
    <message>
        <source>Done again</source>
        <translation>Wiederhergestellt</translation>
    </message>
    <message>
        <source>%1 is larger than 16 MiB: attach a smaller file or a link in the note.</source>
        <translation>%1 ist größer als 16 MiB: eine kleinere Datei anhängen oder einen Verweis in die Notiz schreiben.</translation>
    </message>
    <message>
        <source>%1 cannot be attached: %2.</source>
        <translation>%1 kann nicht angehängt werden: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n checks marked %1</source>
        <translation>
            <numerusform>%n Prüfpunkt als %1 bewertet</numerusform>
            <numerusform>%n Prüfpunkte als %1 bewertet</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 flagged as action item</source>
        <translation>%1 als Maßnahme vorgemerkt</translation>
    </message>
    <message>
        <source>%1 no longer flagged</source>
        <translation>%1 nicht mehr vorgemerkt</translation>
    </message>
    <message>
        <source>Action items changed</source>
        <translation>Maßnahmen geändert</translation>
    </message>
    <message>
        <source>%1 attached to %2</source>
        <translation>%1 an %2 angehängt</translation>
    </message>
    <message>
        <source>Attachment removed</source>
        <translation>Anhang entfernt</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 kann nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>Threshold of %1 changed</source>
        <translation>Schwelle von %1 geändert</translation>
    </message>
    <message>
        <source>%1 uses the threshold of the checklist again</source>
        <translation>Für %1 gilt wieder die Schwelle der Checkliste</translation>
    </message>
    <message>
        <source>Judged by the letter of the checklist</source>
        <translation>Bewertet nach dem Wortlaut der Checkliste</translation>
    </message>
    <message>
        <source>Judged by our reading of the checklist</source>
        <translation>Bewertet nach unserer Lesart der Checkliste</translation>
    </message>
    <message>
        <source>Audit details changed</source>
        <translation>Angaben zum Audit geändert</translation>
    </message>
    <message>
        <source>Plan marked as reviewed</source>
        <translation>Plan als geprüft vermerkt</translation>
    </message>
    <message>
        <source>%1 is undecided again</source>
        <translation>%1 ist wieder offen</translation>
    </message>
    <message>
        <source>%1 marked %2</source>
        <translation>%1 als %2 bewertet</translation>
    </message>
    <message>
        <source>Note on %1</source>
        <translation>Notiz zu %1</translation>
    </message>
    <message>
        <source>Action item flag of %1</source>
        <translation>Vormerkung von %1 als Maßnahme</translation>
    </message>
    <message>
        <source>Attachment of %1</source>
        <translation>Anhang von %1</translation>
    </message>
    <message>
        <source>Threshold of %1</source>
        <translation>Schwelle von %1</translation>
    </message>
    <message>
        <source>Action items</source>
        <translation>Maßnahmen</translation>
    </message>
    <message>
        <source>Audit details</source>
        <translation>Angaben zum Audit</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Letzte Änderung</translation>
    </message>
    <message>
        <source>%1 is a result: it can be opened for reading, but it holds no journal to import.</source>
        <translation>%1 ist ein Ergebnis: Es kann zum Lesen geöffnet werden, enthält aber kein Journal zum Importieren.</translation>
    </message>
    <message>
        <source>This is a result, not an audit: save it with the report page.</source>
        <translation>Dies ist ein Ergebnis und kein Audit: Die Berichtsseite speichert es.</translation>
    </message>
    <message>
        <source>No probe can run: the audit names no target for it.</source>
        <translation>Keine Messung kann laufen: Das Audit nennt kein Ziel dafür.</translation>
    </message>
    <message>
        <source>Snapshot “%1” saved</source>
        <translation>Stand „%1“ gespeichert</translation>
    </message>
    <message>
        <source>Probes are running: what they find would void the signature.</source>
        <translation>Messungen laufen: Was sie finden, würde die Unterschrift ungültig machen.</translation>
    </message>
    <message>
        <source>Wait for them or stop them, then sign.</source>
        <translation>Das Ende abwarten oder sie anhalten, dann unterschreiben.</translation>
    </message>
    <message>
        <source>Revision %1, signed</source>
        <translation>Revision %1, unterschrieben</translation>
    </message>
    <message>
        <source>Signed by both seats: revision %1 is frozen</source>
        <translation>Von beiden unterschrieben: Revision %1 ist eingefroren</translation>
    </message>
    <message>
        <source>Signed as team lead</source>
        <translation>Als Teamleitung unterschrieben</translation>
    </message>
    <message>
        <source>Signed as reviewer</source>
        <translation>Als Prüfer unterschrieben</translation>
    </message>
    <message>
        <source>Revision %1 begins</source>
        <translation>Revision %1 beginnt</translation>
    </message>
</context>
<context>
    <name>awb::BandScaleWidget</name>
    <message>
        <source>No score yet</source>
        <translation>Noch keine Punkte</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>awb::ChangeDetail</name>
    <message>
        <source>One change</source>
        <translation>Eine Änderung</translation>
    </message>
    <message>
        <source>Both measurements in one chart</source>
        <translation>Beide Messungen in einem Diagramm</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>Choose a row of the comparison: both states of it stand here.</source>
        <translation>Eine Zeile des Vergleichs wählen: Beide Stände stehen dann hier.</translation>
    </message>
</context>
<context>
    <name>awb::CheckListModel</name>
    <message>
        <source>%1. %2: %3 of %4 points, %5 of %6 decided</source>
        <translation>%1. %2: %3 von %4 Punkten, %5 von %6 entschieden</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <translation>%1 %2: %3</translation>
    </message>
</context>
<context>
    <name>awb::CheckListPane</name>
    <message>
        <source>Filter or number</source>
        <translation>Suchen oder Nummer</translation>
    </message>
    <message>
        <source>Filter the checks by words or number</source>
        <translation>Prüfpunkte nach Wörtern oder Nummer filtern</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All checks</source>
        <translation>Alle Prüfpunkte</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Undecided checks</source>
        <translation>Offene Prüfpunkte</translation>
    </message>
    <message>
        <source>Fail</source>
        <translation>Verfehlt</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfpunkte</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>No check has this mark.</source>
        <translation>Kein Prüfpunkt hat dieses Urteil.</translation>
    </message>
    <message>
        <source>No check matches “%1”.</source>
        <translation>Kein Prüfpunkt passt zu „%1“.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
</context>
<context>
    <name>awb::CheckPane</name>
    <message>
        <source>Previous check (K)</source>
        <translation>Voriger Prüfpunkt (K)</translation>
    </message>
    <message>
        <source>Previous check, key K</source>
        <translation>Voriger Prüfpunkt, Taste K</translation>
    </message>
    <message>
        <source>Next check (J)</source>
        <translation>Nächster Prüfpunkt (J)</translation>
    </message>
    <message>
        <source>Next check, key J</source>
        <translation>Nächster Prüfpunkt, Taste J</translation>
    </message>
    <message>
        <source>Remedy</source>
        <translation>Abhilfe</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>How to measure</source>
        <translation>So wird gemessen</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>Was gesendet wurde</translation>
    </message>
    <message>
        <source>Threshold %1</source>
        <translation>Schwelle %1</translation>
    </message>
    <message>
        <source>Method: %1</source>
        <translation>Verfahren: %1</translation>
    </message>
    <message>
        <source>Copy the fix</source>
        <translation>Abhilfe kopieren</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Erneut messen</translation>
    </message>
    <message>
        <source>Keep the mark</source>
        <translation>Urteil behalten</translation>
    </message>
    <message>
        <source>Ask: %1</source>
        <translation>Frage: %1</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Copied: hand it to whoever runs the server.</source>
        <translation>Kopiert: zum Weitergeben an die Serverbetreuung.</translation>
    </message>
    <message>
        <source>There is no code to copy for this check.</source>
        <translation>Zu diesem Prüfpunkt gibt es keinen Code zum Kopieren.</translation>
    </message>
    <message>
        <source>Remedy copied.</source>
        <translation>Abhilfe kopiert.</translation>
    </message>
</context>
<context>
    <name>awb::CheckView</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>No probe measures this</source>
        <translation>Keine Messung deckt dies ab</translation>
    </message>
    <message>
        <source>Not measured yet</source>
        <translation>Noch nicht gemessen</translation>
    </message>
    <message>
        <source>Suggests: %1</source>
        <translation>Vorschlag: %1</translation>
    </message>
    <message>
        <source>Not measured</source>
        <translation>Nicht gemessen</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Assisted</source>
        <translation>Unterstützt</translation>
    </message>
    <message>
        <source>Accept %1</source>
        <translation>%1 übernehmen</translation>
    </message>
    <message>
        <source>Not measured: %1</source>
        <translation>Nicht gemessen: %1</translation>
    </message>
    <message>
        <source>No verdict: %1</source>
        <translation>Kein Urteil: %1</translation>
    </message>
    <message>
        <source>Not measured: no probe has run for this check.</source>
        <translation>Nicht gemessen: Für diesen Prüfpunkt lief noch keine Messung.</translation>
    </message>
    <message>
        <source>Give its target and run the probe, or judge it together.</source>
        <translation>Ziel angeben und messen, oder gemeinsam beurteilen.</translation>
    </message>
    <message>
        <source>Stale: %1</source>
        <translation>Veraltet: %1</translation>
    </message>
    <message>
        <source>The mark stays until you decide.</source>
        <translation>Das Urteil bleibt bis zur Entscheidung bestehen.</translation>
    </message>
    <message>
        <source>By the letter of the checklist: %1.</source>
        <translation>Nach dem Wortlaut der Checkliste: %1.</translation>
    </message>
    <message>
        <source>Judged without measurement: the report lists it.</source>
        <translation>Ohne Messung beurteilt: Der Bericht führt es auf.</translation>
    </message>
    <message>
        <source>%1 sent to %2, %3</source>
        <translation>%1 gesendet an %2, %3</translation>
    </message>
    <message>
        <source>own value, looser than the checklist</source>
        <translation>eigener Wert, lockerer als die Checkliste</translation>
    </message>
    <message>
        <source>own value, stricter than the checklist</source>
        <translation>eigener Wert, strenger als die Checkliste</translation>
    </message>
    <message>
        <source>%1 of %2 applicable</source>
        <translation>%1 von %2 anwendbar</translation>
    </message>
    <message>
        <source>%1 of %2 measured</source>
        <translation>%1 von %2 gemessen</translation>
    </message>
    <message>
        <source>%1 stale</source>
        <translation>%1 veraltet</translation>
    </message>
</context>
<context>
    <name>awb::CodeView</name>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>… cut after 1 MiB; Copy takes all of it.</source>
        <translation>… nach 1 MiB gekürzt; Kopieren nimmt alles.</translation>
    </message>
</context>
<context>
    <name>awb::CommandPalette</name>
    <message>
        <source>Find a check, a page or a command</source>
        <translation>Prüfpunkt, Seite oder Befehl suchen</translation>
    </message>
</context>
<context>
    <name>awb::ComparisonModel</name>
    <message numerus="yes">
        <source>%1, %n checks</source>
        <translation>
            <numerusform>%1, %n Prüfpunkt</numerusform>
            <numerusform>%1, %n Prüfpunkte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, then %2</source>
        <translation>%1, danach %2</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfpunkt</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>A: %1</source>
        <translation>A: %1</translation>
    </message>
    <message>
        <source>B: %1</source>
        <translation>B: %1</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
</context>
<context>
    <name>awb::ConnectionSteps</name>
    <message>
        <source>Connection test</source>
        <translation>Verbindungstest</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>Erneut testen</translation>
    </message>
    <message>
        <source>Checks %1</source>
        <translation>Prüfpunkte %1</translation>
    </message>
    <message>
        <source>It is kept in the audit. Its checks are judged together.</source>
        <translation>Es bleibt im Audit. Seine Prüfpunkte werden gemeinsam beurteilt.</translation>
    </message>
    <message>
        <source>A test reads nothing but versions and rights.</source>
        <translation>Ein Test liest nur Versionen und Rechte.</translation>
    </message>
</context>
<context>
    <name>awb::ConsentDialog</name>
    <message>
        <source>and %1 more: see the dry run</source>
        <translation>und %1 weitere: siehe Probelauf</translation>
    </message>
    <message>
        <source>Allow and start</source>
        <translation>Erlauben und starten</translation>
    </message>
    <message>
        <source>the target</source>
        <translation>das Ziel</translation>
    </message>
    <message>
        <source>Before anything that can be felt</source>
        <translation>Vor allem, was spürbar ist</translation>
    </message>
    <message>
        <source>Allow “%1” on %2?</source>
        <translation>„%1“ auf %2 erlauben?</translation>
    </message>
    <message>
        <source>This is off until you allow it, for this host, in this run.</source>
        <translation>Dies ist aus, bis es für diesen Rechner und diesen Lauf erlaubt wird.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Wofür</translation>
    </message>
    <message>
        <source>checks %1</source>
        <translation>Prüfpunkte %1</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>Wie viel</translation>
    </message>
    <message>
        <source>Stops itself</source>
        <translation>Hält von selbst an</translation>
    </message>
    <message>
        <source>At the bound above, when the target shows that it is hurting, or with Esc.</source>
        <translation>An der Grenze oben, wenn das Ziel zu leiden beginnt, oder mit Esc.</translation>
    </message>
    <message>
        <source>%1 may be loaded now. It is the host I mean.</source>
        <translation>%1 darf jetzt belastet werden. Es ist der gemeinte Rechner.</translation>
    </message>
    <message>
        <source>This host may be loaded now</source>
        <translation>Dieser Rechner darf jetzt belastet werden</translation>
    </message>
    <message>
        <source>This is production, and its owner agreed</source>
        <translation>Dies ist die Produktion, und der Verantwortliche hat zugestimmt</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Nicht senden</translation>
    </message>
</context>
<context>
    <name>awb::DryRunPane</name>
    <message>
        <source>Dry run</source>
        <translation>Probelauf</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>What “Run all” would send, with its bound. Parts that depend on an earlier answer are shown as a template. Nothing was sent.</source>
        <translation>Was „Alles messen“ senden würde, mit Grenze. Was von einer früheren Antwort abhängt, steht als Muster da. Nichts wurde gesendet.</translation>
    </message>
</context>
<context>
    <name>awb::EvidenceCard</name>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>Tabelle kopieren</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Weniger zeigen</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>%n weitere zeigen</numerusform>
            <numerusform>%n weitere zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>first %1 of %2</source>
        <translation>die ersten %1 von %2</translation>
    </message>
</context>
<context>
    <name>awb::EvidenceTableModel</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
</context>
<context>
    <name>awb::FeltList</name>
    <message>
        <source>Only when it is allowed</source>
        <translation>Nur wenn es erlaubt wird</translation>
    </message>
    <message>
        <source>Can be felt by the target</source>
        <translation>Für das Ziel spürbar</translation>
    </message>
    <message>
        <source>Review what will be sent</source>
        <translation>Ansehen, was gesendet wird</translation>
    </message>
    <message>
        <source>Not allowed, stays off. %1</source>
        <translation>Nicht erlaubt, bleibt aus. %1</translation>
    </message>
</context>
<context>
    <name>awb::FilterChip</name>
    <message numerus="yes">
        <source>%1, %n check(s)</source>
        <translation>
            <numerusform>%1, %n Prüfpunkt</numerusform>
            <numerusform>%1, %n Prüfpunkte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>awb::JudgmentPane</name>
    <message>
        <source>Judgment</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>Keep undecided</source>
        <translation>Offen lassen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Add a note for the report</source>
        <translation>Notiz für den Bericht</translation>
    </message>
    <message>
        <source>screenshot.png</source>
        <translation>bildschirmfoto.png</translation>
    </message>
    <message>
        <source>Action item</source>
        <translation>Maßnahme</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>Datei anhängen</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Kopie speichern</translation>
    </message>
    <message numerus="yes">
        <source>Reason for %n checks, required</source>
        <translation>
            <numerusform>Begründung für %n Prüfpunkt, erforderlich</numerusform>
            <numerusform>Begründung für %n Prüfpunkte, erforderlich</numerusform>
        </translation>
    </message>
    <message>
        <source>Reason, required</source>
        <translation>Begründung, erforderlich</translation>
    </message>
    <message>
        <source>Mark %1</source>
        <translation>Als %1 bewerten</translation>
    </message>
    <message>
        <source>Keep the mark</source>
        <translation>Urteil behalten</translation>
    </message>
    <message>
        <source>Reason, overruled the probe</source>
        <translation>Begründung, Messung überstimmt</translation>
    </message>
    <message>
        <source>Both seats agree</source>
        <translation>Beide sind einig</translation>
    </message>
    <message>
        <source>Reviewer: %1, lead: %2</source>
        <translation>Prüfer: %1, Leitung: %2</translation>
    </message>
    <message>
        <source>Reviewer: %1</source>
        <translation>Prüfer: %1</translation>
    </message>
    <message>
        <source>Lead: %1</source>
        <translation>Leitung: %1</translation>
    </message>
    <message>
        <source>By %1</source>
        <translation>Von %1</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>Signed, frozen</source>
        <translation>Unterschrieben, eingefroren</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Nur lesen</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Gespeichert %1</translation>
    </message>
</context>
<context>
    <name>awb::KeyCap</name>
    <message>
        <source>key %1</source>
        <translation>Taste %1</translation>
    </message>
    <message>
        <source>%1, key %2</source>
        <translation>%1, Taste %2</translation>
    </message>
</context>
<context>
    <name>awb::LiveScorecard</name>
    <message>
        <source>Scorecard</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Provisional</source>
        <translation>Vorläufig</translation>
    </message>
    <message>
        <source>of %1 so far</source>
        <translation>bisher von %1</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>at most %1 (%2)</source>
        <translation>höchstens %1 (%2)</translation>
    </message>
</context>
<context>
    <name>awb::MainWindow</name>
    <message>
        <source>Backend Audit Workbench</source>
        <translation>Backend Audit Workbench</translation>
    </message>
    <message numerus="yes">
        <source>Not saved: %1 %n entries wait in this window.</source>
        <translation>
            <numerusform>Nicht gespeichert: %1 %n Eintrag wartet in diesem Fenster.</numerusform>
            <numerusform>Nicht gespeichert: %1 %n Einträge warten in diesem Fenster.</numerusform>
        </translation>
    </message>
    <message>
        <source>Trying again every 2 s. Keep the window open.</source>
        <translation>Alle 2 s ein neuer Versuch. Das Fenster offen lassen.</translation>
    </message>
    <message>
        <source>Written: %1. Its evidence is not masked; send a report instead.</source>
        <translation>Geschrieben: %1. Die Belege sind nicht maskiert; zum Weitergeben einen Bericht verwenden.</translation>
    </message>
    <message>
        <source>Another window</source>
        <translation>Ein anderes Fenster</translation>
    </message>
    <message>
        <source>%1 changed %2</source>
        <translation>%1 hat %2 geändert</translation>
    </message>
    <message>
        <source>This page is not part of this version.</source>
        <translation>Diese Seite gehört nicht zu dieser Version.</translation>
    </message>
    <message>
        <source>%1 – %2 – Backend Audit Workbench</source>
        <translation>%1 – %2 – Backend Audit Workbench</translation>
    </message>
    <message>
        <source>Save now</source>
        <translation>Jetzt speichern</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Audit</translation>
    </message>
    <message>
        <source>New audit</source>
        <translation>Neues Audit</translation>
    </message>
    <message>
        <source>Open audit</source>
        <translation>Audit öffnen</translation>
    </message>
    <message>
        <source>Audits and results (*.audit *.json)</source>
        <translation>Audits und Ergebnisse (*.audit *.json)</translation>
    </message>
    <message>
        <source>Open the sample audit</source>
        <translation>Beispielaudit öffnen</translation>
    </message>
    <message>
        <source>Import an exported audit</source>
        <translation>Exportiertes Audit importieren</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Exported audits (*.audit *.json)</source>
        <translation>Exportierte Audits (*.audit *.json)</translation>
    </message>
    <message>
        <source>Export this audit as a file</source>
        <translation>Dieses Audit als Datei exportieren</translation>
    </message>
    <message>
        <source>Close the audit</source>
        <translation>Audit schließen</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Review mode</source>
        <translation>Besprechungsansicht</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Alles durchsuchen</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Alle Tasten</translation>
    </message>
    <message>
        <source>About Qt</source>
        <translation>Über Qt</translation>
    </message>
    <message>
        <source>&amp;Audit</source>
        <translation>&amp;Audit</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>A&amp;nsicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Export this audit</source>
        <translation>Dieses Audit exportieren</translation>
    </message>
    <message>
        <source>Audit file (*.audit);;Text form for git (*.json)</source>
        <translation>Auditdatei (*.audit);;Textform für git (*.json)</translation>
    </message>
    <message>
        <source>This build carries no sample audit.</source>
        <translation>Diese Version enthält kein Beispielaudit.</translation>
    </message>
    <message>
        <source>Install the released package, or open an audit.</source>
        <translation>Das veröffentlichte Paket installieren oder ein Audit öffnen.</translation>
    </message>
    <message>
        <source>check</source>
        <translation>Prüfpunkt</translation>
    </message>
</context>
<context>
    <name>awb::MarkButton</name>
    <message>
        <source>%1, key %2</source>
        <translation>%1, Taste %2</translation>
    </message>
    <message>
        <source>waits for a reason</source>
        <translation>wartet auf eine Begründung</translation>
    </message>
</context>
<context>
    <name>awb::MarkRow</name>
    <message>
        <source>Pass</source>
        <translation>Erfüllt</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Fail</source>
        <translation>Verfehlt</translation>
    </message>
    <message>
        <source>N/A</source>
        <translation>Entfällt</translation>
    </message>
</context>
<context>
    <name>awb::NewAuditPage</name>
    <message>
        <source>The password could not be kept: %1</source>
        <translation>Das Passwort konnte nicht aufbewahrt werden: %1</translation>
    </message>
    <message>
        <source>Nothing was made. Try again, or leave the password empty.</source>
        <translation>Nichts wurde angelegt. Noch einmal versuchen oder das Passwort leer lassen.</translation>
    </message>
    <message>
        <source>No keychain service: passwords live in memory and are gone when the program ends</source>
        <translation>Kein Schlüsselbund: Passwörter bleiben im Speicher und sind nach dem Beenden weg</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Checkout API, Q4 2026</source>
        <translation>Checkout-API, Q4 2026</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Zahlungen</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>Prüfer</translation>
    </message>
    <message>
        <source>Team lead</source>
        <translation>Teamleitung</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Deployed version</source>
        <translation>Installierte Version</translation>
    </message>
    <message>
        <source>v2026.11.3</source>
        <translation>v2026.11.3</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Which audit is it?</source>
        <translation>Um welches Audit geht es?</translation>
    </message>
    <message>
        <source>These lines stand on the cover of the report.</source>
        <translation>Diese Zeilen stehen auf dem Deckblatt des Berichts.</translation>
    </message>
    <message>
        <source>What should be measured?</source>
        <translation>Was soll gemessen werden?</translation>
    </message>
    <message>
        <source>Window for counters, in seconds</source>
        <translation>Zeitfenster für Zähler, in Sekunden</translation>
    </message>
    <message>
        <source>Hit rates, evictions and statement times are read at the beginning and the end of this window. A rule that needs a longer one says so and gives no verdict.</source>
        <translation>Trefferquoten, Verdrängungen und Anweisungszeiten werden am Anfang und am Ende dieses Fensters gelesen. Eine Regel, die ein längeres braucht, sagt es und gibt kein Urteil ab.</translation>
    </message>
    <message>
        <source>Everything that can be felt stays off.</source>
        <translation>Alles Spürbare bleibt aus.</translation>
    </message>
    <message>
        <source>Load, bursts, writes and whole-index scans are asked for on the Probes page, with what is sent, where and how much, each time.</source>
        <translation>Last, Stöße, Schreibzugriffe und Indexdurchläufe werden auf der Seite Messungen jedes Mal erfragt: was gesendet wird, wohin und wie viel.</translation>
    </message>
    <message>
        <source>What may be felt?</source>
        <translation>Was darf spürbar sein?</translation>
    </message>
    <message>
        <source>Reading is bounded: at most 2 % of a core and 64 MiB of reads.</source>
        <translation>Das Lesen ist begrenzt: höchstens 2 % eines Kerns und 64 MiB.</translation>
    </message>
    <message>
        <source>Ready to begin?</source>
        <translation>Bereit?</translation>
    </message>
    <message>
        <source>Nothing is sent until you run the probes.</source>
        <translation>Nichts wird gesendet, bevor die Messungen laufen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>New audit</source>
        <translation>Neues Audit</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>next</source>
        <translation>weiter</translation>
    </message>
    <message>
        <source>back</source>
        <translation>zurück</translation>
    </message>
    <message>
        <source>test the connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>cancel</source>
        <translation>abbrechen</translation>
    </message>
    <message>
        <source>Next: target</source>
        <translation>Weiter: Ziel</translation>
    </message>
    <message>
        <source>Next: limits</source>
        <translation>Weiter: Grenzen</translation>
    </message>
    <message>
        <source>Next: ready</source>
        <translation>Weiter: Fertig</translation>
    </message>
    <message>
        <source>Begin the audit</source>
        <translation>Audit beginnen</translation>
    </message>
    <message>
        <source>%1 of %2 checks can be measured; the others are judged together.</source>
        <translation>%1 von %2 Prüfpunkten sind messbar; die übrigen werden gemeinsam beurteilt.</translation>
    </message>
    <message>
        <source>Looking for the repository&apos;s folder.</source>
        <translation>Der Ordner des Repositorys wird gesucht.</translation>
    </message>
    <message>
        <source>No part of the target is given, so no probe will run.</source>
        <translation>Kein Teil des Ziels ist angegeben, daher läuft keine Messung.</translation>
    </message>
    <message>
        <source>Measured: %1.</source>
        <translation>Gemessen: %1.</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Audit</translation>
    </message>
    <message>
        <source>Name, people, date</source>
        <translation>Name, Personen, Datum</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>What to measure</source>
        <translation>Was gemessen wird</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>What may be felt</source>
        <translation>Was spürbar sein darf</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>What will be measured</source>
        <translation>Was messbar ist</translation>
    </message>
    <message>
        <source>Step %1, %2: %3</source>
        <translation>Schritt %1, %2: %3</translation>
    </message>
    <message>
        <source>Every part is optional. What is left out shows as not measured, never as a pass.</source>
        <translation>Jeder Teil ist freiwillig. Was fehlt, erscheint als nicht gemessen, nie als erfüllt.</translation>
    </message>
    <message>
        <source>Give what you have. Each part can be tested on its own, and changed later.</source>
        <translation>Angeben, was da ist. Jeder Teil ist einzeln zu testen und später zu ändern.</translation>
    </message>
</context>
<context>
    <name>awb::NewAuditPresenter</name>
    <message>
        <source>not set</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>%1, database %2</source>
        <translation>%1, Datenbank %2</translation>
    </message>
    <message>
        <source>testing</source>
        <translation>wird getestet</translation>
    </message>
    <message>
        <source>this version has no test for it</source>
        <translation>diese Version hat keinen Test dafür</translation>
    </message>
    <message numerus="yes">
        <source>connected, all %n steps are fine</source>
        <translation>
            <numerusform>verbunden, der eine Schritt ist in Ordnung</numerusform>
            <numerusform>verbunden, alle %n Schritte sind in Ordnung</numerusform>
        </translation>
    </message>
    <message>
        <source>connected, %1 of %2 steps need attention</source>
        <translation>verbunden, %1 von %2 Schritten brauchen Aufmerksamkeit</translation>
    </message>
    <message>
        <source>connected, but not every probe can see all it needs</source>
        <translation>verbunden, aber nicht jede Messung sieht alles Nötige</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>nicht verbunden</translation>
    </message>
    <message>
        <source>Port is 1 to 65535.</source>
        <translation>Der Port liegt zwischen 1 und 65535.</translation>
    </message>
    <message>
        <source>A host name or address, or a whole connection string.</source>
        <translation>Ein Rechnername, eine Adresse oder eine ganze Verbindungszeichenkette.</translation>
    </message>
    <message>
        <source>Name the database to look at.</source>
        <translation>Die zu betrachtende Datenbank angeben.</translation>
    </message>
    <message>
        <source>A number from 0.</source>
        <translation>Eine Zahl ab 0.</translation>
    </message>
    <message>
        <source>A URL that begins with http:// or https://.</source>
        <translation>Eine URL, die mit http:// oder https:// beginnt.</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>Diesen Ordner gibt es nicht.</translation>
    </message>
    <message>
        <source>Give the audit a name.</source>
        <translation>Dem Audit einen Namen geben.</translation>
    </message>
    <message>
        <source>The date is not one: type it as 2026-11-24.</source>
        <translation>Das ist kein Datum: so eingeben: 2026-11-24.</translation>
    </message>
    <message>
        <source>Host, or a connection string</source>
        <translation>Rechner oder Verbindungszeichenkette</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Anmeldename</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Read only, in a read-only transaction.</source>
        <translation>Nur lesend, in einer Nur-Lese-Transaktion.</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>SCAN and metadata commands, paced. Never KEYS, never MONITOR.</source>
        <translation>SCAN und Metadaten, gebremst. Nie KEYS, nie MONITOR.</translation>
    </message>
    <message>
        <source>Its admin console, as a user of stats_users.</source>
        <translation>Ihre Verwaltungskonsole, als Nutzer aus stats_users.</translation>
    </message>
    <message>
        <source>HTTP service</source>
        <translation>HTTP-Dienst</translation>
    </message>
    <message>
        <source>GET, HEAD and OPTIONS.</source>
        <translation>GET, HEAD und OPTIONS.</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>Basis-URL</translation>
    </message>
    <message>
        <source>OpenAPI document</source>
        <translation>OpenAPI-Dokument</translation>
    </message>
    <message>
        <source>Metrics page, if it has one</source>
        <translation>Seite mit Metriken, falls vorhanden</translation>
    </message>
    <message>
        <source>Bearer token, if it needs one</source>
        <translation>Bearer-Token, falls nötig</translation>
    </message>
    <message>
        <source>Prometheus</source>
        <translation>Prometheus</translation>
    </message>
    <message>
        <source>Its query API.</source>
        <translation>Seine Abfrage-API.</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>Selector</source>
        <translation>Selektor</translation>
    </message>
    <message>
        <source>Repository</source>
        <translation>Repository</translation>
    </message>
    <message>
        <source>A folder with the source. Nothing in it is executed.</source>
        <translation>Ein Ordner mit dem Quelltext. Nichts darin wird ausgeführt.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
</context>
<context>
    <name>awb::NumberBox</name>
    <message>
        <source>Go to check</source>
        <translation>Zu Prüfpunkt gehen</translation>
    </message>
</context>
<context>
    <name>awb::PageSheets</name>
    <message numerus="yes">
        <source>%n pages</source>
        <translation>
            <numerusform>%n Seite</numerusform>
            <numerusform>%n Seiten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>awb::PartList</name>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Parts of the target</source>
        <translation>Teile des Ziels</translation>
    </message>
    <message>
        <source>%1 of %2 given</source>
        <translation>%1 von %2 angegeben</translation>
    </message>
    <message>
        <source>Checks that can be measured: %1 of %2</source>
        <translation>Messbare Prüfpunkte: %1 von %2</translation>
    </message>
</context>
<context>
    <name>awb::ProbePane</name>
    <message>
        <source>Rights it needs</source>
        <translation>Nötige Rechte</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>Was gesendet wird</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Diagnose kopieren</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Nothing yet. A run writes here what it does.</source>
        <translation>Noch nichts. Ein Lauf schreibt hier, was er tut.</translation>
    </message>
    <message>
        <source>Serves %1. %2</source>
        <translation>Dient %1. %2</translation>
    </message>
    <message>
        <source>-- nothing: it reads what other probes found</source>
        <translation>-- nichts: liest, was andere Messungen fanden</translation>
    </message>
    <message>
        <source>Reads only, within a stated bound.</source>
        <translation>Liest nur, innerhalb einer genannten Grenze.</translation>
    </message>
    <message>
        <source>Stays off until it is allowed below. %1</source>
        <translation>Bleibt aus, bis es unten erlaubt wird. %1</translation>
    </message>
    <message>
        <source>Stopped by an error: it gives no verdict.</source>
        <translation>Durch einen Fehler angehalten: kein Urteil.</translation>
    </message>
    <message>
        <source>Stopped: what was read is kept, and gives no verdict.</source>
        <translation>Angehalten: Das Gelesene bleibt, ergibt aber kein Urteil.</translation>
    </message>
    <message>
        <source>Not measured in full.</source>
        <translation>Nicht vollständig gemessen.</translation>
    </message>
    <message>
        <source>%1 Hand this line on, then run again.</source>
        <translation>%1 Diese Zeile weitergeben, dann erneut messen.</translation>
    </message>
</context>
<context>
    <name>awb::ProbeTableModel</name>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 von %2 fertig</translation>
    </message>
    <message>
        <source>Probe</source>
        <translation>Messung</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfpunkte</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
</context>
<context>
    <name>awb::ProbesPage</name>
    <message>
        <source>New audit</source>
        <translation>Neues Audit</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>Alle anhalten</translation>
    </message>
    <message>
        <source>Run all</source>
        <translation>Alles messen</translation>
    </message>
    <message>
        <source>Run section</source>
        <translation>Abschnitt messen</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>Probelauf</translation>
    </message>
    <message>
        <source>Settings are locked while probes run</source>
        <translation>Einstellungen sind während der Messung gesperrt</translation>
    </message>
    <message>
        <source>Probes</source>
        <translation>Messungen</translation>
    </message>
    <message>
        <source>Run all probes</source>
        <translation>Alle Messungen ausführen</translation>
    </message>
    <message>
        <source>Run this probe</source>
        <translation>Diese Messung ausführen</translation>
    </message>
    <message>
        <source>Run the section of this probe</source>
        <translation>Den Abschnitt dieser Messung ausführen</translation>
    </message>
    <message>
        <source>Dry run: show what would be sent</source>
        <translation>Probelauf: zeigen, was gesendet würde</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Diagnose kopieren</translation>
    </message>
    <message>
        <source>Open its check</source>
        <translation>Ihren Prüfpunkt öffnen</translation>
    </message>
    <message>
        <source>Run section %1</source>
        <translation>Abschnitt %1 messen</translation>
    </message>
    <message>
        <source>stop all</source>
        <translation>alle anhalten</translation>
    </message>
    <message>
        <source>dry run</source>
        <translation>Probelauf</translation>
    </message>
    <message>
        <source>run all</source>
        <translation>alles messen</translation>
    </message>
    <message>
        <source>run this probe</source>
        <translation>diese messen</translation>
    </message>
    <message>
        <source>run its section</source>
        <translation>Abschnitt messen</translation>
    </message>
    <message>
        <source>open its check</source>
        <translation>Prüfpunkt öffnen</translation>
    </message>
    <message>
        <source>No audit is open</source>
        <translation>Kein Audit ist geöffnet</translation>
    </message>
    <message>
        <source>Open one or begin a new one; its probes stand here.</source>
        <translation>Eines öffnen oder beginnen; seine Messungen stehen dann hier.</translation>
    </message>
    <message>
        <source>The target of this audit cannot be read</source>
        <translation>Das Ziel dieses Audits ist nicht lesbar</translation>
    </message>
    <message>
        <source>This audit names no target</source>
        <translation>Dieses Audit nennt kein Ziel</translation>
    </message>
    <message>
        <source>Checks are judged together, or begin an audit with a database, a cache or a service to measure.</source>
        <translation>Die Prüfpunkte werden gemeinsam beurteilt, oder ein Audit mit Datenbank, Cache oder Dienst beginnen.</translation>
    </message>
    <message>
        <source>Not in the target: %1.</source>
        <translation>Nicht im Ziel: %1.</translation>
    </message>
    <message>
        <source>Their checks show as not measured, never as a pass.</source>
        <translation>Ihre Prüfpunkte erscheinen als nicht gemessen, nie als erfüllt.</translation>
    </message>
</context>
<context>
    <name>awb::ProbesPresenter</name>
    <message>
        <source>Not run yet</source>
        <translation>Noch nicht gelaufen</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Not measured</source>
        <translation>Nicht gemessen</translation>
    </message>
    <message>
        <source>Stopped by an error</source>
        <translation>Durch einen Fehler angehalten</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>Nicht erlaubt</translation>
    </message>
    <message>
        <source>once</source>
        <translation>einmal</translation>
    </message>
    <message>
        <source>up to %1 times</source>
        <translation>bis zu %1-mal</translation>
    </message>
    <message>
        <source>It can be felt by the target and was not allowed in this run.</source>
        <translation>Das Ziel kann es spüren, und es war in diesem Lauf nicht erlaubt.</translation>
    </message>
    <message numerus="yes">
        <source>Running %n probes</source>
        <translation>
            <numerusform>%n Messung läuft</numerusform>
            <numerusform>%n Messungen laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 von %2 fertig</translation>
    </message>
    <message>
        <source>%1 of %2 probes have run</source>
        <translation>%1 von %2 Messungen sind gelaufen</translation>
    </message>
    <message>
        <source>Run again after a change, or run one with R</source>
        <translation>Nach einer Änderung erneut messen, einzeln mit R</translation>
    </message>
    <message numerus="yes">
        <source>%n probes are ready</source>
        <translation>
            <numerusform>%n Messung ist bereit</numerusform>
            <numerusform>%n Messungen sind bereit</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was sent yet</source>
        <translation>Noch wurde nichts gesendet</translation>
    </message>
    <message>
        <source>stays off until it is allowed: %1</source>
        <translation>bleibt aus, bis es erlaubt wird: %1</translation>
    </message>
</context>
<context>
    <name>awb::ReasonStrip</name>
    <message>
        <source>Keep as it was</source>
        <translation>Lassen, wie es war</translation>
    </message>
    <message>
        <source>Reason, in one sentence</source>
        <translation>Begründung in einem Satz</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>%1 as %2 needs a reason, and the report will list it.</source>
        <translation>%1 als %2 braucht eine Begründung; der Bericht führt sie auf.</translation>
    </message>
    <message>
        <source>Mark %1</source>
        <translation>Als %1 bewerten</translation>
    </message>
</context>
<context>
    <name>awb::ReportPage</name>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Redact for forwarding</source>
        <translation>Zum Weitergeben maskieren</translation>
    </message>
    <message>
        <source>Literals in queries, ids in key names, credentials and personal data are masked. Switch it off only for readers who may see them.</source>
        <translation>Literale in Abfragen, Kennungen in Schlüsselnamen, Zugangsdaten und persönliche Daten werden maskiert. Nur für Leser abschalten, die sie sehen dürfen.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Export this format</source>
        <translation>Dieses Format exportieren</translation>
    </message>
    <message>
        <source>format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>redact</source>
        <translation>maskieren</translation>
    </message>
    <message>
        <source>export</source>
        <translation>exportieren</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>%1 exportieren</translation>
    </message>
    <message>
        <source>Drawing the preview</source>
        <translation>Die Vorschau wird gezeichnet</translation>
    </message>
    <message>
        <source>The first %1 of %2 pages; the file has all.</source>
        <translation>Die ersten %1 von %2 Seiten; die Datei hat alle.</translation>
    </message>
    <message numerus="yes">
        <source>%n pages, A4</source>
        <translation>
            <numerusform>%n Seite, A4</numerusform>
            <numerusform>%n Seiten, A4</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 KiB</source>
        <translation>%1 KiB</translation>
    </message>
    <message>
        <source>The PDF is complete but for this:</source>
        <translation>Das PDF ist vollständig bis auf dies:</translation>
    </message>
</context>
<context>
    <name>awb::ReportPresenter</name>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 kann nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>The one people send</source>
        <translation>Zum Versenden</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>HTML</source>
        <translation>HTML</translation>
    </message>
    <message>
        <source>One file, no network</source>
        <translation>Eine Datei, ohne Netz</translation>
    </message>
    <message>
        <source>HTML (*.html)</source>
        <translation>HTML (*.html)</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>The checklist&apos;s template, filled in</source>
        <translation>Die ausgefüllte Vorlage der Checkliste</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Reiner Text</translation>
    </message>
    <message>
        <source>The template for a mail</source>
        <translation>Die Vorlage für eine Mail</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>auditbench/result/1</source>
        <translation>auditbench/result/1</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>A row a check</source>
        <translation>Eine Zeile je Prüfpunkt</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>JUnit</source>
        <translation>JUnit</translation>
    </message>
    <message>
        <source>For CI</source>
        <translation>Für CI</translation>
    </message>
    <message>
        <source>JUnit XML (*.xml)</source>
        <translation>JUnit XML (*.xml)</translation>
    </message>
</context>
<context>
    <name>awb::ReviewPage</name>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Remedy</source>
        <translation>Abhilfe</translation>
    </message>
    <message>
        <source>Reason, then Enter</source>
        <translation>Begründung, dann Enter</translation>
    </message>
    <message>
        <source>park this</source>
        <translation>zurückstellen</translation>
    </message>
    <message>
        <source>action item</source>
        <translation>Maßnahme</translation>
    </message>
    <message>
        <source>previous</source>
        <translation>zurück</translation>
    </message>
    <message>
        <source>next</source>
        <translation>weiter</translation>
    </message>
    <message>
        <source>accept</source>
        <translation>übernehmen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>leave</source>
        <translation>verlassen</translation>
    </message>
    <message>
        <source>Review mode</source>
        <translation>Besprechungsansicht</translation>
    </message>
    <message>
        <source>Next check</source>
        <translation>Nächster Prüfpunkt</translation>
    </message>
    <message>
        <source>Previous check</source>
        <translation>Voriger Prüfpunkt</translation>
    </message>
    <message>
        <source>Next undecided check</source>
        <translation>Nächster offener Prüfpunkt</translation>
    </message>
    <message>
        <source>Mark Pass</source>
        <translation>Als Erfüllt bewerten</translation>
    </message>
    <message>
        <source>Mark Warning</source>
        <translation>Als Warnung bewerten</translation>
    </message>
    <message>
        <source>Mark Fail</source>
        <translation>Als Verfehlt bewerten</translation>
    </message>
    <message>
        <source>Mark not applicable</source>
        <translation>Als nicht anwendbar bewerten</translation>
    </message>
    <message>
        <source>Clear the mark</source>
        <translation>Urteil aufheben</translation>
    </message>
    <message>
        <source>Accept the suggestion</source>
        <translation>Vorschlag übernehmen</translation>
    </message>
    <message>
        <source>Flag as action item</source>
        <translation>Als Maßnahme vormerken</translation>
    </message>
    <message>
        <source>Show the evidence</source>
        <translation>Belege zeigen</translation>
    </message>
    <message>
        <source>Show the remedy</source>
        <translation>Abhilfe zeigen</translation>
    </message>
    <message>
        <source>Park the check: come back to it at the end</source>
        <translation>Prüfpunkt zurückstellen: am Ende darauf zurückkommen</translation>
    </message>
    <message>
        <source>%1 parked: U comes back to it when the others are decided</source>
        <translation>%1 zurückgestellt: U führt zurück, wenn die anderen entschieden sind</translation>
    </message>
    <message>
        <source>Threshold: %1</source>
        <translation>Schwelle: %1</translation>
    </message>
    <message>
        <source>Reviewer: %1   Lead: %2</source>
        <translation>Prüfer: %1   Leitung: %2</translation>
    </message>
    <message>
        <source>deciding</source>
        <translation>entscheidet</translation>
    </message>
    <message>
        <source>%1 of %2 decided</source>
        <translation>%1 von %2 entschieden</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>noch %1 min</translation>
    </message>
    <message>
        <source>%1 s per check, over the pace</source>
        <translation>%1 s je Prüfpunkt, über dem Takt</translation>
    </message>
    <message>
        <source>%1 s per check, on pace</source>
        <translation>%1 s je Prüfpunkt, im Takt</translation>
    </message>
    <message>
        <source>%1 s for each check</source>
        <translation>%1 s für jeden Prüfpunkt</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Besprechung</translation>
    </message>
</context>
<context>
    <name>awb::RulerWidget</name>
    <message>
        <source>%1: found %2, expected %3</source>
        <translation>%1: gefunden %2, erwartet %3</translation>
    </message>
</context>
<context>
    <name>awb::RunCounts</name>
    <message>
        <source>Suggested: %1 Pass, %2 Warning, %3 Fail, %4 not measured</source>
        <translation>Vorgeschlagen: %1 Erfüllt, %2 Warnung, %3 Verfehlt, %4 nicht gemessen</translation>
    </message>
    <message>
        <source>%1 not measured</source>
        <translation>%1 nicht gemessen</translation>
    </message>
</context>
<context>
    <name>awb::ScoreRing</name>
    <message>
        <source>%1 of %2 decided</source>
        <translation>%1 von %2 entschieden</translation>
    </message>
</context>
<context>
    <name>awb::ScorecardModel</name>
    <message>
        <source>N/A</source>
        <translation>Entfällt</translation>
    </message>
    <message>
        <source>, stale</source>
        <translation>, veraltet</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Punkte</translation>
    </message>
</context>
<context>
    <name>awb::ScorecardPage</name>
    <message>
        <source>No audit is open</source>
        <translation>Kein Audit ist geöffnet</translation>
    </message>
    <message>
        <source>Open one or begin a new one; its scorecard stands here.</source>
        <translation>Eines öffnen oder beginnen; sein Ergebnis steht dann hier.</translation>
    </message>
    <message>
        <source>New audit</source>
        <translation>Neues Audit</translation>
    </message>
    <message>
        <source>Marks of all checks by section</source>
        <translation>Urteile aller Prüfpunkte nach Abschnitt</translation>
    </message>
    <message>
        <source>Top action items</source>
        <translation>Wichtigste Maßnahmen</translation>
    </message>
    <message>
        <source>Propose again</source>
        <translation>Neu vorschlagen</translation>
    </message>
    <message>
        <source>Ranked by points, severity, effort and shared cause. Takes the place of your list; Ctrl+Z brings it back.</source>
        <translation>Geordnet nach Punkten, Schwere, Aufwand und gemeinsamer Ursache. Ersetzt die eigene Liste; Strg+Z holt sie zurück.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Before sign-off</source>
        <translation>Vor der Unterschrift</translation>
    </message>
    <message>
        <source>Scorecard</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Mark the cell Pass</source>
        <translation>Feld als Erfüllt bewerten</translation>
    </message>
    <message>
        <source>Mark the cell Warning</source>
        <translation>Feld als Warnung bewerten</translation>
    </message>
    <message>
        <source>Mark the cell Fail</source>
        <translation>Feld als Verfehlt bewerten</translation>
    </message>
    <message>
        <source>Mark the cell N/A</source>
        <translation>Feld als Entfällt bewerten</translation>
    </message>
    <message>
        <source>Clear the mark</source>
        <translation>Urteil aufheben</translation>
    </message>
    <message>
        <source>Add an action item</source>
        <translation>Maßnahme hinzufügen</translation>
    </message>
    <message>
        <source>Edit the action item</source>
        <translation>Maßnahme bearbeiten</translation>
    </message>
    <message>
        <source>Move the action item up</source>
        <translation>Maßnahme nach oben</translation>
    </message>
    <message>
        <source>Move the action item down</source>
        <translation>Maßnahme nach unten</translation>
    </message>
    <message>
        <source>Save a snapshot</source>
        <translation>Stand speichern</translation>
    </message>
    <message>
        <source>Open the report</source>
        <translation>Bericht öffnen</translation>
    </message>
    <message>
        <source>mark the cell</source>
        <translation>Feld bewerten</translation>
    </message>
    <message>
        <source>open check</source>
        <translation>Prüfpunkt öffnen</translation>
    </message>
    <message>
        <source>move item</source>
        <translation>Maßnahme bewegen</translation>
    </message>
    <message>
        <source>edit item</source>
        <translation>Maßnahme bearbeiten</translation>
    </message>
    <message>
        <source>snapshot</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>%1, provisional</source>
        <translation>%1, vorläufig</translation>
    </message>
    <message>
        <source>nothing open</source>
        <translation>nichts offen</translation>
    </message>
    <message>
        <source>%1 of %2 open</source>
        <translation>%1 von %2 offen</translation>
    </message>
</context>
<context>
    <name>awb::ScorecardPresenter</name>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>%1 with the action items</source>
        <translation>%1 mit den Maßnahmen</translation>
    </message>
    <message>
        <source>No check applies, so there is no score</source>
        <translation>Kein Prüfpunkt ist anwendbar, daher gibt es keine Punkte</translation>
    </message>
    <message>
        <source>This is the highest band.</source>
        <translation>Dies ist die höchste Stufe.</translation>
    </message>
    <message numerus="yes">
        <source>%n points to %1 (%2 of %3).</source>
        <translation>
            <numerusform>%n Punkt bis %1 (%2 von %3).</numerusform>
            <numerusform>%n Punkte bis %1 (%2 von %3).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The action items bring %n of them.</source>
        <translation>
            <numerusform>Die Maßnahmen bringen %n davon.</numerusform>
            <numerusform>Die Maßnahmen bringen %n davon.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Provisional: %n checks are undecided, at most %1 points.</source>
        <translation>
            <numerusform>Vorläufig: %n Prüfpunkt ist offen, höchstens %1 Punkte.</numerusform>
            <numerusform>Vorläufig: %n Prüfpunkte sind offen, höchstens %1 Punkte.</numerusform>
        </translation>
    </message>
    <message>
        <source>every mark fits its evidence</source>
        <translation>jedes Urteil passt zu seinen Belegen</translation>
    </message>
    <message>
        <source>%1, measured before a change</source>
        <translation>%1, vor einer Änderung gemessen</translation>
    </message>
    <message>
        <source>no mark against a probe</source>
        <translation>kein Urteil gegen eine Messung</translation>
    </message>
    <message>
        <source>%1, with reason</source>
        <translation>%1, mit Begründung</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>strict score, %1</source>
        <translation>strenge Wertung, %1</translation>
    </message>
    <message>
        <source>applicable, %1</source>
        <translation>anwendbar, %1</translation>
    </message>
    <message>
        <source>nothing applies</source>
        <translation>nichts ist anwendbar</translation>
    </message>
    <message>
        <source>measured by a probe</source>
        <translation>durch Messung belegt</translation>
    </message>
    <message>
        <source>%1 stale</source>
        <translation>%1 veraltet</translation>
    </message>
    <message>
        <source>%1 overruled</source>
        <translation>%1 überstimmt</translation>
    </message>
    <message>
        <source>With all of them: %1 of %2, %3</source>
        <translation>Mit allen: %1 von %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>+%n points</source>
        <translation>
            <numerusform>+%n Punkt</numerusform>
            <numerusform>+%n Punkte</numerusform>
        </translation>
    </message>
    <message>
        <source>effort %1</source>
        <translation>Aufwand %1</translation>
    </message>
    <message>
        <source>One action clears %1.</source>
        <translation>Eine Maßnahme erledigt %1.</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>%1 messen</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>All %1 checks are decided</source>
        <translation>Alle %1 Prüfpunkte sind entschieden</translation>
    </message>
    <message numerus="yes">
        <source>%n checks are undecided</source>
        <translation>
            <numerusform>%n Prüfpunkt ist offen</numerusform>
            <numerusform>%n Prüfpunkte sind offen</numerusform>
        </translation>
    </message>
    <message>
        <source>Every overrule has a reason</source>
        <translation>Jedes Überstimmen hat eine Begründung</translation>
    </message>
    <message>
        <source>Overruled without a reason: %1</source>
        <translation>Überstimmt ohne Begründung: %1</translation>
    </message>
    <message>
        <source>Every N/A mark has a reason (%1)</source>
        <translation>Jedes „Entfällt“ hat eine Begründung (%1)</translation>
    </message>
    <message>
        <source>N/A without a reason: %1</source>
        <translation>„Entfällt“ ohne Begründung: %1</translation>
    </message>
    <message>
        <source>Every Pass without measurement has a note</source>
        <translation>Jedes „Erfüllt“ ohne Messung hat eine Notiz</translation>
    </message>
    <message>
        <source>Pass without measurement or note: %1</source>
        <translation>„Erfüllt“ ohne Messung oder Notiz: %1</translation>
    </message>
    <message>
        <source>Both seats agree</source>
        <translation>Beide sind einig</translation>
    </message>
    <message>
        <source>The seats disagree on %1</source>
        <translation>Uneinig bei %1</translation>
    </message>
    <message>
        <source>No mark is stale</source>
        <translation>Kein Urteil ist veraltet</translation>
    </message>
    <message>
        <source>Stale: %1</source>
        <translation>Veraltet: %1</translation>
    </message>
</context>
<context>
    <name>awb::SecretPrompt</name>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Use it and run</source>
        <translation>Verwenden und messen</translation>
    </message>
    <message>
        <source>Do not run</source>
        <translation>Nicht messen</translation>
    </message>
    <message>
        <source>The password of %1 is asked for at each start.</source>
        <translation>Das Passwort von %1 wird bei jedem Start erfragt.</translation>
    </message>
    <message>
        <source>It stays in memory until the program ends, and is written nowhere.</source>
        <translation>Es bleibt bis zum Beenden im Speicher und wird nirgends geschrieben.</translation>
    </message>
</context>
<context>
    <name>awb::SectionBar</name>
    <message>
        <source>%1 Pass, %2 Warning, %3 Fail, %4 N/A of %5</source>
        <translation>%1 Erfüllt, %2 Warnung, %3 Verfehlt, %4 Entfällt von %5</translation>
    </message>
</context>
<context>
    <name>awb::SectionTable</name>
    <message>
        <source>Checks, one mark each: Enter opens it</source>
        <translation>Prüfpunkte, je ein Urteil: Enter öffnet ihn</translation>
    </message>
</context>
<context>
    <name>awb::SettingsPage</name>
    <message>
        <source>Who is at the keyboard</source>
        <translation>Wer an der Tastatur sitzt</translation>
    </message>
    <message>
        <source>Name under your marks</source>
        <translation>Name unter den eigenen Urteilen</translation>
    </message>
    <message>
        <source>No seat</source>
        <translation>Keine Rolle</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>Prüfer</translation>
    </message>
    <message>
        <source>Team lead</source>
        <translation>Teamleitung</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Seat</source>
        <translation>&amp;Rolle</translation>
    </message>
    <message>
        <source>Locked while probes run</source>
        <translation>Während der Messung gesperrt</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Follow the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Nothing moves by itself</source>
        <translation>Nichts bewegt sich von selbst</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>Text si&amp;ze</source>
        <translation>S&amp;chriftgröße</translation>
    </message>
    <message>
        <source>&amp;Motion</source>
        <translation>&amp;Bewegung</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>Redact every export, unless it is switched off there</source>
        <translation>Jeden Export maskieren, außer es wird dort abgeschaltet</translation>
    </message>
    <message>
        <source>next field</source>
        <translation>nächstes Feld</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Takes effect when the program starts again</source>
        <translation>Gilt, wenn das Programm neu startet</translation>
    </message>
    <message>
        <source>&amp;Language, from the next start</source>
        <translation>&amp;Sprache, ab dem nächsten Start</translation>
    </message>
</context>
<context>
    <name>awb::ShortcutSheet</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>They sleep while a text field has the focus; Esc leaves it.</source>
        <translation>Sie ruhen, solange ein Textfeld den Fokus hat; Esc verlässt es.</translation>
    </message>
</context>
<context>
    <name>awb::SignDialog</name>
    <message>
        <source>Sign</source>
        <translation>Unterschreiben</translation>
    </message>
    <message>
        <source>Sign-off</source>
        <translation>Unterschrift</translation>
    </message>
    <message numerus="yes">
        <source>%n points are still open</source>
        <translation>
            <numerusform>%n Punkt ist noch offen</numerusform>
            <numerusform>%n Punkte sind noch offen</numerusform>
        </translation>
    </message>
    <message>
        <source>Name under the signature</source>
        <translation>Name unter der Unterschrift</translation>
    </message>
    <message>
        <source>The marks are as we agreed</source>
        <translation>Die Urteile sind wie vereinbart</translation>
    </message>
    <message>
        <source>The marks are as we agreed, with the open points</source>
        <translation>Die Urteile sind wie vereinbart, mit den offenen Punkten</translation>
    </message>
    <message>
        <source>Do not sign</source>
        <translation>Nicht unterschreiben</translation>
    </message>
</context>
<context>
    <name>awb::SignOffCard</name>
    <message>
        <source>Sign-off</source>
        <translation>Unterschrift</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Unterschreiben</translation>
    </message>
    <message>
        <source>Sign as %1</source>
        <translation>Als %1 unterschreiben</translation>
    </message>
    <message>
        <source>Begin revision %1</source>
        <translation>Revision %1 beginnen</translation>
    </message>
</context>
<context>
    <name>awb::SignOffPresenter</name>
    <message>
        <source>Reviewer</source>
        <translation>Prüfer</translation>
    </message>
    <message>
        <source>Team lead</source>
        <translation>Teamleitung</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>nicht unterschrieben</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <translation>d. MMM yyyy, HH:mm</translation>
    </message>
    <message>
        <source>Revision %1 is signed and frozen</source>
        <translation>Revision %1 ist unterschrieben und eingefroren</translation>
    </message>
    <message>
        <source>Revision %1</source>
        <translation>Revision %1</translation>
    </message>
    <message>
        <source>Probes are running: sign when they are done.</source>
        <translation>Messungen laufen: danach unterschreiben.</translation>
    </message>
    <message>
        <source>Nothing in it can be changed. What comes later belongs to the next revision, which both seats sign again.</source>
        <translation>Daran ist nichts mehr zu ändern. Was später kommt, gehört zur nächsten Revision, die beide erneut unterschreiben.</translation>
    </message>
    <message>
        <source>Signing by both freezes the audit. A change after a signature voids it.</source>
        <translation>Mit beiden Unterschriften ist das Audit eingefroren. Eine Änderung nach einer Unterschrift macht sie ungültig.</translation>
    </message>
    <message>
        <source>Sign revision %1 as reviewer?</source>
        <translation>Revision %1 als Prüfer unterschreiben?</translation>
    </message>
    <message>
        <source>Sign revision %1 as team lead?</source>
        <translation>Revision %1 als Teamleitung unterschreiben?</translation>
    </message>
    <message>
        <source>No check applies, so there is no score.</source>
        <translation>Kein Prüfpunkt ist anwendbar, daher gibt es keine Punkte.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2, %3&#xa0;%. Provisional: %n checks are undecided.</source>
        <translation>
            <numerusform>%1 von %2, %3 %. Vorläufig: %n Prüfpunkt ist offen.</numerusform>
            <numerusform>%1 von %2, %3 %. Vorläufig: %n Prüfpunkte sind offen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2, %3&#xa0;%: %4.</source>
        <translation>%1 von %2, %3 %: %4.</translation>
    </message>
</context>
<context>
    <name>awb::SnapshotsPage</name>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Stände</translation>
    </message>
    <message>
        <source>Name of the snapshot</source>
        <translation>Name des Stands</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Snapshots, newest first</source>
        <translation>Stände, neueste zuerst</translation>
    </message>
    <message>
        <source>Score over time</source>
        <translation>Punkte im Lauf der Zeit</translation>
    </message>
    <message>
        <source>an open circle is provisional</source>
        <translation>ein offener Kreis ist vorläufig</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Changed only</source>
        <translation>Nur Geändertes</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Changes check by check</source>
        <translation>Änderungen je Prüfpunkt</translation>
    </message>
    <message>
        <source>Save snapshot</source>
        <translation>Stand speichern</translation>
    </message>
    <message>
        <source>Save a snapshot</source>
        <translation>Stand speichern</translation>
    </message>
    <message>
        <source>Compare from this one (A)</source>
        <translation>Von diesem vergleichen (A)</translation>
    </message>
    <message>
        <source>Compare to this one (B)</source>
        <translation>Mit diesem vergleichen (B)</translation>
    </message>
    <message>
        <source>Open the check</source>
        <translation>Prüfpunkt öffnen</translation>
    </message>
    <message>
        <source>Export the comparison</source>
        <translation>Vergleich exportieren</translation>
    </message>
    <message>
        <source>set as A</source>
        <translation>als A</translation>
    </message>
    <message>
        <source>set as B</source>
        <translation>als B</translation>
    </message>
    <message>
        <source>open check</source>
        <translation>Prüfpunkt öffnen</translation>
    </message>
    <message>
        <source>save</source>
        <translation>speichern</translation>
    </message>
    <message>
        <source>export</source>
        <translation>exportieren</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>wird geladen</translation>
    </message>
    <message>
        <source>One state makes no comparison</source>
        <translation>Ein Stand ergibt keinen Vergleich</translation>
    </message>
    <message>
        <source>Save a snapshot now. The next audit shows what moved.</source>
        <translation>Jetzt einen Stand speichern. Das nächste Audit zeigt, was sich bewegt hat.</translation>
    </message>
    <message>
        <source>Nothing changed between A and B</source>
        <translation>Zwischen A und B hat sich nichts geändert</translation>
    </message>
    <message>
        <source>Every mark and every value is the same within its noise.</source>
        <translation>Jedes Urteil und jeder Wert ist innerhalb seiner Streuung gleich.</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;HTML (*.html);;Markdown (*.md);;JSON (*.json)</source>
        <translation>PDF (*.pdf);;HTML (*.html);;Markdown (*.md);;JSON (*.json)</translation>
    </message>
</context>
<context>
    <name>awb::SnapshotsPresenter</name>
    <message>
        <source>Regressed</source>
        <translation>Verschlechtert</translation>
    </message>
    <message>
        <source>Improved</source>
        <translation>Verbessert</translation>
    </message>
    <message>
        <source>Value got worse, same mark</source>
        <translation>Wert schlechter, Urteil gleich</translation>
    </message>
    <message>
        <source>Value got better, same mark</source>
        <translation>Wert besser, Urteil gleich</translation>
    </message>
    <message>
        <source>Cannot be compared</source>
        <translation>Nicht vergleichbar</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 kann nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>%1 → %2: %3 → %4 points, %5</source>
        <translation>%1 → %2: %3 → %4 Punkte, %5</translation>
    </message>
    <message>
        <source>%1 regressed, %2 improved, %3 cannot be compared, %4 unchanged</source>
        <translation>%1 verschlechtert, %2 verbessert, %3 nicht vergleichbar, %4 unverändert</translation>
    </message>
</context>
<context>
    <name>awb::StartPage</name>
    <message>
        <source>%1 checks, one hour, one scorecard</source>
        <translation>%1 Prüfpunkte, eine Stunde, ein Ergebnis</translation>
    </message>
    <message>
        <source>Measure what can be measured, judge it together, leave with three action items and a PDF.</source>
        <translation>Messen, was messbar ist, gemeinsam urteilen, mit drei Maßnahmen und einem PDF gehen.</translation>
    </message>
    <message>
        <source>No audits yet</source>
        <translation>Noch keine Audits</translation>
    </message>
    <message>
        <source>Begin with your own backend, or look around in the recorded sample.</source>
        <translation>Mit dem eigenen Backend beginnen oder sich im aufgezeichneten Beispiel umsehen.</translation>
    </message>
    <message>
        <source>New audit</source>
        <translation>Neues Audit</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Filter the audits</source>
        <translation>Audits filtern</translation>
    </message>
    <message>
        <source>Open the chosen audit</source>
        <translation>Das gewählte Audit öffnen</translation>
    </message>
    <message>
        <source>Team, target, connections</source>
        <translation>Team, Ziel, Verbindungen</translation>
    </message>
    <message>
        <source>Open audit</source>
        <translation>Audit öffnen</translation>
    </message>
    <message>
        <source>An .audit file or a result</source>
        <translation>Eine .audit-Datei, ein Ergebnis</translation>
    </message>
    <message>
        <source>Sample audit</source>
        <translation>Beispielaudit</translation>
    </message>
    <message>
        <source>Recorded, needs no server</source>
        <translation>Aufgezeichnet, ohne Server</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Recent audits</source>
        <translation>Letzte Audits</translation>
    </message>
    <message>
        <source>Team, host or date</source>
        <translation>Team, Rechner oder Datum</translation>
    </message>
    <message>
        <source>Drop an .audit file anywhere in this window to open it.</source>
        <translation>Eine .audit-Datei irgendwo in dieses Fenster ziehen, um sie zu öffnen.</translation>
    </message>
    <message>
        <source>The audits cannot be read</source>
        <translation>Die Audits sind nicht lesbar</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>wählen</translation>
    </message>
    <message>
        <source>open</source>
        <translation>öffnen</translation>
    </message>
    <message>
        <source>help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>An exported audit</source>
        <translation>Ein exportiertes Audit</translation>
    </message>
</context>
<context>
    <name>awb::StatusLine</name>
    <message>
        <source>Works offline</source>
        <translation>Arbeitet ohne Netz</translation>
    </message>
    <message numerus="yes">
        <source>Not saved, %n entries wait</source>
        <translation>
            <numerusform>Nicht gespeichert, %n Eintrag wartet</numerusform>
            <numerusform>Nicht gespeichert, %n Einträge warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Nur lesen</translation>
    </message>
    <message>
        <source>Saved at %1</source>
        <translation>Gespeichert um %1</translation>
    </message>
    <message>
        <source>Everything is saved</source>
        <translation>Alles ist gespeichert</translation>
    </message>
    <message>
        <source>all keys</source>
        <translation>alle Tasten</translation>
    </message>
    <message>
        <source>Signed, frozen</source>
        <translation>Unterschrieben, eingefroren</translation>
    </message>
</context>
<context>
    <name>awb::TargetForm</name>
    <message>
        <source>The password goes to the system keychain, never into the audit.</source>
        <translation>Das Passwort kommt in den Schlüsselbund des Systems, nie in das Audit.</translation>
    </message>
</context>
<context>
    <name>awb::Toast</name>
    <message>
        <source>%1, key %2</source>
        <translation>%1, Taste %2</translation>
    </message>
</context>
<context>
    <name>awb::TopBar</name>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Walk</source>
        <translation>Rundgang</translation>
    </message>
    <message>
        <source>Probes</source>
        <translation>Messungen</translation>
    </message>
    <message>
        <source>Scorecard</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Stände</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>New audit</source>
        <translation>Neues Audit</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Besprechung</translation>
    </message>
    <message>
        <source>Start page</source>
        <translation>Startseite</translation>
    </message>
    <message>
        <source>Backend Audit Workbench</source>
        <translation>Backend Audit Workbench</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Alles durchsuchen</translation>
    </message>
    <message>
        <source>Review mode for a shared screen</source>
        <translation>Besprechungsansicht für einen geteilten Bildschirm</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>%1 (Ctrl %2)</source>
        <translation>%1 (Strg %2)</translation>
    </message>
    <message>
        <source>Unnamed audit</source>
        <translation>Audit ohne Namen</translation>
    </message>
    <message>
        <source>%1 of %2 so far</source>
        <translation>Bisher %1 von %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 decided, %2 to go</source>
        <translation>%1 entschieden, %2 offen</translation>
    </message>
    <message>
        <source>all %1 decided</source>
        <translation>alle %1 entschieden</translation>
    </message>
</context>
<context>
    <name>awb::TotalRow</name>
    <message>
        <source>Total %1 of %2: %3 Pass, %4 Warning, %5 Fail, %6 N/A, %7 undecided</source>
        <translation>Gesamt %1 von %2: %3 Erfüllt, %4 Warnung, %5 Verfehlt, %6 Entfällt, %7 offen</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>Erfüllt</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Fail</source>
        <translation>Verfehlt</translation>
    </message>
    <message>
        <source>N/A</source>
        <translation>Entfällt</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>Offen</translation>
    </message>
</context>
<context>
    <name>awb::TrendView</name>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 von %3</translation>
    </message>
    <message>
        <source>Score over time</source>
        <translation>Punkte im Lauf der Zeit</translation>
    </message>
</context>
<context>
    <name>awb::WalkPage</name>
    <message>
        <source>A password is needed: run the probes from here</source>
        <translation>Ein Passwort fehlt: die Messungen von hier starten</translation>
    </message>
    <message>
        <source>Walk: move</source>
        <translation>Rundgang: bewegen</translation>
    </message>
    <message>
        <source>Next check</source>
        <translation>Nächster Prüfpunkt</translation>
    </message>
    <message>
        <source>Previous check</source>
        <translation>Voriger Prüfpunkt</translation>
    </message>
    <message>
        <source>Next undecided check</source>
        <translation>Nächster offener Prüfpunkt</translation>
    </message>
    <message>
        <source>Go to a number</source>
        <translation>Zu einer Nummer gehen</translation>
    </message>
    <message>
        <source>Filter the checks</source>
        <translation>Prüfpunkte filtern</translation>
    </message>
    <message>
        <source>Show or hide the list</source>
        <translation>Liste zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Walk: judge</source>
        <translation>Rundgang: urteilen</translation>
    </message>
    <message>
        <source>Mark Pass</source>
        <translation>Als Erfüllt bewerten</translation>
    </message>
    <message>
        <source>Mark Warning</source>
        <translation>Als Warnung bewerten</translation>
    </message>
    <message>
        <source>Mark Fail</source>
        <translation>Als Verfehlt bewerten</translation>
    </message>
    <message>
        <source>Mark not applicable</source>
        <translation>Als nicht anwendbar bewerten</translation>
    </message>
    <message>
        <source>Clear the mark</source>
        <translation>Urteil aufheben</translation>
    </message>
    <message>
        <source>Accept the suggestion</source>
        <translation>Vorschlag übernehmen</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Notiz schreiben</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>Datei anhängen</translation>
    </message>
    <message>
        <source>Flag as action item</source>
        <translation>Als Maßnahme vormerken</translation>
    </message>
    <message>
        <source>Walk: evidence</source>
        <translation>Rundgang: Belege</translation>
    </message>
    <message>
        <source>Run the probes of this check</source>
        <translation>Messungen dieses Prüfpunkts ausführen</translation>
    </message>
    <message>
        <source>Evidence as table or chart</source>
        <translation>Belege als Tabelle oder Diagramm</translation>
    </message>
    <message>
        <source>Show or fold the remedy</source>
        <translation>Abhilfe zeigen oder falten</translation>
    </message>
    <message>
        <source>How to measure</source>
        <translation>So wird gemessen</translation>
    </message>
    <message>
        <source>Copy the remedy</source>
        <translation>Abhilfe kopieren</translation>
    </message>
    <message>
        <source>next</source>
        <translation>weiter</translation>
    </message>
    <message>
        <source>previous</source>
        <translation>zurück</translation>
    </message>
    <message>
        <source>next undecided</source>
        <translation>nächster offener</translation>
    </message>
    <message>
        <source>accept suggestion</source>
        <translation>Vorschlag übernehmen</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>go to</source>
        <translation>gehe zu</translation>
    </message>
    <message>
        <source>No probe can run for %1: the audit names no target for it.</source>
        <translation>Für %1 kann nichts gemessen werden: Das Audit nennt kein Ziel dafür.</translation>
    </message>
    <message>
        <source>Walk</source>
        <translation>Rundgang</translation>
    </message>
</context>
<context>
    <name>awb::WalkPresenter</name>
    <message>
        <source>Every check is decided.</source>
        <translation>Jeder Prüfpunkt ist entschieden.</translation>
    </message>
    <message>
        <source>There is no check %1.</source>
        <translation>Es gibt keinen Prüfpunkt %1.</translation>
    </message>
</context>
<context>
    <name>main_gui</name>
    <message>
        <source>Walks a backend through the 71 checks of the Backend Audit Checklist.</source>
        <translation>Führt ein Backend durch die 71 Prüfpunkte der Backend-Audit-Checkliste.</translation>
    </message>
    <message>
        <source>The file that keeps the audits.</source>
        <translation>Die Datei mit den Audits.</translation>
    </message>
    <message>
        <source>Open this audit of the store.</source>
        <translation>Dieses Audit des Speichers öffnen.</translation>
    </message>
    <message>
        <source>An .audit file or a result.json.</source>
        <translation>Eine .audit-Datei oder ein result.json.</translation>
    </message>
</context>
</TS>
