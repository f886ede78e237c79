#pragma once

#include "tests/sample_backend/flaws.h"
#include "tests/support/pg_link.h"

#include <QString>

namespace awb::sample
{

// Where the shop's database is. It is called "shop", its application role "shop", and the role for audits
// "auditbench" (pg_monitor and, from PostgreSQL 14 on, pg_read_all_data). Passwords may be empty on a server
// that trusts.
struct ShopDatabase
{
    QString adminConninfo; // a superuser; whatever database it names is replaced
    QString appPassword;
    QString auditPassword;
};

// Creates roles, database, schema, rows and extensions. Empty, or what went wrong. Refuses an existing
// database unless recreate is set.
QString createShop(const ShopDatabase& shop, bool recreate);

// Switches every flaw of the database on or off, so that exactly those in flaws are on; then vacuums,
// analyses and resets the statistics. Can be called again with another set.
QString applyDatabaseFlaws(const ShopDatabase& shop, const FlawSet& flaws);

} // namespace awb::sample
