#include "app/gui/lazy_secret_store.h"
#include "app/gui/single_instance.h"
#include "app/services.h"
#include "core/store/store_thread.h"
#include "ui/pages/main_window.h"
#include "ui/presenters/audit_session.h"
#include "ui/style/app_icon.h"
#include "ui/style/language.h"
#include "ui/style/theme_controller.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QSettings>

#include <cstdio>

namespace
{

using namespace awb;

struct Words
{
    QString store;
    QString file;  // .audit or result.json
    QString audit; // id in the store
};

Words parseWords(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate(
        "main_gui", "Walks a backend through the 71 checks of the Backend Audit Checklist."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption store(QStringLiteral("store"),
                                   QCoreApplication::translate("main_gui", "The file that keeps the audits."),
                                   QStringLiteral("FILE"));
    const QCommandLineOption audit(QStringLiteral("audit"),
                                   QCoreApplication::translate("main_gui", "Open this audit of the store."),
                                   QStringLiteral("ID"));
    parser.addOptions({store, audit});
    parser.addPositionalArgument(QStringLiteral("file"),
                                 QCoreApplication::translate("main_gui", "An .audit file or a result.json."));
    parser.process(arguments);
    Words words;
    words.store = defaultStorePath(parser.value(store));
    words.audit = parser.value(audit);
    if (!parser.positionalArguments().isEmpty()) {
        words.file = QFileInfo(parser.positionalArguments().constFirst()).absoluteFilePath();
    }
    return words;
}

void applyLook(ThemeController& theme)
{
    const QSettings settings;
    const QString choice = settings.value(QStringLiteral("look/theme")).toString();
    if (choice == QLatin1String("light")) {
        theme.setChoice(ThemeController::Choice::Light);
    } else if (choice == QLatin1String("dark")) {
        theme.setChoice(ThemeController::Choice::Dark);
    }
    const double scale = settings.value(QStringLiteral("look/scale"), 1.0).toDouble();
    if (scale > 0) {
        theme.setScale(scale);
    }
}

} // namespace

int main(int argc, char** argv)
{
    forbidCoreDumps();
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("auditbench"));
    QCoreApplication::setApplicationName(QStringLiteral("auditbench"));
    QCoreApplication::setApplicationVersion(QStringLiteral(AWB_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("auditbench"));
    installLanguage(application, QSettings().value(QStringLiteral("look/language")).toString());
    const Words words = parseWords(QCoreApplication::arguments());
    SingleInstance instance(words.store);
    if (!words.file.isEmpty() && instance.handOver(words.file)) {
        return 0;
    }
    ThemeController theme(application, &application); // a child: the settings page finds it
    applyLook(theme);
    auto services = Services::create();
    if (!services) {
        std::fprintf(stderr, "auditbench: %s\n", qPrintable(services.error().message));
        return 2;
    }
    StoreThread store(words.store);
    LazySecretStore secrets;
    const Workbench workbench{(*services)->clock,
                              (*services)->checklist,
                              (*services)->probes,
                              (*services)->doctors,
                              store,
                              secrets,
                              (*services)->version,
                              (*services)->endpoints.get()};
    QApplication::setWindowIcon(appIcon());
    MainWindow window(workbench);
    QObject::connect(&instance, &SingleInstance::fileWanted, &window, [&window](const QString& path) {
        window.openPath(path);
        window.raise();
        window.activateWindow();
    });
    window.show();
    QMetaObject::invokeMethod(
        &window,
        [&] {
            store.open(); // the window is on its way: nothing waits for the file
            instance.listen();
            if (!words.file.isEmpty()) {
                window.openPath(words.file);
            } else if (!words.audit.isEmpty()) {
                window.session().open(words.audit);
            }
        },
        Qt::QueuedConnection);
    return QApplication::exec();
}
