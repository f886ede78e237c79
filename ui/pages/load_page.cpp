#include "ui/pages/load_page.h"

#include "ui/charts/chart_view.h"
#include "ui/models/load_endpoint_model.h"
#include "ui/pages/consent_dialog.h"
#include "ui/pages/load_parts.h"
#include "ui/pages/secret_prompt.h"
#include "ui/presenters/command_set.h"
#include "ui/style/style_theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/text_label.h"

#include <QFile>
#include <QFileDialog>
#include <QPushButton>
#include <QScrollArea>
#include <QTableView>
#include <QVBoxLayout>

namespace awb
{

namespace
{

constexpr double kStep = 1.05; // of the threshold, for a key

} // namespace

LoadPage::LoadPage(const PageContext& context, QWidget* parent)
    : Page(context, parent),
      probes_(session()),
      load_(session()),
      model_(new LoadEndpointModel(this)),
      strip_(new LoadStrip),
      secrets_(new SecretPrompt),
      whatIf_(new Banner(Banner::Tone::Info)),
      empty_(new EmptyState(tokens::IconId::Chart, {}, {})),
      scroll_(new QScrollArea)
{
    setFocusPolicy(Qt::StrongFocus);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 0);
    column->setSpacing(12);
    column->addWidget(strip_); // outside of what scrolls: Stop is always there
    column->addWidget(secrets_);
    whatIf_->setObjectName(QStringLiteral("what-if"));
    whatIf_->hide();
    column->addWidget(whatIf_);
    auto* inner = new QWidget;
    grid_ = new QGridLayout(inner);
    grid_->setContentsMargins(0, 0, 0, 16);
    grid_->setSpacing(12);
    charts_ = makeCharts();
    side_ = makeSide();
    scroll_->setWidget(inner);
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(scroll_, 1);
    column->addWidget(empty_, 1);
    newAudit_ = empty_->addButton(tr("New audit"));
    endpoints_ = empty_->addButton(tr("Endpoints"));
    setButtonKey(endpoints_, QStringLiteral("E"));
    makeCommands();
    connectAll();
    place();
    show();
}

LoadPage::~LoadPage()
{
    endWidgets();
}

void LoadPage::connectAll()
{
    connect(strip_, &LoadStrip::startWanted, this, &LoadPage::askConsent);
    connect(strip_, &LoadStrip::stopWanted, this, [this] { load_.stop(); });
    connect(newAudit_, &QPushButton::clicked, this, [this] { Q_EMIT navigate(PageId::NewAudit); });
    connect(endpoints_, &QPushButton::clicked, this, [this] { Q_EMIT navigate(PageId::Endpoints); });
    connect(&load_, &LoadPresenter::changed, this, &LoadPage::show);
    connect(&probes_, &ProbesPresenter::secretsWanted, this,
            [this] { secrets_->setWanted(probes_.wantedSecrets()); });
    connect(secrets_, &SecretPrompt::given, this,
            [this](const QString& key, const Secret& secret) { probes_.giveSecret(key, secret); });
    connect(secrets_, &SecretPrompt::dropped, this, [this] { probes_.dropSecrets(); });
    connect(histogram_, &ChartView::thresholdDragged, this, [this](double ms) { load_.setWhatIf(ms); });
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& now) {
                if (now.isValid() && table_->hasFocus())
                    load_.select(model_->rows().at(now.row()).name);
            });
    connect(table_, &QTableView::clicked, this,
            [this](const QModelIndex& at) { load_.select(model_->rows().at(at.row()).name); });
}

void LoadPage::makeCommands()
{
    const QString group = tr("Load run");
    const auto add = [&](const char* id, const QString& text, const QKeySequence& key,
                         std::function<void()> run) {
        commands().add({QLatin1String(id), group, text, {key}}, this, std::move(run));
    };
    add("load.start", tr("Start load: asks first"), QKeySequence(Qt::CTRL | Qt::Key_R),
        [this] { askConsent(); });
    add("load.threshold", tr("Move the threshold: what if"), QKeySequence(Qt::Key_T),
        [this] { toggleWhatIf(); });
    add("load.less", tr("What if: a lower threshold"), QKeySequence(Qt::Key_Minus),
        [this] { moveWhatIf(1 / kStep); });
    add("load.more", tr("What if: a higher threshold"), QKeySequence(Qt::Key_Plus),
        [this] { moveWhatIf(kStep); });
    add("load.linear", tr("Linear or logarithmic axes"), QKeySequence(Qt::Key_O),
        [this] { load_.setLinear(!load_.isLinear()); });
    add("load.endpoints", tr("Endpoints: what is asked"), QKeySequence(Qt::Key_E),
        [this] { Q_EMIT navigate(PageId::Endpoints); });
    add("load.export", tr("Export the chart"), QKeySequence(Qt::CTRL | Qt::Key_E), [this] { exportChart(); });
}

void LoadPage::activate(const QString&)
{
    show();
    if (scroll_->isHidden())
        setFocus(Qt::OtherFocusReason); // its keys work without a row to stand on
    else
        table_->setFocus(Qt::OtherFocusReason);
}

QVector<StatusKey> LoadPage::statusKeys() const
{
    const LoadView& view = load_.view();
    QVector<StatusKey> keys;
    if (load_.isRunning())
        keys.append({QStringLiteral("Esc"), tr("stop load")});
    else if (view.state != LoadState::NoTarget)
        keys.append({QStringLiteral("Ctrl R"), tr("start load")});
    if (view.state != LoadState::NoTarget)
        keys.append({QStringLiteral("E"), tr("endpoints")});
    if (!view.endpoints.isEmpty())
        keys << StatusKey{QStringLiteral("T"), tr("threshold")}
             << StatusKey{QStringLiteral("O"), tr("linear / log")}
             << StatusKey{QStringLiteral("Ctrl E"), tr("export chart")};
    return keys;
}

bool LoadPage::escape()
{
    if (load_.isRunning()) {
        load_.stop();
        return true;
    }
    if (load_.whatIf()) {
        toggleWhatIf();
        return true;
    }
    return false;
}

void LoadPage::show()
{
    const LoadView& view = load_.view();
    strip_->setView(view, probes_.canRun());
    whatIf_->setVisible(!view.whatIf.isEmpty());
    if (!view.whatIf.isEmpty())
        whatIf_->setText(tr("Another threshold, on this page only"), view.whatIf);
    showEmpty(view);
    if (!scroll_->isHidden()) {
        showCharts(view);
        showSide(view);
        model_->setRows(view.endpoints, view.limitMs);
    }
    if (shownState_ != view.state || shownAny_ == view.endpoints.isEmpty()) {
        shownState_ = view.state;
        shownAny_ = !view.endpoints.isEmpty();
        Q_EMIT statusKeysChanged();
    }
}

void LoadPage::showEmpty(const LoadView& view)
{
    const bool nothing = view.endpoints.isEmpty();
    scroll_->setVisible(!nothing);
    empty_->setVisible(nothing);
    strip_->setVisible(view.state != LoadState::NoTarget);
    endpoints_->setVisible(view.state != LoadState::NoTarget);
    newAudit_->setVisible(view.state == LoadState::NoTarget && !session().isReadOnly());
    switch (view.state) {
    case LoadState::NoTarget:
        empty_->setText(
            tr("This audit names no service to load"),
            tr("1.1 to 1.4 stay not measured. Begin an audit with a base URL under “Service”, or import the "
               "result of another load tool."));
        break;
    case LoadState::Running:
    case LoadState::Waiting:
        empty_->setText(
            tr("The load begins soon"),
            tr("First each endpoint is asked once, to see that it answers. Esc stops at any time."));
        break;
    case LoadState::Ready:
    case LoadState::Stored:
        empty_->setText(
            tr("No load was made yet"),
            tr("“Start load” first says what would be sent, where and how much. Each endpoint then gets its "
               "rate of an ordinary day, and every answer is timed from the moment it was due."));
        break;
    }
}

void LoadPage::showCharts(const LoadView& view)
{
    const auto set = [](Card* card, ChartView* chart, const ChartSpec& spec) {
        card->setTitle(spec.title.text(QLocale()));
        chart->setChart(spec);
    };
    set(histogramCard_, histogram_, view.histogram);
    histogramCard_->setSubtitle(load_.isLinear() ? tr("requests, both axes linear")
                                                 : tr("requests, both axes logarithmic"));
    histogram_->setThresholdMovable(load_.whatIf().has_value());
    set(spectrumCard_, spectrum_, view.spectrum);
    overTimeCard_->setVisible(!view.overTime.title.isEmpty());
    if (!view.overTime.title.isEmpty())
        set(overTimeCard_, overTime_, view.overTime);
    overlayCard_->setVisible(!view.overlay.isEmpty());
    if (!view.overlay.isEmpty())
        set(overlayCard_, overlay_, view.overlay);
    whatIfButton_->setChecked(load_.whatIf().has_value());
    linearButton_->setChecked(load_.isLinear());
}

void LoadPage::showSide(const LoadView& view)
{
    gate_->setBars(view.gate);
    gateChip_->setContent(
        view.gateKept
            ? ChipContent{tr("Verdict allowed"),
                          {},
                          true,
                          tokens::IconId::Check,
                          ChipContent::Tone::Good,
                          false}
            : ChipContent{tr("No verdict"), {}, true, tokens::IconId::X, ChipContent::Tone::Poor, false});
    verdictCard_->setTitle(load_.whatIf()      ? tr("Verdict, what if")
                           : load_.isRunning() ? tr("Verdict so far")
                                               : tr("Verdict of this endpoint"));
    glyph_->setGlyph(view.verdict.glyph);
    glyph_->setVisible(view.verdict.glyph.has_value());
    verdict_->setText(view.verdict.strong);
    verdictDetail_->setText(view.verdict.detail);
    errorsCard_->setSubtitle(view.errorsOf);
    errors_->setRows(view.errorRows, tr("Every request was answered with 2xx."));
    allowed_->setText(view.allowed);
}

void LoadPage::askConsent()
{
    const auto felt = probes_.feltBy(Capability::Load, LoadPresenter::probeId());
    if (!felt || !probes_.canRun())
        return;
    auto* dialog =
        new ConsentDialog(*felt, probes_.needsHostNamed(Capability::Load), probes_.isProduction(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        probes_.allowAndRun(Capability::Load, dialog->productionAllowed(), LoadPresenter::probeId());
    });
    dialog->open();
}

void LoadPage::toggleWhatIf()
{
    if (load_.view().endpoints.isEmpty())
        return;
    if (load_.whatIf())
        load_.setWhatIf(std::nullopt);
    else
        load_.setWhatIf(load_.view().limitMs);
}

void LoadPage::moveWhatIf(double factor)
{
    if (load_.whatIf())
        load_.setWhatIf(*load_.whatIf() * factor);
}

void LoadPage::exportChart()
{
    if (load_.view().endpoints.isEmpty())
        return;
    auto* dialog =
        new QFileDialog(this, tr("Export the chart"), QString(),
                        tr("Picture (*.png);;Values (*.csv);;HdrHistogram log of all endpoints (*.hlog)"));
    dialog->setObjectName(QStringLiteral("exportChart"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("png"));
    connect(dialog, &QFileDialog::fileSelected, this, &LoadPage::writeChart);
    dialog->open();
}

} // namespace awb

#include "moc_load_page.cpp"
