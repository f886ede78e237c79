#include "ui/pages/target_form.h"
#include "core/report/safe_text.h"

#include "ui/pages/icon_label.h"
#include "ui/style/style_theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/code_view.h"
#include "ui/widgets/text_label.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

namespace awb
{

TargetForm::TargetForm(NewAuditPresenter& presenter, QWidget* parent)
    : QWidget(parent),
      presenter_(presenter),
      column_(new QVBoxLayout(this))
{
    column_->setContentsMargins(0, 0, 0, 0);
    setPart(TargetPart::Postgres);
}

QWidget* TargetForm::makeField(const FieldSpec& spec)
{
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto* label = new TextLabel(spec.label, tokens::Type::Small);
    column->addWidget(label);
    Field field{spec.id, nullptr, nullptr, new TextLabel({}, tokens::Type::Small, tokens::Role::FailText)};
    if (spec.kind == FieldKind::Choice) {
        auto* combo = new QComboBox;
        for (qsizetype i = 0; i < spec.choices.size(); ++i)
            combo->addItem(spec.choiceWords.value(i, spec.choices.at(i)), spec.choices.at(i));
        combo->setCurrentIndex(combo->findData(presenter_.value(part_, spec.id)));
        // A long choice does not widen the form; its list shows it whole.
        combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        combo->setMinimumContentsLength(12);
        connect(combo, &QComboBox::currentIndexChanged, this, [this, combo, id = spec.id] {
            presenter_.setValue(part_, id, combo->currentData().toString());
        });
        field.input = combo;
    } else {
        field.edit = new QLineEdit(presenter_.value(part_, spec.id));
        field.edit->setPlaceholderText(spec.placeholder);
        if (spec.kind == FieldKind::Password)
            field.edit->setEchoMode(QLineEdit::Password);
        else
            setType(field.edit, tokens::Type::Code);
        connect(field.edit, &QLineEdit::textEdited, this,
                [this, id = spec.id](const QString& text) { presenter_.setValue(part_, id, text); });
        field.input = field.edit;
    }
    field.input->setObjectName(QStringLiteral("target-") + spec.id);
    field.input->setAccessibleName(spec.label);
    label->setBuddy(field.input);
    column->addWidget(field.input);
    column->addWidget(field.error);
    fields_.append(field);
    return box;
}

void TargetForm::setPart(TargetPart part)
{
    part_ = part;
    const PartSpec& spec = partSpec(part);
    fields_.clear();
    delete card_;
    card_ = new Card(spec.title);
    card_->setSubtitle(spec.about);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    int cell = 0;
    bool password = false;
    for (const FieldSpec& field : spec.fields) {
        if (field.wide && cell % 2 != 0)
            ++cell;
        grid->addWidget(makeField(field), cell / 2, cell % 2, 1, field.wide ? 2 : 1);
        cell += field.wide ? 2 : 1;
        password = password || field.kind == FieldKind::Password;
    }
    card_->body()->addLayout(grid);
    if (password) {
        auto* row = new QHBoxLayout;
        row->addWidget(new IconLabel(tokens::IconId::Key));
        auto* kept = new TextLabel(tr("The password goes to the system keychain, never into the audit."),
                                   tokens::Type::Small, tokens::Role::Text2);
        kept->setWordWrap(true);
        row->addWidget(kept, 1);
        card_->body()->addLayout(row);
    }
    card_->setMaximumWidth(static_cast<int>(themeOf(this).px(800)));
    column_->addWidget(card_);
    refresh();
}

void TargetForm::refresh()
{
    const QMap<QString, QString> errors = presenter_.errors(part_);
    for (const Field& field : std::as_const(fields_)) {
        const QString error = errors.value(field.id);
        setInputInvalid(field.input, !error.isEmpty());
        field.error->setText(error);
        field.error->setVisible(!error.isEmpty());
        const QString value = presenter_.value(part_, field.id);
        if (field.edit && field.edit->text() != value)
            field.edit->setText(value);
        if (auto* combo = qobject_cast<QComboBox*>(field.input); combo && combo->currentData() != value) {
            const QSignalBlocker quiet(combo); // a way that is not in the list stays what it was called
            combo->setCurrentIndex(combo->findData(value));
        }
    }
}

void TargetForm::focusFirst()
{
    if (!fields_.isEmpty())
        fields_.constFirst().input->setFocus(Qt::OtherFocusReason);
}

ConnectionSteps::ConnectionSteps(QWidget* parent)
    : QWidget(parent),
      card_(new Card(tr("Connection test"))),
      test_(new QPushButton(tr("Test connection")))
{
    setObjectName(QStringLiteral("connection-steps"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    test_->setObjectName(QStringLiteral("test-connection"));
    setButtonKind(test_, ButtonKind::Plain, true);
    setButtonIcon(test_, tokens::IconId::Play);
    setButtonKey(test_, QStringLiteral("Ctrl T"));
    card_->actions()->addWidget(test_);
    card_->setMaximumWidth(static_cast<int>(themeOf(this).px(800)));
    column->addWidget(card_);
}

void ConnectionSteps::addStep(StepState state, const QString& title, const QString& text, qint64 durationMs,
                              const QString& fix)
{
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    auto* icon = new IconLabel;
    switch (state) {
    case StepState::Ok:
        icon->setIcon(tokens::IconId::Check, tokens::Role::Pass);
        break;
    case StepState::Warning:
        icon->setIcon(tokens::IconId::Warn, tokens::Role::Warn);
        break;
    case StepState::Failed:
        icon->setIcon(tokens::IconId::X, tokens::Role::Fail);
        break;
    case StepState::Skipped:
        icon->setIcon(tokens::IconId::Clock, tokens::Role::Muted);
        break;
    }
    grid->addWidget(icon, 0, 0);
    grid->addWidget(new TextLabel(title, tokens::Type::BodyStrong), 0, 1);
    if (durationMs >= 0)
        grid->addWidget(new TextLabel(QLocale().toString(durationMs) + QStringLiteral("\u00A0ms"),
                                      tokens::Type::Number, tokens::Role::Text2),
                        0, 2);
    auto* words = new TextLabel(visibleText(text), tokens::Type::Body, tokens::Role::Text2);
    words->setWordWrap(true);
    grid->addWidget(words, 1, 1, 1, 2);
    if (!fix.isEmpty()) {
        auto* code = new CodeView;
        code->setMaxLines(4);
        code->setCode(fix, QStringLiteral("sql"));
        grid->addWidget(code, 2, 1, 1, 2);
    }
    static_cast<QVBoxLayout*>(list_->layout())->addLayout(grid);
}

void ConnectionSteps::setState(const PartState& state, bool canTest)
{
    card_->setSubtitle(state.testText);
    test_->setText(state.reports.isEmpty() ? tr("Test connection") : tr("Test again"));
    test_->setEnabled(canTest && state.test != TestState::Running);
    delete list_;
    list_ = new QWidget;
    auto* column = new QVBoxLayout(list_);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    for (const DoctorReport& report : state.reports) {
        for (const DoctorStep& step : report.steps)
            addStep(step.state, step.title.text(QLocale()), step.text.text(QLocale()), step.durationMs,
                    step.fix);
        for (const DoctorSight& sight : report.sights) {
            if (sight.state != StepState::Ok)
                addStep(sight.state, tr("Checks %1").arg(sight.checks.join(QStringLiteral(", "))),
                        sight.text.text(QLocale()), -1, sight.fix);
        }
    }
    if (state.reports.isEmpty()) {
        const QString text = state.test == TestState::NoTest
                                 ? tr("It is kept in the audit. Its checks are judged together.")
                                 : tr("A test reads nothing but versions and rights.");
        column->addWidget(new TextLabel(text, tokens::Type::Body, tokens::Role::Text2));
    }
    card_->body()->addWidget(list_);
}

} // namespace awb

#include "moc_target_form.cpp"
