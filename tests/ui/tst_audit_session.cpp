// The open audit without a window: every change is an entry, survives a restart and reaches the other
// program.
#include "tests/ui/ui_world.h"
#include "ui/presenters/walk_presenter.h"

#include <QSignalSpy>
#include <QTest>

using namespace awb;
using namespace awb::test;

class TestAuditSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewAuditHasEveryCheckUndecided();
    void aMarkIsThereAfterARestart();
    void notApplicableNeedsAReason();
    void aPassAgainstAFailedProbeNeedsAReason();
    void acceptingTakesTheSuggestedMark();
    void nothingToAcceptWithoutProof();
    void undoAndRedoSurviveARestart();
    void twoProgramsSeeEachOthersEntriesWithinTwoSeconds();
    void stoppingARunKeepsWhatWasMeasured();
    void anAttachmentComesBackByteForByte();
    void aSnapshotIsTheFrozenResult();
    void aMissingAuditIsOneClearError();
    void whatIsNoJournalIsRefused_data();
    void whatIsNoJournalIsRefused();
    void theNextUndecidedGoesRoundTheEnd();
    void aNumberIsFoundHoweverItIsTyped_data();
    void aNumberIsFoundHoweverItIsTyped();
};

namespace
{

QString openNew(AuditSession& session)
{
    QSignalSpy opened(&session, &AuditSession::opened);
    QSignalSpy saved(&session, &AuditSession::saved);
    const QString id = session.createAudit(auditMeta(QStringLiteral("Checkout")));
    [&] { QTRY_COMPARE(opened.size(), 1); }();
    [&] { QTRY_VERIFY(!saved.isEmpty()); }();
    return id;
}

void openAgain(AuditSession& session, const QString& id)
{
    QSignalSpy opened(&session, &AuditSession::opened);
    session.open(id);
    [&] { QTRY_COMPARE(opened.size(), 1); }();
}

void allSaved(AuditSession& session)
{
    [&] { QTRY_COMPARE(session.store().waiting(), 0); }();
}

void run(AuditSession& session, const QStringList& probes)
{
    QSignalSpy finished(&session, &AuditSession::runFinished);
    RunRequest request;
    request.probes = probes;
    session.runProbes(request);
    [&] { QTRY_COMPARE(finished.size(), 1); }();
}

std::vector<FakeProbe> foreignKeys(int covered, int total)
{
    return {
        {QStringLiteral("postgres.foreign_keys"), foreignKeyFacts(covered, total), 2, ProbeSource::Postgres}};
}

} // namespace

void TestAuditSession::aNewAuditHasEveryCheckUndecided()
{
    UiWorld world;
    AuditSession session(*world.workbench);
    openNew(session);
    QCOMPARE(session.result().checks.size(), 71);
    QCOMPARE(session.result().score.undecided, 71);
    QCOMPARE(session.result().score.points, 0);
    QVERIFY(session.result().score.provisional);
}

void TestAuditSession::aMarkIsThereAfterARestart()
{
    UiWorld world;
    QString id;
    {
        AuditSession session(*world.workbench);
        id = openNew(session);
        QCOMPARE(session.setMark(QStringLiteral("9.1"), Mark::Warn).state, MarkAnswer::State::Made);
        session.setNote(QStringLiteral("9.1"), QStringLiteral("half typed"));
        session.toggleFlag(QStringLiteral("9.1"));
        allSaved(session);
    }
    world.restart();
    AuditSession session(*world.workbench);
    openAgain(session, id);
    const Judgment judgment = session.check(QStringLiteral("9.1"))->judgment;
    QCOMPARE(judgment.mark, Mark::Warn);
    QCOMPARE(judgment.note, QStringLiteral("half typed"));
    QVERIFY(judgment.flagged);
}

void TestAuditSession::notApplicableNeedsAReason()
{
    UiWorld world;
    AuditSession session(*world.workbench);
    openNew(session);
    const MarkAnswer asked = session.setMark(QStringLiteral("4.10"), Mark::NotApplicable);
    QCOMPARE(asked.state, MarkAnswer::State::NeedsReason);
    QVERIFY(!asked.why.isEmpty());
    QCOMPARE(session.check(QStringLiteral("4.10"))->mark(), Mark::Undecided);
    QCOMPARE(session.setMark(QStringLiteral("4.10"), Mark::NotApplicable, QStringLiteral("   ")).state,
             MarkAnswer::State::NeedsReason);
    QCOMPARE(
        session.setMark(QStringLiteral("4.10"), Mark::NotApplicable, QStringLiteral("not serverless")).state,
        MarkAnswer::State::Made);
    QCOMPARE(session.result().score.max, 70);
    QCOMPARE(session.check(QStringLiteral("4.10"))->judgment.reason, QStringLiteral("not serverless"));
}

void TestAuditSession::aPassAgainstAFailedProbeNeedsAReason()
{
    UiWorld world(foreignKeys(14, 15));
    AuditSession session(*world.workbench);
    openNew(session);
    run(session, {QStringLiteral("postgres.foreign_keys")});
    QTRY_COMPARE(session.check(QStringLiteral("2.2"))->suggestion.verdict, Verdict::Fail);
    QCOMPARE(session.setMark(QStringLiteral("2.2"), Mark::Pass).state, MarkAnswer::State::NeedsReason);
    QCOMPARE(session.setMark(QStringLiteral("2.2"), Mark::Pass, QStringLiteral("empty table")).state,
             MarkAnswer::State::Made);
    QCOMPARE(session.check(QStringLiteral("2.2"))->judgment.origin, Origin::Override);
    QCOMPARE(session.result().score.overruled, 1);
}

void TestAuditSession::acceptingTakesTheSuggestedMark()
{
    UiWorld world(foreignKeys(15, 15));
    AuditSession session(*world.workbench);
    openNew(session);
    run(session, {});
    QTRY_VERIFY(session.canAccept(QStringLiteral("2.2")));
    QCOMPARE(session.check(QStringLiteral("2.2"))->mark(), Mark::Undecided); // a suggestion is no mark
    QCOMPARE(session.acceptSuggestion(QStringLiteral("2.2")).state, MarkAnswer::State::Made);
    QCOMPARE(session.check(QStringLiteral("2.2"))->mark(), Mark::Pass);
    QCOMPARE(session.check(QStringLiteral("2.2"))->judgment.origin, Origin::Manual);
}

void TestAuditSession::nothingToAcceptWithoutProof()
{
    UiWorld world;
    AuditSession session(*world.workbench);
    openNew(session);
    QVERIFY(!session.canAccept(QStringLiteral("2.2")));
    QCOMPARE(session.acceptSuggestion(QStringLiteral("2.2")).state, MarkAnswer::State::Refused);
    QCOMPARE(session.check(QStringLiteral("2.2"))->mark(), Mark::Undecided);
}

void TestAuditSession::undoAndRedoSurviveARestart()
{
    UiWorld world;
    QString id;
    {
        AuditSession session(*world.workbench);
        session.setAuthor(QStringLiteral("A. Reviewer"));
        id = openNew(session);
        session.setMark(QStringLiteral("1.1"), Mark::Fail);
        session.setMark(QStringLiteral("1.1"), Mark::Warn);
        allSaved(session);
    }
    world.restart();
    {
        AuditSession session(*world.workbench);
        session.setAuthor(QStringLiteral("A. Reviewer"));
        openAgain(session, id);
        QVERIFY(session.canUndo());
        session.undo();
        QCOMPARE(session.check(QStringLiteral("1.1"))->mark(), Mark::Fail);
        allSaved(session);
    }
    world.restart();
    AuditSession session(*world.workbench);
    session.setAuthor(QStringLiteral("A. Reviewer"));
    openAgain(session, id);
    QCOMPARE(session.check(QStringLiteral("1.1"))->mark(), Mark::Fail);
    QVERIFY(session.canRedo());
    session.redo();
    QCOMPARE(session.check(QStringLiteral("1.1"))->mark(), Mark::Warn);
    session.undo();
    session.undo();
    QCOMPARE(session.check(QStringLiteral("1.1"))->mark(), Mark::Undecided);
}

void TestAuditSession::twoProgramsSeeEachOthersEntriesWithinTwoSeconds()
{
    UiWorld world;
    AuditSession first(*world.workbench);
    first.setAuthor(QStringLiteral("A. Reviewer"));
    const QString id = openNew(first);
    StoreThread otherStore(world.storePath());
    otherStore.open();
    const Workbench other{world.clock, world.checklist, world.probes,          world.doctors,
                          otherStore,  *world.secrets,  QStringLiteral("test")};
    AuditSession second(other);
    second.setAuthor(QStringLiteral("B. Lead"));
    openAgain(second, id);
    QSignalSpy told(&first, &AuditSession::othersWrote);
    second.setMark(QStringLiteral("5.1"), Mark::Fail);
    QTRY_COMPARE_WITH_TIMEOUT(first.check(QStringLiteral("5.1"))->mark(), Mark::Fail, 2000);
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.constFirst().at(1).toString(), QStringLiteral("B. Lead"));
    first.setMark(QStringLiteral("5.2"), Mark::Warn);
    QTRY_COMPARE_WITH_TIMEOUT(second.check(QStringLiteral("5.2"))->mark(), Mark::Warn, 2000);
    QCOMPARE(second.check(QStringLiteral("5.1"))->mark(), Mark::Fail);
}

void TestAuditSession::stoppingARunKeepsWhatWasMeasured()
{
    FakeProbe fast{QStringLiteral("postgres.foreign_keys"), foreignKeyFacts(15, 15), 0,
                   ProbeSource::Postgres};
    FakeProbe slow{QStringLiteral("redis.keys"), {}, 500, ProbeSource::Redis};
    slow.facts.probe = slow.id;
    slow.facts.checks = {QStringLiteral("3.2")};
    UiWorld world({fast, slow});
    AuditSession session(*world.workbench);
    openNew(session);
    QSignalSpy finished(&session, &AuditSession::runFinished);
    session.runProbes({});
    QTRY_COMPARE(session.activity().value(fast.id).state, ProbeState::Done);
    QTRY_COMPARE(session.activity().value(slow.id).state, ProbeState::Running);
    session.stopProbes();
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(finished.constFirst().constFirst().toBool());
    QCOMPARE(session.activity().value(slow.id).state, ProbeState::Cancelled);
    QVERIFY(session.document().facts().contains(fast.id));
    QTRY_VERIFY(session.check(QStringLiteral("3.2"))->suggestion.verdict != Verdict::Pass);
}

void TestAuditSession::anAttachmentComesBackByteForByte()
{
    UiWorld world;
    AuditSession session(*world.workbench);
    openNew(session);
    const QByteArray bytes("\x89PNG\0\xff", 6);
    session.attach(QStringLiteral("1.1"), bytes, QStringLiteral("apm.png"), QStringLiteral("image/png"));
    QTRY_COMPARE(session.check(QStringLiteral("1.1"))->attachments.size(), 1);
    const AttachmentRef attachment = session.check(QStringLiteral("1.1"))->attachments.constFirst();
    QCOMPARE(attachment.size, 6);
    QByteArray read;
    session.loadAttachment(attachment.blob, this,
                           [&](Result<QByteArray> loaded) { read = loaded.value_or({}); });
    QTRY_COMPARE(read, bytes);
    session.removeAttachment(QStringLiteral("1.1"), attachment.blob);
    QVERIFY(session.check(QStringLiteral("1.1"))->attachments.isEmpty());
}

void TestAuditSession::aSnapshotIsTheFrozenResult()
{
    UiWorld world;
    AuditSession session(*world.workbench);
    openNew(session);
    session.setMark(QStringLiteral("7.1"), Mark::Fail);
    QSignalSpy stored(&session, &AuditSession::snapshotSaved);
    session.saveSnapshot(QStringLiteral("before the fix"));
    QTRY_COMPARE(stored.size(), 1);
    session.setMark(QStringLiteral("7.1"), Mark::Warn);
    QCOMPARE(session.document().snapshots().size(), 1);
    std::optional<AuditResult> frozen;
    session.loadSnapshot(session.document().snapshots().constFirst(), this, [&](Result<AuditResult> loaded) {
        if (loaded) {
            frozen = *loaded;
        }
    });
    QTRY_VERIFY(frozen.has_value());
    QCOMPARE(frozen->find(QStringLiteral("7.1"))->mark(), Mark::Fail);
    QCOMPARE(frozen->snapshotLabel, QStringLiteral("before the fix"));
}

void TestAuditSession::aMissingAuditIsOneClearError()
{
    UiWorld world;
    AuditSession session(*world.workbench);
    QSignalSpy failed(&session, &AuditSession::openFailed);
    session.open(QStringLiteral("no-such-audit"));
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(
        failed.constFirst().constFirst().value<Error>().message.contains(QStringLiteral("no-such-audit")));
    QVERIFY(!session.isOpen());
}

void TestAuditSession::whatIsNoJournalIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("not JSON") << QByteArray("hello");
    QTest::newRow("no entries") << QByteArray(R"({"entries": [], "blobs": {}})");
    QTest::newRow("an entry without an id") << QByteArray(R"({"entries": [{"audit": "a", "kind": "note"}]})");
    QTest::newRow("an unknown kind") << QByteArray(
        R"({"entries": [{"id": "1", "audit": "a", "kind": "dance", "time": "2026-11-24T10:00:00Z"}]})");
    QTest::newRow("no time") << QByteArray(
        R"({"entries": [{"id": "1", "audit": "a", "kind": "note", "time": "soon"}]})");
}

void TestAuditSession::whatIsNoJournalIsRefused()
{
    QFETCH(QByteArray, json);
    UiWorld world;
    AuditSession session(*world.workbench);
    QSignalSpy failed(&session, &AuditSession::openFailed);
    session.importJournal(json);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(!session.isOpen());
}

void TestAuditSession::theNextUndecidedGoesRoundTheEnd()
{
    UiWorld world;
    AuditSession session(*world.workbench);
    openNew(session);
    WalkPresenter walk(session);
    walk.setCurrent(QStringLiteral("9.5"));
    QVERIFY(walk.nextUndecided());
    QCOMPARE(walk.current(), QStringLiteral("1.1"));
    walk.mark(Mark::Fail);
    walk.next();
    walk.mark(Mark::Warn);
    walk.setCurrent(QStringLiteral("9.5"));
    QVERIFY(walk.nextUndecided());
    QCOMPARE(walk.current(), QStringLiteral("1.3"));
}

void TestAuditSession::aNumberIsFoundHoweverItIsTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("check");
    QTest::newRow("with its dot") << QStringLiteral("2.2") << QStringLiteral("2.2");
    QTest::newRow("without") << QStringLiteral("22") << QStringLiteral("2.2");
    QTest::newRow("two digits") << QStringLiteral("410") << QStringLiteral("4.10");
    QTest::newRow("a section") << QStringLiteral(" 3 ") << QStringLiteral("3.1");
    QTest::newRow("none such stays where it is") << QStringLiteral("2.99") << QStringLiteral("1.1");
}

void TestAuditSession::aNumberIsFoundHoweverItIsTyped()
{
    QFETCH(QString, typed);
    QFETCH(QString, check);
    UiWorld world;
    AuditSession session(*world.workbench);
    openNew(session);
    WalkPresenter walk(session);
    walk.goTo(typed);
    QCOMPARE(walk.current(), check);
}

QTEST_GUILESS_MAIN(TestAuditSession)
#include "tst_audit_session.moc"
