#include "core/probe/chart_limits.h"

#include "core/target/target_profile.h"

#include <QCoreApplication>

namespace awb
{

ChartThreshold limitLine(const TargetProfile& profile, const ChecklistLimit& limit)
{
    ChartThreshold line;
    line.value = limit.value;
    line.passIsBelow = limit.passIsBelow;
    bool own = false;
    for (const Threshold& threshold : profile.thresholds.value(QLatin1String(limit.check))) {
        if (!own && (threshold.id.isEmpty() || threshold.id == QLatin1String(limit.threshold))) {
            line.value = threshold.value;
            own = true;
        }
    }
    const QVector<MessageArg> value{MessageArg(line.value, QLatin1String(limit.unit))};
    line.label = own ? Message(QT_TRANSLATE_NOOP("awb", "%1 (profile)"), value)
                     : Message(QT_TRANSLATE_NOOP("awb", "%1 (checklist)"), value);
    return line;
}

} // namespace awb
