#pragma once

#include "core/foundation/result.h"

#include <QHash>
#include <QString>
#include <QStringList>
#include <QVector>

#include <memory>

namespace awb
{

struct PromMatcher
{
    QString label;
    QString op; // = != =~ !~
    QString value;
};

// One node of a PromQL expression, as far as alert rules need it: what is compared with what. Ranges, offsets
// and vector matching are read past.
struct PromNode
{
    enum class Kind { Number, Text, Selector, Call, Binary };
    Kind kind = Kind::Number;
    double number = 0;
    QString
        name; // Selector: the metric; Call: the function or aggregation; Binary: the operator; Text: the text
    QVector<PromMatcher> matchers;
    QVector<PromMatcher>
        outer; // Selector: what a rule that it came from was narrowed to (substituteRecordings)
    std::vector<PromNode> parts; // arguments, or both sides
    enum class Grouping { None, By, Without };
    Grouping grouping = Grouping::None; // Call: which labels an aggregation keeps, or drops
    QStringList labels;
};

// Errors: Parse with the place, Limit above 16 KiB or nested deeper than 64.
Result<PromNode> parsePromQl(const QString& text);

// Numbers are folded: 14.4 * 0.001 is one.
std::optional<double> constantOf(const PromNode& node);

// Selectors that name a recording rule become its expression: at most eight levels deep and 4,096 nodes in
// all; what is beyond stays a plain metric, as does a rule within itself, or one with more than 16 matchers.
// The matchers of such a selector go to every selector within, as `outer`.
void substituteRecordings(PromNode& node, const QHash<QString, QString>& recordings);

} // namespace awb
