#include "ui/pages/plan_review_bar.h"

#include "ui/pages/evidence_card.h"
#include "ui/style/style_theme.h"
#include "ui/widgets/code_view.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/text_label.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace awb
{

namespace
{

constexpr int kPlanLines = 8; // always as high: choosing another row moves nothing

QString sentence(QString words)
{
    if (!words.isEmpty()) {
        words[0] = words.at(0).toUpper();
    }
    return words + QLatin1Char('.');
}

} // namespace

PlanReviewBar::PlanReviewBar(AuditSession& session, EvidenceCard& evidence, QWidget* parent)
    : QWidget(parent),
      session_(session),
      evidence_(evidence),
      plan_(new CodeView(this)),
      state_(new TextLabel({}, tokens::Type::Body, tokens::Role::Text2, this)),
      one_(new QPushButton(tr("Mark this plan reviewed"), this)),
      all_(new QPushButton(this))
{
    setObjectName(QStringLiteral("planReviews"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 16, 12);
    column->setSpacing(8);
    plan_->setObjectName(QStringLiteral("chosenPlan"));
    plan_->setAccessibleName(tr("Query and plan of the chosen row"));
    plan_->setMaxLines(kPlanLines);
    followTheme(plan_, [this] { plan_->setFixedHeight(int(themeOf(plan_).px(kPlanLines * 19 + 26))); });
    state_->setObjectName(QStringLiteral("planState"));
    state_->setWordWrap(true);
    one_->setObjectName(QStringLiteral("reviewPlan"));
    setButtonKey(one_, QStringLiteral("V"));
    all_->setObjectName(QStringLiteral("reviewAllPlans"));
    setButtonKey(all_, QStringLiteral("Shift V"));
    auto* buttons = new QWidget(this);
    auto* row = new FlowLayout(buttons);
    for (QPushButton* button : {one_, all_}) {
        setButtonKind(button, ButtonKind::Plain, true);
        setButtonIcon(button, tokens::IconId::Check);
        row->addWidget(button);
    }
    column->addWidget(plan_);
    column->addWidget(state_);
    column->addWidget(buttons);
    connect(one_, &QPushButton::clicked, this, &PlanReviewBar::reviewChosen);
    connect(all_, &QPushButton::clicked, this, &PlanReviewBar::reviewAll);
    connect(&evidence_, &EvidenceCard::rowChanged, this, &PlanReviewBar::showChosen);
    hide();
}

void PlanReviewBar::setLedger(const QString& checkId, const PlanLedger& ledger, bool another)
{
    check_ = checkId;
    ledger_ = ledger;
    const bool plans = evidence_.shownTable() == QLatin1String(kPlanTable);
    if (plans && (another || evidence_.chosenRow() < 0)) {
        chooseDue(-1);
    }
    showChosen();
}

int PlanReviewBar::chosen() const
{
    const bool plans = evidence_.shownTable() == QLatin1String(kPlanTable);
    const int row = plans ? evidence_.chosenRow() : -1;
    return row < ledger_.rows.size() ? row : -1;
}

// The next row that waits for a review, as the table shows them; else the one it is at.
void PlanReviewBar::chooseDue(int after)
{
    for (int step = 1; step <= ledger_.rows.size(); ++step) {
        const int row = (after + step) % int(ledger_.rows.size());
        if (ledger_.rows.at(row).due) {
            evidence_.chooseRow(row);
            return;
        }
    }
    if (after < 0 && !ledger_.rows.isEmpty()) {
        evidence_.chooseRow(0);
    }
}

void PlanReviewBar::showChosen()
{
    setVisible(!ledger_.rows.isEmpty() && evidence_.shownTable() == QLatin1String(kPlanTable));
    const int row = chosen();
    const bool writable = !session_.isReadOnly();
    const int waiting = int(ledger_.waiting().size());
    one_->setVisible(writable);
    all_->setVisible(writable);
    all_->setText(waiting > 0 ? tr("Mark all %n open plans reviewed", nullptr, waiting)
                              : tr("Mark all open plans reviewed"));
    all_->setEnabled(waiting > 0);
    one_->setEnabled(row >= 0 && ledger_.rows.at(row).due);
    if (row < 0) {
        plan_->setCode({});
        state_->setText(tr("Choose a row to see its plan."));
        return;
    }
    const PlanRow& shown = ledger_.rows.at(row);
    const QString plan = shown.plan.isEmpty() ? QString() : QStringLiteral("\n\n") + shown.plan;
    if (plan_->code() != shown.query + plan) {
        plan_->setCode(shown.query + plan, QStringLiteral("sql"));
    }
    const bool byHand = shown.shape.isEmpty() && shown.found.state == PlanReviewState::None;
    state_->setText(byHand ? tr("Not reviewed, and not drawn: look at this plan by hand.")
                           : sentence(shown.words));
}

bool PlanReviewBar::mayReview()
{
    if (!isVisible() || session_.isReadOnly()) {
        Q_EMIT said(tr("There is no plan here to review."));
        return false;
    }
    return true;
}

void PlanReviewBar::reviewChosen()
{
    if (!mayReview()) {
        return;
    }
    const int row = chosen();
    if (row < 0) {
        Q_EMIT said(tr("Choose a row to see its plan."));
    } else if (!ledger_.rows.at(row).due) {
        Q_EMIT said(tr("This plan was reviewed today."));
    } else {
        session_.reviewPlans(check_, {{ledger_.rows.at(row).fingerprint, ledger_.rows.at(row).shape}});
        chooseDue(row); // the ledger is the new one already
    }
}

void PlanReviewBar::reviewAll()
{
    if (!mayReview()) {
        return;
    }
    const QVector<ReviewedPlan> waiting = ledger_.waiting();
    if (waiting.isEmpty()) {
        Q_EMIT said(tr("Every plan that was drawn has a review."));
        return;
    }
    session_.reviewPlans(check_, waiting);
}

} // namespace awb

#include "moc_plan_review_bar.cpp"
