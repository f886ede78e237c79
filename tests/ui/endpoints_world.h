// What the tests of the endpoint inventory share: a service that tells what it offers, and an audit of it.
#pragma once

#include "tests/sample_backend/shop_manners.h"
#include "tests/support/http_peer.h"
#include "tests/ui/ui_world.h"
#include "ui/presenters/endpoints_presenter.h"

#include <QSignalSpy>
#include <QTest>

#include <functional>

namespace awb::test
{

// The sample shop's description; every read is an empty list.
inline void shop(PeerLine& line, const PeerRequest& request)
{
    line.send(
        jsonReply(request.path() == "/openapi.json" ? sample::shopDescription({}, false) : QByteArray("[]")));
}

inline QString profileOf(const HttpPeer& peer)
{
    return QStringLiteral("# ours\nname: Shop\nenvironment: local\nhttp:\n  base_url: \"%1\"\n")
        .arg(peer.url());
}

inline QString newAudit(AuditSession& session, const QString& profile)
{
    QSignalSpy opened(&session, &AuditSession::opened);
    AuditMeta meta = auditMeta(QStringLiteral("Shop"));
    meta.profileText = profile;
    const QString id = session.createAudit(meta);
    return opened.size() == 1 || opened.wait() ? id : QString();
}

inline bool readNow(EndpointsPresenter& presenter)
{
    presenter.read();
    return QTest::qWaitFor([&] { return presenter.state() == DescriptionState::Read; }) &&
           QTest::qWaitFor([&] { return presenter.known().described; });
}

inline const KnownEndpoint* find(const EndpointsPresenter& presenter, const char* title)
{
    for (const KnownEndpoint& endpoint : presenter.known().endpoints) {
        if (EndpointsPresenter::titleOf(endpoint) == QLatin1String(title))
            return &endpoint;
    }
    return nullptr;
}

inline bool becomes(const EndpointsPresenter& presenter, const char* title,
                    const std::function<bool(const KnownEndpoint&)>& holds)
{
    return QTest::qWaitFor([&] {
        const KnownEndpoint* endpoint = find(presenter, title);
        return endpoint && holds(*endpoint);
    });
}

inline bool isLeftOut(const KnownEndpoint& endpoint)
{
    return !endpoint.takenIn && endpoint.said.skip;
}

inline QString profileNow(const AuditSession& session)
{
    return session.result().meta.profileText;
}

} // namespace awb::test
