#pragma once

#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>

namespace awb::sample
{

// A flaw that the sample backend can have, and the check it spoils.
struct Flaw
{
    QString id;
    QString check;             // of the checklist, e.g. "2.2"
    QStringList suggestions;   // what an audit may say of that check when the flaw is on
    QString what;              // what is really wrong, one sentence
    QStringList excludes;      // flaws that cannot be on at the same time
    bool inDefault = true;     // part of "default", what quickstart shows
    bool needsBouncer = false; // only visible with PgBouncer in front
};

// All flaws, in the order of their checks.
const QList<Flaw>& allFlaws();

// The flaws that are on.
class FlawSet
{
public:
    bool has(const char* id) const { return ids_.contains(QLatin1String(id)); }
    void insert(const QString& id) { ids_.insert(id); }
    bool contains(const QString& id) const { return ids_.contains(id); }
    QStringList ids() const; // in the order of allFlaws()

    // "default", "none", "all-but:id,id" or a list of ids. None, with a sentence in error, for an unknown id
    // or two that exclude each other.
    static std::optional<FlawSet> parse(const QString& text, QString& error);

private:
    QSet<QString> ids_;
};

} // namespace awb::sample
