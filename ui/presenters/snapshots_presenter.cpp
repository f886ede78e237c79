#include "ui/presenters/snapshots_presenter.h"

#include "core/foundation/units.h"
#include "core/report/comparison_words.h"
#include "core/report/reports.h"
#include "core/report_pdf/pdf_report.h"
#include "ui/presenters/background.h"

#include <QLocale>
#include <QSaveFile>

#include <algorithm>
#include <cmath>

namespace awb
{

namespace
{

QString valueText(const std::optional<Measurement>& value)
{
    return value && value->isKnown() ? formatQuantity(value->value, value->unit, QLocale())
                                     : QStringLiteral("–");
}

// Empty where a difference would mean nothing.
QString deltaText(const CheckChange& change)
{
    if (change.kind == ChangeKind::NotComparable || !std::isfinite(change.delta) || change.delta == 0 ||
        !change.valueAfter)
        return {};
    const QString number = formatQuantity(std::fabs(change.delta), change.valueAfter->unit, QLocale());
    return (change.delta > 0 ? QStringLiteral("+") : QStringLiteral("−")) + number;
}

QString headingOf(ChangeKind kind)
{
    switch (kind) {
    case ChangeKind::Regressed:
        return SnapshotsPresenter::tr("Regressed");
    case ChangeKind::Improved:
        return SnapshotsPresenter::tr("Improved");
    case ChangeKind::ValueWorse:
        return SnapshotsPresenter::tr("Value got worse, same mark");
    case ChangeKind::ValueBetter:
        return SnapshotsPresenter::tr("Value got better, same mark");
    case ChangeKind::NotComparable:
        return SnapshotsPresenter::tr("Cannot be compared");
    case ChangeKind::Unchanged:
        return SnapshotsPresenter::tr("Unchanged");
    }
    return {};
}

QByteArray comparisonBytes(const AuditComparison& comparison, ComparisonFormat format,
                           const ReportOptions& options)
{
    switch (format) {
    case ComparisonFormat::Html:
        return htmlComparison(comparison, options);
    case ComparisonFormat::Markdown:
        return markdownComparison(comparison, options);
    case ComparisonFormat::Json:
        return jsonComparison(comparison, options);
    case ComparisonFormat::Pdf:
        break;
    }
    return {};
}

Status writeComparison(const AuditComparison& comparison, ComparisonFormat format, const QString& path,
                       bool redact)
{
    if (format == ComparisonFormat::Pdf) {
        const Result<PdfWritten> written = writeComparisonPdf(comparison, path, {redact, QLocale()});
        if (!written)
            return written.error();
        return Done();
    }
    const QByteArray bytes = comparisonBytes(comparison, format, {redact, QLocale()});
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error{ErrorCode::Io,
                     SnapshotsPresenter::tr("%1 cannot be written: %2.").arg(path, file.errorString()),
                     {},
                     {}};
    return Done();
}

} // namespace

SnapshotsPresenter::SnapshotsPresenter(AuditSession& session, QObject* parent)
    : QObject(parent),
      session_(session)
{
    pool_.setMaxThreadCount(1);
    const auto forget = [this] {
        loaded_.clear();
        asked_.clear();
        chosen_ = false;
        loadAll();
    };
    connect(&session_, &AuditSession::opened, this, forget);
    connect(&session_, &AuditSession::closed, this, forget);
    connect(&session_, &AuditSession::resultChanged, this, &SnapshotsPresenter::loadAll);
    loadAll();
}

void SnapshotsPresenter::loadAll()
{
    if (session_.isOpen()) {
        for (const SnapshotRef& snapshot : session_.document().snapshots()) {
            if (asked_.contains(snapshot.entry))
                continue;
            asked_ << snapshot.entry;
            session_.loadSnapshot(snapshot, this, [this, key = snapshot.entry](Result<AuditResult> result) {
                if (!result) {
                    Q_EMIT problem(result.error());
                    return;
                }
                loaded_.insert(key, *result);
                Q_EMIT changed();
            });
        }
    }
    chooseDefaults();
    Q_EMIT changed();
}

// B is the newest state, A the snapshot before it.
void SnapshotsPresenter::chooseDefaults()
{
    if (chosen_)
        return;
    const QVector<SnapshotRef> stored =
        session_.isOpen() ? session_.document().snapshots() : QVector<SnapshotRef>();
    b_.clear(); // now
    a_ = stored.isEmpty() ? QString() : stored.constLast().entry;
    // Nothing was entered since the last snapshot: what moved is between it and the one before.
    if (stored.size() >= 2 && session_.document().finished() <= stored.constLast().time) {
        b_ = a_;
        a_ = stored.at(stored.size() - 2).entry;
    }
}

const AuditResult* SnapshotsPresenter::resultOf(const QString& key) const
{
    if (!session_.isOpen())
        return nullptr;
    if (key.isEmpty())
        return &session_.result();
    const auto found = loaded_.constFind(key);
    return found == loaded_.constEnd() ? nullptr : &*found;
}

QVector<SnapshotView> SnapshotsPresenter::snapshots() const
{
    QVector<SnapshotView> views;
    if (!session_.isOpen())
        return views;
    const auto add = [&](const QString& key, const QString& label, const QDateTime& time) {
        SnapshotView view{key, label, time, false, 0, 0, key == a_ && a_ != b_, key == b_ && a_ != b_};
        if (const AuditResult* result = resultOf(key)) {
            view.loaded = true;
            view.points = result->score.points;
            view.max = result->score.max;
        }
        views.append(view);
    };
    add({}, tr("Now"), session_.result().finished);
    const QVector<SnapshotRef> stored = session_.document().snapshots();
    for (auto snapshot = stored.crbegin(); snapshot != stored.crend(); ++snapshot)
        add(snapshot->entry, snapshot->label, snapshot->time);
    return views;
}

QVector<TrendPoint> SnapshotsPresenter::trend() const
{
    QVector<TrendPoint> points;
    const QVector<SnapshotView> views = snapshots();
    for (auto view = views.crbegin(); view != views.crend(); ++view) {
        const AuditResult* result = resultOf(view->key);
        if (!result || result->score.max <= 0)
            continue;
        points.append({view->label, view->time, result->score.points, result->score.max,
                       result->score.ratio() * 100, result->score.provisional});
    }
    return points;
}

void SnapshotsPresenter::setA(const QString& key)
{
    if (b_ == key)
        b_ = a_; // they change places
    a_ = key;
    chosen_ = true;
    Q_EMIT changed();
}

void SnapshotsPresenter::setB(const QString& key)
{
    if (a_ == key)
        a_ = b_;
    b_ = key;
    chosen_ = true;
    Q_EMIT changed();
}

QString SnapshotsPresenter::suggestedLabel() const
{
    const QDate date = session_.result().meta.date.isValid()
                           ? session_.result().meta.date
                           : session_.workbench().clock.now().toLocalTime().date();
    return QStringLiteral("Q%1 %2").arg((date.month() - 1) / 3 + 1).arg(date.year());
}

bool SnapshotsPresenter::save(const QString& label)
{
    if (!canSave() || label.trimmed().isEmpty())
        return false;
    session_.saveSnapshot(label.trimmed().left(120));
    return true;
}

void SnapshotsPresenter::setChangedOnly(bool on)
{
    if (changedOnly_ != on) {
        changedOnly_ = on;
        Q_EMIT changed();
    }
}

std::optional<AuditComparison> SnapshotsPresenter::comparison() const
{
    const AuditResult* before = resultOf(a_);
    const AuditResult* after = resultOf(b_);
    if (!before || !after || a_ == b_)
        return std::nullopt;
    AuditComparison made = compareResults(*before, *after);
    for (const SnapshotView& view : snapshots()) {
        if (view.key == a_)
            made.labelBefore = view.label;
        if (view.key == b_)
            made.labelAfter = view.label;
    }
    return made;
}

QVector<ChangeRow> SnapshotsPresenter::rows() const
{
    QVector<ChangeRow> rows;
    const std::optional<AuditComparison> made = comparison();
    if (!made)
        return rows;
    for (const ChangeKind kind :
         {ChangeKind::Regressed, ChangeKind::ValueWorse, ChangeKind::Improved, ChangeKind::ValueBetter,
          ChangeKind::NotComparable, ChangeKind::Unchanged}) {
        if (kind == ChangeKind::Unchanged && changedOnly_)
            continue;
        const qsizetype head = rows.size();
        for (const CheckChange& change : made->changes) {
            if (change.kind != kind)
                continue;
            if (rows.size() == head)
                rows.append({headingOf(kind), 0, kind, {}, {}, {}, {}, {}, {}});
            ++rows[head].count;
            rows.append({{},
                         0,
                         kind,
                         change,
                         valueText(change.valueBefore),
                         valueText(change.valueAfter),
                         deltaText(change),
                         change.cause == ChangeCause::None ? QString() : causeWord(change.cause),
                         change.why.text(QLocale())});
        }
    }
    return rows;
}

QString SnapshotsPresenter::headline() const
{
    const std::optional<AuditComparison> made = comparison();
    if (!made)
        return {};
    return tr("%1 → %2: %3 → %4 points, %5")
        .arg(made->labelBefore, made->labelAfter)
        .arg(made->pointsBefore)
        .arg(made->pointsAfter)
        .arg(signedNumber(made->pointsAfter - made->pointsBefore, QLocale()));
}

QString SnapshotsPresenter::detail() const
{
    const std::optional<AuditComparison> made = comparison();
    if (!made)
        return {};
    const auto count = [&](ChangeKind kind) {
        return std::count_if(made->changes.begin(), made->changes.end(),
                             [kind](const CheckChange& change) { return change.kind == kind; });
    };
    return tr("%1 regressed, %2 improved, %3 cannot be compared, %4 unchanged")
        .arg(count(ChangeKind::Regressed) + count(ChangeKind::ValueWorse))
        .arg(count(ChangeKind::Improved) + count(ChangeKind::ValueBetter))
        .arg(count(ChangeKind::NotComparable))
        .arg(count(ChangeKind::Unchanged));
}

void SnapshotsPresenter::write(ComparisonFormat format, const QString& path, bool redact)
{
    const std::optional<AuditComparison> made = comparison();
    if (!made || path.isEmpty())
        return;
    runInBackground(
        pool_, this,
        [made = *made, format, path, redact] { return writeComparison(made, format, path, redact); },
        [this, path](Status status) {
            if (status)
                Q_EMIT written(path);
            else
                Q_EMIT problem(status.error());
        });
}

} // namespace awb

#include "moc_snapshots_presenter.cpp"
