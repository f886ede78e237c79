// The parts of the PDF report, each put into the flow in the order of the report.
#pragma once

#include "core/audit/audit_result.h"
#include "core/audit/comparison.h"
#include "core/report_pdf/pdf_body.h"

namespace awb
{

// Cover: who, what, when, the score, and the contents with page numbers.
void addCover(PdfBody& body, const AuditResult& result);
// The checklist's Score Summary Template, completed, on a page of its own.
void addSummary(PdfBody& body, const AuditResult& result);
// All ✗ and all ⚠.
void addActionLists(PdfBody& body, const AuditResult& result);
// Every section with every check.
void addSections(PdfBody& body, const AuditResult& result);
// Undecided, not applicable, overruled, judged without measurement, stale, carried, own thresholds.
void addOtherLists(PdfBody& body, const AuditResult& result);
void addMethod(PdfBody& body, const AuditResult& result);
void addExecuted(PdfBody& body, const AuditResult& result);

// The whole comparison.
void addComparison(PdfBody& body, const AuditComparison& comparison);

// A mark or origin in a small frame, right-aligned at `right`; returns its left edge. icon: index into the
// tokens or −1.
struct ChipLook
{
    QString text;
    tokens::Role ink = tokens::Role::Text2;
    tokens::Role ground = tokens::Role::Panel;
    bool framed = true;
    std::optional<Mark> mark;
    std::optional<tokens::IconId> icon;
};
double paintChip(QPainter& painter, const PdfSheet& sheet, double right, double middle, const ChipLook& chip);
double chipWidth(const PdfSheet& sheet, const ChipLook& chip);
ChipLook originChip(const CheckResult& check);

} // namespace awb
