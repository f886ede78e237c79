#include "tests/core/rule_table.h"

using namespace awb;
using namespace awb::test;

namespace
{

constexpr auto pass = Verdict::Pass;
constexpr auto warn = Verdict::Warn;
constexpr auto fail = Verdict::Fail;
constexpr auto inconclusive = Verdict::Inconclusive;
constexpr auto unmeasured = Verdict::NotMeasured;
constexpr auto notApplicable = Verdict::NotApplicable;

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

const QJsonObject deallocKnown{{s("dealloc_known"), true}};
const Numbers cleanQueries{{"eligible", 5},  {"fast", 5},     {"slow", 0},           {"open", 0},
                           {"few_slow", 0},  {"calls", 5000}, {"dealloc", 0},        {"dealloc_window", 0},
                           {"window_s", 60}, {"entries", 10}, {"max_entries", 5000}, {"worst_p99", 40}};

FactsByProbe queries(const Numbers& changes, bool complete = true, const QJsonObject& details = deallocKnown)
{
    return only(factsOf("postgres.statements", with(cleanQueries, changes), details, complete));
}

FactsByProbe keys(double all, double uncovered, double prefix = 0, bool complete = true)
{
    Numbers numbers{{"foreign_keys", all}, {"uncovered", uncovered}, {"prefix_only", prefix}};
    if (all > 0)
        numbers.append({"covered_percent", 100 * (all - uncovered) / all});
    return only(factsOf("postgres.foreign_keys", numbers, {}, complete));
}

const Numbers quietCounters{{"big_tables", 3},   {"read_tables", 0},     {"hot_tables", 0},
                            {"window_s", 400},   {"window_calls", 5000}, {"lifetime_hot_tables", 0},
                            {"worst_per_day", 0}};

FactsByProbe scans(const Numbers& changes, const QStringList& read = {}, const QStringList& planned = {},
                   double plannedPercent = 100)
{
    const Facts counters = factsOf("postgres.seq_scans", with(quietCounters, changes),
                                   {{s("read_tables"), QJsonArray::fromStringList(read)}});
    const Facts plans = factsOf("postgres.query_plans", {{"planned_calls_percent", plannedPercent}},
                                {{s("seq_tables"), QJsonArray::fromStringList(planned)}});
    return both(counters, plans);
}

QJsonObject logOf(const QJsonObject& changes)
{
    QJsonObject log{{s("min_duration"), -1},
                    {s("sample"), -1},
                    {s("sample_rate"), 1},
                    {s("messages"), s("warning")},
                    {s("auto_explain"), s("absent")}};
    for (auto it = changes.begin(); it != changes.end(); ++it)
        log.insert(it.key(), it.value());
    return log;
}

QJsonObject roleOf(const char* name, const QJsonValue& timeout, const QJsonObject& log = {})
{
    return {{s("role"), s(name)}, {s("timeout_ms"), timeout}, {s("log"), logOf(log)}};
}

FactsByProbe roles(const QJsonArray& list, bool complete = true, const QJsonArray& others = {})
{
    return only(factsOf("postgres.settings", {}, {{s("roles"), list}, {s("other_roles"), others}}, complete));
}

// Roles that were found, while a login that is not among them is at work.
FactsByProbe withOther(FactsByProbe facts)
{
    facts.first().details.insert(s("others_connected"), QJsonArray{s("postgres")});
    return facts;
}

FactsByProbe logging(const QJsonObject& log)
{
    return roles({roleOf("shop", 1000, log)});
}

QJsonObject index(double bloat, const char* method = "exact", double wasted = 0, bool stale = false)
{
    return {{s("name"), s("public.ix")},
            {s("bloat"), bloat},
            {s("method"), s(method)},
            {s("wasted"), wasted},
            {s("stale"), stale}};
}

QJsonObject sampled(double value, double low, double high)
{
    QJsonObject out = index(value, "sample");
    out.insert(s("low"), low);
    out.insert(s("high"), high);
    return out;
}

FactsByProbe bloat(const QJsonArray& list, double coverage = 100, bool complete = true)
{
    return only(factsOf("postgres.index_bloat",
                        {{"coverage_percent", coverage}, {"btree_indexes", 4}, {"worst_bloat", 1}},
                        {{s("indexes"), list}}, complete));
}

FactsByProbe hot(const QJsonArray& list, const Numbers& numbers = {{"observed_s", 1000}, {"dealloc", 0}},
                 bool complete = true)
{
    return only(factsOf("postgres.query_plans", numbers, {{s("hot"), list}}, complete));
}

QJsonObject hotQuery(const char* fingerprint, const char* shape)
{
    return {{s("fingerprint"), s(fingerprint)}, {s("shape"), s(shape)}};
}

PlanReview review(const char* fingerprint, const char* shape, QDate date)
{
    return {s(fingerprint), s(shape), s("A. Reviewer"), date};
}

} // namespace

// Every outcome of the rules of section 2: ours and the letter.
class TestRulesDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outcome_data()
    {
        ruleColumns();
        slowQueryRows();
        foreignKeyRows();
        scanRows();
        timeoutRows();
        slowLogRows();
        bloatRows();
    }
    void outcome()
    {
        QFETCH(QString, check);
        QFETCH(FactsByProbe, facts);
        QFETCH(QString, verdict);
        QFETCH(QString, letter);
        const Suggestion said = judge(check, facts);
        QVERIFY2(verdictId(said.verdict) == verdict,
                 qPrintable(verdictId(said.verdict) + s(": ") + said.summary.text()));
        QCOMPARE(verdictId(said.byLetter), letter);
        QVERIFY(!said.summary.isEmpty());
        if (said.verdict == inconclusive)
            QVERIFY2(!said.settle.isEmpty(), "an inconclusive suggestion says what would settle it");
    }

    void reviews_data()
    {
        QTest::addColumn<FactsByProbe>("facts");
        QTest::addColumn<QVector<PlanReview>>("reviews");
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<QString>("letter");
        const auto add = [](const char* name, const FactsByProbe& facts, const QVector<PlanReview>& reviews,
                            Verdict verdict, Verdict letter) {
            QTest::newRow(name) << facts << reviews << verdictId(verdict) << verdictId(letter);
        };
        const QDate recent(2026, 11, 1);
        const QDate old(2026, 5, 1);
        const QJsonArray two{hotQuery("a", "p1"), hotQuery("b", "p2")};
        add("all reviewed", hot(two), {review("a", "p1", recent), review("b", "p2", recent)}, pass, pass);
        add("none reviewed", hot(two), {}, fail, fail);
        add("one missing", hot(two), {review("a", "p1", recent)}, warn, fail);
        add("another plan since", hot(two), {review("a", "p1", recent), review("b", "p9", recent)}, warn,
            pass);
        add("too old", hot(two), {review("a", "p1", recent), review("b", "p2", old)}, warn, pass);
        add("180 days are still valid", hot({hotQuery("a", "p1")}), {review("a", "p1", QDate(2026, 5, 28))},
            pass, pass);
        add("a plan that cannot be drawn is not looked at", hot({hotQuery("a", "")}),
            {review("a", "p1", recent)}, inconclusive, pass);
        add("a plan that cannot be drawn, and one not reviewed",
            hot({hotQuery("a", ""), hotQuery("b", "p2")}), {review("a", "p1", recent)}, warn, fail);
        add("reviewed in the future", hot({hotQuery("a", "p1")}), {review("a", "p1", QDate(2027, 1, 1))},
            warn, pass);
        add("hot in the other probe's window only",
            both(hot({hotQuery("a", "p1")}).first(),
                 factsOf("postgres.statements", {},
                         {{s("hot"), QJsonArray{hotQuery("a", ""), hotQuery("b", "")}}})),
            {review("a", "p1", recent)}, warn, fail);
        add("full, and no counter of what was dropped",
            only(factsOf("postgres.query_plans", {{"entries", 4800}, {"max_entries", 5000}},
                         {{s("hot"), QJsonArray{hotQuery("a", "p1")}}, {s("dealloc_known"), false}})),
            {review("a", "p1", recent)}, unmeasured, unmeasured);
        add("full, nothing hot, and no counter of what was dropped",
            only(factsOf("postgres.statements",
                         {{"entries", 4800}, {"max_entries", 5000}, {"observed_s", 90000}},
                         {{s("hot"), QJsonArray()}})),
            {}, unmeasured, unmeasured);
        add("nothing hot, watched for a day", hot({}, {{"observed_s", 90000}}), {}, notApplicable,
            notApplicable);
        add("nothing hot, watched for minutes", hot({}), {}, inconclusive, inconclusive);
        add("entries dropped", hot(two, {{"dealloc", 3}}),
            {review("a", "p1", recent), review("b", "p2", recent)}, unmeasured, unmeasured);
        add("hidden rows", hot(two, {}, false), {review("a", "p1", recent), review("b", "p2", recent)},
            unmeasured, unmeasured);
        add("the probe failed", only(failedFacts("postgres.query_plans")), {}, unmeasured, unmeasured);
    }
    void reviews()
    {
        QFETCH(FactsByProbe, facts);
        QFETCH(QVector<PlanReview>, reviews);
        QFETCH(QString, verdict);
        QFETCH(QString, letter);
        const Suggestion said = judge(s("2.7"), facts, reviews);
        QVERIFY2(verdictId(said.verdict) == verdict,
                 qPrintable(verdictId(said.verdict) + said.summary.text()));
        QCOMPARE(verdictId(said.byLetter), letter);
    }

    void the_worst_database_counts()
    {
        Facts good = keys(4, 0).first();
        good.source = s("db1");
        Facts bad = keys(4, 1).first();
        bad.source = s("db2");
        Facts merged = good;
        merged.details.insert(s("parts"), QJsonArray{toJson(good), toJson(bad)});
        const Suggestion said = judge(s("2.2"), only(merged));
        QCOMPARE(said.verdict, fail);
        QVERIFY(said.summary.text().startsWith(s("db2")));
        Facts blind = failedFacts("postgres.foreign_keys");
        blind.source = s("db3");
        merged.details.insert(s("parts"), QJsonArray{toJson(good), toJson(blind)});
        merged.complete = false;
        merged.reason = blind.reason;
        QCOMPARE(judge(s("2.2"), only(merged)).verdict, unmeasured);
    }

    void a_hostile_name_is_never_a_template()
    {
        const Suggestion said = judge(s("2.5"), roles({roleOf("<b>%1%2\u202E", 0)}));
        QCOMPARE(said.verdict, fail);
        QVERIFY(said.summary.text().contains(s("<b>%1%2\u202E")));
    }

private:
    static void slowQueryRows()
    {
        row("2.1 all fast", "2.1", queries({}), pass);
        row("2.1 one slow", "2.1", queries({{"slow", 1}, {"fast", 4}}), fail);
        row("2.1 one slow beside hidden rows", "2.1", queries({{"slow", 1}}, false), fail);
        row("2.1 open ones are doubt", "2.1", queries({{"open", 2}, {"fast", 3}}), inconclusive);
        row("2.1 only few calls were slow", "2.1", queries({{"few_slow", 1}, {"fast", 4}}), warn, fail);
        row("2.1 hidden rows", "2.1", queries({}, false), unmeasured);
        row("2.1 no traffic", "2.1", queries({{"calls", 999}}), unmeasured);
        row("2.1 traffic at the minimum", "2.1", queries({{"calls", 1000}}), pass);
        row("2.1 nothing eligible", "2.1", queries({{"eligible", 0}, {"fast", 0}}), unmeasured);
        row("2.1 entries dropped in the window", "2.1",
            queries({{"dealloc_window", 1}, {"dealloc", 1}, {"window_s", 1000}}), inconclusive);
        row("2.1 entries dropped before", "2.1", queries({{"dealloc", 1}}), inconclusive);
        row("2.1 entries dropped before, long window", "2.1", queries({{"dealloc", 1}, {"window_s", 900}}),
            pass);
        row("2.1 full and no dealloc counter", "2.1", queries({{"entries", 4800}}, true, {}), inconclusive);
        row("2.1 not full and no dealloc counter", "2.1", queries({}, true, {}), pass);
        QJsonObject details = deallocKnown;
        details.insert(s("window_broken"), true);
        row("2.1 reset in the window", "2.1", queries({}, true, details), inconclusive);
        details = deallocKnown;
        details.insert(s("roles_from"), s("found"));
        row("2.1 found roles make nearly all calls", "2.1", queries({{"other_calls", 250}}, true, details),
            pass);
        row("2.1 found roles may miss the application's", "2.1",
            queries({{"other_calls", 300}}, true, details), inconclusive);
        row("2.1 named roles are the application's", "2.1", queries({{"other_calls", 300}}), pass);
        row("2.1 extension missing", "2.1", only(factsOf("postgres.statements", {}, {}, false)), unmeasured);
        row("2.1 failed", "2.1", only(failedFacts("postgres.statements")), unmeasured);
    }
    static void foreignKeyRows()
    {
        row("2.2 all covered", "2.2", keys(15, 0), pass);
        row("2.2 one uncovered", "2.2", keys(15, 1), fail);
        row("2.2 only prefixes", "2.2", keys(15, 2, 2), warn, fail);
        row("2.2 a prefix and one without", "2.2", keys(15, 2, 1), fail);
        row("2.2 none at all", "2.2", keys(0, 0), notApplicable);
        row("2.2 none seen, not everything seen", "2.2", keys(0, 0, 0, false), unmeasured);
        row("2.2 covered, not everything seen", "2.2", keys(15, 0, 0, false), unmeasured);
        row("2.2 failed", "2.2", only(failedFacts("postgres.foreign_keys")), unmeasured);
    }
    static void scanRows()
    {
        const QStringList orders{s("public.orders")};
        row("2.3 clean", "2.3", scans({}), pass);
        row("2.3 planned and seen", "2.3", scans({{"read_tables", 1}, {"window_s", 5}}, orders, orders),
            fail);
        row("2.3 hot by counters", "2.3", scans({{"hot_tables", 1}, {"read_tables", 1}}, orders), fail);
        row("2.3 hot by counters, window too short", "2.3",
            scans({{"hot_tables", 1}, {"read_tables", 1}, {"window_s", 60}}, orders), inconclusive);
        row("2.3 planned, not seen", "2.3", scans({}, {}, orders), warn, fail);
        row("2.3 seldom read", "2.3", scans({{"read_tables", 1}}, orders), warn);
        row("2.3 lifetime only", "2.3", scans({{"lifetime_hot_tables", 1}, {"window_s", 60}}), warn);
        row("2.3 window too short", "2.3", scans({{"window_s", 60}}), inconclusive);
        row("2.3 no traffic", "2.3", scans({{"window_calls", 10}}), unmeasured);
        row("2.3 too little planned", "2.3", scans({}, {}, {}, 80), inconclusive);
        row("2.3 nothing hot, so nothing planned", "2.3", scans({}, {}, {}, std::nan("")), inconclusive);
        row("2.3 no large table", "2.3", scans({{"big_tables", 0}}), notApplicable);
        row("2.3 no table known to be large", "2.3", scans({{"big_tables", 0}, {"unknown_tables", 1}}),
            inconclusive);
        row("2.3 a table grew in the window", "2.3", scans({{"grown_tables", 1}}), inconclusive);
        row("2.3 counters incomplete", "2.3",
            both(factsOf("postgres.seq_scans", quietCounters, {}, false),
                 scans({}).value(s("postgres.query_plans"))),
            unmeasured);
        row("2.3 plans incomplete", "2.3",
            both(scans({}).value(s("postgres.seq_scans")),
                 factsOf("postgres.query_plans", {{"planned_calls_percent", 100}}, {}, false)),
            unmeasured);
        row("2.3 counters incomplete, hot by plan", "2.3",
            both(factsOf("postgres.seq_scans", quietCounters, {}, false),
                 scans({}, {}, orders).value(s("postgres.query_plans"))),
            warn, fail);
        row("2.3 counters only", "2.3", only(scans({}).value(s("postgres.seq_scans"))), unmeasured);
        row("2.3 plans failed", "2.3",
            both(scans({}).value(s("postgres.seq_scans")), failedFacts("postgres.query_plans")), unmeasured);
    }
    static void timeoutRows()
    {
        row("2.5 set", "2.5", roles({roleOf("shop", 5000)}), pass);
        row("2.5 sixty seconds", "2.5", roles({roleOf("shop", 60000)}), pass);
        row("2.5 too long", "2.5", roles({roleOf("shop", 60001)}), warn, pass);
        row("2.5 off", "2.5", roles({roleOf("shop", 0)}), fail);
        row("2.5 off for one of two", "2.5", roles({roleOf("shop", 0), roleOf("jobs", 5000)}), fail);
        row("2.5 unknown", "2.5", roles({roleOf("shop", QJsonValue())}), unmeasured);
        row("2.5 off beats unknown", "2.5", roles({roleOf("shop", QJsonValue()), roleOf("jobs", 0)}), fail);
        row("2.5 no role", "2.5", roles({}), unmeasured);
        const Facts bouncer = factsOf("pgbouncer.console", {{"query_timeout_s", 20}});
        row("2.5 off, but PgBouncer cancels", "2.5", both(roles({roleOf("shop", 0)}).first(), bouncer), warn,
            fail);
        row("2.5 off, and PgBouncer's is off", "2.5",
            both(roles({roleOf("shop", 0)}).first(), factsOf("pgbouncer.console", {{"query_timeout_s", 0}})),
            fail);
        row("2.5 set, beside PgBouncer", "2.5", both(roles({roleOf("shop", 5000)}).first(), bouncer), pass);
        row("2.5 found roles, and another login", "2.5", withOther(roles({roleOf("shop", 5000)})),
            inconclusive);
        row("2.5 a role is missing", "2.5", roles({roleOf("shop", 5000)}, false), unmeasured);
        row("2.5 failed", "2.5", only(failedFacts("postgres.settings")), unmeasured);
    }
    static void slowLogRows()
    {
        row("2.6 at 100 ms", "2.6", logging({{s("min_duration"), 100}}), pass);
        row("2.6 everything", "2.6", logging({{s("min_duration"), 0}}), pass);
        row("2.6 at 101 ms", "2.6", logging({{s("min_duration"), 101}}), warn, fail);
        row("2.6 at 1000 ms", "2.6", logging({{s("min_duration"), 1000}}), warn, fail);
        row("2.6 above 1000 ms", "2.6", logging({{s("min_duration"), 1001}}), fail);
        row("2.6 off", "2.6", logging({}), fail);
        row("2.6 suppressed by log_min_messages", "2.6",
            logging({{s("min_duration"), 50}, {s("messages"), s("panic")}}), fail);
        row("2.6 unsampled sample", "2.6", logging({{s("sample"), 100}, {s("sample_rate"), 1}}), pass, fail);
        row("2.6 sampled", "2.6", logging({{s("sample"), 100}, {s("sample_rate"), 0.1}}), warn, fail);
        row("2.6 sampled at rate 0", "2.6", logging({{s("sample"), 100}, {s("sample_rate"), 0}}), fail);
        row("2.6 auto_explain loaded", "2.6",
            logging(
                {{s("auto_explain"), s("loaded")}, {s("auto_explain_ms"), 100}, {s("auto_explain_rate"), 1}}),
            pass, fail);
        row("2.6 auto_explain sampled", "2.6",
            logging({{s("auto_explain"), s("loaded")},
                     {s("auto_explain_ms"), 100},
                     {s("auto_explain_rate"), 0.5}}),
            warn, fail);
        row("2.6 auto_explain set and not loaded", "2.6",
            logging(
                {{s("auto_explain"), s("absent")}, {s("auto_explain_ms"), 100}, {s("auto_explain_rate"), 1}}),
            fail);
        row("2.6 loaded, threshold not visible", "2.6", logging({{s("auto_explain"), s("loaded")}}),
            unmeasured);
        row("2.6 off, but auto_explain may be loaded", "2.6", logging({{s("auto_explain"), s("unknown")}}),
            unmeasured);
        row("2.6 at 500 ms, but auto_explain may be loaded", "2.6",
            logging({{s("min_duration"), 500}, {s("auto_explain"), s("unknown")}}), unmeasured);
        row("2.6 at 100 ms, whatever is loaded", "2.6",
            logging({{s("min_duration"), 100}, {s("auto_explain"), s("unknown")}}), pass);
        row("2.6 unknown", "2.6", logging({{s("min_duration"), QJsonValue()}}), unmeasured);
        row("2.6 log_min_messages unknown", "2.6", logging({{s("min_duration"), 50}, {s("messages"), s("")}}),
            unmeasured);
        row("2.6 found roles, and another login", "2.6", withOther(logging({{s("min_duration"), 50}})),
            inconclusive);
        row("2.6 only other roles", "2.6",
            roles({roleOf("shop", 1)}, true, {roleOf("postgres", 1, {{s("min_duration"), 0}})}), warn, fail);
        row("2.6 one of two", "2.6", roles({roleOf("shop", 1, {{s("min_duration"), 50}}), roleOf("jobs", 1)}),
            warn, fail);
        row("2.6 no role", "2.6", roles({}), unmeasured);
    }
    static void bloatRows()
    {
        row("2.8 all under", "2.8", bloat({index(3), index(19.9)}), pass);
        row("2.8 at 20 %", "2.8", bloat({index(20)}), warn, fail);
        row("2.8 at 40 %", "2.8", bloat({index(40)}), fail);
        row("2.8 at 25 % and 10 MiB", "2.8", bloat({index(25, "exact", 10485760)}), fail);
        row("2.8 estimate clearly under", "2.8", bloat({index(9.9, "estimate")}), pass);
        row("2.8 estimate near the limit", "2.8", bloat({index(15, "estimate")}), inconclusive);
        row("2.8 estimate slightly over", "2.8", bloat({index(25, "estimate")}), inconclusive);
        row("2.8 estimate clearly over", "2.8", bloat({index(60, "estimate")}), warn, inconclusive);
        row("2.8 a sample wholly under", "2.8", bloat({sampled(12, 10, 14)}), pass);
        row("2.8 a sample around the limit", "2.8", bloat({sampled(21, 19, 23)}), inconclusive);
        row("2.8 a sample wholly over", "2.8", bloat({sampled(23, 21, 25)}), warn, fail);
        row("2.8 a sample gravely over", "2.8", bloat({sampled(45, 41, 49)}), fail);
        row("2.8 dead rows hide bloat", "2.8", bloat({index(1, "exact", 0, true)}), inconclusive);
        row("2.8 too little covered", "2.8", bloat({index(1)}, 94), inconclusive);
        row("2.8 not everything seen", "2.8", bloat({index(1)}, 100, false), unmeasured);
        row("2.8 bloat found though not everything was seen", "2.8", bloat({index(50)}, 30, false), fail);
        row("2.8 nothing large enough", "2.8", bloat({}), unmeasured);
        row("2.8 no index", "2.8", only(factsOf("postgres.index_bloat", {{"btree_indexes", 0}})),
            notApplicable);
        row("2.8 nothing measurable", "2.8", bloat({}, 0, false), unmeasured);
        row("2.8 failed", "2.8", only(failedFacts("postgres.index_bloat")), unmeasured);
    }
};

QTEST_GUILESS_MAIN(TestRulesDatabase)
#include "tst_rules_database.moc"
