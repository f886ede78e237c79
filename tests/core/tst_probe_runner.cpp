#include "core/probe/probe_runner.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <thread>

using namespace awb;

namespace
{

using Body = std::function<Result<Facts>(const ProbeTarget&, ProbeContext&)>;

// A probe made of a function: the runner is what is under test here, not what it runs.
class BodyProbe final : public Probe
{
public:
    explicit BodyProbe(Body body) : body_(std::move(body)) {}
    Result<Facts> run(const ProbeTarget& target, ProbeContext& context) override
    {
        return body_(target, context);
    }

private:
    Body body_;
};

ProbeDescriptor describe(const QString& id, Body body)
{
    ProbeDescriptor descriptor;
    descriptor.id = id;
    descriptor.checks = {QStringLiteral("2.2")};
    descriptor.create = [body] { return std::make_unique<BodyProbe>(body); };
    return descriptor;
}

Facts factsOf(int value)
{
    Facts facts;
    facts.complete = true;
    facts.measured.append(
        {QStringLiteral("n"), static_cast<double>(value), QStringLiteral("count"), -1, {}, {}, {}, {}});
    return facts;
}

} // namespace

class ProbeRunnerTest : public QObject
{
    Q_OBJECT

    SystemClock clock_;

    QVector<ProbeOutcome> outcomes(const QSignalSpy& spy) const
    {
        QVector<ProbeOutcome> list;
        for (const QList<QVariant>& call : spy)
            list.append(call.constFirst().value<ProbeOutcome>());
        return list;
    }

private Q_SLOTS:
    void factsComeBackInTheOwnersThread()
    {
        ProbeRunner runner(clock_);
        QSignalSpy finished(&runner, &ProbeRunner::finished);
        QSignalSpy ended(&runner, &ProbeRunner::probeFinished);
        std::atomic<std::thread::id> where;
        runner.start({describe(QStringLiteral("a"),
                               [&](const ProbeTarget&, ProbeContext& context) -> Result<Facts> {
                                   where = std::this_thread::get_id();
                                   context.sent(QStringLiteral("SELECT 1"));
                                   context.sent(QStringLiteral("SELECT 1"));
                                   return factsOf(7);
                               })},
                     std::make_shared<ProbeTarget>());
        QVERIFY(finished.wait(5000));
        QCOMPARE(ended.size(), 1);
        const ProbeOutcome outcome = outcomes(ended).constFirst();
        QCOMPARE(outcome.state, ProbeState::Done);
        QCOMPARE(outcome.facts.value(QStringLiteral("n")), 7.0);
        QCOMPARE(outcome.facts.sent.constFirst().count, 2);
        QVERIFY(where.load() != std::this_thread::get_id());
    }

    void anErrorBecomesFailedFactsWithoutItsSecrets()
    {
        ProbeRunner runner(clock_);
        auto target = std::make_shared<ProbeTarget>();
        target->secrets.insert(QStringLiteral("redis"), Secret(QByteArrayLiteral("hunter2hunter2")));
        QSignalSpy finished(&runner, &ProbeRunner::finished);
        QSignalSpy ended(&runner, &ProbeRunner::probeFinished);
        QSignalSpy logged(&runner, &ProbeRunner::probeLogged);
        runner.start({describe(QStringLiteral("a"),
                               [](const ProbeTarget&, ProbeContext&) -> Result<Facts> {
                                   return Error{ErrorCode::Auth,
                                                QStringLiteral("Login refused for hunter2hunter2."),
                                                QStringLiteral("hunter2hunter2"),
                                                {}};
                               })},
                     target);
        QVERIFY(finished.wait(5000));
        const Facts facts = outcomes(ended).constFirst().facts;
        QVERIFY(facts.failed);
        QVERIFY(!facts.complete);
        QVERIFY(!facts.reason.text().contains(QLatin1String("hunter2")));
        for (const QList<QVariant>& line : logged)
            QVERIFY(!line.at(1).toString().contains(QLatin1String("hunter2")));
    }

    void anExceptionEndsInTheRunner()
    {
        ProbeRunner runner(clock_);
        QSignalSpy finished(&runner, &ProbeRunner::finished);
        QSignalSpy ended(&runner, &ProbeRunner::probeFinished);
        runner.start({describe(QStringLiteral("a"),
                               [](const ProbeTarget&, ProbeContext&) -> Result<Facts> {
                                   throw std::runtime_error("boom");
                               })},
                     std::make_shared<ProbeTarget>());
        QVERIFY(finished.wait(5000));
        QCOMPARE(outcomes(ended).constFirst().state, ProbeState::Failed);
    }

    void aMissingCapabilityIsNotRun()
    {
        ProbeRunner runner(clock_);
        QSignalSpy finished(&runner, &ProbeRunner::finished);
        QSignalSpy ended(&runner, &ProbeRunner::probeFinished);
        std::atomic<bool> ran = false;
        ProbeDescriptor probe =
            describe(QStringLiteral("a"), [&](const ProbeTarget&, ProbeContext&) -> Result<Facts> {
                ran = true;
                return factsOf(1);
            });
        probe.needs = Capability::Load;
        runner.start({probe}, std::make_shared<ProbeTarget>());
        QVERIFY(finished.wait(5000));
        QVERIFY(!ran);
        QCOMPARE(outcomes(ended).constFirst().state, ProbeState::NotAllowed);
        QVERIFY(!outcomes(ended).constFirst().facts.complete);
    }

    void aProbeWaitsForThoseItComesAfter()
    {
        ProbeRunner runner(clock_);
        std::atomic<bool> firstOver = false;
        std::atomic<bool> inOrder = false;
        ProbeDescriptor second =
            describe(QStringLiteral("b"), [&](const ProbeTarget&, ProbeContext&) -> Result<Facts> {
                inOrder = firstOver.load();
                return factsOf(2);
            });
        second.after = {QStringLiteral("a")};
        ProbeDescriptor first =
            describe(QStringLiteral("a"), [&](const ProbeTarget&, ProbeContext& context) -> Result<Facts> {
                context.waitFor(std::chrono::milliseconds(30));
                firstOver = true;
                return factsOf(1);
            });
        QSignalSpy finished(&runner, &ProbeRunner::finished);
        runner.start({second, first}, std::make_shared<ProbeTarget>());
        QVERIFY(finished.wait(5000));
        QVERIFY(inOrder);
    }

    void anExclusiveProbeRunsAlone()
    {
        ProbeRunner runner(clock_);
        std::atomic<int> inside = 0;
        std::atomic<bool> beside = false;
        const auto body = [&](bool alone) {
            return [&, alone](const ProbeTarget&, ProbeContext& context) -> Result<Facts> {
                ++inside;
                context.waitFor(std::chrono::milliseconds(20));
                if (alone && inside > 1)
                    beside = true;
                --inside;
                return factsOf(1);
            };
        };
        ProbeDescriptor load = describe(QStringLiteral("load"), body(true));
        load.exclusive = true;
        QSignalSpy finished(&runner, &ProbeRunner::finished);
        runner.start(
            {load, describe(QStringLiteral("a"), body(false)), describe(QStringLiteral("b"), body(false))},
            std::make_shared<ProbeTarget>());
        QVERIFY(finished.wait(5000));
        QVERIFY(!beside);
    }

    void aStopKeepsPartialFactsAndIsReportedWithin100Ms()
    {
        ProbeRunner runner(clock_);
        std::atomic<bool> mayEnd = false;
        std::atomic<bool> started = false;
        // a probe that hears nothing: it stands for a server that does not answer
        runner.start({describe(QStringLiteral("deaf"),
                               [&](const ProbeTarget&, ProbeContext& context) -> Result<Facts> {
                                   Facts partial = factsOf(3);
                                   partial.complete = false;
                                   context.publishPartial(partial);
                                   started = true;
                                   while (!mayEnd)
                                       std::this_thread::yield();
                                   return factsOf(4);
                               }),
                      describe(QStringLiteral("good"),
                               [&](const ProbeTarget&, ProbeContext& context) -> Result<Facts> {
                                   context.waitFor(std::chrono::seconds(30));
                                   Facts facts = factsOf(1);
                                   facts.complete = !context.stopRequested();
                                   return facts;
                               })},
                     std::make_shared<ProbeTarget>());
        QSignalSpy finished(&runner, &ProbeRunner::finished);
        QSignalSpy ended(&runner, &ProbeRunner::probeFinished);
        QTRY_VERIFY_WITH_TIMEOUT(started.load(), 5000);
        QElapsedTimer timer;
        timer.start();
        runner.stop();
        QVERIFY(finished.isEmpty() ? finished.wait(5000) : true);
        const qint64 took = timer.elapsed();
        QVERIFY2(took <= 100, qPrintable(QStringLiteral("reported after %1 ms").arg(took)));
        QCOMPARE(ended.size(), 2);
        for (const ProbeOutcome& outcome : outcomes(ended)) {
            QCOMPARE(outcome.state, ProbeState::Cancelled);
            QVERIFY(outcome.facts.cancelled);
            QVERIFY(!outcome.facts.complete);
            if (outcome.probe == QLatin1String("deaf"))
                QCOMPARE(outcome.facts.value(QStringLiteral("n")), 3.0);
        }
        mayEnd = true;
    }

    void aRunnerMayBeDestroyedWhileItRuns()
    {
        std::atomic<bool> left = false;
        std::atomic<bool> started = false;
        {
            ProbeRunner runner(clock_);
            runner.start({describe(QStringLiteral("a"),
                                   [&](const ProbeTarget&, ProbeContext& context) -> Result<Facts> {
                                       started = true;
                                       context.waitFor(std::chrono::seconds(30));
                                       left = true;
                                       return factsOf(1);
                                   })},
                         std::make_shared<ProbeTarget>());
            QTRY_VERIFY_WITH_TIMEOUT(started.load(), 5000);
        }
        QVERIFY(left);
    }

    void patternsNameChecks_data()
    {
        QTest::addColumn<QStringList>("patterns");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("one") << QStringList{QStringLiteral("2.2")} << QStringList{QStringLiteral("2.2")};
        QTest::newRow("a section") << QStringList{QStringLiteral("3.*")}
                                   << QStringList{QStringLiteral("3.1"), QStringLiteral("3.2")};
        QTest::newRow("both, once") << QStringList{QStringLiteral("3.1"), QStringLiteral(" 3.*")}
                                    << QStringList{QStringLiteral("3.1"), QStringLiteral("3.2")};
        QTest::newRow("unknown") << QStringList{QStringLiteral("9.9")} << QStringList{};
        QTest::newRow("prefix of a number is no section")
            << QStringList{QStringLiteral("3*")} << QStringList{};
    }

    void patternsNameChecks()
    {
        QFETCH(QStringList, patterns);
        QFETCH(QStringList, expected);
        const auto found = expandCheckPatterns(
            patterns, {QStringLiteral("2.2"), QStringLiteral("3.1"), QStringLiteral("3.2")});
        QCOMPARE(found.has_value(), !expected.isEmpty());
        if (found)
            QCOMPARE(*found, expected);
    }
};

QTEST_GUILESS_MAIN(ProbeRunnerTest)
#include "tst_probe_runner.moc"
