#pragma once

#include "core/probe/probe.h"

#include <QSet>

namespace awb
{

// Every probe, explicitly, in the order shown. Built by core/probe/catalog; passed on as a value.
class ProbeTable
{
public:
    // `onlyByName`: probes that wait for a person; they run only when one of their checks is asked for by
    // name.
    explicit ProbeTable(std::vector<ProbeDescriptor> probes, QSet<QString> onlyByName = {})
        : probes_(std::move(probes)),
          onlyByName_(std::move(onlyByName))
    {
    }

    const std::vector<ProbeDescriptor>& probes() const { return probes_; }
    const ProbeDescriptor* find(const QString& id) const;
    QSet<QString> ids() const;
    bool waitsForPerson(const QString& id) const { return onlyByName_.contains(id); }
    // The probes that serve these checks ("2.2", "3.*", empty: all) and have a target in the profile. Those
    // that wait for a person are no part of all.
    std::vector<const ProbeDescriptor*> select(const TargetProfile& profile, const QStringList& checks) const;

private:
    std::vector<ProbeDescriptor> probes_;
    QSet<QString> onlyByName_;
};

// "2.2,3.*" against known ids; an error names the pattern that matches nothing.
Result<QStringList> expandCheckPatterns(const QStringList& patterns, const QStringList& knownChecks);

} // namespace awb
