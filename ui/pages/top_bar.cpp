#include "ui/pages/top_bar.h"

#include "ui/presenters/audit_session.h"
#include "ui/style/app_icon.h"
#include "ui/style/path_icon_engine.h"
#include "ui/style/style_theme.h"
#include "ui/widgets/score_widgets.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QTabBar>

namespace awb
{

namespace
{

tokens::IconId pageIcon(PageId page)
{
    switch (page) {
    case PageId::Walk:
        return tokens::IconId::List;
    case PageId::Probes:
        return tokens::IconId::Gauge;
    case PageId::LoadRun:
        return tokens::IconId::Chart;
    case PageId::Scorecard:
        return tokens::IconId::Check;
    case PageId::Snapshots:
        return tokens::IconId::Clock;
    default:
        return tokens::IconId::File;
    }
}

class AppSign : public QWidget
{
public:
    explicit AppSign(QWidget* parent) : QWidget(parent)
    {
        setFixedSize(int(themeOf(this).px(34)), int(themeOf(this).px(26)));
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        paintAppSign(painter, QRectF(2, 0, height(), height()), themeOf(this));
    }
};

} // namespace

QString pageWord(PageId page)
{
    switch (page) {
    case PageId::Start:
        return TopBar::tr("Start");
    case PageId::Walk:
        return TopBar::tr("Walk");
    case PageId::Probes:
        return TopBar::tr("Probes");
    case PageId::LoadRun:
        return TopBar::tr("Load run");
    case PageId::Endpoints:
        return TopBar::tr("Endpoints");
    case PageId::Scorecard:
        return TopBar::tr("Scorecard");
    case PageId::Snapshots:
        return TopBar::tr("Snapshots");
    case PageId::Report:
        return TopBar::tr("Report");
    case PageId::NewAudit:
        return TopBar::tr("New audit");
    case PageId::Settings:
        return TopBar::tr("Settings");
    case PageId::Review:
        return TopBar::tr("Review");
    }
    return {};
}

TopBar::TopBar(const QVector<PageId>& tabs, QWidget* parent) : Pane(Qt::BottomEdge, parent), pages_(tabs)
{
    setFixedHeight(int(themeOf(this).px(tokens::size::topBar)));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 12, 0);
    row->setSpacing(8);
    home_ = quiet(tokens::IconId::Home, {}, {}, tr("Start page"));
    home_->setObjectName(QStringLiteral("home"));
    connect(home_, &QPushButton::clicked, this, &TopBar::homeWanted);
    auto* names = new QVBoxLayout;
    names->setSpacing(0);
    name_ = new TextLabel(tr("Backend Audit Workbench"), tokens::Type::BodyStrong, tokens::Role::Text, this);
    name_->setObjectName(QStringLiteral("auditName"));
    host_ = new TextLabel({}, tokens::Type::Caption, tokens::Role::Text2, this);
    for (TextLabel* label : {name_, host_}) {
        label->setElided(true);
        label->setMaximumWidth(260);
        label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    }
    names->addStretch();
    names->addWidget(name_);
    names->addWidget(host_);
    names->addStretch();
    sign_ = new AppSign(this);
    row->addWidget(home_);
    row->addWidget(sign_);
    row->addLayout(names);
    makeTabs(tabs);
    row->addWidget(tabs_, 0, Qt::AlignBottom);
    row->addStretch(1);
    score_ = new QWidget(this);
    auto* scoreRow = new QHBoxLayout(score_);
    scoreRow->setContentsMargins(0, 0, 8, 0);
    auto* scoreTexts = new QVBoxLayout;
    scoreTexts->setSpacing(0);
    points_ = new TextLabel({}, tokens::Type::BodyStrong, tokens::Role::Text, score_);
    points_->setObjectName(QStringLiteral("topScore"));
    progress_ = new TextLabel({}, tokens::Type::Caption, tokens::Role::Text2, score_);
    scoreTexts->addStretch();
    for (TextLabel* label : {points_, progress_}) {
        label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        scoreTexts->addWidget(label);
    }
    scoreTexts->addStretch();
    ring_ = new ScoreRing(score_);
    scoreRow->addLayout(scoreTexts);
    scoreRow->addWidget(ring_);
    row->addWidget(score_);
    search_ = quiet(tokens::IconId::Search, {}, QStringLiteral("Ctrl K"), tr("Find anything"));
    search_->setObjectName(QStringLiteral("findAnything"));
    review_ = quiet(tokens::IconId::Screen, tr("Review"), QStringLiteral("F11"),
                    tr("Review mode for a shared screen"));
    menu_ = quiet(tokens::IconId::Menu, {}, {}, tr("Menu"));
    connect(search_, &QPushButton::clicked, this, &TopBar::paletteWanted);
    connect(review_, &QPushButton::clicked, this, &TopBar::reviewWanted);
    for (QPushButton* button : {search_, review_, menu_}) {
        row->addWidget(button);
    }
    fit();
}

QPushButton* TopBar::quiet(tokens::IconId icon, const QString& text, const QString& key, const QString& name)
{
    auto* button = new QPushButton(text, this);
    setButtonKind(button, ButtonKind::Quiet);
    setButtonIcon(button, icon);
    setButtonKey(button, key);
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void TopBar::makeTabs(const QVector<PageId>& tabs)
{
    tabs_ = new QTabBar(this);
    tabs_->setObjectName(QStringLiteral("pageTabs"));
    tabs_->setAccessibleName(tr("Pages"));
    tabs_->setDrawBase(false);
    tabs_->setExpanding(false);
    tabs_->setUsesScrollButtons(false);
    tabs_->setFocusPolicy(Qt::TabFocus);
    setType(tabs_, tokens::Type::BodyStrong); // the chosen tab is strong: room for it, so that none moves
    for (const PageId page : tabs) {
        const int index = tabs_->addTab(themedIcon(pageIcon(page)), pageWord(page));
        tabs_->setTabToolTip(index, tr("%1 (Ctrl %2)").arg(pageWord(page)).arg(index + 1));
    }
    connect(tabs_, &QTabBar::tabBarClicked, this, [this](int index) {
        if (index >= 0) {
            Q_EMIT pageWanted(pages_.at(index));
        }
    });
}

void TopBar::showPage(PageId page)
{
    // The endpoint inventory belongs to the load run.
    const qsizetype index = pages_.indexOf(page == PageId::Endpoints ? PageId::LoadRun : page);
    if (index >= 0) {
        tabs_->setCurrentIndex(int(index));
    }
    tabs_->setVisible(open_ && index >= 0);
    if (!open_) {
        const bool own = page == PageId::NewAudit || page == PageId::Settings;
        name_->setText(own ? pageWord(page) : tr("Backend Audit Workbench"));
    }
    fit();
}

void TopBar::showSession(const AuditSession& session)
{
    open_ = session.isOpen();
    home_->setVisible(open_);
    sign_->setVisible(!open_);
    host_->setVisible(open_);
    score_->setVisible(open_);
    review_->setVisible(open_);
    if (!open_) {
        tabs_->hide();
        name_->setText(tr("Backend Audit Workbench"));
        fit();
        return;
    }
    const AuditMeta& meta = session.result().meta;
    const Scorecard& score = session.result().score;
    name_->setText(meta.name.isEmpty() ? tr("Unnamed audit") : meta.name);
    host_->setText(meta.target);
    points_->setText(score.provisional ? tr("%1 of %2 so far").arg(score.points).arg(score.max)
                                       : tr("%1 of %2").arg(score.points).arg(score.max));
    progress_->setText(score.undecided == 0
                           ? tr("all %1 decided").arg(score.decided)
                           : tr("%1 decided, %2 to go").arg(score.decided).arg(score.undecided));
    ring_->setProgress(score.decided, score.decided + score.undecided);
    fit();
}

void TopBar::setMenu(QMenu* menu)
{
    connect(menu_, &QPushButton::clicked, this, [this, menu] {
        menu->popup(menu_->mapToGlobal(QPoint(menu_->width() - menu->sizeHint().width(), menu_->height())));
    });
}

void TopBar::fit()
{
    score_->layout()->activate(); // else the bar counts with the size of its last text
    // the audit's name counts more than the buttons' keys and words, and those go before the tabs' words
    for (const Room room : {Room::Everything, Room::TabWords, Room::OneTabWord}) {
        showWords(room);
        layout()->invalidate();
        if (layout()->sizeHint().width() <= width()) {
            return;
        }
    }
}

void TopBar::showWords(Room room)
{
    for (int i = 0; i < tabs_->count(); ++i) {
        const bool shown = room != Room::OneTabWord || i == tabs_->currentIndex();
        tabs_->setTabText(i, shown ? pageWord(pages_.at(i)) : QString());
    }
    const bool all = room == Room::Everything;
    setButtonKey(search_, all ? QStringLiteral("Ctrl K") : QString());
    search_->setText(all && !open_ ? tr("Find anything") : QString());
    setButtonKey(review_, all ? QStringLiteral("F11") : QString());
    review_->setText(all ? tr("Review") : QString());
}

void TopBar::showEvent(QShowEvent* event)
{
    Pane::showEvent(event);
    fit(); // the style's sizes are known only now
}

void TopBar::resizeEvent(QResizeEvent* event)
{
    Pane::resizeEvent(event);
    fit();
}

} // namespace awb

#include "moc_top_bar.cpp"
