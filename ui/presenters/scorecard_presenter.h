// The scorecard without its widgets: score and bands in words, the honest line, the top three, the lint.
#pragma once

#include "core/audit/action_items.h"
#include "core/report_pdf/score_painter.h"
#include "ui/presenters/audit_session.h"

#include <QLocale>

namespace awb
{

// One cell of the honest line: "51 of 71", "strict score, 71.8 %".
struct HonestCell
{
    QString strong;
    QString detail;
};

enum class LintFix { None, OpenCheck, RunProbes };

// One line of the lint before sign-off.
struct LintLine
{
    bool ok = false;
    bool stale = false; // a clock instead of the attention sign
    QString text;
    LintFix fix = LintFix::None;
    QString fixText; // "Open 2.7"
    QStringList checks;
};

// One action item with what it would bring.
struct ActionView
{
    ActionItem item;
    Mark worst = Mark::Undecided; // of its checks
    QString gain;                 // "+2 points, effort S"
    QString why;                  // "one action clears 2.2 and 2.3"
};

class ScorecardPresenter : public QObject
{
    Q_OBJECT
public:
    explicit ScorecardPresenter(AuditSession& session, QObject* parent = nullptr);

    const Scorecard& score() const { return session_.result().score; }
    BandScale bandScale() const;
    QString bandTitle() const;    // "Some gaps, …", or why there is none
    QString bandShort() const;    // "Some gaps"; empty when nothing applies
    QString distanceText() const; // "13 points to … (64 of 71). The top three bring 6 of them."
    QVector<HonestCell> honestCells() const;
    QString predictionText() const; // "With all three: 57 of 71, 80.3 %"

    QVector<ActionView> actions() const;
    bool canEdit() const { return session_.isOpen() && !session_.isReadOnly(); }
    bool areEdited() const { return session_.document().hasEditedActions(); }
    // Each is one journal entry; indexes outside of the list change nothing.
    void setActionText(int index, const QString& text);
    void setActionOwner(int index, const QString& owner);
    // "2026-12-05", "5.12.2026" by locale, or empty. False: this is no date, nothing was changed.
    bool setActionDue(int index, const QString& text);
    int moveAction(int index, int by); // where it is now
    void removeAction(int index);
    // The given check, or without one the next that the ranking proposes. The new index; -1: nothing to add.
    int addAction(const QString& checkId = {});
    void proposeAgain(); // the top three of the ranking, as if never edited

    QVector<LintLine> lint() const;
    int openLint() const;

Q_SIGNALS:
    void changed();

private:
    QVector<ActionItem> items() const { return session_.result().actions; }
    void store(QVector<ActionItem> items);
    QString nextBandText() const;

    AuditSession& session_;
};

// A date as people type it; invalid: none. Tried in this order: ISO, the locale's short form, "5 Dec 2026".
QDate parseDueDate(const QString& text, const QLocale& locale = QLocale());

} // namespace awb
