// Cells that judge: the word and the glyph of what the probes of 6.8, 6.9 and the metrics say.
#include "core/probe/http/http_probes.h"
#include "core/report/cell_words.h"
#include "core/report/report_words.h"
#include "core/report_pdf/mark_painter.h"
#include "tests/core/http_shop.h"
#include "tests/core/http_world.h"

#include <QTest>

#include <functional>

using namespace awb;
using namespace awb::test;

namespace
{

Column named(const QString& id)
{
    Column column;
    column.id = id;
    return column;
}

// The glyph of every cell of this column that judges, and no other; a word that nobody knows fails the test.
QList<MarkGlyph> glyphsOf(const Facts& facts, const char* table, const char* column)
{
    QList<MarkGlyph> glyphs;
    for (const Table& one : facts.tables) {
        if (one.id != QLatin1String(table))
            continue;
        for (qsizetype c = 0; c < one.columns.size(); ++c) {
            if (one.columns.at(c).id != QLatin1String(column))
                continue;
            for (const auto& row : one.rows) {
                const auto word = cellWord(one.columns.at(c), row.at(c));
                if (!word)
                    return {};
                glyphs.append(glyphFor(word->state));
            }
        }
    }
    return glyphs;
}

template<typename ProbeType>
Facts measure(const std::function<void(HttpShop&)>& habits)
{
    HttpShop shop;
    habits(shop);
    HttpPeer peer(shop.handler());
    HttpWorld world(peer.url());
    world.authenticate(QStringLiteral("bearer"));
    const Result<Facts> facts = world.run<ProbeType>(std::shared_ptr<HttpPace>());
    if (!facts)
        qFatal("%s", qPrintable(facts.error().message));
    return *facts;
}

} // namespace

class TestCellWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCellHasItsWordAndGlyph_data()
    {
        QTest::addColumn<QString>("column");
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("glyph"); // -1: the cell does not judge
        const auto add = [](const char* column, const QVariant& value, const char* text, MarkGlyph glyph) {
            QTest::newRow(qPrintable(QStringLiteral("%1 %2").arg(QLatin1String(column), value.toString())))
                << QString::fromLatin1(column) << value << QString::fromLatin1(text) << int(glyph);
        };
        const auto word = [](const char* text) { return QVariant(QString::fromLatin1(text)); };
        add("hsts", word("ok"), "ok", MarkGlyph::Pass);
        add("hsts", word("short"), "wrong: too short", MarkGlyph::Warn);
        add("hsts", word("missing"), "missing", MarkGlyph::Fail);
        add("hsts", word("invalid"), "wrong: cannot be read", MarkGlyph::Fail);
        add("hsts", word("unmeasured"), "not measured", MarkGlyph::NotMeasured);
        add("nosniff", true, "ok", MarkGlyph::Pass);
        add("nosniff", false, "missing", MarkGlyph::Fail);
        add("framing", false, "missing", MarkGlyph::Fail);
        add("told", word("wrong"), "wrong", MarkGlyph::Fail);
        add("told", word("risky"), "risky", MarkGlyph::Warn);
        add("exposed", word("present"), "ok", MarkGlyph::Pass);
        add("exposed", word("other"), "ok, under another name", MarkGlyph::Pass);
        add("exposed", word("absent"), "missing", MarkGlyph::Fail);
        QTest::newRow("an unknown word stays")
            << QStringLiteral("hsts") << word("new") << QStringLiteral("new") << -1;
        QTest::newRow("another column stays")
            << QStringLiteral("state") << word("ok") << QStringLiteral("ok") << -1;
        QTest::newRow("yes stays") << QStringLiteral("csp") << QVariant(true) << QStringLiteral("yes") << -1;
    }
    void aCellHasItsWordAndGlyph()
    {
        QFETCH(QString, column);
        QFETCH(QVariant, value);
        QFETCH(int, glyph);
        const QJsonValue cell = QJsonValue::fromVariant(value);
        QTEST(cellText(named(column), cell, QLocale::c()), "text");
        const auto word = cellWord(named(column), cell);
        QCOMPARE(word ? int(glyphFor(word->state)) : -1, glyph);
        if (word)
            QVERIFY(judgesCells(named(column)));
    }

    void everyCellOfAProbeIsKnown_data()
    {
        QTest::addColumn<QByteArray>("cors");
        QTest::addColumn<bool>("bad");
        QTest::newRow("no origin") << QByteArray() << false;
        QTest::newRow("listed origins") << QByteArray("list") << false;
        QTest::newRow("any origin, echoed") << QByteArray("reflect") << true;
        QTest::newRow("a star") << QByteArray("star") << true;
    }
    void everyCellOfAProbeIsKnown()
    {
        QFETCH(QByteArray, cors);
        QFETCH(bool, bad);
        const Facts facts = measure<CorsProbe>([&](HttpShop& shop) { shop.cors = cors; });
        const QList<MarkGlyph> told = glyphsOf(facts, "origins", "told");
        QVERIFY(!told.isEmpty());
        QCOMPARE(told.contains(MarkGlyph::Fail), bad);
        QCOMPARE(told.count(MarkGlyph::Pass) == told.size(), !bad);
    }
    void missingHeadersAreMissing()
    {
        const Facts without = measure<HeadersProbe>([](HttpShop&) {});
        const Facts with = measure<HeadersProbe>([](HttpShop& shop) {
            shop.headers = {"X-Content-Type-Options: nosniff", "X-Frame-Options: DENY"};
            shop.errorHeaders = shop.headers;
        });
        for (const char* column : {"nosniff", "framing"}) {
            const QList<MarkGlyph> bad = glyphsOf(without, "answers", column);
            const QList<MarkGlyph> good = glyphsOf(with, "answers", column);
            QVERIFY(!bad.isEmpty() && !good.isEmpty());
            QCOMPARE(bad.count(MarkGlyph::Fail), bad.size());
            QCOMPARE(good.count(MarkGlyph::Pass), good.size());
        }
        QVERIFY(
            glyphsOf(with, "answers", "hsts").contains(MarkGlyph::NotMeasured)); // plain HTTP on an address
    }
};

QTEST_GUILESS_MAIN(TestCellWords)
#include "tst_cell_words.moc"
