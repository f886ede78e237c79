#include "core/probe/http/files_probe.h"
#include "core/probe/http/instances_probe.h"
#include "core/probe/http/second_user_probe.h"
#include "tests/core/http_world.h"
#include "tests/core/rule_table.h"
#include "tests/sample_backend/http_front.h"
#include "tests/sample_backend/shop_database.h"
#include "tests/support/private_postgres.h"
#include "tests/support/private_redis.h"

using namespace awb;
using namespace awb::test;

// The hints of 6.2, 8.2 and 8.6 against the sample backend, each with its flaw and without.
class TestHintsSample : public QObject
{
    Q_OBJECT

    struct Shop
    {
        explicit Shop(const sample::ServiceSettings& settings) : service(settings), front(service)
        {
            port = front.start(0);
        }
        QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(port); }

        sample::ShopService service;
        sample::HttpFront front;
        quint16 port = 0;
    };

    std::unique_ptr<PrivatePostgres> postgres_;
    std::unique_ptr<PrivateRedis> redis_;

    sample::ServiceSettings settings(const QString& flaws) const
    {
        QString error;
        sample::ServiceSettings all;
        all.database = postgres_->url(QStringLiteral("shop"), QStringLiteral("shop"));
        all.cache.port = redis_->port();
        all.flaws = sample::FlawSet::parse(flaws, error).value_or(sample::FlawSet());
        all.apiToken = "first-" + plantedWord;
        all.secondToken = "second-" + plantedWord;
        return all;
    }

    static void addAccounts(HttpWorld& world)
    {
        world.authenticate(QStringLiteral("bearer"), {}, "first-" + plantedWord);
        AuthTarget second;
        second.kind = QStringLiteral("bearer");
        world.http().secondAuth = second;
        world.target.secrets.insert(QStringLiteral("http/second"), Secret("second-" + plantedWord));
    }

    static QStringList statesOf(const Facts& facts, const char* rows)
    {
        QStringList states;
        for (const QJsonValue& row : facts.details.value(QLatin1String(rows)).toArray())
            states.append(row.toObject().value(QStringLiteral("state")).toString());
        states.removeDuplicates();
        return states;
    }

    static QString verdictOf(const char* check, const Facts& facts)
    {
        return verdictId(judge(QLatin1String(check), only(facts)).verdict);
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (const QString& reason : {PrivatePostgres::missing(), PrivateRedis::missing()}) {
            if (!reason.isEmpty())
                QSKIP(qPrintable(reason));
        }
        postgres_ = std::make_unique<PrivatePostgres>(PrivatePostgresOptions{});
        QVERIFY2(postgres_->start(), qPrintable(postgres_->error()));
        redis_ = std::make_unique<PrivateRedis>();
        QVERIFY2(redis_->start(), qPrintable(redis_->error()));
        sample::ShopDatabase shop;
        shop.adminConninfo = postgres_->superuserUrl(QStringLiteral("template1"));
        QCOMPARE(sample::createShop(shop, false), QString());
    }

    void orders_of_another_account_data()
    {
        QTest::addColumn<QString>("flaws");
        QTest::addColumn<QStringList>("states");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("refused") << "none" << QStringList{QStringLiteral("refused")} << "inconclusive";
        QTest::newRow("given") << "foreign_orders" << QStringList{QStringLiteral("same")} << "warn";
    }
    void orders_of_another_account()
    {
        QFETCH(QString, flaws);
        Shop shop(settings(flaws));
        HttpWorld world(shop.url());
        addAccounts(world);
        const auto facts = world.run<SecondUserProbe>(std::shared_ptr<HttpPace>());
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().message));
        QVERIFY(!jsonOf(*facts).contains(QString::fromLatin1(plantedWord)));
        QVERIFY2(facts->complete, qPrintable(facts->reason.text()));
        QTEST(statesOf(*facts, "objects"), "states");
        QTEST(verdictOf("6.2", *facts), "verdict");
    }

    void a_session_at_another_instance_data()
    {
        QTest::addColumn<QString>("flaws");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("in Redis") << "none"
                                  << "works"
                                  << "inconclusive";
        QTest::newRow("in the process") << "sessions_in_process"
                                        << "refused"
                                        << "warn";
    }
    void a_session_at_another_instance()
    {
        QFETCH(QString, flaws);
        Shop first(settings(flaws)), second(settings(flaws));
        const sample::HttpAnswer began = first.service.handle(
            {"POST", "/account/session", {}, {}, {{"authorization", "Bearer first-" + plantedWord}}});
        QCOMPARE(began.status, 201);
        QByteArray cookie;
        for (const auto& [name, value] : began.headers) {
            if (name == "Set-Cookie")
                cookie = value.split(';').value(0).split('=').value(1);
        }
        QVERIFY(!cookie.isEmpty());
        HttpWorld world(first.url());
        world.authenticate(QStringLiteral("cookie"), QStringLiteral("shop_session"), cookie);
        world.http().instances = {QUrl(second.url())};
        const auto facts = world.run<InstancesProbe>(std::shared_ptr<HttpPace>());
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().message));
        QVERIFY(!jsonOf(*facts).contains(QString::fromLatin1(cookie)));
        QTEST(verdictOf("8.2", *facts), "verdict");
        const QStringList states = statesOf(*facts, "sessions");
        QFETCH(QString, state);
        QVERIFY2(states.contains(state), qPrintable(states.join(QLatin1Char(' '))));
    }

    void a_photo_data()
    {
        QTest::addColumn<QString>("flaws");
        QTest::addColumn<QStringList>("states");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("from another host")
            << "none" << QStringList{QStringLiteral("elsewhere")} << "inconclusive";
        QTest::newRow("from the service")
            << "files_by_service" << QStringList{QStringLiteral("bytes")} << "warn";
    }
    void a_photo()
    {
        QFETCH(QString, flaws);
        Shop shop(settings(flaws));
        HttpWorld world(shop.url());
        const auto facts = world.run<FilesProbe>(std::shared_ptr<HttpPace>());
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().message));
        QTEST(statesOf(*facts, "files"), "states");
        QTEST(verdictOf("8.6", *facts), "verdict");
    }
};

QTEST_GUILESS_MAIN(TestHintsSample)
#include "tst_hints_sample.moc"
