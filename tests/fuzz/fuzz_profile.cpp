// Any bytes as a profile: an Error with a place, or a profile that is written and read back the same.

#include "core/target/target_profile.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace awb;
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const Result<TargetProfile> parsed = parseProfile(bytes, QStringLiteral("f.yaml"));
    if (!parsed) {
        if (!parsed.error().message.startsWith(QStringLiteral("f.yaml:")))
            std::abort();
        return 0;
    }
    (void)parsed->hosts();
    (void)parsed->displayTarget();
    const QByteArray written = writeProfile(*parsed);
    const Result<TargetProfile> again = parseProfile(written, QStringLiteral("f.yaml"));
    if (!again || writeProfile(*again) != written)
        std::abort();
    return 0;
}
