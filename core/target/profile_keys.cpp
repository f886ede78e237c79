#include "core/target/profile_keys.h"

#include "core/target/public_key_pin.h"

namespace awb
{

namespace
{

using Node = YamlNode;
constexpr qsizetype maxItems = 1000;

} // namespace

FieldReader::Key ProfileKeys::line(const char* name, QString& out)
{
    return {QString::fromLatin1(name),
            [this, &out](const Node& n, const QString& w) { out = in_.oneLine(n, w); }};
}

FieldReader::Key ProfileKeys::file(const char* name, QString& out)
{
    return {QString::fromLatin1(name),
            [this, &out](const Node& n, const QString& w) { out = in_.file(n, w); }};
}

FieldReader::Key ProfileKeys::httpUrl(const char* name, QUrl& out)
{
    return {QString::fromLatin1(name),
            [this, &out](const Node& n, const QString& w) { out = in_.httpUrl(n, w); }};
}

FieldReader::Key ProfileKeys::path(const char* name, QString& out)
{
    return {QString::fromLatin1(name),
            [this, &out](const Node& n, const QString& w) { out = in_.urlPath(n, w); }};
}

FieldReader::Key ProfileKeys::date(const char* name, QDate& out)
{
    return {QString::fromLatin1(name),
            [this, &out](const Node& n, const QString& w) { out = in_.date(n, w); }};
}

FieldReader::Key ProfileKeys::secret(SecretRef& out)
{
    return {QStringLiteral("secret"),
            [this, &out](const Node& n, const QString& w) { out = in_.secret(n, w); }};
}

FieldReader::Key ProfileKeys::list(const char* name, QStringList& out)
{
    return {QString::fromLatin1(name),
            [this, &out](const Node& n, const QString& w) { out = in_.list(n, w); }};
}

FieldReader::Key ProfileKeys::duration(const char* name, qint64& out)
{
    return {QString::fromLatin1(name),
            [this, &out](const Node& n, const QString& w) { out = in_.duration(n, w); }};
}

FieldReader::Key ProfileKeys::number(const char* name, double& out, double min, double max)
{
    return {QString::fromLatin1(name),
            [=, this, &out](const Node& n, const QString& w) { out = in_.number(n, w, min, max); }};
}

FieldReader::Key ProfileKeys::number(const char* name, std::optional<double>& out, double min, double max)
{
    return {QString::fromLatin1(name),
            [=, this, &out](const Node& n, const QString& w) { out = in_.number(n, w, min, max); }};
}

FieldReader::Key ProfileKeys::oneOf(const char* name, QString& out, const QStringList& words)
{
    return {QString::fromLatin1(name),
            [=, this, &out](const Node& n, const QString& w) { out = in_.oneOf(n, w, words); }};
}

FieldReader::Key ProfileKeys::postgresUrl(QUrl& out)
{
    return {QStringLiteral("url"),
            [this, &out](const Node& n, const QString& w) { out = in_.postgresUrl(n, w); }};
}

QMap<QString, QString> ProfileKeys::textMap(const Node& node, const QString& where)
{
    QMap<QString, QString> out;
    eachKey(node, where,
            [&](const QString& key, const Node& n, const QString& w) { out.insert(key, in_.oneLine(n, w)); });
    return out;
}

void ProfileKeys::eachKey(const Node& node, const QString& where, const ReadKey& read)
{
    QVector<FieldReader::Key> all;
    for (const Node::Key& key : node.keys)
        all.append(
            {key.name, [&read, name = key.name](const Node& n, const QString& w) { read(name, n, w); }});
    if (all.size() > maxItems)
        in_.fail(node.line, QStringLiteral("'%1' has more than 1000 entries").arg(where), ErrorCode::Limit);
    in_.map(node, where, all);
}

void ProfileKeys::eachItem(const Node& node, const QString& where, const ReadItem& read)
{
    if (in_.failed())
        return;
    if (node.kind != Node::Kind::Sequence || node.items.empty()) {
        in_.fail(node.line, QStringLiteral("'%1' must be a list with at least one item").arg(where));
        return;
    }
    if (static_cast<qsizetype>(node.items.size()) > maxItems)
        in_.fail(node.line, QStringLiteral("'%1' has more than 1000 items").arg(where), ErrorCode::Limit);
    for (std::size_t i = 0; i < node.items.size() && !in_.failed(); ++i)
        read(node.items[i], QStringLiteral("%1[%2]").arg(where, QString::number(i)));
}

void ProfileKeys::require(const Node& node, const QString& where, bool missing, const char* key)
{
    if (missing)
        in_.fail(node.line, QStringLiteral("'%1' needs '%2'").arg(where, QLatin1String(key)));
}

FieldReader::Key ProfileKeys::pin(QString& out)
{
    return {QStringLiteral("pin"), [this, &out](const Node& n, const QString& w) {
                out = in_.oneLine(n, w);
                if (!in_.failed() && !pinDigest(out))
                    in_.fail(n.line,
                             QStringLiteral("'%1' must be sha256/ and the SHA-256 of the public key in "
                                            "base64, as 'auditbench-cli doctor' prints it")
                                 .arg(w));
            }};
}

} // namespace awb
