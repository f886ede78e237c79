#include "core/probe/probe_table.h"

#include <algorithm>

namespace awb
{

const ProbeDescriptor* ProbeTable::find(const QString& id) const
{
    const auto it =
        std::find_if(probes_.cbegin(), probes_.cend(), [&](const ProbeDescriptor& p) { return p.id == id; });
    return it == probes_.cend() ? nullptr : &*it;
}

QSet<QString> ProbeTable::ids() const
{
    QSet<QString> ids;
    for (const ProbeDescriptor& probe : probes_)
        ids.insert(probe.id);
    return ids;
}

std::vector<const ProbeDescriptor*> ProbeTable::select(const TargetProfile& profile,
                                                       const QStringList& checks) const
{
    std::vector<const ProbeDescriptor*> chosen;
    for (const ProbeDescriptor& probe : probes_) {
        const bool wanted = checks.isEmpty()
                                ? !waitsForPerson(probe.id)
                                : std::any_of(probe.checks.cbegin(), probe.checks.cend(),
                                              [&](const QString& id) { return checks.contains(id); });
        if (wanted && hasTarget(profile, probe.source))
            chosen.push_back(&probe);
    }
    return chosen;
}

Result<QStringList> expandCheckPatterns(const QStringList& patterns, const QStringList& knownChecks)
{
    QStringList chosen;
    for (const QString& raw : patterns) {
        const QString pattern = raw.trimmed();
        QStringList matches;
        if (pattern.endsWith(QLatin1String(".*"))) {
            const QString prefix = pattern.left(pattern.size() - 1);
            for (const QString& id : knownChecks) {
                if (id.startsWith(prefix))
                    matches.append(id);
            }
        } else if (knownChecks.contains(pattern)) {
            matches.append(pattern);
        }
        if (matches.isEmpty())
            return Error{
                ErrorCode::Usage,
                QStringLiteral("No check is called \"%1\": name one such as 2.2, or a section such as 3.*.")
                    .arg(pattern),
                {},
                {}};
        for (const QString& id : std::as_const(matches)) {
            if (!chosen.contains(id))
                chosen.append(id);
        }
    }
    return chosen;
}

} // namespace awb
