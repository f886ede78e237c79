#pragma once

#include "core/foundation/result.h"
#include "core/foundation/secret.h"

#include <QUrl>

#include <chrono>

namespace awb
{

class ProbeContext;

// Where a server is and how to talk to it, read from postgresql://user@host:port/database?sslmode=….
// Known query keys: sslmode, sslrootcert, sslcert, sslkey, host (a socket directory, nothing else: consent is
// given for the URL's own host). Another key is a Usage error: a misspelt sslmode must not become an
// unencrypted connection. Without sslmode a host that is not this machine is verified in full.
struct PgAddress
{
    QString host; // a name, an address, or a directory with a Unix socket
    int port = 5432;
    QString database;
    QString user;
    QString sslMode;
    QString sslRootCert;
    QString sslCert;
    QString sslKey;
    QString hostAddr; // the address that answered; set by reachHost()

    bool isSocket() const { return host.startsWith(QLatin1Char('/')); }
    QString label() const; // host:port/database
};
Result<PgAddress> pgAddress(const QUrl& url);

// Name → addresses; blocks in slices of 50 ms and leaves the resolver's thread behind when stopped.
Result<QStringList> resolveHost(const QString& host, int port, std::chrono::milliseconds limit,
                                ProbeContext& context);
// Opens and closes a TCP connection to the first address that answers. Errors: Unreachable, Timeout,
// Cancelled.
Result<QString> reachHost(const QString& host, const QStringList& addresses, int port,
                          std::chrono::milliseconds limit, ProbeContext& context);
// Both steps; sets hostAddr. A Unix socket needs neither.
Status locate(PgAddress& address, ProbeContext& context);

// key='value' pairs for libpq; the password is added from the Secret. Complete: no PG… variable, service or
// password file adds to it (pg_environment.h).
QByteArray connectionString(const PgAddress& address, const Secret& password, const QString& options,
                            int timeoutSeconds);

// Text from a server on its way into an Error: no secrets, no control characters, at most 300 characters.
QString foreignText(const QString& text, const QList<Secret>& known);

// An Error for a failed connect, from libpq's text; `address` names the place.
Error connectError(const QString& text, const PgAddress& address, const QList<Secret>& known);
// An Error for a failed statement, by SQLSTATE.
Error statementError(const QString& sqlState, const QString& text, const QList<Secret>& known);

} // namespace awb
