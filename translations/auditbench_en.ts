<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>awb::AuditListModel</name>
    <message numerus="yes">
        <source>%n undecided</source>
        <translation>
            <numerusform>%n undecided</numerusform>
            <numerusform>%n undecided</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>awb::AuditSession</name>
    <message numerus="yes">
        <source>%n checks marked %1</source>
        <translation>
            <numerusform>%n check marked %1</numerusform>
            <numerusform>%n checks marked %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plans marked as reviewed</source>
        <translation>
            <numerusform>%n plan marked as reviewed</numerusform>
            <numerusform>%n plans marked as reviewed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>awb::ComparisonModel</name>
    <message numerus="yes">
        <source>%1, %n checks</source>
        <translation>
            <numerusform>%1, %n check</numerusform>
            <numerusform>%1, %n checks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>awb::EndpointsPage</name>
    <message numerus="yes">
        <source>%n endpoint(s)</source>
        <translation>
            <numerusform>%n endpoint</numerusform>
            <numerusform>%n endpoints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) in the description could not be used</source>
        <translation>
            <numerusform>%n thing in the description could not be used</numerusform>
            <numerusform>%n things in the description could not be used</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>awb::EvidenceCard</name>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>awb::FilterChip</name>
    <message numerus="yes">
        <source>%1, %n check(s)</source>
        <translation>
            <numerusform>%1, %n check</numerusform>
            <numerusform>%1, %n checks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>awb::JudgmentPane</name>
    <message numerus="yes">
        <source>Reason for %n checks, required</source>
        <translation>
            <numerusform>Reason for %n check, required</numerusform>
            <numerusform>Reason for %n checks, required</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>awb::MainWindow</name>
    <message numerus="yes">
        <source>Not saved: %1 %n entries wait in this window.</source>
        <translation>
            <numerusform>Not saved: %1 %n entry waits in this window.</numerusform>
            <numerusform>Not saved: %1 %n entries wait in this window.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>awb::NewAuditPresenter</name>
    <message numerus="yes">
        <source>connected, all %n steps are fine</source>
        <translation>
            <numerusform>connected, its one step is fine</numerusform>
            <numerusform>connected, all %n steps are fine</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>awb::PageSheets</name>
    <message numerus="yes">
        <source>%n pages</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>awb::PlanReviewBar</name>
    <message numerus="yes">
        <source>Mark all %n open plans reviewed</source>
        <translation>
            <numerusform>Mark the %n open plan reviewed</numerusform>
            <numerusform>Mark all %n open plans reviewed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>awb::ProbesPresenter</name>
    <message numerus="yes">
        <source>Running %n probes</source>
        <translation>
            <numerusform>Running %n probe</numerusform>
            <numerusform>Running %n probes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n probes are ready</source>
        <translation>
            <numerusform>%n probe is ready</numerusform>
            <numerusform>%n probes are ready</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>awb::ReportPage</name>
    <message numerus="yes">
        <source>%n pages, A4</source>
        <translation>
            <numerusform>%n page, A4</numerusform>
            <numerusform>%n pages, A4</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>awb::ScorecardPresenter</name>
    <message numerus="yes">
        <source>%n points to %1 (%2 of %3).</source>
        <translation>
            <numerusform>%n point to %1 (%2 of %3).</numerusform>
            <numerusform>%n points to %1 (%2 of %3).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The action items bring %n of them.</source>
        <translation>
            <numerusform>The action items bring %n of them.</numerusform>
            <numerusform>The action items bring %n of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Provisional: %n checks are undecided, at most %1 points.</source>
        <translation>
            <numerusform>Provisional: %n check is undecided, at most %1 points.</numerusform>
            <numerusform>Provisional: %n checks are undecided, at most %1 points.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%n points</source>
        <translation>
            <numerusform>+%n point</numerusform>
            <numerusform>+%n points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n checks are undecided</source>
        <translation>
            <numerusform>%n check is undecided</numerusform>
            <numerusform>%n checks are undecided</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>awb::SignDialog</name>
    <message numerus="yes">
        <source>%n points are still open</source>
        <translation>
            <numerusform>%n point is still open</numerusform>
            <numerusform>%n points are still open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>awb::SignOffPresenter</name>
    <message numerus="yes">
        <source>%1 of %2, %3&#xa0;%. Provisional: %n checks are undecided.</source>
        <translation>
            <numerusform>%1 of %2, %3&#xa0;%. Provisional: %n check is undecided.</numerusform>
            <numerusform>%1 of %2, %3&#xa0;%. Provisional: %n checks are undecided.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>awb::StatusLine</name>
    <message numerus="yes">
        <source>Not saved, %n entries wait</source>
        <translation>
            <numerusform>Not saved, %n entry waits</numerusform>
            <numerusform>Not saved, %n entries wait</numerusform>
        </translation>
    </message>
</context>
</TS>
