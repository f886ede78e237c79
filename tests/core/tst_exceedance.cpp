#include "core/latency/binomial.h"
#include "core/latency/exceedance.h"
#include "core/latency/quantile_interval.h"
#include "core/latency/steadiness.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace awb;

namespace
{

// The largest count that still passes and the smallest that fails, found through the verdict itself.
qint64 mostThatPasses(qint64 n)
{
    qint64 most = -1;
    while (outcomeOf(exceedanceOf(n, most + 1, most + 1, 1, true)) == ExceedanceOutcome::Below)
        ++most;
    return most;
}

qint64 fewestThatFail(qint64 n)
{
    qint64 k = n / 100;
    while (outcomeOf(exceedanceOf(n, k, k, 1, true)) != ExceedanceOutcome::Above)
        ++k;
    return k;
}

QVector<Slice> repeated(qsizetype times, const QVector<Slice>& pattern)
{
    QVector<Slice> slices;
    for (qsizetype i = 0; i < times; ++i)
        slices += pattern;
    return slices;
}

} // namespace

class TestExceedance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void the_incomplete_beta_function_matches_known_values_data()
    {
        QTest::addColumn<double>("x");
        QTest::addColumn<double>("a");
        QTest::addColumn<double>("b");
        QTest::addColumn<double>("expected");
        QTest::newRow("I_x(1, 1) is x") << 0.3 << 1.0 << 1.0 << 0.3;
        QTest::newRow("I_x(a, 1) is x^a") << 0.5 << 3.0 << 1.0 << 0.125;
        QTest::newRow("I_x(1, b) is 1 - (1-x)^b") << 0.25 << 1.0 << 2.0 << 0.4375;
        QTest::newRow("symmetric at one half") << 0.5 << 7.5 << 7.5 << 0.5;
        QTest::newRow("I_0.2(2, 5) by its polynomial") << 0.2 << 2.0 << 5.0 << 0.34464;
        QTest::newRow("nothing below 0") << -1.0 << 2.0 << 2.0 << 0.0;
        QTest::newRow("everything above 1") << 2.0 << 2.0 << 2.0 << 1.0;
    }
    void the_incomplete_beta_function_matches_known_values()
    {
        QFETCH(double, x);
        QFETCH(double, a);
        QFETCH(double, b);
        QFETCH(double, expected);
        QVERIFY2(std::fabs(incompleteBeta(x, a, b) - expected) < 1e-10,
                 qPrintable(QString::number(incompleteBeta(x, a, b), 'g', 15)));
    }

    void the_binomial_sum_agrees_with_adding_it_up()
    {
        for (const int n : {5, 40, 299}) {
            double sum = 0;
            for (int k = 0; k < n; ++k) {
                sum += std::exp(std::lgamma(n + 1.0) - std::lgamma(k + 1.0) - std::lgamma(n - k + 1.0) +
                                k * std::log(0.03) + (n - k) * std::log1p(-0.03));
                QVERIFY(std::fabs(binomialAtMost(k, n, 0.03) - sum) < 1e-9);
            }
        }
    }

    // shared table C1: "exceedance probability of T against 1 %", one-sided 5 %; ranks of the 95 % interval
    // of p99
    void the_verdict_follows_the_exact_table_data()
    {
        QTest::addColumn<qint64>("n");
        QTest::addColumn<qint64>("passUpTo");
        QTest::addColumn<qint64>("failFrom");
        QTest::addColumn<qint64>("lowRank");
        QTest::addColumn<qint64>("highRank"); // 0: none
        const auto row = [](qint64 n, qint64 pass, qint64 fail, qint64 low, qint64 high) {
            QTest::addRow("%lld samples", static_cast<long long>(n)) << n << pass << fail << low << high;
        };
        row(100, -1, 4, 97, 0);
        row(299, 0, 7, 292, 0);
        row(500, 1, 10, 490, 500);
        row(1000, 4, 16, 983, 997);
        row(2000, 12, 29, 1971, 1989);
        row(5000, 38, 63, 4936, 4964);
        row(10000, 83, 118, 9880, 9920);
        row(50000, 463, 538, 49456, 49544);
    }
    void the_verdict_follows_the_exact_table()
    {
        QFETCH(qint64, n);
        QFETCH(qint64, passUpTo);
        QFETCH(qint64, failFrom);
        QFETCH(qint64, lowRank);
        QFETCH(qint64, highRank);
        QCOMPARE(mostThatPasses(n), passUpTo);
        QCOMPARE(fewestThatFail(n), failFrom);
        const QuantileRanks ranks = quantileRanks(n, 0.99);
        QCOMPARE(ranks.low, lowRank);
        QCOMPARE(ranks.high.value_or(0), highRank);
    }

    void the_fewest_samples_of_a_proof_are_the_known_ones()
    {
        const QVector<qint64> known{299, 473, 628, 773, 913, 1049};
        for (qsizetype k = 0; k < known.size(); ++k)
            QCOMPARE(fewestSamples(k), known[k]);
        qint64 n = 1;
        while (!quantileRanks(n, 0.99).high)
            ++n;
        QCOMPARE(n, 368);
    }

    void nothing_measured_is_never_a_verdict()
    {
        QCOMPARE(outcomeOf(exceedanceOf({}, 20)), ExceedanceOutcome::Undecided);
        QCOMPARE(outcomeOf(exceedanceOf(0, 0, 0, 1, true)), ExceedanceOutcome::Undecided);
        QCOMPARE(outcomeOf(Exceedance{}), ExceedanceOutcome::Undecided);
    }

    void steady_slices_leave_the_sample_whole()
    {
        const QVector<Slice> steady = repeated(60, {{100, 1}, {100, 0}, {100, 1}, {100, 2}});
        QCOMPARE(burstFactor(steady), 1.0);
        const Exceedance e = exceedanceOf(steady, 20);
        QVERIFY(e.burstKnown);
        QCOMPARE(e.n, 24000);
        QCOMPARE(e.over, 240);
    }

    void a_burst_weighs_the_sample_down_data()
    {
        QTest::addColumn<int>("length"); // slices a burst lasts
        QTest::newRow("of one second") << 1;
        QTest::newRow("of five seconds") << 5;
        QTest::newRow("of ten seconds") << 10;
    }
    void a_burst_weighs_the_sample_down()
    {
        QFETCH(int, length);
        // the same 60 slow of 6,000 in each row: too many bursts to prove anything, though 60 of 6,000 at
        // once would not
        QVector<Slice> slices;
        for (int i = 0; i < 60; ++i)
            slices.append({100, i % 20 < length ? 20 / length : 0});
        const Exceedance e = exceedanceOf(slices, 1);
        QCOMPARE(e.over, 60);
        QVERIFY2(e.burst > 5, qPrintable(QString::number(e.burst)));
        QVERIFY(e.upper > 0.013);
        QVERIFY(e.lower < 0.007);
    }

    void too_few_slices_take_the_assumed_burst()
    {
        const Exceedance e = exceedanceOf(repeated(fewestSlices - 1, {{1000, 0}}), 20);
        QVERIFY(!e.burstKnown);
        QCOMPARE(e.burst, 20.0);
        QCOMPARE(outcomeOf(exceedanceOf(5900, 0, 0, 20, false)), ExceedanceOutcome::Undecided);
        QCOMPARE(outcomeOf(exceedanceOf(5980, 0, 0, 20, false)), ExceedanceOutcome::Below);
    }

    void a_count_known_only_within_bounds_is_judged_by_its_worse_end()
    {
        QCOMPARE(outcomeOf(exceedanceOf(1000, 4, 4, 1, true)), ExceedanceOutcome::Below);
        QCOMPARE(outcomeOf(exceedanceOf(1000, 4, 5, 1, true)), ExceedanceOutcome::Undecided);
        QCOMPARE(outcomeOf(exceedanceOf(1000, 16, 40, 1, true)), ExceedanceOutcome::Above);
        QCOMPARE(outcomeOf(exceedanceOf(1000, 15, 40, 1, true)), ExceedanceOutcome::Undecided);
    }

    void the_chance_agrees_with_the_verdict()
    {
        for (const qint64 k : {0, 5, 12, 15, 16, 30, 1000}) {
            const Exceedance e = exceedanceOf(1000, k, k, 1, true);
            QCOMPARE(chanceIfKept(e) <= 0.05, outcomeOf(e) == ExceedanceOutcome::Above);
        }
        QCOMPARE(chanceIfKept(Exceedance{}), 1.0);
    }

    void a_median_that_moves_is_noticed_data()
    {
        QTest::addColumn<QVector<double>>("medians");
        QTest::addColumn<bool>("known");
        QTest::addColumn<bool>("significant");
        QVector<double> flat;
        QVector<double> rising;
        QVector<double> noisy;
        for (int i = 0; i < 60; ++i) {
            flat.append(10 + i % 3);
            rising.append(10 + i * 0.2);
            noisy.append(i % 2 == 0 ? 5 : 50);
        }
        QTest::newRow("a flat run does not") << flat << true << false;
        QTest::newRow("a rising run does") << rising << true << true;
        QTest::newRow("a noisy run does not") << noisy << true << false;
        QTest::newRow("a short run is not known") << flat.first(20) << false << false;
        QVector<double> gaps(60, std::numeric_limits<double>::quiet_NaN());
        QTest::newRow("a run without answers is not known") << gaps << false << false;
        QTest::newRow("equal values do not") << QVector<double>(60, 7) << true << false;
    }
    void a_median_that_moves_is_noticed()
    {
        QFETCH(QVector<double>, medians);
        const Steadiness steadiness = steadinessOf(medians);
        QTEST(steadiness.known, "known");
        QTEST(steadiness.significant, "significant");
    }
};

QTEST_GUILESS_MAIN(TestExceedance)
#include "tst_exceedance.moc"
