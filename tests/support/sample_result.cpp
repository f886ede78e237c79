#include "tests/support/sample_result.h"

#include "core/audit/action_items.h"
#include "tests/support/sample_evidence.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace awb::test
{

namespace
{

QSet<QString> probesNamedIn(const QByteArray& json)
{
    QSet<QString> probes;
    const QJsonArray sections =
        QJsonDocument::fromJson(json).object().value(QStringLiteral("sections")).toArray();
    for (const QJsonValue& section : sections) {
        const QJsonArray checks = section.toObject().value(QStringLiteral("checks")).toArray();
        for (const QJsonValue& check : checks) {
            const QJsonArray names = check.toObject().value(QStringLiteral("probes")).toArray();
            for (const QJsonValue& name : names)
                probes.insert(name.toString());
        }
    }
    return probes;
}

Mark sampleMark(const QString& id, const SampleOptions& options)
{
    static const QStringList fails{QStringLiteral("1.5"), QStringLiteral("2.2"), QStringLiteral("2.3"),
                                   QStringLiteral("3.2"), QStringLiteral("4.4"), QStringLiteral("5.7"),
                                   QStringLiteral("6.4"), QStringLiteral("7.3"), QStringLiteral("9.2"),
                                   QStringLiteral("9.3")};
    static const QStringList warns{QStringLiteral("1.1"), QStringLiteral("2.7"), QStringLiteral("3.5"),
                                   QStringLiteral("3.6"), QStringLiteral("4.6"), QStringLiteral("5.6"),
                                   QStringLiteral("6.9"), QStringLiteral("7.1"), QStringLiteral("8.8")};
    if (options.empty)
        return Mark::Undecided;
    if (fails.contains(id))
        return Mark::Fail;
    if (warns.contains(id))
        return Mark::Warn;
    if (id == QLatin1String("4.10"))
        return Mark::NotApplicable;
    if (!options.allDecided && (id == QLatin1String("3.7") || id == QLatin1String("8.4")))
        return Mark::Undecided;
    return Mark::Pass;
}

Verdict verdictOf(Mark mark)
{
    switch (mark) {
    case Mark::Pass:
        return Verdict::Pass;
    case Mark::Warn:
        return Verdict::Warn;
    case Mark::Fail:
        return Verdict::Fail;
    case Mark::NotApplicable:
        return Verdict::NotApplicable;
    case Mark::Undecided:
        break;
    }
    return Verdict::None;
}

void judge(CheckResult& check, const SampleOptions& options)
{
    Judgment& judgment = check.judgment;
    judgment.mark = sampleMark(check.check.id, options);
    if (judgment.mark == Mark::Undecided)
        return;
    judgment.author = QStringLiteral("R. Sample");
    judgment.time = QDateTime(QDate(2026, 11, 24), QTime(14, 33, 10), Qt::UTC);
    judgment.origin = check.suggestion.verdict == Verdict::None ? Origin::Manual : Origin::Automatic;
    if (check.check.section % 2 == 0) {
        judgment.reviewer = judgment.mark;
        judgment.lead = judgment.mark;
        judgment.origin = Origin::Manual;
    }
    if (judgment.mark == Mark::NotApplicable) {
        judgment.origin = Origin::Profile;
        judgment.reason = QStringLiteral("Not serverless: four instances behind a load balancer.");
    }
}

void singular(AuditResult& result, const SampleOptions& options)
{
    for (CheckResult& check : result.checks) {
        const QString& id = check.check.id;
        if (id == QLatin1String("1.1")) {
            check.suggestion.verdict = Verdict::Inconclusive;
            check.suggestion.settle = QT_TRANSLATE_NOOP("awb", "9,000 more requests (90 s) would settle it.");
            check.judgment.origin = Origin::Manual;
        } else if (id == QLatin1String("8.8")) {
            check.suggestion.verdict = Verdict::Pass;
            check.suggestion.summary =
                QT_TRANSLATE_NOOP("awb", "Every list endpoint answered within its bound.");
            check.judgment.origin = Origin::Override;
            check.judgment.reason =
                QStringLiteral("The export endpoint streams without a bound; no probe sees it.");
        } else if (id == QLatin1String("5.1")) {
            check.suggestion.verdict = Verdict::NotMeasured;
            check.suggestion.summary = QT_TRANSLATE_NOOP("awb", "Not measured: no trace backend was given.");
            check.suggestion.unlock =
                QStringLiteral("traces: {kind: jaeger, url: http://jaeger.example:16686}");
            check.judgedWithoutMeasurement = check.mark() == Mark::Pass;
            check.judgment.note = QStringLiteral("Seen in the team's own dashboard during the walk.");
        } else if (id == QLatin1String("2.5")) {
            check.stale = {QStringLiteral("evidence"),
                           QT_TRANSLATE_NOOP("awb", "Newer evidence arrived after this mark was made.")};
        } else if (id == QLatin1String("6.1")) {
            check.judgment.origin = Origin::Carried;
        } else if (id == QLatin1String("2.3")) {
            check.thresholdOverridden = true;
            if (!check.thresholds.isEmpty())
                check.thresholds[0].value = 5000;
        } else if (id == QLatin1String("2.2")) {
            check.judgment.note = QStringLiteral(
                "The index was dropped in migration 0142 and never put back.\nPlanned for sprint 24.");
        }
        if (options.hostile && id == QLatin1String("7.1"))
            check.judgment.note = hostileNote();
    }
}

void score(AuditResult& result, const Checklist& checklist)
{
    QVector<ScoredCheck> scored;
    for (const CheckResult& check : result.checks)
        scored.append({check.check.id, check.check.section, check.mark(), check.mark(),
                       check.suggestion.verdict, !check.stale.cause.isEmpty(),
                       check.judgment.origin == Origin::Override});
    result.score = computeScorecard(checklist, scored);
}

QVector<Sent> everythingSent(const AuditResult& result)
{
    QVector<Sent> all;
    for (const CheckResult& check : result.checks) {
        for (const Facts& facts : check.evidence)
            all += facts.sent;
    }
    for (int i = 0; i < 25; ++i)
        all.append(
            {QStringLiteral(
                 "SELECT count(*) FROM pg_catalog.pg_class WHERE relkind = 'r' AND oid > $1 -- step %1")
                 .arg(i),
             i + 1});
    return all;
}

} // namespace

Checklist sampleChecklist()
{
    QFile file(qEnvironmentVariable("AWB_SOURCE_DIR", QStringLiteral(".")) +
               QStringLiteral("/resources/checklist/backend-audit.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("sampleChecklist: AWB_SOURCE_DIR does not name the source tree");
    const QByteArray json = file.readAll();
    auto loaded = loadChecklist(json, probesNamedIn(json));
    if (!loaded)
        qFatal("sampleChecklist: %s", qUtf8Printable(loaded.error().message));
    return *std::move(loaded);
}

AuditResult sampleResult(const SampleOptions& options)
{
    const Checklist checklist = sampleChecklist();
    AuditResult result;
    result.auditId = QStringLiteral("01930000-0000-7000-8000-000000000001");
    result.toolVersion = QStringLiteral("0.1.0");
    result.checklistId = checklist.id;
    result.checklistTitle = checklist.title;
    result.bands = checklist.bands;
    result.snapshotLabel = options.label;
    result.meta.name = QStringLiteral("Checkout API · Q4 2026");
    result.meta.team = QStringLiteral("支付团队 Checkout");
    result.meta.reviewer = QStringLiteral("R. Sample");
    result.meta.lead = QStringLiteral("L. Sample");
    result.meta.date = QDate(2026, 11, 24);
    result.meta.version = QStringLiteral("2026.47.1");
    result.meta.environment = QStringLiteral("production");
    result.meta.target = QStringLiteral("https://deploy:%1@shop.example/api").arg(plantedSecrets().at(0));
    result.started = QDateTime(QDate(2026, 11, 24), QTime(13, 40), Qt::UTC);
    result.finished = QDateTime(QDate(2026, 11, 24), QTime(15, 42), Qt::UTC);
    const QHash<QString, SampleEvidence> evidence =
        options.empty ? QHash<QString, SampleEvidence>()
                      : sampleEvidence(options.evidenceRows, options.hostile);
    for (const Section& section : checklist.sections) {
        for (const Check& check : section.checks) {
            CheckResult checkResult;
            checkResult.check = check;
            checkResult.thresholds = check.thresholds;
            const auto found = evidence.constFind(check.id);
            if (found != evidence.cend()) {
                checkResult.evidence = found->facts;
                checkResult.suggestion = found->suggestion;
                checkResult.suggestion.verdict = verdictOf(sampleMark(check.id, options));
                checkResult.suggestion.byLetter = checkResult.suggestion.verdict;
            }
            judge(checkResult, options);
            result.checks.append(checkResult);
        }
    }
    if (!options.empty)
        singular(result, options);
    score(result, checklist);
    result.executed = everythingSent(result);
    result.actions = proposeActions(result);
    if (!result.actions.isEmpty() && !options.empty) {
        result.actions[0].owner = QStringLiteral("Data team");
        result.actions[0].due = QDate(2026, 12, 5);
    }
    return result;
}

AuditResult earlierSampleResult()
{
    AuditResult result =
        sampleResult({.allDecided = true, .hostile = false, .label = QStringLiteral("Q3 2026")});
    result.finished = result.finished.addDays(-91);
    const QHash<QString, Mark> other{
        {QStringLiteral("1.4"), Mark::Fail}, {QStringLiteral("2.1"), Mark::Fail},
        {QStringLiteral("3.1"), Mark::Warn}, {QStringLiteral("5.5"), Mark::Fail},
        {QStringLiteral("7.4"), Mark::Warn}, {QStringLiteral("4.4"), Mark::Pass},
        {QStringLiteral("6.9"), Mark::Pass}, {QStringLiteral("1.1"), Mark::Fail}};
    for (CheckResult& check : result.checks) {
        const auto found = other.constFind(check.check.id);
        if (found == other.cend())
            continue;
        check.judgment.mark = *found;
        if (check.suggestion.headline && check.suggestion.headline->isKnown()) {
            Measurement& value = *check.suggestion.headline;
            check.suggestion.verdict = verdictOf(*found);
            value.value *= 0.7;
            if (value.low && value.high) {
                value.low = *value.low * 0.7;
                value.high = *value.high * 0.7;
            }
        }
    }
    score(result, sampleChecklist());
    return result;
}

} // namespace awb::test
