#include "ui/presenters/plan_ledger.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace awb
{

namespace
{

struct LedgerWords
{
    Q_DECLARE_TR_FUNCTIONS(awb::PlanLedger)
};

qsizetype columnOf(const Table& table, const char* id)
{
    for (qsizetype i = 0; i < table.columns.size(); ++i) {
        if (table.columns.at(i).id == QLatin1String(id)) {
            return i;
        }
    }
    return -1;
}

QString cell(const Table& table, const QVector<QJsonValue>& row, const char* id)
{
    const qsizetype column = columnOf(table, id);
    return column >= 0 && column < row.size() ? row.at(column).toString() : QString();
}

bool hasPlans(const Table& table)
{
    return table.id == QLatin1String(kPlanTable) && columnOf(table, "fingerprint") >= 0 &&
           columnOf(table, "shape") >= 0;
}

// "0:Limit > 1:Index Scan orders" with a line for each node. What has another form is shown as it is.
QString drawn(const QString& words)
{
    static const QRegularExpression node(QStringLiteral("^(\\d{1,3}):(.*)$"));
    QStringList lines;
    for (const QString& part : words.split(QStringLiteral(" > "))) {
        const QRegularExpressionMatch match = node.match(part);
        if (!match.hasMatch()) {
            return words;
        }
        lines << QString(2 * std::min(match.captured(1).toInt(), 40), QLatin1Char(' ')) + match.captured(2);
    }
    return lines.join(QLatin1Char('\n'));
}

QString reviewWords(const FoundReview& found, qint64 maxAgeDays, const QLocale& locale)
{
    const QString who =
        found.review.reviewer.isEmpty() ? LedgerWords::tr("somebody unnamed") : found.review.reviewer;
    const QString when = locale.toString(found.review.date, QStringLiteral("d MMM yyyy"));
    switch (found.state) {
    case PlanReviewState::None:
        return LedgerWords::tr("not reviewed");
    case PlanReviewState::TooOld:
        return LedgerWords::tr("reviewed by %1, %2: not within %3 days")
            .arg(who, when, locale.toString(maxAgeDays));
    case PlanReviewState::AnotherPlan:
        return LedgerWords::tr("another plan since the review by %1, %2").arg(who, when);
    case PlanReviewState::Unproven:
        return LedgerWords::tr("reviewed by %1, %2; today's plan is not drawn").arg(who, when);
    case PlanReviewState::Valid:
        return LedgerWords::tr("reviewed by %1, %2").arg(who, when);
    }
    return {};
}

PlanRow rowOf(const Table& table, const QVector<QJsonValue>& cells, const AuditSession& session,
              qint64 maxAgeDays, const QLocale& locale)
{
    PlanRow row;
    row.fingerprint = cell(table, cells, "fingerprint");
    row.shape = cell(table, cells, "shape");
    row.query = cell(table, cells, "query");
    row.plan = drawn(cell(table, cells, "plan"));
    row.found =
        findReview(session.document().planReviews(), row.fingerprint, row.shape, session.today(), maxAgeDays);
    row.words = reviewWords(row.found, maxAgeDays, locale);
    const bool counts =
        row.found.state == PlanReviewState::Valid || row.found.state == PlanReviewState::Unproven;
    row.due = !row.fingerprint.isEmpty() && !(counts && row.found.review.date >= session.today());
    return row;
}

// The second column, so that it is seen in a narrow window as well.
void addColumn(Table& table, const QVector<PlanRow>& rows)
{
    Column column;
    column.id = QStringLiteral("review");
    column.title = Message(QT_TRANSLATE_NOOP("awb", "Plan review"));
    table.columns.insert(1, column);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        QVector<QJsonValue>& cells = table.rows[i];
        if (cells.isEmpty()) {
            cells << QJsonValue(); // of a journal that another program wrote
        }
        cells.insert(1, rows.at(i).words);
    }
}

} // namespace

QVector<ReviewedPlan> PlanLedger::waiting() const
{
    QVector<ReviewedPlan> plans;
    for (const PlanRow& row : rows) {
        const ReviewedPlan plan{row.fingerprint, row.shape};
        const bool counts = row.found.state == PlanReviewState::Valid;
        if (!plan.fingerprint.isEmpty() && !plan.shape.isEmpty() && !counts && !plans.contains(plan)) {
            plans << plan; // once, also where two roles send the same query
        }
    }
    return plans;
}

PlanLedger planLedger(const CheckResult& check, const AuditSession& session, const QLocale& locale)
{
    PlanLedger ledger{check.evidence, {}, {}};
    const bool known = !session.document().journal().isEmpty();
    if (!known || !check.check.policy.contains(QStringLiteral("review_max_age_days"))) {
        return ledger;
    }
    const auto maxAge = static_cast<qint64>(check.check.policyValue(QStringLiteral("review_max_age_days")));
    for (Facts& facts : ledger.evidence) {
        const auto table = std::find_if(facts.tables.begin(), facts.tables.end(), hasPlans);
        if (table == facts.tables.end()) {
            continue;
        }
        QStringList words;
        for (const QVector<QJsonValue>& cells : std::as_const(table->rows)) {
            ledger.rows << rowOf(*table, cells, session, maxAge, locale);
            words << ledger.rows.constLast().words;
        }
        addColumn(*table, ledger.rows);
        ledger.stamp = words.join(QChar(0x1F));
        break;
    }
    return ledger;
}

} // namespace awb
