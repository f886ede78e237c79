#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QTemporaryDir>

#include <utility>

namespace awb::test
{

// A home of its own for a test: HOME and every XDG_* folder point into a temporary one, and no session bus
// (hence no keyring) is reachable. The variables come back when it is destroyed. Make it before anything
// reads them.
class TempWorld
{
public:
    TempWorld();
    ~TempWorld();
    TempWorld(const TempWorld&) = delete;
    TempWorld& operator=(const TempWorld&) = delete;

    QString path() const { return dir_.path(); }
    QString filePath(const QString& name) const { return dir_.filePath(name); }
    QString dataHome() const { return dir_.filePath(QStringLiteral("share")); }
    QString configHome() const { return dir_.filePath(QStringLiteral("config")); }

private:
    void set(const char* name, const QByteArray& value);

    QTemporaryDir dir_;
    struct Saved
    {
        QByteArray name;
        bool wasSet;
        QByteArray value;
    };
    QList<Saved> saved_;
};

} // namespace awb::test
