#include "tests/support/private_pgbouncer.h"

#include <QUrl>

#include <signal.h>

namespace awb::test
{

using namespace std::chrono_literals;

QString PrivatePgBouncer::missing()
{
    return findServerProgram(QStringLiteral("pgbouncer")).isEmpty()
               ? QStringLiteral("pgbouncer is not installed: install the package pgbouncer")
               : QString();
}

PrivatePgBouncer::PrivatePgBouncer(PrivatePgBouncerOptions options)
    : options_(std::move(options)),
      dir_(QStringLiteral("bouncer"))
{
    process_.setSignals(SIGTERM, SIGKILL); // SIGTERM is PgBouncer's immediate shutdown
    for (const QString& console : {QStringLiteral("admin"), QStringLiteral("stats")}) {
        if (!options_.users.contains(console))
            options_.users.insert(console, console);
    }
}

PrivatePgBouncer::~PrivatePgBouncer()
{
    stop();
}

QString PrivatePgBouncer::hostPort() const
{
    return QStringLiteral("127.0.0.1:%1").arg(port_);
}

QString PrivatePgBouncer::url(const QString& user, const QString& database, const QString& password) const
{
    QUrl url;
    url.setScheme(QStringLiteral("postgresql"));
    url.setUserName(user);
    if (!password.isEmpty())
        url.setPassword(password, QUrl::DecodedMode);
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(port_);
    url.setPath(QLatin1Char('/') + database);
    return url.toString(QUrl::FullyEncoded);
}

bool PrivatePgBouncer::writeFiles()
{
    QStringList ini{QStringLiteral("[databases]")};
    if (options_.databases.isEmpty())
        ini << QStringLiteral("* = host=127.0.0.1 port=%1").arg(options_.postgresPort);
    ini << options_.databases << QStringLiteral("[pgbouncer]") << QStringLiteral("listen_addr = 127.0.0.1")
        << QStringLiteral("listen_port = %1").arg(port_) << QStringLiteral("unix_socket_dir =")
        << QStringLiteral("auth_type = %1").arg(options_.authType)
        << QStringLiteral("auth_file = %1").arg(dir_.filePath(QStringLiteral("userlist.txt")))
        << QStringLiteral("admin_users = admin") << QStringLiteral("stats_users = stats")
        << QStringLiteral("pool_mode = %1").arg(options_.poolMode) << options_.settings << QString();
    QString users;
    for (auto user = options_.users.cbegin(); user != options_.users.cend(); ++user)
        users += QStringLiteral("\"%1\" \"%2\"\n").arg(user.key(), user.value());
    if (dir_.write(QStringLiteral("pgbouncer.ini"), ini.join(QLatin1Char('\n')).toUtf8()) &&
        dir_.write(QStringLiteral("userlist.txt"), users.toUtf8()))
        return true;
    error_ = dir_.error();
    return false;
}

bool PrivatePgBouncer::start()
{
    if (isRunning())
        return true;
    error_ = dir_.isValid() ? missing() : dir_.error();
    if (!error_.isEmpty())
        return false;
    if (port_ == 0)
        port_ = freePort();
    if (!writeFiles())
        return false;
    if (!process_.start(findServerProgram(QStringLiteral("pgbouncer")),
                        {dir_.filePath(QStringLiteral("pgbouncer.ini"))},
                        dir_.filePath(QStringLiteral("server.log")), dir_.path())) {
        error_ = process_.error();
        return false;
    }
    const auto until = std::chrono::steady_clock::now() + 30s;
    while (process_.stillRunningAfter(15ms)) {
        const PgAnswer version = console(QStringLiteral("SHOW VERSION"));
        if (version.ok)
            return true;
        if (std::chrono::steady_clock::now() > until) {
            error_ = QStringLiteral("PgBouncer was not ready within 30 s: %1; its log: %2")
                         .arg(version.error, logText());
            process_.stop();
            return false;
        }
    }
    error_ = process_.error();
    return false;
}

void PrivatePgBouncer::stop()
{
    process_.stop();
}

bool PrivatePgBouncer::restart()
{
    stop();
    return start();
}

PgAnswer PrivatePgBouncer::console(const QString& command)
{
    PgLink link;
    if (link.open(url(QStringLiteral("admin"), QStringLiteral("pgbouncer"),
                      options_.users[QStringLiteral("admin")])))
        return link.exec(command, {}, 10s);
    PgAnswer refused;
    refused.error = link.error();
    return refused;
}

} // namespace awb::test
