// The assistant for a new audit: four steps, one question each (mockup 08).
#pragma once

#include "ui/pages/page.h"
#include "ui/presenters/new_audit_presenter.h"

QT_BEGIN_NAMESPACE
class QComboBox;
class QGridLayout;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;
class QStackedWidget;
QT_END_NAMESPACE

namespace awb
{

class Banner;
class ConnectionSteps;
class PartList;
class TargetForm;
class TextLabel;

class NewAuditPage : public Page
{
    Q_OBJECT
public:
    NewAuditPage(const PageContext& context, QWidget* parent);
    ~NewAuditPage() override;

    QString title() const override { return tr("New audit"); }
    void activate(const QString& argument) override;
    QVector<StatusKey> statusKeys() const override;
    bool escape() override;

private:
    QWidget* makeSteps();
    QWidget* makeAuditStep();
    QWidget* makeTargetStep();
    QWidget* makeLimitsStep();
    QWidget* makeReadyStep();
    QWidget* makeFoot();
    QLineEdit* addMeta(QGridLayout* grid, int row, int column, const char* name, const QString& label,
                       const QString& placeholder);
    void makeCommands();
    void readMeta();
    void showStep(int step);
    void forward();
    void back();
    void refresh();
    void refreshReady();

    NewAuditPresenter presenter_;
    QListWidget* steps_;
    QStackedWidget* pages_;
    QLineEdit* name_;
    QLineEdit* team_;
    QLineEdit* reviewer_;
    QLineEdit* lead_;
    QLineEdit* date_;
    QLineEdit* version_;
    QComboBox* environment_;
    TextLabel* metaError_;
    PartList* parts_;
    TargetForm* form_;
    ConnectionSteps* test_;
    QSpinBox* observe_;
    TextLabel* ready_;
    TextLabel* readyChecks_;
    Banner* problem_;
    QPushButton* back_;
    QPushButton* next_;
};

} // namespace awb
