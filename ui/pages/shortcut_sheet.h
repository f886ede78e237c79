// Every key that works here, by group. Opened with "?".
#pragma once

#include <QDialog>

namespace awb
{

class CommandSet;

class ShortcutSheet : public QDialog
{
    Q_OBJECT
public:
    ShortcutSheet(const QVector<const CommandSet*>& sets, QWidget* parent = nullptr);
};

} // namespace awb
