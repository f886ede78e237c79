#include "core/probe/probe_runner.h"
#include "tests/core/data_world.h"

#include <QElapsedTimer>
#include <QTest>

#include <mutex>

using namespace awb;
using namespace awb::test;

namespace
{

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

// Lets a test look at what a running probe has published.
struct Peek
{
    std::mutex mutex;
    ProbeContext* context = nullptr;

    bool hasPartial()
    {
        const std::scoped_lock lock(mutex);
        return context != nullptr && context->partial().has_value();
    }
};

class PeekedProbe final : public Probe
{
public:
    PeekedProbe(std::unique_ptr<Probe> inner, std::shared_ptr<Peek> peek)
        : inner_(std::move(inner)),
          peek_(std::move(peek))
    {
    }
    Result<Facts> run(const ProbeTarget& target, ProbeContext& context) override
    {
        look(&context);
        Result<Facts> facts = inner_->run(target, context);
        look(nullptr);
        return facts;
    }

private:
    void look(ProbeContext* context)
    {
        const std::scoped_lock lock(peek_->mutex);
        peek_->context = context;
    }
    std::unique_ptr<Probe> inner_;
    std::shared_ptr<Peek> peek_;
};

ProbeDescriptor peeked(ProbeDescriptor probe, const std::shared_ptr<Peek>& peek)
{
    probe.after.clear(); // it runs alone here
    probe.create = [create = probe.create, peek]() -> std::unique_ptr<Probe> {
        return std::make_unique<PeekedProbe>(create(), peek);
    };
    return probe;
}

} // namespace

// Every probe is stopped while it runs, and destroyed while it runs, on real servers.
class TestProbeStops : public QObject
{
    Q_OBJECT

private:
    DataWorld world_;
    SystemClock clock_;

    void freeze(bool frozen)
    {
        for (ServerProcess* server :
             {&world_.postgres->process(), &world_.bouncer->process(), &world_.redis->process()})
            server->freeze(frozen);
    }

    struct Stopped
    {
        qint64 tookMs = -1;
        QVector<ProbeOutcome> outcomes;
    };

    // Starts the probe, stops it once `ready`, and says how long the runner took to report.
    Stopped stopOnce(const ProbeDescriptor& probe, qint64 observeMs, const std::function<bool()>& ready)
    {
        auto target = std::make_shared<ProbeTarget>(world_.target());
        target->profile.observeMs = observeMs;
        Stopped out;
        ProbeRunner runner(clock_);
        bool started = false;
        connect(&runner, &ProbeRunner::probeFinished, this,
                [&](const ProbeOutcome& outcome) { out.outcomes.append(outcome); });
        connect(&runner, &ProbeRunner::probeStarted, this, [&] { started = true; });
        runner.start({probe}, target);
        if (!QTest::qWaitFor([&] { return started && ready(); }, 15000))
            return out;
        QElapsedTimer timer;
        timer.start();
        runner.stop();
        if (QTest::qWaitFor([&] { return !out.outcomes.isEmpty(); }, 5000))
            out.tookMs = timer.elapsed();
        return out;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString reason = DataWorld::missing(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        const QString failure = world_.start();
        QVERIFY2(failure.isEmpty(), qPrintable(failure));
    }
    void cleanup() { freeze(false); }

    void aStopIsReportedWithin100MsAndKeepsWhatWasSeen_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<bool>("keeps");
        for (const ProbeDescriptor& probe : dataProbes()) {
            // What only looks once is caught while its server does not answer: there is nothing to keep yet.
            const bool keeps = probe.usesWindow || probe.id == s("redis.keys");
            QTest::newRow(qPrintable(probe.id)) << probe.id << keeps;
        }
    }
    void aStopIsReportedWithin100MsAndKeepsWhatWasSeen()
    {
        QFETCH(QString, id);
        QFETCH(bool, keeps);
        const ProbeTable table = makeProbeTable();
        qint64 best = 1000000;
        // The machine may be busy: one of three tries must be in time, all of them must be right.
        for (int i = 0; i < 3 && best >= 100; ++i) {
            const auto peek = std::make_shared<Peek>();
            if (!keeps)
                freeze(true);
            const Stopped stopped =
                stopOnce(peeked(*table.find(id), peek), 60000, [&] { return !keeps || peek->hasPartial(); });
            freeze(false);
            QCOMPARE(stopped.outcomes.size(), 1);
            const ProbeOutcome& outcome = stopped.outcomes.first();
            QCOMPARE(outcome.state, ProbeState::Cancelled);
            QVERIFY(outcome.facts.cancelled && !outcome.facts.complete);
            QVERIFY(!outcome.facts.reason.isEmpty());
            QCOMPARE(!outcome.facts.measured.isEmpty(), keeps);
            for (const QString& check : table.find(id)->checks) {
                const Verdict verdict = judge(check, only(outcome.facts.forCheck(check))).verdict;
                QVERIFY2(verdict != Verdict::Pass, qPrintable(check));
            }
            best = std::min(best, stopped.tookMs);
        }
        QVERIFY2(best < 100, qPrintable(s("%1 ms").arg(best)));
    }

    void aRunnerIsDestroyedWhileAllRun_data()
    {
        QTest::addColumn<bool>("frozen");
        QTest::newRow("in their windows") << false;
        QTest::newRow("before servers that never answer") << true;
    }
    void aRunnerIsDestroyedWhileAllRun()
    {
        QFETCH(bool, frozen);
        auto target = std::make_shared<ProbeTarget>(world_.target());
        target->profile.observeMs = 60000;
        std::vector<std::shared_ptr<Peek>> peeks;
        std::vector<ProbeDescriptor> probes;
        for (const ProbeDescriptor& probe : dataProbes()) {
            peeks.push_back(std::make_shared<Peek>());
            probes.push_back(peeked(probe, peeks.back()));
        }
        const auto count = static_cast<int>(probes.size());
        freeze(frozen);
        auto runner = std::make_unique<ProbeRunner>(clock_, count);
        int started = 0;
        int finished = 0;
        connect(runner.get(), &ProbeRunner::probeStarted, this, [&] { ++started; });
        connect(runner.get(), &ProbeRunner::probeFinished, this, [&] { ++finished; });
        runner->start(std::move(probes), target);
        QTRY_COMPARE_WITH_TIMEOUT(started, count, 10000);
        if (!frozen)
            QTRY_VERIFY_WITH_TIMEOUT(finished >= 2, 30000); // those without a window are over
        QElapsedTimer timer;
        timer.start();
        runner.reset();
        const qint64 took = timer.elapsed();
        QVERIFY2(took < 2000, qPrintable(s("%1 ms").arg(took)));
        // Nobody is left behind: the threads came back by themselves.
        for (const auto& peek : peeks) {
            const std::scoped_lock lock(peek->mutex);
            QVERIFY(peek->context == nullptr);
        }
    }
};

QTEST_GUILESS_MAIN(TestProbeStops)
#include "tst_probe_stops.moc"
