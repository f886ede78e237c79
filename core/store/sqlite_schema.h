#pragma once

#include "core/foundation/result.h"

#include <QString>

namespace awb
{

class SqliteConnection;

// Internal to core/store: the tables, and what a file must be before it is opened for writing.

constexpr qint64 storeApplicationId = 0x41574231; // "AWB1", in the file's header
int storeSchemaVersion();                         // of this program

struct StoreHeader
{
    bool isNew = false; // not there, or empty
    qint64 applicationId = 0;
    qint64 version = 0;
};

// Reads the first 100 bytes only. Damaged: no SQLite file; Unsupported: of another program, or newer.
Result<StoreHeader> readStoreHeader(const QString& path);

// Looks at an existing file without writing to it: quick_check (files up to 32 MiB; larger ones are checked
// as they are read), and a schema that holds nothing but our tables and indexes.
Status inspectStore(const QString& path);

// Brings the schema of an open, writable connection up to date, in one transaction.
Status migrateStore(SqliteConnection& connection);

} // namespace awb
