// Ctrl K: find a check, a page or a command by a few letters.
#pragma once

#include <QAction>
#include <QFrame>
#include <QPointer>
#include <QVector>

#include <functional>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QListView;
class QStandardItemModel;
QT_END_NAMESPACE

namespace awb
{

// One thing that can be found.
struct PaletteEntry
{
    QString number; // "2.2"; empty for commands
    QString text;
    QString kind;   // "check", a key
    int glyph = -1; // MarkGlyph of a check
    std::function<void()> run;
};

// The rank of a text for what was typed: 0 does not match; higher is better. Letters must come in order;
// word starts and runs count more.
int fuzzyRank(const QString& typed, const QString& text);

class CommandPalette : public QFrame
{
    Q_OBJECT
public:
    explicit CommandPalette(QWidget* parent);
    void popUp(const QVector<PaletteEntry>& entries);

    bool eventFilter(QObject* watched, QEvent* event) override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void filter(const QString& typed);
    void fitHeight();
    void runCurrent();

    QLineEdit* edit_;
    QListView* list_;
    QStandardItemModel* model_;
    QVector<PaletteEntry> entries_;
};

} // namespace awb
