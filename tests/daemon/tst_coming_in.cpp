#include "daemon/access/sodium_hasher.h"
#include "daemon/service/access_service.h"
#include "daemon/service/totp.h"
#include "tests/kit/test_main.h"
#include "tests/store/store_kit.h"

#include <QTest>

#include <future>

using namespace Qt::StringLiterals;
using namespace destek;
using namespace destek::daemon;
using namespace destek::test;

namespace
{

const Secret kPassword(QByteArrayLiteral("doğru at pil zımba"));
const Secret kWrong(QByteArrayLiteral("yanlış at pil zımba"));

/// What a call tells; Internal if it never does.
template <typename T>
Result<T, ApiError> told(const std::function<void(Told<T>)> &call)
{
    auto promise = std::make_shared<std::promise<Result<T, ApiError>>>();
    auto future = promise->get_future();
    call([promise](Result<T, ApiError> result) { promise->set_value(std::move(result)); });
    if (future.wait_for(std::chrono::seconds(30)) != std::future_status::ready)
        return failure(ApiError{ApiErrorCode::Timeout, std::nullopt, {}});
    return future.get();
}

ApiErrorCode codeOf(const auto &result)
{
    return result ? ApiErrorCode::Cancelled : result.error().code; // Cancelled: it succeeded
}
constexpr ApiErrorCode kFine = ApiErrorCode::Cancelled;

class Door
{
public:
    Door() : m_hasher(SodiumHasher::Cost::TestOnly) { restart(); }
    void restart()
    {
        m_access.reset();
        m_kit.reopen();
        m_access = std::make_unique<AccessService>(m_kit.store(), m_hasher, m_kit.clock(),
                                                   AccessService::Limits{});
        m_access->onSessionEnded([this](const QByteArray &hash, SessionEnd) {
            const std::lock_guard lock(m_mutex);
            m_ended << hash;
        });
    }
    ~Door()
    {
        m_access.reset();
        m_kit.close();
    }

    AccessService &access() { return *m_access; }
    StoreKit &kit() { return m_kit; }
    void wait(Duration span) { m_kit.clock().advance(span); }

    QString offer(CodePurpose purpose)
    {
        return *told<QString>(
            [&](auto tell) { m_access->offerCode(Actor::system(), purpose, tell); });
    }
    Result<AccessService::Paired, ApiError> pair(const QString &code)
    {
        return told<AccessService::Paired>(
            [&](auto tell) { m_access->pair(code, u"masa 1"_s, QByteArray(32, 'p'), tell); });
    }
    Result<AgentView, ApiError> setUp(const QString &code, const QString &name = u"yonetici"_s)
    {
        return told<AgentView>(
            [&](auto tell) { m_access->setUp(code, name, u"Yönetici"_s, kPassword, tell); });
    }
    void addUser(const QString &name, RoleSet roles = {Role::Agent})
    {
        AccessService::NewUser user{name, {}, roles, kPassword};
        if (!told<AgentView>([&](auto tell) { m_access->addUser(Actor::system(), user, tell); }))
            qFatal("no user");
    }
    QByteArray deviceToken()
    {
        if (m_device.isEmpty())
            m_device = pair(offer(CodePurpose::Pairing))->token;
        return m_device;
    }
    Result<AccessService::SignedIn, ApiError>
    signIn(const QString &name, const Secret &password = kPassword, const QString &totp = {})
    {
        const QByteArray device = deviceToken();
        return told<AccessService::SignedIn>(
            [&](auto tell) { m_access->signIn(device, name, password, totp, tell); });
    }
    Result<Actor, ApiError> who(const QByteArray &token)
    {
        return told<Actor>([&](auto tell) { m_access->authenticate(token, tell); });
    }
    Result<Instant, ApiError> stepUp(const QByteArray &token, const Secret &password = kPassword)
    {
        const auto actor = who(token);
        if (!actor)
            return failure(actor.error());
        return told<Instant>(
            [&](auto tell) { m_access->stepUp(token, *actor, password, {}, tell); });
    }
    bool ended(const QByteArray &token)
    {
        const std::lock_guard lock(m_mutex);
        return m_ended.contains(AccessService::tokenHash(token));
    }
    QStringList audited(const QString &action)
    {
        AuditFilter filter;
        filter.action = action;
        QStringList lines;
        const auto page =
            m_kit.read<AuditPage>([&](const Tx &tx) { return tx.audit().page(filter, {}, 500); });
        for (const AuditLine &line : page.lines)
            lines << line.actor + u'|' + line.result;
        return lines;
    }

private:
    StoreKit m_kit;
    SodiumHasher m_hasher;
    std::unique_ptr<AccessService> m_access;
    QByteArray m_device;
    std::mutex m_mutex;
    QList<QByteArray> m_ended;
};

} // namespace

/// Who may come in (R-33; facts/trust.md 4.1).
class ComingIn : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPairingCodeWorksOnce()
    {
        Door door;
        const QString code = door.offer(CodePurpose::Pairing);
        QVERIFY(code.size() >= 25);
        QCOMPARE(codeOf(door.pair(u"ABCDE-FGHIJ-KLMNO-PQRST-UVWXY"_s)), ApiErrorCode::CodeInvalid);
        const auto paired = door.pair(code.toLower().replace(u'-', u' ')); // as people type
        QCOMPARE(codeOf(paired), kFine);
        QVERIFY(paired->token.size() >= 43);
        QCOMPARE(codeOf(door.pair(code)), ApiErrorCode::CodeInvalid);
        QCOMPARE(door.audited(u"device.paired"_s).size(), 3);
    }

    void aPairingCodeExpires()
    {
        Door door;
        const QString code = door.offer(CodePurpose::Pairing);
        door.wait(std::chrono::minutes(10));
        QCOMPARE(codeOf(door.pair(code)), ApiErrorCode::CodeInvalid);
    }

    void aCodeIsForOneThing()
    {
        Door door;
        QCOMPARE(codeOf(door.pair(door.offer(CodePurpose::Setup))), ApiErrorCode::CodeInvalid);
        QCOMPARE(codeOf(door.setUp(door.offer(CodePurpose::Pairing))), ApiErrorCode::CodeInvalid);
    }

    void thereIsOneFirstAdministrator()
    {
        Door door;
        const QString code = door.offer(CodePurpose::Setup);
        const QString second = door.offer(CodePurpose::Setup);
        const auto first = door.setUp(code);
        QCOMPARE(codeOf(first), kFine);
        QVERIFY(first->roles.has(Role::Administrator));
        QCOMPARE(codeOf(door.setUp(second, u"baska"_s)), ApiErrorCode::AlreadySetUp);
    }

    void shortPasswordsAndOddNamesAreRefused()
    {
        Door door;
        const auto add = [&](const QString &name, const QByteArray &password, RoleSet roles) {
            AccessService::NewUser user{name, {}, roles, Secret(password)};
            return codeOf(told<AgentView>(
                [&](auto tell) { door.access().addUser(Actor::system(), user, tell); }));
        };
        QCOMPARE(add(u"a"_s, "123456789", {Role::Agent}), ApiErrorCode::BadRequest);
        QCOMPARE(add(u""_s, "1234567890", {Role::Agent}), ApiErrorCode::BadRequest);
        QCOMPARE(add(u"a b"_s, "1234567890", {Role::Agent}), ApiErrorCode::BadRequest);
        QCOMPARE(add(u"a\u202e"_s, "1234567890", {Role::Agent}), ApiErrorCode::BadRequest);
        QCOMPARE(add(u"a"_s, "1234567890", {}), ApiErrorCode::BadRequest);
        QCOMPARE(add(u"a"_s, "1234567890", {Role::Agent}), kFine);
        QVERIFY(add(u"a"_s, "1234567890", {Role::Agent}) != kFine); // taken
    }

    void signingIn()
    {
        Door door;
        door.addUser(u"cagla"_s, {Role::Agent, Role::Supervisor});
        const auto session = door.signIn(u"cagla"_s);
        QCOMPARE(codeOf(session), kFine);
        QCOMPARE(session->agent.userName, u"cagla"_s);
        const auto actor = door.who(session->token);
        QCOMPARE(actor->name, u"cagla"_s);
        QVERIFY(actor->roles.has(Role::Supervisor));
        QVERIFY(actor->steppedUpUntil.isNull());
        QCOMPARE(codeOf(door.who("nonsense")), ApiErrorCode::NotSignedIn);
        QCOMPARE(codeOf(door.who({})), ApiErrorCode::NotSignedIn);
        door.restart();
        QCOMPARE(codeOf(door.who(session->token)), kFine); // a restart signs nobody out
    }

    void unknownPeopleGetTheSameAnswer()
    {
        Door door;
        door.addUser(u"cagla"_s);
        const auto known = door.signIn(u"cagla"_s, kWrong);
        const auto unknown = door.signIn(u"kimse"_s, kWrong);
        QCOMPARE(codeOf(known), ApiErrorCode::WrongCredentials);
        QVERIFY(known.error() == unknown.error());
        // What was typed as a name may be a password: it is in no log and in no file.
        (void)door.signIn(u"kaplumbaga-parolam"_s, kWrong);
        door.kit().close();
        QVERIFY(!door.kit().allBytes().contains("kaplumbaga-parolam"));
        door.restart();
    }

    void anUnpairedConsoleGetsNowhere()
    {
        Door door;
        door.addUser(u"cagla"_s);
        const auto session = told<AccessService::SignedIn>([&](auto tell) {
            door.access().signIn("not a device", u"cagla"_s, kPassword, {}, tell);
        });
        QCOMPARE(codeOf(session), ApiErrorCode::CodeInvalid);
    }

    void guessingIsSlowedDown()
    {
        Door door;
        door.addUser(u"cagla"_s);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(codeOf(door.signIn(u"cagla"_s, kWrong)), ApiErrorCode::WrongCredentials);
        QCOMPARE(codeOf(door.signIn(u"cagla"_s)), ApiErrorCode::TooManyAttempts);
        door.restart(); // counted in the database, not in memory
        QCOMPARE(codeOf(door.signIn(u"cagla"_s)), ApiErrorCode::TooManyAttempts);
        door.wait(std::chrono::seconds(2));
        QCOMPARE(codeOf(door.signIn(u"cagla"_s, kWrong)), ApiErrorCode::WrongCredentials);
        door.wait(std::chrono::seconds(2));
        QCOMPARE(codeOf(door.signIn(u"cagla"_s)), ApiErrorCode::TooManyAttempts); // twice as long
        door.wait(std::chrono::seconds(2));
        QCOMPARE(codeOf(door.signIn(u"cagla"_s)), kFine);
        QCOMPARE(codeOf(door.signIn(u"cagla"_s, kWrong)), ApiErrorCode::WrongCredentials);
        QVERIFY(door.audited(u"session.sign_in_failed"_s).size() >= 7);
    }

    void manyGuessesAtOnceAreNoWayRound()
    {
        Door door;
        door.addUser(u"cagla"_s);
        const QByteArray device = door.deviceToken();
        std::vector<std::future<Result<AccessService::SignedIn, ApiError>>> answers;
        for (int i = 0; i < 20; ++i) {
            auto promise =
                std::make_shared<std::promise<Result<AccessService::SignedIn, ApiError>>>();
            answers.push_back(promise->get_future());
            door.access().signIn(device, u"cagla"_s, i < 19 ? kWrong : kPassword, {},
                                 [promise](Result<AccessService::SignedIn, ApiError> result) {
                                     promise->set_value(std::move(result));
                                 });
        }
        int wrong = 0;
        for (auto &answer : answers) {
            const auto result = answer.get();
            wrong += codeOf(result) == ApiErrorCode::WrongCredentials ? 1 : 0;
            QVERIFY(codeOf(result) != kFine);
        }
        QCOMPARE(wrong, 5);
    }

    void theCodesOfRfc6238()
    {
        const Secret secret(QByteArrayLiteral("12345678901234567890"));
        const QList<std::pair<qint64, QString>> vectors{
            {59, u"287082"_s},         {1111111109, u"081804"_s}, {1111111111, u"050471"_s},
            {1234567890, u"005924"_s}, {2000000000, u"279037"_s}, {20000000000, u"353130"_s}};
        for (const auto &[seconds, code] : vectors) {
            QCOMPARE(totpCode(secret, seconds / 30), code);
            const Instant now = Instant::fromSeconds(seconds);
            QCOMPARE(acceptTotp(secret, code, now, 0), std::optional(seconds / 30));
            QCOMPARE(acceptTotp(secret, code, now, seconds / 30), std::nullopt);  // used up
            QVERIFY(acceptTotp(secret, code, now + std::chrono::seconds(30), 0)); // a slow typist
            QVERIFY(!acceptTotp(secret, code, now + std::chrono::seconds(90), 0));
            QVERIFY(!acceptTotp(secret, code.left(5), now, 0));
            QVERIFY(!acceptTotp(secret, {}, now, 0));
        }
        QCOMPARE(base32("foobar"), u"MZXW6YTBOI"_s); // RFC 4648
        QCOMPARE(base32("f"), u"MY"_s);
        QCOMPARE(base32({}), QString());
    }

    void theSecondFactor()
    {
        Door door;
        door.addUser(u"cagla"_s);
        const auto enrolled = told<QString>(
            [&](auto tell) { door.access().enrolTotp(Actor::system(), u"cagla"_s, tell); });
        QVERIFY(enrolled->size() == 32);
        const auto user = door.kit().read<std::optional<UserRecord>>(
            [](const Tx &tx) { return tx.access().user(u"cagla"_s); });
        const auto code = [&] {
            return totpCode(user->totpSecret, door.kit().clock().now().seconds() / 30);
        };
        QCOMPARE(codeOf(door.signIn(u"cagla"_s)), ApiErrorCode::SecondFactorNeeded);
        // Only who knows the password hears that there is a second factor.
        QCOMPARE(codeOf(door.signIn(u"cagla"_s, kWrong)), ApiErrorCode::WrongCredentials);
        QCOMPARE(codeOf(door.signIn(u"cagla"_s, kPassword, u"000000"_s)),
                 ApiErrorCode::WrongCredentials);
        QCOMPARE(codeOf(door.signIn(u"cagla"_s, kPassword, code())), kFine);
        QCOMPARE(codeOf(door.signIn(u"cagla"_s, kPassword, code())),
                 ApiErrorCode::WrongCredentials); // seen over a shoulder
        door.wait(std::chrono::seconds(30));
        QCOMPARE(codeOf(door.signIn(u"cagla"_s, kPassword, code())), kFine);
    }

    void steppingUp()
    {
        Door door;
        door.addUser(u"cagla"_s, {Role::PrivacyOfficer});
        const QByteArray token = door.signIn(u"cagla"_s)->token;
        QCOMPARE(codeOf(door.stepUp(token, kWrong)), ApiErrorCode::WrongCredentials);
        QVERIFY(door.who(token)->steppedUpUntil.isNull());
        const auto until = door.stepUp(token);
        QCOMPARE(*until, door.kit().clock().now() + kStepUpLasts);
        QCOMPARE(door.who(token)->steppedUpUntil, *until);
        door.restart();
        QCOMPARE(door.who(token)->steppedUpUntil, *until);
        // Another session of the same person gains nothing.
        QVERIFY(door.who(door.signIn(u"cagla"_s)->token)->steppedUpUntil.isNull());
        for (int i = 0; i < 4; ++i)
            (void)door.stepUp(token, kWrong);
        QCOMPARE(codeOf(door.stepUp(token, kWrong)), ApiErrorCode::WrongCredentials);
        QCOMPARE(codeOf(door.stepUp(token)), ApiErrorCode::TooManyAttempts);
    }

    void aChangedFactorEndsEverySession_data()
    {
        QTest::addColumn<QString>("change");
        for (const char *change : {"password", "disabled", "second factor", "signed out"})
            QTest::newRow(change) << QString::fromLatin1(change);
    }
    void aChangedFactorEndsEverySession()
    {
        QFETCH(QString, change);
        Door door;
        door.addUser(u"cagla"_s, {Role::PrivacyOfficer});
        door.addUser(u"baska"_s);
        const QByteArray token = door.signIn(u"cagla"_s)->token;
        const QByteArray other = door.signIn(u"baska"_s)->token;
        QCOMPARE(codeOf(door.who(token)), kFine);
        QCOMPARE(codeOf(door.who(other)), kFine);
        QCOMPARE(codeOf(door.stepUp(token)), kFine);
        const auto system = Actor::system();
        if (change == u"password"_s)
            (void)told<Done>(
                [&](auto tell) { door.access().setPassword(system, u"cagla"_s, kWrong, tell); });
        else if (change == u"disabled"_s)
            (void)told<Done>(
                [&](auto tell) { door.access().setDisabled(system, u"cagla"_s, true, tell); });
        else if (change == u"second factor"_s)
            (void)told<QString>(
                [&](auto tell) { door.access().enrolTotp(system, u"cagla"_s, tell); });
        else
            (void)told<Done>([&](auto tell) { door.access().signOut(token, system, tell); });
        QVERIFY(door.ended(token)); // so that its stream ends now
        QVERIFY(!door.ended(other));
        QCOMPARE(codeOf(door.who(token)), ApiErrorCode::NotSignedIn);
        door.restart();
        QCOMPARE(codeOf(door.who(token)), ApiErrorCode::NotSignedIn);
        QCOMPARE(codeOf(door.who(other)), kFine);
        if (change == u"disabled"_s) // R-89, and said like any wrong password
            QCOMPARE(codeOf(door.signIn(u"cagla"_s)), ApiErrorCode::WrongCredentials);
    }

    void sessionsEndWhenLeftAlone()
    {
        Door door;
        door.addUser(u"cagla"_s);
        const QByteArray token = door.signIn(u"cagla"_s)->token;
        for (int i = 0; i < 10; ++i) {
            door.wait(std::chrono::minutes(29));
            QCOMPARE(codeOf(door.who(token)), kFine); // used now and then
        }
        door.wait(std::chrono::minutes(30));
        QCOMPARE(codeOf(door.who(token)), ApiErrorCode::NotSignedIn);
    }

    void sessionsEndAtTheEndOfTheDay()
    {
        Door door;
        door.addUser(u"cagla"_s);
        const auto session = door.signIn(u"cagla"_s);
        QCOMPARE(session->expiresAt, door.kit().clock().now() + std::chrono::hours(12));
        for (int i = 0; i < 12 * 4 - 1; ++i) {
            door.wait(std::chrono::minutes(15));
            QCOMPARE(codeOf(door.who(session->token)), kFine);
        }
        door.wait(std::chrono::minutes(15));
        QCOMPARE(codeOf(door.who(session->token)), ApiErrorCode::NotSignedIn);
    }

    void aStreamsSessionIsLookedAtWithoutKeepingItAlive()
    {
        Door door;
        door.addUser(u"cagla"_s);
        const QByteArray token = door.signIn(u"cagla"_s)->token;
        QCOMPARE(codeOf(door.who(token)), kFine);
        door.wait(std::chrono::minutes(20));
        door.access().recheck(AccessService::tokenHash(token));
        QVERIFY(!door.ended(token));
        door.wait(std::chrono::minutes(10));
        door.access().recheck(AccessService::tokenHash(token));
        QTRY_VERIFY(door.ended(token));
    }

    void nothingThatOpensADoorIsStoredAsItIs()
    {
        Door door;
        const QString code = door.offer(CodePurpose::Pairing);
        const QByteArray device = door.pair(door.offer(CodePurpose::Pairing))->token;
        door.addUser(u"cagla"_s);
        const QByteArray token = door.signIn(u"cagla"_s)->token;
        const auto totp = told<QString>(
            [&](auto tell) { door.access().enrolTotp(Actor::system(), u"cagla"_s, tell); });
        door.kit().close();
        const QByteArray all = door.kit().allBytes();
        for (const QByteArray &secret : {code.toLatin1(), QString(code).remove(u'-').toLatin1(),
                                         device, token, kPassword.reveal(), totp->toLatin1()})
            QVERIFY(!all.contains(secret));
        QVERIFY(all.contains("$argon2id$"));
        door.restart();
    }
};

DESTEK_TEST(ComingIn)
#include "tst_coming_in.moc"
