#pragma once

#include "tests/support/server_process.h"

namespace awb::test
{

// A throw-away certificate authority with one server certificate (localhost, 127.0.0.1) and one client
// certificate, and a second authority that signed neither. Made with the openssl program.
class PrivateCertificates
{
public:
    static QString missing();
    PrivateCertificates();

    bool isValid() const { return error_.isEmpty(); }
    QString error() const { return error_; }
    QString caFile() const { return dir_.filePath(QStringLiteral("ca.pem")); }
    QString otherCaFile() const { return dir_.filePath(QStringLiteral("other-ca.pem")); }
    QString serverCertificate() const { return dir_.filePath(QStringLiteral("server.pem")); }
    QString serverKey() const { return dir_.filePath(QStringLiteral("server.key")); }
    QString clientCertificate() const { return dir_.filePath(QStringLiteral("client.pem")); }
    QString clientKey() const { return dir_.filePath(QStringLiteral("client.key")); }

    // One more server certificate with a flaw, made on the first call: "expired", "wrong-name" (another host)
    // or "self" (signed by itself, for localhost and 127.0.0.1).
    bool addFlawedLeaf(const QString& flaw);
    QString leafCertificate(const QString& flaw) const
    {
        return dir_.filePath(flaw + QStringLiteral(".pem"));
    }
    QString leafKey(const QString& flaw) const { return dir_.filePath(flaw + QStringLiteral(".key")); }

private:
    bool authority(const QString& name);
    bool leaf(const QString& name, const QByteArray& extensions, int days = 3);
    bool selfSigned(const QString& name);
    bool openssl(const QStringList& arguments);

    ServerDir dir_;
    QString error_;
};

} // namespace awb::test
