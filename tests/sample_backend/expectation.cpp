#include "tests/sample_backend/expectation.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace awb::sample
{

QList<Finding> judge(const QByteArray& resultJson, const FlawSet& flaws, QString& error)
{
    QJsonParseError problem;
    const QJsonObject root = QJsonDocument::fromJson(resultJson, &problem).object();
    if (root.value(QStringLiteral("schema")).toString() != QLatin1String("auditbench/result/1")) {
        error = problem.error == QJsonParseError::NoError
                    ? QStringLiteral("this is not an auditbench/result/1")
                    : QStringLiteral("this is not JSON: %1").arg(problem.errorString());
        return {};
    }
    QHash<QString, QString> suggestions;
    for (const QJsonValue& check : root.value(QStringLiteral("checks")).toArray())
        suggestions.insert(check.toObject().value(QStringLiteral("id")).toString(),
                           check.toObject().value(QStringLiteral("suggestion")).toString());
    QList<Finding> findings;
    for (const Flaw& flaw : allFlaws()) {
        if (!flaws.contains(flaw.id))
            continue;
        const QString said = suggestions.value(flaw.check);
        findings << Finding{flaw, said, flaw.suggestions.contains(said)};
    }
    if (findings.isEmpty())
        error = QStringLiteral("no flaw was on: nothing can be found");
    return findings;
}

} // namespace awb::sample
