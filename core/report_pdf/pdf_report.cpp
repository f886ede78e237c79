#include "core/report_pdf/pdf_report.h"

#include "core/report/comparison_words.h"
#include "core/report/redact.h"
#include "core/report/report_words.h"
#include "core/report/safe_text.h"
#include "core/report_pdf/pdf_outline.h"
#include "core/report_pdf/pdf_pages.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

namespace awb
{

namespace
{

using tokens::Role;
using tokens::Type;

constexpr int dpi = 1200;
constexpr double marginMm = 15;
// Body text of the tokens is 13 px = 9.75 pt; on paper it is 9.4 pt.
constexpr double paperScale = 9.4 / 9.75;
constexpr double headHeight = 46; // px of the tokens
constexpr double footHeight = 40;

// What stands on every page around its content.
struct Chrome
{
    QString title;  // right of the running header
    QString footer; // left of the running footer
    QString author;
    bool cover = false; // the first page has no running header
};

Error noApplication()
{
    return {ErrorCode::Usage,
            QStringLiteral(
                "A PDF needs a QGuiApplication, and there is none. Set QT_QPA_PLATFORM=offscreen where there "
                "is no display."),
            {},
            {}};
}

class PdfJob
{
public:
    PdfJob(Chrome chrome, const QLocale& locale)
        : chrome_(std::move(chrome)),
          writer_(openBuffer()),
          sheet_(setUp(), dpi, reportLocale(locale)),
          scale_(dpi / 96.0 * paperScale),
          flow_(writer_.width() / scale_, writer_.height() / scale_ - headHeight - footHeight),
          body_(sheet_, flow_)
    {
    }

    PdfBody& body() { return body_; }

    Result<PdfWritten> write(QIODevice& device)
    {
        flow_.paginate();
        if (!paint())
            return Error{ErrorCode::Internal, QStringLiteral("The PDF could not be painted."), {}, {}};
        const QByteArray pdf =
            withAdditions(buffer_.data(), {outline(), chrome_.title, chrome_.author, language()});
        if (device.write(pdf) != pdf.size())
            return Error{ErrorCode::Io,
                         QStringLiteral("The PDF could not be written: %1.").arg(device.errorString()),
                         {},
                         {}};
        return PdfWritten{static_cast<int>(flow_.pages().size()), sheet_.warnings()};
    }

    // The same pages on pictures. Text keeps the measures of the writer: the pictures have its resolution.
    PdfPages draw(int width, int most)
    {
        flow_.paginate();
        PdfPages drawn{{}, static_cast<int>(flow_.pages().size()), {}};
        const QSizeF paper = writer_.pageLayout().fullRectPoints().size() / 72.0 * dpi;
        const double ratio = width / paper.width();
        const double margin = marginMm / 25.4 * dpi * ratio;
        for (qsizetype page = 0; page < qMin<qsizetype>(most, flow_.pages().size()); ++page) {
            QImage image(width, qRound(paper.height() * ratio), QImage::Format_RGB32);
            image.fill(Qt::white);
            image.setDotsPerMeterX(qRound(dpi / 0.0254));
            image.setDotsPerMeterY(qRound(dpi / 0.0254));
            QPainter painter(&image);
            painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
            painter.translate(margin, margin);
            painter.scale(scale_ * ratio, scale_ * ratio);
            paintChrome(painter, page);
            painter.translate(0, headHeight);
            flow_.paintPage(painter, page);
            painter.end();
            drawn.images.append(image);
        }
        drawn.warnings = sheet_.warnings();
        return drawn;
    }

private:
    QIODevice* openBuffer()
    {
        buffer_.open(QIODevice::WriteOnly);
        return &buffer_;
    }

    const QPaintDevice* setUp()
    {
        writer_.setResolution(dpi);
        writer_.setPageSize(QPageSize(QPageSize::A4));
        writer_.setPageMargins(QMarginsF(marginMm, marginMm, marginMm, marginMm), QPageLayout::Millimeter);
        writer_.setTitle(chrome_.title);
        writer_.setCreator(chrome_.footer);
        return &writer_;
    }

    QString language() const
    {
        return sheet_.locale().language() == QLocale::C ? QStringLiteral("en") : sheet_.locale().bcp47Name();
    }

    bool paint()
    {
        QPainter painter;
        if (!painter.begin(&writer_))
            return false;
        painter.setRenderHint(QPainter::Antialiasing);
        for (qsizetype page = 0; page < flow_.pages().size(); ++page) {
            if (page > 0 && !writer_.newPage())
                return false;
            painter.save();
            painter.scale(scale_, scale_);
            paintChrome(painter, page);
            painter.translate(0, headHeight);
            flow_.paintPage(painter, page);
            painter.restore();
        }
        return painter.end();
    }

    void paintChrome(QPainter& painter, qsizetype page)
    {
        const TextStyle small{Type::Caption, 400, Role::Text2, false};
        const double width = flow_.width();
        const QColor line = sheet_.color(Role::Line);
        if (page > 0 || !chrome_.cover) {
            const TextBlock left =
                sheet_.text(visibleLine(flow_.pages().at(page).running, 120), small, width / 2, 1);
            const TextBlock right = sheet_.text(chrome_.title, small, width / 2, 1);
            left.paint(painter, QPointF(0, 0));
            right.paint(painter, QPointF(width - right.naturalWidth(), 0));
            painter.fillRect(QRectF(0, 24, width, 1), line);
        }
        const double top = headHeight + flow_.height() + 16;
        const QString pages =
            say(QT_TRANSLATE_NOOP("awb", "Page %1 of %2"),
                {static_cast<qint64>(page) + 1, static_cast<qint64>(flow_.pages().size())}, sheet_.locale());
        const TextBlock number = sheet_.text(pages, small, 160, 1);
        const TextBlock left = sheet_.text(chrome_.footer, small, width - 180, 1);
        painter.fillRect(QRectF(0, top, width, 1), line);
        left.paint(painter, QPointF(0, top + 8));
        number.paint(painter, QPointF(width - number.naturalWidth(), top + 8));
    }

    QVector<OutlineEntry> outline() const
    {
        QVector<OutlineEntry> entries;
        const double points = scale_ * 72 / dpi;
        const double pageTop = 842 - marginMm / 25.4 * 72;
        for (const FlowBookmark& bookmark : flow_.bookmarks())
            entries.append({visibleLine(bookmark.title, 200), bookmark.level, bookmark.page,
                            pageTop - (headHeight + bookmark.y) * points + 8});
        return entries;
    }

    Chrome chrome_;
    QBuffer buffer_;
    QPdfWriter writer_;
    PdfSheet sheet_;
    double scale_;
    PdfFlow flow_;
    PdfBody body_;
};

// Titles of the report with their pages; the pages are known when this is painted.
void addContents(PdfBody& body, const QStringList& titles)
{
    const PdfSheet& sheet = body.sheet();
    body.heading(say(QT_TRANSLATE_NOOP("awb", "Contents")), 40);
    const PdfFlow* flow = &body.flow();
    for (const QString& title : titles) {
        const TextBlock text = sheet.text(title, {Type::Body, 400, Role::Text, false}, body.width() - 80, 1);
        body.picture(20, 0, title != titles.constLast(),
                     [text, title, flow, &sheet](QPainter& painter, const QRectF& rect) {
                         const TextBlock page = sheet.text(sheet.locale().toString(flow->pageOf(title)),
                                                           {Type::Number, 400, Role::Text2, true}, 60, 1);
                         text.paint(painter, rect.topLeft() + QPointF(0, 1));
                         page.paint(painter, QPointF(rect.right() - page.naturalWidth(), rect.top() + 1));
                     });
    }
}

QStringList contentsOf(const AuditResult& result)
{
    QStringList titles{say(QT_TRANSLATE_NOOP("awb", "Score summary")),
                       say(QT_TRANSLATE_NOOP("awb", "What to do"))};
    for (const SectionScore& section : result.score.sections)
        titles.append(QStringLiteral("%1. %2").arg(section.number).arg(section.title));
    titles +=
        {say(QT_TRANSLATE_NOOP("awb", "Exceptions")), say(QT_TRANSLATE_NOOP("awb", "Method and environment")),
         say(QT_TRANSLATE_NOOP("awb", "Appendix: everything executed"))};
    return titles;
}

QString footerOf(const AuditResult& result)
{
    QStringList parts{
        QStringLiteral("Backend Audit Workbench ") + result.toolVersion,
        say(QT_TRANSLATE_NOOP("awb", "%1, %2 checks"), {result.checklistId, result.score.strictMax})};
    if (!result.snapshotLabel.isEmpty())
        parts.append(say(QT_TRANSLATE_NOOP("awb", "Snapshot %1"), {visibleLine(result.snapshotLabel, 60)}));
    return parts.join(QStringLiteral("    "));
}

bool haveGui()
{
    return qobject_cast<QGuiApplication*>(QCoreApplication::instance()) != nullptr;
}

template<typename Write>
Result<PdfWritten> toFile(const QString& path, Write write)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error{
            ErrorCode::Io, QStringLiteral("%1 cannot be written: %2.").arg(path, file.errorString()), {}, {}};
    Result<PdfWritten> written = write(file);
    if (!written)
        return written;
    if (!file.commit())
        return Error{
            ErrorCode::Io, QStringLiteral("%1 cannot be written: %2.").arg(path, file.errorString()), {}, {}};
    return written;
}

} // namespace

namespace
{

// The whole report, ready to be written or drawn. What is painted later may look into the result.
class ReportJob
{
public:
    ReportJob(const AuditResult& original, const PdfOptions& options)
        : result_(options.redact ? redacted(original) : original),
          job_({visibleLine(reportTitle(result_), 90) + QStringLiteral(" · ") +
                    dateText(result_.meta.date, options.locale),
                footerOf(result_), visibleLine(result_.meta.reviewer, 200), true},
               options.locale)
    {
        PdfBody& body = job_.body();
        addCover(body, result_);
        addContents(body, contentsOf(result_));
        addSummary(body, result_);
        addActionLists(body, result_);
        addSections(body, result_);
        addOtherLists(body, result_);
        addMethod(body, result_);
        addExecuted(body, result_);
    }

    PdfJob& job() { return job_; }

private:
    AuditResult result_;
    PdfJob job_;
};

} // namespace

Result<PdfWritten> writePdf(const AuditResult& result, QIODevice& device, const PdfOptions& options)
{
    if (!haveGui())
        return noApplication();
    ReportJob report(result, options);
    return report.job().write(device);
}

Result<PdfPages> drawPdfPages(const AuditResult& result, int width, int most, const PdfOptions& options)
{
    if (!haveGui())
        return noApplication();
    ReportJob report(result, options);
    return report.job().draw(qBound(16, width, 4096), most);
}

Result<PdfWritten> writePdf(const AuditResult& result, const QString& path, const PdfOptions& options)
{
    return toFile(path, [&](QIODevice& device) { return writePdf(result, device, options); });
}

Result<PdfWritten> writeComparisonPdf(const AuditComparison& comparison, QIODevice& device,
                                      const PdfOptions& options)
{
    if (!haveGui())
        return noApplication();
    PdfJob job({visibleLine(comparison.labelBefore, 60) + QStringLiteral(" → ") +
                    visibleLine(comparison.labelAfter, 60),
                QStringLiteral("Backend Audit Workbench"),
                {},
                false},
               options.locale);
    addComparison(job.body(), comparison);
    return job.write(device);
}

Result<PdfWritten> writeComparisonPdf(const AuditComparison& comparison, const QString& path,
                                      const PdfOptions& options)
{
    return toFile(path, [&](QIODevice& device) { return writeComparisonPdf(comparison, device, options); });
}

} // namespace awb
