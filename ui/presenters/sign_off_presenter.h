// Sign-off without its widgets: who signed, who still can, and what is open.
#pragma once

#include "ui/presenters/audit_session.h"

namespace awb
{

struct SeatView
{
    Seat seat = Seat::Reviewer;
    QString title; // "Reviewer"
    QString text;  // "A. Reviewer, 24 Nov 2026, 15:30", or "not signed"
    bool isSigned = false;
    bool canSign = false;
};

class SignOffPresenter : public QObject
{
    Q_OBJECT
public:
    explicit SignOffPresenter(AuditSession& session, QObject* parent = nullptr);

    QVector<SeatView> seats() const; // reviewer, lead
    QString headline() const;        // "Revision 1 is signed by both seats."
    QString about() const;           // what a signature does, or what the frozen audit allows
    bool canBeginRevision() const { return session_.isFrozen(); }
    int nextRevision() const { return session_.document().revision() + 1; }

    QString question(Seat seat) const;      // "Sign revision 1 as team lead?"
    QString state() const;                  // "51 of 71, 71.8 %: Some gaps, …"
    QString suggestedName(Seat seat) const; // from the audit's details
    void sign(Seat seat, const QString& name) { session_.signOff(seat, name); }
    void beginRevision() { session_.beginRevision(); }

Q_SIGNALS:
    void changed();

private:
    AuditSession& session_;
};

} // namespace awb
