#include "core/latency/hdr_codec.h"
#include "core/latency/histogram_log.h"
#include "core/latency/latency_series.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace awb;

namespace
{

using Values = std::vector<quint64>;

LatencyHistogram histogramOf(const Values& values)
{
    LatencyHistogram histogram;
    for (const quint64 value : values)
        histogram.record(value);
    return histogram;
}

Values valuesOf(const QString& shape)
{
    std::mt19937_64 random(7);
    Values values;
    if (shape == QLatin1String("lognormal")) {
        std::lognormal_distribution<double> draw(9, 1.5);
        for (int i = 0; i < 20000; ++i)
            values.push_back(static_cast<quint64>(draw(random)));
    } else if (shape == QLatin1String("bimodal")) {
        std::uniform_int_distribution<quint64> fast(5000, 7000);
        std::uniform_int_distribution<quint64> slow(50000, 60000);
        for (int i = 0; i < 10000; ++i)
            values.push_back(i % 50 == 0 ? slow(random) : fast(random));
    } else if (shape == QLatin1String("tiny")) {
        std::uniform_int_distribution<quint64> draw(1, 255);
        for (int i = 0; i < 999; ++i)
            values.push_back(draw(random));
    } else if (shape == QLatin1String("wide")) {
        std::uniform_real_distribution<double> draw(0, 35.9);
        for (int i = 0; i < 5000; ++i)
            values.push_back(static_cast<quint64>(std::exp2(draw(random))));
    } else {
        values.push_back(shape.toULongLong());
    }
    return values;
}

void shapeRows()
{
    QTest::addColumn<QString>("shape");
    for (const char* shape : {"lognormal", "bimodal", "tiny", "wide", "1", "255", "256", "68719476735"})
        QTest::newRow(shape) << QString::fromLatin1(shape);
}

bool sameCounts(const LatencyHistogram& a, const LatencyHistogram& b)
{
    const std::size_t longest = std::max(a.counts().size(), b.counts().size());
    for (std::size_t i = 0; i < longest; ++i) {
        const quint64 left = i < a.counts().size() ? a.counts()[i] : 0;
        const quint64 right = i < b.counts().size() ? b.counts()[i] : 0;
        if (left != right)
            return false;
    }
    return a.count() == b.count();
}

LatencySeries seriesOf(int seconds)
{
    LatencySeries series;
    series.edgesUs = {1000, 200000, 500000};
    for (int i = 0; i < seconds; ++i) {
        SliceCounts slice;
        slice.n = 100;
        slice.atLeast = {100, i % 10 == 0 ? 10 : 0, 0};
        for (int k = 0; k < 100; ++k)
            series.histogram.record(k < slice.atLeast[1] ? 250000 : 20000);
        series.slices.append(slice);
    }
    return series;
}

} // namespace

class TestLatency : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void every_bucket_begins_where_the_one_before_ends()
    {
        quint64 next = 0;
        for (std::size_t i = 0; i < LatencyHistogram::bucketCount; ++i) {
            QCOMPARE(LatencyHistogram::lowestOf(i), next);
            const quint64 last = LatencyHistogram::highestOf(i);
            QCOMPARE(LatencyHistogram::indexOf(next), i);
            QCOMPARE(LatencyHistogram::indexOf(last), i);
            const double width = static_cast<double>(last - next);
            QVERIFY(width <= 0.008 * static_cast<double>(next) || last == next);
            next = last + 1;
        }
        QCOMPARE(next - 1, LatencyHistogram::highestValue);
    }

    void quantiles_are_those_of_the_sorted_values_data() { shapeRows(); }
    void quantiles_are_those_of_the_sorted_values()
    {
        QFETCH(QString, shape);
        Values values = valuesOf(shape);
        const LatencyHistogram histogram = histogramOf(values);
        std::sort(values.begin(), values.end());
        QCOMPARE(histogram.min(), values.front());
        QCOMPARE(histogram.max(), values.back());
        for (const double q : {0.0, 0.01, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999, 1.0}) {
            const auto rank = static_cast<std::size_t>(
                std::max(1.0, std::ceil(q * static_cast<double>(values.size()) - 1e-9)));
            const double exact = static_cast<double>(values[rank - 1]);
            const double found = static_cast<double>(histogram.quantile(q));
            QVERIFY2(found >= exact && found <= exact * 1.008,
                     qPrintable(QStringLiteral("q %1: %2 for %3").arg(q).arg(found).arg(exact)));
        }
    }

    void counts_at_a_limit_hold_the_exact_one_data() { shapeRows(); }
    void counts_at_a_limit_hold_the_exact_one()
    {
        QFETCH(QString, shape);
        const Values values = valuesOf(shape);
        const LatencyHistogram histogram = histogramOf(values);
        for (const quint64 limit : {quint64{1}, quint64{128}, quint64{200}, quint64{5000}, quint64{6500},
                                    quint64{200000}, quint64{1} << 35}) {
            const auto exact = static_cast<quint64>(
                std::count_if(values.begin(), values.end(), [&](quint64 v) { return v >= limit; }));
            const CountRange range = histogram.atLeast(limit);
            QVERIFY2(range.least <= exact && exact <= range.most, qPrintable(QString::number(limit)));
        }
    }

    void merging_is_recording_both()
    {
        Values a = valuesOf(QStringLiteral("lognormal"));
        const Values b = valuesOf(QStringLiteral("wide"));
        LatencyHistogram merged = histogramOf(a);
        merged.merge(histogramOf(b));
        a.insert(a.end(), b.begin(), b.end());
        const LatencyHistogram both = histogramOf(a);
        QVERIFY(sameCounts(merged, both));
        QCOMPARE(merged.min(), both.min());
        QCOMPARE(merged.max(), both.max());
        QVERIFY(std::fabs(merged.mean() / both.mean() - 1) < 1e-9);
    }

    void longer_than_the_range_is_counted_at_its_end()
    {
        LatencyHistogram histogram;
        histogram.record(quint64{1} << 40);
        QCOMPARE(histogram.count(), 1);
        QCOMPARE(histogram.quantile(0.99), quint64{1} << 40);
        histogram.clear();
        QVERIFY(histogram.isEmpty());
        QCOMPARE(histogram.max(), 0);
        QCOMPARE(histogram.quantile(0.5), 0);
    }

    void hdr_base64_comes_back_as_it_was_data() { shapeRows(); }
    void hdr_base64_comes_back_as_it_was()
    {
        QFETCH(QString, shape);
        const LatencyHistogram histogram = histogramOf(valuesOf(shape));
        const QByteArray text = encodeHdrBase64(histogram);
        QVERIFY(text.startsWith("HISTFAAA")); // what every V2 compressed histogram begins with
        const auto back = decodeHdrBase64(text);
        QVERIFY2(back.has_value(), back ? "" : qPrintable(back.error().message));
        QVERIFY(sameCounts(back->histogram, histogram));
        QCOMPARE(encodeHdrBase64(back->histogram), text);
    }

    // Written by the reference implementation: HdrHistogram's own test data (three digits, 1 …
    // 3,600,000,000).
    void a_foreign_histogram_is_read_in_its_own_digits()
    {
        QByteArray plain;
        const auto number = [&](quint64 value, int bytes) {
            for (int i = bytes - 1; i >= 0; --i)
                plain.append(static_cast<char>(value >> (8 * i)));
        };
        // three digits: 2,048 sub-buckets. Counts: 5 of value 1; 2,046 zeros; 3 of value 2,048 (bucket 1,
        // step 2).
        const QByteArray counts = QByteArray("\x01", 1) + QByteArray("\x0a", 1) +
                                  QByteArray::fromHex("fb1f") + QByteArray("\x06", 1);
        number(0x1c849313, 4);
        number(static_cast<quint64>(counts.size()), 4);
        number(0, 4);
        number(3, 4);
        number(1, 8);
        number(3600000000, 8);
        number(0x3ff0000000000000, 8);
        const auto decoded = decodeHdr(plain + counts);
        QVERIFY2(decoded.has_value(), decoded ? "" : qPrintable(decoded.error().message));
        QCOMPARE(decoded->histogram.count(), 8);
        QCOMPARE(decoded->histogram.min(), 1);
        QCOMPARE(decoded->maxUnits, 2049.0); // the middle of 2,048 and 2,049
        const auto nanoseconds = decodeHdr(plain + counts, 0.001);
        QVERIFY(nanoseconds);
        QCOMPARE(nanoseconds->histogram.max(), 2);
    }

    void damaged_histograms_are_refused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray good = encodeHdr(histogramOf(valuesOf(QStringLiteral("bimodal"))));
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut in its head") << good.first(6);
        QTest::newRow("cut in its counts") << good.first(good.size() - 5);
        QTest::newRow("another cookie") << QByteArray("\0\0\0\1", 4) + good.mid(4);
        QTest::newRow("longer than it is") << good.first(4) + QByteArray("\x7f\xff\xff\xff", 4) + good.mid(8);
        QTest::newRow("a negative length") << good.first(4) + QByteArray("\xff\xff\xff\xff", 4) + good.mid(8);
        QTest::newRow("garbage inside") << good.first(8) + QByteArray(good.size() - 8, 'x');
        QTest::newRow("the old form") << QByteArray::fromHex("1c849302") + good.mid(4);
    }
    void damaged_histograms_are_refused()
    {
        QFETCH(QByteArray, bytes);
        const auto decoded = decodeHdr(bytes);
        QVERIFY(!decoded);
        QVERIFY(!decoded.error().message.isEmpty());
    }

    void a_histogram_bomb_is_bounded()
    {
        QByteArray zeros(64 * 1024 * 1024, '\0'); // 64 MiB deflate to 64 KiB
        const QByteArray packed = qCompress(zeros, 9).mid(4);
        QByteArray bomb = QByteArray::fromHex("1c849314");
        for (int shift = 24; shift >= 0; shift -= 8)
            bomb.append(static_cast<char>(packed.size() >> shift));
        const auto decoded = decodeHdr(bomb + packed);
        QVERIFY(!decoded);
        QCOMPARE(decoded.error().code, ErrorCode::Limit);
    }

    void a_log_comes_back_as_it_was()
    {
        HistogramLog log;
        log.started = QDateTime(QDate(2026, 11, 24), QTime(12, 0), Qt::UTC);
        log.intervals = {
            {QStringLiteral("GET /products, all"), 0, 1, histogramOf(valuesOf(QStringLiteral("bimodal")))},
            {{}, 1, 0.5, histogramOf(valuesOf(QStringLiteral("lognormal")))}};
        const QByteArray text = writeHistogramLog(log);
        const auto back = readHistogramLog(text);
        QVERIFY2(back.has_value(), back ? "" : qPrintable(back.error().message));
        QCOMPARE(back->started, log.started);
        QCOMPARE(back->unitUs, 1.0);
        QCOMPARE(back->intervals.size(), 2);
        QCOMPARE(back->intervals[0].tag, QStringLiteral("GET_/products__all"));
        QCOMPARE(back->intervals[1].startS, 1.0);
        for (qsizetype i = 0; i < 2; ++i)
            QVERIFY(sameCounts(back->intervals[i].histogram, log.intervals[i].histogram));
    }

    void the_unit_of_a_log_is_told_by_its_max_column()
    {
        HistogramLog log;
        log.intervals = {{{}, 0, 1, histogramOf({5'000'000, 50'000'000})}};
        QByteArray text = writeHistogramLog(log);
        text.replace("50000.000", "50.000"); // as a writer of nanoseconds says it: 50,000,000 ns are 50 ms
        const auto read = readHistogramLog(text);
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
        QCOMPARE(read->unitUs, 0.001);
        QVERIFY(std::fabs(static_cast<double>(read->intervals[0].histogram.max()) / 50000 - 1) < 0.008);
        text.replace("50.000", "7.000");
        const auto unknown = readHistogramLog(text);
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().code, ErrorCode::Usage);
        QVERIFY(readHistogramLog(text, 1));
    }

    void damaged_logs_name_the_line_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("no interval") << QByteArray("#[Histogram log format version 1.3]\n");
        QTest::newRow("too few fields") << QByteArray("0.0,1.0,HISTFAAA\n");
        QTest::newRow("a tag alone") << QByteArray("Tag=x\n");
        QTest::newRow("no numbers") << QByteArray("a,b,c,HISTFAAA\n");
        QTest::newRow("not finite") << QByteArray("nan,1,1,HISTFAAA\n");
        QTest::newRow("no histogram") << QByteArray("0,1,1,HISTFAAA\n");
    }
    void damaged_logs_name_the_line()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!readHistogramLog(text, 1));
    }

    void a_series_judges_any_limit_from_what_it_keeps()
    {
        const LatencySeries series = seriesOf(60);
        const Exceedance exact = series.exceedanceAt(200000, 20);
        QCOMPARE(exact.n, 6000);
        QCOMPARE(exact.over, 60);
        QVERIFY(exact.burstKnown);
        QVERIFY(exact.burst > 5);
        const Exceedance between = series.exceedanceAt(240000, 20);
        QCOMPARE(between.over, 60);
        QCOMPARE(between.burst, exact.burst);
        const Exceedance above = series.exceedanceAt(300000, 20);
        QCOMPARE(above.over, 0);
        QCOMPARE(above.overMost, 0);
        QVERIFY(!seriesOf(5).exceedanceAt(200000, 20).burstKnown);
    }

    void a_series_comes_back_from_json()
    {
        const LatencySeries series = seriesOf(30);
        const auto back = latencySeriesFromJson(toJson(series));
        QVERIFY2(back.has_value(), back ? "" : qPrintable(back.error().message));
        QVERIFY(sameCounts(back->histogram, series.histogram));
        QCOMPARE(back->edgesUs, series.edgesUs);
        QCOMPARE(toJson(*back), toJson(series));
    }

    void a_damaged_series_is_refused_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("no histogram") << QStringLiteral("histogram") << QJsonValue(QStringLiteral("x"));
        QTest::newRow("other edges") << QStringLiteral("edges_us") << QJsonValue(QJsonArray{1, 2});
        QTest::newRow("unsorted edges") << QStringLiteral("edges_us") << QJsonValue(QJsonArray{3, 2, 1});
        QTest::newRow("other slices") << QStringLiteral("n") << QJsonValue(QJsonArray{100});
        QTest::newRow("fewer requests than slow ones") << QStringLiteral("n") << QJsonValue([] {
            QJsonArray n;
            for (int i = 0; i < 30; ++i)
                n.append(1);
            return n;
        }());
    }
    void a_damaged_series_is_refused()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QJsonObject object = toJson(seriesOf(30));
        object.insert(key, value);
        QVERIFY(!latencySeriesFromJson(object));
    }
};

QTEST_GUILESS_MAIN(TestLatency)
#include "tst_latency.moc"
