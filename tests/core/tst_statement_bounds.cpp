#include "core/probe/postgres/statement_bounds.h"
#include "core/probe/postgres/statement_judgment.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

using namespace awb;

namespace
{

constexpr double limit = 100;

StatementMoments momentsOf(const std::vector<double>& x)
{
    StatementMoments m;
    m.calls = static_cast<double>(x.size());
    if (x.empty())
        return m;
    double sum = 0;
    for (const double v : x)
        sum += v;
    m.mean = sum / m.calls;
    double squares = 0;
    for (const double v : x)
        squares += (v - m.mean) * (v - m.mean);
    m.variance = squares / m.calls;
    m.min = *std::min_element(x.begin(), x.end());
    m.max = *std::max_element(x.begin(), x.end());
    return m;
}

double p99Of(std::vector<double> x)
{
    const auto rank = static_cast<std::ptrdiff_t>(std::ceil(0.99 * static_cast<double>(x.size()) - 1e-9)) - 1;
    std::nth_element(x.begin(), x.begin() + rank, x.end());
    return x[static_cast<size_t>(rank)];
}

double slowIn(const std::vector<double>& x)
{
    return static_cast<double>(std::count_if(x.begin(), x.end(), [](double v) { return v > limit; }));
}

// Five families of execution times: log-normal, uniform, rare outliers, all slow, normal.
std::vector<double> drawTimes(std::mt19937_64& random, int kind)
{
    static const std::vector<int> sizes{3, 50, 100, 101, 500, 1000};
    const int n = sizes[random() % sizes.size()];
    const auto uniform = [&](double a, double b) {
        return std::uniform_real_distribution<double>(a, b)(random);
    };
    std::vector<double> x;
    const double centre = kind == 4 ? uniform(1, 140) : 0;
    const double rare = std::vector<double>{0.002, 0.009, 0.011, 0.05}[random() % 4];
    const double mu = uniform(-1, 5);
    const double sigma = uniform(0.1, 1.2);
    for (int i = 0; i < n; ++i) {
        switch (kind) {
        case 0:
            x.push_back(std::exp(mu + sigma * std::normal_distribution<double>()(random)));
            break;
        case 1:
            x.push_back(uniform(0.1, 99));
            break;
        case 2:
            x.push_back(uniform(0, 1) > rare ? uniform(1, 5) : uniform(120, 4000));
            break;
        case 3:
            x.push_back(uniform(101, 300));
            break;
        default:
            x.push_back(std::max(0.01, centre * (1 + 0.05 * std::normal_distribution<double>()(random))));
        }
    }
    return x;
}

} // namespace

// The bounds behind 2.1: they must never contradict the truth.
class TestStatementBounds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twenty_thousand_distributions_never_contradict_the_bounds()
    {
        std::mt19937_64 random(20261124);
        int open = 0;
        int decided = 0;
        for (int trial = 0; trial < 20000; ++trial) {
            const std::vector<double> x = drawTimes(random, trial % 5);
            const StatementMoments m = momentsOf(x);
            const SlowCalls bounds = slowCalls(m, limit);
            const double truth = slowIn(x);
            QVERIFY2(bounds.low <= truth && truth <= bounds.high,
                     qPrintable(QStringLiteral("trial %1: %2 not in [%3, %4]")
                                    .arg(trial)
                                    .arg(truth)
                                    .arg(bounds.low)
                                    .arg(bounds.high)));
            const double p99 = p99Of(x);
            const PaceVerdict verdict = paceVerdict(m.calls, bounds);
            QVERIFY2(verdict != PaceVerdict::Fast || p99 <= limit, qPrintable(QString::number(trial)));
            QVERIFY2((verdict != PaceVerdict::Slow && verdict != PaceVerdict::FewSlow) || p99 > limit,
                     qPrintable(QString::number(trial)));
            if (trial % 10 == 0) {
                const P99Range range = p99Range(m);
                QVERIFY(range.low <= p99 * (1 + 1e-6) && p99 <= range.high * (1 + 1e-6));
            }
            (verdict == PaceVerdict::Open ? open : decided) += 1;
        }
        // The bounds would be worthless if they left most of it open (data.md: 17 %).
        QVERIFY2(open < 6000, qPrintable(QString::number(open)));
        QVERIFY(decided > 14000);
    }

    void windows_of_pooled_counters_never_contradict_the_truth()
    {
        std::mt19937_64 random(7);
        for (int trial = 0; trial < 4000; ++trial) {
            const std::vector<double> before = drawTimes(random, trial % 5);
            const std::vector<double> during = drawTimes(random, (trial / 5) % 5);
            const StatementMoments first = momentsOf(before);
            const StatementMoments after = pool(first, momentsOf(during));
            const std::optional<StatementMoments> window = windowMoments(first, after);
            QVERIFY(window);
            QCOMPARE(window->calls, static_cast<double>(during.size()));
            const SlowCalls bounds = slowCalls(*window, limit);
            const double truth = slowIn(during);
            QVERIFY2(bounds.low <= truth && truth <= bounds.high, qPrintable(QString::number(trial)));
        }
    }

    void slices_of_polling_never_contradict_the_truth()
    {
        std::mt19937_64 random(11);
        for (int trial = 0; trial < 4000; ++trial) {
            const std::vector<double> all = drawTimes(random, trial % 5);
            const StatementMoments m = momentsOf(all);
            SlowCalls sum;
            for (size_t at = 0; at < all.size();) {
                const size_t k = std::min(all.size() - at, static_cast<size_t>(1 + random() % 4));
                double total = 0;
                for (size_t i = 0; i < k; ++i)
                    total += all[at + i];
                const SlowCalls slice = slowCallsOfSlice(static_cast<double>(k), total, limit, m.min, m.max);
                sum.low += slice.low;
                sum.high += slice.high;
                at += k;
            }
            const double truth = slowIn(all);
            QVERIFY2(sum.low <= truth && truth <= sum.high, qPrintable(QString::number(trial)));
        }
    }

    // "mean > 100 ms proves slow" is false: 999 calls of 1 ms and one of 200 s.
    void one_outlier_makes_a_mean_not_a_p99()
    {
        std::vector<double> x(999, 1.0);
        x.push_back(200000);
        const StatementMoments m = momentsOf(x);
        QVERIFY(m.mean > 200);
        const SlowCalls bounds = slowCalls(m, limit);
        QCOMPARE(bounds.low, 1.0);
        QCOMPARE(bounds.high, 1.0);
        QCOMPARE(paceVerdict(m.calls, bounds), PaceVerdict::Fast);
    }

    void verdicts_data()
    {
        QTest::addColumn<double>("calls");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<int>("verdict");
        const auto row = [](const char* name, double calls, double low, double high, PaceVerdict verdict) {
            QTest::newRow(name) << calls << low << high << static_cast<int>(verdict);
        };
        row("none slow", 1000, 0, 0, PaceVerdict::Fast);
        row("ten of a thousand are allowed", 1000, 10, 10, PaceVerdict::Fast);
        row("eleven are not", 1000, 11, 11, PaceVerdict::Slow);
        row("between", 1000, 5, 11, PaceVerdict::Open);
        row("with 100 calls one is allowed", 100, 1, 1, PaceVerdict::Fast);
        row("with 99 calls the p99 is the maximum", 99, 1, 1, PaceVerdict::FewSlow);
        row("exactly a hundred calls count", 100, 2, 2, PaceVerdict::Slow);
    }
    void verdicts()
    {
        QFETCH(double, calls);
        QFETCH(double, low);
        QFETCH(double, high);
        QFETCH(int, verdict);
        QCOMPARE(static_cast<int>(paceVerdict(calls, {low, high})), verdict);
    }

    void extremes_that_were_reset_leave_the_moments_only()
    {
        StatementMoments m = momentsOf(std::vector<double>(1000, 5.0));
        m.min = 0;
        m.max = std::numeric_limits<double>::infinity();
        QCOMPARE(paceVerdict(m.calls, slowCalls(m, limit)), PaceVerdict::Fast);
        m.variance = 900; // 5 ± 30: one in eleven may be slow
        QCOMPARE(paceVerdict(m.calls, slowCalls(m, limit)), PaceVerdict::Open);
    }

    void counters_that_went_back_void_the_window()
    {
        const StatementMoments big = momentsOf(std::vector<double>(200, 5.0));
        const StatementMoments small = momentsOf(std::vector<double>(100, 5.0));
        QVERIFY(!windowMoments(big, small));
        StatementMoments dust = pool(small, {});
        dust.calls = 1e9;
        StatementMoments later = dust;
        later.calls = 1e9 + 100;
        QVERIFY(std::isnan(windowMoments(dust, later)->variance)); // a share below 1e-6: cancellation
    }

    void a_long_window_replaces_lifetime_and_a_short_one_only_settles_doubt()
    {
        StatementEntry before;
        before.moments = momentsOf(std::vector<double>(1000, 150.0));
        StatementEntry after;
        after.moments = pool(before.moments, momentsOf(std::vector<double>(1000, 5.0)));
        QCOMPARE(judgeStatement(after, &before, 60, nullptr, limit).verdict, PaceVerdict::Slow);
        const JudgedStatement longer = judgeStatement(after, &before, 900, nullptr, limit);
        QCOMPARE(longer.verdict, PaceVerdict::Fast);
        QCOMPARE(longer.source, QStringLiteral("window"));
    }

    void fingerprints_ignore_comments_spaces_and_parameter_numbers()
    {
        const QString one = QStringLiteral("/* a */ SELECT  *\nFROM t WHERE id = $1 -- x\n");
        const QString two = QStringLiteral("SELECT * FROM t WHERE id = $2");
        QCOMPARE(statementFingerprint(one), statementFingerprint(two));
        QVERIFY(statementFingerprint(one) !=
                statementFingerprint(QStringLiteral("SELECT * FROM u WHERE id = $1")));
    }

    void call_rates_have_a_lower_bound()
    {
        QCOMPARE(callRate(3, 191).low, 0.0); // data.md: 3 calls in 191 s extrapolate to 1,353 a day
        QVERIFY(callRate(3, 191).perDay > 1000);
        const CallRate ten = callRate(10, 86400);
        QVERIFY2(std::fabs(ten.low - 5.43) < 0.05, qPrintable(QString::number(ten.low))); // exact: 5.425
    }
};

QTEST_GUILESS_MAIN(TestStatementBounds)
#include "tst_statement_bounds.moc"
