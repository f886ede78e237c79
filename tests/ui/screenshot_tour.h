// Every page and state of the window, one after the other, each saved as a picture.
#pragma once

#include "tests/support/http_peer.h"
#include "tests/ui/load_target.h"
#include "tests/ui/ui_world.h"
#include "ui/pages/main_window.h"

#include <QDialog>
#include <QSize>

#include <functional>

namespace awb::test
{

class ScreenshotTour
{
public:
    // only: the one picture wanted (the way there is still walked), or "load", "endpoints": those of a load
    // run or of the inventory; empty: all.
    ScreenshotTour(MainWindow& window, const QString& folder, QSize size, const QString& only);

    static std::vector<FakeProbe> probes();
    void start();

private:
    struct Step
    {
        QString name; // of the picture; empty: none
        std::function<void()> prepare;
        int settleMs = 500;
    };
    void add(const QString& name, std::function<void()> prepare, int settleMs = 500);
    void plan();
    void planSnapshots();
    void planNewAudit();
    void planLoad();
    void planEndpoints();
    void planPopups();
    void next();
    void shoot(const QString& name);
    void markSome(int from, int to, bool better);
    QAction* command(PageId page, const char* id);

    MainWindow& window_;
    LoadTarget load_;
    HttpPeer shop_; // tells what it offers, and no more
    QString folder_;
    QSize size_;
    QString only_;
    QVector<Step> steps_;
    qsizetype at_ = 0;
};

} // namespace awb::test
