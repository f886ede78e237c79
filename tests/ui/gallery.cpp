// All components of the design system on one sheet, for people to look at and compare with the design.
//   ui_gallery                 shows the sheet in a window (Ctrl+D switches light and dark)
//   ui_gallery PREFIX [SCALE]  writes PREFIX-{light,dark}[-2x].png and ends; SCALE 2 is text at 200 %
#include "core/report_pdf/icon_painter.h"
#include "core/report_pdf/ruler_painter.h"
#include "ui/style/style_theme.h"
#include "ui/style/theme_controller.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/cell_delegates.h"
#include "ui/widgets/cell_roles.h"
#include "ui/widgets/check_list_delegate.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/code_view.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/filter_chip.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/key_cap.h"
#include "ui/widgets/mark_button.h"
#include "ui/widgets/ruler_widget.h"
#include "ui/widgets/score_widgets.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QImage>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QShortcut>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTabBar>
#include <QTableView>
#include <QTimer>
#include <QTreeView>

#include <algorithm>
#include <functional>

using namespace awb;

namespace
{

QString text(const char* latin)
{
    return QString::fromUtf8(latin);
}

// Every mark filled and as an outline, with its word.
class MarkSheet : public QWidget
{
public:
    MarkSheet() { setFixedHeight(76); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme theme = themeOf(this);
        QPainter painter(this);
        const MarkGlyph glyphs[] = {MarkGlyph::Pass,          MarkGlyph::Warn,      MarkGlyph::Fail,
                                    MarkGlyph::NotApplicable, MarkGlyph::Undecided, MarkGlyph::NotMeasured,
                                    MarkGlyph::TooClose};
        const double cell = width() / 7.0;
        for (int i = 0; i < 7; ++i) {
            const double middle = cell * (i + 0.5);
            MarkPainter::paint(painter, QRectF(middle - 12, 2, 24, 24), glyphs[i], true, theme);
            MarkPainter::paint(painter, QRectF(middle - 8, 34, 16, 16), glyphs[i], false, theme);
            painter.setFont(theme.font(tokens::Type::Caption));
            painter.setPen(theme.color(tokens::Role::Text));
            painter.drawText(QRectF(middle - cell / 2, 56, cell, 18), Qt::AlignCenter,
                             glyphs[i] == MarkGlyph::TooClose ? QStringLiteral("Too close")
                                                              : markWord(glyphs[i]));
        }
    }
};

class IconSheet : public QWidget
{
public:
    IconSheet() { setFixedHeight(56); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme theme = themeOf(this);
        QPainter painter(this);
        const int columns = std::max(1, width() / 26);
        for (int i = 0; i < static_cast<int>(std::size(tokens::icons)); ++i)
            IconPainter::paint(painter, QRectF(26.0 * (i % columns) + 2, 26.0 * (i / columns) + 4, 16, 16),
                               static_cast<tokens::IconId>(i), theme.color(tokens::Role::Text));
    }
};

ValueRuler latency(double value, double low, double high)
{
    ValueRuler ruler;
    ruler.value = value;
    ruler.low = low;
    ruler.high = high;
    ruler.threshold = 200;
    ruler.unit = QStringLiteral("ms");
    ruler.valueText = text("%1 ms [%2–%3]").arg(value).arg(low).arg(high);
    ruler.thresholdText = QStringLiteral("threshold < 200 ms");
    ruler.thresholdShort = QStringLiteral("< 200 ms");
    return ruler;
}

ValueRuler hitRate()
{
    ValueRuler ruler = latency(91.2, 90.9, 91.5);
    ruler.threshold = 80;
    ruler.comparison = Comparison::Greater;
    ruler.unit = QStringLiteral("percent");
    ruler.valueText = text("91.2 % [90.9–91.5]");
    ruler.thresholdText = QStringLiteral("threshold > 80 %");
    return ruler;
}

QWidget* rulerOf(const RulerWidget::Content& content)
{
    auto* widget = new RulerWidget;
    widget->setContent(content);
    return widget;
}

Card* plainCard()
{
    return new Card;
}

QWidget* marks()
{
    Card* card = plainCard();
    card->body()->addWidget(new MarkSheet);
    return card;
}

QWidget* rulers()
{
    Card* card = plainCard();
    card->body()->addWidget(rulerOf(latency(122, 114, 131)));
    card->body()->addWidget(rulerOf(latency(187, 171, 203)));
    card->body()->addWidget(rulerOf(latency(268, 251, 288)));
    card->body()->addWidget(rulerOf(hitRate()));
    ValueRuler missing = hitRate();
    missing.value.reset();
    missing.valueText = QStringLiteral("not measured");
    card->body()->addWidget(rulerOf(missing));
    return card;
}

QWidget* counts()
{
    Card* card = plainCard();
    card->body()->addWidget(rulerOf(CountRuler{14, 15, 0, QStringLiteral("14 of 15")}));
    card->body()->addWidget(rulerOf(CountRuler{22, 28, 3, QStringLiteral("22 of 28")}));
    card->body()->addWidget(rulerOf(CountRuler{2397, 2400, 0, QStringLiteral("2,397 of 2,400")}));
    card->body()->addWidget(rulerOf(CountRuler{0, 0, 0, {}}));
    card->body()->addWidget(rulerOf(SettingRuler{QStringLiteral("statement_timeout"), QStringLiteral("5 s"),
                                                 QStringLiteral("any value set"), MarkGlyph::Pass}));
    return card;
}

QPushButton* button(const char* label, ButtonKind kind, bool small = false)
{
    auto* b = new QPushButton(text(label));
    setButtonKind(b, kind, small);
    return b;
}

QWidget* buttons(QWidget** focus)
{
    Card* card = plainCard();
    auto* host = new QWidget;
    auto* row = new FlowLayout(host);
    QPushButton* run = button("Run", ButtonKind::Plain);
    setButtonIcon(run, tokens::IconId::Play);
    setButtonKey(run, QStringLiteral("R"));
    QPushButton* disabled = button("Run", ButtonKind::Plain);
    disabled->setEnabled(false);
    QPushButton* accept = button("Accept", ButtonKind::Primary);
    setButtonKey(accept, QStringLiteral("Enter"));
    QPushButton* stop = button("Stop", ButtonKind::Danger);
    setButtonIcon(stop, tokens::IconId::Stop);
    QPushButton* copy = button("Copy", ButtonKind::Plain, true);
    setButtonIcon(copy, tokens::IconId::Copy);
    QPushButton* only = button("", ButtonKind::Plain);
    setButtonIcon(only, tokens::IconId::Chevr);
    *focus = button("Focus", ButtonKind::Plain);
    for (QWidget* w :
         {static_cast<QWidget*>(run), *focus, static_cast<QWidget*>(disabled), static_cast<QWidget*>(accept),
          static_cast<QWidget*>(button("Accept", ButtonKind::Primary)), static_cast<QWidget*>(stop),
          static_cast<QWidget*>(button("By section", ButtonKind::Quiet)), static_cast<QWidget*>(copy),
          static_cast<QWidget*>(only)})
        row->addWidget(w);
    card->body()->addWidget(host);
    return card;
}

QWidget* markButtons()
{
    Card* card = plainCard();
    auto* row = new MarkRow;
    row->setMark(MarkGlyph::Fail);
    card->body()->addWidget(row);
    auto* pending = new MarkRow;
    pending->setPending(MarkGlyph::Pass);
    card->body()->addWidget(pending);
    return card;
}

QWidget* chips()
{
    Card* card = plainCard();
    auto* host = new QWidget;
    auto* row = new FlowLayout(host);
    row->addWidget(new Chip(markChip(MarkGlyph::Pass, QStringLiteral("Pass"))));
    row->addWidget(new Chip(markChip(MarkGlyph::Warn, QStringLiteral("Warning"))));
    row->addWidget(new Chip(markChip(MarkGlyph::Fail, QStringLiteral("Fail"))));
    row->addWidget(new Chip(markChip(MarkGlyph::NotApplicable, QStringLiteral("N/A"))));
    row->addWidget(new Chip(iconChip(tokens::IconId::Gauge, QStringLiteral("Measured"))));
    row->addWidget(new Chip(iconChip(tokens::IconId::Person, QStringLiteral("Judged"))));
    row->addWidget(new Chip(iconChip(tokens::IconId::Over, QStringLiteral("Overruled"))));
    row->addWidget(new Chip(iconChip(tokens::IconId::Tray, QStringLiteral("Imported"))));
    auto* all = new FilterChip(QStringLiteral("All"), QStringLiteral("All"));
    all->setCount(71);
    all->setChecked(true);
    auto* undecided = new FilterChip(QStringLiteral("Undecided"), QStringLiteral("Undecided"));
    undecided->setCount(30);
    auto* fail = new FilterChip({}, QStringLiteral("Fail"), MarkGlyph::Fail);
    fail->setCount(6);
    for (QWidget* chip : {all, undecided, fail})
        row->addWidget(chip);
    card->body()->addWidget(host);
    return card;
}

QStandardItem* cell(const QString& words, bool mono = false, bool right = false)
{
    auto* item = new QStandardItem(words);
    item->setData(mono, MonoRole);
    if (right)
        item->setData(int(Qt::AlignRight | Qt::AlignVCenter), Qt::TextAlignmentRole);
    return item;
}

QWidget* table()
{
    auto* card = new Card(QStringLiteral("Evidence"));
    card->setSubtitle(QStringLiteral("12 read endpoints, slowest first"));
    card->setFlush(true);
    auto* model = new QStandardItemModel(card);
    model->setHorizontalHeaderLabels({QStringLiteral("Endpoint"), QStringLiteral("p99"),
                                      QStringLiteral("95 % interval"), QStringLiteral("against 200 ms"),
                                      QStringLiteral("Progress"), QString()});
    const auto row = [&](const char* endpoint, double value, double low, double high, double done,
                         MarkGlyph glyph) {
        auto* ruler = new QStandardItem;
        ruler->setData(QVariant::fromValue(latency(value, low, high)), RulerRole);
        auto* progress = new QStandardItem(done < 0 ? QString() : text("%1 %").arg(done * 100));
        progress->setData(done, ProgressRole);
        progress->setData(true, MonoRole);
        auto* mark = new QStandardItem;
        mark->setData(static_cast<int>(glyph), GlyphRole);
        model->appendRow({cell(text(endpoint), true), cell(text("%1 ms").arg(value), true, true),
                          cell(text("%1–%2").arg(low).arg(high), true, true), ruler, progress, mark});
    };
    row("GET /api/orders", 187, 171, 203, 0.62, MarkGlyph::TooClose);
    row("GET /api/orders/{id}", 122, 114, 131, 1, MarkGlyph::Pass);
    row("GET /api/products", 268, 251, 288, -1, MarkGlyph::Fail);
    auto* view = new QTableView;
    view->setModel(model);
    view->setItemDelegate(new CellDelegate(view));
    view->setItemDelegateForColumn(3, new MiniRulerDelegate(view));
    view->setItemDelegateForColumn(4, new ProgressDelegate(view));
    view->setItemDelegateForColumn(5, new MarkDelegate(view));
    view->setShowGrid(false);
    view->setFrameShape(QFrame::NoFrame);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(static_cast<int>(themeOf(view).px(32)));
    view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (const int column : {1, 2})
        model->setHeaderData(column, Qt::Horizontal, int(Qt::AlignRight | Qt::AlignVCenter),
                             Qt::TextAlignmentRole);
    const int widths[] = {120, 76, 104, 124, 112, 40};
    for (int i = 0; i < 6; ++i)
        view->setColumnWidth(i, widths[i]);
    view->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    view->setFixedHeight(static_cast<int>(themeOf(view).px(32)) * 4 + 6);
    view->selectRow(0);
    card->body()->addWidget(view);
    return card;
}

QWidget* walkList()
{
    Card* card = plainCard();
    card->setFlush(true);
    auto* model = new QStandardItemModel(card);
    const auto section = [&](const char* name, const char* points, const char* most, const MarkCounts& c) {
        auto* item = new QStandardItem(text(name));
        item->setData(true, SectionRole);
        item->setData(text(points), PointsRole);
        item->setData(text(most), MaxPointsRole);
        item->setData(QVariant::fromValue(c), CountsRole);
        model->appendRow(item);
        return item;
    };
    const auto check = [](QStandardItem* under, const char* number, const char* name, MarkGlyph glyph,
                          bool flag, bool stale) {
        auto* item = new QStandardItem(text(name));
        item->setData(text(number), NumberRole);
        item->setData(static_cast<int>(glyph), GlyphRole);
        item->setData(true, FilledRole);
        item->setData(flag, FlaggedRole);
        item->setData(stale, StaleRole);
        under->appendRow(item);
    };
    QStandardItem* api = section("1. API Performance", "4", "6", {4, 1, 1, 0, 6});
    check(api, "1.1", "Read endpoints p99 latency", MarkGlyph::Warn, false, false);
    check(api, "1.5", "Timeouts on outbound HTTP calls", MarkGlyph::Fail, true, false);
    check(api, "1.6", "Request size limits", MarkGlyph::Undecided, false, true);
    section("4. Connection Management", "7", "10", {7, 1, 1, 1, 10});
    section("7. Reliability", "0", "8", {0, 0, 0, 0, 8});
    auto* view = new QTreeView;
    view->setModel(model);
    setUpCheckList(view);
    view->expandAll();
    view->setCurrentIndex(model->index(0, 0, model->index(0, 0)));
    view->setFixedHeight(200);
    card->body()->addWidget(view);
    return card;
}

QWidget* inputs()
{
    Card* card = plainCard();
    auto* host = new QLineEdit(QStringLiteral("db.shop.example"));
    auto* wrong = new QLineEdit(QStringLiteral("543222"));
    setInputInvalid(wrong, true);
    auto* combo = new QComboBox;
    combo->addItems({QStringLiteral("Session, 25 connections"), QStringLiteral("Transaction")});
    auto* spin = new QSpinBox;
    spin->setRange(1, 65535);
    spin->setValue(5432);
    auto* note = new QPlainTextEdit(QStringLiteral("Orders list joins line items; see 2.2 and 2.3."));
    note->setFixedHeight(58);
    auto* check = new QCheckBox(QStringLiteral("This host may be loaded now"));
    check->setChecked(true);
    auto* radio = new QRadioButton(QStringLiteral("Read only"));
    radio->setChecked(true);
    for (QWidget* w : {static_cast<QWidget*>(host), static_cast<QWidget*>(wrong)})
        card->body()->addWidget(w);
    card->body()->addWidget(
        new TextLabel(QStringLiteral("Port is 1 to 65535."), tokens::Type::Small, tokens::Role::FailText));
    for (QWidget* w : {static_cast<QWidget*>(combo), static_cast<QWidget*>(spin), static_cast<QWidget*>(note),
                       static_cast<QWidget*>(check), static_cast<QWidget*>(radio)})
        card->body()->addWidget(w);
    return card;
}

QWidget* progress()
{
    Card* card = plainCard();
    auto* row = new QHBoxLayout;
    auto* ring = new ScoreRing;
    ring->setProgress(41, 71);
    auto* bar = new QProgressBar;
    bar->setTextVisible(false);
    bar->setValue(62);
    row->addWidget(ring);
    row->addWidget(bar, 1);
    row->addWidget(new TextLabel(text("62 %"), tokens::Type::Number));
    card->body()->addLayout(row);
    auto* keys = new QHBoxLayout;
    for (const char* key : {"P", "W", "F", "N", "Enter", "Ctrl K"})
        keys->addWidget(new KeyCap(text(key)));
    keys->addWidget(new KeyCap(QStringLiteral("J"), QStringLiteral("next")));
    keys->addStretch();
    card->body()->addLayout(keys);
    auto* window = new QWidget;
    window->setFixedHeight(100);
    card->body()->addWidget(window);
    auto* toast = new Toast(window);
    window->resize(440, 100);
    toast->showMessage(QStringLiteral("2.2 marked Fail"), QStringLiteral("Undo"), QStringLiteral("Ctrl Z"));
    auto* section = new SectionBar;
    section->setCounts({28, 6, 6, 1, 71});
    card->body()->addWidget(section);
    auto* tabs = new QTabBar;
    for (const char* tab : {"Walk", "Probes", "Scorecard"})
        tabs->addTab(text(tab));
    card->body()->addWidget(tabs);
    return card;
}

QWidget* bands()
{
    Card* card = plainCard();
    auto* scale = new BandScaleWidget;
    BandScale value;
    value.bands = {{0, QStringLiteral("High risk"), tokens::Role::FailTint},
                   {50, QStringLiteral("Significant debt"), tokens::Role::WarnTint},
                   {70, QStringLiteral("Some gaps"), tokens::Role::Select},
                   {90, QStringLiteral("Ready"), tokens::Role::PassTint}};
    value.value = 71.8;
    value.predicted = 80.3;
    value.valueText = text("71.8 %");
    value.predictedText = text("80.3 % with top 3");
    scale->setScale(value);
    card->body()->addWidget(scale);
    return card;
}

QWidget* banners()
{
    Card* card = plainCard();
    auto* missing = new Banner(Banner::Tone::Unknown);
    missing->setText(QStringLiteral("Not measured: the login cannot read pg_stat_statements."),
                     QStringLiteral("One grant unlocks 2.1, 2.4 and 2.7."));
    missing->addButton(QStringLiteral("Copy the grant"), tokens::IconId::Copy);
    missing->addButton(QStringLiteral("Test again"), tokens::IconId::Play);
    auto* close = new Banner(Banner::Tone::Unknown);
    close->setGlyph(MarkGlyph::TooClose);
    close->setText(
        QStringLiteral("Suggests: too close"),
        QStringLiteral(
            "1 of 12 intervals crosses 200 ms. About 9,000 more requests (90 s) would settle it."));
    close->setTrailing(new Chip(iconChip(tokens::IconId::Gauge, QStringLiteral("Measured"))));
    auto* stale = new Banner(Banner::Tone::Warn);
    stale->setIcon(tokens::IconId::Clock);
    stale->setText(QStringLiteral("Stale: the schema changed after this was measured."),
                   QStringLiteral("2 tables are new. The mark stays until you decide."));
    auto* fail = new Banner(Banner::Tone::Fail);
    fail->setText(QStringLiteral("The probe says Fail: 1 of 15 foreign keys has no index."),
                  QStringLiteral("Pass needs a reason, and the report will list it."));
    auto* neutral = new Banner(Banner::Tone::Neutral);
    neutral->setText({}, QStringLiteral("INFO counts all reads, hot and cold."));
    for (QWidget* banner : {missing, close, stale, fail, neutral})
        card->body()->addWidget(banner);
    return card;
}

QWidget* code()
{
    auto* card = new Card(QStringLiteral("Remedy"));
    card->setSubtitle(QStringLiteral("most likely cause first"));
    QPushButton* copy = button("Copy", ButtonKind::Plain, true);
    setButtonIcon(copy, tokens::IconId::Copy);
    setButtonKey(copy, QStringLiteral("Y"));
    card->actions()->addWidget(copy);
    auto* view = new CodeView;
    view->setCode(
        QStringLiteral(
            "CREATE INDEX CONCURRENTLY order_items_order_id_idx\n  ON order_items (order_id); -- a != b "
            "-> c >= 1"),
        QStringLiteral("sql"));
    card->body()->addWidget(view);
    return card;
}

QWidget* folded()
{
    auto* card = new Card(QStringLiteral("How to measure"));
    card->setSubtitle(QStringLiteral("redis-cli commands, filled in with your host"));
    card->setFoldable(true);
    card->setFolded(true);
    card->setKey(QStringLiteral("H"));
    return card;
}

QWidget* empty()
{
    Card* card = plainCard();
    auto* state =
        new EmptyState(tokens::IconId::List, QStringLiteral("No audits yet"),
                       QStringLiteral("Begin with your own backend, or look around in the recorded sample."));
    state->addButton(QStringLiteral("New audit"), true);
    state->addButton(QStringLiteral("Open the sample"));
    card->body()->addWidget(state);
    return card;
}

QWidget* sheet(const QString& title, QWidget** focus)
{
    auto* page = new QWidget;
    auto* columns = new QHBoxLayout(page);
    auto* left = new QVBoxLayout;
    auto* right = new QVBoxLayout;
    columns->addLayout(left, 1);
    columns->addLayout(right, 1);
    columns->setContentsMargins(24, 20, 24, 20);
    columns->setSpacing(24);
    left->setSpacing(6);
    right->setSpacing(6);
    const auto add = [](QVBoxLayout* column, const char* words, QWidget* widget) {
        column->addWidget(new TextLabel(text(words), tokens::Type::Caption, tokens::Role::Text2));
        column->addWidget(widget);
        column->addSpacing(8);
    };
    left->addWidget(new TextLabel(title, tokens::Type::Title));
    right->addWidget(new TextLabel(QStringLiteral(" "), tokens::Type::Title));
    add(left, "Marks: decided, suggested", marks());
    add(left, "Value against threshold: proven, too close, missed, share, missing", rulers());
    add(left, "Count, setting", counts());
    add(left, "Buttons: rest, focus, disabled, primary, danger, quiet, small", buttons(focus));
    add(left, "Mark buttons: on, pending", markButtons());
    add(left, "Chips and filters", chips());
    add(left, "Band scale", bands());
    add(left, "Icons", [] {
        Card* card = plainCard();
        card->body()->addWidget(new IconSheet);
        return card;
    }());
    left->addStretch();
    add(right, "Evidence table", table());
    add(right, "Check list", walkList());
    add(right, "Inputs", inputs());
    add(right, "Progress, key caps, toast, tabs", progress());
    add(right, "Banners", banners());
    add(right, "Code", code());
    add(right, "Folded card", folded());
    add(right, "Empty state", empty());
    right->addStretch();
    return page;
}

bool writeSheet(QWidget& page, const QString& file, double ratio)
{
    QImage image(page.size() * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    page.render(&image);
    return image.save(file);
}

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    ThemeController controller(app);
    const QStringList arguments = QApplication::arguments();
    const auto build = [&](ThemeController::Choice choice) {
        controller.setChoice(choice);
        QWidget* focus = nullptr;
        const bool dark = choice == ThemeController::Choice::Dark;
        QWidget* page =
            sheet(dark ? QStringLiteral("Components, dark") : QStringLiteral("Components, light"), &focus);
        page->resize(1280, page->layout()->heightForWidth(1280));
        page->show();
        page->activateWindow();
        focus->setFocus(Qt::TabFocusReason);
        return page;
    };
    if (arguments.size() < 2) {
        QScrollArea window;
        window.setWidget(build(ThemeController::Choice::Light));
        window.resize(1320, 900);
        window.show();
        QShortcut flip(QKeySequence(Qt::CTRL | Qt::Key_D), &window);
        QObject::connect(&flip, &QShortcut::activated, &controller, [&controller] {
            const bool dark = controller.theme().isDark();
            controller.setChoice(dark ? ThemeController::Choice::Light : ThemeController::Choice::Dark);
        });
        return QApplication::exec();
    }
    // One sheet after the other, each once its window is active: only then the focus ring shows.
    if (arguments.size() > 2)
        controller.setScale(arguments[2].toDouble());
    bool ok = true;
    const auto write = [&](ThemeController::Choice choice, const std::function<void()>& then) {
        QWidget* page = build(choice);
        QTimer::singleShot(200, page, [&ok, &arguments, page, choice, then] {
            const bool dark = choice == ThemeController::Choice::Dark;
            const QString name = arguments[1] + (dark ? QStringLiteral("-dark") : QStringLiteral("-light"));
            ok = writeSheet(*page, name + QStringLiteral(".png"), 1) && ok;
            ok = writeSheet(*page, name + QStringLiteral("-2x.png"), 2) && ok;
            page->deleteLater();
            then();
        });
    };
    QApplication::setQuitOnLastWindowClosed(false);
    write(ThemeController::Choice::Light,
          [&] { write(ThemeController::Choice::Dark, [] { QApplication::quit(); }); });
    QApplication::exec();
    return ok ? 0 : 1;
}
