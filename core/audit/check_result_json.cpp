#include "core/audit/check_result_json.h"

namespace awb
{

namespace
{

using namespace Qt::StringLiterals;
using namespace json;

QJsonValue markOrNull(const std::optional<Mark>& mark)
{
    return mark ? QJsonValue(markId(*mark)) : QJsonValue();
}

QString cellText(const QJsonValue& cell)
{
    if (cell.isDouble())
        return rawNumber(cell.toDouble());
    if (cell.isBool())
        return cell.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    return cell.toString();
}

// The contract's view of the first table: titles and raw texts. The full tables stand beside it under
// "tables".
void addPlainTable(QJsonObject& object, const Facts& facts)
{
    QJsonArray columns;
    QJsonArray rows;
    qint64 total = 0;
    if (!facts.tables.isEmpty()) {
        const Table& table = facts.tables.constFirst();
        total = table.total;
        for (const Column& column : table.columns)
            columns.append(column.title.text());
        for (const QVector<QJsonValue>& row : table.rows) {
            QJsonArray cells;
            for (const QJsonValue& cell : row)
                cells.append(cellText(cell));
            rows.append(cells);
        }
    }
    object.insert(key("columns"), columns);
    object.insert(key("rows"), rows);
    object.insert(key("rows_total"), total);
}

QJsonObject evidenceToJson(const Facts& facts)
{
    QJsonObject object = toJson(facts);
    addPlainTable(object, facts);
    if (facts.histogram.isEmpty())
        object.insert(key("histogram"), QJsonValue());
    QJsonArray sent;
    QJsonArray counts;
    for (const Sent& item : facts.sent) {
        sent.append(item.what);
        counts.append(item.count);
    }
    object.insert(key("sent"), sent);
    object.insert(key("sent_counts"), counts);
    object.insert(key("reason"), textOrNull(facts.reason.text()));
    if (!facts.reason.isEmpty())
        object.insert(key("reason_message"), facts.reason.toJson());
    return object;
}

Facts evidenceFromJson(QJsonObject object)
{
    object.insert(key("reason"), object.value(key("reason_message")));
    const QStringList sent = strings(object.value(key("sent")));
    const QJsonArray counts = object.value(key("sent_counts")).toArray();
    object.remove(key("sent"));
    Facts facts = factsFromJson(object);
    for (qsizetype i = 0; i < sent.size(); ++i)
        facts.sent.append({sent.at(i), counts.at(i).toInteger(1)});
    return facts;
}

QJsonObject snippetToJson(const Snippet& snippet)
{
    return {{key("title"), snippet.title},
            {key("language"), snippet.language},
            {key("text"), snippet.text},
            {key("note"), snippet.note}};
}

QVector<Snippet> snippetsFromJson(const QJsonValue& value)
{
    QVector<Snippet> list;
    const QJsonArray array = value.toArray();
    for (const QJsonValue& item : array) {
        const QJsonObject object = item.toObject();
        Snippet snippet;
        snippet.title = object.value(key("title")).toString();
        snippet.language = object.value(key("language")).toString();
        snippet.text = object.value(key("text")).toString();
        snippet.note = object.value(key("note")).toString();
        list.append(snippet);
    }
    return list;
}

// The words of the check at the time of the result, so that a report can be made from the file alone.
void addCheckWords(QJsonObject& object, const Check& check)
{
    QJsonArray remedyCode;
    for (const Snippet& snippet : check.remedyCode)
        remedyCode.append(snippetToJson(snippet));
    QJsonArray howTo;
    for (const Snippet& snippet : check.howToMeasure)
        howTo.append(snippetToJson(snippet));
    object.insert(key("title"), check.check);
    object.insert(key("short"), check.shortName);
    object.insert(key("threshold"), check.threshold);
    object.insert(key("method"), check.method);
    object.insert(key("kind"), check.kind == CheckKind::Measured ? u"measured"_s : u"assisted"_s);
    object.insert(key("remedy"), check.remedy);
    object.insert(key("remedy_code"), remedyCode);
    object.insert(key("how_to_measure"), howTo);
    object.insert(key("action"), check.action);
    object.insert(key("effort"), check.effort);
    object.insert(key("severity"), check.severity);
    object.insert(key("letter"), check.letter);
    object.insert(key("question"), check.question);
    object.insert(key("shared_causes"), QJsonArray::fromStringList(check.sharedCauses));
    object.insert(key("shared_action"), check.sharedAction);
    object.insert(key("probes"), QJsonArray::fromStringList(check.probes));
}

Check checkFromJson(const QJsonObject& object)
{
    Check check;
    check.id = object.value(key("id")).toString();
    check.section = object.value(key("section")).toInt();
    check.number = check.id.section(QLatin1Char('.'), 1).toInt();
    check.check = object.value(key("title")).toString();
    check.shortName = object.value(key("short")).toString(check.check);
    check.threshold = object.value(key("threshold")).toString();
    check.method = object.value(key("method")).toString();
    check.kind =
        object.value(key("kind")).toString() == u"measured"_s ? CheckKind::Measured : CheckKind::Assisted;
    check.remedy = object.value(key("remedy")).toString();
    check.remedyCode = snippetsFromJson(object.value(key("remedy_code")));
    check.howToMeasure = snippetsFromJson(object.value(key("how_to_measure")));
    check.action = object.value(key("action")).toString();
    check.effort = object.value(key("effort")).toString();
    check.severity = object.value(key("severity")).toInt(2);
    check.letter = object.value(key("letter")).toString();
    check.question = object.value(key("question")).toString();
    check.sharedCauses = strings(object.value(key("shared_causes")));
    check.sharedAction = object.value(key("shared_action")).toString();
    check.probes = strings(object.value(key("probes")));
    return check;
}

QJsonValue overriddenThreshold(const CheckResult& check)
{
    if (!check.thresholdOverridden)
        return {};
    QStringList parts;
    for (const Threshold& threshold : check.thresholds)
        parts.append(comparisonSymbol(threshold.comparison) + QLatin1Char(' ') + rawNumber(threshold.value) +
                     QLatin1Char(' ') + threshold.unit);
    return parts.join(QStringLiteral(", "));
}

void addJudgment(QJsonObject& object, const CheckResult& check)
{
    const Judgment& judgment = check.judgment;
    const bool isNa = judgment.mark == Mark::NotApplicable;
    object.insert(key("mark"), markId(judgment.mark));
    object.insert(key("origin"), textOrNull(originId(judgment.origin)));
    object.insert(key("note"), judgment.note);
    object.insert(key("override_reason"), isNa ? QJsonValue() : textOrNull(judgment.reason));
    object.insert(key("na_reason"), isNa ? textOrNull(judgment.reason) : QJsonValue());
    object.insert(key("stale"), check.stale.cause.isEmpty()
                                    ? QJsonValue()
                                    : QJsonValue(QJsonObject{{key("cause"), check.stale.cause},
                                                             {key("text"), check.stale.text.text()},
                                                             {key("message"), check.stale.text.toJson()}}));
    object.insert(key("seats"), QJsonObject{{key("reviewer"), markOrNull(judgment.reviewer)},
                                            {key("lead"), markOrNull(judgment.lead)}});
    object.insert(key("author"), judgment.author);
    object.insert(key("judged_at"), textOrNull(utc(judgment.time)));
    object.insert(key("flagged"), judgment.flagged);
    object.insert(key("judged_without_measurement"), check.judgedWithoutMeasurement);
}

Judgment judgmentFromJson(const QJsonObject& object)
{
    Judgment judgment;
    judgment.mark = markFromId(object.value(key("mark")).toString()).value_or(Mark::Undecided);
    judgment.origin = originFromId(object.value(key("origin")).toString()).value_or(Origin::None);
    judgment.note = object.value(key("note")).toString();
    judgment.reason =
        object.value(judgment.mark == Mark::NotApplicable ? key("na_reason") : key("override_reason"))
            .toString();
    const QJsonObject seats = object.value(key("seats")).toObject();
    judgment.reviewer = markFromId(seats.value(key("reviewer")).toString());
    judgment.lead = markFromId(seats.value(key("lead")).toString());
    judgment.author = object.value(key("author")).toString();
    judgment.time = timeFrom(object.value(key("judged_at")));
    judgment.flagged = object.value(key("flagged")).toBool();
    return judgment;
}

} // namespace

QJsonObject checkToJson(const CheckResult& check)
{
    QJsonObject object{{key("id"), check.check.id}, {key("section"), check.check.section}};
    addCheckWords(object, check.check);
    object.insert(key("threshold_override"), overriddenThreshold(check));
    object.insert(key("threshold_looser"), check.thresholdLooser);
    QJsonArray thresholds;
    for (const Threshold& threshold : check.thresholds)
        thresholds.append(toJson(threshold));
    object.insert(key("thresholds"), thresholds);
    object.insert(key("suggestion"), verdictId(check.suggestion.verdict));
    object.insert(key("by_letter"), verdictId(check.suggestion.byLetter));
    object.insert(key("confidence"), confidenceId(check.suggestion.confidence));
    object.insert(key("summary"), check.suggestion.summary.text());
    object.insert(key("suggestion_data"), toJson(check.suggestion));
    addJudgment(object, check);
    QJsonArray evidence;
    for (const Facts& facts : check.evidence)
        evidence.append(evidenceToJson(facts));
    object.insert(key("evidence"), evidence);
    QJsonArray attachments;
    for (const AttachmentRef& attachment : check.attachments)
        attachments.append(QJsonObject{{key("blob"), attachment.blob},
                                       {key("name"), attachment.name},
                                       {key("type"), attachment.type},
                                       {key("size"), attachment.size}});
    object.insert(key("attachments"), attachments);
    return object;
}

CheckResult checkResultFromJson(const QJsonObject& object)
{
    CheckResult check;
    check.check = checkFromJson(object);
    check.thresholdOverridden = object.value(key("threshold_override")).isString();
    check.thresholdLooser = object.value(key("threshold_looser")).toBool();
    const QJsonArray thresholds = object.value(key("thresholds")).toArray();
    for (const QJsonValue& threshold : thresholds)
        check.thresholds.append(thresholdFromJson(threshold.toObject()));
    check.check.thresholds = check.thresholds;
    check.suggestion = suggestionFromJson(object.value(key("suggestion_data")).toObject());
    if (check.suggestion.summary.isEmpty())
        check.suggestion.summary = Message::verbatim(object.value(key("summary")).toString());
    check.suggestion.verdict =
        verdictFromId(object.value(key("suggestion")).toString()).value_or(check.suggestion.verdict);
    check.judgment = judgmentFromJson(object);
    const QJsonObject stale = object.value(key("stale")).toObject();
    check.stale = {stale.value(key("cause")).toString(),
                   Message::fromJson(stale.value(key("message")).toObject())};
    check.judgedWithoutMeasurement = object.value(key("judged_without_measurement")).toBool();
    const QJsonArray evidence = object.value(key("evidence")).toArray();
    for (const QJsonValue& facts : evidence)
        check.evidence.append(evidenceFromJson(facts.toObject()));
    const QJsonArray attachments = object.value(key("attachments")).toArray();
    for (const QJsonValue& value : attachments) {
        const QJsonObject a = value.toObject();
        check.attachments.append({a.value(key("blob")).toString(), a.value(key("name")).toString(),
                                  a.value(key("type")).toString(), a.value(key("size")).toInteger(),
                                  check.check.id});
    }
    return check;
}

} // namespace awb
