#include "core/probe/postgres/pg_address.h"

#include "core/probe/postgres/pg_environment.h"
#include "core/probe/probe.h"
#include "core/target/target_profile.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrlQuery>

#include <arpa/inet.h>
#include <cerrno>
#include <condition_variable>
#include <cstring>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace awb
{

namespace
{

using std::chrono::milliseconds;
constexpr milliseconds slice{50};

QString errnoText(int code)
{
    return QString::fromLocal8Bit(std::strerror(code));
}

Error cancelledError()
{
    return {ErrorCode::Cancelled, QStringLiteral("The run was stopped."), {}, {}};
}

// What the resolver's thread and the waiting probe own together: either may outlive the other.
struct Lookup
{
    std::mutex mutex;
    std::condition_variable ready;
    bool done = false;
    int code = 0;
    QStringList addresses;
};

void lookUp(const std::shared_ptr<Lookup>& state, const QByteArray& host)
{
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    const int code = ::getaddrinfo(host.constData(), nullptr, &hints, &found);
    QStringList addresses;
    for (const addrinfo* a = found; a != nullptr; a = a->ai_next) {
        char text[NI_MAXHOST];
        if (::getnameinfo(a->ai_addr, a->ai_addrlen, text, sizeof text, nullptr, 0, NI_NUMERICHOST) == 0)
            addresses.append(QString::fromLatin1(text));
    }
    if (found != nullptr)
        ::freeaddrinfo(found);
    const std::lock_guard lock(state->mutex);
    state->code = code;
    state->addresses = addresses;
    state->done = true;
    state->ready.notify_all();
}

// One attempt; 0 or errno (ECANCELED, ETIMEDOUT).
int tryConnect(const QString& address, int port, milliseconds limit, ProbeContext& context)
{
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV;
    addrinfo* found = nullptr;
    const QByteArray host = address.toLatin1();
    const QByteArray service = QByteArray::number(port);
    if (::getaddrinfo(host.constData(), service.constData(), &hints, &found) != 0 || found == nullptr)
        return EADDRNOTAVAIL;
    const int fd = ::socket(found->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    int code = fd < 0 ? errno : 0;
    if (fd >= 0 && ::connect(fd, found->ai_addr, found->ai_addrlen) != 0)
        code = errno;
    ::freeaddrinfo(found);
    const auto end = std::chrono::steady_clock::now() + limit;
    while (code == EINPROGRESS) {
        if (context.stopRequested()) {
            code = ECANCELED;
        } else if (std::chrono::steady_clock::now() >= end) {
            code = ETIMEDOUT;
        } else {
            pollfd watched{fd, POLLOUT, 0};
            if (::poll(&watched, 1, static_cast<int>(slice.count())) > 0) {
                socklen_t size = sizeof code;
                if (::getsockopt(fd, SOL_SOCKET, SO_ERROR, &code, &size) != 0)
                    code = errno;
            }
        }
    }
    if (fd >= 0)
        ::close(fd);
    return code;
}

QByteArray quoted(const QByteArray& value)
{
    QByteArray out("'");
    for (const char c : value) {
        if (c == '\'' || c == '\\')
            out += '\\';
        out += c;
    }
    return out + '\'';
}

struct Symptom
{
    const char* words;
    ErrorCode code;
    const char* sentence;
};

// libpq gives no SQLSTATE for a refused connect, only words; the FATAL line is what the server said.
constexpr Symptom symptoms[] = {
    {"password authentication failed", ErrorCode::Auth, "%1 refused the login: user or password is wrong"},
    {"no password supplied", ErrorCode::Auth, "%1 asks for a password and the profile names none"},
    {"role \"", ErrorCode::Auth, "%1 does not know this role or refuses it"},
    {"is not permitted to log in", ErrorCode::Auth, "%1 does not let this role log in"},
    {"no pg_hba.conf entry", ErrorCode::Auth, "%1 has no pg_hba.conf line for this login"},
    {"authentication failed", ErrorCode::Auth, "%1 refused the login"},
    {"no such user", ErrorCode::Auth, "%1 does not know this user"},
    {"database \"", ErrorCode::NotFound, "%1 has no such database or does not allow it"},
    {"no such database", ErrorCode::NotFound, "%1 has no such database"},
    {"server does not support SSL", ErrorCode::Unreachable,
     "%1 speaks no TLS: fix the server, or write ?sslmode=disable into the profile's URL"},
    {"certificate", ErrorCode::Unreachable,
     "The TLS certificate of %1 was not accepted: name its authority with ?sslrootcert=FILE"},
    {"SSL error", ErrorCode::Unreachable, "The TLS handshake with %1 failed"},
    {"timeout expired", ErrorCode::Timeout, "%1 accepted the connection and then did not answer in time"},
    {"too many clients", ErrorCode::Limit, "%1 has no free connection left"},
    {"remaining connection slots", ErrorCode::Limit, "%1 has no free connection left"},
    {"starting up", ErrorCode::Unreachable, "%1 is starting up"},
    {"shutting down", ErrorCode::Unreachable, "%1 is shutting down"},
    {"Unsupported server version", ErrorCode::Unsupported, "%1 speaks a protocol this client cannot use"},
};

// libpq takes "a,b" for two hosts and tries both.
bool isList(const QString& host)
{
    return host.contains(QLatin1Char(','));
}

Error badHost()
{
    return {
        ErrorCode::Usage,
        QStringLiteral("The PostgreSQL URL names its one host before the port; the parameter host is only "
                       "for the directory of a Unix socket."),
        {},
        {}};
}

// This machine by what the address says, before anything is resolved.
bool isHere(const PgAddress& address)
{
    return address.isSocket() || isLoopbackHost(address.host);
}

// Certificates are verified unless the profile says otherwise. libpq finds ~/.postgresql/root.crt by itself.
QByteArray defaultAuthorities(const PgAddress& address, const QByteArray& mode)
{
    if (!address.sslRootCert.isEmpty() || mode != "verify-full" ||
        QFileInfo::exists(QDir::home().filePath(QStringLiteral(".postgresql/root.crt"))))
        return address.sslRootCert.toUtf8();
    return systemAuthorities();
}

} // namespace

QString PgAddress::label() const
{
    if (isSocket())
        return host + QLatin1Char('/') + database;
    const bool v6 = host.contains(QLatin1Char(':'));
    return QStringLiteral("%1:%2/%3")
        .arg(v6 ? QLatin1Char('[') + host + QLatin1Char(']') : host)
        .arg(port)
        .arg(database);
}

Result<PgAddress> pgAddress(const QUrl& url)
{
    PgAddress address;
    if (isList(url.host()))
        return badHost();
    address.host = url.host().isEmpty() ? QStringLiteral("localhost") : url.host();
    address.port = url.port(5432);
    address.user = url.userName(QUrl::FullyDecoded);
    address.database = url.path(QUrl::FullyDecoded).mid(1);
    if (address.database.isEmpty())
        address.database = address.user;
    const QList<std::pair<QString, QString>> items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto& [key, value] : items) {
        if (key == QLatin1String("sslmode"))
            address.sslMode = value;
        else if (key == QLatin1String("sslrootcert"))
            address.sslRootCert = value;
        else if (key == QLatin1String("sslcert"))
            address.sslCert = value;
        else if (key == QLatin1String("sslkey"))
            address.sslKey = value;
        else if (key == QLatin1String("host") && value.startsWith(QLatin1Char('/')) && !isList(value))
            address.host = value;
        else if (key == QLatin1String("host"))
            return badHost();
        else
            return Error{ErrorCode::Usage,
                         QStringLiteral("The PostgreSQL URL has an unknown parameter \"%1\"; known are "
                                        "sslmode, sslrootcert, sslcert, sslkey and host.")
                             .arg(foreignText(key, {})),
                         {},
                         {}};
    }
    return address;
}

Result<QStringList> resolveHost(const QString& host, int port, milliseconds limit, ProbeContext& context)
{
    Q_UNUSED(port)
    const auto state = std::make_shared<Lookup>();
    std::thread(lookUp, state, host.toUtf8()).detach();
    const auto end = std::chrono::steady_clock::now() + std::min(limit, context.remaining());
    std::unique_lock lock(state->mutex);
    while (!state->done) {
        if (context.stopRequested())
            return cancelledError();
        if (std::chrono::steady_clock::now() >= end)
            return Error{ErrorCode::Timeout,
                         QStringLiteral("The name %1 was not resolved in time.").arg(host),
                         {},
                         {}};
        state->ready.wait_for(lock, slice);
    }
    if (state->code != 0 || state->addresses.isEmpty())
        return Error{ErrorCode::Unreachable,
                     QStringLiteral("The name %1 does not resolve: check the host in the profile.").arg(host),
                     QString::fromLocal8Bit(::gai_strerror(state->code)),
                     {}};
    QStringList unique = state->addresses;
    unique.removeDuplicates();
    return unique;
}

Result<QString> reachHost(const QString& host, const QStringList& addresses, int port, milliseconds limit,
                          ProbeContext& context)
{
    int last = EADDRNOTAVAIL;
    for (const QString& address : addresses) {
        last = tryConnect(address, port, std::min(limit, context.remaining()), context);
        if (last == 0)
            return address;
        if (last == ECANCELED)
            return cancelledError();
    }
    const QString place = QStringLiteral("%1:%2").arg(host).arg(port);
    if (last == ETIMEDOUT)
        return Error{ErrorCode::Timeout,
                     QStringLiteral("%1 does not answer: a firewall or a wrong host?").arg(place),
                     errnoText(last),
                     {}};
    return Error{ErrorCode::Unreachable,
                 QStringLiteral("Nothing accepts connections on %1: check host and port.").arg(place),
                 errnoText(last),
                 {}};
}

Status locate(PgAddress& address, ProbeContext& context)
{
    if (address.isSocket())
        return Done{};
    const Result<QStringList> addresses =
        resolveHost(address.host, address.port, milliseconds(5000), context);
    if (!addresses)
        return addresses.error();
    const Result<QString> reached =
        reachHost(address.host, *addresses, address.port, milliseconds(5000), context);
    if (!reached)
        return reached.error();
    address.hostAddr = *reached;
    return Done{};
}

QByteArray connectionString(const PgAddress& address, const Secret& password, const QString& options,
                            int timeoutSeconds)
{
    QByteArray out;
    QSet<QByteArray> given;
    const auto add = [&](const char* key, const QByteArray& value) {
        out += QByteArray(key) + '=' + quoted(value) + ' ';
        given.insert(key);
    };
    const auto addIfSet = [&](const char* key, const QByteArray& value) {
        if (!value.isEmpty())
            add(key, value);
    };
    const QByteArray user = address.user.isEmpty() ? ownUserName() : address.user.toUtf8();
    const QByteArray mode = !address.sslMode.isEmpty() ? address.sslMode.toUtf8()
                            : isHere(address)          ? QByteArrayLiteral("prefer")
                                                       : QByteArrayLiteral("verify-full");
    add("host", address.host.toUtf8());
    add("hostaddr", address.hostAddr.toUtf8());
    add("port", QByteArray::number(address.port));
    add("dbname", address.database.isEmpty() ? user : address.database.toUtf8());
    addIfSet("user", user);
    add("password", password.reveal());
    add("passfile", QByteArrayLiteral("/dev/null/none")); // cannot exist: the password is the profile's
    add("sslmode", mode);
    addIfSet("sslrootcert", defaultAuthorities(address, mode));
    addIfSet("sslcert", address.sslCert.toUtf8());
    addIfSet("sslkey", address.sslKey.toUtf8());
    add("application_name", "auditbench");
    add("client_encoding", "UTF8");
    add("connect_timeout", QByteArray::number(timeoutSeconds));
    addIfSet("options", options.toUtf8());
    for (const auto& [key, value] : neutralKeywords(given))
        add(key.constData(), value);
    return out;
}

QString foreignText(const QString& text, const QList<Secret>& known)
{
    QString out = redactSecrets(text, known);
    for (QChar& c : out) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
            c = QLatin1Char(' ');
    }
    out = out.simplified();
    return out.size() > 300 ? out.left(299) + QChar(0x2026) : out;
}

Error connectError(const QString& text, const PgAddress& address, const QList<Secret>& known)
{
    const QString said = foreignText(text, known);
    for (const Symptom& symptom : symptoms) {
        if (text.contains(QLatin1String(symptom.words), Qt::CaseInsensitive))
            return {symptom.code,
                    QString::fromLatin1(symptom.sentence).arg(address.label()) + QStringLiteral(" (") + said +
                        QStringLiteral(")."),
                    said,
                    {}};
    }
    // The host was reached before; what is left is the server's own refusal, perhaps in another language.
    const bool refused = text.contains(QLatin1String("FATAL"));
    return {refused ? ErrorCode::Auth : ErrorCode::Unreachable,
            QStringLiteral("%1 did not let us in: %2").arg(address.label(), said),
            said,
            {}};
}

Error statementError(const QString& sqlState, const QString& text, const QList<Secret>& known)
{
    // The first line is the message; DETAIL, LINE and CONTEXT quote foreign statements and data.
    const QString said = foreignText(text.trimmed().section(QLatin1Char('\n'), 0, 0), known);
    const QString detail = sqlState + QStringLiteral(": ") + said;
    if (sqlState == QLatin1String("42501"))
        return {
            ErrorCode::Permission, QStringLiteral("The login may not see this: %1").arg(said), detail, {}};
    if (sqlState == QLatin1String("57014") || sqlState == QLatin1String("55P03"))
        return {ErrorCode::Timeout,
                QStringLiteral("A statement took longer than allowed: %1").arg(said),
                detail,
                {}};
    if (sqlState.startsWith(QLatin1String("28")))
        return {ErrorCode::Auth, said, detail, {}};
    if (sqlState.startsWith(QLatin1String("57P")) || sqlState.startsWith(QLatin1String("08")))
        return {ErrorCode::Unreachable,
                QStringLiteral("The server ended the connection: %1").arg(said),
                detail,
                {}};
    if (sqlState.startsWith(QLatin1String("53")) || sqlState.startsWith(QLatin1String("54")))
        return {ErrorCode::Limit, said, detail, {}};
    if (sqlState == QLatin1String("55000") || sqlState == QLatin1String("42P01") ||
        sqlState == QLatin1String("42883") || sqlState == QLatin1String("42703") ||
        sqlState == QLatin1String("42704") || sqlState == QLatin1String("0A000"))
        return {ErrorCode::Unsupported, said, detail, {}};
    return {ErrorCode::Protocol, QStringLiteral("The server refused a statement: %1").arg(said), detail, {}};
}

} // namespace awb
