#pragma once

#include "core/rules/rules.h"

#include <QJsonArray>
#include <QJsonObject>

// What the rules read from the probes over HTTP share.
namespace awb::rule
{

// details[name] of a probe's facts as rows; empty if it has none.
QVector<QJsonObject> rowsOf(const Facts& facts, const char* name);
QString textOf(const QJsonObject& row, const char* name);
bool flagOf(const QJsonObject& row, const char* name);
// The rows whose `name` is `value`, by the text of `title`.
QStringList titlesWhere(const QVector<QJsonObject>& rows, const char* name, const char* value,
                        const char* title);

// "The probe of this check has not run."
Suggestion probeMissing();

// 6.1, 6.8, 6.9
Suggestion authentication(const RuleInput& input);
Suggestion crossOrigin(const RuleInput& input);
Suggestion securityHeaders(const RuleInput& input);
// 1.6, 5.4
Suggestion bodyLimit(const RuleInput& input);
Suggestion requestIds(const RuleInput& input);
// 7.5, 8.7, 8.8
Suggestion healthEndpoints(const RuleInput& input);
Suggestion pagination(const RuleInput& input);
Suggestion responseSize(const RuleInput& input);

} // namespace awb::rule
