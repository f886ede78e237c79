#include "core/audit/check_result_json.h"

#include <algorithm>

namespace awb
{

namespace
{

using namespace json;

constexpr auto resultSchema = "auditbench/result/1";

QJsonObject sectionToJson(const SectionScore& section)
{
    return {{key("number"), section.number},
            {key("title"), section.title},
            {key("points"), section.points},
            {key("max"), section.max},
            {key("percent"), percentOneDecimal(section.points, section.max)},
            {key("strict_max"), section.strictMax},
            {key("decided"), section.decided}};
}

QJsonObject scoreToJson(const Scorecard& score)
{
    QJsonArray sections;
    for (const SectionScore& section : score.sections)
        sections.append(sectionToJson(section));
    return {{key("points"), score.points},
            {key("max"), score.max},
            {key("percent"), score.percent()},
            {key("strict"), QJsonObject{{key("points"), score.strictPoints},
                                        {key("max"), score.strictMax},
                                        {key("percent"), score.strictPercent()}}},
            {key("band"), textOrNull(score.band)},
            {key("provisional"), score.provisional},
            {key("decided"), score.decided},
            {key("measured"), score.measured},
            {key("stale"), score.stale},
            {key("overruled"), score.overruled},
            {key("sections"), sections}};
}

// Built again from the marks: a file whose figures and marks disagree is refused by the caller.
Scorecard scoreFromChecks(const AuditResult& result)
{
    Checklist shape;
    shape.bands = result.bands;
    QVector<ScoredCheck> scored;
    for (const CheckResult& check : result.checks) {
        if (shape.sections.isEmpty() || shape.sections.constLast().number != check.check.section) {
            Section section;
            section.number = check.check.section;
            shape.sections.append(section);
        }
        shape.sections.last().checks.append(check.check);
        scored.append({check.check.id, check.check.section, check.mark(), check.mark(),
                       check.suggestion.verdict, !check.stale.cause.isEmpty(),
                       check.judgment.origin == Origin::Override});
    }
    return computeScorecard(shape, scored);
}

void readScore(const QJsonObject& object, AuditResult& result)
{
    result.score = scoreFromChecks(result);
    const QJsonArray sections = object.value(key("sections")).toArray();
    for (const QJsonValue& value : sections) {
        const QJsonObject section = value.toObject();
        for (SectionScore& known : result.score.sections) {
            if (known.number == section.value(key("number")).toInt())
                known.title = section.value(key("title")).toString();
        }
    }
    result.score.strictPoints = object.value(key("strict")).toObject().value(key("points")).toInt();
}

QJsonArray signOffsToJson(const QVector<SignOff>& signOffs)
{
    QJsonArray array;
    for (const SignOff& signOff : signOffs)
        array.append(QJsonObject{
            {key("seat"), signOff.seat}, {key("name"), signOff.name}, {key("time"), utc(signOff.time)}});
    return array;
}

QJsonObject auditToJson(const AuditResult& result)
{
    return {{key("id"), result.auditId},
            {key("name"), result.meta.name},
            {key("team"), result.meta.team},
            {key("reviewer"), result.meta.reviewer},
            {key("lead"), result.meta.lead},
            {key("date"), result.meta.date.toString(Qt::ISODate)},
            {key("version"), result.meta.version},
            {key("started"), utc(result.started)},
            {key("finished"), utc(result.finished)},
            {key("environment"), result.meta.environment},
            {key("target"), result.meta.target},
            {key("by_letter"), result.byLetter},
            {key("revision"), result.revision},
            {key("signed"), signOffsToJson(result.signOffs)},
            {key("snapshot"), textOrNull(result.snapshotLabel)}};
}

QJsonArray bandsToJson(const QVector<Band>& bands)
{
    QJsonArray array;
    for (const Band& band : bands)
        array.append(QJsonObject{{key("id"), band.id},
                                 {key("min_percent"), band.minPercent},
                                 {key("title"), band.title},
                                 {key("short_title"), band.shortTitle}});
    return array;
}

QJsonArray actionsToJson(const QVector<ActionItem>& actions)
{
    QJsonArray array;
    int rank = 0;
    for (const ActionItem& item : actions)
        array.append(QJsonObject{{key("rank"), ++rank},
                                 {key("check"), item.checks.value(0)},
                                 {key("checks"), QJsonArray::fromStringList(item.checks)},
                                 {key("text"), item.text},
                                 {key("owner"), item.owner},
                                 {key("due"), textOrNull(item.due.toString(Qt::ISODate))},
                                 {key("proposed"), item.proposed}});
    return array;
}

void readActions(const QJsonArray& array, AuditResult& result)
{
    for (const QJsonValue& value : array) {
        const QJsonObject object = value.toObject();
        ActionItem item;
        item.checks = strings(object.value(key("checks")));
        if (item.checks.isEmpty() && !object.value(key("check")).toString().isEmpty())
            item.checks.append(object.value(key("check")).toString());
        item.text = object.value(key("text")).toString();
        item.owner = object.value(key("owner")).toString();
        item.due = QDate::fromString(object.value(key("due")).toString(), Qt::ISODate);
        item.proposed = object.value(key("proposed")).toBool();
        result.actions.append(item);
    }
}

void readAudit(const QJsonObject& audit, AuditResult& result)
{
    result.auditId = audit.value(key("id")).toString();
    result.meta = metaFromJson(audit);
    result.started = timeFrom(audit.value(key("started")));
    result.finished = timeFrom(audit.value(key("finished")));
    result.byLetter = audit.value(key("by_letter")).toBool();
    result.snapshotLabel = audit.value(key("snapshot")).toString();
    result.revision = std::max(1, audit.value(key("revision")).toInt(1));
    const QJsonArray array = audit.value(key("signed")).toArray();
    for (const QJsonValue& value : array) {
        const QJsonObject object = value.toObject();
        result.signOffs.append({object.value(key("seat")).toString(), object.value(key("name")).toString(),
                                timeFrom(object.value(key("time")))});
    }
}

} // namespace

const CheckResult* AuditResult::find(const QString& checkId) const
{
    const auto it = std::find_if(checks.cbegin(), checks.cend(),
                                 [&](const CheckResult& c) { return c.check.id == checkId; });
    return it == checks.cend() ? nullptr : &*it;
}

QJsonObject resultToJson(const AuditResult& result)
{
    QJsonArray checks;
    for (const CheckResult& check : result.checks)
        checks.append(checkToJson(check));
    QJsonArray executed;
    QJsonArray sent;
    for (const Sent& item : result.executed) {
        executed.append(item.count == 1 ? item.what
                                        : QStringLiteral("%1  × %2").arg(item.what).arg(item.count));
        sent.append(QJsonObject{{key("what"), item.what}, {key("count"), item.count}});
    }
    return {{key("schema"), QLatin1String(resultSchema)},
            {key("tool"), QJsonObject{{key("version"), result.toolVersion},
                                      {key("checklist"), result.checklistId},
                                      {key("checklist_title"), result.checklistTitle}}},
            {key("audit"), auditToJson(result)},
            {key("bands"), bandsToJson(result.bands)},
            {key("score"), scoreToJson(result.score)},
            {key("checks"), checks},
            {key("actions"), actionsToJson(result.actions)},
            {key("executed"), executed},
            {key("executed_counts"), sent}};
}

Result<AuditResult> resultFromJson(const QJsonObject& object)
{
    if (object.value(key("schema")).toString() != QLatin1String(resultSchema))
        return Error{ErrorCode::Parse,
                     QStringLiteral("This is no audit result: its \"schema\" is not \"%1\".")
                         .arg(QLatin1String(resultSchema)),
                     {},
                     {}};
    AuditResult result;
    const QJsonObject tool = object.value(key("tool")).toObject();
    result.toolVersion = tool.value(key("version")).toString();
    result.checklistId = tool.value(key("checklist")).toString();
    result.checklistTitle = tool.value(key("checklist_title")).toString();
    readAudit(object.value(key("audit")).toObject(), result);
    const QJsonArray bands = object.value(key("bands")).toArray();
    for (const QJsonValue& value : bands) {
        const QJsonObject band = value.toObject();
        result.bands.append({band.value(key("id")).toString(), band.value(key("min_percent")).toDouble(),
                             band.value(key("title")).toString(), band.value(key("short_title")).toString()});
    }
    const QJsonArray checks = object.value(key("checks")).toArray();
    if (checks.isEmpty() || checks.size() > 1000 || result.bands.isEmpty())
        return Error{
            ErrorCode::Parse, QStringLiteral("This audit result has no checks or no bands."), {}, {}};
    for (const QJsonValue& check : checks)
        result.checks.append(checkResultFromJson(check.toObject()));
    readScore(object.value(key("score")).toObject(), result);
    readActions(object.value(key("actions")).toArray(), result);
    const QJsonArray sent = object.value(key("executed_counts")).toArray();
    for (const QJsonValue& value : sent) {
        const QJsonObject item = value.toObject();
        result.executed.append({item.value(key("what")).toString(), item.value(key("count")).toInteger()});
    }
    return result;
}

} // namespace awb
