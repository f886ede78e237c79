// The catalogues of translations/: what the program puts into a sentence must find its place in every
// language.
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

namespace
{

struct Message
{
    QString source;
    QStringList forms; // one, or one for each number of the language
    bool isNumerus = false;
};

QVector<Message> messagesOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QVector<Message> messages;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("message")) {
            messages.append(Message());
            messages.last().isNumerus =
                xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
        } else if (xml.name() == QLatin1String("source")) {
            messages.last().source = xml.readElementText();
        } else if (xml.name() == QLatin1String("numerusform") ||
                   (xml.name() == QLatin1String("translation") && !messages.last().isNumerus)) {
            messages.last().forms.append(xml.readElementText());
        }
    }
    return xml.hasError() ? QVector<Message>() : messages;
}

// %1, %L1 and %n, as often as they stand, sorted.
QStringList placeholders(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("%(?:L?[0-9]{1,2}|n)"));
    QStringList found;
    for (auto it = pattern.globalMatch(text); it.hasNext();)
        found.append(it.next().captured());
    found.sort();
    return found;
}

const QRegularExpression& choicePattern()
{
    static const QRegularExpression pattern(QStringLiteral("\\{([1-9]):[^{}|]+\\|[^{}|]+\\}"));
    return pattern;
}

// The arguments that choose in "{2:table|tables}"; a language may choose more often by the same argument.
QSet<QString> choosers(const QString& text)
{
    QSet<QString> found;
    for (auto it = choicePattern().globalMatch(text); it.hasNext();)
        found.insert(it.next().captured(1));
    return found;
}

bool hasBrokenChoice(QString text)
{
    text.remove(choicePattern());
    return text.contains(QLatin1Char('{')) || text.contains(QLatin1Char('}'));
}

// What is wrong with a translation, or nothing. A singular may spell its number out ("the one step").
QString fault(const QString& source, const QString& translation, bool isSingular)
{
    if (hasBrokenChoice(translation))
        return QStringLiteral("a choice is not {n:one|many}");
    if (choosers(source) != choosers(translation))
        return QStringLiteral("other arguments choose than in the source");
    QStringList expected = placeholders(source);
    const QStringList found = placeholders(translation);
    if (isSingular && !found.contains(QLatin1String("%n")))
        expected.removeAll(QStringLiteral("%n"));
    if (expected != found)
        return QStringLiteral("placeholders %1 instead of %2")
            .arg(found.join(QLatin1Char(' ')), expected.join(QLatin1Char(' ')));
    return {};
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plantedFaultIsFound_data();
    void plantedFaultIsFound();
    void everyTranslationKeepsWhatIsPutIn_data();
    void everyTranslationKeepsWhatIsPutIn();
};

void TestTranslations::plantedFaultIsFound_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("translation");
    QTest::addColumn<bool>("isSingular");
    QTest::addColumn<bool>("isSound");

    const auto row = [](const char* name, const char* source, const char* translation, bool isSingular,
                        bool isSound) {
        QTest::newRow(name) << QString::fromUtf8(source) << QString::fromUtf8(translation) << isSingular
                            << isSound;
    };
    const char* tables = "%1 {1:table is|tables are} large";
    row("same", "%1 of %2", "%2, davon %1", false, true);
    row("lost", "%1 of %2", "%1", false, false);
    row("twice", "%1 of %2", "%1 von %2, %2", false, false);
    row("another", "%1 of %2", "%1 von %3", false, false);
    row("localised", "%L1 points", "%1 Punkte", false, false);
    row("singular without its number", "%n points of %1", "ein Punkt von %1", true, true);
    row("singular without an argument", "%n points of %1", "%n Punkt", true, false);
    row("plural without its number", "%n points", "Punkte", false, false);
    row("choice", tables, "%1 {1:Tabelle ist|Tabellen sind} groß", false, true);
    row("two choices by one", tables, "{1:Groß ist|Groß sind} %1 {1:Tabelle|Tabellen}", false, true);
    row("placeholder inside", "{1:The one|All %1} hold", "{1:Der eine|Alle %1} bleiben", false, true);
    row("no choice", tables, "%1 Tabellen sind groß", false, false);
    row("other argument", tables, "%1 {2:Tabelle ist|Tabellen sind} groß", false, false);
    row("one form", tables, "%1 {1:Tabellen sind} groß", false, false);
    row("empty form", tables, "%1 {1:|Tabellen sind} groß", false, false);
    row("three forms", tables, "%1 {1:Tabelle|Tabellen|viele} groß", false, false);
    row("not closed", tables, "%1 {1:Tabelle ist|Tabellen sind groß", false, false);
    row("space before the colon", tables, "%1 {1 :Tabelle ist|Tabellen sind} groß", false, false);
}

void TestTranslations::plantedFaultIsFound()
{
    QFETCH(QString, source);
    QFETCH(QString, translation);
    QFETCH(bool, isSingular);
    QFETCH(bool, isSound);
    const QString found = fault(source, translation, isSingular);
    QVERIFY2(found.isEmpty() == isSound, qPrintable(found));
}

void TestTranslations::everyTranslationKeepsWhatIsPutIn_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("de") << QStringLiteral("auditbench_de.ts");
    QTest::newRow("en") << QStringLiteral("auditbench_en.ts");
}

void TestTranslations::everyTranslationKeepsWhatIsPutIn()
{
    QFETCH(QString, file);
    const QVector<Message> messages =
        messagesOf(qEnvironmentVariable("AWB_SOURCE_DIR") + QStringLiteral("/translations/") + file);
    QVERIFY2(!messages.isEmpty(), qPrintable(file + QStringLiteral(" has no messages or is no XML")));
    QStringList faults;
    for (const Message& message : messages) {
        for (qsizetype i = 0; i < message.forms.size(); ++i) {
            const QString& form = message.forms.at(i);
            const QString found = form.isEmpty() ? QString() // not translated yet: shown in English
                                                 : fault(message.source, form, message.isNumerus && i == 0);
            if (!found.isEmpty())
                faults.append(QStringLiteral("“%1” → “%2”: %3").arg(message.source, form, found));
        }
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
}

QTEST_APPLESS_MAIN(TestTranslations)
#include "tst_translations.moc"
