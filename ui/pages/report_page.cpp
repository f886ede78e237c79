#include "ui/pages/report_page.h"

#include "ui/presenters/command_set.h"
#include "ui/style/style_theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/code_view.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/two_line_delegate.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QListWidget>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <algorithm>

#include <cmath>

using namespace std::chrono_literals;

namespace awb
{

namespace
{

constexpr double kSheetWidth = 760;
constexpr double kSheetGap = 20;

} // namespace

PageSheets::PageSheets(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void PageSheets::setPages(const QVector<QImage>& pages)
{
    pages_ = pages;
    setAccessibleName(tr("%n pages", nullptr, count()));
    setMinimumHeight(sizeHint().height());
    updateGeometry();
    update();
}

double PageSheets::sheetHeight(const QImage& page) const
{
    return page.width() > 0 ? themeOf(this).px(kSheetWidth) * page.height() / page.width() : 0;
}

QSize PageSheets::sizeHint() const
{
    const Theme theme = themeOf(this);
    double height = theme.px(kSheetGap);
    for (const QImage& page : pages_)
        height += sheetHeight(page) + theme.px(kSheetGap);
    return {static_cast<int>(theme.px(kSheetWidth + 2 * kSheetGap)), static_cast<int>(std::ceil(height))};
}

void PageSheets::paintEvent(QPaintEvent* event)
{
    const Theme theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const double width = std::min(theme.px(kSheetWidth), this->width() - theme.px(16));
    double top = theme.px(kSheetGap);
    for (const QImage& page : pages_) {
        const double height = page.width() > 0 ? width * page.height() / page.width() : 0;
        const QRectF sheet((this->width() - width) / 2, top, width, height);
        if (sheet.intersects(QRectF(event->rect()))) {
            painter.drawImage(sheet, page);
            painter.setPen(QPen(theme.color(tokens::Role::Line), 1));
            painter.drawRect(sheet);
        }
        top += height + theme.px(kSheetGap);
    }
}

ReportPage::ReportPage(const PageContext& context, QWidget* parent)
    : Page(context, parent),
      presenter_(session())
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(20, 16, 20, 16);
    row->setSpacing(16);
    row->addWidget(makeSide());
    row->addWidget(makePreview(), 1);
    makeCommands();
    previewTimer_.setSingleShot(true);
    previewTimer_.setInterval(250ms);
    connect(&previewTimer_, &QTimer::timeout, this, &ReportPage::askPreview);
    connect(&session(), &AuditSession::resultChanged, this, [this] {
        if (isVisible())
            previewTimer_.start();
    });
    connect(&presenter_, &ReportPresenter::optionsChanged, this, [this] {
        refresh();
        askPreview();
    });
    connect(&presenter_, &ReportPresenter::busyChanged, this, &ReportPage::refresh);
    connect(&presenter_, &ReportPresenter::previewReady, this, &ReportPage::showPreview);
    const auto failed = [this](const Error& error) {
        message_->setTone(Banner::Tone::Fail);
        message_->setText(error.message, error.remedy);
        message_->show();
    };
    connect(&presenter_, &ReportPresenter::previewFailed, this, failed);
    connect(&presenter_, &ReportPresenter::failed, this, failed);
    connect(&presenter_, &ReportPresenter::written, this,
            [this](const QString& path, const QStringList& warnings) {
                message_->setTone(warnings.isEmpty() ? Banner::Tone::Info : Banner::Tone::Warn);
                message_->setText(tr("Written: %1").arg(path), warnings.join(QLatin1Char(' ')));
                message_->show();
            });
    refresh();
}

ReportPage::~ReportPage()
{
    endWidgets();
}

QWidget* ReportPage::makeSide()
{
    auto* card = new Card(tr("Report"));
    card->setFixedWidth(static_cast<int>(themeOf(this).px(280)));
    formats_ = new QListWidget;
    formats_->setObjectName(QStringLiteral("formats"));
    formats_->setAccessibleName(tr("Format"));
    formats_->setFrameShape(QFrame::NoFrame);
    for (const FormatView& view : ReportPresenter::formats()) {
        auto* item = new QListWidgetItem(view.title, formats_);
        item->setData(SecondLineRole, view.about);
        item->setData(Qt::AccessibleTextRole, QStringLiteral("%1, %2").arg(view.title, view.about));
    }
    formats_->setItemDelegate(new TwoLineDelegate(TwoLineDelegate::Badge::None, formats_));
    formats_->setMouseTracking(true);
    formats_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    formats_->setFixedHeight(formats_->count() * formats_->sizeHintForRow(0) + 2);
    formats_->setCurrentRow(0);
    card->body()->addWidget(formats_);
    redact_ = new QCheckBox(tr("Redact for forwarding"));
    redact_->setObjectName(QStringLiteral("redact"));
    redact_->setChecked(presenter_.redact());
    card->body()->addWidget(redact_);
    auto* about = new TextLabel(tr("Literals in queries, ids in key names, credentials and personal data are "
                                   "masked. Switch it off only for readers who may see them."),
                                tokens::Type::Small, tokens::Role::Text2);
    about->setWordWrap(true);
    card->body()->addWidget(about);
    export_ = new QPushButton;
    export_->setObjectName(QStringLiteral("export"));
    setButtonKind(export_, ButtonKind::Primary);
    setButtonIcon(export_, tokens::IconId::Tray);
    setButtonKey(export_, QStringLiteral("Ctrl Shift E"));
    card->body()->addWidget(export_);
    card->body()->addStretch();
    connect(formats_, &QListWidget::currentRowChanged, this, [this](int format) {
        if (format >= 0)
            presenter_.setFormat(ReportPresenter::formats().at(format).format);
    });
    connect(redact_, &QCheckBox::toggled, this, [this](bool on) { presenter_.setRedact(on); });
    connect(export_, &QPushButton::clicked, this, &ReportPage::choosePath);
    return card;
}

QWidget* ReportPage::makePreview()
{
    auto* host = new QWidget;
    auto* column = new QVBoxLayout(host);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    message_ = new Banner(Banner::Tone::Info);
    message_->setObjectName(QStringLiteral("report-message"));
    message_->hide();
    column->addWidget(message_);
    state_ = new TextLabel({}, tokens::Type::Small, tokens::Role::Text2);
    state_->setObjectName(QStringLiteral("preview-state"));
    column->addWidget(state_);
    sheets_ = new PageSheets;
    sheets_->setObjectName(QStringLiteral("sheets"));
    scroll_ = new QScrollArea;
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setWidgetResizable(true);
    scroll_->setWidget(sheets_);
    scroll_->setAccessibleName(tr("Preview"));
    text_ = new CodeView;
    text_->setObjectName(QStringLiteral("preview-text"));
    text_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    stack_ = new QStackedWidget;
    stack_->addWidget(scroll_);
    stack_->addWidget(text_);
    column->addWidget(stack_, 1);
    return host;
}

void ReportPage::makeCommands()
{
    const QString group = tr("Report");
    commands().add({QStringLiteral("report.export"),
                    group,
                    tr("Export this format"),
                    {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E)}},
                   this, [this] { choosePath(); });
    commands().add(
        {QStringLiteral("report.redact"), group, tr("Redact for forwarding"), {QKeySequence(Qt::Key_X)}},
        this, [this] { redact_->toggle(); });
}

void ReportPage::activate(const QString&)
{
    message_->hide();
    formats_->setFocus(Qt::OtherFocusReason);
    refresh();
    askPreview();
}

QVector<StatusKey> ReportPage::statusKeys() const
{
    return {{QStringLiteral("↑ ↓"), tr("format")},
            {QStringLiteral("X"), tr("redact")},
            {QStringLiteral("Ctrl Shift E"), tr("export")}};
}

void ReportPage::hideEvent(QHideEvent* event)
{
    Page::hideEvent(event);
    sheets_->setPages({}); // a picture a page: tens of megabytes that nobody looks at
}

void ReportPage::askPreview()
{
    const double ratio = devicePixelRatioF();
    presenter_.preview(static_cast<int>(themeOf(this).px(kSheetWidth) * ratio));
}

void ReportPage::refresh()
{
    for (const FormatView& view : ReportPresenter::formats()) {
        if (view.format == presenter_.format())
            export_->setText(tr("Export %1").arg(view.title));
    }
    export_->setEnabled(session().isOpen());
    if (presenter_.isBusy())
        state_->setText(tr("Drawing the preview"));
}

void ReportPage::showPreview(const ReportPreview& preview)
{
    const bool pdf = presenter_.format() == ReportFormat::Pdf;
    stack_->setCurrentIndex(pdf ? 0 : 1);
    if (pdf) {
        sheets_->setPages(preview.pages);
        state_->setText(preview.pages.size() < preview.pageCount
                            ? tr("The first %1 of %2 pages; the file has all.")
                                  .arg(preview.pages.size())
                                  .arg(preview.pageCount)
                            : tr("%n pages, A4", nullptr, preview.pageCount));
    } else {
        text_->setCode(preview.text);
        state_->setText(tr("%1 KiB").arg(QLocale().toString(preview.text.size() / 1024)));
    }
    if (!preview.warnings.isEmpty()) {
        message_->setTone(Banner::Tone::Warn);
        message_->setText(tr("The PDF is complete but for this:"), preview.warnings.join(QLatin1Char(' ')));
        message_->show();
    }
}

void ReportPage::choosePath()
{
    for (const FormatView& view : ReportPresenter::formats()) {
        if (view.format != presenter_.format())
            continue;
        auto* dialog = new QFileDialog(this, tr("Export %1").arg(view.title),
                                       presenter_.fileName(view.format), view.filter);
        dialog->setObjectName(QStringLiteral("exportDialog"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix(view.suffix);
        connect(dialog, &QFileDialog::fileSelected, this,
                [this, format = view.format](const QString& path) { presenter_.write(format, path); });
        dialog->open();
    }
}

} // namespace awb

#include "moc_report_page.cpp"
