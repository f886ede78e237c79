// The scorecard: score and band, the honest line, all marks by section, the top items, the lint (mockup 04).
#pragma once

#include "ui/pages/page.h"
#include "ui/presenters/scorecard_presenter.h"
#include "ui/presenters/sign_off_presenter.h"
#include "ui/presenters/walk_presenter.h"

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QCheckBox;
class QPushButton;
class QScrollArea;
QT_END_NAMESPACE

namespace awb
{

class ActionList;
class BandScaleWidget;
class Card;
class Chip;
class EmptyState;
class HonestLine;
class LintList;
class ReasonStrip;
class ScorecardModel;
class SectionTable;
class SignOffCard;
class TextLabel;
class TotalRow;

class ScorecardPage : public Page
{
    Q_OBJECT
public:
    ScorecardPage(const PageContext& context, QWidget* parent);
    ~ScorecardPage() override;

    QString title() const override { return tr("Scorecard"); }
    void activate(const QString& argument) override; // "2.2": that cell is current
    QVector<StatusKey> statusKeys() const override;
    bool escape() override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeHero();
    QWidget* makeTable();
    QWidget* makeActions();
    QWidget* makeLint();
    void makeCommands();
    void refresh();
    void mark(Mark mark);
    void fixLint(const LintLine& line);

    ScorecardPresenter presenter_;
    SignOffPresenter sealing_;
    WalkPresenter marks_;
    ScorecardModel* model_;
    QScrollArea* scroll_;
    QWidget* content_;
    QBoxLayout* columns_;
    QWidget* side_;
    EmptyState* empty_;
    TextLabel* points_;
    TextLabel* of_;
    Chip* band_;
    TextLabel* bandTitle_;
    TextLabel* distance_;
    BandScaleWidget* scale_;
    QCheckBox* letter_;
    HonestLine* honest_;
    SectionTable* table_;
    TotalRow* total_;
    ReasonStrip* reason_;
    ActionList* actions_;
    TextLabel* prediction_;
    QPushButton* add_;
    QPushButton* propose_;
    LintList* lint_;
    SignOffCard* signOff_;
    Chip* lintCount_;
};

} // namespace awb
