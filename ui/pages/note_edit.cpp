#include "ui/pages/note_edit.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QKeyEvent>
#include <QMimeData>
#include <QMimeDatabase>
#include <QUrl>

namespace awb
{

namespace
{

constexpr qint64 kMaxFile = 16 * 1024 * 1024;

QByteArray pngOf(const QImage& image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

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
            QFile file(url.toLocalFile());
            if (!file.open(QIODevice::ReadOnly) || file.size() > kMaxFile) {
                Q_EMIT fileRefused(tr("%1 cannot be attached: it cannot be read or is larger than 16 MiB.")
                                       .arg(QFileInfo(file).fileName()));
                continue;
            }
            Q_EMIT fileGiven(file.readAll(), QFileInfo(file).fileName(),
                             QMimeDatabase().mimeTypeForFile(file.fileName()).name());
        }
        return true;
    }
    if (source->hasImage()) {
        Q_EMIT fileGiven(pngOf(qvariant_cast<QImage>(source->imageData())), tr("screenshot.png"),
                         QStringLiteral("image/png"));
        return true;
    }
    return false;
}

} // namespace awb

#include "moc_note_edit.cpp"
