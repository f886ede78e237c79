#include "core/probe/metrics/exposition.h"

#include <cmath>
#include <limits>
#include <optional>

namespace awb
{

namespace
{

bool isNameByte(char c, bool first)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' ||
           (!first && c >= '0' && c <= '9');
}

std::optional<double> number(const QByteArray& text)
{
    if (text == "+Inf" || text == "Inf" || text == "+inf")
        return std::numeric_limits<double>::infinity();
    if (text == "-Inf" || text == "-inf")
        return -std::numeric_limits<double>::infinity();
    if (text == "NaN" || text == "nan")
        return std::numeric_limits<double>::quiet_NaN();
    bool good = false;
    const double value = text.toDouble(&good);
    return good ? std::optional(value) : std::nullopt;
}

// One line, from left to right.
class LineReader
{
public:
    LineReader(const QByteArray& line, int maxLabels) : line_(line), maxLabels_(maxLabels) {}

    std::optional<MetricSample> sample()
    {
        MetricSample sample;
        sample.name = name();
        skipSpace();
        if (peek() == '{' && !labels(sample))
            return std::nullopt;
        if (sample.name.isEmpty())
            return std::nullopt;
        skipSpace();
        const std::optional<double> value = number(word());
        if (!value)
            return std::nullopt;
        sample.value = *value;
        skipSpace();
        if (!atEnd() && peek() != '#' && !number(word())) // a timestamp
            return std::nullopt;
        skipSpace();
        return atEnd() || peek() == '#' ? std::optional(sample) : std::nullopt; // an exemplar
    }

private:
    bool atEnd() const { return at_ >= line_.size(); }
    char peek() const { return atEnd() ? '\0' : line_.at(at_); }
    void skipSpace()
    {
        while (peek() == ' ' || peek() == '\t')
            ++at_;
    }
    QByteArray name()
    {
        const qsizetype begin = at_;
        while (!atEnd() && isNameByte(peek(), at_ == begin))
            ++at_;
        return line_.mid(begin, at_ - begin);
    }
    QByteArray word()
    {
        const qsizetype begin = at_;
        while (!atEnd() && peek() != ' ' && peek() != '\t')
            ++at_;
        return line_.mid(begin, at_ - begin);
    }
    std::optional<QByteArray> quoted()
    {
        QByteArray text;
        for (++at_; !atEnd(); ++at_) {
            const char c = peek();
            if (c == '"') {
                ++at_;
                return text;
            }
            if (c != '\\') {
                text.append(c);
                continue;
            }
            ++at_;
            text.append(peek() == 'n' ? '\n' : peek());
        }
        return std::nullopt;
    }
    // "{a="b",c="d"}"; Prometheus 3 puts a quoted name of the metric in front.
    bool labels(MetricSample& sample)
    {
        ++at_;
        for (;;) {
            skipSpace();
            if (peek() == '}') {
                ++at_;
                return true;
            }
            if (!label(sample))
                return false;
            skipSpace();
            if (peek() == ',')
                ++at_;
            else if (peek() != '}')
                return false;
        }
    }
    bool label(MetricSample& sample)
    {
        const bool inQuotes = peek() == '"';
        const std::optional<QByteArray> key = inQuotes ? quoted() : std::optional(name());
        skipSpace();
        if (key && inQuotes && peek() != '=' && sample.name.isEmpty()) {
            sample.name = *key;
            return !sample.name.isEmpty();
        }
        if (!key || key->isEmpty() || peek() != '=' || sample.labels.size() >= maxLabels_)
            return false;
        ++at_;
        skipSpace();
        if (peek() != '"')
            return false;
        const std::optional<QByteArray> value = quoted();
        if (!value)
            return false;
        sample.labels.insert(*key, *value);
        return true;
    }

    const QByteArray& line_;
    const int maxLabels_;
    qsizetype at_ = 0;
};

void readComment(const QByteArray& line, Exposition& exposition)
{
    if (line == "# EOF") {
        exposition.ended = true;
        return;
    }
    if (!line.startsWith("# TYPE "))
        return;
    const QByteArray rest = line.mid(7).trimmed();
    const qsizetype gap = rest.lastIndexOf(' ');
    QByteArray name = rest.left(qMax<qsizetype>(gap, 0)).trimmed();
    if (name.size() >= 2 && name.startsWith('"') && name.endsWith('"'))
        name = name.mid(1, name.size() - 2);
    if (!name.isEmpty())
        exposition.types.insert(name, rest.mid(gap + 1).toLower());
}

} // namespace

Result<Exposition> readExposition(const QByteArray& text, const ExpositionLimits& limits)
{
    if (text.size() > limits.bytes)
        return Error{ErrorCode::Limit, QStringLiteral("The metrics are larger than 16 MiB."), {}, {}};
    Exposition exposition;
    qsizetype at = 0;
    while (at < text.size() && !exposition.ended) {
        qsizetype end = text.indexOf('\n', at);
        if (end < 0)
            end = text.size();
        const QByteArray line = text.mid(at, end - at).trimmed();
        at = end + 1;
        if (line.isEmpty())
            continue;
        if (line.startsWith('#')) {
            readComment(line, exposition);
            continue;
        }
        auto sample =
            line.size() > limits.lineBytes ? std::nullopt : LineReader(line, limits.labels).sample();
        if (!sample) {
            ++exposition.unreadable;
            continue;
        }
        if (exposition.samples.size() >= limits.samples)
            return Error{ErrorCode::Limit,
                         QStringLiteral("The metrics hold more than %1 samples.").arg(limits.samples),
                         {},
                         {}};
        exposition.samples.append(*std::move(sample));
    }
    if (exposition.samples.isEmpty() || exposition.unreadable > exposition.samples.size())
        return Error{
            ErrorCode::Protocol, QStringLiteral("The answer is no Prometheus or OpenMetrics text."), {}, {}};
    return exposition;
}

} // namespace awb
