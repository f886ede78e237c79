// Puts texts, tables, code and fields into the flow, in the look of the report.
#pragma once

#include "core/audit/facts.h"
#include "core/report_pdf/pdf_flow.h"
#include "core/report_pdf/pdf_text.h"

namespace awb
{

struct BodyField
{
    QString label;
    QString text;
    bool strong = false;
};

class PdfBody
{
public:
    PdfBody(const PdfSheet& sheet, PdfFlow& flow) : sheet_(sheet), flow_(flow) {}

    const PdfSheet& sheet() const { return sheet_; }
    PdfFlow& flow() { return flow_; }
    double width() const { return flow_.width(); }

    struct ParagraphOptions
    {
        double before = 0;
        double indent = 0;
        bool keepWithNext = false; // the last line with what follows
        int maxLines = 0;
    };
    // One item a line; a single line is never left alone at the end or the top of a page.
    void paragraph(const QString& text, const TextStyle& style, const ParagraphOptions& options);
    // A heading of 15 px with a line below; stays with what follows.
    void heading(const QString& text, double before, bool ruled = true);
    // A line across the page.
    void rule(double before, double thickness, tokens::Role color, bool keepWithNext);
    // Two columns of label and value; stays with what follows.
    void fields(const QVector<BodyField>& left, const QVector<BodyField>& right, double before);
    // One column; kept on one page when `together`.
    void fieldList(const QVector<BodyField>& fields, double before, double labelWidth, bool together = false);
    // Mono text on the code background, as it is.
    void code(const QString& text, double before);
    // A text with a bar at its left.
    void quote(const QString& label, const QString& text, double before);
    void table(const Table& table, double before, qsizetype mostRows);
    // A picture of a fixed height.
    void picture(double height, double before, bool keepWithNext,
                 std::function<void(QPainter&, const QRectF&)> paint);

private:
    const PdfSheet& sheet_;
    PdfFlow& flow_;
};

} // namespace awb
