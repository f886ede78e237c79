// Review mode: one check on a shared screen, large, evidence collapsed until asked for.
#pragma once

#include "ui/pages/page.h"
#include "ui/presenters/walk_presenter.h"

#include <QElapsedTimer>
#include <QTimer>

QT_BEGIN_NAMESPACE
class QProgressBar;
class QPushButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace awb
{

class SuggestLine;
class CodeView;
class EvidenceCard;
class MarkRow;
class NoteEdit;
class RulerWidget;
class SectionDots;
class TextLabel;

class ReviewPage : public Page
{
    Q_OBJECT
public:
    explicit ReviewPage(const PageContext& context, QWidget* parent = nullptr);
    ~ReviewPage() override;

    QString title() const override { return tr("Review"); }
    void activate(const QString& argument) override;
    QVector<StatusKey> statusKeys() const override { return {}; }
    bool escape() override;

private:
    QWidget* makeTop();
    QWidget* makeHead();
    QWidget* makeFolds();
    QWidget* makeReason();
    QWidget* makeBottom();
    void makeCommands();
    void showCheck();
    void showPending();
    void showPace();
    void park();

    WalkPresenter walk_;
    QElapsedTimer clock_;
    int decidedAtStart_ = 0;
    QStringList parked_;
    TextLabel* section_ = nullptr;
    SectionDots* dots_ = nullptr;
    TextLabel* time_ = nullptr;
    TextLabel* decided_ = nullptr;
    TextLabel* pace_ = nullptr;
    TextLabel* number_ = nullptr;
    TextLabel* title_ = nullptr;
    TextLabel* threshold_ = nullptr;
    TextLabel* big_ = nullptr;
    TextLabel* bigUnit_ = nullptr;
    RulerWidget* ruler_ = nullptr;
    TextLabel* sentence_ = nullptr;
    QPushButton* evidenceButton_ = nullptr;
    QPushButton* remedyButton_ = nullptr;
    EvidenceCard* evidence_ = nullptr;
    CodeView* remedy_ = nullptr;
    SuggestLine* suggestion_ = nullptr;
    QProgressBar* progress_ = nullptr;
    MarkRow* marks_ = nullptr;
    QWidget* reasonBox_ = nullptr;
    TextLabel* reasonWhy_ = nullptr;
    NoteEdit* reason_ = nullptr;
    TextLabel* seats_ = nullptr;
    QTimer tick_;
};

} // namespace awb
