#include "core/target/profile_fields.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrlQuery>

#include <algorithm>
#include <array>
#include <cmath>

namespace awb
{

namespace
{

constexpr qsizetype maxText = 65536;
constexpr qsizetype maxLine = 4096;

QString dotted(const QString& where, const QString& key)
{
    return where.isEmpty() ? key : where + QLatin1Char('.') + key;
}

const char* kindName(YamlNode::Kind kind)
{
    switch (kind) {
    case YamlNode::Kind::Null:
        return "nothing";
    case YamlNode::Kind::Scalar:
        return "a single value";
    case YamlNode::Kind::Sequence:
        return "a list";
    case YamlNode::Kind::Map:
        break;
    }
    return "a map";
}

// What a connection URL may carry: what the PostgreSQL client takes (core/probe/postgres/pg_address.h),
// nothing that names another host, a user or a secret.
const QStringList& postgresParameters()
{
    static const QStringList names{QStringLiteral("sslmode"), QStringLiteral("sslrootcert"),
                                   QStringLiteral("sslcert"), QStringLiteral("sslkey"),
                                   QStringLiteral("host")};
    return names;
}

} // namespace

FieldReader::FieldReader(QString fileName) : fileName_(std::move(fileName)) {}

void FieldReader::fail(int line, const QString& reason, ErrorCode code)
{
    if (!error_)
        error_ = yamlError(fileName_, line, reason, code);
}

void FieldReader::refuseLiteral(int line, const QString& where)
{
    fail(line,
         QStringLiteral("'%1' holds a secret written out, and a profile is safe to commit: write env:NAME, "
                        "file:PATH, keychain:NAME or ask under 'secret'")
             .arg(where),
         ErrorCode::Refused);
}

void FieldReader::unknownKey(const YamlNode::Key& key, const QString& where, const QVector<Key>& keys)
{
    const QString name = dotted(where, key.name.left(60));
    if (namesSecret(key.name)) {
        refuseLiteral(key.line, name);
        return;
    }
    QStringList known;
    for (const Key& k : keys)
        known.append(k.name);
    const QString nearest = nearestWord(key.name, known);
    const QString hint = nearest.isEmpty()
                             ? QStringLiteral("the keys here are %1").arg(known.join(QStringLiteral(", ")))
                             : QStringLiteral("did you mean '%1'?").arg(nearest);
    fail(key.line, QStringLiteral("unknown key '%1'; %2").arg(name, hint));
}

void FieldReader::map(const YamlNode& node, const QString& where, const QVector<Key>& keys)
{
    if (failed())
        return;
    if (node.kind != YamlNode::Kind::Map) {
        fail(node.line, QStringLiteral("%1 must be a map of key: value, not %2")
                            .arg(where.isEmpty() ? QStringLiteral("a profile")
                                                 : QLatin1Char('\'') + where + QLatin1Char('\''),
                                 QLatin1String(kindName(node.kind))));
        return;
    }
    for (std::size_t i = 0; i < node.items.size() && !failed(); ++i) {
        const YamlNode::Key& key = node.keys[i];
        const auto known =
            std::find_if(keys.begin(), keys.end(), [&](const Key& k) { return k.name == key.name; });
        if (known == keys.end())
            unknownKey(key, where, keys);
        else if (node.items[i].kind == YamlNode::Kind::Null)
            fail(key.line, QStringLiteral("'%1' has no value; give one or remove the line")
                               .arg(dotted(where, key.name)));
        else
            known->read(node.items[i], dotted(where, key.name));
    }
}

QString FieldReader::text(const YamlNode& node, const QString& where)
{
    if (failed())
        return {};
    if (node.kind != YamlNode::Kind::Scalar)
        fail(node.line, QStringLiteral("'%1' must be a single value, not %2")
                            .arg(where, QLatin1String(kindName(node.kind))));
    else if (node.text.size() > maxText)
        fail(node.line, QStringLiteral("'%1' is longer than 64 KiB").arg(where), ErrorCode::Limit);
    return failed() ? QString() : node.text;
}

QString FieldReader::oneLine(const YamlNode& node, const QString& where)
{
    const QString value = text(node, where).trimmed();
    if (failed())
        return {};
    if (value.isEmpty())
        fail(node.line, QStringLiteral("'%1' is empty; give a value or remove the line").arg(where));
    else if (value.contains(QLatin1Char('\n')) || value.contains(QLatin1Char('\r')))
        fail(node.line, QStringLiteral("'%1' must be one line").arg(where));
    else if (value.size() > maxLine)
        fail(node.line, QStringLiteral("'%1' is longer than 4 KiB").arg(where), ErrorCode::Limit);
    return failed() ? QString() : value;
}

QString FieldReader::oneOf(const YamlNode& node, const QString& where, const QStringList& words)
{
    const QString value = oneLine(node, where);
    if (failed() || words.contains(value))
        return value;
    const QString nearest = nearestWord(value, words);
    fail(node.line,
         QStringLiteral("'%1' must be one of %2%3")
             .arg(where, words.join(QStringLiteral(", ")),
                  nearest.isEmpty() ? QString() : QStringLiteral("; did you mean '%1'?").arg(nearest)));
    return {};
}

bool FieldReader::boolean(const YamlNode& node, const QString& where)
{
    const QString value = oneLine(node, where).toLower();
    if (value == QLatin1String("true") || value == QLatin1String("yes"))
        return true;
    if (!failed() && value != QLatin1String("false") && value != QLatin1String("no"))
        fail(node.line, QStringLiteral("'%1' must be true or false").arg(where));
    return false;
}

double FieldReader::number(const YamlNode& node, const QString& where, double min, double max)
{
    const QString value = oneLine(node, where);
    if (failed())
        return 0;
    bool ok = false;
    const double number = value.toDouble(&ok);
    if (!ok || !std::isfinite(number))
        fail(node.line, QStringLiteral("'%1' must be a number").arg(where));
    else if (number < min || number > max)
        fail(node.line,
             QStringLiteral("'%1' must be from %2 to %3").arg(where, rawNumber(min), rawNumber(max)));
    return failed() ? 0 : number;
}

quint64 FieldReader::wholeNumber(const YamlNode& node, const QString& where)
{
    const QString value = oneLine(node, where);
    bool ok = false;
    const quint64 number = value.toULongLong(&ok);
    if (!failed() && !ok)
        fail(node.line, QStringLiteral("'%1' must be a whole number from 0").arg(where));
    return failed() ? 0 : number;
}

qint64 FieldReader::duration(const YamlNode& node, const QString& where)
{
    const std::optional<Quantity> quantity = parseQuantity(oneLine(node, where));
    if (failed())
        return 0;
    if (!quantity || quantity->unit != QLatin1String("ms"))
        fail(node.line,
             QStringLiteral("'%1' must be a duration with its unit, such as 60s or 5min").arg(where));
    else if (quantity->value < 1000 || quantity->value > 86400000)
        fail(node.line, QStringLiteral("'%1' must be from 1s to 24h").arg(where));
    return failed() ? 0 : static_cast<qint64>(quantity->value);
}

QDate FieldReader::date(const YamlNode& node, const QString& where)
{
    const QDate date = QDate::fromString(oneLine(node, where), Qt::ISODate);
    if (!failed() && !date.isValid())
        fail(node.line, QStringLiteral("'%1' must be a date such as 2026-11-24").arg(where));
    return date;
}

QString FieldReader::file(const YamlNode& node, const QString& where)
{
    const QString value = oneLine(node, where);
    return failed() || value.contains(QLatin1String("://")) ? value : absolute(value);
}

QString FieldReader::absolute(const QString& value) const
{
    const QDir here = QFileInfo(fileName_).absoluteDir();
    return fileName_.isEmpty() ? value : QDir::cleanPath(here.absoluteFilePath(value));
}

QStringList FieldReader::files(const YamlNode& node, const QString& where)
{
    QStringList values = list(node, where);
    const bool isUrl = !values.filter(QStringLiteral("://")).isEmpty();
    if (!failed() && (values.isEmpty() || values.size() > 100 || isUrl))
        fail(node.line, QStringLiteral("'%1' must name 1 to 100 files, no URLs").arg(where));
    for (QString& value : values)
        value = absolute(value);
    return failed() ? QStringList() : values;
}

QUrl FieldReader::url(const YamlNode& node, const QString& where, const QStringList& schemes)
{
    const QString value = oneLine(node, where);
    if (failed())
        return {};
    const QUrl url(value, QUrl::StrictMode);
    const QString forms = schemes.join(QStringLiteral("://… or ")) + QStringLiteral("://…");
    if (!url.isValid() || !schemes.contains(url.scheme().toLower())) {
        fail(node.line, QStringLiteral("'%1' must be a URL: %2").arg(where, forms));
        return {};
    }
    if (!url.password().isEmpty() || url.userInfo().contains(QLatin1Char(':'))) {
        refuseLiteral(node.line, where);
        return {};
    }
    for (const auto& item : QUrlQuery(url).queryItems()) {
        if (namesSecret(item.first) || item.first == QLatin1String("sslpassword")) {
            refuseLiteral(node.line, where);
            return {};
        }
    }
    if (url.host().contains(QLatin1Char(',')))
        fail(node.line, QStringLiteral("'%1' must name one host").arg(where));
    return failed() ? QUrl() : url;
}

QUrl FieldReader::httpUrl(const YamlNode& node, const QString& where)
{
    return hostUrl(node, where, {QStringLiteral("http"), QStringLiteral("https")});
}

QUrl FieldReader::proxyUrl(const YamlNode& node, const QString& where)
{
    return hostUrl(node, where,
                   {QStringLiteral("http"), QStringLiteral("https"), QStringLiteral("socks4"),
                    QStringLiteral("socks4a"), QStringLiteral("socks5"), QStringLiteral("socks5h")});
}

QUrl FieldReader::hostUrl(const YamlNode& node, const QString& where, const QStringList& schemes)
{
    const QUrl value = url(node, where, schemes);
    if (failed())
        return {};
    if (value.host().isEmpty())
        fail(node.line, QStringLiteral("'%1' names no host").arg(where));
    else if (!value.userInfo().isEmpty()) // a token often stands there
        refuseLiteral(node.line, where);
    return failed() ? QUrl() : value;
}

QUrl FieldReader::postgresUrl(const YamlNode& node, const QString& where)
{
    const QUrl value = url(node, where, {QStringLiteral("postgresql"), QStringLiteral("postgres")});
    if (failed())
        return {};
    const QUrlQuery query(value);
    for (const auto& item : query.queryItems()) {
        if (!postgresParameters().contains(item.first)) {
            fail(node.line,
                 QStringLiteral("'%1' has the parameter '%2'; only these are taken: %3")
                     .arg(where, item.first.left(60), postgresParameters().join(QStringLiteral(", "))));
            return {};
        }
    }
    // libpq lets host= win over the URL's own host: consent would be given for a machine that is not reached.
    const QString socket = query.queryItemValue(QStringLiteral("host"), QUrl::FullyDecoded);
    if (query.hasQueryItem(QStringLiteral("host")) &&
        (!value.host().isEmpty() || !socket.startsWith(QLatin1Char('/')) ||
         query.allQueryItemValues(QStringLiteral("host")).size() != 1 || socket.contains(QLatin1Char(','))))
        fail(node.line, QStringLiteral("'%1': host= may only name a socket folder, in a URL without a host "
                                       "(postgresql:///shop?host=/run/postgresql)")
                            .arg(where));
    else if (value.host().isEmpty() && socket.isEmpty())
        fail(node.line, QStringLiteral("'%1' names no host").arg(where));
    return failed() ? QUrl() : value;
}

QString FieldReader::urlPath(const YamlNode& node, const QString& where)
{
    const QString value = oneLine(node, where);
    if (!failed() && (!value.startsWith(QLatin1Char('/')) || value.startsWith(QLatin1String("//"))))
        fail(node.line, QStringLiteral("'%1' must be a path that starts with one /").arg(where));
    return failed() ? QString() : value;
}

SecretRef FieldReader::secret(const YamlNode& node, const QString& where)
{
    using Kind = SecretRef::Kind;
    const QString value = oneLine(node, where);
    if (failed())
        return {};
    if (value == QLatin1String("ask"))
        return {Kind::Ask, {}};
    static const std::array<std::pair<const char*, Kind>, 3> kinds{
        {{"env:", Kind::Env}, {"file:", Kind::File}, {"keychain:", Kind::Keychain}}};
    for (const auto& [prefix, kind] : kinds) {
        if (!value.startsWith(QLatin1String(prefix)))
            continue;
        const QString name = value.mid(QLatin1String(prefix).size()).trimmed();
        static const QRegularExpression variable(QStringLiteral("\\A[A-Za-z_][A-Za-z0-9_]*\\z"));
        if (name.isEmpty() || (kind == Kind::Env && !variable.match(name).hasMatch()))
            fail(node.line, QStringLiteral("'%1' names nothing after %2").arg(where, QLatin1String(prefix)));
        return failed() ? SecretRef() : SecretRef{kind, name};
    }
    refuseLiteral(node.line, where);
    return {};
}

QStringList FieldReader::list(const YamlNode& node, const QString& where)
{
    if (failed() || node.kind == YamlNode::Kind::Scalar)
        return failed() ? QStringList() : QStringList{oneLine(node, where)};
    if (node.kind != YamlNode::Kind::Sequence) {
        fail(node.line,
             QStringLiteral("'%1' must be a list, not %2").arg(where, QLatin1String(kindName(node.kind))));
        return {};
    }
    QStringList values;
    for (const YamlNode& item : node.items)
        values.append(oneLine(item, where));
    return failed() ? QStringList() : values;
}

} // namespace awb
