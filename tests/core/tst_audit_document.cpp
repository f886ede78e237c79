#include "core/audit/action_items.h"
#include "core/audit/audit_document.h"
#include "core/audit/comparison.h"
#include "core/audit/scorecard.h"
#include "core/foundation/clock.h"
#include "core/rules/rules.h"

#include "tests/core/named_probes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace awb;

namespace
{

using test::namedProbes;

const QDate today(2026, 11, 24);

} // namespace

class AuditDocumentTest : public QObject
{
    Q_OBJECT

private:
    Checklist checklist_;
    ManualClock clock_{QDateTime(QDate(2026, 11, 24), QTime(9, 0), Qt::UTC)};

    AuditDocument fresh() const
    {
        AuditDocument document(checklist_, QStringLiteral("audit-1"));
        AuditMeta meta;
        meta.name = QStringLiteral("Checkout");
        meta.environment = QStringLiteral("staging");
        meta.date = today;
        document.apply(makeEntry(clock_, document.id(), EntryKind::Created, metaToJson(meta)));
        return document;
    }

    JournalEntry mark(const QString& check, Mark value, const QString& author = QStringLiteral("ann"))
    {
        clock_.advance(std::chrono::seconds(1));
        return makeEntry(
            clock_, QStringLiteral("audit-1"), EntryKind::Mark,
            {{QStringLiteral("mark"), markId(value)}, {QStringLiteral("origin"), QStringLiteral("manual")}},
            check, author);
    }

    JournalEntry takeBack(EntryKind kind, const JournalEntry* target,
                          const QString& author = QStringLiteral("ann"))
    {
        clock_.advance(std::chrono::seconds(1));
        JournalEntry entry = makeEntry(clock_, QStringLiteral("audit-1"), kind, {}, target->check, author);
        entry.supersedes = target->id;
        return entry;
    }

    JournalEntry signature(const char* seat)
    {
        clock_.advance(std::chrono::seconds(1));
        return makeEntry(clock_, QStringLiteral("audit-1"), EntryKind::SignOff,
                         {{QStringLiteral("name"), QStringLiteral("Ann")}}, {}, QStringLiteral("ann"),
                         QLatin1String(seat));
    }

    AuditDocument allMarked(Mark value)
    {
        AuditDocument document = fresh();
        for (const QString& id : checklist_.checkIds())
            document.apply(mark(id, value));
        return document;
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto loaded = loadBuiltInChecklist(namedProbes());
        QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().message));
        checklist_ = *loaded;
    }

    void theSameEntryTwiceCountsOnce()
    {
        AuditDocument document = fresh();
        const JournalEntry entry = mark(QStringLiteral("2.2"), Mark::Fail);
        document.apply(entry);
        document.apply(entry);
        QCOMPARE(document.journal().size(), 2);
        QCOMPARE(document.judgment(QStringLiteral("2.2")).mark, Mark::Fail);
    }

    void undoAndRedoWalkThroughHistoryAndSurviveARestart()
    {
        AuditDocument document = fresh();
        document.apply(mark(QStringLiteral("2.2"), Mark::Fail));
        document.apply(mark(QStringLiteral("2.2"), Mark::Warn));
        document.apply(takeBack(EntryKind::Undo, document.undoTarget()));
        QCOMPARE(document.judgment(QStringLiteral("2.2")).mark, Mark::Fail);
        document.apply(takeBack(EntryKind::Undo, document.undoTarget()));
        QCOMPARE(document.judgment(QStringLiteral("2.2")).mark, Mark::Undecided);
        QVERIFY(!document.undoTarget());
        const AuditDocument reopened =
            AuditDocument::fromJournal(checklist_, document.id(), document.journal());
        QCOMPARE(reopened.judgment(QStringLiteral("2.2")).mark, Mark::Undecided);
        document = reopened;
        document.apply(takeBack(EntryKind::Redo, document.redoTarget()));
        QCOMPARE(document.judgment(QStringLiteral("2.2")).mark, Mark::Fail);
        document.apply(takeBack(EntryKind::Redo, document.redoTarget()));
        QCOMPARE(document.judgment(QStringLiteral("2.2")).mark, Mark::Warn);
        QVERIFY(!document.redoTarget());
    }

    void aNewEntryEndsTheRedo()
    {
        AuditDocument document = fresh();
        document.apply(mark(QStringLiteral("2.2"), Mark::Fail));
        document.apply(takeBack(EntryKind::Undo, document.undoTarget()));
        QVERIFY(document.redoTarget());
        document.apply(mark(QStringLiteral("2.3"), Mark::Pass));
        QVERIFY(!document.redoTarget());
    }

    void undoByAuthorLeavesTheOtherSeatAlone()
    {
        AuditDocument document = fresh();
        document.apply(mark(QStringLiteral("2.2"), Mark::Fail, QStringLiteral("ann")));
        document.apply(mark(QStringLiteral("2.3"), Mark::Pass, QStringLiteral("bob")));
        const JournalEntry* target = document.undoTarget(QStringLiteral("ann"));
        QVERIFY(target);
        QCOMPARE(target->check, QStringLiteral("2.2"));
    }

    void bothSignaturesFreezeAndALaterChangeIsTheNextRevision()
    {
        AuditDocument document = allMarked(Mark::Pass);
        document.apply(signature("reviewer"));
        QCOMPARE(document.signOffs().size(), 1);
        QVERIFY(!document.isFrozen());
        document.apply(signature("reviewer")); // one seat cannot sign for both
        QVERIFY(!document.isFrozen());
        document.apply(signature("lead"));
        QVERIFY(document.isFrozen());
        QCOMPARE(document.revision(), 1);
        document.apply(mark(QStringLiteral("2.2"), Mark::Fail)); // by another program
        QVERIFY(!document.isFrozen());
        QCOMPARE(document.revision(), 2);
        const AuditDocument reopened =
            AuditDocument::fromJournal(checklist_, document.id(), document.journal());
        QCOMPARE(reopened.revision(), 2);
        QVERIFY(reopened.signOffs().isEmpty());
    }

    void aChangeVoidsASignatureAndTakingItBackRestoresIt()
    {
        AuditDocument document = fresh();
        document.apply(mark(QStringLiteral("2.2"), Mark::Pass));
        document.apply(signature("lead"));
        document.apply(mark(QStringLiteral("2.3"), Mark::Fail));
        QVERIFY(document.signOffs().isEmpty());
        document.apply(takeBack(EntryKind::Undo, document.undoTarget()));
        QCOMPARE(document.signOffs().size(), 1); // this is the state that was signed
        document.apply(takeBack(EntryKind::Undo, document.undoTarget()));
        QVERIFY(document.signOffs().isEmpty()); // 2.2 was signed as Pass
    }

    void evidenceAfterASignatureVoidsIt()
    {
        AuditDocument document = allMarked(Mark::Pass);
        document.apply(signature("reviewer"));
        document.apply(signature("lead"));
        document.apply(makeEntry(clock_, document.id(), EntryKind::RunStarted, {}));
        QVERIFY(document.isFrozen());
        Facts facts;
        facts.probe = QStringLiteral("postgres.foreign_keys");
        facts.checks = {QStringLiteral("2.2")};
        document.apply(makeEntry(clock_, document.id(), EntryKind::Evidence, toJson(facts)));
        QVERIFY(!document.isFrozen());
        QCOMPARE(document.revision(), 2);
    }

    void theNextRevisionCanBeOpenedWithoutAChange()
    {
        AuditDocument document = allMarked(Mark::Pass);
        document.apply(signature("reviewer"));
        document.apply(signature("lead"));
        document.apply(
            makeEntry(clock_, document.id(), EntryKind::SignOff, {{QStringLiteral("opens"), true}}));
        QVERIFY(!document.isFrozen());
        QCOMPARE(document.revision(), 2);
        const AuditResult result = evaluate(document, QStringLiteral("test"), today);
        QCOMPARE(result.revision, 2);
        QVERIFY(result.signOffs.isEmpty());
    }

    void aSignedResultReadsBack()
    {
        AuditDocument document = allMarked(Mark::Pass);
        document.apply(signature("reviewer"));
        document.apply(signature("lead"));
        const AuditResult result = evaluate(document, QStringLiteral("test"), today);
        const auto back = resultFromJson(resultToJson(result));
        QVERIFY(back);
        QCOMPARE(back->signOffs.size(), 2);
        QCOMPARE(back->signOffs.constFirst().seat, QStringLiteral("reviewer"));
        QCOMPARE(back->signOffs.constFirst().name, QStringLiteral("Ann"));
        QCOMPARE(back->signOffs.constFirst().time, result.signOffs.constFirst().time);
    }

    void aStoppedRunDoesNotPushWholeEvidenceAside()
    {
        AuditDocument document = fresh();
        Facts whole;
        whole.probe = QStringLiteral("redis.memory");
        whole.complete = true;
        whole.measured.append(
            {QStringLiteral("maxmemory"), 1024, QStringLiteral("bytes"), -1, {}, {}, {}, {}});
        document.apply(makeEntry(clock_, document.id(), EntryKind::Evidence, toJson(whole)));
        Facts stopped;
        stopped.probe = whole.probe;
        stopped.cancelled = true;
        document.apply(makeEntry(clock_, document.id(), EntryKind::Evidence, toJson(stopped)));
        QVERIFY(document.facts().value(whole.probe).complete);
    }

    void bandsGoByTheExactRatio_data()
    {
        QTest::addColumn<int>("passes");
        QTest::addColumn<int>("na");
        QTest::addColumn<QString>("band");
        // 63/70 is 90 % exactly; 64/71 = 90.14 %; 63/71 = 88.7 %
        QTest::newRow("63 of 70 is production-ready") << 63 << 1 << "production-ready";
        QTest::newRow("64 of 71 is production-ready") << 64 << 0 << "production-ready";
        QTest::newRow("63 of 71 has some gaps") << 63 << 0 << "some-gaps";
        QTest::newRow("49 of 70 is 70 % and has some gaps") << 49 << 1 << "some-gaps";
        QTest::newRow("49 of 71 is 69.01 %, significant debt") << 49 << 0 << "significant-technical-debt";
        QTest::newRow("35 of 70 is 50 %, significant debt") << 35 << 1 << "significant-technical-debt";
        QTest::newRow("35 of 71 is 49.3 %, high risk") << 35 << 0 << "high-risk";
        QTest::newRow("nothing is high risk") << 0 << 0 << "high-risk";
    }

    void bandsGoByTheExactRatio()
    {
        QFETCH(int, passes);
        QFETCH(int, na);
        QFETCH(QString, band);
        AuditDocument document = fresh();
        int index = 0;
        for (const QString& id : checklist_.checkIds()) {
            const Mark value = index < passes     ? Mark::Pass
                               : index >= 71 - na ? Mark::NotApplicable
                                                  : Mark::Fail;
            document.apply(mark(id, value));
            ++index;
        }
        const AuditResult result = evaluate(document, QStringLiteral("test"), today);
        QCOMPARE(result.score.points, passes);
        QCOMPARE(result.score.max, 71 - na);
        QCOMPARE(result.score.strictMax, 71);
        QCOMPARE(result.score.band, band);
        QVERIFY(!result.score.provisional);
    }

    void undecidedScoresZeroAndKeepsTheBandProvisional()
    {
        AuditDocument document = fresh();
        document.apply(mark(QStringLiteral("1.1"), Mark::Pass));
        const AuditResult result = evaluate(document, QStringLiteral("test"), today);
        QCOMPARE(result.score.points, 1);
        QCOMPARE(result.score.undecided, 70);
        QCOMPARE(result.score.atMost(), 71);
        QVERIFY(result.score.provisional);
        const QVector<int> maxima{6, 8, 8, 10, 8, 10, 8, 8, 5};
        for (qsizetype i = 0; i < maxima.size(); ++i)
            QCOMPARE(result.score.sections.at(i).strictMax, maxima.at(i));
    }

    void topThreeFillUpFromWarningsThenUndecided()
    {
        AuditDocument document = allMarked(Mark::Pass);
        document.apply(mark(QStringLiteral("5.3"), Mark::Fail));
        document.apply(mark(QStringLiteral("3.4"), Mark::Warn));
        document.apply(mark(QStringLiteral("8.1"), Mark::Undecided));
        const AuditResult result = evaluate(document, QStringLiteral("test"), today);
        QCOMPARE(result.actions.size(), 3);
        QCOMPARE(result.actions.at(0).checks, QStringList{QStringLiteral("5.3")});
        QCOMPARE(result.actions.at(1).checks, QStringList{QStringLiteral("3.4")});
        QCOMPARE(result.actions.at(2).checks, QStringList{QStringLiteral("8.1")});
        QCOMPARE(immediateActions(result).size(), 1);
        QCOMPARE(improvements(result).size(), 1);
        const Prediction prediction = predict(result, result.actions);
        QCOMPARE(prediction.points, 71);
    }

    void oneActionClearsChecksThatShareACause()
    {
        AuditDocument document = allMarked(Mark::Pass);
        document.apply(mark(QStringLiteral("2.2"), Mark::Fail));
        document.apply(mark(QStringLiteral("2.3"), Mark::Fail));
        const AuditResult result = evaluate(document, QStringLiteral("test"), today);
        QVERIFY(!result.actions.isEmpty());
        QCOMPARE(result.actions.constFirst().checks,
                 (QStringList{QStringLiteral("2.2"), QStringLiteral("2.3")}));
    }

    void theResultReadsBackAsItWasWritten()
    {
        AuditDocument document = allMarked(Mark::Pass);
        document.apply(mark(QStringLiteral("4.10"), Mark::NotApplicable));
        const AuditResult result = evaluate(document, QStringLiteral("test"), today);
        const QJsonObject json = resultToJson(result);
        const auto back = resultFromJson(QJsonDocument::fromJson(QJsonDocument(json).toJson()).object());
        QVERIFY(back);
        QCOMPARE(QJsonDocument(resultToJson(*back)).toJson(), QJsonDocument(json).toJson());
        QCOMPARE(back->score.max, 70);
        QCOMPARE(back->score.percent(), 100.0);
    }

    void aFileOfAnotherSchemaIsRefused()
    {
        const auto result = resultFromJson({{QStringLiteral("schema"), QStringLiteral("something/else")}});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Parse);
    }

    void comparisonPutsRegressionsFirst()
    {
        AuditDocument before = allMarked(Mark::Pass);
        before.apply(mark(QStringLiteral("1.1"), Mark::Fail));
        AuditDocument after = allMarked(Mark::Pass);
        after.apply(mark(QStringLiteral("6.7"), Mark::Fail));
        const AuditComparison comparison =
            compareResults(evaluate(before, {}, today), evaluate(after, {}, today));
        QCOMPARE(comparison.changes.size(), 71);
        QCOMPARE(comparison.changes.at(0).check, QStringLiteral("6.7"));
        QCOMPARE(comparison.changes.at(0).kind, ChangeKind::Regressed);
        QCOMPARE(comparison.changes.at(1).check, QStringLiteral("1.1"));
        QCOMPARE(comparison.changes.at(1).kind, ChangeKind::Improved);
        QCOMPARE(comparison.changes.at(2).kind, ChangeKind::Unchanged);
        QVERIFY(comparison.isWorse());
        QVERIFY(!compareResults(evaluate(after, {}, today), evaluate(after, {}, today)).isWorse());
    }

    void differentEnvironmentsHaveNoDelta()
    {
        AuditDocument before = allMarked(Mark::Pass);
        AuditDocument after = allMarked(Mark::Pass);
        after.apply(makeEntry(clock_, after.id(), EntryKind::Meta,
                              {{QStringLiteral("environment"), QStringLiteral("production")}}));
        AuditResult a = evaluate(before, {}, today);
        AuditResult b = evaluate(after, {}, today);
        const Measurement slow{QStringLiteral("p99"), 412, QStringLiteral("ms"), 100, 400.0, 420.0, 0.95, {}};
        a.checks[0].suggestion.headline = slow;
        b.checks[0].suggestion.headline = slow;
        b.checks[0].suggestion.headline->value = 187;
        const AuditComparison comparison = compareResults(a, b);
        QVERIFY(!comparison.sameEnvironment);
        for (const CheckChange& change : comparison.changes)
            QVERIFY(std::isnan(change.delta));
    }

    void marksThatContradictTheProbeNeedAReason_data()
    {
        QTest::addColumn<int>("verdict");
        QTest::addColumn<int>("mark");
        QTest::addColumn<bool>("reason");
        QTest::addColumn<bool>("isOverride");
        const auto row = [](const char* name, Verdict verdict, Mark mark, bool reason, bool over) {
            QTest::newRow(name) << static_cast<int>(verdict) << static_cast<int>(mark) << reason << over;
        };
        row("pass against fail", Verdict::Fail, Mark::Pass, true, true);
        row("fail against pass", Verdict::Pass, Mark::Fail, true, true);
        row("pass as suggested", Verdict::Pass, Mark::Pass, false, false);
        row("pass on a measured check that is too close", Verdict::Inconclusive, Mark::Pass, true, false);
        row("pass on a measured check that was not measured", Verdict::NotMeasured, Mark::Pass, true, false);
        row("fail where nothing was measured", Verdict::NotMeasured, Mark::Fail, false, false);
        row("N/A always", Verdict::None, Mark::NotApplicable, true, false);
        row("taking a mark back never", Verdict::Fail, Mark::Undecided, false, false);
    }

    void marksThatContradictTheProbeNeedAReason()
    {
        QFETCH(int, verdict);
        QFETCH(int, mark);
        CheckResult check;
        check.check = *checklist_.find(QStringLiteral("2.2"));
        check.suggestion.verdict = static_cast<Verdict>(verdict);
        const MarkGuard guard = guardMark(check, static_cast<Mark>(mark));
        QTEST(guard.needsReason, "reason");
        QTEST(guard.isOverride, "isOverride");
    }

    void aReviewOfSeveralPlansIsOneEntry()
    {
        AuditDocument document = fresh();
        const QJsonObject one{{QStringLiteral("fingerprint"), QStringLiteral("a")},
                              {QStringLiteral("shape"), QStringLiteral("s1")}};
        const QJsonObject two{{QStringLiteral("fingerprint"), QStringLiteral("b")},
                              {QStringLiteral("shape"), QStringLiteral("s2")}};
        const auto reviewed = [&](QJsonObject value) {
            clock_.advance(std::chrono::seconds(1));
            value.insert(QStringLiteral("reviewer"), QStringLiteral("ann"));
            value.insert(QStringLiteral("date"), today.toString(Qt::ISODate));
            return makeEntry(clock_, document.id(), EntryKind::Review, value, QStringLiteral("2.7"),
                             QStringLiteral("ann"));
        };
        document.apply(reviewed(one));
        document.apply(reviewed({{QStringLiteral("plans"), QJsonArray{one, two}}}));
        QCOMPARE(document.planReviews().size(), 3);
        QCOMPARE(document.planReviews().constLast().fingerprint, QStringLiteral("b"));
        QCOMPARE(document.planReviews().constLast().shape, QStringLiteral("s2"));
        QCOMPARE(document.planReviews().constLast().reviewer, QStringLiteral("ann"));
        QCOMPARE(document.planReviews().constLast().date, today);
        document.apply(takeBack(EntryKind::Undo, document.undoTarget()));
        QCOMPARE(document.planReviews().size(), 1);
        QCOMPARE(document.planReviews().constFirst().fingerprint, QStringLiteral("a"));
    }

    void theBestReviewCountsAndTheNewestIsNamed()
    {
        const auto review = [](const char* shape, int daysAgo, const char* who) {
            return PlanReview{QStringLiteral("a"), QLatin1String(shape), QLatin1String(who),
                              today.addDays(-daysAgo)};
        };
        const QVector<PlanReview> ledger{review("s1", 20, "ann"), review("s1", 5, "ben"),
                                         review("s0", 1, "cy"), review("s1", 200, "dee")};
        const auto found = [&](const char* fingerprint, const char* shape) {
            return findReview(ledger, QLatin1String(fingerprint), QLatin1String(shape), today, 180);
        };
        QCOMPARE(found("a", "s1").state, PlanReviewState::Valid);
        QCOMPARE(found("a", "s1").review.reviewer, QStringLiteral("ben"));
        QCOMPARE(found("a", "s9").state, PlanReviewState::AnotherPlan);
        QCOMPARE(found("a", "s9").review.reviewer, QStringLiteral("cy"));
        QCOMPARE(found("a", "").state, PlanReviewState::Unproven);
        QCOMPARE(found("b", "s1").state, PlanReviewState::None);
        QVERIFY(!found("b", "s1").review.date.isValid());
        QCOMPARE(findReview({review("s1", 181, "ann")}, QStringLiteral("a"), QStringLiteral("s1"), today, 180)
                     .state,
                 PlanReviewState::TooOld);
        QCOMPARE(findReview({PlanReview{QStringLiteral("a"), QStringLiteral("s1"), {}, {}}},
                            QStringLiteral("a"), QStringLiteral("s1"), today, 180)
                     .state,
                 PlanReviewState::TooOld); // without a date it is of no day
    }
};

QTEST_GUILESS_MAIN(AuditDocumentTest)
#include "tst_audit_document.moc"
