#pragma once

#include <QObject>

QT_BEGIN_NAMESPACE
class QLocalServer;
QT_END_NAMESPACE

namespace awb
{

// A second start with a file hands the file to the window that is already open. One name per user and store;
// only the same user may connect. A message is one absolute path, at most 32 KiB.
class SingleInstance : public QObject
{
    Q_OBJECT
public:
    explicit SingleInstance(const QString& storePath, QObject* parent = nullptr);

    // True: a running program took the path. Waits at most 300 ms; called before there is a window.
    bool handOver(const QString& path) const;
    void listen();

Q_SIGNALS:
    void fileWanted(const QString& path);

private:
    QString name_;
    QLocalServer* server_ = nullptr;
};

} // namespace awb
