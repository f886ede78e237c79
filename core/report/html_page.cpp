#include "core/report/html_page.h"

#include "core/report/report_words.h"
#include "core/report/safe_text.h"

#include "design_tokens.h"

#include <algorithm>
#include <cmath>

namespace awb
{

namespace
{

QString hex(std::uint32_t rgb)
{
    return QStringLiteral("#%1").arg(rgb, 6, 16, QLatin1Char('0'));
}

QString variables(bool dark)
{
    QString out;
    for (const tokens::Color& color : tokens::colors)
        out +=
            QStringLiteral("--%1:%2;").arg(QLatin1String(color.name), hex(dark ? color.dark : color.light));
    return out;
}

QString number(double value)
{
    return QString::number(value, 'f', 2);
}

QString shapeOf(const tokens::MarkShape& shape)
{
    const auto& n = shape.numbers;
    switch (shape.kind) {
    case tokens::ShapeKind::Ellipse:
    case tokens::ShapeKind::DashedEllipse: {
        const QString dash = shape.kind == tokens::ShapeKind::DashedEllipse
                                 ? QStringLiteral(" class=\"ring\" stroke-dasharray=\"%1 %2\"")
                                       .arg(number(shape.dash[0]), number(shape.dash[1]))
                                 : QString();
        return QStringLiteral("<ellipse cx=\"%1\" cy=\"%2\" rx=\"%3\" ry=\"%4\"%5/>")
            .arg(number(n[0] + n[2] / 2), number(n[1] + n[3] / 2), number(n[2] / 2), number(n[3] / 2), dash);
    }
    case tokens::ShapeKind::RoundedRect:
        return QStringLiteral("<rect x=\"%1\" y=\"%2\" width=\"%3\" height=\"%4\" rx=\"%5\"/>")
            .arg(number(n[0]), number(n[1]), number(n[2]), number(n[3]), number(n[4]));
    case tokens::ShapeKind::Polygon:
        break;
    }
    QString points;
    for (int i = 0; i + 1 < shape.count; i += 2)
        points += number(n[static_cast<std::size_t>(i)]) + QLatin1Char(',') +
                  number(n[static_cast<std::size_t>(i) + 1]) + QLatin1Char(' ');
    return QStringLiteral("<polygon points=\"%1\"/>").arg(points.trimmed());
}

QString symbols()
{
    QString out = QStringLiteral("<svg width=\"0\" height=\"0\" class=\"defs\" aria-hidden=\"true\">");
    for (const tokens::MarkShape& shape : tokens::marks) {
        out += QStringLiteral("<symbol id=\"m-%1\" viewBox=\"0 0 16 16\">%2")
                   .arg(QLatin1String(shape.name), shapeOf(shape));
        if (shape.glyph[0] != '\0')
            out += QStringLiteral("<path class=\"glyph\" d=\"%1\"/>").arg(QLatin1String(shape.glyph));
        out += QStringLiteral("</symbol>");
    }
    return out + QStringLiteral("</svg>\n");
}

QString styleSheet()
{
    return QStringLiteral(":root{color-scheme:light dark;%1}\n"
                          "@media (prefers-color-scheme:dark){:root{%2}}\n")
               .arg(variables(false), variables(true)) +
           QStringLiteral(
               "body{margin:0;background:var(--window);color:var(--text);font:13px/1.45 Inter,'DejaVu "
               "Sans',system-ui,sans-serif}\n"
               "main{max-width:900px;margin:0 auto;padding:24px}\n"
               "h1{font-size:22px;margin:0 0 16px}h2{font-size:18px;margin:32px 0 "
               "8px}h3{font-size:15px;margin:0}\n"
               ".defs{position:absolute}.mark{width:16px;height:16px;vertical-align:-3px;stroke:none}\n"
               ".mark .glyph,.mark path{fill:none}\n"
               ".glyph{fill:none;stroke:var(--onMark);stroke-width:1.9;stroke-linecap:round;stroke-linejoin:"
               "round}\n"
               ".ring{fill:none;stroke:var(--open);stroke-width:1.4}\n"
               ".pass{fill:var(--pass)}.warn{fill:var(--warn)}.fail{fill:var(--fail)}.na{fill:var(--na)}"
               ".open{fill:none}\n"
               ".sym{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}\n"
               ".card{background:var(--panel);border:1px solid "
               "var(--line);border-radius:8px;padding:16px;margin:0 0 "
               "16px}\n"
               ".honest{background:var(--naTint);border-radius:6px;padding:8px 12px}\n"
               "table{border-collapse:collapse;width:100%;margin:8px "
               "0}th{font-size:11px;font-weight:500;text-align:"
               "left;color:var(--text2);border-bottom:1px solid var(--text)}\n"
               "th,td{padding:6px 12px 6px 0;vertical-align:top}td{border-bottom:1px solid var(--line)}\n"
               "td:last-child,th:last-child{padding-right:0}\n"
               ".num{text-align:right;font-family:'JetBrains Mono','DejaVu Sans "
               "Mono',monospace;font-size:12px;"
               "white-space:nowrap;font-variant-ligatures:none}\n"
               "code,pre{font:12px/1.5 'JetBrains Mono','DejaVu Sans "
               "Mono',monospace;font-variant-ligatures:none;"
               "overflow-wrap:anywhere}\n"
               "pre{background:var(--code);border:1px solid var(--line);border-radius:6px;padding:8px "
               "12px;white-space:"
               "pre-wrap}\n"
               "dl{display:grid;grid-template-columns:120px 1fr;gap:4px 12px;margin:8px "
               "0}dt{color:var(--text2)}dd{"
               "margin:0;overflow-wrap:anywhere}\n"
               ".total td{font-weight:600;border-top:1px solid var(--text);border-bottom:0}\n"
               ".muted{color:var(--text2)}.id{font-family:'JetBrains Mono','DejaVu Sans "
               "Mono',monospace;color:var(--"
               "text2);margin-right:8px}\n"
               ".head{display:flex;gap:8px;align-items:center}.head .chip{margin-left:auto}\n"
               ".chip{border:1px solid var(--line);border-radius:4px;padding:1px "
               "8px;font-size:12px;white-space:nowrap}\n"
               ".note{border-left:3px solid var(--line);padding:4px 0 4px 12px;margin:8px 0}\n"
               ".ruler{width:100%;height:52px;display:block;margin:8px 0}.ruler "
               "text{font-size:11px;fill:var(--text)}\n"
               ".scroll{overflow-x:auto}\n"
               "@media print{body{background:var(--panel)}.card{break-inside:avoid}}\n");
}

struct MarkName
{
    const char* symbol;
    const char* style;
};

MarkName nameOf(Mark mark)
{
    switch (mark) {
    case Mark::Pass:
        return {"pass", "pass"};
    case Mark::Warn:
        return {"warn", "warn"};
    case Mark::Fail:
        return {"fail", "fail"};
    case Mark::NotApplicable:
        return {"na", "na"};
    case Mark::Undecided:
        break;
    }
    return {"undecided", "open"};
}

} // namespace

QString htmlPage(const QString& title, const QString& body, const QLocale& locale)
{
    const QString language = locale.language() == QLocale::C ? QStringLiteral("en") : locale.bcp47Name();
    return QStringLiteral("<!DOCTYPE html>\n<html lang=\"") + markupText(language) +
           QStringLiteral(
               "\">\n<head>\n<meta charset=\"utf-8\">\n"
               "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
               "'unsafe-inline'\">\n"
               "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>") +
           markupText(title) + QStringLiteral("</title>\n<style>\n") + styleSheet() +
           QStringLiteral("</style>\n</head>\n<body>\n") + symbols() + QStringLiteral("<main>\n") + body +
           QStringLiteral("</main>\n</body>\n</html>\n");
}

QString htmlMark(Mark mark)
{
    const MarkName name = nameOf(mark);
    return QStringLiteral("<svg class=\"mark %1\" role=\"img\" aria-label=\"%2\"><use href=\"#m-%3\"/></svg>"
                          "<span class=\"sym\">%4</span>")
        .arg(QLatin1String(name.style), markupText(markWord(mark)), QLatin1String(name.symbol),
             symbolOf(mark));
}

QString htmlRuler(const Suggestion& suggestion, const QLocale& locale)
{
    if (!suggestion.headline || !suggestion.threshold || !suggestion.headline->isKnown())
        return {};
    const Measurement& value = *suggestion.headline;
    const Threshold& threshold = *suggestion.threshold;
    const double top = std::max({threshold.value * 1.5, value.value * 1.1, value.high.value_or(0) * 1.1});
    if (!std::isfinite(top) || top <= 0 || value.value < 0 || threshold.value < 0)
        return {};
    // percent of the drawing's width
    const auto x = [top](double v) { return number(std::clamp(v / top, 0.0, 1.0) * 100) + QLatin1Char('%'); };
    const bool met = threshold.isMetBy(value.value);
    QString out =
        QStringLiteral("<svg class=\"ruler\" role=\"img\" aria-label=\"%1\">"
                       "<rect x=\"0\" y=\"20\" width=\"100%\" height=\"10\" fill=\"var(--sunken)\"/>")
            .arg(markupText(measurementText(value, locale)));
    if (value.low && value.high)
        out += QStringLiteral("<line x1=\"%1\" x2=\"%2\" y1=\"25\" y2=\"25\" stroke=\"var(--text)\" "
                              "stroke-width=\"3\"/>")
                   .arg(x(*value.low), x(*value.high));
    out += QStringLiteral(
               "<line x1=\"%1\" x2=\"%1\" y1=\"14\" y2=\"36\" stroke=\"var(--text)\" stroke-width=\"2\"/>")
               .arg(x(threshold.value));
    out += QStringLiteral("<circle cx=\"%1\" cy=\"25\" r=\"5\" fill=\"var(--%2)\"/>")
               .arg(x(value.value), met ? QStringLiteral("text") : QStringLiteral("fail"));
    const auto anchor = [top](double v) {
        return v / top > 0.5 ? QStringLiteral("end") : QStringLiteral("start");
    };
    out += QStringLiteral("<text x=\"%1\" y=\"11\" text-anchor=\"%2\">%3</text>")
               .arg(x(value.value), anchor(value.value), markupText(measurementText(value, locale)));
    out += QStringLiteral("<text x=\"%1\" y=\"49\" text-anchor=\"%2\">%3</text></svg>")
               .arg(x(threshold.value), anchor(threshold.value),
                    markupText(comparisonSymbol(threshold.comparison) + QChar(0xA0) +
                               formatQuantity(threshold.value, threshold.unit, locale)));
    return out;
}

} // namespace awb
