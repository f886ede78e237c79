#include "ui/pages/shortcut_sheet.h"

#include "ui/presenters/command_set.h"
#include "ui/style/style_theme.h"
#include "ui/widgets/key_cap.h"
#include "ui/widgets/text_label.h"

#include <QAction>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QMap>
#include <QPushButton>
#include <QScrollArea>

namespace awb
{

namespace
{

constexpr int kColumns = 3;

QWidget* groupBox(const QString& title, const QVector<QAction*>& actions, QWidget* parent)
{
    auto* box = new QWidget(parent);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 8);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->addWidget(new TextLabel(title, tokens::Type::BodyStrong, tokens::Role::Text, box), 0, 0, 1, 2);
    int row = 1;
    for (const QAction* action : actions) {
        grid->addWidget(new KeyCap(CommandSet::keyText(action), {}, box), row, 0,
                        Qt::AlignLeft | Qt::AlignVCenter);
        grid->addWidget(new TextLabel(action->text(), tokens::Type::Small, tokens::Role::Text2, box), row, 1);
        ++row;
    }
    grid->setColumnStretch(1, 1);
    return box;
}

} // namespace

ShortcutSheet::ShortcutSheet(const QVector<const CommandSet*>& sets, QWidget* parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("shortcutSheet"));
    setWindowTitle(tr("Keys"));
    setAttribute(Qt::WA_DeleteOnClose);
    QStringList order;
    QMap<QString, QVector<QAction*>> groups;
    for (const CommandSet* set : sets) {
        for (QAction* action : set->actions()) {
            if (CommandSet::keyText(action).isEmpty()) {
                continue;
            }
            const QString group = CommandSet::group(action);
            if (!order.contains(group)) {
                order << group;
            }
            groups[group] << action;
        }
    }
    auto* content = new QWidget;
    auto* columns = new QHBoxLayout(content);
    columns->setContentsMargins(0, 0, 12, 0);
    columns->setSpacing(32);
    QVector<QVBoxLayout*> stacks;
    for (int i = 0; i < kColumns; ++i) {
        stacks << new QVBoxLayout;
        columns->addLayout(stacks.constLast());
    }
    for (qsizetype i = 0; i < order.size(); ++i) {
        stacks.at(i % kColumns)->addWidget(groupBox(order.at(i), groups.value(order.at(i)), content));
    }
    for (QVBoxLayout* stack : std::as_const(stacks)) {
        stack->addStretch();
    }
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* close = new QPushButton(tr("Close"), this);
    setButtonKind(close, ButtonKind::Primary);
    setButtonKey(close, tr("Esc"));
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    auto* head = new QHBoxLayout;
    head->addWidget(new TextLabel(tr("Keys"), tokens::Type::Title, tokens::Role::Text, this));
    head->addWidget(new TextLabel(tr("They sleep while a text field has the focus; Esc leaves it."),
                                  tokens::Type::Small, tokens::Role::Text2, this),
                    1);
    layout->addLayout(head);
    layout->addWidget(scroll, 1);
    layout->addWidget(close, 0, Qt::AlignRight);
    const QSize room = parent ? parent->window()->size() - QSize(60, 80) : QSize(1200, 900);
    resize(QSize(int(themeOf(this).px(980)), int(themeOf(this).px(760))).boundedTo(room));
}

} // namespace awb

#include "moc_shortcut_sheet.cpp"
