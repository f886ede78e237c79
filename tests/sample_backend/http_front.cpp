#include "tests/sample_backend/http_front.h"

#include <httplib.h>

namespace awb::sample
{

namespace
{

constexpr std::size_t workers = 16; // a kept connection holds one

HttpQuestion questionFrom(const httplib::Request& request)
{
    HttpQuestion question;
    question.method = QByteArray::fromStdString(request.method);
    question.path = QByteArray::fromStdString(request.path);
    for (const auto& [name, value] : request.params)
        question.query.insert(QByteArray::fromStdString(name), QByteArray::fromStdString(value));
    question.body = QByteArray::fromStdString(request.body);
    for (const auto& [name, value] : request.headers)
        question.headers.insert(QByteArray::fromStdString(name).toLower(), QByteArray::fromStdString(value));
    return question;
}

} // namespace

struct HttpFront::Server
{
    httplib::Server http;
    std::thread thread;
};

HttpFront::HttpFront(ShopService& service, bool limitsBodies) : server_(std::make_unique<Server>())
{
    httplib::Server& http = server_->http;
    http.new_task_queue = [] { return new httplib::ThreadPool(workers); };
    http.set_payload_max_length(limitsBodies ? 64 * 1024 : 256 * 1024 * 1024);
    http.set_read_timeout(5, 0);
    http.set_keep_alive_timeout(5);
    http.set_keep_alive_max_count(1'000'000);
    http.set_tcp_nodelay(true);
    const auto answer = [&service](const httplib::Request& request, httplib::Response& response) {
        const HttpAnswer said = service.handle(questionFrom(request));
        response.status = said.status;
        for (const auto& [name, value] : said.headers)
            response.set_header(name.constData(), value.toStdString());
        response.set_content(said.body.toStdString(), said.type.toStdString());
    };
    http.Get(".*", answer);
    http.Post(".*", answer);
    http.Options(".*", answer);
}

HttpFront::~HttpFront()
{
    server_->http.stop();
    if (server_->thread.joinable())
        server_->thread.join();
}

quint16 HttpFront::start(quint16 port)
{
    int bound = port;
    if (port == 0)
        bound = server_->http.bind_to_any_port("127.0.0.1");
    else if (!server_->http.bind_to_port("127.0.0.1", port))
        bound = -1;
    if (bound <= 0)
        return 0;
    server_->thread = std::thread([this] { server_->http.listen_after_bind(); });
    return static_cast<quint16>(bound);
}

struct HttpCaller::Client
{
    explicit Client(int port) : http("127.0.0.1", port) {}
    httplib::Client http;
};

HttpCaller::HttpCaller(quint16 port) : client_(std::make_unique<Client>(port))
{
    client_->http.set_keep_alive(true);
    client_->http.set_tcp_nodelay(true);
    client_->http.set_connection_timeout(2, 0);
    client_->http.set_read_timeout(10, 0);
}

HttpCaller::~HttpCaller() = default;

HttpAnswer HttpCaller::call(const QByteArray& method, const QByteArray& pathAndQuery, const QByteArray& body)
{
    const std::string path = pathAndQuery.toStdString();
    const httplib::Result result =
        method == "POST" ? client_->http.Post(path.c_str(), body.toStdString(), "application/json")
                         : client_->http.Get(path.c_str());
    if (!result)
        return {0, {}, {}, {}};
    return {result->status,
            QByteArray::fromStdString(result->get_header_value("Content-Type")),
            QByteArray::fromStdString(result->body),
            {}};
}

} // namespace awb::sample
