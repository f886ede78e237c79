#include "app/gui/single_instance.h"

#include <QCryptographicHash>
#include <QLocalServer>
#include <QLocalSocket>

namespace awb
{

namespace
{

constexpr int kWaitMs = 300;
constexpr qint64 kMaxMessage = 32 * 1024;

} // namespace

SingleInstance::SingleInstance(const QString& storePath, QObject* parent) : QObject(parent)
{
    const QByteArray seed = storePath.toUtf8() + '\n' + qgetenv("USER") + '\n' + qgetenv("XDG_RUNTIME_DIR");
    const QByteArray hash = QCryptographicHash::hash(seed, QCryptographicHash::Sha256).toHex().left(16);
    name_ = QStringLiteral("auditbench-") + QString::fromLatin1(hash);
}

bool SingleInstance::handOver(const QString& path) const
{
    QLocalSocket socket;
    socket.connectToServer(name_);
    if (!socket.waitForConnected(kWaitMs)) {
        return false;
    }
    socket.write(path.toUtf8() + '\n');
    return socket.waitForBytesWritten(kWaitMs);
}

void SingleInstance::listen()
{
    server_ = new QLocalServer(this);
    server_->setSocketOptions(QLocalServer::UserAccessOption);
    QLocalSocket probe;
    probe.connectToServer(name_);
    if (probe.waitForConnected(kWaitMs)) {
        return; // another window listens; this one works beside it
    }
    QLocalServer::removeServer(name_); // left behind by a crash
    connect(server_, &QLocalServer::newConnection, this, [this] {
        QLocalSocket* socket = server_->nextPendingConnection();
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (socket->bytesAvailable() > kMaxMessage) {
                socket->abort();
                return;
            }
            if (socket->canReadLine()) {
                Q_EMIT fileWanted(QString::fromUtf8(socket->readLine(kMaxMessage)).trimmed());
                socket->disconnectFromServer();
            }
        });
    });
    server_->listen(name_);
}

} // namespace awb
