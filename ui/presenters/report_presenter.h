// Reports without their page: every format, previewed and written off the GUI thread.
#pragma once

#include "ui/presenters/audit_session.h"

#include <QImage>

namespace awb
{

enum class ReportFormat { Pdf, Html, Markdown, Text, Json, Csv, JUnit };

struct FormatView
{
    ReportFormat format = ReportFormat::Pdf;
    QString title;
    QString about;
    QString suffix;
    QString filter; // of a file dialog
};

struct ReportPreview
{
    QVector<QImage> pages; // PDF: each page
    int pageCount = 0;     // all of them; more than are drawn
    QString text;          // every other format
    QStringList warnings;
};

class ReportPresenter : public QObject
{
    Q_OBJECT
public:
    explicit ReportPresenter(AuditSession& session, QObject* parent = nullptr);
    ~ReportPresenter() override;

    static const QVector<FormatView>& formats();

    ReportFormat format() const { return format_; }
    void setFormat(ReportFormat format);
    bool redact() const { return redact_; }
    void setRedact(bool redact);
    QString fileName(ReportFormat format) const; // suggested: "checkout-api-2026-11-24.pdf"

    // Ends in previewReady(); asked again while one is under way, the newest wins.
    void preview(int pageWidth);
    bool isBusy() const { return busy_; }
    // Ends in written() or failed().
    void write(ReportFormat format, const QString& path);

Q_SIGNALS:
    void optionsChanged();
    void busyChanged();
    void previewReady(const awb::ReportPreview& preview);
    void previewFailed(const awb::Error& error);
    void written(const QString& path, const QStringList& warnings);
    void failed(const awb::Error& error);

private:
    AuditSession& session_;
    QThreadPool pool_; // one thread: PDFs are made one at a time
    ReportFormat format_ = ReportFormat::Pdf;
    bool redact_ = true;
    bool busy_ = false;
    int number_ = 0;
};

} // namespace awb
