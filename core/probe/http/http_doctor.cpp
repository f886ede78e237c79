#include "core/probe/http/http_doctor.h"

#include "core/probe/http/endpoint_inventory.h"
#include "core/probe/http/http_client.h"
#include "core/probe/http/http_probes.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>

namespace awb
{

namespace
{

constexpr qint64 soonDays = 21;

class HttpExamination
{
public:
    HttpExamination(const ProbeTarget& target, ProbeContext& context)
        : target_(target),
          context_(context),
          client_(httpSettings(target), context)
    {
        report_.source = ProbeSource::Http;
        report_.label = originOf(target.profile.http->baseUrl);
    }

    DoctorReport run()
    {
        if (reach()) {
            report_.reachable = true;
            tellCertificate();
            tellInventory();
            tellCredential();
        }
        tellSights();
        return std::move(report_);
    }

private:
    bool reach();
    void offerPin();
    void tellCertificate();
    void tellInventory();
    void tellCredential();
    bool hasEndpoint(const std::function<bool(const Endpoint&)>& fits) const;
    void judgeSight(DoctorSight& sight) const;
    void tellSights();
    void add(const char* id, Message title, StepState state, Message text, QString fix = {}, qint64 us = 0)
    {
        report_.steps.append(
            {QLatin1String(id), std::move(title), state, std::move(text), us / 1000, std::move(fix)});
    }
    bool isTls() const { return target_.profile.http->baseUrl.scheme() == QLatin1String("https"); }

    const ProbeTarget& target_;
    ProbeContext& context_;
    HttpClient client_;
    HttpResponse first_;
    std::optional<EndpointInventory> inventory_;
    DoctorReport report_;
    bool credentialWorks_ = false;
    bool credentialRefused_ = false;
};

// One request shows name, TCP and TLS at once; where it fails says which of them.
bool HttpExamination::reach()
{
    const auto answer = client_.get(client_.at(QStringLiteral("/")), Credential::None);
    const Message name = QT_TRANSLATE_NOOP("awb", "Name"), tcp = QT_TRANSLATE_NOOP("awb", "TCP"),
                  tls = QT_TRANSLATE_NOOP("awb", "TLS"), http = QT_TRANSLATE_NOOP("awb", "Answer");
    const Message fine = QT_TRANSLATE_NOOP("awb", "Works.");
    if (answer) {
        first_ = *answer;
        const HttpTimings& t = first_.timings;
        add("dns", name, StepState::Ok,
            Message(QT_TRANSLATE_NOOP("awb", "The name leads to %1."), {first_.address}), {}, t.name);
        add("tcp", tcp, StepState::Ok, fine, {}, t.connect - t.name);
        if (isTls())
            add("tls", tls, StepState::Ok, fine, {}, t.tls - t.connect);
        else
            add("tls", tls, StepState::Skipped,
                QT_TRANSLATE_NOOP("awb",
                                  "Not used: the URL begins with http://, so credentials travel in clear."));
        add("http", http, StepState::Ok,
            Message(QT_TRANSLATE_NOOP("awb", "HTTP/%1, status %2."),
                    {QString::fromLatin1(first_.protocol), QString::number(first_.status)}),
            {}, t.firstByte);
        return true;
    }
    const Error& error = answer.error();
    const Message why = Message::verbatim(error.message);
    const bool isName = error.message.contains(QLatin1String("not known"));
    const bool isTcp = error.message.contains(QLatin1String("accepts connections"));
    if (isName) {
        add("dns", name, StepState::Failed, why);
        return false;
    }
    add("dns", name, StepState::Ok, fine);
    if (isTcp || error.code == ErrorCode::Timeout) {
        add("tcp", tcp, StepState::Failed, why);
        return false;
    }
    add("tcp", tcp, StepState::Ok, fine);
    if (error.code == ErrorCode::Unreachable && isTls()) {
        add("tls", tls, StepState::Failed, why, error.remedy);
        offerPin();
        return false;
    }
    add("http", http, StepState::Failed, why, error.remedy);
    return false;
}

// Who signed what cannot be verified, and the line that would trust it by choice.
void HttpExamination::offerPin()
{
    const auto seen = client_.inspectCertificate(target_.profile.http->baseUrl);
    if (!seen)
        return;
    add("certificate", QT_TRANSLATE_NOOP("awb", "Certificate"), StepState::Warning,
        Message(QT_TRANSLATE_NOOP("awb", "Issued by %1 for %2 (%3), valid until %4."),
                {seen->issuer, seen->subject, seen->alternativeNames, seen->expires.toString(Qt::ISODate)}),
        seen->pin.isEmpty() ? QString() : QStringLiteral("http: {pin: %1}").arg(seen->pin));
}

void HttpExamination::tellCertificate()
{
    if (!isTls() || !first_.certificate.expires.isValid())
        return;
    const qint64 days = context_.clock().now().daysTo(first_.certificate.expires);
    const bool pinned = !first_.certificate.verified;
    add("certificate", QT_TRANSLATE_NOOP("awb", "Certificate"),
        days < soonDays || pinned ? StepState::Warning : StepState::Ok,
        pinned ? Message(QT_TRANSLATE_NOOP(
                             "awb", "Trusted by the profile's pin alone; valid for %1 more {1:day|days}."),
                         {MessageArg(days)})
               : Message(QT_TRANSLATE_NOOP("awb", "The certificate is valid for %1 more {1:day|days}."),
                         {MessageArg(days)}));
}

void HttpExamination::tellInventory()
{
    const Message title = QT_TRANSLATE_NOOP("awb", "API description");
    auto inventory = loadInventory(target_, client_);
    if (!inventory) {
        add("openapi", title, StepState::Failed, Message::verbatim(inventory.error().message));
        return;
    }
    inventory_ = *std::move(inventory);
    const MessageArg count(static_cast<qint64>(inventory_->endpoints.size()));
    const QString fix = QStringLiteral("http: {openapi: …}");
    if (!inventory_->reason.isEmpty())
        add("openapi", title, StepState::Warning, inventory_->reason, fix);
    else if (!inventory_->problems.isEmpty())
        add("openapi", title, StepState::Warning,
            Message(QT_TRANSLATE_NOOP("awb", "%1 operations, with problems: %2."),
                    {count, inventory_->problems.mid(0, 3).join(QStringLiteral("; "))}));
    else
        add("openapi", title, inventory_->endpoints.isEmpty() ? StepState::Warning : StepState::Ok,
            Message(QT_TRANSLATE_NOOP("awb", "%1 operations."), {count}));
}

// The credential must open something that is closed without it; a 401 both ways looked like success too
// often.
void HttpExamination::tellCredential()
{
    const Message title = QT_TRANSLATE_NOOP("awb", "Credential");
    if (!client_.hasCredential()) {
        add("auth", title, StepState::Warning,
            QT_TRANSLATE_NOOP("awb",
                              "The profile names none: guarded endpoints cannot be told from broken ones."),
            QStringLiteral("http: {auth: {kind: bearer, secret: env:TOKEN}}"));
        return;
    }
    int refused = 0, opened = 0;
    const QVector<Endpoint> reads = inventory_ ? inventory_->reads() : QVector<Endpoint>();
    for (const Endpoint& endpoint : reads) {
        if (endpoint.isPublic || endpoint.isGuessed || opened + refused >= 3)
            continue;
        HttpRequest request;
        request.url = client_.at(endpoint.filled);
        request.countedAs = endpoint.title();
        const auto answer = client_.send(request);
        refused += answer && (answer->status == 401 || answer->status == 403) ? 1 : 0;
        opened += answer && answer->ok() ? 1 : 0;
    }
    credentialWorks_ = opened > 0;
    credentialRefused_ = opened == 0 && refused > 0;
    if (opened > 0)
        add("auth", title, StepState::Ok,
            QT_TRANSLATE_NOOP("awb", "Non-public endpoints answer with success."));
    else if (refused > 0)
        add("auth", title, StepState::Failed,
            QT_TRANSLATE_NOOP("awb", "The service refuses this credential (401 or 403)."));
    else
        add("auth", title, StepState::Skipped,
            QT_TRANSLATE_NOOP("awb", "There is no non-public endpoint to try it on."));
}

bool HttpExamination::hasEndpoint(const std::function<bool(const Endpoint&)>& fits) const
{
    return inventory_ && std::any_of(inventory_->endpoints.cbegin(), inventory_->endpoints.cend(), fits);
}

// What stands in the way of one probe, the gravest first.
void HttpExamination::judgeSight(DoctorSight& sight) const
{
    const auto is = [&](const char* id) { return sight.probe == QLatin1String(id); };
    const auto hinder = [&](StepState state, const Message& text, const char* fix = "") {
        sight.state = state;
        sight.text = text;
        sight.fix = QString::fromUtf8(fix);
    };
    const bool described = inventory_ && inventory_->described && !inventory_->endpoints.isEmpty();
    if (!report_.reachable)
        return hinder(StepState::Failed, QT_TRANSLATE_NOOP("awb", "There is no connection."));
    if (!described && !is("http.health") && !is("http.headers"))
        return hinder(
            StepState::Warning,
            QT_TRANSLATE_NOOP("awb", "Sees only what the profile lists: there is no API description."),
            "http: {openapi: …}");
    if (is("http.authentication") && !credentialWorks_)
        return hinder(
            StepState::Warning,
            QT_TRANSLATE_NOOP("awb", "Without a credential that works it cannot prove what is guarded."));
    if (credentialRefused_ && (is("http.lists") || is("http.cors")))
        return hinder(
            StepState::Warning,
            QT_TRANSLATE_NOOP("awb", "Sees only public endpoints: the others refuse the credential."));
    if (is("http.body_limit") && !hasEndpoint([](const Endpoint& e) { return e.fromProfile && e.isWrite(); }))
        return hinder(StepState::Warning,
                      QT_TRANSLATE_NOOP("awb", "The profile lists no POST, PUT or PATCH that may be tried."),
                      "http: {endpoints: [{path: /orders, method: POST}]}");
    if (is("http.second_user") && !target_.profile.http->secondAuth)
        return hinder(StepState::Warning,
                      QT_TRANSLATE_NOOP("awb", "The profile names no second credential beside the first."),
                      "http: {second_auth: {kind: bearer, secret: env:SHOP_TOKEN_B}}");
    if (is("http.rate_limits") && !hasEndpoint([](const Endpoint& e) { return e.isPublic && !e.isWrite(); }))
        return hinder(
            StepState::Warning,
            QT_TRANSLATE_NOOP("awb", "No public endpoint is known: declare it, or tick it in the profile."),
            "http: {endpoints: [{path: /products, public: true}]}");
    sight.text = QT_TRANSLATE_NOOP("awb", "Sees what it needs.");
}

void HttpExamination::tellSights()
{
    for (const ProbeDescriptor& probe : httpProbes()) {
        DoctorSight sight;
        sight.probe = probe.id;
        sight.checks = probe.checks;
        judgeSight(sight);
        if (!report_.reachable)
            report_.unmeasuredChecks << probe.checks;
        report_.sights.append(sight);
    }
    report_.unmeasuredChecks.removeDuplicates();
}

} // namespace

QVector<DoctorReport> examineHttp(const ProbeTarget& target, ProbeContext& context)
{
    if (!target.profile.http)
        return {};
    if (!target.profile.http->baseUrl.isEmpty())
        return {HttpExamination(target, context).run()};
    DoctorReport report;
    report.source = ProbeSource::Http;
    report.steps.append({QStringLiteral("url"), QT_TRANSLATE_NOOP("awb", "URL"), StepState::Failed,
                         QT_TRANSLATE_NOOP("awb", "The profile names no base URL of the service."), 0,
                         QStringLiteral("http: {base_url: https://shop.example/api}")});
    return {report};
}

} // namespace awb
