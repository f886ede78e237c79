#include "app/cli/command.h"
#include "app/services.h"

#include <QGuiApplication>

#include <algorithm>
#include <iostream>
#include <memory>

namespace
{

using namespace awb;

int printHelp()
{
    cli::print(
        QStringLiteral(
            "auditbench-cli %1: walks a backend through the 71 checks of the Backend Audit Checklist.\n\n")
            .arg(QStringLiteral(AWB_VERSION)));
    for (const cli::CommandEntry& entry : cli::commands())
        cli::print(QStringLiteral("  auditbench-cli %1 %2\n")
                       .arg(QString::fromUtf8(entry.usage), -44)
                       .arg(QString::fromUtf8(entry.about)));
    cli::print(QStringLiteral(
        "\nREF: a result.json, a .audit file, or an id, a name or a snapshot's label in the store.\n"
        "Exit codes: 0 ran, 1 under --fail-under, 2 usage or missing consent, 3 not measured, 4 worse than "
        "the baseline,\n"
        "5 not written, 130 cancelled.\n"));
    return cli::ExitOk;
}

// QPainter and fonts need a QGuiApplication, which aborts without a platform plugin: decided before there is
// any application object.
bool paints(int argc, char** argv)
{
    return std::any_of(argv, argv + argc, [](const char* word) {
        const QByteArray text(word);
        return text == "--pdf" || text.startsWith("--pdf=");
    });
}

// Qt warns that XDG_RUNTIME_DIR is missing, as it is in containers and CI, where it changes nothing for us.
void printQtMessage(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    if (!text.startsWith(QLatin1String("QStandardPaths: XDG_RUNTIME_DIR")))
        std::cerr << qFormatLogMessage(type, context, text).toStdString() << std::endl;
}

} // namespace

int main(int argc, char** argv)
{
    forbidCoreDumps();
    qInstallMessageHandler(printQtMessage);
    const bool withFonts = paints(argc, argv);
    if (withFonts)
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const std::unique_ptr<QCoreApplication> application(withFonts ? new QGuiApplication(argc, argv)
                                                                  : new QCoreApplication(argc, argv));
    QCoreApplication::setApplicationName(QStringLiteral("auditbench"));
    QCoreApplication::setApplicationVersion(QStringLiteral(AWB_VERSION));
    QStringList words = QCoreApplication::arguments().mid(1);
    if (words.isEmpty())
        return cli::usageError(
            QStringLiteral("say what to do, for example: auditbench-cli run PROFILE (or --help)"));
    const QString first = words.takeFirst();
    if (first == QLatin1String("--help") || first == QLatin1String("-h") || first == QLatin1String("help"))
        return printHelp();
    if (first == QLatin1String("--version")) {
        cli::print(QStringLiteral("auditbench-cli %1\n").arg(QStringLiteral(AWB_VERSION)));
        return cli::ExitOk;
    }
    for (const cli::CommandEntry& entry : cli::commands()) {
        if (first != QLatin1String(entry.name))
            continue;
        auto services = Services::create();
        if (!services)
            return cli::report(services.error(), cli::ExitUsage);
        return entry.run({**services, words});
    }
    return cli::usageError(
        QStringLiteral("there is no command \"%1\" (see: auditbench-cli --help)").arg(first));
}
