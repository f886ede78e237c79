#include "ui/widgets/mark_button.h"

#include "ui/style/awb_style.h"
#include "ui/style/style_theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace awb
{

using tokens::Role;

MarkButton::MarkButton(MarkGlyph glyph, const QString& word, const QString& key, QWidget* parent)
    : QAbstractButton(parent),
      glyph_(glyph),
      key_(key)
{
    setText(word);
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("%1, key %2").arg(word, key));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    followTheme(this, [this] {
        updateGeometry();
        update();
    });
}

void MarkButton::setPending(bool pending)
{
    pending_ = pending;
    setAccessibleDescription(pending ? tr("waits for a reason") : QString());
    update();
}

void MarkButton::setLarge(bool large)
{
    large_ = large;
    updateGeometry();
    update();
}

double MarkButton::size(double px) const
{
    return themeOf(this).px(px) * (large_ ? 1.6 : 1.0);
}

QSize MarkButton::sizeHint() const
{
    const Theme theme = themeOf(this);
    const tokens::Type type = large_ ? tokens::Type::ReviewBody : tokens::Type::BodyStrong;
    const QFontMetricsF metrics(theme.font(type, 600));
    // Mark in the middle and the key cap in its corner never meet.
    const double caps = 2 * (keyCapWidth(theme, key_) + theme.px(6)) + size(22);
    const double width = std::max({size(58), metrics.horizontalAdvance(text()) + size(14), caps});
    const double height = std::max(size(tokens::size::markButton), size(36) + metrics.height());
    return {static_cast<int>(std::ceil(width)), static_cast<int>(std::ceil(height))};
}

void MarkButton::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const Theme theme = themeOf(this);
    const MarkRoles roles = markRoles(glyph_);
    const bool on = isChecked() && !pending_;
    QPainter painter(this);
    QRectF box(rect());
    if (hasFocus()) {
        drawRounded(painter, box, theme.px(tokens::radius::control) + 1, QColor(), theme.color(Role::Focus),
                    tokens::stroke::focus);
        box.adjust(3, 3, -3, -3);
    }
    const double radius = theme.px(tokens::radius::control);
    if (pending_) {
        QPen pen(theme.color(Role::Text), tokens::stroke::strong);
        pen.setDashPattern({3, 2});
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(pen);
        painter.setBrush(theme.color(Role::Panel));
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius);
    } else {
        const Role rest = underMouse() && isEnabled() ? Role::Hover : Role::Panel;
        drawRounded(painter, box, radius, theme.color(on ? roles.tint : rest),
                    theme.color(on            ? roles.mark
                                : isEnabled() ? Role::LineStrong
                                              : Role::Line),
                    on ? tokens::stroke::strong : tokens::stroke::control);
    }
    painter.setOpacity(isEnabled() ? 1.0 : 0.5);
    const double mark = size(18);
    const double middle = rect().height() / 2.0;
    MarkPainter::paint(painter, QRectF(width() / 2.0 - mark / 2, middle - mark - size(2), mark, mark), glyph_,
                       !pending_, theme);
    painter.setFont(theme.font(large_ ? tokens::Type::ReviewBody : tokens::Type::Small, 600));
    painter.setPen(theme.color(on ? roles.text : isEnabled() ? Role::Text : Role::Disabled));
    painter.drawText(QRectF(0, middle + size(3), width(), size(20)), Qt::AlignCenter, text());
    const double cap = theme.px(tokens::size::key);
    const double capWidth = keyCapWidth(theme, key_);
    drawKeyCap(painter, QRectF(width() - capWidth - theme.px(5), theme.px(5), capWidth, cap), key_, theme,
               keyCapColors(theme));
}

int MarkButton::leastWidth() const
{
    const Theme theme = themeOf(this);
    const QFontMetricsF metrics(theme.font(large_ ? tokens::Type::ReviewBody : tokens::Type::Small, 600));
    // The word, or the symbol in the middle with the key cap right of it.
    const double symbol = 2 * (theme.px(5) + keyCapWidth(theme, key_)) + size(16);
    return static_cast<int>(std::ceil(std::max(metrics.horizontalAdvance(text()) + theme.px(8), symbol)));
}

MarkRow::MarkRow(QWidget* parent) : QWidget(parent)
{
    const auto add = [this](MarkGlyph glyph, const QString& word) {
        auto* button = new MarkButton(glyph, word, markLetter(glyph), this);
        button->setObjectName(QStringLiteral("mark") + markLetter(glyph));
        connect(button, &QAbstractButton::clicked, this, [this, button](bool checked) {
            button->setChecked(!checked); // the judgment decides what is shown as marked, not the click
            Q_EMIT markChosen(button->glyph());
        });
        buttons_.append(button);
    };
    add(MarkGlyph::Pass, tr("Pass"));
    add(MarkGlyph::Warn, tr("Warning"));
    add(MarkGlyph::Fail, tr("Fail"));
    add(MarkGlyph::NotApplicable, tr("N/A"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred); // fixed would cut the second row off
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void MarkRow::setMark(std::optional<MarkGlyph> glyph)
{
    for (MarkButton* button : buttons_)
        button->setChecked(glyph == button->glyph());
}

void MarkRow::setPending(std::optional<MarkGlyph> glyph)
{
    for (MarkButton* button : buttons_)
        button->setPending(glyph == button->glyph());
}

void MarkRow::setLarge(bool large)
{
    for (MarkButton* button : buttons_)
        button->setLarge(large);
    updateGeometry();
}

int MarkRow::gap() const
{
    return static_cast<int>(std::lround(themeOf(this).px(4)));
}

// Four beside each other as long as the longest word fits.
int MarkRow::columnsFor(int width) const
{
    int widest = 0;
    for (const MarkButton* button : buttons_)
        widest = std::max(widest, button->leastWidth());
    return 4 * widest + 3 * gap() <= width ? 4 : 2;
}

int MarkRow::heightForWidth(int width) const
{
    const int height = buttons_.first()->sizeHint().height();
    return columnsFor(width) == 4 ? height : 2 * height + gap();
}

QSize MarkRow::sizeHint() const
{
    int width = 3 * gap();
    for (const MarkButton* button : buttons_)
        width += button->sizeHint().width();
    return {width, heightForWidth(width)};
}

QSize MarkRow::minimumSizeHint() const
{
    int widest = 0;
    for (const MarkButton* button : buttons_)
        widest = std::max(widest, button->sizeHint().width());
    return {2 * widest + gap(), buttons_.first()->sizeHint().height()};
}

void MarkRow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const int columns = columnsFor(width());
    const int height = buttons_.first()->sizeHint().height();
    const int cell = (width() - (columns - 1) * gap()) / columns;
    for (int i = 0; i < buttons_.size(); ++i) {
        const int column = i % columns;
        const int row = i / columns;
        const int left = column * (cell + gap());
        // The last column takes what rounding left over, so that the right edge is the pane's.
        const int right = column + 1 == columns ? width() : left + cell;
        buttons_[i]->setGeometry(left, row * (height + gap()), right - left, height);
    }
}

} // namespace awb

#include "moc_mark_button.cpp"
