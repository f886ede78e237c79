#include "core/report/redact.h"

#include "core/foundation/secret.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace awb
{

namespace
{

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == QLatin1Char('_');
}

// Walks SQL once, left to right, and copies all but literals and comments. Text that ends inside a literal
// ends the answer there: query texts are often cut by the server.
class QueryWalk
{
public:
    explicit QueryWalk(const QString& sql) : sql_(sql) { out_.reserve(sql.size()); }

    QString run()
    {
        while (at_ < sql_.size())
            step();
        return out_;
    }

private:
    QChar peek(qsizetype ahead = 0) const
    {
        return at_ + ahead < sql_.size() ? sql_.at(at_ + ahead) : QChar();
    }
    bool startsWith(const char* text) const
    {
        return QStringView(sql_).mid(at_).startsWith(QLatin1String(text));
    }

    void step()
    {
        const QChar c = peek();
        if (c == QLatin1Char('\''))
            literal();
        else if (c == QLatin1Char('"'))
            identifier();
        else if (startsWith("--"))
            lineComment();
        else if (startsWith("/*"))
            blockComment();
        else if (c == QLatin1Char('$'))
            dollar();
        else if (c.isDigit() || (c == QLatin1Char('.') && peek(1).isDigit()))
            number();
        else if (isWordCharacter(c))
            word();
        else {
            out_ += c;
            ++at_;
        }
    }

    void literal()
    {
        ++at_;
        while (at_ < sql_.size()) {
            const QChar c = sql_.at(at_++);
            if (c == QLatin1Char('\\') && escapes_)
                ++at_;
            else if (c == QLatin1Char('\'')) {
                if (peek() != QLatin1Char('\''))
                    break;
                ++at_;
            }
        }
        at_ = std::min(at_, sql_.size());
        escapes_ = false;
        out_ += QLatin1Char('?');
    }

    void identifier()
    {
        const qsizetype end = sql_.indexOf(QLatin1Char('"'), at_ + 1);
        const qsizetype stop = end < 0 ? sql_.size() : end + 1;
        out_ += QStringView(sql_).mid(at_, stop - at_);
        at_ = stop;
    }

    void lineComment()
    {
        const qsizetype end = sql_.indexOf(QLatin1Char('\n'), at_);
        out_ += QStringLiteral("-- …");
        at_ = end < 0 ? sql_.size() : end;
    }

    void blockComment()
    {
        int depth = 0;
        do {
            if (startsWith("/*")) {
                ++depth;
                at_ += 2;
            } else if (startsWith("*/")) {
                --depth;
                at_ += 2;
            } else
                ++at_;
        } while (depth > 0 && at_ < sql_.size());
        out_ += QStringLiteral("/* … */");
    }

    // $1 is a parameter, $$…$$ and $tag$…$tag$ are literals.
    void dollar()
    {
        qsizetype end = at_ + 1;
        if (end < sql_.size() && sql_.at(end).isDigit()) {
            while (end < sql_.size() && sql_.at(end).isDigit())
                ++end;
            out_ += QStringView(sql_).mid(at_, end - at_);
            at_ = end;
            return;
        }
        while (end < sql_.size() && isWordCharacter(sql_.at(end)))
            ++end;
        if (end >= sql_.size() || sql_.at(end) != QLatin1Char('$')) {
            out_ += sql_.at(at_++);
            return;
        }
        const QString tag = sql_.mid(at_, end + 1 - at_);
        const qsizetype close = sql_.indexOf(tag, end + 1);
        at_ = close < 0 ? sql_.size() : close + tag.size();
        out_ += QLatin1Char('?');
    }

    void number()
    {
        while (at_ < sql_.size()) {
            const QChar c = sql_.at(at_);
            const bool sign = (c == QLatin1Char('+') || c == QLatin1Char('-')) && at_ > 0 &&
                              sql_.at(at_ - 1).toLower() == QLatin1Char('e');
            if (!isWordCharacter(c) && c != QLatin1Char('.') && !sign)
                break;
            ++at_;
        }
        out_ += QLatin1Char('?');
    }

    // A word; E, B, X, N and U& directly before a quote belong to the literal.
    void word()
    {
        qsizetype end = at_;
        while (end < sql_.size() && (isWordCharacter(sql_.at(end)) || sql_.at(end) == QLatin1Char('$')))
            ++end;
        const QStringView text = QStringView(sql_).mid(at_, end - at_);
        const QChar next = end < sql_.size() ? sql_.at(end) : QChar();
        static const QString prefixes = QStringLiteral("eEbBxXnN");
        if (next == QLatin1Char('\'') && text.size() == 1 && prefixes.contains(text.at(0))) {
            escapes_ = text.at(0).toLower() == QLatin1Char('e');
            at_ = end;
            return;
        }
        out_ += text;
        at_ = end;
    }

    const QString& sql_;
    qsizetype at_ = 0;
    bool escapes_ = false;
    QString out_;
};

const QRegularExpression& mailAddress()
{
    static const QRegularExpression form(
        QStringLiteral("(?<!://"
                       ")(?<![\\p{L}0-9._%+-])[\\p{L}0-9._%+-]{1,64}(?:@|%40)[\\p{L}0-9-]{1,63}(?:\\.[\\p{L}"
                       "0-9-]{1,63}){1,8}"),
        QRegularExpression::UseUnicodePropertiesOption);
    return form;
}

bool isVersion(QStringView part)
{
    if (part.size() < 2 || part.size() > 3 || part.at(0).toLower() != QLatin1Char('v'))
        return false;
    return part.at(1).isDigit() && (part.size() == 2 || part.at(2).isDigit());
}

// A part that tells one object from the next rather than what kind it is.
QString redactKeyPart(const QString& part)
{
    if (part.isEmpty() || isVersion(part))
        return part;
    qsizetype digits = 0;
    qsizetype hex = 0;
    qsizetype upper = 0;
    for (const QChar c : part) {
        digits += c.isDigit() ? 1 : 0;
        hex += c.isDigit() || (c.toLower() >= QLatin1Char('a') && c.toLower() <= QLatin1Char('f')) ? 1 : 0;
        upper += c.isUpper() ? 1 : 0;
    }
    if (digits == part.size() || (hex == part.size() && digits > 0 && part.size() >= 6))
        return QStringLiteral("{id}");
    if (part.size() >= 16 && (digits > 0 || (upper > 0 && upper < part.size())))
        return QStringLiteral("{id}");
    if (digits == 0)
        return part;
    static const QRegularExpression number(QStringLiteral("\\d+"));
    return QString(part).replace(number, QStringLiteral("{id}"));
}

bool readsLikeSql(const QString& text)
{
    static const QRegularExpression form(
        QStringLiteral(
            "^\\s*(?:/\\*.*?\\*/\\s*)*(?:\\(\\s*)*(?:select|insert|update|delete|with|merge|values|copy|"
            "create|alter|drop|truncate|explain|analyze|vacuum|call|execute|prepare|declare|fetch|set|"
            "begin|commit|do|grant|refresh|table|lock|listen|notify|call)\\b"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression clause(
        QStringLiteral("\\b(?:where|from|values|limit|join)\\b.*(?:'|\\d)"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    // Nothing but SQL begins like this.
    static const QRegularExpression certain(
        QStringLiteral(
            "^\\s*(?:/\\*.*?\\*/\\s*)*(?:\\(\\s*)*(?:insert\\s+into\\s|delete\\s+from\\s|merge\\s+into\\s|"
            "update\\s+\\S+\\s+(?:as\\s+\\S+\\s+)?set\\s|with\\s+\\S+\\s+as\\s*\\(|"
            "select\\s+(?:\\S+\\s*\\(|[\\d$*'+-]|distinct\\s)|call\\s+\\S+\\s*\\()"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    if (certain.match(text).hasMatch())
        return true;
    return form.match(text).hasMatch() &&
           (text.contains(QLatin1Char('\'')) || clause.match(text).hasMatch() ||
            text.contains(QLatin1String("/*")));
}

bool readsLikeKey(const QString& text)
{
    if (text.size() < 3 || text.contains(QLatin1String("://")))
        return false;
    bool separator = false;
    bool digit = false;
    for (const QChar c : text) {
        if (c.isSpace())
            return false;
        separator = separator || c == QLatin1Char(':') || c == QLatin1Char('|');
        digit = digit || c.isDigit();
    }
    // "10.0.0.5:5432" and "db:5432" are addresses, "12:30:05" is a time.
    static const QRegularExpression address(QStringLiteral("^[^:|]+:\\d{2,5}(?:/.*)?$"));
    static const QRegularExpression time(QStringLiteral("^[0-9T:.Z+-]+$"));
    if (time.match(text).hasMatch())
        return false;
    if (address.match(text).hasMatch() && text.contains(QLatin1Char('.')))
        return false;
    return separator && digit;
}

} // namespace

QString redactQuery(const QString& sql)
{
    return redactText(QueryWalk(sql).run());
}

QString redactPlan(const QString& plan)
{
    static const QRegularExpression quoted(QStringLiteral("'(?:[^']|'')*(?:'|$)"));
    static const QRegularExpression condition(
        QStringLiteral("\\b(?:Filter|Cond|Output|Key|Call|Order By|Values|Query)\\s*:"));
    QStringList lines = plan.split(QLatin1Char('\n'));
    for (QString& line : lines) {
        const QRegularExpressionMatch match = condition.match(line);
        const qsizetype from = match.hasMatch() ? match.capturedEnd() : line.size();
        line = line.left(from).replace(quoted, QStringLiteral("?")) + QueryWalk(line.mid(from)).run();
    }
    return redactText(lines.join(QLatin1Char('\n')));
}

QString redactKeyName(const QString& key)
{
    static const QRegularExpression uuid(
        QStringLiteral("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}"));
    QString text = key;
    text.replace(mailAddress(), QStringLiteral("{id}"));
    text.replace(uuid, QStringLiteral("{id}"));
    static const QString separators = QStringLiteral(":/|.-_,;#@=&?{}[]* ");
    QString out;
    QString part;
    for (const QChar c : text) {
        if (!separators.contains(c)) {
            part += c;
            continue;
        }
        out += redactKeyPart(part);
        out += c;
        part.clear();
    }
    return out + redactKeyPart(part);
}

QString redactText(const QString& text)
{
    struct Form
    {
        QRegularExpression expression;
        QString replacement;
    };
    static const std::array<Form, 7> forms{{
        {QRegularExpression(
             QStringLiteral("\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{4,}(?:\\.[A-Za-z0-9_-]*)?")),
         QStringLiteral("***")},
        {QRegularExpression(QStringLiteral("\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b")), QStringLiteral("***")},
        {QRegularExpression(QStringLiteral("\\b(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,})")),
         QStringLiteral("***")},
        {QRegularExpression(QStringLiteral("\\bxox[abprs]-[A-Za-z0-9-]{10,}")), QStringLiteral("***")},
        {QRegularExpression(QStringLiteral("\\b(bearer|basic)(\\s+)[A-Za-z0-9._~+/=-]{8,}"),
                            QRegularExpression::CaseInsensitiveOption),
         QStringLiteral("\\1\\2***")},
        {QRegularExpression(
             QStringLiteral("-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)"),
             QRegularExpression::DotMatchesEverythingOption),
         QStringLiteral("***")},
        {QRegularExpression(QStringLiteral("([a-zA-Z][a-zA-Z0-9+.-]*://)[^\\s/@:]{16,}@")),
         QStringLiteral("\\1***@")},
    }};
    if (text.isEmpty())
        return text;
    QString out = redactSecrets(text);
    for (const Form& form : forms)
        out.replace(form.expression, form.replacement);
    // After the addresses in URLs: "user:***@host" has no address left in it.
    if (out.contains(QLatin1Char('@')) || out.contains(QLatin1String("%40")))
        out.replace(mailAddress(), QStringLiteral("{e-mail}"));
    return out;
}

QString redactForeign(const QString& text)
{
    if (readsLikeSql(text))
        return redactQuery(text);
    if (readsLikeKey(text))
        return redactText(redactKeyName(text));
    return redactText(text);
}

} // namespace awb
