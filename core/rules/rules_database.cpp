#include "core/rules/rules.h"

namespace awb
{

QVector<RuleEntry> databaseRules()
{
    return {};
}

} // namespace awb
