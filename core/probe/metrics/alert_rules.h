#pragma once

#include "core/foundation/result.h"
#include "core/probe/metrics/alert_reading.h"

#include <QJsonObject>

namespace awb
{

struct AlertRule
{
    QString name, query;
    QString health, lastError; // of a running Prometheus; empty from a file
    double forSeconds = 0;     // NaN: it cannot be read
    AlertMeaning meaning;
};

struct RuleSet
{
    QVector<AlertRule> alerts;
    QHash<QString, QString> recordings;
    bool tooMany = false; // more than 5,000: the rest was not read
};

// `data` of /api/v1/rules.
RuleSet rulesOfApi(const QJsonObject& data);

// A rule file that was named: how many rules it holds, or why it could not be read.
struct RuleFile
{
    QString name; // without its folders
    qint64 rules = 0;
    QString problem;
};
struct RuleFiles
{
    RuleSet set;
    QVector<RuleFile> files;
    bool allRead() const;
};

// Prometheus' rule files (groups: [{rules: [{alert | record, expr, for}]}]), or a PrometheusRule of the
// operator with the same below `spec`. The bounds of readYaml hold for each file; pipes, devices and folders
// are refused. Recording rules of one file serve the alerts of all.
RuleFiles readRuleFiles(const QStringList& paths);

// "1h30m", "5m", "500ms": seconds; NaN if it is none.
double promDuration(const QString& text);

// Can the series of a selector be the service's, as far as its matchers tell: no matcher of it contradicts an
// equality of the profile's selector.
bool mayConcern(const AlertSeries& series, const QVector<PromMatcher>& selector);

} // namespace awb
