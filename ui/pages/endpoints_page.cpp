#include "ui/pages/endpoints_page.h"

#include "core/report/safe_text.h"
#include "ui/models/endpoint_model.h"
#include "ui/pages/endpoint_table.h"
#include "ui/presenters/command_set.h"
#include "ui/style/style_theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

namespace awb
{

EndpointsPage::EndpointsPage(const PageContext& context, QWidget* parent)
    : Page(context, parent),
      presenter_(session()),
      model_(new EndpointModel(this)),
      table_(new EndpointTable(model_)),
      card_(new Card),
      banner_(new Banner(Banner::Tone::Unknown)),
      empty_(new EmptyState(tokens::IconId::Globe, {}, {}))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addWidget(makeHead());
    banner_->setObjectName(QStringLiteral("endpoints-banner"));
    column->addWidget(banner_);
    table_->setObjectName(QStringLiteral("endpoints"));
    table_->setAccessibleName(tr("Endpoints of the service"));
    card_->setFlush(true);
    card_->body()->addWidget(table_);
    column->addWidget(card_, 1);
    column->addWidget(empty_, 1);
    emptyRead_ = empty_->addButton(tr("Read the API description"), true);
    makeCommands();
    connectAll();
    show();
}

EndpointsPage::~EndpointsPage()
{
    endWidgets();
}

QWidget* EndpointsPage::makeHead()
{
    auto* card = new Card;
    card->setDense(true);
    headline_ = new TextLabel({}, tokens::Type::Heading);
    headline_->setObjectName(QStringLiteral("endpoints-headline"));
    detail_ = new TextLabel({}, tokens::Type::Body, tokens::Role::Text2);
    detail_->setElided(true);
    progress_ = new QProgressBar;
    progress_->setObjectName(QStringLiteral("endpoints-progress"));
    progress_->setTextVisible(false);
    progress_->setRange(0, 0);
    progress_->setMaximumWidth(static_cast<int>(themeOf(this).px(160)));
    QSizePolicy kept = progress_->sizePolicy();
    kept.setRetainSizeWhenHidden(true); // nothing jumps when it comes
    progress_->setSizePolicy(kept);
    filter_ = new QLineEdit;
    filter_->setObjectName(QStringLiteral("endpoints-filter"));
    filter_->setPlaceholderText(tr("Filter by path"));
    filter_->setAccessibleName(tr("Filter by path"));
    filter_->setClearButtonEnabled(true);
    filter_->setMaximumWidth(static_cast<int>(themeOf(this).px(220)));
    const auto button = [](const QString& text, tokens::IconId icon, const QString& key, const char* name) {
        auto* made = new QPushButton(text);
        made->setObjectName(QLatin1String(name));
        setButtonKind(made, ButtonKind::Plain);
        setButtonIcon(made, icon);
        setButtonKey(made, key);
        return made;
    };
    read_ = button(tr("Read the API description"), tokens::IconId::Globe, QStringLiteral("Ctrl R"),
                   "endpoints-read");
    stop_ = button(tr("Stop reading"), tokens::IconId::Stop, QStringLiteral("Esc"), "endpoints-stop");
    back_ = button(tr("Load run"), tokens::IconId::Chart, QStringLiteral("Ctrl 3"), "endpoints-back");
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(headline_);
    words->addWidget(detail_);
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    row->addLayout(words, 1);
    row->addWidget(progress_);
    row->addWidget(filter_);
    row->addWidget(read_);
    row->addWidget(stop_);
    row->addWidget(back_);
    card->body()->addLayout(row);
    return card;
}

void EndpointsPage::makeCommands()
{
    const QString group = tr("Endpoints");
    const auto add = [&](const char* id, const QString& text, const QKeySequence& key,
                         std::function<void()> run) {
        commands().add({QLatin1String(id), group, text, {key}}, this, std::move(run));
    };
    add("endpoints.read", tr("Read the API description"), QKeySequence(Qt::CTRL | Qt::Key_R),
        [this] { presenter_.read(); });
    add("endpoints.filter", tr("Filter by path"), QKeySequence(Qt::Key_Slash),
        [this] { filter_->setFocus(Qt::ShortcutFocusReason); });
    add("endpoints.reset", tr("Endpoint as described again"), QKeySequence(Qt::Key_Delete),
        [this] { presenter_.reset(table_->currentTitle()); });
}

void EndpointsPage::connectAll()
{
    connect(&presenter_, &EndpointsPresenter::changed, this, &EndpointsPage::show);
    connect(&session(), &AuditSession::runStarted, this, &EndpointsPage::show);
    connect(&session(), &AuditSession::runFinished, this, &EndpointsPage::show);
    for (QPushButton* button : {read_, emptyRead_})
        connect(button, &QPushButton::clicked, this, [this] { presenter_.read(); });
    connect(stop_, &QPushButton::clicked, this, [this] { presenter_.stopReading(); });
    connect(back_, &QPushButton::clicked, this, [this] { Q_EMIT navigate(PageId::LoadRun); });
    connect(filter_, &QLineEdit::textChanged, table_, &EndpointTable::setFilter);
    connect(filter_, &QLineEdit::returnPressed, this, [this] { table_->setFocus(Qt::OtherFocusReason); });
    connect(table_, &EndpointTable::switched, this, &EndpointsPage::turn);
    connect(model_, &EndpointModel::numberEntered, this,
            [this](const QString& title, int column, double value) {
                if (column == EndpointModel::Weight)
                    presenter_.setWeight(title, value);
                else
                    presenter_.setRate(title, value);
            });
}

void EndpointsPage::turn(const QString& title, int column)
{
    for (const KnownEndpoint& endpoint : model_->endpoints()) {
        if (EndpointsPresenter::titleOf(endpoint) != title)
            continue;
        if (column == EndpointModel::Asked)
            presenter_.setTakenIn(title, !endpoint.takenIn);
        else if (column == EndpointModel::Public)
            presenter_.setPublic(title, !endpoint.isPublic);
        else
            presenter_.setWrite(title, !endpoint.isWrite);
        return;
    }
}

void EndpointsPage::activate(const QString&)
{
    show();
    if (card_->isHidden())
        (emptyRead_->isVisible() ? static_cast<QWidget*>(emptyRead_) : back_)->setFocus(Qt::OtherFocusReason);
    else
        table_->setFocus(Qt::OtherFocusReason);
}

QVector<StatusKey> EndpointsPage::statusKeys() const
{
    QVector<StatusKey> keys;
    if (presenter_.state() == DescriptionState::Reading)
        keys.append({QStringLiteral("Esc"), tr("stop reading")});
    else
        keys.append({QStringLiteral("Ctrl R"), tr("read the description")});
    if (!presenter_.known().endpoints.isEmpty())
        keys << StatusKey{tr("Space"), tr("switch")} << StatusKey{QStringLiteral("F2"), tr("number")}
             << StatusKey{tr("Del"), tr("as described")} << StatusKey{QStringLiteral("/"), tr("filter")};
    return keys;
}

bool EndpointsPage::escape()
{
    if (presenter_.state() == DescriptionState::Reading)
        presenter_.stopReading();
    else if (!filter_->text().isEmpty())
        filter_->clear();
    else
        Q_EMIT navigate(PageId::LoadRun);
    return true;
}

void EndpointsPage::show()
{
    const KnownEndpoints& known = presenter_.known();
    const bool reading = presenter_.state() == DescriptionState::Reading;
    model_->setEndpoints(known.endpoints, presenter_.canEdit());
    const QLocale locale;
    const int all = static_cast<int>(known.endpoints.size());
    headline_->setText(tr("%n endpoint(s)", nullptr, all));
    if (reading)
        detail_->setText(tr("Reading %1").arg(visibleLine(presenter_.progress(), 300)));
    else
        detail_->setText(
            tr("%1 changed by the profile, %2 left out. A bold value is yours; Del takes it back.")
                .arg(locale.toString(presenter_.changedCount()), locale.toString(presenter_.leftOutCount())));
    progress_->setVisible(reading);
    stop_->setVisible(reading);
    read_->setVisible(!reading);
    read_->setEnabled(presenter_.hasService());
    showBanner();
    showEmpty();
    Q_EMIT statusKeysChanged();
}

void EndpointsPage::showBanner()
{
    const KnownEndpoints& known = presenter_.known();
    banner_->setVisible(true);
    if (session().isRunning()) {
        banner_->setTone(Banner::Tone::Neutral);
        banner_->setText(tr("Probes run: endpoints can be changed when they have ended."));
    } else if (presenter_.state() == DescriptionState::Failed) {
        banner_->setTone(Banner::Tone::Unknown);
        banner_->setText(tr("The API description was not read."), visibleText(presenter_.failure()));
    } else if (presenter_.state() == DescriptionState::Read && !known.described) {
        banner_->setTone(Banner::Tone::Unknown);
        banner_->setText(known.reason.text(QLocale()));
    } else if (!known.problems.isEmpty()) {
        banner_->setTone(Banner::Tone::Neutral);
        banner_->setText(tr("%n thing(s) in the description could not be used", nullptr,
                            static_cast<int>(known.problems.size())),
                         visibleLine(known.problems.mid(0, 3).join(QStringLiteral("; ")), 400));
    } else {
        banner_->setVisible(false);
    }
}

void EndpointsPage::showEmpty()
{
    const bool nothing = presenter_.known().endpoints.isEmpty();
    const bool reading = presenter_.state() == DescriptionState::Reading;
    card_->setVisible(!nothing);
    empty_->setVisible(nothing);
    emptyRead_->setVisible(presenter_.hasService() && !reading);
    if (!presenter_.hasService())
        empty_->setText(tr("This audit names no service"),
                        tr("Begin an audit with a base URL under “Service”: its endpoints stand here."));
    else if (reading)
        empty_->setText(tr("The API description is being read"), tr("Esc stops it."));
    else
        empty_->setText(tr("No endpoint is known yet"),
                        tr("Reading sends at most five GETs: %1.")
                            .arg(visibleLine(presenter_.places().join(QStringLiteral(", ")), 400)));
}

} // namespace awb

#include "moc_endpoints_page.cpp"
