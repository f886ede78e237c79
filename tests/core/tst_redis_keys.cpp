#include "core/probe/redis/counting_intervals.h"
#include "core/probe/redis/key_census.h"
#include "core/probe/redis/key_pattern.h"

#include <QTest>

using namespace awb;

class TestRedisKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysBecomePatterns_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("prefix");
        const auto row = [](const char* name, const QByteArray& key, const char* pattern,
                            const char* prefix) {
            QTest::newRow(name) << key << QString::fromUtf8(pattern) << QString::fromUtf8(prefix);
        };
        row("number", "user:4711", "user:{id}", "user:");
        row("number inside", "user:4711:cart", "user:{id}:cart", "user:");
        row("UUID", "session:6f1c2d3e-0a1b-4c5d-8e9f-001122334455", "session:{id}", "session:");
        row("hash", "page:9a0364b9e99bb480dd25e1f0284c8555", "page:{id}", "page:");
        row("token", "session:AbC3dE9fGhIjKlMnOpQr", "session:{id}", "session:");
        row("mail address", "mail:somebody@shop.example", "mail:{id}", "mail:");
        row("words stay", "config:checkout:flags", "config:checkout:flags", "config:");
        row("a version is a word", "api:v2:users", "api:v2:users", "api:");
        row("underscore", "user_4711", "user_{id}", "user_");
        row("dashes and dates", "report-2026-11-24", "report-{id}-{id}-{id}", "report-");
        row("slashes", "/users/17/orders", "/users/{id}/orders", "/users/");
        row("hash tag", "{user:17}:cart", "{user:{id}}:cart", "{user:");
        row("bare word", "homepage", "homepage", "");
        row("bare UUID", "6f1c2d3e-0a1b-4c5d-8e9f-001122334455", "{id}", "");
        row("bare number", "12", "{id}", "");
        row("empty", "", "(empty name)", "");
        row("binary", QByteArray("user:\x00\xff\x01", 8), "user:{id}", "user:");
        row("control bytes are no placeholder", QByteArray("a\x01:\x02", 4), "{id}:{id}", "");
        row("one megabyte", "blob:" + QByteArray(1024 * 1024, 'a'), "blob:{id}", "blob:");
    }
    void keysBecomePatterns()
    {
        QFETCH(QByteArray, key);
        QFETCH(QString, pattern);
        QFETCH(QString, prefix);
        QCOMPARE(patternText(keyPattern(key)), pattern);
        const QByteArray found = patternPrefix(keyPattern(key));
        QCOMPARE(found.isEmpty() ? QString() : patternText(found), prefix);
    }

    void examplesHideIdentifiers_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QString>("example");
        QTest::newRow("number") << QByteArray("user:4711") << QStringLiteral("user:\u27e84 digits\u27e9");
        QTest::newRow("uuid") << QByteArray("s:6f1c2d3e-0a1b-4c5d-8e9f-001122334455")
                              << QStringLiteral("s:\u27e836 UUID characters\u27e9");
        QTest::newRow("binary") << QByteArray("x:\x01\x02\xff", 5) << QStringLiteral("x:\u27e83 bytes\u27e9");
        QTest::newRow("long") << "b:" + QByteArray(2000, 'q')
                              << QStringLiteral("b:\u27e8510 characters\u27e9\u2026 (2002 bytes)");
    }
    void examplesHideIdentifiers()
    {
        QFETCH(QByteArray, key);
        QFETCH(QString, example);
        QCOMPARE(maskedExample(key), example);
    }

    void stemsIgnoreCasePluralAndDelimiter_data()
    {
        QTest::addColumn<QByteArray>("prefix");
        QTest::addColumn<QByteArray>("stem");
        QTest::newRow("plain") << QByteArray("user:") << QByteArray("user");
        QTest::newRow("plural") << QByteArray("users:") << QByteArray("user");
        QTest::newRow("case and underscore") << QByteArray("User_") << QByteArray("user");
        QTest::newRow("ies") << QByteArray("categories:") << QByteArray("category");
        QTest::newRow("no plural") << QByteArray("class:") << QByteArray("class");
        QTest::newRow("camel and snake") << QByteArray("userProfile:") << QByteArray("userprofile");
    }
    void stemsIgnoreCasePluralAndDelimiter()
    {
        QFETCH(QByteArray, prefix);
        QFETCH(QByteArray, stem);
        QCOMPARE(prefixStem(prefix), stem);
    }

    void globsMatchAsInRedis_data()
    {
        QTest::addColumn<QByteArray>("glob");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<bool>("matches");
        const auto row = [](const char* glob, const char* key, bool matches) {
            QTest::newRow(
                qPrintable(QStringLiteral("%1 against %2").arg(QLatin1String(glob), QLatin1String(key))))
                << QByteArray(glob) << QByteArray(key) << matches;
        };
        row("queue:*", "queue:mail", true);
        row("queue:*", "queues:mail", false);
        row("*", "", true);
        row("h?llo", "hello", true);
        row("h?llo", "hllo", false);
        row("h[ae]llo", "hallo", true);
        row("h[^e]llo", "hello", false);
        row("h[a-c]llo", "hbllo", true);
        row("a*b*c", "aXXbYYc", true);
        row("a*b*c", "aXXcYYb", false);
        row("\\*x", "*x", true);
        row("[", "a", false);
    }
    void globsMatchAsInRedis()
    {
        QFETCH(QByteArray, glob);
        QFETCH(QByteArray, key);
        QFETCH(bool, matches);
        QCOMPARE(globMatches(glob, key), matches);
    }
    void aHostileGlobEnds()
    {
        QVERIFY(!globMatches(QByteArray("*a").repeated(200) + "b", QByteArray(100000, 'a')));
    }

    void keysAreCountedByWhatTheProfileSays()
    {
        KeyCensus census({{"queue:*"}, {{"user:", QStringLiteral("User")}}});
        census.add("user:1", -1, "string");
        census.add("user:2", 5000, "string");
        census.add("queue:mail", -1, "list");
        census.add("page:1", -1, "string");
        census.addUnreadable("secret:1");
        census.addVanished();
        qint64 cache = 0, open = 0, notCache = 0, unlisted = 0, unreadable = 0;
        for (const PatternCount& p : census.patterns()) {
            cache += p.cacheWithoutTtl;
            open += p.openWithoutTtl;
            notCache += p.notCache;
            unlisted += p.unlisted;
            unreadable += p.unreadable;
        }
        QCOMPARE(census.keys(), 4);
        QCOMPARE(cache, 2); // user:1 and page:1: what is not marked as no cache is cache
        QCOMPARE(open, 0);
        QCOMPARE(notCache, 1);
        QCOMPARE(unlisted, 2);
        QCOMPARE(unreadable, 1);
        QCOMPARE(census.vanished(), 1);
    }
    void withoutWordsKeysStayOpen()
    {
        KeyCensus census({});
        census.add("user:1", -1, "string");
        QCOMPARE(census.patterns().first().openWithoutTtl, 1);
        QCOMPARE(census.patterns().first().cacheWithoutTtl, 0);
    }

    void aMillionNamesStayBounded()
    {
        KeyCensus census({});
        for (int i = 0; i < 60000; ++i) {
            QByteArray name;
            for (int n = i; n > 0 || name.isEmpty(); n /= 20)
                name += static_cast<char>('g' + n % 20); // words, no digits: nothing masks them
            census.add("profile:" + name, 1000, "string");
            census.add(name + ":" + name + ":x", 1000, "string");
        }
        const QVector<PatternCount> patterns = census.patterns();
        QVERIFY2(patterns.size() < 6000, qPrintable(QString::number(patterns.size())));
        qint64 sum = 0;
        bool people = false;
        for (const PatternCount& p : patterns) {
            sum += p.keys;
            people = people || patternText(p.pattern) == QStringLiteral("profile:{name}");
        }
        QCOMPARE(sum, 120000);
        QVERIFY(people);
    }

    void collisionsAreFound()
    {
        KeyCensus census({});
        census.add("cart:1", 10, "hash");
        census.add("cart:2", 10, "list");
        census.add("user:1", 10, "string");
        census.add("users:1", 10, "string");
        census.add("user:missing:1", 10, "string");
        census.add("homepage", 10, "string");
        const Collisions found = findCollisions(census.patterns());
        QCOMPARE(found.mixed.size(), 1);
        QCOMPARE(patternText(found.mixed.first().pattern), QStringLiteral("cart:{id}"));
        QCOMPARE(found.bareKeys, 1);
        QCOMPARE(found.twins.size(), 1);
        QCOMPARE(found.literals.size(), 1);
        QCOMPARE(patternText(found.literals.first().first), QStringLiteral("user:missing:{id}"));
    }
    void cleanNamesHaveNone()
    {
        KeyCensus census({});
        for (const char* key : {"cart:1", "cart:2", "user:1:cart", "user:2:cart", "product:77"})
            census.add(key, 10, "string");
        const Collisions found = findCollisions(census.patterns());
        QVERIFY(found.mixed.isEmpty());
        QVERIFY(found.twins.isEmpty());
        QVERIFY(found.literals.isEmpty());
        QCOMPARE(found.bareKeys, 0);
    }

    void tablesMustBeOneToOne_data()
    {
        QTest::addColumn<QString>("second");
        QTest::addColumn<QString>("entity");
        QTest::addColumn<bool>("fine");
        QTest::newRow("two entities") << QStringLiteral("cart:") << QStringLiteral("Cart") << true;
        QTest::newRow("one entity twice") << QStringLiteral("u:") << QStringLiteral("User") << false;
        QTest::newRow("one inside the other")
            << QStringLiteral("user:cart:") << QStringLiteral("Cart") << false;
    }
    void tablesMustBeOneToOne()
    {
        QFETCH(QString, second);
        QFETCH(QString, entity);
        QFETCH(bool, fine);
        KeyClasses classes;
        classes.prefixes = {{"user:", QStringLiteral("User")}, {second.toUtf8(), entity}};
        QCOMPARE(tableProblem(classes).isEmpty(), fine);
    }

    void intervalsHoldWhatTheyShould()
    {
        QCOMPARE(shareInterval(0, 0).low, 0.0);
        QCOMPARE(shareInterval(0, 0).high, 1.0);
        QCOMPARE(shareInterval(0, 3000).high, 0.001); // rule of three
        const CountInterval half = shareInterval(500, 1000);
        QVERIFY(half.low > 0.468 && half.low < 0.470);
        QVERIFY(half.high > 0.530 && half.high < 0.532);
        QCOMPARE(countInterval(0).high, 3.0);
        const CountInterval hundred = countInterval(100); // exact: 81.4 to 121.6
        QVERIFY(hundred.low > 81.2 && hundred.low < 81.6);
        QVERIFY(hundred.high > 121.4 && hundred.high < 121.8);
    }
};

QTEST_GUILESS_MAIN(TestRedisKeys)
#include "tst_redis_keys.moc"
