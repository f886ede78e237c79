#include "tests/support/private_postgres.h"

#include <QDir>
#include <QFileInfo>
#include <QUrl>

#include <signal.h>

namespace awb::test
{

using namespace std::chrono_literals;

namespace
{

// initdb takes a second or two: it runs once in a process, and every server starts from a copy.
struct Template
{
    ServerDir dir{QStringLiteral("pgt")};
    QString error;

    Template()
    {
        if (!dir.isValid()) {
            error = dir.error();
            return;
        }
        error = ServerProcess::run(findServerProgram(QStringLiteral("initdb")),
                                   {QStringLiteral("-D"), dir.filePath(QStringLiteral("data")),
                                    QStringLiteral("-U"), QStringLiteral("postgres"), QStringLiteral("-A"),
                                    QStringLiteral("trust"), QStringLiteral("-E"), QStringLiteral("UTF8"),
                                    QStringLiteral("--locale=C.UTF-8"), QStringLiteral("--no-sync"),
                                    QStringLiteral("--no-instructions")},
                                   dir.path(), 120s);
    }
};

Template& sharedTemplate()
{
    static Template once;
    return once;
}

} // namespace

QString PrivatePostgres::missing()
{
    for (const QString& program : {QStringLiteral("initdb"), QStringLiteral("postgres")}) {
        if (findServerProgram(program).isEmpty())
            return QStringLiteral(
                       "%1 is not installed: install the packages postgresql and postgresql-contrib")
                .arg(program);
    }
    return {};
}

PrivatePostgres::PrivatePostgres(PrivatePostgresOptions options)
    : options_(std::move(options)),
      dir_(QStringLiteral("pg"))
{
    process_.setSignals(SIGINT, SIGQUIT); // fast shutdown; immediate when we die
}

PrivatePostgres::~PrivatePostgres()
{
    stop();
}

QString PrivatePostgres::dataDir() const
{
    return dir_.filePath(QStringLiteral("data"));
}
QString PrivatePostgres::hostPort() const
{
    return QStringLiteral("127.0.0.1:%1").arg(port_);
}

QString PrivatePostgres::url(const QString& user, const QString& database, const QString& password) const
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

QString PrivatePostgres::superuserUrl(const QString& database) const
{
    return url(QStringLiteral("postgres"), database, options_.superuserPassword);
}

QString PrivatePostgres::adminConninfo(const QString& database) const
{
    return QStringLiteral("host=%1 port=%2 user=postgres dbname='%3' application_name=test-admin")
        .arg(dir_.path())
        .arg(port_)
        .arg(database);
}

bool PrivatePostgres::createCluster()
{
    error_ = missing();
    if (!error_.isEmpty())
        return false;
    error_ = dir_.isValid() ? sharedTemplate().error : dir_.error();
    if (error_.isEmpty())
        error_ = ServerProcess::run(
            QStringLiteral("cp"),
            {QStringLiteral("-a"), sharedTemplate().dir.filePath(QStringLiteral("data")), dataDir()},
            dir_.path(), 60s);
    if (!error_.isEmpty())
        return false;
    QStringList hba = options_.hba;
    const QString method =
        options_.superuserPassword.isEmpty() ? QStringLiteral("trust") : QStringLiteral("scram-sha-256");
    hba << QStringLiteral("local all all trust") << QStringLiteral("host all all 127.0.0.1/32 ") + method
        << QString();
    if (dir_.write(QStringLiteral("data/pg_hba.conf"), hba.join(QLatin1Char('\n')).toUtf8()))
        return true;
    error_ = dir_.error();
    return false;
}

bool PrivatePostgres::launch()
{
    QStringList conf{
        QStringLiteral("listen_addresses = '127.0.0.1'"),
        QStringLiteral("port = %1").arg(port_),
        QStringLiteral("unix_socket_directories = '%1'").arg(dir_.path()),
        QStringLiteral("fsync = off"),
        QStringLiteral("full_page_writes = off"),
        QStringLiteral("synchronous_commit = off"),
        QStringLiteral("shared_buffers = 64MB"),
        QStringLiteral("max_connections = 100"),
        QStringLiteral("timezone = 'UTC'"),
    };
    if (options_.statStatements)
        conf << QStringLiteral("shared_preload_libraries = 'pg_stat_statements'");
    if (!options_.certificateFile.isEmpty())
        conf << QStringLiteral("ssl = on")
             << QStringLiteral("ssl_cert_file = '%1'").arg(options_.certificateFile)
             << QStringLiteral("ssl_key_file = '%1'").arg(options_.keyFile);
    conf << options_.settings << QString();
    if (!dir_.write(QStringLiteral("data/postgresql.conf"), conf.join(QLatin1Char('\n')).toUtf8())) {
        error_ = dir_.error();
        return false;
    }
    if (process_.start(findServerProgram(QStringLiteral("postgres")), {QStringLiteral("-D"), dataDir()},
                       logFile(), dir_.path()))
        return true;
    error_ = process_.error();
    return false;
}

bool PrivatePostgres::waitReady()
{
    const auto until = std::chrono::steady_clock::now() + 60s;
    while (process_.stillRunningAfter(30ms)) {
        PgLink link;
        if (link.open(adminConninfo(), 5s))
            return true;
        if (std::chrono::steady_clock::now() > until) {
            error_ = QStringLiteral("PostgreSQL was not ready within 60 s: %1; its log: %2")
                         .arg(link.error(), logText());
            process_.stop();
            return false;
        }
    }
    error_ = process_.error();
    return false;
}

bool PrivatePostgres::start()
{
    if (isRunning())
        return true;
    if (!QFileInfo::exists(dataDir()) && !createCluster())
        return false;
    const bool first = port_ == 0;
    for (int attempt = 0; attempt < 3; ++attempt) { // somebody else may take the free port before us
        if (first)
            port_ = freePort();
        if (!launch())
            return false;
        if (waitReady()) {
            if (first && !options_.superuserPassword.isEmpty()) {
                QString quoted = options_.superuserPassword;
                quoted.replace(QLatin1Char('\''), QStringLiteral("''"));
                const PgAnswer set = sql(QStringLiteral("ALTER ROLE postgres PASSWORD '%1'").arg(quoted));
                error_ = set.error;
                return set.ok;
            }
            return true;
        }
        if (!first || !error_.contains(QLatin1String("Address already in use")))
            return false;
    }
    return false;
}

void PrivatePostgres::stop()
{
    admin_.close();
    process_.stop();
}

void PrivatePostgres::crash()
{
    admin_.close();
    process_.crash();
}

bool PrivatePostgres::restart()
{
    stop();
    return start();
}

PgAnswer PrivatePostgres::sql(const QString& text, const QString& database)
{
    if ((!admin_.isOpen() || adminDatabase_ != database) && !admin_.open(adminConninfo(database))) {
        PgAnswer refused;
        refused.error = admin_.error() + QStringLiteral("; the server's log: ") + logText();
        return refused;
    }
    adminDatabase_ = database;
    PgAnswer answer = admin_.exec(text, {}, 300s);
    if (!answer.ok)
        admin_.close(); // the next text starts from a clean session
    return answer;
}

PgAnswer PrivatePostgres::sqlEach(const QStringList& statements, const QString& database)
{
    PgAnswer answer;
    answer.ok = true;
    for (const QString& statement : statements) {
        answer = sql(statement, database);
        if (!answer.ok)
            return answer;
    }
    return answer;
}

} // namespace awb::test
