#include "core/report/redact.h"
#include "core/report/reports.h"

#include <QJsonDocument>

namespace awb
{

QByteArray jsonReport(const AuditResult& result, const ReportOptions& options)
{
    return QJsonDocument(resultToJson(options.redact ? redacted(result) : result))
        .toJson(QJsonDocument::Indented);
}

QByteArray jsonComparison(const AuditComparison& comparison, const ReportOptions&)
{
    return QJsonDocument(comparisonToJson(comparison)).toJson(QJsonDocument::Indented);
}

} // namespace awb
