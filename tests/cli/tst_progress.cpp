// What a log without a terminal shows of a run.
#include "app/cli/command.h"
#include "app/cli/progress.h"

#include <QTest>

using namespace std::chrono_literals;

namespace
{

QStringList said;

} // namespace

// In place of the program's own: what would go to standard error.
void awb::cli::complain(const QString& text)
{
    said.append(text);
}

class TestProgress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { said.clear(); }

    void aLongStepSaysThatItGoesOn()
    {
        awb::cli::ProgressLine line(false, false, 0ms);
        line.begin(2);
        line.started(QStringLiteral("http.latency"));
        line.moved(QStringLiteral("http.latency"), 0.429, awb::Message::verbatim(QStringLiteral("GET /a")));
        line.finished(QStringLiteral("http.latency"), QStringLiteral("done"));
        QCOMPARE(said, (QStringList{QStringLiteral("        http.latency: GET /a (42 %)\n"),
                                    QStringLiteral("[1/2] http.latency: done\n")}));
    }
    void aShortOneSaysOnlyItsEnd()
    {
        awb::cli::ProgressLine line(false, false, 1h);
        line.begin(1);
        line.started(QStringLiteral("http.cors"));
        line.moved(QStringLiteral("http.cors"), 0.5, {});
        line.finished(QStringLiteral("http.cors"), QStringLiteral("done"));
        QCOMPARE(said, QStringList{QStringLiteral("[1/1] http.cors: done\n")});
    }
    void quietSaysNothing()
    {
        awb::cli::ProgressLine line(true, false, 0ms);
        line.begin(1);
        line.started(QStringLiteral("http.cors"));
        line.moved(QStringLiteral("http.cors"), 0.5, {});
        line.finished(QStringLiteral("http.cors"), QStringLiteral("done"));
        QCOMPARE(said, QStringList());
    }
};

QTEST_GUILESS_MAIN(TestProgress)
#include "tst_progress.moc"
