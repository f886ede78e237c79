// Snapshots without their page: the list with A and B, the trend, the comparison check by check.
#pragma once

#include "core/audit/comparison.h"
#include "ui/presenters/audit_session.h"

namespace awb
{

// "Now" is the audit as it stands; the others are stored. Newest first.
struct SnapshotView
{
    QString key; // journal entry of the snapshot; empty: now
    QString label;
    QDateTime time;
    bool loaded = false;
    int points = 0;
    int max = 0;
    bool isA = false;
    bool isB = false;
};

struct ChangeRow
{
    QString heading; // set: a group, "Regressed"
    int count = 0;   // of the group
    ChangeKind kind = ChangeKind::Unchanged;
    CheckChange change;
    QString before; // "412 ms"
    QString after;
    QString delta; // "−225 ms"; empty where the two cannot be compared
    QString cause;
    QString why;
};

enum class ComparisonFormat { Pdf, Html, Markdown, Json };

class SnapshotsPresenter : public QObject
{
    Q_OBJECT
public:
    explicit SnapshotsPresenter(AuditSession& session, QObject* parent = nullptr);

    QVector<SnapshotView> snapshots() const;
    QVector<TrendPoint> trend() const; // oldest first, loaded ones, with now at the end
    const AuditResult* before() const { return resultOf(a_); } // A; null: not loaded
    const AuditResult* after() const { return resultOf(b_); }
    void setA(const QString& key);
    void setB(const QString& key);
    QString suggestedLabel() const; // "Q4 2026"
    bool canSave() const { return session_.isOpen() && !session_.isReadOnly(); }
    // False: no label. Two of one label are told apart by their time.
    bool save(const QString& label);

    bool changedOnly() const { return changedOnly_; }
    void setChangedOnly(bool on);
    std::optional<AuditComparison> comparison() const; // nothing: fewer than two, or still loading
    QVector<ChangeRow> rows() const;
    QString headline() const; // "46 → 51, +5 points"
    QString detail() const;   // "8 improved, 2 regressed, 1 not comparable, 60 unchanged"

    void write(ComparisonFormat format, const QString& path, bool redact);

Q_SIGNALS:
    void changed();
    void problem(const awb::Error& error);
    void written(const QString& path);

private:
    void loadAll();
    void chooseDefaults();
    const AuditResult* resultOf(const QString& key) const;

    AuditSession& session_;
    QThreadPool pool_;
    QMap<QString, AuditResult> loaded_; // by key
    QStringList asked_;                 // keys under way or failed
    QString a_;
    QString b_;
    bool chosen_ = false; // by a person
    bool changedOnly_ = true;
};

} // namespace awb
