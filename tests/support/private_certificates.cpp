#include "tests/support/private_certificates.h"

#include <QFile>

namespace awb::test
{

using namespace std::chrono_literals;

QString PrivateCertificates::missing()
{
    return findServerProgram(QStringLiteral("openssl")).isEmpty()
               ? QStringLiteral("openssl is not installed: install the package openssl")
               : QString();
}

PrivateCertificates::PrivateCertificates() : dir_(QStringLiteral("tls"))
{
    error_ = missing();
    if (error_.isEmpty() && !dir_.isValid())
        error_ = dir_.error();
    if (!error_.isEmpty())
        return;
    (void)(authority(QStringLiteral("ca")) && authority(QStringLiteral("other-ca")) &&
           leaf(QStringLiteral("server"), "subjectAltName=DNS:localhost,IP:127.0.0.1\n"
                                          "extendedKeyUsage=serverAuth\n") &&
           leaf(QStringLiteral("client"), "extendedKeyUsage=clientAuth\n"));
}

bool PrivateCertificates::openssl(const QStringList& arguments)
{
    error_ = ServerProcess::run(findServerProgram(QStringLiteral("openssl")), arguments, dir_.path(), 30s);
    return error_.isEmpty();
}

bool PrivateCertificates::authority(const QString& name)
{
    return openssl({QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                    QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                    QStringLiteral("ec_paramgen_curve:P-256"), QStringLiteral("-nodes"),
                    QStringLiteral("-days"), QStringLiteral("3"), QStringLiteral("-subj"),
                    QStringLiteral("/CN=test ") + name, QStringLiteral("-addext"),
                    QStringLiteral("keyUsage=critical,keyCertSign,cRLSign"), QStringLiteral("-keyout"),
                    name + QStringLiteral(".key"), QStringLiteral("-out"), name + QStringLiteral(".pem")});
}

bool PrivateCertificates::leaf(const QString& name, const QByteArray& extensions, int days)
{
    const QString request = name + QStringLiteral(".csr");
    const QString settings = name + QStringLiteral(".ext");
    if (!dir_.write(settings, extensions)) {
        error_ = dir_.error();
        return false;
    }
    return openssl({QStringLiteral("req"), QStringLiteral("-newkey"), QStringLiteral("ec"),
                    QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:P-256"),
                    QStringLiteral("-nodes"), QStringLiteral("-subj"),
                    name == QLatin1String("client") ? QStringLiteral("/CN=test client")
                                                    : QStringLiteral("/CN=localhost"),
                    QStringLiteral("-keyout"), name + QStringLiteral(".key"), QStringLiteral("-out"),
                    request}) &&
           openssl({QStringLiteral("x509"), QStringLiteral("-req"), QStringLiteral("-in"), request,
                    QStringLiteral("-CA"), QStringLiteral("ca.pem"), QStringLiteral("-CAkey"),
                    QStringLiteral("ca.key"), QStringLiteral("-CAcreateserial"), QStringLiteral("-days"),
                    QString::number(days), QStringLiteral("-extfile"), settings, QStringLiteral("-out"),
                    name + QStringLiteral(".pem")});
}

bool PrivateCertificates::addFlawedLeaf(const QString& flaw)
{
    if (QFile::exists(leafCertificate(flaw)))
        return true;
    const QByteArray here = "subjectAltName=DNS:localhost,IP:127.0.0.1\n";
    if (flaw == QLatin1String("self"))
        return selfSigned(flaw);
    if (flaw == QLatin1String("expired"))
        return leaf(flaw, here, -1); // openssl ends its validity a day before it begins
    return leaf(flaw, "subjectAltName=DNS:elsewhere.example\n");
}

bool PrivateCertificates::selfSigned(const QString& name)
{
    return openssl({QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                    QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                    QStringLiteral("ec_paramgen_curve:P-256"), QStringLiteral("-nodes"),
                    QStringLiteral("-days"), QStringLiteral("3"), QStringLiteral("-subj"),
                    QStringLiteral("/CN=self"), QStringLiteral("-addext"),
                    QStringLiteral("subjectAltName=DNS:localhost,IP:127.0.0.1"), QStringLiteral("-keyout"),
                    name + QStringLiteral(".key"), QStringLiteral("-out"), name + QStringLiteral(".pem")});
}

} // namespace awb::test
