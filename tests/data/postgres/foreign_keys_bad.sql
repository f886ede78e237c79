-- each FK is NOT usable; the expected reason is in the comment.  Expect 20 uncovered constraints.
CREATE SCHEMA bad; CREATE SCHEMA bad2;
CREATE TABLE bad.parent(id bigint PRIMARY KEY, code text UNIQUE);
CREATE TABLE bad.cparent(a int, b int, PRIMARY KEY(a,b));
CREATE TABLE bad.n01_none(id int PRIMARY KEY, parent_id bigint REFERENCES bad.parent);                                                          -- none
CREATE TABLE bad.n02_second(id int, x int, parent_id bigint REFERENCES bad.parent); CREATE INDEX ON bad.n02_second(x,parent_id);                -- FK column second
CREATE TABLE bad.n03_partial(id int, live bool, parent_id bigint REFERENCES bad.parent); CREATE INDEX ON bad.n03_partial(parent_id) WHERE live; -- partial
CREATE TABLE bad.n04_expr(id int, code text REFERENCES bad.parent(code)); CREATE INDEX ON bad.n04_expr(lower(code));                            -- expression
CREATE TABLE bad.n05_invalid(id int, parent_id bigint REFERENCES bad.parent); CREATE INDEX n05_ix ON bad.n05_invalid(parent_id); UPDATE pg_index SET indisvalid=false WHERE indexrelid='bad.n05_ix'::regclass; -- failed CONCURRENTLY
CREATE TABLE bad.n06_comp_a(id int, a int, b int, FOREIGN KEY(a,b) REFERENCES bad.cparent); CREATE INDEX ON bad.n06_comp_a(a);                  -- only first column of composite (degraded)
CREATE TABLE bad.n07_comp_gap(id int, a int, b int, x int, FOREIGN KEY(a,b) REFERENCES bad.cparent); CREATE INDEX ON bad.n07_comp_gap(a,x,b);   -- gap
CREATE TABLE bad.n08_like(id int, parent_id bigint REFERENCES bad.parent, old_parent_id2 int); CREATE INDEX ix_parent_id ON bad.n08_like(old_parent_id2); -- LIKE trap
CREATE TABLE bad.n09_same(id int, parent_id bigint REFERENCES bad.parent);
CREATE TABLE bad2.n09_same(id int, parent_id bigint REFERENCES bad.parent); CREATE INDEX ON bad2.n09_same(parent_id);                           -- same table+column name in another schema IS indexed
CREATE TABLE bad.n10_tree(id int PRIMARY KEY, up int REFERENCES bad.n10_tree);                                                                  -- self FK
CREATE TABLE bad."N11 Mixed"("Id" int,"Parent Id" bigint CONSTRAINT "FK x:""y""" REFERENCES bad.parent);                                      -- quoted
CREATE TABLE bad.n12_part(id int, ts date, parent_id bigint REFERENCES bad.parent) PARTITION BY RANGE(ts);
CREATE TABLE bad.n12_part1 PARTITION OF bad.n12_part FOR VALUES FROM ('2024-01-01') TO ('2025-01-01'); CREATE INDEX ON bad.n12_part1(parent_id);
CREATE TABLE bad.n12_part2 PARTITION OF bad.n12_part FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');                                          -- one leaf lacks it
CREATE TABLE bad.n13_part_empty(id int, ts date, parent_id bigint REFERENCES bad.parent) PARTITION BY RANGE(ts);                               -- no partitions yet
CREATE TABLE bad.n14_brin(id int, parent_id bigint REFERENCES bad.parent); CREATE INDEX ON bad.n14_brin USING brin(parent_id);                  -- brin
CREATE TABLE bad.n15_incl(id int, x int, parent_id bigint REFERENCES bad.parent); CREATE INDEX ON bad.n15_incl(x) INCLUDE(parent_id);           -- only as INCLUDE payload
CREATE TABLE bad.n16_coll(id int, code text REFERENCES bad.parent(code)); CREATE INDEX ON bad.n16_coll(code COLLATE "POSIX");                   -- collation mismatch
CREATE UNLOGGED TABLE bad.u17(id bigint PRIMARY KEY); CREATE UNLOGGED TABLE bad.n17_unlogged(id int, pid bigint REFERENCES bad.u17, blob text); -- unlogged + toast
CREATE TABLE bad.n18_notvalid(id int, parent_id bigint); ALTER TABLE bad.n18_notvalid ADD CONSTRAINT n18_fk FOREIGN KEY(parent_id) REFERENCES bad.parent NOT VALID; -- NOT VALID FK, still enforced
CREATE TABLE bad.n19_trunc_a_very_very_long_table_name_that_nearly_hits_the_63b(id int, a_long_parent_identifier_column_name bigint REFERENCES bad.parent); -- index-name truncation
CREATE TABLE bad.np(id numeric PRIMARY KEY); CREATE TABLE bad.n20_cast(id int, pid int REFERENCES bad.np); CREATE INDEX ON bad.n20_cast(pid);  -- int child, numeric parent: RI query casts the child column, index unusable
