#pragma once

#include <QByteArray>
#include <QSet>
#include <QVector>

#include <utility>

namespace awb
{

// libpq reads some forty PG… variables, a service file and a password file. None of them may choose where a
// probe connects, as whom, or how its session behaves: the profile alone does.
//
// Keyword and value in the place of every variable that is set and that `given` does not name: libpq's own
// default, or empty. Also takes the variables out of the environment that no keyword can answer
// (PGSERVICE, PGSERVICEFILE, PGDATESTYLE, PGTZ, PGGEQO).
// Source: PostgreSQL's documentation, "Environment Variables" and "The Connection Service File".
QVector<std::pair<QByteArray, QByteArray>> neutralKeywords(const QSet<QByteArray>& given);

// Certificates of the system's authorities in one file, for libpq; empty if none of the usual places has it.
QByteArray systemAuthorities();

// The name that this process runs under, as libpq would take it for a missing user; empty if unknown.
QByteArray ownUserName();

} // namespace awb
