#include "core/audit/checklist_known.h"

namespace awb
{

QStringList wordList(const char* words)
{
    return QString::fromLatin1(words).split(QLatin1Char(' '));
}

const QStringList& knownUnits()
{
    static const QStringList units = wordList("ms s percent bytes count ratio per_hour per_day per_minute "
                                              "per_second rows keys calls connections bool");
    return units;
}

const QStringList& knownLanguages()
{
    static const QStringList languages =
        wordList("sh sql text prometheus promql yaml json ini nginx dockerfile "
                 "markdown http python go java javascript ruby");
    return languages;
}

} // namespace awb
