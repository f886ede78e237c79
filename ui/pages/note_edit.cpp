#include "ui/pages/note_edit.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QUrl>

namespace awb
{

namespace
{

bool hasLocalFile(const QMimeData* source)
{
    const QList<QUrl> urls = source->urls();
    return !urls.isEmpty() && urls.constFirst().isLocalFile();
}

} // namespace

NoteEdit::NoteEdit(bool submitOnEnter, QWidget* parent)
    : QPlainTextEdit(parent),
      submitOnEnter_(submitOnEnter)
{
    setTabChangesFocus(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setLines(2);
}

void NoteEdit::setLines(int lines)
{
    setFixedHeight(fontMetrics().lineSpacing() * lines + 20);
}

void NoteEdit::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT left();
        return;
    }
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool wanted = submitOnEnter_ ? !(event->modifiers() & Qt::ShiftModifier)
                                       : bool(event->modifiers() & Qt::ControlModifier);
    if (enter && wanted) {
        Q_EMIT submitted();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

bool NoteEdit::canInsertFromMimeData(const QMimeData* source) const
{
    return source->hasImage() || hasLocalFile(source) || QPlainTextEdit::canInsertFromMimeData(source);
}

void NoteEdit::insertFromMimeData(const QMimeData* source)
{
    if (!takeFiles(source) && source->hasText()) {
        insertPlainText(source->text());
    }
}

bool NoteEdit::takeFiles(const QMimeData* source)
{
    if (hasLocalFile(source)) {
        for (const QUrl& url : source->urls()) {
            if (url.isLocalFile()) {
                Q_EMIT fileGiven(url.toLocalFile());
            }
        }
        return true;
    }
    if (source->hasImage()) {
        Q_EMIT imageGiven(qvariant_cast<QImage>(source->imageData()));
        return true;
    }
    return false;
}

} // namespace awb

#include "moc_note_edit.cpp"
