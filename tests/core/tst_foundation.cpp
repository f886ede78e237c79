#include "core/foundation/clock.h"
#include "core/foundation/error.h"
#include "core/foundation/ids.h"
#include "core/foundation/message.h"
#include "core/foundation/result.h"
#include "core/foundation/secret.h"
#include "core/foundation/units.h"

#include <QDebug>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QTimeZone>
#include <QTranslator>

#include <cmath>
#include <limits>
#include <memory>

using namespace awb;

namespace
{

Result<int> half(int n)
{
    if (n % 2 != 0)
        return Error{ErrorCode::Usage, QStringLiteral("%1 is odd").arg(n), {}, {}};
    return n / 2;
}

// What a person reads, with plain spaces.
QString shown(double value, const QString& unit, const QLocale& locale = QLocale::c())
{
    return formatQuantity(value, unit, locale).replace(QChar(0x00A0), QLatin1Char(' '));
}

} // namespace

class TestFoundation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aResultHoldsAValueOrAnError();
    void aResultMovesWhatCannotBeCopied();
    void everyErrorCodeHasItsOwnName();
    void idsAreUniqueAndInTheOrderOfTime();
    void quantitiesReadAsPeopleWriteThem_data();
    void quantitiesReadAsPeopleWriteThem();
    void unitWordsFollowTheLanguageAndStayThemselvesInFiles();
    void quantitiesFollowTheLocale();
    void ticksAreShorterThanMeasuredValues();
    void rawNumbersReadBackTheSame_data();
    void rawNumbersReadBackTheSame();
    void quantitiesAreParsed_data();
    void quantitiesAreParsed();
    void nonsenseIsNoQuantity_data();
    void nonsenseIsNoQuantity();
    void messagesFillTheirArguments_data();
    void messagesFillTheirArguments();
    void messagesAgreeInNumber_data();
    void messagesAgreeInNumber();
    void messagesSurviveJson();
    void aSecretNeverPrintsItself();
    void secretsAreTakenOutOfForeignText_data();
    void secretsAreTakenOutOfForeignText();
    void aManualClockMovesOnlyWhenTold();
};

void TestFoundation::aResultHoldsAValueOrAnError()
{
    const Result<int> good = half(4);
    QVERIFY(good && good.has_value());
    QCOMPARE(*good, 2);
    const Result<int> bad = half(3);
    QVERIFY(!bad && !bad.has_value());
    QCOMPARE(bad.error().code, ErrorCode::Usage);
    QCOMPARE(bad.error().message, QStringLiteral("3 is odd"));
    QCOMPARE(bad.value_or(7), 7);
    QCOMPARE(good.value_or(7), 2);
    const Result<QString> unexpected = Unexpected(Error{ErrorCode::Io, QStringLiteral("x"), {}, {}});
    QVERIFY(!unexpected);
    // A Result of Error-like text keeps the sides apart.
    const Status done = Done();
    QVERIFY(done);
}

void TestFoundation::aResultMovesWhatCannotBeCopied()
{
    Result<std::unique_ptr<int>> result(std::make_unique<int>(5));
    std::unique_ptr<int> taken = *std::move(result);
    QCOMPARE(*taken, 5);
}

void TestFoundation::everyErrorCodeHasItsOwnName()
{
    QSet<QString> names;
    for (int i = 0; i <= static_cast<int>(ErrorCode::Internal); ++i)
        names.insert(errorCodeName(static_cast<ErrorCode>(i)));
    QCOMPARE(names.size(), static_cast<int>(ErrorCode::Internal) + 1);
    QVERIFY(!names.contains(QString()));
}

void TestFoundation::idsAreUniqueAndInTheOrderOfTime()
{
    const QRegularExpression form(
        QStringLiteral("\\A[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\\z"));
    QSet<QString> seen;
    QString lastTime;
    for (int i = 0; i < 2000; ++i) {
        const QString id = newId();
        QVERIFY2(form.match(id).hasMatch(), qPrintable(id));
        seen.insert(id);
        QVERIFY(id.left(13) >= lastTime);
        lastTime = id.left(13);
    }
    QCOMPARE(seen.size(), 2000);
}

void TestFoundation::quantitiesReadAsPeopleWriteThem_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, double value, const char* unit, const char* text) {
        QTest::newRow(name) << value << QString::fromUtf8(unit) << QString::fromUtf8(text);
    };
    row("milliseconds", 187, "ms", "187 ms");
    row("share", 91.23, "percent", "91.2 %");
    row("no false precision", 5.0, "ms", "5 ms");
    row("small share", 0.0123, "percent", "0.0123 %");
    row("rounds up to whole", 999.7, "ms", "1000 ms");
    row("GiB", 4294967296.0, "bytes", "4 GiB");
    row("KiB", 1536, "bytes", "1.50 KiB");
    row("bytes", 12, "bytes", "12 B");
    row("count", 1284310, "count", "1284310");
    row("seconds", 1.5, "s", "1.50 s");
    row("minutes", 150, "s", "2 min 30 s");
    row("whole minutes", 180, "s", "3 min");
    row("hours", 10800, "s", "3 h");
    row("days", 345600, "s", "4 days");
    row("ratio", 2.5, "ratio", "2.50×");
    row("keys an hour", 4.2, "per_hour", "4.20 %/h");
    row("rate", 12, "per_second", "12/s");
    row("yes", 1, "bool", "yes");
    row("no", 0, "bool", "no");
    row("zero", 0, "ms", "0 ms");
    row("negative", -2.5, "percent", "-2.50 %");
    row("unknown number", std::numeric_limits<double>::quiet_NaN(), "ms", "–");
    row("endless", std::numeric_limits<double>::infinity(), "ms", "∞");
    row("one key", 1, "keys", "1 key");
    row("keys", 250, "keys", "250 keys");
    row("a unit of a newer program", 3, "furlongs", "3 furlongs");
}

void TestFoundation::quantitiesReadAsPeopleWriteThem()
{
    QFETCH(double, value);
    QFETCH(QString, unit);
    QTEST(shown(value, unit), "text");
}

void TestFoundation::unitWordsFollowTheLanguageAndStayThemselvesInFiles()
{
    // German for a few unit words, as a catalogue would give it.
    class Words : public QTranslator
    {
    public:
        bool isEmpty() const override { return false; }
        QString translate(const char* context, const char* source, const char*, int) const override
        {
            static const QMap<QByteArray, QString> words{{"keys", QStringLiteral("Schlüssel")},
                                                         {"days", QStringLiteral("Tage")},
                                                         {"/day", QStringLiteral("/Tag")},
                                                         {"yes", QStringLiteral("ja")},
                                                         {"%1 found", QStringLiteral("%1 gefunden")}};
            return qstrcmp(context, "awb") == 0 ? words.value(source) : QString();
        }
    } words;
    const Message message("%1 found", {MessageArg(3, QStringLiteral("per_day"))});
    const QJsonObject before = message.toJson();
    QCoreApplication::installTranslator(&words);
    const QStringList texts{shown(250, QStringLiteral("keys")),
                            shown(345600, QStringLiteral("s")),
                            shown(1, QStringLiteral("bool")),
                            unitSymbol(QStringLiteral("keys")),
                            message.text(),
                            shown(3, QStringLiteral("furlongs"))};
    const QJsonObject after = message.toJson();
    QCoreApplication::removeTranslator(&words);
    QCOMPARE(texts, (QStringList{QStringLiteral("250 Schlüssel"), QStringLiteral("4 Tage"),
                                 QStringLiteral("ja"), QStringLiteral("Schlüssel"),
                                 QStringLiteral("3/Tag gefunden"), QStringLiteral("3 furlongs")}));
    QCOMPARE(after, before);
}

void TestFoundation::quantitiesFollowTheLocale()
{
    QCOMPARE(shown(91.23, QStringLiteral("percent"), QLocale(QLocale::German)), QStringLiteral("91,2 %"));
    QCOMPARE(shown(1284310, QStringLiteral("count"), QLocale(QLocale::English, QLocale::UnitedStates)),
             QStringLiteral("1,284,310"));
}

void TestFoundation::ticksAreShorterThanMeasuredValues()
{
    const auto tick = [](double value, const char* unit) {
        return formatTick(value, QLatin1String(unit), QLocale(QLocale::English, QLocale::UnitedStates))
            .replace(QChar(0x00A0), QLatin1Char(' '));
    };
    QCOMPARE(tick(0.2, "ms"), QStringLiteral("0.2")); // 0.200 when measured
    QCOMPARE(tick(50, "ms"), QStringLiteral("50"));
    QCOMPARE(tick(1000, "ms"), QStringLiteral("1,000"));
    QCOMPARE(tick(50, "percent"), QStringLiteral("50 %"));
    QCOMPARE(tick(64.0 * 1024 * 1024, "bytes"), QStringLiteral("64 MiB"));
    QCOMPARE(tick(0, "count"), QStringLiteral("0"));
    QCOMPARE(tick(1, "one_in"), QStringLiteral("0 %"));
    QCOMPARE(tick(2, "one_in"), QStringLiteral("50 %"));
    QCOMPARE(tick(100, "one_in"), QStringLiteral("99 %"));
    QCOMPARE(tick(1000, "one_in"), QStringLiteral("99.9 %"));
    QCOMPARE(tick(10'000, "one_in"), QStringLiteral("99.99 %"));
}

void TestFoundation::rawNumbersReadBackTheSame_data()
{
    QTest::addColumn<double>("value");
    for (const double value : {0.0, 1.0, -1.0, 0.1, 1.0 / 3.0, 93.3, 1e-9, 123456789.123, 1e15, 1e300, 5e-324,
                               9007199254740993.0, -0.5})
        QTest::newRow(qPrintable(QString::number(value, 'g', 17))) << value;
}

void TestFoundation::rawNumbersReadBackTheSame()
{
    QFETCH(double, value);
    bool ok = false;
    const double back = rawNumber(value).toDouble(&ok);
    QVERIFY(ok);
    QVERIFY(back == value);
}

void TestFoundation::quantitiesAreParsed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("unit");
    const auto row = [](const char* text, double value, const char* unit) {
        QTest::newRow(text) << QString::fromUtf8(text) << value << QString::fromLatin1(unit);
    };
    row("150ms", 150, "ms");
    row("2 s", 2000, "ms");
    row("5min", 300000, "ms");
    row("250 us", 0.25, "ms");
    row("250µs", 0.25, "ms");
    row("1h", 3600000, "ms");
    row("1d", 86400000, "ms");
    row("1.5s", 1500, "ms");
    row("64MiB", 67108864, "bytes");
    row("8kB", 8192, "bytes");
    row("2GB", 2147483648.0, "bytes");
    row("0.5", 0.5, "");
    row("80%", 80, "percent");
    row("80 %", 80, "percent");
    row("3x", 3, "ratio");
    row("-1", -1, "");
    row("  7  ", 7, "");
}

void TestFoundation::quantitiesAreParsed()
{
    QFETCH(QString, text);
    const auto quantity = parseQuantity(text);
    QVERIFY(quantity);
    QTEST(quantity->value, "value");
    QTEST(quantity->unit, "unit");
}

void TestFoundation::nonsenseIsNoQuantity_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"", " ", "ms", "1 2", "1,5s", "1e5", "0x10", "NaN", "inf", "5 parsecs", "5msms",
                             "--1", "1.", ".5", "5\n6", "٣ms"})
        QTest::newRow(text[0] == '\0' ? "empty" : text) << QString::fromUtf8(text);
}

void TestFoundation::nonsenseIsNoQuantity()
{
    QFETCH(QString, text);
    QVERIFY(!parseQuantity(text));
}

void TestFoundation::messagesFillTheirArguments_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QVector<QString>>("arguments");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const char* source, const QVector<QString>& arguments,
                        const char* text) {
        QTest::newRow(name) << QString::fromUtf8(source) << arguments << QString::fromUtf8(text);
    };
    row("in order", "%1 of %2", {QStringLiteral("a"), QStringLiteral("b")}, "a of b");
    row("in another order, twice", "%2 %1 %2", {QStringLiteral("a"), QStringLiteral("b")}, "b a b");
    row("a hostile %1 inside an argument", "%1 and %2", {QStringLiteral("%2%1"), QStringLiteral("%1")},
        "%2%1 and %1");
    row("an argument too few", "%1 and %2", {QStringLiteral("a")}, "a and ");
    row("a plain per cent sign", "100 % of %1", {QStringLiteral("a")}, "100 % of a");
    row("a per cent sign at the end", "%1 %", {QStringLiteral("a")}, "a %");
    row("HTML stays text", "%1", {QStringLiteral("<b>x</b>")}, "<b>x</b>");
}

void TestFoundation::messagesFillTheirArguments()
{
    QFETCH(QString, source);
    QFETCH(QVector<QString>, arguments);
    QVector<MessageArg> args;
    for (const QString& argument : arguments)
        args.append(MessageArg(argument));
    QTEST(Message(source.toUtf8().constData(), args).text(), "text");
}

void TestFoundation::messagesAgreeInNumber_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<qint64>("count");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const char* source, qint64 count, const char* text) {
        QTest::newRow(name) << QString::fromUtf8(source) << count << QString::fromUtf8(text);
    };
    row("one", "%1 {1:key has|keys have} no TTL", 1, "1 key has no TTL");
    row("none", "%1 {1:key has|keys have} no TTL", 0, "0 keys have no TTL");
    row("many", "%1 {1:key has|keys have} no TTL", 2, "2 keys have no TTL");
    row("an empty form", "%1 table{1:|s}", 1, "1 table");
    row("the number is told later", "{1:Is|Are} %1", 3, "Are 3");
    row("a number in one form only", "{1:The one key has|All %1 keys have} a TTL", 1,
        "The one key has a TTL");
    row("a number in the other form", "{1:The one key has|All %1 keys have} a TTL", 3,
        "All 3 keys have a TTL");
    row("no such argument", "{2:a|b}", 1, "{2:a|b}");
    row("no second form", "{1:a}", 1, "{1:a}");
    row("never closed", "{1:a|b", 1, "{1:a|b");
    row("braces of a key name", "user:{id} %1", 1, "user:{id} 1");
}

void TestFoundation::messagesAgreeInNumber()
{
    QFETCH(QString, source);
    QFETCH(qint64, count);
    QTEST(Message(source.toUtf8().constData(), {count}).text(), "text");
}

void TestFoundation::messagesSurviveJson()
{
    const Message message("%1 of %2 keys, %3",
                          {MessageArg(93.25, QStringLiteral("percent")), MessageArg(qint64(1284310)),
                           MessageArg(QStringLiteral("ключ \"%1\""))});
    const QByteArray json = QJsonDocument(message.toJson()).toJson();
    const Message back = Message::fromJson(QJsonDocument::fromJson(json).object());
    QCOMPARE(back, message);
    QCOMPARE(back.text(), message.text());
    QVERIFY(Message::fromJson({}).isEmpty());
    QVERIFY(Message().isEmpty() && Message().text().isEmpty());
    const Message verbatim = Message::verbatim(QStringLiteral("SELECT '%1', %2"));
    QCOMPARE(verbatim.text(), QStringLiteral("SELECT '%1', %2"));
}

void TestFoundation::aSecretNeverPrintsItself()
{
    const Secret secret("hunter2-planted");
    QString printed;
    QDebug(&printed) << secret;
    QVERIFY(printed.contains(QStringLiteral("***")));
    QVERIFY(!printed.contains(QStringLiteral("hunter2")));
    Secret copy = secret;
    QCOMPARE(copy.reveal(), secret.reveal());
    QVERIFY(copy.reveal().constData() != secret.reveal().constData()); // each wipes its own
    Secret moved = std::move(copy);
    QCOMPARE(moved.reveal(), QByteArray("hunter2-planted"));
    moved = Secret("x");
    QCOMPARE(moved.reveal(), QByteArray("x"));
    QVERIFY(Secret().isEmpty());
    QVERIFY((!std::is_convertible_v<Secret, QString> && !std::is_convertible_v<Secret, QByteArray>));
}

void TestFoundation::secretsAreTakenOutOfForeignText_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const char* text) {
        QTest::newRow(name) << QString::fromUtf8(text);
    };
    row("URL", "cannot connect to postgresql://audit:hunter2@db:5432/shop");
    row("URL without a user", "redis://:hunter2@cache/0 refused");
    row("connection string", "host=db password=hunter2 user=audit");
    row("quoted connection string", "host=db password='hunter2 hunter2' user=audit");
    row("JSON-like", "{\"token\": \"hunter2\"}");
    row("a longer name", "PGPASSWORD=hunter2 DB_PASSWORD: hunter2");
    row("URL whose password has a slash", "redis://u:hun/hunter2@cache/0 refused");
    row("a quote that is never closed", "password='hunter2");
    row("header", "Authorization: Bearer hunter2");
    row("cookie", "Set-Cookie: sid=hunter2; Path=/");
    row("query", "GET /a?api_key=hunter2&b=1");
    row("the known secret itself", "ERR invalid password for 'hunter2'");
}

void TestFoundation::secretsAreTakenOutOfForeignText()
{
    QFETCH(QString, text);
    const QString clean = redactSecrets(text, {Secret("hunter2")});
    QVERIFY2(!clean.contains(QStringLiteral("hunter2")), qPrintable(clean));
    QVERIFY(clean.contains(QStringLiteral("***")));
    QCOMPARE(redactSecrets(clean, {Secret("hunter2")}), clean);
    const bool needsToBeKnown = text.startsWith(QStringLiteral("ERR"));
    QCOMPARE(redactSecrets(text).contains(QStringLiteral("hunter2")), needsToBeKnown);
}

void TestFoundation::aManualClockMovesOnlyWhenTold()
{
    const QDateTime start(QDate(2026, 11, 24), QTime(4, 0), Qt::UTC);
    ManualClock clock(start);
    QCOMPARE(clock.now(), start);
    QCOMPARE(clock.monotonic(), clock.monotonic());
    QVERIFY(SystemClock().now().timeSpec() == Qt::UTC);
    const auto first = SystemClock().monotonic();
    QVERIFY(SystemClock().monotonic() >= first);
}

QTEST_GUILESS_MAIN(TestFoundation)
#include "tst_foundation.moc"
