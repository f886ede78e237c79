#include "core/probe/postgres/pgbouncer_client.h"

#include "core/probe/probe.h"

#include <libpq-fe.h>
#include <poll.h>

namespace awb
{

namespace
{

using std::chrono::milliseconds;
using std::chrono::steady_clock;
constexpr milliseconds slice{50};
constexpr milliseconds answerLimit{5000};
constexpr int maxRows = 100000;

Error stopped()
{
    return {ErrorCode::Cancelled, QStringLiteral("The run was stopped."), {}, {}};
}

Error late()
{
    return {ErrorCode::Timeout, QStringLiteral("PgBouncer did not answer in time."), {}, {}};
}

// Until the socket is ready, a stop or the deadline.
Status waitSocket(PGconn* connection, short events, steady_clock::time_point end, const ProbeContext& context)
{
    for (;;) {
        if (context.stopRequested())
            return stopped();
        if (steady_clock::now() >= end)
            return late();
        pollfd watched{PQsocket(connection), events, 0};
        if (::poll(&watched, 1, static_cast<int>(slice.count())) > 0)
            return Done{};
    }
}

Status finishConnecting(PGconn* connection, const ProbeContext& context)
{
    const auto end = steady_clock::now() + std::min(answerLimit, context.remaining());
    PostgresPollingStatusType state = PGRES_POLLING_WRITING;
    while (state != PGRES_POLLING_OK && state != PGRES_POLLING_FAILED) {
        const short events = state == PGRES_POLLING_READING ? POLLIN : POLLOUT;
        if (const Status ready = waitSocket(connection, events, end, context); !ready)
            return ready.error();
        state = PQconnectPoll(connection);
    }
    return Done{};
}

void quiet(void*, const PGresult*) {}

Rows copyOut(const PGresult* result)
{
    QStringList columns;
    const int width = PQnfields(result);
    for (int c = 0; c < width; ++c)
        columns.append(QString::fromUtf8(PQfname(result, c)));
    const int height = std::min(PQntuples(result), maxRows);
    QVector<QByteArray> fields;
    fields.reserve(qsizetype(height) * width);
    for (int r = 0; r < height; ++r) {
        for (int c = 0; c < width; ++c)
            fields.append(PQgetisnull(result, r, c) != 0 ? QByteArray()
                                                         : QByteArray(PQgetvalue(result, r, c)));
    }
    return {columns, fields};
}

} // namespace

PgBouncerClient::PgBouncerClient(pg_conn* connection, ProbeContext& context, QList<Secret> known)
    : connection_(connection),
      context_(context),
      known_(std::move(known))
{
}

PgBouncerClient::~PgBouncerClient()
{
    PQfinish(connection_);
}

Result<std::unique_ptr<PgBouncerClient>> PgBouncerClient::connect(const PgAddress& where,
                                                                  const Secret& password,
                                                                  const QList<Secret>& known,
                                                                  ProbeContext& context)
{
    PgAddress address = where;
    if (address.hostAddr.isEmpty()) {
        if (const Status located = locate(address, context); !located)
            return located.error();
    }
    const QByteArray text = connectionString(address, password, {}, 5);
    PGconn* connection = PQconnectStart(text.constData());
    if (connection == nullptr)
        return Error{ErrorCode::Internal, QStringLiteral("Out of memory."), {}, {}};
    std::unique_ptr<PgBouncerClient> client(new PgBouncerClient(connection, context, known));
    if (PQstatus(connection) != CONNECTION_BAD) {
        PQsetNoticeReceiver(connection, quiet, nullptr);
        if (const Status done = finishConnecting(connection, context); !done)
            return done.error();
    }
    if (PQstatus(connection) != CONNECTION_OK)
        return connectError(QString::fromUtf8(PQerrorMessage(connection)), address, known);
    return client;
}

Status PgBouncerClient::waitForAnswer()
{
    const auto end = steady_clock::now() + std::min(answerLimit, context_.remaining());
    while (PQisBusy(connection_) != 0) {
        if (const Status ready = waitSocket(connection_, POLLIN, end, context_); !ready)
            return ready.error();
        if (PQconsumeInput(connection_) == 0)
            return Error{ErrorCode::Unreachable,
                         QStringLiteral("The connection to PgBouncer was lost: %1")
                             .arg(foreignText(QString::fromUtf8(PQerrorMessage(connection_)), known_)),
                         {},
                         {}};
    }
    return Done{};
}

Result<Rows> PgBouncerClient::show(const QString& what)
{
    const QString sql = QStringLiteral("SHOW ") + what;
    context_.sent(sql);
    if (PQsendQuery(connection_, sql.toUtf8().constData()) == 0)
        return Error{ErrorCode::Unreachable,
                     foreignText(QString::fromUtf8(PQerrorMessage(connection_)), known_),
                     {},
                     {}};
    Result<Rows> out = Error{ErrorCode::Protocol, QStringLiteral("PgBouncer answered nothing."), {}, {}};
    for (;;) {
        if (const Status answered = waitForAnswer(); !answered)
            return answered.error();
        PGresult* result = PQgetResult(connection_);
        if (result == nullptr)
            return out;
        if (PQresultStatus(result) == PGRES_TUPLES_OK) {
            out = copyOut(result);
        } else {
            const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
            const QString said = QString::fromUtf8(PQresultErrorMessage(result));
            out = said.contains(QLatin1String("admin access needed")) ||
                          said.contains(QLatin1String("not allowed"))
                      ? Error{ErrorCode::Permission,
                              foreignText(said, known_),
                              {},
                              QStringLiteral("stats_users = <this user>")}
                      : statementError(QString::fromLatin1(state), said, known_);
        }
        PQclear(result);
    }
}

Result<QString> PgBouncerClient::version()
{
    const Result<Rows> rows = show(QStringLiteral("VERSION"));
    if (!rows)
        return rows.error();
    if (rows->isEmpty())
        return Error{ErrorCode::Protocol, QStringLiteral("This is no PgBouncer console."), {}, {}};
    const QString text = foreignText(rows->text(0, 0), known_);
    if (!text.contains(QLatin1String("PgBouncer"), Qt::CaseInsensitive))
        return Error{ErrorCode::Protocol, QStringLiteral("This is no PgBouncer console."), {}, {}};
    return text;
}

} // namespace awb
