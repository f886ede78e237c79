#pragma once

#include <QString>
#include <QVector>

namespace awb::bench
{

// One figure of a benchmark beside its peer's, both measured in the same run. ratio: how many times better
// than the peer, above 1 is better; where the peer is the truth (ofPeer), value ÷ peer. Without a peer (a
// bound of our own) peer is empty and there is no ratio.
struct Figure
{
    QString name; // startup, open, pdf …
    double value = 0;
    QString unit; // s, MiB, keys/s
    QString peer;
    double peerValue = 0;
    double ratio = 0;
    int runs = 1;
    bool ofPeer = false; // the ratio says how near to the truth, not how much better
};

// A line of text, or of JSON when the program was called with --json.
void printFigure(const Figure& figure);

double median(QVector<double> values); // of an even count: the mean of the middle two; 0 of none

} // namespace awb::bench
