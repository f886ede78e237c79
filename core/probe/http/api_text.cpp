#include "core/probe/http/api_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QStringDecoder>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <optional>
#include <sstream>
#include <vector>

namespace awb
{

namespace
{

// Leaves the parser from inside a callback; caught in readYamlText().
struct Refusal
{
    QString reason;
    int line;
    ErrorCode code = ErrorCode::Parse;
};

Error textError(int line, const QString& reason, ErrorCode code = ErrorCode::Parse)
{
    return {
        code,
        QStringLiteral("The API description cannot be read, line %1: %2.").arg(QString::number(line), reason),
        {},
        {}};
}

int lineOf(const YAML::Mark& mark)
{
    return mark.line + 1;
}

// A plain scalar by YAML 1.2's core schema.
QJsonValue plainValue(const QString& text)
{
    static const QRegularExpression integer(QStringLiteral("^[-+]?[0-9]{1,15}$"));
    static const QRegularExpression real(
        QStringLiteral("^[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?$"));
    if (text.isEmpty() || text == QLatin1String("~") || text == QLatin1String("null") ||
        text == QLatin1String("Null") || text == QLatin1String("NULL"))
        return QJsonValue::Null;
    if (text == QLatin1String("true") || text == QLatin1String("True") || text == QLatin1String("TRUE"))
        return true;
    if (text == QLatin1String("false") || text == QLatin1String("False") || text == QLatin1String("FALSE"))
        return false;
    if (text.size() < 40 && integer.match(text).hasMatch())
        return text.toLongLong();
    if (text.size() < 40 && real.match(text).hasMatch())
        return text.toDouble();
    return text;
}

struct Built
{
    QJsonValue value;
    int nodes = 1;
    int depth = 1;
};

// Builds JSON from the parser's events; nothing is kept before it was counted.
class JsonBuilder final : public YAML::EventHandler
{
public:
    explicit JsonBuilder(const ApiTextLimits& limits) : limits_(limits) {}
    const std::optional<Built>& root() const { return root_; }

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override
    {
        leaf(mark, anchor, QJsonValue::Null, QString());
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override
    {
        const auto it = anchors_.constFind(anchor);
        if (it == anchors_.constEnd())
            throw Refusal{QStringLiteral("an alias names what is not complete yet"), lineOf(mark)};
        if (expectsKey())
            throw Refusal{QStringLiteral("an alias stands where a key is expected"), lineOf(mark)};
        count(it->nodes, mark);
        if (static_cast<int>(stack_.size()) + it->depth > limits_.depth)
            tooDeep(mark);
        add(*it, lineOf(mark));
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override
    {
        const QString text = QString::fromStdString(value);
        leaf(mark, anchor, tag == "?" || tag == "" ? plainValue(text) : QJsonValue(text), text);
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        open(mark, anchor, false);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override
    {
        open(mark, anchor, true);
    }
    void OnMapEnd() override { close(); }

private:
    struct Frame
    {
        bool map = false;
        QJsonObject object;
        QJsonArray array;
        QJsonObject merged; // of "<<": yields to the map's own keys
        std::optional<QString> key;
        YAML::anchor_t anchor = 0;
        int nodes = 1;
        int depth = 1;
        int line = 0;
    };

    bool expectsKey() const { return !stack_.empty() && stack_.back().map && !stack_.back().key; }
    [[noreturn]] void tooDeep(const YAML::Mark& mark) const
    {
        throw Refusal{QStringLiteral("it is nested deeper than %1 levels").arg(limits_.depth), lineOf(mark),
                      ErrorCode::Limit};
    }
    void count(int nodes, const YAML::Mark& mark)
    {
        count_ += nodes;
        if (count_ > limits_.nodes)
            throw Refusal{QStringLiteral("it holds more than %1 values").arg(limits_.nodes), lineOf(mark),
                          ErrorCode::Limit};
    }
    void leaf(const YAML::Mark& mark, YAML::anchor_t anchor, QJsonValue value, const QString& text)
    {
        count(1, mark);
        if (expectsKey()) {
            Frame& frame = stack_.back();
            // A repeated "<<" is a merge like the first one.
            if (frame.object.contains(text))
                throw Refusal{QStringLiteral("the key '%1' stands twice").arg(text.left(80)), lineOf(mark)};
            frame.key = text;
            return;
        }
        const Built built{std::move(value), 1, 1};
        if (anchor != 0)
            anchors_.insert(anchor, built);
        add(built, lineOf(mark));
    }
    void open(const YAML::Mark& mark, YAML::anchor_t anchor, bool map)
    {
        count(1, mark);
        if (static_cast<int>(stack_.size()) >= limits_.depth)
            tooDeep(mark);
        if (expectsKey())
            throw Refusal{QStringLiteral("a key must be plain text"), lineOf(mark)};
        Frame frame;
        frame.map = map;
        frame.anchor = anchor;
        frame.line = lineOf(mark);
        stack_.push_back(std::move(frame));
    }
    void close()
    {
        Frame frame = std::move(stack_.back());
        stack_.pop_back();
        for (auto it = frame.merged.constBegin(); it != frame.merged.constEnd(); ++it) {
            if (!frame.object.contains(it.key()))
                frame.object.insert(it.key(), it.value());
        }
        const Built built{frame.map ? QJsonValue(frame.object) : QJsonValue(frame.array), frame.nodes,
                          frame.depth};
        if (frame.anchor != 0)
            anchors_.insert(frame.anchor, built);
        add(built, frame.line);
    }
    void merge(Frame& frame, const QJsonValue& value, int line)
    {
        const QJsonArray sources = value.isArray() ? value.toArray() : QJsonArray{value};
        for (const QJsonValue& source : sources) {
            if (!source.isObject())
                throw Refusal{QStringLiteral("a merge key (<<) needs a map"), line};
            const QJsonObject object = source.toObject();
            for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
                if (!frame.merged.contains(it.key()))
                    frame.merged.insert(it.key(), it.value());
            }
        }
    }
    void add(const Built& built, int line)
    {
        if (stack_.empty()) {
            if (root_)
                throw Refusal{QStringLiteral("a second document begins"), line};
            root_ = built;
            return;
        }
        Frame& frame = stack_.back();
        frame.nodes += built.nodes;
        frame.depth = std::max(frame.depth, built.depth + 1);
        if (!frame.map) {
            frame.array.append(built.value);
            return;
        }
        const QString key = *std::exchange(frame.key, std::nullopt);
        if (key == QLatin1String("<<"))
            merge(frame, built.value, line);
        else
            frame.object.insert(key, built.value);
    }

    const ApiTextLimits limits_;
    std::vector<Frame> stack_;
    QMap<YAML::anchor_t, Built> anchors_;
    std::optional<Built> root_;
    int count_ = 0;
};

Result<QJsonObject> readYamlText(const QByteArray& bytes, const ApiTextLimits& limits)
{
    JsonBuilder builder(limits);
    try {
        std::istringstream stream(bytes.toStdString());
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(builder)) {
        }
    } catch (const Refusal& refusal) {
        return textError(refusal.line, refusal.reason, refusal.code);
    } catch (const YAML::Exception& failure) {
        return textError(lineOf(failure.mark), QString::fromStdString(failure.msg).left(200));
    } catch (const std::exception& failure) {
        return textError(1, QString::fromUtf8(failure.what()).left(200));
    }
    if (!builder.root() || !builder.root()->value.isObject())
        return textError(1, QStringLiteral("there is no map at the top"));
    return builder.root()->value.toObject();
}

// Walks JSON that QJsonDocument has accepted; a repeated key would silently hide the first.
class JsonScan
{
public:
    JsonScan(const QByteArray& text, const ApiTextLimits& limits) : text_(text), limits_(limits) {}
    std::optional<Error> run()
    {
        for (at_ = 0; at_ < text_.size() && !error_; ++at_)
            step(text_.at(at_));
        return error_;
    }

private:
    void step(char c)
    {
        if (c == '\n')
            ++line_;
        else if (c == '{' || c == '[')
            open(c == '{');
        else if ((c == '}' || c == ']') && !open_.empty())
            open_.pop_back();
        else if (c == ',')
            value();
        else if (c == '"')
            string();
    }
    void value()
    {
        if (++count_ > limits_.nodes)
            error_ = textError(line_, QStringLiteral("it holds more than %1 values").arg(limits_.nodes),
                               ErrorCode::Limit);
        if (!open_.empty())
            open_.back().key = true;
    }
    void open(bool map)
    {
        value();
        open_.push_back({map, map, {}});
        if (static_cast<int>(open_.size()) > limits_.depth)
            error_ = textError(line_, QStringLiteral("it is nested deeper than %1 levels").arg(limits_.depth),
                               ErrorCode::Limit);
    }
    void string()
    {
        const qsizetype begin = ++at_;
        while (at_ < text_.size() && text_.at(at_) != '"')
            at_ += text_.at(at_) == '\\' ? 2 : 1;
        if (open_.empty() || !open_.back().map || !open_.back().key)
            return;
        open_.back().key = false;
        const QByteArray key = text_.mid(begin, at_ - begin);
        if (open_.back().seen.contains(key))
            error_ = textError(
                line_, QStringLiteral("the key '%1' stands twice").arg(QString::fromUtf8(key.left(80))));
        open_.back().seen.insert(key);
    }

    struct Level
    {
        bool map = false;
        bool key = false; // the next string is a key
        QSet<QByteArray> seen;
    };
    const QByteArray& text_;
    const ApiTextLimits limits_;
    std::vector<Level> open_;
    std::optional<Error> error_;
    qsizetype at_ = 0;
    int line_ = 1;
    int count_ = 0;
};

Result<QJsonObject> readJsonText(const QByteArray& bytes, const ApiTextLimits& limits)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &problem);
    if (problem.error != QJsonParseError::NoError) {
        const int line = 1 + static_cast<int>(bytes.left(problem.offset).count('\n'));
        return textError(line, problem.errorString());
    }
    if (!document.isObject())
        return textError(1, QStringLiteral("there is no object at the top"));
    if (const auto error = JsonScan(bytes, limits).run())
        return *error;
    return document.object();
}

} // namespace

Result<QJsonObject> readApiText(const QByteArray& bytes, const ApiTextLimits& limits)
{
    if (bytes.size() > limits.bytes)
        return Error{
            ErrorCode::Limit,
            QStringLiteral("The API description is larger than %1 MiB.").arg(limits.bytes / 1024 / 1024),
            {},
            {}};
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString decoded = utf8(bytes);
    if (utf8.hasError() || decoded.contains(QChar(0)))
        return textError(1, QStringLiteral("it is no UTF-8 text"));
    const QByteArray trimmed = bytes.startsWith("\xef\xbb\xbf") ? bytes.mid(3).trimmed() : bytes.trimmed();
    return trimmed.startsWith('{') ? readJsonText(trimmed, limits) : readYamlText(trimmed, limits);
}

} // namespace awb
