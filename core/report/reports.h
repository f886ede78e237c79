#pragma once

#include "core/audit/action_items.h"
#include "core/audit/comparison.h"

#include <QLocale>

namespace awb
{

struct ReportOptions
{
    bool redact = true; // literals in query texts, ids in key names, credentials, personal data
    QLocale locale = QLocale::c();
};

// The checklist's own template, completed, then every check. UTF-8.
QByteArray markdownReport(const AuditResult& result, const ReportOptions& options = {});
QByteArray textReport(const AuditResult& result, const ReportOptions& options = {});
// auditbench/result/1, pretty-printed, keys in a fixed order.
QByteArray jsonReport(const AuditResult& result, const ReportOptions& options = {});
QByteArray csvReport(const AuditResult& result, const ReportOptions& options = {});
QByteArray junitReport(const AuditResult& result, const ReportOptions& options = {});
QByteArray htmlReport(const AuditResult& result, const ReportOptions& options = {});

// auditbench/compare/1.
QByteArray jsonComparison(const AuditComparison& comparison, const ReportOptions& options = {});
QByteArray htmlComparison(const AuditComparison& comparison, const ReportOptions& options = {});
QByteArray markdownComparison(const AuditComparison& comparison, const ReportOptions& options = {});

} // namespace awb
