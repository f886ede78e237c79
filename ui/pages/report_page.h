// The report: a preview of each format, the redaction switch, export.
#pragma once

#include "ui/pages/page.h"
#include "ui/presenters/report_presenter.h"

QT_BEGIN_NAMESPACE
class QCheckBox;
class QListWidget;
class QPushButton;
class QScrollArea;
class QStackedWidget;
QT_END_NAMESPACE

namespace awb
{

class Banner;
class CodeView;
class TextLabel;

// The pages of a PDF under each other, as they will be printed.
class PageSheets : public QWidget
{
    Q_OBJECT
public:
    explicit PageSheets(QWidget* parent = nullptr);
    void setPages(const QVector<QImage>& pages);
    int count() const { return static_cast<int>(pages_.size()); }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double sheetHeight(const QImage& page) const;

    QVector<QImage> pages_;
};

class ReportPage : public Page
{
    Q_OBJECT
public:
    ReportPage(const PageContext& context, QWidget* parent);
    ~ReportPage() override;

    QString title() const override { return tr("Report"); }
    void activate(const QString& argument) override;
    QVector<StatusKey> statusKeys() const override;

protected:
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* makeSide();
    QWidget* makePreview();
    void makeCommands();
    void refresh();
    void askPreview();
    void showPreview(const ReportPreview& preview);
    void choosePath();

    ReportPresenter presenter_;
    QTimer previewTimer_;
    QListWidget* formats_;
    QCheckBox* redact_;
    QPushButton* export_;
    TextLabel* state_;
    Banner* message_;
    QStackedWidget* stack_;
    QScrollArea* scroll_;
    PageSheets* sheets_;
    CodeView* text_;
};

} // namespace awb
