#include "tests/support/json_schema.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <cmath>

namespace awb::test
{

namespace
{

using namespace Qt::StringLiterals;

bool hasType(const QJsonValue& value, const QString& type)
{
    if (type == "integer"_L1)
        return value.isDouble() && value.toDouble() == std::floor(value.toDouble());
    return (type == "number"_L1 && value.isDouble()) || (type == "string"_L1 && value.isString()) ||
           (type == "boolean"_L1 && value.isBool()) || (type == "null"_L1 && value.isNull()) ||
           (type == "array"_L1 && value.isArray()) || (type == "object"_L1 && value.isObject());
}

bool isSet(const QJsonArray& array)
{
    for (qsizetype i = 0; i < array.size(); ++i) {
        for (qsizetype j = 0; j < i; ++j) {
            if (array.at(i) == array.at(j))
                return false;
        }
    }
    return true;
}

class Checker
{
public:
    explicit Checker(const QJsonObject& root) : root_(root) {}

    void check(const QJsonValue& value, QJsonObject schema, const QString& place)
    {
        const QString reference = schema.value("$ref"_L1).toString();
        if (!reference.isEmpty())
            schema = root_.value("$defs"_L1).toObject().value(reference.section(u'/', -1)).toObject();
        if (schema.isEmpty())
            return fail(place, u"the schema is empty or its $ref leads nowhere"_s);
        for (auto it = schema.begin(); it != schema.end(); ++it)
            keyword(it.key(), it.value(), value, schema, place);
    }

    QStringList violations() const { return violations_; }

private:
    void fail(const QString& place, const QString& what) { violations_.append(place + u": "_s + what); }

    void keyword(const QString& name, const QJsonValue& rule, const QJsonValue& value,
                 const QJsonObject& schema, const QString& place)
    {
        static const QStringList annotations{u"$schema"_s, u"$id"_s, u"$defs"_s, u"title"_s,
                                             u"description"_s};
        if (annotations.contains(name))
            return;
        if (name == "type"_L1)
            checkType(rule, value, place);
        else if (name == "properties"_L1)
            checkProperties(rule.toObject(), value.toObject(), place);
        else if (name == "required"_L1)
            checkRequired(rule.toArray(), value, place);
        else if (name == "additionalProperties"_L1)
            checkAdditional(rule, value.toObject(), schema, place);
        else if (name == "items"_L1)
            checkItems(rule.toObject(), value.toArray(), place);
        else
            checkScalar(name, rule, value, place);
    }

    void checkType(const QJsonValue& rule, const QJsonValue& value, const QString& place)
    {
        const QJsonArray types = rule.isArray() ? rule.toArray() : QJsonArray{rule};
        for (const QJsonValue& type : types) {
            if (hasType(value, type.toString()))
                return;
        }
        fail(place, u"is not of the type asked for"_s);
    }

    void checkProperties(const QJsonObject& rules, const QJsonObject& object, const QString& place)
    {
        for (auto it = rules.begin(); it != rules.end(); ++it) {
            if (object.contains(it.key()))
                check(object.value(it.key()), it.value().toObject(), place + u'.' + it.key());
        }
    }

    void checkRequired(const QJsonArray& names, const QJsonValue& value, const QString& place)
    {
        if (!value.isObject())
            return;
        for (const QJsonValue& name : names) {
            if (!value.toObject().contains(name.toString()))
                fail(place, u"misses "_s + name.toString());
        }
    }

    void checkAdditional(const QJsonValue& rule, const QJsonObject& object, const QJsonObject& schema,
                         const QString& place)
    {
        const QJsonObject known = schema.value("properties"_L1).toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (!known.contains(it.key()) && rule.isBool() && !rule.toBool())
                fail(place, u"has the unknown member "_s + it.key());
        }
    }

    void checkItems(const QJsonObject& rule, const QJsonArray& array, const QString& place)
    {
        for (qsizetype i = 0; i < array.size(); ++i)
            check(array.at(i), rule, place + u'[' + QString::number(i) + u']');
    }

    void checkScalar(const QString& name, const QJsonValue& rule, const QJsonValue& value,
                     const QString& place)
    {
        bool good = false;
        if (name == "enum"_L1)
            good = rule.toArray().contains(value);
        else if (name == "const"_L1)
            good = rule == value;
        else if (name == "pattern"_L1)
            good =
                !value.isString() || QRegularExpression(rule.toString()).match(value.toString()).hasMatch();
        else if (name == "minimum"_L1)
            good = !value.isDouble() || value.toDouble() >= rule.toDouble();
        else if (name == "maximum"_L1)
            good = !value.isDouble() || value.toDouble() <= rule.toDouble();
        else if (name == "minLength"_L1)
            good = !value.isString() || value.toString().size() >= rule.toInt();
        else if (name == "minItems"_L1)
            good = !value.isArray() || value.toArray().size() >= rule.toInt();
        else if (name == "uniqueItems"_L1)
            good = !value.isArray() || !rule.toBool() || isSet(value.toArray());
        else
            return fail(place, u"the schema's keyword is not known to the checker: "_s + name);
        if (!good)
            fail(place, u"breaks "_s + name);
    }

    QJsonObject root_;
    QStringList violations_;
};

} // namespace

QStringList schemaViolations(const QJsonValue& value, const QJsonObject& schema)
{
    Checker checker(schema);
    checker.check(value, schema, u"result"_s);
    return checker.violations();
}

} // namespace awb::test
