// The new-audit assistant without its widgets: what was typed, what is wrong with it, connection tests, and
// the audit that comes out of it.
#pragma once

#include "ui/presenters/audit_session.h"

#include <QMap>

#include <stop_token>

namespace awb
{

enum class TargetPart { Postgres, PgBouncer, Redis, Http, Prometheus, Repository };

enum class FieldKind { Text, Password, Choice };

struct FieldSpec
{
    QString id; // "host"
    QString label;
    QString placeholder;
    FieldKind kind = FieldKind::Text;
    QStringList choices; // the first one is what counts while nothing was chosen
    bool wide = false;
    QStringList choiceWords = {}; // what a person reads for them
};

struct PartSpec
{
    TargetPart part = TargetPart::Postgres;
    ProbeSource source = ProbeSource::Postgres;
    QString title;
    QString about;
    QVector<FieldSpec> fields;
};

const PartSpec& partSpec(TargetPart part);

enum class TestState { Untested, Running, Ok, Attention, Failed, NoTest };

struct PartState
{
    bool set = false;
    QString summary; // "db.shop.example, database shop" or "not set"
    TestState test = TestState::Untested;
    QString testText; // "connected, 1 of 6 steps needs attention"
    QVector<DoctorReport> reports;
};

// Lives in the GUI thread; connections are tested and secrets written on a worker.
class NewAuditPresenter : public QObject
{
    Q_OBJECT
public:
    explicit NewAuditPresenter(AuditSession& session, QObject* parent = nullptr);
    ~NewAuditPresenter() override;

    void reset();

    AuditMeta meta;           // step 1; what the page writes into it
    qint64 observeMs = 60000; // step 3

    static const QVector<PartSpec>& parts();
    QString value(TargetPart part, const QString& field) const;
    // A whole connection string in the host or URL field fills the others too.
    void setValue(TargetPart part, const QString& field, const QString& text);
    PartState state(TargetPart part) const;
    // Field → what is wrong with it; empty: nothing.
    QMap<QString, QString> errors(TargetPart part) const;
    QStringList metaErrors() const;
    bool canCreate() const;
    bool isLooking() const; // whether there is such a folder: not known yet

    TargetProfile profile() const;
    int measurable() const; // checks with at least one probe for what is given and what its test could see
    int checkCount() const;
    QStringList measurableChecks() const;

    void test(TargetPart part);
    bool isTesting(TargetPart part) const;
    void stopTests();

    // Stores the passwords, then makes the audit and opens it. failed() if a password could not be stored.
    void create();
    bool isCreating() const { return creating_; }

Q_SIGNALS:
    void partChanged(awb::TargetPart part);
    void secretsInMemory(); // no keychain: they are gone when the program ends
    void failed(const QString& sentence);
    void created();

private:
    struct Test
    {
        QVector<DoctorReport> reports;
        TestState state = TestState::Untested;
        std::stop_source stop;
        int number = 0; // of the run: answers for an older one are dropped
    };
    QMap<QString, Secret> secrets() const;
    SecretRef secretRef(TargetPart part, const char* name) const;
    void addTls(TargetPart part, QUrl& url) const;
    enum class FolderState { Looking, There, Missing };
    void lookForFolder(const QString& path);
    bool fillFromUrl(TargetPart part, const QString& text);
    void testDone(TargetPart part, int number, QVector<DoctorReport> reports);

    AuditSession& session_;
    QThreadPool pool_;
    QMap<TargetPart, QMap<QString, QString>> values_;
    QMap<TargetPart, Test> tests_;
    QMap<QString, FolderState> folders_;
    QString secretSlug_;
    bool creating_ = false;
};

} // namespace awb
