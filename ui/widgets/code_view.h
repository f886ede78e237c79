// Evidence, statements and commands exactly as they are: mono, no ligatures, read-only, with a copy button.
// Control and bidirectional characters are shown as escapes; what is copied is the original.
#pragma once

#include <QPlainTextEdit>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace awb
{

class CodeHighlighter;

class CodeView : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit CodeView(QWidget* parent = nullptr);

    // language "sql" or "redis" or "sh" is coloured a little; anything else is plain. Longer than 1 MiB is
    // cut, and says so.
    void setCode(const QString& code, const QString& language = {});
    const QString& code() const { return code_; }
    // Higher than that scrolls; default 12.
    void setMaxLines(int lines);
    void setCopyVisible(bool visible);
    void copyAll() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void applyTheme();
    void placeButton();
    int lineCount() const;

    QString code_;
    QPushButton* copy_;
    CodeHighlighter* highlighter_;
    int maxLines_ = 12;
};

} // namespace awb
