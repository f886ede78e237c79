#include "core/probe/metrics/alert_rules.h"

#include "core/target/yaml_reader.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <limits>

namespace awb
{

namespace
{

constexpr qsizetype maxRules = 5000;
constexpr qint64 maxFileBytes = 1024 * 1024; // what readYaml takes

// Counts a rule; false when the set is full.
bool takesOneMore(RuleSet& set)
{
    set.tooMany = set.tooMany || set.alerts.size() + set.recordings.size() >= maxRules;
    return !set.tooMany;
}

void understand(RuleSet& set)
{
    for (AlertRule& alert : set.alerts)
        alert.meaning = readAlert(alert.query, set.recordings);
}

QString scalar(const YamlNode& map, const char* key)
{
    const YamlNode* node = map.find(QLatin1String(key));
    return node && node->kind == YamlNode::Kind::Scalar ? node->text : QString();
}

// One entry of a group: why it is none, or empty.
QString takeRule(const YamlNode& rule, RuleSet& set)
{
    const QString expression = scalar(rule, "expr");
    const QString alert = scalar(rule, "alert").left(200), record = scalar(rule, "record").left(200);
    if (rule.kind != YamlNode::Kind::Map || expression.isEmpty() || alert.isEmpty() == record.isEmpty())
        return QStringLiteral("line %1: a rule needs 'alert' or 'record', and 'expr'").arg(rule.line);
    if (!record.isEmpty()) {
        set.recordings.insert(record, expression);
        return {};
    }
    const YamlNode* wait = rule.find(QStringLiteral("for"));
    const double seconds = wait ? promDuration(wait->text) : 0;
    if (std::isnan(seconds))
        return QStringLiteral("line %1: 'for' is no duration").arg(wait->line);
    set.alerts.append({alert, expression, {}, {}, seconds, {}});
    return {};
}

QString takeGroups(const YamlNode& groups, RuleSet& set, qint64& rules)
{
    for (const YamlNode& group : groups.items) {
        const YamlNode* list = group.find(QStringLiteral("rules"));
        if (!list || list->kind != YamlNode::Kind::Sequence)
            return QStringLiteral("line %1: a group needs a list of 'rules'").arg(group.line);
        for (const YamlNode& rule : list->items) {
            if (!takesOneMore(set))
                return QStringLiteral("there are more than 5,000 rules");
            if (QString problem = takeRule(rule, set); !problem.isEmpty())
                return problem;
            ++rules;
        }
    }
    return {};
}

RuleFile readOne(const QString& path, RuleSet& set)
{
    const QFileInfo info(path);
    RuleFile read{info.fileName(), 0, {}};
    if (!info.isFile()) { // a pipe or a device would never end
        read.problem =
            info.exists() ? QStringLiteral("it is no plain file") : QStringLiteral("it does not exist");
        return read;
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        read.problem = QStringLiteral("it cannot be read (%1)").arg(file.errorString());
        return read;
    }
    const auto root = readYaml(file.read(maxFileBytes + 1), read.name);
    if (!root) {
        read.problem = root.error().message;
        return read;
    }
    const YamlNode* spec = root->find(QStringLiteral("spec")); // the operator's PrometheusRule
    const YamlNode* groups = (spec ? *spec : *root).find(QStringLiteral("groups"));
    if (!groups || groups->kind != YamlNode::Kind::Sequence)
        read.problem = QStringLiteral("it holds no list of 'groups'");
    else
        read.problem = takeGroups(*groups, set, read.rules);
    return read;
}

// Prometheus anchors its expressions.
bool matches(const PromMatcher& matcher, const QString& value)
{
    if (matcher.op == QLatin1String("="))
        return matcher.value == value;
    if (matcher.op == QLatin1String("!="))
        return matcher.value != value;
    const QRegularExpression pattern(QRegularExpression::anchoredPattern(matcher.value.left(1000)));
    if (!pattern.isValid())
        return true; // cannot be told
    const bool hit = pattern.match(value).hasMatch();
    return matcher.op == QLatin1String("=~") ? hit : !hit;
}

} // namespace

bool RuleFiles::allRead() const
{
    return std::all_of(files.cbegin(), files.cend(),
                       [](const RuleFile& file) { return file.problem.isEmpty(); });
}

RuleSet rulesOfApi(const QJsonObject& data)
{
    RuleSet set;
    for (const QJsonValue& group : data.value(QStringLiteral("groups")).toArray()) {
        for (const QJsonValue& value : group.toObject().value(QStringLiteral("rules")).toArray()) {
            if (!takesOneMore(set))
                break;
            const QJsonObject rule = value.toObject();
            const QString name = rule.value(QStringLiteral("name")).toString().left(200);
            const QString query = rule.value(QStringLiteral("query")).toString();
            if (rule.value(QStringLiteral("type")).toString() == QLatin1String("recording"))
                set.recordings.insert(name, query);
            else
                set.alerts.append({name,
                                   query,
                                   rule.value(QStringLiteral("health")).toString(),
                                   rule.value(QStringLiteral("lastError")).toString().left(300),
                                   rule.value(QStringLiteral("duration")).toDouble(),
                                   {}});
        }
    }
    understand(set);
    return set;
}

RuleFiles readRuleFiles(const QStringList& paths)
{
    RuleFiles files;
    for (const QString& path : paths)
        files.files.append(readOne(path, files.set));
    understand(files.set);
    return files;
}

double promDuration(const QString& text)
{
    static const QRegularExpression whole(QStringLiteral("^([0-9]{1,9}(ms|[smhdwy]))+$"));
    static const QRegularExpression part(QStringLiteral("([0-9]+)(ms|[smhdwy])"));
    static const QHash<QString, double> units{{QStringLiteral("ms"), 0.001},  {QStringLiteral("s"), 1},
                                              {QStringLiteral("m"), 60},      {QStringLiteral("h"), 3600},
                                              {QStringLiteral("d"), 86400},   {QStringLiteral("w"), 604800},
                                              {QStringLiteral("y"), 31536000}};
    const QString trimmed = text.trimmed();
    if (trimmed == QLatin1String("0"))
        return 0;
    if (!whole.match(trimmed).hasMatch())
        return std::numeric_limits<double>::quiet_NaN();
    double seconds = 0;
    for (auto each = part.globalMatch(trimmed); each.hasNext();) {
        const auto match = each.next();
        seconds += match.captured(1).toDouble() * units.value(match.captured(2));
    }
    return seconds;
}

bool mayConcern(const AlertSeries& series, const QVector<PromMatcher>& selector)
{
    const QVector<PromMatcher> all = series.matchers + series.outer;
    return std::none_of(all.cbegin(), all.cend(), [&](const PromMatcher& matcher) {
        return std::any_of(selector.cbegin(), selector.cend(), [&](const PromMatcher& ours) {
            return ours.label == matcher.label && ours.op == QLatin1String("=") &&
                   !matches(matcher, ours.value);
        });
    });
}

} // namespace awb
