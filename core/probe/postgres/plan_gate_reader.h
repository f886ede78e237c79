#pragma once

#include "core/probe/postgres/pg_client.h"
#include "core/probe/postgres/plan_gate.h"

namespace awb
{

// Reads what users have defined in this database. Needs no grant: catalogs only.
Result<PlanGate> readPlanGate(PgClient& client);

} // namespace awb
