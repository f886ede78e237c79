#include "ui/style/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace awb
{

namespace
{

void install(QCoreApplication& application, const QString& file, const QString& folder)
{
    auto* translator = new QTranslator(&application);
    if (translator->load(file, folder)) {
        QCoreApplication::installTranslator(translator);
    } else {
        delete translator; // a build without lrelease has none
    }
}

QString desktopLanguage()
{
    const QStringList wanted = QLocale::system().uiLanguages();
    for (const QString& tag : wanted) {
        const QString id = tag.section(QLatin1Char('-'), 0, 0);
        if (languages().contains(id)) {
            return id;
        }
    }
    return QStringLiteral("en");
}

} // namespace

QStringList languages()
{
    return {QStringLiteral("en"), QStringLiteral("de")};
}

QString languageName(const QString& id)
{
    return id == QLatin1String("de") ? QStringLiteral("Deutsch") : QStringLiteral("English");
}

void installLanguage(QCoreApplication& application, const QString& choice)
{
    const bool chosen = languages().contains(choice);
    const QString language = chosen ? choice : desktopLanguage();
    const QLocale::Language desktop = QLocale::system().language();
    if (desktop == QLocale::C || (chosen && desktop != QLocale(choice).language())) {
        QLocale::setDefault(QLocale(language)); // the C locale groups no digits: 1284310
    }
    const QString ours = QStringLiteral(":/auditbench/translations");
    install(application, QStringLiteral("auditbench_en"), ours); // what another one leaves out is English
    if (language != QLatin1String("en")) {
        install(application, QStringLiteral("qtbase_") + language,
                QLibraryInfo::path(QLibraryInfo::TranslationsPath));
        install(application, QStringLiteral("auditbench_") + language, ours);
    }
}

} // namespace awb
