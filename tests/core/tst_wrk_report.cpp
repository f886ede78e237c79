#include "core/probe/load/wrk_report.h"
#include "core/probe/load/wrk_script.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <map>
#include <random>

using namespace awb;

namespace
{

using Counts = std::map<quint64, quint64>;

// What wrk does to its histogram before it hands it over, line by line as in its src/stats.c (4.1.0).
Counts correctedAsWrkDoes(Counts data, qint64 expected)
{
    const quint64 max = data.rbegin()->first;
    for (auto n = static_cast<quint64>(expected * 2); n <= max; n++) {
        const auto found = data.find(n);
        const quint64 count = found == data.end() ? 0 : found->second;
        qint64 m = static_cast<qint64>(n) - expected;
        while (count && m > expected) {
            data[static_cast<quint64>(m)] += count;
            m -= expected;
        }
    }
    return data;
}

WrkReport reportOf(const Counts& buckets, qint64 requests, qint64 connections, double seconds)
{
    WrkReport report;
    report.requests = requests;
    report.connections = connections;
    report.seconds = seconds;
    for (const auto& [us, count] : buckets)
        report.buckets.append({us, count});
    return report;
}

// With simple quotes, which moc copes with.
QByteArray quoted(const char* text)
{
    return QByteArray(text).replace('\'', '"');
}

qint64 countIn(const Counts& counts)
{
    qint64 all = 0;
    for (const auto& bucket : counts)
        all += static_cast<qint64>(bucket.second);
    return all;
}

} // namespace

class TestWrkReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void what_wrk_invents_is_taken_out_exactly_data()
    {
        QTest::addColumn<quint64>("slowest");
        QTest::addColumn<int>("timeouts");
        QTest::newRow("nothing invented") << quint64{9000} << 0;
        QTest::newRow("a stall") << quint64{1'000'000} << 0;
        QTest::newRow("a stall and timeouts") << quint64{1'000'000} << 17;
    }
    void what_wrk_invents_is_taken_out_exactly()
    {
        QFETCH(quint64, slowest);
        QFETCH(int, timeouts);
        std::mt19937 random(7);
        std::uniform_int_distribution<quint64> usual(4000, 9000);
        std::uniform_int_distribution<quint64> slow(9000, slowest);
        Counts measured;
        for (int i = 0; i < 5000; ++i)
            ++measured[i % 100 == 0 ? slow(random) : usual(random)];
        const qint64 requests = countIn(measured) + timeouts;
        constexpr qint64 connections = 10;
        constexpr double seconds = 5;
        const qint64 expected = static_cast<qint64>(seconds * 1e6) / (requests / connections);
        const Counts handedOver = correctedAsWrkDoes(measured, expected);
        QCOMPARE(countIn(handedOver) > countIn(measured), slowest > 100'000);
        WrkReport report = reportOf(handedOver, requests, connections, seconds);
        report.timeouts = timeouts;
        QVERIFY(takeInventedOut(report));
        QCOMPARE(report.buckets, reportOf(measured, 0, 0, 0).buckets);
    }

    void a_histogram_that_does_not_add_up_is_refused_data()
    {
        QTest::addColumn<qint64>("requests");
        QTest::addColumn<qint64>("connections");
        QTest::newRow("fewer than were answered") << qint64{50} << qint64{4};
        QTest::newRow("more, and nobody says how many connections") << qint64{5} << qint64{0};
        QTest::newRow("more than can have been invented") << qint64{29} << qint64{1};
    }
    void a_histogram_that_does_not_add_up_is_refused()
    {
        QFETCH(qint64, requests);
        QFETCH(qint64, connections);
        WrkReport report = reportOf({{1000, 20}, {2000, 10}}, requests, connections, 1);
        QVERIFY(!takeInventedOut(report));
    }

    void the_slowest_can_be_left_out()
    {
        const WrkReport report = reportOf({{1000, 20}, {2000, 10}, {90000, 3}}, 33, 4, 1);
        QCOMPARE(histogramOf(report, 0).count(), quint64{33});
        QCOMPARE(histogramOf(report, 4).count(), quint64{29});
        QCOMPARE(histogramOf(report, 4).max(), quint64{2000});
        QCOMPARE(histogramOf(report, 100).count(), quint64{0});
    }

    void a_report_is_read_or_refused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("good");
        const QByteArray whole = quoted(
            "{'tool': 'wrk', 'duration_us': 2000000, 'requests': 30, 'bytes': 9, 'connections': 4, 'issued': "
            "32, "
            "'limited': true, 'errors': {'connect': 1, 'read': 2, 'write': 3, 'status': 4, 'timeout': 5}, "
            "'statuses': {'200': 26, '503': 4}, 'histogram': [[1000, 20], [2000, 5]]}");
        const auto with = [&whole](const char* old, const char* now) {
            return QByteArray(whole).replace(old, now);
        };
        QTest::newRow("whole") << whole << true;
        QTest::newRow("of wrk_audit.lua") << quoted("{'requests': 1, 'histogram': [[5, 1]]}") << true;
        QTest::newRow("no JSON") << QByteArray("Running 2s test") << false;
        QTest::newRow("cut off") << whole.left(whole.size() - 20) << false;
        QTest::newRow("no histogram") << quoted("{'requests': 1}") << false;
        QTest::newRow("a negative count") << with("\"requests\": 30", "\"requests\": -30") << false;
        QTest::newRow("a text for a count") << with("\"timeout\": 5", "\"timeout\": \"5\"") << false;
        QTest::newRow("a bucket of texts") << with("[1000, 20]", "[\"a\", 20]") << false;
        QTest::newRow("an endless bucket") << with("[1000, 20]", "[1e300, 20]") << false;
    }
    void a_report_is_read_or_refused()
    {
        QFETCH(QByteArray, json);
        QFETCH(bool, good);
        const auto report = readWrkReport(json);
        QCOMPARE(report.has_value(), good);
        if (!good || json.size() < 100)
            return;
        QCOMPARE(report->seconds, 2.0);
        QCOMPARE(report->issued, qint64{32});
        QVERIFY(report->limited);
        QCOMPARE(report->connectErrors + 10 * report->readErrors + 100 * report->writeErrors, qint64{321});
        QCOMPARE(report->answeredWith2xx(), qint64{26});
        QCOMPARE(report->inBuckets(), qint64{25});
    }

    void any_bytes_become_a_lua_string()
    {
        QByteArray all;
        for (int c = 0; c < 256; ++c)
            all += static_cast<char>(c);
        const QByteArray text = luaText(all);
        // nothing but letters, digits, backslashes and the two quotes
        for (const char c : text.mid(1, text.size() - 2))
            QVERIFY(c == '\\' || QChar::isLetterOrNumber(static_cast<uchar>(c)));
        QCOMPARE(luaText("a\"]]\n1"), QByteArray("\"a\\034\\093\\093\\0101\""));
    }
};

QTEST_GUILESS_MAIN(TestWrkReport)
#include "tst_wrk_report.moc"
