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
        <translation>%1: %2 Werte, der letzte ist %3</translation>
    </message>
    <message>
        <source>This audit is open for reading only.</source>
        <translation>Dieses Audit ist nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <source>The evidence proves no mark: there is nothing to accept.</source>
        <translation>Die Belege begründen kein Urteil: Es gibt nichts zu übernehmen.</translation>
    </message>
    <message>
        <source>Decide %1: %2</source>
        <translation>%1 entscheiden: %2</translation>
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
        <translation>Fremdschlüssel, nicht abgedeckte zuerst</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Index</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>Constraint</source>
        <translation>Constraint</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Verweist auf</translation>
    </message>
    <message>
        <source>On delete</source>
        <translation>Beim Löschen</translation>
    </message>
    <message>
        <source>Nearest index</source>
        <translation>Nächstliegender Index</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Parent deletes</source>
        <translation>Löschungen in der Elterntabelle</translation>
    </message>
    <message>
        <source>Tables without one</source>
        <translation>Tabellen ohne Index</translation>
    </message>
    <message>
        <source>Reading the catalogs</source>
        <translation>Die Kataloge werden gelesen</translation>
    </message>
    <message>
        <source>Judging the foreign keys</source>
        <translation>Die Fremdschlüssel werden beurteilt</translation>
    </message>
    <message>
        <source>B-tree indexes of 100 pages or more (random inserts alone leave 20–25 %)</source>
        <translation>B-Baum-Indizes ab 100 Seiten (schon zufälliges Einfügen lässt 20–25 % frei)</translation>
    </message>
    <message>
        <source>Bloat</source>
        <translation>Bloat</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Wasted</source>
        <translation>Verschwendet</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Bloat of the most bloated indexes</source>
        <translation>Bloat der am stärksten aufgeblähten Indizes</translation>
    </message>
    <message>
        <source>No index could be measured.</source>
        <translation>Kein Index war messbar.</translation>
    </message>
    <message>
        <source>Indexes whose bloat density does not show</source>
        <translation>Indizes, deren Bloat die Dichte nicht zeigt</translation>
    </message>
    <message>
        <source>Access method</source>
        <translation>Zugriffsmethode</translation>
    </message>
    <message>
        <source>Indexes</source>
        <translation>Indizes</translation>
    </message>
    <message>
        <source>The database has more than 5,000 B-tree indexes; only the largest were looked at.</source>
        <translation>Die Datenbank hat mehr als 5.000 B-Baum-Indizes; nur die größten wurden betrachtet.</translation>
    </message>
    <message>
        <source>Some indexes cannot be estimated: allow &quot;scan&quot; so that pgstattuple can read them.</source>
        <translation>Einige Indizes sind nicht schätzbar: „scan“ erlauben, damit pgstattuple sie lesen kann.</translation>
    </message>
    <message>
        <source>Some indexes cannot be estimated, and pgstattuple is not created in this database.</source>
        <translation>Einige Indizes sind nicht schätzbar, und pgstattuple ist in dieser Datenbank nicht angelegt.</translation>
    </message>
    <message>
        <source>Some indexes could be neither read nor estimated.</source>
        <translation>Einige Indizes waren weder lesbar noch schätzbar.</translation>
    </message>
    <message>
        <source>Pools of PgBouncer</source>
        <translation>Pools von PgBouncer</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Clients active</source>
        <translation>Clients aktiv</translation>
    </message>
    <message>
        <source>Clients waiting</source>
        <translation>Clients wartend</translation>
    </message>
    <message>
        <source>Servers active</source>
        <translation>Server aktiv</translation>
    </message>
    <message>
        <source>Servers idle</source>
        <translation>Server untätig</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Settings of PgBouncer</source>
        <translation>Einstellungen von PgBouncer</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>TCP</source>
        <translation>TCP</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Anmeldename</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>Extensions</source>
        <translation>Erweiterungen</translation>
    </message>
    <message>
        <source>A Unix socket needs no name.</source>
        <translation>Ein Unix-Socket braucht keinen Namen.</translation>
    </message>
    <message>
        <source>%1 is a superuser: more than an audit needs, and query plans are not drawn with it.</source>
        <translation>%1 ist ein Superuser: mehr, als ein Audit braucht, und Abfragepläne werden damit nicht ermittelt.</translation>
    </message>
    <message>
        <source>%1 is not a member of pg_monitor: sessions, statements and settings of others are hidden.</source>
        <translation>%1 ist kein Mitglied von pg_monitor: Sitzungen, Anweisungen und Einstellungen anderer sind verborgen.</translation>
    </message>
    <message>
        <source>%1 is a member of pg_monitor.</source>
        <translation>%1 ist Mitglied von pg_monitor.</translation>
    </message>
    <message>
        <source>pg_stat_statements is not created in this database.</source>
        <translation>pg_stat_statements ist in dieser Datenbank nicht angelegt.</translation>
    </message>
    <message>
        <source>Sees everything it needs.</source>
        <translation>Sieht alles Nötige.</translation>
    </message>
    <message>
        <source>Needs pg_stat_statements in this database.</source>
        <translation>Braucht pg_stat_statements in dieser Datenbank.</translation>
    </message>
    <message>
        <source>The statements of other roles are hidden.</source>
        <translation>Die Anweisungen anderer Rollen sind verborgen.</translation>
    </message>
    <message>
        <source>This login could run programs or write; foreign queries are never planned with it.</source>
        <translation>Dieses Login könnte Programme ausführen oder schreiben; fremde Abfragen werden damit nie geplant.</translation>
    </message>
    <message>
        <source>Plans only queries on tables this login may read.</source>
        <translation>Plant nur Abfragen auf Tabellen, die dieses Login lesen darf.</translation>
    </message>
    <message>
        <source>Can only estimate: pgstattuple or the right to run it is missing.</source>
        <translation>Kann nur schätzen: pgstattuple oder das Recht, es auszuführen, fehlt.</translation>
    </message>
    <message>
        <source>The state of other sessions is hidden.</source>
        <translation>Der Zustand anderer Sitzungen ist verborgen.</translation>
    </message>
    <message>
        <source>Sees all but the preloaded libraries.</source>
        <translation>Sieht alles außer den vorgeladenen Bibliotheken.</translation>
    </message>
    <message>
        <source>Cannot connect.</source>
        <translation>Keine Verbindung möglich.</translation>
    </message>
    <message>
        <source>The connection is not encrypted.</source>
        <translation>Die Verbindung ist nicht verschlüsselt.</translation>
    </message>
    <message>
        <source>Foreign keys and their indexes</source>
        <translation>Fremdschlüssel und ihre Indizes</translation>
    </message>
    <message>
        <source>Reads pg_constraint, pg_index and pg_attribute in bulk and judges every foreign key.</source>
        <translation>Liest pg_constraint, pg_index und pg_attribute am Stück und beurteilt jeden Fremdschlüssel.</translation>
    </message>
    <message>
        <source>Effective settings of the application roles</source>
        <translation>Wirksame Einstellungen der Anwendungsrollen</translation>
    </message>
    <message>
        <source>Reads pg_settings and pg_db_role_setting and applies their precedence for each login role.</source>
        <translation>Liest pg_settings und pg_db_role_setting und wendet ihren Vorrang auf jede Login-Rolle an.</translation>
    </message>
    <message>
        <source>Query times and hot queries</source>
        <translation>Abfragezeiten und häufige Abfragen</translation>
    </message>
    <message>
        <source>Reads pg_stat_statements before and after a window and bounds every query&apos;s p99.</source>
        <translation>Liest pg_stat_statements vor und nach einem Zeitfenster und grenzt das p99 jeder Abfrage ein.</translation>
    </message>
    <message>
        <source>Full scans of large tables</source>
        <translation>Full Scans großer Tabellen</translation>
    </message>
    <message>
        <source>Reads the scan counters of large tables before and after a window.</source>
        <translation>Liest die Scan-Zähler großer Tabellen vor und nach einem Zeitfenster.</translation>
    </message>
    <message>
        <source>Plans of hot queries</source>
        <translation>Pläne häufiger Abfragen</translation>
    </message>
    <message>
        <source>Draws generic plans of hot queries in a READ ONLY transaction; nothing is executed.</source>
        <translation>Ermittelt generische Pläne häufiger Abfragen in einer READ-ONLY-Transaktion; nichts wird ausgeführt.</translation>
    </message>
    <message>
        <source>Index bloat</source>
        <translation>Index-Bloat</translation>
    </message>
    <message>
        <source>Estimates the bloat of B-tree indexes; with scan, reads them with pgstattuple.</source>
        <translation>Schätzt den Bloat von B-Baum-Indizes; mit scan liest pgstattuple sie.</translation>
    </message>
    <message>
        <source>Sessions of the application</source>
        <translation>Sitzungen der Anwendung</translation>
    </message>
    <message>
        <source>Samples pg_stat_activity once a second over a window and counts new sessions.</source>
        <translation>Liest pg_stat_activity während eines Zeitfensters einmal pro Sekunde und zählt neue Sitzungen.</translation>
    </message>
    <message>
        <source>PgBouncer&apos;s console</source>
        <translation>Konsole von PgBouncer</translation>
    </message>
    <message>
        <source>Reads settings, pools and waiting clients from PgBouncer&apos;s SHOW commands.</source>
        <translation>Liest Einstellungen, Pools und wartende Clients aus den SHOW-Befehlen von PgBouncer.</translation>
    </message>
    <message>
        <source>Hot queries and their generic plans</source>
        <translation>Häufige Abfragen und ihre generischen Pläne</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>Calls a day</source>
        <translation>Aufrufe pro Tag</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Large tables read in full</source>
        <translation>Vollständig gelesene große Tabellen</translation>
    </message>
    <message>
        <source>Why not planned</source>
        <translation>Warum nicht geplant</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>No application login role is known: name it in the profile (postgres.app_roles).</source>
        <translation>Keine Login-Rolle der Anwendung ist bekannt: im Profil nennen (postgres.app_roles).</translation>
    </message>
    <message>
        <source>Large tables and their full scans (a parallel scan raises seq_scan once for each process)</source>
        <translation>Große Tabellen und ihre Full Scans (ein paralleler Scan erhöht seq_scan einmal je Prozess)</translation>
    </message>
    <message>
        <source>Full scans in the window</source>
        <translation>Full Scans im Zeitfenster</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>Pro Tag</translation>
    </message>
    <message>
        <source>A day, since the statistics began</source>
        <translation>Pro Tag, seit Beginn der Statistik</translation>
    </message>
    <message>
        <source>seq_scan</source>
        <translation>seq_scan</translation>
    </message>
    <message>
        <source>Rows read so</source>
        <translation>So gelesene Zeilen</translation>
    </message>
    <message>
        <source>Index scans</source>
        <translation>Index Scans</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>Partitionen</translation>
    </message>
    <message>
        <source>The statistics were reset, or the server restarted, during the window.</source>
        <translation>Während des Zeitfensters wurde die Statistik zurückgesetzt oder der Server neu gestartet.</translation>
    </message>
    <message>
        <source>Sessions of the application at the end of the window</source>
        <translation>Sitzungen der Anwendung am Ende des Zeitfensters</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Untätig</translation>
    </message>
    <message>
        <source>Idle in a transaction</source>
        <translation>Untätig in einer Transaktion</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>Älteste</translation>
    </message>
    <message>
        <source>Longest idle</source>
        <translation>Am längsten untätig</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Verborgen</translation>
    </message>
    <message>
        <source>Connections of the application over the window</source>
        <translation>Verbindungen der Anwendung im Lauf des Zeitfensters</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>No connection of the application was seen.</source>
        <translation>Keine Verbindung der Anwendung wurde gesehen.</translation>
    </message>
    <message>
        <source>open</source>
        <translation>öffnen</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>max_connections</source>
        <translation>max_connections</translation>
    </message>
    <message>
        <source>Effective settings by login role</source>
        <translation>Wirksame Einstellungen je Login-Rolle</translation>
    </message>
    <message>
        <source>Set by</source>
        <translation>Gesetzt durch</translation>
    </message>
    <message>
        <source>Application role</source>
        <translation>Anwendungsrolle</translation>
    </message>
    <message>
        <source>The profile names the role %1, which cannot log in here.</source>
        <translation>Das Profil nennt die Rolle %1, die sich hier nicht anmelden kann.</translation>
    </message>
    <message>
        <source>The extension pg_stat_statements is not created in this database.</source>
        <translation>Die Erweiterung pg_stat_statements ist in dieser Datenbank nicht angelegt.</translation>
    </message>
    <message>
        <source>pg_stat_statements is not loaded; loading it needs a restart.</source>
        <translation>pg_stat_statements ist nicht geladen; das Laden erfordert einen Neustart.</translation>
    </message>
    <message>
        <source>Queries of the application, slowest first (time in the server only)</source>
        <translation>Abfragen der Anwendung, langsamste zuerst (nur Zeit im Server)</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>Min</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>Max</translation>
    </message>
    <message>
        <source>p99 at least</source>
        <translation>p99 mindestens</translation>
    </message>
    <message>
        <source>p99 at most</source>
        <translation>p99 höchstens</translation>
    </message>
    <message>
        <source>Slow calls</source>
        <translation>Langsame Aufrufe</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>queryid</source>
        <translation>queryid</translation>
    </message>
    <message>
        <source>Where the p99 of each query certainly lies</source>
        <translation>Wo das p99 jeder Abfrage sicher liegt</translation>
    </message>
    <message>
        <source>p99 execution time</source>
        <translation>Ausführungszeit p99</translation>
    </message>
    <message>
        <source>No query of the application is on record.</source>
        <translation>Keine Abfrage der Anwendung ist aufgezeichnet.</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>COPY and REFRESH: jobs, not judged</source>
        <translation>COPY und REFRESH: Jobs, nicht beurteilt</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Anweisung</translation>
    </message>
    <message>
        <source>Queries called often</source>
        <translation>Oft aufgerufene Abfragen</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Mindestens</translation>
    </message>
    <message>
        <source>Proven</source>
        <translation>Nachgewiesen</translation>
    </message>
    <message>
        <source>pg_stat_statements.track is none: nothing is recorded.</source>
        <translation>pg_stat_statements.track ist none: Nichts wird aufgezeichnet.</translation>
    </message>
    <message>
        <source>Repository</source>
        <translation>Repository</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Logs</translation>
    </message>
    <message>
        <source>Not allowed in this run: it needs %1.</source>
        <translation>In diesem Lauf nicht erlaubt: Es braucht %1.</translation>
    </message>
    <message>
        <source>Stopped before anything was measured.</source>
        <translation>Angehalten, bevor etwas gemessen wurde.</translation>
    </message>
    <message>
        <source>Stopped before it was complete.</source>
        <translation>Angehalten, bevor es vollständig war.</translation>
    </message>
    <message>
        <source>Commands that locks and filters use, calls since start</source>
        <translation>Befehle, die Sperren und Filter verwenden, Aufrufe seit dem Start</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>New connections and commands by Redis server, without our own</source>
        <translation>Neue Verbindungen und Befehle je Redis-Server, ohne die eigenen</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>New connections</source>
        <translation>Neue Verbindungen</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Connected clients</source>
        <translation>Verbundene Clients</translation>
    </message>
    <message>
        <source>The window was ended early.</source>
        <translation>Das Zeitfenster wurde vorzeitig beendet.</translation>
    </message>
    <message>
        <source>Key patterns in the sample</source>
        <translation>Schlüsselmuster in der Stichprobe</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>Without TTL</source>
        <translation>Ohne TTL</translation>
    </message>
    <message>
        <source>Without TTL, from</source>
        <translation>Ohne TTL, von</translation>
    </message>
    <message>
        <source>Without TTL, to</source>
        <translation>Ohne TTL, bis</translation>
    </message>
    <message>
        <source>Over 30 days</source>
        <translation>Über 30 Tage</translation>
    </message>
    <message>
        <source>Marked as no cache</source>
        <translation>Als kein Cache gekennzeichnet</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Types</source>
        <translation>Typen</translation>
    </message>
    <message>
        <source>Example, masked</source>
        <translation>Beispiel, maskiert</translation>
    </message>
    <message>
        <source>(no prefix)</source>
        <translation>(kein Präfix)</translation>
    </message>
    <message>
        <source>TTL under 1 min</source>
        <translation>TTL unter 1 min</translation>
    </message>
    <message>
        <source>under 10 min</source>
        <translation>unter 10 min</translation>
    </message>
    <message>
        <source>under 1 hour</source>
        <translation>unter 1 Stunde</translation>
    </message>
    <message>
        <source>under 1 day</source>
        <translation>unter 1 Tag</translation>
    </message>
    <message>
        <source>under 7 days</source>
        <translation>unter 7 Tagen</translation>
    </message>
    <message>
        <source>under 30 days</source>
        <translation>unter 30 Tagen</translation>
    </message>
    <message>
        <source>30 days and more</source>
        <translation>30 Tage und mehr</translation>
    </message>
    <message>
        <source>TTL of the sampled keys by prefix</source>
        <translation>TTL der Schlüssel in der Stichprobe je Präfix</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>Präfix</translation>
    </message>
    <message>
        <source>Keys with a TTL</source>
        <translation>Schlüssel mit TTL</translation>
    </message>
    <message>
        <source>No key could be read.</source>
        <translation>Kein Schlüssel war lesbar.</translation>
    </message>
    <message>
        <source>Share of the keys</source>
        <translation>Anteil der Schlüssel</translation>
    </message>
    <message>
        <source>The sampling was ended early.</source>
        <translation>Die Stichprobe wurde vorzeitig beendet.</translation>
    </message>
    <message>
        <source>Looked at %1 of %2 keys</source>
        <translation>%1 von %2 Schlüsseln betrachtet</translation>
    </message>
    <message>
        <source>The server&apos;s INFO leaves out the keyspace.</source>
        <translation>INFO des Servers lässt den Keyspace aus.</translation>
    </message>
    <message>
        <source>Memory and policy by server</source>
        <translation>Speicher und Policy je Server</translation>
    </message>
    <message>
        <source>maxmemory-policy</source>
        <translation>maxmemory-policy</translation>
    </message>
    <message>
        <source>maxmemory</source>
        <translation>maxmemory</translation>
    </message>
    <message>
        <source>Memory used</source>
        <translation>Belegter Speicher</translation>
    </message>
    <message>
        <source>Memory of the machine</source>
        <translation>Speicher der Maschine</translation>
    </message>
    <message>
        <source>Memory of the machine: no maxmemory is set</source>
        <translation>Speicher der Maschine: maxmemory ist nicht gesetzt</translation>
    </message>
    <message>
        <source>Memory used against maxmemory</source>
        <translation>Belegter Speicher gegen maxmemory</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>The server does not say how much memory it uses.</source>
        <translation>Der Server sagt nicht, wie viel Speicher er belegt.</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Belegt</translation>
    </message>
    <message>
        <source>INFO memory does not tell maxmemory or its policy here: read the parameter group of this managed service.</source>
        <translation>INFO memory verrät hier weder maxmemory noch die Policy: die Parametergruppe dieses verwalteten Dienstes lesen.</translation>
    </message>
    <message>
        <source>%1 is known.</source>
        <translation>%1 ist bekannt.</translation>
    </message>
    <message>
        <source>%1 accepts connections.</source>
        <translation>%1 nimmt Verbindungen an.</translation>
    </message>
    <message>
        <source>Not used: the URL begins with redis://, so the password and keys travel in clear.</source>
        <translation>Nicht verwendet: Die URL beginnt mit redis://, daher laufen Passwort und Schlüssel im Klartext.</translation>
    </message>
    <message>
        <source>The login is accepted.</source>
        <translation>Das Login wird angenommen.</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>This is a Sentinel, not a data server: name the master it watches.</source>
        <translation>Dies ist ein Sentinel, kein Datenserver: den überwachten Master nennen.</translation>
    </message>
    <message>
        <source>%1, a replica: its counters and settings are its own.</source>
        <translation>%1, ein Replikat: Zähler und Einstellungen sind seine eigenen.</translation>
    </message>
    <message>
        <source>%1 may do everything the probes need.</source>
        <translation>%1 darf alles, was die Messungen brauchen.</translation>
    </message>
    <message>
        <source>%1 lacks: %2.</source>
        <translation>%1 fehlt: %2.</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>INFO is not allowed.</source>
        <translation>INFO ist nicht erlaubt.</translation>
    </message>
    <message>
        <source>There is no connection.</source>
        <translation>Es gibt keine Verbindung.</translation>
    </message>
    <message>
        <source>Sees the counters of INFO.</source>
        <translation>Sieht die Zähler von INFO.</translation>
    </message>
    <message>
        <source>Sees only a part of the cluster.</source>
        <translation>Sieht nur einen Teil des Clusters.</translation>
    </message>
    <message>
        <source>Sees maxmemory and its policy in INFO.</source>
        <translation>Sieht maxmemory und die Policy in INFO.</translation>
    </message>
    <message>
        <source>Sees hints only; a person decides.</source>
        <translation>Sieht nur Hinweise; ein Mensch entscheidet.</translation>
    </message>
    <message>
        <source>Sees a hint only.</source>
        <translation>Sieht nur einen Hinweis.</translation>
    </message>
    <message>
        <source>Counts keys exactly and looks at a sample.</source>
        <translation>Zählt Schlüssel genau und betrachtet eine Stichprobe.</translation>
    </message>
    <message>
        <source>Counts keys exactly, but may not look at them.</source>
        <translation>Zählt Schlüssel genau, darf sie aber nicht ansehen.</translation>
    </message>
    <message>
        <source>Counts keys exactly, but may look only at a part of them.</source>
        <translation>Zählt Schlüssel genau, darf aber nur einen Teil davon ansehen.</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>This is one node of a cluster whose other masters this login may not ask for.</source>
        <translation>Dies ist ein Knoten eines Clusters, dessen andere Master dieses Login nicht erfragen darf.</translation>
    </message>
    <message>
        <source>The cluster&apos;s master %1 cannot be measured: %2</source>
        <translation>Der Master %1 des Clusters ist nicht messbar: %2</translation>
    </message>
    <message>
        <source>The cluster&apos;s masters own only %1 of 16,384 slots.</source>
        <translation>Die Master des Clusters besitzen nur %1 von 16.384 Slots.</translation>
    </message>
    <message>
        <source>This replica has lost its master: what it holds may be old.</source>
        <translation>Dieses Replikat hat seinen Master verloren: Seine Daten können alt sein.</translation>
    </message>
    <message>
        <source>Redis hit rate and evictions</source>
        <translation>Trefferquote und Verdrängungen in Redis</translation>
    </message>
    <message>
        <source>Reads the counters of INFO over a window, before anything else touches them.</source>
        <translation>Liest die Zähler von INFO über ein Zeitfenster, bevor etwas anderes sie berührt.</translation>
    </message>
    <message>
        <source>Redis memory and eviction policy</source>
        <translation>Speicher und Verdrängungs-Policy von Redis</translation>
    </message>
    <message>
        <source>Reads maxmemory and its policy from INFO; CONFIG is not needed.</source>
        <translation>Liest maxmemory und die Policy aus INFO; CONFIG ist nicht nötig.</translation>
    </message>
    <message>
        <source>Redis commands of locks and filters</source>
        <translation>Redis-Befehle für Sperren und Filter</translation>
    </message>
    <message>
        <source>Looks in INFO commandstats for hints of locks and negative caching.</source>
        <translation>Sucht in INFO commandstats nach Hinweisen auf Sperren und Negative Caching.</translation>
    </message>
    <message>
        <source>Redis connections</source>
        <translation>Redis-Verbindungen</translation>
    </message>
    <message>
        <source>Compares new connections with commands over a window: a hint for pooling.</source>
        <translation>Vergleicht neue Verbindungen mit Befehlen über ein Zeitfenster: ein Hinweis auf Pooling.</translation>
    </message>
    <message>
        <source>Redis keys: TTL and names</source>
        <translation>Redis-Schlüssel: TTL und Namen</translation>
    </message>
    <message>
        <source>Counts keys with and without TTL exactly, and looks at a paced sample of them.</source>
        <translation>Zählt Schlüssel mit und ohne TTL genau und betrachtet gedrosselt eine Stichprobe.</translation>
    </message>
    <message>
        <source>The server restarted during the window, so its counters say nothing.</source>
        <translation>Der Server wurde während des Zeitfensters neu gestartet, daher sagen seine Zähler nichts.</translation>
    </message>
    <message>
        <source>The server changed its role during the window (a failover).</source>
        <translation>Der Server hat während des Zeitfensters die Rolle gewechselt (Failover).</translation>
    </message>
    <message>
        <source>The counters were reset during the window (CONFIG RESETSTAT).</source>
        <translation>Die Zähler wurden während des Zeitfensters zurückgesetzt (CONFIG RESETSTAT).</translation>
    </message>
    <message>
        <source>The server&apos;s clock was set back during the window.</source>
        <translation>Die Uhr des Servers wurde während des Zeitfensters zurückgestellt.</translation>
    </message>
    <message>
        <source>Watching the counters, %1 to go</source>
        <translation>Die Zähler werden beobachtet, noch %1</translation>
    </message>
    <message>
        <source>Counters by server</source>
        <translation>Zähler je Server</translation>
    </message>
    <message>
        <source>Hits in the window</source>
        <translation>Treffer im Zeitfenster</translation>
    </message>
    <message>
        <source>Misses in the window</source>
        <translation>Misses im Zeitfenster</translation>
    </message>
    <message>
        <source>Hit rate in the window</source>
        <translation>Trefferquote im Zeitfenster</translation>
    </message>
    <message>
        <source>Hits since start</source>
        <translation>Treffer seit dem Start</translation>
    </message>
    <message>
        <source>Misses since start</source>
        <translation>Misses seit dem Start</translation>
    </message>
    <message>
        <source>Evicted in the window</source>
        <translation>Verdrängt im Zeitfenster</translation>
    </message>
    <message>
        <source>Evicted since start</source>
        <translation>Verdrängt seit dem Start</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>Time in the window</source>
        <translation>Zeit im Zeitfenster</translation>
    </message>
    <message>
        <source>Nothing happened in the window.</source>
        <translation>Im Zeitfenster ist nichts geschehen.</translation>
    </message>
    <message>
        <source>%1 (checklist)</source>
        <translation>%1 (Checkliste)</translation>
    </message>
    <message>
        <source>%1 (profile)</source>
        <translation>%1 (Profil)</translation>
    </message>
    <message>
        <source>Cache hit rate over the measured window</source>
        <translation>Cache-Trefferquote im gemessenen Zeitfenster</translation>
    </message>
    <message>
        <source>Hit rate</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>No key was looked up in the window.</source>
        <translation>Im Zeitfenster wurde kein Schlüssel abgefragt.</translation>
    </message>
    <message>
        <source>Evictions over the measured window</source>
        <translation>Verdrängungen im gemessenen Zeitfenster</translation>
    </message>
    <message>
        <source>Evicted keys an hour, share of all keys</source>
        <translation>Verdrängte Schlüssel pro Stunde, Anteil an allen Schlüsseln</translation>
    </message>
    <message>
        <source>Evictions</source>
        <translation>Verdrängungen</translation>
    </message>
    <message>
        <source>The server&apos;s INFO leaves out keyspace_hits, keyspace_misses or evicted_keys.</source>
        <translation>INFO des Servers lässt keyspace_hits, keyspace_misses oder evicted_keys aus.</translation>
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
        <translation>Die beiden betreffen verschiedene Umgebungen: Die Werte sind gedruckt, ihre Änderungen nicht.</translation>
    </message>
    <message>
        <source>Unchanged checks: %1.</source>
        <translation>Unveränderte Prüfpunkte: %1.</translation>
    </message>
    <message>
        <source>**%1 of %2 → %3 of %4** (%5 points)</source>
        <translation>**%1 von %2 → %3 von %4** (%5 Punkte)</translation>
    </message>
    <message>
        <source>A: %1, %2. B: %3, %4.</source>
        <translation>A: %1, %2. B: %3, %4.</translation>
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
        <translation>Verschlechtert, %1</translation>
    </message>
    <message>
        <source>Same mark, value got worse, %1</source>
        <translation>Urteil gleich, Wert schlechter, %1</translation>
    </message>
    <message>
        <source>Improved, %1</source>
        <translation>Verbessert, %1</translation>
    </message>
    <message>
        <source>Same mark, value got better, %1</source>
        <translation>Urteil gleich, Wert besser, %1</translation>
    </message>
    <message>
        <source>Cannot be compared, %1</source>
        <translation>Nicht vergleichbar, %1</translation>
    </message>
    <message>
        <source>Unchanged, %1</source>
        <translation>Unverändert, %1</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>What moved since %1</source>
        <translation>Was sich seit %1 bewegt hat</translation>
    </message>
    <message>
        <source>%1 % → %2 %</source>
        <translation>%1 % → %2 %</translation>
    </message>
    <message>
        <source>%1 % → %2 %, from “%3” to “%4”</source>
        <translation>%1 % → %2 %, von „%3“ zu „%4“</translation>
    </message>
    <message>
        <source>same evidence</source>
        <translation>gleiche Belege</translation>
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
        <translation>Text der Checkliste</translation>
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
        <translation>Abdeckung</translation>
    </message>
    <message>
        <source>Score summary</source>
        <translation>Zusammenfassung der Punkte</translation>
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
        <translation>GESAMT</translation>
    </message>
    <message>
        <source>Top 3 action items</source>
        <translation>Die 3 wichtigsten Maßnahmen</translation>
    </message>
    <message>
        <source>Clears %1</source>
        <translation>Erledigt %1</translation>
    </message>
    <message>
        <source>Owner: %1</source>
        <translation>Zuständig: %1</translation>
    </message>
    <message>
        <source>Due: %1</source>
        <translation>Fällig: %1</translation>
    </message>
    <message>
        <source>%1. %2: %3 of %4 points, %5 %</source>
        <translation>%1. %2: %3 von %4 Punkten, %5 %</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>Vorschlag</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>To settle</source>
        <translation>Zur Klärung</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Freischalten</translation>
    </message>
    <message>
        <source>Remedy:</source>
        <translation>Abhilfe:</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Method and environment</source>
        <translation>Methode und Umgebung</translation>
    </message>
    <message>
        <source>Everything executed</source>
        <translation>Alles Ausgeführte</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>**Team:** %1 **Date:** %2 **Reviewer:** %3</source>
        <translation>**Team:** %1 **Datum:** %2 **Prüfer:** %3</translation>
    </message>
    <message>
        <source>Top 3 action items:</source>
        <translation>Die 3 wichtigsten Maßnahmen:</translation>
    </message>
    <message>
        <source>, owner: %1</source>
        <translation>, zuständig: %1</translation>
    </message>
    <message>
        <source>, due: %1</source>
        <translation>, fällig: %1</translation>
    </message>
    <message>
        <source>Band:</source>
        <translation>Stufe:</translation>
    </message>
    <message>
        <source>Team lead:</source>
        <translation>Teamleitung:</translation>
    </message>
    <message>
        <source>Further action item: %1</source>
        <translation>Weitere Maßnahme: %1</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Evidence: %1</source>
        <translation>Belege: %1</translation>
    </message>
    <message>
        <source>Nothing suggests a mark.</source>
        <translation>Nichts legt ein Urteil nahe.</translation>
    </message>
    <message>
        <source>No reason was given.</source>
        <translation>Keine Begründung wurde angegeben.</translation>
    </message>
    <message>
        <source>Suggested %1, marked %2: %3</source>
        <translation>Vorgeschlagen %1, bewertet %2: %3</translation>
    </message>
    <message>
        <source>No note was written.</source>
        <translation>Keine Notiz wurde geschrieben.</translation>
    </message>
    <message>
        <source>Immediate action items (✗)</source>
        <translation>Sofortige Maßnahmen (✗)</translation>
    </message>
    <message>
        <source>None: no check is marked Fail.</source>
        <translation>Keine: Kein Prüfpunkt ist als Verfehlt bewertet.</translation>
    </message>
    <message>
        <source>Improvement opportunities (⚠)</source>
        <translation>Verbesserungsmöglichkeiten (⚠)</translation>
    </message>
    <message>
        <source>None: no check is marked Warning.</source>
        <translation>Keine: Kein Prüfpunkt ist als Warnung bewertet.</translation>
    </message>
    <message>
        <source>Undecided checks (score 0)</source>
        <translation>Offene Prüfpunkte (0 Punkte)</translation>
    </message>
    <message>
        <source>Not applicable, with reasons</source>
        <translation>Nicht anwendbar, mit Begründung</translation>
    </message>
    <message>
        <source>Overruled suggestions</source>
        <translation>Überstimmte Vorschläge</translation>
    </message>
    <message>
        <source>Judged without measurement</source>
        <translation>Ohne Messung beurteilt</translation>
    </message>
    <message>
        <source>Stale marks</source>
        <translation>Veraltete Urteile</translation>
    </message>
    <message>
        <source>Carried, to be confirmed</source>
        <translation>Fortgeführt, noch zu bestätigen</translation>
    </message>
    <message>
        <source>Thresholds of this audit&apos;s own</source>
        <translation>Eigene Schwellen dieses Audits</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Checkliste</translation>
    </message>
    <message>
        <source>%1, %2 checks</source>
        <translation>%1, %2 Prüfpunkte</translation>
    </message>
    <message>
        <source>Scoring</source>
        <translation>Wertung</translation>
    </message>
    <message>
        <source>1 point for each ✓, 0 for ⚠, ✗ and undecided; a check that does not apply leaves the maximum.</source>
        <translation>1 Punkt für jedes ✓, 0 für ⚠, ✗ und offen; ein nicht anwendbarer Prüfpunkt fällt aus dem Höchstwert.</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesart</translation>
    </message>
    <message>
        <source>By the letter of the checklist.</source>
        <translation>Nach dem Wortlaut der Checkliste.</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Measured at</source>
        <translation>Messung</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Last entry</source>
        <translation>Letzter Eintrag</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>stopped early</source>
        <translation>vorzeitig angehalten</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>not complete</source>
        <translation>nicht vollständig</translation>
    </message>
    <message>
        <source>Backend audit</source>
        <translation>Backend-Audit</translation>
    </message>
    <message>
        <source>No band: no check applies</source>
        <translation>Keine Stufe: Kein Prüfpunkt ist anwendbar</translation>
    </message>
    <message>
        <source>%1 (provisional: 1 check is undecided)</source>
        <translation>%1 (vorläufig: 1 Prüfpunkt ist offen)</translation>
    </message>
    <message>
        <source> (N/A: %1)</source>
        <translation> (Entfällt: %1)</translation>
    </message>
    <message>
        <source>strict</source>
        <translation>streng</translation>
    </message>
    <message>
        <source>applicable</source>
        <translation>anwendbar</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>gemessen</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>overruled</source>
        <translation>überstimmt</translation>
    </message>
    <message>
        <source>%1, looser than the checklist</source>
        <translation>%1, lockerer als die Checkliste</translation>
    </message>
    <message>
        <source>%1, set for this audit</source>
        <translation>%1, für dieses Audit gesetzt</translation>
    </message>
    <message>
        <source>%1 (judged against %2)</source>
        <translation>%1 (beurteilt nach %2)</translation>
    </message>
    <message>
        <source>Not measured by this program</source>
        <translation>Von diesem Programm nicht gemessen</translation>
    </message>
    <message>
        <source>Hints only, see evidence</source>
        <translation>Nur Hinweise, siehe Belege</translation>
    </message>
    <message>
        <source>See the finding</source>
        <translation>Siehe Befund</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>Beurteilt</translation>
    </message>
    <message>
        <source>Overruled</source>
        <translation>Überstimmt</translation>
    </message>
    <message>
        <source>From the profile</source>
        <translation>Aus dem Profil</translation>
    </message>
    <message>
        <source>%1, accepted</source>
        <translation>%1, übernommen</translation>
    </message>
    <message>
        <source>%1, overruled</source>
        <translation>%1, überstimmt</translation>
    </message>
    <message>
        <source>%1 (by the letter: %2)</source>
        <translation>%1 (nach dem Wortlaut: %2)</translation>
    </message>
    <message>
        <source>%1, by both seats</source>
        <translation>%1, von beiden</translation>
    </message>
    <message>
        <source>%1 (reviewer: %2, lead: %3)</source>
        <translation>%1 (Prüfer: %2, Leitung: %3)</translation>
    </message>
    <message>
        <source>%1, by measurement</source>
        <translation>%1, durch Messung</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation>%1, von %2</translation>
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
        <translation>Team: %1 Datum: %2 Prüfer: %3</translation>
    </message>
    <message>
        <source>Band: %1</source>
        <translation>Stufe: %1</translation>
    </message>
    <message>
        <source>Team lead: %1</source>
        <translation>Teamleitung: %1</translation>
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
        <translation>Für dieses Diagramm wurde nichts gemessen.</translation>
    </message>
    <message>
        <source>0 of 0 is never a pass.</source>
        <translation>0 von 0 ist nie erfüllt.</translation>
    </message>
    <message>
        <source>found: %1</source>
        <translation>gefunden: %1</translation>
    </message>
    <message>
        <source>expected: %1</source>
        <translation>erwartet: %1</translation>
    </message>
    <message>
        <source>%1 of %2 points, %3 %</source>
        <translation>%1 von %2 Punkten, %3 %</translation>
    </message>
    <message>
        <source>No check applies</source>
        <translation>Kein Prüfpunkt ist anwendbar</translation>
    </message>
    <message>
        <source>Recorded at</source>
        <translation>Aufgezeichnet am</translation>
    </message>
    <message>
        <source>Why it does not apply</source>
        <translation>Warum es nicht anwendbar ist</translation>
    </message>
    <message>
        <source>Judged without measurement.</source>
        <translation>Ohne Messung beurteilt.</translation>
    </message>
    <message>
        <source>Stale: %1</source>
        <translation>Veraltet: %1</translation>
    </message>
    <message>
        <source>This evidence is not complete.</source>
        <translation>Diese Belege sind nicht vollständig.</translation>
    </message>
    <message>
        <source>Attached: %1</source>
        <translation>Angehängt: %1</translation>
    </message>
    <message>
        <source>Executed: %1</source>
        <translation>Ausgeführt: %1</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 Punkte</translation>
    </message>
    <message>
        <source>A: %1, %2</source>
        <translation>A: %1, %2</translation>
    </message>
    <message>
        <source>B: %1, %2</source>
        <translation>B: %1, %2</translation>
    </message>
    <message>
        <source>○ A  ● B, of the section&apos;s maximum</source>
        <translation>○ A  ● B, vom Höchstwert des Abschnitts</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Checks that changed, with the cause</source>
        <translation>Geänderte Prüfpunkte, mit Ursache</translation>
    </message>
    <message>
        <source>No check changed.</source>
        <translation>Kein Prüfpunkt hat sich geändert.</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>Ausnahmen</translation>
    </message>
    <message>
        <source>Every check is decided, applies, and stands as measured or judged.</source>
        <translation>Jeder Prüfpunkt ist entschieden, anwendbar und steht, wie er gemessen oder beurteilt wurde.</translation>
    </message>
    <message>
        <source>Appendix: everything executed</source>
        <translation>Anhang: alles Ausgeführte</translation>
    </message>
    <message>
        <source>and %1 more, in the JSON result.</source>
        <translation>und %1 weitere, im JSON-Ergebnis.</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Snapshot %1</source>
        <translation>Stand %1</translation>
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
        <translation>%1 mit den 3 wichtigsten</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>Clears %1, +1 point.</source>
        <translation>Erledigt %1, +1 Punkt.</translation>
    </message>
    <message>
        <source>Clears %1, +%2 points.</source>
        <translation>Erledigt %1, +%2 Punkte.</translation>
    </message>
    <message>
        <source>Owner: –</source>
        <translation>Zuständig: –</translation>
    </message>
    <message>
        <source>Owner: %1.</source>
        <translation>Zuständig: %1.</translation>
    </message>
    <message>
        <source>Due: %1.</source>
        <translation>Fällig: %1.</translation>
    </message>
    <message>
        <source>Due: –</source>
        <translation>Fällig: –</translation>
    </message>
    <message>
        <source>With these done: %1 of %2, %3 %.</source>
        <translation>Mit diesen: %1 von %2, %3 %.</translation>
    </message>
    <message>
        <source>“%1” begins at %2 of %3.</source>
        <translation>„%1“ beginnt bei %2 von %3.</translation>
    </message>
    <message>
        <source>Reviewer, %1</source>
        <translation>Prüfer, %1</translation>
    </message>
    <message>
        <source>Team lead, %1</source>
        <translation>Teamleitung, %1</translation>
    </message>
    <message>
        <source>Signed %1 by %2, revision %3</source>
        <translation>Unterschrieben %1 von %2, Revision %3</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>%1 more rows, in the JSON result as far as they were kept.</source>
        <translation>%1 weitere Zeilen, im JSON-Ergebnis, soweit aufbewahrt.</translation>
    </message>
    <message>
        <source>Columns left out for want of room: %1.</source>
        <translation>Aus Platzgründen ausgelassene Spalten: %1.</translation>
    </message>
    <message>
        <source>No installed font has the characters %1: the PDF shows boxes instead. Install the package %2.</source>
        <translation>Keine installierte Schrift hat die Zeichen %1: Das PDF zeigt stattdessen Kästchen. Das Paket %2 installieren.</translation>
    </message>
    <message>
        <source>threshold %1</source>
        <translation>Schwelle %1</translation>
    </message>
    <message>
        <source>Newer evidence says %1: %2</source>
        <translation>Neuere Belege sagen %1: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No probe of this check has run: none was started yet, the run left it out, or the profile does not name what it looks at.</source>
        <translation>Keine Messung dieses Prüfpunkts ist gelaufen: Noch keine wurde gestartet, der Lauf ließ sie aus, oder das Profil nennt nicht, worauf sie schaut.</translation>
    </message>
    <message>
        <source>N/A needs a reason: it takes the check out of the maximum.</source>
        <translation>„Entfällt“ braucht eine Begründung: Es nimmt den Prüfpunkt aus dem Höchstwert.</translation>
    </message>
    <message>
        <source>The probe says %1: %2 Another mark needs a reason, and the report will list it.</source>
        <translation>Die Messung sagt %1: %2 Ein anderes Urteil braucht eine Begründung, und der Bericht führt es auf.</translation>
    </message>
    <message>
        <source>Nothing measured proves a pass here. Say what you rely on; the report lists it as judged without measurement.</source>
        <translation>Keine Messung weist hier ein „Erfüllt“ nach. Angeben, worauf es sich stützt; der Bericht führt es als ohne Messung beurteilt auf.</translation>
    </message>
    <message>
        <source>The Redis probe of this check has not run.</source>
        <translation>Die Redis-Messung dieses Prüfpunkts ist nicht gelaufen.</translation>
    </message>
    <message>
        <source>Only a replica was measured; its counters and settings are its own.</source>
        <translation>Nur ein Replikat wurde gemessen; Zähler und Einstellungen sind seine eigenen.</translation>
    </message>
    <message>
        <source>Point the profile&apos;s redis part at the master.</source>
        <translation>Den Redis-Teil des Profils auf den Master richten.</translation>
    </message>
    <message>
        <source>The window of %1 is shorter than the %2 this rule needs.</source>
        <translation>Das Zeitfenster von %1 ist kürzer als die %2, die diese Regel braucht.</translation>
    </message>
    <message>
        <source>Observe for at least %1.</source>
        <translation>Mindestens %1 beobachten.</translation>
    </message>
    <message>
        <source>%1 of %2 lookups in a window of %3 hit (95 % interval %4 to %5).</source>
        <translation>%1 von %2 Abrufen in einem Zeitfenster von %3 waren Treffer (95-%-Intervall %4 bis %5).</translation>
    </message>
    <message>
        <source>The interval contains the threshold: observe longer.</source>
        <translation>Das Intervall enthält die Schwelle: länger beobachten.</translation>
    </message>
    <message>
        <source>The window says %1, but since the server started it was %2.</source>
        <translation>Das Zeitfenster sagt %1, doch seit dem Start des Servers waren es %2.</translation>
    </message>
    <message>
        <source>Observe a longer window of ordinary traffic, at its peak.</source>
        <translation>Ein längeres Zeitfenster mit gewöhnlichem Verkehr beobachten, zur Spitzenzeit.</translation>
    </message>
    <message>
        <source>%1 of all lookups hit, but the counters mix the cache with the keys that the profile marks as no cache: give them a Redis of their own.</source>
        <translation>%1 aller Abrufe sind Treffer, doch die Zähler mischen den Cache mit den Schlüsseln, die das Profil als kein Cache kennzeichnet: ihnen ein eigenes Redis geben.</translation>
    </message>
    <message>
        <source>Only %1 lookups in a window of %2; this rule needs %3.</source>
        <translation>Nur %1 Abrufe in einem Zeitfenster von %2; diese Regel braucht %3.</translation>
    </message>
    <message>
        <source>Measure while the service has traffic.</source>
        <translation>Messen, während der Dienst Verkehr hat.</translation>
    </message>
    <message>
        <source>The server tells no command statistics.</source>
        <translation>Der Server gibt keine Befehlsstatistik aus.</translation>
    </message>
    <message>
        <source>Read the code of the cache-miss paths: Redis cannot show SET NX or a lock inside the process.</source>
        <translation>Den Code der Cache-Miss-Pfade lesen: Redis zeigt weder SET NX noch eine Sperre im Prozess.</translation>
    </message>
    <message>
        <source>A hint of locks: SETNX or scripts were called %1 times since the start.</source>
        <translation>Ein Hinweis auf Sperren: SETNX oder Skripte wurden seit dem Start %1-mal aufgerufen.</translation>
    </message>
    <message>
        <source>Redis shows no hint of a lock (no SETNX, no scripts).</source>
        <translation>Redis zeigt keinen Hinweis auf eine Sperre (kein SETNX, keine Skripte).</translation>
    </message>
    <message>
        <source>Read the code of the lookups: what happens for an id that does not exist?</source>
        <translation>Den Code der Abrufe lesen: Was geschieht bei einer ID, die es nicht gibt?</translation>
    </message>
    <message>
        <source>A hint of Bloom filters: they were called %1 times since the start.</source>
        <translation>Ein Hinweis auf Bloom-Filter: Sie wurden seit dem Start %1-mal aufgerufen.</translation>
    </message>
    <message>
        <source>Redis shows no hint of a Bloom filter.</source>
        <translation>Redis zeigt keinen Hinweis auf einen Bloom-Filter.</translation>
    </message>
    <message>
        <source>Redis shows no hint of a Bloom filter; %1 of all lookups missed.</source>
        <translation>Redis zeigt keinen Hinweis auf einen Bloom-Filter; %1 aller Abrufe waren Misses.</translation>
    </message>
    <message>
        <source>%1 of the keys are evicted an hour (%2 in a window of %3, 95 % interval up to %4).</source>
        <translation>%1 der Schlüssel werden pro Stunde verdrängt (%2 in einem Zeitfenster von %3, 95-%-Intervall bis %4).</translation>
    </message>
    <message>
        <source>Since the server started, %1 of the keys were evicted an hour.</source>
        <translation>Seit dem Start des Servers wurden %1 der Schlüssel pro Stunde verdrängt.</translation>
    </message>
    <message>
        <source>The window shows %1 an hour, but the rate since the start is not under the threshold.</source>
        <translation>Das Zeitfenster zeigt %1 pro Stunde, doch die Rate seit dem Start liegt nicht unter der Schwelle.</translation>
    </message>
    <message>
        <source>Observe longer, at the peak.</source>
        <translation>Länger beobachten, zur Spitzenzeit.</translation>
    </message>
    <message>
        <source>{1:One key is|%1 keys are} in this Redis; this rule needs %2.</source>
        <translation>{1:Ein Schlüssel liegt|%1 Schlüssel liegen} in diesem Redis; diese Regel braucht %2.</translation>
    </message>
    <message>
        <source>Nothing was written in the window, so nothing had to be evicted.</source>
        <translation>Im Zeitfenster wurde nichts geschrieben, also musste nichts verdrängt werden.</translation>
    </message>
    <message>
        <source>Every key was looked at: the %1 without a TTL are all marked as no cache.</source>
        <translation>Jeder Schlüssel wurde betrachtet: Die %1 ohne TTL sind alle als kein Cache gekennzeichnet.</translation>
    </message>
    <message>
        <source>Give the login the key pattern ~* and run the probe again.</source>
        <translation>Dem Login das Schlüsselmuster ~* geben und erneut messen.</translation>
    </message>
    <message>
        <source>Allow the capability scan, so that every key is looked at.</source>
        <translation>Die Freigabe scan erlauben, damit jeder Schlüssel betrachtet wird.</translation>
    </message>
    <message>
        <source>Prefixes that differ only by case, plural or delimiter: %1.</source>
        <translation>Präfixe, die sich nur in Groß- und Kleinschreibung, Plural oder Trennzeichen unterscheiden: %1.</translation>
    </message>
    <message>
        <source>A fixed word stands where another key has an identifier: %1.</source>
        <translation>Ein festes Wort steht, wo ein anderer Schlüssel eine Kennung hat: %1.</translation>
    </message>
    <message>
        <source>No collision shows in the keys, but keys alone cannot prove that there is none.</source>
        <translation>In den Schlüsseln zeigt sich keine Kollision, doch Schlüssel allein beweisen nicht, dass es keine gibt.</translation>
    </message>
    <message>
        <source>Confirm the table of prefixes and entities under prefixes in the profile.</source>
        <translation>Die Tabelle der Präfixe und Entitäten im Profil unter prefixes bestätigen.</translation>
    </message>
    <message>
        <source>The profile&apos;s table of prefixes is not one to one: %1.</source>
        <translation>Die Präfixtabelle des Profils ist nicht eineindeutig: %1.</translation>
    </message>
    <message>
        <source>%1 of %2 keys looked at are under no prefix of the profile&apos;s table.</source>
        <translation>%1 von %2 betrachteten Schlüsseln stehen unter keinem Präfix der Tabelle des Profils.</translation>
    </message>
    <message>
        <source>Complete the table of prefixes in the profile.</source>
        <translation>Die Präfixtabelle im Profil vervollständigen.</translation>
    </message>
    <message>
        <source>All %1 keys of the sample fit the table of prefixes; not every key was looked at.</source>
        <translation>Alle %1 Schlüssel der Stichprobe passen zur Präfixtabelle; nicht jeder Schlüssel wurde betrachtet.</translation>
    </message>
    <message>
        <source>Allow the capability scan, with a login that may read every key.</source>
        <translation>Die Freigabe scan erlauben, mit einem Login, das jeden Schlüssel lesen darf.</translation>
    </message>
    <message>
        <source>Every one of %1 keys fits the confirmed table of prefixes, one entity each.</source>
        <translation>Jeder der %1 Schlüssel passt zur bestätigten Präfixtabelle, je eine Entität.</translation>
    </message>
    <message>
        <source>There are no keys in this Redis at rest.</source>
        <translation>In diesem Redis liegen keine Schlüssel.</translation>
    </message>
    <message>
        <source>No key could be read with this login.</source>
        <translation>Kein Schlüssel war mit diesem Login lesbar.</translation>
    </message>
    <message>
        <source>The policy is noeviction: a full Redis refuses writes.</source>
        <translation>Die Policy ist noeviction: Ein volles Redis verweigert Schreibzugriffe.</translation>
    </message>
    <message>
        <source>The policy is %1, but no key has a TTL: it can evict nothing and acts as noeviction.</source>
        <translation>Die Policy ist %1, doch kein Schlüssel hat eine TTL: Sie kann nichts verdrängen und wirkt wie noeviction.</translation>
    </message>
    <message>
        <source>The policy is %1, but less than half of the keys have a TTL and may be evicted.</source>
        <translation>Die Policy ist %1, doch weniger als die Hälfte der Schlüssel hat eine TTL und darf verdrängt werden.</translation>
    </message>
    <message>
        <source>The policy is %1, but without maxmemory it never acts.</source>
        <translation>Die Policy ist %1, doch ohne maxmemory greift sie nie.</translation>
    </message>
    <message>
        <source>The policy is %1: it evicts, but not what was used least.</source>
        <translation>Die Policy ist %1: Sie verdrängt, aber nicht das am wenigsten Genutzte.</translation>
    </message>
    <message>
        <source>The policy is %1, but there are no keys: whether it can evict any is not known.</source>
        <translation>Die Policy ist %1, doch es gibt keine Schlüssel: Ob sie welche verdrängen kann, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The policy is %1, as good as LRU, and maxmemory is set.</source>
        <translation>Die Policy ist %1, so gut wie LRU, und maxmemory ist gesetzt.</translation>
    </message>
    <message>
        <source>The policy is %1 and maxmemory is set.</source>
        <translation>Die Policy ist %1, und maxmemory ist gesetzt.</translation>
    </message>
    <message>
        <source>The server does not tell a policy that this program knows.</source>
        <translation>Der Server nennt keine Policy, die dieses Programm kennt.</translation>
    </message>
    <message>
        <source>The masters have different policies; all must agree.</source>
        <translation>Die Master haben verschiedene Policies; alle müssen übereinstimmen.</translation>
    </message>
    <message>
        <source>maxmemory is %1 of the memory the server sees, over %2; in a container compare it with the container&apos;s limit.</source>
        <translation>maxmemory ist %1 des Speichers, den der Server sieht, mehr als %2; in einem Container mit dessen Grenze vergleichen.</translation>
    </message>
    <message>
        <source>%1 of maxmemory is used under noeviction: writes are about to be refused.</source>
        <translation>%1 von maxmemory sind unter noeviction belegt: Schreibzugriffe werden bald verweigert.</translation>
    </message>
    <message>
        <source>maxmemory is set to %1 (the least of all masters).</source>
        <translation>maxmemory ist auf %1 gesetzt (der kleinste Wert aller Master).</translation>
    </message>
    <message>
        <source>maxmemory is unlimited; %1 are used now.</source>
        <translation>maxmemory ist unbegrenzt; %1 sind jetzt belegt.</translation>
    </message>
    <message>
        <source>No probe that serves this check has run.</source>
        <translation>Keine Messung für diesen Prüfpunkt ist gelaufen.</translation>
    </message>
    <message>
        <source>Redis sees %1 new connections for each command: no pool.</source>
        <translation>Redis sieht %1 neue Verbindungen je Befehl: kein Pool.</translation>
    </message>
    <message>
        <source>Redis sees %1 new connections for each command.</source>
        <translation>Redis sieht %1 neue Verbindungen je Befehl.</translation>
    </message>
    <message>
        <source>The sampled sessions of the application roles change more often than the database&apos;s own counter says.</source>
        <translation>Die beobachteten Sitzungen der Anwendungsrollen wechseln öfter, als der Zähler der Datenbank selbst sagt.</translation>
    </message>
    <message>
        <source>The counter is the whole database&apos;s, and the application&apos;s share of its calls is not shown to be %1 or more.</source>
        <translation>Der Zähler gilt für die ganze Datenbank, und ein Anteil der Anwendung an ihren Aufrufen von %1 oder mehr ist nicht nachgewiesen.</translation>
    </message>
    <message>
        <source>%1 new client connections to PgBouncer for each transaction: the application does not pool.</source>
        <translation>%1 neue Client-Verbindungen zu PgBouncer je Transaktion: Die Anwendung verwendet keinen Pool.</translation>
    </message>
    <message>
        <source>Run the audit under normal load.</source>
        <translation>Das Audit unter normaler Last ausführen.</translation>
    </message>
    <message>
        <source>%1 new sessions for each transaction (%2 transactions in %3).</source>
        <translation>%1 neue Sitzungen je Transaktion (%2 Transaktionen in %3).</translation>
    </message>
    <message>
        <source>Add sizing.pool_size and sizing.instances to the profile.</source>
        <translation>sizing.pool_size und sizing.instances in das Profil aufnehmen.</translation>
    </message>
    <message>
        <source>The number of the database&apos;s CPU cores is not known; SQL does not show it.</source>
        <translation>Die Zahl der CPU-Kerne der Datenbank ist nicht bekannt; SQL zeigt sie nicht.</translation>
    </message>
    <message>
        <source>Add sizing.db_cores to the profile.</source>
        <translation>sizing.db_cores in das Profil aufnehmen.</translation>
    </message>
    <message>
        <source>The pool of %1 fits the target of %2, but clients had to wait for a connection.</source>
        <translation>Der Pool von %1 passt zum Ziel von %2, doch Clients mussten auf eine Verbindung warten.</translation>
    </message>
    <message>
        <source>PgBouncer lets a query wait up to %1 for a connection (query_wait_timeout).</source>
        <translation>PgBouncer lässt eine Abfrage bis zu %1 auf eine Verbindung warten (query_wait_timeout).</translation>
    </message>
    <message>
        <source>PgBouncer lets a query wait for a connection for ever (query_wait_timeout = 0).</source>
        <translation>PgBouncer lässt eine Abfrage endlos auf eine Verbindung warten (query_wait_timeout = 0).</translation>
    </message>
    <message>
        <source>The oldest pooled connection is %1 old.</source>
        <translation>Die älteste Verbindung im Pool ist %1 alt.</translation>
    </message>
    <message>
        <source>PgBouncer keeps server connections for %1 (server_lifetime).</source>
        <translation>PgBouncer behält Serververbindungen %1 lang (server_lifetime).</translation>
    </message>
    <message>
        <source>PgBouncer closes server connections after %1 (server_lifetime).</source>
        <translation>PgBouncer schließt Serververbindungen nach %1 (server_lifetime).</translation>
    </message>
    <message>
        <source>Run the audit while the application runs.</source>
        <translation>Das Audit ausführen, während die Anwendung läuft.</translation>
    </message>
    <message>
        <source>No connection grew older than %1 in %2, and %3 were replaced.</source>
        <translation>Keine Verbindung wurde in %2 älter als %1, und %3 wurden ersetzt.</translation>
    </message>
    <message>
        <source>The oldest connection is %1 old, which proves nothing yet.</source>
        <translation>Die älteste Verbindung ist %1 alt, was noch nichts beweist.</translation>
    </message>
    <message>
        <source>The pool&apos;s configuration, or an observation of %1 in which connections are replaced.</source>
        <translation>Die Konfiguration des Pools oder eine Beobachtung über %1, in der Verbindungen ersetzt werden.</translation>
    </message>
    <message>
        <source>PgBouncer keeps idle server connections for %1 (server_idle_timeout).</source>
        <translation>PgBouncer behält untätige Serververbindungen %1 lang (server_idle_timeout).</translation>
    </message>
    <message>
        <source>PgBouncer closes idle server connections after %1, and none was idle longer.</source>
        <translation>PgBouncer schließt untätige Serververbindungen nach %1, und keine war länger untätig.</translation>
    </message>
    <message>
        <source>No idle connection of the application was seen.</source>
        <translation>Keine untätige Verbindung der Anwendung wurde gesehen.</translation>
    </message>
    <message>
        <source>The longest idle connection has been idle for %1, which proves nothing yet.</source>
        <translation>Die am längsten untätige Verbindung ist es seit %1, was noch nichts beweist.</translation>
    </message>
    <message>
        <source>The pool&apos;s configured idle time.</source>
        <translation>Die im Pool konfigurierte Leerlaufzeit.</translation>
    </message>
    <message>
        <source>A session has been idle in a transaction for %1: a leak, or a very long transaction.</source>
        <translation>Eine Sitzung ist seit %1 untätig in einer Transaktion: ein Leck oder eine sehr lange Transaktion.</translation>
    </message>
    <message>
        <source>The application&apos;s connections only grew during the window, from %1 to %2.</source>
        <translation>Die Verbindungen der Anwendung wuchsen im Zeitfenster nur, von %1 auf %2.</translation>
    </message>
    <message>
        <source>The server shows no sign of a leak, which proves nothing.</source>
        <translation>Der Server zeigt kein Anzeichen eines Lecks, was nichts beweist.</translation>
    </message>
    <message>
        <source>Look in the pool&apos;s configuration for leak detection.</source>
        <translation>In der Konfiguration des Pools nach einer Leckerkennung suchen.</translation>
    </message>
    <message>
        <source>A session waited %2 inside a transaction for its client: is there a call to another service in it?</source>
        <translation>Eine Sitzung wartete %2 in einer Transaktion auf ihren Client: Steckt darin ein Aufruf eines anderen Dienstes?</translation>
    </message>
    <message>
        <source>%1 of the sampled sessions waited inside a transaction for their client.</source>
        <translation>%1 der beobachteten Sitzungen warteten in einer Transaktion auf ihren Client.</translation>
    </message>
    <message>
        <source>No session was seen waiting inside a transaction, which proves nothing.</source>
        <translation>Keine Sitzung wurde beim Warten in einer Transaktion gesehen, was nichts beweist.</translation>
    </message>
    <message>
        <source>Look in the source for calls to other services inside transactions.</source>
        <translation>Im Quelltext nach Aufrufen anderer Dienste in Transaktionen suchen.</translation>
    </message>
    <message>
        <source>No connection proxy was seen.</source>
        <translation>Kein Verbindungs-Proxy wurde gesehen.</translation>
    </message>
    <message>
        <source>Name PgBouncer in the profile, or mark N/A if nothing serverless runs.</source>
        <translation>PgBouncer im Profil nennen oder „Entfällt“ setzen, wenn nichts serverless läuft.</translation>
    </message>
    <message>
        <source>Say whether serverless functions reach this database: if none do, mark N/A; if they do, whether through this proxy.</source>
        <translation>Angeben, ob Serverless-Funktionen diese Datenbank erreichen: wenn keine, „Entfällt“ setzen; wenn doch, ob über diesen Proxy.</translation>
    </message>
    <message>
        <source>The database is reached through an RDS Proxy.</source>
        <translation>Die Datenbank wird über einen RDS Proxy erreicht.</translation>
    </message>
    <message>
        <source>A connection proxy answers: %1.</source>
        <translation>Ein Verbindungs-Proxy antwortet: %1.</translation>
    </message>
    <message>
        <source>The probe of this check has not run.</source>
        <translation>Die Messung dieses Prüfpunkts ist nicht gelaufen.</translation>
    </message>
    <message>
        <source>The database declares no foreign key: perhaps its constraints live in the application only.</source>
        <translation>Die Datenbank deklariert keinen Fremdschlüssel: Vielleicht leben ihre Constraints nur in der Anwendung.</translation>
    </message>
    <message>
        <source>%1 of %2 foreign keys have a usable index; the other %3 have one on a prefix of the key only.</source>
        <translation>%1 von %2 Fremdschlüsseln haben einen brauchbaren Index; die anderen %3 haben einen nur auf einem Präfix des Schlüssels.</translation>
    </message>
    <message>
        <source>No application login role is known.</source>
        <translation>Keine Login-Rolle der Anwendung ist bekannt.</translation>
    </message>
    <message>
        <source>Name the roles in the profile: postgres.app_roles.</source>
        <translation>Die Rollen im Profil nennen: postgres.app_roles.</translation>
    </message>
    <message>
        <source>The server&apos;s own statement_timeout is not visible to this session (for %1).</source>
        <translation>Der statement_timeout des Servers selbst ist für diese Sitzung nicht sichtbar (für %1).</translation>
    </message>
    <message>
        <source>Audit once with the application&apos;s own login, or with a login that has no settings of its own.</source>
        <translation>Einmal mit dem Login der Anwendung messen oder mit einem Login ohne eigene Einstellungen.</translation>
    </message>
    <message>
        <source>Every application role has a statement_timeout, but it is up to %2 (more than %3) for %4.</source>
        <translation>Jede Anwendungsrolle hat einen statement_timeout, doch er beträgt bis zu %2 (mehr als %3) für %4.</translation>
    </message>
    <message>
        <source>log_min_messages is fatal or panic for %1, which suppresses the slow log whatever its threshold.</source>
        <translation>log_min_messages ist fatal oder panic für %1, was das Slow Log unterdrückt, egal bei welcher Schwelle.</translation>
    </message>
    <message>
        <source>The slow log&apos;s settings are not all visible for %1.</source>
        <translation>Die Einstellungen des Slow Logs sind für %1 nicht alle sichtbar.</translation>
    </message>
    <message>
        <source>Statements slower than %1 are logged for all %2 application roles.</source>
        <translation>Anweisungen, die länger als %1 dauern, werden für alle %2 Anwendungsrollen protokolliert.</translation>
    </message>
    <message>
        <source>No application role&apos;s slow statements are logged within %1.</source>
        <translation>Für keine Anwendungsrolle werden langsame Anweisungen ab %1 protokolliert.</translation>
    </message>
    <message>
        <source>Allow &quot;scan&quot; so that pgstattuple can read the indexes; vacuum first where many rows are dead.</source>
        <translation>„scan“ erlauben, damit pgstattuple die Indizes lesen kann; wo viele Zeilen tot sind, zuerst VACUUM ausführen.</translation>
    </message>
    <message>
        <source>The estimate for %4 (%3) is too near to %2 to tell.</source>
        <translation>Die Schätzung für %4 (%3) liegt zu nah an %2, um zu entscheiden.</translation>
    </message>
    <message>
        <source>Only %1 of the index bytes could be measured.</source>
        <translation>Nur %1 der Index-Bytes waren messbar.</translation>
    </message>
    <message>
        <source>No index is large enough to be judged (100 pages).</source>
        <translation>Kein Index ist groß genug für ein Urteil (100 Seiten).</translation>
    </message>
    <message>
        <source>The database has no B-tree index.</source>
        <translation>Die Datenbank hat keinen B-Baum-Index.</translation>
    </message>
    <message>
        <source>pg_stat_statements dropped entries during the window: raise pg_stat_statements.max.</source>
        <translation>pg_stat_statements hat im Zeitfenster Einträge verworfen: pg_stat_statements.max erhöhen.</translation>
    </message>
    <message>
        <source>pg_stat_statements is full, so entries may have been dropped: raise pg_stat_statements.max.</source>
        <translation>pg_stat_statements ist voll, Einträge können verworfen worden sein: pg_stat_statements.max erhöhen.</translation>
    </message>
    <message>
        <source>pg_stat_statements has dropped entries before: observe for %1 or more under normal load.</source>
        <translation>pg_stat_statements hat früher Einträge verworfen: %1 oder länger unter normaler Last beobachten.</translation>
    </message>
    <message>
        <source>No query is proven slow, but %4 of %2 cannot be placed on either side of %3 from their mean, deviation, minimum and maximum.</source>
        <translation>Keine Abfrage ist nachweislich langsam, doch %4 von %2 sind aus Mittel, Abweichung, Minimum und Maximum keiner Seite von %3 zuzuordnen.</translation>
    </message>
    <message>
        <source>Observe longer under normal load, or allow &quot;scan&quot; so that the counters can be polled.</source>
        <translation>Länger unter normaler Last beobachten oder „scan“ erlauben, damit die Zähler laufend gelesen werden können.</translation>
    </message>
    <message>
        <source>All frequent queries stay within %3; %5 rarely called ones have been slower.</source>
        <translation>Alle häufigen Abfragen bleiben innerhalb von %3; %5 selten aufgerufene waren langsamer.</translation>
    </message>
    <message>
        <source>No application query has enough calls to be judged.</source>
        <translation>Keine Abfrage der Anwendung hat genug Aufrufe für ein Urteil.</translation>
    </message>
    <message>
        <source>It takes both the scan counters and the plans of hot queries.</source>
        <translation>Es braucht sowohl die Scan-Zähler als auch die Pläne häufiger Abfragen.</translation>
    </message>
    <message>
        <source>No table is larger than the threshold.</source>
        <translation>Keine Tabelle ist größer als die Schwelle.</translation>
    </message>
    <message>
        <source>Observe for %1 or more under normal load.</source>
        <translation>%1 oder länger unter normaler Last beobachten.</translation>
    </message>
    <message>
        <source>No full scan of a large table was found, but the window of %1 is too short.</source>
        <translation>Kein Full Scan einer großen Tabelle wurde gefunden, doch das Zeitfenster von %1 ist zu kurz.</translation>
    </message>
    <message>
        <source>Large tables were read in full during the window.</source>
        <translation>Große Tabellen wurden im Zeitfenster vollständig gelesen.</translation>
    </message>
    <message>
        <source>Nothing was found, but only %1 of the hot calls could be planned.</source>
        <translation>Nichts wurde gefunden, doch nur %1 der häufigen Aufrufe ließen sich planen.</translation>
    </message>
    <message>
        <source>Grant pg_read_all_data to the auditing role so that more can be planned.</source>
        <translation>Der Audit-Rolle pg_read_all_data geben, damit mehr geplant werden kann.</translation>
    </message>
    <message>
        <source>No large table was scanned in full in %1, and no hot query&apos;s plan would.</source>
        <translation>Keine große Tabelle wurde in %1 vollständig gelesen, und kein Plan einer häufigen Abfrage täte es.</translation>
    </message>
    <message>
        <source>No query is called more than 1,000 times a day, by what was observed over %1.</source>
        <translation>Keine Abfrage wird mehr als 1.000-mal pro Tag aufgerufen, nach Beobachtung über %1.</translation>
    </message>
    <message>
        <source>No query is proven to be called more than 1,000 times a day in the %1 observed.</source>
        <translation>Keine Abfrage wird nachweislich mehr als 1.000-mal pro Tag aufgerufen, in beobachteten %1.</translation>
    </message>
    <message>
        <source>Observe for a day, or longer under normal load.</source>
        <translation>Einen Tag oder länger unter normaler Last beobachten.</translation>
    </message>
    <message>
        <source>pg_stat_statements has dropped entries, so the list of hot queries may have gaps.</source>
        <translation>pg_stat_statements hat Einträge verworfen, daher kann die Liste häufiger Abfragen Lücken haben.</translation>
    </message>
    <message>
        <source>Raise pg_stat_statements.max and reset the statistics.</source>
        <translation>pg_stat_statements.max erhöhen und die Statistik zurücksetzen.</translation>
    </message>
    <message>
        <source>Open- and closed-loop load on endpoints, and watching a restart.</source>
        <translation>Open- und Closed-Loop-Last auf Endpunkte, und die Beobachtung eines Neustarts.</translation>
    </message>
    <message>
        <source>Short bursts of GET requests.</source>
        <translation>Kurze Stöße von GET-Anfragen.</translation>
    </message>
    <message>
        <source>Headers that announce, or bodies that are, larger than the server should take.</source>
        <translation>Header, die größere Bodys ankündigen, oder Bodys, die größer sind, als der Server annehmen sollte.</translation>
    </message>
    <message>
        <source>POST, PUT, PATCH and DELETE as configured, failed logins, and writes without a valid credential.</source>
        <translation>POST, PUT, PATCH und DELETE wie konfiguriert, fehlgeschlagene Anmeldungen und Schreibzugriffe ohne gültige Zugangsdaten.</translation>
    </message>
    <message>
        <source>Whole-index reads, polling faster than once a second, and unpaced Redis scans.</source>
        <translation>Vollständiges Lesen von Indizes, Abfragen öfter als einmal pro Sekunde und ungedrosselte Redis-Scans.</translation>
    </message>
    <message>
        <source>Requests with the second credential for objects of the first one.</source>
        <translation>Anfragen mit den zweiten Zugangsdaten nach Objekten der ersten.</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>Öffentlich</translation>
    </message>
    <message>
        <source>Declared as secured</source>
        <translation>Als gesichert deklariert</translation>
    </message>
    <message>
        <source>With credential</source>
        <translation>Mit Zugangsdaten</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>Ohne</translation>
    </message>
    <message>
        <source>With a broken one</source>
        <translation>Mit fehlerhaften</translation>
    </message>
    <message>
        <source>Endpoints with and without a credential</source>
        <translation>Endpunkte mit und ohne Zugangsdaten</translation>
    </message>
    <message>
        <source>Not every endpoint could be asked.</source>
        <translation>Nicht jeder Endpunkt konnte gefragt werden.</translation>
    </message>
    <message>
        <source>Status for an announced 1 GiB</source>
        <translation>Status bei angekündigtem 1 GiB</translation>
    </message>
    <message>
        <source>Largest body read</source>
        <translation>Größter gelesener Body</translation>
    </message>
    <message>
        <source>Smallest body refused</source>
        <translation>Kleinster abgelehnter Body</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Body limits by endpoint</source>
        <translation>Body-Grenzen je Endpunkt</translation>
    </message>
    <message>
        <source>The profile lists no POST, PUT or PATCH that may be tried.</source>
        <translation>Das Profil führt kein POST, PUT oder PATCH auf, das versucht werden darf.</translation>
    </message>
    <message>
        <source>Origin asked with</source>
        <translation>Gefragt mit Origin</translation>
    </message>
    <message>
        <source>Access-Control-Allow-Origin</source>
        <translation>Access-Control-Allow-Origin</translation>
    </message>
    <message>
        <source>With credentials</source>
        <translation>Mit Zugangsdaten</translation>
    </message>
    <message>
        <source>Vary: Origin</source>
        <translation>Vary: Origin</translation>
    </message>
    <message>
        <source>What each origin is told</source>
        <translation>Was jeder Origin erfährt</translation>
    </message>
    <message>
        <source>There is no GET endpoint to ask.</source>
        <translation>Es gibt keinen GET-Endpunkt zum Fragen.</translation>
    </message>
    <message>
        <source>No endpoint answered with success, so nothing can be said of its CORS headers.</source>
        <translation>Kein Endpunkt antwortete mit Erfolg, daher ist über seine CORS-Header nichts zu sagen.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Strict-Transport-Security</source>
        <translation>Strict-Transport-Security</translation>
    </message>
    <message>
        <source>X-Content-Type-Options</source>
        <translation>X-Content-Type-Options</translation>
    </message>
    <message>
        <source>Framing refused</source>
        <translation>Framing abgelehnt</translation>
    </message>
    <message>
        <source>Content-Security-Policy</source>
        <translation>Content-Security-Policy</translation>
    </message>
    <message>
        <source>Referrer-Policy</source>
        <translation>Referrer-Policy</translation>
    </message>
    <message>
        <source>Cache-Control</source>
        <translation>Cache-Control</translation>
    </message>
    <message>
        <source>Cookies</source>
        <translation>Cookies</translation>
    </message>
    <message>
        <source>Tells too much</source>
        <translation>Verrät zu viel</translation>
    </message>
    <message>
        <source>Security headers by answer</source>
        <translation>Security-Header je Antwort</translation>
    </message>
    <message>
        <source>Some of the sampled paths gave no answer.</source>
        <translation>Einige der Pfade in der Stichprobe gaben keine Antwort.</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Answered after</source>
        <translation>Antwort nach</translation>
    </message>
    <message>
        <source>Names dependencies</source>
        <translation>Nennt Abhängigkeiten</translation>
    </message>
    <message>
        <source>no-store</source>
        <translation>no-store</translation>
    </message>
    <message>
        <source>Tells details</source>
        <translation>Verrät Details</translation>
    </message>
    <message>
        <source>Health endpoints that answer</source>
        <translation>Health-Endpunkte, die antworten</translation>
    </message>
    <message>
        <source>Some of the health paths gave no answer in time.</source>
        <translation>Einige der Health-Pfade antworteten nicht rechtzeitig.</translation>
    </message>
    <message>
        <source>Works.</source>
        <translation>Funktioniert.</translation>
    </message>
    <message>
        <source>The name leads to %1.</source>
        <translation>Der Name führt zu %1.</translation>
    </message>
    <message>
        <source>Not used: the URL begins with http://, so credentials travel in clear.</source>
        <translation>Nicht verwendet: Die URL beginnt mit http://, daher laufen Zugangsdaten im Klartext.</translation>
    </message>
    <message>
        <source>HTTP/%1, status %2.</source>
        <translation>HTTP/%1, Status %2.</translation>
    </message>
    <message>
        <source>Issued by %1 for %2 (%3), valid until %4.</source>
        <translation>Ausgestellt von %1 für %2 (%3), gültig bis %4.</translation>
    </message>
    <message>
        <source>Trusted by the profile&apos;s pin alone; valid for %1 more {1:day|days}.</source>
        <translation>Nur durch den Pin des Profils vertraut; noch %1 {1:Tag|Tage} gültig.</translation>
    </message>
    <message>
        <source>The certificate is valid for %1 more {1:day|days}.</source>
        <translation>Das Zertifikat ist noch %1 {1:Tag|Tage} gültig.</translation>
    </message>
    <message>
        <source>API description</source>
        <translation>API-Beschreibung</translation>
    </message>
    <message>
        <source>%1 operations, with problems: %2.</source>
        <translation>%1 Operationen, mit Problemen: %2.</translation>
    </message>
    <message>
        <source>%1 operations.</source>
        <translation>%1 Operationen.</translation>
    </message>
    <message>
        <source>Credential</source>
        <translation>Zugangsdaten</translation>
    </message>
    <message>
        <source>The profile names none: guarded endpoints cannot be told from broken ones.</source>
        <translation>Das Profil nennt keine: Geschützte Endpunkte sind nicht von defekten zu unterscheiden.</translation>
    </message>
    <message>
        <source>Non-public endpoints answer with success.</source>
        <translation>Nicht öffentliche Endpunkte antworten mit Erfolg.</translation>
    </message>
    <message>
        <source>The service refuses this credential (401 or 403).</source>
        <translation>Der Dienst lehnt diese Zugangsdaten ab (401 oder 403).</translation>
    </message>
    <message>
        <source>There is no non-public endpoint to try it on.</source>
        <translation>Es gibt keinen nicht öffentlichen Endpunkt zum Versuchen.</translation>
    </message>
    <message>
        <source>Sees only what the profile lists: there is no API description.</source>
        <translation>Sieht nur, was das Profil aufführt: Es gibt keine API-Beschreibung.</translation>
    </message>
    <message>
        <source>Without a credential that works it cannot prove what is guarded.</source>
        <translation>Ohne gültige Zugangsdaten ist nicht nachweisbar, was geschützt ist.</translation>
    </message>
    <message>
        <source>Sees what it needs.</source>
        <translation>Sieht das Nötige.</translation>
    </message>
    <message>
        <source>The profile names no base URL of the service.</source>
        <translation>Das Profil nennt keine Basis-URL des Dienstes.</translation>
    </message>
    <message>
        <source>The service limited the audit&apos;s requests (429 or 503), so not everything was asked.</source>
        <translation>Der Dienst hat die Anfragen des Audits begrenzt (429 oder 503), daher wurde nicht alles gefragt.</translation>
    </message>
    <message>
        <source>Endpoints without a credential</source>
        <translation>Endpunkte ohne Zugangsdaten</translation>
    </message>
    <message>
        <source>Calls every endpoint with, without and with a broken credential.</source>
        <translation>Ruft jeden Endpunkt mit, ohne und mit fehlerhaften Zugangsdaten auf.</translation>
    </message>
    <message>
        <source>CORS</source>
        <translation>CORS</translation>
    </message>
    <message>
        <source>Asks as seven origins, foreign ones among them.</source>
        <translation>Fragt als sieben Origins, darunter fremde.</translation>
    </message>
    <message>
        <source>Security headers</source>
        <translation>Security-Header</translation>
    </message>
    <message>
        <source>Reads the headers of success, error and HTML answers.</source>
        <translation>Liest die Header von Erfolgs-, Fehler- und HTML-Antworten.</translation>
    </message>
    <message>
        <source>Health endpoints</source>
        <translation>Health-Endpunkte</translation>
    </message>
    <message>
        <source>Looks for liveness and readiness paths, against paths that do not exist.</source>
        <translation>Sucht nach Liveness- und Readiness-Pfaden, im Vergleich mit Pfaden, die es nicht gibt.</translation>
    </message>
    <message>
        <source>Lists and sizes</source>
        <translation>Listen und Größen</translation>
    </message>
    <message>
        <source>Asks each list for one item and for a million, and weighs every answer.</source>
        <translation>Fragt jede Liste nach einem Eintrag und nach einer Million und wiegt jede Antwort.</translation>
    </message>
    <message>
        <source>Request ids</source>
        <translation>Request-IDs</translation>
    </message>
    <message>
        <source>Looks for a request id on success and error answers, and sends a hostile one.</source>
        <translation>Sucht in Erfolgs- und Fehlerantworten nach einer Request-ID und sendet eine feindliche.</translation>
    </message>
    <message>
        <source>Rate limits</source>
        <translation>Rate Limits</translation>
    </message>
    <message>
        <source>Reads the limit&apos;s headers of public endpoints; with a burst it looks for the first refusal.</source>
        <translation>Liest die Limit-Header öffentlicher Endpunkte; mit einem Stoß wird die erste Ablehnung gesucht.</translation>
    </message>
    <message>
        <source>Body limits</source>
        <translation>Body-Grenzen</translation>
    </message>
    <message>
        <source>Announces a body of 1 GiB, then sends spaces, up to 32 MiB, to the writes of the profile.</source>
        <translation>Kündigt einen Body von 1 GiB an und sendet dann Leerzeichen, bis zu 32 MiB, an die Schreibzugriffe des Profils.</translation>
    </message>
    <message>
        <source>No API description was found, and the profile lists no endpoint: there is nothing to ask.</source>
        <translation>Keine API-Beschreibung wurde gefunden, und das Profil führt keinen Endpunkt auf: Es gibt nichts zu fragen.</translation>
    </message>
    <message>
        <source>There is no API description: only the endpoints of the profile are known.</source>
        <translation>Es gibt keine API-Beschreibung: Nur die Endpunkte des Profils sind bekannt.</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Items by default</source>
        <translation>Einträge ohne Angabe</translation>
    </message>
    <message>
        <source>Items with a limit of 1</source>
        <translation>Einträge mit Limit 1</translation>
    </message>
    <message>
        <source>Items with a large limit</source>
        <translation>Einträge mit großem Limit</translation>
    </message>
    <message>
        <source>That limit</source>
        <translation>Dieses Limit</translation>
    </message>
    <message>
        <source>Its size</source>
        <translation>Dessen Größe</translation>
    </message>
    <message>
        <source>Paging</source>
        <translation>Paging</translation>
    </message>
    <message>
        <source>Upper bound</source>
        <translation>Obergrenze</translation>
    </message>
    <message>
        <source>Declared</source>
        <translation>Deklariert</translation>
    </message>
    <message>
        <source>List endpoints</source>
        <translation>Listen-Endpunkte</translation>
    </message>
    <message>
        <source>Sizes of answers</source>
        <translation>Größe der Antworten</translation>
    </message>
    <message>
        <source>Some endpoints gave no answer in time.</source>
        <translation>Einige Endpunkte antworteten nicht rechtzeitig.</translation>
    </message>
    <message>
        <source>Public endpoint</source>
        <translation>Öffentlicher Endpunkt</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Zeitfenster</translation>
    </message>
    <message>
        <source>Rate limits of public endpoints</source>
        <translation>Rate Limits öffentlicher Endpunkte</translation>
    </message>
    <message>
        <source>No public endpoint is known: declare it, or tick it in the profile.</source>
        <translation>Kein öffentlicher Endpunkt ist bekannt: deklarieren oder im Profil ankreuzen.</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Own id comes back</source>
        <translation>Eigene ID kommt zurück</translation>
    </message>
    <message>
        <source>An id is made</source>
        <translation>Eine ID wird erzeugt</translation>
    </message>
    <message>
        <source>A hostile id</source>
        <translation>Eine feindliche ID</translation>
    </message>
    <message>
        <source>Request ids by answer</source>
        <translation>Request-IDs je Antwort</translation>
    </message>
    <message>
        <source>k6 dropped iterations: the asked rate was not reached.</source>
        <translation>k6 hat Iterationen ausgelassen: Die verlangte Rate wurde nicht erreicht.</translation>
    </message>
    <message>
        <source>The file does not say whether requests were sent on a schedule (constant or ramping arrival rate); without it no pass is given.</source>
        <translation>Die Datei sagt nicht, ob Anfragen nach Plan gesendet wurden (constant oder ramping arrival rate); ohne das gibt es kein „Erfüllt“.</translation>
    </message>
    <message>
        <source>This summary has no p99: write k6&apos;s JSON points (--out json=FILE), or ask for it with --summary-trend-stats.</source>
        <translation>Diese Zusammenfassung hat kein p99: k6 die JSON-Punkte schreiben lassen (--out json=FILE) oder es mit --summary-trend-stats verlangen.</translation>
    </message>
    <message>
        <source>A summary holds single percentiles: they are shown as reported, without confidence.</source>
        <translation>Eine Zusammenfassung enthält einzelne Perzentile: Sie stehen wie gemeldet da, ohne Konfidenz.</translation>
    </message>
    <message>
        <source>This format holds single percentiles: they are shown as reported, without confidence.</source>
        <translation>Dieses Format enthält einzelne Perzentile: Sie stehen wie gemeldet da, ohne Konfidenz.</translation>
    </message>
    <message>
        <source>wrk is a closed loop and leaves timeouts out: it can prove that a service is slow, not that it is fast.</source>
        <translation>wrk ist ein Closed Loop und lässt Timeouts aus: Es kann beweisen, dass ein Dienst langsam ist, nicht, dass er schnell ist.</translation>
    </message>
    <message>
        <source>wrk leaves timeouts out of its percentiles, and there were some: the true p99 is higher.</source>
        <translation>wrk lässt Timeouts in seinen Perzentilen aus, und es gab welche: Das wahre p99 ist höher.</translation>
    </message>
    <message>
        <source>wrk&apos;s percentiles are of a closed loop, corrected by arithmetic.</source>
        <translation>Die Perzentile von wrk stammen aus einem Closed Loop, rechnerisch korrigiert.</translation>
    </message>
    <message>
        <source>h2load does not count the time a request waited to be sent: it can prove that a service is slow, not that it is fast.</source>
        <translation>h2load zählt die Zeit nicht mit, die eine Anfrage auf das Senden wartete: Es kann beweisen, dass ein Dienst langsam ist, nicht, dass er schnell ist.</translation>
    </message>
    <message>
        <source>A histogram log does not say whether requests were sent on a schedule; without it no pass is given.</source>
        <translation>Ein Histogramm-Log sagt nicht, ob Anfragen nach Plan gesendet wurden; ohne das gibt es kein „Erfüllt“.</translation>
    </message>
    <message>
        <source>%1 in %2 of %3 answers</source>
        <translation>%1 in %2 von %3 Antworten</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Latency by endpoint</source>
        <translation>Latenz je Endpunkt</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>p99, at least</source>
        <translation>p99, mindestens</translation>
    </message>
    <message>
        <source>p99, at most</source>
        <translation>p99, höchstens</translation>
    </message>
    <message>
        <source>p99 from sending</source>
        <translation>p99 ab dem Senden</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>Längste</translation>
    </message>
    <message>
        <source>Not answered with 2xx</source>
        <translation>Nicht mit 2xx beantwortet</translation>
    </message>
    <message>
        <source>Nothing was answered.</source>
        <translation>Nichts wurde beantwortet.</translation>
    </message>
    <message>
        <source>Response time</source>
        <translation>Antwortzeit</translation>
    </message>
    <message>
        <source>p99 by second</source>
        <translation>p99 je Sekunde</translation>
    </message>
    <message>
        <source>No endpoint is known: neither the profile nor an API description names one.</source>
        <translation>Kein Endpunkt ist bekannt: Weder das Profil noch eine API-Beschreibung nennt einen.</translation>
    </message>
    <message>
        <source>No endpoint could be measured: none is a read that answers 2xx, and no write is listed and allowed.</source>
        <translation>Kein Endpunkt war messbar: Keiner ist ein Lesezugriff, der mit 2xx antwortet, und kein Schreibzugriff ist aufgeführt und erlaubt.</translation>
    </message>
    <message>
        <source>%1 at %2 for %3</source>
        <translation>%1 mit %2 für %3</translation>
    </message>
    <message>
        <source>All endpoints together</source>
        <translation>Alle Endpunkte zusammen</translation>
    </message>
    <message>
        <source>Stopped before every endpoint was measured.</source>
        <translation>Angehalten, bevor jeder Endpunkt gemessen war.</translation>
    </message>
    <message>
        <source>The load was stopped: more than a fifth of the requests failed in two windows in a row.</source>
        <translation>Die Last wurde angehalten: Mehr als ein Fünftel der Anfragen schlug in zwei Zeitfenstern nacheinander fehl.</translation>
    </message>
    <message>
        <source>Latency under normal load</source>
        <translation>Latenz unter normaler Last</translation>
    </message>
    <message>
        <source>Sends each endpoint its normal rate and times every answer from the moment the request was due.</source>
        <translation>Sendet jedem Endpunkt seine normale Rate und misst jede Antwort ab dem Moment, in dem die Anfrage fällig war.</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alert</translation>
    </message>
    <message>
        <source>Watches</source>
        <translation>Überwacht</translation>
    </message>
    <message>
        <source>Fires above (percent or ms)</source>
        <translation>Löst aus über (Prozent oder ms)</translation>
    </message>
    <message>
        <source>Quantile</source>
        <translation>Quantil</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Series exist</source>
        <translation>Zeitreihen existieren</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>Alerts on errors and latency</source>
        <translation>Alerts zu Fehlern und Latenz</translation>
    </message>
    <message>
        <source>There are more than 5,000 rules.</source>
        <translation>Es gibt mehr als 5.000 Regeln.</translation>
    </message>
    <message>
        <source>Prometheus does not say which Alertmanagers it has.</source>
        <translation>Prometheus sagt nicht, welche Alertmanager es hat.</translation>
    </message>
    <message>
        <source>Alert rules</source>
        <translation>Alert-Regeln</translation>
    </message>
    <message>
        <source>Reads the alert rules and asks whether their series exist.</source>
        <translation>Liest die Alert-Regeln und fragt, ob ihre Zeitreihen existieren.</translation>
    </message>
    <message>
        <source>Prometheus API</source>
        <translation>Prometheus-API</translation>
    </message>
    <message>
        <source>Answers, with %1 alert rules.</source>
        <translation>Antwortet, mit %1 Alert-Regeln.</translation>
    </message>
    <message>
        <source>Durations of requests</source>
        <translation>Dauer von Anfragen</translation>
    </message>
    <message>
        <source>Pool connections in use</source>
        <translation>Pool-Verbindungen in Gebrauch</translation>
    </message>
    <message>
        <source>Pool connections idle</source>
        <translation>Pool-Verbindungen untätig</translation>
    </message>
    <message>
        <source>Waiting for a pool connection</source>
        <translation>Warten auf eine Pool-Verbindung</translation>
    </message>
    <message>
        <source>Database queries</source>
        <translation>Datenbankabfragen</translation>
    </message>
    <message>
        <source>Durations of queries</source>
        <translation>Dauer von Abfragen</translation>
    </message>
    <message>
        <source>Cache hits</source>
        <translation>Cache-Treffer</translation>
    </message>
    <message>
        <source>Cache misses</source>
        <translation>Cache-Misses</translation>
    </message>
    <message>
        <source>Cache evictions</source>
        <translation>Cache-Verdrängungen</translation>
    </message>
    <message>
        <source>Requests sent</source>
        <translation>Gesendete Anfragen</translation>
    </message>
    <message>
        <source>Requests counted</source>
        <translation>Gezählte Anfragen</translation>
    </message>
    <message>
        <source>Errors told apart</source>
        <translation>Fehler unterschieden</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Minimum metric set</source>
        <translation>Mindestsatz an Metriken</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>No metrics could be read: %1</source>
        <translation>Keine Metriken waren lesbar: %1</translation>
    </message>
    <message>
        <source>The second scrape failed: %1</source>
        <translation>Der zweite Scrape schlug fehl: %1</translation>
    </message>
    <message>
        <source>Rate, errors and duration by endpoint</source>
        <translation>Rate, Fehler und Dauer je Endpunkt</translation>
    </message>
    <message>
        <source>The minimum metric set</source>
        <translation>Der Mindestsatz an Metriken</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>Reads the service&apos;s metrics twice, with requests between.</source>
        <translation>Liest die Metriken des Dienstes zweimal, mit Anfragen dazwischen.</translation>
    </message>
    <message>
        <source>%1 {1:statement of another role is|statements of other roles are} hidden from this login.</source>
        <translation>%1 {1:Anweisung einer anderen Rolle ist|Anweisungen anderer Rollen sind} für dieses Login verborgen.</translation>
    </message>
    <message>
        <source>Last full scan (PostgreSQL 16+)</source>
        <translation>Letzter Full Scan (PostgreSQL 16+)</translation>
    </message>
    <message>
        <source>The state of %1 {1:session|sessions} is hidden from this login.</source>
        <translation>Der Zustand von %1 {1:Sitzung|Sitzungen} ist für dieses Login verborgen.</translation>
    </message>
    <message>
        <source>{1:The one master can|All %1 masters can} be measured.</source>
        <translation>{1:Der einzige Master ist|Alle %1 Master sind} messbar.</translation>
    </message>
    <message>
        <source>%1 (provisional: %2 {2:check is|checks are} undecided)</source>
        <translation>%1 (vorläufig: %2 {2:Prüfpunkt ist|Prüfpunkte sind} offen)</translation>
    </message>
    <message>
        <source>%1: printed under %2.</source>
        <translation>%1: gedruckt unter %2.</translation>
    </message>
    <message>
        <source>%1: only single percentiles are known; they are shown as reported, without confidence.</source>
        <translation>%1: Nur einzelne Perzentile sind bekannt; sie stehen wie gemeldet da, ohne Konfidenz.</translation>
    </message>
    <message>
        <source>%1 answered with 429 or asked to come back later: the limiter was measured, not the service.</source>
        <translation>%1 antwortete mit 429 oder bat, später wiederzukommen: Gemessen wurde der Rate Limiter, nicht der Dienst.</translation>
    </message>
    <message>
        <source>%1: more than 1 % of the requests were not answered with 2xx.</source>
        <translation>%1: Mehr als 1 % der Anfragen wurden nicht mit 2xx beantwortet.</translation>
    </message>
    <message>
        <source>%1: the run was stopped before its end.</source>
        <translation>%1: Der Lauf wurde vor seinem Ende angehalten.</translation>
    </message>
    <message>
        <source>%1: the run was too short.</source>
        <translation>%1: Der Lauf war zu kurz.</translation>
    </message>
    <message>
        <source>%1: this machine sent its requests late, so it measured itself.</source>
        <translation>%1: Diese Maschine sendete ihre Anfragen verspätet und maß daher sich selbst.</translation>
    </message>
    <message>
        <source>%1: the asked rate was not reached.</source>
        <translation>%1: Die verlangte Rate wurde nicht erreicht.</translation>
    </message>
    <message>
        <source>%1: the median moved during the run.</source>
        <translation>%1: Der Median hat sich während des Laufs bewegt.</translation>
    </message>
    <message>
        <source>%1: a closed loop, or a tool that drops timeouts, can prove that a service is slow, not that it is fast.</source>
        <translation>%1: Ein Closed Loop oder ein Werkzeug, das Timeouts auslässt, kann beweisen, dass ein Dienst langsam ist, nicht, dass er schnell ist.</translation>
    </message>
    <message>
        <source>%1: repeated runs contradict each other.</source>
        <translation>%1: Wiederholte Läufe widersprechen einander.</translation>
    </message>
    <message>
        <source>%1: the p99 of repeated runs differs by more than half.</source>
        <translation>%1: Das p99 wiederholter Läufe unterscheidet sich um mehr als die Hälfte.</translation>
    </message>
    <message>
        <source>%1: the interval of its p99 holds the threshold, or there are too few requests.</source>
        <translation>%1: Das Intervall des p99 enthält die Schwelle, oder es gibt zu wenige Anfragen.</translation>
    </message>
    <message>
        <source>Measure from a quiet machine.</source>
        <translation>Von einer ruhigen Maschine aus messen.</translation>
    </message>
    <message>
        <source>Exempt the audit from the limiter, or lower the rate below it.</source>
        <translation>Das Audit vom Rate Limiter ausnehmen oder die Rate darunter senken.</translation>
    </message>
    <message>
        <source>Give the endpoint values and a credential that it answers with 2xx.</source>
        <translation>Dem Endpunkt Werte und Zugangsdaten geben, auf die er mit 2xx antwortet.</translation>
    </message>
    <message>
        <source>Run the open-loop load of this program (--allow load).</source>
        <translation>Die Open-Loop-Last dieses Programms ausführen (--allow load).</translation>
    </message>
    <message>
        <source>Measure for %1 at least.</source>
        <translation>Mindestens %1 lang messen.</translation>
    </message>
    <message>
        <source>Measure longer, at the same rate.</source>
        <translation>Länger messen, mit derselben Rate.</translation>
    </message>
    <message>
        <source>The alert %1 is not evaluated without error.</source>
        <translation>Der Alert %1 wird nicht fehlerfrei ausgewertet.</translation>
    </message>
    <message>
        <source>The alert %1 watches series that do not exist: it can never fire.</source>
        <translation>Der Alert %1 überwacht Zeitreihen, die es nicht gibt: Er kann nie auslösen.</translation>
    </message>
    <message>
        <source>The alert %1 waits longer than 15 minutes.</source>
        <translation>Der Alert %1 wartet länger als 15 Minuten.</translation>
    </message>
    <message>
        <source>The alert %1 fires at %2 only.</source>
        <translation>Der Alert %1 löst erst bei %2 aus.</translation>
    </message>
    <message>
        <source>No alert was recognised; these expressions were not understood: %1.</source>
        <translation>Kein Alert wurde erkannt; diese Ausdrücke wurden nicht verstanden: %1.</translation>
    </message>
    <message>
        <source>Look at these expressions and judge by hand.</source>
        <translation>Diese Ausdrücke ansehen und von Hand beurteilen.</translation>
    </message>
    <message>
        <source>The alert %1 counts errors without a share of all requests.</source>
        <translation>Der Alert %1 zählt Fehler ohne Anteil an allen Anfragen.</translation>
    </message>
    <message>
        <source>No alert rule watches the share of errors.</source>
        <translation>Keine Alert-Regel überwacht den Anteil der Fehler.</translation>
    </message>
    <message>
        <source>The alert %1 watches an average or a lower quantile, not p99.</source>
        <translation>Der Alert %1 überwacht einen Durchschnitt oder ein niedrigeres Quantil, nicht das p99.</translation>
    </message>
    <message>
        <source>No alert rule watches the p99 latency.</source>
        <translation>Keine Alert-Regel überwacht das p99 der Latenz.</translation>
    </message>
    <message>
        <source>%1 of %2 {2:key has|keys have} no TTL; %3 of those looked at are cache keys.</source>
        <translation>Ohne TTL: %1 von %2 {2:Schlüssel|Schlüsseln}; %3 der betrachteten sind Cache-Schlüssel.</translation>
    </message>
    <message>
        <source>%1 of %2 {2:key has|keys have} no TTL, and nobody has said whether they are cache keys: list what is no cache under not_cache in the profile.</source>
        <translation>Ohne TTL: %1 von %2 {2:Schlüssel|Schlüsseln}, und niemand hat gesagt, ob sie zum Cache gehören: Was kein Cache ist, im Profil unter not_cache aufführen.</translation>
    </message>
    <message>
        <source>%1 of %2 {2:key has|keys have} no TTL, and %3 could not be read with this login.</source>
        <translation>Ohne TTL: %1 von %2 {2:Schlüssel|Schlüsseln}, und %3 waren mit diesem Login nicht lesbar.</translation>
    </message>
    <message>
        <source>%1 of %2 {2:key has|keys have} no TTL; none of them in the sample of %3 is a cache key.</source>
        <translation>Ohne TTL: %1 von %2 {2:Schlüssel|Schlüsseln}; keiner davon in der Stichprobe von %3 ist ein Cache-Schlüssel.</translation>
    </message>
    <message>
        <source>%1 of %2 {2:key looked at has|keys looked at have} no prefix at all.</source>
        <translation>Ganz ohne Präfix: %1 von %2 betrachteten {2:Schlüssel|Schlüsseln}.</translation>
    </message>
    <message>
        <source>{1:The one key has|All %1 keys have} a TTL.</source>
        <translation>{1:Der einzige Schlüssel hat|Alle %1 Schlüssel haben} eine TTL.</translation>
    </message>
    <message>
        <source>%1 key {1:pattern holds|patterns hold} values of several types, first %2: two entities share them.</source>
        <translation>%1 {1:Schlüsselmuster enthält|Schlüsselmuster enthalten} Werte mehrerer Typen, zuerst %2: Zwei Entitäten teilen sie sich.</translation>
    </message>
    <message>
        <source>Up to %1 {1:connection of the application was|connections of the application were} open at once, and PgBouncer holds at most %2 of them: its settings do not rule the others.</source>
        <translation>Bis zu %1 {1:Verbindung der Anwendung war|Verbindungen der Anwendung waren} zugleich offen, und PgBouncer hält höchstens %2 davon: Für die übrigen gelten seine Einstellungen nicht.</translation>
    </message>
    <message>
        <source>The configuration of the pool that connects past PgBouncer.</source>
        <translation>Die Konfiguration des Pools, der an PgBouncer vorbei verbindet.</translation>
    </message>
    <message>
        <source>%1 {1:connection has|connections have} been idle for 10 min or more, the longest for %2.</source>
        <translation>%1 {1:Verbindung war|Verbindungen waren} 10 min oder länger untätig, die längste %2.</translation>
    </message>
    <message>
        <source>{2:The one foreign key has|All %2 foreign keys have} a usable index.</source>
        <translation>{2:Der einzige Fremdschlüssel hat|Alle %2 Fremdschlüssel haben} einen brauchbaren Index.</translation>
    </message>
    <message>
        <source>%1 of %2 foreign {2:key has|keys have} a usable index; %3 {3:has|have} none.</source>
        <translation>Mit brauchbarem Index: %1 von %2 {2:Fremdschlüssel|Fremdschlüsseln}; %3 {3:hat|haben} keinen.</translation>
    </message>
    <message>
        <source>%5 of %1 {1:index is|indexes are} bloated by %2 or more; the worst, %4, by %3.</source>
        <translation>Um %2 oder mehr aufgebläht: %5 von %1 {1:Index|Indizes}; am schlimmsten %4 mit %3.</translation>
    </message>
    <message>
        <source>%5 of %1 {1:index is|indexes are} bloated by %2 or more, none of them gravely; the worst, %4, by %3.</source>
        <translation>Um %2 oder mehr aufgebläht: %5 von %1 {1:Index|Indizes}, keiner davon gravierend; am schlimmsten %4 mit %3.</translation>
    </message>
    <message>
        <source>By estimate %6 of %1 {1:index is|indexes are} bloated by clearly more than %2; the worst, %4, by about %3.</source>
        <translation>Nach Schätzung um deutlich mehr als %2 aufgebläht: %6 von %1 {1:Index|Indizes}; am schlimmsten %4 mit etwa %3.</translation>
    </message>
    <message>
        <source>{1:The one index looks|All %1 indexes look} under %2, but dead rows that no vacuum has seen hide bloat.</source>
        <translation>{1:Der einzige Index scheint|Alle %1 Indizes scheinen} unter %2 zu liegen, doch tote Zeilen, die kein VACUUM gesehen hat, verbergen Bloat.</translation>
    </message>
    <message>
        <source>{1:The one index is|All %1 indexes are} under %2; the worst, %4, is at %3.</source>
        <translation>{1:Der einzige Index liegt|Alle %1 Indizes liegen} unter %2; am schlimmsten ist %4 mit %3.</translation>
    </message>
    <message>
        <source>Other logins make %1 of the calls: name the application&apos;s in the profile (postgres.app_roles).</source>
        <translation>Andere Logins machen %1 der Aufrufe aus: die der Anwendung im Profil nennen (postgres.app_roles).</translation>
    </message>
    <message>
        <source>The statistics were reset, entries were dropped or the server restarted during the window: observe again.</source>
        <translation>Im Zeitfenster wurde die Statistik zurückgesetzt, wurden Einträge verworfen oder wurde der Server neu gestartet: erneut beobachten.</translation>
    </message>
    <message>
        <source>%1 of %2 {2:query has|queries have} a p99 that is proven above %3: %6</source>
        <translation>p99 nachweislich über %3: %1 von %2 {2:Abfrage|Abfragen}: %6</translation>
    </message>
    <message>
        <source>Only %1 {1:call of application queries is|calls of application queries are} on record: too little traffic to judge.</source>
        <translation>Nur %1 {1:Aufruf von Abfragen der Anwendung ist|Aufrufe von Abfragen der Anwendung sind} aufgezeichnet: zu wenig Verkehr für ein Urteil.</translation>
    </message>
    <message>
        <source>{2:The one query on record stays|All %2 queries on record stay} within %3, but the record may have gaps.</source>
        <translation>{2:Die einzige aufgezeichnete Abfrage bleibt|Alle %2 aufgezeichneten Abfragen bleiben} innerhalb von %3, doch die Aufzeichnung kann Lücken haben.</translation>
    </message>
    <message>
        <source>{2:The one query has|All %2 queries have} a p99 within %3, proven by bounds.</source>
        <translation>{2:Die einzige Abfrage hat|Alle %2 Abfragen haben} ein p99 innerhalb von %3, durch Schranken bewiesen.</translation>
    </message>
    <message>
        <source>Hot queries scan %1 large {1:table|tables} in full, by plan and by the counters: %2.</source>
        <translation>Häufige Abfragen lesen %1 große {1:Tabelle|Tabellen} vollständig, nach Plan und nach den Zählern: %2.</translation>
    </message>
    <message>
        <source>%1 large {1:table is|tables are} read in full more than %2 times a day; the worst, %3, %4 times.</source>
        <translation>%1 große {1:Tabelle wird|Tabellen werden} mehr als %2-mal pro Tag vollständig gelesen; am schlimmsten ist %3, %4-mal.</translation>
    </message>
    <message>
        <source>Plans of hot queries scan %1 large {1:table|tables} in full, which was not observed: %2.</source>
        <translation>Pläne häufiger Abfragen lesen %1 große {1:Tabelle|Tabellen} vollständig, was nicht beobachtet wurde: %2.</translation>
    </message>
    <message>
        <source>%1 large {1:table was|tables were} read in full during the window, though seldom.</source>
        <translation>%1 große {1:Tabelle wurde|Tabellen wurden} im Zeitfenster vollständig gelesen, wenn auch selten.</translation>
    </message>
    <message>
        <source>Since the statistics began, %1 large {1:table was|tables were} read in full more than %2 times a day.</source>
        <translation>Seit Beginn der Statistik {1:wurde|wurden} %1 große {1:Tabelle|Tabellen} mehr als %2-mal pro Tag vollständig gelesen.</translation>
    </message>
    <message>
        <source>How many rows %1 tables have is not known, and they could be large.</source>
        <translation>Wie viele Zeilen %1 Tabellen haben, ist nicht bekannt, und sie könnten groß sein.</translation>
    </message>
    <message>
        <source>Run ANALYZE, then measure again.</source>
        <translation>ANALYZE ausführen, dann erneut messen.</translation>
    </message>
    <message>
        <source>%1 tables became large during the window, so their scans were not counted from its start.</source>
        <translation>%1 Tabellen wurden während des Zeitfensters groß, daher wurden ihre Scans nicht von Anfang an gezählt.</translation>
    </message>
    <message>
        <source>Observe again.</source>
        <translation>Erneut beobachten.</translation>
    </message>
    <message>
        <source>%1 large {1:table was|tables were} read in full, first %2, but the window of %3 is too short to say how often.</source>
        <translation>%1 große {1:Tabelle wurde|Tabellen wurden} vollständig gelesen, zuerst %2, doch das Zeitfenster von %3 ist zu kurz, um zu sagen, wie oft.</translation>
    </message>
    <message>
        <source>Only %1 application {1:query|queries} ran in the window.</source>
        <translation>Nur %1 {1:Abfrage der Anwendung lief|Abfragen der Anwendung liefen} im Zeitfenster.</translation>
    </message>
    <message>
        <source>No large table was read in full, but no query is proven to be called often, so no plan was looked at.</source>
        <translation>Keine große Tabelle wurde vollständig gelesen, doch keine Abfrage ist nachweislich häufig, daher wurde kein Plan betrachtet.</translation>
    </message>
    <message>
        <source>Observe longer under normal load.</source>
        <translation>Länger unter normaler Last beobachten.</translation>
    </message>
    <message>
        <source>All application roles that were found are in order, but %1 is connected too.</source>
        <translation>Alle gefundenen Anwendungsrollen sind in Ordnung, doch auch %1 ist verbunden.</translation>
    </message>
    <message>
        <source>Name the application&apos;s roles in the profile: postgres.app_roles.</source>
        <translation>Die Rollen der Anwendung im Profil nennen: postgres.app_roles.</translation>
    </message>
    <message>
        <source>%1 of %2 application {2:role runs|roles run} without a statement_timeout: %3.</source>
        <translation>Ohne statement_timeout: %1 von %2 {2:Anwendungsrolle|Anwendungsrollen}: %3.</translation>
    </message>
    <message>
        <source>%1 of %2 application {2:role runs|roles run} without a statement_timeout (%3); only PgBouncer cancels their queries, after %4 (query_timeout).</source>
        <translation>Ohne statement_timeout: %1 von %2 {2:Anwendungsrolle|Anwendungsrollen} (%3); nur PgBouncer bricht ihre Abfragen ab, nach %4 (query_timeout).</translation>
    </message>
    <message>
        <source>Only a part is logged: %1 of %2 application {2:role logs|roles log} every statement over %3.</source>
        <translation>Nur ein Teil wird protokolliert: jede Anweisung über %3 bei %1 von %2 {2:Anwendungsrolle|Anwendungsrollen}.</translation>
    </message>
    <message>
        <source>{1:The one application role has|All %1 application roles have} a statement_timeout, at most %2.</source>
        <translation>{1:Die einzige Anwendungsrolle hat|Alle %1 Anwendungsrollen haben} einen statement_timeout, höchstens %2.</translation>
    </message>
    <message>
        <source>Required security headers are missing on every sampled answer: %1.</source>
        <translation>Erforderliche Security-Header fehlen in jeder Antwort der Stichprobe: %1.</translation>
    </message>
    <message>
        <source>%1 of %2 sampled {2:answer lacks|answers lack} a security header: %3.</source>
        <translation>Ein Security-Header fehlt in %1 von %2 {2:Antwort|Antworten} der Stichprobe: %3.</translation>
    </message>
    <message>
        <source>The headers are there, but the certificate is trusted only by a pin, so browsers ignore Strict-Transport-Security.</source>
        <translation>Die Header sind da, doch dem Zertifikat wird nur durch einen Pin vertraut, daher ignorieren Browser Strict-Transport-Security.</translation>
    </message>
    <message>
        <source>The other headers are there; over plain HTTP browsers ignore Strict-Transport-Security, so it could not be measured.</source>
        <translation>Die anderen Header sind da; über einfaches HTTP ignorieren Browser Strict-Transport-Security, daher war es nicht messbar.</translation>
    </message>
    <message>
        <source>The other headers are there; browsers keep no Strict-Transport-Security for an address or localhost.</source>
        <translation>Die anderen Header sind da; für eine Adresse oder localhost merken sich Browser kein Strict-Transport-Security.</translation>
    </message>
    <message>
        <source>Measure through the public host name.</source>
        <translation>Über den öffentlichen Rechnernamen messen.</translation>
    </message>
    <message>
        <source>The headers are there, but not both a success and an error answer were seen.</source>
        <translation>Die Header sind da, doch es wurde nicht sowohl eine Erfolgs- als auch eine Fehlerantwort gesehen.</translation>
    </message>
    <message>
        <source>Name a credential and an API description, so that an endpoint answers.</source>
        <translation>Zugangsdaten und eine API-Beschreibung angeben, damit ein Endpunkt antwortet.</translation>
    </message>
    <message>
        <source>{1:The one sampled answer carries|All %1 sampled answers carry} the required headers, errors included.</source>
        <translation>{1:Die einzige Antwort der Stichprobe trägt|Alle %1 Antworten der Stichprobe tragen} die erforderlichen Header, Fehler eingeschlossen.</translation>
    </message>
    <message>
        <source>Any website may call the API with the user&apos;s credentials: a foreign origin is echoed (%1).</source>
        <translation>Jede Website kann die API mit den Zugangsdaten des Benutzers aufrufen: Ein fremder Origin wird zurückgegeben (%1).</translation>
    </message>
    <message>
        <source>A foreign origin is allowed (%1).</source>
        <translation>Ein fremder Origin ist erlaubt (%1).</translation>
    </message>
    <message>
        <source>An endpoint that is not public allows every origin (%1).</source>
        <translation>Ein nicht öffentlicher Endpunkt erlaubt jeden Origin (%1).</translation>
    </message>
    <message>
        <source>“*” together with credentials is refused by browsers (%1).</source>
        <translation>„*“ zusammen mit Zugangsdaten lehnen Browser ab (%1).</translation>
    </message>
    <message>
        <source>Every origin may read a public endpoint (%1).</source>
        <translation>Jeder Origin darf einen öffentlichen Endpunkt lesen (%1).</translation>
    </message>
    <message>
        <source>More than one allowed origin in an answer is invalid (%1).</source>
        <translation>Mehr als ein erlaubter Origin in einer Antwort ist ungültig (%1).</translation>
    </message>
    <message>
        <source>The list of origins compares only a part of the name: %1 is allowed.</source>
        <translation>Die Liste der Origins vergleicht nur einen Teil des Namens: %1 ist erlaubt.</translation>
    </message>
    <message>
        <source>The host&apos;s own origin over plain HTTP is allowed (%1).</source>
        <translation>Der eigene Origin des Rechners über einfaches HTTP ist erlaubt (%1).</translation>
    </message>
    <message>
        <source>The answer changes with the origin, but does not say Vary: Origin to caches (%1).</source>
        <translation>Die Antwort ändert sich mit dem Origin, sagt Caches aber nicht Vary: Origin (%1).</translation>
    </message>
    <message>
        <source>Only listed origins are allowed; foreign ones are told nothing.</source>
        <translation>Nur aufgeführte Origins sind erlaubt; fremde erfahren nichts.</translation>
    </message>
    <message>
        <source>No origin is allowed: browsers refuse every other website.</source>
        <translation>Kein Origin ist erlaubt: Browser lehnen jede andere Website ab.</translation>
    </message>
    <message>
        <source>%1 of %2 non-public {2:endpoint answers|endpoints answer} without a credential: %3.</source>
        <translation>Antwort ohne Zugangsdaten: %1 von %2 nicht öffentlichen {2:Endpunkt|Endpunkten}: %3.</translation>
    </message>
    <message>
        <source>The API description names no endpoint.</source>
        <translation>Die API-Beschreibung nennt keinen Endpunkt.</translation>
    </message>
    <message>
        <source>List the endpoints in the profile, or complete the description.</source>
        <translation>Die Endpunkte im Profil aufführen oder die Beschreibung vervollständigen.</translation>
    </message>
    <message>
        <source>Every known endpoint is declared public, so none is left to be guarded.</source>
        <translation>Jeder bekannte Endpunkt ist als öffentlich deklariert, daher bleibt keiner zu schützen.</translation>
    </message>
    <message>
        <source>Confirm the list of public endpoints, or complete the API description.</source>
        <translation>Die Liste der öffentlichen Endpunkte bestätigen oder die API-Beschreibung vervollständigen.</translation>
    </message>
    <message>
        <source>Without a credential %1 answers with success but another body.</source>
        <translation>Ohne Zugangsdaten antwortet %1 mit Erfolg, aber einem anderen Body.</translation>
    </message>
    <message>
        <source>%1 of %2 non-public endpoints could not be proven guarded.</source>
        <translation>%1 von %2 nicht öffentlichen Endpunkten ließen sich nicht als geschützt nachweisen.</translation>
    </message>
    <message>
        <source>Name a credential that works and real path values; writes need the capability write.</source>
        <translation>Gültige Zugangsdaten und echte Pfadwerte angeben; Schreibzugriffe brauchen die Freigabe write.</translation>
    </message>
    <message>
        <source>{1:The one non-public endpoint refuses|All %1 non-public endpoints refuse} a call without a credential.</source>
        <translation>{1:Der einzige nicht öffentliche Endpunkt lehnt|Alle %1 nicht öffentlichen Endpunkte lehnen} einen Aufruf ohne Zugangsdaten ab.</translation>
    </message>
    <message>
        <source>A body of 32 MiB is read to its end by %1.</source>
        <translation>Ein Body von 32 MiB wird bis zum Ende gelesen von %1.</translation>
    </message>
    <message>
        <source>Too large a body ends the connection without a 413 at %1.</source>
        <translation>Ein zu großer Body beendet die Verbindung ohne 413 bei %1.</translation>
    </message>
    <message>
        <source>None of %1 sampled answers carries a request id.</source>
        <translation>Keine von %1 Antworten der Stichprobe trägt eine Request-ID.</translation>
    </message>
    <message>
        <source>Answers without a request id: %1.</source>
        <translation>Antworten ohne Request-ID: %1.</translation>
    </message>
    <message>
        <source>A hostile request id comes back unchanged from %1: it would stand in the logs the same way.</source>
        <translation>Eine feindliche Request-ID kommt unverändert zurück von %1: Sie stünde genauso in den Logs.</translation>
    </message>
    <message>
        <source>{1:The one sampled answer carries|All %1 sampled answers carry} a request id; that proves one hop only. With a single service, mark it as passed.</source>
        <translation>{1:Die einzige Antwort der Stichprobe trägt|Alle %1 Antworten der Stichprobe tragen} eine Request-ID; das belegt nur eine Station. Bei einem einzelnen Dienst als Erfüllt bewerten.</translation>
    </message>
    <message>
        <source>Show a trace, or a log line of the next service, that carries the same id.</source>
        <translation>Einen Trace oder eine Logzeile des nächsten Dienstes mit derselben ID zeigen.</translation>
    </message>
    <message>
        <source>%1 exists, but asks for a credential: a load balancer has none.</source>
        <translation>%1 existiert, verlangt aber Zugangsdaten: Ein Load Balancer hat keine.</translation>
    </message>
    <message>
        <source>%1 takes %2.</source>
        <translation>%1 braucht %2.</translation>
    </message>
    <message>
        <source>%1 tells details to anybody who asks.</source>
        <translation>%1 verrät jedem, der fragt, Details.</translation>
    </message>
    <message>
        <source>%1 and %2 answer alike: nothing shows that readiness looks at dependencies.</source>
        <translation>%1 und %2 antworten gleich: Nichts zeigt, dass Readiness Abhängigkeiten prüft.</translation>
    </message>
    <message>
        <source>The liveness endpoint %1 says 503 while the service answers.</source>
        <translation>Der Liveness-Endpunkt %1 sagt 503, während der Dienst antwortet.</translation>
    </message>
    <message>
        <source>Liveness answers at %1, readiness at %2.</source>
        <translation>Liveness antwortet unter %1, Readiness unter %2.</translation>
    </message>
    <message>
        <source>Measure a service with more rows than a page holds.</source>
        <translation>Einen Dienst mit mehr Zeilen messen, als eine Seite fasst.</translation>
    </message>
    <message>
        <source>The API description names no list, and no answer looked like one.</source>
        <translation>Die API-Beschreibung nennt keine Liste, und keine Antwort sah wie eine aus.</translation>
    </message>
    <message>
        <source>If the service has no lists, mark N/A with that reason.</source>
        <translation>Hat der Dienst keine Listen, mit dieser Begründung „Entfällt“ setzen.</translation>
    </message>
    <message>
        <source>Only %1 answers: liveness and readiness are not told apart.</source>
        <translation>Nur %1 antwortet: Liveness und Readiness werden nicht unterschieden.</translation>
    </message>
    <message>
        <source>No health endpoint exists: the usual paths answer exactly as paths that nobody serves do.</source>
        <translation>Es gibt keinen Health-Endpunkt: Die üblichen Pfade antworten genau wie Pfade, die niemand bedient.</translation>
    </message>
    <message>
        <source>None of the usual health paths exists.</source>
        <translation>Keiner der üblichen Health-Pfade existiert.</translation>
    </message>
    <message>
        <source>%1 of %2 lists come whole, without pages: %3.</source>
        <translation>%1 von %2 Listen kommen ganz, ohne Seiten: %3.</translation>
    </message>
    <message>
        <source>Paging is declared, but ignored by %1.</source>
        <translation>Paging ist deklariert, wird aber ignoriert von %1.</translation>
    </message>
    <message>
        <source>Without a limit the whole list comes from %1.</source>
        <translation>Ohne Limit kommt die ganze Liste von %1.</translation>
    </message>
    <message>
        <source>A caller may ask for any number of items: %1.</source>
        <translation>Ein Aufrufer darf beliebig viele Einträge verlangen: %1.</translation>
    </message>
    <message>
        <source>%1 gave %2 items to a caller who asked for a million.</source>
        <translation>%1 gab einem Aufrufer, der eine Million verlangte, %2 Einträge.</translation>
    </message>
    <message>
        <source>The largest answer has %1.</source>
        <translation>Die größte Antwort hat %1.</translation>
    </message>
    <message>
        <source>No bound was met: %1 gave thousands of items.</source>
        <translation>Keine Grenze wurde erreicht: %1 gab Tausende Einträge.</translation>
    </message>
    <message>
        <source>%1: %2 of %3 requests took %4 or more; at least %5 of all do, and only 1 % may.</source>
        <translation>%1: %2 von %3 Anfragen dauerten %4 oder länger; mindestens %5 aller tun es, erlaubt ist nur 1 %.</translation>
    </message>
    <message>
        <source>The %1 endpoints that could be measured keep their p99, but %2 are known.</source>
        <translation>Die %1 messbaren Endpunkte halten ihr p99 ein, doch %2 sind bekannt.</translation>
    </message>
    <message>
        <source>Give the other endpoints values, bodies and a credential.</source>
        <translation>Den anderen Endpunkten Werte, Bodys und Zugangsdaten geben.</translation>
    </message>
    <message>
        <source>No latency was measured.</source>
        <translation>Keine Latenz wurde gemessen.</translation>
    </message>
    <message>
        <source>No read endpoint was measured.</source>
        <translation>Kein lesender Endpunkt wurde gemessen.</translation>
    </message>
    <message>
        <source>No write endpoint was measured: list those that may be in the profile, with a body, and allow write.</source>
        <translation>Kein schreibender Endpunkt wurde gemessen: die erlaubten im Profil mit einem Body aufführen und write erlauben.</translation>
    </message>
    <message>
        <source>No endpoint was measured.</source>
        <translation>Kein Endpunkt wurde gemessen.</translation>
    </message>
    <message>
        <source>%1: its p99 of %2 is %3 its median, %4 at least.</source>
        <translation>%1: Das p99 von %2 ist %3 so groß wie der Median, mindestens %4.</translation>
    </message>
    <message>
        <source>%1: the interval of its ratio holds the threshold.</source>
        <translation>%1: Das Intervall des Verhältnisses enthält die Schwelle.</translation>
    </message>
    <message>
        <source>%1: its p99 is %3 its median, but with %2 that is noise.</source>
        <translation>%1: Das p99 ist %3 so groß wie der Median, doch bei %2 ist das Rauschen.</translation>
    </message>
    <message>
        <source>The p99 of each of %1 endpoints is less than %2 its median.</source>
        <translation>Das p99 jedes der %1 Endpunkte ist weniger als %2 so groß wie der Median.</translation>
    </message>
    <message>
        <source>The pool&apos;s connections in use, idle and waited for are exposed.</source>
        <translation>Benutzte, untätige und erwartete Verbindungen des Pools sind sichtbar.</translation>
    </message>
    <message>
        <source>Of the pool only this is exposed: %1.</source>
        <translation>Vom Pool ist nur dies sichtbar: %1.</translation>
    </message>
    <message>
        <source>The metrics say nothing of the connection pool.</source>
        <translation>Die Metriken sagen nichts über den Verbindungspool.</translation>
    </message>
    <message>
        <source>The metrics count no requests and time none.</source>
        <translation>Die Metriken zählen keine Anfragen und messen keine Zeiten.</translation>
    </message>
    <message>
        <source>Of rate, errors and duration only a part is exposed.</source>
        <translation>Von Rate, Fehlern und Dauer ist nur ein Teil sichtbar.</translation>
    </message>
    <message>
        <source>Requests are counted, but not by endpoint.</source>
        <translation>Anfragen werden gezählt, aber nicht je Endpunkt.</translation>
    </message>
    <message>
        <source>Durations are a summary: its quantiles cannot be added up over instances.</source>
        <translation>Die Dauer ist eine Summary: Ihre Quantile lassen sich nicht über Instanzen zusammenrechnen.</translation>
    </message>
    <message>
        <source>The endpoint label holds raw paths with ids: a series for every one.</source>
        <translation>Das Endpunkt-Label enthält rohe Pfade mit IDs: eine Zeitreihe für jeden.</translation>
    </message>
    <message>
        <source>No endpoint with known values could be called between two scrapes.</source>
        <translation>Kein Endpunkt mit bekannten Werten konnte zwischen zwei Scrapes aufgerufen werden.</translation>
    </message>
    <message>
        <source>Name an API description, or endpoints in the profile.</source>
        <translation>Eine API-Beschreibung angeben oder Endpunkte im Profil.</translation>
    </message>
    <message>
        <source>Rate, errors and duration are exposed for %1 of the endpoints that were called.</source>
        <translation>Rate, Fehler und Dauer sind für %1 der aufgerufenen Endpunkte sichtbar.</translation>
    </message>
    <message>
        <source>Database queries are counted by endpoint.</source>
        <translation>Datenbankabfragen werden je Endpunkt gezählt.</translation>
    </message>
    <message>
        <source>Database queries are counted, but not by endpoint.</source>
        <translation>Datenbankabfragen werden gezählt, aber nicht je Endpunkt.</translation>
    </message>
    <message>
        <source>The metrics count no database queries.</source>
        <translation>Die Metriken zählen keine Datenbankabfragen.</translation>
    </message>
    <message>
        <source>No hit rate of a cache follows from the metrics.</source>
        <translation>Aus den Metriken folgt keine Trefferquote eines Caches.</translation>
    </message>
    <message>
        <source>Only the cache server&apos;s own totals are exposed: they mix every use of it.</source>
        <translation>Nur die Summen des Cache-Servers selbst sind sichtbar: Sie mischen jede Nutzung.</translation>
    </message>
    <message>
        <source>Hits and misses are exposed, but did not move between two scrapes.</source>
        <translation>Treffer und Misses sind sichtbar, bewegten sich aber zwischen zwei Scrapes nicht.</translation>
    </message>
    <message>
        <source>Measure while the cache is used.</source>
        <translation>Messen, während der Cache genutzt wird.</translation>
    </message>
    <message>
        <source>Hits and misses of the cache are exposed, and they move.</source>
        <translation>Treffer und Misses des Caches sind sichtbar, und sie bewegen sich.</translation>
    </message>
    <message>
        <source>{2:The one hot query has|All %2 hot queries have} a valid review of their plan.</source>
        <translation>{2:Die einzige häufige Abfrage hat|Alle %2 häufigen Abfragen haben} eine gültige Planprüfung.</translation>
    </message>
    <message>
        <source>All %2 hot queries have a review in time, but the plans of %4 could not be drawn, so they may have changed since.</source>
        <translation>Alle %2 häufigen Abfragen haben eine rechtzeitige Planprüfung, doch die Pläne von %4 ließen sich nicht ermitteln und können sich seither geändert haben.</translation>
    </message>
    <message>
        <source>See in the evidence why they were not drawn; look at those plans by hand.</source>
        <translation>In den Belegen steht, warum sie nicht ermittelt wurden; diese Pläne von Hand ansehen.</translation>
    </message>
    <message>
        <source>%1 of %2 hot {2:query has|queries have} a valid review; %3 {3:review is|reviews are} old or of another plan.</source>
        <translation>Mit gültiger Planprüfung: %1 von %2 häufigen {2:Abfrage|Abfragen}; %3 {3:Prüfung ist|Prüfungen sind} alt oder von einem anderen Plan.</translation>
    </message>
    <message>
        <source>{2:The one hot query&apos;s plan has no review|None of the %2 hot queries&apos; plans has a review} on record.</source>
        <translation>{2:Für den Plan der einzigen häufigen Abfrage|Für keinen der Pläne der %2 häufigen Abfragen} ist {2:keine|eine} Prüfung aufgezeichnet.</translation>
    </message>
    <message>
        <source>A pooler is in front and hides the churn of its clients: look at the application&apos;s pool.</source>
        <translation>Ein Pooler steht davor und verbirgt den Wechsel seiner Clients: den Pool der Anwendung ansehen.</translation>
    </message>
    <message>
        <source>%1 new client connections to PgBouncer for each transaction.</source>
        <translation>%1 neue Client-Verbindungen zu PgBouncer je Transaktion.</translation>
    </message>
    <message>
        <source>%1 {1:connection of the application was|connections of the application were} open at once; the target is %2.</source>
        <translation>%1 {1:Verbindung der Anwendung war|Verbindungen der Anwendung waren} zugleich offen; das Ziel ist %2.</translation>
    </message>
    <message>
        <source>The configured pool size is not known; up to %1 {1:connection was|connections were} seen, the target is %2.</source>
        <translation>Die konfigurierte Poolgröße ist nicht bekannt; bis zu %1 {1:Verbindung wurde|Verbindungen wurden} gesehen, das Ziel ist %2.</translation>
    </message>
    <message>
        <source>Only %1 {1:transaction|transactions} ran in the window.</source>
        <translation>Nur %1 {1:Transaktion lief|Transaktionen liefen} im Zeitfenster.</translation>
    </message>
    <message>
        <source>The pools may open %1 {1:connection|connections}, and the server has room for %2.</source>
        <translation>Die Pools dürfen %1 {1:Verbindung|Verbindungen} öffnen, und der Server hat Platz für %2.</translation>
    </message>
    <message>
        <source>The pools hold %1 {1:connection|connections}, %3 the target of %2.</source>
        <translation>Die Pools halten %1 {1:Verbindung|Verbindungen}, %3 das Ziel von %2.</translation>
    </message>
    <message>
        <source>The pools hold %1 {1:connection|connections}, which is %3 the target of %2.</source>
        <translation>Die Pools halten %1 {1:Verbindung|Verbindungen}, das ist %3 das Ziel von %2.</translation>
    </message>
    <message>
        <source>The limit&apos;s headers do not count the requests at %1.</source>
        <translation>Die Limit-Header zählen die Anfragen nicht bei %1.</translation>
    </message>
    <message>
        <source>Show the limiter&apos;s configuration: its limit may be higher than what was tried.</source>
        <translation>Die Konfiguration des Rate Limiters zeigen: Sein Limit kann höher sein als das Versuchte.</translation>
    </message>
    <message>
        <source>%1 of %2 public endpoints show no limit in their headers.</source>
        <translation>%1 von %2 öffentlichen Endpunkten zeigen kein Limit in ihren Headern.</translation>
    </message>
    <message>
        <source>Allow a short burst, or show the limiter&apos;s configuration.</source>
        <translation>Einen kurzen Stoß erlauben oder die Konfiguration des Rate Limiters zeigen.</translation>
    </message>
    <message>
        <source>Queries of a request</source>
        <translation>Abfragen einer Anfrage</translation>
    </message>
    <message>
        <source>Sends bursts of GETs and counts in pg_stat_statements which queries grow with them.</source>
        <translation>Sendet Stöße von GET-Anfragen und zählt in pg_stat_statements, welche Abfragen mit ihnen wachsen.</translation>
    </message>
    <message>
        <source>The profile names no database: queries are counted there.</source>
        <translation>Das Profil nennt keine Datenbank: Dort werden die Abfragen gezählt.</translation>
    </message>
    <message>
        <source>Queries by endpoint</source>
        <translation>Abfragen je Endpunkt</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Statements during the bursts</source>
        <translation>Anweisungen während der Stöße</translation>
    </message>
    <message>
        <source>Calls a request</source>
        <translation>Aufrufe je Anfrage</translation>
    </message>
    <message>
        <source>Calls without one</source>
        <translation>Aufrufe ohne Anfrage</translation>
    </message>
    <message>
        <source>Calls in all</source>
        <translation>Aufrufe insgesamt</translation>
    </message>
    <message>
        <source>In step</source>
        <translation>Im Gleichschritt</translation>
    </message>
    <message>
        <source>This login sees only its own statements in pg_stat_statements, not the application&apos;s.</source>
        <translation>Dieses Login sieht in pg_stat_statements nur seine eigenen Anweisungen, nicht die der Anwendung.</translation>
    </message>
    <message>
        <source>No read endpoint answers 2xx: there is nothing to count.</source>
        <translation>Kein lesender Endpunkt antwortet mit 2xx: Es gibt nichts zu zählen.</translation>
    </message>
    <message>
        <source>pg_stat_statements counts nothing: its setting track is none.</source>
        <translation>pg_stat_statements zählt nichts: Seine Einstellung track ist none.</translation>
    </message>
    <message>
        <source>Runs only when what it sends is allowed.</source>
        <translation>Läuft nur, wenn das, was es sendet, erlaubt ist.</translation>
    </message>
    <message>
        <source>%1: the load was stopped early, because more than a fifth of its requests failed or were not answered in time.</source>
        <translation>%1: Die Last wurde vorzeitig angehalten, weil mehr als ein Fünftel der Anfragen fehlschlug oder nicht rechtzeitig beantwortet wurde.</translation>
    </message>
    <message>
        <source>Find out why it fails at its normal rate, or correct the rate in the profile.</source>
        <translation>Klären, warum er bei seiner normalen Rate fehlschlägt, oder die Rate im Profil berichtigen.</translation>
    </message>
    <message>
        <source>%1 sends %2 queries for each request, one statement of them %3 times.</source>
        <translation>%1 sendet %2 Abfragen je Anfrage, darunter eine Anweisung %3-mal.</translation>
    </message>
    <message>
        <source>%1: other traffic on the database hides which queries are the request&apos;s.</source>
        <translation>%1: Anderer Verkehr auf der Datenbank verdeckt, welche Abfragen zur Anfrage gehören.</translation>
    </message>
    <message>
        <source>Measure while nobody else uses the service, or against a copy of it.</source>
        <translation>Messen, während sonst niemand den Dienst nutzt, oder an einer Kopie davon.</translation>
    </message>
    <message>
        <source>%1 refused the bursts with 429 or asked to come back later.</source>
        <translation>%1 lehnte die Stöße mit 429 ab oder bat, später wiederzukommen.</translation>
    </message>
    <message>
        <source>Exempt the audit from the limiter.</source>
        <translation>Das Audit vom Rate Limiter ausnehmen.</translation>
    </message>
    <message>
        <source>%1 answers too slowly for bursts of requests.</source>
        <translation>%1 antwortet zu langsam für Stöße von Anfragen.</translation>
    </message>
    <message>
        <source>Look at its queries with a trace.</source>
        <translation>Seine Abfragen mit einem Trace ansehen.</translation>
    </message>
    <message>
        <source>%1: the statement counters were reset, or entries evicted, during its bursts.</source>
        <translation>%1: Während der Stöße wurden die Anweisungszähler zurückgesetzt oder Einträge verdrängt.</translation>
    </message>
    <message>
        <source>Measure again; raise pg_stat_statements.max if entries are evicted.</source>
        <translation>Erneut messen; pg_stat_statements.max erhöhen, wenn Einträge verdrängt werden.</translation>
    </message>
    <message>
        <source>No query followed any request: the service uses another database, or answers all of it from a cache.</source>
        <translation>Keine Abfrage folgte einer Anfrage: Der Dienst nutzt eine andere Datenbank oder beantwortet alles aus einem Cache.</translation>
    </message>
    <message>
        <source>Name every database of the service, and measure with a cold cache.</source>
        <translation>Jede Datenbank des Dienstes nennen und mit kaltem Cache messen.</translation>
    </message>
    <message>
        <source>Each of %1 endpoints keeps to the limit, but %2 are known.</source>
        <translation>Jeder der %1 Endpunkte hält die Grenze ein, doch %2 sind bekannt.</translation>
    </message>
    <message>
        <source>Give the other endpoints values and a credential.</source>
        <translation>Den anderen Endpunkten Werte und Zugangsdaten geben.</translation>
    </message>
    <message>
        <source>%1 sends %2 queries for each request, and more the larger the page is.</source>
        <translation>%1 sendet %2 Abfragen je Anfrage, und mehr, je größer die Seite ist.</translation>
    </message>
    <message>
        <source>Each of %1 measured endpoints sends %2 queries a request or fewer; %3 of them {3:sends|send} none.</source>
        <translation>Jeder der %1 gemessenen Endpunkte sendet höchstens %2 Abfragen je Anfrage; %3 davon {3:sendet|senden} keine.</translation>
    </message>
    <message>
        <source>No queries were counted.</source>
        <translation>Keine Abfragen wurden gezählt.</translation>
    </message>
    <message>
        <source>Status for chunks</source>
        <translation>Status bei Übertragung in Stücken</translation>
    </message>
    <message>
        <source>Some endpoints refused or failed before they had read the body.</source>
        <translation>Manche Endpunkte lehnten ab oder scheiterten, bevor sie den Rumpf gelesen hatten.</translation>
    </message>
    <message>
        <source>The endpoints answer with the same page as paths that nobody serves: the API is not below this base URL.</source>
        <translation>Die Endpunkte antworten mit derselben Seite wie Pfade, die niemand bedient: Die API liegt nicht unter dieser Basis-URL.</translation>
    </message>
    <message>
        <source>The alert %1 fires, but Prometheus has no Alertmanager to tell: nobody hears of it.</source>
        <translation>Der Alarm %1 schlägt an, aber Prometheus hat keinen Alertmanager, dem es ihn melden könnte: Niemand erfährt davon.</translation>
    </message>
    <message>
        <source>The alert %1 fires above %2, and Prometheus has an Alertmanager to tell.</source>
        <translation>Der Alarm %1 schlägt über %2 an, und Prometheus hat einen Alertmanager, dem es ihn meldet.</translation>
    </message>
    <message>
        <source>Name a credential that works.</source>
        <translation>Geben Sie Zugangsdaten an, die gelten.</translation>
    </message>
    <message>
        <source>These endpoints answer with the same page as paths that nobody serves: %1.</source>
        <translation>Diese Endpunkte antworten mit derselben Seite wie Pfade, die niemand bedient: %1.</translation>
    </message>
    <message>
        <source>Check base_url of the profile: the API may live below another path.</source>
        <translation>Prüfen Sie base_url im Profil: Die API liegt vielleicht unter einem anderen Pfad.</translation>
    </message>
    <message>
        <source>Too large a body is refused, but not with status 413, by %1.</source>
        <translation>Ein zu großer Rumpf wird abgelehnt, aber nicht mit Status 413: %1.</translation>
    </message>
    <message>
        <source>{1:The one tried endpoint refuses|All %1 tried endpoints refuse} too large a body with 413.</source>
        <translation>{1:Der eine probierte Endpunkt lehnt|Alle %1 probierten Endpunkte lehnen} einen zu großen Rumpf mit 413 ab.</translation>
    </message>
    <message>
        <source>%1 is named for both: liveness and readiness are not told apart.</source>
        <translation>%1 ist für beides angegeben: Lebendigkeit und Bereitschaft werden nicht unterschieden.</translation>
    </message>
    <message>
        <source>Paths that nobody serves ask for a credential too: whether a health endpoint exists behind that cannot be told.</source>
        <translation>Auch Pfade, die niemand bedient, verlangen Zugangsdaten: Ob dahinter ein Health-Endpunkt liegt, lässt sich nicht sagen.</translation>
    </message>
    <message>
        <source>Let the health endpoints answer without a credential, or measure where the load balancer does.</source>
        <translation>Lassen Sie die Health-Endpunkte ohne Zugangsdaten antworten, oder messen Sie dort, wo der Load-Balancer fragt.</translation>
    </message>
    <message>
        <source>Paging could not be shown for %1 of %2 lists, which hold too few rows or gave no list: %3.</source>
        <translation>Für %1 von %2 Listen ließ sich das Blättern nicht zeigen, weil sie zu wenige Zeilen haben oder keine Liste lieferten: %3.</translation>
    </message>
    <message>
        <source>{1:The one list honours its|All %1 lists honour their} paging.</source>
        <translation>{1:Die eine Liste hält|Alle %1 Listen halten} das Blättern ein.</translation>
    </message>
    <message>
        <source>Too few rows to tell whether there is an upper bound: %1.</source>
        <translation>Zu wenige Zeilen, um zu sagen, ob es eine Obergrenze gibt: %1.</translation>
    </message>
    <message>
        <source>{1:The one list has|All %1 lists have} an upper bound; the largest answer has %2.</source>
        <translation>{1:Die eine Liste hat|Alle %1 Listen haben} eine Obergrenze; die größte Antwort hat %2.</translation>
    </message>
    <message>
        <source>%1 answered 503 after %2 requests: a limit, or an overload.</source>
        <translation>%1 antwortete nach %2 Anfragen mit 503: eine Begrenzung oder eine Überlast.</translation>
    </message>
    <message>
        <source>Show the limiter&apos;s configuration, or let it answer 429 (nginx: limit_req_status 429).</source>
        <translation>Zeigen Sie die Konfiguration der Begrenzung, oder lassen Sie sie mit 429 antworten (nginx: limit_req_status 429).</translation>
    </message>
    <message>
        <source>{1:The one sampled public endpoint shows|All %1 sampled public endpoints show} a rate limit at work.</source>
        <translation>{1:Der eine geprüfte öffentliche Endpunkt zeigt|Alle %1 geprüften öffentlichen Endpunkte zeigen} eine wirksame Ratenbegrenzung.</translation>
    </message>
    <message>
        <source>Everything is refused, with the credential of the profile as well: the credential may be wrong, or a proxy in front refuses everybody.</source>
        <translation>Alles wird abgelehnt, auch mit den Zugangsdaten des Profils: Sie sind vielleicht falsch, oder ein vorgeschalteter Proxy lehnt alle ab.</translation>
    </message>
    <message>
        <source>Every endpoint answers 403: a firewall or proxy in front of the service would look the same.</source>
        <translation>Jeder Endpunkt antwortet mit 403: Eine Firewall oder ein Proxy vor dem Dienst sähe genauso aus.</translation>
    </message>
    <message>
        <source>Only Content-Length is checked: a body sent in chunks is read to its end by %1.</source>
        <translation>Nur Content-Length wird geprüft: Einen in Stücken gesendeten Rumpf lesen bis zum Ende: %1.</translation>
    </message>
    <message>
        <source>Sees only public endpoints: the others refuse the credential.</source>
        <translation>Sieht nur öffentliche Endpunkte: Die anderen lehnen die Zugangsdaten ab.</translation>
    </message>
    <message>
        <source>Achieved rate</source>
        <translation>Erreichte Rate</translation>
    </message>
    <message>
        <source>The first second is not over yet.</source>
        <translation>Die erste Sekunde ist noch nicht vorbei.</translation>
    </message>
    <message>
        <source>achieved</source>
        <translation>erreicht</translation>
    </message>
    <message>
        <source>asked</source>
        <translation>verlangt</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>Verbindung abgelehnt</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Keine Verbindung</translation>
    </message>
    <message>
        <source>TLS failed</source>
        <translation>TLS gescheitert</translation>
    </message>
    <message>
        <source>The proxy would not connect</source>
        <translation>Der Proxy verbindet nicht</translation>
    </message>
    <message>
        <source>Connection reset</source>
        <translation>Verbindung abgebrochen</translation>
    </message>
    <message>
        <source>The answer is no HTTP</source>
        <translation>Die Antwort ist kein HTTP</translation>
    </message>
    <message>
        <source>Headers too long</source>
        <translation>Header zu lang</translation>
    </message>
    <message>
        <source>Body too long</source>
        <translation>Body zu lang</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>Zeit abgelaufen</translation>
    </message>
    <message>
        <source>Never sent</source>
        <translation>Nie gesendet</translation>
    </message>
    <message>
        <source>No read endpoint answers 2xx: there is nothing to send.</source>
        <translation>Kein Lese-Endpunkt antwortet mit 2xx: Es gibt nichts zu senden.</translation>
    </message>
    <message>
        <source>A restart was seen; waiting until it is over: %1 left.</source>
        <translation>Ein Neustart wurde gesehen; warten, bis er vorbei ist: noch %1.</translation>
    </message>
    <message>
        <source>Restart or deploy the service now: %1 left.</source>
        <translation>Den Dienst jetzt neu starten oder ausrollen: noch %1.</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Watch a restart</source>
        <translation>Einen Neustart beobachten</translation>
    </message>
    <message>
        <source>Sends requests while you restart or deploy the service, and counts those that fail.</source>
        <translation>Sendet Anfragen, während Sie den Dienst neu starten oder ausrollen, und zählt, welche fehlschlagen.</translation>
    </message>
    <message>
        <source>Failed logins</source>
        <translation>Fehlgeschlagene Anmeldungen</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Refused at</source>
        <translation>Abgelehnt ab</translation>
    </message>
    <message>
        <source>Limit of its headers</source>
        <translation>Grenze laut Headern</translation>
    </message>
    <message>
        <source>The profile lists no login with a body that names an account and a password.</source>
        <translation>Das Profil nennt keine Anmeldung mit einem Body, der Konto und Passwort enthält.</translation>
    </message>
    <message>
        <source>Limit on failed logins</source>
        <translation>Grenze für fehlgeschlagene Anmeldungen</translation>
    </message>
    <message>
        <source>Logs in a dozen times within a minute, with a wrong password of an account that nobody has.</source>
        <translation>Meldet sich binnen einer Minute ein Dutzend Mal an, mit falschem Passwort eines Kontos, das niemand hat.</translation>
    </message>
    <message>
        <source>Traces by endpoint</source>
        <translation>Traces je Endpunkt</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>No read endpoint answers 2xx.</source>
        <translation>Kein Lese-Endpunkt antwortet mit 2xx.</translation>
    </message>
    <message>
        <source>The trace backend does not answer as one.</source>
        <translation>Das Trace-Backend antwortet nicht wie eines.</translation>
    </message>
    <message>
        <source>The trace backend knows a trace that was never sent.</source>
        <translation>Das Trace-Backend kennt einen Trace, der nie gesendet wurde.</translation>
    </message>
    <message>
        <source>The profile names no trace backend that can be asked.</source>
        <translation>Das Profil nennt kein Trace-Backend, das gefragt werden kann.</translation>
    </message>
    <message>
        <source>Traces</source>
        <translation>Traces</translation>
    </message>
    <message>
        <source>Sends requests with a trace of its own and looks it up in the trace backend.</source>
        <translation>Sendet Anfragen mit einem eigenen Trace und sucht ihn im Trace-Backend.</translation>
    </message>
    <message>
        <source>Lines of the log</source>
        <translation>Zeilen des Logs</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>JSON object</source>
        <translation>JSON-Objekt</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Stack trace</source>
        <translation>Stacktrace</translation>
    </message>
    <message>
        <source>Too long</source>
        <translation>Zu lang</translation>
    </message>
    <message>
        <source>The log file is no text: unpack it first.</source>
        <translation>Die Logdatei ist kein Text: Sie muss erst entpackt werden.</translation>
    </message>
    <message>
        <source>The log file holds no whole line.</source>
        <translation>Die Logdatei enthält keine ganze Zeile.</translation>
    </message>
    <message>
        <source>Log sample</source>
        <translation>Log-Stichprobe</translation>
    </message>
    <message>
        <source>Reads the end of the log file and counts the lines that are JSON.</source>
        <translation>Liest das Ende der Logdatei und zählt die Zeilen, die JSON sind.</translation>
    </message>
    <message>
        <source>%1 of %2 lines at its end are JSON.</source>
        <translation>%1 von %2 Zeilen an ihrem Ende sind JSON.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>p99 %1 [at least %2]</source>
        <translation>p99 %1 [mindestens %2]</translation>
    </message>
    <message>
        <source>p99 %1 [%2–%3]</source>
        <translation>p99 %1 [%2–%3]</translation>
    </message>
    <message>
        <source>threshold %1, reached by %2 to %3 of %4</source>
        <translation>Schwelle %1, erreicht von %2 bis %3 von %4</translation>
    </message>
    <message>
        <source>threshold %1, reached by %2 of %3</source>
        <translation>Schwelle %1, erreicht von %2 von %3</translation>
    </message>
    <message>
        <source>No distribution to draw: nothing was answered, or the source gave percentiles only.</source>
        <translation>Keine Verteilung zu zeichnen: nichts wurde beantwortet, oder die Quelle nannte nur Perzentile.</translation>
    </message>
    <message>
        <source>%1 the median: %2</source>
        <translation>%1 Median: %2</translation>
    </message>
    <message>
        <source>Response times, from the intended start</source>
        <translation>Antwortzeiten ab dem geplanten Start</translation>
    </message>
    <message>
        <source>Response times of %1, from the intended start</source>
        <translation>Antwortzeiten von %1 ab dem geplanten Start</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>korrigiert</translation>
    </message>
    <message>
        <source>p50 %1</source>
        <translation>p50 %1</translation>
    </message>
    <message>
        <source>p90 %1</source>
        <translation>p90 %1</translation>
    </message>
    <message>
        <source>Response time by percentile</source>
        <translation>Antwortzeit nach Perzentil</translation>
    </message>
    <message>
        <source>Response time of %1 by percentile</source>
        <translation>Antwortzeit von %1 nach Perzentil</translation>
    </message>
    <message>
        <source>Percentile</source>
        <translation>Perzentil</translation>
    </message>
    <message>
        <source>uncorrected</source>
        <translation>unkorrigiert</translation>
    </message>
    <message>
        <source>The slowest endpoints by percentile, from the intended start</source>
        <translation>Die langsamsten Endpunkte nach Perzentil, ab dem geplanten Start</translation>
    </message>
    <message>
        <source>{1:The one measured endpoint keeps its|All %1 measured endpoints keep their} p99 under %2, steady traffic given: a run of %3 cannot see what happens less often than once in %4.</source>
        <translation>{1:Der eine gemessene Endpunkt hält sein|Alle %1 gemessenen Endpunkte halten ihr} p99 unter %2, stetigen Verkehr vorausgesetzt: Ein Lauf von %3 sieht nicht, was seltener als einmal in %4 geschieht.</translation>
    </message>
    <message>
        <source>No log was looked at.</source>
        <translation>Kein Log wurde angesehen.</translation>
    </message>
    <message>
        <source>All %2 lines are JSON, but so few prove little.</source>
        <translation>Alle %2 Zeilen sind JSON, aber so wenige beweisen wenig.</translation>
    </message>
    <message>
        <source>Give a log of %1 lines or more.</source>
        <translation>Ein Log mit mindestens %1 Zeilen angeben.</translation>
    </message>
    <message>
        <source>All of the newest %2 log lines are a JSON object each.</source>
        <translation>Alle der neuesten %2 Logzeilen sind je ein JSON-Objekt.</translation>
    </message>
    <message>
        <source>%1 of the newest %2 log lines are a JSON object.</source>
        <translation>%1 der neuesten %2 Logzeilen sind ein JSON-Objekt.</translation>
    </message>
    <message>
        <source>Only %1 of the newest %2 log lines are a JSON object.</source>
        <translation>Nur %1 der neuesten %2 Logzeilen sind ein JSON-Objekt.</translation>
    </message>
    <message>
        <source>%1 answered a stranger with success: is it a login?</source>
        <translation>%1 antwortete einem Fremden mit Erfolg: Ist das eine Anmeldung?</translation>
    </message>
    <message>
        <source>Look at what it answers to a wrong password.</source>
        <translation>Nachsehen, was es auf ein falsches Passwort antwortet.</translation>
    </message>
    <message>
        <source>%1 did not answer as a login does (status %2).</source>
        <translation>%1 antwortete nicht wie eine Anmeldung (Status %2).</translation>
    </message>
    <message>
        <source>Correct its path and body in the profile.</source>
        <translation>Pfad und Body im Profil berichtigen.</translation>
    </message>
    <message>
        <source>%1 refuses only after %2 failed logins within a minute.</source>
        <translation>%1 lehnt erst nach %2 fehlgeschlagenen Anmeldungen binnen einer Minute ab.</translation>
    </message>
    <message>
        <source>%1 was tried %2 times only.</source>
        <translation>%1 wurde nur %2-mal versucht.</translation>
    </message>
    <message>
        <source>Run the probe to its end.</source>
        <translation>Die Messung zu Ende laufen lassen.</translation>
    </message>
    <message>
        <source>%1 answered %2 failed logins within a minute and refused none.</source>
        <translation>%1 beantwortete %2 fehlgeschlagene Anmeldungen binnen einer Minute und lehnte keine ab.</translation>
    </message>
    <message>
        <source>No failed login was tried.</source>
        <translation>Keine fehlgeschlagene Anmeldung wurde versucht.</translation>
    </message>
    <message>
        <source>{1:The login refuses|Each of %1 logins refuses} after at most %2 failures within a minute.</source>
        <translation>{1:Die Anmeldung lehnt|Jede von %1 Anmeldungen lehnt} nach höchstens %2 Fehlversuchen binnen einer Minute ab.</translation>
    </message>
    <message>
        <source>Nobody has watched a restart.</source>
        <translation>Niemand hat einen Neustart beobachtet.</translation>
    </message>
    <message>
        <source>The service refused the watch&apos;s requests with 429.</source>
        <translation>Der Dienst lehnte die Anfragen der Beobachtung mit 429 ab.</translation>
    </message>
    <message>
        <source>No restart was seen in %1: no connection was refused, and no younger process showed up in the metrics.</source>
        <translation>In %1 wurde kein Neustart gesehen: Keine Verbindung wurde abgelehnt, und kein jüngerer Prozess zeigte sich in den Metriken.</translation>
    </message>
    <message>
        <source>Restart the service while the probe watches, and name metrics that tell process_start_time_seconds.</source>
        <translation>Den Dienst neu starten, während die Messung zusieht, und Metriken nennen, die process_start_time_seconds zeigen.</translation>
    </message>
    <message>
        <source>Only %1 requests were sent across the restart.</source>
        <translation>Nur %1 Anfragen wurden über den Neustart hinweg gesendet.</translation>
    </message>
    <message>
        <source>Watch again: it takes %1 requests.</source>
        <translation>Noch einmal beobachten: Es braucht %1 Anfragen.</translation>
    </message>
    <message>
        <source>%1 requests failed far from the restart: the service loses some without one.</source>
        <translation>%1 Anfragen schlugen fern vom Neustart fehl: Der Dienst verliert auch ohne ihn welche.</translation>
    </message>
    <message>
        <source>Find out why it does, then watch again.</source>
        <translation>Herausfinden, warum das so ist, dann noch einmal beobachten.</translation>
    </message>
    <message>
        <source>%1 of %2 requests were taken by the service and lost in the restart.</source>
        <translation>%1 von %2 Anfragen nahm der Dienst an und verlor sie im Neustart.</translation>
    </message>
    <message>
        <source>No request was lost, but only %3 were under way on average: perhaps none was when the service stopped.</source>
        <translation>Keine Anfrage ging verloren, aber im Mittel waren nur %3 unterwegs: vielleicht keine, als der Dienst anhielt.</translation>
    </message>
    <message>
        <source>Name a read endpoint that takes longer, 0.2 s or more.</source>
        <translation>Einen Lese-Endpunkt nennen, der länger braucht, 0,2 s oder mehr.</translation>
    </message>
    <message>
        <source>None of %2 requests was lost in the restart, with %3 under way on average.</source>
        <translation>Keine von %2 Anfragen ging im Neustart verloren, bei im Mittel %3 unterwegs.</translation>
    </message>
    <message>
        <source>All of %2 requests were answered across the restart.</source>
        <translation>Alle %2 Anfragen wurden über den Neustart hinweg beantwortet.</translation>
    </message>
    <message>
        <source>%1 of %2 requests failed in the restart, some of them after the service had taken them.</source>
        <translation>%1 von %2 Anfragen schlugen im Neustart fehl, einige, nachdem der Dienst sie angenommen hatte.</translation>
    </message>
    <message>
        <source>For %3 nobody answered: %1 of %2 requests were refused in the restart, none was lost.</source>
        <translation>%3 lang antwortete niemand: %1 von %2 Anfragen wurden im Neustart abgelehnt, keine ging verloren.</translation>
    </message>
    <message>
        <source>%4 of %1 endpoints answer with our trace id; no trace backend was asked.</source>
        <translation>%4 von %1 Endpunkten antworten mit unserer Trace-ID; ein Trace-Backend wurde nicht gefragt.</translation>
    </message>
    <message>
        <source>The trace backend knows no trace of %1 endpoints that were called.</source>
        <translation>Das Trace-Backend kennt keinen Trace von %1 aufgerufenen Endpunkten.</translation>
    </message>
    <message>
        <source>Every trace of %1 endpoints reached a second service.</source>
        <translation>Jeder Trace von %1 Endpunkten erreichte einen zweiten Dienst.</translation>
    </message>
    <message>
        <source>Every trace of %1 endpoints was found, but those of only %3 cross to a second service.</source>
        <translation>Jeder Trace von %1 Endpunkten wurde gefunden, aber nur die von %3 reichen in einen zweiten Dienst.</translation>
    </message>
    <message>
        <source>Of %1 endpoints only %2 are known to the trace backend, not all with every trace.</source>
        <translation>Von %1 Endpunkten kennt das Trace-Backend nur %2, nicht alle mit jedem Trace.</translation>
    </message>
    <message>
        <source>Over plain HTTP</source>
        <translation>Über unverschlüsseltes HTTP</translation>
    </message>
    <message>
        <source>Sends on to</source>
        <translation>Leitet weiter nach</translation>
    </message>
    <message>
        <source>The same over plain HTTP</source>
        <translation>Dasselbe über unverschlüsseltes HTTP</translation>
    </message>
    <message>
        <source>Concerns</source>
        <translation>Betrifft</translation>
    </message>
    <message>
        <source>Rule file</source>
        <translation>Regeldatei</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Not read because</source>
        <translation>Nicht gelesen, weil</translation>
    </message>
    <message>
        <source>No series in Prometheus matches the selector of the profile.</source>
        <translation>Keine Zeitreihe in Prometheus passt zum Selektor des Profils.</translation>
    </message>
    <message>
        <source>Prometheus does not take the selector of the profile.</source>
        <translation>Prometheus nimmt den Selektor des Profils nicht an.</translation>
    </message>
    <message>
        <source>Prometheus does not say of every alert whether its series exist.</source>
        <translation>Prometheus sagt nicht von jedem Alarm, ob seine Zeitreihen existieren.</translation>
    </message>
    <message>
        <source>Rule files</source>
        <translation>Regeldateien</translation>
    </message>
    <message>
        <source>Some of the rule files could not be read to their end.</source>
        <translation>Einige der Regeldateien konnten nicht bis zum Ende gelesen werden.</translation>
    </message>
    <message>
        <source>Selector</source>
        <translation>Selektor</translation>
    </message>
    <message>
        <source>They hold %1 alert rules; whether Prometheus has loaded them, only prometheus.url would show.</source>
        <translation>Sie enthalten %1 Alarmregeln; ob Prometheus sie geladen hat, würde nur prometheus.url zeigen.</translation>
    </message>
    <message>
        <source>The alert %1 adds up other services with this one: what goes wrong here alone may never reach it.</source>
        <translation>Der Alarm %1 rechnet andere Dienste mit diesem zusammen: Was nur hier schiefgeht, löst ihn vielleicht nie aus.</translation>
    </message>
    <message>
        <source>The rule files (%3) hold the alert %1, which fires above %2; a file does not show that Prometheus has loaded it, nor that an Alertmanager hears of it.</source>
        <translation>Die Regeldateien (%3) enthalten den Alarm %1, der über %2 auslöst; eine Datei zeigt weder, dass Prometheus sie geladen hat, noch, dass ein Alertmanager davon erfährt.</translation>
    </message>
    <message>
        <source>Name the Prometheus that loads these files (prometheus.url).</source>
        <translation>Nennen Sie das Prometheus, das diese Dateien lädt (prometheus.url).</translation>
    </message>
    <message>
        <source>Let the Prometheus of the profile answer: %1</source>
        <translation>Lassen Sie das Prometheus des Profils antworten: %1</translation>
    </message>
    <message>
        <source>From the rule files (%1), not from a running Prometheus: %2</source>
        <translation>Aus den Regeldateien (%1), nicht von einem laufenden Prometheus: %2</translation>
    </message>
    <message>
        <source>%1 The alerts that there are watch other services than the profile&apos;s selector names: %2.</source>
        <translation>%1 Die vorhandenen Alarme überwachen andere Dienste, als der Selektor des Profils nennt: %2.</translation>
    </message>
    <message>
        <source>The alert %1 reads series that do not tell which service they are of.</source>
        <translation>Der Alarm %1 liest Zeitreihen, die nicht sagen, zu welchem Dienst sie gehören.</translation>
    </message>
    <message>
        <source>Keep the selector&apos;s labels in the recording rules, or judge by hand.</source>
        <translation>Behalten Sie die Labels des Selektors in den Recording-Regeln, oder urteilen Sie von Hand.</translation>
    </message>
    <message>
        <source>%1 is answered over plain HTTP (status %2) and not redirected to HTTPS.</source>
        <translation>%1 wird über unverschlüsseltes HTTP beantwortet (Status %2) und nicht auf HTTPS umgeleitet.</translation>
    </message>
    <message>
        <source>%1 over plain HTTP leads to another address over plain HTTP: %2.</source>
        <translation>%1 führt über unverschlüsseltes HTTP zu einer anderen Adresse mit unverschlüsseltem HTTP: %2.</translation>
    </message>
    <message>
        <source>The headers are there, but %1 over plain HTTP answers with status %2: whether it leads to HTTPS cannot be told.</source>
        <translation>Die Header sind da, aber %1 antwortet über unverschlüsseltes HTTP mit Status %2: Ob es zu HTTPS führt, ist nicht zu erkennen.</translation>
    </message>
    <message>
        <source>Let plain HTTP redirect to HTTPS, or close its port.</source>
        <translation>Leiten Sie unverschlüsseltes HTTP auf HTTPS um, oder schließen Sie seinen Port.</translation>
    </message>
    <message>
        <source>A body of 1 GiB is refused with 413, but one of 32 MiB is read to its end by %1.</source>
        <translation>Ein Body von 1 GiB wird mit 413 abgelehnt, aber einer von 32 MiB wird bis zum Ende gelesen von %1.</translation>
    </message>
    <message>
        <source>%1 refuses an announced 1 GiB with 413: a limit exists, and how high it is could not be seen.</source>
        <translation>%1 lehnt angekündigte 1 GiB mit 413 ab: Eine Grenze gibt es, und wie hoch sie liegt, war nicht zu sehen.</translation>
    </message>
    <message>
        <source>Name a credential and values with which the endpoint reads a body, or show the configured limit.</source>
        <translation>Nennen Sie Zugangsdaten und Werte, mit denen der Endpunkt einen Body liest, oder zeigen Sie die eingestellte Grenze.</translation>
    </message>
    <message>
        <source>Liveness answers at %1 and readiness at %2, but nothing shows that readiness looks at dependencies.</source>
        <translation>Liveness antwortet unter %1 und Readiness unter %2, aber nichts zeigt, dass Readiness Abhängigkeiten prüft.</translation>
    </message>
    <message>
        <source>Let readiness name what it checks, or confirm both paths in the profile (http.health).</source>
        <translation>Lassen Sie Readiness nennen, was sie prüft, oder bestätigen Sie beide Pfade im Profil (http.health).</translation>
    </message>
    <message>
        <source>Of the pool {1:%1 state is|%1 states are} exposed under a known name; these names may hold the rest: %2.</source>
        <translation>Vom Pool {1:ist %1 Zustand|sind %1 Zustände} unter bekanntem Namen sichtbar; diese Namen könnten den Rest enthalten: %2.</translation>
    </message>
    <message>
        <source>Look at what these metrics count, and judge by hand: connections in use, idle and waited for.</source>
        <translation>Sehen Sie nach, was diese Metriken zählen, und urteilen Sie von Hand: Verbindungen in Benutzung, frei und erwartet.</translation>
    </message>
    <message>
        <source>The metrics page could not be read whole, and what was read does not show all of the pool.</source>
        <translation>Die Metrikseite konnte nicht ganz gelesen werden, und was gelesen wurde, zeigt nicht den ganzen Pool.</translation>
    </message>
    <message>
        <source>Correct the lines of the page that are no Prometheus text, or make it shorter.</source>
        <translation>Berichtigen Sie die Zeilen der Seite, die kein Prometheus-Text sind, oder kürzen Sie sie.</translation>
    </message>
    <message>
        <source>A limit was met at %1 after %2 requests; it does not cover %3, and no burst was tried there.</source>
        <translation>Bei %1 wurde nach %2 Anfragen eine Grenze erreicht; sie gilt nicht für %3, und dort wurde kein Burst versucht.</translation>
    </message>
    <message>
        <source>Show the limiter&apos;s configuration for the other endpoints.</source>
        <translation>Zeigen Sie die Konfiguration des Limiters für die anderen Endpunkte.</translation>
    </message>
    <message>
        <source>No limit was met at %1 with %2 requests within a minute.</source>
        <translation>Bei %1 wurde mit %2 Anfragen innerhalb einer Minute keine Grenze erreicht.</translation>
    </message>
    <message>
        <source>No limit was met at %1 with %2 requests within a minute; no burst was tried at %3.</source>
        <translation>Bei %1 wurde mit %2 Anfragen innerhalb einer Minute keine Grenze erreicht; kein Burst wurde versucht bei %3.</translation>
    </message>
    <message>
        <source>{1:The one tried public endpoint shows|All %1 tried public endpoints show} a rate limit at work; not tried: %2.</source>
        <translation>{1:Der eine versuchte öffentliche Endpunkt zeigt|Alle %1 versuchten öffentlichen Endpunkte zeigen} eine wirksame Ratenbegrenzung; nicht versucht: %2.</translation>
    </message>
    <message>
        <source>Show that the limiter covers them: writes, and endpoints whose values are not known, are not tried.</source>
        <translation>Zeigen Sie, dass der Limiter sie erfasst: Schreibende Endpunkte und solche, deren Werte nicht bekannt sind, werden nicht versucht.</translation>
    </message>
    <message>
        <source>key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>call</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>queries</source>
        <translation>Abfragen</translation>
    </message>
    <message>
        <source>request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>/day</source>
        <translation>/Tag</translation>
    </message>
    <message>
        <source>Endpoints that take or give files</source>
        <translation>Endpunkte, die Dateien annehmen oder ausgeben</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwendung</translation>
    </message>
    <message>
        <source>Media type</source>
        <translation>Medientyp</translation>
    </message>
    <message>
        <source>Other host</source>
        <translation>Anderer Host</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Looks whether files come from the service itself or from an address on another host.</source>
        <translation>Prüft, ob Dateien vom Dienst selbst kommen oder von einer Adresse auf einem anderen Host.</translation>
    </message>
    <message>
        <source>The profile names no second credential beside the first.</source>
        <translation>Das Profil nennt neben den ersten keine zweiten Zugangsdaten.</translation>
    </message>
    <message>
        <source>Instances that answers name</source>
        <translation>Instanzen, die in Antworten genannt sind</translation>
    </message>
    <message>
        <source>Named by</source>
        <translation>Genannt durch</translation>
    </message>
    <message>
        <source>Different names</source>
        <translation>Verschiedene Namen</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>The credential at the other instances</source>
        <translation>Die Zugangsdaten bei den anderen Instanzen</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instanz</translation>
    </message>
    <message>
        <source>At the base URL</source>
        <translation>Bei der Basis-URL</translation>
    </message>
    <message>
        <source>There</source>
        <translation>Dort</translation>
    </message>
    <message>
        <source>There, without it</source>
        <translation>Dort, ohne sie</translation>
    </message>
    <message>
        <source>The service gave no answer in time.</source>
        <translation>Der Dienst antwortete nicht rechtzeitig.</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>Instanzen</translation>
    </message>
    <message>
        <source>Counts the instances that answers name, and tries the credential at the other instances of the profile.</source>
        <translation>Zählt die Instanzen, die in Antworten genannt sind, und versucht die Zugangsdaten bei den anderen Instanzen des Profils.</translation>
    </message>
    <message>
        <source>Objects of the first account, asked for by both</source>
        <translation>Objekte des ersten Kontos, von beiden angefragt</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>First account</source>
        <translation>Erstes Konto</translation>
    </message>
    <message>
        <source>Second account</source>
        <translation>Zweites Konto</translation>
    </message>
    <message>
        <source>The two credentials of the profile are the same.</source>
        <translation>Die beiden Zugangsdaten des Profils sind gleich.</translation>
    </message>
    <message>
        <source>No endpoint that needs a credential shows one object out of a list.</source>
        <translation>Kein Endpunkt, der Zugangsdaten braucht, zeigt ein einzelnes Objekt aus einer Liste.</translation>
    </message>
    <message>
        <source>The first account&apos;s lists show no object with an id.</source>
        <translation>Die Listen des ersten Kontos zeigen kein Objekt mit einer Id.</translation>
    </message>
    <message>
        <source>Objects of another account</source>
        <translation>Objekte eines anderen Kontos</translation>
    </message>
    <message>
        <source>Asks with the second credential for objects out of the first one&apos;s lists.</source>
        <translation>Fragt mit den zweiten Zugangsdaten nach Objekten aus den Listen der ersten.</translation>
    </message>
    <message>
        <source>Nobody has asked for one account&apos;s objects with another account.</source>
        <translation>Niemand hat mit einem Konto nach den Objekten eines anderen gefragt.</translation>
    </message>
    <message>
        <source>Read the data layer: which line refuses the id of another account?</source>
        <translation>Die Datenschicht lesen: Welche Zeile weist die Id eines anderen Kontos ab?</translation>
    </message>
    <message>
        <source>The second account is given what belongs to the first one: %1 of %2 objects, at %4. Are they meant for both?</source>
        <translation>Das zweite Konto bekommt, was dem ersten gehört: %1 von %2 Objekten, bei %4. Sind sie für beide bestimmt?</translation>
    </message>
    <message>
        <source>The second account was refused everything it asked for, its own lists as well: perhaps its credential does not work.</source>
        <translation>Dem zweiten Konto wurde alles verweigert, auch seine eigenen Listen: Vielleicht gelten seine Zugangsdaten nicht.</translation>
    </message>
    <message>
        <source>Give the profile a second credential that the service accepts.</source>
        <translation>Im Profil zweite Zugangsdaten nennen, die der Dienst annimmt.</translation>
    </message>
    <message>
        <source>None of %2 objects tells the two accounts apart: they are public, shared, or answered otherwise.</source>
        <translation>Keines von %2 Objekten unterscheidet die beiden Konten: Sie sind öffentlich, geteilt oder anders beantwortet.</translation>
    </message>
    <message>
        <source>The second account was refused %3 of %2 objects of the first one, which proves nothing for the others.</source>
        <translation>Dem zweiten Konto wurden %3 von %2 Objekten des ersten verweigert, was für die anderen nichts beweist.</translation>
    </message>
    <message>
        <source>Say when the service last ran under load with two or more instances, and what went wrong.</source>
        <translation>Sagen, wann der Dienst zuletzt unter Last mit zwei oder mehr Instanzen lief, und was dabei misslang.</translation>
    </message>
    <message>
        <source>A hint of more than one instance: %1 names %2 of them in %3 answers.</source>
        <translation>Ein Hinweis auf mehr als eine Instanz: %1 nennt %2 davon in %3 Antworten.</translation>
    </message>
    <message>
        <source>All answers come from one instance, as %1 names it.</source>
        <translation>Alle Antworten kommen von einer Instanz, wie %1 sie nennt.</translation>
    </message>
    <message>
        <source>No answer names the instance that it comes from.</source>
        <translation>Keine Antwort nennt die Instanz, von der sie kommt.</translation>
    </message>
    <message>
        <source>The profile names no other instance of the service.</source>
        <translation>Das Profil nennt keine andere Instanz des Dienstes.</translation>
    </message>
    <message>
        <source>The profile names no credential to try at the other instances.</source>
        <translation>Das Profil nennt keine Zugangsdaten, die bei den anderen Instanzen zu versuchen wären.</translation>
    </message>
    <message>
        <source>Say what a user loses when their instance is restarted.</source>
        <translation>Sagen, was ein Benutzer verliert, wenn seine Instanz neu startet.</translation>
    </message>
    <message>
        <source>The credential that works at the base URL is refused at %1: does an instance keep sessions to itself?</source>
        <translation>Die Zugangsdaten, die bei der Basis-URL gelten, werden bei %1 abgewiesen: Behält eine Instanz Sitzungen für sich?</translation>
    </message>
    <message>
        <source>No endpoint that needs a credential could be compared between the instances.</source>
        <translation>Kein Endpunkt, der Zugangsdaten braucht, konnte zwischen den Instanzen verglichen werden.</translation>
    </message>
    <message>
        <source>Name other instances that answer, and a read endpoint that needs the credential.</source>
        <translation>Andere Instanzen nennen, die antworten, und einen Lese-Endpunkt, der die Zugangsdaten braucht.</translation>
    </message>
    <message>
        <source>A hint of shared sessions: the cookie also works at %1.</source>
        <translation>Ein Hinweis auf gemeinsame Sitzungen: Das Cookie gilt auch bei %1.</translation>
    </message>
    <message>
        <source>The credential also works at %1, but one that is no session cookie says little of where sessions are kept.</source>
        <translation>Die Zugangsdaten gelten auch bei %1, aber solche, die kein Sitzungs-Cookie sind, sagen wenig darüber, wo Sitzungen liegen.</translation>
    </message>
    <message>
        <source>Say which requests send mail, make documents or call many services.</source>
        <translation>Sagen, welche Anfragen Mails senden, Dokumente erzeugen oder viele Dienste aufrufen.</translation>
    </message>
    <message>
        <source>{1:One endpoint keeps|%1 endpoints keep} the caller waiting for the result, with a p99 of up to %2, instead of answering 202: %3.</source>
        <translation>{1:Ein Endpunkt lässt|%1 Endpunkte lassen} den Aufrufer auf das Ergebnis warten, mit einem p99 bis %2, statt mit 202 zu antworten: %3.</translation>
    </message>
    <message>
        <source>The p99 of %1 may be above %2.</source>
        <translation>Das p99 von %1 liegt vielleicht über %2.</translation>
    </message>
    <message>
        <source>Measure longer, with the product&apos;s own load.</source>
        <translation>Länger messen, mit der Last dieses Programms.</translation>
    </message>
    <message>
        <source>None of %1 measured endpoints has a p99 above %2, which says nothing of those that were not measured.</source>
        <translation>Keiner von %1 gemessenen Endpunkten hat ein p99 über %2, was über die nicht gemessenen nichts sagt.</translation>
    </message>
    <message>
        <source>The API description tells of no endpoint that takes or gives files.</source>
        <translation>Die API-Beschreibung nennt keinen Endpunkt, der Dateien annimmt oder ausgibt.</translation>
    </message>
    <message>
        <source>Mark N/A if there are neither uploads nor downloads.</source>
        <translation>N/A markieren, wenn es weder Uploads noch Downloads gibt.</translation>
    </message>
    <message>
        <source>Say through what the bytes of each upload and download flow.</source>
        <translation>Sagen, worüber die Bytes jedes Uploads und Downloads fließen.</translation>
    </message>
    <message>
        <source>{1:One endpoint takes or gives|%1 endpoints take or give} files through the service itself: %2.</source>
        <translation>{1:Ein Endpunkt nimmt oder gibt|%1 Endpunkte nehmen oder geben} Dateien über den Dienst selbst: %2.</translation>
    </message>
    <message>
        <source>A hint of presigned URLs or a CDN: %1 {2:answers|answer} with an address on another host.</source>
        <translation>Ein Hinweis auf vorsignierte URLs oder ein CDN: %1 {2:antwortet|antworten} mit einer Adresse auf einem anderen Host.</translation>
    </message>
    <message>
        <source>None of %1 endpoints that may give files gave one.</source>
        <translation>Keiner von %1 Endpunkten, die Dateien geben könnten, gab eine.</translation>
    </message>
    <message>
        <source>Left out, or counted as a write, by the profile</source>
        <translation>Vom Profil ausgelassen oder als Schreibzugriff gezählt</translation>
    </message>
    <message>
        <source>What was asked would pass, but the profile leaves out %1, or counts it as a write.</source>
        <translation>Was gefragt wurde, würde bestehen, aber das Profil lässt %1 aus oder zählt es als Schreibzugriff.</translation>
    </message>
    <message>
        <source>Take it in again in the endpoint inventory, or look at it and judge by hand.</source>
        <translation>In der Endpunktliste wieder aufnehmen, oder ansehen und von Hand urteilen.</translation>
    </message>
    <message>
        <source>The profile leaves out a path where health endpoints are looked for.</source>
        <translation>Das Profil lässt einen Pfad aus, unter dem Health-Endpunkte gesucht werden.</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>wrong: too short</source>
        <translation>falsch: zu kurz</translation>
    </message>
    <message>
        <source>wrong: switched off</source>
        <translation>falsch: abgeschaltet</translation>
    </message>
    <message>
        <source>wrong: cannot be read</source>
        <translation>falsch: nicht lesbar</translation>
    </message>
    <message>
        <source>risky</source>
        <translation>riskant</translation>
    </message>
    <message>
        <source>ok, under another name</source>
        <translation>in Ordnung, unter anderem Namen</translation>
    </message>
    <message>
        <source>The largest answer has more than %1.</source>
        <translation>Die größte Antwort hat mehr als %1.</translation>
    </message>
    <message>
        <source>k6 does not say when a request was due: it is reckoned from its constant rate, and where it dropped iterations no pass is given.</source>
        <translation>k6 sagt nicht, wann eine Anfrage fällig war: Das wird aus seiner konstanten Rate errechnet, und wo es Iterationen ausgelassen hat, gibt es kein Bestanden.</translation>
    </message>
    <message>
        <source>The load engine that the profile asks for cannot be used: %1</source>
        <translation>Das Lastwerkzeug aus dem Profil lässt sich nicht verwenden: %1</translation>
    </message>
    <message>
        <source>No server shows how long a request waits for a connection of the application&apos;s own pool.</source>
        <translation>Kein Server zeigt, wie lange eine Anfrage auf eine Verbindung aus dem eigenen Pool der Anwendung wartet.</translation>
    </message>
    <message>
        <source>Look up the acquire timeout in the pool&apos;s configuration.</source>
        <translation>Die Wartezeit auf eine Verbindung (Acquire-Timeout) in der Konfiguration des Pools nachsehen.</translation>
    </message>
    <message>
        <source>PgBouncer&apos;s console does not show its query_wait_timeout.</source>
        <translation>Die Konsole von PgBouncer zeigt seinen query_wait_timeout nicht.</translation>
    </message>
    <message>
        <source>PgBouncer closes every server connection after one use (server_lifetime = 0), so none is reused.</source>
        <translation>PgBouncer schließt jede Serververbindung nach einmaligem Gebrauch (server_lifetime = 0), also wird keine wiederverwendet.</translation>
    </message>
    <message>
        <source>A connection has been idle for %2, and PgBouncer closes idle ones after %1 (server_idle_timeout): the setting does not rule that one.</source>
        <translation>Eine Verbindung ist seit %2 untätig, und PgBouncer schließt untätige nach %1 (server_idle_timeout): Für diese gilt die Einstellung nicht.</translation>
    </message>
    <message>
        <source>Whether it goes past PgBouncer, or a client holds it in session pooling.</source>
        <translation>Ob sie an PgBouncer vorbeigeht oder ein Client sie im Session-Pooling festhält.</translation>
    </message>
    <message>
        <source>PgBouncer closes idle server connections after %1 (server_idle_timeout).</source>
        <translation>PgBouncer schließt untätige Serververbindungen nach %1 (server_idle_timeout).</translation>
    </message>
    <message>
        <source>%1 {1:session|sessions} of the database ended in the window because the client went away without closing {1:it|them}.</source>
        <translation>%1 {1:Sitzung|Sitzungen} der Datenbank {1:endete|endeten} im Zeitfenster, weil der Client verschwand, ohne sie zu schließen.</translation>
    </message>
    <message>
        <source>Plan review</source>
        <translation>Prüfung des Plans</translation>
    </message>
    <message>
        <source>Requests during the restart, by second; the limit is that none fails</source>
        <translation>Anfragen während des Neustarts je Sekunde; die Grenze: keine scheitert</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>Grenze %1</translation>
    </message>
    <message>
        <source>Share of the keys by prefix, with its 95 % interval; 3.5 sets no limit to a share</source>
        <translation>Anteil der Schlüssel nach Präfix mit 95-%-Intervall; 3.5 setzt einem Anteil keine Grenze</translation>
    </message>
    <message>
        <source>p99 by second; the limit here is a ratio to each endpoint&apos;s own median</source>
        <translation>p99 je Sekunde; die Grenze ist hier ein Verhältnis zum Median jedes Endpunkts</translation>
    </message>
    <message>
        <source>p99 by second, against %1</source>
        <translation>p99 je Sekunde, gegen %1</translation>
    </message>
    <message>
        <source>bursts of 20, 10 and 5 (at most 20 a second) to each of at most %1 read endpoints: %2 requests, up to %3 where other traffic or a page&apos;s size must be told apart</source>
        <translation>Stöße von 20, 10 und 5 (höchstens 20 je Sekunde) an jeden von höchstens %1 lesenden Endpunkten: %2 Anfragen, bis zu %3, wo anderer Verkehr oder die Größe einer Seite herauszurechnen ist</translation>
    </message>
    <message>
        <source>before and after each burst, in {1:one database|%1 databases}</source>
        <translation>vor und nach jedem Stoß, in {1:einer Datenbank|%1 Datenbanken}</translation>
    </message>
    <message>
        <source>once after each three bursts</source>
        <translation>einmal nach je drei Stößen</translation>
    </message>
    <message>
        <source>for each of at most %1 read endpoints, to find a fast and a slow one</source>
        <translation>für jeden von höchstens %1 lesenden Endpunkten, um einen schnellen und einen langsamen zu finden</translation>
    </message>
    <message>
        <source>%1 a second to these two, each on a connection of its own, until the service was restarted by somebody, at most %2 s; only when 7.4 or 7.6 is named</source>
        <translation>%1 je Sekunde an diese beiden, jede über eine eigene Verbindung, bis jemand den Dienst neu gestartet hat, höchstens %2 s; nur wenn 7.4 oder 7.6 genannt ist</translation>
    </message>
    <message>
        <source>every 2 s, for the process&apos;s start time</source>
        <translation>alle 2 s, für die Startzeit des Prozesses</translation>
    </message>
    <message>
        <source>%1 for each endpoint, at most 5 a second</source>
        <translation>%1 je Endpunkt, höchstens 5 je Sekunde</translation>
    </message>
    <message>
        <source>13 to each of at most 3 logins that the profile lists with a body, until the first refusal</source>
        <translation>13 an jede von höchstens 3 Anmeldungen, die das Profil mit Inhalt nennt, bis zur ersten Ablehnung</translation>
    </message>
    <message>
        <source>3 for each list of objects, until 20 objects were found</source>
        <translation>3 je Liste von Objekten, bis 20 Objekte gefunden sind</translation>
    </message>
    <message>
        <source>its version</source>
        <translation>seine Version</translation>
    </message>
    <message>
        <source>the requests below, as a process for the warm-up and one for each run of each endpoint; at most at its rate</source>
        <translation>die Anfragen darunter, als ein Prozess zum Aufwärmen und je einer für jeden Lauf jedes Endpunkts; höchstens mit dessen Rate</translation>
    </message>
    <message>
        <source>the requests below, as a process for each run</source>
        <translation>die Anfragen darunter, als ein Prozess je Lauf</translation>
    </message>
    <message>
        <source>the API description and ids for its paths</source>
        <translation>die API-Beschreibung und Kennungen für ihre Pfade</translation>
    </message>
    <message>
        <source>for each read endpoint, to see that it answers 2xx</source>
        <translation>für jeden lesenden Endpunkt, um zu sehen, dass er mit 2xx antwortet</translation>
    </message>
    <message>
        <source>for each of at most %1 read endpoints at its rate (default %2/s) for about %3 s, once, then all together once: at most %4 min in all</source>
        <translation>für jeden von höchstens %1 lesenden Endpunkten mit seiner Rate (sonst %2/s) etwa %3 s lang, einmal, danach alle zusammen einmal: insgesamt höchstens %4 min</translation>
    </message>
    <message>
        <source>for each of at most %1 read endpoints at its rate (default %2/s) for about %3 s, up to three times, then all together once: at most %4 min in all, more where a rate is below %5/s</source>
        <translation>für jeden von höchstens %1 lesenden Endpunkten mit seiner Rate (sonst %2/s) etwa %3 s lang, bis zu dreimal, danach alle zusammen einmal: insgesamt höchstens %4 min, mehr, wo eine Rate unter %5/s liegt</translation>
    </message>
    <message>
        <source>for each write endpoint that the profile lists with a body, with the capability write</source>
        <translation>für jeden schreibenden Endpunkt, den das Profil mit Inhalt nennt, mit der Erlaubnis write</translation>
    </message>
    <message>
        <source>every 250 ms for the window, at most 120 s</source>
        <translation>alle 250 ms während des Fensters, höchstens 120 s</translation>
    </message>
    <message>
        <source>once an index of 100 pages to 1 GiB, at most 2 GiB or 60 s in all</source>
        <translation>einmal je Index von 100 Seiten bis 1 GiB, insgesamt höchstens 2 GiB oder 60 s</translation>
    </message>
    <message>
        <source>once an index above 1 GiB, by a superuser with pageinspect only</source>
        <translation>einmal je Index über 1 GiB, nur als Superuser mit pageinspect</translation>
    </message>
    <message>
        <source>once a second for the window</source>
        <translation>einmal je Sekunde während des Fensters</translation>
    </message>
    <message>
        <source>for each master</source>
        <translation>für jeden Master</translation>
    </message>
    <message>
        <source>for each connection, if the profile gives a login</source>
        <translation>je Verbindung, wenn das Profil eine Anmeldung nennt</translation>
    </message>
    <message>
        <source>for each connection, if the URL names a database</source>
        <translation>je Verbindung, wenn die URL eine Datenbank nennt</translation>
    </message>
    <message>
        <source>in cluster mode; else SLOTS, else NODES</source>
        <translation>im Cluster; sonst SLOTS, sonst NODES</translation>
    </message>
    <message>
        <source>for each master, at most every 200 ms of the window</source>
        <translation>für jeden Master, höchstens alle 200 ms des Fensters</translation>
    </message>
    <message>
        <source>50,000 keys in all, at most 20 % of the time; every key, unpaced, with the capability scan</source>
        <translation>insgesamt 50.000 Schlüssel, höchstens 20 % der Zeit; jeder Schlüssel, ungebremst, mit der Erlaubnis scan</translation>
    </message>
    <message>
        <source>once for each database that holds keys</source>
        <translation>einmal für jede Datenbank, die Schlüssel enthält</translation>
    </message>
    <message>
        <source>The imported endpoints keep to it; whether they are all that the service has is not known.</source>
        <translation>Die importierten Endpunkte halten es ein; ob das alle sind, die der Dienst hat, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Import the file with --all-endpoints if it holds every endpoint.</source>
        <translation>Importieren Sie die Datei mit --all-endpoints, wenn sie jeden Endpunkt enthält.</translation>
    </message>
    <message>
        <source>The %1 endpoints that could be measured keep the ratio, but %2 are known.</source>
        <translation>Die %1 Endpunkte, die sich messen ließen, halten das Verhältnis ein, bekannt sind aber %2.</translation>
    </message>
    <message>
        <source>The metrics page could not be read whole, and what was read does not show all of it.</source>
        <translation>Die Metrikseite ließ sich nicht ganz lesen, und was gelesen wurde, zeigt nicht alles.</translation>
    </message>
    <message>
        <source>Rate, errors and duration are exposed for %1 of the endpoints only; under the paths of the others nothing moved by the requests sent.</source>
        <translation>Rate, Fehler und Dauer sind nur für %1 der Endpunkte ausgewiesen; unter den Pfaden der anderen hat sich durch die gesendeten Anfragen nichts bewegt.</translation>
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
    <message numerus="yes">
        <source>%n plans marked as reviewed</source>
        <translation>
            <numerusform>%n Plan als geprüft vermerkt</numerusform>
            <numerusform>%n Pläne als geprüft vermerkt</numerusform>
        </translation>
    </message>
    <message>
        <source>Judged by the letter</source>
        <translation>Nach dem Wortlaut beurteilt</translation>
    </message>
    <message>
        <source>Judged by our reading</source>
        <translation>Nach unserer Lesart beurteilt</translation>
    </message>
    <message>
        <source>Review of plans</source>
        <translation>Prüfung von Plänen</translation>
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
    <message>
        <source>Judged by the letter of the checklist. Our reading differs here:</source>
        <translation>Nach dem Wortlaut der Checkliste beurteilt. Unsere Lesart weicht hier ab:</translation>
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
    <name>awb::EndpointModel</name>
    <message>
        <source>asked</source>
        <translation>gefragt</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>public</source>
        <translation>öffentlich</translation>
    </message>
    <message>
        <source>guarded</source>
        <translation>geschützt</translation>
    </message>
    <message>
        <source>write</source>
        <translation>Schreibzugriff</translation>
    </message>
    <message>
        <source>read</source>
        <translation>Lesezugriff</translation>
    </message>
    <message>
        <source>Not asked: %1</source>
        <translation>Nicht gefragt: %1</translation>
    </message>
    <message>
        <source>Left out by the profile; every report lists it</source>
        <translation>Vom Profil ausgelassen; jeder Bericht führt es auf</translation>
    </message>
    <message>
        <source>May change something: asked only where you take it in</source>
        <translation>Kann etwas ändern: wird nur gefragt, wenn Sie es aufnehmen</translation>
    </message>
    <message>
        <source>A login: never under load</source>
        <translation>Eine Anmeldung: nie unter Last</translation>
    </message>
    <message>
        <source>No body is known: the profile has to give one</source>
        <translation>Kein Body ist bekannt: Das Profil muss einen angeben</translation>
    </message>
    <message>
        <source>Sent only while writes are allowed</source>
        <translation>Wird nur gesendet, solange Schreibzugriffe erlaubt sind</translation>
    </message>
    <message>
        <source>Changed by the profile</source>
        <translation>Vom Profil geändert</translation>
    </message>
    <message>
        <source>Listed by the profile</source>
        <translation>Vom Profil aufgeführt</translation>
    </message>
    <message>
        <source>Set in the profile</source>
        <translation>Im Profil gesetzt</translation>
    </message>
    <message>
        <source>%1, set in the profile</source>
        <translation>%1, im Profil gesetzt</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Gefragt</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugang</translation>
    </message>
    <message>
        <source>Counts as</source>
        <translation>Zählt als</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>awb::EndpointsPage</name>
    <message>
        <source>Endpoints</source>
        <translation>Endpunkte</translation>
    </message>
    <message>
        <source>Read the API description</source>
        <translation>API-Beschreibung lesen</translation>
    </message>
    <message>
        <source>Endpoints of the service</source>
        <translation>Endpunkte des Dienstes</translation>
    </message>
    <message>
        <source>Filter by path</source>
        <translation>Nach Pfad filtern</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Lesen stoppen</translation>
    </message>
    <message>
        <source>Load run</source>
        <translation>Lastlauf</translation>
    </message>
    <message>
        <source>Endpoint as described again</source>
        <translation>Endpunkt wieder wie beschrieben</translation>
    </message>
    <message>
        <source>stop reading</source>
        <translation>Lesen stoppen</translation>
    </message>
    <message>
        <source>read the description</source>
        <translation>Beschreibung lesen</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>switch</source>
        <translation>umschalten</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>as described</source>
        <translation>wie beschrieben</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>filtern</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>Liest %1</translation>
    </message>
    <message>
        <source>%1 changed by the profile, %2 left out. A bold value is yours; Del takes it back.</source>
        <translation>%1 vom Profil geändert, %2 ausgelassen. Ein fetter Wert ist Ihrer; Entf nimmt ihn zurück.</translation>
    </message>
    <message>
        <source>Probes run: endpoints can be changed when they have ended.</source>
        <translation>Probes laufen: Endpunkte lassen sich ändern, wenn sie beendet sind.</translation>
    </message>
    <message>
        <source>The API description was not read.</source>
        <translation>Die API-Beschreibung wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>This audit names no service</source>
        <translation>Dieses Audit nennt keinen Dienst</translation>
    </message>
    <message>
        <source>Begin an audit with a base URL under “Service”: its endpoints stand here.</source>
        <translation>Ein Audit mit einer Basis-URL unter „Dienst“ beginnen: Dessen Endpunkte stehen hier.</translation>
    </message>
    <message>
        <source>The API description is being read</source>
        <translation>Die API-Beschreibung wird gelesen</translation>
    </message>
    <message>
        <source>Esc stops it.</source>
        <translation>Esc stoppt es.</translation>
    </message>
    <message>
        <source>No endpoint is known yet</source>
        <translation>Noch ist kein Endpunkt bekannt</translation>
    </message>
    <message>
        <source>Reading sends at most five GETs: %1.</source>
        <translation>Das Lesen sendet höchstens fünf GETs: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n endpoint(s)</source>
        <translation>
            <numerusform>%n Endpunkt</numerusform>
            <numerusform>%n Endpunkte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) in the description could not be used</source>
        <translation>
            <numerusform>%n Angabe der Beschreibung war nicht zu verwenden</numerusform>
            <numerusform>%n Angaben der Beschreibung waren nicht zu verwenden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>awb::EndpointsPresenter</name>
    <message>
        <source>Endpoint %1 changed</source>
        <translation>Endpunkt %1 geändert</translation>
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
    <name>awb::LoadEndpointModel</name>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>95 % interval, ms</source>
        <translation>95-%-Intervall, ms</translation>
    </message>
    <message>
        <source>against %1</source>
        <translation>gegen %1</translation>
    </message>
</context>
<context>
    <name>awb::LoadPage</name>
    <message>
        <source>New audit</source>
        <translation>Neues Audit</translation>
    </message>
    <message>
        <source>Load run</source>
        <translation>Lastlauf</translation>
    </message>
    <message>
        <source>Start load: asks first</source>
        <translation>Last starten: fragt zuerst</translation>
    </message>
    <message>
        <source>Move the threshold: what if</source>
        <translation>Schwelle verschieben: was wäre wenn</translation>
    </message>
    <message>
        <source>What if: a lower threshold</source>
        <translation>Was wäre wenn: niedrigere Schwelle</translation>
    </message>
    <message>
        <source>What if: a higher threshold</source>
        <translation>Was wäre wenn: höhere Schwelle</translation>
    </message>
    <message>
        <source>Linear or logarithmic axes</source>
        <translation>Lineare oder logarithmische Achsen</translation>
    </message>
    <message>
        <source>Export the chart</source>
        <translation>Diagramm exportieren</translation>
    </message>
    <message>
        <source>stop load</source>
        <translation>Last stoppen</translation>
    </message>
    <message>
        <source>start load</source>
        <translation>Last starten</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>linear / log</source>
        <translation>linear / log</translation>
    </message>
    <message>
        <source>export chart</source>
        <translation>Diagramm exportieren</translation>
    </message>
    <message>
        <source>Another threshold, on this page only</source>
        <translation>Eine andere Schwelle, nur auf dieser Seite</translation>
    </message>
    <message>
        <source>This audit names no service to load</source>
        <translation>Dieses Audit nennt keinen Dienst, der belastet werden könnte</translation>
    </message>
    <message>
        <source>1.1 to 1.4 stay not measured. Begin an audit with a base URL under “Service”, or import the result of another load tool.</source>
        <translation>1.1 bis 1.4 bleiben ungemessen. Ein Audit mit einer Basis-URL unter „Dienst“ beginnen oder das Ergebnis eines anderen Lastwerkzeugs importieren.</translation>
    </message>
    <message>
        <source>The load begins soon</source>
        <translation>Die Last beginnt gleich</translation>
    </message>
    <message>
        <source>First each endpoint is asked once, to see that it answers. Esc stops at any time.</source>
        <translation>Zuerst wird jeder Endpunkt einmal gefragt, ob er antwortet. Esc stoppt jederzeit.</translation>
    </message>
    <message>
        <source>No load was made yet</source>
        <translation>Noch keine Last erzeugt</translation>
    </message>
    <message>
        <source>“Start load” first says what would be sent, where and how much. Each endpoint then gets its rate of an ordinary day, and every answer is timed from the moment it was due.</source>
        <translation>„Last starten“ sagt zuerst, was wohin und wie viel gesendet würde. Jeder Endpunkt bekommt dann seine Rate eines gewöhnlichen Tages, und jede Antwort wird ab dem Moment gemessen, in dem sie fällig war.</translation>
    </message>
    <message>
        <source>requests, both axes linear</source>
        <translation>Anfragen, beide Achsen linear</translation>
    </message>
    <message>
        <source>requests, both axes logarithmic</source>
        <translation>Anfragen, beide Achsen logarithmisch</translation>
    </message>
    <message>
        <source>Verdict allowed</source>
        <translation>Urteil zulässig</translation>
    </message>
    <message>
        <source>No verdict</source>
        <translation>Kein Urteil</translation>
    </message>
    <message>
        <source>Verdict, what if</source>
        <translation>Urteil, was wäre wenn</translation>
    </message>
    <message>
        <source>Verdict so far</source>
        <translation>Urteil bisher</translation>
    </message>
    <message>
        <source>Verdict of this endpoint</source>
        <translation>Urteil dieses Endpunkts</translation>
    </message>
    <message>
        <source>Every request was answered with 2xx.</source>
        <translation>Jede Anfrage wurde mit 2xx beantwortet.</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was wäre wenn</translation>
    </message>
    <message>
        <source>Drag the threshold, or move it with − and +</source>
        <translation>Die Schwelle ziehen oder mit − und + verschieben</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Endpunkte</translation>
    </message>
    <message>
        <source>Generator health</source>
        <translation>Zustand des Erzeugers</translation>
    </message>
    <message>
        <source>When a bar reaches its limit, the run goes on but gives no verdict.</source>
        <translation>Erreicht ein Balken seine Grenze, läuft die Last weiter, gibt aber kein Urteil.</translation>
    </message>
    <message>
        <source>Errors by cause</source>
        <translation>Fehler nach Ursache</translation>
    </message>
    <message>
        <source>Allowed for this run</source>
        <translation>Für diesen Lauf erlaubt</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message>
        <source>Not written: %1</source>
        <translation>Nicht geschrieben: %1</translation>
    </message>
    <message>
        <source>Endpoints: what is asked</source>
        <translation>Endpunkte: was gefragt wird</translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation>Was gefragt wird</translation>
    </message>
    <message>
        <source>endpoints</source>
        <translation>Endpunkte</translation>
    </message>
    <message>
        <source>Picture (*.png);;Values (*.csv);;HdrHistogram log of all endpoints (*.hlog)</source>
        <translation>Bild (*.png);;Werte (*.csv);;HdrHistogram-Log aller Endpunkte (*.hlog)</translation>
    </message>
</context>
<context>
    <name>awb::LoadPresenter</name>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>Answered with %1</source>
        <translation>Mit %1 beantwortet</translation>
    </message>
    <message>
        <source>counts with the time it took</source>
        <translation>zählt mit der verstrichenen Zeit</translation>
    </message>
    <message>
        <source>ends this endpoint: a limiter answers</source>
        <translation>beendet diesen Endpunkt: ein Limiter antwortet</translation>
    </message>
    <message>
        <source>is no latency</source>
        <translation>ist keine Latenz</translation>
    </message>
    <message>
        <source>No service to load</source>
        <translation>Kein Dienst zu belasten</translation>
    </message>
    <message>
        <source>No load was made yet</source>
        <translation>Noch keine Last erzeugt</translation>
    </message>
    <message>
        <source>Nothing is sent before you allow it</source>
        <translation>Ohne Erlaubnis wird nichts gesendet</translation>
    </message>
    <message>
        <source>Load waits for the other probes</source>
        <translation>Die Last wartet auf die anderen Probes</translation>
    </message>
    <message>
        <source>It runs alone, after them</source>
        <translation>Sie läuft allein, nach ihnen</translation>
    </message>
    <message>
        <source>The last run</source>
        <translation>Der letzte Lauf</translation>
    </message>
    <message>
        <source>Looking at the endpoints</source>
        <translation>Sieht sich die Endpunkte an</translation>
    </message>
    <message>
        <source>All endpoints together</source>
        <translation>Alle Endpunkte zusammen</translation>
    </message>
    <message>
        <source>Endpoint %1 of %2</source>
        <translation>Endpunkt %1 von %2</translation>
    </message>
    <message>
        <source>warming up, %1 of %2 s</source>
        <translation>wärmt auf, %1 von %2 s</translation>
    </message>
    <message>
        <source>%1 of %2 s measured</source>
        <translation>%1 von %2 s gemessen</translation>
    </message>
    <message>
        <source>asked %1</source>
        <translation>verlangt %1</translation>
    </message>
    <message>
        <source>the warm-up is not measured</source>
        <translation>das Aufwärmen zählt nicht</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>noch keine Antwort</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>ohne Grenze</translation>
    </message>
    <message>
        <source>Scheduler lag p99</source>
        <translation>Verzug p99</translation>
    </message>
    <message>
        <source>Rate shortfall</source>
        <translation>Fehlende Rate</translation>
    </message>
    <message>
        <source>Never sent</source>
        <translation>Nie gesendet</translation>
    </message>
    <message>
        <source>Not 2xx</source>
        <translation>Nicht 2xx</translation>
    </message>
    <message>
        <source>Queue lag p99</source>
        <translation>Wartezeit p99</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>Grenze %1</translation>
    </message>
    <message>
        <source>%1 to %2 of %3 requests took %4 or longer.</source>
        <translation>%1 bis %2 von %3 Anfragen dauerten %4 oder länger.</translation>
    </message>
    <message>
        <source>%1 of %2 requests took %3 or longer.</source>
        <translation>%1 von %2 Anfragen dauerten %3 oder länger.</translation>
    </message>
    <message>
        <source>So few requests prove nothing yet.</source>
        <translation>So wenige Anfragen beweisen noch nichts.</translation>
    </message>
    <message>
        <source>A pass allows %1 here, after the correction for bursts.</source>
        <translation>Zum Bestehen sind hier %1 erlaubt, nach der Korrektur für Häufungen.</translation>
    </message>
    <message>
        <source>Nothing is measured yet</source>
        <translation>Noch nichts gemessen</translation>
    </message>
    <message>
        <source>The warm-up does not count.</source>
        <translation>Das Aufwärmen zählt nicht.</translation>
    </message>
    <message>
        <source>Below the threshold so far</source>
        <translation>Bisher unter der Schwelle</translation>
    </message>
    <message>
        <source>It counts when the run has lasted to its end.</source>
        <translation>Es zählt, wenn der Lauf bis zum Ende gedauert hat.</translation>
    </message>
    <message>
        <source>Above the threshold so far</source>
        <translation>Bisher über der Schwelle</translation>
    </message>
    <message>
        <source>Too close to call so far</source>
        <translation>Bisher zu knapp</translation>
    </message>
    <message>
        <source>It keeps %1</source>
        <translation>Hält %1 ein</translation>
    </message>
    <message>
        <source>It misses %1</source>
        <translation>Verfehlt %1</translation>
    </message>
    <message>
        <source>Too close to call</source>
        <translation>Zu knapp</translation>
    </message>
    <message>
        <source>No verdict</source>
        <translation>Kein Urteil</translation>
    </message>
    <message>
        <source>What if the threshold were %1: the picture shows it. No mark changes.</source>
        <translation>Wäre die Schwelle %1: das Bild zeigt es. Keine Bewertung ändert sich.</translation>
    </message>
    <message>
        <source>What if the threshold were %1: %2 of %3 endpoints keep it, %4 miss it, for %5 it stays open. No mark changes.</source>
        <translation>Wäre die Schwelle %1: %2 von %3 Endpunkten hielten sie ein, %4 verfehlten sie, für %5 bleibt es offen. Keine Bewertung ändert sich.</translation>
    </message>
    <message>
        <source>allowed at %1</source>
        <translation>erlaubt am %1</translation>
    </message>
    <message>
        <source>allowed at %1 by %2</source>
        <translation>erlaubt am %1 von %2</translation>
    </message>
    <message>
        <source>Nothing is allowed yet. The question before a run says what, where and how much.</source>
        <translation>Noch ist nichts erlaubt. Die Frage vor einem Lauf sagt, was, wohin und wie viel.</translation>
    </message>
</context>
<context>
    <name>awb::LoadStrip</name>
    <message>
        <source>Achieved rate</source>
        <translation>Erreichte Rate</translation>
    </message>
    <message>
        <source>p99 response time</source>
        <translation>Antwortzeit p99</translation>
    </message>
    <message>
        <source>Generator lag p99</source>
        <translation>Verzug p99</translation>
    </message>
    <message>
        <source>Not answered with 2xx</source>
        <translation>Nicht mit 2xx</translation>
    </message>
    <message>
        <source>Stop load</source>
        <translation>Last stoppen</translation>
    </message>
    <message>
        <source>Start load</source>
        <translation>Last starten</translation>
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
    <message>
        <source>Judge by the letter of the checklist</source>
        <translation>Nach dem Wortlaut der Checkliste beurteilen</translation>
    </message>
    <message>
        <source>%1 (on)</source>
        <translation>%1 (ein)</translation>
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
    <message>
        <source>Logins of the application, if known</source>
        <translation>Anmeldenamen der Anwendung, falls bekannt</translation>
    </message>
    <message>
        <source>Encryption (TLS)</source>
        <translation>Verschlüsselung (TLS)</translation>
    </message>
    <message>
        <source>Encrypted and verified, except on this machine</source>
        <translation>Verschlüsselt und geprüft, außer auf diesem Rechner</translation>
    </message>
    <message>
        <source>Encrypted and verified (verify-full)</source>
        <translation>Verschlüsselt und geprüft (verify-full)</translation>
    </message>
    <message>
        <source>Encrypted, only the authority verified (verify-ca)</source>
        <translation>Verschlüsselt, nur der Aussteller geprüft (verify-ca)</translation>
    </message>
    <message>
        <source>Encrypted, not verified (require)</source>
        <translation>Verschlüsselt, nicht geprüft (require)</translation>
    </message>
    <message>
        <source>Encrypted where offered, not verified (prefer)</source>
        <translation>Verschlüsselt, wo angeboten, nicht geprüft (prefer)</translation>
    </message>
    <message>
        <source>Not encrypted (disable)</source>
        <translation>Nicht verschlüsselt (disable)</translation>
    </message>
    <message>
        <source>Its certificate authority, if a private one</source>
        <translation>Aussteller des Zertifikats, falls ein eigener</translation>
    </message>
    <message>
        <source>Not encrypted (redis://)</source>
        <translation>Nicht verschlüsselt (redis://)</translation>
    </message>
    <message>
        <source>Encrypted and verified (rediss://)</source>
        <translation>Verschlüsselt und geprüft (rediss://)</translation>
    </message>
    <message>
        <source>There is no way called “%1”: choose one.</source>
        <translation>Eine Art namens „%1“ gibt es nicht: eine aus der Liste wählen.</translation>
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
    <name>awb::PlanLedger</name>
    <message>
        <source>somebody unnamed</source>
        <translation>jemand ohne Namen</translation>
    </message>
    <message>
        <source>not reviewed</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>reviewed by %1, %2: not within %3 days</source>
        <translation>geprüft von %1, %2: nicht innerhalb von %3 Tagen</translation>
    </message>
    <message>
        <source>another plan since the review by %1, %2</source>
        <translation>anderer Plan seit der Prüfung durch %1, %2</translation>
    </message>
    <message>
        <source>reviewed by %1, %2; today&apos;s plan is not drawn</source>
        <translation>geprüft von %1, %2; der heutige Plan ist nicht ermittelt</translation>
    </message>
    <message>
        <source>reviewed by %1, %2</source>
        <translation>geprüft von %1, %2</translation>
    </message>
</context>
<context>
    <name>awb::PlanReviewBar</name>
    <message>
        <source>Mark this plan reviewed</source>
        <translation>Diesen Plan als geprüft vermerken</translation>
    </message>
    <message>
        <source>Query and plan of the chosen row</source>
        <translation>Abfrage und Plan der gewählten Zeile</translation>
    </message>
    <message>
        <source>Choose a row to see its plan.</source>
        <translation>Eine Zeile wählen, um ihren Plan zu sehen.</translation>
    </message>
    <message>
        <source>Not reviewed, and not drawn: look at this plan by hand.</source>
        <translation>Nicht geprüft und nicht ermittelt: diesen Plan von Hand ansehen.</translation>
    </message>
    <message>
        <source>There is no plan here to review.</source>
        <translation>Hier ist kein Plan zu prüfen.</translation>
    </message>
    <message>
        <source>This plan was reviewed today.</source>
        <translation>Dieser Plan wurde heute geprüft.</translation>
    </message>
    <message>
        <source>Every plan that was drawn has a review.</source>
        <translation>Jeder ermittelte Plan ist geprüft.</translation>
    </message>
    <message numerus="yes">
        <source>Mark all %n open plans reviewed</source>
        <translation>
            <numerusform>%n offenen Plan als geprüft vermerken</numerusform>
            <numerusform>Alle %n offenen Pläne als geprüft vermerken</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark all open plans reviewed</source>
        <translation>Alle offenen Pläne als geprüft vermerken</translation>
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
    <message>
        <source>Judge by the letter of the checklist</source>
        <translation>Nach dem Wortlaut der Checkliste beurteilen</translation>
    </message>
    <message>
        <source>Suggestions then follow the checklist&apos;s words where our reading differs. Marks stay, and every report says which was used.</source>
        <translation>Vorschläge folgen dann den Worten der Checkliste, wo unsere Lesart abweicht. Bewertungen bleiben, und jeder Bericht sagt, was galt.</translation>
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
        <source>Every Pass without measurement says what it relies on</source>
        <translation>Jedes „Erfüllt“ ohne Messung sagt, worauf es beruht</translation>
    </message>
    <message>
        <source>Pass without measurement, reason or note: %1</source>
        <translation>„Erfüllt“ ohne Messung, Begründung oder Notiz: %1</translation>
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
            <numerusform>%1 von %2, %3&#xa0;%. Vorläufig: %n Prüfpunkt ist offen.</numerusform>
            <numerusform>%1 von %2, %3&#xa0;%. Vorläufig: %n Prüfpunkte sind offen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2, %3&#xa0;%: %4.</source>
        <translation>%1 von %2, %3&#xa0;%: %4.</translation>
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
    <message>
        <source>Load run</source>
        <translation>Lastlauf</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Endpunkte</translation>
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
    <message>
        <source>Mark the chosen plan reviewed (2.7)</source>
        <translation>Den gewählten Plan als geprüft vermerken (2.7)</translation>
    </message>
    <message>
        <source>Mark all drawn plans reviewed (2.7)</source>
        <translation>Alle ermittelten Pläne als geprüft vermerken (2.7)</translation>
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
