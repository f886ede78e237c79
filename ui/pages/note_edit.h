// A text field of the judgment: notes and reasons. Pasted or dropped pictures and files become attachments.
#pragma once

#include <QImage>
#include <QPlainTextEdit>

namespace awb
{

class NoteEdit : public QPlainTextEdit
{
    Q_OBJECT
public:
    // submitOnEnter: Enter confirms (Shift+Enter breaks the line).
    explicit NoteEdit(bool submitOnEnter, QWidget* parent = nullptr);
    void setLines(int lines);                // height
    bool takeFiles(const QMimeData* source); // pictures and files; false: there are none

Q_SIGNALS:
    void submitted();
    void left();                         // Esc
    void fileGiven(const QString& path); // not read yet: that is for a worker
    void imageGiven(const QImage& image);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool canInsertFromMimeData(const QMimeData* source) const override;
    void insertFromMimeData(const QMimeData* source) override;

private:
    bool submitOnEnter_;
};

} // namespace awb
