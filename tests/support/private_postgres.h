#pragma once

#include "tests/support/pg_link.h"
#include "tests/support/server_process.h"

#include <memory>

namespace awb::test
{

struct PrivatePostgresOptions
{
    // Empty: TCP logins are trusted. Otherwise TCP needs SCRAM and this is the superuser's password.
    QString superuserPassword;
    bool statStatements = true; // preload pg_stat_statements (the extension is created in no database)
    QStringList settings;       // further lines of postgresql.conf, the last one wins
    QStringList hba;            // lines of pg_hba.conf before ours
    QString certificateFile;    // with keyFile: ssl = on (see PrivateCertificates)
    QString keyFile;
};

// A private PostgreSQL on 127.0.0.1 with a free port and a temporary data folder, not durable (fsync off).
// The superuser is "postgres"; sql() reaches it over a Unix socket, whatever TCP asks for.
class PrivatePostgres
{
public:
    // Empty when it can run here; otherwise the sentence for QSKIP.
    static QString missing();

    explicit PrivatePostgres(PrivatePostgresOptions options = {});
    ~PrivatePostgres();

    bool start();   // false with error(); ready for logins when true
    bool restart(); // orderly; same port and data
    void stop();
    void crash(); // SIGKILL to the postmaster
    ServerProcess& process() { return process_; }
    bool isRunning() const { return process_.isRunning(); }
    qint64 pid() const { return process_.pid(); }

    quint16 port() const { return port_; }
    QString hostPort() const;
    // postgresql://user:password@127.0.0.1:port/database; no password when empty.
    QString url(const QString& user, const QString& database, const QString& password = {}) const;
    QString superuserUrl(const QString& database = QStringLiteral("postgres")) const;
    // conninfo of the superuser over the Unix socket.
    QString adminConninfo(const QString& database = QStringLiteral("postgres")) const;

    // Runs SQL as the superuser in one implicit transaction per text (so no CREATE DATABASE among others).
    PgAnswer sql(const QString& text, const QString& database = QStringLiteral("postgres"));
    // Each statement on its own: for CREATE DATABASE, VACUUM, CREATE INDEX CONCURRENTLY. Stops at the first
    // error.
    PgAnswer sqlEach(const QStringList& statements, const QString& database = QStringLiteral("postgres"));

    QString dataDir() const;
    QString logText() const { return process_.logText(); }
    QString logFile() const { return dir_.filePath(QStringLiteral("server.log")); }
    QString error() const { return error_; }

private:
    bool createCluster();
    bool launch();
    bool waitReady();

    PrivatePostgresOptions options_;
    ServerDir dir_;
    ServerProcess process_;
    PgLink admin_;
    QString adminDatabase_;
    quint16 port_ = 0;
    QString error_;
};

} // namespace awb::test
