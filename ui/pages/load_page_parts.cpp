// What the load page is made of, and where it stands at a width.
#include "core/foundation/units.h"
#include "ui/charts/chart_view.h"
#include "ui/models/load_endpoint_model.h"
#include "ui/pages/load_page.h"
#include "ui/pages/load_parts.h"
#include "ui/presenters/background.h"
#include "ui/style/style_theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/cell_delegates.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/text_label.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QSaveFile>
#include <QTableView>
#include <QVBoxLayout>

namespace awb
{

namespace
{

constexpr int kSideBySide = 940; // px of width: below, the side stands under the charts
constexpr int kLoadSideWidth = 372;
constexpr double kHistogramHeight = 260;
constexpr double kPictureHeight = 210;
constexpr int kMostRows = 8;

QByteArray chartValues(const ChartSpec& chart)
{
    QByteArray csv = "series,x,y\n";
    for (const ChartSeries& series : chart.series) {
        QString name = series.name.text();
        name.replace(QLatin1Char('"'), QLatin1String("\"\""));
        for (const ChartPoint& point : series.points)
            csv +=
                QStringLiteral("\"%1\",%2,%3\n").arg(name, rawNumber(point.x), rawNumber(point.y)).toUtf8();
    }
    return csv;
}

} // namespace

Card* LoadPage::makeChartCard(ChartView*& chart, const char* name)
{
    auto* card = new Card(QStringLiteral(" "));
    card->setDense(true);
    chart = new ChartView;
    chart->setObjectName(QLatin1String(name));
    chart->setFixedHeight(static_cast<int>(themeOf(this).px(kPictureHeight)));
    card->body()->addWidget(chart);
    return card;
}

QWidget* LoadPage::makeCharts()
{
    auto* host = new QWidget;
    auto* column = new QGridLayout(host);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->setColumnStretch(0, 1);
    column->setColumnStretch(1, 1);
    histogramCard_ = makeChartCard(histogram_, "load-histogram");
    histogram_->setFixedHeight(static_cast<int>(themeOf(this).px(kHistogramHeight)));
    makeHistogramActions();
    spectrumCard_ = makeChartCard(spectrum_, "load-spectrum");
    overTimeCard_ = makeChartCard(overTime_, "load-over-time");
    overlayCard_ = makeChartCard(overlay_, "load-overlay");
    column->addWidget(histogramCard_, 0, 0, 1, 2);
    column->addWidget(spectrumCard_, 1, 0);
    column->addWidget(overTimeCard_, 1, 1);
    column->addWidget(makeTable(), 2, 0, 1, 2);
    column->addWidget(overlayCard_, 3, 0, 1, 2);
    column->setRowStretch(4, 1);
    return host;
}

void LoadPage::makeHistogramActions()
{
    const auto add = [this](const QString& text, tokens::IconId icon, const QString& key, bool checkable) {
        auto* button = new QPushButton(text);
        setButtonKind(button, ButtonKind::Quiet, true);
        setButtonIcon(button, icon);
        setButtonKey(button, key);
        button->setCheckable(checkable);
        histogramCard_->actions()->addWidget(button);
        return button;
    };
    whatIfButton_ = add(tr("What if"), tokens::IconId::Grip, QStringLiteral("T"), true);
    whatIfButton_->setObjectName(QStringLiteral("load-what-if"));
    whatIfButton_->setToolTip(tr("Drag the threshold, or move it with − and +"));
    linearButton_ = add(tr("Linear"), tokens::IconId::Chart, QStringLiteral("O"), true);
    QPushButton* save = add({}, tokens::IconId::Tray, {}, false);
    save->setToolTip(tr("Export the chart"));
    save->setAccessibleName(tr("Export the chart"));
    connect(whatIfButton_, &QPushButton::clicked, this, &LoadPage::toggleWhatIf);
    connect(linearButton_, &QPushButton::clicked, this, [this] { load_.setLinear(!load_.isLinear()); });
    connect(save, &QPushButton::clicked, this, &LoadPage::exportChart);
}

Card* LoadPage::makeTable()
{
    auto* card = new Card(tr("Endpoints"));
    card->setFlush(true);
    auto* edit = new QPushButton(tr("What is asked"));
    edit->setObjectName(QStringLiteral("load-endpoints-edit"));
    setButtonKind(edit, ButtonKind::Quiet, true);
    setButtonIcon(edit, tokens::IconId::List);
    setButtonKey(edit, QStringLiteral("E"));
    connect(edit, &QPushButton::clicked, this, [this] { Q_EMIT navigate(PageId::Endpoints); });
    card->actions()->addWidget(edit);
    table_ = new QTableView;
    table_->setObjectName(QStringLiteral("load-endpoints"));
    table_->setAccessibleName(tr("Endpoints"));
    table_->setModel(model_);
    table_->setItemDelegate(new CellDelegate(table_));
    table_->setItemDelegateForColumn(LoadEndpointModel::Name, new MarkDelegate(table_));
    table_->setItemDelegateForColumn(LoadEndpointModel::Ruler, new MiniRulerDelegate(table_));
    table_->setFrameShape(QFrame::NoFrame);
    table_->setShowGrid(false);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setWordWrap(false);
    table_->setTabKeyNavigation(false);
    table_->verticalHeader()->hide();
    const int row = static_cast<int>(themeOf(this).px(tokens::size::row));
    table_->verticalHeader()->setMinimumSectionSize(8);
    table_->verticalHeader()->setDefaultSectionSize(row);
    QHeaderView* head = table_->horizontalHeader();
    head->setHighlightSections(false);
    head->setSectionResizeMode(QHeaderView::Fixed);
    head->setSectionResizeMode(LoadEndpointModel::Name, QHeaderView::Stretch);
    table_->setColumnWidth(LoadEndpointModel::Requests, static_cast<int>(themeOf(this).px(104)));
    table_->setColumnWidth(LoadEndpointModel::P99, static_cast<int>(themeOf(this).px(104)));
    table_->setColumnWidth(LoadEndpointModel::Interval, static_cast<int>(themeOf(this).px(140)));
    table_->setColumnWidth(LoadEndpointModel::Ruler, static_cast<int>(themeOf(this).px(150)));
    const auto fit = [this, row, head] {
        const int rows = std::clamp(model_->rowCount(), 1, kMostRows);
        table_->setFixedHeight(head->sizeHint().height() + row * rows + 2);
    };
    connect(model_, &QAbstractItemModel::modelReset, table_, fit);
    fit();
    card->body()->addWidget(table_);
    return card;
}

void LoadPage::makeVerdict()
{
    verdictCard_ = new Card(tr("Verdict so far"));
    glyph_ = new GlyphLabel;
    verdict_ = new TextLabel({}, tokens::Type::BodyStrong);
    verdict_->setObjectName(QStringLiteral("load-verdict"));
    verdict_->setWordWrap(true);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(glyph_);
    row->addWidget(verdict_, 1);
    verdictCard_->body()->addLayout(row);
    verdictDetail_ = new TextLabel({}, tokens::Type::Body, tokens::Role::Text2);
    verdictDetail_->setWordWrap(true);
    verdictDetail_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    // Three lines are kept: nothing below moves while the words change.
    verdictDetail_->setMinimumHeight(static_cast<int>(3 * themeOf(this).lineHeight(tokens::Type::Body)));
    verdictCard_->body()->addWidget(verdictDetail_);
}

QWidget* LoadPage::makeSide()
{
    auto* host = new QWidget;
    auto* column = new QVBoxLayout(host);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    auto* gate = new Card(tr("Generator health"));
    gateChip_ = new Chip;
    gateChip_->setObjectName(QStringLiteral("load-gate"));
    gate->actions()->addWidget(gateChip_);
    gate_ = new GateList;
    gate->body()->addWidget(gate_);
    auto* note = new TextLabel(tr("When a bar reaches its limit, the run goes on but gives no verdict."),
                               tokens::Type::Small, tokens::Role::Text2);
    note->setWordWrap(true);
    gate->body()->addWidget(note);
    makeVerdict();
    errorsCard_ = new Card(tr("Errors by cause"));
    errors_ = new LoadErrorList;
    errorsCard_->body()->addWidget(errors_);
    auto* allowed = new Card(tr("Allowed for this run"));
    allowed_ = new TextLabel({}, tokens::Type::Body, tokens::Role::Text2);
    allowed_->setObjectName(QStringLiteral("load-allowed"));
    allowed_->setWordWrap(true);
    allowed->body()->addWidget(allowed_);
    for (Card* card : {gate, verdictCard_, errorsCard_, allowed}) {
        card->setDense(true);
        column->addWidget(card);
    }
    column->addStretch();
    return host;
}

// Beside the charts, or under them where there is no room.
void LoadPage::place()
{
    const bool beside = width() >= static_cast<int>(themeOf(this).px(kSideBySide));
    grid_->removeWidget(charts_);
    grid_->removeWidget(side_);
    grid_->addWidget(charts_, 0, 0);
    grid_->addWidget(side_, beside ? 0 : 1, beside ? 1 : 0);
    grid_->setColumnStretch(0, 1);
    side_->setMaximumWidth(beside ? static_cast<int>(themeOf(this).px(kLoadSideWidth)) : QWIDGETSIZE_MAX);
    side_->setMinimumWidth(beside ? static_cast<int>(themeOf(this).px(kLoadSideWidth * 0.8)) : 0);
}

void LoadPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    place();
}

// What is shown is copied here; the file is written by a worker.
void LoadPage::writeChart(const QString& path)
{
    QByteArray values;
    if (path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive))
        values = chartValues(load_.view().histogram);
    else if (path.endsWith(QLatin1String(".hlog"), Qt::CaseInsensitive))
        values = load_.histogramLog();
    const QImage picture = values.isEmpty() ? histogram_->grab().toImage() : QImage();
    runInBackground(
        *QThreadPool::globalInstance(), this,
        [path, values, picture] {
            QSaveFile file(path);
            if (!file.open(QIODevice::WriteOnly))
                return false;
            if (!values.isEmpty())
                file.write(values);
            else if (!picture.save(&file, "PNG"))
                return false;
            return file.commit();
        },
        [this, path](bool written) {
            Q_EMIT toast(written ? tr("Written: %1").arg(path) : tr("Not written: %1").arg(path), false);
        });
}

} // namespace awb
