#include "core/wire/collaboration_json.h"
#include "core/wire/json.h"
#include "net/http/http_own_api.h"
#include "net/http/http_team_api.h"
#include "net/http/http_work_api.h"
#include "tests/kit/test_main.h"
#include "tests/net/tiny_daemon.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace destek;
using namespace destek::net;

/// Sharing work over HTTPS: the paths and words of core/wire/endpoints.h.
class WorkCalls : public QObject
{
    Q_OBJECT
    test::Identity m_ca = test::makeCa("Destek test CA");
    test::TinyDaemon m_daemon{m_ca, test::makeServer(m_ca)};
    HttpTransport m_transport;
    HttpWorkApi m_work{&m_transport};
    HttpOwnApi m_own{&m_transport};
    HttpTeamApi m_team{&m_transport};

    void reply(const QString &path, const QJsonObject &json, int status = 200)
    {
        m_daemon.answer(path, status, QJsonDocument(json).toJson(QJsonDocument::Compact));
    }

    /// Calls and waits; nullopt: no answer came.
    template <typename T, typename Call>
    std::optional<Answer<T>> asked(Call call)
    {
        std::optional<Answer<T>> answer;
        call(Then<T>(this, [&answer](const Answer<T> &got) { answer = got; }));
        (void)QTest::qWaitFor([&] { return answer.has_value(); }, test::kPatience);
        return answer;
    }

private Q_SLOTS:
    void initTestCase() { m_transport.setLink(m_daemon.link(m_ca.certificatePem)); }

    void oneActGoesToManyAndEachIsAnsweredForItself()
    {
        ConversationSummary summary;
        summary.id = ConversationId(7);
        summary.contact = ContactId(1);
        summary.work.assignee = AgentId(3);
        WorkOutcome good;
        good.conversation = summary.id;
        good.summary = summary;
        WorkOutcome held;
        held.conversation = ConversationId(8);
        held.refusal = WorkRefusal::HeldByColleague;
        reply(u"/v1/work"_s, {{u"outcomes"_s, QJsonArray{wire::toJson(good), wire::toJson(held)}}});
        WorkAct act;
        act.kind = WorkAct::Kind::Assign;
        act.agent = AgentId(3);
        act.note = u"Lütfen fatura."_s;
        const auto answer = asked<QList<WorkOutcome>>([&](const auto &then) {
            m_work.act({ConversationId(7), ConversationId(8)}, act, then);
        });
        QVERIFY(answer && answer->ok());
        QCOMPARE((*answer)->size(), 2);
        QCOMPARE((*answer)->at(0).summary->work.assignee, AgentId(3));
        QVERIFY(!(*answer)->at(0).refusal);
        QCOMPARE((*answer)->at(1).refusal, std::optional(WorkRefusal::HeldByColleague));
        QCOMPARE(m_daemon.lastBody(),
                 (QJsonObject{{u"conversations"_s, QJsonArray{7, 8}},
                              {u"act"_s, QJsonObject{{u"kind"_s, u"assign"_s},
                                                     {u"agent"_s, 3},
                                                     {u"note"_s, u"Lütfen fatura."_s}}}}));
    }

    void aNoteKeepsItsIdAndAWithdrawalNamesIt()
    {
        NoteDraft note;
        note.id = MessageId::create();
        note.conversation = ConversationId(5);
        note.text = u"Bayi ile konuşuldu."_s;
        note.mentions = {AgentId(2)};
        MessageView kept;
        kept.id = note.id;
        kept.conversation = note.conversation;
        kept.direction = Direction::Event;
        kept.kind = MessageKind::Note;
        reply(u"/v1/conversations/5/notes"_s, wire::toJson(kept), 201);
        const auto noted =
            asked<MessageView>([&](const auto &then) { m_work.keepNote(note, then); });
        QVERIFY(noted && noted->ok());
        QCOMPARE((*noted)->kind, MessageKind::Note);
        QCOMPARE(m_daemon.lastBody().value(u"id"_s).toString(), note.id.toString());

        reply(u"/v1/messages/%1/withdraw"_s.arg(note.id.toString()), wire::toJson(kept));
        const auto back =
            asked<MessageView>([&](const auto &then) { m_work.withdraw(note.id, then); });
        QVERIFY(back && back->ok());
        QCOMPARE(m_daemon.last().method, QByteArray("POST"));
    }

    void aFieldIsPut()
    {
        PersonView person;
        person.contact = ContactId(4);
        person.fields = {PersonField{u"Sipariş no"_s, u"4821"_s}};
        reply(u"/v1/contacts/4/fields"_s, wire::toJson(person));
        const auto answer = asked<PersonView>([&](const auto &then) {
            m_work.keepField(ContactId(4), person.fields.constFirst(), then);
        });
        QVERIFY(answer && answer->ok());
        QCOMPARE((*answer)->fields, person.fields);
        QCOMPARE(m_daemon.last().method, QByteArray("PUT"));
    }

    void whatIsMineIsReadAndTold()
    {
        OwnView own;
        own.seen = {SeenMark{ConversationId(3), 9}};
        own.drafts = {ConversationId(3)};
        own.mentioned = {ConversationId(6)};
        reply(u"/v1/own"_s, wire::toJson(own));
        const auto mine = asked<OwnView>([&](const auto &then) { m_own.own(then); });
        QVERIFY(mine && mine->ok());
        QCOMPARE((*mine)->seen, own.seen);
        QCOMPARE((*mine)->mentioned, own.mentioned);

        m_daemon.answer(u"/v1/conversations/3/seen"_s, 204, {});
        const auto seen = asked<Done>([&](const auto &then) {
            m_own.markSeen(SeenMark{ConversationId(3), 10}, then);
        });
        QVERIFY(seen && seen->ok());
        QCOMPARE(m_daemon.lastBody(), (QJsonObject{{u"heard"_s, 10}}));

        m_daemon.answer(u"/v1/own/presence"_s, 204, {});
        const auto away =
            asked<Done>([&](const auto &then) { m_own.setPresence(Presence::Away, then); });
        QVERIFY(away && away->ok());
        QCOMPARE(m_daemon.lastBody(), (QJsonObject{{u"presence"_s, u"away"_s}}));
        const auto locked = asked<Done>([&](const auto &then) { m_own.setLocked(true, then); });
        QVERIFY(locked && locked->ok());
        QCOMPARE(m_daemon.lastBody(), (QJsonObject{{u"locked"_s, true}}));

        m_daemon.answer(u"/v1/own/attendance"_s, 204, {});
        const auto nowhere =
            asked<Done>([&](const auto &then) { m_own.attend(ConversationId(), false, then); });
        QVERIFY(nowhere && nowhere->ok());
        QCOMPARE(m_daemon.lastBody(), (QJsonObject{{u"conversation"_s, 0}, {u"typing"_s, false}}));
    }

    void aDraftGoesAndComesBack()
    {
        Draft draft;
        draft.conversation = ConversationId(3);
        draft.kind = Draft::Kind::Note;
        draft.text = u"Yarın ararım"_s;
        m_daemon.answer(u"/v1/conversations/3/draft"_s, 204, {});
        const auto kept = asked<Done>([&](const auto &then) { m_own.keepDraft(draft, then); });
        QVERIFY(kept && kept->ok());
        QCOMPARE(m_daemon.last().method, QByteArray("PUT"));
        reply(u"/v1/conversations/3/draft"_s, wire::toJson(draft)); // as a daemon that keeps one
        const auto one =
            asked<Drafts>([&](const auto &then) { m_own.drafts(ConversationId(3), then); });
        QVERIFY(one && one->ok());
        QCOMPARE((*one)->kept, QList{draft});
        Draft begun;
        begun.conversation = draft.conversation;
        begun.form = BegunTemplate{u"kargo"_s, u"tr"_s, {u"Ayşe"_s}};
        const Drafts both{draft.conversation, {begun, draft}};
        reply(u"/v1/conversations/3/draft"_s, wire::toJson(both));
        const auto read =
            asked<Drafts>([&](const auto &then) { m_own.drafts(ConversationId(3), then); });
        QVERIFY(read && read->ok());
        QCOMPARE(**read, both);
    }

    void theTeamAndItsLists()
    {
        TeamView team;
        Colleague ayse;
        ayse.id = AgentId(2);
        ayse.name = u"Ayşe"_s;
        team.colleagues = {ayse};
        team.labels = {Label{LabelId(1), u"İade"_s, 15, false}};
        reply(u"/v1/team"_s, wire::toJson(team));
        const auto read = asked<TeamView>([&](const auto &then) { m_team.team(then); });
        QVERIFY(read && read->ok());
        QCOMPARE((*read)->colleagues, team.colleagues);

        reply(u"/v1/team/labels/0"_s, wire::toJson(team.labels.constFirst()));
        const auto label = asked<Label>([&](const auto &then) {
            m_team.keepLabel(Label{LabelId(), u"İade"_s, 15, false}, then);
        });
        QVERIFY(label && label->ok());
        QCOMPARE((*label)->id, LabelId(1)); // the new one's

        m_daemon.answer(u"/v1/team/quick-replies/4"_s, 204, {});
        const auto gone =
            asked<Done>([&](const auto &then) { m_team.removeQuickReply(QuickReplyId(4), then); });
        QVERIFY(gone && gone->ok());
        QCOMPARE(m_daemon.last().method, QByteArray("DELETE"));

        reply(u"/v1/team/assignment"_s, wire::toJson(AssignmentRule{true, 5}));
        const auto rule = asked<AssignmentRule>([&](const auto &then) {
            m_team.setAssignment(AssignmentRule{true, 5}, then);
        });
        QVERIFY(rule && rule->ok());
        QCOMPARE(**rule, (AssignmentRule{true, 5}));
    }
};

DESTEK_TEST(WorkCalls)
#include "tst_work_calls.moc"
