// The walk without its widgets: where we are, what is shown, and marks that wait for a reason.
#pragma once

#include "ui/presenters/audit_session.h"

namespace awb
{

enum class CheckFilter { All, Undecided, Fail, Warn };

// A mark that was asked for and needs a reason first.
struct PendingMark
{
    Mark mark = Mark::Undecided;
    QStringList checks;
    Message why;
};

class WalkPresenter : public QObject
{
    Q_OBJECT
public:
    explicit WalkPresenter(AuditSession& session, QObject* parent = nullptr);

    const QString& current() const { return current_; }
    const CheckResult* check() const { return session_.check(current_); } // nullptr: no audit is open
    void setCurrent(const QString& checkId);
    void next() { step(1); }
    void previous() { step(-1); }
    bool nextUndecided(); // round the end; false: none is left
    // "2.2", "22" or "2" (the section's first). False: there is no such check.
    bool goTo(const QString& text);

    CheckFilter filter() const { return filter_; }
    void setFilter(CheckFilter filter);
    void setSearch(const QString& text); // number or words
    const QString& search() const { return search_; }
    const QStringList& visible() const { return visible_; } // in walking order
    int count(CheckFilter filter) const;

    // Several checks chosen in the list; with fewer than two the current one is meant.
    void setSelection(const QStringList& checkIds);
    QStringList targets() const;

    void mark(Mark mark);
    void accept();
    void keepMark(); // the same mark again: it fits the present evidence
    const std::optional<PendingMark>& pending() const { return pending_; }
    void confirmPending(const QString& reason);
    void dropPending();

Q_SIGNALS:
    void currentChanged(const QString& checkId);
    void visibleChanged();
    void pendingChanged();
    void said(const QString& sentence); // why something did not happen

private:
    void step(int by);
    void updateVisible();
    bool matches(const CheckResult& check) const;
    bool passes(const CheckResult& check, CheckFilter filter) const;
    void setPending(std::optional<PendingMark> pending);
    void take(const MarkAnswer& answer, Mark mark);

    AuditSession& session_;
    QString current_;
    CheckFilter filter_ = CheckFilter::All;
    QString search_;
    QStringList visible_;
    QStringList selection_;
    std::optional<PendingMark> pending_;
};

} // namespace awb
