#include "tests/support/pg_link.h"

#include <libpq-fe.h>
#include <poll.h>

#include <utility>
#include <vector>

namespace awb::test
{

using Clock = std::chrono::steady_clock;

namespace
{

bool waitFor(int fd, short events, Clock::time_point until)
{
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
    pollfd entry{fd, events, 0};
    return left > 0 && ::poll(&entry, 1, static_cast<int>(left)) > 0;
}

void readResult(const PGresult* result, PgAnswer& answer)
{
    const ExecStatusType status = PQresultStatus(result);
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK && status != PGRES_EMPTY_QUERY) {
        answer.ok = false;
        answer.error = QString::fromUtf8(PQresultErrorMessage(result)).trimmed();
        answer.sqlState = QString::fromLatin1(PQresultErrorField(result, PG_DIAG_SQLSTATE));
        return;
    }
    answer.affected = QByteArray(PQcmdTuples(const_cast<PGresult*>(result))).toLongLong();
    if (status != PGRES_TUPLES_OK)
        return;
    answer.rows.clear();
    for (int row = 0; row < PQntuples(result); ++row) {
        QStringList cells;
        for (int column = 0; column < PQnfields(result); ++column)
            cells << (PQgetisnull(result, row, column) ? QString()
                                                       : QString::fromUtf8(PQgetvalue(result, row, column)));
        answer.rows << cells;
    }
}

} // namespace

PgLink::~PgLink()
{
    close();
}

PgLink::PgLink(PgLink&& other) noexcept
    : connection_(std::exchange(other.connection_, nullptr)),
      error_(std::move(other.error_))
{
}

PgLink& PgLink::operator=(PgLink&& other) noexcept
{
    if (this != &other) {
        close();
        connection_ = std::exchange(other.connection_, nullptr);
        error_ = std::move(other.error_);
    }
    return *this;
}

bool PgLink::open(const QString& conninfo, std::chrono::milliseconds deadline)
{
    close();
    const auto until = Clock::now() + deadline;
    connection_ = PQconnectStart(conninfo.toUtf8().constData());
    PostgresPollingStatusType step = PGRES_POLLING_WRITING;
    while (connection_ && PQstatus(connection_) != CONNECTION_BAD && step != PGRES_POLLING_OK &&
           step != PGRES_POLLING_FAILED) {
        if (!waitFor(PQsocket(connection_), step == PGRES_POLLING_READING ? POLLIN : POLLOUT, until)) {
            error_ = QStringLiteral("PostgreSQL did not answer the connection in time");
            close();
            return false;
        }
        step = PQconnectPoll(connection_);
    }
    if (!connection_ || PQstatus(connection_) != CONNECTION_OK) {
        error_ = QString::fromUtf8(PQerrorMessage(connection_)).trimmed();
        close();
        return false;
    }
    PQsetNoticeProcessor(
        connection_, [](void*, const char*) {}, nullptr);
    return true;
}

void PgLink::close()
{
    if (connection_)
        PQfinish(std::exchange(connection_, nullptr));
}

bool PgLink::isOpen() const
{
    return connection_ && PQstatus(connection_) == CONNECTION_OK;
}

bool PgLink::waitReadable(Clock::time_point until)
{
    while (PQisBusy(connection_)) {
        if (!waitFor(PQsocket(connection_), POLLIN, until) || PQconsumeInput(connection_) == 0)
            return false;
    }
    return true;
}

PgAnswer PgLink::exec(const QString& sql, const QStringList& parameters, std::chrono::milliseconds deadline)
{
    PgAnswer answer;
    if (!isOpen()) {
        answer.error = QStringLiteral("not connected");
        return answer;
    }
    std::vector<QByteArray> bytes;
    std::vector<const char*> values;
    for (const QString& parameter : parameters)
        bytes.push_back(parameter.toUtf8());
    for (qsizetype i = 0; i < parameters.size(); ++i)
        values.push_back(parameters[i].isNull() ? nullptr : bytes[static_cast<std::size_t>(i)].constData());
    const QByteArray text = sql.toUtf8();
    const int sent = parameters.isEmpty()
                         ? PQsendQuery(connection_, text.constData())
                         : PQsendQueryParams(connection_, text.constData(), static_cast<int>(values.size()),
                                             nullptr, values.data(), nullptr, nullptr, 0);
    if (sent == 0) {
        answer.error = QString::fromUtf8(PQerrorMessage(connection_)).trimmed();
        return answer;
    }
    answer.ok = true;
    const auto until = Clock::now() + deadline;
    for (;;) {
        if (!waitReadable(until)) {
            answer.ok = false;
            answer.error = PQstatus(connection_) == CONNECTION_OK
                               ? QStringLiteral("no answer within %1 ms").arg(deadline.count())
                               : QString::fromUtf8(PQerrorMessage(connection_)).trimmed();
            close();
            return answer;
        }
        PGresult* result = PQgetResult(connection_);
        if (!result)
            return answer;
        if (answer.ok)
            readResult(result, answer);
        PQclear(result);
    }
}

} // namespace awb::test
