// Whom a note names, and whom an '@' may mean.
#include "core/policy/own_limits.h"
#include "models/work/mentions.h"
#include "models/work/notes.h"
#include "net/fake/fake_server.h"
#include "tests/kit/manual_clock.h"
#include "tests/kit/test_main.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace destek;
using models::Mention;

namespace
{

QList<Colleague> colleagues()
{
    const auto one = [](qint64 id, const QString &name, Presence presence = Presence::Online) {
        Colleague colleague;
        colleague.id = AgentId(id);
        colleague.name = name;
        colleague.presence = presence;
        return colleague;
    };
    return {one(1, u"Deniz Kaya"_s), one(2, u"Işıl Çağlar"_s, Presence::Offline),
            one(3, u"İbrahim Öz"_s), one(4, u"İbrahim Özcan"_s), one(5, u"Zeynep"_s)};
}

QStringList offered(const QString &words)
{
    QStringList names;
    for (const Colleague &one : models::mentionable(words, colleagues(), AgentId(1)))
        names << one.name;
    return names;
}

} // namespace

class Mentions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void a_name_counts_with_its_sign_and_as_a_whole()
    {
        const QString text = u"@Işıl Çağlar bakar mı? zeynep@Zeynep.com, @Zeynep, @Zeynepçiğim"_s;
        QCOMPARE(models::mentionsIn(text, colleagues()),
                 (QList<Mention>{{AgentId(2), 0, 12}, {AgentId(5), text.indexOf(u"@Zeynep,"), 7}}));
    }

    void of_two_names_that_begin_alike_the_longer_one_is_meant()
    {
        QCOMPARE(models::namedIn(u"@İbrahim Özcan"_s, colleagues()), QList<AgentId>{AgentId(4)});
        QCOMPARE(models::namedIn(u"@İbrahim Öz"_s, colleagues()), QList<AgentId>{AgentId(3)});
        QCOMPARE(models::namedIn(u"@İbrahim Öz ve @İbrahim Öz"_s, colleagues()),
                 QList<AgentId>{AgentId(3)});
    }

    void names_are_found_as_people_type_them()
    {
        QCOMPARE(offered(u"isil"_s), QStringList{u"Işıl Çağlar"_s});
        QCOMPARE(offered(u"ÇAĞ"_s), QStringList{u"Işıl Çağlar"_s});
        QCOMPARE(offered(u"ibrahim oz"_s), (QStringList{u"İbrahim Öz"_s, u"İbrahim Özcan"_s}));
        QVERIFY(offered(u"rahim"_s).isEmpty());         // not from the middle of a word
        QCOMPARE(offered({}).size(), 4);                // everybody but me
        QCOMPARE(offered({}).last(), u"Işıl Çağlar"_s); // who is not here comes last
    }

    void a_mention_begins_at_its_sign_and_ends_with_the_line()
    {
        const auto words = [](const QString &text) {
            const auto begun = models::mentionBegun(text, text.size());
            return begun ? begun->words : u"none"_s;
        };
        QCOMPARE(words(u"bak @is"_s), u"is"_s);
        QCOMPARE(words(u"@"_s), QString());
        QCOMPARE(words(u"@ibrahim oz"_s), u"ibrahim oz"_s);
        QCOMPARE(words(u"ali@ornek"_s), u"none"_s);
        QCOMPARE(words(u"@ada\nsonra"_s), u"none"_s);
        QCOMPARE(words(u"@ sonra"_s), u"none"_s);
        QVERIFY(!models::mentionBegun(u"@ada"_s, 0));
        QVERIFY(!models::mentionBegun({}, 0));
    }

    void no_more_are_named_than_a_note_may_name()
    {
        QList<Colleague> many;
        QString text;
        for (int i = 0; i < kMentionsAtMost + 5; ++i) {
            Colleague one;
            one.id = AgentId(100 + i);
            one.name = u"Ada%1"_s.arg(i + 100);
            many << one;
            text += u'@' + one.name + u' ';
        }
        QCOMPARE(models::namedIn(text, many).size(), kMentionsAtMost);
    }

    void a_note_that_failed_keeps_its_id_and_is_kept_once()
    {
        test::ManualClock clock;
        net::FakeServer server(&clock);
        models::Notes notes(&server);
        QSignalSpy kept(&notes, &models::Notes::kept);
        QSignalSpy returned(&notes, &models::Notes::returned);
        server.failNext(net::FakeCall::KeepNote, ApiErrorCode::Unreachable);
        notes.keep(ConversationId(3), u"Depoyu aradım"_s, {AgentId(2)});
        QVERIFY(returned.wait());
        const auto first = returned.first().first().value<NoteDraft>();
        QCOMPARE(first.mentions, QList<AgentId>{AgentId(2)});
        notes.keep(ConversationId(3), first.text, first.mentions);
        QVERIFY(kept.wait());
        QCOMPARE(kept.first().first().value<MessageView>().id, first.id);
        notes.keep(ConversationId(3), first.text, {}); // said again on purpose
        QVERIFY(kept.wait());
        QVERIFY(kept.last().first().value<MessageView>().id != first.id);
    }
};

DESTEK_TEST(Mentions)
#include "tst_mentions.moc"
