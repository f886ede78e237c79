#include "core/probe/doctor.h"

#include <QJsonArray>

namespace awb
{

namespace
{

QString stateId(StepState state)
{
    switch (state) {
    case StepState::Ok:
        return QStringLiteral("ok");
    case StepState::Failed:
        return QStringLiteral("failed");
    case StepState::Warning:
        return QStringLiteral("warning");
    case StepState::Skipped:
        break;
    }
    return QStringLiteral("skipped");
}

} // namespace

QJsonObject toJson(const DoctorReport& report)
{
    QJsonArray steps;
    for (const DoctorStep& step : report.steps) {
        steps.append(QJsonObject{{QStringLiteral("id"), step.id},
                                 {QStringLiteral("title"), step.title.text()},
                                 {QStringLiteral("state"), stateId(step.state)},
                                 {QStringLiteral("text"), step.text.text()},
                                 {QStringLiteral("duration_ms"), step.durationMs},
                                 {QStringLiteral("fix"), step.fix}});
    }
    QJsonArray sights;
    for (const DoctorSight& sight : report.sights) {
        sights.append(QJsonObject{{QStringLiteral("probe"), sight.probe},
                                  {QStringLiteral("checks"), QJsonArray::fromStringList(sight.checks)},
                                  {QStringLiteral("state"), stateId(sight.state)},
                                  {QStringLiteral("text"), sight.text.text()},
                                  {QStringLiteral("fix"), sight.fix}});
    }
    return {{QStringLiteral("source"), probeSourceId(report.source)},
            {QStringLiteral("label"), report.label},
            {QStringLiteral("reachable"), report.reachable},
            {QStringLiteral("steps"), steps},
            {QStringLiteral("probes"), sights},
            {QStringLiteral("unmeasured"), QJsonArray::fromStringList(report.unmeasuredChecks)}};
}

} // namespace awb
