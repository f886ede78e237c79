#include "core/probe/external_process.h"
#include "tests/core/machine_lag.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <sys/stat.h>
#include <sys/wait.h>

#include <cerrno>
#include <csignal>
#include <thread>

using namespace awb;
using namespace std::chrono_literals;

namespace
{

ProcessPlan shell(const char* script)
{
    return {QStringLiteral("/bin/sh"), {QStringLiteral("-c"), QString::fromUtf8(script)}, {}, {}, 20s};
}

struct Ran
{
    QByteArrayList lines;
    int code = -1;
    int signal = 0;
    QByteArray errors;
    bool overDeadline = false;
    bool hasLongLines = false;
};

Ran runToItsEnd(const ProcessPlan& plan)
{
    Ran ran;
    auto process = ExternalProcess::start(plan);
    if (!process) {
        ran.errors = process.error().message.toUtf8();
        return ran;
    }
    while ((*process)->isRunning()) {
        (*process)->advance([&](const QByteArray& line) { ran.lines << line; });
        std::this_thread::sleep_for(2ms);
    }
    ran.code = (*process)->exitCode();
    ran.signal = (*process)->signal();
    ran.errors = (*process)->errors();
    ran.overDeadline = (*process)->isOverDeadline();
    ran.hasLongLines = (*process)->hasLongLines();
    return ran;
}

bool hasNoChildren()
{
    return ::waitpid(-1, nullptr, WNOHANG) == -1 && errno == ECHILD;
}

int modeOf(const QString& path)
{
    struct stat found
    {
    };
    return ::stat(path.toLocal8Bit().constData(), &found) == 0 ? static_cast<int>(found.st_mode & 07777) : -1;
}

} // namespace

class TestExternalProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QVERIFY(hasNoChildren()); }

    void lines_errors_and_the_exit_code_are_handed_on()
    {
        const Ran ran = runToItsEnd(shell("echo one; echo two >&2; printf 'three\\nfour'; exit 7"));
        QCOMPARE(ran.lines, (QByteArrayList{"one", "three", "four"}));
        QCOMPARE(ran.errors, QByteArray("two\n"));
        QCOMPARE(ran.code, 7);
        QCOMPARE(ran.signal, 0);
    }

    void much_output_is_bounded()
    {
        const Ran many = runToItsEnd(shell("seq 1 200000; seq 1 100000 >&2"));
        QCOMPARE(many.lines.size(), 200000);
        QCOMPARE(many.lines.last(), QByteArray("200000"));
        QCOMPARE(many.errors.size(), 16 * 1024);
        const Ran longLine = runToItsEnd(shell("head -c 3000000 /dev/zero | tr '\\0' x; echo; echo after"));
        QVERIFY(longLine.hasLongLines);
        QCOMPARE(longLine.lines, (QByteArrayList{"after"}));
    }

    void a_program_that_is_none_says_so()
    {
        ProcessPlan plan = shell("");
        plan.program = QStringLiteral("/nowhere/tool");
        const auto gone = ExternalProcess::start(plan);
        QVERIFY(!gone);
        QCOMPARE(gone.error().code, ErrorCode::NotFound);
        plan.program = QStringLiteral("/etc/passwd");
        const auto forbidden = ExternalProcess::start(plan);
        QVERIFY(!forbidden);
        QCOMPARE(forbidden.error().code, ErrorCode::Permission);
    }

    void its_environment_holds_nothing_of_ours_but_what_is_needed()
    {
        qputenv("AWB_SHOP_TOKEN", "s3cr3t-value");
        ProcessPlan plan = shell("env");
        plan.environment.insert("GIVEN", "a=b");
        const Ran ran = runToItsEnd(plan);
        qunsetenv("AWB_SHOP_TOKEN");
        QVERIFY(ran.lines.contains("GIVEN=a=b"));
        QVERIFY(ran.lines.contains("PATH=" + qgetenv("PATH")));
        QVERIFY(!ran.lines.join('\n').contains("s3cr3t"));
    }

    void it_has_no_input_and_none_of_our_files()
    {
        QFile open(QFileInfo(QCoreApplication::applicationFilePath()).absoluteFilePath());
        QVERIFY(open.open(QIODevice::ReadOnly));
        const int inherited = ::dup(open.handle()); // without close-on-exec
        const Ran ran = runToItsEnd(shell("cat; ls /proc/$$/fd | sort -n | tr '\\n' ' '"));
        ::close(inherited);
        QCOMPARE(ran.lines.size(), 1);
        QVERIFY2(!ran.lines.first().split(' ').contains(QByteArray::number(inherited)),
                 ran.lines.first().constData());
    }

    void an_interrupt_is_polite_first_and_then_is_not_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<bool>("polite");
        QTest::newRow("one that ends by itself")
            << QByteArray("trap 'echo bye; exit 3' INT; echo up; sleep 20 & wait") << true;
        QTest::newRow("one that will not")
            << QByteArray("trap '' INT; echo up; while :; do sleep 1; done") << false;
    }
    void an_interrupt_is_polite_first_and_then_is_not()
    {
        QFETCH(QByteArray, script);
        QFETCH(bool, polite);
        auto process = ExternalProcess::start(shell(script.constData()));
        QVERIFY(process);
        QByteArrayList lines;
        const auto take = [&](const QByteArray& line) { lines << line; };
        while (lines.isEmpty() && (*process)->isRunning()) {
            (*process)->advance(take);
            std::this_thread::sleep_for(1ms);
        }
        const awb::test::MachineLag machine;
        QElapsedTimer asked;
        asked.start();
        (*process)->interrupt(polite ? 5000ms : 70ms);
        while ((*process)->isRunning()) {
            (*process)->advance(take);
            std::this_thread::sleep_for(1ms);
        }
        QVERIFY2(polite || asked.elapsed() < 100 + machine.worstMs(),
                 qPrintable(QString::number(asked.elapsed())));
        QCOMPARE((*process)->exitCode(), polite ? 3 : -1);
        QCOMPARE((*process)->signal(), polite ? 0 : SIGKILL);
        QCOMPARE(lines.contains("bye"), polite);
        QVERIFY(!(*process)->isOverDeadline());
    }

    void a_deadline_ends_it()
    {
        ProcessPlan plan = shell("sleep 30");
        plan.deadline = 200ms;
        QElapsedTimer timer;
        timer.start();
        const Ran ran = runToItsEnd(plan);
        QVERIFY(timer.elapsed() >= 200 && timer.elapsed() < 5000);
        QVERIFY(ran.overDeadline);
        QCOMPARE(ran.signal, SIGKILL);
    }

    void whoever_it_started_ends_with_it_data()
    {
        QTest::addColumn<bool>("killed");
        QTest::newRow("when it ends") << false;
        QTest::newRow("when it goes away while running") << true;
    }
    void whoever_it_started_ends_with_it()
    {
        QFETCH(bool, killed);
        qint64 grandchild = 0;
        {
            auto process = ExternalProcess::start(
                shell(killed ? "sleep 60 & echo $!; wait" : "sleep 60 & echo $!; exit 0"));
            QVERIFY(process);
            while (grandchild == 0 || (!killed && (*process)->isRunning())) {
                (*process)->advance([&](const QByteArray& line) { grandchild = line.toLongLong(); });
                std::this_thread::sleep_for(1ms);
            }
        }
        QVERIFY(grandchild > 0);
        // it is an orphan now: whoever adopted it may reap it a little later
        const QString stat = QStringLiteral("/proc/%1/stat").arg(grandchild);
        const auto isGone = [&] {
            QFile file(stat);
            return !file.open(QIODevice::ReadOnly) || file.readAll().contains(") Z ");
        };
        QTRY_VERIFY_WITH_TIMEOUT(isGone(), 5000);
    }

    void a_private_folder_is_for_us_alone_and_goes_away()
    {
        QString path;
        {
            const PrivateFolder folder;
            QVERIFY(folder.isValid());
            path = folder.path();
            QCOMPARE(modeOf(path), 0700);
            const auto file = folder.write(QStringLiteral("a.lua"), "secret");
            QVERIFY(file);
            QCOMPARE(modeOf(*file), 0600);
            QVERIFY(!folder.write(QStringLiteral("a.lua"), "again")); // never over another one
        }
        QVERIFY(!QFileInfo::exists(path));
    }

    void the_path_is_searched_in_its_order_and_only_where_it_is_absolute()
    {
        const QByteArray before = qgetenv("PATH");
        const PrivateFolder first;
        const PrivateFolder second;
        const auto tool = [](const PrivateFolder& folder) {
            const auto file = folder.write(QStringLiteral("awbtool"), "#!/bin/sh\n");
            QFile::setPermissions(*file, QFile::ReadOwner | QFile::ExeOwner);
            return *file;
        };
        const QString expected = tool(second);
        QVERIFY(first.write(QStringLiteral("awbtool"), "not executable"));
        qputenv("PATH", "relative:" + first.path().toLocal8Bit() + ':' + second.path().toLocal8Bit());
        const QString found = programOnPath(QStringLiteral("awbtool"));
        const QString none = programOnPath(QStringLiteral("awbtool-that-is-none"));
        qputenv("PATH", before);
        QCOMPARE(found, expected);
        QVERIFY(none.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestExternalProcess)
#include "tst_external_process.moc"
