#include "ui/pages/probe_pane.h"
#include "core/report/safe_text.h"

#include "ui/style/style_theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/code_view.h"
#include "ui/widgets/text_label.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

#include <cmath>

namespace awb
{

namespace
{

constexpr int kMaxShownLines = 500;

void paintPane(QWidget* pane)
{
    const Theme theme = themeOf(pane);
    QPainter painter(pane);
    painter.fillRect(pane->rect(), theme.color(tokens::Role::Panel));
    painter.fillRect(QRect(0, 0, 1, pane->height()), theme.color(tokens::Role::Line));
}

QPushButton* quiet(const QString& text, tokens::IconId icon, const QString& key = {})
{
    auto* button = new QPushButton(text);
    setButtonKind(button, ButtonKind::Quiet, true);
    setButtonIcon(button, icon);
    if (!key.isEmpty())
        setButtonKey(button, key);
    return button;
}

QHBoxLayout* headed(const QString& title, QPushButton* button)
{
    auto* row = new QHBoxLayout;
    row->addWidget(new TextLabel(title, tokens::Type::BodyStrong));
    row->addStretch();
    if (button)
        row->addWidget(button);
    return row;
}

} // namespace

ProbePane::ProbePane(ProbesPresenter& presenter, QWidget* parent)
    : QWidget(parent),
      presenter_(presenter),
      sends_(new CodeView),
      needs_(new TextLabel({}, tokens::Type::Small, tokens::Role::Text2)),
      rightsTitle_(new TextLabel(tr("Rights it needs"), tokens::Type::BodyStrong)),
      rights_(new TextLabel({}, tokens::Type::Code)),
      problem_(new Banner(Banner::Tone::Unknown)),
      unlock_(new CodeView)
{
    setObjectName(QStringLiteral("probe-pane"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(17, 16, 16, 16);
    column->setSpacing(8);
    column->addWidget(makeHead());
    auto* copy = quiet(tr("Copy"), tokens::IconId::Copy);
    connect(copy, &QPushButton::clicked, sends_, &CodeView::copyAll);
    column->addSpacing(4);
    column->addLayout(headed(tr("What is sent"), copy));
    sends_->setObjectName(QStringLiteral("probe-sends"));
    sends_->setMaxLines(9);
    sends_->setCopyVisible(false);
    column->addWidget(sends_);
    needs_->setWordWrap(true);
    column->addWidget(needs_);
    column->addSpacing(4);
    column->addWidget(rightsTitle_);
    rights_->setWordWrap(true);
    column->addWidget(rights_);
    problem_->setObjectName(QStringLiteral("probe-problem"));
    column->addWidget(problem_);
    unlock_->setObjectName(QStringLiteral("probe-unlock"));
    unlock_->setMaxLines(4);
    column->addWidget(unlock_);
    column->addWidget(makeLog(), 1);
    refresh();
}

QWidget* ProbePane::makeHead()
{
    auto* head = new QWidget;
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    title_ = new TextLabel({}, tokens::Type::Heading);
    title_->setWordWrap(true);
    title_->setObjectName(QStringLiteral("probe-title"));
    run_ = new QPushButton(tr("Run"));
    run_->setObjectName(QStringLiteral("run-probe"));
    setButtonKind(run_, ButtonKind::Plain, true);
    setButtonIcon(run_, tokens::IconId::Play);
    setButtonKey(run_, QStringLiteral("R"));
    stop_ = new QPushButton(tr("Stop"));
    stop_->setObjectName(QStringLiteral("stop-probe"));
    setButtonKind(stop_, ButtonKind::Danger, true);
    setButtonIcon(stop_, tokens::IconId::Stop);
    auto* row = new QHBoxLayout;
    row->addWidget(title_, 1);
    row->addWidget(run_, 0, Qt::AlignTop);
    row->addWidget(stop_, 0, Qt::AlignTop);
    column->addLayout(row);
    about_ = new TextLabel({}, tokens::Type::Body, tokens::Role::Text2);
    about_->setWordWrap(true);
    column->addWidget(about_);
    progress_ = new QProgressBar;
    progress_->setTextVisible(false);
    progressText_ = new TextLabel({}, tokens::Type::Small, tokens::Role::Text2);
    progressText_->setWordWrap(true);
    progressText_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    // Two lines are kept: what runs says now more, now less, and nothing below moves.
    progressText_->setMinimumHeight(static_cast<int>(2 * themeOf(this).lineHeight(tokens::Type::Small)));
    QSizePolicy keep = progress_->sizePolicy(); // nothing jumps when a run begins
    keep.setRetainSizeWhenHidden(true);
    progress_->setSizePolicy(keep);
    column->addWidget(progress_);
    column->addWidget(progressText_);
    connect(run_, &QPushButton::clicked, this, [this] { presenter_.runSelected(); });
    connect(stop_, &QPushButton::clicked, this, [this] { presenter_.stopSelected(); });
    return head;
}

QWidget* ProbePane::makeLog()
{
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(6);
    auto* copy = quiet(tr("Copy diagnostics"), tokens::IconId::Copy);
    connect(copy, &QPushButton::clicked, this, &ProbePane::copyDiagnostics);
    column->addLayout(headed(tr("Log"), copy));
    log_ = new QPlainTextEdit;
    log_->setObjectName(QStringLiteral("probe-log"));
    log_->setReadOnly(true);
    log_->setMaximumBlockCount(kMaxShownLines);
    log_->setLineWrapMode(QPlainTextEdit::NoWrap);
    log_->setPlaceholderText(tr("Nothing yet. A run writes here what it does."));
    log_->setMinimumHeight(90);
    setType(log_, tokens::Type::Code);
    column->addWidget(log_, 1);
    return box;
}

void ProbePane::copyDiagnostics()
{
    QGuiApplication::clipboard()->setText(presenter_.detail().diagnostics);
}

void ProbePane::refresh()
{
    const ProbeDetail detail = presenter_.detail();
    const ProbeView& view = detail.view;
    setEnabled(!view.id.isEmpty());
    title_->setText(view.title);
    about_->setText(view.checks.isEmpty()
                        ? view.about
                        : tr("Serves %1. %2").arg(view.checks.join(QStringLiteral(", ")), view.about));
    const bool running = view.phase == ProbePhase::Running;
    run_->setVisible(!running);
    run_->setEnabled(presenter_.canRun() && !view.canBeFelt);
    stop_->setVisible(running);
    progress_->setVisible(running);
    progress_->setRange(0, view.fraction < 0 ? 0 : 1000);
    if (view.fraction >= 0)
        progress_->setValue(static_cast<int>(std::lround(view.fraction * 1000)));
    progressText_->setText(view.time.isEmpty() ? view.state
                           : view.result.isEmpty()
                               ? QStringLiteral("%1, %2").arg(view.state, view.time)
                               : QStringLiteral("%1, %2: %3").arg(view.state, view.time, view.result));
    showSends(detail);
    rightsTitle_->setVisible(!detail.rights.isEmpty());
    rights_->setVisible(!detail.rights.isEmpty());
    rights_->setText(detail.rights.join(QLatin1Char('\n')));
    showProblem(detail);
    if (shownProbe_ != view.id) {
        shownLog_.clear();
        log_->clear();
        shownProbe_ = view.id;
    }
    showLog(detail.log);
}

void ProbePane::showSends(const ProbeDetail& detail)
{
    QStringList lines;
    for (const SendView& send : detail.sends)
        lines << QStringLiteral("%1    -- %2").arg(send.what.simplified(), send.howMuch);
    const QString text =
        lines.isEmpty() ? tr("-- nothing: it reads what other probes found") : lines.join(QLatin1Char('\n'));
    if (text != shownSends_) {
        shownSends_ = text;
        const bool redis = detail.view.source == ProbeSource::Redis;
        sends_->setCode(text, redis ? QStringLiteral("redis") : QStringLiteral("sql"));
    }
    needs_->setText(detail.needs.isEmpty() ? tr("Reads only, within a stated bound.")
                                           : tr("Stays off until it is allowed below. %1").arg(detail.needs));
}

void ProbePane::showProblem(const ProbeDetail& detail)
{
    const bool shown = !detail.problem.isEmpty() && detail.view.phase != ProbePhase::Running;
    problem_->setVisible(shown);
    unlock_->setVisible(shown && !detail.unlock.isEmpty());
    if (!shown)
        return;
    const QString what = detail.view.phase == ProbePhase::Failed
                             ? tr("Stopped by an error: it gives no verdict.")
                         : detail.view.phase == ProbePhase::Stopped
                             ? tr("Stopped: what was read is kept, and gives no verdict.")
                             : tr("Not measured in full.");
    problem_->setText(what, detail.unlock.isEmpty()
                                ? detail.problem
                                : tr("%1 Hand this line on, then run again.").arg(detail.problem));
    if (unlock_->code() != detail.unlock)
        unlock_->setCode(detail.unlock, QStringLiteral("sql"));
}

// Appends what is new; the view follows only while it stands at the end.
void ProbePane::showLog(const QStringList& log)
{
    if (log == shownLog_)
        return;
    const bool grown = log.size() > shownLog_.size() && log.mid(0, shownLog_.size()) == shownLog_;
    const bool atEnd = log_->verticalScrollBar()->value() >= log_->verticalScrollBar()->maximum() - 2;
    if (grown) {
        for (const QString& line : log.mid(shownLog_.size()))
            log_->appendPlainText(visibleText(line));
    } else {
        QStringList shown;
        for (const QString& line : log)
            shown << visibleText(line);
        log_->setPlainText(shown.join(QLatin1Char('\n')));
    }
    shownLog_ = log;
    if (atEnd)
        log_->verticalScrollBar()->setValue(log_->verticalScrollBar()->maximum());
}

void ProbePane::paintEvent(QPaintEvent*)
{
    paintPane(this);
}

DryRunPane::DryRunPane(ProbesPresenter& presenter, QWidget* parent)
    : QWidget(parent),
      presenter_(presenter),
      text_(new CodeView)
{
    setObjectName(QStringLiteral("dry-run"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(17, 16, 16, 16);
    column->setSpacing(8);
    auto* head = new QHBoxLayout;
    head->addWidget(new TextLabel(tr("Dry run"), tokens::Type::Heading));
    head->addStretch();
    auto* close = quiet(tr("Close"), tokens::IconId::X, QStringLiteral("D"));
    head->addWidget(close);
    column->addLayout(head);
    auto* about = new TextLabel(
        tr("What “Run all” would send, with its bound. Parts that depend on an earlier answer are shown as a "
           "template. Nothing was sent."),
        tokens::Type::Body, tokens::Role::Text2);
    about->setWordWrap(true);
    column->addWidget(about);
    text_->setObjectName(QStringLiteral("dry-run-text"));
    text_->setMaxLines(400);
    text_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    column->addWidget(text_, 1);
    connect(close, &QPushButton::clicked, this, &DryRunPane::closed);
}

void DryRunPane::refresh()
{
    text_->setCode(presenter_.dryRun(), QStringLiteral("sql"));
}

void DryRunPane::paintEvent(QPaintEvent*)
{
    paintPane(this);
}

} // namespace awb

#include "moc_probe_pane.cpp"
