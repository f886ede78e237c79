#pragma once

#include "core/foundation/units.h"
#include "core/target/profile_words.h"
#include "core/target/target_profile.h"
#include "core/target/yaml_reader.h"

#include <functional>

// Internal to core/target: typed reading of YAML fields with one error that stops the rest.
namespace awb
{

// Reads fields of one profile. After the first error every call does nothing and returns an empty value.
class FieldReader
{
public:
    explicit FieldReader(QString fileName);

    struct Key
    {
        QString name;
        std::function<void(const YamlNode&, const QString& where)> read;
    };
    // Calls the reader of each key that is there; `where` is the map's dotted path, empty for the root.
    void map(const YamlNode& node, const QString& where, const QVector<Key>& keys);

    QString text(const YamlNode& node, const QString& where);
    QString oneLine(const YamlNode& node, const QString& where);
    QString oneOf(const YamlNode& node, const QString& where, const QStringList& words);
    bool boolean(const YamlNode& node, const QString& where);
    double number(const YamlNode& node, const QString& where, double min, double max);
    quint64 wholeNumber(const YamlNode& node, const QString& where);
    qint64 duration(const YamlNode& node, const QString& where); // ms; 1 s to 24 h
    QDate date(const YamlNode& node, const QString& where);
    QString file(const YamlNode& node, const QString& where); // absolute if the profile is a file
    QStringList files(const YamlNode& node,
                      const QString& where); // a list of them, or a single one; at most 100
    QUrl url(const YamlNode& node, const QString& where, const QStringList& schemes);
    QUrl httpUrl(const YamlNode& node, const QString& where);
    QUrl proxyUrl(const YamlNode& node,
                  const QString& where); // http, https, socks4, socks4a, socks5, socks5h
    QUrl postgresUrl(const YamlNode& node, const QString& where);
    QString urlPath(const YamlNode& node, const QString& where); // "/healthz"
    SecretRef secret(const YamlNode& node, const QString& where);
    QStringList list(const YamlNode& node, const QString& where); // a single text counts as a list of one

    void fail(int line, const QString& reason, ErrorCode code = ErrorCode::Parse);
    bool failed() const { return error_.has_value(); }
    const std::optional<Error>& error() const { return error_; }

private:
    QUrl hostUrl(const YamlNode& node, const QString& where, const QStringList& schemes);
    QString absolute(const QString& file) const; // relative to the profile
    void refuseLiteral(int line, const QString& where);
    void unknownKey(const YamlNode::Key& key, const QString& where, const QVector<Key>& keys);

    QString fileName_;
    std::optional<Error> error_;
};

} // namespace awb
