#include "core/rules/rules.h"

namespace awb
{

QVector<RuleEntry> connectionRules()
{
    return {};
}

} // namespace awb
