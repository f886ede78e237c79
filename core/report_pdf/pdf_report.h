// The report as PDF: A4, vector drawing, embedded fonts. QtGui only.
//
// Needs a QGuiApplication (the offscreen platform is enough): without one Qt aborts when it loads fonts. May
// be called from any thread, from one thread at a time.
#pragma once

#include "core/audit/audit_result.h"
#include "core/audit/comparison.h"

#include <QImage>
#include <QLocale>
#include <QStringList>
#include <QVector>

QT_BEGIN_NAMESPACE
class QIODevice;
QT_END_NAMESPACE

namespace awb
{

struct PdfOptions
{
    bool redact = true; // as in ReportOptions
    QLocale locale = QLocale::c();
};

// What was written. A warning is one sentence for a person, e.g. characters that no installed font can draw,
// with the package that has them; the file is complete apart from that.
struct PdfWritten
{
    int pages = 0;
    QStringList warnings;
};

// Cover, summary (the completed template), every check with its evidence, the lists, method and environment,
// everything executed. To a file: written beside it and renamed, so that a failure leaves the old one alone.
// Fails with Io.
Result<PdfWritten> writePdf(const AuditResult& result, const QString& path, const PdfOptions& options = {});
Result<PdfWritten> writePdf(const AuditResult& result, QIODevice& device, const PdfOptions& options = {});

// What moved between two results: score, sections, changed checks grouped, with their causes.
Result<PdfWritten> writeComparisonPdf(const AuditComparison& comparison, const QString& path,
                                      const PdfOptions& options = {});
Result<PdfWritten> writeComparisonPdf(const AuditComparison& comparison, QIODevice& device,
                                      const PdfOptions& options = {});

// The report's pages as pictures, each `width` pixels wide, at most `most` of them: what the file would show.
struct PdfPages
{
    QVector<QImage> images;
    int pages = 0; // of the whole report
    QStringList warnings;
};
Result<PdfPages> drawPdfPages(const AuditResult& result, int width, int most, const PdfOptions& options = {});

} // namespace awb
