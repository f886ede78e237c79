// The language of the window: plural forms for English, and every translation this build carries.
#pragma once

#include <QStringList>

QT_BEGIN_NAMESPACE
class QCoreApplication;
QT_END_NAMESPACE

namespace awb
{

QStringList languages();                 // "en", "de"
QString languageName(const QString& id); // in itself: "Deutsch"

// Before the first window. Empty, or a language that this build has not: the desktop's, else English. Numbers
// and dates follow a language that was chosen by name.
void installLanguage(QCoreApplication& application, const QString& choice);

} // namespace awb
