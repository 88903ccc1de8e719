#include "tests/kit/test_main.h"
#include "tests/store/store_kit.h"

#include "daemon/audit/audit_log.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace destek;
using namespace destek::daemon;
using destek::test::StoreKit;

class Erasure : public QObject
{
    Q_OBJECT
private:
    static Stored<Done> optOut(Tx &tx, ContactId contact, Instant at)
    {
        ConsentEvent event;
        event.at = event.effectAt = at;
        event.standing = Standing::OptedOut;
        event.word = u"DURDUR"_s;
        return tx.contacts().addConsent(contact, event);
    }

private Q_SLOTS:
    // R-26, R-28: the rows are gone, the keys are gone, the record counts and names nobody.
    void leavesNothingButTheRecord()
    {
        StoreKit kit;
        const auto ayse = kit.addPerson(u"1000001"_s);
        const auto other = kit.addPerson(u"1000002"_s);
        kit.addMessage(ayse, u"kargom nerede"_s);
        const auto queued = kit.addMessage(ayse, u"yolda"_s, Direction::Outbound);
        const auto kept = kit.addMessage(other, u"kargom geldi"_s);
        kit.write([&](Tx &tx) -> Stored<Done> {
            (void)tx.messages().addStatus(queued.id, {SendState::Sent, kit.clock().now(), 0, {}});
            (void)tx.messages().startAttempt(queued.id, {1, kit.clock().now(), {}, {}, 0, 0});
            return optOut(tx, ayse.contact, kit.clock().now());
        });
        const auto preview = kit.read<ErasurePreview>(
            [&](const Tx &tx) { return tx.erasures().preview(ayse.contact); });
        QCOMPARE(preview.messages, 2);
        QCOMPARE(preview.identities, 3);
        QCOMPARE(preview.statuses, 1);
        QCOMPARE(preview.attempts, 1);
        QCOMPARE(preview.pendingSends, 1);
        QCOMPARE(preview.keys, 2);

        const auto record = kit.erase(ayse);
        QCOMPARE(record.messages, 2);
        QCOMPARE(record.identities, 3);
        QCOMPARE(record.keys, 3); // the reference of the order made one more
        QVERIFY(record.searchEntries > 0);
        QCOMPARE(record.subjectRef.size(), 64);
        QCOMPARE(kit.vault().keysOf(ayse.contact).valueOr(-1), 0);
        for (const char *table : {"contact", "contact_identity", "conversation", "message"})
            QCOMPARE(kit.peek(u"SELECT count(*) FROM "_s + QString::fromLatin1(table)).toInt(),
                     QByteArray(table) == "contact_identity" ? 3 : 1);
        for (const char *table : {"message_status", "message_attempt", "consent_event"})
            QCOMPARE(kit.peek(u"SELECT count(*) FROM "_s + QString::fromLatin1(table)).toInt(), 0);
        QCOMPARE(kit.peek(u"SELECT count(*) FROM change_feed WHERE conversation_id = %1"_s.arg(
                              ayse.conversation.value))
                     .toInt(),
                 0);
        QVERIFY(kit.read<MessageRecord>([&](const Tx &tx) { return tx.messages().record(kept.id); })
                    .text.contains(u"geldi"));
        QCOMPARE(
            kit.read<QList<DestructionRecord>>([](const Tx &tx) { return tx.erasures().records(); })
                .size(),
            1);
    }

    // From the order on the person is gone for everyone, before a single row is deleted.
    void theOrderAloneHidesThePerson()
    {
        StoreKit kit;
        const auto ayse = kit.addPerson(u"1000001"_s);
        const auto message = kit.addMessage(ayse, u"kargom nerede"_s);
        const auto queued = kit.addMessage(ayse, u"yolda"_s, Direction::Outbound);
        OrderId order;
        kit.write([&](Tx &tx) -> Stored<Done> {
            const auto ordered =
                tx.erasures().order(ayse.contact, u"dpo"_s, u"request"_s, kit.clock().now());
            if (!ordered)
                return failure(ordered.error());
            order = ordered->order;
            return done();
        });
        kit.store().readAndWait([&](const Tx &tx) {
            for (const Identity &identity : ayse.identities) {
                const auto found = tx.contacts().find(identity);
                QVERIFY(found && !found->has_value());
            }
            QCOMPARE(tx.contacts().record(ayse.contact).error(), StoreError::NotFound);
            QCOMPARE(tx.conversations().record(ayse.conversation).error(), StoreError::NotFound);
            QCOMPARE(tx.messages().record(message.id).error(), StoreError::NotFound);
            QVERIFY(tx.conversations().resolved(std::nullopt, 10)->isEmpty());
            QVERIFY(tx.messages().claimable(kit.clock().now(), 10)->isEmpty());
            QVERIFY(tx.search().find({u"kargom"_s}, 10)->isEmpty());
            QCOMPARE(tx.messages().queued().valueOr(-1), 0);
            const auto changes = tx.feed().after(0, 100);
            QCOMPARE(changes->last().kind, ChangeKind::Erased);
            QCOMPARE(changes->last().order, order);
        });
        QCOMPARE(kit.peek(u"SELECT state || ' ' || refusal FROM message WHERE direction"
                          " = 'outbound'"_s)
                     .toString(),
                 u"refused person_erased"_s);
        // Telling the feed again does not say it twice.
        kit.write([&](Tx &tx) -> Stored<Done> {
            const auto before = tx.feed().last();
            const auto told = tx.feed().personErased(order);
            return told && before && *told == *before ? Stored<Done>(done())
                                                      : failure(StoreError::Failed);
        });
        QCOMPARE(kit.store()
                     .writeAndWait([&](Tx &tx) -> Stored<Done> {
                         const auto again = tx.erasures().order(ayse.contact, {}, {}, Instant());
                         return again ? Stored<Done>(done()) : failure(again.error());
                     })
                     .error(),
                 StoreError::NotFound);
    }

    // R-30: what is delivered again stays out; a new message makes a new person.
    void redeliveryIsDroppedAndANewMessageOpensACleanRecord()
    {
        StoreKit kit;
        const auto ayse = kit.addPerson(u"1000001"_s);
        kit.addMessage(ayse, u"eski"_s);
        const Instant before = kit.clock().now();
        kit.clock().advance(std::chrono::minutes(1));
        kit.erase(ayse);
        kit.clock().advance(std::chrono::minutes(1));
        const Instant after = kit.clock().now();
        kit.store().readAndWait([&](const Tx &tx) {
            for (const Identity &identity : ayse.identities) {
                QCOMPARE(tx.contacts().erasedAfter({identity}, before).valueOr(false), true);
                QCOMPARE(tx.contacts().erasedAfter({identity}, after).valueOr(true), false);
            }
        });
        const auto again = kit.addPerson(u"1000001"_s);
        QVERIFY(again.contact != ayse.contact);
        QVERIFY(again.conversation != ayse.conversation);
        const auto thread = kit.read<QList<MessageRecord>>([&](const Tx &tx) {
            return tx.messages().before(again.conversation, std::nullopt, 10);
        });
        QVERIFY(thread.isEmpty());
    }

    // R-62: an opt-out outlives the person; an opt-in after it does not leave a trace.
    void anOptOutSurvives()
    {
        StoreKit kit;
        const auto ayse = kit.addPerson(u"1000001"_s);
        const auto open = kit.addPerson(u"1000002"_s);
        const Instant since = kit.clock().now();
        kit.write([&](Tx &tx) { return optOut(tx, ayse.contact, since); });
        kit.erase(ayse);
        kit.erase(open);
        kit.store().readAndWait([&](const Tx &tx) {
            QCOMPARE(tx.contacts().suppression(ayse.identities)->since, std::optional(since));
            QVERIFY(!tx.contacts().suppression(open.identities)->since);
        });
        // The person returns and opts in again: that ends it.
        kit.clock().advance(std::chrono::minutes(1));
        const auto again = kit.addPerson(u"1000001"_s);
        kit.write([&](Tx &tx) -> Stored<Done> {
            ConsentEvent event;
            event.at = event.effectAt = kit.clock().now();
            event.source = ConsentSource::Keyword;
            event.word = u"BASLAT"_s;
            return tx.contacts().addConsent(again.contact, event);
        });
        kit.store().readAndWait(
            [&](const Tx &tx) { QVERIFY(!tx.contacts().suppression(again.identities)->since); });
        QCOMPARE(kit.peek(u"SELECT count(*) FROM suppression"_s).toInt(), 0);
    }

    // R-62, R-63: a stop at WhatsApp is another thing than a refusal with us; each ends by itself.
    void aStopAtWhatsAppOutlivesThePersonToo()
    {
        StoreKit kit;
        const auto ayse = kit.addPerson(u"1000001"_s);
        const Instant stopped = kit.clock().now();
        kit.write([&](Tx &tx) -> Stored<Done> {
            return tx.contacts().setStoppedAtWhatsApp(ayse.contact, true, stopped);
        });
        kit.erase(ayse);
        const auto kept = [&] {
            return kit.read<Suppression>(
                [&](const Tx &tx) { return tx.contacts().suppression(ayse.identities); });
        };
        QVERIFY(kept().stoppedAtWhatsApp);
        QCOMPARE(kept().switchedAt, stopped);
        QVERIFY(!kept().since); // with us they had refused nothing
        // A refusal with us comes and goes beside it.
        const Instant refused = stopped + Duration(1000);
        kit.write([&](Tx &tx) {
            return tx.contacts().suppress(ayse.identities,
                                          {refused, ConsentScope::AllProactive, false, {}});
        });
        QVERIFY(kept().stoppedAtWhatsApp);
        QCOMPARE(kept().since, std::optional(refused));
        kit.clock().advance(std::chrono::minutes(1));
        const auto again = kit.addPerson(u"1000001"_s);
        kit.write([&](Tx &tx) -> Stored<Done> {
            ConsentEvent event;
            event.at = event.effectAt = kit.clock().now();
            return tx.contacts().addConsent(again.contact, event);
        });
        QVERIFY(!kept().since);
        QVERIFY(kept().stoppedAtWhatsApp);
        // An older word of WhatsApp's lifts nothing; a newer one does.
        const auto lift = [&](Instant at) {
            kit.write([&](Tx &tx) { return tx.contacts().resumeSuppressed(ayse.identities, at); });
        };
        lift(stopped - Duration(1));
        QVERIFY(kept().stoppedAtWhatsApp);
        lift(stopped + Duration(1));
        QCOMPARE(kit.peek(u"SELECT count(*) FROM suppression"_s).toInt(), 0);
    }

    // A former number is the person's too.
    void formerIdentitiesLeaveTombstones()
    {
        StoreKit kit;
        const auto ayse = kit.addPerson(u"1000001"_s);
        kit.write([&](Tx &tx) {
            return tx.contacts().close(ayse.identities.first(), kit.clock().now());
        });
        kit.clock().advance(std::chrono::minutes(1));
        kit.erase(ayse);
        kit.store().readAndWait([&](const Tx &tx) {
            QCOMPARE(tx.contacts()
                         .erasedAfter({ayse.identities.first()},
                                      kit.clock().now() - std::chrono::minutes(1))
                         .valueOr(false),
                     true);
        });
    }

    // R-62: a number that has passed to somebody else does not carry a refusal to them.
    void aRefusalStaysWithItsPersonNotWithARecycledNumber()
    {
        StoreKit kit;
        const auto ayse = kit.addPerson(u"1000001"_s);
        kit.write([&](Tx &tx) { return optOut(tx, ayse.contact, kit.clock().now()); });
        const Identity number = ayse.identities.first();
        kit.write([&](Tx &tx) { return tx.contacts().close(number, kit.clock().now()); });
        kit.clock().advance(std::chrono::minutes(1));
        const auto bora = kit.addPerson(u"1000002"_s);
        kit.write(
            [&](Tx &tx) { return tx.contacts().link(bora.contact, number, kit.clock().now()); });
        kit.erase(ayse);
        kit.store().readAndWait([&](const Tx &tx) {
            QVERIFY(!tx.contacts().suppression({number})->since);
            QVERIFY(tx.contacts().suppression({ayse.identities.at(1)})->since); // hers still
        });
    }

    // A crash at either point between the two steps is finished at the next start.
    void aCrashInBetweenIsFinished()
    {
        for (const bool keysGone : {false, true}) {
            StoreKit kit;
            const auto ayse = kit.addPerson(u"1000001"_s);
            kit.addMessage(ayse, u"kargom nerede"_s);
            kit.write([&](Tx &tx) -> Stored<Done> {
                const auto ordered =
                    tx.erasures().order(ayse.contact, u"dpo"_s, u"request"_s, kit.clock().now());
                return ordered ? Stored<Done>(done()) : failure(ordered.error());
            });
            if (keysGone)
                QCOMPARE(kit.vault().destroyContact(ayse.contact).valueOr(-1), 3);
            kit.reopen();
            const auto orders = kit.read<QList<ErasureOrder>>(
                [](const Tx &tx) { return tx.erasures().unfinished(); });
            QCOMPARE(orders.size(), 1);
            QCOMPARE(orders.first().contact, ayse.contact);
            QCOMPARE(orders.first().conversations, QList{ayse.conversation});
            const int keys = kit.vault().destroyContact(ayse.contact).valueOr(-1);
            QCOMPARE(keys, 3); // counted the first time
            kit.write([&](Tx &tx) -> Stored<Done> {
                for (int twice = 0; twice < 2; ++twice) {
                    const auto completed =
                        tx.erasures().complete(orders.first().order, keys, kit.clock().now());
                    if (!completed || completed->messages != 1)
                        return failure(StoreError::Failed);
                }
                return done();
            });
            QVERIFY(kit.read<QList<ErasureOrder>>(
                           [](const Tx &tx) { return tx.erasures().unfinished(); })
                        .isEmpty());
            QCOMPARE(kit.peek(u"SELECT count(*) FROM message"_s).toInt(), 0);
        }
    }

    // Raw bodies that could not be read name people as well, also in JSON's own spelling.
    void deadLettersOfThePersonGo()
    {
        StoreKit kit;
        const auto ayse = kit.addPerson(u"1000001"_s);
        kit.write([&](Tx &tx) -> Stored<Done> {
            for (const char *body :
                 {"{\"from\":\"905321000001\"}", R"({"user_id":"TR.100\u0030\u0030\u00301bsuid"})",
                  R"({"username":"USER1000001"})", "{\"from\":\"905321000002\"}"}) {
                if (auto put = tx.intake().deadLetter(body, u"unreadable"_s, kit.clock().now());
                    !put)
                    return put;
            }
            return done();
        });
        kit.erase(ayse);
        QCOMPARE(kit.read<int>([](const Tx &tx) { return tx.intake().deadLetters(); }), 1);
    }

    void keepsReceiptsAndTheSignedDocument()
    {
        StoreKit kit;
        const auto ayse = kit.addPerson(u"1000001"_s);
        DeviceId device;
        kit.write([&](Tx &tx) -> Stored<Done> {
            DeviceRecord console;
            console.name = u"desk"_s;
            console.tokenHash = QByteArray(32, 't');
            const auto added = tx.access().addDevice(console);
            if (!added)
                return failure(added.error());
            device = *added;
            return done();
        });
        const auto record = kit.erase(ayse);
        QCOMPARE(record.consolesTold, 1);
        QCOMPARE(record.consolesConfirmed, 0);
        kit.write([&](Tx &tx) -> Stored<Done> {
            (void)tx.erasures().addReceipt(record.order, device, "{}", "sig", kit.clock().now());
            (void)tx.erasures().addReceipt(record.order, device, "{}", "sig", kit.clock().now());
            return tx.erasures().setDocument(record.order, "{\"a\":1}", "signature");
        });
        const auto records = kit.read<QList<DestructionRecord>>(
            [](const Tx &tx) { return tx.erasures().records(); });
        QCOMPARE(records.first().consolesConfirmed, 1);
        QCOMPARE(records.first().document, QByteArray("{\"a\":1}"));
        QCOMPARE(records.first().signature, QByteArray("signature"));
    }

    // R-36: erasing 20 people raises no false alarm, and the log can still speak of the erasure.
    void theAuditLogStaysWhole()
    {
        StoreKit kit;
        auto key = kit.vault().auditSigningKey();
        QVERIFY(key);
        QList<StoreKit::Person> people;
        for (int i = 0; i < 20; ++i) {
            people << kit.addPerson(u"10000%1"_s.arg(i, 2, 10, QChar(u'0')));
            kit.write([&](Tx &tx) -> Stored<Done> {
                AuditDraft draft;
                draft.at = kit.clock().now();
                draft.action = AuditAction::ThreadRead;
                draft.contact = people.last().contact;
                (void)tx.audit().append(draft);
                return AuditLog::in(tx).seal(kit.clock().now(), *key);
            });
        }
        for (const auto &person : people) {
            const auto record = kit.erase(person);
            kit.write([&](Tx &tx) -> Stored<Done> {
                AuditDraft draft;
                draft.at = kit.clock().now();
                draft.action = AuditAction::ErasureCompleted;
                draft.contact = person.contact;
                const auto seq = tx.audit().append(draft);
                return seq ? Stored<Done>(done()) : failure(seq.error());
            });
            const auto page =
                kit.read<AuditPage>([](const Tx &tx) { return tx.audit().page({}, {}, 1); });
            QVERIFY(record.subjectRef.startsWith(page.lines.first().subject));
            QVERIFY(!page.lines.first().contact.isValid());
        }
        const auto state = kit.read<AuditState>(
            [&](const Tx &tx) { return AuditLog::in(tx).verify(1, key->publicKey()); });
        QCOMPARE(state.firstBad, -1);
        QVERIFY(state.verified);
        QCOMPARE(
            kit.peek(u"SELECT count(*) FROM audit_entry WHERE contact_id IS NOT NULL"_s).toInt(),
            0);
    }
};

DESTEK_TEST(Erasure)
#include "tst_erasure.moc"
