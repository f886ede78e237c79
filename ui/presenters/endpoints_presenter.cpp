#include "ui/presenters/endpoints_presenter.h"

#include "core/target/profile_edit.h"
#include "ui/presenters/background.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace awb
{

namespace
{

constexpr auto kReadBudget = 30s;

// What an item says beyond naming its endpoint.
bool saysSomething(const EndpointTarget& said)
{
    EndpointTarget silent;
    silent.path = said.path;
    silent.method = said.method;
    return said != silent;
}

} // namespace

EndpointsPresenter::EndpointsPresenter(AuditSession& session, QObject* parent)
    : QObject(parent),
      session_(session)
{
    pool_.setMaxThreadCount(2);
    connect(&session_, &AuditSession::opened, this, [this] {
        forget();
        list();
    });
    connect(&session_, &AuditSession::closed, this, &EndpointsPresenter::forget);
    connect(&session_, &AuditSession::resultChanged, this, [this] {
        if (session_.result().meta.profileText != askedText_)
            list();
    });
    list();
}

EndpointsPresenter::~EndpointsPresenter()
{
    stop_.request_stop();
    pool_.waitForDone(2000);
}

bool EndpointsPresenter::hasService() const
{
    const Result<TargetProfile> profile = session_.profile();
    return session_.isOpen() && profile && profile->http && !profile->http->baseUrl.isEmpty();
}

bool EndpointsPresenter::canEdit() const
{
    return session_.isOpen() && !session_.isReadOnly() && !session_.isRunning();
}

QStringList EndpointsPresenter::places() const
{
    const Result<TargetProfile> profile = session_.profile();
    const EndpointSource* source = session_.workbench().endpoints;
    return source && profile && profile->http ? source->places(*profile->http) : QStringList();
}

int EndpointsPresenter::changedCount() const
{
    return static_cast<int>(std::count_if(known_.endpoints.cbegin(), known_.endpoints.cend(),
                                          [](const KnownEndpoint& e) { return e.entry >= 0; }));
}

int EndpointsPresenter::leftOutCount() const
{
    return static_cast<int>(std::count_if(known_.endpoints.cbegin(), known_.endpoints.cend(),
                                          [](const KnownEndpoint& e) { return !e.takenIn; }));
}

void EndpointsPresenter::forget()
{
    stop_.request_stop();
    ++readNumber_;
    ++listNumber_;
    description_.reset();
    known_ = {};
    listedText_.clear();
    askedText_.clear();
    failure_.clear();
    state_ = DescriptionState::NotRead;
    Q_EMIT changed();
}

// Reading
// ----------------------------------------------------------------------------------------------------

void EndpointsPresenter::read()
{
    if (!session_.workbench().endpoints || !hasService() || state_ == DescriptionState::Reading)
        return;
    state_ = DescriptionState::Reading;
    progress_ = places().value(0);
    failure_.clear();
    stop_ = std::stop_source();
    const int number = ++readNumber_;
    Q_EMIT changed();
    session_.resolveTarget(this, [this, number](Result<std::shared_ptr<const ProbeTarget>> target) {
        if (number != readNumber_)
            return;
        if (target)
            readNow(*target);
        else
            readDone(number, target.error());
    });
}

void EndpointsPresenter::readNow(const std::shared_ptr<const ProbeTarget>& target)
{
    runInBackground(
        pool_, this,
        [target, source = session_.workbench().endpoints, stop = stop_.get_token(),
         &clock = session_.workbench().clock] {
            ProbeContext context(clock, kReadBudget, {}, stop);
            return source->read(*target, context);
        },
        [this, number = readNumber_](Result<std::shared_ptr<const ServiceDescription>> read) {
            readDone(number, std::move(read));
        });
}

void EndpointsPresenter::readDone(int number, Result<std::shared_ptr<const ServiceDescription>> read)
{
    if (number != readNumber_)
        return;
    if (!read) {
        state_ = DescriptionState::Failed;
        failure_ = read.error().message;
        Q_EMIT changed();
        return;
    }
    state_ = DescriptionState::Read;
    description_ = *std::move(read);
    list();
}

void EndpointsPresenter::stopReading()
{
    if (state_ != DescriptionState::Reading)
        return;
    stop_.request_stop();
    ++readNumber_;
    state_ = DescriptionState::Stopped;
    Q_EMIT changed();
}

void EndpointsPresenter::list()
{
    askedText_ = session_.result().meta.profileText;
    const Result<TargetProfile> profile = session_.profile();
    const EndpointSource* source = session_.workbench().endpoints;
    const int number = ++listNumber_;
    if (!session_.isOpen() || !source || !profile || !profile->http) {
        known_ = {};
        listedText_ = askedText_;
        Q_EMIT changed();
        return;
    }
    if (service_ != profile->http->baseUrl) { // another service: what was read says nothing of it
        service_ = profile->http->baseUrl;
        if (description_)
            state_ = DescriptionState::NotRead;
        description_.reset();
    }
    runInBackground(
        pool_, this,
        [http = *profile->http, description = description_, source] {
            return source->list(http, description.get());
        },
        [this, number, text = askedText_](KnownEndpoints known) {
            if (number != listNumber_)
                return;
            known_ = std::move(known);
            listedText_ = text;
            Q_EMIT changed();
        });
}

// Changing
// ---------------------------------------------------------------------------------------------------

const KnownEndpoint* EndpointsPresenter::find(const QString& title) const
{
    const auto it = std::find_if(known_.endpoints.cbegin(), known_.endpoints.cend(),
                                 [&title](const KnownEndpoint& e) { return titleOf(e) == title; });
    return it == known_.endpoints.cend() ? nullptr : &*it;
}

bool EndpointsPresenter::change(const QString& title, const std::function<void(EndpointTarget&)>& how)
{
    const KnownEndpoint* endpoint = find(title);
    // An item is found by its place in the profile: not while the list is older than the profile.
    if (!endpoint || !canEdit() || listedText_ != session_.result().meta.profileText)
        return false;
    EndpointTarget said = endpoint->said;
    said.path = said.path.isEmpty() ? endpoint->path : said.path;
    said.method = endpoint->method;
    // Saying something of a write does not take it in: that is asked for by name.
    if (endpoint->entry < 0 && endpoint->mayChange)
        said.skip = true;
    how(said);
    const bool silent = !saysSomething(said) && endpoint->described && !endpoint->mayChange;
    EndpointEdit edit;
    edit.index = endpoint->entry;
    if (!silent)
        edit.entry = said;
    else if (endpoint->entry < 0)
        return true;
    return write(*endpoint, edit);
}

bool EndpointsPresenter::write(const KnownEndpoint& endpoint, const EndpointEdit& edit)
{
    EndpointEdit full = edit;
    // Found by looking around: with a listed endpoint nobody would look again.
    if (known_.described)
        full.openapi = known_.source.isLocalFile() ? known_.source.toLocalFile()
                                                   : known_.source.toString(QUrl::FullyEncoded);
    const AuditMeta& meta = session_.result().meta;
    const Result<QByteArray> text = editEndpoint(meta.profileText.toUtf8(), meta.profilePath, full);
    if (!text) {
        Q_EMIT session_.problem(text.error());
        return false;
    }
    session_.setProfileText(QString::fromUtf8(*text), tr("Endpoint %1 changed").arg(titleOf(endpoint)));
    return true;
}

bool EndpointsPresenter::setTakenIn(const QString& title, bool on)
{
    // A write that was taken in and goes again stays named: what a person leaves out is listed.
    return change(title, [on](EndpointTarget& said) { said.skip = !on; });
}

bool EndpointsPresenter::setPublic(const QString& title, bool on)
{
    return change(title, [on](EndpointTarget& said) { said.isPublic = on; });
}

bool EndpointsPresenter::setWrite(const QString& title, bool on)
{
    return change(title, [on](EndpointTarget& said) {
        const bool byMethod = said.method != QLatin1String("GET") && said.method != QLatin1String("HEAD");
        said.isWrite = on == byMethod ? std::nullopt : std::optional(on);
    });
}

bool EndpointsPresenter::setWeight(const QString& title, double weight)
{
    return weight >= 0 && weight <= 1e6 &&
           change(title, [weight](EndpointTarget& said) { said.weight = weight; });
}

bool EndpointsPresenter::setRate(const QString& title, double rate)
{
    return rate >= 0 && rate <= 1e6 && change(title, [rate](EndpointTarget& said) { said.rate = rate; });
}

bool EndpointsPresenter::reset(const QString& title)
{
    const KnownEndpoint* endpoint = find(title);
    if (!endpoint || endpoint->entry < 0 || !canEdit() || listedText_ != session_.result().meta.profileText)
        return false;
    EndpointEdit edit;
    edit.index = endpoint->entry;
    return write(*endpoint, edit);
}

} // namespace awb

#include "moc_endpoints_presenter.cpp"
