#include "core/probe/postgres/plan_gate.h"

#include <QRegularExpression>

namespace awb
{

namespace
{

bool isNameStart(QChar c)
{
    return c.isLetter() || c == QLatin1Char('_') || c.unicode() > 127;
}

bool isNamePart(QChar c)
{
    return isNameStart(c) || c.isDigit() || c == QLatin1Char('$');
}

bool isOperator(QChar c)
{
    return QStringLiteral("+-*/<>=~!@#%^&|`?").contains(c);
}

// Walks a text once. Each skip returns false when the text ends inside.
class Scanner
{
public:
    explicit Scanner(const QString& text) : text_(text) {}

    SqlWords run()
    {
        words_.clean = true;
        while (at_ < text_.size() && words_.clean)
            step();
        return words_;
    }

private:
    QChar peek(qsizetype ahead = 0) const
    {
        return at_ + ahead < text_.size() ? text_.at(at_ + ahead) : QChar();
    }
    bool starts(const char* what) const
    {
        return QStringView(text_).mid(at_).startsWith(QLatin1String(what));
    }

    void step()
    {
        const QChar c = peek();
        if (starts("--"))
            skipLine();
        else if (starts("/*"))
            skipComment();
        else if (c == QLatin1Char('\''))
            skipString(false);
        else if (c == QLatin1Char('"'))
            takeQuoted();
        else if (c == QLatin1Char('$') && (isNameStart(peek(1)) || peek(1) == QLatin1Char('$')))
            skipDollar();
        else if (isNameStart(c))
            takeName();
        else if (isOperator(c))
            takeOperator();
        else if (c == QLatin1Char(';'))
            endStatement();
        else
            ++at_;
    }

    void skipLine()
    {
        while (at_ < text_.size() && peek() != QLatin1Char('\n') && peek() != QLatin1Char('\r'))
            ++at_;
    }
    void skipComment()
    {
        int depth = 0;
        do {
            if (starts("/*")) {
                ++depth;
                at_ += 2;
            } else if (starts("*/")) {
                --depth;
                at_ += 2;
            } else {
                ++at_;
            }
        } while (depth > 0 && at_ < text_.size());
        words_.clean = words_.clean && depth == 0;
    }
    void skipString(bool escapes)
    {
        for (++at_; at_ < text_.size(); ++at_) {
            if (escapes && peek() == QLatin1Char('\\')) {
                ++at_;
            } else if (peek() == QLatin1Char('\'')) {
                if (peek(1) != QLatin1Char('\'')) {
                    ++at_;
                    return;
                }
                ++at_;
            }
        }
        words_.clean = false;
    }
    void skipDollar()
    {
        const qsizetype end = text_.indexOf(QLatin1Char('$'), at_ + 1);
        const QString tag = end < 0 ? QString() : text_.mid(at_, end - at_ + 1);
        const qsizetype close = tag.isEmpty() ? -1 : text_.indexOf(tag, end + 1);
        words_.clean = close >= 0;
        at_ = close >= 0 ? close + tag.size() : text_.size();
    }
    void takeQuoted()
    {
        QString name;
        for (++at_; at_ < text_.size(); ++at_) {
            if (peek() == QLatin1Char('"')) {
                if (peek(1) != QLatin1Char('"')) {
                    ++at_;
                    words_.identifiers.append(name.toLower());
                    return;
                }
                ++at_;
            }
            name += peek();
        }
        words_.clean = false;
    }
    void takeName()
    {
        const qsizetype begin = at_;
        while (at_ < text_.size() && isNamePart(peek()))
            ++at_;
        const QString name = text_.mid(begin, at_ - begin).toLower();
        const bool quote = peek() == QLatin1Char('\'');
        if (name == QLatin1String("u") && peek() == QLatin1Char('&') &&
            (peek(1) == QLatin1Char('\'') || peek(1) == QLatin1Char('"')))
            words_.clean = false; // U&"…": a name in Unicode escapes
        else if (quote && name == QLatin1String("e"))
            skipString(true);
        else if (quote &&
                 (name == QLatin1String("b") || name == QLatin1String("x") || name == QLatin1String("n")))
            skipString(false);
        else
            words_.identifiers.append(name);
    }
    void takeOperator()
    {
        const qsizetype begin = at_;
        while (at_ < text_.size() && isOperator(peek()) && !starts("--") && !starts("/*"))
            ++at_;
        words_.operators.append(text_.mid(begin, at_ - begin));
    }
    void endStatement()
    {
        words_.clean = words_.clean && QStringView(text_).mid(at_ + 1).trimmed().isEmpty();
        ++at_;
    }

    const QString& text_;
    qsizetype at_ = 0;
    SqlWords words_;
};

} // namespace

SqlWords splitSql(const QString& sql)
{
    return Scanner(sql).run();
}

std::optional<QString> PlanGate::refusal(const QString& sql) const
{
    static const QSet<QString> first{QStringLiteral("select"), QStringLiteral("with"),
                                     QStringLiteral("values"), QStringLiteral("insert"),
                                     QStringLiteral("update"), QStringLiteral("delete"),
                                     QStringLiteral("merge")};
    static const QSet<QString> writes{QStringLiteral("insert"), QStringLiteral("merge"),
                                      QStringLiteral("default"), QStringLiteral("update")};
    if (builtInCasts)
        return QStringLiteral("a user-defined cast between built-in types");
    const SqlWords words = splitSql(sql);
    if (!words.clean)
        return QStringLiteral("the text cannot be split for certain");
    if (words.identifiers.isEmpty() || !first.contains(words.identifiers.first()))
        return QStringLiteral("not a SELECT, INSERT, UPDATE, DELETE or MERGE");
    bool write = false;
    for (const QString& word : words.identifiers)
        write = write || writes.contains(word);
    for (const QString& word : words.identifiers) {
        if (functions.contains(word))
            return QStringLiteral("user function %1").arg(word);
        if (types.contains(word))
            return QStringLiteral("user-defined type %1").arg(word);
        if (relations.contains(word) || (write && writtenRelations.contains(word)))
            return QStringLiteral("%1 uses a user-defined function or type").arg(word);
    }
    for (const QString& run : words.operators) {
        for (const QString& name : operators) {
            if (run.contains(name))
                return QStringLiteral("user-defined operator %1").arg(name);
        }
    }
    return std::nullopt;
}

QSet<quint32> spreadTaint(const QSet<quint32>& tainted, const QVector<RelationEdge>& edges)
{
    QHash<quint32, QVector<quint32>> users;
    for (const RelationEdge& edge : edges)
        users[edge.to].append(edge.from);
    QSet<quint32> out = tainted;
    QVector<quint32> open(tainted.cbegin(), tainted.cend());
    while (!open.isEmpty()) {
        for (const quint32 user : users.value(open.takeLast())) {
            if (!out.contains(user)) {
                out.insert(user);
                open.append(user);
            }
        }
    }
    return out;
}

} // namespace awb
