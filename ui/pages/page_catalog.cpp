// Every page of the window, one line each.
#include "ui/pages/page.h"
#include "ui/pages/review_page.h"
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
    case PageId::Review:
        return make<ReviewPage>();
    default:
        return {};
    }
}

} // namespace awb
