#pragma once

#include "core/probe/probe.h"
#include "tests/support/private_postgres.h"

#include <QFile>
#include <QJsonDocument>
#include <QUrl>

#include <atomic>
#include <functional>
#include <thread>

namespace awb::test
{

// A target with one or more databases and short windows, and one run of a probe against it, in this thread.
class PostgresWorld
{
public:
    PostgresWorld() { target.profile.observeMs = 300; }

    PostgresWorld& add(const QString& url, const QByteArray& password = {}, const QStringList& appRoles = {})
    {
        const qsizetype index = target.profile.postgres.size();
        PostgresTarget postgres;
        postgres.url = QUrl(url);
        postgres.appRoles = appRoles;
        target.profile.postgres.append(postgres);
        target.secrets.insert(QStringLiteral("postgres/%1").arg(index), Secret(password));
        return *this;
    }

    Result<Facts> run(Probe& probe, std::chrono::milliseconds budget = std::chrono::seconds(30))
    {
        ProbeContext context(clock, budget, listener, stop.get_token());
        Result<Facts> result = probe.run(target, context);
        partial = context.partial();
        return result;
    }

    SystemClock clock;
    ProbeTarget target;
    ProbeContext::Listener listener;
    std::stop_source stop;
    std::optional<Facts> partial;
};

// Session after session at the same work until it goes: a session hands in its statistics at its end.
class ShortSessions
{
public:
    ShortSessions(QString url, std::function<void(PgLink&)> work)
        : thread_([this, url = std::move(url), work = std::move(work)] {
              while (!over_) {
                  PgLink link;
                  if (!link.open(url))
                      return;
                  work(link);
              }
          })
    {
    }
    ~ShortSessions()
    {
        over_ = true;
        thread_.join();
    }
    ShortSessions(const ShortSessions&) = delete;
    ShortSessions& operator=(const ShortSessions&) = delete;

private:
    std::atomic<bool> over_{false};
    std::thread thread_;
};

// One session that commits as fast as it can until it goes: what a pool looks like.
class BusySession
{
public:
    explicit BusySession(QString url)
        : thread_([this, url = std::move(url)] {
              PgLink link;
              if (!link.open(url))
                  return;
              while (!over_)
                  (void)link.exec(QStringLiteral("DO 'BEGIN FOR i IN 1..100 LOOP COMMIT; END LOOP; END'"));
          })
    {
    }
    ~BusySession()
    {
        over_ = true;
        thread_.join();
    }
    BusySession(const BusySession&) = delete;
    BusySession& operator=(const BusySession&) = delete;

private:
    std::atomic<bool> over_{false};
    std::thread thread_;
};

inline QString readText(const QString& relative)
{
    QFile file(qEnvironmentVariable("AWB_SOURCE_DIR") + QLatin1Char('/') + relative);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

inline const Table* tableOf(const Facts& facts, const char* id)
{
    for (const Table& table : facts.tables) {
        if (table.id == QLatin1String(id))
            return &table;
    }
    return nullptr;
}

// The cell of the first row whose `keyColumn` is `key`; undefined when there is none.
inline QJsonValue cell(const Facts& facts, const char* tableId, const char* keyColumn, const QString& key,
                       const char* column)
{
    const Table* table = tableOf(facts, tableId);
    if (table == nullptr)
        return QJsonValue::Undefined;
    qsizetype keyAt = -1;
    qsizetype at = -1;
    for (qsizetype c = 0; c < table->columns.size(); ++c) {
        if (table->columns[c].id == QLatin1String(keyColumn))
            keyAt = c;
        if (table->columns[c].id == QLatin1String(column))
            at = c;
    }
    for (const auto& row : table->rows) {
        if (keyAt >= 0 && at >= 0 && row[keyAt].toString() == key)
            return row[at];
    }
    return QJsonValue::Undefined;
}

inline QByteArray everythingIn(const Facts& facts)
{
    return QJsonDocument(toJson(facts)).toJson();
}

} // namespace awb::test
