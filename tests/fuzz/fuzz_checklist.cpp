// The checklist is data: a mistake in it must be told, never crash.

#include "core/audit/checklist.h"
#include "core/foundation/error.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray json(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto checklist = awb::loadChecklist(json, {QStringLiteral("postgres.foreign_keys")});
    if (!checklist && checklist.error().message.isEmpty())
        __builtin_trap();
    return 0;
}
