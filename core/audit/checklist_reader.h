#pragma once

#include "core/foundation/error.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <functional>
#include <optional>

namespace awb
{

// A JSON value with its place ("sections[1].checks[3]"). Reading goes on after a mistake with harmless
// values; the first mistake is kept, with the place it was made at. Private to the checklist's loader.
class JsonProblems
{
public:
    void add(const QString& place, const QString& what);
    const std::optional<Error>& first() const { return first_; }

private:
    std::optional<Error> first_;
};

class JsonPlace
{
public:
    JsonPlace(QJsonObject object, QString place, JsonProblems& problems)
        : object_(std::move(object)),
          place_(std::move(place)),
          problems_(problems)
    {
    }

    const QJsonObject& object() const { return object_; }
    QString at(const QString& key) const; // place of a member
    void fail(const QString& key, const QString& what) const { problems_.add(at(key), what); }

    // Every member must be one of these.
    void onlyKeys(const QStringList& known) const;
    QString text(const QString& key) const;         // required, not empty
    QString optionalText(const QString& key) const; // absent or a string
    QString oneOf(const QString& key, const QStringList& allowed) const;
    double number(const QString& key) const;
    int integer(const QString& key, int low, int high) const;
    QStringList texts(const QString& key) const; // required array of different, not empty strings
    // Required array of objects; calls back once for each.
    void each(const QString& key, const std::function<void(const JsonPlace&)>& read) const;

private:
    QJsonArray array(const QString& key) const;

    QJsonObject object_;
    QString place_;
    JsonProblems& problems_;
};

} // namespace awb
