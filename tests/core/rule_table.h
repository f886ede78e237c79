#pragma once

#include "core/rules/rules.h"

#include "tests/core/named_probes.h"

#include <QJsonArray>
#include <QTest>

Q_DECLARE_METATYPE(awb::FactsByProbe)
Q_DECLARE_METATYPE(QVector<awb::PlanReview>)

namespace awb::test
{

inline const Checklist& checklist()
{
    static const Result<Checklist> loaded = loadBuiltInChecklist(namedProbes());
    if (!loaded)
        qFatal("%s", qPrintable(loaded.error().message));
    return *loaded;
}

using Numbers = QVector<std::pair<const char*, double>>;

// Complete facts of a probe with these numbers and details.
inline Facts factsOf(const char* probe, const Numbers& numbers, const QJsonObject& details = {},
                     bool complete = true)
{
    Facts facts;
    facts.probe = QString::fromLatin1(probe);
    facts.details = details;
    facts.complete = complete;
    if (!complete) {
        facts.reason = Message("Something is hidden.");
        facts.unlock = QStringLiteral("GRANT pg_monitor TO auditbench;");
    }
    for (const auto& [name, value] : numbers) {
        Measurement m;
        m.name = QString::fromLatin1(name);
        m.value = value;
        facts.measured.append(m);
    }
    return facts;
}

inline Facts failedFacts(const char* probe)
{
    Facts facts = factsOf(probe, {}, {}, false);
    facts.failed = true;
    return facts;
}

inline FactsByProbe both(const Facts& a, const Facts& b)
{
    return {{a.probe, a}, {b.probe, b}};
}
inline FactsByProbe only(const Facts& facts)
{
    return {{facts.probe, facts}};
}

// One row of details["left_out"]; `countsAs`: what the profile says of it, or nothing.
inline QJsonObject leftOut(const char* endpoint, const char* why = "skip", const char* countsAs = "")
{
    QJsonObject row{{QStringLiteral("endpoint"), QLatin1String(endpoint)},
                    {QStringLiteral("why"), QLatin1String(why)}};
    if (*countsAs)
        row.insert(QStringLiteral("counts_as"), QLatin1String(countsAs));
    return row;
}
// The same facts of a profile that leaves something out.
inline FactsByProbe leaving(FactsByProbe facts, const QJsonObject& row)
{
    for (Facts& some : facts)
        some.details.insert(QStringLiteral("left_out"), QJsonArray{row});
    return facts;
}

// The same numbers twice with one changed.
inline Numbers with(Numbers numbers, const Numbers& changes)
{
    for (const auto& change : changes) {
        bool found = false;
        for (auto& number : numbers) {
            if (qstrcmp(number.first, change.first) == 0) {
                number.second = change.second;
                found = true;
            }
        }
        if (!found)
            numbers.append(change);
    }
    return numbers;
}

inline Suggestion judge(const QString& check, const FactsByProbe& facts,
                        const QVector<PlanReview>& reviews = {})
{
    const Check* found = checklist().find(check);
    return suggest({*found, facts, found->thresholds, reviews, QDate(2026, 11, 24)});
}

inline void ruleColumns()
{
    QTest::addColumn<QString>("check");
    QTest::addColumn<FactsByProbe>("facts");
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<QString>("letter");
}

inline void row(const char* name, const char* check, const FactsByProbe& facts, Verdict verdict,
                std::optional<Verdict> letter = {})
{
    QTest::newRow(name) << QString::fromLatin1(check) << facts << verdictId(verdict)
                        << verdictId(letter.value_or(verdict));
}

} // namespace awb::test
