#pragma once

#include "core/probe/postgres/postgres_probe.h"

namespace awb
{

// 2.5 and 2.6: what each application login role really gets. Precedence: role in database, role, database,
// ALTER ROLE ALL, server; keyed on the login role. Read on a session that set nothing before.
// details.roles: [{role, statement_timeout: {ms, source} | ms null when unknown, log: {min_duration, sample,
// sample_rate, messages, auto_explain, auto_explain_rate}}], details.other_roles the same for roles that are
// not the application's; details.roles_from: "profile" or "found"; if found, details.others_connected:
// [logins at work here beside them].
class SettingsProbe final : public PostgresProbe
{
public:
    SettingsProbe()
        : PostgresProbe(QStringLiteral("postgres.settings"), {QStringLiteral("2.5"), QStringLiteral("2.6")})
    {
    }

protected:
    Result<Facts> examine(const PostgresScope& scope) override;
};

// "2s", "2000", "1min", "0", "-1" of a duration setting whose unit is ms → ms; nothing on nonsense.
// Source: PostgreSQL's GUC units us, ms, s, min, h, d.
std::optional<double> settingMs(const QString& text, const QString& unit = QStringLiteral("ms"));

// The roles an application logs in with: the profile's, or every login role that is neither a superuser nor
// ours nor made for monitoring.
struct AppRoles
{
    QStringList names;
    bool fromProfile = false;
};
Result<AppRoles> applicationRoles(PgClient& client, const PostgresTarget& target);

} // namespace awb
