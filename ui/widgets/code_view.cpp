#include "ui/widgets/code_view.h"

#include "core/report/safe_text.h"
#include "ui/style/style_theme.h"
#include "ui/widgets/code_highlighter.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>
#include <cmath>

namespace awb
{
namespace
{

constexpr qsizetype longestCode = 1 << 20;
constexpr int codePadding = 10;

} // namespace

CodeView::CodeView(QWidget* parent)
    : QPlainTextEdit(parent),
      copy_(new QPushButton(this)),
      highlighter_(new CodeHighlighter(document()))
{
    setReadOnly(true);
    setLineWrapMode(NoWrap);
    setTabChangesFocus(true);
    setFrameShape(StyledPanel);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    document()->setDocumentMargin(codePadding);
    setAccessibleName(tr("Code"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setButtonKind(copy_, ButtonKind::Quiet, true);
    setButtonIcon(copy_, tokens::IconId::Copy);
    copy_->setToolTip(tr("Copy"));
    copy_->setAccessibleName(tr("Copy"));
    copy_->setCursor(Qt::ArrowCursor);
    connect(copy_, &QPushButton::clicked, this, &CodeView::copyAll);
    followTheme(this, [this] { applyTheme(); });
}

void CodeView::setCode(const QString& code, const QString& language)
{
    code_ = code;
    QString shown = visibleText(code.left(longestCode));
    if (code.size() > longestCode)
        shown += QLatin1Char('\n') + tr("… cut after 1 MiB; Copy takes all of it.");
    highlighter_->setLanguage(language);
    setPlainText(shown);
    setVerticalScrollBarPolicy(blockCount() <= maxLines_ ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    applyTheme();
    updateGeometry();
}

void CodeView::setMaxLines(int lines)
{
    maxLines_ = lines;
    setVerticalScrollBarPolicy(blockCount() <= maxLines_ ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    updateGeometry();
}

void CodeView::setCopyVisible(bool visible)
{
    copy_->setVisible(visible);
}

void CodeView::copyAll() const
{
    QGuiApplication::clipboard()->setText(code_);
}

void CodeView::applyTheme()
{
    const Theme theme = themeOf(this);
    document()->setDefaultFont(theme.evidenceFont(toPlainText()));
    setFont(theme.evidenceFont(toPlainText()));
    QPalette colors = palette();
    colors.setColor(QPalette::Base, theme.color(tokens::Role::Code));
    setPalette(colors);
    highlighter_->rehighlight();
    updateGeometry();
}

int CodeView::lineCount() const
{
    return std::clamp(blockCount(), 1, maxLines_);
}

QSize CodeView::sizeHint() const
{
    const double line = std::ceil(QFontMetricsF(document()->defaultFont()).lineSpacing());
    const int lines = static_cast<int>(line) * lineCount();
    const bool wide = document()->size().width() > width() - 2 * frameWidth();
    const int bar = wide ? horizontalScrollBar()->sizeHint().height() : 0;
    return {static_cast<int>(themeOf(this).px(320)), lines + 2 * codePadding + 2 * frameWidth() + bar + 2};
}

QSize CodeView::minimumSizeHint() const
{
    return {static_cast<int>(themeOf(this).px(160)), sizeHint().height()};
}

void CodeView::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    placeButton();
    updateGeometry();
}

void CodeView::placeButton()
{
    const QSize size = copy_->sizeHint();
    const int bar = verticalScrollBar()->isVisible() ? verticalScrollBar()->width() : 0;
    copy_->setGeometry(width() - size.width() - bar - 5, 5, size.width(), size.height());
}

} // namespace awb

#include "moc_code_view.cpp"
