#include "ui/pages/action_list.h"

#include "core/report_pdf/icon_painter.h"
#include "ui/style/awb_style.h"
#include "ui/style/style_theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/text_label.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>

#include <utility>

namespace awb
{

// What an item is dragged by. Up, down and Alt with the arrows do the same without a mouse.
class DragGrip : public QWidget
{
public:
    explicit DragGrip(ActionRow* row) : QWidget(row), row_(row)
    {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        setCursor(Qt::OpenHandCursor);
        setToolTip(ActionRow::tr("Drag to move (Alt+Up, Alt+Down)"));
    }
    QSize sizeHint() const override
    {
        return {static_cast<int>(themeOf(this).px(16)), static_cast<int>(themeOf(this).px(22))};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme theme = themeOf(this);
        QPainter painter(this);
        const double side = theme.px(tokens::size::icon);
        IconPainter::paint(painter, QRectF((width() - side) / 2, (height() - side) / 2, side, side),
                           tokens::IconId::Grip,
                           theme.color(isEnabled() ? tokens::Role::Text2 : tokens::Role::Disabled));
    }
    void mousePressEvent(QMouseEvent* event) override { dragging_ = event->button() == Qt::LeftButton; }
    void mouseMoveEvent(QMouseEvent* event) override
    {
        if (dragging_)
            Q_EMIT row_->dragMoved(inList(event));
    }
    void mouseReleaseEvent(QMouseEvent* event) override
    {
        if (std::exchange(dragging_, false))
            Q_EMIT row_->dropped(inList(event));
    }

private:
    int inList(const QMouseEvent* event) const
    {
        return mapTo(row_->parentWidget(), event->position().toPoint()).y();
    }

    ActionRow* row_;
    bool dragging_ = false;
};

// The rank in a dark disc.
class RankBadge : public QWidget
{
public:
    RankBadge(int rank, QWidget* parent) : QWidget(parent), rank_(rank)
    {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    QSize sizeHint() const override
    {
        const int side = static_cast<int>(themeOf(this).px(22));
        return {side, side};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme theme = themeOf(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(tokens::Role::Text));
        painter.drawEllipse(QRectF(rect()));
        painter.setFont(theme.font(tokens::Type::Small, 700));
        painter.setPen(theme.color(tokens::Role::Panel));
        painter.drawText(rect(), Qt::AlignCenter, QString::number(rank_));
    }

private:
    int rank_;
};

ActionRow::ActionRow(int index, QWidget* parent)
    : QWidget(parent),
      index_(index),
      grip_(new DragGrip(this)),
      badge_(new RankBadge(index + 1, this)),
      text_(new TextLabel({}, tokens::Type::BodyStrong)),
      edit_(new QLineEdit),
      checks_(new Chip),
      gain_(new TextLabel({}, tokens::Type::Small, tokens::Role::Text2)),
      owner_(new QLineEdit),
      due_(new QLineEdit),
      dueError_(new TextLabel({}, tokens::Type::Small, tokens::Role::FailText))
{
    setFocusPolicy(Qt::StrongFocus);
    setObjectName(QStringLiteral("action-%1").arg(index));
    text_->setWordWrap(true);
    edit_->hide();
    dueError_->hide();
    edit_->setAccessibleName(tr("Action item %1").arg(index + 1));
    owner_->setPlaceholderText(tr("Owner"));
    owner_->setAccessibleName(tr("Owner of action item %1").arg(index + 1));
    due_->setPlaceholderText(tr("Due, %1").arg(QStringLiteral("2026-12-05")));
    due_->setAccessibleName(tr("Due date of action item %1").arg(index + 1));
    edit_->setObjectName(QStringLiteral("action-text-%1").arg(index));
    owner_->setObjectName(QStringLiteral("action-owner-%1").arg(index));
    due_->setObjectName(QStringLiteral("action-due-%1").arg(index));
    up_ = tool(tokens::IconId::Up, tr("Move up (Alt+Up)"));
    down_ = tool(tokens::IconId::Down, tr("Move down (Alt+Down)"));
    remove_ = tool(tokens::IconId::X, tr("Remove from the list"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 10, 0, 10);
    row->setSpacing(10);
    grip_->setObjectName(QStringLiteral("action-grip-%1").arg(index));
    row->addWidget(grip_, 0, Qt::AlignTop);
    row->addWidget(badge_, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout;
    column->setSpacing(5);
    column->addWidget(text_);
    column->addWidget(edit_);
    auto* facts = new QHBoxLayout;
    facts->setSpacing(8);
    facts->addWidget(checks_);
    facts->addWidget(gain_);
    facts->addStretch();
    column->addLayout(facts);
    for (QLineEdit* field : {owner_, due_})
        field->setFixedHeight(static_cast<int>(themeOf(this).px(28)));
    auto* fields = new QHBoxLayout;
    fields->setSpacing(8);
    fields->addWidget(owner_, 3);
    fields->addWidget(due_, 2);
    column->addLayout(fields);
    column->addWidget(dueError_);
    row->addLayout(column, 1);
    auto* tools = new QVBoxLayout;
    tools->setSpacing(2);
    for (QPushButton* button : {up_, down_, remove_})
        tools->addWidget(button);
    tools->addStretch();
    row->addLayout(tools);
    for (QLineEdit* field : {edit_, owner_, due_})
        field->installEventFilter(this);
    text_->installEventFilter(this);
    connect(edit_, &QLineEdit::editingFinished, this, [this] { endEdit(true); });
    connect(owner_, &QLineEdit::editingFinished, this, [this] { Q_EMIT ownerChanged(owner_->text()); });
    connect(due_, &QLineEdit::editingFinished, this, [this] { Q_EMIT dueChanged(due_->text()); });
    connect(up_, &QPushButton::clicked, this, [this] { Q_EMIT moveWanted(-1); });
    connect(down_, &QPushButton::clicked, this, [this] { Q_EMIT moveWanted(1); });
    connect(remove_, &QPushButton::clicked, this, &ActionRow::removeWanted);
}

QPushButton* ActionRow::tool(tokens::IconId icon, const QString& name)
{
    auto* button = new QPushButton(this);
    setButtonKind(button, ButtonKind::Quiet, true);
    setButtonIcon(button, icon);
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

void ActionRow::setAction(const ActionView& action, bool editable, int count)
{
    text_->setText(action.item.text);
    text_->setToolTip(action.why);
    ChipContent chip = markChip(glyphFor(action.worst), action.item.checks.join(QStringLiteral(", ")));
    chip.mono = true;
    checks_->setContent(chip);
    gain_->setText(action.gain);
    if (!owner_->hasFocus())
        owner_->setText(action.item.owner);
    if (!due_->hasFocus()) {
        due_->setText(action.item.due.isValid() ? action.item.due.toString(Qt::ISODate) : QString());
        setDueInvalid(false);
    }
    for (QLineEdit* field : {owner_, due_})
        field->setReadOnly(!editable);
    grip_->setEnabled(editable && count > 1);
    up_->setEnabled(editable && index_ > 0);
    down_->setEnabled(editable && index_ + 1 < count);
    remove_->setEnabled(editable);
}

void ActionRow::beginEdit()
{
    if (owner_->isReadOnly())
        return;
    edit_->setText(text_->text());
    text_->hide();
    edit_->show();
    edit_->setFocus(Qt::OtherFocusReason);
    edit_->selectAll();
}

void ActionRow::endEdit(bool keep)
{
    if (edit_->isHidden())
        return;
    const QString typed = edit_->text();
    edit_->hide();
    text_->show();
    if (keep)
        Q_EMIT textChanged(typed);
}

void ActionRow::setDueInvalid(bool invalid)
{
    setInputInvalid(due_, invalid);
    dueError_->setVisible(invalid);
    dueError_->setText(invalid ? tr("Not a date. Type it as 2026-12-05, or leave it empty.") : QString());
}

void ActionRow::paintEvent(QPaintEvent*)
{
    const Theme theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), theme.color(tokens::Role::Line));
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        drawRounded(painter, QRectF(rect()).adjusted(0, 2, 0, -1), theme.px(tokens::radius::control),
                    QColor(), theme.color(tokens::Role::Focus), 2);
    }
}

void ActionRow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        beginEdit();
    else
        QWidget::keyPressEvent(event);
}

bool ActionRow::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == text_ && event->type() == QEvent::MouseButtonDblClick) {
        beginEdit();
        return true;
    }
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        if (watched == edit_) {
            endEdit(false);
            setFocus();
            return true;
        }
        if (watched == owner_ || watched == due_) {
            setFocus(); // Esc leaves a field
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

ActionList::ActionList(ScorecardPresenter& presenter, QWidget* parent)
    : QWidget(parent),
      presenter_(presenter),
      column_(new QVBoxLayout(this))
{
    column_->setContentsMargins(0, 0, 0, 0);
    column_->setSpacing(0);
}

void ActionList::connectRow(ActionRow* row, int index)
{
    connect(row, &ActionRow::textChanged, this,
            [this, index](const QString& text) { presenter_.setActionText(index, text); });
    connect(row, &ActionRow::ownerChanged, this,
            [this, index](const QString& owner) { presenter_.setActionOwner(index, owner); });
    connect(row, &ActionRow::dueChanged, this, [this, row, index](const QString& due) {
        row->setDueInvalid(!presenter_.setActionDue(index, due));
    });
    connect(row, &ActionRow::moveWanted, this, [this, index](int by) {
        rows_.at(presenter_.moveAction(index, by))->setFocus(Qt::OtherFocusReason);
    });
    connect(row, &ActionRow::dragMoved, this, [this](int y) {
        gap_ = gapAt(y);
        update();
    });
    connect(row, &ActionRow::dropped, this, [this, index](int y) { drop(index, y); });
    connect(row, &ActionRow::removeWanted, this, [this, index] { presenter_.removeAction(index); });
}

void ActionList::refresh()
{
    const QVector<ActionView> actions = presenter_.actions();
    shown_ = static_cast<int>(actions.size());
    while (rows_.size() < actions.size()) {
        auto* row = new ActionRow(static_cast<int>(rows_.size()), this);
        connectRow(row, static_cast<int>(rows_.size()));
        column_->addWidget(row);
        rows_.append(row);
    }
    for (qsizetype i = 0; i < rows_.size(); ++i) {
        rows_[i]->setVisible(i < actions.size());
        if (i < actions.size())
            rows_[i]->setAction(actions[i], presenter_.canEdit(), static_cast<int>(actions.size()));
    }
}

int ActionList::gapAt(int y) const
{
    int gap = 0;
    for (int i = 0; i < shown_; ++i)
        gap += y > rows_[i]->geometry().center().y() ? 1 : 0;
    return gap;
}

void ActionList::drop(int from, int y)
{
    const int gap = gapAt(y);
    gap_ = -1;
    update();
    const int to = gap > from ? gap - 1 : gap;
    if (to != from)
        rows_.at(presenter_.moveAction(from, to - from))->setFocus(Qt::OtherFocusReason);
}

// The line where a dragged item would go.
void ActionList::paintEvent(QPaintEvent*)
{
    if (gap_ < 0 || shown_ == 0)
        return;
    const int y = gap_ < shown_ ? rows_[gap_]->geometry().top() : rows_[shown_ - 1]->geometry().bottom() - 1;
    QPainter painter(this);
    painter.fillRect(QRect(0, y, width(), 2), themeOf(this).color(tokens::Role::Accent));
}

int ActionList::focusedRow() const
{
    const QWidget* focus = QApplication::focusWidget();
    for (qsizetype i = 0; i < rows_.size(); ++i) {
        if (focus && !rows_[i]->isHidden() && (rows_[i] == focus || rows_[i]->isAncestorOf(focus)))
            return static_cast<int>(i);
    }
    return -1;
}

void ActionList::editCurrent()
{
    const int row = qMax(0, focusedRow());
    if (row < rows_.size() && !rows_[row]->isHidden())
        rows_[row]->beginEdit();
}

void ActionList::moveCurrent(int by)
{
    const int row = focusedRow();
    if (row >= 0)
        rows_.at(presenter_.moveAction(row, by))->setFocus(Qt::OtherFocusReason);
}

void ActionList::add(const QString& checkId)
{
    const int index = presenter_.addAction(checkId);
    if (index < 0)
        return;
    refresh();
    if (index < rows_.size())
        rows_[index]->beginEdit();
}

} // namespace awb

#include "moc_action_list.cpp"
