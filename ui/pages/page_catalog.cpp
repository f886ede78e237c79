// Every page of the window, one line each.
#include "ui/pages/endpoints_page.h"
#include "ui/pages/load_page.h"
#include "ui/pages/new_audit_page.h"
#include "ui/pages/page.h"
#include "ui/pages/probes_page.h"
#include "ui/pages/report_page.h"
#include "ui/pages/review_page.h"
#include "ui/pages/scorecard_page.h"
#include "ui/pages/settings_page.h"
#include "ui/pages/snapshots_page.h"
#include "ui/pages/start_page.h"
#include "ui/pages/walk_page.h"

namespace awb
{

namespace
{

template<typename T>
PageFactory make()
{
    return [](const PageContext& context, QWidget* parent) -> Page* { return new T(context, parent); };
}

} // namespace

PageFactory pageFactory(PageId id)
{
    switch (id) {
    case PageId::Start:
        return make<StartPage>();
    case PageId::Walk:
        return make<WalkPage>();
    case PageId::Probes:
        return make<ProbesPage>();
    case PageId::LoadRun:
        return make<LoadPage>();
    case PageId::Endpoints:
        return make<EndpointsPage>();
    case PageId::Scorecard:
        return make<ScorecardPage>();
    case PageId::Snapshots:
        return make<SnapshotsPage>();
    case PageId::Report:
        return make<ReportPage>();
    case PageId::NewAudit:
        return make<NewAuditPage>();
    case PageId::Settings:
        return make<SettingsPage>();
    case PageId::Review:
        return make<ReviewPage>();
    default:
        return {};
    }
}

} // namespace awb
