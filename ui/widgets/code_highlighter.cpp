#include "ui/widgets/code_highlighter.h"

#include "ui/style/style_theme.h"

namespace awb
{
namespace
{

// One alternative per kind, the first that matches wins: comment, string, number, word.
const QRegularExpression& pieces()
{
    static const QRegularExpression expression(
        QStringLiteral("(--.*|#.*)|('[^']*'?|\"[^\"]*\"?)|(\\b\\d+(?:\\.\\d+)?\\b)|(\\b[A-Z][A-Z_]+\\b)"));
    return expression;
}

constexpr int longestLine = 10000; // characters; longer lines stay plain

} // namespace

CodeHighlighter::CodeHighlighter(QTextDocument* document) : QSyntaxHighlighter(document) {}

void CodeHighlighter::setLanguage(const QString& language)
{
    language_ = language;
    rehighlight();
}

void CodeHighlighter::highlightBlock(const QString& text)
{
    if (language_.isEmpty() || text.size() > longestLine)
        return;
    using tokens::Role;
    const Theme theme = themeOf(nullptr);
    const Role roles[] = {Role::SynCom, Role::SynStr, Role::SynNum, Role::SynKw};
    auto matches = pieces().globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const int kind = match.lastCapturedIndex();
        // Upper-case words are keywords in SQL only.
        if (kind < 1 || (kind == 4 && language_ != QLatin1String("sql")))
            continue;
        setFormat(static_cast<int>(match.capturedStart()), static_cast<int>(match.capturedLength()),
                  theme.color(roles[kind - 1]));
    }
}

} // namespace awb

#include "moc_code_highlighter.cpp"
