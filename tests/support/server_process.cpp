#include "tests/support/server_process.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <arpa/inet.h>
#include <grp.h>
#include <netinet/in.h>
#include <pwd.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace awb::test
{

namespace
{

// Runs in the child between fork and exec: only async-signal-safe calls.
void becomeServer(const ServerAccount& account, int deathSignal)
{
    ::setpgid(0, 0); // Ctrl-C in the terminal is ours to pass on
    if (account.switches) {
        if (::setgroups(0, nullptr) != 0 || ::setgid(account.gid) != 0 || ::setuid(account.uid) != 0)
            ::_exit(126);
    }
    ::umask(0077);
    ::prctl(PR_SET_PDEATHSIG, deathSignal); // after setuid, which clears it
}

QString tail(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    constexpr qint64 kept = 8192;
    if (file.size() > kept)
        file.seek(file.size() - kept);
    return QString::fromUtf8(file.readAll());
}

} // namespace

ServerAccount ServerAccount::pick()
{
    ServerAccount account;
    if (::geteuid() != 0)
        return account;
    for (const char* name : {"postgres", "nobody"}) {
        if (const passwd* entry = ::getpwnam(name)) {
            account.switches = true;
            account.uid = entry->pw_uid;
            account.gid = entry->pw_gid;
            return account;
        }
    }
    return account;
}

ServerDir::ServerDir(const QString& purpose)
{
    // Unix socket paths end at 107 bytes: fall back to /tmp when the temporary folder's name is long.
    QString base = QDir::tempPath();
    if (base.size() > 60)
        base = QStringLiteral("/tmp");
    dir_ = std::make_unique<QTemporaryDir>(base + QStringLiteral("/awb-%1-XXXXXX").arg(purpose));
    if (!dir_->isValid()) {
        error_ = dir_->errorString();
        return;
    }
    const ServerAccount account = ServerAccount::pick();
    if (account.switches && ::chown(QFile::encodeName(path()).constData(), account.uid, account.gid) != 0)
        error_ = QStringLiteral("cannot give %1 to the server's account: %2")
                     .arg(path(), QString::fromLocal8Bit(std::strerror(errno)));
}

bool ServerDir::isValid() const
{
    return dir_->isValid() && error_.isEmpty();
}
QString ServerDir::path() const
{
    return dir_->path();
}
QString ServerDir::filePath(const QString& name) const
{
    return dir_->filePath(name);
}

bool ServerDir::write(const QString& name, const QByteArray& bytes)
{
    QFile file(filePath(name));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size()) {
        error_ = QStringLiteral("cannot write %1: %2").arg(file.fileName(), file.errorString());
        return false;
    }
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.close();
    const ServerAccount account = ServerAccount::pick();
    if (account.switches &&
        ::chown(QFile::encodeName(file.fileName()).constData(), account.uid, account.gid) != 0) {
        error_ = QStringLiteral("cannot give %1 to the server's account").arg(file.fileName());
        return false;
    }
    return true;
}

quint16 freePort()
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return 0;
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    quint16 port = 0;
    if (::bind(fd, reinterpret_cast<const sockaddr*>(&address), length) == 0 &&
        ::getsockname(fd, reinterpret_cast<sockaddr*>(&address), &length) == 0)
        port = ntohs(address.sin_port);
    ::close(fd);
    return port;
}

ServerProcess::ServerProcess() : stopSignal_(SIGTERM), deathSignal_(SIGKILL) {}
ServerProcess::~ServerProcess()
{
    stop();
}

void ServerProcess::setSignals(int stopSignal, int deathSignal)
{
    stopSignal_ = stopSignal;
    deathSignal_ = deathSignal;
}

bool ServerProcess::start(const QString& program, const QStringList& arguments, const QString& logFile,
                          const QString& workingDirectory)
{
    stop();
    logFile_ = logFile;
    process_ = std::make_unique<QProcess>();
    process_->setProcessChannelMode(QProcess::MergedChannels);
    process_->setStandardInputFile(QProcess::nullDevice());
    process_->setStandardOutputFile(logFile, QIODevice::Append);
    process_->setWorkingDirectory(workingDirectory);
    process_->setChildProcessModifier(
        [account = ServerAccount::pick(), signal = deathSignal_] { becomeServer(account, signal); });
    process_->start(program, arguments);
    if (!process_->waitForStarted(10'000)) {
        error_ = QStringLiteral("cannot start %1: %2").arg(program, process_->errorString());
        process_.reset();
        return false;
    }
    return true;
}

bool ServerProcess::stillRunningAfter(std::chrono::milliseconds slice)
{
    if (!isRunning())
        return false;
    if (!process_->waitForFinished(static_cast<int>(slice.count())))
        return process_->state() != QProcess::NotRunning;
    error_ =
        QStringLiteral("the server ended with code %1; its log: %2").arg(process_->exitCode()).arg(logText());
    return false;
}

void ServerProcess::stop(std::chrono::milliseconds deadline)
{
    if (!isRunning()) {
        process_.reset();
        return;
    }
    ::kill(static_cast<pid_t>(process_->processId()), SIGCONT);
    ::kill(static_cast<pid_t>(process_->processId()), stopSignal_);
    if (!process_->waitForFinished(static_cast<int>(deadline.count())))
        crash();
    process_.reset();
}

void ServerProcess::crash()
{
    if (!isRunning())
        return;
    ::kill(static_cast<pid_t>(process_->processId()), SIGKILL);
    process_->waitForFinished(10'000);
}

void ServerProcess::freeze(bool frozen)
{
    if (isRunning())
        ::kill(static_cast<pid_t>(process_->processId()), frozen ? SIGSTOP : SIGCONT);
}

bool ServerProcess::isRunning() const
{
    return process_ && process_->state() == QProcess::Running;
}
qint64 ServerProcess::pid() const
{
    return process_ ? process_->processId() : 0;
}
QString ServerProcess::logText() const
{
    return tail(logFile_);
}

QString ServerProcess::run(const QString& program, const QStringList& arguments,
                           const QString& workingDirectory, std::chrono::milliseconds deadline)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setWorkingDirectory(workingDirectory);
    process.setChildProcessModifier([account = ServerAccount::pick()] { becomeServer(account, SIGKILL); });
    process.start(program, arguments);
    if (!process.waitForStarted(10'000))
        return QStringLiteral("cannot start %1: %2").arg(program, process.errorString());
    if (!process.waitForFinished(static_cast<int>(deadline.count()))) {
        process.kill();
        process.waitForFinished(5'000);
        return QStringLiteral("%1 did not end within %2 s").arg(program).arg(deadline.count() / 1000);
    }
    if (process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return {};
    return QStringLiteral("%1 ended with code %2: %3")
        .arg(program)
        .arg(process.exitCode())
        .arg(QString::fromUtf8(process.readAll()));
}

QString findServerProgram(const QString& name)
{
    const QDir versions(QStringLiteral("/usr/lib/postgresql"));
    QStringList folders;
    for (const QString& version :
         versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed))
        folders << versions.filePath(version) + QStringLiteral("/bin");
    const QString server = QStandardPaths::findExecutable(name, folders);
    if (!server.isEmpty())
        return server;
    const QString onPath = QStandardPaths::findExecutable(name);
    return onPath.isEmpty() ? QStandardPaths::findExecutable(name, {QStringLiteral("/usr/sbin")}) : onPath;
}

} // namespace awb::test
