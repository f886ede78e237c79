#pragma once

#include "core/audit/threshold.h"
#include "core/foundation/result.h"

#include <QMap>
#include <QSet>
#include <QStringList>
#include <QVector>

namespace awb
{

// A text a person can copy: a command, a query, a formula.
struct Snippet
{
    QString title;
    QString language; // sh, sql, text, prometheus
    QString text;
    QString note;
    QStringList checks; // for a section's snippet: the checks it belongs to
    QString id;         // for a section's snippet: unique in the checklist
    QString corrects; // id of the printed snippet that this one replaces; empty: this is the checklist's own
};

struct Reference
{
    QString title;
    QString url;
};

enum class CheckKind { Measured, Assisted };

// One check of the checklist. check, threshold and method are the checklist's own words, verbatim.
struct Check
{
    QString id; // "2.2"
    int section = 0;
    int number = 0;
    QString shortName; // label in lists
    QString check;
    QString threshold;
    QString method;
    CheckKind kind = CheckKind::Assisted;
    QVector<Threshold> thresholds;
    QMap<QString, double> policy; // rule numbers that are not the checklist's own; names carry their unit
    QString letter;               // where our reading differs from the letter, else empty
    QString question;
    QString remedy;
    QVector<Snippet> remedyCode;
    QString action;
    QString effort;           // S M L
    int severity = 2;         // 1 highest
    QStringList sharedCauses; // at most one today: checks that one action clears share it
    QString sharedAction; // that action, for an item that stands for several of them; empty without a cause
    QVector<Snippet> howToMeasure;
    QVector<Reference> references;
    QStringList probes;

    // The first threshold, or the one with this id; a programming mistake if there is none (the loader
    // checks).
    const Threshold& mainThreshold() const;
    const Threshold* findThreshold(const QString& thresholdId) const;
    // A policy number; a programming mistake if it is not in the checklist (the rules' test walks all names).
    double policyValue(const QString& name) const;
};

struct Section
{
    int number = 0;
    QString title;
    int max = 0; // points: one per check
    QVector<Snippet> snippets;
    QVector<Check> checks;
};

struct Band
{
    QString id; // production-ready, some-gaps, significant-technical-debt, high-risk
    double minPercent = 0;
    QString title;      // the checklist's words: "Some gaps, addressable within one sprint"
    QString shortTitle; // "Some gaps"
};

// The checklist as data: 71 checks in nine sections. Read-only after loading; copies are shared (implicit
// sharing).
struct Checklist
{
    QString id; // "backend-audit/1"
    QString title;
    QString intro;
    QVector<Section> sections;
    QVector<Band> bands; // highest first

    const Check* find(const QString& checkId) const; // nullptr if unknown
    QStringList checkIds() const;                    // in walking order
    int checkCount() const;
    const Band& bandFor(double ratio) const; // exact ratio 0…1, not the rounded percentage
    QVector<Snippet> snippetsFor(const QString& checkId) const; // the section's snippets that name this check
};

// Reads the checklist's JSON. Every error names its place ("sections[1].checks[3].id"). An unknown probe id,
// a missing or duplicate check, a wrong section size, an unknown comparison or unit is an error.
Result<Checklist> loadChecklist(const QByteArray& json, const QSet<QString>& knownProbes);

// The checklist that is built into the programs (resource :/auditbench/checklist/backend-audit.json).
Result<Checklist> loadBuiltInChecklist(const QSet<QString>& knownProbes);

} // namespace awb
