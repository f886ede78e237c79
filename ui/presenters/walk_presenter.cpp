#include "ui/presenters/walk_presenter.h"

namespace awb
{

WalkPresenter::WalkPresenter(AuditSession& session, QObject* parent) : QObject(parent), session_(session)
{
    connect(&session_, &AuditSession::resultChanged, this, &WalkPresenter::updateVisible);
    connect(&session_, &AuditSession::closed, this, [this] {
        current_.clear();
        selection_.clear();
        setPending(std::nullopt);
    });
    if (session_.isOpen()) {
        updateVisible();
    }
}

void WalkPresenter::setCurrent(const QString& checkId)
{
    if (checkId == current_ || !session_.check(checkId)) {
        return;
    }
    current_ = checkId;
    setPending(std::nullopt);
    Q_EMIT currentChanged(current_);
}

void WalkPresenter::step(int by)
{
    if (visible_.isEmpty()) {
        return;
    }
    const qsizetype at = visible_.indexOf(current_);
    if (at >= 0) {
        setCurrent(visible_.at(qBound<qsizetype>(0, at + by, visible_.size() - 1)));
        return;
    }
    // The current check is filtered out: go to its nearest neighbour in walking order.
    QStringList all;
    for (const CheckResult& check : session_.result().checks) {
        all << check.check.id;
    }
    const qsizetype here = all.indexOf(current_);
    for (qsizetype i = here + by; i >= 0 && i < all.size(); i += by) {
        if (visible_.contains(all.at(i))) {
            setCurrent(all.at(i));
            return;
        }
    }
    setCurrent(by > 0 ? visible_.constLast() : visible_.constFirst());
}

bool WalkPresenter::nextUndecided()
{
    const QVector<CheckResult>& checks = session_.result().checks;
    qsizetype here = -1;
    for (qsizetype i = 0; i < checks.size(); ++i) {
        if (checks.at(i).check.id == current_) {
            here = i;
        }
    }
    for (qsizetype i = 1; i <= checks.size(); ++i) {
        const CheckResult& check = checks.at((here + i) % checks.size());
        if (check.mark() == Mark::Undecided && check.check.id != current_) {
            setCurrent(check.check.id);
            return true;
        }
    }
    Q_EMIT said(tr("Every check is decided."));
    return false;
}

bool WalkPresenter::goTo(const QString& text)
{
    const QString wanted = text.trimmed();
    QString dotted = wanted;
    if (!wanted.contains(QLatin1Char('.')) && wanted.size() >= 2) {
        dotted.insert(1, QLatin1Char('.')); // "210" is 2.10, were there one
    } else if (wanted.size() == 1) {
        dotted += QStringLiteral(".1");
    }
    if (!session_.check(dotted)) {
        Q_EMIT said(tr("There is no check %1.").arg(wanted));
        return false;
    }
    if (!visible_.contains(dotted)) {
        search_.clear();
        setFilter(CheckFilter::All);
        updateVisible();
    }
    setCurrent(dotted);
    return true;
}

void WalkPresenter::setFilter(CheckFilter filter)
{
    if (filter_ != filter) {
        filter_ = filter;
        updateVisible();
    }
}

void WalkPresenter::setSearch(const QString& text)
{
    if (search_ != text.trimmed()) {
        search_ = text.trimmed();
        updateVisible();
    }
}

bool WalkPresenter::passes(const CheckResult& check, CheckFilter filter) const
{
    switch (filter) {
    case CheckFilter::All:
        return true;
    case CheckFilter::Undecided:
        return check.mark() == Mark::Undecided;
    case CheckFilter::Fail:
        return check.mark() == Mark::Fail;
    case CheckFilter::Warn:
        return check.mark() == Mark::Warn;
    }
    return true;
}

bool WalkPresenter::matches(const CheckResult& check) const
{
    if (!passes(check, filter_)) {
        return false;
    }
    const QStringList words = search_.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString& word : words) {
        const bool number = check.check.id.startsWith(word);
        if (!number && !check.check.shortName.contains(word, Qt::CaseInsensitive) &&
            !check.check.check.contains(word, Qt::CaseInsensitive)) {
            return false;
        }
    }
    return true;
}

int WalkPresenter::count(CheckFilter filter) const
{
    int count = 0;
    for (const CheckResult& check : session_.result().checks) {
        count += passes(check, filter) ? 1 : 0;
    }
    return count;
}

// The list keeps the current check even when a new mark takes it out of the filter: nothing jumps under the
// hand that just judged it.
void WalkPresenter::updateVisible()
{
    QStringList visible;
    for (const CheckResult& check : session_.result().checks) {
        if (matches(check)) {
            visible << check.check.id;
        }
    }
    const bool same = visible == visible_;
    visible_ = visible;
    if (current_.isEmpty() && !session_.result().checks.isEmpty()) {
        setCurrent(session_.result().checks.constFirst().check.id);
    }
    if (!same) {
        Q_EMIT visibleChanged();
    }
}

void WalkPresenter::setSelection(const QStringList& checkIds)
{
    selection_ = checkIds;
}

QStringList WalkPresenter::targets() const
{
    return selection_.size() > 1 ? selection_ : QStringList{current_};
}

void WalkPresenter::mark(Mark mark)
{
    if (!check()) {
        return;
    }
    take(session_.setMarks(targets(), mark), mark);
}

void WalkPresenter::accept()
{
    const CheckResult* result = check();
    if (!result) {
        return;
    }
    const Mark mark = markFor(result->suggestion.verdict).value_or(Mark::Undecided);
    take(session_.acceptSuggestion(current_), mark);
}

void WalkPresenter::keepMark()
{
    if (const CheckResult* result = check()) {
        const Mark mark = result->mark();
        take(session_.setMark(current_, mark, result->judgment.reason), mark);
    }
}

void WalkPresenter::take(const MarkAnswer& answer, Mark mark)
{
    switch (answer.state) {
    case MarkAnswer::State::Made:
        setPending(std::nullopt);
        break;
    case MarkAnswer::State::NeedsReason:
        // All that were asked for wait: the reason is given once.
        setPending(PendingMark{mark, selection_.size() > 1 ? selection_ : answer.waiting, answer.why});
        break;
    case MarkAnswer::State::Refused:
        Q_EMIT said(answer.why.text());
        break;
    }
}

void WalkPresenter::confirmPending(const QString& reason)
{
    if (pending_ && !reason.trimmed().isEmpty()) {
        const PendingMark pending = *pending_;
        take(session_.setMarks(pending.checks, pending.mark, reason), pending.mark);
    }
}

void WalkPresenter::dropPending()
{
    setPending(std::nullopt);
}

void WalkPresenter::setPending(std::optional<PendingMark> pending)
{
    if (!pending && !pending_) {
        return;
    }
    pending_ = std::move(pending);
    Q_EMIT pendingChanged();
}

} // namespace awb

#include "moc_walk_presenter.cpp"
