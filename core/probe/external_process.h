#pragma once

#include "core/foundation/result.h"

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <chrono>
#include <functional>
#include <memory>

namespace awb
{

// How a tool of the user's own is started.
struct ProcessPlan
{
    QString program;       // absolute path
    QStringList arguments; // never a secret: everybody on the machine can read them
    // Beside PATH, HOME, the locale, TZ, TMPDIR and SSL_CERT_*: nothing else of our environment is handed on.
    QMap<QByteArray, QByteArray> environment;
    QString folder;                            // where it runs; empty: where we do
    std::chrono::milliseconds deadline{60000}; // from the start; then it is killed
};

// A running tool in a process group of its own, with no standard input. Its group is killed and it is reaped
// when this goes away, and the kernel kills it when our thread dies. Used by one thread.
class ExternalProcess
{
public:
    using TakeLine = std::function<void(const QByteArray& line)>;

    // Error: NotFound or Permission: it cannot be run; Io: the machine refused.
    static Result<std::unique_ptr<ExternalProcess>> start(const ProcessPlan& plan);
    ~ExternalProcess();
    ExternalProcess(const ExternalProcess&) = delete;
    ExternalProcess& operator=(const ExternalProcess&) = delete;

    // Hands on the whole lines of standard output that are there (a last one without its end once it is over;
    // of longer ones than 1 MiB nothing), and sees whether it has ended. Never waits.
    void advance(const TakeLine& take);
    // SIGINT to the group; who has not ended after `patience` is killed by the advance() that finds it out.
    void interrupt(std::chrono::milliseconds patience);
    void kill(); // the whole group, and reaps it

    bool isRunning() const { return pid_ > 0; }
    int exitCode() const { return exitCode_; } // -1: killed by a signal, or still running
    int signal() const { return signal_; }     // that killed it; 0: none
    bool isOverDeadline() const { return overDeadline_; }
    bool hasLongLines() const { return hasLongLines_; }
    // The first 16 KiB of standard error. Foreign text: may quote what the tool was given.
    const QByteArray& errors() const { return errors_; }

private:
    ExternalProcess() = default;
    void readLines(const TakeLine& take);
    void readErrors();
    void reapIfEnded();
    void ended(int status);

    qint64 pid_ = -1;
    int out_ = -1;
    int err_ = -1;
    int exitCode_ = -1;
    int signal_ = 0;
    bool overDeadline_ = false;
    bool hasLongLines_ = false;
    bool skipping_ = false; // the rest of a long line
    qint64 killAtNs_ = 0;
    bool interrupted_ = false;
    QByteArray line_;
    QByteArray errors_;
};

// A folder that only we can look into (0700); it goes away with this.
class PrivateFolder
{
public:
    PrivateFolder();
    bool isValid() const { return folder_.isValid(); }
    QString path() const { return folder_.path(); }
    QString filePath(const QString& name) const { return folder_.filePath(name); }
    // A new file that only we can read (0600); its absolute path.
    Result<QString> write(const QString& name, const QByteArray& content) const;

private:
    QTemporaryDir folder_;
};

// The absolute path of a program that an absolute entry of PATH has; empty: none has it.
QString programOnPath(const QString& name);

} // namespace awb
