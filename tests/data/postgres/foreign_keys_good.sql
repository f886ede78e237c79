-- every FK here is really usable by the referential-integrity triggers. Expect 0 uncovered.
CREATE EXTENSION IF NOT EXISTS pg_stat_statements;
CREATE EXTENSION IF NOT EXISTS pgstattuple;
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE SCHEMA good; CREATE SCHEMA good2; CREATE SCHEMA "Mixed Case";
CREATE TABLE good.parent(id bigint PRIMARY KEY, code text UNIQUE);
CREATE TABLE good.cparent(a int, b int, PRIMARY KEY(a,b));
CREATE TABLE good.child_plain(id int PRIMARY KEY, parent_id bigint REFERENCES good.parent); CREATE INDEX ON good.child_plain(parent_id);
CREATE TABLE good.child_pk(parent_id bigint PRIMARY KEY REFERENCES good.parent);                              -- PK is the FK
CREATE TABLE good.child_comp(id int, a int, b int, FOREIGN KEY(a,b) REFERENCES good.cparent); CREATE INDEX ON good.child_comp(b,a); -- order swapped: still ok
CREATE TABLE good.child_lead(id int, a int, b int, c int, FOREIGN KEY(a,b) REFERENCES good.cparent); CREATE INDEX ON good.child_lead(a,b,c);
CREATE TABLE good.child_notnull(id int, parent_id bigint REFERENCES good.parent); CREATE INDEX ON good.child_notnull(parent_id) WHERE parent_id IS NOT NULL;
CREATE TABLE good.child_notnull2(id int, a int, b int, FOREIGN KEY(a,b) REFERENCES good.cparent); CREATE INDEX ON good.child_notnull2(a,b) WHERE a IS NOT NULL AND b IS NOT NULL;
CREATE TABLE good.child_incl(id int, parent_id bigint REFERENCES good.parent, x int); CREATE INDEX ON good.child_incl(parent_id) INCLUDE(x);
CREATE TABLE good.child_hash(id int, parent_id bigint REFERENCES good.parent); CREATE INDEX ON good.child_hash USING hash(parent_id);
CREATE TABLE good.child_int4(id int, parent_id int REFERENCES good.parent); CREATE INDEX ON good.child_int4(parent_id);   -- cross-type int4 -> int8
CREATE TABLE good.child_pattern(id int, code text REFERENCES good.parent(code)); CREATE INDEX ON good.child_pattern(code text_pattern_ops);
CREATE TABLE good.tree(id int PRIMARY KEY, up int REFERENCES good.tree); CREATE INDEX ON good.tree(up);
CREATE TABLE good2.child(id int, parent_id bigint REFERENCES good.parent); CREATE INDEX ON good2.child(parent_id DESC NULLS LAST);
CREATE TABLE "Mixed Case"."Order Line"("Id" int PRIMARY KEY,"Parent Id" bigint CONSTRAINT "FK: to parent" REFERENCES good.parent); CREATE INDEX ON "Mixed Case"."Order Line"("Parent Id");
CREATE TABLE good.part(id int, ts date, parent_id bigint REFERENCES good.parent) PARTITION BY RANGE(ts);
CREATE TABLE good.part1 PARTITION OF good.part FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE good.part2 PARTITION OF good.part FOR VALUES FROM ('2025-01-01') TO ('2026-01-01') PARTITION BY RANGE(ts);
CREATE TABLE good.part2a PARTITION OF good.part2 FOR VALUES FROM ('2025-01-01') TO ('2025-07-01');
CREATE INDEX ON good.part(parent_id);
CREATE TABLE good.part_leafonly(id int, ts date, parent_id bigint REFERENCES good.parent) PARTITION BY RANGE(ts);  -- indexes only on the leaves
CREATE TABLE good.part_leafonly1 PARTITION OF good.part_leafonly FOR VALUES FROM ('2024-01-01') TO ('2025-01-01'); CREATE INDEX ON good.part_leafonly1(parent_id);
CREATE TABLE good.pparent(id int PRIMARY KEY) PARTITION BY RANGE(id);                                             -- FK that points AT a partitioned table
CREATE TABLE good.pparent1 PARTITION OF good.pparent FOR VALUES FROM (0) TO (100); CREATE TABLE good.pparent2 PARTITION OF good.pparent FOR VALUES FROM (100) TO (200);
CREATE TABLE good.to_pparent(id int, pid int REFERENCES good.pparent); CREATE INDEX ON good.to_pparent(pid);
CREATE UNLOGGED TABLE good.unl(id int, parent_id bigint REFERENCES good.parent, blob text); CREATE INDEX ON good.unl(parent_id);  -- unlogged + toast
