#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <chrono>
#include <memory>

namespace awb::test
{

// An ordinary account that servers run under when the tests run as root (PostgreSQL and PgBouncer refuse
// root): the first of "postgres" and "nobody" that exists. When we are not root, ourselves.
struct ServerAccount
{
    bool switches = false; // true: we are root and must change to uid/gid
    unsigned uid = 0;
    unsigned gid = 0;

    static ServerAccount pick();
};

// A temporary folder that the server's account owns (mode 0700). Removed when destroyed.
class ServerDir
{
public:
    explicit ServerDir(const QString& purpose);

    bool isValid() const;
    QString path() const;
    QString filePath(const QString& name) const;
    // Writes a file that only the server's account can read. False with error() set when it cannot be
    // written.
    bool write(const QString& name, const QByteArray& bytes);
    QString error() const { return error_; }

private:
    std::unique_ptr<QTemporaryDir> dir_;
    QString error_;
};

// A TCP port on 127.0.0.1 that was free a moment ago; 0 when there is none.
quint16 freePort();

// One server process: started under the server's account, its output kept in a file, stopped by its own pid.
// It dies with the thread that started it (PR_SET_PDEATHSIG), so that a crashed test leaves nothing behind:
// start it from a thread that lives as long as the server should.
class ServerProcess
{
public:
    ServerProcess();
    ~ServerProcess();
    ServerProcess(const ServerProcess&) = delete;
    ServerProcess& operator=(const ServerProcess&) = delete;

    // stopSignal asks for an orderly end; deathSignal is what the kernel sends when we die.
    void setSignals(int stopSignal, int deathSignal);
    bool start(const QString& program, const QStringList& arguments, const QString& logFile,
               const QString& workingDirectory);
    // Waits up to slice for the process to end; true while it still runs. A poll that a dead server cuts
    // short.
    bool stillRunningAfter(std::chrono::milliseconds slice);
    // Orderly, then by force; returns when the process is gone.
    void stop(std::chrono::milliseconds deadline = std::chrono::seconds{15});
    // SIGKILL at once: a crash.
    void crash();
    // SIGSTOP / SIGCONT: a server that accepts and never answers.
    void freeze(bool frozen);

    bool isRunning() const;
    qint64 pid() const;
    QString logText() const; // the last 8 kB
    QString error() const { return error_; }

    // Runs a program to its end under the server's account. Empty: exit code 0; otherwise what went wrong.
    static QString run(const QString& program, const QStringList& arguments, const QString& workingDirectory,
                       std::chrono::milliseconds deadline);

private:
    std::unique_ptr<QProcess> process_;
    QString logFile_;
    QString error_;
    int stopSignal_;
    int deathSignal_;
};

// The program's path from $PATH, /usr/sbin or /usr/lib/postgresql/*/bin (newest first); empty when missing.
QString findServerProgram(const QString& name);

} // namespace awb::test
