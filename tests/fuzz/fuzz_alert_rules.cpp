// Alert rules from a stranger: as Prometheus answers them, and as a file.

#include "core/probe/metrics/alert_rules.h"

#include <QJsonDocument>
#include <QTemporaryFile>

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const awb::RuleSet answered = awb::rulesOfApi(QJsonDocument::fromJson(bytes).object());
    if (answered.alerts.size() + answered.recordings.size() > 5'000)
        std::abort();
    QTemporaryFile file;
    if (!file.open() || file.write(bytes) != bytes.size() || !file.flush())
        std::abort();
    const awb::RuleFiles read = awb::readRuleFiles({file.fileName()});
    if (read.files.size() != 1 || read.set.alerts.size() + read.set.recordings.size() > 5'000)
        std::abort();
    return 0;
}
