// Takes out of a report what should not travel with it: literals in query texts, ids in key names,
// credentials in headers and URLs, e-mail addresses. On by default in every export. Pure functions,
// idempotent.
//
// The names of team, reviewer and lead stay: the template asks for them.
#pragma once

#include "core/audit/audit_result.h"

#include <QString>

namespace awb
{

// SQL with every literal (text, number, bit string, dollar quote) as "?" and every comment's text as "…".
// Parameters
// ($1), identifiers and keywords stay.
QString redactQuery(const QString& sql);

// A query plan with the literals of its conditions and every quoted text as "?"; costs, rows and times stay.
QString redactPlan(const QString& plan);

// A cache key with every id as "{id}": numbers, UUIDs, long hexadecimal and random-looking parts, e-mail
// addresses. "user:1234:cart" → "user:{id}:cart". A version such as "v2" stays.
QString redactKeyName(const QString& key);

// Prose, headers and addresses: credentials ("***", see redactSecrets), tokens by their form (JWT, AWS,
// GitHub, Slack, private keys), e-mail addresses.
QString redactText(const QString& text);

// Text of unknown kind: a query if it reads like SQL, a key name if it is one word with separators, prose
// otherwise.
QString redactForeign(const QString& text);

// The whole frozen audit with all of the above applied where each belongs: tables, charts, messages, details,
// remedies, notes, reasons, actions, what was sent.
AuditResult redacted(AuditResult result);

} // namespace awb
