#include "app/cli/run_gates.h"

#include "core/audit/comparison.h"

#include <QSet>

#include <algorithm>

namespace awb::cli
{

namespace
{

std::optional<double> percentage(const Options& options, const QString& name)
{
    if (!options.isSet(name))
        return std::nullopt;
    bool good = false;
    const double value = options.get(name).toDouble(&good);
    return good && value >= 0 && value <= 100 ? std::optional<double>(value) : std::optional<double>(-1);
}

// Checks of --checks that no evidence speaks about, and parts of the profile that nothing could be read from.
QStringList unmeasured(const RunEnd& end)
{
    QStringList missing;
    if (end.plan.checksNamed) {
        for (const QString& id : end.plan.checks) {
            const CheckResult* check = end.result.find(id);
            const Verdict verdict = check ? check->suggestion.verdict : Verdict::None;
            if (verdict == Verdict::None || verdict == Verdict::NotMeasured)
                missing.append(id);
        }
    }
    for (const ProbeSource source :
         {ProbeSource::Postgres, ProbeSource::PgBouncer, ProbeSource::Redis, ProbeSource::Http,
          ProbeSource::Prometheus, ProbeSource::Repository, ProbeSource::Logs}) {
        if (!hasTarget(end.plan.profile, source))
            continue;
        int ran = 0;
        int failed = 0;
        for (const ProbeOutcome& outcome : end.outcomes) {
            const auto known = std::find_if(end.plan.probes.begin(), end.plan.probes.end(),
                                            [&](const ProbeDescriptor& p) { return p.id == outcome.probe; });
            if (known == end.plan.probes.end() || known->source != source)
                continue;
            ++ran;
            failed += outcome.state == ProbeState::Failed;
        }
        const bool servedByNone = ran == 0 && !end.plan.checksNamed;
        if (servedByNone || (ran > 0 && failed == ran))
            missing.append(probeSourceTitle(source));
    }
    return missing;
}

double measuredPercent(const AuditResult& result)
{
    int points = 0;
    int decided = 0;
    for (const CheckResult& check : result.checks) {
        if (check.judgment.origin != Origin::Automatic)
            continue;
        ++decided;
        points += check.mark() == Mark::Pass;
    }
    return decided > 0 ? 100.0 * points / decided : 0.0;
}

bool gateFails(const Options& options, const RunEnd& end)
{
    const auto under = percentage(options, QStringLiteral("fail-under"));
    if (under && end.result.score.percent() < *under) {
        complain(
            QStringLiteral("The score %1 % is under %2 %.\n").arg(end.result.score.percent()).arg(*under));
        return true;
    }
    const auto underMeasured = percentage(options, QStringLiteral("fail-under-measured"));
    if (underMeasured && measuredPercent(end.result) < *underMeasured) {
        complain(QStringLiteral("The measured checks score %1 %, under %2 %.\n")
                     .arg(measuredPercent(end.result), 0, 'f', 1)
                     .arg(*underMeasured));
        return true;
    }
    return false;
}

bool isWorseThanBaseline(const AuditResult& baseline, const AuditResult& result)
{
    const AuditComparison comparison = compareResults(baseline, result);
    if (!comparison.isWorse())
        return false;
    for (const CheckChange& change : comparison.changes) {
        if (change.kind == ChangeKind::Regressed || change.kind == ChangeKind::ValueWorse)
            complain(QStringLiteral("Worse than the baseline: %1 %2 (%3 to %4).\n")
                         .arg(change.check, change.title, markWord(change.before), markWord(change.after)));
    }
    return true;
}

} // namespace

std::optional<QString> checkGateOptions(const Options& options)
{
    for (const QString& name : {QStringLiteral("fail-under"), QStringLiteral("fail-under-measured")}) {
        if (percentage(options, name).value_or(0) < 0)
            return QStringLiteral("--%1 takes a percentage from 0 to 100, not \"%2\"")
                .arg(name, options.get(name));
    }
    return std::nullopt;
}

int exitCodeOf(const Options& options, const RunEnd& end)
{
    if (end.cancelled)
        return ExitCancelled;
    if (!end.written)
        return ExitNotWritten;
    if (end.baseline && isWorseThanBaseline(*end.baseline, end.result))
        return ExitWorse;
    if (gateFails(options, end))
        return ExitGate;
    const QStringList missing = unmeasured(end);
    if (!missing.isEmpty()) {
        complain(QStringLiteral("Could not be measured: %1.\n").arg(missing.join(QStringLiteral(", "))));
        return ExitNotMeasured;
    }
    return ExitOk;
}

} // namespace awb::cli
