// The load run: figures and Stop on top, the response times against the threshold, the gate, the verdict so
// far, errors by cause, what was allowed (mockup 06). Without a run: the evidence of the last one, and what
// another threshold would make of it.
#pragma once

#include "ui/pages/page.h"
#include "ui/presenters/load_presenter.h"
#include "ui/presenters/probes_presenter.h"

QT_BEGIN_NAMESPACE
class QGridLayout;
class QPushButton;
class QScrollArea;
class QTableView;
QT_END_NAMESPACE

namespace awb
{

class Banner;
class Card;
class ChartView;
class Chip;
class EmptyState;
class GateList;
class GlyphLabel;
class LoadEndpointModel;
class LoadErrorList;
class LoadStrip;
class SecretPrompt;
class TextLabel;

class LoadPage : public Page
{
    Q_OBJECT
public:
    LoadPage(const PageContext& context, QWidget* parent);
    ~LoadPage() override;

    QString title() const override { return tr("Load run"); }
    void activate(const QString& argument) override;
    QVector<StatusKey> statusKeys() const override;
    bool escape() override; // stops the load, or ends the what-if

    LoadPresenter& presenter() { return load_; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeCharts();
    QWidget* makeSide();
    void makeVerdict();
    Card* makeChartCard(ChartView*& chart, const char* name);
    void makeHistogramActions();
    Card* makeTable();
    void makeCommands();
    void connectAll();
    void show();
    void showCharts(const LoadView& view);
    void showSide(const LoadView& view);
    void showEmpty(const LoadView& view);
    void place();
    void askConsent();
    void toggleWhatIf();
    void moveWhatIf(double factor);
    void exportChart();
    void writeChart(const QString& path);

    ProbesPresenter probes_;
    LoadPresenter load_;
    LoadEndpointModel* model_;
    LoadStrip* strip_;
    SecretPrompt* secrets_;
    Banner* whatIf_;
    EmptyState* empty_;
    QPushButton* newAudit_ = nullptr;
    QPushButton* endpoints_ = nullptr;
    QScrollArea* scroll_;
    QGridLayout* grid_ = nullptr;
    QWidget* charts_ = nullptr;
    QWidget* side_ = nullptr;
    Card* histogramCard_ = nullptr;
    Card* spectrumCard_ = nullptr;
    Card* overTimeCard_ = nullptr;
    Card* overlayCard_ = nullptr;
    ChartView* histogram_ = nullptr;
    ChartView* spectrum_ = nullptr;
    ChartView* overTime_ = nullptr;
    ChartView* overlay_ = nullptr;
    QTableView* table_ = nullptr;
    GateList* gate_ = nullptr;
    Chip* gateChip_ = nullptr;
    GlyphLabel* glyph_ = nullptr;
    Card* verdictCard_ = nullptr;
    TextLabel* verdict_ = nullptr;
    TextLabel* verdictDetail_ = nullptr;
    Card* errorsCard_ = nullptr;
    LoadErrorList* errors_ = nullptr;
    TextLabel* allowed_ = nullptr;
    QPushButton* whatIfButton_ = nullptr;
    QPushButton* linearButton_ = nullptr;
    std::optional<LoadState> shownState_; // what the status line was made for
    bool shownAny_ = false;
};

} // namespace awb
