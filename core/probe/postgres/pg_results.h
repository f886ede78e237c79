#pragma once

#include "core/probe/postgres/pg_client.h"

#include <pqxx/pqxx>

#include <string>
#include <vector>

// Internal to core/probe/postgres: what libpqxx gives and takes, in our own terms.
namespace awb
{

Rows copyOut(const pqxx::result& result);

// libpqxx 6.4 leaves the SQLSTATE out of some of its own error classes.
QString sqlStateOf(const pqxx::sql_error& error);

// At most four parameters; a nullptr is NULL.
pqxx::result executeWith(pqxx::nontransaction& work, const std::string& sql,
                         const std::vector<const char*>& p);

} // namespace awb
