#include "core/report_pdf/pdf_outline.h"

#include <QMap>

#include <algorithm>
#include <optional>

namespace awb
{

namespace
{

// "\376\377" and UTF-16BE, as hexadecimal: no character needs an escape.
QByteArray textString(const QString& text)
{
    QByteArray out = "<FEFF";
    for (const QChar c : text)
        out += QByteArray::number(c.unicode(), 16).rightJustified(4, '0').toUpper();
    return out + '>';
}

std::optional<int> numberAfter(const QByteArray& text, const QByteArray& key)
{
    const qsizetype at = text.indexOf(key);
    if (at < 0)
        return std::nullopt;
    qsizetype end = at + key.size();
    while (end < text.size() && text.at(end) == ' ')
        ++end;
    const qsizetype start = end;
    while (end < text.size() && text.at(end) >= '0' && text.at(end) <= '9')
        ++end;
    bool good = false;
    const int number = text.mid(start, end - start).toInt(&good);
    return good ? std::optional(number) : std::nullopt;
}

class PdfUpdate
{
public:
    explicit PdfUpdate(const QByteArray& pdf) : pdf_(pdf) {}

    bool read()
    {
        const qsizetype trailer = pdf_.lastIndexOf("trailer");
        const qsizetype start = pdf_.lastIndexOf("startxref");
        if (trailer < 0 || start < trailer)
            return false;
        const QByteArray tail = pdf_.mid(trailer, start - trailer);
        const auto size = numberAfter(tail, "/Size");
        const auto root = numberAfter(tail, "/Root");
        const auto info = numberAfter(tail, "/Info");
        const auto xref = numberAfter(pdf_.mid(start).replace('\n', ' '), "startxref ");
        if (!size || !root || !info || !xref || !readTable(*xref, *size))
            return false;
        size_ = *size;
        root_ = *root;
        info_ = *info;
        xref_ = *xref;
        catalogue_ = object(root_);
        const auto pages = numberAfter(catalogue_, "/Pages");
        return pages && readPages(object(*pages)) && catalogue_.startsWith("<<");
    }

    QByteArray write(const PdfAdditions& additions)
    {
        QByteArray more;
        QByteArray catalogueMore = "/ViewerPreferences <</DisplayDocTitle true>>\n";
        if (!additions.language.isEmpty())
            catalogueMore += "/Lang (" + additions.language.toLatin1() + ")\n";
        if (!additions.outline.isEmpty()) {
            const int first = size_;
            addOutline(additions.outline, first);
            catalogueMore += "/Outlines " + QByteArray::number(first) + " 0 R\n/PageMode /UseOutlines\n";
        }
        QByteArray catalogue = catalogue_;
        catalogue.insert(catalogue.lastIndexOf(">>"), catalogueMore);
        objects_.insert(root_, catalogue);
        QByteArray info = object(info_);
        // Qt leaves an empty author out; its own title stays the first and only one.
        if (info.startsWith("<<") && !info.contains("/Author")) {
            info.insert(info.lastIndexOf(">>"), "/Author " + textString(additions.author) + '\n');
            objects_.insert(info_, info);
        }
        return pdf_ + (pdf_.endsWith('\n') ? "" : "\n") + section();
    }

private:
    bool readTable(qsizetype at, int size)
    {
        const QList<QByteArray> lines =
            pdf_.mid(at, 20 + 21 * (static_cast<qsizetype>(size) + 4)).split('\n');
        if (lines.size() < size + 2 || lines.at(0).trimmed() != "xref")
            return false;
        const QList<QByteArray> range = lines.at(1).trimmed().split(' ');
        if (range.size() != 2 || range.at(0) != "0" || range.at(1).toInt() != size)
            return false;
        for (int i = 0; i < size; ++i)
            offsets_.append(lines.at(i + 2).left(10).toLongLong());
        return true;
    }

    // The text between "n 0 obj" and "endobj".
    QByteArray object(int number) const
    {
        const qint64 at = offsets_.value(number);
        const QByteArray head = QByteArray::number(number) + " 0 obj";
        if (at <= 0 || pdf_.mid(at, head.size()) != head)
            return {};
        const qsizetype end = pdf_.indexOf("endobj", at);
        return end < 0 ? QByteArray() : pdf_.mid(at + head.size(), end - at - head.size()).trimmed();
    }

    bool readPages(const QByteArray& tree)
    {
        const qsizetype kids = tree.indexOf("/Kids");
        const qsizetype open = tree.indexOf('[', kids);
        const qsizetype close = tree.indexOf(']', open);
        if (kids < 0 || open < 0 || close < 0)
            return false;
        const QList<QByteArray> words = tree.mid(open + 1, close - open - 1).simplified().split(' ');
        for (qsizetype i = 0; i + 2 < words.size(); i += 3)
            pages_.append(words.at(i).toInt());
        return !pages_.isEmpty();
    }

    // Objects first (the root), first + 1 … (the entries, in their order).
    void addOutline(const QVector<OutlineEntry>& entries, int first)
    {
        const auto reference = [first](qsizetype entry) {
            return QByteArray::number(first + 1 + entry) + " 0 R";
        };
        const qsizetype count = entries.size();
        QVector<QVector<qsizetype>> children(count + 1); // last: of the root
        QVector<qsizetype> parents(count, count);
        QVector<qsizetype> open;
        for (qsizetype i = 0; i < count; ++i) {
            while (open.size() > entries.at(i).level)
                open.removeLast();
            parents[i] = open.isEmpty() ? count : open.constLast();
            children[parents.at(i)].append(i);
            open.append(i);
        }
        const auto family = [&](qsizetype of) {
            return "/First " + reference(children.at(of).constFirst()) + " /Last " +
                   reference(children.at(of).constLast()) + " /Count ";
        };
        objects_.insert(first, "<<\n/Type /Outlines " + family(count) +
                                   QByteArray::number(children.at(count).size()) + "\n>>");
        for (qsizetype i = 0; i < count; ++i) {
            const QVector<qsizetype>& siblings = children.at(parents.at(i));
            const qsizetype place = siblings.indexOf(i);
            const OutlineEntry& entry = entries.at(i);
            QByteArray text =
                "<<\n/Title " + textString(entry.title) + "\n/Parent " +
                (parents.at(i) == count ? QByteArray::number(first) + " 0 R" : reference(parents.at(i)));
            if (place > 0)
                text += "\n/Prev " + reference(siblings.at(place - 1));
            if (place + 1 < siblings.size())
                text += "\n/Next " + reference(siblings.at(place + 1));
            if (!children.at(i).isEmpty()) // negative: closed
                text += '\n' + family(i) + QByteArray::number(-children.at(i).size());
            text += "\n/Dest [" + QByteArray::number(pages_.value(entry.page, pages_.constFirst())) +
                    " 0 R /XYZ null " + QByteArray::number(entry.top, 'f', 1) + " null]\n>>";
            objects_.insert(first + 1 + static_cast<int>(i), text);
        }
    }

    QByteArray section() const
    {
        QByteArray out;
        const qsizetype base = pdf_.size() + (pdf_.endsWith('\n') ? 0 : 1);
        QByteArray table = "xref\n";
        for (auto it = objects_.cbegin(); it != objects_.cend(); ++it) {
            table += QByteArray::number(it.key()) + " 1\n" +
                     QByteArray::number(base + out.size()).rightJustified(10, '0') + " 00000 n \n";
            out += QByteArray::number(it.key()) + " 0 obj\n" + it.value() + "\nendobj\n";
        }
        const int size = std::max(size_, objects_.lastKey() + 1);
        return out + table + "trailer\n<<\n/Size " + QByteArray::number(size) + "\n/Info " +
               QByteArray::number(info_) + " 0 R\n/Root " + QByteArray::number(root_) + " 0 R\n/Prev " +
               QByteArray::number(xref_) + "\n>>\nstartxref\n" + QByteArray::number(base + out.size()) +
               "\n%%EOF\n";
    }

    const QByteArray& pdf_;
    QVector<qint64> offsets_;
    QVector<int> pages_;
    QMap<int, QByteArray> objects_; // new and replaced
    QByteArray catalogue_;
    int size_ = 0;
    int root_ = 0;
    int info_ = 0;
    int xref_ = 0;
};

} // namespace

QByteArray withAdditions(const QByteArray& pdf, const PdfAdditions& additions)
{
    PdfUpdate update(pdf);
    return update.read() ? update.write(additions) : pdf;
}

} // namespace awb
