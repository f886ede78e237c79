#include "core/probe/metrics/promql.h"

#include <QRegularExpression>

#include <cmath>

namespace awb
{

namespace
{

constexpr qsizetype maxLength = 16 * 1024;
constexpr int maxRecordingDepth = 8;
constexpr qsizetype maxOuterMatchers = 16; // they are copied to every selector within
constexpr std::size_t maxRecordingNodes = 4096;
constexpr int maxDepth = 64;

bool isNameChar(QChar c, bool first)
{
    return c.isLetter() || c == QLatin1Char('_') || c == QLatin1Char(':') || (!first && c.isDigit());
}

struct Refusal
{
    QString reason;
    ErrorCode code = ErrorCode::Parse;
};

class PromParser
{
public:
    explicit PromParser(const QString& text) : text_(text) {}

    PromNode parse()
    {
        PromNode node = binary(0);
        skip();
        if (at_ < text_.size())
            refuse("something follows the expression");
        return node;
    }

private:
    [[noreturn]] void refuse(const char* reason) const
    {
        throw Refusal{QStringLiteral("%1 (at %2)").arg(QLatin1String(reason), QString::number(at_ + 1))};
    }
    QChar peek() const { return at_ < text_.size() ? text_.at(at_) : QChar(); }
    bool starts(QLatin1String what) const { return QStringView(text_).mid(at_).startsWith(what); }
    void skip()
    {
        for (;;) {
            while (peek().isSpace())
                ++at_;
            if (peek() != QLatin1Char('#'))
                return;
            while (at_ < text_.size() && peek() != QLatin1Char('\n'))
                ++at_;
        }
    }
    bool take(QLatin1String what)
    {
        skip();
        if (!starts(what))
            return false;
        at_ += what.size();
        return true;
    }
    QString word()
    {
        skip();
        const qsizetype begin = at_;
        while (at_ < text_.size() && isNameChar(peek(), at_ == begin))
            ++at_;
        return text_.mid(begin, at_ - begin);
    }
    bool takeWord(QLatin1String what)
    {
        const qsizetype before = at_;
        if (word().compare(what, Qt::CaseInsensitive) == 0)
            return true;
        at_ = before;
        return false;
    }

    // Levels from weak to strong: or; and unless; comparisons; + -; * / %; ^.
    QString operatorAt(int level)
    {
        static const QVector<QVector<QLatin1String>> levels{
            {QLatin1String("or")},
            {QLatin1String("and"), QLatin1String("unless")},
            {QLatin1String("=="), QLatin1String("!="), QLatin1String(">="), QLatin1String("<="),
             QLatin1String(">"), QLatin1String("<")},
            {QLatin1String("+"), QLatin1String("-")},
            {QLatin1String("*"), QLatin1String("/"), QLatin1String("%")},
            {QLatin1String("^")}};
        for (const QLatin1String& symbol : levels.at(level)) {
            const bool isWord = level < 2;
            if (isWord ? takeWord(symbol) : take(symbol))
                return symbol;
        }
        return {};
    }
    PromNode binary(int level)
    {
        if (level > 5)
            return unary();
        const Depth depth(*this);
        PromNode left = binary(level + 1);
        for (QString symbol = operatorAt(level); !symbol.isEmpty(); symbol = operatorAt(level)) {
            takeWord(QLatin1String("bool"));
            for (const char* clause : {"on", "ignoring", "group_left", "group_right"}) {
                if (takeWord(QLatin1String(clause)))
                    parenthesised();
            }
            PromNode node;
            node.kind = PromNode::Kind::Binary;
            node.name = symbol;
            node.parts.push_back(std::move(left));
            node.parts.push_back(binary(level + 1));
            left = std::move(node);
        }
        return left;
    }
    PromNode unary()
    {
        const Depth depth(*this);
        if (take(QLatin1String("-"))) {
            PromNode zero;
            PromNode node;
            node.kind = PromNode::Kind::Binary;
            node.name = QStringLiteral("-");
            node.parts.push_back(std::move(zero));
            node.parts.push_back(unary());
            return node;
        }
        (void)take(QLatin1String("+"));
        PromNode node = primary();
        readPast();
        return node;
    }
    // [5m], [5m:1m], offset 5m, @ start()
    void readPast()
    {
        for (;;) {
            if (take(QLatin1String("["))) {
                at_ = text_.indexOf(QLatin1Char(']'), at_) + 1;
                if (at_ == 0)
                    at_ = text_.size(), refuse("a range is not closed");
            } else if (takeWord(QLatin1String("offset"))) {
                (void)take(QLatin1String("-"));
                (void)numberOrDuration();
            } else if (take(QLatin1String("@"))) {
                if (word().isEmpty())
                    (void)numberOrDuration();
                else
                    parenthesised();
            } else {
                return;
            }
        }
    }
    double numberOrDuration()
    {
        static const QRegularExpression number(
            QStringLiteral("\\G(0x[0-9a-fA-F]+|([0-9]*\\.?[0-9]+([eE][-+]?[0-9]+)?|[0-9]+\\.))([a-z0-9]*)"));
        skip();
        const auto match = number.match(text_, at_);
        if (!match.hasMatch())
            refuse("a number is expected");
        at_ = match.capturedEnd();
        bool good = false;
        const QString digits = match.captured(1);
        const double value = digits.startsWith(QLatin1String("0x"))
                                 ? static_cast<double>(digits.toLongLong(&good, 16))
                                 : digits.toDouble(&good);
        return value;
    }
    QString parenthesised()
    {
        skip();
        if (peek() != QLatin1Char('('))
            return {};
        const qsizetype begin = at_ + 1;
        at_ = text_.indexOf(QLatin1Char(')'), at_) + 1;
        if (at_ == 0)
            at_ = text_.size(), refuse("a clause is not closed");
        return text_.mid(begin, at_ - 1 - begin);
    }
    void grouping(PromNode& node)
    {
        const bool by = takeWord(QLatin1String("by"));
        if (!by && !takeWord(QLatin1String("without")))
            return;
        node.grouping = by ? PromNode::Grouping::By : PromNode::Grouping::Without;
        for (const QString& label : parenthesised().split(QLatin1Char(','), Qt::SkipEmptyParts))
            node.labels.append(label.trimmed());
    }
    PromNode primary()
    {
        skip();
        PromNode node;
        if (take(QLatin1String("("))) {
            node = binary(0);
            if (!take(QLatin1String(")")))
                refuse("a bracket is not closed");
            return node;
        }
        if (peek() == QLatin1Char('"') || peek() == QLatin1Char('\'') || peek() == QLatin1Char('`')) {
            node.kind = PromNode::Kind::Text;
            node.name = quoted();
            return node;
        }
        if (peek().isDigit() || peek() == QLatin1Char('.')) {
            node.number = numberOrDuration();
            return node;
        }
        const QString name = word();
        if (name.compare(QLatin1String("Inf"), Qt::CaseInsensitive) == 0 ||
            name.compare(QLatin1String("NaN"), Qt::CaseInsensitive) == 0) {
            node.number = name.at(0).toLower() == QLatin1Char('i') ? HUGE_VAL : std::nan("");
            return node;
        }
        skip();
        if (name.isEmpty() && peek() != QLatin1Char('{'))
            refuse("an expression is expected");
        const qsizetype before = at_;
        PromNode grouped;
        grouping(grouped);
        if (take(QLatin1String("(")))
            return call(name, std::move(grouped));
        at_ = before;
        node.kind = PromNode::Kind::Selector;
        node.name = name;
        if (take(QLatin1String("{")))
            matchers(node);
        return node;
    }
    PromNode call(const QString& name, PromNode node)
    {
        node.kind = PromNode::Kind::Call;
        node.name = name;
        while (!take(QLatin1String(")"))) {
            node.parts.push_back(binary(0));
            if (!take(QLatin1String(","))) {
                if (!take(QLatin1String(")")))
                    refuse("a call is not closed");
                break;
            }
        }
        grouping(node);
        return node;
    }
    QString quoted()
    {
        const QChar quote = peek();
        QString text;
        for (++at_; at_ < text_.size(); ++at_) {
            if (peek() == quote) {
                ++at_;
                return text;
            }
            if (peek() == QLatin1Char('\\') && quote != QLatin1Char('`'))
                ++at_;
            text.append(peek());
        }
        refuse("a text is not closed");
    }
    void matchers(PromNode& node)
    {
        while (!take(QLatin1String("}"))) {
            PromMatcher matcher;
            skip();
            matcher.label = peek() == QLatin1Char('"') ? quoted() : word();
            for (const char* symbol : {"=~", "!~", "!=", "="}) {
                if (matcher.op.isEmpty() && take(QLatin1String(symbol)))
                    matcher.op = QLatin1String(symbol);
            }
            skip();
            if (matcher.label.isEmpty() || (!matcher.op.isEmpty() && peek() != QLatin1Char('"') &&
                                            peek() != QLatin1Char('\'') && peek() != QLatin1Char('`')))
                refuse("a matcher is expected");
            if (matcher.op.isEmpty())
                node.name = matcher.label; // {"utf8.name"}
            else
                matcher.value = quoted();
            if (matcher.label == QLatin1String("__name__") && matcher.op == QLatin1String("="))
                node.name = matcher.value;
            else if (!matcher.op.isEmpty())
                node.matchers.append(matcher);
            (void)take(QLatin1String(","));
        }
    }

    struct Depth
    {
        explicit Depth(PromParser& p) : parser(p)
        {
            if (++parser.depth_ > maxDepth * 7)
                throw Refusal{QStringLiteral("it is nested too deep"), ErrorCode::Limit};
        }
        ~Depth() { --parser.depth_; }
        PromParser& parser;
    };

    const QString& text_;
    qsizetype at_ = 0;
    int depth_ = 0;
};

std::size_t sizeOf(const PromNode& node)
{
    std::size_t nodes = 1;
    for (const PromNode& part : node.parts)
        nodes += sizeOf(part);
    return nodes;
}

void narrow(PromNode& node, const QVector<PromMatcher>& matchers)
{
    if (node.kind == PromNode::Kind::Selector)
        node.outer += matchers;
    for (PromNode& part : node.parts)
        narrow(part, matchers);
}

// Rules that name each other several times grow by a power of the depth, so all of them together share
// one budget of nodes; a rule that names itself stays a metric there.
void substitute(PromNode& node, const QHash<QString, QString>& recordings, QStringList& within,
                std::size_t& budget)
{
    if (node.kind == PromNode::Kind::Selector && recordings.contains(node.name)) {
        const QString rule = node.name;
        if (within.size() >= maxRecordingDepth || within.contains(rule))
            return;
        auto parsed = parsePromQl(recordings.value(rule));
        const QVector<PromMatcher> own = node.matchers, narrowed = own + node.outer;
        if (!parsed || sizeOf(*parsed) > budget || narrowed.size() > maxOuterMatchers)
            return;
        budget -= sizeOf(*parsed);
        node = *std::move(parsed);
        narrow(node, narrowed);
        if (node.kind == PromNode::Kind::Selector)
            node.matchers += own;
        within.append(rule);
        substitute(node, recordings, within, budget);
        within.removeLast();
        return;
    }
    for (PromNode& part : node.parts)
        substitute(part, recordings, within, budget);
}

} // namespace

Result<PromNode> parsePromQl(const QString& text)
{
    if (text.size() > maxLength)
        return Error{ErrorCode::Limit, QStringLiteral("The expression is longer than 16 KiB."), {}, {}};
    try {
        return PromParser(text).parse();
    } catch (const Refusal& refusal) {
        return Error{
            refusal.code, QStringLiteral("The expression cannot be read: %1.").arg(refusal.reason), {}, {}};
    }
}

std::optional<double> constantOf(const PromNode& node)
{
    if (node.kind == PromNode::Kind::Number)
        return node.number;
    if (node.kind != PromNode::Kind::Binary)
        return std::nullopt;
    const auto left = constantOf(node.parts[0]), right = constantOf(node.parts[1]);
    if (!left || !right)
        return std::nullopt;
    if (node.name == QLatin1String("*"))
        return *left * *right;
    if (node.name == QLatin1String("/"))
        return *left / *right;
    if (node.name == QLatin1String("+"))
        return *left + *right;
    return node.name == QLatin1String("-") ? std::optional(*left - *right) : std::nullopt;
}

void substituteRecordings(PromNode& node, const QHash<QString, QString>& recordings)
{
    QStringList within;
    std::size_t budget = maxRecordingNodes;
    substitute(node, recordings, within, budget);
}

} // namespace awb
