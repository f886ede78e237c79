#include "core/probe/load/load_tally.h"

#include <numeric>

namespace awb
{

const char* loadFaultId(LoadFault fault)
{
    static constexpr std::array<const char*, loadFaultCount> ids{
        "refused",   "unreachable", "tls",       "proxy",   "reset",
        "malformed", "header_size", "body_size", "timeout", "unsent"};
    return ids[static_cast<std::size_t>(fault)];
}

const char* httpVersionName(HttpVersion version)
{
    static constexpr std::array<const char*, httpVersionCount> names{"HTTP/1.0", "HTTP/1.1", "HTTP/2"};
    return names[static_cast<std::size_t>(version)];
}

void RequestTally::countStatus(int status)
{
    for (auto& [code, count] : statuses) {
        if (code == status) {
            ++count;
            return;
        }
    }
    statuses.emplace_back(status, 1); // at most 900 of them: three digits
}

quint64 RequestTally::failures() const
{
    return std::accumulate(faults.begin(), faults.end(), quint64{0});
}

void RequestTally::merge(const RequestTally& other)
{
    response.merge(other.response);
    service.merge(other.service);
    sent += other.sent;
    scheduled += other.scheduled;
    sentInTime += other.sentInTime;
    answered += other.answered;
    ok += other.ok;
    serverErrors += other.serverErrors;
    staleReuse += other.staleReuse;
    bytes += other.bytes;
    watched += other.watched;
    watchedBad += other.watchedBad;
    limited = limited || other.limited;
    for (std::size_t i = 0; i < faults.size(); ++i)
        faults[i] += other.faults[i];
    for (std::size_t i = 0; i < versions.size(); ++i)
        versions[i] += other.versions[i];
    for (const auto& [code, count] : other.statuses) {
        countStatus(code);
        for (auto& mine : statuses)
            mine.second += mine.first == code ? count - 1 : 0;
    }
}

void RequestTally::clear()
{
    LatencyHistogram keptResponse = std::move(response);
    LatencyHistogram keptService = std::move(service);
    keptResponse.clear();
    keptService.clear();
    *this = RequestTally();
    response = std::move(keptResponse);
    service = std::move(keptService);
}

void LoadTally::merge(const LoadTally& other)
{
    if (requests.size() < other.requests.size())
        requests.resize(other.requests.size());
    for (std::size_t i = 0; i < other.requests.size(); ++i)
        requests[i].merge(other.requests[i]);
    schedulerLag.merge(other.schedulerLag);
    queueLag.merge(other.queueLag);
    connect.merge(other.connect);
    opened += other.opened;
    received += other.received;
}

void LoadTally::clear()
{
    for (RequestTally& request : requests)
        request.clear();
    schedulerLag.clear();
    queueLag.clear();
    connect.clear();
    opened = 0;
    received = 0;
}

} // namespace awb
