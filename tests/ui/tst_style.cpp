// The style, its themes and the widgets of ui/widgets, offscreen.
#include "ui/style/awb_style.h"
#include "ui/style/path_icon_engine.h"
#include "ui/style/style_theme.h"
#include "ui/style/theme_controller.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/cell_delegates.h"
#include "ui/widgets/cell_roles.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/code_view.h"
#include "ui/widgets/filter_chip.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/key_cap.h"
#include "ui/widgets/mark_button.h"
#include "ui/widgets/ruler_widget.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>
#include <QtTest>

#include <memory>

using namespace awb;
using tokens::Role;

class TestStyle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { controller_ = std::make_unique<ThemeController>(*qApp); }
    void init()
    {
        controller_->setScale(1.0);
        controller_->setChoice(ThemeController::Choice::Light);
    }
    void cleanupTestCase() { controller_.reset(); }

    void aChoiceSetsThePalette();
    void followingTakesTheDesktopsPalette();
    void scaleReachesFontsAndButtons();
    void labelsFollowTheTheme();
    void labelsShowHostileTextAsText();
    void iconsFollowTheTheme();
    void buttonsHaveTheirHeights_data();
    void buttonsHaveTheirHeights();
    void buttonsGrowWithTheirWords();
    void theFocusRingIsVisible();
    void inputsHaveOneHeight();
    void aScrollBarDragsToItsEnd();
    void markRowBreaksInTwo();
    void aClickOnAMarkOnlyAsks();
    void aPendingMarkIsNotFilled();
    void aFilterChipKeepsItsWidth();
    void aCardFoldsByKeyboard();
    void aPlainCardIsNoButton();
    void bannerButtonsComeAndGo();
    void aToastGoesByItself();
    void aFocusedToastStays();
    void codeShowsHiddenCharacters();
    void aFlowBreaksWhereItMust();
    void cutCellsAreElided();
    void everyWidgetHasAName();

private:
    std::unique_ptr<ThemeController> controller_;
};

namespace
{

int countColour(const QImage& image, const QColor& color)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) == color;
    }
    return count;
}

QImage picture(QWidget& widget)
{
    QImage image(widget.size(), QImage::Format_RGB32);
    image.fill(themeOf(&widget).color(Role::Panel));
    widget.render(&image, QPoint(), QRegion(), QWidget::DrawChildren);
    return image;
}

} // namespace

void TestStyle::aChoiceSetsThePalette()
{
    QSignalSpy changed(controller_.get(), &ThemeController::themeChanged);
    controller_->setChoice(ThemeController::Choice::Dark);
    QVERIFY(controller_->theme().isDark());
    QCOMPARE(QApplication::palette().color(QPalette::Window), Theme(Theme::Mode::Dark).color(Role::Window));
    controller_->setChoice(ThemeController::Choice::Light);
    QCOMPARE(QApplication::palette().color(QPalette::Window), Theme().color(Role::Window));
    QCOMPARE(changed.count(), 2);
}

void TestStyle::followingTakesTheDesktopsPalette()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    QSKIP("From Qt 6.5 on QStyleHints::colorScheme says it.");
#else
    controller_->setChoice(ThemeController::Choice::Follow);
    QVERIFY(!controller_->theme().isDark());
    QPalette desktop(Qt::black);
    desktop.setColor(QPalette::WindowText, Qt::white);
    QApplication::setPalette(desktop); // what a platform theme does
    QTRY_VERIFY(controller_->theme().isDark());
    QCOMPARE(QApplication::palette().color(QPalette::Window), Theme(Theme::Mode::Dark).color(Role::Window));
    QPalette light(Qt::white);
    light.setColor(QPalette::WindowText, Qt::black);
    QApplication::setPalette(light);
    QTRY_VERIFY(!controller_->theme().isDark());
    // A choice overrides the desktop.
    controller_->setChoice(ThemeController::Choice::Light);
    QApplication::setPalette(desktop);
    QTRY_COMPARE(QApplication::palette().color(QPalette::Window), Theme().color(Role::Window));
    QApplication::setPalette(light);
#endif
}

void TestStyle::scaleReachesFontsAndButtons()
{
    QPushButton button(QStringLiteral("Run"));
    const int before = button.sizeHint().height();
    controller_->setScale(2.0);
    QCOMPARE(QApplication::font().pointSizeF(), 19.5);
    QCOMPARE(button.sizeHint().height(), 2 * before);
}

void TestStyle::labelsFollowTheTheme()
{
    TextLabel label(QStringLiteral("Evidence"), tokens::Type::Heading, Role::Muted);
    QCOMPARE(label.palette().color(QPalette::WindowText), Theme().color(Role::Muted));
    controller_->setChoice(ThemeController::Choice::Dark);
    QCOMPARE(label.palette().color(QPalette::WindowText), Theme(Theme::Mode::Dark).color(Role::Muted));
    controller_->setScale(1.5);
    QCOMPARE(label.font().pointSizeF(), 15 * 0.75 * 1.5);
}

void TestStyle::labelsShowHostileTextAsText()
{
    TextLabel label(QStringLiteral("<img src='file:///etc/passwd'><b>x</b>"));
    QCOMPARE(label.textFormat(), Qt::PlainText);
    QVERIFY(label.sizeHint().width() > 200); // the whole source is laid out, not an empty image
}

void TestStyle::iconsFollowTheTheme()
{
    const QIcon icon = themedIcon(tokens::IconId::Stop);
    const auto middle = [&] { return icon.pixmap(16, 16).toImage().pixelColor(8, 8); };
    QCOMPARE(middle(), Theme().color(Role::Text));
    controller_->setChoice(ThemeController::Choice::Dark);
    QCOMPARE(middle(), Theme(Theme::Mode::Dark).color(Role::Text));
}

void TestStyle::buttonsHaveTheirHeights_data()
{
    QTest::addColumn<bool>("small");
    QTest::addColumn<int>("height");
    QTest::newRow("usual") << false << 32;
    QTest::newRow("small") << true << 26;
}

void TestStyle::buttonsHaveTheirHeights()
{
    QFETCH(bool, small);
    QFETCH(int, height);
    QPushButton button(QStringLiteral("Copy"));
    setButtonKind(&button, ButtonKind::Plain, small);
    QCOMPARE(button.sizeHint().height(), height);
    setButtonKey(&button, QStringLiteral("Y"));
    QCOMPARE(button.sizeHint().height(), height);
}

void TestStyle::buttonsGrowWithTheirWords()
{
    QPushButton english(QStringLiteral("Run longer"));
    QPushButton german(QStringLiteral("Messung verlängern"));
    QVERIFY(german.sizeHint().width() > english.sizeHint().width());
    const int bare = english.sizeHint().width();
    setButtonIcon(&english, tokens::IconId::Play);
    const int withIcon = english.sizeHint().width();
    QVERIFY(withIcon >= bare + 16);
    setButtonKey(&english, QStringLiteral("Enter"));
    QVERIFY(english.sizeHint().width() >= withIcon + 18);
}

void TestStyle::theFocusRingIsVisible()
{
    QWidget window;
    auto* column = new QVBoxLayout(&window);
    auto* button = new QPushButton(QStringLiteral("Run"));
    auto* other = new QPushButton(QStringLiteral("Stop"));
    column->addWidget(button);
    column->addWidget(other);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const QColor focus = Theme().color(Role::Focus);
    other->setFocus();
    QCOMPARE(countColour(picture(*button), focus), 0);
    const QSize before = button->size();
    button->setFocus();
    QTRY_VERIFY(button->hasFocus());
    QVERIFY(countColour(picture(*button), focus) > 100);
    QCOMPARE(button->size(), before);
}

void TestStyle::inputsHaveOneHeight()
{
    QLineEdit line;
    QComboBox combo;
    combo.addItem(QStringLiteral("Session"));
    QCOMPARE(line.sizeHint().height(), 32);
    QCOMPARE(combo.sizeHint().height(), 32);
}

void TestStyle::aScrollBarDragsToItsEnd()
{
    QScrollBar bar(Qt::Vertical);
    bar.setRange(0, 1000);
    bar.setPageStep(100);
    bar.resize(12, 300);
    bar.show();
    QVERIFY(QTest::qWaitForWindowExposed(&bar));
    QTest::mousePress(&bar, Qt::LeftButton, {}, QPoint(6, 5));
    QTest::mouseMove(&bar, QPoint(6, 299));
    QTest::mouseRelease(&bar, Qt::LeftButton, {}, QPoint(6, 299));
    QCOMPARE(bar.value(), 1000);
}

void TestStyle::markRowBreaksInTwo()
{
    MarkRow row;
    const int one = row.heightForWidth(400);
    row.resize(400, one);
    row.show();
    for (const MarkButton* button : row.buttons())
        QCOMPARE(button->y(), 0);
    QCOMPARE(row.buttons().last()->geometry().right(), 399);
    const int narrow = row.minimumSizeHint().width();
    QVERIFY(row.heightForWidth(narrow) > 2 * one);
    row.resize(narrow, row.heightForWidth(narrow));
    QCOMPARE(row.buttons()[2]->x(), 0);
    QVERIFY(row.buttons()[2]->y() > 0);
    for (const MarkButton* button : row.buttons())
        QVERIFY(button->width() >= button->sizeHint().width());
}

void TestStyle::aClickOnAMarkOnlyAsks()
{
    MarkRow row;
    row.setMark(MarkGlyph::Warn);
    row.resize(row.sizeHint());
    row.show();
    QSignalSpy chosen(&row, &MarkRow::markChosen);
    QTest::mouseClick(row.buttons()[0], Qt::LeftButton);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().value<MarkGlyph>(), MarkGlyph::Pass);
    QVERIFY(!row.buttons()[0]->isChecked());
    QVERIFY(row.buttons()[1]->isChecked()); // until the judgment says otherwise
    QTest::mouseClick(row.buttons()[1], Qt::LeftButton);
    QVERIFY(row.buttons()[1]->isChecked());
}

void TestStyle::aPendingMarkIsNotFilled()
{
    MarkButton button(MarkGlyph::Fail, QStringLiteral("Fail"), QStringLiteral("F"));
    button.resize(90, 56);
    button.setChecked(true);
    const QColor fail = Theme().color(Role::Fail);
    const int filled = countColour(picture(button), fail);
    button.setPending(true);
    const int pending = countColour(picture(button), fail);
    QVERIFY2(pending * 4 < filled, qPrintable(QStringLiteral("%1 of %2").arg(pending).arg(filled)));
    QVERIFY(!button.accessibleDescription().isEmpty());
}

void TestStyle::aFilterChipKeepsItsWidth()
{
    FilterChip chip(QStringLiteral("Undecided"), QStringLiteral("Undecided"));
    chip.setCount(30);
    const QSize off = chip.sizeHint();
    chip.setChecked(true);
    QCOMPARE(chip.sizeHint(), off);
    QVERIFY(chip.accessibleName().contains(QStringLiteral("30")));
}

void TestStyle::aCardFoldsByKeyboard()
{
    Card card(QStringLiteral("How to measure"));
    card.setFoldable(true);
    auto* inside = new QLineEdit;
    card.body()->addWidget(inside);
    card.show();
    QVERIFY(QTest::qWaitForWindowActive(&card));
    auto* header = card.findChild<CardHeader*>();
    QSignalSpy folded(&card, &Card::foldedChanged);
    header->setFocus();
    QTest::keyClick(header, Qt::Key_Return);
    QVERIFY(card.isFolded() && !inside->isVisible());
    QTest::keyClick(header, Qt::Key_Space);
    QVERIFY(!card.isFolded() && inside->isVisible());
    QTest::mouseClick(header, Qt::LeftButton);
    QVERIFY(card.isFolded());
    QCOMPARE(folded.count(), 3);
}

void TestStyle::aPlainCardIsNoButton()
{
    Card card(QStringLiteral("Evidence"));
    card.show();
    auto* header = card.findChild<CardHeader*>();
    QCOMPARE(header->focusPolicy(), Qt::NoFocus);
    QTest::mouseClick(header, Qt::LeftButton);
    QVERIFY(!card.isFolded());
}

void TestStyle::bannerButtonsComeAndGo()
{
    Banner banner(Banner::Tone::Unknown);
    banner.setText(QStringLiteral("Not measured: no Prometheus."),
                   QStringLiteral("Give one to measure 5.2."));
    QPushButton* button = banner.addButton(QStringLiteral("Open target"), tokens::IconId::Gear);
    bool clicked = false;
    QObject::connect(button, &QPushButton::clicked, &banner, [&] {
        clicked = true;
        banner.clearButtons(); // the clicked button itself is among them
    });
    banner.resize(320, banner.sizeHint().height());
    banner.show();
    const QPointer<QPushButton> watch(button);
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(clicked);
    QTRY_VERIFY(watch.isNull());
    QVERIFY(banner.findChildren<QPushButton*>().isEmpty());
    QCOMPARE(banner.accessibleName(), QStringLiteral("Not measured: no Prometheus."));
}

void TestStyle::aToastGoesByItself()
{
    QWidget window;
    window.resize(800, 400);
    QLineEdit edit(&window); // has the focus
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    Toast toast(&window);
    toast.setDuration(30);
    toast.showMessage(QStringLiteral("2.2 marked Fail"), QStringLiteral("Undo"), QStringLiteral("Ctrl Z"));
    QVERIFY(toast.isVisible());
    QVERIFY(window.rect().contains(toast.geometry()));
    QTRY_VERIFY(!toast.isVisible());
    toast.setDuration(60000);
    toast.showMessage(QStringLiteral("2.2 marked Fail"), QStringLiteral("Undo"));
    QSignalSpy undo(&toast, &Toast::actionTriggered);
    QTest::mouseClick(toast.findChild<QAbstractButton*>(QStringLiteral("toastAction")), Qt::LeftButton);
    QCOMPARE(undo.count(), 1);
    QVERIFY(!toast.isVisible());
}

void TestStyle::aFocusedToastStays()
{
    QWidget window;
    window.resize(800, 400);
    auto* edit = new QLineEdit(&window);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    Toast toast(&window);
    toast.setDuration(20);
    toast.showMessage(QStringLiteral("2.2 marked Fail"), QStringLiteral("Undo"));
    auto* action = toast.findChild<QAbstractButton*>(QStringLiteral("toastAction"));
    action->setFocus();
    QTRY_VERIFY(action->hasFocus());
    QTest::qWait(100); // five times its duration: it must still be there
    QVERIFY(toast.isVisible());
    edit->setFocus();
    QTRY_VERIFY(!toast.isVisible());
}

void TestStyle::codeShowsHiddenCharacters()
{
    CodeView view;
    const QString code = QStringLiteral("SELECT '\u202Etxt' -- a -> b\n\x1b[31mred");
    view.setCode(code, QStringLiteral("sql"));
    QVERIFY(view.isReadOnly());
    QVERIFY(!view.toPlainText().contains(QChar(0x202E)));
    QVERIFY(view.toPlainText().contains(QStringLiteral("U+202E")));
    QVERIFY(view.toPlainText().contains(QStringLiteral("U+001B")));
    view.copyAll();
    QCOMPARE(QApplication::clipboard()->text(), code);
    view.setCode(QStringLiteral("a -> b"), QStringLiteral("sql")); // ASCII: no ligature may change it
    QCOMPARE(view.document()->defaultFont().styleStrategy(), QFont::PreferNoShaping);
}

void TestStyle::aFlowBreaksWhereItMust()
{
    QWidget host;
    auto* flow = new FlowLayout(&host, 8);
    QVector<QWidget*> boxes;
    for (int i = 0; i < 3; ++i) {
        auto* box = new QWidget;
        box->setFixedSize(100, i == 1 ? 40 : 20);
        flow->addWidget(box);
        boxes.append(box);
    }
    QCOMPARE(flow->heightForWidth(316), 40);
    QCOMPARE(flow->heightForWidth(315), 40 + 8 + 20);
    QCOMPARE(flow->heightForWidth(100), 20 + 8 + 40 + 8 + 20);
    host.resize(316, 40);
    host.show();
    QTRY_COMPARE(boxes[2]->geometry(), QRect(216, 10, 100, 20));
}

void TestStyle::cutCellsAreElided()
{
    QStandardItemModel model(1, 2);
    model.setData(model.index(0, 0), QStringLiteral("GET /api/a/very/long/path/that/does/not/fit"));
    model.setData(model.index(0, 0), true, MonoRole);
    model.setData(model.index(0, 1), static_cast<int>(MarkGlyph::Pass), GlyphRole);
    CellDelegate cell;
    MarkDelegate mark;
    QImage image(120, 32, QImage::Format_RGB32);
    image.fill(Theme().color(Role::Panel));
    QPainter painter(&image);
    QStyleOptionViewItem option;
    option.rect = QRect(0, 0, 80, 32);
    cell.paint(&painter, option, model.index(0, 0));
    option.rect = QRect(80, 0, 40, 32);
    mark.paint(&painter, option, model.index(0, 1));
    painter.end();
    // Nothing of the text reaches into the padding before the next cell; the mark is there, and only an
    // outline.
    for (int y = 0; y < 31; ++y) {
        for (int x = 69; x < 80; ++x)
            QCOMPARE(image.pixelColor(x, y), Theme().color(Role::Panel));
    }
    const int ink = countColour(image, Theme().color(Role::Pass));
    QVERIFY(ink > 0 && ink < 100);
}

void TestStyle::everyWidgetHasAName()
{
    MarkButton mark(MarkGlyph::Pass, QStringLiteral("Pass"), QStringLiteral("P"));
    QCOMPARE(mark.accessibleName(), QStringLiteral("Pass, key P"));
    KeyCap key(QStringLiteral("J"), QStringLiteral("next"));
    QCOMPARE(key.accessibleName(), QStringLiteral("next, key J"));
    Chip chip(markChip(MarkGlyph::Fail, {}));
    QCOMPARE(chip.accessibleName(), QStringLiteral("Fail"));
    RulerWidget ruler;
    ruler.setContent(CountRuler{14, 15, 0, QStringLiteral("14 of 15")});
    QCOMPARE(ruler.accessibleName(), QStringLiteral("14 of 15"));
    CodeView code;
    QVERIFY(!code.accessibleName().isEmpty());
    for (const QPushButton* button : code.findChildren<QPushButton*>())
        QVERIFY(!button->accessibleName().isEmpty());
}

QTEST_MAIN(TestStyle)
#include "tst_style.moc"
