#include "app/cli/command.h"
#include "app/cli/interrupt.h"
#include "app/cli/run_plan.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

#include <algorithm>
#include <thread>
#include <utility>

namespace awb::cli
{

namespace
{

constexpr std::chrono::seconds doctorBudget{60};

QString stateSymbol(StepState state)
{
    switch (state) {
    case StepState::Ok:
        return QStringLiteral("✓");
    case StepState::Failed:
        return QStringLiteral("✗");
    case StepState::Warning:
        return QStringLiteral("⚠");
    case StepState::Skipped:
        break;
    }
    return QStringLiteral("–");
}

void printFix(const QString& fix)
{
    const QStringList lines = fix.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString& line : lines)
        print(QStringLiteral("        %1\n").arg(line));
}

// 4.2 before 4.10
QStringList inOrder(QStringList checks)
{
    std::sort(checks.begin(), checks.end(), [](const QString& a, const QString& b) {
        const auto key = [](const QString& id) {
            return std::pair(id.section(QLatin1Char('.'), 0, 0).toInt(),
                             id.section(QLatin1Char('.'), 1, 1).toInt());
        };
        return key(a) < key(b);
    });
    return checks;
}

void printReport(const DoctorReport& report)
{
    print(QStringLiteral("\n%1  %2\n").arg(probeSourceTitle(report.source), report.label));
    for (const DoctorStep& step : report.steps) {
        print(QStringLiteral("  %1 %2: %3 (%4 ms)\n")
                  .arg(stateSymbol(step.state), step.title.text(), step.text.text())
                  .arg(step.durationMs));
        printFix(step.fix);
    }
    // Without a connection every probe would only say so again.
    const QVector<DoctorSight> sights = report.reachable ? report.sights : QVector<DoctorSight>();
    if (!sights.isEmpty())
        print(QStringLiteral("  What the probes can see with this login:\n"));
    QString shown; // one grant often serves several probes
    for (const DoctorSight& sight : sights) {
        print(QStringLiteral("  %1 %2 (%3): %4\n")
                  .arg(stateSymbol(sight.state), sight.probe, sight.checks.join(QStringLiteral(", ")),
                       sight.text.text()));
        if (sight.fix != shown)
            printFix(sight.fix);
        shown = sight.fix;
    }
    if (!report.unmeasuredChecks.isEmpty())
        print(QStringLiteral("  Stay unmeasured: %1\n")
                  .arg(inOrder(report.unmeasuredChecks).join(QStringLiteral(", "))));
}

// Off the main thread, so that Ctrl-C is heard; ends by its own deadline.
QVector<DoctorReport> examineAll(const Services& services, const ProbeTarget& target, bool& cancelled)
{
    QVector<DoctorReport> reports;
    std::jthread worker([&](const std::stop_token& stop) {
        ProbeContext context(services.clock, doctorBudget, {}, stop);
        for (const DoctorEntry& doctor : services.doctors) {
            if (!stop.stop_requested() && hasTarget(target.profile, doctor.source))
                reports += doctor.examine(target, context);
        }
        QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    });
    Interrupt interrupt([&] {
        cancelled = true;
        worker.request_stop();
    });
    QCoreApplication::exec();
    worker.join();
    return reports;
}

} // namespace

int runDoctor(const Invocation& invocation)
{
    Options options("doctor");
    options.flag(QStringLiteral("json"), QStringLiteral("auditbench/doctor/1"));
    if (const auto code = options.parse(invocation, 1, 1))
        return *code;
    Result<TargetProfile> profile = loadProfile(options.positional().constFirst());
    if (!profile)
        return report(profile.error(), ExitUsage);
    ProbeTarget target;
    target.profile = *std::move(profile);
    Result<QMap<QString, Secret>> secrets = resolveSecrets(target.profile);
    if (!secrets)
        return report(secrets.error(), ExitUsage);
    target.secrets = *std::move(secrets);
    bool cancelled = false;
    const QVector<DoctorReport> reports = examineAll(invocation.services, target, cancelled);
    if (options.isSet(QStringLiteral("json"))) {
        QJsonArray parts;
        for (const DoctorReport& part : reports)
            parts.append(toJson(part));
        const QJsonObject document{{QStringLiteral("schema"), QStringLiteral("auditbench/doctor/1")},
                                   {QStringLiteral("parts"), parts}};
        print(QString::fromUtf8(QJsonDocument(document).toJson(QJsonDocument::Indented)));
    } else {
        for (const DoctorReport& part : reports)
            printReport(part);
        if (reports.isEmpty())
            print(QStringLiteral("The profile names no part that this program can examine.\n"));
    }
    if (cancelled)
        return ExitCancelled;
    const bool allReached =
        std::all_of(reports.begin(), reports.end(), [](const DoctorReport& part) { return part.reachable; });
    return allReached ? ExitOk : ExitNotMeasured;
}

} // namespace awb::cli
