#include "core/rules/latency_sentences.h"

#include <QCoreApplication>

namespace awb::latency
{

Message doubtSentence(Doubt doubt, const QString& endpoint)
{
    const QVector<MessageArg> name{MessageArg(endpoint)};
    switch (doubt) {
    case Doubt::NoDistribution:
        return {QT_TRANSLATE_NOOP(
                    "awb", "%1: only single percentiles are known; they are shown as reported, without "
                           "confidence."),
                name};
    case Doubt::Limited:
        return {QT_TRANSLATE_NOOP(
                    "awb", "%1 answered with 429 or asked to come back later: the limiter was measured, "
                           "not the service."),
                name};
    case Doubt::NotOk:
        return {QT_TRANSLATE_NOOP("awb", "%1: more than 1 % of the requests were not answered with 2xx."),
                name};
    case Doubt::Unsafe:
        return {QT_TRANSLATE_NOOP("awb", "%1: the load was stopped early, because more than a fifth of its "
                                         "requests failed or were not answered in time."),
                name};
    case Doubt::Stopped:
        return {QT_TRANSLATE_NOOP("awb", "%1: the run was stopped before its end."), name};
    case Doubt::TooShort:
        return {QT_TRANSLATE_NOOP("awb", "%1: the run was too short."), name};
    case Doubt::Generator:
        return {QT_TRANSLATE_NOOP("awb", "%1: this machine sent its requests late, so it measured itself."),
                name};
    case Doubt::NotAtRate:
        return {QT_TRANSLATE_NOOP("awb", "%1: the asked rate was not reached."), name};
    case Doubt::Unsteady:
        return {QT_TRANSLATE_NOOP("awb", "%1: the median moved during the run."), name};
    case Doubt::OnlyFails:
        return {QT_TRANSLATE_NOOP(
                    "awb", "%1: a closed loop, or a tool that drops timeouts, can prove that a service is "
                           "slow, not that it is fast."),
                name};
    case Doubt::Contradiction:
        return {QT_TRANSLATE_NOOP("awb", "%1: repeated runs contradict each other."), name};
    case Doubt::Spread:
        return {QT_TRANSLATE_NOOP("awb", "%1: the p99 of repeated runs differs by more than half."), name};
    case Doubt::None:
    case Doubt::Statistics:
        break;
    }
    return {QT_TRANSLATE_NOOP(
                "awb", "%1: the interval of its p99 holds the threshold, or there are too few requests."),
            name};
}

Message settling(Doubt doubt, const RuleInput& input)
{
    switch (doubt) {
    case Doubt::Generator:
        return QT_TRANSLATE_NOOP("awb", "Measure from a quiet machine.");
    case Doubt::Limited:
        return QT_TRANSLATE_NOOP("awb", "Exempt the audit from the limiter, or lower the rate below it.");
    case Doubt::NotOk:
        return QT_TRANSLATE_NOOP("awb",
                                 "Give the endpoint values and a credential that it answers with 2xx.");
    case Doubt::Unsafe:
        return QT_TRANSLATE_NOOP(
            "awb", "Find out why it fails at its normal rate, or correct the rate in the profile.");
    case Doubt::NoDistribution:
    case Doubt::OnlyFails:
        return QT_TRANSLATE_NOOP("awb", "Run the open-loop load of this program (--allow load).");
    case Doubt::TooShort:
        return Message(
            QT_TRANSLATE_NOOP("awb", "Measure for %1 at least."),
            {MessageArg(input.check.policyValue(QStringLiteral("min_duration_s")), QStringLiteral("s"))});
    default:
        return QT_TRANSLATE_NOOP("awb", "Measure longer, at the same rate.");
    }
}

} // namespace awb::latency
