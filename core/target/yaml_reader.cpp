#include "core/target/yaml_reader.h"

#include "core/foundation/secret.h"

#include <QHash>
#include <QStringDecoder>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <optional>
#include <sstream>
#include <string>

namespace awb
{

namespace
{

// Leaves the parser from inside a callback; caught in readYaml().
struct Refusal
{
    QString reason;
    int line;
    ErrorCode code = ErrorCode::Parse;
};

int lineOf(const YAML::Mark& mark)
{
    return mark.line + 1;
}

// Builds the tree from the parser's events, so that nothing is built before it was counted.
class TreeBuilder final : public YAML::EventHandler
{
public:
    TreeBuilder(const QList<QByteArray>& lines, const YamlLimits& limits) : lines_(lines), limits_(limits) {}

    YamlNode takeRoot() { return std::move(root_); }

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override
    {
        refuseAnchor(mark, anchor);
        add(leaf(YamlNode::Kind::Null, mark, {}));
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override
    {
        throw Refusal{QStringLiteral("aliases (*name) are not read here; write the value out"), lineOf(mark)};
    }
    void OnAnchor(const YAML::Mark& mark, const std::string&) override { refuseAnchor(mark, 1); }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override
    {
        refuseAnchor(mark, anchor);
        refuseTag(mark, tag);
        refuseOpenQuote(mark);
        add(leaf(YamlNode::Kind::Scalar, mark, QString::fromStdString(value)));
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        open(YamlNode::Kind::Sequence, mark, tag, anchor);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override
    {
        open(YamlNode::Kind::Map, mark, tag, anchor);
    }
    void OnMapEnd() override { close(); }

private:
    struct Frame
    {
        YamlNode node;
        std::optional<YamlNode::Key> key; // Map: read, its value is still to come
        QHash<QString, int> seen;         // Map: key → its line
    };

    static void refuseAnchor(const YAML::Mark& mark, YAML::anchor_t anchor)
    {
        if (anchor != 0)
            throw Refusal{QStringLiteral("anchors (&name) are not read here; write the value out"),
                          lineOf(mark)};
    }
    static void refuseTag(const YAML::Mark& mark, const std::string& tag)
    {
        // "?" is plain and "!" is quoted in yaml-cpp's words.
        if (!tag.empty() && tag != "?" && tag != "!")
            throw Refusal{QStringLiteral("type tags (!name) are not read here"), lineOf(mark)};
    }
    // yaml-cpp lets the end of the file close a quote: every line after it would be lost in one value. A
    // quoted value ends on its own line here; longer texts are written with | or >.
    void refuseOpenQuote(const YAML::Mark& mark) const
    {
        if (mark.line < 0 || mark.line >= lines_.size() || mark.column < 0)
            return;
        const QByteArray& row = lines_.at(mark.line);
        const char quote = mark.column < row.size() ? row.at(mark.column) : 'x';
        if (quote != '"' && quote != '\'')
            return;
        for (qsizetype i = mark.column + 1; i < row.size(); ++i) {
            if (quote == '"' && row.at(i) == '\\')
                ++i;
            else if (row.at(i) == quote)
                return;
        }
        throw Refusal{QStringLiteral("the quote that opens here is not closed on this line"), lineOf(mark)};
    }
    YamlNode leaf(YamlNode::Kind kind, const YAML::Mark& mark, QString text)
    {
        if (++count_ > limits_.nodes)
            throw Refusal{QStringLiteral("more than %1 values").arg(limits_.nodes), lineOf(mark),
                          ErrorCode::Limit};
        YamlNode node;
        node.kind = kind;
        node.line = lineOf(mark);
        node.text = std::move(text);
        for (const QChar c : std::as_const(node.text)) {
            if (c.unicode() < 0x20 && c != QLatin1Char('\n') && c != QLatin1Char('\t') &&
                c != QLatin1Char('\r'))
                throw Refusal{QStringLiteral("a value holds a control character"), node.line};
        }
        return node;
    }
    void open(YamlNode::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor)
    {
        refuseAnchor(mark, anchor);
        refuseTag(mark, tag);
        if (stack_.size() >= static_cast<std::size_t>(limits_.depth))
            throw Refusal{QStringLiteral("nested deeper than %1 levels").arg(limits_.depth), lineOf(mark),
                          ErrorCode::Limit};
        if (!stack_.empty() && expectsKey())
            throw Refusal{QStringLiteral("a key must be plain text"), lineOf(mark)};
        stack_.push_back({leaf(kind, mark, {}), std::nullopt, {}});
    }
    void close()
    {
        YamlNode node = std::move(stack_.back().node);
        stack_.pop_back();
        add(std::move(node));
    }
    bool expectsKey() const { return stack_.back().node.kind == YamlNode::Kind::Map && !stack_.back().key; }
    void add(YamlNode node)
    {
        if (stack_.empty()) {
            root_ = std::move(node);
            return;
        }
        Frame& frame = stack_.back();
        if (expectsKey()) {
            setKey(frame, node);
            return;
        }
        if (frame.key) {
            frame.node.keys.push_back(std::move(*frame.key));
            frame.key.reset();
        }
        frame.node.items.push_back(std::move(node));
    }
    static void setKey(Frame& frame, const YamlNode& node)
    {
        if (node.kind != YamlNode::Kind::Scalar)
            throw Refusal{QStringLiteral("a key must be plain text"), node.line};
        if (const int first = frame.seen.value(node.text); first > 0)
            throw Refusal{QStringLiteral("the key '%1' is here twice (first on line %2)")
                              .arg(node.text.left(60), QString::number(first)),
                          node.line};
        frame.seen.insert(node.text, node.line);
        frame.key = YamlNode::Key{node.text, node.line};
    }

    const QList<QByteArray>& lines_;
    YamlLimits limits_;
    YamlNode root_;
    std::vector<Frame> stack_;
    int count_ = 0;
};

// yaml-cpp guesses UTF-16 and UTF-32 from the first bytes; only UTF-8 without control characters gets that
// far.
std::optional<Refusal> refusedBytes(const QByteArray& bytes)
{
    int line = 1;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '\n')
            ++line;
        else if (byte < 0x20 && c != '\t' && c != '\r')
            return Refusal{
                QStringLiteral("a control character (byte 0x%1)").arg(byte, 2, 16, QLatin1Char('0')), line};
    }
    line = 1;
    for (const QByteArray& row : bytes.split('\n')) {
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        const QString decoded = decoder.decode(row);
        if (decoder.hasError() || decoded.contains(QChar(0xFEFF)))
            return Refusal{QStringLiteral("this line is not plain UTF-8"), line};
        ++line;
    }
    return std::nullopt;
}

YamlNode parseBytes(const QByteArray& bytes, const YamlLimits& limits)
{
    std::istringstream stream(bytes.toStdString());
    YAML::Parser parser(stream);
    const QList<QByteArray> lines = bytes.split('\n');
    TreeBuilder builder(lines, limits);
    if (!parser.HandleNextDocument(builder))
        return {};
    YamlNode root = builder.takeRoot();
    TreeBuilder second(lines, limits);
    if (parser.HandleNextDocument(second))
        throw Refusal{QStringLiteral("a second document starts here; one file holds one"),
                      std::max(1, second.takeRoot().line)};
    return root;
}

} // namespace

const YamlNode* YamlNode::find(const QString& key) const
{
    for (std::size_t i = 0; i < keys.size() && i < items.size(); ++i) {
        if (keys[i].name == key)
            return &items[i];
    }
    return nullptr;
}

Error yamlError(const QString& fileName, int line, const QString& reason, ErrorCode code)
{
    return {code, QStringLiteral("%1:%2: %3").arg(fileName, QString::number(line), reason), {}, {}};
}

Result<YamlNode> readYaml(const QByteArray& bytes, const QString& fileName, const YamlLimits& limits)
{
    if (bytes.size() > limits.bytes)
        return yamlError(fileName, 1,
                         QStringLiteral("the file is larger than %1 KiB").arg(limits.bytes / 1024),
                         ErrorCode::Limit);
    // The one byte order mark that editors put in front of UTF-8.
    const QByteArray text = bytes.startsWith("\xEF\xBB\xBF") ? bytes.mid(3) : bytes;
    if (const auto refusal = refusedBytes(text))
        return yamlError(fileName, refusal->line, refusal->reason, refusal->code);
    try {
        return parseBytes(text, limits);
    } catch (const Refusal& refusal) {
        return yamlError(fileName, refusal.line, refusal.reason, refusal.code);
    } catch (const YAML::Exception& e) {
        const QString reason = redactSecrets(QString::fromStdString(e.msg)).left(200);
        return yamlError(
            fileName, std::max(0, e.mark.line) + 1,
            QStringLiteral("not valid YAML: %1 (put quotes around a value that holds : # ? , [ ] { or })")
                .arg(reason));
    } catch (const std::exception&) {
        return yamlError(fileName, 1, QStringLiteral("cannot be read as YAML"), ErrorCode::Internal);
    }
}

} // namespace awb
