#include "core/audit/chart_spec.h"

#include <QJsonArray>

#include <array>
#include <utility>

namespace awb
{

namespace
{

constexpr std::array<std::pair<ChartKind, const char*>, 5> kinds{{{ChartKind::Line, "line"},
                                                                  {ChartKind::Step, "step"},
                                                                  {ChartKind::Bars, "bars"},
                                                                  {ChartKind::Stacked, "stacked"},
                                                                  {ChartKind::Range, "range"}}};

QString kindId(ChartKind kind)
{
    for (const auto& [known, name] : kinds) {
        if (known == kind)
            return QLatin1String(name);
    }
    return {};
}

ChartKind kindFromId(const QString& id)
{
    for (const auto& [known, name] : kinds) {
        if (id == QLatin1String(name))
            return known;
    }
    return ChartKind::Line;
}

QJsonObject axisToJson(const ChartAxis& axis)
{
    return {{QStringLiteral("label"), axis.label.toJson()},
            {QStringLiteral("unit"), axis.unit},
            {QStringLiteral("log"), axis.logarithmic}};
}

ChartAxis axisFromJson(const QJsonObject& object)
{
    return {Message::fromJson(object.value(QStringLiteral("label")).toObject()),
            object.value(QStringLiteral("unit")).toString(), object.value(QStringLiteral("log")).toBool()};
}

// [x, y] or [x, y, low, high]
QJsonArray pointToJson(const ChartPoint& point)
{
    QJsonArray array{point.x, point.y};
    if (point.low || point.high) {
        array.append(point.low ? QJsonValue(*point.low) : QJsonValue());
        array.append(point.high ? QJsonValue(*point.high) : QJsonValue());
    }
    return array;
}

ChartPoint pointFromJson(const QJsonArray& array)
{
    ChartPoint point{array.at(0).toDouble(), array.at(1).toDouble(), {}, {}};
    if (array.at(2).isDouble())
        point.low = array.at(2).toDouble();
    if (array.at(3).isDouble())
        point.high = array.at(3).toDouble();
    return point;
}

QJsonObject seriesToJson(const ChartSeries& series)
{
    QJsonArray points;
    for (const ChartPoint& point : series.points)
        points.append(pointToJson(point));
    return {{QStringLiteral("name"), series.name.toJson()}, {QStringLiteral("points"), points}};
}

ChartSeries seriesFromJson(const QJsonObject& object)
{
    ChartSeries series;
    series.name = Message::fromJson(object.value(QStringLiteral("name")).toObject());
    const QJsonArray points = object.value(QStringLiteral("points")).toArray();
    for (const QJsonValue& point : points)
        series.points.append(pointFromJson(point.toArray()));
    return series;
}

QJsonObject markToJson(const ChartMark& mark)
{
    QJsonObject object{{QStringLiteral("x"), mark.x}, {QStringLiteral("label"), mark.label.toJson()}};
    const auto put = [&](const char* name, const std::optional<double>& value) {
        if (value)
            object.insert(QLatin1String(name), *value);
    };
    put("y", mark.y);
    put("low", mark.low);
    put("high", mark.high);
    if (mark.main)
        object.insert(QStringLiteral("main"), true);
    return object;
}

ChartMark markFromJson(const QJsonObject& object)
{
    const auto number = [&](const char* name) {
        const QJsonValue value = object.value(QLatin1String(name));
        return value.isDouble() ? std::optional<double>(value.toDouble()) : std::nullopt;
    };
    return {object.value(QStringLiteral("x")).toDouble(),
            number("y"),
            number("low"),
            number("high"),
            Message::fromJson(object.value(QStringLiteral("label")).toObject()),
            object.value(QStringLiteral("main")).toBool()};
}

} // namespace

bool ChartSpec::isEmpty() const
{
    for (const ChartSeries& one : series) {
        if (!one.points.isEmpty())
            return false;
    }
    return true;
}

QJsonObject toJson(const ChartSpec& chart)
{
    QJsonArray series;
    for (const ChartSeries& one : chart.series)
        series.append(seriesToJson(one));
    QJsonObject object{{QStringLiteral("id"), chart.id},
                       {QStringLiteral("check"), chart.check},
                       {QStringLiteral("kind"), kindId(chart.kind)},
                       {QStringLiteral("title"), chart.title.toJson()},
                       {QStringLiteral("x"), axisToJson(chart.x)},
                       {QStringLiteral("y"), axisToJson(chart.y)},
                       {QStringLiteral("categories"), QJsonArray::fromStringList(chart.categories)},
                       {QStringLiteral("series"), series}};
    if (chart.threshold) {
        object.insert(QStringLiteral("threshold"),
                      QJsonObject{{QStringLiteral("value"), chart.threshold->value},
                                  {QStringLiteral("on_y"), chart.threshold->onY},
                                  {QStringLiteral("pass_is_below"), chart.threshold->passIsBelow},
                                  {QStringLiteral("label"), chart.threshold->label.toJson()}});
    }
    if (!chart.marks.isEmpty()) {
        QJsonArray marks;
        for (const ChartMark& mark : chart.marks)
            marks.append(markToJson(mark));
        object.insert(QStringLiteral("marks"), marks);
    }
    if (!chart.emptyReason.isEmpty())
        object.insert(QStringLiteral("empty_reason"), chart.emptyReason.toJson());
    return object;
}

ChartSpec chartFromJson(const QJsonObject& object)
{
    ChartSpec chart;
    chart.id = object.value(QStringLiteral("id")).toString();
    chart.check = object.value(QStringLiteral("check")).toString();
    chart.kind = kindFromId(object.value(QStringLiteral("kind")).toString());
    chart.title = Message::fromJson(object.value(QStringLiteral("title")).toObject());
    chart.x = axisFromJson(object.value(QStringLiteral("x")).toObject());
    chart.y = axisFromJson(object.value(QStringLiteral("y")).toObject());
    const QJsonArray categories = object.value(QStringLiteral("categories")).toArray();
    for (const QJsonValue& category : categories)
        chart.categories.append(category.toString());
    const QJsonArray series = object.value(QStringLiteral("series")).toArray();
    for (const QJsonValue& one : series)
        chart.series.append(seriesFromJson(one.toObject()));
    if (object.contains(QStringLiteral("threshold"))) {
        const QJsonObject line = object.value(QStringLiteral("threshold")).toObject();
        chart.threshold = ChartThreshold{line.value(QStringLiteral("value")).toDouble(),
                                         line.value(QStringLiteral("on_y")).toBool(true),
                                         line.value(QStringLiteral("pass_is_below")).toBool(true),
                                         Message::fromJson(line.value(QStringLiteral("label")).toObject())};
    }
    const QJsonArray marks = object.value(QStringLiteral("marks")).toArray();
    for (const QJsonValue& mark : marks)
        chart.marks.append(markFromJson(mark.toObject()));
    chart.emptyReason = Message::fromJson(object.value(QStringLiteral("empty_reason")).toObject());
    return chart;
}

} // namespace awb
