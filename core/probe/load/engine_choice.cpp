#include "core/probe/load/engine_choice.h"

#include "core/probe/load/curl_load_engine.h"
#include "core/probe/load/k6_engine.h"
#include "core/probe/load/wrk_engine.h"

namespace awb
{

namespace
{

using Chosen = Result<std::unique_ptr<LoadEngine>>;

// A tool of the user's own, if it is there.
template<typename Engine>
Chosen foreign(std::stop_token stop)
{
    auto tool = Engine::find(std::move(stop));
    if (!tool)
        return tool.error();
    return std::unique_ptr<LoadEngine>(std::make_unique<Engine>(std::move(*tool)));
}

} // namespace

Result<std::unique_ptr<LoadEngine>> chooseLoadEngine(const QString& word, std::stop_token stop)
{
    if (word.isEmpty() || word == QLatin1String("native"))
        return std::unique_ptr<LoadEngine>(std::make_unique<NativeLoadEngine>());
    if (word == QLatin1String("curl"))
        return std::unique_ptr<LoadEngine>(std::make_unique<CurlLoadEngine>());
    if (word == QLatin1String("wrk"))
        return foreign<WrkEngine>(std::move(stop));
    if (word == QLatin1String("k6"))
        return foreign<K6Engine>(std::move(stop));
    return Error{ErrorCode::Usage, QStringLiteral("There is no load engine '%1'.").arg(word), {}, {}};
}

} // namespace awb
