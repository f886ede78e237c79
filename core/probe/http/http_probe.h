#pragma once

#include "core/probe/fact_building.h"
#include "core/probe/http/endpoint_inventory.h"
#include "core/probe/http/http_client.h"

namespace awb
{

// What every functional probe over HTTP shares: the pace, the client, and what happens when nobody answers.
class HttpProbe : public Probe
{
public:
    explicit HttpProbe(const char* id, std::shared_ptr<HttpPace> pace)
        : id_(QLatin1String(id)),
          pace_(std::move(pace))
    {
    }

    Result<Facts> run(const ProbeTarget& target, ProbeContext& context) final;

protected:
    // Fills the facts; complete is false until measure() says otherwise.
    virtual Status measure(const ProbeTarget& target, HttpClient& client, ProbeContext& context,
                           Facts& facts) = 0;

private:
    const QString id_;
    const std::shared_ptr<HttpPace> pace_;
};

// An Error that ends a probe at once; others belong to the one request and are told in its row.
bool endsProbe(const Error& error);

// What the profile leaves out stands in the evidence of every probe that could have asked it, and so do reads
// that it counts as writes: no probe of reads asks them. The rules hold a pass back by details["left_out"].
void listLeftOut(Facts& facts, const HttpTarget& target);

// The first `most` reads to sample: with known values first, in the order of the inventory.
QVector<Endpoint> sampledReads(const EndpointInventory& inventory, qsizetype most);

// A path below the base URL that nobody serves.
QString randomPath(const QString& folder = QStringLiteral("/"));

// Is this the answer that a path which nobody serves (`control`) gets as well: the page of a single-page app,
// or of a route that catches everything below it? Two HTML pages of one status are alike; JSON objects with
// other keys are not; other bodies may differ by the path that they repeat.
bool answersAlike(const HttpResponse& answer, const HttpResponse& control);

// The facts are complete, or say why not: the edge or a limit refused to answer.
void concludeFacts(Facts& facts, const HttpClient& client, bool complete, Message otherwise,
                   QString unlock = {});

// Rows for the rules (details["rows"]) and the same rows as a table: columns[i].id names the key of each
// cell.
void setRows(Facts& facts, const char* id, Message title, const QVector<Column>& columns,
             const QJsonArray& rows, const QStringList& checks = {});

} // namespace awb
