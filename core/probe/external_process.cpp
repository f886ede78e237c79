#include "core/probe/external_process.h"

#include <QDir>
#include <QFileInfo>

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <vector>

namespace awb
{

namespace
{

constexpr qsizetype mostLine = 1024 * 1024;
constexpr qsizetype mostErrors = 16 * 1024;
constexpr qint64 mostAtOnce = 8 * 1024 * 1024; // of output in one advance(): the caller has a clock to watch

qint64 nowNs()
{
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * qint64{1'000'000'000} + now.tv_nsec;
}

void closeIfOpen(int& fd)
{
    if (fd >= 0)
        ::close(fd);
    fd = -1;
}

Error systemError(const QString& what, int reason)
{
    const ErrorCode code = reason == ENOENT                        ? ErrorCode::NotFound
                           : reason == EACCES || reason == ENOEXEC ? ErrorCode::Permission
                                                                   : ErrorCode::Io;
    return {code, QStringLiteral("%1: %2.").arg(what, QString::fromLocal8Bit(std::strerror(reason))), {}, {}};
}

// Texts and the array of their addresses, as exec wants them. Made before the fork: a child may not allocate.
class TextArray
{
public:
    void add(QByteArray text) { texts_.push_back(std::move(text)); }
    char* const* data()
    {
        addresses_.clear();
        for (QByteArray& text : texts_)
            addresses_.push_back(text.data());
        addresses_.push_back(nullptr);
        return addresses_.data();
    }

private:
    std::vector<QByteArray> texts_;
    std::vector<char*> addresses_;
};

TextArray environmentOf(const ProcessPlan& plan)
{
    static constexpr std::array<const char*, 9> handedOn{
        "PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR", "SSL_CERT_FILE", "SSL_CERT_DIR"};
    TextArray environment;
    for (const char* name : handedOn) {
        if (!plan.environment.contains(name) && qEnvironmentVariableIsSet(name))
            environment.add(QByteArray(name) + '=' + qgetenv(name));
    }
    for (auto it = plan.environment.cbegin(); it != plan.environment.cend(); ++it)
        environment.add(it.key() + '=' + it.value());
    return environment;
}

struct Pipe
{
    int read = -1;
    int write = -1;

    ~Pipe()
    {
        closeIfOpen(read);
        closeIfOpen(write);
    }
    bool open()
    {
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC) != 0)
            return false;
        read = ends[0];
        write = ends[1];
        return true;
    }
};

// What a process is connected to.
struct Streams
{
    Pipe out, err, failure; // failure: why the program could not be run
    int nothing = -1;       // standard input

    ~Streams() { closeIfOpen(nothing); }
    bool open()
    {
        nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
        return nothing >= 0 && out.open() && err.open() && failure.open();
    }
};

struct Child
{
    const char* program;
    char* const* arguments;
    char* const* environment;
    const char* folder; // nullptr: ours
    int nothing, out, err, failure;
    pid_t parent;
};

// In the child: only what a signal handler may call.
[[noreturn]] void become(const Child& child)
{
    ::setpgid(0, 0); // Ctrl-C in our terminal is ours to pass on
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    ::signal(SIGPIPE, SIG_DFL);
    ::signal(SIGINT, SIG_DFL);
    const bool ready = ::getppid() == child.parent && ::dup2(child.nothing, STDIN_FILENO) >= 0 &&
                       ::dup2(child.out, STDOUT_FILENO) >= 0 && ::dup2(child.err, STDERR_FILENO) >= 0 &&
                       (!child.folder || ::chdir(child.folder) == 0);
    if (ready) {
        ::close_range(3, ~0U, CLOSE_RANGE_CLOEXEC);
        ::execve(child.program, child.arguments, child.environment);
    }
    const int reason = errno;
    [[maybe_unused]] const auto written = ::write(child.failure, &reason, sizeof reason);
    ::_exit(127);
}

// Empty once the child runs its program, else why it does not.
int whyNotRunning(int failure)
{
    int reason = 0;
    ssize_t got = 0;
    do {
        got = ::read(failure, &reason, sizeof reason);
    } while (got < 0 && errno == EINTR);
    return got == sizeof reason ? std::max(reason, 1) : 0;
}

} // namespace

Result<std::unique_ptr<ExternalProcess>> ExternalProcess::start(const ProcessPlan& plan)
{
    Streams streams;
    if (!streams.open())
        return systemError(QStringLiteral("No pipe for %1").arg(plan.program), errno);
    const QByteArray program = plan.program.toLocal8Bit();
    const QByteArray folder = plan.folder.toLocal8Bit();
    TextArray arguments;
    arguments.add(program);
    for (const QString& argument : plan.arguments)
        arguments.add(argument.toLocal8Bit());
    TextArray environment = environmentOf(plan);
    const Child child{program.constData(), arguments.data(),
                      environment.data(),  folder.isEmpty() ? nullptr : folder.constData(),
                      streams.nothing,     streams.out.write,
                      streams.err.write,   streams.failure.write,
                      ::getpid()};
    const pid_t pid = ::fork();
    if (pid == 0)
        become(child);
    if (pid < 0)
        return systemError(QStringLiteral("%1 cannot be started").arg(plan.program), errno);
    ::setpgid(pid, pid); // whoever of the two comes first
    closeIfOpen(streams.failure.write);
    if (const int reason = whyNotRunning(streams.failure.read); reason != 0) {
        ::waitpid(pid, nullptr, 0);
        return systemError(QStringLiteral("%1 cannot be run").arg(plan.program), reason);
    }
    std::unique_ptr<ExternalProcess> process(new ExternalProcess());
    process->pid_ = pid;
    process->killAtNs_ = nowNs() + std::chrono::nanoseconds(plan.deadline).count();
    std::swap(process->out_, streams.out.read);
    std::swap(process->err_, streams.err.read);
    ::fcntl(process->out_, F_SETFL, O_NONBLOCK);
    ::fcntl(process->err_, F_SETFL, O_NONBLOCK);
    return process;
}

ExternalProcess::~ExternalProcess()
{
    kill();
    closeIfOpen(out_);
    closeIfOpen(err_);
}

void ExternalProcess::advance(const TakeLine& take)
{
    readLines(take);
    readErrors();
    if (!isRunning())
        return;
    if (nowNs() >= killAtNs_) {
        overDeadline_ = !interrupted_;
        kill();
    } else {
        reapIfEnded();
    }
    if (isRunning())
        return;
    readLines(take); // what it wrote last
    readErrors();
    if (take && !line_.isEmpty() && !skipping_)
        take(line_);
    line_.clear();
}

void ExternalProcess::interrupt(std::chrono::milliseconds patience)
{
    if (!isRunning() || interrupted_)
        return;
    interrupted_ = true;
    ::kill(static_cast<pid_t>(-pid_), SIGINT);
    killAtNs_ = std::min(killAtNs_, nowNs() + std::chrono::nanoseconds(patience).count());
}

void ExternalProcess::kill()
{
    if (!isRunning())
        return;
    ::kill(static_cast<pid_t>(-pid_), SIGKILL);
    int status = 0;
    while (::waitpid(static_cast<pid_t>(pid_), &status, 0) < 0 && errno == EINTR) {
    }
    ended(status);
}

void ExternalProcess::reapIfEnded()
{
    siginfo_t found{};
    const auto id = static_cast<id_t>(pid_);
    if (::waitid(P_PID, id, &found, WEXITED | WNOHANG | WNOWAIT) != 0 || found.si_pid == 0)
        return;
    // as long as it is not reaped its group keeps its number: whoever it left behind ends with it
    ::kill(static_cast<pid_t>(-pid_), SIGKILL);
    int status = 0;
    while (::waitpid(static_cast<pid_t>(pid_), &status, 0) < 0 && errno == EINTR) {
    }
    ended(status);
}

void ExternalProcess::ended(int status)
{
    pid_ = -1;
    exitCode_ = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    signal_ = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

void ExternalProcess::readLines(const TakeLine& take)
{
    static thread_local std::array<char, 64 * 1024> piece;
    for (qint64 all = 0; all < mostAtOnce;) {
        const ssize_t got = ::read(out_, piece.data(), piece.size());
        if (got <= 0)
            return;
        all += got;
        for (const char *at = piece.data(), *const end = at + got; at < end;) {
            const auto* newline =
                static_cast<const char*>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)));
            const char* until = newline ? newline : end;
            if (!skipping_)
                line_.append(at, until - at);
            if (line_.size() > mostLine) {
                hasLongLines_ = skipping_ = true;
                line_.clear();
            }
            if (newline) {
                if (take && !skipping_)
                    take(line_);
                line_.clear();
                skipping_ = false;
            }
            at = newline ? newline + 1 : end;
        }
    }
}

void ExternalProcess::readErrors()
{
    std::array<char, 4096> piece;
    for (qint64 all = 0; all < mostAtOnce;) {
        const ssize_t got = ::read(err_, piece.data(), piece.size());
        if (got <= 0)
            return;
        all += got;
        errors_.append(piece.data(), std::min<qsizetype>(got, mostErrors - errors_.size()));
    }
}

PrivateFolder::PrivateFolder() : folder_(QDir::tempPath() + QStringLiteral("/auditbench-XXXXXX")) {}

Result<QString> PrivateFolder::write(const QString& name, const QByteArray& content) const
{
    const QString path = filePath(name);
    int fd = ::open(path.toLocal8Bit().constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0)
        return systemError(QStringLiteral("%1 cannot be written").arg(path), errno);
    for (qsizetype done = 0; done < content.size();) {
        const ssize_t wrote =
            ::write(fd, content.constData() + done, static_cast<std::size_t>(content.size() - done));
        if (wrote < 0 && errno != EINTR) {
            const int reason = errno;
            ::close(fd);
            return systemError(QStringLiteral("%1 cannot be written").arg(path), reason);
        }
        done += std::max<ssize_t>(wrote, 0);
    }
    ::close(fd);
    return path;
}

QString programOnPath(const QString& name)
{
    const QStringList folders =
        QString::fromLocal8Bit(qgetenv("PATH")).split(QLatin1Char(':'), Qt::SkipEmptyParts);
    for (const QString& folder : folders) {
        const QFileInfo found(folder + QLatin1Char('/') + name);
        if (QDir::isAbsolutePath(folder) && found.isFile() && found.isExecutable())
            return found.absoluteFilePath();
    }
    return {};
}

} // namespace awb
