#include "core/probe/metrics/alert_reading.h"

#include "core/probe/metrics/metric_families.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace awb
{

namespace
{

using Kind = PromNode::Kind;
constexpr qsizetype maxSeries = 64;

void collect(const PromNode& node, QVector<const PromNode*>& selectors)
{
    if (node.kind == Kind::Selector)
        selectors.append(&node);
    for (const PromNode& part : node.parts)
        collect(part, selectors);
}

QVector<const PromNode*> selectorsOf(const PromNode& node)
{
    QVector<const PromNode*> selectors;
    collect(node, selectors);
    return selectors;
}

bool selectsErrors(const PromNode& node)
{
    static const QRegularExpression failures(QStringLiteral("error|fail|5xx"),
                                             QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression fives(QStringLiteral("^\\(?(5|\\[5|SERVER_ERROR|error)"),
                                          QRegularExpression::CaseInsensitiveOption);
    for (const PromNode* selector : selectorsOf(node)) {
        if (failures.match(selector->name).hasMatch())
            return true;
        for (const PromMatcher& matcher : selector->matchers) {
            const bool positive = matcher.op == QLatin1String("=") || matcher.op == QLatin1String("=~");
            if (isErrorLabel(matcher.label.toUtf8()) && positive && fives.match(matcher.value).hasMatch())
                return true;
        }
    }
    return false;
}

bool isLatency(const PromNode& node)
{
    static const QRegularExpression names(QStringLiteral("duration|latency|response_time|requests_seconds"));
    for (const PromNode* selector : selectorsOf(node)) {
        if (names.match(selector->name).hasMatch())
            return true;
    }
    return false;
}

double unitOf(const PromNode& node)
{
    static const QRegularExpression milliseconds(QStringLiteral("_(ms|milliseconds)(_|$)"));
    for (const PromNode* selector : selectorsOf(node)) {
        if (milliseconds.match(selector->name).hasMatch())
            return 1;
    }
    return 1000;
}

const PromNode* findCall(const PromNode& node, const char* name)
{
    if (node.kind == Kind::Call && node.name == QLatin1String(name))
        return &node;
    for (const PromNode& part : node.parts) {
        if (const PromNode* found = findCall(part, name))
            return found;
    }
    return nullptr;
}

// a / b behind any number of factors, and their product.
const PromNode* divisionOf(const PromNode& node, double* factor)
{
    if (node.kind == Kind::Binary && (node.name == QLatin1String("*") || node.name == QLatin1String("/"))) {
        const auto left = constantOf(node.parts[0]), right = constantOf(node.parts[1]);
        if (node.name == QLatin1String("*") && (left || right)) {
            *factor *= left ? *left : *right;
            return divisionOf(node.parts[left ? 1 : 0], factor);
        }
        if (node.name == QLatin1String("/") && right) {
            *factor /= *right;
            return divisionOf(node.parts[0], factor);
        }
        return node.name == QLatin1String("/") ? &node : nullptr;
    }
    return nullptr;
}

// The le of the first bucket selector; nothing if there is none.
std::optional<double> edgeOf(const PromNode& node)
{
    for (const PromNode* selector : selectorsOf(node)) {
        for (const PromMatcher& matcher : selector->matchers) {
            bool good = false;
            const double edge = matcher.value.toDouble(&good);
            if (matcher.label == QLatin1String("le") && matcher.op == QLatin1String("=") && good)
                return edge;
        }
    }
    return std::nullopt;
}

// 100 * errors / all parses as (100 * errors) / all: the factor is looked for in the numerator too.
double factorIn(const PromNode& node)
{
    if (node.kind == Kind::Binary && node.name == QLatin1String("*")) {
        for (const PromNode& part : node.parts) {
            if (const auto constant = constantOf(part))
                return *constant;
        }
    }
    return 1;
}

// The alerts that a monitoring stack brings along watch itself, its cluster, or the database below: none of
// them says that users of the service wait or meet errors.
bool isOfOtherThings(const PromNode& node)
{
    static const QRegularExpression stack(QStringLiteral(
        "^(prometheus_(?!http_)|alertmanager|etcd|kube|apiserver|coredns|node_|container_|machine_|scheduler_"
        "|"
        "workqueue|rest_client|grafana|loki|thanos|cortex|promtail|net_conntrack|pushgateway|probe_|"
        "storage_operation|process_|scrape_|go_|pg_|redis_)"));
    static const QRegularExpression below(
        QStringLiteral("(^|_)(db|sql|query|queries|wal|fsync|disk|gc|dns|pool)(_|$)"));
    static const QRegularExpression request(QStringLiteral("http|request|rpc"));
    const QVector<const PromNode*> selectors = selectorsOf(node);
    return !selectors.isEmpty() &&
           std::all_of(selectors.cbegin(), selectors.cend(), [](const PromNode* selector) {
               return stack.match(selector->name).hasMatch() ||
                      (below.match(selector->name).hasMatch() && !request.match(selector->name).hasMatch());
           });
}

// The quantile itself, in an aggregation or scaled by constants; a ratio or a difference of two is none.
const PromNode* quantileOf(const PromNode& node, double* factor)
{
    if (node.kind == Kind::Call && node.name == QLatin1String("histogram_quantile"))
        return node.parts.size() == 2 ? &node : nullptr;
    if (node.kind == Kind::Call)
        return node.parts.empty() ? nullptr : quantileOf(node.parts.back(), factor);
    if (node.kind != Kind::Binary)
        return nullptr;
    const auto left = constantOf(node.parts[0]), right = constantOf(node.parts[1]);
    if (node.name == QLatin1String("*") && (left || right)) {
        *factor *= left ? *left : *right;
        return quantileOf(node.parts[left ? 1 : 0], factor);
    }
    if (node.name == QLatin1String("/") && right) {
        *factor /= *right;
        return quantileOf(node.parts[0], factor);
    }
    return nullptr;
}

// status!~"5..", or status=~"2..": the requests that went well.
bool selectsSuccesses(const PromNode& node)
{
    static const QRegularExpression fives(QStringLiteral("^\\(?(5|\\[5|SERVER_ERROR)"));
    static const QRegularExpression goods(QStringLiteral("^\\(?(2|\\[(1-4|2-4|1234|234|2-3|23)\\]|SUCCESS)"));
    for (const PromNode* selector : selectorsOf(node)) {
        for (const PromMatcher& matcher : selector->matchers) {
            const bool negative = matcher.op.startsWith(QLatin1Char('!'));
            if (isErrorLabel(matcher.label.toUtf8()) &&
                (negative ? fives : goods).match(matcher.value).hasMatch())
                return true;
        }
    }
    return false;
}

AlertMeaning ofComparison(const PromNode& value, double limit, bool above)
{
    AlertMeaning meaning;
    if (isOfOtherThings(value))
        return meaning;
    if (value.kind == Kind::Binary && value.name == QLatin1String("-")) {
        if (const auto whole = constantOf(value.parts[0])) // 1 - good / all > 0.01
            return ofComparison(value.parts[1], *whole - limit, !above);
    }
    if (findCall(value, "histogram_quantile") && above) {
        double scale = 1;
        const PromNode* call = quantileOf(value, &scale);
        meaning.kind = call ? AlertMeaning::Kind::Quantile : AlertMeaning::Kind::NotUnderstood;
        if (call) {
            meaning.quantile = constantOf(call->parts[0]).value_or(0);
            meaning.threshold = limit / scale * unitOf(value);
        }
        return meaning;
    }
    double factor = 1;
    if (const PromNode* share = divisionOf(value, &factor)) {
        factor *= factorIn(share->parts[0]);
        const auto edge = edgeOf(share->parts[0]);
        if (edge && !above) {
            meaning.kind = AlertMeaning::Kind::Quantile;
            meaning.quantile = limit / factor;
            meaning.threshold = *edge * unitOf(value);
        } else if (selectsErrors(share->parts[0]) && above) {
            meaning.kind = AlertMeaning::Kind::ErrorShare;
            meaning.threshold = 100 * limit / factor;
        } else if (selectsSuccesses(share->parts[0]) && !above) {
            meaning.kind = AlertMeaning::Kind::ErrorShare;
            meaning.threshold = 100 * (1 - limit / factor);
        } else if (isLatency(value) && above) {
            meaning.kind = AlertMeaning::Kind::OtherLatency; // sum / count: the average
            meaning.threshold = limit * unitOf(value);
        }
        return meaning;
    }
    if (selectsErrors(value) && above) {
        meaning.kind = AlertMeaning::Kind::ErrorCount;
    } else if (isLatency(value) && above) {
        meaning.kind = AlertMeaning::Kind::OtherLatency;
        meaning.threshold = limit * unitOf(value);
    }
    return meaning;
}

int rank(AlertMeaning::Kind kind)
{
    switch (kind) {
    case AlertMeaning::Kind::ErrorShare:
    case AlertMeaning::Kind::Quantile:
        return 3;
    case AlertMeaning::Kind::OtherLatency:
    case AlertMeaning::Kind::ErrorCount:
        return 2;
    case AlertMeaning::Kind::NotUnderstood:
        return 1;
    default:
        return 0;
    }
}

// The comparison that says most. `and` narrows: of two alike the higher threshold counts. What comes after
// `unless` is when the alert is silent.
AlertMeaning strongest(const PromNode& node)
{
    AlertMeaning best;
    if (node.kind != Kind::Binary)
        return best;
    const bool above = node.name == QLatin1String(">") || node.name == QLatin1String(">=");
    const bool below = node.name == QLatin1String("<") || node.name == QLatin1String("<=");
    if (above || below) {
        if (const auto right = constantOf(node.parts[1]))
            return ofComparison(node.parts[0], *right, above);
        if (const auto left = constantOf(node.parts[0]))
            return ofComparison(node.parts[1], *left, below);
        return best;
    }
    const bool silences = node.name == QLatin1String("unless");
    const bool narrows = node.name == QLatin1String("and");
    for (const PromNode& part : node.parts) {
        if (silences && &part != &node.parts.front())
            break;
        const AlertMeaning other = strongest(part);
        const bool harder = narrows && other.kind == best.kind && other.threshold > best.threshold;
        if (rank(other.kind) > rank(best.kind) || harder)
            best = other;
    }
    return best;
}

bool isOnErrors(const PromMatcher& matcher)
{
    static const QRegularExpression fives(QStringLiteral("^\\(?\\[?5|error|fail"),
                                          QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression ofWhom( // "errors-api" is the name of a service
        QStringLiteral(
            "^(le|job|service|service_name|app|application|instance|namespace|pod|cluster|container|"
            "component|deployment|host)$"));
    return isErrorLabel(matcher.label.toUtf8()) ||
           (!ofWhom.match(matcher.label).hasMatch() && fives.match(matcher.value).hasMatch());
}

bool isSame(const QVector<PromMatcher>& a, const QVector<PromMatcher>& b)
{
    return std::equal(a.cbegin(), a.cend(), b.cbegin(), b.cend(), [](const auto& x, const auto& y) {
        return x.label == y.label && x.op == y.op && x.value == y.value;
    });
}

bool isSame(const AlertSeries& a, const AlertSeries& b)
{
    return a.metric == b.metric && a.keepsAll == b.keepsAll && a.kept == b.kept && a.lost == b.lost &&
           isSame(a.matchers, b.matchers) && isSame(a.outer, b.outer);
}

// What an aggregation leaves of the labels that those around it still tell apart.
void group(const PromNode& call, AlertSeries& within)
{
    static const QStringList mixing{QStringLiteral("sum"),      QStringLiteral("avg"),
                                    QStringLiteral("count"),    QStringLiteral("stddev"),
                                    QStringLiteral("stdvar"),   QStringLiteral("group"),
                                    QStringLiteral("quantile"), QStringLiteral("count_values")};
    if (!mixing.contains(call.name.toLower()))
        return;
    if (call.grouping == PromNode::Grouping::Without) {
        within.lost += call.labels;
        return;
    }
    QStringList kept = call.labels;
    if (!within.keepsAll)
        kept.removeIf([&](const QString& label) { return !within.kept.contains(label); });
    within.keepsAll = false;
    within.kept = kept;
}

void readSeries(const PromNode& node, AlertSeries within, AlertMeaning& meaning)
{
    if (node.kind == Kind::Call)
        group(node, within);
    if (node.kind == Kind::Selector && !node.name.isEmpty()) {
        within.metric = node.name;
        std::copy_if(node.matchers.cbegin(), node.matchers.cend(), std::back_inserter(within.matchers),
                     [](const PromMatcher& matcher) { return !isOnErrors(matcher); });
        within.outer = node.outer;
        const bool known = std::any_of(meaning.series.cbegin(), meaning.series.cend(),
                                       [&](const AlertSeries& other) { return isSame(within, other); });
        meaning.tooManySeries = meaning.tooManySeries || (!known && meaning.series.size() >= maxSeries);
        if (!known && meaning.series.size() < maxSeries)
            meaning.series.append(within);
    }
    for (const PromNode& part : node.parts)
        readSeries(part, within, meaning);
}

} // namespace

AlertMeaning readAlert(const QString& expression, const QHash<QString, QString>& recordings)
{
    auto parsed = parsePromQl(expression);
    if (!parsed) {
        AlertMeaning unknown;
        unknown.kind = AlertMeaning::Kind::NotUnderstood;
        return unknown;
    }
    substituteRecordings(*parsed, recordings);
    AlertMeaning meaning = strongest(*parsed);
    readSeries(*parsed, AlertSeries(), meaning);
    return meaning;
}

} // namespace awb
