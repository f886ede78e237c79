#include "core/probe/load/engine_choice.h"

namespace awb
{

Result<std::unique_ptr<LoadEngine>> chooseLoadEngine(const QString& word, std::stop_token)
{
    if (word.isEmpty() || word == QLatin1String("native"))
        return std::unique_ptr<LoadEngine>(std::make_unique<NativeLoadEngine>());
    return Error{ErrorCode::Usage, QStringLiteral("There is no load engine '%1'.").arg(word), {}, {}};
}

} // namespace awb
