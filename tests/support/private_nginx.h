#pragma once

#include "tests/support/private_certificates.h"
#include "tests/support/server_process.h"

#include <memory>

namespace awb::test
{

// A private nginx with one worker on 127.0.0.1: plain on port(), TLS on tlsPort() (certificates() signed
// them). Every path answers 200 with 60 bytes of JSON; "extra" are further lines of its server block.
class PrivateNginx
{
public:
    static QString missing();

    enum class Tls { Http11, Http2 }; // the best that the TLS port speaks

    explicit PrivateNginx(const QString& extra = {}, Tls tls = Tls::Http11);

    bool start(); // false with error(); accepts connections when true
    void stop() { process_.stop(); }
    quint16 port() const { return port_; }
    quint16 tlsPort() const { return tlsPort_; }
    const PrivateCertificates& certificates() const { return certificates_; }
    QString error() const { return error_; }
    ServerProcess& process() { return process_; }

private:
    QByteArray configuration() const;

    QString extra_;
    Tls tls_;
    ServerDir dir_;
    PrivateCertificates certificates_;
    ServerProcess process_;
    quint16 port_ = 0;
    quint16 tlsPort_ = 0;
    QString error_;
};

} // namespace awb::test
