// The fields of one part of the target, and its connection test step by step.
#pragma once

#include "ui/presenters/new_audit_presenter.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QPushButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace awb
{

class Card;
class TextLabel;

// One card with the fields of a part. Fields are rebuilt only when the part changes.
class TargetForm : public QWidget
{
    Q_OBJECT
public:
    explicit TargetForm(NewAuditPresenter& presenter, QWidget* parent = nullptr);

    void setPart(TargetPart part);
    TargetPart part() const { return part_; }
    void refresh(); // errors, and what a pasted connection string filled in
    void focusFirst();

private:
    struct Field
    {
        QString id;
        QWidget* input = nullptr;
        QLineEdit* edit = nullptr; // null: a choice
        TextLabel* error = nullptr;
    };
    QWidget* makeField(const FieldSpec& spec);

    NewAuditPresenter& presenter_;
    TargetPart part_ = TargetPart::Postgres;
    Card* card_ = nullptr;
    QVBoxLayout* column_;
    QVector<Field> fields_;
};

// The steps of the last test: what, how long, and the line to hand on where one failed.
class ConnectionSteps : public QWidget
{
    Q_OBJECT
public:
    explicit ConnectionSteps(QWidget* parent = nullptr);

    void setState(const PartState& state, bool canTest);
    QPushButton* testButton() const { return test_; }

private:
    void addStep(StepState state, const QString& title, const QString& text, qint64 durationMs,
                 const QString& fix);

    Card* card_;
    QPushButton* test_;
    QWidget* list_ = nullptr;
};

} // namespace awb
