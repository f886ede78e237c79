// The right pane of the walk: marks, what the probes suggest, reason, note, attachments, action item, seats.
#pragma once

#include "ui/pages/pane.h"
#include "ui/presenters/check_view.h"
#include "ui/presenters/walk_presenter.h"

#include <QTimer>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace awb
{

class AttachmentRow;
class Banner;
class Chip;
class LiveScorecard;
class MarkRow;
class NoteEdit;
class TextLabel;

class JudgmentPane : public Pane
{
    Q_OBJECT
public:
    JudgmentPane(AuditSession& session, WalkPresenter& walk, QWidget* parent = nullptr);
    ~JudgmentPane() override;

    void focusNote();
    void chooseFile();
    void flushNote(); // what is typed becomes an entry now

Q_SIGNALS:
    void focusListWanted();
    void said(const QString& sentence);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeTop();
    QWidget* makeReason();
    QWidget* makeNote();
    QWidget* makeBottomRow();
    void showCheck();
    void showSuggestion(const SuggestionView& view);
    void showMark(const CheckResult& check);
    void showReason(const CheckResult& check);
    void showNote(const CheckResult& check);
    void showSeats(const CheckResult& check);
    void showSaved();
    void pendingChanged();
    void saveCopy(const AttachmentRef& attachment);

    AuditSession& session_;
    WalkPresenter& walk_;
    TextLabel* saved_ = nullptr;
    MarkRow* marks_ = nullptr;
    Banner* suggestion_ = nullptr;
    Chip* origin_ = nullptr;
    QPushButton* accept_ = nullptr;
    QWidget* verdict_ = nullptr; // suggestion and reason: its room is kept
    QWidget* reasonBox_ = nullptr;
    TextLabel* reasonLabel_ = nullptr;
    TextLabel* reasonWhy_ = nullptr;
    NoteEdit* reason_ = nullptr;
    QPushButton* keep_ = nullptr;
    QPushButton* confirm_ = nullptr;
    NoteEdit* note_ = nullptr;
    AttachmentRow* attachments_ = nullptr;
    QPushButton* action_ = nullptr;
    TextLabel* seats_ = nullptr;
    LiveScorecard* score_ = nullptr;
    QTimer noteTimer_;
    QString noteCheck_; // the check whose note is in the field
    bool showing_ = false;
    QString suggestionKey_; // what the banner shows
};

} // namespace awb
