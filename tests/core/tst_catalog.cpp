#include "core/audit/checklist.h"
#include "core/probe/catalog/catalog.h"
#include "core/rules/rules.h"

#include <QTest>

using namespace awb;

// The table of probes, the checklist and the rules name each other; nothing may dangle.
class CatalogTest : public QObject
{
    Q_OBJECT

    ProbeTable table_ = makeProbeTable();

private Q_SLOTS:
    void everyProbeIsWhole()
    {
        QVERIFY(table_.probes().size() >= 13);
        QSet<QString> seen;
        for (const ProbeDescriptor& probe : table_.probes()) {
            const char* id = qPrintable(probe.id);
            QVERIFY2(!seen.contains(probe.id), id);
            seen.insert(probe.id);
            QVERIFY2(probe.title && *probe.title, id);
            QVERIFY2(probe.about && *probe.about, id);
            QVERIFY2(!probe.checks.isEmpty(), id);
            QVERIFY2(probe.create && probe.create(), id);
            QVERIFY2(static_cast<bool>(probe.plan), id);
            for (const QString& before : probe.after)
                QVERIFY2(table_.find(before), qPrintable(before));
        }
    }

    void theChecklistAndTheTableNameTheSameChecks()
    {
        const auto checklist = loadBuiltInChecklist(table_.ids());
        QVERIFY2(checklist, checklist ? "" : qPrintable(checklist.error().message));
        for (const Section& section : checklist->sections) {
            for (const Check& check : section.checks) {
                for (const QString& id : check.probes) {
                    const ProbeDescriptor* probe = table_.find(id);
                    QVERIFY2(probe && probe->checks.contains(check.id),
                             qPrintable(check.id + QLatin1Char(' ') + id));
                }
                for (const ProbeDescriptor& probe : table_.probes()) {
                    if (probe.checks.contains(check.id))
                        QVERIFY2(check.probes.contains(probe.id),
                                 qPrintable(check.id + QLatin1Char(' ') + probe.id));
                }
                QVERIFY2((ruleFor(check.id) != nullptr) == !check.probes.isEmpty(), qPrintable(check.id));
            }
        }
    }

    void aDryRunKnowsEveryBound()
    {
        TargetProfile profile;
        profile.postgres.append({QUrl(QStringLiteral("postgresql://a@127.0.0.1/x")), {}, {}});
        profile.pgbouncer =
            PgBouncerTarget{QUrl(QStringLiteral("postgresql://a@127.0.0.1:6432/pgbouncer")), {}};
        profile.redis = RedisTarget{};
        profile.redis->url = QUrl(QStringLiteral("redis://127.0.0.1"));
        profile.http = HttpTarget{};
        profile.http->baseUrl = QUrl(QStringLiteral("http://127.0.0.1"));
        profile.prometheusUrl = QUrl(QStringLiteral("http://127.0.0.1:9090"));
        profile.logsFile = QStringLiteral("app.log");
        std::size_t waiting = 0;
        for (const ProbeDescriptor& probe : table_.probes())
            waiting += table_.waitsForPerson(probe.id) ? 1 : 0;
        QCOMPARE(waiting, 1U);
        QCOMPARE(table_.select(profile, {}).size() + waiting, table_.probes().size());
        for (const ProbeDescriptor& probe : table_.probes()) {
            const std::vector<PlannedSend> plan = probe.plan(profile);
            QVERIFY2(!plan.empty(), qPrintable(probe.id));
            for (const PlannedSend& send : plan) {
                QVERIFY2(!send.what.isEmpty(), qPrintable(probe.id));
                QVERIFY2(send.atMost > 0 || !send.bound.isEmpty(), qPrintable(probe.id + send.what));
            }
        }
    }

    void theDoctorSpeaksOfEveryProbeOfTheService()
    {
        ProbeTarget target;
        target.profile.http = HttpTarget{};
        target.profile.http->baseUrl = QUrl(QStringLiteral("http://127.0.0.1:1")); // nobody listens
        const SystemClock clock;
        ProbeContext context(clock, std::chrono::seconds(20), {}, {});
        QStringList told;
        for (const DoctorEntry& entry : makeDoctors()) {
            if (entry.source != ProbeSource::Http)
                continue;
            for (const DoctorReport& report : entry.examine(target, context)) {
                for (const DoctorSight& sight : report.sights) {
                    QCOMPARE(sight.state, StepState::Failed);
                    told << sight.probe;
                }
            }
        }
        for (const char* id : {"http.health", "http.latency", "http.queries"})
            QVERIFY2(told.contains(QLatin1String(id)), id);
    }

    void aProbeThatWaitsForAPersonRunsOnlyWhenItsCheckIsNamed()
    {
        TargetProfile profile;
        profile.http = HttpTarget{};
        profile.http->baseUrl = QUrl(QStringLiteral("http://127.0.0.1"));
        const auto has = [&](const QStringList& checks) {
            const auto chosen = table_.select(profile, checks);
            return std::any_of(chosen.begin(), chosen.end(), [](const ProbeDescriptor* probe) {
                return probe->id == QLatin1String("http.restart");
            });
        };
        QVERIFY(!has({}));
        QVERIFY(!has({QStringLiteral("7.5")}));
        QVERIFY(has({QStringLiteral("7.4")}));
        QVERIFY(has({QStringLiteral("7.6")}));
    }

    // Facts that a probe could not complete never become a pass, whatever a rule says.
    void nothingPassesOnIncompleteFacts()
    {
        const auto checklist = loadBuiltInChecklist(table_.ids());
        QVERIFY(checklist);
        for (const Section& section : checklist->sections) {
            for (const Check& check : section.checks) {
                RuleInput input{check, {}, check.thresholds, {}, QDate(2026, 11, 24)};
                for (const QString& id : check.probes) {
                    Facts facts;
                    facts.probe = id;
                    facts.reason = QT_TRANSLATE_NOOP("awb", "The login may not see it.");
                    input.facts.insert(id, facts);
                }
                const Suggestion suggestion = suggest(input);
                QVERIFY2(suggestion.verdict != Verdict::Pass && suggestion.byLetter != Verdict::Pass,
                         qPrintable(check.id));
                if (!check.probes.isEmpty())
                    QVERIFY2(!suggestion.summary.isEmpty(), qPrintable(check.id));
            }
        }
    }
};

QTEST_GUILESS_MAIN(CatalogTest)
#include "tst_catalog.moc"
