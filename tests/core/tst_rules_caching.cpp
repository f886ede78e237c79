#include "core/rules/rule_support.h"
#include "core/rules/rules.h"

#include "tests/core/named_probes.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace awb;

namespace
{

using Change = std::function<void(Facts&)>;

Measurement number(const char* name, double value, qint64 n = -1, std::optional<double> low = {},
                   std::optional<double> high = {})
{
    Measurement m;
    m.name = QLatin1String(name);
    m.value = value;
    m.unit = QStringLiteral("percent");
    m.n = n;
    m.low = low;
    m.high = high;
    return m;
}

void set(Facts& facts, const Measurement& measurement)
{
    for (Measurement& m : facts.measured) {
        if (m.name == measurement.name) {
            m = measurement;
            return;
        }
    }
    facts.measured.append(measurement);
}

void set(Facts& facts, const char* name, double value)
{
    set(facts, number(name, value));
}

void detail(Facts& facts, const char* name, const QJsonValue& value)
{
    facts.details.insert(QLatin1String(name), value);
}

Facts base(const char* probe)
{
    Facts facts;
    facts.probe = QLatin1String(probe);
    facts.complete = true;
    return facts;
}

// A busy, healthy cache over a full window.
Facts window()
{
    Facts facts = base("redis.stats_window");
    facts.measured = {number("window_s", 60),
                      number("uptime_s", 100000),
                      number("hit_rate_window", 95, 100000, 94.8, 95.2),
                      number("hit_rate_lifetime", 94, 1000000, 93.9, 94.1),
                      number("eviction_rate_window", 0, 0, 0.0, 0.3),
                      number("eviction_rate_lifetime", 0, 0, 0.0, 0.01),
                      number("writes_window", 500),
                      number("keys_mean", 50000)};
    detail(facts, "window_valid", true);
    return facts;
}

QJsonObject node(const QString& policy, double maxmemory, double keys = 1000, double expires = 1000)
{
    return {{QStringLiteral("policy"), policy},
            {QStringLiteral("maxmemory"), maxmemory},
            {QStringLiteral("keys"), keys},
            {QStringLiteral("expires"), expires}};
}

Facts memory(const QJsonArray& nodes = {node(QStringLiteral("allkeys-lru"), 1e9)})
{
    Facts facts = base("redis.memory");
    facts.measured = {number("maxmemory_min", 1e9), number("used_memory", 5e8), number("used_share_max", 50),
                      number("system_share_max", 20)};
    detail(facts, "nodes", nodes);
    return facts;
}

// 1,000 keys, all looked at, all with a TTL, under a confirmed table.
Facts keys()
{
    Facts facts = base("redis.keys");
    facts.measured = {number("keys_total", 1000),     number("keys_without_ttl", 0),
                      number("with_ttl", 100),        number("sampled", 1000),
                      number("cache_without_ttl", 0), number("open_without_ttl", 0),
                      number("unreadable", 0),        number("bare_keys", 0)};
    detail(facts, "full_scan", true);
    detail(facts, "keyspace_known", true);
    detail(facts, "table_given", true);
    detail(facts, "unlisted", 0);
    return facts;
}

void withoutTtl(Facts& facts, double count, double cache, double open)
{
    set(facts, "keys_without_ttl", count);
    set(facts, "with_ttl", 100 - count / 10);
    set(facts, "cache_without_ttl", cache);
    set(facts, "open_without_ttl", open);
}

QJsonObject mixed(double first, double second)
{
    return {{QStringLiteral("pattern"), QStringLiteral("cart:{id}")},
            {QStringLiteral("keys"), first + second},
            {QStringLiteral("types"),
             QJsonObject{{QStringLiteral("hash"), first}, {QStringLiteral("list"), second}}}};
}

QJsonArray onePair()
{
    return {QJsonArray{QStringLiteral("user:"), QStringLiteral("users:")}};
}

} // namespace

Q_DECLARE_METATYPE(awb::Facts)

class TestRulesCaching : public QObject
{
    Q_OBJECT

    Checklist checklist_;

    static void row(const char* name, Facts facts, Verdict ours, Verdict letter, const Change& change = {})
    {
        if (change)
            change(facts);
        QTest::newRow(name) << facts << static_cast<int>(ours) << static_cast<int>(letter);
    }
    static void columns()
    {
        QTest::addColumn<Facts>("facts");
        QTest::addColumn<int>("ours");
        QTest::addColumn<int>("letter");
    }
    Suggestion judged(const QString& checkId, const Facts& facts) const
    {
        const Check* check = checklist_.find(checkId);
        RuleInput input{*check, {{facts.probe, facts}}, check->thresholds, {}, QDate(2026, 11, 24)};
        return suggest(input);
    }
    void compare(const QString& checkId)
    {
        QFETCH(Facts, facts);
        QFETCH(int, ours);
        QFETCH(int, letter);
        const Suggestion suggestion = judged(checkId, facts);
        const QString said = suggestion.summary.text();
        QVERIFY2(suggestion.verdict == static_cast<Verdict>(ours),
                 qPrintable(verdictId(suggestion.verdict) + QLatin1String(": ") + said));
        QVERIFY2(suggestion.byLetter == static_cast<Verdict>(letter),
                 qPrintable(verdictId(suggestion.byLetter)));
        QVERIFY(!said.isEmpty());
        if (suggestion.verdict == Verdict::Inconclusive)
            QVERIFY(!suggestion.settle.isEmpty());
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto loaded = loadBuiltInChecklist(test::namedProbes());
        QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().message));
        checklist_ = *loaded;
    }

    void theShippedMinimaAreTheSpecified()
    {
        QCOMPARE(checklist_.find(QStringLiteral("3.1"))->policyValue(QStringLiteral("min_window_s")), 60.0);
        QCOMPARE(checklist_.find(QStringLiteral("3.1"))->policyValue(QStringLiteral("min_lookups")), 1000.0);
        QCOMPARE(checklist_.find(QStringLiteral("3.8"))->policyValue(QStringLiteral("min_window_s")), 60.0);
        QCOMPARE(checklist_.find(QStringLiteral("3.8"))->policyValue(QStringLiteral("min_keys")), 1000.0);
        QCOMPARE(checklist_.find(QStringLiteral("3.3"))->policyValue(QStringLiteral("min_expiring_percent")),
                 50.0);
    }

    void hitRate_data()
    {
        columns();
        using V = Verdict;
        row("well above", window(), V::Pass, V::Pass);
        row("well below, always", window(), V::Fail, V::Fail, [](Facts& f) {
            set(f, number("hit_rate_window", 60, 9000, 59, 61));
            set(f, number("hit_rate_lifetime", 61, 90000, 60, 62));
        });
        row("the interval contains 80", window(), V::Inconclusive, V::Pass,
            [](Facts& f) { set(f, number("hit_rate_window", 80.5, 1200, 78.1, 82.6)); });
        row("exactly 80 is not over 80", window(), V::Inconclusive, V::Inconclusive, [](Facts& f) {
            set(f, number("hit_rate_window", 80, 5000, 80, 80));
            set(f, number("hit_rate_lifetime", 80, 5000, 80, 80));
        });
        row("good now, bad before", window(), V::Inconclusive, V::Fail,
            [](Facts& f) { set(f, number("hit_rate_lifetime", 50, 90000, 49, 51)); });
        row("bad now, good before", window(), V::Inconclusive, V::Pass,
            [](Facts& f) { set(f, number("hit_rate_window", 60, 9000, 59, 61)); });
        row("999 lookups", window(), V::NotMeasured, V::NotMeasured,
            [](Facts& f) { set(f, number("hit_rate_window", 100, 999, 99.7, 100)); });
        row("no lookup at all", window(), V::NotMeasured, V::NotMeasured,
            [](Facts& f) { set(f, "hit_rate_window", std::nan("")); });
        row("a window of 59 s", window(), V::Inconclusive, V::Inconclusive,
            [](Facts& f) { set(f, "window_s", 59); });
        row("no window", window(), V::Inconclusive, V::Inconclusive,
            [](Facts& f) { set(f, "window_s", std::nan("")); });
        row("counters were reset", window(), V::NotMeasured, V::NotMeasured, [](Facts& f) {
            f.complete = false;
            f.reason = "The counters were reset.";
            detail(f, "window_valid", false);
        });
        row("one master of three", window(), V::NotMeasured, V::NotMeasured, [](Facts& f) {
            f.complete = false;
            f.reason = "One node only.";
        });
        row("a replica", window(), V::Inconclusive, V::Inconclusive,
            [](Facts& f) { detail(f, "replica", true); });
        row("cache and queue in one Redis", window(), V::Warn, V::Pass,
            [](Facts& f) { detail(f, "not_cache", QJsonArray{QStringLiteral("queue:*")}); });
        row("nothing measured", base("redis.stats_window"), V::NotMeasured, V::NotMeasured, [](Facts& f) {
            f.complete = false;
            f.reason = "INFO is not allowed.";
        });
    }
    void hitRate() { compare(QStringLiteral("3.1")); }

    void ttl_data()
    {
        columns();
        using V = Verdict;
        row("all keys have one", keys(), V::Pass, V::Pass);
        row("all have one, known exactly although only a sample was looked at", keys(), V::Pass, V::Pass,
            [](Facts& f) { detail(f, "full_scan", false); });
        row("all have one, and no key is readable", keys(), V::Pass, V::Pass, [](Facts& f) {
            set(f, "sampled", 0);
            set(f, "unreadable", 1000);
        });
        row("no keys at rest", keys(), V::NotMeasured, V::NotMeasured, [](Facts& f) {
            set(f, "keys_total", 0);
            set(f, "with_ttl", std::nan(""));
            set(f, "sampled", 0);
        });
        row("cache keys without", keys(), V::Fail, V::Fail, [](Facts& f) { withoutTtl(f, 30, 30, 0); });
        row("cache keys without, one master of three", keys(), V::Fail, V::Fail, [](Facts& f) {
            withoutTtl(f, 30, 30, 0);
            f.complete = false;
            f.reason = "One node only.";
        });
        row("nobody said what they are", keys(), V::Warn, V::Fail,
            [](Facts& f) { withoutTtl(f, 30, 0, 30); });
        row("only what is no cache, every key looked at", keys(), V::Pass, V::Pass,
            [](Facts& f) { withoutTtl(f, 30, 0, 0); });
        row("only what is no cache, in a sample", keys(), V::Inconclusive, V::Inconclusive, [](Facts& f) {
            withoutTtl(f, 30, 0, 0);
            detail(f, "full_scan", false);
        });
        row("some without, unreadable", keys(), V::Inconclusive, V::Inconclusive, [](Facts& f) {
            withoutTtl(f, 30, 0, 0);
            set(f, "unreadable", 30);
        });
        row("some without, none could be looked at", keys(), V::Inconclusive, V::Inconclusive, [](Facts& f) {
            withoutTtl(f, 30, 0, 0);
            set(f, "sampled", 0);
        });
        row("all have one, one master of three", keys(), V::NotMeasured, V::NotMeasured, [](Facts& f) {
            f.complete = false;
            f.reason = "One node only.";
        });
        row("the keyspace is not told", keys(), V::NotMeasured, V::NotMeasured, [](Facts& f) {
            f.complete = false;
            f.reason = "INFO leaves out the keyspace.";
            detail(f, "keyspace_known", false);
        });
        row("stopped early, exact counts fine", keys(), V::NotMeasured, V::NotMeasured, [](Facts& f) {
            f.complete = false;
            f.cancelled = true;
            f.reason = "Stopped.";
            detail(f, "full_scan", false);
        });
    }
    void ttl() { compare(QStringLiteral("3.2")); }

    void policy_data()
    {
        columns();
        using V = Verdict;
        const auto one = [](const char* policy, double limit = 1e9, double count = 1000,
                            double expires = 1000) {
            return memory({node(QLatin1String(policy), limit, count, expires)});
        };
        row("allkeys-lru", one("allkeys-lru"), V::Pass, V::Pass);
        row("allkeys-lru without keys", one("allkeys-lru", 1e9, 0, 0), V::Pass, V::Pass);
        row("volatile-lru, all expire", one("volatile-lru"), V::Pass, V::Pass);
        row("volatile-lru, half expire", one("volatile-lru", 1e9, 1000, 500), V::Pass, V::Pass);
        row("volatile-lru, few expire", one("volatile-lru", 1e9, 1000, 499), V::Warn, V::Pass);
        row("volatile-lru, none expires", one("volatile-lru", 1e9, 1000, 0), V::Fail, V::Pass);
        row("volatile-lru without keys", one("volatile-lru", 1e9, 0, 0), V::Inconclusive, V::Pass);
        row("allkeys-lfu", one("allkeys-lfu"), V::Pass, V::Fail);
        row("volatile-lfu", one("volatile-lfu"), V::Pass, V::Fail);
        row("allkeys-random", one("allkeys-random"), V::Warn, V::Fail);
        row("volatile-ttl", one("volatile-ttl"), V::Warn, V::Fail);
        row("volatile-ttl, none expires", one("volatile-ttl", 1e9, 1000, 0), V::Fail, V::Fail);
        row("allkeys-lrm of Redis 8.6", one("allkeys-lrm"), V::Warn, V::Fail);
        row("noeviction", one("noeviction"), V::Fail, V::Fail);
        row("allkeys-lru without maxmemory", one("allkeys-lru", 0), V::Warn, V::Pass);
        row("a policy nobody knows", one("allkeys-magic"), V::NotMeasured, V::NotMeasured);
        row("not told",
            memory({QJsonObject{{QStringLiteral("policy"), QJsonValue()}, {QStringLiteral("maxmemory"), 1}}}),
            V::NotMeasured, V::NotMeasured, [](Facts& f) {
                f.complete = false;
                f.reason = "Not told.";
            });
        row("masters disagree",
            memory({node(QStringLiteral("allkeys-lru"), 1), node(QStringLiteral("volatile-lru"), 1)}),
            V::Warn, V::Pass);
        row("one master of two has noeviction",
            memory({node(QStringLiteral("allkeys-lru"), 1), node(QStringLiteral("noeviction"), 1)}), V::Fail,
            V::Fail);
        row("good, but one master was not seen", one("allkeys-lru"), V::NotMeasured, V::NotMeasured,
            [](Facts& f) {
                f.complete = false;
                f.reason = "One node only.";
            });
        row("noeviction, and one master was not seen", one("noeviction"), V::Fail, V::Fail, [](Facts& f) {
            f.complete = false;
            f.reason = "One node only.";
        });
        row("a replica", one("allkeys-lru"), V::Inconclusive, V::Inconclusive,
            [](Facts& f) { detail(f, "replica", true); });
    }
    void policy() { compare(QStringLiteral("3.3")); }

    void maxmemory_data()
    {
        columns();
        using V = Verdict;
        row("set", memory(), V::Pass, V::Pass);
        row("unlimited", memory(), V::Fail, V::Fail, [](Facts& f) { set(f, "maxmemory_min", 0); });
        row("76 % of the machine", memory(), V::Warn, V::Pass,
            [](Facts& f) { set(f, "system_share_max", 76); });
        row("75 % of the machine", memory(), V::Pass, V::Pass,
            [](Facts& f) { set(f, "system_share_max", 75); });
        row("nearly full under noeviction", memory({node(QStringLiteral("noeviction"), 1e9)}), V::Warn,
            V::Pass, [](Facts& f) { set(f, "used_share_max", 96); });
        row("nearly full, but it evicts", memory(), V::Pass, V::Pass,
            [](Facts& f) { set(f, "used_share_max", 99); });
        row("not told", memory(), V::NotMeasured, V::NotMeasured, [](Facts& f) {
            set(f, "maxmemory_min", std::nan(""));
            f.complete = false;
            f.reason = "Not told.";
        });
        row("set, but one master was not seen", memory(), V::NotMeasured, V::NotMeasured, [](Facts& f) {
            f.complete = false;
            f.reason = "One node only.";
        });
        row("unlimited, and one master was not seen", memory(), V::Fail, V::Fail, [](Facts& f) {
            set(f, "maxmemory_min", 0);
            f.complete = false;
            f.reason = "One node only.";
        });
        row("a replica", memory(), V::Inconclusive, V::Inconclusive,
            [](Facts& f) { detail(f, "replica", true); });
    }
    void maxmemory() { compare(QStringLiteral("3.4")); }

    void names_data()
    {
        columns();
        using V = Verdict;
        row("every key under a confirmed table", keys(), V::Pass, V::Pass);
        row("no table", keys(), V::NotMeasured, V::NotMeasured,
            [](Facts& f) { detail(f, "table_given", false); });
        row("the table is not one to one", keys(), V::Warn, V::Warn, [](Facts& f) {
            detail(f, "table_problem", QStringLiteral("user: and u: name the same entity"));
        });
        row("a key outside the table", keys(), V::Inconclusive, V::Inconclusive,
            [](Facts& f) { detail(f, "unlisted", 1); });
        row("only a sample", keys(), V::Inconclusive, V::Inconclusive,
            [](Facts& f) { detail(f, "full_scan", false); });
        row("some keys unreadable", keys(), V::Inconclusive, V::Inconclusive,
            [](Facts& f) { set(f, "unreadable", 4); });
        row("two types under one pattern", keys(), V::Fail, V::Fail,
            [](Facts& f) { detail(f, "mixed", QJsonArray{mixed(2048, 474)}); });
        row("two types, in a part of the cluster", keys(), V::Fail, V::Fail, [](Facts& f) {
            detail(f, "mixed", QJsonArray{mixed(2, 2)});
            f.complete = false;
            f.reason = "One node only.";
        });
        row("a slip of one key in many", keys(), V::Pass, V::Pass,
            [](Facts& f) { detail(f, "mixed", QJsonArray{mixed(100000, 1)}); });
        row("one key in a few", keys(), V::Fail, V::Fail,
            [](Facts& f) { detail(f, "mixed", QJsonArray{mixed(30, 1)}); });
        row("bare keys", keys(), V::Warn, V::Inconclusive, [](Facts& f) { set(f, "bare_keys", 3); });
        row("twins", keys(), V::Warn, V::Inconclusive, [](Facts& f) { detail(f, "twins", onePair()); });
        row("a word in an identifier's place", keys(), V::Warn, V::Inconclusive,
            [](Facts& f) { detail(f, "literals", onePair()); });
        row("no keys at rest", keys(), V::NotMeasured, V::NotMeasured,
            [](Facts& f) { set(f, "sampled", 0); });
        row("nothing readable", keys(), V::NotMeasured, V::NotMeasured, [](Facts& f) {
            set(f, "sampled", 0);
            set(f, "unreadable", 9);
        });
        row("good, but one master was not seen", keys(), V::NotMeasured, V::NotMeasured, [](Facts& f) {
            f.complete = false;
            f.reason = "One node only.";
        });
    }
    void names() { compare(QStringLiteral("3.5")); }

    void hintsNeverDecide_data()
    {
        QTest::addColumn<QString>("check");
        QTest::addColumn<double>("calls");
        QTest::addColumn<bool>("known");
        for (const char* check : {"3.6", "3.7"}) {
            QTest::addRow("%s with calls", check) << QString::fromLatin1(check) << 100.0 << true;
            QTest::addRow("%s without calls", check) << QString::fromLatin1(check) << 0.0 << true;
            QTest::addRow("%s without statistics", check) << QString::fromLatin1(check) << 0.0 << false;
        }
    }
    void hintsNeverDecide()
    {
        QFETCH(QString, check);
        QFETCH(double, calls);
        QFETCH(bool, known);
        Facts facts = base("redis.command_stats");
        set(facts, "lock_calls", calls);
        set(facts, "filter_calls", calls);
        detail(facts, "hint", true);
        detail(facts, "commandstats_known", known);
        const Suggestion suggestion = judged(check, facts);
        QCOMPARE(verdictId(suggestion.verdict),
                 verdictId(known ? Verdict::Inconclusive : Verdict::NotMeasured));
        QCOMPARE(confidenceId(suggestion.confidence), confidenceId(Confidence::Assisted));
        QVERIFY(!suggestion.summary.text().isEmpty());
    }

    void evictions_data()
    {
        columns();
        using V = Verdict;
        row("none", window(), V::Pass, V::Pass);
        row("an overflow", window(), V::Fail, V::Fail,
            [](Facts& f) { set(f, number("eviction_rate_window", 14115, 71292, 14011, 14219)); });
        row("the interval contains 5", window(), V::Inconclusive, V::Inconclusive,
            [](Facts& f) { set(f, number("eviction_rate_window", 4.5, 10, 2.2, 8.1)); });
        row("none seen, but too few keys to say", window(), V::Inconclusive, V::Inconclusive,
            [](Facts& f) { set(f, number("eviction_rate_window", 0, 0, 0.0, 18)); });
        row("quiet now, evicting before", window(), V::Fail, V::Fail,
            [](Facts& f) { set(f, number("eviction_rate_lifetime", 793, 100000, 790, 796)); });
        row("quiet now, unclear before", window(), V::Inconclusive, V::Inconclusive,
            [](Facts& f) { set(f, number("eviction_rate_lifetime", 4.9, 100, 4.1, 5.9)); });
        row("no lifetime known", window(), V::Inconclusive, V::Inconclusive,
            [](Facts& f) { set(f, "eviction_rate_lifetime", std::nan("")); });
        row("a window of 59 s", window(), V::Inconclusive, V::Inconclusive,
            [](Facts& f) { set(f, "window_s", 59); });
        row("999 keys", window(), V::NotMeasured, V::NotMeasured, [](Facts& f) { set(f, "keys_mean", 999); });
        row("no keys", window(), V::NotMeasured, V::NotMeasured, [](Facts& f) { set(f, "keys_mean", 0); });
        row("nothing was written", window(), V::NotMeasured, V::NotMeasured,
            [](Facts& f) { set(f, "writes_window", 0); });
        row("counters were reset", window(), V::NotMeasured, V::NotMeasured, [](Facts& f) {
            f.complete = false;
            f.reason = "The counters were reset.";
            detail(f, "window_valid", false);
        });
        row("a replica", window(), V::Inconclusive, V::Inconclusive,
            [](Facts& f) { detail(f, "replica", true); });
    }
    void evictions() { compare(QStringLiteral("3.8")); }

    void theSentenceHasTheNumber()
    {
        const QString said = judged(QStringLiteral("3.1"), window()).summary.text();
        QVERIFY2(said.contains(QStringLiteral("95")) && said.contains(QStringLiteral("94.8")),
                 qPrintable(said));
        const Suggestion limit = judged(QStringLiteral("3.4"), memory());
        QVERIFY(limit.headline.has_value() && limit.threshold.has_value());
    }

    // Whatever single thing is taken away from the evidence, nothing turns into a pass that was none.
    void lessEvidenceNeverPasses_data()
    {
        QTest::addColumn<QString>("check");
        QTest::addColumn<Facts>("facts");
        QTest::newRow("3.1") << QStringLiteral("3.1") << window();
        QTest::newRow("3.2") << QStringLiteral("3.2") << keys();
        QTest::newRow("3.3") << QStringLiteral("3.3") << memory();
        QTest::newRow("3.4") << QStringLiteral("3.4") << memory();
        QTest::newRow("3.5") << QStringLiteral("3.5") << keys();
        QTest::newRow("3.8") << QStringLiteral("3.8") << window();
    }
    void lessEvidenceNeverPasses()
    {
        QFETCH(QString, check);
        QFETCH(Facts, facts);
        QCOMPARE(judged(check, facts).verdict, Verdict::Pass);
        for (const char* what : {"incomplete", "failed", "cancelled", "empty"}) {
            Facts less = facts;
            less.reason = "Something was not seen.";
            less.complete = false;
            less.failed = qstrcmp(what, "failed") == 0;
            less.cancelled = qstrcmp(what, "cancelled") == 0;
            if (qstrcmp(what, "empty") == 0) {
                less.measured.clear();
                less.details = {};
            }
            const Suggestion suggestion = judged(check, less);
            QVERIFY2(suggestion.verdict != Verdict::Pass && suggestion.byLetter != Verdict::Pass, what);
        }
        Facts hollow = facts; // complete, but without any number
        hollow.measured.clear();
        hollow.details = {};
        QVERIFY(judged(check, hollow).verdict != Verdict::Pass);
        QVERIFY(judged(check, hollow).byLetter != Verdict::Pass);
    }
};

QTEST_GUILESS_MAIN(TestRulesCaching)
#include "tst_rules_caching.moc"
