#pragma once

#include "core/probe/postgres/pg_preflight.h"
#include "core/probe/probe.h"

namespace awb
{

// One database of the target while a probe looks at it.
class PostgresScope
{
public:
    PostgresScope(const ProbeTarget& target, qsizetype index, ProbeContext& context,
                  std::shared_ptr<PgLedger> ledger = {});

    const ProbeTarget& target;
    const PostgresTarget& postgres;
    ProbeContext& context;

    Result<std::unique_ptr<PgClient>> connect(PgClient::Session session = PgClient::Session::Audit) const;
    // What all probes of this run have done to this server so far.
    PgLedger::Own own() const;
    std::chrono::milliseconds window() const { return std::chrono::milliseconds(target.profile.observeMs); }
    QList<Secret> known() const { return target.allSecrets(); }
    // The check's own number, or the profile's: thresholds["2.3"] with this id, or with no id.
    double threshold(const QString& check, const QString& id, double fallback) const;
    // Redacted and at most `limit` characters.
    QString queryText(const QString& text, int limit = 4000) const;
    // Facts under way, kept if the run is stopped. With several databases only the last published is.
    void publish(Facts facts) const;

private:
    Secret password_;
    std::shared_ptr<PgLedger> ledger_; // never null
};

// Runs examine() for every database of the profile, side by side, and merges: with one database its facts as
// they are; with several, tables get a leading "database" column and details["parts"] holds each database's
// own facts without tables (rules judge each part and the worst wins).
class PostgresProbe : public Probe
{
public:
    PostgresProbe(QString id, QStringList checks) : id_(std::move(id)), checks_(std::move(checks)) {}
    Result<Facts> run(const ProbeTarget& target, ProbeContext& context) final;
    // Shared by the probes of a program; without one each probe counts for itself.
    void share(std::shared_ptr<PgLedger> ledger) { ledger_ = std::move(ledger); }

protected:
    virtual Result<Facts> examine(const PostgresScope& scope) = 0;
    Facts emptyFacts(const ProbeContext& context) const;

private:
    Result<Facts> runOne(const ProbeTarget& target, qsizetype index, ProbeContext& context);

    QString id_;
    QStringList checks_;
    std::shared_ptr<PgLedger> ledger_;
};

Facts mergeDatabases(const QVector<Facts>& parts);

// Small words for filling facts.
void measure(Facts& facts, const char* name, double value, const char* unit, const QStringList& checks = {});
Column textColumn(const char* id, const char* title, int priority = 1);
Column codeColumn(const char* id, const char* title, int priority = 1);
Column numberColumn(const char* id, const char* title, const char* unit, int priority = 1);
// Adds rows up to 1,000; total counts all.
void addRow(Table& table, QVector<QJsonValue> row);
// NaN becomes null.
QJsonValue jsonNumber(double value);
void incomplete(Facts& facts, Message reason, const QString& unlock = {});

} // namespace awb
