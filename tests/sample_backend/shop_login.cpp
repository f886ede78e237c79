#include "tests/sample_backend/shop_service.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace awb::sample
{

HttpAnswer ShopService::login(const HttpQuestion& question)
{
    using Clock = std::chrono::steady_clock;
    constexpr std::size_t mostFailures = 10;
    const QJsonObject body = QJsonDocument::fromJson(question.body).object();
    if (!body.contains(QStringLiteral("email")) || !body.contains(QStringLiteral("password")))
        return {400, "application/json", R"({"error":"email and password are needed"})", {}};
    const std::lock_guard lock(loginMutex_);
    const auto now = Clock::now();
    while (!failedLogins_.empty() && now - failedLogins_.front() > std::chrono::minutes{1})
        failedLogins_.pop_front();
    if (failedLogins_.size() >= mostFailures && !settings_.flaws.has("login_unlimited"))
        return {429, "application/json", R"({"error":"too many failed logins"})", {{"Retry-After", "60"}}};
    failedLogins_.push_back(now);
    return {401, "application/json", R"({"error":"wrong email or password"})", {}};
}

} // namespace awb::sample
