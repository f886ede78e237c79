#include "app/cli/command.h"
#include "core/target/capability.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace awb::cli
{

namespace
{

void printJson(const QJsonObject& object)
{
    print(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Indented)));
}

QString kindId(CheckKind kind)
{
    return kind == CheckKind::Measured ? QStringLiteral("measured") : QStringLiteral("assisted");
}

QJsonObject checkToJson(const Check& check)
{
    QJsonArray thresholds;
    for (const Threshold& threshold : check.thresholds)
        thresholds.append(toJson(threshold));
    return {{QStringLiteral("id"), check.id},
            {QStringLiteral("check"), check.check},
            {QStringLiteral("threshold"), check.threshold},
            {QStringLiteral("method"), check.method},
            {QStringLiteral("remedy"), check.remedy},
            {QStringLiteral("probes"), QJsonArray::fromStringList(check.probes)},
            {QStringLiteral("kind"), kindId(check.kind)},
            {QStringLiteral("thresholds"), thresholds},
            {QStringLiteral("letter"), check.letter}};
}

QJsonObject checklistToJson(const Checklist& checklist)
{
    QJsonArray sections;
    for (const Section& section : checklist.sections) {
        QJsonArray checks;
        for (const Check& check : section.checks)
            checks.append(checkToJson(check));
        sections.append(QJsonObject{{QStringLiteral("number"), section.number},
                                    {QStringLiteral("title"), section.title},
                                    {QStringLiteral("checks"), checks}});
    }
    return {{QStringLiteral("schema"), QStringLiteral("auditbench/checklist/1")},
            {QStringLiteral("id"), checklist.id},
            {QStringLiteral("sections"), sections}};
}

QJsonObject probeToJson(const ProbeDescriptor& probe)
{
    return {{QStringLiteral("id"), probe.id},
            {QStringLiteral("title"), QCoreApplication::translate("awb", probe.title)},
            {QStringLiteral("about"), QCoreApplication::translate("awb", probe.about)},
            {QStringLiteral("source"), probeSourceId(probe.source)},
            {QStringLiteral("checks"), QJsonArray::fromStringList(probe.checks)},
            {QStringLiteral("needs"), QJsonArray::fromStringList(capabilityIds(probe.needs))},
            {QStringLiteral("uses"), QJsonArray::fromStringList(capabilityIds(probe.uses))},
            {QStringLiteral("rights"), QJsonArray::fromStringList(probe.rights)},
            {QStringLiteral("after"), QJsonArray::fromStringList(probe.after)},
            {QStringLiteral("exclusive"), probe.exclusive},
            {QStringLiteral("window"), probe.usesWindow}};
}

} // namespace

int runChecklist(const Invocation& invocation)
{
    Options options("checklist");
    options.flag(QStringLiteral("json"), QStringLiteral("auditbench/checklist/1"));
    if (const auto code = options.parse(invocation, 0, 0))
        return *code;
    const Checklist& checklist = invocation.services.checklist;
    if (options.isSet(QStringLiteral("json"))) {
        printJson(checklistToJson(checklist));
        return ExitOk;
    }
    for (const Section& section : checklist.sections) {
        print(QStringLiteral("\n%1. %2\n").arg(section.number).arg(section.title));
        for (const Check& check : section.checks) {
            print(QStringLiteral("  %1  %2\n        threshold: %3   method: %4   %5\n")
                      .arg(check.id, -4)
                      .arg(check.check, check.threshold, check.method,
                           check.probes.isEmpty()
                               ? kindId(check.kind)
                               : QStringLiteral("probes: ") + check.probes.join(QStringLiteral(", "))));
        }
    }
    return ExitOk;
}

int runProbes(const Invocation& invocation)
{
    Options options("probes");
    options.flag(QStringLiteral("json"), QStringLiteral("auditbench/probes/1"));
    if (const auto code = options.parse(invocation, 0, 0))
        return *code;
    if (options.isSet(QStringLiteral("json"))) {
        QJsonArray probes;
        for (const ProbeDescriptor& probe : invocation.services.probes.probes())
            probes.append(probeToJson(probe));
        printJson({{QStringLiteral("schema"), QStringLiteral("auditbench/probes/1")},
                   {QStringLiteral("probes"), probes}});
        return ExitOk;
    }
    for (const ProbeDescriptor& probe : invocation.services.probes.probes()) {
        print(QStringLiteral("%1  (%2)\n    %3\n")
                  .arg(probe.id, probe.checks.join(QStringLiteral(", ")),
                       QCoreApplication::translate("awb", probe.about)));
        if (!probe.rights.isEmpty())
            print(QStringLiteral("    rights: %1\n").arg(probe.rights.join(QStringLiteral(", "))));
        const Capabilities all = probe.needs | probe.uses;
        if (all)
            print(QStringLiteral("    %1 --allow %2\n")
                      .arg(probe.needs ? QStringLiteral("needs") : QStringLiteral("sees more with"),
                           capabilityIds(all).join(QLatin1Char(','))));
    }
    return ExitOk;
}

} // namespace awb::cli
