#include "core/rules/rules.h"

namespace awb
{

QVector<RuleEntry> cachingRules()
{
    return {};
}

} // namespace awb
