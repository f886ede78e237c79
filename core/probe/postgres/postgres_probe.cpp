#include "core/probe/postgres/postgres_probe.h"

#include <QJsonArray>

#include <future>
#include <optional>

namespace awb
{

namespace
{

constexpr qsizetype maxRows = 1000;

QString sourceLabel(const PostgresTarget& target)
{
    const Result<PgAddress> address = pgAddress(target.url);
    return address ? address->label() : target.label();
}

Facts failedPart(const Error& error, const Facts& empty, const QString& source)
{
    Facts facts = empty;
    facts.source = source;
    facts.failed = true;
    facts.cancelled = error.code == ErrorCode::Cancelled;
    facts.reason = Message::verbatim(error.message);
    facts.unlock = error.remedy;
    return facts;
}

void mergeTables(Facts& merged, const Facts& part)
{
    for (const Table& table : part.tables) {
        Table* into = nullptr;
        for (Table& known : merged.tables) {
            if (known.id == table.id)
                into = &known;
        }
        if (into == nullptr) {
            Table fresh = table;
            fresh.rows.clear();
            fresh.total = 0;
            fresh.columns.prepend(textColumn("database", QT_TRANSLATE_NOOP("awb", "Database")));
            merged.tables.append(fresh);
            into = &merged.tables.last();
        }
        for (const QVector<QJsonValue>& row : table.rows) {
            if (into->rows.size() < maxRows)
                into->rows.append(QVector<QJsonValue>{part.source} + row);
        }
        into->total += table.total;
    }
}

bool addsUp(const QString& unit)
{
    return unit == QLatin1String("count") || unit == QLatin1String("bytes") ||
           unit == QLatin1String("calls") || unit == QLatin1String("connections");
}

// The numbers of several databases are for the eye only: rules judge each part. Counts add up, the rest
// takes the largest.
void mergeMeasurements(Facts& merged, const Facts& part)
{
    for (const Measurement& measured : part.measured) {
        Measurement* into = nullptr;
        for (Measurement& known : merged.measured) {
            if (known.name == measured.name)
                into = &known;
        }
        if (into == nullptr) {
            merged.measured.append(measured);
        } else if (!into->isKnown()) {
            *into = measured;
        } else if (measured.isKnown()) {
            into->value =
                addsUp(measured.unit) ? into->value + measured.value : std::max(into->value, measured.value);
            into->low.reset();
            into->high.reset();
        }
    }
}

} // namespace

PostgresScope::PostgresScope(const ProbeTarget& all, qsizetype index, ProbeContext& probeContext,
                             std::shared_ptr<PgLedger> ledger)
    : target(all),
      postgres(all.profile.postgres.at(index)),
      context(probeContext),
      password_(all.secret(QStringLiteral("postgres/%1").arg(index))),
      ledger_(ledger ? std::move(ledger) : std::make_shared<PgLedger>())
{
}

Result<std::unique_ptr<PgClient>> PostgresScope::connect(PgClient::Session session) const
{
    const Result<PgAddress> address = pgAddress(postgres.url);
    if (!address)
        return address.error();
    return PgClient::connect(*address, password_, known(), context, session, ledger_);
}

PgLedger::Own PostgresScope::own() const
{
    const Result<PgAddress> address = pgAddress(postgres.url);
    return address ? ledger_->at(address->label()) : PgLedger::Own();
}

double PostgresScope::threshold(const QString& check, const QString& id, double fallback) const
{
    for (const Threshold& t : target.profile.thresholds.value(check)) {
        if (t.id == id || t.id.isEmpty())
            return t.value;
    }
    return fallback;
}

QString PostgresScope::queryText(const QString& text, int limit) const
{
    // Normalised texts hold $1 for every constant; "token = $1" is no secret and stays readable.
    bool literal = text.contains(QLatin1Char('\'')) || text.contains(QLatin1String("/*")) ||
                   text.contains(QLatin1String("--"));
    for (const Secret& secret : known())
        literal = literal || (!secret.isEmpty() && text.contains(QString::fromUtf8(secret.reveal())));
    return (literal ? redactSecrets(text, known()) : text).left(limit);
}

void PostgresScope::publish(Facts facts) const
{
    facts.source = sourceLabel(postgres);
    facts.complete = false;
    context.publishPartial(std::move(facts));
}

Facts PostgresProbe::emptyFacts(const ProbeContext& context) const
{
    Facts facts;
    facts.probe = id_;
    facts.checks = checks_;
    facts.started = context.clock().now();
    return facts;
}

Result<Facts> PostgresProbe::runOne(const ProbeTarget& target, qsizetype index, ProbeContext& context)
{
    const PostgresScope scope(target, index, context, ledger_);
    Result<Facts> found = examine(scope);
    if (found && found->source.isEmpty())
        found->source = sourceLabel(scope.postgres);
    return found;
}

Result<Facts> PostgresProbe::run(const ProbeTarget& target, ProbeContext& context)
{
    const qsizetype count = target.profile.postgres.size();
    if (count == 0)
        return Error{ErrorCode::Usage, QStringLiteral("The profile names no PostgreSQL."), {}, {}};
    const Facts empty = emptyFacts(context);
    const auto begun = context.clock().monotonic();
    Result<Facts> out = Facts();
    if (count == 1) {
        out = runOne(target, 0, context);
    } else {
        std::vector<std::future<Result<Facts>>> running;
        for (qsizetype i = 0; i < count; ++i)
            running.push_back(std::async(
                std::launch::async, [this, &target, &context, i] { return runOne(target, i, context); }));
        QVector<Facts> parts;
        for (qsizetype i = 0; i < count; ++i) {
            Result<Facts> part = running[static_cast<size_t>(i)].get();
            parts.append(part ? *part
                              : failedPart(part.error(), empty, sourceLabel(target.profile.postgres.at(i))));
        }
        out = mergeDatabases(parts);
    }
    if (out) {
        out->sent = context.sentSoFar();
        out->durationMs =
            std::chrono::duration_cast<std::chrono::milliseconds>(context.clock().monotonic() - begun)
                .count();
    }
    return out;
}

Facts mergeDatabases(const QVector<Facts>& parts)
{
    Facts merged = parts.first();
    merged.tables.clear();
    merged.measured.clear();
    merged.charts.clear();
    merged.remedies.clear();
    merged.details = {};
    merged.complete = true;
    merged.failed = true;
    merged.reason = {};
    QStringList sources;
    QJsonArray list;
    for (const Facts& part : parts) {
        mergeTables(merged, part);
        mergeMeasurements(merged, part);
        merged.charts.append(part.charts);
        merged.remedies.append(part.remedies);
        merged.complete = merged.complete && part.complete;
        merged.failed = merged.failed && part.failed;
        merged.cancelled = merged.cancelled || part.cancelled;
        if (merged.reason.isEmpty() && !part.complete) {
            merged.reason = part.reason;
            merged.unlock = part.unlock;
        }
        sources.append(part.source);
        Facts slim = part;
        slim.tables.clear();
        slim.charts.clear();
        slim.remedies.clear();
        list.append(toJson(slim));
    }
    merged.source = sources.join(QStringLiteral(", "));
    merged.details.insert(QStringLiteral("parts"), list);
    return merged;
}

void measure(Facts& facts, const char* name, double value, const char* unit, const QStringList& checks)
{
    Measurement m;
    m.name = QString::fromLatin1(name);
    m.value = value;
    m.unit = QString::fromLatin1(unit);
    m.checks = checks;
    facts.measured.append(m);
}

Column textColumn(const char* id, const char* title, int priority)
{
    return {QString::fromLatin1(id), Message(title), {}, false, priority};
}

Column codeColumn(const char* id, const char* title, int priority)
{
    return {QString::fromLatin1(id), Message(title), {}, true, priority};
}

Column numberColumn(const char* id, const char* title, const char* unit, int priority)
{
    return {QString::fromLatin1(id), Message(title), QString::fromLatin1(unit), false, priority};
}

void addRow(Table& table, QVector<QJsonValue> row)
{
    Q_ASSERT(row.size() == table.columns.size());
    ++table.total;
    if (table.rows.size() < maxRows)
        table.rows.append(std::move(row));
}

QJsonValue jsonNumber(double value)
{
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue();
}

void incomplete(Facts& facts, Message reason, const QString& unlock)
{
    if (!facts.reason.isEmpty() && !facts.complete)
        return; // the first reason is the one to fix first
    facts.complete = false;
    facts.reason = std::move(reason);
    facts.unlock = unlock;
}

} // namespace awb
