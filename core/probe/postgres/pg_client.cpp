#include "core/probe/postgres/pg_client.h"

#include "core/probe/postgres/pg_results.h"
#include "core/probe/probe.h"

#include <condition_variable>
#include <mutex>
#include <pqxx/pqxx>
#include <sys/socket.h>
#include <thread>

namespace awb
{

namespace
{

using std::chrono::milliseconds;
using std::chrono::steady_clock;
constexpr milliseconds statementTimeout{15000};
constexpr milliseconds cancelGrace{50};
constexpr milliseconds waitSlice{50};
constexpr std::chrono::seconds connectLimit{5};
// The server's own timeout comes first; ours is for a connection that went dead.
constexpr milliseconds deadlineSlack{2000};

QString startupOptions()
{
    return QStringLiteral("-c default_transaction_read_only=on -c statement_timeout=15000 "
                          "-c lock_timeout=500 -c idle_in_transaction_session_timeout=60000 -c jit=off -c "
                          "client_min_messages=error "
                          "-c search_path=pg_catalog");
}

QStringList localSettings()
{
    return {QStringLiteral("statement_timeout = 15000"),
            QStringLiteral("lock_timeout = 500"),
            QStringLiteral("idle_in_transaction_session_timeout = 60000"),
            QStringLiteral("jit = off"),
            QStringLiteral("client_min_messages = error"),
            QStringLiteral("search_path = pg_catalog")};
}

// A connection being made, owned together by the thread that makes it and by who waits: either may outlive
// the other. libpqxx offers no way to break off its constructor.
struct Attempt
{
    std::mutex mutex;
    std::condition_variable ready;
    bool done = false;
    std::unique_ptr<pqxx::connection> connection;
    std::string failure;
};

void makeConnection(const std::shared_ptr<Attempt>& attempt, const std::string& text)
{
    std::unique_ptr<pqxx::connection> made;
    std::string failure;
    try {
        made = std::make_unique<pqxx::connection>(text);
    } catch (const std::exception& refused) {
        failure = refused.what();
    }
    const std::lock_guard lock(attempt->mutex);
    attempt->connection = std::move(made);
    attempt->failure = std::move(failure);
    attempt->done = true;
    attempt->ready.notify_all();
}

// Waits in slices that look at the stop and the deadline; an attempt that nobody waits for any more ends by
// libpq's own connect_timeout and closes itself.
Result<std::shared_ptr<Attempt>> attemptToConnect(const QByteArray& text, const ProbeContext& context)
{
    auto attempt = std::make_shared<Attempt>();
    std::thread(makeConnection, attempt, text.toStdString()).detach();
    const auto end =
        steady_clock::now() + std::min<milliseconds>(connectLimit + deadlineSlack, context.remaining());
    std::unique_lock lock(attempt->mutex);
    while (!attempt->done) {
        if (context.stopRequested())
            return Error{ErrorCode::Cancelled, QStringLiteral("The run was stopped."), {}, {}};
        if (steady_clock::now() >= end)
            return Error{
                ErrorCode::Timeout,
                QStringLiteral("The server accepted the connection and then did not answer in time."),
                {},
                {}};
        attempt->ready.wait_for(lock, waitSlice);
    }
    return attempt;
}

bool refusesOptions(const QString& text)
{
    return text.contains(QLatin1String("unsupported startup parameter"));
}

} // namespace

// The connection, owned together by the client and by a canceller that may still be calling PQcancel.
struct PgClient::Link
{
    std::unique_ptr<pqxx::connection> connection;
    int socket = -1;
    bool options = false;
};

// A thread beside the client that looks at the stop token and the deadline while a statement runs.
class PgClient::Watch
{
public:
    Watch(std::shared_ptr<Link> link, std::stop_token stop)
        : link_(std::move(link)),
          onStop_(std::move(stop), [this] { wake(); }),
          thread_([this] { run(); })
    {
    }
    ~Watch()
    {
        {
            const std::lock_guard lock(mutex_);
            closed_ = true;
        }
        changed_.notify_all();
        thread_.join();
    }

    // False: a stop or a cut came before; nothing may be sent.
    bool enter(steady_clock::time_point deadline)
    {
        const std::lock_guard lock(mutex_);
        if (stopping_ || cut_)
            return false;
        busy_ = true;
        ++turn_;
        deadline_ = deadline;
        changed_.notify_all();
        return true;
    }
    void leave()
    {
        const std::lock_guard lock(mutex_);
        busy_ = false;
        changed_.notify_all();
    }
    bool wasCut() const
    {
        const std::lock_guard lock(mutex_);
        return cut_ || stopping_;
    }
    bool wasStopped() const
    {
        const std::lock_guard lock(mutex_);
        return stopping_;
    }

private:
    void wake()
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
        changed_.notify_all();
    }

    void run()
    {
        std::unique_lock lock(mutex_);
        while (!closed_) {
            if (!busy_)
                changed_.wait(lock);
            else if (!stopping_ && steady_clock::now() < deadline_)
                changed_.wait_until(lock, deadline_);
            else
                cutShort(lock);
        }
    }

    void cutShort(std::unique_lock<std::mutex>& lock)
    {
        cut_ = true;
        const quint64 turn = turn_;
        std::thread([link = link_] {
            try {
                link->connection->cancel_query();
            } catch (const std::exception&) { // the socket is cut next
            }
        }).detach();
        const auto over = [this, turn] { return closed_ || !busy_ || turn_ != turn; };
        if (!changed_.wait_for(lock, cancelGrace, over)) {
            ::shutdown(link_->socket, SHUT_RDWR);
            changed_.wait(lock, over);
        }
    }

    std::shared_ptr<Link> link_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    bool busy_ = false;
    bool stopping_ = false;
    bool cut_ = false;
    bool closed_ = false;
    quint64 turn_ = 0;
    steady_clock::time_point deadline_;
    std::stop_callback<std::function<void()>> onStop_; // may call wake() at once: after what it uses
    std::thread thread_;
};

PgClient::PgClient(std::shared_ptr<Link> link, ProbeContext& context, QList<Secret> known,
                   bool perTransaction)
    : link_(std::move(link)),
      context_(context),
      known_(std::move(known)),
      watch_(std::make_unique<Watch>(link_, context.stopToken())),
      perTransaction_(perTransaction)
{
}

PgClient::~PgClient() = default;

Result<std::unique_ptr<PgClient>> PgClient::connect(const PgAddress& where, const Secret& password,
                                                    const QList<Secret>& known, ProbeContext& context,
                                                    Session session, std::shared_ptr<PgLedger> ledger)
{
    PgAddress address = where;
    if (address.hostAddr.isEmpty()) {
        if (const Status located = locate(address, context); !located)
            return located.error();
    }
    bool options = session == Session::Audit;
    for (;;) {
        auto link = std::make_shared<Link>();
        link->options = options;
        const Result<std::shared_ptr<Attempt>> attempt =
            attemptToConnect(connectionString(address, password, options ? startupOptions() : QString(),
                                              static_cast<int>(connectLimit.count())),
                             context);
        if (!attempt)
            return attempt.error();
        if ((*attempt)->connection) {
            link->connection = std::move((*attempt)->connection);
            link->socket = link->connection->sock();
            std::unique_ptr<PgClient> client(new PgClient(std::move(link), context, known, !options));
            client->ledger_ = std::move(ledger);
            client->label_ = address.label();
            client->count({1, 0});
            return client;
        }
        const QString said = QString::fromStdString((*attempt)->failure);
        if (!options || !refusesOptions(said))
            return connectError(said, address, known);
        options = false;
    }
}

Result<Rows> PgClient::query(const QString& sql, const Params& params, const QString& label)
{
    context_.sent(label.isEmpty() ? sql : label);
    lastSqlState_.clear();
    return perTransaction_ && !inTransaction_ ? inTransaction(sql, params) : execute(sql, params);
}

Result<Rows> PgClient::inTransaction(const QString& sql, const Params& params)
{
    if (const Status begun = begin({}); !begun)
        return begun.error();
    Result<Rows> rows = execute(sql, params);
    const QString state = lastSqlState_;
    rollback();
    lastSqlState_ = state;
    return rows;
}

Status PgClient::begin(const QStringList& settings)
{
    Q_ASSERT(!inTransaction_);
    if (const Result<Rows> begun = execute(QStringLiteral("BEGIN READ ONLY"), {}); !begun)
        return begun.error();
    inTransaction_ = true; // counted as it began
    for (const QString& setting : (perTransaction_ ? localSettings() : QStringList()) + settings) {
        if (const Result<Rows> set = execute(QStringLiteral("SET LOCAL ") + setting, {}); !set) {
            rollback();
            return set.error();
        }
    }
    return Done{};
}

void PgClient::rollback()
{
    if (!inTransaction_)
        return;
    const Result<Rows> done = execute(QStringLiteral("ROLLBACK"), {});
    inTransaction_ = false;
    if (!done)
        context_.log(QStringLiteral("rollback: ") + done.error().detail);
}

Result<Rows> PgClient::execute(const QString& sql, const Params& params)
{
    const auto limit = std::min(statementTimeout + deadlineSlack, context_.remaining());
    if (!inTransaction_)
        count({0, 1});
    if (!watch_->enter(steady_clock::now() + limit)) {
        return watch_->wasStopped()
                   ? Error{ErrorCode::Cancelled, QStringLiteral("The run was stopped."), {}, {}}
                   : Error{ErrorCode::Timeout, QStringLiteral("The server stopped answering."), {}, {}};
    }
    std::vector<std::string> held(static_cast<size_t>(params.size()));
    std::vector<const char*> passed;
    for (qsizetype i = 0; i < params.size(); ++i) {
        const auto& param = params.at(i);
        auto& text = held[static_cast<size_t>(i)];
        if (param)
            text = param->toStdString();
        passed.push_back(param ? text.c_str() : nullptr);
    }
    std::optional<Error> failure;
    Rows rows;
    try {
        pqxx::nontransaction work(*link_->connection);
        rows = copyOut(executeWith(work, sql.toStdString(), passed));
    } catch (const pqxx::broken_connection& lost) {
        failure = Error{ErrorCode::Unreachable,
                        QStringLiteral("The connection was lost: %1")
                            .arg(foreignText(QString::fromUtf8(lost.what()), known_)),
                        {},
                        {}};
    } catch (const pqxx::sql_error& refused) {
        lastSqlState_ = sqlStateOf(refused);
        failure = statementError(lastSqlState_, QString::fromUtf8(refused.what()), known_);
    } catch (const std::exception& other) {
        failure = Error{ErrorCode::Protocol, foreignText(QString::fromUtf8(other.what()), known_), {}, {}};
    }
    watch_->leave();
    if (!failure)
        return rows;
    if (watch_->wasStopped())
        failure = Error{ErrorCode::Cancelled, QStringLiteral("The run was stopped."), failure->detail, {}};
    else if (watch_->wasCut())
        failure =
            Error{ErrorCode::Timeout, QStringLiteral("The server stopped answering."), failure->detail, {}};
    else if (!link_->connection->is_open() && failure->code != ErrorCode::Unreachable)
        failure->code = ErrorCode::Unreachable;
    return *failure;
}

void PgClient::count(const PgLedger::Own& own) const
{
    if (ledger_)
        ledger_->add(label_, own);
}

bool PgClient::usesStartupOptions() const
{
    return link_->options;
}

bool PgClient::isBroken() const
{
    return watch_->wasCut() || !link_->connection->is_open();
}

} // namespace awb
