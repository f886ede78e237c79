#include "core/probe/postgres/plan_gate_reader.h"

namespace awb
{

namespace
{

constexpr int maxNames = 200000;

constexpr auto functionSql =
    "/* auditbench:2.7 */ SELECT DISTINCT proname FROM pg_catalog.pg_proc WHERE oid >= 16384 LIMIT 200001";

// Enums and the row types of tables are made of built-in functions; arrays count as their elements.
constexpr auto typeSql =
    "/* auditbench:2.7 */ SELECT t.typname, t.oid FROM pg_catalog.pg_type t LEFT JOIN pg_catalog.pg_type e "
    "ON e.oid = t.typelem "
    "AND t.typlen = -1 WHERE t.oid >= 16384 AND coalesce(e.typtype, t.typtype) NOT IN ('e') "
    "AND NOT (coalesce(e.typtype, t.typtype) = 'c' AND EXISTS (SELECT 1 FROM pg_catalog.pg_class c "
    "WHERE c.oid = coalesce(e.typrelid, t.typrelid) AND c.relkind <> 'c')) LIMIT 200001";

// Operators of which every operand is a built-in type; with an implicit cast from a built-in type to a
// user's, all of them.
constexpr auto operatorSql = R"(/* auditbench:2.7 */ SELECT DISTINCT o.oprname FROM pg_catalog.pg_operator o
 WHERE o.oid >= 16384 AND ((o.oprleft < 16384 AND o.oprright < 16384) OR EXISTS (SELECT 1 FROM pg_catalog.pg_cast k
 WHERE k.oid >= 16384 AND k.castsource < 16384 AND k.casttarget >= 16384 AND k.castcontext = 'i')) LIMIT 200001)";

constexpr auto castSql = R"(/* auditbench:2.7 */ SELECT count(*) FROM pg_catalog.pg_cast
 WHERE oid >= 16384 AND castsource < 16384 AND casttarget < 16384 AND (castfunc <> 0 OR castmethod = 'i'))";

// Relations of which something depends on a user's function, operator, operator class or type; kind 'd':
// only a default.
constexpr auto taintSql =
    R"(/* auditbench:2.7 */ WITH u AS MATERIALIZED (SELECT classid, objid, objsubid, refclassid, refobjid
  FROM pg_catalog.pg_depend WHERE refobjid >= 16384 AND refclassid IN ('pg_catalog.pg_proc'::regclass,
   'pg_catalog.pg_operator'::regclass, 'pg_catalog.pg_opclass'::regclass, 'pg_catalog.pg_opfamily'::regclass,
   'pg_catalog.pg_type'::regclass)),
 t AS (SELECT t.oid FROM pg_catalog.pg_type t LEFT JOIN pg_catalog.pg_type e ON e.oid = t.typelem AND t.typlen = -1
  WHERE t.oid >= 16384 AND coalesce(e.typtype, t.typtype) IN ('b', 'r', 'm', 'c', 'p')
  UNION SELECT d.oid FROM pg_catalog.pg_type d WHERE d.typtype = 'd' AND d.oid >= 16384 AND (d.typbasetype >= 16384
   OR EXISTS (SELECT 1 FROM u WHERE u.classid = 'pg_catalog.pg_type'::regclass AND u.objid = d.oid)
   OR EXISTS (SELECT 1 FROM pg_catalog.pg_constraint c JOIN u ON u.classid = 'pg_catalog.pg_constraint'::regclass
              AND u.objid = c.oid WHERE c.contypid = d.oid AND u.refobjid <> d.oid))),
 f AS (SELECT * FROM u WHERE refclassid <> 'pg_catalog.pg_type'::regclass OR refobjid IN (SELECT oid FROM t))
 SELECT a.attrelid, 'c' FROM pg_catalog.pg_attribute a WHERE a.attnum > 0 AND NOT a.attisdropped AND a.atttypid >= 16384
  AND (a.atttypid IN (SELECT oid FROM t) OR EXISTS (SELECT 1 FROM pg_catalog.pg_type x WHERE x.oid = a.atttypid
       AND x.typlen = -1 AND x.typelem IN (SELECT oid FROM t)))
 UNION ALL SELECT d.adrelid, CASE WHEN a.attgenerated = '' THEN 'd' ELSE 'c' END FROM pg_catalog.pg_attrdef d
  JOIN f ON f.classid = 'pg_catalog.pg_attrdef'::regclass AND f.objid = d.oid
  JOIN pg_catalog.pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
 UNION ALL SELECT c.conrelid, 'c' FROM pg_catalog.pg_constraint c JOIN f ON f.classid = 'pg_catalog.pg_constraint'::regclass
  AND f.objid = c.oid WHERE c.conrelid <> 0
 UNION ALL SELECT i.indrelid, 'c' FROM pg_catalog.pg_index i JOIN f ON f.classid = 'pg_catalog.pg_class'::regclass
  AND f.objid = i.indexrelid
 UNION ALL SELECT p.polrelid, 'c' FROM pg_catalog.pg_policy p JOIN f ON f.classid = 'pg_catalog.pg_policy'::regclass
  AND f.objid = p.oid
 UNION ALL SELECT r.ev_class, 'c' FROM pg_catalog.pg_rewrite r JOIN f ON f.classid = 'pg_catalog.pg_rewrite'::regclass
  AND f.objid = r.oid
 UNION ALL SELECT s.stxrelid, 'c' FROM pg_catalog.pg_statistic_ext s JOIN f
  ON f.classid = 'pg_catalog.pg_statistic_ext'::regclass AND f.objid = s.oid
 UNION ALL SELECT f.objid, 'c' FROM f WHERE f.classid = 'pg_catalog.pg_class'::regclass AND f.objsubid = 0
 UNION ALL SELECT c.oid, 'c' FROM pg_catalog.pg_class c WHERE c.relkind = 'f' LIMIT 400001)";

// A view leads to what it reads, a policy to the tables in its expression, a parent to its partitions.
constexpr auto edgeSql = R"(/* auditbench:2.7 */ SELECT r.ev_class, d.refobjid FROM pg_catalog.pg_rewrite r
  JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_rewrite'::regclass AND d.objid = r.oid
   AND d.refclassid = 'pg_catalog.pg_class'::regclass AND d.refobjid <> r.ev_class WHERE r.oid >= 16384
 UNION SELECT p.polrelid, d.refobjid FROM pg_catalog.pg_policy p
  JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_policy'::regclass AND d.objid = p.oid
   AND d.refclassid = 'pg_catalog.pg_class'::regclass
 UNION SELECT inhparent, inhrelid FROM pg_catalog.pg_inherits LIMIT 400001)";

constexpr auto nameSql = "/* auditbench:2.7 */ SELECT oid, relname FROM pg_catalog.pg_class "
                         "WHERE relkind IN ('r', 'p', 'v', 'm', 'f') AND oid >= 16384 LIMIT 400001";

Result<QSet<QString>> names(PgClient& client, const char* sql)
{
    const Result<Rows> rows = client.query(QString::fromLatin1(sql));
    if (!rows)
        return rows.error();
    if (rows->size() > maxNames)
        return Error{
            ErrorCode::Limit, QStringLiteral("The database has too many user-defined objects."), {}, {}};
    QSet<QString> out;
    for (qsizetype i = 0; i < rows->size(); ++i)
        out.insert(rows->text(i, 0).toLower());
    return out;
}

struct Taint
{
    QSet<quint32> always;
    QSet<quint32> written;
};

Result<Taint> readTaint(PgClient& client)
{
    const Result<Rows> tainted = client.query(QString::fromLatin1(taintSql));
    if (!tainted)
        return tainted.error();
    const Result<Rows> edges = client.query(QString::fromLatin1(edgeSql));
    if (!edges)
        return edges.error();
    if (tainted->size() > 400000 || edges->size() > 400000)
        return Error{ErrorCode::Limit, QStringLiteral("The database has too many dependencies."), {}, {}};
    Taint taint;
    for (qsizetype i = 0; i < tainted->size(); ++i)
        (tainted->bytes(i, 1) == "d" ? taint.written : taint.always).insert(tainted->bytes(i, 0).toUInt());
    QVector<RelationEdge> list;
    for (qsizetype i = 0; i < edges->size(); ++i)
        list.append({edges->bytes(i, 0).toUInt(), edges->bytes(i, 1).toUInt()});
    taint.always = spreadTaint(taint.always, list);
    taint.written = spreadTaint(taint.written, list);
    return taint;
}

} // namespace

Result<PlanGate> readPlanGate(PgClient& client)
{
    PlanGate gate;
    const Result<QSet<QString>> functions = names(client, functionSql);
    const Result<QSet<QString>> types = names(client, typeSql);
    const Result<QSet<QString>> operators = names(client, operatorSql);
    const Result<Rows> casts = client.query(QString::fromLatin1(castSql));
    const Result<Taint> taint = readTaint(client);
    const Result<Rows> relations = client.query(QString::fromLatin1(nameSql));
    for (const Error* error : {functions ? nullptr : &functions.error(), types ? nullptr : &types.error(),
                               operators ? nullptr : &operators.error(), casts ? nullptr : &casts.error(),
                               taint ? nullptr : &taint.error(), relations ? nullptr : &relations.error()}) {
        if (error != nullptr)
            return *error;
    }
    gate.functions = *functions;
    gate.types = *types;
    gate.operators = *operators;
    gate.builtInCasts = casts->isEmpty() || casts->integer(0, 0) > 0 || relations->size() > 400000;
    for (qsizetype i = 0; i < relations->size(); ++i) {
        const quint32 oid = relations->bytes(i, 0).toUInt();
        if (taint->always.contains(oid))
            gate.relations.insert(relations->text(i, 1).toLower());
        else if (taint->written.contains(oid))
            gate.writtenRelations.insert(relations->text(i, 1).toLower());
    }
    return gate;
}

} // namespace awb
