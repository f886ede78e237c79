#include "core/audit/facts.h"

#include <QJsonArray>

#include <algorithm>

namespace awb
{

namespace
{

void insertOptional(QJsonObject& object, const QString& key, const std::optional<double>& value)
{
    object.insert(key, value ? QJsonValue(*value) : QJsonValue());
}

std::optional<double> optionalNumber(const QJsonValue& value)
{
    return value.isDouble() ? std::optional<double>(value.toDouble()) : std::nullopt;
}

QStringList strings(const QJsonValue& value)
{
    QStringList list;
    const QJsonArray array = value.toArray();
    for (const QJsonValue& item : array)
        list.append(item.toString());
    return list;
}

QJsonObject measurementToJson(const Measurement& m)
{
    QJsonObject object{{QStringLiteral("name"), m.name},
                       {QStringLiteral("value"), std::isfinite(m.value) ? QJsonValue(m.value) : QJsonValue()},
                       {QStringLiteral("unit"), m.unit},
                       {QStringLiteral("n"), m.n >= 0 ? QJsonValue(m.n) : QJsonValue()}};
    insertOptional(object, QStringLiteral("low"), m.low);
    insertOptional(object, QStringLiteral("high"), m.high);
    insertOptional(object, QStringLiteral("level"), m.level);
    if (!m.checks.isEmpty())
        object.insert(QStringLiteral("checks"), QJsonArray::fromStringList(m.checks));
    return object;
}

Measurement measurementFromJson(const QJsonObject& object)
{
    Measurement m;
    m.name = object.value(QStringLiteral("name")).toString();
    m.value = object.value(QStringLiteral("value")).toDouble(std::numeric_limits<double>::quiet_NaN());
    m.unit = object.value(QStringLiteral("unit")).toString();
    m.n = object.value(QStringLiteral("n")).toInteger(-1);
    m.low = optionalNumber(object.value(QStringLiteral("low")));
    m.high = optionalNumber(object.value(QStringLiteral("high")));
    m.level = optionalNumber(object.value(QStringLiteral("level")));
    m.checks = strings(object.value(QStringLiteral("checks")));
    return m;
}

QJsonObject columnToJson(const Column& column)
{
    return {{QStringLiteral("id"), column.id},
            {QStringLiteral("title"), column.title.toJson()},
            {QStringLiteral("unit"), column.unit},
            {QStringLiteral("code"), column.code},
            {QStringLiteral("priority"), column.priority}};
}

Column columnFromJson(const QJsonObject& object)
{
    return {object.value(QStringLiteral("id")).toString(),
            Message::fromJson(object.value(QStringLiteral("title")).toObject()),
            object.value(QStringLiteral("unit")).toString(), object.value(QStringLiteral("code")).toBool(),
            object.value(QStringLiteral("priority")).toInt(1)};
}

QJsonObject tableToJson(const Table& table)
{
    QJsonArray columns;
    for (const Column& column : table.columns)
        columns.append(columnToJson(column));
    QJsonArray rows;
    for (const QVector<QJsonValue>& row : table.rows) {
        QJsonArray cells;
        for (const QJsonValue& cell : row)
            cells.append(cell);
        rows.append(cells);
    }
    return {{QStringLiteral("id"), table.id},
            {QStringLiteral("title"), table.title.toJson()},
            {QStringLiteral("columns"), columns},
            {QStringLiteral("rows"), rows},
            {QStringLiteral("total"), table.total},
            {QStringLiteral("checks"), QJsonArray::fromStringList(table.checks)}};
}

Table tableFromJson(const QJsonObject& object)
{
    Table table;
    table.id = object.value(QStringLiteral("id")).toString();
    table.title = Message::fromJson(object.value(QStringLiteral("title")).toObject());
    const QJsonArray columns = object.value(QStringLiteral("columns")).toArray();
    for (const QJsonValue& column : columns)
        table.columns.append(columnFromJson(column.toObject()));
    const QJsonArray rows = object.value(QStringLiteral("rows")).toArray();
    for (const QJsonValue& row : rows) {
        QVector<QJsonValue> cells;
        const QJsonArray array = row.toArray();
        for (const QJsonValue& cell : array)
            cells.append(cell);
        table.rows.append(std::move(cells));
    }
    table.total = object.value(QStringLiteral("total")).toInteger(table.rows.size());
    table.checks = strings(object.value(QStringLiteral("checks")));
    return table;
}

bool belongs(const QStringList& checks, const QString& checkId)
{
    return checks.isEmpty() || checks.contains(checkId);
}

template<typename T, typename F>
QJsonArray arrayOf(const QVector<T>& items, F&& convert)
{
    QJsonArray array;
    for (const T& item : items)
        array.append(convert(item));
    return array;
}

void readLists(const QJsonObject& object, Facts& facts)
{
    const QJsonArray measured = object.value(QStringLiteral("measured")).toArray();
    for (const QJsonValue& m : measured)
        facts.measured.append(measurementFromJson(m.toObject()));
    const QJsonArray tables = object.value(QStringLiteral("tables")).toArray();
    for (const QJsonValue& table : tables)
        facts.tables.append(tableFromJson(table.toObject()));
    const QJsonArray charts = object.value(QStringLiteral("charts")).toArray();
    for (const QJsonValue& chart : charts)
        facts.charts.append(chartFromJson(chart.toObject()));
    const QJsonArray remedies = object.value(QStringLiteral("remedies")).toArray();
    for (const QJsonValue& value : remedies) {
        const QJsonObject remedy = value.toObject();
        facts.remedies.append({remedy.value(QStringLiteral("check")).toString(),
                               remedy.value(QStringLiteral("language")).toString(),
                               remedy.value(QStringLiteral("text")).toString()});
    }
    const QJsonArray sent = object.value(QStringLiteral("sent")).toArray();
    for (const QJsonValue& value : sent) {
        const QJsonObject item = value.toObject();
        facts.sent.append(
            {item.value(QStringLiteral("what")).toString(), item.value(QStringLiteral("count")).toInteger()});
    }
}

} // namespace

const Measurement* Facts::find(const QString& name) const
{
    const auto it = std::find_if(measured.cbegin(), measured.cend(),
                                 [&](const Measurement& m) { return m.name == name; });
    return it == measured.cend() ? nullptr : &*it;
}

double Facts::value(const QString& name) const
{
    const Measurement* m = find(name);
    return m ? m->value : std::numeric_limits<double>::quiet_NaN();
}

Facts Facts::forCheck(const QString& checkId) const
{
    Facts cut = *this;
    cut.measured.removeIf([&](const Measurement& m) { return !belongs(m.checks, checkId); });
    cut.tables.removeIf([&](const Table& t) { return !belongs(t.checks, checkId); });
    cut.charts.removeIf([&](const ChartSpec& c) { return !c.check.isEmpty() && c.check != checkId; });
    cut.remedies.removeIf([&](const RemedyCode& r) { return !r.check.isEmpty() && r.check != checkId; });
    return cut;
}

QJsonObject toJson(const Facts& facts)
{
    QJsonObject object{
        {QStringLiteral("probe"), facts.probe},
        {QStringLiteral("checks"), QJsonArray::fromStringList(facts.checks)},
        {QStringLiteral("measured"), arrayOf(facts.measured, measurementToJson)},
        {QStringLiteral("tables"), arrayOf(facts.tables, tableToJson)},
        {QStringLiteral("charts"), arrayOf(facts.charts, [](const ChartSpec& c) { return toJson(c); })},
        {QStringLiteral("details"), facts.details},
        {QStringLiteral("complete"), facts.complete},
        {QStringLiteral("cancelled"), facts.cancelled},
        {QStringLiteral("failed"), facts.failed},
        {QStringLiteral("unlock"), facts.unlock},
        {QStringLiteral("source"), facts.source},
        {QStringLiteral("started"), facts.started.toUTC().toString(Qt::ISODateWithMs)},
        {QStringLiteral("duration_ms"), facts.durationMs}};
    if (!facts.reason.isEmpty())
        object.insert(QStringLiteral("reason"), facts.reason.toJson());
    if (!facts.histogram.isEmpty())
        object.insert(QStringLiteral("histogram"), facts.histogram);
    object.insert(QStringLiteral("remedies"), arrayOf(facts.remedies, [](const RemedyCode& r) {
                      return QJsonObject{{QStringLiteral("check"), r.check},
                                         {QStringLiteral("language"), r.language},
                                         {QStringLiteral("text"), r.text}};
                  }));
    object.insert(
        QStringLiteral("sent"), arrayOf(facts.sent, [](const Sent& s) {
            return QJsonObject{{QStringLiteral("what"), s.what}, {QStringLiteral("count"), s.count}};
        }));
    return object;
}

Facts factsFromJson(const QJsonObject& object)
{
    Facts facts;
    facts.probe = object.value(QStringLiteral("probe")).toString();
    facts.checks = strings(object.value(QStringLiteral("checks")));
    readLists(object, facts);
    facts.histogram = object.value(QStringLiteral("histogram")).toString();
    facts.details = object.value(QStringLiteral("details")).toObject();
    facts.complete = object.value(QStringLiteral("complete")).toBool();
    facts.cancelled = object.value(QStringLiteral("cancelled")).toBool();
    facts.failed = object.value(QStringLiteral("failed")).toBool();
    facts.reason = Message::fromJson(object.value(QStringLiteral("reason")).toObject());
    facts.unlock = object.value(QStringLiteral("unlock")).toString();
    facts.source = object.value(QStringLiteral("source")).toString();
    facts.started =
        QDateTime::fromString(object.value(QStringLiteral("started")).toString(), Qt::ISODateWithMs);
    facts.durationMs = object.value(QStringLiteral("duration_ms")).toInteger();
    return facts;
}

} // namespace awb
