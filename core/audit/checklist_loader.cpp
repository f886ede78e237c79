#include "core/audit/checklist.h"
#include "core/audit/checklist_known.h"
#include "core/audit/checklist_reader.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

#include <array>

// Q_INIT_RESOURCE must stand outside of a namespace; without it a static library loses its resources.
static void initChecklistResources()
{
    Q_INIT_RESOURCE(auditbench);
}

namespace awb
{

namespace
{

constexpr qsizetype maxBytes = 8 * 1024 * 1024;
constexpr int maxShortName = 32;

// One load: what is being built, and the names that must be unique in the whole file.
class Loader
{
public:
    explicit Loader(const QSet<QString>& knownProbes) : knownProbes_(knownProbes) {}

    Result<Checklist> load(const QJsonObject& root);

private:
    void readBands(const JsonPlace& root);
    void readCauses(const JsonPlace& root);
    void readSection(const JsonPlace& place);
    void readSectionSnippet(const JsonPlace& place, Section& section);
    void checkSectionIds(const JsonPlace& place, const Section& section);
    void checkSnippetNames(const JsonPlace& root);
    void readCheck(const JsonPlace& place, Section& section);
    void readThreshold(const JsonPlace& place, Check& check);
    void readGuidance(const JsonPlace& place, Check& check);
    void readRanking(const JsonPlace& place, Check& check);
    void readPolicy(const JsonPlace& place, Check& check);
    void readProbes(const JsonPlace& place, Check& check);
    void checkSharedCauses(const JsonPlace& root);
    static Snippet readSnippet(const JsonPlace& place);
    static Reference readReference(const JsonPlace& place);

    const QSet<QString>& knownProbes_;
    JsonProblems problems_;
    Checklist checklist_;
    QSet<QString> snippetIds_;
    QMap<QString, QString> causeActions_;    // cause → the action that clears its checks
    QMap<QString, QStringList> causePlaces_; // cause → places that use it
};

Result<Checklist> Loader::load(const QJsonObject& object)
{
    const JsonPlace root(object, {}, problems_);
    root.oneOf(QStringLiteral("schema"), {QStringLiteral("auditbench/checklist-data/1")});
    root.onlyKeys(wordList("schema id title intro bands causes sections"));
    checklist_.id = root.oneOf(QStringLiteral("id"), {QStringLiteral("backend-audit/1")});
    checklist_.title = root.text(QStringLiteral("title"));
    checklist_.intro = root.text(QStringLiteral("intro"));
    readBands(root);
    readCauses(root);
    root.each(QStringLiteral("sections"), [this](const JsonPlace& place) { readSection(place); });
    if (checklist_.sections.size() != static_cast<qsizetype>(sectionSizes.size()))
        root.fail(QStringLiteral("sections"), QStringLiteral("there must be %1 sections, not %2")
                                                  .arg(sectionSizes.size())
                                                  .arg(checklist_.sections.size()));
    checkSnippetNames(root);
    checkSharedCauses(root);
    if (problems_.first())
        return *problems_.first();
    return checklist_;
}

void Loader::readBands(const JsonPlace& root)
{
    root.each(QStringLiteral("bands"), [this](const JsonPlace& place) {
        place.onlyKeys(wordList("id min_percent title short"));
        Band band;
        band.id = place.text(QStringLiteral("id"));
        band.minPercent = place.number(QStringLiteral("min_percent"));
        band.title = place.text(QStringLiteral("title"));
        band.shortTitle = place.text(QStringLiteral("short"));
        const auto index = static_cast<std::size_t>(checklist_.bands.size());
        if (index < knownBands.size()) {
            const KnownBand& known = knownBands.at(index);
            if (band.id != QLatin1String(known.id))
                place.fail(
                    QStringLiteral("id"),
                    QStringLiteral("'%1' must stand here, not '%2'").arg(QLatin1String(known.id), band.id));
            if (band.minPercent != known.minPercent)
                place.fail(QStringLiteral("min_percent"), QStringLiteral("must be %1").arg(known.minPercent));
        }
        checklist_.bands.append(band);
    });
    if (checklist_.bands.size() != static_cast<qsizetype>(knownBands.size()))
        root.fail(QStringLiteral("bands"), QStringLiteral("there must be %1 bands, not %2")
                                               .arg(knownBands.size())
                                               .arg(checklist_.bands.size()));
}

void Loader::readCauses(const JsonPlace& root)
{
    const QString key = QStringLiteral("causes");
    if (!root.object().value(key).isObject())
        root.fail(key, QStringLiteral("must be an object of texts"));
    const QJsonObject causes = root.object().value(key).toObject();
    const JsonPlace place(causes, key, problems_);
    for (const QString& cause : causes.keys())
        causeActions_.insert(cause, place.text(cause));
}

void Loader::readSection(const JsonPlace& place)
{
    place.onlyKeys(wordList("number title max snippets checks"));
    const auto index = static_cast<std::size_t>(checklist_.sections.size());
    Section section;
    section.number = static_cast<int>(index) + 1;
    if (place.number(QStringLiteral("number")) != section.number)
        place.fail(QStringLiteral("number"),
                   QStringLiteral("must be %1: sections stand in order").arg(section.number));
    section.title = place.text(QStringLiteral("title"));
    section.max = place.integer(QStringLiteral("max"), 1, 100);
    if (index < sectionSizes.size() && section.max != sectionSizes.at(index))
        place.fail(QStringLiteral("max"),
                   QStringLiteral("must be %1, as the checklist says").arg(sectionSizes.at(index)));
    place.each(QStringLiteral("snippets"), [&](const JsonPlace& p) { readSectionSnippet(p, section); });
    place.each(QStringLiteral("checks"), [&](const JsonPlace& p) { readCheck(p, section); });
    checkSectionIds(place, section);
    checklist_.sections.append(section);
}

// All checks of the section, once, in order.
void Loader::checkSectionIds(const JsonPlace& place, const Section& section)
{
    QStringList found;
    for (qsizetype i = 0; i < section.checks.size(); ++i) {
        const QString& id = section.checks.at(i).id;
        const QString key = QStringLiteral("checks[%1].id").arg(i);
        const bool mine = section.checks.at(i).number >= 1 && section.checks.at(i).number <= section.max;
        if (!mine)
            place.fail(key, QStringLiteral("'%1' is not a check of section %2").arg(id).arg(section.number));
        else if (found.contains(id))
            place.fail(key, QStringLiteral("check %1 is there twice").arg(id));
        found.append(id);
    }
    for (int number = 1; number <= section.max; ++number) {
        const QString wanted = QStringLiteral("%1.%2").arg(section.number).arg(number);
        if (!found.contains(wanted))
            place.fail(QStringLiteral("checks"), QStringLiteral("check %1 is missing").arg(wanted));
        else if (found.value(number - 1) != wanted)
            place.fail(QStringLiteral("checks[%1].id").arg(number - 1),
                       QStringLiteral("check %1 must stand here").arg(wanted));
    }
}

// A snippet may belong to checks of other sections too (the metric set serves 4.7).
void Loader::checkSnippetNames(const JsonPlace& root)
{
    for (qsizetype s = 0; s < checklist_.sections.size(); ++s) {
        const QVector<Snippet>& snippets = checklist_.sections.at(s).snippets;
        for (qsizetype i = 0; i < snippets.size(); ++i) {
            const Snippet& snippet = snippets.at(i);
            const QString key = QStringLiteral("sections[%1].snippets[%2]").arg(s).arg(i);
            const bool known = snippet.corrects != snippet.id && snippetIds_.contains(snippet.corrects);
            if (!snippet.corrects.isEmpty() && !known)
                root.fail(key + QStringLiteral(".corrects"),
                          QStringLiteral("'%1' is no other snippet").arg(snippet.corrects));
            for (qsizetype j = 0; j < snippet.checks.size(); ++j) {
                if (!checklist_.find(snippet.checks.at(j)))
                    root.fail(QStringLiteral("%1.checks[%2]").arg(key).arg(j),
                              QStringLiteral("'%1' is no check").arg(snippet.checks.at(j)));
            }
        }
    }
}

Snippet Loader::readSnippet(const JsonPlace& place)
{
    Snippet snippet;
    snippet.title = place.optionalText(QStringLiteral("title"));
    snippet.language = place.oneOf(QStringLiteral("language"), knownLanguages());
    snippet.text = place.text(QStringLiteral("text"));
    snippet.note = place.optionalText(QStringLiteral("note"));
    return snippet;
}

void Loader::readSectionSnippet(const JsonPlace& place, Section& section)
{
    place.onlyKeys(wordList("id title language text checks corrects note"));
    Snippet snippet = readSnippet(place);
    place.text(QStringLiteral("title"));
    snippet.id = place.text(QStringLiteral("id"));
    if (snippetIds_.contains(snippet.id))
        place.fail(QStringLiteral("id"), QStringLiteral("snippet '%1' is there twice").arg(snippet.id));
    snippetIds_.insert(snippet.id);
    snippet.corrects = place.optionalText(QStringLiteral("corrects"));
    snippet.checks = place.texts(QStringLiteral("checks"));
    if (snippet.checks.isEmpty())
        place.fail(QStringLiteral("checks"), QStringLiteral("must name the checks it belongs to"));
    section.snippets.append(snippet);
}

void Loader::readCheck(const JsonPlace& place, Section& section)
{
    place.onlyKeys(
        wordList("id short check threshold method kind thresholds policy letter question remedy remedy_code "
                 "effort severity shared_cause action how_to_measure references probes"));
    Check check;
    check.id = place.text(QStringLiteral("id"));
    check.section = section.number;
    const QString prefix = QStringLiteral("%1.").arg(section.number);
    check.number = check.id.startsWith(prefix) ? check.id.mid(prefix.size()).toInt() : 0;
    check.shortName = place.text(QStringLiteral("short"));
    if (check.shortName.size() > maxShortName)
        place.fail(QStringLiteral("short"),
                   QStringLiteral("must have at most %1 characters").arg(maxShortName));
    check.check = place.text(QStringLiteral("check"));
    check.threshold = place.text(QStringLiteral("threshold"));
    check.method = place.text(QStringLiteral("method"));
    const QString measured = QStringLiteral("measured");
    const QString kind = place.oneOf(QStringLiteral("kind"), {measured, QStringLiteral("assisted")});
    check.kind = kind == measured ? CheckKind::Measured : CheckKind::Assisted;
    place.each(QStringLiteral("thresholds"), [&](const JsonPlace& p) { readThreshold(p, check); });
    if (check.thresholds.isEmpty())
        place.fail(QStringLiteral("thresholds"), QStringLiteral("must have at least one threshold"));
    readPolicy(place, check);
    readGuidance(place, check);
    readProbes(place, check);
    section.checks.append(check);
}

// What a person is shown and can copy.
void Loader::readGuidance(const JsonPlace& place, Check& check)
{
    check.letter = place.optionalText(QStringLiteral("letter"));
    check.question = place.text(QStringLiteral("question"));
    check.remedy = place.text(QStringLiteral("remedy"));
    place.each(QStringLiteral("remedy_code"), [&](const JsonPlace& p) {
        p.onlyKeys(wordList("language text"));
        check.remedyCode.append(readSnippet(p));
    });
    readRanking(place, check);
    check.action = place.text(QStringLiteral("action"));
    place.each(QStringLiteral("how_to_measure"), [&](const JsonPlace& p) {
        p.onlyKeys(wordList("title language text note"));
        check.howToMeasure.append(readSnippet(p));
    });
    place.each(QStringLiteral("references"),
               [&](const JsonPlace& p) { check.references.append(readReference(p)); });
}

// What orders the action items.
void Loader::readRanking(const JsonPlace& place, Check& check)
{
    check.effort = place.oneOf(QStringLiteral("effort"), wordList("S M L"));
    check.severity = place.integer(QStringLiteral("severity"), 1, 3);
    check.sharedCauses = place.texts(QStringLiteral("shared_cause"));
    for (qsizetype i = 0; i < check.sharedCauses.size(); ++i) {
        const QString& cause = check.sharedCauses.at(i);
        const QString key = QStringLiteral("shared_cause[%1]").arg(i);
        if (i > 0)
            place.fail(key, QStringLiteral("a check has one shared cause at most"));
        if (!causeActions_.contains(cause))
            place.fail(key, QStringLiteral("'%1' is not in causes").arg(cause));
        check.sharedAction = causeActions_.value(cause);
        causePlaces_[cause].append(place.at(key));
    }
}

void Loader::readThreshold(const JsonPlace& place, Check& check)
{
    place.onlyKeys(wordList("id quantity comparison value unit"));
    Threshold threshold;
    threshold.id = place.text(QStringLiteral("id"));
    if (check.findThreshold(threshold.id))
        place.fail(QStringLiteral("id"), QStringLiteral("threshold '%1' is there twice").arg(threshold.id));
    threshold.quantity = place.text(QStringLiteral("quantity"));
    const QString comparison = place.oneOf(QStringLiteral("comparison"), wordList("lt le gt ge eq"));
    threshold.comparison = comparisonFromId(comparison).value_or(Comparison::Equal);
    threshold.value = place.number(QStringLiteral("value"));
    threshold.unit = place.oneOf(QStringLiteral("unit"), knownUnits());
    check.thresholds.append(threshold);
}

void Loader::readPolicy(const JsonPlace& place, Check& check)
{
    const QString key = QStringLiteral("policy");
    if (!place.object().value(key).isObject()) {
        place.fail(key, QStringLiteral("must be an object of numbers"));
        return;
    }
    static const QRegularExpression form(QStringLiteral("^[a-z][a-z0-9_]*$"));
    const QJsonObject policy = place.object().value(key).toObject();
    for (auto it = policy.begin(); it != policy.end(); ++it) {
        const QString at = key + QLatin1Char('.') + it.key();
        if (!form.match(it.key()).hasMatch())
            place.fail(at, QStringLiteral("a policy number is named in lower case with _"));
        if (!it.value().isDouble())
            place.fail(at, QStringLiteral("must be a number"));
        check.policy.insert(it.key(), it.value().toDouble());
    }
}

Reference Loader::readReference(const JsonPlace& place)
{
    place.onlyKeys(wordList("title url"));
    const Reference reference{place.text(QStringLiteral("title")), place.text(QStringLiteral("url"))};
    const QUrl url(reference.url, QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != QLatin1String("https") || url.host().isEmpty())
        place.fail(QStringLiteral("url"), QStringLiteral("must be an https address"));
    return reference;
}

void Loader::readProbes(const JsonPlace& place, Check& check)
{
    check.probes = place.texts(QStringLiteral("probes"));
    for (qsizetype i = 0; i < check.probes.size(); ++i) {
        if (!knownProbes_.contains(check.probes.at(i)))
            place.fail(QStringLiteral("probes[%1]").arg(i),
                       QStringLiteral("no probe is called '%1'").arg(check.probes.at(i)));
    }
}

// A cause is shared by at least two checks: one that is not is a typing mistake.
void Loader::checkSharedCauses(const JsonPlace& root)
{
    for (auto it = causePlaces_.cbegin(); it != causePlaces_.cend(); ++it) {
        if (it.value().size() < 2)
            problems_.add(it.value().first(), QStringLiteral("no other check shares '%1'").arg(it.key()));
    }
    for (auto it = causeActions_.cbegin(); it != causeActions_.cend(); ++it) {
        if (!causePlaces_.contains(it.key()))
            root.fail(QStringLiteral("causes.") + it.key(), QStringLiteral("no check has this cause"));
    }
}

Error parseError(const QString& what)
{
    Error error;
    error.code = ErrorCode::Parse;
    error.message = QStringLiteral("The checklist cannot be used: ") + what;
    return error;
}

} // namespace

Result<Checklist> loadChecklist(const QByteArray& json, const QSet<QString>& knownProbes)
{
    if (json.size() > maxBytes)
        return parseError(QStringLiteral("it is larger than %1 bytes").arg(maxBytes));
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError)
        return parseError(QStringLiteral("line %1: not JSON: %2")
                              .arg(json.left(problem.offset).count('\n') + 1)
                              .arg(problem.errorString()));
    if (!document.isObject())
        return parseError(QStringLiteral("it must be a JSON object"));
    return Loader(knownProbes).load(document.object());
}

Result<Checklist> loadBuiltInChecklist(const QSet<QString>& knownProbes)
{
    initChecklistResources();
    QFile file(QStringLiteral(":/auditbench/checklist/backend-audit.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        Error error;
        error.code = ErrorCode::Internal;
        error.message = QStringLiteral("The built-in checklist is missing from the program; build it again.");
        error.detail = file.errorString();
        return error;
    }
    return loadChecklist(file.readAll(), knownProbes);
}

} // namespace awb
