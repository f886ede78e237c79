// Keywords, strings, numbers and comments of short SQL and shell snippets, in the colours of the tokens.
#pragma once

#include <QRegularExpression>
#include <QSyntaxHighlighter>

namespace awb
{

class CodeHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    explicit CodeHighlighter(QTextDocument* document);
    void setLanguage(const QString& language);

protected:
    void highlightBlock(const QString& text) override;

private:
    QString language_;
};

} // namespace awb
