#pragma once

#include "tests/support/pg_link.h"
#include "tests/support/server_process.h"

#include <QMap>

namespace awb::test
{

struct PrivatePgBouncerOptions
{
    quint16 postgresPort = 0; // where the one server behind it listens (127.0.0.1)
    QStringList databases;    // lines of [databases]; empty: "* = host=127.0.0.1 port=<postgresPort>"
    QMap<QString, QString>
        users; // name → password, for userlist.txt; "admin" and "stats" are added when absent
    QString authType = QStringLiteral("trust"); // trust | plain | scram-sha-256
    QString poolMode = QStringLiteral("transaction");
    QStringList settings; // further lines of [pgbouncer], e.g. "query_wait_timeout = 10"
};

// A private PgBouncer on 127.0.0.1 with a free port. Its console answers the users "admin" (admin_users) and
// "stats" (stats_users) in the database "pgbouncer".
class PrivatePgBouncer
{
public:
    static QString missing();

    explicit PrivatePgBouncer(PrivatePgBouncerOptions options);
    ~PrivatePgBouncer();

    bool start(); // false with error(); its console answers when true
    bool restart();
    void stop();
    ServerProcess& process() { return process_; }
    bool isRunning() const { return process_.isRunning(); }
    qint64 pid() const { return process_.pid(); }

    quint16 port() const { return port_; }
    QString hostPort() const;
    QString url(const QString& user, const QString& database, const QString& password = {}) const;
    // Runs a console command such as "SHOW POOLS" as admin.
    PgAnswer console(const QString& command);

    QString logText() const { return process_.logText(); }
    QString error() const { return error_; }

private:
    bool writeFiles();

    PrivatePgBouncerOptions options_;
    ServerDir dir_;
    ServerProcess process_;
    quint16 port_ = 0;
    QString error_;
};

} // namespace awb::test
