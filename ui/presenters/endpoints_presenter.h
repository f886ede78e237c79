// The endpoint inventory: what the API description and the profile say of the service, and what a person
// changes of it. A change is an entry of the journal that changes one item of the profile's http.endpoints.
#pragma once

#include "core/probe/endpoint_source.h"
#include "ui/presenters/audit_session.h"

#include <QThreadPool>

#include <functional>
#include <memory>
#include <stop_token>

namespace awb
{

struct EndpointEdit;

// How the description stands.
enum class DescriptionState { NotRead, Reading, Read, Stopped, Failed };

// Lives in the GUI thread; the description is read, and the inventory made, on a worker.
class EndpointsPresenter : public QObject
{
    Q_OBJECT
public:
    explicit EndpointsPresenter(AuditSession& session, QObject* parent = nullptr);
    ~EndpointsPresenter() override;

    bool hasService() const;
    bool canEdit() const;
    DescriptionState state() const { return state_; }
    const KnownEndpoints& known() const { return known_; }
    QString progress() const { return progress_; } // while it is read
    QString failure() const { return failure_; }   // one sentence, if it could not be asked
    QStringList places() const;                    // what reading would ask
    int changedCount() const;                      // endpoints of which the profile says something
    int leftOutCount() const;                      // that no probe asks

    void read();
    void stopReading();

    // Of the endpoint "GET /users/{id}"; false: refused, with AuditSession::problem() where the profile's
    // text could not be changed; while probes run, or while known() is older than the profile, nothing
    // happens.
    bool setTakenIn(const QString& title, bool on);
    bool setPublic(const QString& title, bool on);
    bool setWrite(const QString& title, bool on);
    bool setWeight(const QString& title, double weight);
    bool setRate(const QString& title, double rate);
    bool reset(const QString& title); // as described again

    static QString titleOf(const KnownEndpoint& endpoint)
    {
        return endpoint.method + QLatin1Char(' ') + endpoint.path;
    }

Q_SIGNALS:
    void changed();

private:
    const KnownEndpoint* find(const QString& title) const;
    bool change(const QString& title, const std::function<void(EndpointTarget&)>& how);
    bool write(const KnownEndpoint& endpoint, const EndpointEdit& edit);
    void forget();
    void list();
    void readNow(const std::shared_ptr<const ProbeTarget>& target);
    void readDone(int number, Result<std::shared_ptr<const ServiceDescription>> read);

    AuditSession& session_;
    QThreadPool pool_;
    std::shared_ptr<const ServiceDescription> description_;
    KnownEndpoints known_;
    DescriptionState state_ = DescriptionState::NotRead;
    QString progress_;
    QString failure_;
    QString listedText_; // the profile's text that known_ was made from
    QString askedText_;  // that it is being made from
    QUrl service_;       // whose description_ it is
    std::stop_source stop_;
    int readNumber_ = 0; // answers for an older one are dropped
    int listNumber_ = 0;
};

} // namespace awb
