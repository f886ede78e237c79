// The walk: list, check, judgment. Every step has a key.
#pragma once

#include "ui/pages/page.h"
#include "ui/presenters/walk_presenter.h"

QT_BEGIN_NAMESPACE
class QSplitter;
QT_END_NAMESPACE

namespace awb
{

class CheckListPane;
class CheckPane;
class JudgmentPane;

class WalkPage : public Page
{
    Q_OBJECT
public:
    explicit WalkPage(const PageContext& context, QWidget* parent = nullptr);
    ~WalkPage() override;

    QString title() const override { return tr("Walk"); }
    void activate(const QString& argument) override; // a check's number
    QVector<StatusKey> statusKeys() const override;
    bool escape() override;
    WalkPresenter& walk() { return walk_; }

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeMoveCommands();
    void makeMarkCommands();
    void makeEvidenceCommands();
    void runProbes();
    void askNumber();
    void fitPanes();
    void sharePanes();

    WalkPresenter walk_;
    QSplitter* splitter_;
    CheckListPane* list_;
    CheckPane* check_;
    JudgmentPane* judgment_;
    int wantedList_ = 0; // px, as the person left them
    int wantedJudgment_ = 0;
    bool listOpen_ = true; // as a drawer in narrow windows
};

} // namespace awb
