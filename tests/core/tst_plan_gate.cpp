#include "core/probe/postgres/plan_gate.h"
#include "core/probe/postgres/plan_shape.h"

#include <QTest>

using namespace awb;

namespace
{

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

PlanGate gate()
{
    PlanGate g;
    g.functions = {s("evil"), s("lower")};
    g.types = {s("money2")};
    g.operators = {s("@@@"), s("=>")};
    g.relations = {s("trap view"), s("tainted")};
    g.writtenRelations = {s("defaults")};
    return g;
}

} // namespace

// What may be planned, and what a plan says.
class TestPlanGate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foreign_text_is_planned_only_when_it_names_nothing_of_users_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("refusal"); // part of it; empty: may be planned
        const auto row = [](const char* name, const char* sql, const char* refusal) {
            QTest::newRow(name) << s(sql) << s(refusal);
        };
        row("plain", "SELECT * FROM orders WHERE id = $1", "");
        row("leading comment and parenthesis", "/* app */ (SELECT 1)", "");
        row("insert", "INSERT INTO orders VALUES ($1)", "");
        row("function", "SELECT evil($1)", "user function evil");
        row("function in another case", "SELECT EVIL ($1)", "user function");
        row("quoted function", "SELECT \"evil\"($1)", "user function");
        row("qualified function", "SELECT app.evil($1)", "user function");
        row("functional notation", "SELECT o.evil FROM orders o", "user function");
        row("overload of a built-in", "SELECT lower($1)", "user function lower");
        row("comment between name and parenthesis", "SELECT evil/* ( */($1)", "user function");
        row("name in a string is data", "SELECT 'evil(1)'", "");
        row("name in a dollar string is data", "SELECT $x$ evil(1) $x$", "");
        row("name in a comment is nothing", "SELECT 1 -- evil(1)", "");
        row("nested comment hides nothing behind it", "SELECT /* /* */ */ evil(1)", "user function");
        row("escape string that ends early", "SELECT E'\\'' , evil(1)", "user function");
        row("doubled quote", "SELECT 'a''b', evil(1)", "user function");
        row("cast to a user's type", "SELECT $1::money2", "user-defined type");
        row("typed literal", "SELECT money2 '1'", "user-defined type");
        row("operator", "SELECT a @@@ b FROM t", "user-defined operator");
        row("operator inside a run", "SELECT a @@@- b FROM t", "user-defined operator");
        row("relation that leads to a function", "SELECT * FROM tainted", "tainted uses");
        row("quoted relation", "SELECT * FROM \"trap view\"", "trap view uses");
        row("default is not read", "SELECT * FROM defaults", "");
        row("default is written", "INSERT INTO defaults VALUES (1)", "defaults uses");
        row("two statements", "SELECT 1; SELECT 2", "cannot be split");
        row("a trailing semicolon", "SELECT 1;", "");
        row("unterminated string", "SELECT 'x", "cannot be split");
        row("unterminated comment", "SELECT 1 /* x", "cannot be split");
        row("unterminated identifier", "SELECT \"x", "cannot be split");
        row("unterminated dollar quote", "SELECT $x$ y", "cannot be split");
        row("Unicode escapes in a name", "SELECT U&\"\\0065vil\"(1)", "cannot be split");
        row("Unicode escapes in a string", "SELECT U&'\\0065'", "cannot be split");
        row("EXPLAIN", "EXPLAIN ANALYZE SELECT 1", "not a SELECT");
        row("CALL", "CALL p()", "not a SELECT");
        row("empty", "", "not a SELECT");
    }
    void foreign_text_is_planned_only_when_it_names_nothing_of_users()
    {
        QFETCH(QString, sql);
        QFETCH(QString, refusal);
        const std::optional<QString> said = gate().refusal(sql);
        if (refusal.isEmpty())
            QVERIFY2(!said, qPrintable(said.value_or(QString())));
        else
            QVERIFY2(said && said->contains(refusal), qPrintable(said.value_or(s("planned"))));
    }

    void a_user_cast_between_built_in_types_stops_everything()
    {
        PlanGate g;
        g.builtInCasts = true;
        QVERIFY(g.refusal(s("SELECT 1")));
    }

    void taint_spreads_to_everything_that_leads_there()
    {
        const QSet<quint32> out = spreadTaint({1}, {{2, 1}, {3, 2}, {1, 3}, {5, 4}});
        QCOMPARE(out, (QSet<quint32>{1, 2, 3}));
    }

    void plans_are_read_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QStringList>("scans");
        const QByteArray seq =
            R"({"Node Type":"Seq Scan","Schema":"public","Relation Name":"big","Plan Rows":%1})";
        const auto node = [&](const char* rows) { return QByteArray(seq).replace("%1", rows); };
        const auto plan = [](const QByteArray& inner) { return "[{\"Plan\":" + inner + "}]"; };
        const auto around = [](const char* type, const char* rows, const QByteArray& inner) {
            return QByteArray("{\"Node Type\":\"") + type + "\",\"Plan Rows\":" + rows + ",\"Plans\":[" +
                   QByteArray(inner).replace("{\"Node", "{\"Parent Relationship\":\"Outer\",\"Node") + "]}";
        };
        QTest::newRow("a scan") << plan(node("50000")) << QStringList{s("big")};
        QTest::newRow("bounded by a limit") << plan(around("Limit", "10", node("50000"))) << QStringList{};
        QTest::newRow("a filter that finds less than the limit")
            << plan(around("Limit", "10", node("1"))) << QStringList{s("big")};
        QTest::newRow("a sort under the limit reads all")
            << plan(around("Limit", "10", around("Sort", "50000", node("50000")))) << QStringList{s("big")};
        QTest::newRow("an aggregate under the limit reads all")
            << plan(around("Limit", "1", around("Aggregate", "1", node("50000")))) << QStringList{s("big")};
    }
    void plans_are_read()
    {
        QFETCH(QByteArray, json);
        QFETCH(QStringList, scans);
        const Result<PlanShape> shape = readPlan(json);
        QVERIFY(shape);
        QStringList found;
        for (const SeqScanNode& scan : shape->seqScans)
            found.append(scan.relation);
        QCOMPARE(found, scans);
    }

    void a_shape_changes_with_the_plan_and_not_with_its_numbers()
    {
        const auto hash = [](const QByteArray& json) { return readPlan(json)->hash; };
        const QByteArray one =
            R"([{"Plan":{"Node Type":"Index Scan","Relation Name":"t","Index Name":"a","Plan Rows":1}}])";
        const QByteArray more =
            R"([{"Plan":{"Node Type":"Index Scan","Relation Name":"t","Index Name":"a","Plan Rows":9}}])";
        const QByteArray other =
            R"([{"Plan":{"Node Type":"Index Scan","Relation Name":"t","Index Name":"b","Plan Rows":1}}])";
        QCOMPARE(hash(one), hash(more));
        QVERIFY(hash(one) != hash(other));
    }

    void hostile_plans_are_refused()
    {
        QVERIFY(!readPlan("null"));
        QVERIFY(!readPlan("[]"));
        QByteArray deep;
        for (int i = 0; i < 200; ++i)
            deep += R"({"Node Type":"Limit","Plans":[)";
        deep += "{}";
        for (int i = 0; i < 200; ++i)
            deep += "]}";
        QVERIFY(!readPlan("[{\"Plan\":" + deep + "}]"));
    }

    void normalised_literals_are_repaired_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("repaired");
        QTest::newRow("date") << s("SELECT date $1") << s("SELECT $1::date");
        QTest::newRow("interval") << s("SELECT now() - INTERVAL $2") << s("SELECT now() - $2::INTERVAL");
        QTest::newRow("extract") << s("SELECT extract($1 from x)") << s("SELECT date_part($1::text, x)");
        QTest::newRow("nothing to do") << s("SELECT $1") << QString();
    }
    void normalised_literals_are_repaired()
    {
        QFETCH(QString, text);
        QFETCH(QString, repaired);
        QCOMPARE(repairedText(text), repaired);
    }
};

QTEST_GUILESS_MAIN(TestPlanGate)
#include "tst_plan_gate.moc"
