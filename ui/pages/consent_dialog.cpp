#include "ui/pages/consent_dialog.h"

#include "ui/style/style_theme.h"
#include "ui/widgets/code_view.h"
#include "ui/widgets/text_label.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>

namespace awb
{

namespace
{

constexpr qsizetype kMaxSends = 60;

// What is sent, a line each with its bound.
QString sendsText(const QVector<SendView>& sends)
{
    QStringList lines;
    for (const SendView& send : sends.mid(0, kMaxSends))
        lines << QStringLiteral("%1    -- %2").arg(send.what.simplified(), send.howMuch);
    if (sends.size() > kMaxSends)
        lines << ConsentDialog::tr("and %1 more: see the dry run").arg(sends.size() - kMaxSends);
    return lines.join(QLatin1Char('\n'));
}

void addFact(QGridLayout* grid, const QString& name, QWidget* fact)
{
    const int row = grid->rowCount();
    grid->addWidget(new TextLabel(name, tokens::Type::Body, tokens::Role::Text2), row, 0, Qt::AlignTop);
    grid->addWidget(fact, row, 1);
}

TextLabel* wrapped(const QString& text)
{
    auto* label = new TextLabel(text);
    label->setWordWrap(true);
    return label;
}

} // namespace

ConsentDialog::ConsentDialog(const FeltView& felt, bool namesHost, bool production, QWidget* parent)
    : QDialog(parent),
      host_(new QCheckBox),
      allow_(new QPushButton(tr("Allow and start")))
{
    const QString hosts = felt.hosts.isEmpty() ? tr("the target") : felt.hosts.join(QStringLiteral(", "));
    setObjectName(QStringLiteral("consent"));
    setWindowTitle(tr("Before anything that can be felt"));
    setModal(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    auto* question = new TextLabel(tr("Allow “%1” on %2?").arg(felt.name, hosts), tokens::Type::Heading);
    question->setWordWrap(true);
    column->addWidget(question);
    column->addWidget(new TextLabel(tr("This is off until you allow it, for this host, in this run."),
                                    tokens::Type::Body, tokens::Role::Text2));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    addFact(grid, tr("What"), wrapped(felt.text));
    addFact(grid, tr("Where"), wrapped(hosts));
    addFact(grid, tr("For"), wrapped(tr("checks %1").arg(felt.checks.join(QStringLiteral(", ")))));
    auto* sends = new CodeView;
    sends->setMaxLines(8);
    sends->setCode(sendsText(felt.sends), QStringLiteral("sql"));
    sends->setObjectName(QStringLiteral("consent-sends"));
    addFact(grid, tr("How much"), sends);
    addFact(grid, tr("Stops itself"),
            wrapped(tr("At the bound above, when the target shows that it is hurting, or with Esc.")));
    column->addLayout(grid);
    host_->setText(namesHost ? tr("%1 may be loaded now. It is the host I mean.").arg(hosts)
                             : tr("This host may be loaded now"));
    host_->setObjectName(QStringLiteral("consent-host"));
    column->addWidget(host_);
    if (production) {
        production_ = new QCheckBox(tr("This is production, and its owner agreed"));
        production_->setObjectName(QStringLiteral("consent-production"));
        column->addWidget(production_);
        connect(production_, &QCheckBox::toggled, this, [this] { updateButton(); });
    }
    auto* safe = new QPushButton(tr("Do not send"));
    safe->setObjectName(QStringLiteral("consent-no"));
    allow_->setObjectName(QStringLiteral("consent-yes"));
    safe->setDefault(true);
    safe->setAutoDefault(true);
    allow_->setAutoDefault(false);
    setButtonKey(safe, QStringLiteral("Esc"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(safe);
    buttons->addWidget(allow_);
    column->addLayout(buttons);
    connect(host_, &QCheckBox::toggled, this, [this] { updateButton(); });
    connect(safe, &QPushButton::clicked, this, &QDialog::reject);
    connect(allow_, &QPushButton::clicked, this, &QDialog::accept);
    setMinimumWidth(static_cast<int>(themeOf(this).px(560)));
    updateButton();
    safe->setFocus(Qt::OtherFocusReason);
}

bool ConsentDialog::productionAllowed() const
{
    return production_ && production_->isChecked();
}

void ConsentDialog::updateButton()
{
    allow_->setEnabled(host_->isChecked() && (!production_ || production_->isChecked()));
}

} // namespace awb

#include "moc_consent_dialog.cpp"
