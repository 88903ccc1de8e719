#include "core/policy/send_policy.h"
#include "tests/kit/test_main.h"

#include <QTest>

#include <rapidcheck.h>

using namespace Qt::StringLiterals;
using namespace destek;
using namespace std::chrono;

namespace
{

constexpr Instant kNow = Instant::fromSeconds(1'795'327'200);

using Refusal = std::optional<SendRefusal>;

SendFacts facts(Duration sinceInbound)
{
    SendFacts known;
    known.now = kNow;
    known.lastInboundAt = kNow - sinceInbound;
    known.lastQuestionAt = known.lastInboundAt;
    return known;
}

/// Wrote STOP `stop` ago and, if given, asked something `question` ago.
SendFacts optedOut(Duration stop, std::optional<Duration> question)
{
    SendFacts known = facts(question ? std::min(stop, *question) : stop);
    known.standing = Standing::OptedOut;
    known.optedOutAt = kNow - stop;
    known.lastQuestionAt = question ? std::optional(kNow - *question) : std::nullopt;
    known.confirmationSent = true;
    return known;
}

SendWish text(const QString &words = u"Merhaba"_s)
{
    SendWish wish;
    wish.text = words;
    return wish;
}

SendWish chosen(const QString &category = u"UTILITY"_s, const QString &status = u"APPROVED"_s,
                int variables = 0, const QStringList &values = {})
{
    SendWish wish;
    wish.kind = SendWish::Kind::Template;
    wish.chosen = TemplateFacts{category, status, variables};
    wish.variables = values;
    return wish;
}

SendWish confirmation()
{
    SendWish wish = text(u"Talebiniz alındı."_s);
    wish.kind = SendWish::Kind::OptOutConfirmation;
    return wish;
}

/// The rules as docs and the policy say them, one sentence each, written without looking at the
/// implementation: any order of reasons will do, so it answers only yes or no.
bool oracleAllows(const SendFacts &known, const SendWish &wish)
{
    const bool inWindow =
        known.lastInboundAt && (known.now - *known.lastInboundAt) < hours(24) - minutes(2);
    const bool out = known.standing != Standing::Open;
    const bool askedLater =
        known.lastQuestionAt && known.optedOutAt && *known.lastQuestionAt > *known.optedOutAt;
    const bool words = !wish.text.trimmed().isEmpty() && wish.text.size() <= 4096;
    if (!known.hasRecipient)
        return false;
    if (wish.kind == SendWish::Kind::FreeText)
        return inWindow && words && (!out || askedLater);
    if (wish.kind == SendWish::Kind::OptOutConfirmation)
        return inWindow && words && out && !known.confirmationSent;
    if (!wish.chosen || out)
        return false;
    const QString category = wish.chosen->category.toUpper();
    bool filled = wish.variables.size() == wish.chosen->variables;
    for (const QString &value : wish.variables)
        filled = filled && !value.trimmed().isEmpty();
    return (category == u"UTILITY"_s || category == u"AUTHENTICATION"_s) &&
           wish.chosen->status.toUpper() == u"APPROVED"_s && filled;
}

template <typename T>
rc::Gen<T> oneOf(std::vector<T> values)
{
    return rc::gen::elementOf(std::move(values));
}

rc::Gen<std::optional<Instant>> instantNearNow()
{
    const qint64 day = 24 * 3600 * 1000;
    static const std::vector<qint64> edges{
        0, 1, -1, day, day - 120000, day - 120001, day - 119999, -3600000, 3 * day, 60000, 59999};
    return rc::gen::map(
        rc::gen::pair(rc::gen::inRange<int>(0, 4),
                      rc::gen::pair(rc::gen::elementOf(edges), rc::gen::inRange<int>(-2, 3))),
        [](const std::pair<int, std::pair<qint64, int>> &made) -> std::optional<Instant> {
            if (made.first == 0)
                return std::nullopt;
            return Instant::fromMs(kNow.ms - made.second.first + made.second.second);
        });
}

SendFacts anyFacts()
{
    SendFacts known;
    known.now = kNow;
    known.lastInboundAt = *instantNearNow();
    known.lastQuestionAt = *instantNearNow();
    known.optedOutAt = *instantNearNow();
    known.standing = *rc::gen::element(Standing::Open, Standing::OptedOut);
    known.confirmationSent = *rc::gen::arbitrary<bool>();
    known.hasRecipient = *rc::gen::weightedElement<bool>({{6, true}, {1, false}});
    return known;
}

SendWish anyWish()
{
    SendWish wish;
    wish.kind = *rc::gen::element(SendWish::Kind::FreeText, SendWish::Kind::Template,
                                  SendWish::Kind::OptOutConfirmation);
    wish.text =
        *oneOf<QString>({u""_s, u"  \n"_s, u"Merhaba"_s, QString(4096, u'a'), QString(4097, u'a')});
    if (*rc::gen::inRange<int>(0, 8) > 0)
        wish.chosen = TemplateFacts{
            *oneOf<QString>({u"UTILITY"_s, u"utility"_s, u"AUTHENTICATION"_s, u"MARKETING"_s,
                             u"marketing"_s, u"MARKETING_LITE"_s, u"SERVICE"_s, u""_s}),
            *oneOf<QString>({u"APPROVED"_s, u"approved"_s, u"PAUSED"_s, u"REJECTED"_s, u""_s}),
            *rc::gen::inRange<int>(0, 3)};
    const int values = *rc::gen::inRange<int>(0, 3);
    for (int i = 0; i < values; ++i)
        wish.variables << *oneOf<QString>({u"12"_s, u""_s, u" "_s});
    return wish;
}

} // namespace

/// May this be sent, now, to this person? (R-10, R-13, R-58 to R-60; facts/whatsapp.md 5.1.)
class SendPolicy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theWindowForFreeText_data()
    {
        QTest::addColumn<qint64>("sinceMs");
        QTest::addColumn<bool>("open");
        const qint64 minute = 60'000;
        QTest::newRow("just written") << qint64(0) << true;
        QTest::newRow("an hour ago") << 60 * minute << true;
        QTest::newRow("23 h 57 min") << (23 * 60 + 57) * minute << true;
        QTest::newRow("23 h 57 min 59.999 s") << (23 * 60 + 58) * minute - 1 << true;
        QTest::newRow("23 h 58 min: the margin begins") << (23 * 60 + 58) * minute << false;
        QTest::newRow("24 h") << 24 * 60 * minute << false;
        QTest::newRow("a week") << 7 * 24 * 60 * minute << false;
        QTest::newRow("Meta's clock ahead of ours") << -5 * minute << true;
    }
    void theWindowForFreeText()
    {
        QFETCH(qint64, sinceMs);
        QFETCH(bool, open);
        const SendFacts known = facts(Duration(sinceMs));
        QCOMPARE(whyNot(known, text()), open ? Refusal() : Refusal(SendRefusal::WindowClosed));
        QCOMPARE(allowance(known).freeText, open ? Refusal() : Refusal(SendRefusal::WindowClosed));
        // A utility template needs no window.
        QCOMPARE(whyNot(known, chosen()), Refusal());
    }

    void absentFactsAllowNothing()
    {
        SendFacts nothing;
        nothing.now = kNow;
        QCOMPARE(whyNot(nothing, text()), Refusal(SendRefusal::WindowClosed));
        QCOMPARE(windowClosesAt(std::nullopt), std::optional<Instant>());
        SendFacts nobody = facts(minutes(1));
        nobody.hasRecipient = false;
        QCOMPARE(whyNot(nobody, text()), Refusal(SendRefusal::NoRecipient));
        QCOMPARE(whyNot(nobody, chosen()), Refusal(SendRefusal::NoRecipient));
        SendWish noTemplate = chosen();
        noTemplate.chosen.reset();
        QCOMPARE(whyNot(facts(minutes(1)), noTemplate), Refusal(SendRefusal::TemplateUnknown));
        // Opted out at an unknown time: no question can be proved to be later.
        SendFacts undated = optedOut(hours(2), hours(1));
        undated.optedOutAt.reset();
        QCOMPARE(whyNot(undated, text()), Refusal(SendRefusal::OptedOut));
    }

    void theTextItself_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("refusal");
        QTest::newRow("empty") << QString() << int(SendRefusal::TextEmpty);
        QTest::newRow("blank") << u" \t\n"_s << int(SendRefusal::TextEmpty);
        QTest::newRow("4096") << QString(4096, u'x') << -1;
        QTest::newRow("4097") << QString(4097, u'x') << int(SendRefusal::TextTooLong);
    }
    void theTextItself()
    {
        QFETCH(QString, words);
        QFETCH(int, refusal);
        QCOMPARE(whyNot(facts(minutes(1)), text(words)),
                 refusal < 0 ? Refusal() : Refusal(SendRefusal(refusal)));
    }

    void anOptedOutPerson_data()
    {
        QTest::addColumn<qint64>("stopMs");
        QTest::addColumn<qint64>("questionMs"); // -1: none
        QTest::addColumn<int>("answer");
        const qint64 hour = 3'600'000;
        QTest::newRow("silent since") << hour << qint64(-1) << int(SendRefusal::OptedOut);
        QTest::newRow("asked before STOP") << hour << 2 * hour << int(SendRefusal::OptedOut);
        QTest::newRow("asked in the same second") << hour << hour << int(SendRefusal::OptedOut);
        QTest::newRow("asked one second later") << hour << hour - 1000 << -1;
        QTest::newRow("asked later, a day ago")
            << 30 * hour << 24 * hour << int(SendRefusal::WindowClosed);
        QTest::newRow("asked later, within the window") << 300 * hour << hour << -1;
    }
    void anOptedOutPerson()
    {
        QFETCH(qint64, stopMs);
        QFETCH(qint64, questionMs);
        QFETCH(int, answer);
        const SendFacts known = optedOut(
            Duration(stopMs), questionMs < 0 ? std::nullopt : std::optional(Duration(questionMs)));
        QCOMPARE(whyNot(known, text()), answer < 0 ? Refusal() : Refusal(SendRefusal(answer)));
        // Of our own accord: never, whatever was asked.
        QCOMPARE(whyNot(known, chosen()), Refusal(SendRefusal::OptedOut));
        QCOMPARE(allowance(known).templates, Refusal(SendRefusal::OptedOut));
    }

    void templates_data()
    {
        QTest::addColumn<QString>("category");
        QTest::addColumn<QString>("status");
        QTest::addColumn<int>("wanted");
        QTest::addColumn<QStringList>("values");
        QTest::addColumn<int>("answer");
        const QString ok = u"APPROVED"_s;
        const int marketing = int(SendRefusal::Marketing);
        QTest::newRow("utility") << u"UTILITY"_s << ok << 1 << QStringList{u"12"_s} << -1;
        QTest::newRow("lower case") << u"utility"_s << u"approved"_s << 0 << QStringList() << -1;
        QTest::newRow("authentication") << u"AUTHENTICATION"_s << ok << 0 << QStringList() << -1;
        // nobody, in whatever spelling, approved or not.
        for (const QString &word :
             {u"MARKETING"_s, u"marketing"_s, u"Marketing"_s, u"mArKeTiNg"_s, u"MARKETING_LITE"_s,
              u"marketing "_s, u" UTILITY"_s, u""_s, u"UTILITY\0"_s, u"GENERAL_PURPOSE_AI"_s,
              u"UTİLİTY"_s, u"utılıty"_s, u"SERVICE"_s})
            QTest::addRow("category '%s'", qPrintable(word))
                << word << ok << 0 << QStringList() << marketing;
        for (const QString &word : {u"PAUSED"_s, u"DISABLED"_s, u"REJECTED"_s, u"PENDING"_s,
                                    u"FLAGGED"_s, u""_s, u"APPROVED "_s})
            QTest::addRow("status '%s'", qPrintable(word))
                << u"UTILITY"_s << word << 0 << QStringList()
                << int(SendRefusal::TemplateNotApproved);
        const int missing = int(SendRefusal::MissingVariable);
        QTest::newRow("none of one") << u"UTILITY"_s << ok << 1 << QStringList() << missing;
        QTest::newRow("two of one")
            << u"UTILITY"_s << ok << 1 << QStringList{u"a"_s, u"b"_s} << missing;
        QTest::newRow("an empty one")
            << u"UTILITY"_s << ok << 2 << QStringList{u"a"_s, u""_s} << missing;
        QTest::newRow("a blank one")
            << u"UTILITY"_s << ok << 1 << QStringList{u" \u00a0"_s} << missing;
    }
    void templates()
    {
        QFETCH(QString, category);
        QFETCH(QString, status);
        QFETCH(int, wanted);
        QFETCH(QStringList, values);
        QFETCH(int, answer);
        QCOMPARE(whyNot(facts(hours(100)), chosen(category, status, wanted, values)),
                 answer < 0 ? Refusal() : Refusal(SendRefusal(answer)));
    }

    void marketingIsRefusedBeforeAnythingElse() // the answer does not depend on the person
    {
        for (const SendFacts &known : {facts(minutes(1)), optedOut(hours(1), minutes(1)),
                                       SendFacts{kNow, {}, {}, Standing::Open, {}, false, false}})
            QCOMPARE(whyNot(known, chosen(u"MARKETING"_s)), Refusal(SendRefusal::Marketing));
    }

    void theConfirmationGoesOutOnce()
    {
        SendFacts known = optedOut(minutes(1), std::nullopt);
        known.confirmationSent = false;
        QCOMPARE(whyNot(known, confirmation()), Refusal());
        known.confirmationSent = true;
        QCOMPARE(whyNot(known, confirmation()), Refusal(SendRefusal::ConfirmationSent));
        known.confirmationSent = false;
        known.standing = Standing::Open; // came back meanwhile
        QCOMPARE(whyNot(known, confirmation()), Refusal(SendRefusal::ConfirmationSent));
        SendFacts late = optedOut(hours(24), std::nullopt);
        late.confirmationSent = false;
        QCOMPARE(whyNot(late, confirmation()), Refusal(SendRefusal::WindowClosed));
    }

    void anIndependentOracleAgrees()
    {
        QVERIFY(rc::check([] {
            const SendFacts known = anyFacts();
            const SendWish wish = anyWish();
            RC_ASSERT(!whyNot(known, wish).has_value() == oracleAllows(known, wish));
        }));
    }

    void whatTheConsoleIsToldHolds()
    {
        QVERIFY(rc::check([] {
            const SendFacts known = anyFacts();
            RC_ASSERT(allowance(known).freeText == whyNot(known, text()));
            RC_ASSERT(allowance(known).templates == whyNot(known, chosen()));
        }));
    }

    void unknownCategoriesAreNeverSendable() // unknown means no
    {
        QVERIFY(rc::check([] {
            const auto raw = *rc::gen::string<std::string>();
            const QString category = QString::fromLatin1(QByteArray::fromStdString(raw));
            RC_PRE(category.compare(u"UTILITY"_s, Qt::CaseInsensitive) != 0);
            RC_PRE(category.compare(u"AUTHENTICATION"_s, Qt::CaseInsensitive) != 0);
            RC_ASSERT(!isSendableCategory(category));
            RC_ASSERT(whyNot(facts(minutes(1)), chosen(category)) == SendRefusal::Marketing);
        }));
    }
};

DESTEK_TEST(SendPolicy)
#include "tst_send_policy.moc"
