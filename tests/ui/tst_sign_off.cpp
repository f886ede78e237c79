// Sign-off from the window, and audits that go into files and come back.
#include "tests/ui/ui_world.h"
#include "ui/pages/main_window.h"
#include "ui/pages/sign_dialog.h"
#include "ui/pages/walk_page.h"
#include "ui/style/theme_controller.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

Q_DECLARE_METATYPE(std::function<void(awb::AuditSession&)>)

using namespace awb;
using namespace awb::test;

namespace
{

class OpenAudit
{
public:
    OpenAudit() : session(*world.workbench)
    {
        session.setAuthor(QStringLiteral("A. Reviewer"));
        QSignalSpy opened(&session, &AuditSession::opened);
        session.createAudit(auditMeta(QStringLiteral("Checkout")));
        [&] { QTRY_COMPARE(opened.size(), 1); }();
    }
    void signBoth()
    {
        session.signOff(Seat::Reviewer, QStringLiteral("Ana"));
        session.signOff(Seat::Lead, QStringLiteral("Ben"));
    }

    UiWorld world;
    AuditSession session;
};

} // namespace

class TestSignOff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothSeatsFreezeTheAuditAndKeepIt();
    void aFrozenAuditRefusesEveryChange_data();
    void aFrozenAuditRefusesEveryChange();
    void theNextRevisionIsChangedAndSignedAgain();
    void theScorecardSignsFromTheWindow();
    void aSignatureNeedsANameAndItsBox();
    void anAuditGoesIntoAFileAndComesBack_data();
    void anAuditGoesIntoAFileAndComesBack();
    void theOpenFileIsNotOverwritten();
    void anUnwritableFolderIsSaid();
    void whatIsNoAuditIsRefused_data();
    void whatIsNoAuditIsRefused();
    void aFileIsAttachedFromAWorker();
    void aTooLargeFileIsRefused();
    void aPastedPictureBecomesAnAttachment();
};

void TestSignOff::bothSeatsFreezeTheAuditAndKeepIt()
{
    OpenAudit open;
    open.session.setMark(QStringLiteral("9.1"), Mark::Warn);
    open.session.signOff(Seat::Reviewer, QStringLiteral("Ana"));
    QVERIFY(!open.session.isFrozen());
    open.session.signOff(Seat::Lead, QStringLiteral("Ben"));
    QVERIFY(open.session.isFrozen());
    QVERIFY(open.session.isReadOnly());
    QTRY_COMPARE(open.session.document().snapshots().size(), 1);
    QCOMPARE(open.session.document().snapshots().constFirst().label, QStringLiteral("Revision 1, signed"));
    QVERIFY(open.session.isFrozen()); // the snapshot is no change
    AuditResult kept;
    open.session.loadSnapshot(open.session.document().snapshots().constFirst(), this,
                              [&](Result<AuditResult> loaded) { kept = *loaded; });
    QTRY_COMPARE(kept.signOffs.size(), 2);
    QCOMPARE(kept.signOffs.at(1).name, QStringLiteral("Ben"));
    QCOMPARE(kept.find(QStringLiteral("9.1"))->mark(), Mark::Warn);
}

void TestSignOff::aFrozenAuditRefusesEveryChange_data()
{
    using Change = std::function<void(AuditSession&)>;
    QTest::addColumn<Change>("change");
    const QString id = QStringLiteral("9.1");
    QTest::newRow("mark") << Change([id](AuditSession& s) { s.setMark(id, Mark::Fail); });
    QTest::newRow("note") << Change([id](AuditSession& s) { s.setNote(id, QStringLiteral("x")); });
    QTest::newRow("flag") << Change([id](AuditSession& s) { s.toggleFlag(id); });
    QTest::newRow("actions") << Change([](AuditSession& s) { s.setActions({}); });
    QTest::newRow("details") << Change([](AuditSession& s) { s.setMeta({}); });
    QTest::newRow("letter") << Change([](AuditSession& s) { s.setByLetter(true); });
    QTest::newRow("snapshot") << Change([](AuditSession& s) { s.saveSnapshot(QStringLiteral("x")); });
    QTest::newRow("probes") << Change([](AuditSession& s) { s.runProbes({}); });
    QTest::newRow("a third signature")
        << Change([](AuditSession& s) { s.signOff(Seat::Lead, QStringLiteral("x")); });
    QTest::newRow("attachment") << Change(
        [id](AuditSession& s) { s.attachFile(id, QStringLiteral("/etc/hosts")); });
}

void TestSignOff::aFrozenAuditRefusesEveryChange()
{
    QFETCH(std::function<void(AuditSession&)>, change);
    OpenAudit open;
    open.session.setMark(QStringLiteral("9.1"), Mark::Warn);
    open.signBoth();
    QTRY_COMPARE(open.session.document().snapshots().size(), 1);
    const qsizetype entries = open.session.document().journal().size();
    QSignalSpy problem(&open.session, &AuditSession::problem);
    change(open.session);
    QCOMPARE(problem.size(), 1);
    QVERIFY(problem.constFirst().constFirst().value<Error>().message.contains(QStringLiteral("frozen")));
    QVERIFY(!open.session.canUndo());
    open.session.undo();
    QCOMPARE(open.session.document().journal().size(), entries);
    QVERIFY(open.session.isFrozen());
}

void TestSignOff::theNextRevisionIsChangedAndSignedAgain()
{
    OpenAudit open;
    open.signBoth();
    QTRY_COMPARE(open.session.document().snapshots().size(), 1); // made on a worker
    QCOMPARE(open.session.document().snapshots().at(0).label, QStringLiteral("Revision 1, signed"));
    open.session.beginRevision();
    QVERIFY(!open.session.isReadOnly());
    QCOMPARE(open.session.result().revision, 2);
    QCOMPARE(open.session.setMark(QStringLiteral("9.1"), Mark::Fail).state, MarkAnswer::State::Made);
    open.signBoth();
    QVERIFY(open.session.isFrozen());
    QTRY_COMPARE(open.session.document().snapshots().size(), 2);
    QCOMPARE(open.session.document().snapshots().at(1).label, QStringLiteral("Revision 2, signed"));
}

void TestSignOff::theScorecardSignsFromTheWindow()
{
    UiWorld world;
    MainWindow window(*world.workbench);
    window.resize(1440, 900);
    window.show();
    QSignalSpy opened(&window.session(), &AuditSession::opened);
    window.session().createAudit(auditMeta(QStringLiteral("Checkout")));
    QTRY_COMPARE(opened.size(), 1);
    window.showPage(PageId::Scorecard);
    for (const char* seat : {"sign-reviewer", "sign-lead"}) {
        auto* button = window.findChild<QPushButton*>(QLatin1String(seat));
        QVERIFY(button && button->isEnabled());
        button->click();
        auto* dialog = window.findChild<SignDialog*>(QStringLiteral("signDialog"));
        QVERIFY(dialog);
        dialog->findChild<QCheckBox*>(QStringLiteral("sign-agreed"))->setChecked(true);
        dialog->findChild<QPushButton*>(QStringLiteral("sign-yes"))->click();
        QTRY_VERIFY(!window.findChild<SignDialog*>(QStringLiteral("signDialog")));
    }
    QVERIFY(window.session().isFrozen());
    QVERIFY(window.findChild<QLabel*>(QStringLiteral("signed-lead"))
                ->text()
                .startsWith(QStringLiteral("B. Lead")));
    window.showPage(PageId::Walk, QStringLiteral("1.1"));
    QTest::keyClick(window.focusWidget(), Qt::Key_P);
    QCOMPARE(window.session().check(QStringLiteral("1.1"))->mark(), Mark::Undecided);
    window.showPage(PageId::Scorecard);
    auto* next = window.findChild<QPushButton*>(QStringLiteral("begin-revision"));
    QVERIFY(next->isVisible());
    next->click();
    QVERIFY(!window.session().isFrozen());
    QVERIFY(!next->isVisible());
}

void TestSignOff::aSignatureNeedsANameAndItsBox()
{
    SignDialog dialog(
        {QStringLiteral("Sign?"), QStringLiteral("1 of 71"), {QStringLiteral("70 are undecided")}, {}},
        nullptr);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto* sign = dialog.findChild<QPushButton*>(QStringLiteral("sign-yes"));
    QVERIFY(dialog.findChild<QPushButton*>(QStringLiteral("sign-no"))->hasFocus());
    QVERIFY(!sign->isEnabled());
    dialog.findChild<QCheckBox*>(QStringLiteral("sign-agreed"))->setChecked(true);
    QVERIFY(!sign->isEnabled());
    dialog.findChild<QLineEdit*>(QStringLiteral("sign-name"))->setText(QStringLiteral("Ana"));
    QVERIFY(sign->isEnabled());
    QVERIFY(dialog.findChild<QWidget*>(QStringLiteral("sign-open")));
}

void TestSignOff::anAuditGoesIntoAFileAndComesBack_data()
{
    QTest::addColumn<QString>("ending");
    QTest::newRow("audit file") << ".audit";
    QTest::newRow("text form") << ".json";
}

void TestSignOff::anAuditGoesIntoAFileAndComesBack()
{
    QFETCH(QString, ending);
    OpenAudit open;
    open.session.setMark(QStringLiteral("9.1"), Mark::Warn);
    open.session.setNote(QStringLiteral("9.1"), QStringLiteral("größer"));
    open.session.attach(QStringLiteral("9.1"), QByteArray("\0\xff picture", 10), QStringLiteral("apm.png"),
                        QStringLiteral("image/png"));
    QTRY_COMPARE(open.session.check(QStringLiteral("9.1"))->attachments.size(), 1);
    QTRY_COMPARE(open.session.store().waiting(), 0);
    const QString path = open.world.home.filePath(QStringLiteral("copy") + ending);
    QSignalSpy exported(&open.session, &AuditSession::exported);
    open.session.exportTo(path);
    QTRY_COMPARE(exported.size(), 1);
    QVERIFY(QFile::exists(path));
    QVERIFY(!QFile::exists(path + QStringLiteral("-wal")));

    UiWorld elsewhere;
    AuditSession other(*elsewhere.workbench);
    QSignalSpy opened(&other, &AuditSession::opened);
    other.importFile(path);
    QTRY_COMPARE(opened.size(), 1);
    QCOMPARE(other.check(QStringLiteral("9.1"))->mark(), Mark::Warn);
    QCOMPARE(other.check(QStringLiteral("9.1"))->judgment.note, QStringLiteral("größer"));
    QByteArray picture;
    other.loadAttachment(other.check(QStringLiteral("9.1"))->attachments.constFirst().blob, this,
                         [&](const Result<QByteArray>& bytes) { picture = bytes.value_or({}); });
    QTRY_COMPARE(picture, QByteArray("\0\xff picture", 10));
    QVERIFY(!other.isReadOnly());
}

void TestSignOff::theOpenFileIsNotOverwritten()
{
    OpenAudit open;
    QTRY_COMPARE(open.session.store().waiting(), 0);
    QSignalSpy problem(&open.session, &AuditSession::problem);
    open.session.exportTo(open.world.storePath());
    QTRY_COMPARE(problem.size(), 1);
    QVERIFY(QFile::exists(open.world.storePath()));
}

void TestSignOff::anUnwritableFolderIsSaid()
{
    OpenAudit open;
    QSignalSpy problem(&open.session, &AuditSession::problem);
    open.session.exportTo(QStringLiteral("/no/such/folder/x.audit"));
    QTRY_COMPARE(problem.size(), 1);
    open.session.exportTo(QStringLiteral("/no/such/folder/x.json"));
    QTRY_COMPARE(problem.size(), 2);
}

void TestSignOff::whatIsNoAuditIsRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("not a database") << "x.audit" << QByteArray(5000, 'x');
    QTest::newRow("no JSON") << "x.json" << QByteArray("{\"entries\": [");
    QTest::newRow("a result") << "x.json" << QByteArray("{\"schema\": \"auditbench/result/1\"}");
    QTest::newRow("other JSON") << "x.json" << QByteArray("{\"a\": 1}");
}

void TestSignOff::whatIsNoAuditIsRefused()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    UiWorld world;
    AuditSession session(*world.workbench);
    const QString path = world.home.filePath(name);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    QSignalSpy failed(&session, &AuditSession::openFailed);
    session.importFile(path);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(!failed.constFirst().constFirst().value<Error>().message.isEmpty());
    QVERIFY(!session.isOpen());
}

void TestSignOff::aFileIsAttachedFromAWorker()
{
    OpenAudit open;
    const QString path = open.world.home.filePath(QStringLiteral("plan.txt"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Seq Scan on orders");
    file.close();
    open.session.attachFile(QStringLiteral("1.1"), path);
    QVERIFY(open.session.check(QStringLiteral("1.1"))->attachments.isEmpty()); // not read in this thread
    QTRY_COMPARE(open.session.check(QStringLiteral("1.1"))->attachments.size(), 1);
    const AttachmentRef made = open.session.check(QStringLiteral("1.1"))->attachments.constFirst();
    QCOMPARE(made.name, QStringLiteral("plan.txt"));
    QCOMPARE(made.type, QStringLiteral("text/plain"));
    QCOMPARE(made.size, 18);
}

void TestSignOff::aTooLargeFileIsRefused()
{
    OpenAudit open;
    const QString path = open.world.home.filePath(QStringLiteral("huge.bin"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.resize(17 * 1024 * 1024));
    file.close();
    QSignalSpy problem(&open.session, &AuditSession::problem);
    open.session.attachFile(QStringLiteral("1.1"), path);
    QTRY_COMPARE(problem.size(), 1);
    QVERIFY(problem.constFirst().constFirst().value<Error>().message.contains(QStringLiteral("16 MiB")));
    open.session.attachFile(QStringLiteral("1.1"), QStringLiteral("/no/such/file"));
    QTRY_COMPARE(problem.size(), 2);
    QVERIFY(open.session.check(QStringLiteral("1.1"))->attachments.isEmpty());
}

void TestSignOff::aPastedPictureBecomesAnAttachment()
{
    OpenAudit open;
    QImage picture(20, 10, QImage::Format_RGB32);
    picture.fill(Qt::red);
    open.session.attachImage(QStringLiteral("1.1"), picture, QStringLiteral("screenshot.png"));
    QTRY_COMPARE(open.session.check(QStringLiteral("1.1"))->attachments.size(), 1);
    QByteArray bytes;
    open.session.loadAttachment(open.session.check(QStringLiteral("1.1"))->attachments.constFirst().blob,
                                this, [&](const Result<QByteArray>& loaded) { bytes = loaded.value_or({}); });
    QTRY_VERIFY(!bytes.isEmpty());
    QCOMPARE(QImage::fromData(bytes).size(), QSize(20, 10));
}

int main(int argc, char** argv)
{
    const awb::test::TempWorld home;
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("auditbench"));
    QCoreApplication::setApplicationName(QStringLiteral("auditbench"));
    awb::ThemeController theme(application);
    TestSignOff test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_sign_off.moc"
