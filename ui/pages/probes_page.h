// The probes: run, watch, stop; what is sent, what it needs, its log (mockup 05).
#pragma once

#include "ui/pages/page.h"
#include "ui/presenters/probes_presenter.h"

QT_BEGIN_NAMESPACE
class QProgressBar;
class QPushButton;
class QSplitter;
class QStackedWidget;
QT_END_NAMESPACE

namespace awb
{

class Banner;
class DryRunPane;
class EmptyState;
class FeltList;
class ProbePane;
class ProbeTableModel;
class ProbeTableView;
class RunCounts;
class SecretPrompt;
class TextLabel;

class ProbesPage : public Page
{
    Q_OBJECT
public:
    ProbesPage(const PageContext& context, QWidget* parent);
    ~ProbesPage() override;

    QString title() const override { return tr("Probes"); }
    void activate(const QString& argument) override; // "2.7": its probe is selected
    QVector<StatusKey> statusKeys() const override;
    bool escape() override;

private:
    QWidget* makeProgress();
    QWidget* makeButtons();
    QWidget* makeLeft();
    void makeCommands();
    void connectPresenter();
    void showList();
    void showRun();
    void toggleDryRun();
    void askConsent(Capability capability);

    ProbesPresenter presenter_;
    ProbeTableModel* model_;
    QSplitter* splitter_;
    QStackedWidget* side_;
    EmptyState* empty_;
    TextLabel* headline_;
    TextLabel* detail_;
    RunCounts* counts_;
    QProgressBar* progress_;
    QPushButton* stopAll_;
    QPushButton* runAll_;
    QPushButton* runSection_;
    QPushButton* dryRun_;
    TextLabel* locked_;
    SecretPrompt* secrets_;
    Banner* missing_;
    ProbeTableView* table_;
    FeltList* felt_;
    ProbePane* pane_;
    DryRunPane* dryPane_;
    bool wasRunning_ = false;
};

} // namespace awb
