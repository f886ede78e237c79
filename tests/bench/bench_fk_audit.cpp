// The foreign-key audit over 10,000 tables and 20,000 foreign keys (one in ten of the second ones without an
// index), beside the checklist's own query made valid (its HAVING moved outside), which is stopped after 60
// s: a stopped run counts as 60 s, so the ratio is then at least what is printed.

#include "core/probe/postgres/foreign_keys_probe.h"
#include "core/probe/probe.h"
#include "tests/bench/figure.h"
#include "tests/support/private_postgres.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QUrl>

#include <cstdio>

using namespace awb;
using namespace awb::test;

namespace
{

constexpr int rounds = 3;
constexpr int tables = 10000;
constexpr int batch = 250;
constexpr double capSeconds = 60;

constexpr auto checklistSql =
    R"(SELECT * FROM (SELECT tc.table_name, kcu.column_name, ccu.table_name AS foreign_table,
 (SELECT COUNT(*) FROM pg_indexes WHERE tablename = tc.table_name AND indexdef LIKE '%' || kcu.column_name || '%') AS index_count
 FROM information_schema.table_constraints tc
 JOIN information_schema.key_column_usage kcu ON tc.constraint_name = kcu.constraint_name
 JOIN information_schema.referential_constraints rc ON tc.constraint_name = rc.constraint_name
 JOIN information_schema.constraint_column_usage ccu ON ccu.constraint_name = rc.unique_constraint_name
 WHERE tc.constraint_type = 'FOREIGN KEY') q WHERE index_count = 0)";

QString fail(const PgAnswer& answer)
{
    return answer.ok ? QString() : answer.error;
}

// Ten schemas of a thousand child tables, a hundred pairs of parents.
QString build(PrivatePostgres& server)
{
    const QString database = QStringLiteral("bench");
    QString sql = QStringLiteral("CREATE SCHEMA hub;");
    for (int i = 0; i < 200; ++i)
        sql += QStringLiteral("CREATE TABLE hub.q%1(id bigint PRIMARY KEY);").arg(i);
    for (int i = 0; i < 10; ++i)
        sql += QStringLiteral("CREATE SCHEMA s%1;").arg(i);
    if (const QString error = fail(server.sql(sql, database)); !error.isEmpty())
        return error;
    for (int from = 1; from <= tables; from += batch) {
        sql.clear();
        for (int i = from; i < from + batch; ++i) {
            sql +=
                QStringLiteral("CREATE TABLE s%1.t%2(id bigint PRIMARY KEY, p1_id bigint REFERENCES hub.q%3, "
                               "p2_id bigint REFERENCES hub.q%4, v text); CREATE INDEX ON s%1.t%2(p1_id);")
                    .arg(i % 10)
                    .arg(i)
                    .arg(i % 200)
                    .arg((i + 7) % 200);
            if (i % 10 != 0)
                sql += QStringLiteral("CREATE INDEX ON s%1.t%2(p2_id);").arg(i % 10).arg(i);
        }
        if (const QString error = fail(server.sql(sql, database)); !error.isEmpty())
            return error;
    }
    return fail(server.sqlEach({QStringLiteral("VACUUM ANALYZE")}, database));
}

double secondsOf(const QElapsedTimer& timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

// The whole probe, from connecting to the finished facts. Negative: it failed or found the wrong number.
double audit(const QString& url)
{
    ProbeTarget target;
    PostgresTarget postgres;
    postgres.url = QUrl(url);
    target.profile.postgres.append(postgres);
    const SystemClock clock;
    ProbeContext context(clock, std::chrono::minutes(2), {}, {});
    ForeignKeysProbe probe;
    QElapsedTimer timer;
    timer.start();
    const Result<Facts> facts = probe.run(target, context);
    const double seconds = secondsOf(timer);
    const bool right = facts && facts->complete &&
                       facts->value(QStringLiteral("foreign_keys")) == 2 * tables &&
                       facts->value(QStringLiteral("uncovered")) == tables / 10;
    if (!right)
        std::fprintf(stderr, "%s\n", facts ? "the audit counted wrong" : qPrintable(facts.error().message));
    return right ? seconds : -1;
}

double peer(const QString& url)
{
    PgLink link;
    if (!link.open(url))
        return -1;
    (void)link.exec(QStringLiteral("SET statement_timeout = '%1s'").arg(static_cast<int>(capSeconds)));
    QElapsedTimer timer;
    timer.start();
    const PgAnswer answer = link.exec(QString::fromLatin1(checklistSql), {},
                                      std::chrono::seconds(static_cast<int>(capSeconds) + 20));
    if (!answer.ok)
        return answer.sqlState == QLatin1String("57014") ? capSeconds : -1;
    return secondsOf(timer);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    if (const QString missing = PrivatePostgres::missing(); !missing.isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(missing));
        return 1;
    }
    PrivatePostgresOptions options;
    options.settings = {QStringLiteral("max_locks_per_transaction = 1024"),
                        QStringLiteral("shared_buffers = 256MB")};
    PrivatePostgres server(options);
    if (!server.start() ||
        !server.sqlEach({QStringLiteral("CREATE DATABASE bench"), QStringLiteral("CREATE ROLE bare LOGIN")})
             .ok) {
        std::fprintf(stderr, "%s\n", qPrintable(server.error()));
        return 1;
    }
    if (const QString error = build(server); !error.isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(error));
        return 1;
    }
    QVector<double> ours, theirs;
    for (int round = 0; round < rounds; ++round) {
        ours.append(audit(server.url(QStringLiteral("bare"), QStringLiteral("bench"))));
        if (theirs.isEmpty() || theirs.last() < capSeconds)
            theirs.append(peer(server.superuserUrl(QStringLiteral("bench"))));
        if (ours.last() < 0 || theirs.last() < 0)
            return 1;
    }
    using namespace awb::bench;
    const double value = median(ours);
    const double peerValue = median(theirs);
    printFigure({QStringLiteral("fk-audit"), value, QStringLiteral("s"), QStringLiteral("checklist query"),
                 peerValue, peerValue / value, rounds});
    return 0;
}
