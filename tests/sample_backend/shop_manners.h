#pragma once

#include "tests/sample_backend/shop_service.h"

namespace awb::sample
{

// What the shop's API says of itself: GET /openapi.json. Without paging it declares none.
QByteArray shopDescription(const FlawSet& flaws, bool withAccounts);

// The headers that every answer of the shop carries: security headers, and CORS for the web shop's origin.
void addManners(const HttpQuestion& question, const FlawSet& flaws, HttpAnswer& answer);

// The origin of the web shop, which may call the API from a browser.
inline constexpr const char* webShopOrigin = "https://shop.example";

} // namespace awb::sample
