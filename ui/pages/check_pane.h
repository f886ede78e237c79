// The middle of the walk: the check, its value against the threshold, evidence, remedy, how to measure.
#pragma once

#include "ui/presenters/check_view.h"
#include "ui/presenters/walk_presenter.h"

#include <QScrollArea>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QPushButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace awb
{

class Banner;
class Card;
class EvidenceCard;
class PlanReviewBar;
class RulerWidget;
class TextLabel;

class CheckPane : public QScrollArea
{
    Q_OBJECT
public:
    CheckPane(AuditSession& session, WalkPresenter& walk, QWidget* parent = nullptr);

    void toggleEvidence();
    void toggleRemedy();
    void toggleHowTo();
    void copyRemedy();
    void reviewPlan();
    void reviewAllPlans();

Q_SIGNALS:
    void runWanted();
    void said(const QString& sentence);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeHead();
    void makeRulerCard();
    void makeFoldedCards();
    void showCheck();
    void showHead(const CheckView& view);
    void showRuler(const CheckView& view);
    void showBanner(Banner* banner, const std::optional<BannerView>& view);
    void showLimits(const CheckView& view);
    void showRemedy(const CheckView& view);
    void showHowTo(const CheckResult& check);
    void showSent(const CheckView& view);
    void showRun();
    void act(ViewAction action);

    AuditSession& session_;
    WalkPresenter& walk_;
    CheckView view_;
    QString shown_;
    QString remedyKey_, limitsKey_, sentKey_,
        chipsKey_; // what the parts show: they are rebuilt only when it changes
    TextLabel* number_ = nullptr;
    TextLabel* section_ = nullptr;
    TextLabel* title_ = nullptr;
    TextLabel* threshold_ = nullptr;
    TextLabel* method_ = nullptr;
    QPushButton* run_ = nullptr;
    Banner* banner_ = nullptr;
    Banner* stale_ = nullptr;
    Card* rulerCard_ = nullptr;
    QWidget* chips_ = nullptr;
    RulerWidget* ruler_ = nullptr;
    EvidenceCard* evidence_ = nullptr;
    PlanReviewBar* reviews_ = nullptr;
    Card* remedy_ = nullptr;
    QPushButton* copyRemedy_ = nullptr;
    Card* howTo_ = nullptr;
    Card* sent_ = nullptr;
    QVBoxLayout* limits_ = nullptr;
};

} // namespace awb
