#include "daemon/service/retention_service.h"
#include "tests/daemon/team_desk.h"
#include "tests/kit/test_main.h"

#include <QTest>

using namespace destek;
using namespace destek::daemon;
using namespace destek::test;

namespace
{

const meta::Sender &kAyse = TeamDesk::kCustomer;
const meta::Sender kMert{u"905321111111"_s, u"TR.22222"_s, u"Mert"_s, {}};
const meta::Sender kAyseNew{u"905329999999"_s, u"TR.99999"_s, u"Ayşe"_s, {}};

int rows(TeamDesk &team, const QString &table)
{
    return team.kit().peek(u"SELECT count(*) FROM "_s + table).toInt();
}

} // namespace

/// What follows an agent from console to console: drafts, marks of what was seen, mentions
/// (design/journeys.md 6.1; docs/decisions/0006).
class Own : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDraftFollowsItsAgentAndNobodyElse()
    {
        TeamDesk team;
        team.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        team.at(10);
        Draft draft;
        draft.conversation = team.conversation(kAyse).id;
        draft.kind = Draft::Kind::Note;
        draft.text = u"Kargo şubesi diyor ki"_s;
        draft.answers = team.thread(kAyse).first().id;
        QVERIFY(team.keeps(team.cagla, draft).ok());
        team.kit().reopen();
        draft.at = team.clock().now();
        QCOMPARE(team.draftOf(team.cagla, Draft::Kind::Note), draft);
        QVERIFY(team.draftsOf(team.burak).kept.isEmpty());
        QCOMPARE(team.own(team.cagla).drafts, QList{draft.conversation});
        QVERIFY(team.own(team.burak).drafts.isEmpty());
        QVERIFY(!team.kit().allBytes().contains("Kargo"));
        // One of each kind: the newer one replaces it, the empty one forgets it.
        QVERIFY(team.keeps(team.burak, u"Ben bakıyorum"_s).ok());
        QVERIFY(team.keeps(team.cagla, u"Buyurun"_s).ok());
        QCOMPARE(team.draftOf(team.cagla).text, u"Buyurun"_s);
        QVERIFY(!team.draftOf(team.cagla).answers.isValid());
        QVERIFY(team.keeps(team.cagla, QString()).ok());
        QVERIFY(team.draftOf(team.cagla).text.isEmpty());
        QCOMPARE(team.draftOf(team.burak).text, u"Ben bakıyorum"_s);
        QCOMPARE(team.draftOf(team.cagla, Draft::Kind::Note), draft);
        QCOMPARE(rows(team, u"draft"_s), 2);
    }

    void aReplyAndANoteAreKeptSideBySide()
    {
        TeamDesk team;
        team.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        QVERIFY(team.keeps(team.cagla, u"Depoya sor"_s, Draft::Kind::Note).ok());
        team.at(20);
        QVERIFY(team.keeps(team.cagla, u"Hemen bakıyorum"_s).ok());
        team.kit().reopen();
        const Drafts both = team.draftsOf(team.cagla);
        QCOMPARE(both.kept.size(), 2);
        QCOMPARE(both.kept.first().text, u"Hemen bakıyorum"_s); // the newer one first
        QCOMPARE(both.of(Draft::Kind::Note).text, u"Depoya sor"_s);
        QCOMPARE(team.own(team.cagla).drafts.size(), 1); // one conversation
        QVERIFY(team.keeps(team.cagla, QString()).ok()); // the reply was sent
        QVERIFY(team.draftOf(team.cagla).isEmpty());
        QCOMPARE(team.draftOf(team.cagla, Draft::Kind::Note).text, u"Depoya sor"_s);
    }

    void aTemplateThatIsBeingFilledInIsKept()
    {
        TeamDesk team;
        team.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        Draft draft;
        draft.conversation = team.conversation(kAyse).id;
        draft.form = BegunTemplate{
            u"kargo_bilgisi"_s, u"tr"_s, {u"Gülümser"_s, QString(), u"4111 1111 1111 1111"_s}};
        QVERIFY(team.keeps(team.cagla, draft).ok());
        team.kit().reopen();
        const Draft kept = team.draftOf(team.cagla);
        QVERIFY(kept.text.isEmpty() && kept.form);
        QCOMPARE(kept.form->name, u"kargo_bilgisi"_s);
        QCOMPARE(kept.form->texts.size(), 3);
        QCOMPARE(kept.form->texts.first(), u"Gülümser"_s);
        QVERIFY(!kept.form->texts.last().contains(u"4111 1111"_s));
        QVERIFY(!team.kit().allBytes().contains("ml\xc3\xbcmser") &&
                !team.kit().allBytes().contains("kargo_bilgisi"));
        QCOMPARE(team.own(team.cagla).drafts, QList{draft.conversation});
        draft.kind = Draft::Kind::Note; // customers alone get templates
        QVERIFY(team.keeps(team.burak, draft).ok());
        QVERIFY(team.draftsOf(team.burak).kept.isEmpty());
        draft.kind = Draft::Kind::Reply;
        draft.form->texts = QStringList(kBegunFieldsAtMost + 1, u"x"_s);
        QVERIFY(!team.keeps(team.cagla, draft).ok());
        draft.form.reset();
        QVERIFY(team.keeps(team.cagla, draft).ok()); // sent
        QCOMPARE(rows(team, u"draft"_s), 0);
    }

    /// Whoever is cut off right after Enter must not find the same words in the field again.
    void whatWasSentIsNoDraftAnyMore()
    {
        TeamDesk team;
        team.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        team.at(10);
        QVERIFY(team.keeps(team.cagla, u"Kargonuz yolda. 4111 1111 1111 1111"_s).ok());
        QVERIFY(team.keeps(team.cagla, u"Depoya sor"_s, Draft::Kind::Note).ok());
        QVERIFY(team.keeps(team.burak, u"Kargonuz yolda."_s).ok());
        team.queues(team.cagla, u"Bir dakika"_s); // something else: the draft stays
        QVERIFY(!team.draftOf(team.cagla).isEmpty());
        team.queues(team.cagla, u"Kargonuz yolda. 4111 1111 1111 1111"_s);
        QVERIFY(team.draftOf(team.cagla).isEmpty());
        QCOMPARE(team.draftOf(team.cagla, Draft::Kind::Note).text, u"Depoya sor"_s);
        QCOMPARE(team.draftOf(team.burak).text, u"Kargonuz yolda."_s); // another agent's
    }

    void aTemplateThatIsBeingFilledInOutlivesWhatWasSent()
    {
        TeamDesk team;
        team.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        Draft draft;
        draft.conversation = team.conversation(kAyse).id;
        draft.text = u"Bakıyorum"_s;
        draft.form = BegunTemplate{u"kargo_bilgisi"_s, u"tr"_s, {u"Ayşe"_s}};
        QVERIFY(team.keeps(team.cagla, draft).ok());
        team.queues(team.cagla, u"Bakıyorum"_s);
        QVERIFY(team.draftOf(team.cagla).text.isEmpty());
        QVERIFY(team.draftOf(team.cagla).form.has_value());
    }

    void whatIsKeptOfADraft()
    {
        TeamDesk team;
        team.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        team.says(kMert, u"wamid.2"_s, 1, u"Selam"_s);
        QVERIFY(team.keeps(team.cagla, u"Kartınız 4111 1111 1111 1111 mi"_s).ok());
        QVERIFY(!team.draftOf(team.cagla).text.contains(u"4111 1111"_s));
        Draft draft;
        draft.conversation = team.conversation(kAyse).id;
        draft.text = u"Buyurun"_s;
        draft.answers = team.thread(kMert).first().id; // another person's message
        QVERIFY(team.keeps(team.cagla, draft).ok());
        QVERIFY(!team.draftOf(team.cagla).answers.isValid());
        const auto tooLong = team.keeps(team.cagla, QString(kDraftLimit + 1, u'x'));
        QVERIFY(!tooLong && tooLong.error() == StoreError::Conflict);
        QCOMPARE(team.draftOf(team.cagla).text, u"Buyurun"_s);
        draft.conversation = ConversationId(4711);
        const auto nowhere = team.keeps(team.cagla, draft);
        QVERIFY(!nowhere && nowhere.error() == StoreError::NotFound);
    }

    // A draft is sealed under the month it was last kept in.
    void aDraftMovesMonths()
    {
        TeamDesk team;
        team.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        QVERIFY(team.keeps(team.cagla, u"eski"_s).ok());
        QVERIFY(team.keeps(team.burak, u"yeni"_s).ok());
        team.at(40 * 24 * 3600);
        const Instant later = team.clock().now();
        QVERIFY(team.keeps(team.burak, u"daha yeni"_s).ok());
        QVERIFY(team.kit().vault().destroyMonthsBefore(later.toUtc().toString(u"yyyy-MM"_s)).ok());
        QVERIFY(team.draftOf(team.cagla).text.isEmpty());
        QCOMPARE(team.draftOf(team.burak).text, u"daha yeni"_s);
        team.kit().write([&](Tx &tx) -> Stored<Done> {
            const auto gone = tx.retention().removeEmptyPeople(later, later);
            return gone ? Stored<Done>(done()) : failure(gone.error());
        });
        QCOMPARE(rows(team, u"draft"_s), 1);
        QCOMPARE(team.draftOf(team.burak).text, u"daha yeni"_s);
    }

    void seenMarksOnlyClimb()
    {
        TeamDesk team;
        team.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        const ConversationId id = team.conversation(kAyse).id;
        const auto sees = [&](const Actor &actor, qint64 heard) {
            return team.kit().store().writeAndWait([&](Tx &tx) {
                return OwnService(tx, team.clock()).markSeen(actor, {id, heard});
            });
        };
        QVERIFY(sees(team.cagla, 2).ok());
        QVERIFY(sees(team.cagla, 1).ok()); // another console of hers is behind
        QVERIFY(sees(team.cagla, -7).ok());
        QCOMPARE(team.own(team.cagla).seen, (QList<SeenMark>{{id, 2}}));
        QVERIFY(team.own(team.burak).seen.isEmpty());
        const auto nowhere = team.kit().store().writeAndWait([&](Tx &tx) {
            return OwnService(tx, team.clock()).markSeen(team.cagla, {ConversationId(4711), 1});
        });
        QVERIFY(!nowhere && nowhere.error() == StoreError::NotFound);
    }

    void lookingClearsMentionsThereAlone()
    {
        TeamDesk team;
        team.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        team.says(kMert, u"wamid.2"_s, 1, u"Selam"_s);
        NoteDraft there = team.note(u"@burak"_s, {team.burak.agent});
        QVERIFY(team.tries(there).ok());
        NoteDraft elsewhere = team.note(u"@burak"_s, {team.burak.agent});
        elsewhere.conversation = team.conversation(kMert).id;
        QVERIFY(team.tries(elsewhere).ok());
        QCOMPARE(team.own(team.burak).mentioned,
                 (QList{elsewhere.conversation, there.conversation})); // the newest first
        team.kit().write([&](Tx &tx) {
            return OwnService(tx, team.clock()).markSeen(team.burak, {there.conversation, 1});
        });
        QCOMPARE(team.own(team.burak).mentioned, QList{elsewhere.conversation});
    }

    void joinedConversationsKeepWhatWasBegunAndSeen()
    {
        TeamDesk team;
        team.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        team.says(kAyseNew, u"wamid.2"_s, 1, u"Yeni numaram"_s);
        const ConversationId before = team.conversation(kAyse).id;
        const ConversationId after = team.conversation(kAyseNew).id;
        const auto begins = [&](const Actor &actor, ConversationId id, const QString &words) {
            Draft draft;
            draft.conversation = id;
            draft.text = words;
            team.clock().advance(std::chrono::seconds(1));
            QVERIFY(team.keeps(actor, draft).ok());
        };
        begins(team.cagla, before, u"eski"_s);
        begins(team.cagla, after, u"yeni"_s);
        begins(team.burak, before, u"yalnız burada"_s);
        team.kit().write([&](Tx &tx) -> Stored<Done> {
            (void)tx.own().markSeen(team.cagla.agent, {before, 3});
            (void)tx.own().markSeen(team.cagla.agent, {after, 1});
            const auto ended = tx.contacts().join(team.who(kAyse), team.who(kAyseNew));
            return ended && *ended == QList{before} ? Stored<Done>(done())
                                                    : failure(StoreError::Failed);
        });
        const auto draftOf = [&](const Actor &actor) {
            return team.kit().read<Draft>([&](const Tx &tx) -> Stored<Draft> {
                const auto drafts = OwnService::drafts(tx, actor.agent, after);
                if (!drafts)
                    return failure(drafts.error());
                return drafts->of(Draft::Kind::Reply);
            });
        };
        QCOMPARE(draftOf(team.cagla).text, u"yeni"_s);
        QCOMPARE(draftOf(team.burak).text, u"yalnız burada"_s);
        QCOMPARE(rows(team, u"draft"_s), 2);
        QCOMPARE(team.own(team.cagla).seen, (QList<SeenMark>{{after, 4}}));
    }

    void fieldsOfAPerson()
    {
        TeamDesk team;
        team.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        const ContactId id = team.who(kAyse);
        const ConversationSummary before = team.summary();
        QCOMPARE(team.keepsField(id, u"  Şube "_s, u"Üsküdar <b>"_s), std::nullopt);
        QCOMPARE(team.keepsField(id, u"Çanta"_s, u"kırmızı"_s), std::nullopt);
        QCOMPARE(team.fields(id),
                 (QList<PersonField>{{u"Çanta"_s, u"kırmızı"_s}, {u"Şube"_s, u"Üsküdar <b>"_s}}));
        QVERIFY(team.summary().revision > before.revision); // other consoles look again
        QCOMPARE(team.keepsField(id, u"ŞUBE"_s, u"Kadıköy"_s), std::nullopt); // one name
        QCOMPARE(team.fields(id).last(), (PersonField{u"ŞUBE"_s, u"Kadıköy"_s}));
        QCOMPARE(team.fields(id).size(), 2);
        QCOMPARE(team.keepsField(id, u"şube"_s, u" "_s), std::nullopt);
        QCOMPARE(team.fields(id).size(), 1);
        QCOMPARE(team.keepsField(id, u"kart"_s, u"4111 1111 1111 1111"_s), std::nullopt);
        QVERIFY(!team.fields(id).last().value.contains(u"4111 1111"_s));
        for (const AuditLine &line : team.audit(u"person.field_kept"_s)) {
            for (const QString &words : {line.object, line.reason, line.result})
                QVERIFY(!words.contains(u"ube"_s) && !words.contains(u"anta"_s));
        }
        QCOMPARE(team.audit(u"person.field_kept"_s).size(), 5);
        QVERIFY(!team.kit().allBytes().contains("Kad\xc4\xb1k\xc3\xb6y"));
    }

    void whatIsNoField()
    {
        TeamDesk team;
        team.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        const ContactId id = team.who(kAyse);
        using P = FieldProblem;
        QCOMPARE(team.keepsField(id, u" "_s, u"x"_s), std::optional(P::NameMissing));
        QCOMPARE(team.keepsField(id, u"\u200b"_s, u"x"_s), std::optional(P::NameMissing));
        QCOMPARE(team.keepsField(id, QString(41, u'a'), u"x"_s), std::optional(P::NameTooLong));
        QCOMPARE(team.keepsField(id, u"a"_s, QString(501, u'x')), std::optional(P::ValueTooLong));
        for (int i = 0; i < kFieldsAtMost; ++i)
            QCOMPARE(team.keepsField(id, u"alan %1"_s.arg(i), u"x"_s), std::nullopt);
        QCOMPARE(team.keepsField(id, u"bir fazla"_s, u"x"_s), std::optional(P::TooMany));
        QCOMPARE(team.keepsField(id, u"ALAN 7"_s, u"y"_s), std::nullopt); // there already
        QCOMPARE(team.fields(id).size(), kFieldsAtMost);
    }

    void joinedPeopleKeepTheFieldsOfBoth()
    {
        TeamDesk team;
        team.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        team.says(kAyseNew, u"wamid.2"_s, 1, u"Yeni numaram"_s);
        const ContactId before = team.who(kAyse);
        const ContactId after = team.who(kAyseNew);
        const auto keeps = [&](ContactId id, const QString &name, const QString &value) {
            team.clock().advance(std::chrono::seconds(1));
            QCOMPARE(team.keepsField(id, name, value), std::nullopt);
        };
        keeps(before, u"Adres"_s, u"eski"_s);
        keeps(after, u"adres"_s, u"yeni"_s);
        keeps(after, u"Şube"_s, u"eski"_s);
        keeps(before, u"Şube"_s, u"yeni"_s);
        keeps(before, u"Renk"_s, u"mavi"_s);
        team.kit().write([&](Tx &tx) -> Stored<Done> {
            const auto joined = tx.contacts().join(before, after);
            return joined ? Stored<Done>(done()) : failure(joined.error());
        });
        QCOMPARE(team.fields(after),
                 (QList<PersonField>{
                     {u"adres"_s, u"yeni"_s}, {u"Renk"_s, u"mavi"_s}, {u"Şube"_s, u"yeni"_s}}));
        QCOMPARE(rows(team, u"person_field"_s), 3);
    }

    // nothing that was written about somebody outlives the conversation it was about.
    void whenAConversationHasHadItsTimeEverythingGoes()
    {
        TeamDesk team;
        team.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        QVERIFY(team.tries(team.note(u"@burak"_s, {team.burak.agent})).ok());
        QVERIFY(team.keeps(team.cagla, u"Buyurun"_s).ok());
        QCOMPARE(team.keepsField(team.who(kAyse), u"Şube"_s, u"Üsküdar"_s), std::nullopt);
        const ConversationId id = team.conversation(kAyse).id;
        team.kit().write([&](Tx &tx) { return tx.own().markSeen(team.cagla.agent, {id, 1}); });
        team.at(3 * 366 * 24 * 3600);
        const Instant cutoff = RetentionService::cutoff(team.clock().now());
        team.kit().write([&](Tx &tx) -> Stored<Done> {
            const auto messages = tx.retention().removeMessagesBefore(cutoff, 100);
            const auto people = tx.retention().removeEmptyPeople(cutoff, cutoff);
            const bool all = messages && *messages == 2 && people && people->size() == 1;
            return all ? Stored<Done>(done()) : failure(StoreError::Failed);
        });
        for (const QString &table : {u"message"_s, u"message_mention"_s, u"draft"_s,
                                     u"conversation_seen"_s, u"person_field"_s, u"contact"_s})
            QVERIFY2(rows(team, table) == 0, qPrintable(table));
    }
};

DESTEK_TEST(Own)
#include "tst_own.moc"
