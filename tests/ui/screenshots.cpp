// ui_screenshots --all DIR [--dark] [--scale N] [--size WxH] [--lang de] [--only NAME]
// ui_screenshots STORE|FILE OUT.png [--audit ID] [--page walk|review|…] [--check 2.2] and the same
//
// Saves pictures of the window, to compare with the mockups and for the README. --all walks through every
// page and state on the recorded sample audit.
#include "core/store/store_thread.h"
#include "tests/ui/load_target.h"
#include "tests/ui/screenshot_tour.h"
#include "tests/ui/ui_world.h"
#include "ui/pages/main_window.h"
#include "ui/style/language.h"
#include "ui/style/theme_controller.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTimer>

using namespace awb;

namespace
{

PageId pageOf(const QString& word)
{
    const QMap<QString, PageId> pages{
        {QStringLiteral("start"), PageId::Start},         {QStringLiteral("walk"), PageId::Walk},
        {QStringLiteral("probes"), PageId::Probes},       {QStringLiteral("scorecard"), PageId::Scorecard},
        {QStringLiteral("snapshots"), PageId::Snapshots}, {QStringLiteral("report"), PageId::Report},
        {QStringLiteral("new"), PageId::NewAudit},        {QStringLiteral("settings"), PageId::Settings},
        {QStringLiteral("review"), PageId::Review},       {QStringLiteral("load"), PageId::LoadRun},
        {QStringLiteral("endpoints"), PageId::Endpoints}};
    return pages.value(word, PageId::Walk);
}

QSize sizeOf(const QCommandLineParser& parser)
{
    const QStringList size = parser.value(QStringLiteral("size")).split(QLatin1Char('x'));
    return {size.value(0).toInt(), size.value(1).toInt()};
}

int onePicture(const QCommandLineParser& parser, test::UiWorld& world)
{
    const QString source = parser.positionalArguments().at(0);
    const bool isStore = source.endsWith(QLatin1String(".db"));
    StoreThread store(isStore ? source : world.home.filePath(QStringLiteral("other.db")));
    const Workbench workbench{world.clock, world.checklist, world.probes,          world.doctors,
                              store,       *world.secrets,  QStringLiteral("1.0"), world.endpoints.get()};
    MainWindow window(workbench);
    window.resize(sizeOf(parser));
    window.show();
    store.open();
    const PageId page = pageOf(parser.value(QStringLiteral("page")));
    const auto shoot = [&] {
        QTimer::singleShot(900, &window, [&] {
            const bool written = window.grab().save(parser.positionalArguments().at(1));
            QCoreApplication::exit(written ? 0 : 1);
        });
    };
    QObject::connect(&window.session(), &AuditSession::opened, &window, [&] {
        window.showPage(PageId::Walk, parser.value(QStringLiteral("check")));
        window.showPage(page, parser.value(QStringLiteral("check")));
        window.resize(sizeOf(parser));
        shoot();
    });
    QObject::connect(&window.session(), &AuditSession::openFailed, &window, [](const Error& error) {
        qWarning("%s", qPrintable(error.message));
        QCoreApplication::exit(1);
    });
    if (!isStore) {
        window.openPath(source);
    } else if (parser.isSet(QStringLiteral("audit"))) {
        window.session().open(parser.value(QStringLiteral("audit")));
    } else {
        window.showPage(page);
        shoot();
    }
    return QApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    const awb::test::TempWorld home;
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("auditbench"));
    QCoreApplication::setApplicationName(QStringLiteral("auditbench"));
    QCommandLineParser parser;
    parser.addOptions({{QStringLiteral("all"), QString(), QStringLiteral("DIR")},
                       {QStringLiteral("only"), QString(), QStringLiteral("NAME")},
                       {QStringLiteral("audit"), QString(), QStringLiteral("ID")},
                       {QStringLiteral("dark"), QString()},
                       {QStringLiteral("lang"), QString(), QStringLiteral("en|de"), QStringLiteral("en")},
                       {QStringLiteral("scale"), QString(), QStringLiteral("N"), QStringLiteral("1")},
                       {QStringLiteral("size"), QString(), QStringLiteral("WxH"), QStringLiteral("1440x900")},
                       {QStringLiteral("page"), QString(), QStringLiteral("NAME"), QStringLiteral("walk")},
                       {QStringLiteral("check"), QString(), QStringLiteral("ID")}});
    parser.process(application);
    installLanguage(application, parser.value(QStringLiteral("lang")));
    ThemeController theme(application, &application);
    theme.setChoice(parser.isSet(QStringLiteral("dark")) ? ThemeController::Choice::Dark
                                                         : ThemeController::Choice::Light);
    theme.setScale(parser.value(QStringLiteral("scale")).toDouble());
    test::UiWorld world(test::ScreenshotTour::probes());
    std::vector<ProbeDescriptor> all = world.probes.probes();
    const ProbeTable load =
        test::LoadTarget::probes(std::chrono::milliseconds(1000), std::chrono::milliseconds(6000));
    all.insert(all.end(), load.probes().begin(), load.probes().end());
    world.probes = ProbeTable(std::move(all));
    if (parser.isSet(QStringLiteral("all"))) {
        MainWindow window(*world.workbench);
        test::ScreenshotTour tour(window, parser.value(QStringLiteral("all")), sizeOf(parser),
                                  parser.value(QStringLiteral("only")));
        tour.start();
        return QApplication::exec();
    }
    if (parser.positionalArguments().size() != 2) {
        qFatal("ui_screenshots STORE|FILE OUT.png [options]");
    }
    return onePicture(parser, world);
}
