#include "core/report_pdf/path_data.h"

#include <QByteArray>

#include <array>

namespace awb
{
namespace
{

// The words of a path string one by one. A command letter may touch its first number: "M4.7 8.3".
class Words
{
public:
    explicit Words(const char* data) : rest_(data) {}

    char command()
    {
        skipSpaces();
        return *rest_ == '\0' ? '\0' : *rest_++;
    }
    std::optional<double> number()
    {
        skipSpaces();
        const char* begin = rest_;
        while ((*rest_ >= '0' && *rest_ <= '9') || *rest_ == '.' || *rest_ == '-')
            ++rest_;
        bool ok = false;
        const double value = QByteArray(begin, rest_ - begin).toDouble(&ok); // C locale, unlike strtod
        return ok ? std::optional(value) : std::nullopt;
    }

private:
    void skipSpaces()
    {
        while (*rest_ == ' ')
            ++rest_;
    }
    const char* rest_;
};

bool readPoints(Words& words, int count, std::array<QPointF, 3>& points)
{
    for (int i = 0; i < count; ++i) {
        const auto x = words.number();
        const auto y = words.number();
        if (!x || !y)
            return false;
        points[static_cast<std::size_t>(i)] = QPointF(*x, *y);
    }
    return true;
}

} // namespace

std::optional<QPainterPath> parsePathData(const char* data)
{
    QPainterPath path;
    Words words(data);
    bool started = false;
    while (const char command = words.command()) {
        std::array<QPointF, 3> points;
        const int count = command == 'M' || command == 'L' ? 1 : command == 'C' ? 3 : 0;
        if (!readPoints(words, count, points) || (command != 'M' && !started))
            return std::nullopt;
        switch (command) {
        case 'M':
            path.moveTo(points[0]);
            break;
        case 'L':
            path.lineTo(points[0]);
            break;
        case 'C':
            path.cubicTo(points[0], points[1], points[2]);
            break;
        case 'Z':
            path.closeSubpath();
            break;
        default:
            return std::nullopt;
        }
        started = true;
    }
    return path;
}

} // namespace awb
