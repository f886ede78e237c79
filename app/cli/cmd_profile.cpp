#include "app/cli/command.h"
#include "app/cli/outputs.h"
#include "core/target/target_profile.h"

#include <QFileInfo>

namespace awb::cli
{

int runInit(const Invocation& invocation)
{
    Options options("init");
    if (const auto code = options.parse(invocation, 0, 1))
        return *code;
    const QString path = options.positional().value(0, QStringLiteral("auditbench.yaml"));
    if (path != QLatin1String("-") && QFileInfo::exists(path))
        return usageError(QStringLiteral("%1 exists already; name another file").arg(path));
    if (!writeFile(path, commentedProfileTemplate()))
        return ExitNotWritten;
    if (path != QLatin1String("-"))
        print(QStringLiteral("Wrote %1. Fill in the parts you have, then: auditbench-cli doctor %1\n")
                  .arg(path));
    return ExitOk;
}

int runValidate(const Invocation& invocation)
{
    Options options("validate");
    if (const auto code = options.parse(invocation, 1, 1))
        return *code;
    const Result<TargetProfile> profile = loadProfile(options.positional().constFirst());
    if (!profile)
        return report(profile.error(), ExitUsage);
    if (const Status valid = validateProfile(*profile, invocation.services.checklist.checkIds()); !valid)
        return report(valid.error(), ExitUsage);
    QStringList parts;
    for (const ProbeSource source :
         {ProbeSource::Postgres, ProbeSource::PgBouncer, ProbeSource::Redis, ProbeSource::Http,
          ProbeSource::Prometheus, ProbeSource::Repository, ProbeSource::Logs}) {
        if (hasTarget(*profile, source))
            parts.append(probeSourceTitle(source));
    }
    const QString served =
        parts.isEmpty() ? QStringLiteral("no target yet") : parts.join(QStringLiteral(", "));
    print(QStringLiteral("%1 is a valid profile: %2.\n").arg(options.positional().constFirst(), served));
    return ExitOk;
}

} // namespace awb::cli
