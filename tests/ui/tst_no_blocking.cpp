// The GUI thread waits for nobody: no disk flush, no name lookup, no connection, no sleep and no wait for a
// socket inside an event handler. The C library's own calls are watched, so it does not matter who makes
// them.
#include "tests/ui/load_target.h"
#include "tests/ui/ui_world.h"
#include "tests/ui/window_steps.h"
#include "ui/pages/load_page.h"
#include "ui/pages/main_window.h"
#include "ui/pages/walk_page.h"
#include "ui/style/theme_controller.h"

#include <QApplication>
#include <QEventLoop>
#include <QFile>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <dlfcn.h>
#include <execinfo.h>
#include <netdb.h>
#include <poll.h>
#include <pthread.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include <atomic>

namespace
{

pthread_t guiThread;
std::atomic<bool> inHandler = false;
QStringList* blocked = nullptr; // of the GUI thread, inside a handler

void note(const char* call)
{
    if (!blocked || !inHandler || !pthread_equal(pthread_self(), guiThread))
        return;
    blocked->append(QString::fromLatin1(call));
    if (qEnvironmentVariableIsSet("AWB_TRACE")) {
        void* frames[40];
        backtrace_symbols_fd(frames, backtrace(frames, 40), 2);
    }
}

template<typename Function>
Function next(const char* name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

} // namespace

// The program's own symbols come before the C library's, for Qt, SQLite and everybody else in this process.
extern "C" {

__attribute__((visibility("default"))) int fsync(int fd)
{
    note("fsync");
    return next<int (*)(int)>("fsync")(fd);
}

__attribute__((visibility("default"))) int fdatasync(int fd)
{
    note("fdatasync");
    return next<int (*)(int)>("fdatasync")(fd);
}

__attribute__((visibility("default"))) int connect(int fd, const sockaddr* address, socklen_t length)
{
    note("connect");
    return next<int (*)(int, const sockaddr*, socklen_t)>("connect")(fd, address, length);
}

__attribute__((visibility("default"))) int getaddrinfo(const char* node, const char* service,
                                                       const addrinfo* hints, addrinfo** found)
{
    note("getaddrinfo");
    return next<int (*)(const char*, const char*, const addrinfo*, addrinfo**)>("getaddrinfo")(node, service,
                                                                                               hints, found);
}

__attribute__((visibility("default"))) int nanosleep(const timespec* wanted, timespec* left)
{
    note("nanosleep");
    return next<int (*)(const timespec*, timespec*)>("nanosleep")(wanted, left);
}

__attribute__((visibility("default"))) int clock_nanosleep(clockid_t clock, int flags, const timespec* wanted,
                                                           timespec* left)
{
    note("clock_nanosleep");
    return next<int (*)(clockid_t, int, const timespec*, timespec*)>("clock_nanosleep")(clock, flags, wanted,
                                                                                        left);
}

__attribute__((visibility("default"))) int poll(pollfd* fds, nfds_t count, int timeout)
{
    if (timeout != 0)
        note("poll");
    return next<int (*)(pollfd*, nfds_t, int)>("poll")(fds, count, timeout);
}

__attribute__((visibility("default"))) int ppoll(pollfd* fds, nfds_t count, const timespec* timeout,
                                                 const sigset_t* mask)
{
    if (!timeout || timeout->tv_sec != 0 || timeout->tv_nsec != 0)
        note("ppoll");
    return next<int (*)(pollfd*, nfds_t, const timespec*, const sigset_t*)>("ppoll")(fds, count, timeout,
                                                                                     mask);
}

} // extern "C"

using namespace awb;
using namespace awb::test;

namespace
{

class WatchingApplication : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override
    {
        if (!pthread_equal(pthread_self(), guiThread)) // the store's thread comes by here too
            return QApplication::notify(receiver, event);
        const bool outer = inHandler.exchange(true);
        const bool answer = QApplication::notify(receiver, event);
        inHandler = outer;
        return answer;
    }
};

// Whether a widget was painted since.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(QWidget* widget) { widget->installEventFilter(this); }

    bool seen() const { return seen_; }
    bool eventFilter(QObject*, QEvent* event) override
    {
        seen_ = seen_ || event->type() == QEvent::Paint;
        return false;
    }

private:
    bool seen_ = false;
};

// Until a probe moves or the run ends; false: neither came.
bool waitForMove(AuditSession& session)
{
    if (!session.isRunning())
        return true;
    QEventLoop loop;
    bool moved = false;
    const auto end = [&] {
        moved = true;
        loop.quit();
    };
    QObject::connect(&session, &AuditSession::probeChanged, &loop, end);
    QObject::connect(&session, &AuditSession::runFinished, &loop, end);
    QTimer::singleShot(10000, &loop, &QEventLoop::quit);
    loop.exec();
    return moved;
}

} // namespace

class TestNoBlocking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theWatchSeesABlockingCall();
    void nothingBlocksWhileProbesRun();
    void nothingBlocksWhileARealLoadRunsAndStops();
    void nothingBlocksWhileAnAuditIsMadeOpenedAndClosed();
    void nothingBlocksWhileFilesComeAndGo();

private:
    QStringList seen_;
};

void TestNoBlocking::init()
{
    seen_.clear();
    blocked = &seen_;
}

void TestNoBlocking::cleanup()
{
    blocked = nullptr;
}

void TestNoBlocking::theWatchSeesABlockingCall()
{
    QTimer::singleShot(0, this, [] {
        const timespec moment{0, 1000};
        nanosleep(&moment, nullptr);
    });
    QTRY_COMPARE(seen_, QStringList{QStringLiteral("nanosleep")});
}

void TestNoBlocking::nothingBlocksWhileProbesRun()
{
    UiWorld world(
        {{QStringLiteral("postgres.foreign_keys"), foreignKeyFacts(10, 300), 20, ProbeSource::Postgres}});
    MainWindow window(*world.workbench);
    QVERIFY(openAudit(window, profileText()));
    QSignalSpy finished(&window.session(), &AuditSession::runFinished);
    window.session().runProbes({});
    const Qt::Key keys[] = {Qt::Key_W, Qt::Key_J, Qt::Key_F, Qt::Key_A, Qt::Key_J};
    for (int i = 0; finished.isEmpty() && i < 1000; ++i) {
        QTest::keyClick(window.focusWidget(), keys[i % 5]);
        if (i % 10 == 0)
            window.showPage(i % 20 == 0 ? PageId::Probes : PageId::Walk);
        QVERIFY(waitForMove(window.session()));
    }
    QCOMPARE(finished.size(), 1);
    for (const PageId id : {PageId::Scorecard, PageId::Snapshots, PageId::Report, PageId::Walk}) {
        window.showPage(id); // made when it is first shown
        PaintWatch painted(window.page(id));
        window.page(id)->update();
        QTRY_VERIFY(painted.seen());
    }
    QCOMPARE(seen_, QStringList());
}

void TestNoBlocking::nothingBlocksWhileARealLoadRunsAndStops()
{
    using namespace std::chrono_literals;
    LoadTarget target;
    UiWorld world;
    world.probes = LoadTarget::probes(200ms, 30s);
    MainWindow window(*world.workbench);
    QVERIFY(openAudit(window, target.profileText()));
    window.showPage(PageId::LoadRun);
    auto* page = qobject_cast<LoadPage*>(window.page(PageId::LoadRun));
    auto* button = page->findChild<QPushButton*>(QStringLiteral("load-button"));
    QSignalSpy changed(&page->presenter(), &LoadPresenter::changed);
    QVERIFY(startLoad(*page));
    QSet<QString> shown; // what the figures said while it ran
    while (shown.size() < 6) {
        QVERIFY2(changed.wait(20000), qPrintable(QString::number(shown.size())));
        QVERIFY(window.session().isRunning());
        if (page->presenter().view().state == LoadState::Running &&
            page->presenter().view().rate.value.size() > 0)
            shown.insert(page->presenter().view().errors.note + page->presenter().view().p99.note);
    }
    QVERIFY(target.server.requests() > 20);
    QSignalSpy finished(&window.session(), &AuditSession::runFinished);
    button->click(); // the same button, now Stop
    QTRY_COMPARE(finished.size(), 1);
    QTRY_COMPARE(page->presenter().view().state, LoadState::Stored);
    QCOMPARE(seen_, QStringList());
}

void TestNoBlocking::nothingBlocksWhileAnAuditIsMadeOpenedAndClosed()
{
    UiWorld world;
    MainWindow window(*world.workbench);
    QVERIFY(openAudit(window, profileText()));
    window.session().setMark(QStringLiteral("9.1"), Mark::Warn);
    window.session().saveSnapshot(QStringLiteral("Q4"));
    QTRY_COMPARE(window.session().document().snapshots().size(), 1);
    window.session().signOff(Seat::Reviewer, QStringLiteral("Ana"));
    window.session().signOff(Seat::Lead, QStringLiteral("Ben"));
    QTRY_COMPARE(window.session().document().snapshots().size(), 2);
    const QString id = window.session().document().id();
    window.session().close();
    QSignalSpy opened(&window.session(), &AuditSession::opened);
    window.session().open(id);
    QTRY_COMPARE(opened.size(), 1);
    QCOMPARE(seen_, QStringList());
}

void TestNoBlocking::nothingBlocksWhileFilesComeAndGo()
{
    UiWorld world;
    MainWindow window(*world.workbench);
    QVERIFY(openAudit(window, profileText()));
    AuditSession& session = window.session();
    QFile file(world.home.filePath(QStringLiteral("log.txt")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(1'000'000, 'x'));
    file.close();
    session.attachFile(QStringLiteral("1.1"), file.fileName());
    QTRY_COMPARE(session.check(QStringLiteral("1.1"))->attachments.size(), 1);
    QTRY_COMPARE(session.store().waiting(), 0);
    QSignalSpy exported(&session, &AuditSession::exported);
    const QString path = world.home.filePath(QStringLiteral("copy.audit"));
    session.exportTo(path);
    QTRY_COMPARE(exported.size(), 1);
    QSignalSpy opened(&session, &AuditSession::opened);
    session.openFile(path);
    QTRY_COMPARE(opened.size(), 1);
    QCOMPARE(session.check(QStringLiteral("1.1"))->attachments.size(), 1);
    QCOMPARE(seen_, QStringList());
}

int main(int argc, char** argv)
{
    guiThread = pthread_self();
    const awb::test::TempWorld home;
    // Without a display server: its answers would be waited for in a socket, and are not ours to judge.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    WatchingApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("auditbench"));
    QCoreApplication::setApplicationName(QStringLiteral("auditbench"));
    awb::ThemeController theme(application);
    TestNoBlocking test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_no_blocking.moc"
