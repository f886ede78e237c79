#pragma once

#include "tests/core/rule_table.h"

namespace awb::test
{

// What an audit is asked with besides what was found. The checklist's numbers stay, except those that a test
// cannot wait for (windows of minutes) and thresholds that the probe was given too.
struct Asked
{
    QMap<QString, double> policy;
    QMap<QString, double> thresholds; // by their id
    QVector<PlanReview> reviews;
};

// What the rule says about facts of probes, asked as an audit asks it: facts come back from the journal's
// form, cut to the check, and only of probes that serve it. A name that the checklist does not know is a
// mistake of the test.
inline Suggestion saidOf(const QString& checkId, const QVector<Facts>& found, const Asked& asked = {})
{
    Check check = *checklist().find(checkId);
    for (auto it = asked.policy.cbegin(); it != asked.policy.cend(); ++it) {
        if (!check.policy.contains(it.key()))
            qFatal("%s has no policy %s", qPrintable(checkId), qPrintable(it.key()));
        check.policy.insert(it.key(), it.value());
    }
    for (auto it = asked.thresholds.cbegin(); it != asked.thresholds.cend(); ++it) {
        const auto named = [&it](const Threshold& threshold) { return threshold.id == it.key(); };
        const auto at = std::find_if(check.thresholds.begin(), check.thresholds.end(), named);
        if (at == check.thresholds.end())
            qFatal("%s has no threshold %s", qPrintable(checkId), qPrintable(it.key()));
        at->value = it.value();
    }
    FactsByProbe facts;
    for (const Facts& some : found) {
        const Facts read = factsFromJson(toJson(some));
        if (read.checks.contains(checkId) && check.probes.contains(read.probe))
            facts.insert(read.probe, read.forCheck(checkId));
    }
    return suggest({check, facts, check.thresholds, asked.reviews, QDate(2026, 11, 24)});
}
inline Suggestion saidOf(const QString& checkId, const Facts& found, const Asked& asked = {})
{
    return saidOf(checkId, QVector<Facts>{found}, asked);
}

inline Verdict verdictOf(const QString& checkId, const Facts& found, const Asked& asked = {})
{
    return saidOf(checkId, found, asked).verdict;
}

template<typename Found>
bool saidAsExpected(const char* file, int line, const QString& checkId, const Found& found, Verdict expected,
                    const Asked& asked = {})
{
    const Suggestion said = saidOf(checkId, found, asked);
    const QString words =
        QStringLiteral("%1 says %2 (%3) instead of %4")
            .arg(checkId, verdictId(said.verdict), said.summary.text(), verdictId(expected));
    return QTest::qVerify(said.verdict == expected && !said.summary.isEmpty(), "the verdict",
                          qPrintable(words), file, line);
}

} // namespace awb::test

// COMPARE_VERDICT("2.2", facts, Verdict::Pass), or with what is asked besides as a fourth; `found` is Facts
// or QVector<Facts>.
#define COMPARE_VERDICT(check, found, ...)                                                                   \
    do {                                                                                                     \
        if (!awb::test::saidAsExpected(__FILE__, __LINE__, QStringLiteral(check), found, __VA_ARGS__))       \
            return;                                                                                          \
    } while (false)
