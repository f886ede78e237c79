#include "tests/support/private_nginx.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace awb::test
{

using namespace std::chrono_literals;

namespace
{

bool accepts(quint16 port)
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const bool connected = ::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    ::close(fd);
    return connected;
}

} // namespace

QString PrivateNginx::missing()
{
    if (findServerProgram(QStringLiteral("nginx")).isEmpty())
        return QStringLiteral("nginx is not installed: install the package nginx-light");
    return PrivateCertificates::missing();
}

PrivateNginx::PrivateNginx(const QString& extra, Tls tls)
    : extra_(extra),
      tls_(tls),
      dir_(QStringLiteral("nginx"))
{
}

QByteArray PrivateNginx::configuration() const
{
    const QString text =
        QStringLiteral(
            "daemon off; worker_processes 1; pid %1/nginx.pid; error_log stderr warn;\n"
            "events { worker_connections 4096; }\n"
            "http { access_log off; default_type application/json; keepalive_requests 100000000;\n"
            "client_body_temp_path %1/body; proxy_temp_path %1/proxy; fastcgi_temp_path %1/fastcgi;\n"
            "uwsgi_temp_path %1/uwsgi; scgi_temp_path %1/scgi;\n"
            "server { listen 127.0.0.1:%2 backlog=4096; listen 127.0.0.1:%3 ssl%7 backlog=4096;\n"
            "ssl_certificate %4; ssl_certificate_key %5; %6\n"
            "location / { return 200 '{\"ok\":true,\"pad\":\"0123456789012345678901234567890123456789\"}'; "
            "}\n"
            "}}\n")
            .arg(dir_.path())
            .arg(port_)
            .arg(tlsPort_)
            .arg(certificates_.serverCertificate(), certificates_.serverKey(), extra_,
                 tls_ == Tls::Http2 ? QStringLiteral(" http2") : QString());
    return text.toUtf8();
}

bool PrivateNginx::start()
{
    error_ = missing();
    if (error_.isEmpty())
        error_ = dir_.isValid() ? certificates_.error() : dir_.error();
    if (!error_.isEmpty())
        return false;
    port_ = freePort();
    tlsPort_ = freePort();
    if (!dir_.write(QStringLiteral("nginx.conf"), configuration())) {
        error_ = dir_.error();
        return false;
    }
    if (!process_.start(findServerProgram(QStringLiteral("nginx")),
                        {QStringLiteral("-p"), dir_.path(), QStringLiteral("-e"), QStringLiteral("stderr"),
                         QStringLiteral("-c"), dir_.filePath(QStringLiteral("nginx.conf"))},
                        dir_.filePath(QStringLiteral("log")), dir_.path())) {
        error_ = process_.error();
        return false;
    }
    const auto until = std::chrono::steady_clock::now() + 20s;
    while (process_.stillRunningAfter(20ms) && std::chrono::steady_clock::now() < until) {
        if (accepts(port_) && accepts(tlsPort_))
            return true;
    }
    error_ = QStringLiteral("nginx was not ready: %1").arg(process_.logText());
    process_.stop();
    return false;
}

} // namespace awb::test
