// The painters of core/report_pdf: tokens, marks, icons, rulers and counts, without a window.
#include "core/audit/facts.h"
#include "core/report_pdf/icon_painter.h"
#include "core/report_pdf/mark_painter.h"
#include "core/report_pdf/path_data.h"
#include "core/report_pdf/ruler_painter.h"
#include "core/report_pdf/score_painter.h"

#include <QFontInfo>
#include <QImage>
#include <QPainter>
#include <QtTest>

#include <cmath>
#include <limits>

using namespace awb;
using tokens::Role;

namespace
{

constexpr MarkGlyph allGlyphs[] = {MarkGlyph::Undecided, MarkGlyph::Pass,          MarkGlyph::Warn,
                                   MarkGlyph::Fail,      MarkGlyph::NotApplicable, MarkGlyph::NotMeasured,
                                   MarkGlyph::TooClose};

Role roleNamed(const char* name)
{
    for (std::size_t i = 0; i < std::size(tokens::colors); ++i) {
        if (qstrcmp(tokens::colors[i].name, name) == 0)
            return static_cast<Role>(i);
    }
    qFatal("no colour named %s", name);
}

QImage canvas(int width, int height, const Theme& theme)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(theme.color(Role::Panel));
    return image;
}

QImage markImage(MarkGlyph glyph, bool filled, const Theme& theme)
{
    QImage image = canvas(32, 32, theme);
    QPainter painter(&image);
    MarkPainter::paint(painter, QRectF(0, 0, 32, 32), glyph, filled, theme);
    painter.end();
    return image.convertToFormat(QImage::Format_Grayscale8);
}

// How many pixels of two grey pictures differ by more than a quarter of the range.
int differingPixels(const QImage& a, const QImage& b)
{
    int count = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            count += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) > 64;
    }
    return count;
}

int countColour(const QImage& image, const QColor& color)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) == color;
    }
    return count;
}

ValueRuler ruler(double value, double threshold, Comparison comparison,
                 const QString& unit = QStringLiteral("ms"))
{
    ValueRuler r;
    r.value = value;
    r.low = value * 0.93;
    r.high = value * 1.07;
    r.threshold = threshold;
    r.comparison = comparison;
    r.unit = unit;
    r.valueText = QStringLiteral("%1 ms [%2–%3]")
                      .arg(value, 0, 'f', 1)
                      .arg(value * 0.93, 0, 'f', 1)
                      .arg(value * 1.07, 0, 'f', 1);
    r.thresholdText = QStringLiteral("threshold < %1 ms").arg(threshold);
    r.thresholdShort = QStringLiteral("< %1 ms").arg(threshold);
    return r;
}

bool within(const QRectF& inner, const QRectF& outer)
{
    return outer.adjusted(-0.6, -0.6, 0.6, 0.6).contains(inner);
}

} // namespace

class TestPainters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyContrastPairPasses_data();
    void everyContrastPairPasses();
    void everyIconPathParses_data();
    void everyIconPathParses();
    void everyIconLeavesInk();
    void everyMarkGlyphParses();
    void wrongPathsAreRefused_data();
    void wrongPathsAreRefused();
    void marksDifferInGreyscale_data();
    void marksDifferInGreyscale();
    void aSuggestionIsNeverFilled();
    void verdictsBecomeTheirGlyphs();
    void fontsAreScaledInPoints();
    void evidenceIsNotShaped();
    void rulerLabelsNeverOverlap_data();
    void rulerLabelsNeverOverlap();
    void theValueLabelStandsOnItsSide_data();
    void theValueLabelStandsOnItsSide();
    void theRangeFollowsTheRule_data();
    void theRangeFollowsTheRule();
    void ticksAreRound_data();
    void ticksAreRound();
    void aMissingValueDrawsNoDiamond_data();
    void aMissingValueDrawsNoDiamond();
    void measurementsBecomeRulers();
    void nothingOfNothingIsNeverGreen();
    void oneBadOfManyStaysVisible();
    void pipsCountEveryOne();
    void barsOfMarksFillTheirShare();
};

void TestPainters::everyContrastPairPasses_data()
{
    QTest::addColumn<int>("pair");
    QTest::addColumn<bool>("dark");
    for (std::size_t i = 0; i < std::size(tokens::contrast); ++i) {
        for (const bool dark : {false, true})
            QTest::addRow("%s on %s, %s", tokens::contrast[i].foreground, tokens::contrast[i].background,
                          dark ? "dark" : "light")
                << static_cast<int>(i) << dark;
    }
}

void TestPainters::everyContrastPairPasses()
{
    QFETCH(int, pair);
    QFETCH(bool, dark);
    const tokens::ContrastPair& p = tokens::contrast[pair];
    const Theme theme(dark ? Theme::Mode::Dark : Theme::Mode::Light);
    const double ratio =
        contrastRatio(theme.color(roleNamed(p.foreground)), theme.color(roleNamed(p.background)));
    QVERIFY2(ratio >= p.need, qPrintable(QStringLiteral("%1 < %2").arg(ratio).arg(p.need)));
}

void TestPainters::everyIconPathParses_data()
{
    QTest::addColumn<int>("icon");
    for (std::size_t i = 0; i < std::size(tokens::icons); ++i)
        QTest::newRow(tokens::icons[i].name) << static_cast<int>(i);
}

void TestPainters::everyIconPathParses()
{
    QFETCH(int, icon);
    const auto path = parsePathData(tokens::icons[icon].path);
    QVERIFY(path.has_value());
    QVERIFY(!path->isEmpty());
    QVERIFY(QRectF(0, 0, 16, 16).contains(path->boundingRect()));
}

void TestPainters::everyIconLeavesInk()
{
    const Theme theme;
    for (std::size_t i = 0; i < std::size(tokens::icons); ++i) {
        QImage image = canvas(16, 16, theme);
        const QImage blank = image;
        QPainter painter(&image);
        IconPainter::paint(painter, QRectF(0, 0, 16, 16), static_cast<tokens::IconId>(i),
                           theme.color(Role::Text));
        painter.end();
        QVERIFY2(differingPixels(image, blank) > 4, tokens::icons[i].name);
    }
}

void TestPainters::everyMarkGlyphParses()
{
    QCOMPARE(std::size(tokens::marks), std::size(allGlyphs));
    for (const tokens::MarkShape& mark : tokens::marks)
        QVERIFY2(parsePathData(mark.glyph).has_value(), mark.name);
}

void TestPainters::wrongPathsAreRefused_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("a line before the first move") << QByteArray("L1 1");
    QTest::newRow("half a point") << QByteArray("M1");
    QTest::newRow("an unknown command") << QByteArray("M1 1 Q2 2 3 3");
    QTest::newRow("a relative command") << QByteArray("M1 1 l2 2");
    QTest::newRow("a curve with two points") << QByteArray("M1 1 C2 2 3 3");
    QTest::newRow("no number") << QByteArray("M- 1");
}

void TestPainters::wrongPathsAreRefused()
{
    QFETCH(QByteArray, path);
    QVERIFY(!parsePathData(path.constData()).has_value());
}

void TestPainters::marksDifferInGreyscale_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<bool>("filled");
    QTest::newRow("filled, light") << false << true;
    QTest::newRow("outline, light") << false << false;
    QTest::newRow("filled, dark") << true << true;
    QTest::newRow("outline, dark") << true << false;
}

void TestPainters::marksDifferInGreyscale()
{
    QFETCH(bool, dark);
    QFETCH(bool, filled);
    const Theme theme(dark ? Theme::Mode::Dark : Theme::Mode::Light);
    for (const MarkGlyph a : allGlyphs) {
        for (const MarkGlyph b : allGlyphs) {
            if (a >= b)
                continue;
            const int pixels = differingPixels(markImage(a, filled, theme), markImage(b, filled, theme));
            // 32 x 32: the two diamonds share their outline and differ in the sign inside.
            QVERIFY2(pixels >= 24, qPrintable(QStringLiteral("%1 and %2 differ in %3 of 1024 pixels")
                                                  .arg(markWord(a), markWord(b))
                                                  .arg(pixels)));
        }
    }
}

void TestPainters::aSuggestionIsNeverFilled()
{
    const Theme theme;
    for (const MarkGlyph glyph :
         {MarkGlyph::Pass, MarkGlyph::Warn, MarkGlyph::Fail, MarkGlyph::NotApplicable})
        QVERIFY(differingPixels(markImage(glyph, true, theme), markImage(glyph, false, theme)) > 100);
    // What the machine does not know stays an outline whatever is asked.
    for (const MarkGlyph glyph : {MarkGlyph::Undecided, MarkGlyph::NotMeasured, MarkGlyph::TooClose})
        QCOMPARE(differingPixels(markImage(glyph, true, theme), markImage(glyph, false, theme)), 0);
}

void TestPainters::verdictsBecomeTheirGlyphs()
{
    QCOMPARE(glyphFor(Verdict::Inconclusive), MarkGlyph::TooClose);
    QCOMPARE(glyphFor(Verdict::NotMeasured), MarkGlyph::NotMeasured);
    QCOMPARE(glyphFor(Verdict::None), MarkGlyph::Undecided);
    QCOMPARE(glyphFor(Verdict::Pass), MarkGlyph::Pass);
    QCOMPARE(glyphFor(Mark::Undecided), MarkGlyph::Undecided);
    QCOMPARE(glyphFor(Mark::NotApplicable), MarkGlyph::NotApplicable);
    QCOMPARE(markLetter(MarkGlyph::Fail), QStringLiteral("F"));
}

void TestPainters::fontsAreScaledInPoints()
{
    QCOMPARE(Theme().font(tokens::Type::Body).pointSizeF(), 9.75);
    QCOMPARE(Theme(Theme::Mode::Light, 2.0).font(tokens::Type::Body).pointSizeF(), 19.5);
    QCOMPARE(Theme(Theme::Mode::Light, 1.0, 1200.0).font(tokens::Type::Body).pointSizeF(), 13 * 72 / 1200.0);
    QCOMPARE(Theme().font(tokens::Type::Title).weight(), QFont::DemiBold);
}

void TestPainters::evidenceIsNotShaped()
{
    const Theme theme;
    QCOMPARE(theme.evidenceFont(u"a -> b").styleStrategy(), QFont::PreferNoShaping);
    QCOMPARE(theme.evidenceFont(u"a -> b").families().first(), QStringLiteral("JetBrains Mono"));
    QCOMPARE(theme.evidenceFont(u"größe").families().first(), QStringLiteral("DejaVu Sans Mono"));
    QVERIFY(theme.evidenceFont(u"größe").styleStrategy() != QFont::PreferNoShaping);
}

void TestPainters::rulerLabelsNeverOverlap_data()
{
    QTest::addColumn<int>("comparison");
    QTest::addColumn<double>("width");
    QTest::addColumn<double>("scale");
    for (const Comparison c : {Comparison::Less, Comparison::GreaterOrEqual, Comparison::Equal}) {
        for (const double width : {160.0, 240.0, 360.0, 480.0, 900.0}) {
            for (const double scale : {1.0, 1.5, 2.0})
                QTest::addRow("comparison %d, %.0f px wide, text %.0f %%", static_cast<int>(c), width,
                              scale * 100)
                    << static_cast<int>(c) << width << scale;
        }
    }
}

void TestPainters::rulerLabelsNeverOverlap()
{
    QFETCH(int, comparison);
    QFETCH(double, width);
    QFETCH(double, scale);
    const Theme theme(Theme::Mode::Light, scale);
    const QRectF rect(10, 20, width, 84 * scale);
    for (double value = 0; value <= 620; value += 3.7) {
        const RulerLayout layout =
            layoutRuler(ruler(value, 200, static_cast<Comparison>(comparison)), rect, theme);
        const QByteArray at = QByteArray::number(value);
        QVERIFY2(within(layout.valueLabel, rect), at.constData());
        QVERIFY2(layout.thresholdLabel.isEmpty() || within(layout.thresholdLabel, rect), at.constData());
        QVERIFY2(!layout.valueLabel.intersects(layout.thresholdLabel), at.constData());
        QVERIFY2(layout.valueLabel.bottom() <= layout.bar.top(), at.constData());
        double right = rect.left() - 1;
        for (const RulerLayout::Tick& tick : layout.ticks) {
            QVERIFY2(tick.label.isEmpty() || (tick.label.left() >= right && within(tick.label, rect)),
                     at.constData());
            right = tick.label.isEmpty() ? right : tick.label.right();
        }
        for (const auto& x : {layout.valueX, layout.lowX, layout.highX})
            QVERIFY2(x && *x >= layout.bar.left() && *x <= layout.bar.right(), at.constData());
    }
}

void TestPainters::theValueLabelStandsOnItsSide_data()
{
    QTest::addColumn<double>("value");
    QTest::newRow("well below") << 122.0;
    QTest::newRow("just below") << 199.0;
    QTest::newRow("just above") << 201.0;
    QTest::newRow("well above") << 268.0;
    QTest::newRow("far beyond") << 900.0;
}

void TestPainters::theValueLabelStandsOnItsSide()
{
    QFETCH(double, value);
    const RulerLayout layout =
        layoutRuler(ruler(value, 200, Comparison::Less), QRectF(0, 0, 900, 84), Theme());
    QVERIFY(!layout.thresholdLabel.isEmpty());
    if (value < 200) {
        QVERIFY(layout.valueLabel.right() < layout.thresholdX);
        QVERIFY(layout.thresholdLabel.left() > layout.thresholdX);
    } else {
        QVERIFY(layout.valueLabel.left() > layout.thresholdX);
        QVERIFY(layout.thresholdLabel.right() < layout.valueLabel.left());
    }
}

void TestPainters::theRangeFollowsTheRule_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<double>("threshold");
    QTest::addColumn<int>("comparison");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    const int less = static_cast<int>(Comparison::Less);
    const int more = static_cast<int>(Comparison::Greater);
    const int equal = static_cast<int>(Comparison::Equal);
    const QString ms = QStringLiteral("ms");
    const QString percent = QStringLiteral("percent");
    const QString count = QStringLiteral("count");
    QTest::newRow("within 1.5 x threshold") << 150.0 << 200.0 << less << ms << 0.0 << 300.0;
    QTest::newRow("upper bound within 1.5 x threshold") << 268.0 << 200.0 << less << ms << 0.0 << 300.0;
    QTest::newRow("beyond: upper bound + 10 %") << 1000.0 << 200.0 << less << ms << 0.0 << 1177.0;
    QTest::newRow("a share above its threshold") << 91.2 << 80.0 << more << percent << 60.0 << 100.0;
    QTest::newRow("a share far below") << 12.0 << 80.0 << more << percent << 0.0 << 100.0;
    QTest::newRow("a share below its limit") << 12.0 << 20.0 << less << percent << 0.0 << 30.0;
    QTest::newRow("none allowed, one found") << 1.0 << 0.0 << equal << count << 0.0 << 1.177;
    QTest::newRow("none allowed, none found") << 0.0 << 0.0 << equal << count << 0.0 << 1.0;
}

void TestPainters::theRangeFollowsTheRule()
{
    QFETCH(double, value);
    QFETCH(double, threshold);
    QFETCH(int, comparison);
    QFETCH(QString, unit);
    QFETCH(double, low);
    QFETCH(double, high);
    ValueRuler r = ruler(value, threshold, static_cast<Comparison>(comparison), unit);
    if (unit == QLatin1String("percent")) {
        r.low = value - 1;
        r.high = value + 1;
    }
    const ScaleRange range = rulerRange(r);
    QVERIFY2(std::abs(range.low - low) < 1e-6, qPrintable(QString::number(range.low)));
    QVERIFY2(std::abs(range.high - high) < 1e-6, qPrintable(QString::number(range.high)));
}

void TestPainters::ticksAreRound_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<int>("most");
    QTest::addColumn<QVector<double>>("ticks");
    QTest::newRow("0 to 300") << 0.0 << 300.0 << 7 << QVector<double>{0, 50, 100, 150, 200, 250, 300};
    QTest::newRow("0 to 300, narrow") << 0.0 << 300.0 << 4 << QVector<double>{0, 100, 200, 300};
    QTest::newRow("60 to 100") << 60.0 << 100.0 << 5 << QVector<double>{60, 70, 80, 90, 100};
    QTest::newRow("0 to 1.1") << 0.0 << 1.1 << 3 << QVector<double>{0, 1};
}

void TestPainters::ticksAreRound()
{
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(int, most);
    QFETCH(QVector<double>, ticks);
    QCOMPARE(scaleTicks({low, high}, most), ticks);
}

void TestPainters::aMissingValueDrawsNoDiamond_data()
{
    QTest::addColumn<double>("value");
    QTest::newRow("nothing") << std::numeric_limits<double>::quiet_NaN();
    QTest::newRow("infinite") << std::numeric_limits<double>::infinity();
}

void TestPainters::aMissingValueDrawsNoDiamond()
{
    QFETCH(double, value);
    ValueRuler r = ruler(100, 200, Comparison::Less);
    r.value = value;
    const RulerLayout layout = layoutRuler(r, QRectF(0, 0, 480, 84), Theme());
    QVERIFY(!layout.valueX && !layout.lowX && !layout.highX);
    QVERIFY(std::isfinite(layout.thresholdX));
}

void TestPainters::measurementsBecomeRulers()
{
    Measurement measurement;
    measurement.value = 187;
    measurement.low = 171;
    measurement.high = 203;
    measurement.unit = QStringLiteral("ms");
    Threshold threshold;
    threshold.value = 200;
    threshold.unit = QStringLiteral("ms");
    const ValueRuler r = rulerFor(measurement, threshold, QLocale::c());
    QCOMPARE(r.valueText, QStringLiteral("187\u00A0ms [171–203]"));
    QCOMPARE(r.thresholdText, QStringLiteral("threshold <\u00A0200\u00A0ms"));
    measurement.value = std::numeric_limits<double>::quiet_NaN();
    const ValueRuler missing = rulerFor(measurement, threshold, QLocale::c());
    QVERIFY(!missing.value);
    QCOMPARE(missing.valueText, QStringLiteral("not measured"));
}

void TestPainters::nothingOfNothingIsNeverGreen()
{
    const Theme theme;
    QImage image = canvas(400, 28, theme);
    QPainter painter(&image);
    RulerPainter::paint(painter, image.rect(), CountRuler{0, 0, 0, {}}, theme);
    painter.end();
    QCOMPARE(countColour(image, theme.color(Role::PassTint)), 0);
    QCOMPARE(countColour(image, theme.color(Role::Pass)), 0);
    QVERIFY(countColour(image, theme.color(Role::UnknownTint)) > 100);
}

void TestPainters::oneBadOfManyStaysVisible()
{
    const Theme theme;
    QImage image = canvas(400, 28, theme);
    QPainter painter(&image);
    RulerPainter::paint(painter, image.rect(),
                        CountRuler{99999, 100000, 0, QStringLiteral("99,999 of 100,000")}, theme);
    painter.end();
    QVERIFY(countColour(image, theme.color(Role::Fail)) >= 16);
}

void TestPainters::pipsCountEveryOne()
{
    const Theme theme;
    QImage image = canvas(600, 28, theme);
    QPainter painter(&image);
    RulerPainter::paint(painter, image.rect(), CountRuler{12, 15, 1, QStringLiteral("12 of 15")}, theme);
    painter.end();
    // A line just inside the top of the pips crosses each of them once: count the runs of their colours.
    int good = 0;
    int bad = 0;
    QColor last;
    for (int x = 0; x < image.width(); ++x) {
        const QColor now = image.pixelColor(x, 5);
        good += now == theme.color(Role::PassTint) && last != now;
        bad += now == theme.color(Role::Fail) && last != now;
        last = now;
    }
    QCOMPARE(good, 12);
    QCOMPARE(bad, 2);
}

void TestPainters::barsOfMarksFillTheirShare()
{
    const Theme theme;
    QImage image = canvas(710, 8, theme);
    QPainter painter(&image);
    ScorePainter::paintMarks(painter, image.rect(), MarkCounts{28, 6, 6, 1, 71}, theme);
    painter.end();
    const auto at = [&](int x) { return image.pixelColor(x, 4); };
    QCOMPARE(at(140), theme.color(Role::Pass));
    QCOMPARE(at(310), theme.color(Role::Warn));
    QCOMPARE(at(370), theme.color(Role::Fail));
    QCOMPARE(at(404), theme.color(Role::Na));
    QCOMPARE(at(600), theme.color(Role::Sunken));
}

QTEST_MAIN(TestPainters)
#include "tst_painters.moc"
