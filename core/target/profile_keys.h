#pragma once

#include "core/target/profile_fields.h"

// Internal to core/target: the keys of a profile's maps, each with where its value goes.
namespace awb
{

class ProfileKeys
{
protected:
    using ReadKey = std::function<void(const QString& key, const YamlNode&, const QString& where)>;
    using ReadItem = std::function<void(const YamlNode&, const QString& where)>;

    explicit ProfileKeys(const QString& fileName) : in_(fileName) {}

    FieldReader::Key line(const char* name, QString& out);
    FieldReader::Key file(const char* name, QString& out);
    FieldReader::Key httpUrl(const char* name, QUrl& out);
    FieldReader::Key path(const char* name, QString& out);
    FieldReader::Key date(const char* name, QDate& out);
    FieldReader::Key secret(SecretRef& out);
    FieldReader::Key list(const char* name, QStringList& out);
    FieldReader::Key duration(const char* name, qint64& out);
    FieldReader::Key number(const char* name, double& out, double min, double max);
    FieldReader::Key number(const char* name, std::optional<double>& out, double min, double max);
    FieldReader::Key oneOf(const char* name, QString& out, const QStringList& words);
    FieldReader::Key postgresUrl(QUrl& out);
    QMap<QString, QString> textMap(const YamlNode& node, const QString& where);
    void eachKey(const YamlNode& node, const QString& where, const ReadKey& read);
    void eachItem(const YamlNode& node, const QString& where, const ReadItem& read);
    void require(const YamlNode& node, const QString& where, bool missing, const char* key);
    FieldReader::Key pin(QString& out);

    FieldReader in_;
};

} // namespace awb
