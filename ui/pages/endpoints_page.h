// The endpoint inventory: what probes and load runs may ask of the service, with what a person says of each
// endpoint. Reached from the load run.
#pragma once

#include "ui/pages/page.h"
#include "ui/presenters/endpoints_presenter.h"

QT_BEGIN_NAMESPACE
class QLineEdit;
class QProgressBar;
class QPushButton;
QT_END_NAMESPACE

namespace awb
{

class Banner;
class Card;
class EmptyState;
class EndpointModel;
class EndpointTable;
class TextLabel;

class EndpointsPage : public Page
{
    Q_OBJECT
public:
    EndpointsPage(const PageContext& context, QWidget* parent);
    ~EndpointsPage() override;

    QString title() const override { return tr("Endpoints"); }
    void activate(const QString& argument) override;
    QVector<StatusKey> statusKeys() const override;
    bool escape() override; // stops reading, clears the filter, or goes back to the load run

    EndpointsPresenter& presenter() { return presenter_; }

private:
    QWidget* makeHead();
    void makeCommands();
    void connectAll();
    void show();
    void showBanner();
    void showEmpty();
    void turn(const QString& title, int column);

    EndpointsPresenter presenter_;
    EndpointModel* model_;
    EndpointTable* table_;
    Card* card_;
    TextLabel* headline_ = nullptr;
    TextLabel* detail_ = nullptr;
    QProgressBar* progress_ = nullptr;
    QPushButton* read_ = nullptr;
    QPushButton* stop_ = nullptr;
    QPushButton* back_ = nullptr;
    QLineEdit* filter_ = nullptr;
    Banner* banner_;
    EmptyState* empty_;
    QPushButton* emptyRead_ = nullptr;
};

} // namespace awb
