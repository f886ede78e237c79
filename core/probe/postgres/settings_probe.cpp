#include "core/probe/postgres/settings_probe.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace awb
{

namespace
{

constexpr auto roleSql = R"(/* auditbench:roles */ SELECT rolname FROM pg_catalog.pg_roles
 WHERE rolcanlogin AND NOT rolsuper AND NOT rolreplication AND rolname !~ '^pg_' AND rolname <> current_user
 ORDER BY rolname LIMIT 200)";

constexpr auto settingSql =
    R"(/* auditbench:2.5 */ WITH g(name) AS (VALUES ('statement_timeout'), ('lock_timeout'),
 ('idle_in_transaction_session_timeout'), ('transaction_timeout'), ('idle_session_timeout'),
 ('log_min_duration_statement'), ('log_min_duration_sample'), ('log_statement_sample_rate'), ('log_min_messages'),
 ('auto_explain.log_min_duration'), ('auto_explain.sample_rate'), ('session_preload_libraries'), ('shared_preload_libraries')),
 r AS (SELECT oid, rolname FROM pg_catalog.pg_roles WHERE rolcanlogin AND rolname !~ '^pg_' ORDER BY rolname LIMIT 500),
 s AS (SELECT d.setdatabase, d.setrole, pg_catalog.split_part(e, '=', 1) AS name, pg_catalog.substr(e, pg_catalog.strpos(e, '=') + 1) AS val
       FROM pg_catalog.pg_db_role_setting d, pg_catalog.unnest(d.setconfig) e
       WHERE d.setdatabase IN (0, (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())))
 SELECT r.rolname, g.name, coalesce(rd.val, ro.val, da.val, al.val, srv.v),
  CASE WHEN rd.val IS NOT NULL THEN 'role in database' WHEN ro.val IS NOT NULL THEN 'role' WHEN da.val IS NOT NULL THEN 'database'
       WHEN al.val IS NOT NULL THEN 'ALTER ROLE ALL' WHEN srv.v IS NOT NULL THEN 'server' ELSE 'unknown' END, srv.unit, srv.name IS NOT NULL
 FROM r CROSS JOIN g
 LEFT JOIN s rd ON rd.name = g.name AND rd.setrole = r.oid AND rd.setdatabase <> 0
 LEFT JOIN s ro ON ro.name = g.name AND ro.setrole = r.oid AND ro.setdatabase = 0
 LEFT JOIN s da ON da.name = g.name AND da.setrole = 0 AND da.setdatabase <> 0
 LEFT JOIN s al ON al.name = g.name AND al.setrole = 0 AND al.setdatabase = 0
 LEFT JOIN LATERAL (SELECT p.name, p.unit, CASE
   WHEN p.source IN ('default', 'configuration file', 'command line', 'environment variable', 'global') THEN p.reset_val
   WHEN p.source = 'session' AND NOT EXISTS (SELECT 1 FROM s o WHERE o.name = g.name
        AND (o.setrole = 0 OR o.setrole = (SELECT oid FROM pg_catalog.pg_roles WHERE rolname = current_user))) THEN p.reset_val END AS v
   FROM pg_catalog.pg_settings p WHERE p.name = g.name) srv ON true
 ORDER BY 1, 2)";

// Logins at work in this database right now that are not in the list.
constexpr auto othersSql = R"(/* auditbench:roles */ SELECT DISTINCT usename FROM pg_catalog.pg_stat_activity
 WHERE datname = pg_catalog.current_database() AND usename IS NOT NULL AND usename <> current_user
 AND (backend_type = 'client backend' OR backend_type IS NULL) ORDER BY 1 LIMIT 200)";

struct Value
{
    std::optional<QString> text;
    QString source;
    QString unit;
    bool exists = false; // the setting is known to this server
};
using RoleValues = QMap<QString, Value>; // by setting

QMap<QString, RoleValues> byRole(const Rows& rows)
{
    QMap<QString, RoleValues> out;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        Value value;
        if (!rows.isNull(i, 2))
            value.text = rows.text(i, 2);
        value.source = rows.text(i, 3);
        value.unit = rows.text(i, 4);
        value.exists = rows.flag(i, 5);
        out[rows.text(i, 0)].insert(rows.text(i, 1), value);
    }
    return out;
}

QJsonValue msOf(const Value& value)
{
    if (!value.text)
        return {};
    const auto ms = settingMs(*value.text, value.unit.isEmpty() ? QStringLiteral("ms") : value.unit);
    return ms ? QJsonValue(*ms) : QJsonValue();
}

QJsonValue numberOf(const Value& value)
{
    bool ok = false;
    const double number = value.text.value_or(QString()).toDouble(&ok);
    return ok ? QJsonValue(number) : QJsonValue();
}

// auto_explain's settings exist in pg_settings only where this session loaded it: a missing row is not "off".
QString autoExplainState(const RoleValues& values)
{
    const Value session = values.value(QStringLiteral("session_preload_libraries"));
    const Value shared = values.value(QStringLiteral("shared_preload_libraries"));
    const auto names = [](const Value& v) {
        return v.text && v.text->contains(QLatin1String("auto_explain"));
    };
    if (names(session) || names(shared))
        return QStringLiteral("loaded");
    return shared.text ? QStringLiteral("absent") : QStringLiteral("unknown");
}

QJsonObject describe(const QString& role, const RoleValues& values)
{
    const Value timeout = values.value(QStringLiteral("statement_timeout"));
    const Value minDuration = values.value(QStringLiteral("log_min_duration_statement"));
    QJsonObject log{
        {QStringLiteral("min_duration"), msOf(minDuration)},
        {QStringLiteral("source"), minDuration.source},
        {QStringLiteral("sample"), msOf(values.value(QStringLiteral("log_min_duration_sample")))},
        {QStringLiteral("sample_rate"), numberOf(values.value(QStringLiteral("log_statement_sample_rate")))},
        {QStringLiteral("messages"),
         values.value(QStringLiteral("log_min_messages")).text.value_or(QString()).toLower()},
        {QStringLiteral("auto_explain"), autoExplainState(values)},
        {QStringLiteral("auto_explain_ms"),
         msOf(values.value(QStringLiteral("auto_explain.log_min_duration")))},
        {QStringLiteral("auto_explain_rate"),
         numberOf(values.value(QStringLiteral("auto_explain.sample_rate")))}};
    return {{QStringLiteral("role"), role},
            {QStringLiteral("timeout_ms"), msOf(timeout)},
            {QStringLiteral("timeout_source"), timeout.source},
            {QStringLiteral("log"), log}};
}

Table settingsTable()
{
    Table table;
    table.id = QStringLiteral("settings");
    table.title = QT_TRANSLATE_NOOP("awb", "Effective settings by login role");
    table.columns = {
        codeColumn("role", QT_TRANSLATE_NOOP("awb", "Role")),
        codeColumn("setting", QT_TRANSLATE_NOOP("awb", "Setting")),
        codeColumn("value", QT_TRANSLATE_NOOP("awb", "Value")),
        textColumn("source", QT_TRANSLATE_NOOP("awb", "Set by"), 2),
        textColumn("application", QT_TRANSLATE_NOOP("awb", "Application role"), 2),
    };
    return table;
}

void addSettings(Table& table, const QString& role, const RoleValues& values, bool application)
{
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        if (!it->text && !it->exists)
            continue; // this server does not know it
        QString shown = it->text.value_or(QStringLiteral("unknown"));
        if (it->text && !it->unit.isEmpty() && it->source == QLatin1String("server"))
            shown += QLatin1Char(' ') + it->unit;
        addRow(table, {role, it.key(), shown, it->source,
                       application ? QStringLiteral("yes") : QStringLiteral("no")});
    }
}

void addRemedies(Facts& facts, const QString& database, const QJsonArray& roles)
{
    QStringList timeouts;
    for (const QJsonValue& entry : roles) {
        const QJsonValue ms = entry.toObject().value(QStringLiteral("timeout_ms"));
        if (ms.isDouble() && ms.toDouble() > 0 && ms.toDouble() <= 60000)
            continue;
        QString role = entry.toObject().value(QStringLiteral("role")).toString();
        QString db = database;
        timeouts.append(QStringLiteral("ALTER ROLE \"%1\" IN DATABASE \"%2\" SET statement_timeout = '5s';")
                            .arg(role.replace(QLatin1Char('"'), QLatin1String("\"\"")),
                                 db.replace(QLatin1Char('"'), QLatin1String("\"\""))));
    }
    if (!timeouts.isEmpty())
        facts.remedies.append(
            {QStringLiteral("2.5"), QStringLiteral("sql"),
             QStringLiteral("-- for new sessions of the application only; a global value would also stop "
                            "pg_dump and migrations\n") +
                 timeouts.join(QLatin1Char('\n'))});
    facts.remedies.append(
        {QStringLiteral("2.6"), QStringLiteral("sql"),
         QStringLiteral("ALTER SYSTEM SET log_min_duration_statement = 100;\nSELECT pg_reload_conf();\n"
                        "-- on a managed service: the parameter log_min_duration_statement of its "
                        "parameter group")});
}

} // namespace

std::optional<double> settingMs(const QString& text, const QString& unit)
{
    QString number = text.trimmed();
    QString word;
    while (!number.isEmpty() && number.back().isLetter()) {
        word.prepend(number.back());
        number.chop(1);
    }
    bool ok = false;
    const double value = number.trimmed().toDouble(&ok);
    if (!ok)
        return std::nullopt;
    static const QMap<QString, double> factors{
        {QStringLiteral("us"), 0.001},  {QStringLiteral("ms"), 1},      {QStringLiteral("s"), 1000},
        {QStringLiteral("min"), 60000}, {QStringLiteral("h"), 3600000}, {QStringLiteral("d"), 86400000}};
    const auto factor = factors.constFind(word.isEmpty() ? unit : word);
    if (factor == factors.constEnd())
        return std::nullopt;
    return value < 0 ? value : value * *factor; // -1 is a word, not a time
}

Result<AppRoles> applicationRoles(PgClient& client, const PostgresTarget& target)
{
    if (!target.appRoles.isEmpty())
        return AppRoles{target.appRoles, true};
    const Result<Rows> rows = client.query(QString::fromLatin1(roleSql));
    if (!rows)
        return rows.error();
    AppRoles roles;
    for (qsizetype i = 0; i < rows->size(); ++i)
        roles.names.append(rows->text(i, 0));
    return roles;
}

namespace
{

// A found list may miss the application's login, a superuser's say: whoever is connected beside it is named.
Result<Facts> withOthers(PgClient& client, const QStringList& names, Facts facts)
{
    const Result<Rows> rows = client.query(QString::fromLatin1(othersSql));
    if (!rows)
        return rows.error();
    QJsonArray others;
    for (qsizetype i = 0; i < rows->size(); ++i) {
        if (!names.contains(rows->text(i, 0)))
            others.append(rows->text(i, 0));
    }
    facts.details.insert(QStringLiteral("others_connected"), others);
    return facts;
}

} // namespace

Result<Facts> SettingsProbe::examine(const PostgresScope& scope)
{
    Facts facts = emptyFacts(scope.context);
    Result<std::unique_ptr<PgClient>> client = scope.connect(PgClient::Session::Bare);
    if (!client)
        return client.error();
    const Result<PgPreflight> self = preflight(**client);
    if (!self)
        return self.error();
    const Result<AppRoles> roles = applicationRoles(**client, scope.postgres);
    if (!roles)
        return roles.error();
    const Result<Rows> rows = (*client)->query(QString::fromLatin1(settingSql));
    if (!rows)
        return rows.error();
    const QMap<QString, RoleValues> values = byRole(*rows);
    Table table = settingsTable();
    QJsonArray application;
    QJsonArray others;
    QStringList missing = roles->names;
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        const bool ours = roles->names.contains(it.key());
        missing.removeAll(it.key());
        (ours ? application : others).append(describe(it.key(), *it));
        addSettings(table, it.key(), *it, ours);
    }
    facts.complete = true;
    if (!missing.isEmpty())
        incomplete(facts, Message(QT_TRANSLATE_NOOP(
                                      "awb", "The profile names the role %1, which cannot log in here."),
                                  {MessageArg(missing.first())}));
    measure(facts, "application_roles", static_cast<double>(application.size()), "count");
    facts.details.insert(QStringLiteral("roles"), application);
    facts.details.insert(QStringLiteral("other_roles"), others);
    facts.details.insert(QStringLiteral("roles_from"),
                         roles->fromProfile ? QStringLiteral("profile") : QStringLiteral("found"));
    facts.tables.append(table);
    addRemedies(facts, self->database, application);
    if (!roles->fromProfile)
        return withOthers(**client, roles->names, std::move(facts));
    return facts;
}

} // namespace awb
