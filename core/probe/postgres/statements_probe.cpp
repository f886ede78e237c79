#include "core/probe/postgres/statements_probe.h"

#include "core/probe/postgres/settings_probe.h"
#include "core/probe/postgres/statement_poller.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace awb
{

namespace
{

using std::chrono::milliseconds;
constexpr milliseconds pollEvery{250};
constexpr milliseconds pollCost{20};
constexpr milliseconds pollAtMost{120000};
constexpr qsizetype chartQueries = 15;

// Everything a run has learned when facts are made of it.
struct Evidence
{
    StatementSnapshot first;
    std::optional<StatementSnapshot> second;
    QHash<QString, PolledCalls> polled;
    AppRoles roles;
    double limitMs = 100;
    double hotPerDay = 1000;

    const StatementSnapshot& last() const { return second ? *second : first; }
    bool hasWindow() const { return second && !isBroken(first, *second); }
    double windowS() const { return hasWindow() ? second->at - first.at : 0; }
};

QString verdictText(PaceVerdict verdict)
{
    switch (verdict) {
    case PaceVerdict::Fast:
        return QStringLiteral("fast");
    case PaceVerdict::Slow:
        return QStringLiteral("slow");
    case PaceVerdict::FewSlow:
        return QStringLiteral("slow, few calls");
    case PaceVerdict::Open:
        break;
    }
    return QStringLiteral("open");
}

QVector<JudgedStatement> judgeAll(const Evidence& evidence)
{
    QVector<JudgedStatement> judged;
    for (const StatementEntry& entry : evidence.last().queries) {
        const StatementEntry* before = nullptr;
        StatementEntry none = entry;
        if (evidence.hasWindow()) {
            const auto it = evidence.first.queries.constFind(entry.queryId);
            none.moments = {};
            before = it == evidence.first.queries.cend() ? &none : &*it;
        }
        const auto polled = evidence.polled.constFind(entry.queryId);
        judged.append(judgeStatement(entry, before, evidence.windowS(),
                                     polled == evidence.polled.cend() ? nullptr : &*polled,
                                     evidence.limitMs));
    }
    const auto rank = [](const JudgedStatement& j) {
        const int order = j.verdict == PaceVerdict::Slow      ? 0
                          : j.verdict == PaceVerdict::Open    ? 1
                          : j.verdict == PaceVerdict::FewSlow ? 2
                                                              : 3;
        return std::make_tuple(order, -j.p99.high, j.entry.queryId);
    };
    std::sort(judged.begin(), judged.end(),
              [&](const JudgedStatement& a, const JudgedStatement& b) { return rank(a) < rank(b); });
    return judged;
}

Table queryTable()
{
    Table table;
    table.id = QStringLiteral("queries");
    table.checks = {QStringLiteral("2.1")};
    table.title =
        QT_TRANSLATE_NOOP("awb", "Queries of the application, slowest first (time in the server only)");
    table.columns = {codeColumn("query", QT_TRANSLATE_NOOP("awb", "Query")),
                     textColumn("verdict", QT_TRANSLATE_NOOP("awb", "Verdict")),
                     numberColumn("calls", QT_TRANSLATE_NOOP("awb", "Calls"), "calls"),
                     numberColumn("mean", QT_TRANSLATE_NOOP("awb", "Mean"), "ms"),
                     numberColumn("deviation", QT_TRANSLATE_NOOP("awb", "Deviation"), "ms", 3),
                     numberColumn("min", QT_TRANSLATE_NOOP("awb", "Min"), "ms", 3),
                     numberColumn("max", QT_TRANSLATE_NOOP("awb", "Max"), "ms", 2),
                     numberColumn("p99_low", QT_TRANSLATE_NOOP("awb", "p99 at least"), "ms", 2),
                     numberColumn("p99_high", QT_TRANSLATE_NOOP("awb", "p99 at most"), "ms", 2),
                     textColumn("slow", QT_TRANSLATE_NOOP("awb", "Slow calls"), 2),
                     textColumn("source", QT_TRANSLATE_NOOP("awb", "From"), 3),
                     textColumn("roles", QT_TRANSLATE_NOOP("awb", "Roles"), 3),
                     textColumn("queryid", QT_TRANSLATE_NOOP("awb", "queryid"), 3)};
    return table;
}

void addQuery(Table& table, const JudgedStatement& j)
{
    const StatementMoments& m = j.entry.moments;
    addRow(table, {j.entry.text, verdictText(j.verdict), m.calls, jsonNumber(m.mean),
                   jsonNumber(std::sqrt(std::max(0.0, m.variance))), jsonNumber(m.min), jsonNumber(m.max),
                   jsonNumber(j.p99.low), jsonNumber(j.p99.high),
                   QStringLiteral("%1–%2 of %3").arg(j.slow.low).arg(j.slow.high).arg(j.calls), j.source,
                   j.entry.roles.join(QStringLiteral(", ")), j.entry.queryId});
}

ChartSpec latencyChart(const QVector<JudgedStatement>& judged, double limit)
{
    ChartSpec chart;
    chart.id = QStringLiteral("query_latency");
    chart.check = QStringLiteral("2.1");
    chart.kind = ChartKind::Range;
    chart.title = QT_TRANSLATE_NOOP("awb", "Where the p99 of each query certainly lies");
    chart.y = {QT_TRANSLATE_NOOP("awb", "p99 execution time"), QStringLiteral("ms"), true};
    chart.emptyReason = QT_TRANSLATE_NOOP("awb", "No query of the application is on record.");
    ChartSeries series;
    series.name = QT_TRANSLATE_NOOP("awb", "p99");
    for (const JudgedStatement& j : judged.mid(0, chartQueries)) {
        ChartPoint point;
        point.x = static_cast<double>(chart.categories.size());
        point.low = j.p99.low;
        if (std::isfinite(j.p99.high))
            point.high = j.p99.high;
        point.y = j.verdict == PaceVerdict::Fast && point.high ? *point.high : j.p99.low;
        series.points.append(point);
        chart.categories.append(j.entry.text.simplified().left(60));
    }
    chart.series = {series};
    chart.threshold = ChartThreshold{
        limit, true, true,
        Message(QT_TRANSLATE_NOOP("awb", "limit %1"), {MessageArg(limit, QStringLiteral("ms"))})};
    return chart;
}

void addJobs(Facts& facts, const StatementSnapshot& snapshot)
{
    Table table;
    table.id = QStringLiteral("jobs");
    table.checks = {QStringLiteral("2.1")};
    table.title = QT_TRANSLATE_NOOP("awb", "COPY and REFRESH: jobs, not judged");
    table.columns = {codeColumn("query", QT_TRANSLATE_NOOP("awb", "Statement")),
                     numberColumn("calls", QT_TRANSLATE_NOOP("awb", "Calls"), "calls"),
                     numberColumn("mean", QT_TRANSLATE_NOOP("awb", "Mean"), "ms")};
    for (const StatementEntry& job : snapshot.jobs)
        addRow(table, {job.text, job.moments.calls, jsonNumber(job.moments.mean)});
    if (table.total > 0)
        facts.tables.append(table);
}

void addHot(Facts& facts, const Evidence& evidence)
{
    const QStringList checks{QStringLiteral("2.7")};
    Table table;
    table.id = QStringLiteral("hot");
    table.checks = checks;
    table.title = QT_TRANSLATE_NOOP("awb", "Queries called often");
    table.columns = {codeColumn("query", QT_TRANSLATE_NOOP("awb", "Query")),
                     numberColumn("per_day", QT_TRANSLATE_NOOP("awb", "Calls a day"), "per_day"),
                     numberColumn("at_least", QT_TRANSLATE_NOOP("awb", "At least"), "per_day", 2),
                     textColumn("certain", QT_TRANSLATE_NOOP("awb", "Proven"), 2),
                     textColumn("source", QT_TRANSLATE_NOOP("awb", "From"), 3)};
    QJsonArray hot;
    double possibly = 0;
    for (const HotQuery& query :
         hotQueries(evidence.last(), evidence.hasWindow() ? &evidence.first : nullptr, evidence.hotPerDay)) {
        addRow(table, {query.entry.text, query.rate.perDay, query.rate.low,
                       query.certain ? QStringLiteral("yes") : QStringLiteral("no"), query.source});
        if (query.certain)
            hot.append(QJsonObject{{QStringLiteral("queryid"), query.entry.queryId},
                                   {QStringLiteral("fingerprint"), statementFingerprint(query.entry.raw)}});
        else
            ++possibly;
    }
    measure(facts, "hot", static_cast<double>(hot.size()), "count", checks);
    measure(facts, "possibly_hot", possibly, "count", checks);
    facts.details.insert(QStringLiteral("hot"), hot);
    facts.tables.append(table);
}

void addVisibility(Facts& facts, const Evidence& evidence)
{
    const StatementSnapshot& last = evidence.last();
    facts.complete = true;
    if (last.hidden > 0)
        incomplete(facts,
                   Message(QT_TRANSLATE_NOOP("awb", "%1 {1:statement of another role is|statements of other "
                                                    "roles are} hidden from this login."),
                           {MessageArg(last.hidden)}),
                   QStringLiteral("GRANT pg_monitor TO auditbench;"));
    if (evidence.roles.names.isEmpty())
        incomplete(facts,
                   QT_TRANSLATE_NOOP("awb", "No application login role is known: name it in the profile "
                                            "(postgres.app_roles)."));
    if (last.track == QLatin1String("none"))
        incomplete(
            facts, QT_TRANSLATE_NOOP("awb", "pg_stat_statements.track is none: nothing is recorded."),
            QStringLiteral("ALTER SYSTEM SET pg_stat_statements.track = 'top'; SELECT pg_reload_conf();"));
    measure(facts, "hidden", static_cast<double>(last.hidden), "count");
    measure(facts, "entries", last.entries, "count");
    measure(facts, "max_entries", last.maxEntries, "count");
    if (last.dealloc) {
        facts.details.insert(QStringLiteral("dealloc_known"), true);
        measure(facts, "dealloc", *last.dealloc, "count");
        measure(facts, "dealloc_window", *last.dealloc - evidence.first.dealloc.value_or(*last.dealloc),
                "count");
    }
    measure(facts, "other_calls", last.otherCalls, "calls");
    facts.details.insert(QStringLiteral("roles_from"),
                         evidence.roles.fromProfile ? QStringLiteral("profile") : QStringLiteral("found"));
    if (evidence.second && !evidence.hasWindow())
        facts.details.insert(QStringLiteral("window_broken"), true);
    measure(facts, "window_s", evidence.windowS(), "s");
    measure(facts, "window_calls", evidence.hasWindow() ? last.appCalls - evidence.first.appCalls : 0,
            "calls");
    if (last.reset)
        measure(facts, "observed_s", last.at - *last.reset, "s");
    else
        measure(facts, "observed_s", evidence.windowS(), "s");
}

void addCounts(Facts& facts, const QVector<JudgedStatement>& judged, double calls)
{
    QMap<PaceVerdict, double> counts;
    for (const JudgedStatement& j : judged)
        counts[j.verdict] += 1;
    const QStringList checks{QStringLiteral("2.1")};
    measure(facts, "eligible", static_cast<double>(judged.size()), "count", checks);
    measure(facts, "fast", counts.value(PaceVerdict::Fast), "count", checks);
    measure(facts, "slow", counts.value(PaceVerdict::Slow), "count", checks);
    measure(facts, "open", counts.value(PaceVerdict::Open), "count", checks);
    measure(facts, "few_slow", counts.value(PaceVerdict::FewSlow), "count", checks);
    measure(facts, "calls", calls, "calls", checks);
    if (judged.isEmpty())
        return;
    const auto worst = std::max_element(
        judged.begin(), judged.end(), [](const JudgedStatement& a, const JudgedStatement& b) {
            return std::make_tuple(a.verdict == PaceVerdict::Slow, a.p99.low, a.p99.high) <
                   std::make_tuple(b.verdict == PaceVerdict::Slow, b.p99.low, b.p99.high);
        });
    measure(facts, "worst_p99", worst->verdict == PaceVerdict::Fast ? worst->p99.high : worst->p99.low, "ms",
            checks);
    facts.measured.last().low = worst->p99.low;
    if (std::isfinite(worst->p99.high))
        facts.measured.last().high = worst->p99.high;
    facts.measured.last().level = 1;
    facts.measured.last().n = static_cast<qint64>(worst->calls);
    facts.details.insert(QStringLiteral("worst_query"), worst->entry.text.simplified().left(200));
}

void addRemedies(Facts& facts, const QVector<JudgedStatement>& judged)
{
    for (const JudgedStatement& j : judged) {
        if (j.verdict != PaceVerdict::Slow || facts.remedies.size() >= 10)
            continue;
        facts.remedies.append(
            {QStringLiteral("2.1"), QStringLiteral("sql"),
             QStringLiteral("-- on a staging copy, with sample values for $1 …; not for writes in "
                            "production\nEXPLAIN (ANALYZE, BUFFERS)\n") +
                 j.entry.text});
    }
}

void fill(Facts& facts, const Evidence& evidence)
{
    addVisibility(facts, evidence);
    const QVector<JudgedStatement> judged = judgeAll(evidence);
    addCounts(facts, judged, evidence.last().appCalls);
    Table table = queryTable();
    for (const JudgedStatement& j : judged)
        addQuery(table, j);
    facts.tables.append(table);
    facts.charts.append(latencyChart(judged, evidence.limitMs));
    addJobs(facts, evidence.last());
    addHot(facts, evidence);
    addRemedies(facts, judged);
}

// Waits for the window; polls meanwhile if that is allowed. False: stopped.
bool observe(const PostgresScope& scope, PgClient& client, const StatementSource& source, Evidence& evidence)
{
    const auto window = scope.window();
    if (!scope.target.allows(Capability::Scan))
        return scope.context.waitFor(window);
    StatementPoller poller(client, source, evidence.first, evidence.roles.names, evidence.limitMs);
    const auto begun = scope.context.clock().monotonic();
    auto pause = std::min(pollEvery, std::max(milliseconds(50), window / 4));
    while (poller.isUseful()) {
        const auto before = scope.context.clock().monotonic();
        if (!poller.poll())
            break;
        const auto spent = scope.context.clock().monotonic() - before;
        if (spent > pollCost)
            pause = std::min(milliseconds(2000), pause * 2);
        evidence.polled = poller.seen();
        const auto gone = std::chrono::duration_cast<milliseconds>(scope.context.clock().monotonic() - begun);
        const auto left = std::min(window, pollAtMost) - gone;
        if (left <= milliseconds(0))
            break;
        if (!scope.context.waitFor(std::min(pause, left)))
            return false;
    }
    const auto gone = std::chrono::duration_cast<milliseconds>(scope.context.clock().monotonic() - begun);
    return gone >= window || scope.context.waitFor(window - gone);
}

} // namespace

Result<Facts> StatementsProbe::examine(const PostgresScope& scope)
{
    Facts facts = emptyFacts(scope.context);
    Result<std::unique_ptr<PgClient>> client = scope.connect();
    if (!client)
        return client.error();
    const Result<PgPreflight> self = preflight(**client);
    if (!self)
        return self.error();
    facts.details.insert(QStringLiteral("standby"), self->recovery);
    const std::optional<StatementSource> source = statementSource(**client, *self, facts);
    if (!source)
        return facts;
    Evidence evidence;
    const Result<AppRoles> roles = applicationRoles(**client, scope.postgres);
    if (!roles)
        return roles.error();
    evidence.roles = *roles;
    evidence.limitMs = scope.threshold(QStringLiteral("2.1"), QStringLiteral("p99"), 100);
    evidence.hotPerDay = scope.threshold(QStringLiteral("2.7"), QStringLiteral("calls_per_day"), 1000);
    Result<StatementSnapshot> first =
        takeSnapshot(**client, *source, roles->names, scope, QStringLiteral("2.1"));
    if (!first && first.error().code == ErrorCode::Unsupported) {
        incomplete(
            facts, Message::verbatim(first.error().message),
            QStringLiteral("ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'; -- restart"));
        facts.details.insert(QStringLiteral("missing"), true);
        return facts;
    }
    if (!first)
        return first.error();
    evidence.first = *first;
    Facts early = facts;
    fill(early, evidence);
    scope.publish(early);
    if (!observe(scope, **client, *source, evidence) && scope.context.stopRequested())
        return Error{ErrorCode::Cancelled, QStringLiteral("The run was stopped."), {}, {}};
    Result<StatementSnapshot> second =
        takeSnapshot(**client, *source, roles->names, scope, QStringLiteral("2.1"));
    if (!second)
        return second.error();
    evidence.second = *second;
    fill(facts, evidence);
    return facts;
}

} // namespace awb
