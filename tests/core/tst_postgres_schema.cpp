#include "core/probe/postgres/foreign_keys_probe.h"
#include "core/probe/postgres/settings_probe.h"
#include "tests/core/postgres_world.h"
#include "tests/core/verdict_of.h"

#include <QJsonArray>
#include <QTest>

using namespace awb;
using namespace awb::test;

namespace
{

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

} // namespace

// What the catalogs alone can tell: foreign keys (2.2) and effective settings (2.5, 2.6).
class TestPostgresSchema : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<PrivatePostgres> server_;

    Facts foreignKeys(const QString& database, const QString& user)
    {
        PostgresWorld world;
        world.add(server_->url(user, database));
        ForeignKeysProbe probe;
        Result<Facts> facts = world.run(probe);
        if (!facts)
            qWarning("%s", qPrintable(facts.error().message));
        return facts ? *facts : Facts();
    }

    Facts settings(const QString& database, const QStringList& roles, const QString& user = s("bare"))
    {
        PostgresWorld world;
        world.add(server_->url(user, database), {}, roles);
        SettingsProbe probe;
        Result<Facts> facts = world.run(probe);
        if (!facts)
            qWarning("%s", qPrintable(facts.error().message));
        return facts ? *facts : Facts();
    }

    static QJsonObject role(const Facts& facts, const QString& name)
    {
        for (const QJsonValue& entry : facts.details.value(s("roles")).toArray()) {
            if (entry.toObject().value(s("role")).toString() == name)
                return entry.toObject();
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString missing = PrivatePostgres::missing(); !missing.isEmpty())
            QSKIP(qPrintable(missing));
        PrivatePostgresOptions options;
        options.settings = {s("allow_system_table_mods = on")};
        server_ = std::make_unique<PrivatePostgres>(options);
        QVERIFY2(server_->start(), qPrintable(server_->error()));
        QVERIFY(server_
                    ->sqlEach({s("CREATE ROLE bare LOGIN"), s("CREATE ROLE shop LOGIN"),
                               s("CREATE ROLE slow LOGIN"), s("CREATE DATABASE good"),
                               s("CREATE DATABASE bad"), s("CREATE DATABASE none")})
                    .ok);
        for (const char* name : {"good", "bad"}) {
            const QString text = readText(s("tests/data/postgres/foreign_keys_%1.sql").arg(s(name)));
            QVERIFY(!text.isEmpty());
            const PgAnswer made = server_->sql(text, s(name));
            QVERIFY2(made.ok, qPrintable(made.error));
        }
    }

    // specs/README trap 2: a role without any grant sees every constraint in pg_catalog.
    void a_bare_role_sees_every_foreign_key()
    {
        const Facts facts = foreignKeys(s("good"), s("bare"));
        QVERIFY(facts.complete);
        QCOMPARE(facts.value(s("foreign_keys")), 17.0);
        QCOMPARE(facts.value(s("uncovered")), 0.0);
        QCOMPARE(facts.value(s("covered_percent")), 100.0);
        QVERIFY(facts.remedies.isEmpty());
        COMPARE_VERDICT("2.2", facts, Verdict::Pass);
    }

    void every_unusable_index_is_found_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* table, FkReason reason) {
            QTest::newRow(table) << s(table) << fkReasonText(reason);
        };
        row("bad.n01_none", FkReason::NoIndex);
        row("bad.n02_second", FkReason::NotLeading);
        row("bad.n03_partial", FkReason::Partial);
        row("bad.n04_expr", FkReason::NoIndex);
        row("bad.n05_invalid", FkReason::Invalid);
        row("bad.n06_comp_a", FkReason::Prefix);
        row("bad.n07_comp_gap", FkReason::Prefix);
        row("bad.n08_like", FkReason::NoIndex);
        row("bad.n09_same", FkReason::NoIndex);
        row("bad.n10_tree", FkReason::NoIndex);
        row("bad.\"N11 Mixed\"", FkReason::NoIndex);
        row("bad.n12_part", FkReason::NoIndex);
        row("bad.n13_part_empty", FkReason::NoIndex);
        row("bad.n14_brin", FkReason::Method);
        row("bad.n15_incl", FkReason::NoIndex);
        row("bad.n16_coll", FkReason::Collation);
        row("bad.n17_unlogged", FkReason::NoIndex);
        row("bad.n18_notvalid", FkReason::NoIndex);
        row("bad.n19_trunc_a_very_very_long_table_name_that_nearly_hits_the_63b", FkReason::NoIndex);
        row("bad.n20_cast", FkReason::Cast);
    }
    void every_unusable_index_is_found()
    {
        QFETCH(QString, table);
        QFETCH(QString, reason);
        static const Facts facts = foreignKeys(s("bad"), s("bare"));
        QCOMPARE(facts.value(s("foreign_keys")), 21.0);
        QCOMPARE(facts.value(s("uncovered")), 20.0);
        QCOMPARE(cell(facts, "foreign_keys", "table", table, "covered").toString(), s("no"));
        const QString said = cell(facts, "foreign_keys", "table", table, "reason").toString();
        QVERIFY2(said.startsWith(reason), qPrintable(said));
        COMPARE_VERDICT("2.2", facts, Verdict::Fail);
    }

    void an_index_on_a_part_of_the_key_is_a_warning()
    {
        QVERIFY(server_->sqlEach({s("CREATE DATABASE partly")}).ok);
        const PgAnswer made = server_->sql(
            s("CREATE TABLE p(a int, b int, PRIMARY KEY (a, b)); CREATE TABLE c(a int, b int, FOREIGN KEY "
              "(a, b) REFERENCES p); CREATE INDEX ON c (a)"),
            s("partly"));
        QVERIFY2(made.ok, qPrintable(made.error));
        COMPARE_VERDICT("2.2", foreignKeys(s("partly"), s("bare")), Verdict::Warn);
    }

    // The remedies are run as they are; afterwards nothing is uncovered, and no name is too long or taken.
    void the_remedies_cover_every_key()
    {
        QVERIFY(server_->sql(s("CREATE DATABASE healed TEMPLATE bad")).ok);
        const Facts before = foreignKeys(s("healed"), s("bare"));
        QCOMPARE(before.remedies.size(), 20);
        for (const RemedyCode& remedy : before.remedies) {
            QStringList statements;
            for (const QString& part : remedy.text.split(s(";\n"))) {
                if (part.contains(s("INDEX"))) // the rest are comments
                    statements.append(part);
            }
            const PgAnswer done = server_->sqlEach(statements, s("healed"));
            QVERIFY2(done.ok, qPrintable(remedy.text + s(" → ") + done.error));
        }
        const Facts after = foreignKeys(s("healed"), s("bare"));
        QStringList left;
        for (const auto& row : tableOf(after, "foreign_keys")->rows) {
            if (row[2].toString() == s("no"))
                left.append(row[0].toString() + s(": ") + row[3].toString());
        }
        // No index serves a key that compares through a cast: its remedy is another column type, in words.
        QVERIFY2(left.size() == 1 && left.first().startsWith(s("bad.n20_cast")),
                 qPrintable(left.join(QLatin1Char(' '))));
    }

    // specs/README trap 3: none at all is not "all covered".
    void no_foreign_key_is_counted_as_zero()
    {
        const Facts facts = foreignKeys(s("none"), s("bare"));
        QVERIFY(facts.complete);
        QCOMPARE(facts.value(s("foreign_keys")), 0.0);
        QVERIFY(std::isnan(facts.value(s("covered_percent"))));
        COMPARE_VERDICT("2.2", facts, Verdict::NotApplicable);
    }

    void hostile_names_stay_data_and_remedies_quote_them()
    {
        QVERIFY(server_->sqlEach({s("CREATE DATABASE hostile")}).ok);
        const PgAnswer made =
            server_->sql(s("CREATE SCHEMA \"a.b\"; CREATE TABLE \"a.b\".p(id int PRIMARY KEY);"
                           "CREATE TABLE \"a.b\".\"<b>x\"\"; DROP TABLE p; --\"(\"\u202Eid\nz\" int "
                           "REFERENCES \"a.b\".p)"),
                         s("hostile"));
        QVERIFY2(made.ok, qPrintable(made.error));
        const Facts facts = foreignKeys(s("hostile"), s("bare"));
        QCOMPARE(facts.value(s("uncovered")), 1.0);
        const PgAnswer healed = server_->sqlEach({facts.remedies.at(0).text}, s("hostile"));
        QVERIFY2(healed.ok, qPrintable(healed.error + facts.remedies.at(0).text));
        QCOMPARE(foreignKeys(s("hostile"), s("bare")).value(s("uncovered")), 0.0);
    }

    void several_databases_are_merged_with_their_parts()
    {
        PostgresWorld world;
        world.add(server_->url(s("bare"), s("good"))).add(server_->url(s("bare"), s("bad")));
        ForeignKeysProbe probe;
        const Result<Facts> facts = world.run(probe);
        QVERIFY(facts.has_value());
        QCOMPARE(facts->value(s("foreign_keys")), 38.0);
        QCOMPARE(facts->details.value(s("parts")).toArray().size(), 2);
        QCOMPARE(tableOf(*facts, "foreign_keys")->columns.first().id, s("database"));
        QCOMPARE(facts->checks, QStringList{s("2.2")});
        COMPARE_VERDICT("2.2", *facts, Verdict::Fail);
    }

    void a_database_that_nobody_could_look_at_holds_a_pass_back()
    {
        PostgresWorld world;
        world.add(server_->url(s("bare"), s("good"))).add(server_->url(s("bare"), s("nowhere")));
        ForeignKeysProbe probe;
        const Result<Facts> facts = world.run(probe);
        QVERIFY(facts.has_value() && !facts->complete);
        COMPARE_VERDICT("2.2", *facts, Verdict::NotMeasured);
    }

    void settings_follow_the_precedence_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<double>("ms");
        QTest::addColumn<QString>("source");
        QTest::addColumn<Verdict>("verdict");
        const auto row = [](const char* name, const char* sql, double ms, const char* source,
                            Verdict verdict) { QTest::newRow(name) << s(sql) << ms << s(source) << verdict; };
        row("off on the server", "SELECT 1", 0, "server", Verdict::Fail);
        row("for all roles", "ALTER ROLE ALL SET statement_timeout = '1min'", 60000, "ALTER ROLE ALL",
            Verdict::Pass);
        row("database beats all", "ALTER DATABASE none SET statement_timeout = '4s'", 4000, "database",
            Verdict::Pass);
        row("role beats database", "ALTER ROLE shop SET statement_timeout = 61000", 61000, "role",
            Verdict::Warn);
        row("role in database beats role", "ALTER ROLE shop IN DATABASE none SET statement_timeout = '2s'",
            2000, "role in database", Verdict::Pass);
        row("zero at the top counts", "ALTER ROLE shop IN DATABASE none SET statement_timeout = 0", 0,
            "role in database", Verdict::Fail);
    }
    void settings_follow_the_precedence()
    {
        QFETCH(QString, sql);
        QFETCH(double, ms);
        QFETCH(QString, source);
        QFETCH(Verdict, verdict);
        QVERIFY(server_->sql(sql).ok);
        const Facts facts = settings(s("none"), {s("shop")}, s("postgres"));
        QVERIFY(facts.complete);
        QCOMPARE(role(facts, s("shop")).value(s("timeout_ms")).toDouble(-7), ms);
        QCOMPARE(role(facts, s("shop")).value(s("timeout_source")).toString(), source);
        COMPARE_VERDICT("2.5", facts, verdict);
    }

    void the_server_value_is_unknown_where_the_auditor_has_his_own()
    {
        QVERIFY(server_
                    ->sqlEach({s("ALTER ROLE ALL RESET ALL"), s("ALTER DATABASE none RESET ALL"),
                               s("ALTER ROLE bare SET statement_timeout = '9s'")})
                    .ok);
        const Facts hidden = settings(s("none"), {s("slow")});
        QVERIFY(role(hidden, s("slow")).value(s("timeout_ms")).isNull());
        COMPARE_VERDICT("2.5", hidden, Verdict::NotMeasured);
        QVERIFY(server_->sql(s("ALTER ROLE bare RESET ALL")).ok);
        const QJsonObject seen = role(settings(s("none"), {s("slow")}), s("slow"));
        QCOMPARE(seen.value(s("timeout_ms")).toDouble(-7), 0.0);
    }

    void the_slow_log_is_read_for_each_role()
    {
        QVERIFY(server_
                    ->sqlEach({s("ALTER ROLE slow SET log_min_duration_statement = '100ms'"),
                               s("ALTER ROLE slow SET log_min_messages = 'FATAL'")})
                    .ok);
        const Facts facts = settings(s("none"), {s("shop"), s("slow")});
        const QJsonObject slow = role(facts, s("slow")).value(s("log")).toObject();
        QCOMPARE(slow.value(s("min_duration")).toDouble(-7), 100.0);
        QCOMPARE(slow.value(s("messages")).toString(), s("fatal"));
        const QJsonObject shop = role(facts, s("shop")).value(s("log")).toObject();
        QCOMPARE(shop.value(s("min_duration")).toDouble(-7), -1.0);
        // A role without pg_monitor does not see shared_preload_libraries: not the same as "not loaded".
        QCOMPARE(shop.value(s("auto_explain")).toString(), s("unknown"));
        COMPARE_VERDICT("2.6", facts, Verdict::Fail); // suppressed, whatever else is hidden
        COMPARE_VERDICT("2.6", settings(s("none"), {s("shop")}), Verdict::NotMeasured);
        // A superuser sees that auto_explain is not loaded.
        QVERIFY(server_->sql(s("ALTER ROLE slow RESET log_min_messages")).ok);
        const auto seen = [&](const QStringList& roles) { return settings(s("none"), roles, s("postgres")); };
        COMPARE_VERDICT("2.6", seen({s("slow")}), Verdict::Pass);
        COMPARE_VERDICT("2.6", seen({s("shop"), s("slow")}), Verdict::Warn);
        QVERIFY(server_->sql(s("ALTER ROLE slow SET log_min_duration_statement = '1s'")).ok);
        COMPARE_VERDICT("2.6", seen({s("slow")}), Verdict::Warn);
        COMPARE_VERDICT("2.6", seen({s("shop")}), Verdict::Fail);
    }

    void found_roles_are_logins_that_are_neither_ours_nor_superusers()
    {
        const Facts facts = settings(s("none"), {});
        QStringList names;
        for (const QJsonValue& entry : facts.details.value(s("roles")).toArray())
            names.append(entry.toObject().value(s("role")).toString());
        QCOMPARE(names, (QStringList{s("shop"), s("slow")}));
        QCOMPARE(facts.details.value(s("roles_from")).toString(), s("found"));
    }

    // The application may be a superuser's login, which no list of ours would find.
    void who_else_is_at_work_is_named()
    {
        PgLink boss;
        QVERIFY(boss.open(server_->superuserUrl(s("none"))));
        const auto others = [](const Facts& facts) {
            return facts.details.value(s("others_connected")).toArray().contains(s("postgres"));
        };
        QVERIFY(server_
                    ->sqlEach({s("ALTER ROLE slow RESET ALL"), s("ALTER ROLE shop RESET ALL"),
                               s("ALTER ROLE shop IN DATABASE none RESET ALL"),
                               s("ALTER ROLE ALL SET statement_timeout = '5s'"),
                               s("ALTER ROLE ALL SET log_min_duration_statement = '50ms'")})
                    .ok);
        const Facts found = settings(s("none"), {});
        const Facts named = settings(s("none"), {s("shop")}); // a named list is a person's word
        QVERIFY(server_->sql(s("ALTER ROLE ALL RESET ALL")).ok);
        QVERIFY(others(found));
        QVERIFY(!others(named));
        COMPARE_VERDICT("2.5", found, Verdict::Inconclusive);
        COMPARE_VERDICT("2.6", found, Verdict::Inconclusive);
        COMPARE_VERDICT("2.5", named, Verdict::Pass);
        COMPARE_VERDICT("2.6", named, Verdict::Pass);
    }

    void a_role_that_cannot_log_in_is_named()
    {
        const Facts facts = settings(s("none"), {s("ghost")});
        QVERIFY(!facts.complete);
        QVERIFY(facts.reason.text().contains(s("ghost")));
        COMPARE_VERDICT("2.5", facts, Verdict::NotMeasured);
        COMPARE_VERDICT("2.6", facts, Verdict::NotMeasured);
    }

    void setting_texts_become_milliseconds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("ms");
        QTest::newRow("plain is ms") << s("2000") << 2000.0;
        QTest::newRow("seconds") << s("2s") << 2000.0;
        QTest::newRow("minutes with a space") << s("1 min") << 60000.0;
        QTest::newRow("off") << s("0") << 0.0;
        QTest::newRow("minus one stays a word") << s("-1") << -1.0;
        QTest::newRow("microseconds") << s("500us") << 0.5;
        QTest::newRow("nonsense") << s("soon") << -99.0;
    }
    void setting_texts_become_milliseconds()
    {
        QFETCH(QString, text);
        QFETCH(double, ms);
        QCOMPARE(settingMs(text).value_or(-99), ms);
    }
};

QTEST_GUILESS_MAIN(TestPostgresSchema)
#include "tst_postgres_schema.moc"
