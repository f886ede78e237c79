#include "ui/presenters/report_presenter.h"

#include "core/report/reports.h"
#include "core/report_pdf/pdf_report.h"
#include "ui/presenters/background.h"

#include <QRegularExpression>
#include <QSaveFile>
#include <QSettings>

namespace awb
{

namespace
{

constexpr qsizetype kMaxPreviewText = 1024 * 1024;
constexpr int kMaxPreviewPages = 24;

QByteArray textOf(const AuditResult& result, ReportFormat format, const ReportOptions& options)
{
    switch (format) {
    case ReportFormat::Html:
        return htmlReport(result, options);
    case ReportFormat::Markdown:
        return markdownReport(result, options);
    case ReportFormat::Text:
        return textReport(result, options);
    case ReportFormat::Json:
        return jsonReport(result, options);
    case ReportFormat::Csv:
        return csvReport(result, options);
    case ReportFormat::JUnit:
        return junitReport(result, options);
    case ReportFormat::Pdf:
        break;
    }
    return {};
}

Result<ReportPreview> previewOf(const AuditResult& result, ReportFormat format, bool redact, int width)
{
    ReportPreview preview;
    if (format == ReportFormat::Pdf) {
        Result<PdfPages> pages = drawPdfPages(result, width, kMaxPreviewPages, {redact, QLocale()});
        if (!pages)
            return pages.error();
        preview.pages = pages->images;
        preview.pageCount = pages->pages;
        preview.warnings = pages->warnings;
        return preview;
    }
    QByteArray bytes = textOf(result, format, {redact, QLocale()});
    bytes.truncate(kMaxPreviewText);
    preview.text = QString::fromUtf8(bytes);
    return preview;
}

Result<QStringList> writeTo(const AuditResult& result, ReportFormat format, bool redact, const QString& path)
{
    if (format == ReportFormat::Pdf) {
        Result<PdfWritten> written = writePdf(result, path, {redact, QLocale()});
        if (!written)
            return written.error();
        return written->warnings;
    }
    const QByteArray bytes = textOf(result, format, {redact, QLocale()});
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error{ErrorCode::Io,
                     ReportPresenter::tr("%1 cannot be written: %2.").arg(path, file.errorString()),
                     {},
                     {}};
    return QStringList();
}

} // namespace

const QVector<FormatView>& ReportPresenter::formats()
{
    static const QVector<FormatView> all{
        {ReportFormat::Pdf, tr("PDF"), tr("The one people send"), QStringLiteral("pdf"), tr("PDF (*.pdf)")},
        {ReportFormat::Html, tr("HTML"), tr("One file, no network"), QStringLiteral("html"),
         tr("HTML (*.html)")},
        {ReportFormat::Markdown, tr("Markdown"), tr("The checklist's template, filled in"),
         QStringLiteral("md"), tr("Markdown (*.md)")},
        {ReportFormat::Text, tr("Plain text"), tr("The template for a mail"), QStringLiteral("txt"),
         tr("Text (*.txt)")},
        {ReportFormat::Json, tr("JSON"), tr("auditbench/result/1"), QStringLiteral("json"),
         tr("JSON (*.json)")},
        {ReportFormat::Csv, tr("CSV"), tr("A row a check"), QStringLiteral("csv"), tr("CSV (*.csv)")},
        {ReportFormat::JUnit, tr("JUnit"), tr("For CI"), QStringLiteral("xml"), tr("JUnit XML (*.xml)")}};
    return all;
}

ReportPresenter::ReportPresenter(AuditSession& session, QObject* parent)
    : QObject(parent),
      session_(session),
      redact_(QSettings().value(QStringLiteral("report/redact"), true).toBool())
{
    pool_.setMaxThreadCount(1);
}

ReportPresenter::~ReportPresenter()
{
    pool_.waitForDone(5000);
}

void ReportPresenter::setFormat(ReportFormat format)
{
    if (format_ == format)
        return;
    format_ = format;
    Q_EMIT optionsChanged();
}

void ReportPresenter::setRedact(bool redact)
{
    if (redact_ == redact)
        return;
    redact_ = redact;
    Q_EMIT optionsChanged();
}

QString ReportPresenter::fileName(ReportFormat format) const
{
    static const QRegularExpression other(QStringLiteral("[^\\p{L}\\p{N}]+"));
    const AuditMeta& meta = session_.result().meta;
    QString name = meta.name.toLower().replace(other, QStringLiteral("-")).left(60);
    while (name.endsWith(QLatin1Char('-')))
        name.chop(1);
    if (name.isEmpty())
        name = QStringLiteral("audit");
    if (meta.date.isValid())
        name += QLatin1Char('-') + meta.date.toString(Qt::ISODate);
    for (const FormatView& view : formats()) {
        if (view.format == format)
            return name + QLatin1Char('.') + view.suffix;
    }
    return name;
}

void ReportPresenter::preview(int pageWidth)
{
    if (!session_.isOpen())
        return;
    const int number = ++number_;
    busy_ = true;
    Q_EMIT busyChanged();
    runInBackground(
        pool_, this,
        [result = session_.result(), format = format_, redact = redact_, pageWidth] {
            return previewOf(result, format, redact, pageWidth);
        },
        [this, number](Result<ReportPreview> preview) {
            if (number != number_)
                return;
            busy_ = false;
            Q_EMIT busyChanged();
            if (preview)
                Q_EMIT previewReady(*preview);
            else
                Q_EMIT previewFailed(preview.error());
        });
}

void ReportPresenter::write(ReportFormat format, const QString& path)
{
    if (!session_.isOpen() || path.isEmpty())
        return;
    runInBackground(
        pool_, this,
        [result = session_.result(), format, redact = redact_, path] {
            return writeTo(result, format, redact, path);
        },
        [this, path](Result<QStringList> done) {
            if (done)
                Q_EMIT written(path, *done);
            else
                Q_EMIT failed(done.error());
        });
}

} // namespace awb

#include "moc_report_presenter.cpp"
