#include "ui/presenters/sign_off_presenter.h"

#include <QLocale>

namespace awb
{

SignOffPresenter::SignOffPresenter(AuditSession& session, QObject* parent)
    : QObject(parent),
      session_(session)
{
    connect(&session_, &AuditSession::resultChanged, this, &SignOffPresenter::changed);
    connect(&session_, &AuditSession::runStarted, this, &SignOffPresenter::changed);
    connect(&session_, &AuditSession::runFinished, this, &SignOffPresenter::changed);
}

QVector<SeatView> SignOffPresenter::seats() const
{
    QVector<SeatView> views;
    const bool may = session_.isOpen() && !session_.isReadOnly() && !session_.isRunning();
    for (const Seat seat : {Seat::Reviewer, Seat::Lead}) {
        SeatView view;
        view.seat = seat;
        view.title = seat == Seat::Reviewer ? tr("Reviewer") : tr("Team lead");
        view.text = tr("not signed");
        for (const SignOff& signOff : session_.result().signOffs) {
            if (signOff.seat == seatId(seat)) {
                view.isSigned = true;
                view.text = tr("%1, %2").arg(
                    signOff.name, QLocale().toString(signOff.time.toLocalTime(), tr("d MMM yyyy, HH:mm")));
            }
        }
        view.canSign = may && !view.isSigned;
        views << view;
    }
    return views;
}

QString SignOffPresenter::headline() const
{
    const AuditResult& result = session_.result();
    return result.signOffs.size() >= 2 ? tr("Revision %1 is signed and frozen").arg(result.revision)
                                       : tr("Revision %1").arg(result.revision);
}

QString SignOffPresenter::about() const
{
    if (session_.isRunning()) {
        return tr("Probes are running: sign when they are done.");
    }
    return session_.isFrozen()
               ? tr("Nothing in it can be changed. What comes later belongs to the next revision, which both "
                    "seats sign again.")
               : tr("Signing by both freezes the audit. A change after a signature voids it.");
}

QString SignOffPresenter::question(Seat seat) const
{
    const int revision = session_.document().revision();
    return seat == Seat::Reviewer ? tr("Sign revision %1 as reviewer?").arg(revision)
                                  : tr("Sign revision %1 as team lead?").arg(revision);
}

QString SignOffPresenter::state() const
{
    const Scorecard& score = session_.result().score;
    if (score.max <= 0) {
        return tr("No check applies, so there is no score.");
    }
    const QString percent = QLocale().toString(score.percent(), 'f', 1);
    return score.provisional
               ? tr("%1 of %2, %3\u00A0%. Provisional: %n checks are undecided.", nullptr, score.undecided)
                     .arg(score.points)
                     .arg(score.max)
                     .arg(percent)
               : tr("%1 of %2, %3\u00A0%: %4.")
                     .arg(score.points)
                     .arg(score.max)
                     .arg(percent, score.bandTitle);
}

QString SignOffPresenter::suggestedName(Seat seat) const
{
    const AuditMeta& meta = session_.result().meta;
    return seat == Seat::Reviewer ? meta.reviewer : meta.lead;
}

} // namespace awb

#include "moc_sign_off_presenter.cpp"
