#include "core/target/secret_store.h"
#include "tests/support/temp_world.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace awb;

namespace
{

const char planted[] = "hunter2-planted";

bool writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

// What the program does when run as "tst_secrets --keyring unlocked|locked" inside a session with a keyring
// of its own. Returns an exit code that names the first thing that was not so.
int keyringSession(const QString& state)
{
    QElapsedTimer timer;
    timer.start();
    const std::unique_ptr<SecretStore> store = makeSecretStore();
    if (timer.elapsed() > 12000)
        return 10;
    if (state == QLatin1String("locked"))
        return store->isPersistent() ? 11 : 0;
    if (!store->isPersistent())
        return 12;
    const Secret secret(QByteArray("p\xC3\xA4ss\0w\xE2\x9C\x93", 11));
    const QString name = QStringLiteral("shop-db");
    if (store->read(name) || store->read(name).error().code != ErrorCode::NotFound)
        return 13;
    if (!store->write(name, secret))
        return 14;
    // Another store object, as the next start of the program has.
    const std::unique_ptr<SecretStore> again = makeSecretStore();
    const Result<Secret> back = again->read(name);
    if (!back || back->reveal() != secret.reveal())
        return 15;
    if (!again->remove(name) || again->read(name))
        return 16;
    return again->remove(name) ? 0 : 17;
}

// A session bus with gnome-keyring on it: unlocked with a password, or started on a keyring that stays
// locked.
const char sessionScript[] =
    "eval \"$(printf 'test\\n' | gnome-keyring-daemon --unlock --components=secrets 2>/dev/null)\" || exit "
    "90\n"
    "for i in $(seq 100); do dbus-send --session --print-reply --dest=org.freedesktop.secrets "
    "/org/freedesktop/secrets "
    "org.freedesktop.DBus.Peer.Ping >/dev/null 2>&1 && break; sleep .05; done\n"
    "if [ \"$1\" = locked ]; then dbus-send --session --print-reply --dest=org.freedesktop.secrets "
    "/org/freedesktop/secrets org.freedesktop.Secret.Service.Lock "
    "array:objpath:/org/freedesktop/secrets/collection/login >/dev/null || exit 91; fi\n"
    "\"$0\" --keyring \"$1\"\n";

} // namespace

class TestSecrets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void memoryKeepsUntilItGoes();
    void referencesResolve_data();
    void referencesResolve();
    void filesAreRelativeToTheProfile();
    void badReferencesSayWhatIsWrong_data();
    void badReferencesSayWhatIsWrong();
    void aPersonIsAskedAndMayDecline();
    void withoutAKeychainSecretsStayInMemory();
    void aRealKeyringIsUsedOnlyWhenItGivesBack_data();
    void aRealKeyringIsUsedOnlyWhenItGivesBack();
};

void TestSecrets::memoryKeepsUntilItGoes()
{
    const auto store = makeMemorySecretStore();
    QVERIFY(!store->isPersistent());
    QVERIFY(store->describe().contains(QStringLiteral("memory")));
    const QString name = QStringLiteral("db");
    const auto none = store->read(name);
    QVERIFY(!none && none.error().code == ErrorCode::NotFound);
    QVERIFY(store->write(name, Secret(planted)));
    QCOMPARE(store->read(name)->reveal(), QByteArray(planted));
    QVERIFY(store->write(name, Secret("other")));
    QCOMPARE(store->read(name)->reveal(), QByteArray("other"));
    QVERIFY(store->remove(name));
    QVERIFY(!store->read(name));
    QVERIFY(!makeMemorySecretStore()->read(name));
}

void TestSecrets::referencesResolve_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("secret");
    const auto row = [](const char* name, SecretRef::Kind kind, const QByteArray& content,
                        const QByteArray& secret) {
        QTest::newRow(name) << static_cast<int>(kind) << content << secret;
    };
    using Kind = SecretRef::Kind;
    row("variable", Kind::Env, planted, planted);
    row("variable with a newline keeps it", Kind::Env, "a\n", "a\n");
    row("file", Kind::File, planted, planted);
    row("file with a newline", Kind::File, "a\n", "a");
    row("file from another system", Kind::File, "a\r\n", "a");
    row("only one newline goes", Kind::File, "a\n\n", "a\n");
    row("spaces stay", Kind::File, " a \n", " a ");
    row("the largest file", Kind::File, QByteArray(65536, 'x'), QByteArray(65536, 'x'));
    row("store", Kind::Keychain, planted, planted);
    row("none", Kind::None, "", "");
}

void TestSecrets::referencesResolve()
{
    QFETCH(int, kind);
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, secret);
    QTemporaryDir dir;
    const auto store = makeMemorySecretStore();
    SecretRef ref{static_cast<SecretRef::Kind>(kind), QStringLiteral("AWB_TEST_SECRET")};
    if (ref.kind == SecretRef::Kind::Env)
        qputenv("AWB_TEST_SECRET", content);
    else if (ref.kind == SecretRef::Kind::File)
        QVERIFY(writeFile(dir.filePath(ref.name), content));
    else
        QVERIFY(store->write(ref.name, Secret(content)));
    const auto resolved =
        resolveSecret(ref, *store, dir.filePath(QStringLiteral("shop.yaml")), QStringLiteral("postgres"));
    qunsetenv("AWB_TEST_SECRET");
    QVERIFY2(resolved, resolved ? "" : qPrintable(resolved.error().message));
    QVERIFY(resolved->reveal() == secret);
}

void TestSecrets::filesAreRelativeToTheProfile()
{
    QTemporaryDir dir;
    QVERIFY(QDir(dir.path()).mkpath(QStringLiteral("a/b")));
    QVERIFY(writeFile(dir.filePath(QStringLiteral("a/pw")), "x"));
    const auto store = makeMemorySecretStore();
    const SecretRef ref{SecretRef::Kind::File, QStringLiteral("../pw")};
    QVERIFY(
        resolveSecret(ref, *store, dir.filePath(QStringLiteral("a/b/shop.yaml")), QStringLiteral("redis")));
    QVERIFY(!resolveSecret(ref, *store, dir.filePath(QStringLiteral("shop.yaml")), QStringLiteral("redis")));
    const SecretRef absolute{SecretRef::Kind::File, dir.filePath(QStringLiteral("a/pw"))};
    QVERIFY(resolveSecret(absolute, *store, {}, QStringLiteral("redis")));
}

void TestSecrets::badReferencesSayWhatIsWrong_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* title, SecretRef::Kind kind, const char* name, ErrorCode code,
                        const char* words) {
        QTest::newRow(title) << static_cast<int>(kind) << QString::fromLatin1(name) << static_cast<int>(code)
                             << QString::fromLatin1(words);
    };
    using Kind = SecretRef::Kind;
    row("variable that is not set", Kind::Env, "AWB_NOT_SET", ErrorCode::NotFound, "AWB_NOT_SET is not set");
    row("variable that is empty", Kind::Env, "AWB_EMPTY", ErrorCode::NotFound, "AWB_EMPTY is empty");
    row("file that is not there", Kind::File, "none", ErrorCode::NotFound, "there is no file");
    row("a folder", Kind::File, ".", ErrorCode::Io, "not a regular file");
    row("a device that never ends", Kind::File, "/dev/zero", ErrorCode::Io, "not a regular file");
    row("file that is too large", Kind::File, "large", ErrorCode::Limit, "larger than 64 KiB");
    row("file that is empty", Kind::File, "empty", ErrorCode::NotFound, "is empty");
    row("no such entry", Kind::Keychain, "shop-db", ErrorCode::NotFound, "has no entry 'shop-db'");
    row("nobody to ask", Kind::Ask, "", ErrorCode::Refused, "nobody can be asked");
}

void TestSecrets::badReferencesSayWhatIsWrong()
{
    QFETCH(int, kind);
    QFETCH(QString, name);
    QFETCH(int, code);
    QFETCH(QString, words);
    QTemporaryDir dir;
    qputenv("AWB_EMPTY", "");
    QVERIFY(writeFile(dir.filePath(QStringLiteral("large")), QByteArray(65537, 'x')));
    QVERIFY(writeFile(dir.filePath(QStringLiteral("empty")), "\n"));
    const auto store = makeMemorySecretStore();
    const SecretRef ref{static_cast<SecretRef::Kind>(kind), name};
    const auto resolved =
        resolveSecret(ref, *store, dir.filePath(QStringLiteral("shop.yaml")), QStringLiteral("postgres"));
    QVERIFY(!resolved);
    QCOMPARE(static_cast<int>(resolved.error().code), code);
    QVERIFY2(resolved.error().message.contains(words), qPrintable(resolved.error().message));
    QVERIFY(resolved.error().message.startsWith(QStringLiteral("postgres: ")));
}

void TestSecrets::aPersonIsAskedAndMayDecline()
{
    const auto store = makeMemorySecretStore();
    const SecretRef ref{SecretRef::Kind::Ask, {}};
    QString asked;
    const auto given = resolveSecret(ref, *store, {}, QStringLiteral("redis"), [&asked](const QString& what) {
        asked = what;
        return std::optional<Secret>(Secret(planted));
    });
    QVERIFY(given && given->reveal() == planted);
    QCOMPARE(asked, QStringLiteral("redis"));
    const auto declined = resolveSecret(ref, *store, {}, QStringLiteral("redis"),
                                        [](const QString&) { return std::optional<Secret>(); });
    QVERIFY(!declined);
    QCOMPARE(declined.error().code, ErrorCode::Cancelled);
}

void TestSecrets::withoutAKeychainSecretsStayInMemory()
{
    const test::TempWorld world; // no session bus
    const auto store = makeSecretStore();
    QVERIFY(!store->isPersistent());
    QVERIFY(store->write(QStringLiteral("db"), Secret(planted)));
    QVERIFY(store->read(QStringLiteral("db")));
}

void TestSecrets::aRealKeyringIsUsedOnlyWhenItGivesBack_data()
{
    QTest::addColumn<QString>("state");
    QTest::newRow("unlocked") << "unlocked";
    QTest::newRow("locked") << "locked";
}

void TestSecrets::aRealKeyringIsUsedOnlyWhenItGivesBack()
{
    QFETCH(QString, state);
    for (const char* tool : {"gnome-keyring-daemon", "dbus-run-session", "dbus-send"}) {
        if (QStandardPaths::findExecutable(QLatin1String(tool)).isEmpty())
            QSKIP(qPrintable(
                QStringLiteral("%1 is not installed (gnome-keyring, dbus)").arg(QLatin1String(tool))));
    }
    const test::TempWorld world;
    QVERIFY(QDir().mkpath(world.filePath(QStringLiteral("run"))));
    QFile::setPermissions(world.filePath(QStringLiteral("run")), QFileDevice::Permissions(0x7700));
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(world.filePath(QStringLiteral("run"))));
    QProcess session;
    session.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    session.start(QStringLiteral("dbus-run-session"),
                  {QStringLiteral("--"), QStringLiteral("bash"), QStringLiteral("-c"),
                   QLatin1String(sessionScript), QCoreApplication::applicationFilePath(), state});
    QVERIFY(session.waitForFinished(60000));
    if (session.exitCode() == 90 || session.exitCode() == 91)
        QSKIP("gnome-keyring does not run here");
    QCOMPARE(session.exitCode(), 0);
}

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.value(1) == QLatin1String("--keyring"))
        return keyringSession(arguments.value(2));
    TestSecrets test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_secrets.moc"
