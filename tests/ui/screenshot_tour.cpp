#include "tests/ui/screenshot_tour.h"

#include "core/store/store_thread.h"
#include "tests/sample_backend/shop_manners.h"
#include "ui/pages/endpoints_page.h"
#include "ui/pages/load_page.h"
#include "ui/presenters/command_set.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QScrollArea>
#include <QTimer>

namespace awb::test
{

namespace
{

// A page that is wider than its window hides its right edge: says which widget asks for the room.
void warnOfWidth(const QWidget& window, const QString& name)
{
    for (const QScrollArea* area : window.findChildren<QScrollArea*>()) {
        if (!area->isVisible() || !area->widget() || !area->widgetResizable() ||
            area->widget()->width() <= area->viewport()->width()) {
            continue;
        }
        qWarning("%s: %s is %d px wide in %d", qPrintable(name), area->metaObject()->className(),
                 area->widget()->width(), area->viewport()->width());
        for (const QWidget* at = area->widget(); at;) { // down along the widest
            const QWidget* widest = nullptr;
            int most = 0;
            for (const QWidget* child : at->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
                const int wants = qMax(child->minimumSizeHint().width(), child->minimumWidth());
                if (!child->isHidden() && wants > most) {
                    most = wants;
                    widest = child;
                }
            }
            if (widest) {
                qWarning("    %s \"%s\" wants %d", widest->metaObject()->className(),
                         qPrintable(widest->objectName()), most);
            }
            at = widest;
        }
    }
}

void describe(PeerLine& line, const PeerRequest& request)
{
    line.send(request.path() == "/openapi.json" ? jsonReply(sample::shopDescription({}, false)) : reply(404));
}

} // namespace

ScreenshotTour::ScreenshotTour(MainWindow& window, const QString& folder, QSize size, const QString& only)
    : window_(window),
      shop_(describe),
      folder_(folder),
      size_(size),
      only_(only)
{
    QDir().mkpath(folder_);
    plan();
}

std::vector<FakeProbe> ScreenshotTour::probes()
{
    const auto named = [](const char* id, const QStringList& checks, ProbeSource source, int steps) {
        FakeProbe probe;
        probe.id = QLatin1String(id);
        probe.facts = foreignKeyFacts(14, 15);
        probe.facts.probe = probe.id;
        probe.facts.checks = checks;
        probe.steps = steps;
        probe.source = source;
        return probe;
    };
    return {
        named("postgres.foreign_keys", {QStringLiteral("2.2")}, ProbeSource::Postgres, 1),
        named("postgres.statements", {QStringLiteral("2.1"), QStringLiteral("2.7")}, ProbeSource::Postgres,
              400),
        named("postgres.settings", {QStringLiteral("2.5"), QStringLiteral("2.6")}, ProbeSource::Postgres, 1),
        named("redis.keys", {QStringLiteral("3.2"), QStringLiteral("3.5")}, ProbeSource::Redis, 400),
        named("redis.memory", {QStringLiteral("3.3"), QStringLiteral("3.4")}, ProbeSource::Redis, 1)};
}

void ScreenshotTour::add(const QString& name, std::function<void()> prepare, int settleMs)
{
    steps_.append({name, std::move(prepare), settleMs});
}

QAction* ScreenshotTour::command(PageId page, const char* id)
{
    return window_.page(page)->commands().find(QLatin1String(id));
}

void ScreenshotTour::markSome(int from, int to, bool better)
{
    AuditSession& session = window_.session();
    const QVector<CheckResult> checks = session.result().checks;
    for (int i = from; i < qMin<int>(to, int(checks.size())); ++i) {
        const Mark mark = i % 7 == 3 ? Mark::Warn : (!better && i % 5 == 1 ? Mark::Fail : Mark::Pass);
        session.setMark(checks.at(i).check.id, mark, QStringLiteral("Agreed in the walk."));
    }
}

void ScreenshotTour::plan()
{
    const auto page = [this](PageId id, const QString& argument = {}) {
        return [this, id, argument] { window_.showPage(id, argument); };
    };
    if (only_ == QLatin1String("load")) { // a real run takes its time: alone, too
        planLoad();
        return;
    }
    if (only_ == QLatin1String("endpoints")) {
        add(
            {}, [this] { window_.session().createAudit(auditMeta(QStringLiteral("Checkout"))); }, 800);
        planEndpoints();
        return;
    }
    add(QStringLiteral("start-empty"), [] {});
    add(
        QStringLiteral("walk-1.1"), [this] { window_.openSample(); }, 1500);
    for (const char* id : {"2.2", "2.3", "2.5", "2.8", "3.1", "3.2", "3.3", "4.1", "4.6", "9.3"}) {
        add(QStringLiteral("walk-%1").arg(QLatin1String(id)), page(PageId::Walk, QLatin1String(id)));
    }
    for (const char* id : {"2.1", "3.1", "3.8", "4.1"}) {
        add(QStringLiteral("walk-%1-chart").arg(QLatin1String(id)), [this, id] {
            window_.showPage(PageId::Walk, QLatin1String(id));
            command(PageId::Walk, "walk.evidence")->trigger();
        });
    }
    add(QStringLiteral("walk-2.2-reason"), [this] {
        window_.showPage(PageId::Walk, QStringLiteral("2.2"));
        command(PageId::Walk, "mark.pass")->trigger();
    });
    add(QStringLiteral("review"), [this] {
        command(PageId::Walk, "mark.clear");
        window_.showPage(PageId::Review, QStringLiteral("2.3"));
        window_.setWindowState(Qt::WindowNoState);
        window_.resize(size_);
    });
    add(QStringLiteral("scorecard-sample"), page(PageId::Scorecard));
    planSnapshots();
    add(QStringLiteral("report"), page(PageId::Report), 6000);
    add(
        QStringLiteral("report-markdown"),
        [this] { window_.findChild<QListWidget*>(QStringLiteral("formats"))->setCurrentRow(2); }, 1200);
    add(QStringLiteral("settings"), page(PageId::Settings));
    planPopups();
    planNewAudit();
    planEndpoints();
    planLoad();
}

// The endpoint inventory, from nothing known to a person's changes.
void ScreenshotTour::planEndpoints()
{
    const auto presenter = [this]() -> EndpointsPresenter& {
        return qobject_cast<EndpointsPage*>(window_.page(PageId::Endpoints))->presenter();
    };
    add(QStringLiteral("endpoints-no-service"), [this] { window_.showPage(PageId::Endpoints); });
    add(
        {},
        [this] {
            window_.session().close();
            AuditMeta meta = auditMeta(QStringLiteral("Checkout API · Q4 2026"));
            meta.profileText =
                QStringLiteral("name: Checkout\nenvironment: local\nhttp:\n  base_url: \"%1\"\n")
                    .arg(shop_.url());
            window_.session().createAudit(meta);
        },
        1000);
    add(QStringLiteral("endpoints-unread"), [this] { window_.showPage(PageId::Endpoints); });
    add(
        QStringLiteral("endpoints"), [presenter] { presenter().read(); }, 1500);
    add({}, [presenter] { presenter().setTakenIn(QStringLiteral("GET /admin/customers"), false); });
    add({}, [presenter] { presenter().setTakenIn(QStringLiteral("POST /orders"), true); });
    add({}, [presenter] { presenter().setRate(QStringLiteral("GET /products"), 40); });
    add(QStringLiteral("endpoints-changed"),
        [presenter] { presenter().setPublic(QStringLiteral("GET /products"), true); });
}

// A real run against a service of our own.
void ScreenshotTour::planLoad()
{
    add(
        {},
        [this] {
            window_.session().close();
            AuditMeta meta = auditMeta(QStringLiteral("Checkout API · Q4 2026"));
            meta.profileText = load_.profileText(3);
            meta.target = QStringLiteral("127.0.0.1, local");
            window_.session().createAudit(meta);
        },
        1000);
    add(QStringLiteral("load-ready"), [this] { window_.showPage(PageId::LoadRun); });
    add(QStringLiteral("load-consent"),
        [this] { window_.findChild<QAbstractButton*>(QStringLiteral("load-button"))->click(); });
    add(
        QStringLiteral("load-running"),
        [this] {
            auto* dialog = window_.findChild<QDialog*>(QStringLiteral("consent"));
            dialog->findChild<QCheckBox*>(QStringLiteral("consent-host"))->setChecked(true);
            dialog->findChild<QAbstractButton*>(QStringLiteral("consent-yes"))->click();
        },
        12000);
    add(
        QStringLiteral("load-stored"), [] {}, 24000);
    add(QStringLiteral("load-what-if"), [this] {
        command(PageId::LoadRun, "load.threshold")->trigger();
        qobject_cast<LoadPage*>(window_.page(PageId::LoadRun))->presenter().setWhatIf(60);
    });
    add(QStringLiteral("load-linear"), [this] { command(PageId::LoadRun, "load.linear")->trigger(); });
    for (const char* id : {"1.1", "1.4"})
        add(QStringLiteral("load-walk-%1").arg(QLatin1String(id)), [this, id] {
            window_.showPage(PageId::Walk, QLatin1String(id));
            command(PageId::Walk, "walk.evidence")->trigger();
        });
}

void ScreenshotTour::planSnapshots()
{
    add(
        {},
        [this] {
            markSome(6, 40, false);
            window_.session().saveSnapshot(QStringLiteral("Q3 2026"));
        },
        1200);
    add(QStringLiteral("snapshots-one"), [this] { window_.showPage(PageId::Snapshots); });
    add(
        {},
        [this] {
            markSome(20, 71, true);
            window_.session().saveSnapshot(QStringLiteral("Q4 2026"));
        },
        1200);
    add(
        QStringLiteral("snapshots"), [this] { window_.showPage(PageId::Snapshots); }, 1200);
    add(QStringLiteral("scorecard"), [this] { window_.showPage(PageId::Scorecard); });
    add(QStringLiteral("sign-dialog"),
        [this] { window_.findChild<QAbstractButton*>(QStringLiteral("sign-reviewer"))->click(); });
    add(
        QStringLiteral("scorecard-signed"),
        [this] {
            if (auto* dialog = window_.findChild<QDialog*>(QStringLiteral("signDialog"))) {
                dialog->reject();
            }
            window_.session().signOff(Seat::Reviewer, QStringLiteral("R. Sample"));
            window_.session().signOff(Seat::Lead, QStringLiteral("L. Sample"));
        },
        1000);
    add(
        QStringLiteral("walk-frozen"), [this] { window_.showPage(PageId::Walk, QStringLiteral("2.2")); },
        7000);
    add({}, [this] { window_.session().beginRevision(); });
}

void ScreenshotTour::planPopups()
{
    add(QStringLiteral("shortcut-sheet"), [this] {
        window_.showPage(PageId::Walk, QStringLiteral("2.2"));
        window_.findChild<QAction*>(QStringLiteral("help.keys"))->trigger();
    });
    add(QStringLiteral("palette"), [this] {
        for (QDialog* dialog : window_.findChildren<QDialog*>()) {
            dialog->reject();
        }
        window_.findChild<QAction*>(QStringLiteral("help.palette"))->trigger();
        if (auto* edit = qobject_cast<QLineEdit*>(QApplication::focusWidget())) {
            edit->setText(QStringLiteral("index"));
        }
    });
    add(QStringLiteral("filter-nothing"), [this] {
        if (QWidget* popup = QApplication::activePopupWidget()) {
            popup->close();
        }
        window_.showPage(PageId::Walk, QStringLiteral("2.2"));
        command(PageId::Walk, "walk.filter")->trigger();
        if (auto* edit = qobject_cast<QLineEdit*>(QApplication::focusWidget())) {
            edit->setText(QStringLiteral("kafka"));
        }
    });
    add(
        {},
        [this] {
            if (auto* edit = qobject_cast<QLineEdit*>(QApplication::focusWidget())) {
                edit->clear();
            }
            window_.session().close();
        },
        800);
    add(
        QStringLiteral("start"), [this] { window_.showPage(PageId::Start); }, 800);
}

void ScreenshotTour::planNewAudit()
{
    const auto step = [this](int row) {
        return [this, row] { window_.findChild<QListWidget*>(QStringLiteral("steps"))->setCurrentRow(row); };
    };
    add(QStringLiteral("new-1"), [this] { window_.showPage(PageId::NewAudit); });
    add(QStringLiteral("new-2"), step(1));
    add(QStringLiteral("new-2-http"),
        [this] { window_.findChild<QListWidget*>(QStringLiteral("parts"))->setCurrentRow(3); });
    add(QStringLiteral("new-3"), step(2));
    add(QStringLiteral("new-4"), step(3));
    add(
        {}, [this] { window_.session().createAudit(auditMeta(QStringLiteral("Checkout API · Q4 2026"))); },
        800);
    add(QStringLiteral("walk-fresh"), [] {});
    add(QStringLiteral("probes"), [this] { window_.showPage(PageId::Probes); });
    add(
        QStringLiteral("probes-running"), [this] { command(PageId::Probes, "probes.all")->trigger(); }, 2500);
    add(
        QStringLiteral("probes-stopped"), [this] { window_.session().stopProbes(); }, 800);
    add(QStringLiteral("snapshots-none"), [this] { window_.showPage(PageId::Snapshots); });
    add(QStringLiteral("load-none"), [this] { window_.showPage(PageId::LoadRun); });
    add(QStringLiteral("scorecard-fresh"), [this] { window_.showPage(PageId::Scorecard); });
}

void ScreenshotTour::start()
{
    window_.resize(size_);
    window_.show();
    QTimer::singleShot(400, &window_, [this] { next(); });
}

void ScreenshotTour::next()
{
    if (at_ >= steps_.size()) {
        QCoreApplication::exit(0);
        return;
    }
    const Step step = steps_.at(at_++);
    step.prepare();
    QTimer::singleShot(step.settleMs, &window_, [this, step] {
        if (!step.name.isEmpty() && (only_.isEmpty() || only_ == step.name ||
                                     only_ == QLatin1String("load") || only_ == QLatin1String("endpoints"))) {
            shoot(step.name);
        }
        next();
    });
}

// The window, with a dialog or popup that stands over it.
void ScreenshotTour::shoot(const QString& name)
{
    warnOfWidth(window_, name);
    QPixmap picture = window_.grab();
    QWidget* over = QApplication::activePopupWidget() ? QApplication::activePopupWidget()
                                                      : QApplication::activeModalWidget();
    if (over && over != &window_) {
        QPainter painter(&picture);
        painter.drawPixmap(window_.mapFromGlobal(over->mapToGlobal(QPoint(0, 0))), over->grab());
    }
    picture.save(QStringLiteral("%1/%2.png").arg(folder_, name));
}

} // namespace awb::test
