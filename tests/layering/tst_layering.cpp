#include "tests/layering/include_rules.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QTest>

using namespace awb::layering;

namespace
{

QDir sourceDir()
{
    return QDir(qEnvironmentVariable("AWB_SOURCE_DIR", QStringLiteral(AWB_SOURCE_DIR_DEFAULT)));
}

QString textOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

// Relative paths of all files under the folders, sorted.
QStringList filesUnder(const QStringList& folders, const QStringList& patterns)
{
    QStringList found;
    for (const QString& folder : folders) {
        QDirIterator files(sourceDir().filePath(folder), patterns, QDir::Files | QDir::Hidden,
                           QDirIterator::Subdirectories);
        while (files.hasNext())
            found << sourceDir().relativeFilePath(files.next());
    }
    found.sort();
    return found;
}

} // namespace

class TestLayering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plantedIncludeIsJudged_data();
    void plantedIncludeIsJudged();
    void plantedMachinePathIsJudged_data();
    void plantedMachinePathIsJudged();
    void plantedLibraryIsFound();
    void plantedHandMadeLibraryIsJudged_data();
    void plantedHandMadeLibraryIsJudged();
    void everyRoomIncludesOnlyWhatItMay();
    void everyCoreRoomIsBuiltFromItsAllowList();
    void noFileNamesAPlaceOfTheMachine();
    void theCliLinksNoWidgets();

private:
    AllowList allow_ =
        readAllowList(textOf(sourceDir().filePath(QStringLiteral("packaging/cmake/AwbBuild.cmake"))));
};

void TestLayering::plantedIncludeIsJudged_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("needs"); // what the sentence names; empty: allowed
    const auto row = [](const char* name, const char* path, const char* line, const char* needs) {
        QTest::newRow(name) << QString::fromLatin1(path) << QString::fromLatin1(line)
                            << QString::fromLatin1(needs);
    };
    row("a widget in core", "core/audit/a.h", "#include <QWidget>", "Qt6::Widgets");
    row("a widget by its folder", "core/report_pdf/a.cpp", "#include <QtWidgets/QLabel>", "Qt6::Widgets");
    row("a small header of Widgets", "core/report/a.cpp", "# include <qwidget.h>", "Qt6::Widgets");
    row("a chart in core", "core/report_pdf/a.cpp", "#include <QtCharts/QChart>", "Qt6::Charts");
    row("a chart by its class", "core/report_pdf/a.cpp", "#include <QChartView>", "Qt6::Charts");
    row("a painter outside report_pdf", "core/report/a.cpp", "#include <QPainter>", "Qt6::Gui");
    row("a painter in report_pdf", "core/report_pdf/a.cpp", "#include <QPainter>", "");
    row("SQL in the audit", "core/audit/a.cpp", "#include <QSqlQuery>", "Qt6::Sql");
    row("SQL in the store", "core/store/a.cpp", "#include <QSqlQuery>", "");
    row("a socket in foundation", "core/foundation/a.cpp", "#include <QTcpSocket>", "Qt6::Network");
    row("libpqxx in the redis probes", "core/probe/redis/a.cpp", "#include <pqxx/pqxx>", "PkgConfig::PQXX");
    row("libpq in the store", "core/store/a.cpp", "#include <libpq-fe.h>", "PkgConfig::PQ");
    row("hiredis in its room", "core/probe/redis/a.cpp", "#include <hiredis/read.h>", "");
    row("YAML in the audit", "core/audit/a.cpp", "#include <yaml-cpp/yaml.h>", "yaml-cpp::yaml-cpp");
    row("upwards", "core/foundation/a.h", "#include \"core/audit/mark.h\"", "audit");
    row("sideways", "core/probe/redis/a.h", "#include \"core/probe/postgres/pg_client.h\"", "probe_postgres");
    row("downwards", "core/rules/a.h", "#include \"core/audit/mark.h\"", "");
    row("its own room", "core/audit/a.h", "#include \"core/audit/mark.h\"", "");
    row("the window from core", "core/report/a.cpp", "#include \"ui/pages/walk_page.h\"", "ui");
    row("a concrete probe from the window", "ui/pages/a.cpp", "#include \"core/probe/redis/x.h\"",
        "probe_redis");
    row("the composition root from the window", "ui/main_window.cpp", "#include \"app/services.h\"", "app");
    row("a test from the product", "core/store/a.cpp", "#include \"tests/support/pg_link.h\"", "tests");
    row("a commented line", "core/audit/a.h", "// #include <QWidget>", "");
    row("the standard library", "core/audit/a.h", "#include <vector>", "");
    row("a room nobody allowed", "core/new_room/a.h", "", "no allow-list");
}

void TestLayering::plantedIncludeIsJudged()
{
    QFETCH(QString, path);
    QFETCH(QString, line);
    QFETCH(QString, needs);
    const QStringList found = forbiddenIncludes(path, QStringLiteral("#pragma once\n") + line, allow_);
    QCOMPARE(found.size(), needs.isEmpty() ? 0 : 1);
    QVERIFY2(needs.isEmpty() || found[0].contains(needs), qPrintable(found.join(QLatin1Char('\n'))));
}

void TestLayering::plantedMachinePathIsJudged_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("found");
    const QString work = QStringLiteral("/%1/").arg(QStringLiteral("work"));
    QTest::newRow("quoted") << QStringLiteral("open(\"") + work + QStringLiteral("main\")") << true;
    QTest::newRow("at the start") << work + QStringLiteral("main") << true;
    QTest::newRow("the folder beside")
        << QStringLiteral("read ../%1/x").arg(QStringLiteral("shared")) << true;
    QTest::newRow("part of a path") << QStringLiteral("net") + work + QStringLiteral("x") << false;
    QTest::newRow("a word") << QStringLiteral("it must work / or not; shared/ is fine") << false;
}

void TestLayering::plantedMachinePathIsJudged()
{
    QFETCH(QString, line);
    QFETCH(bool, found);
    QCOMPARE(!machinePaths(QStringLiteral("x"), line).isEmpty(), found);
}

void TestLayering::plantedLibraryIsFound()
{
    const QString elf = QStringLiteral(" 0x1 (NEEDED)  Shared library: [libQt6Core.so.6]\n"
                                       " 0x1 (NEEDED)  Shared library: [libQt6Widgets.so.6]\n"
                                       " 0x1 (NEEDED)  Shared library: [libQt6Charts.so.6]\n");
    QCOMPARE(forbiddenLibraries(elf),
             (QStringList{QStringLiteral("libQt6Widgets.so.6"), QStringLiteral("libQt6Charts.so.6")}));
}

void TestLayering::plantedHandMadeLibraryIsJudged_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("found");
    QTest::newRow("static") << "add_library(awb_x STATIC x.cpp)" << 1;
    QTest::newRow("kind left out") << "add_library(awb_x x.cpp)" << 1;
    QTest::newRow("a link") << "    target_link_libraries(awb_x PUBLIC Qt6::Widgets)" << 1;
    QTest::newRow("an interface link") << "target_link_libraries(awb_x INTERFACE Qt6::Widgets)" << 1;
    QTest::newRow("header only")
        << "add_library(awb_x INTERFACE)\ntarget_link_libraries(awb_x INTERFACE awb_flags)" << 0;
    QTest::newRow("a module") << "awb_module(NAME x SOURCES x.cpp LINKS audit)" << 0;
}

void TestLayering::plantedHandMadeLibraryIsJudged()
{
    QFETCH(QString, line);
    QFETCH(int, found);
    QCOMPARE(handMadeLibraries(QStringLiteral("core/x/CMakeLists.txt"), line).size(), found);
}

void TestLayering::everyRoomIncludesOnlyWhatItMay()
{
    QVERIFY2(allow_.size() > 10, "the allow-list could not be read");
    const QStringList files = filesUnder({QStringLiteral("core"), QStringLiteral("ui")},
                                         {QStringLiteral("*.h"), QStringLiteral("*.cpp")});
    QVERIFY2(files.size() > 20, "the rooms could not be read");
    QStringList found;
    for (const QString& file : files)
        found << forbiddenIncludes(file, textOf(sourceDir().filePath(file)), allow_);
    QVERIFY2(found.isEmpty(), qPrintable(QLatin1Char('\n') + found.join(QLatin1Char('\n'))));
}

void TestLayering::everyCoreRoomIsBuiltFromItsAllowList()
{
    const QStringList lists =
        filesUnder({QStringLiteral("core"), QStringLiteral("ui")}, {QStringLiteral("CMakeLists.txt")});
    QVERIFY(!lists.isEmpty());
    QStringList found;
    for (const QString& list : lists)
        found << handMadeLibraries(list, textOf(sourceDir().filePath(list)));
    QVERIFY2(found.isEmpty(), qPrintable(QLatin1Char('\n') + found.join(QLatin1Char('\n'))));
}

void TestLayering::noFileNamesAPlaceOfTheMachine()
{
    const QStringList patterns{QStringLiteral("*.h"),   QStringLiteral("*.cpp"),    QStringLiteral("*.txt"),
                               QStringLiteral("*.md"),  QStringLiteral("*.cmake"),  QStringLiteral("*.json"),
                               QStringLiteral("*.yml"), QStringLiteral("*.yaml"),   QStringLiteral("*.sql"),
                               QStringLiteral("*.qss"), QStringLiteral("*.qrc"),    QStringLiteral("*.ts"),
                               QStringLiteral("*.sh"),  QStringLiteral("*.desktop")};
    QStringList files =
        filesUnder({QStringLiteral("app"), QStringLiteral("core"), QStringLiteral("ui"),
                    QStringLiteral("resources"), QStringLiteral("translations"), QStringLiteral("tests")},
                   patterns);
    files << filesUnder({QStringLiteral("packaging"), QStringLiteral(".ci")}, {QStringLiteral("*")});
    files << QStringLiteral("README.md") << QStringLiteral("CMakeLists.txt")
          << QStringLiteral("CMakePresets.json");
    QVERIFY(files.size() > 40);
    QStringList found;
    for (const QString& file : files)
        found << machinePaths(file, textOf(sourceDir().filePath(file)));
    QVERIFY2(found.isEmpty(), qPrintable(QLatin1Char('\n') + found.join(QLatin1Char('\n'))));
}

void TestLayering::theCliLinksNoWidgets()
{
#ifdef AWB_CLI_PROGRAM
    const QString program = QStringLiteral(AWB_CLI_PROGRAM);
    QVERIFY2(QFile::exists(program), qPrintable(program));
    QProcess readelf;
    readelf.start(QStringLiteral("readelf"), {QStringLiteral("-d"), program});
    QVERIFY2(readelf.waitForFinished(30'000) && readelf.exitCode() == 0, qPrintable(readelf.errorString()));
    const QString output = QString::fromLocal8Bit(readelf.readAllStandardOutput());
    QVERIFY2(output.contains(QLatin1String("libQt6Core.so")), "this is no program of ours");
    QCOMPARE(forbiddenLibraries(output), QStringList());
#else
    QSKIP("there is no target auditbench-cli in this build");
#endif
}

QTEST_GUILESS_MAIN(TestLayering)
#include "tst_layering.moc"
