#include "tests/daemon/team_desk.h"
#include "tests/kit/test_main.h"

#include <QTest>

using namespace destek;
using namespace destek::daemon;
using namespace destek::test;

namespace
{

const meta::Sender &kAyse = TeamDesk::kCustomer;

} // namespace

/// Internal notes are lines of the thread for colleagues alone (design/journeys.md 6.1).
class Notes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aNoteStandsInTheThreadAndChangesNothingElse()
    {
        TeamDesk team;
        team.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        team.at(60);
        const ConversationSummary before = team.summary();
        const qint64 feed = team.feed();
        const NoteDraft note = team.note(u"Kargo deposu aranacak"_s);
        QVERIFY(team.tries(note).ok());
        QCOMPARE(team.summary(), before); // last line, waiting, window, revision
        const MessageView view = team.shown(note.id);
        QCOMPARE(view.direction, Direction::Event);
        QCOMPARE(view.kind, MessageKind::Note);
        QCOMPARE(view.state, SendState::None);
        QCOMPARE(view.text, note.text);
        QCOMPARE(view.author, team.cagla.displayName);
        QVERIFY(!view.absorbed);
        const auto thread = team.kit().read<ThreadPage>([&](const Tx &tx) {
            return Views(tx, team.clock().now()).thread(note.conversation, {}, {}, 10);
        });
        QCOMPARE(thread.messages.size(), 2);
        QCOMPARE(thread.messages.last().id, note.id);
        const auto changes =
            team.kit().read<QList<Change>>([&](const Tx &tx) { return tx.feed().after(feed, 10); });
        QCOMPARE(changes.size(), 1); // every console hears of it
        QCOMPARE(changes.first().message, note.id);
        QCOMPARE(team.found(u"deposu"_s), QList{note.id});
        QCOMPARE(team.audit(u"note.kept"_s).size(), 1);
        QVERIFY(!team.audit(u"note.kept"_s).first().object.contains(u"Kargo"_s));
    }

    void noWayOutPicksItUp()
    {
        TeamDesk team;
        team.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        const NoteDraft note = team.note(u"Müşteri zor"_s);
        QVERIFY(team.tries(note).ok());
        QVERIFY(team.claim().isEmpty());
        // Quoting it, reacting to it or deciding about it would hand its id or its words out.
        SendCommand quoting = team.text(kAyse, u"Bakıyoruz"_s);
        quoting.content.answers = note.id;
        QCOMPARE(team.queue(quoting).refusal, std::optional(SendRefusal::TargetGone));
        SendCommand thumb = team.text(kAyse, u"👍"_s);
        thumb.content.kind = MessageKind::Reaction;
        thumb.content.answers = note.id;
        QCOMPARE(team.queue(thumb).refusal, std::optional(SendRefusal::TargetGone));
        team.kit().write([&](Tx &tx) -> Stored<Done> {
            const auto refused = SendService(tx, team.clock()).decide(team.cagla, note.id, true);
            return refused && *refused ? Stored<Done>(done()) : failure(StoreError::Failed);
        });
        // A note is no kind that can be sent either.
        SendCommand disguised = team.text(kAyse, u"Müşteri zor"_s);
        disguised.content.kind = MessageKind::Note;
        QCOMPARE(team.queue(disguised).refusal, std::optional(SendRefusal::ContentNotAllowed));
        // Not even if its row came to look like something queued.
        for (const char *state : {"queued", "sending", "unknown"}) {
            team.kit().tamper(u"UPDATE message SET state = ? WHERE kind = 'note'"_s,
                              {QString::fromLatin1(state)});
            QVERIFY(team.claim().isEmpty());
        }
    }

    void theSameIdTwiceIsOneNote()
    {
        TeamDesk team;
        team.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        const NoteDraft note = team.note(u"bir"_s, {team.burak.agent});
        QVERIFY(team.tries(note).ok());
        NoteDraft again = note;
        again.text = u"iki"_s;
        QVERIFY(team.tries(again).ok());
        QCOMPARE(team.shown(note.id).text, u"bir"_s);
        QCOMPARE(team.thread(kAyse).size(), 2);
        QCOMPARE(team.audit(u"note.kept"_s).size(), 1);
        // Somebody else's id, or a message's, is not one's own note.
        const auto taken = team.tries(team.burak, note);
        QVERIFY(!taken && taken.error() == StoreError::Conflict);
        NoteDraft stolen = note;
        stolen.id = team.thread(kAyse).first().id;
        const auto other = team.tries(stolen);
        QVERIFY(!other && other.error() == StoreError::Conflict);
    }

    void whatCannotBeANote()
    {
        TeamDesk team;
        team.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        QVERIFY(!team.tries(team.note(u" \n\t"_s)));
        QVERIFY(!team.tries(team.note(QString(kNoteLimit + 1, u'x'))));
        QVERIFY(team.tries(team.note(QString(kNoteLimit, u'x'))).ok());
        NoteDraft nowhere = team.note(u"x"_s);
        nowhere.conversation = ConversationId(4711);
        const auto lost = team.tries(nowhere);
        QVERIFY(!lost && lost.error() == StoreError::NotFound);
        QCOMPARE(team.thread(kAyse).size(), 2);
    }

    void cardNumbersAreMaskedBeforeAnythingIsStored()
    {
        TeamDesk team;
        team.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        const NoteDraft note = team.note(u"Kartı 4111 1111 1111 1111, iade edilecek"_s);
        QVERIFY(team.tries(note).ok());
        QVERIFY(!team.shown(note.id).text.contains(u"4111 1111"_s));
        QVERIFY(team.shown(note.id).text.contains(u"1111, iade"_s));
        QVERIFY(team.found(u"411111111111"_s).isEmpty());
    }

    void mentionsAreForThoseWhoMayRead()
    {
        TeamDesk team;
        team.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        const Actor left = team.colleague(u"left"_s, {Role::Agent}, true);
        const Actor admin = team.colleague(u"admin"_s, {Role::Administrator});
        const NoteDraft note =
            team.note(u"@burak bakar mısın"_s, {team.burak.agent, left.agent, admin.agent,
                                                team.cagla.agent, team.burak.agent, AgentId(99)});
        QVERIFY(team.tries(note).ok());
        QList<AgentId> named{team.cagla.agent, team.burak.agent};
        QCOMPARE(team.shown(note.id).mentions, named);
        const auto mentioned = [&](const Actor &who) {
            return team.kit().read<QList<ConversationId>>(
                [&](const Tx &tx) { return tx.own().mentionedIn(who.agent); });
        };
        QCOMPARE(mentioned(team.burak), QList{note.conversation});
        QVERIFY(mentioned(team.cagla).isEmpty()); // who wrote it has looked
        QVERIFY(mentioned(admin).isEmpty());
        team.kit().write([&](Tx &tx) {
            return tx.own().markSeen(team.burak.agent, {note.conversation, 1});
        });
        QVERIFY(mentioned(team.burak).isEmpty());
        QCOMPARE(team.shown(note.id).mentions, named); // it still names them
    }
};

DESTEK_TEST(Notes)
#include "tst_notes.moc"
