#include "ui/pages/settings_page.h"

#include "ui/presenters/audit_session.h"
#include "ui/style/language.h"
#include "ui/style/style_theme.h"
#include "ui/style/theme_controller.h"
#include "ui/widgets/card.h"
#include "ui/widgets/text_label.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QSettings>
#include <QSpinBox>

namespace awb
{

namespace
{

// The window's own; absent in a test without one.
ThemeController* controller()
{
    return qApp->findChild<ThemeController*>();
}

QFormLayout* formIn(Card* card)
{
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(24);
    form->setVerticalSpacing(12);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    card->body()->addLayout(form);
    return form;
}

// One left edge for the fields of all cards.
QLabel* rowLabel(const QString& text, QWidget* field)
{
    auto* label = new QLabel(text);
    label->setMinimumSize(static_cast<int>(themeOf(field).px(190)), static_cast<int>(themeOf(field).px(32)));
    label->setBuddy(field);
    return label;
}

} // namespace

SettingsPage::SettingsPage(const PageContext& context, QWidget* parent) : Page(context, parent)
{
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(16);
    column->addWidget(new TextLabel(tr("Settings"), tokens::Type::Title));
    for (QWidget* card : {makePerson(), makeLook(), makeReports()}) {
        card->setMaximumWidth(static_cast<int>(themeOf(this).px(800)));
        column->addWidget(card);
    }
    column->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(scroll);
    lock();
}

SettingsPage::~SettingsPage()
{
    endWidgets();
}

QWidget* SettingsPage::makePerson()
{
    auto* card = new Card(tr("Who is at the keyboard"));
    QFormLayout* form = formIn(card);
    author_ = new QLineEdit(QSettings().value(QStringLiteral("user/name")).toString());
    author_->setObjectName(QStringLiteral("settings-author"));
    author_->setPlaceholderText(tr("Name under your marks"));
    seat_ = new QComboBox;
    seat_->setObjectName(QStringLiteral("settings-seat"));
    seat_->addItem(tr("No seat"), QString());
    seat_->addItem(tr("Reviewer"), seatId(Seat::Reviewer));
    seat_->addItem(tr("Team lead"), seatId(Seat::Lead));
    seat_->setCurrentIndex(
        qMax(0, seat_->findData(QSettings().value(QStringLiteral("user/seat")).toString())));
    form->addRow(rowLabel(tr("&Name"), author_), author_);
    form->addRow(rowLabel(tr("&Seat"), seat_), seat_);
    locked_ = new TextLabel(tr("Locked while probes run"), tokens::Type::Small, tokens::Role::Text2);
    form->addRow(QString(), locked_);
    connect(&session(), &AuditSession::runStarted, this, &SettingsPage::lock);
    connect(&session(), &AuditSession::runFinished, this, &SettingsPage::lock);
    connect(author_, &QLineEdit::editingFinished, this, [this] {
        QSettings().setValue(QStringLiteral("user/name"), author_->text().trimmed());
        session().setAuthor(author_->text().trimmed());
    });
    connect(seat_, &QComboBox::currentIndexChanged, this, [this] {
        const QString id = seat_->currentData().toString();
        QSettings().setValue(QStringLiteral("user/seat"), id);
        session().setSeat(seatFromId(id));
    });
    return card;
}

QWidget* SettingsPage::makeLook()
{
    auto* card = new Card(tr("Look"));
    QFormLayout* form = formIn(card);
    theme_ = new QComboBox;
    theme_->setObjectName(QStringLiteral("settings-theme"));
    theme_->addItem(tr("Follow the desktop"), QStringLiteral("follow"));
    theme_->addItem(tr("Light"), QStringLiteral("light"));
    theme_->addItem(tr("Dark"), QStringLiteral("dark"));
    theme_->setCurrentIndex(
        qMax(0, theme_->findData(QSettings().value(QStringLiteral("look/theme")).toString())));
    scale_ = new QSpinBox;
    scale_->setObjectName(QStringLiteral("settings-scale"));
    scale_->setRange(75, 200);
    scale_->setSingleStep(25);
    scale_->setSuffix(QStringLiteral("\u00A0%"));
    scale_->setValue(qRound(QSettings().value(QStringLiteral("look/scale"), 1.0).toDouble() * 100));
    scale_->setKeyboardTracking(false);
    reduced_ = new QCheckBox(tr("Nothing moves by itself"));
    reduced_->setObjectName(QStringLiteral("settings-motion"));
    reduced_->setChecked(QSettings().value(QStringLiteral("look/reducedMotion")).toBool());
    language_ = new QComboBox;
    language_->setObjectName(QStringLiteral("settings-language"));
    language_->addItem(tr("Follow the desktop"), QString());
    for (const QString& id : languages())
        language_->addItem(languageName(id), id);
    language_->setCurrentIndex(
        qMax(0, language_->findData(QSettings().value(QStringLiteral("look/language")).toString())));
    language_->setToolTip(tr("Takes effect when the program starts again"));
    form->addRow(rowLabel(tr("&Theme"), theme_), theme_);
    form->addRow(rowLabel(tr("&Language, from the next start"), language_), language_);
    connect(language_, &QComboBox::currentIndexChanged, this, [this] {
        QSettings().setValue(QStringLiteral("look/language"), language_->currentData().toString());
    });
    form->addRow(rowLabel(tr("Text si&ze"), scale_), scale_);
    form->addRow(rowLabel(tr("&Motion"), reduced_), reduced_);
    connect(theme_, &QComboBox::currentIndexChanged, this, [this] {
        const QString id = theme_->currentData().toString();
        QSettings().setValue(QStringLiteral("look/theme"), id);
        if (ThemeController* c = controller())
            c->setChoice(id == QLatin1String("light")  ? ThemeController::Choice::Light
                         : id == QLatin1String("dark") ? ThemeController::Choice::Dark
                                                       : ThemeController::Choice::Follow);
    });
    connect(scale_, &QSpinBox::valueChanged, this, [](int percent) {
        QSettings().setValue(QStringLiteral("look/scale"), percent / 100.0);
        if (ThemeController* c = controller())
            c->setScale(percent / 100.0);
    });
    connect(reduced_, &QCheckBox::toggled, this,
            [](bool on) { QSettings().setValue(QStringLiteral("look/reducedMotion"), on); });
    return card;
}

QWidget* SettingsPage::makeReports()
{
    auto* card = new Card(tr("Reports"));
    redact_ = new QCheckBox(tr("Redact every export, unless it is switched off there"));
    redact_->setObjectName(QStringLiteral("settings-redact"));
    redact_->setChecked(QSettings().value(QStringLiteral("report/redact"), true).toBool());
    card->body()->addWidget(redact_);
    connect(redact_, &QCheckBox::toggled, this,
            [](bool on) { QSettings().setValue(QStringLiteral("report/redact"), on); });
    return card;
}

void SettingsPage::activate(const QString&)
{
    lock();
    author_->setFocus(Qt::OtherFocusReason);
}

// Readable but locked while probes run: their evidence carries the name that was there when they began.
void SettingsPage::lock()
{
    const bool running = session().isRunning();
    for (QWidget* field : {static_cast<QWidget*>(author_), static_cast<QWidget*>(seat_)})
        field->setEnabled(!running);
    locked_->setVisible(running);
}

QVector<StatusKey> SettingsPage::statusKeys() const
{
    return {{QStringLiteral("Tab"), tr("next field")}};
}

} // namespace awb

#include "moc_settings_page.cpp"
