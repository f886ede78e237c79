// The selected probe in full: what is sent, what it needs, why it is not measured, its log.
#pragma once

#include "ui/presenters/probes_presenter.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
QT_END_NAMESPACE

namespace awb
{

class Banner;
class CodeView;
class TextLabel;

class ProbePane : public QWidget
{
    Q_OBJECT
public:
    explicit ProbePane(ProbesPresenter& presenter, QWidget* parent = nullptr);
    void refresh();
    void copyDiagnostics();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* makeHead();
    QWidget* makeLog();
    void showSends(const ProbeDetail& detail);
    void showProblem(const ProbeDetail& detail);
    void showLog(const QStringList& log);

    ProbesPresenter& presenter_;
    TextLabel* title_;
    TextLabel* about_;
    QPushButton* run_;
    QPushButton* stop_;
    QProgressBar* progress_;
    TextLabel* progressText_;
    CodeView* sends_;
    TextLabel* needs_;
    TextLabel* rightsTitle_;
    TextLabel* rights_;
    Banner* problem_;
    CodeView* unlock_;
    QPlainTextEdit* log_;
    QString shownProbe_;
    QStringList shownLog_;
    QString shownSends_;
};

// "What a run would send", read only.
class DryRunPane : public QWidget
{
    Q_OBJECT
public:
    explicit DryRunPane(ProbesPresenter& presenter, QWidget* parent = nullptr);
    void refresh();

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ProbesPresenter& presenter_;
    CodeView* text_;
};

} // namespace awb
