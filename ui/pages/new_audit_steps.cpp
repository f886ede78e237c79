// The four steps of the new-audit page: what each of them asks.
#include "ui/pages/new_audit_page.h"

#include "ui/pages/part_list.h"
#include "ui/pages/target_form.h"
#include "ui/style/style_theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/text_label.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>

namespace awb
{

namespace
{

// A step: its question, one sentence, and the content, scrolling when the window is low.
QWidget* stepPage(const QString& question, const QString& sentence, QWidget* content)
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(28, 24, 28, 16);
    column->setSpacing(6);
    column->addWidget(new TextLabel(question, tokens::Type::Title));
    auto* about = new TextLabel(sentence, tokens::Type::Body, tokens::Role::Text2);
    about->setWordWrap(true);
    column->addWidget(about);
    column->addSpacing(8);
    column->addWidget(content);
    column->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(page);
    return scroll;
}

} // namespace

QLineEdit* NewAuditPage::addMeta(QGridLayout* grid, int row, int column, const char* name,
                                 const QString& label, const QString& placeholder)
{
    auto* words = new TextLabel(label, tokens::Type::Small);
    auto* edit = new QLineEdit;
    edit->setObjectName(QLatin1String(name));
    edit->setAccessibleName(label);
    edit->setPlaceholderText(placeholder);
    words->setBuddy(edit);
    auto* box = new QVBoxLayout;
    box->setSpacing(4);
    box->addWidget(words);
    box->addWidget(edit);
    grid->addLayout(box, row, column);
    connect(edit, &QLineEdit::textEdited, this, [this] {
        readMeta();
        refresh();
    });
    return edit;
}

QWidget* NewAuditPage::makeAuditStep()
{
    auto* card = new Card;
    card->setMaximumWidth(static_cast<int>(themeOf(this).px(800)));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(12);
    name_ = addMeta(grid, 0, 0, "meta-name", tr("Name"), tr("Checkout API, Q4 2026"));
    team_ = addMeta(grid, 0, 1, "meta-team", tr("Team"), tr("Payments"));
    reviewer_ = addMeta(grid, 1, 0, "meta-reviewer", tr("Reviewer"), {});
    lead_ = addMeta(grid, 1, 1, "meta-lead", tr("Team lead"), {});
    date_ = addMeta(grid, 2, 0, "meta-date", tr("Date"), QStringLiteral("2026-11-24"));
    version_ = addMeta(grid, 2, 1, "meta-version", tr("Deployed version"), tr("v2026.11.3"));
    environment_ = new QComboBox;
    environment_->setObjectName(QStringLiteral("meta-environment"));
    environment_->setAccessibleName(tr("Environment"));
    environment_->addItems({QStringLiteral("production"), QStringLiteral("staging"),
                            QStringLiteral("development"), QStringLiteral("local")});
    auto* box = new QVBoxLayout;
    box->setSpacing(4);
    box->addWidget(new TextLabel(tr("Environment"), tokens::Type::Small));
    box->addWidget(environment_);
    grid->addLayout(box, 3, 0);
    connect(environment_, &QComboBox::currentTextChanged, this, [this] {
        readMeta();
        refresh();
    });
    card->body()->addLayout(grid);
    metaError_ = new TextLabel({}, tokens::Type::Small, tokens::Role::FailText);
    metaError_->setObjectName(QStringLiteral("meta-error"));
    card->body()->addWidget(metaError_);
    return stepPage(tr("Which audit is it?"), tr("These lines stand on the cover of the report."), card);
}

QWidget* NewAuditPage::makeTargetStep()
{
    auto* host = new QWidget;
    auto* row = new QHBoxLayout(host);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    parts_ = new PartList(presenter_);
    parts_->setFixedWidth(static_cast<int>(themeOf(this).px(300)));
    row->addWidget(parts_, 0, Qt::AlignTop);
    auto* right = new QVBoxLayout;
    right->setSpacing(16);
    form_ = new TargetForm(presenter_);
    test_ = new ConnectionSteps;
    right->addWidget(form_);
    right->addWidget(test_);
    right->addStretch();
    row->addLayout(right, 1);
    connect(parts_, &PartList::partChosen, this, [this](TargetPart part) {
        form_->setPart(part);
        refresh();
    });
    connect(test_->testButton(), &QPushButton::clicked, this, [this] { presenter_.test(form_->part()); });
    return stepPage(tr("What should be measured?"),
                    tr("Give what you have. Each part can be tested on its own, and changed later."), host);
}

QWidget* NewAuditPage::makeLimitsStep()
{
    auto* card = new Card;
    card->setMaximumWidth(static_cast<int>(themeOf(this).px(800)));
    auto* label = new TextLabel(tr("Window for counters, in seconds"), tokens::Type::Small);
    observe_ = new QSpinBox;
    observe_->setObjectName(QStringLiteral("observe"));
    observe_->setAccessibleName(label->text());
    observe_->setRange(5, 3600);
    observe_->setMaximumWidth(static_cast<int>(themeOf(this).px(160)));
    connect(observe_, &QSpinBox::valueChanged, this,
            [this](int seconds) { presenter_.observeMs = qint64(seconds) * 1000; });
    card->body()->addWidget(label);
    card->body()->addWidget(observe_);
    auto* words = new TextLabel(tr("Hit rates, evictions and statement times are read at the beginning and "
                                   "the end of this window. A rule "
                                   "that needs a longer one says so and gives no verdict."),
                                tokens::Type::Body, tokens::Role::Text2);
    words->setWordWrap(true);
    card->body()->addWidget(words);
    auto* off = new Banner(Banner::Tone::Neutral);
    off->setIcon(tokens::IconId::Lock);
    off->setText(
        tr("Everything that can be felt stays off."),
        tr("Load, bursts, writes and whole-index scans are asked for on the Probes page, with what is "
           "sent, where and how much, each time."));
    card->body()->addWidget(off);
    return stepPage(tr("What may be felt?"),
                    tr("Reading is bounded: at most 2 % of a core and 64 MiB of reads."), card);
}

QWidget* NewAuditPage::makeReadyStep()
{
    auto* card = new Card;
    card->setMaximumWidth(static_cast<int>(themeOf(this).px(800)));
    ready_ = new TextLabel({}, tokens::Type::Heading);
    ready_->setObjectName(QStringLiteral("ready"));
    ready_->setWordWrap(true);
    readyChecks_ = new TextLabel({}, tokens::Type::Body, tokens::Role::Text2);
    readyChecks_->setWordWrap(true);
    card->body()->addWidget(ready_);
    card->body()->addWidget(readyChecks_);
    problem_ = new Banner(Banner::Tone::Fail);
    problem_->setObjectName(QStringLiteral("create-problem"));
    problem_->hide();
    card->body()->addWidget(problem_);
    return stepPage(tr("Ready to begin?"), tr("Nothing is sent until you run the probes."), card);
}

} // namespace awb
