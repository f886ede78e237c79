// From the tones of a view to those of the widgets.
#pragma once

#include "ui/presenters/check_view.h"
#include "ui/widgets/banner.h"

namespace awb
{

inline Banner::Tone bannerTone(ViewTone tone)
{
    switch (tone) {
    case ViewTone::Unknown:
        return Banner::Tone::Unknown;
    case ViewTone::Warn:
        return Banner::Tone::Warn;
    case ViewTone::Fail:
        return Banner::Tone::Fail;
    case ViewTone::Pass:
        return Banner::Tone::Pass;
    case ViewTone::Neutral:
        return Banner::Tone::Neutral;
    }
    return Banner::Tone::Neutral;
}

} // namespace awb
