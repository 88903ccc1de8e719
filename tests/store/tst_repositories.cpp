#include "core/policy/meta_errors.h"
#include "tests/kit/test_main.h"
#include "tests/store/store_kit.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace destek;
using namespace destek::daemon;
using destek::test::kNumber;
using destek::test::StoreKit;

namespace
{

/// Repeatable values of every awkward kind.
class Values
{
public:
    explicit Values(quint32 seed) : m_random(seed) {}

    int below(int bound) { return int(m_random.bounded(quint32(bound))); }
    bool flag() { return below(2) == 1; }
    Instant instant() { return Instant::fromMs(1'700'000'000'000 + m_random.bounded(100'000'000)); }
    std::optional<Instant> maybeInstant()
    {
        return flag() ? std::optional(instant()) : std::nullopt;
    }
    QString text()
    {
        static const QStringList pieces{u"ı"_s,  u"İ"_s,      u"ğüşöç"_s, u"'; --"_s, u"\""_s,
                                        u"\n"_s, u"😀"_s,      u" "_s,     u"%_"_s,    u"مرحبا"_s,
                                        u"a"_s,  u"\u202e"_s, u"\t"_s};
        QString made;
        for (int i = below(12); i > 0; --i)
            made += pieces.at(below(int(pieces.size())));
        return made;
    }
    QByteArray bytes()
    {
        QByteArray made(1 + below(40), 0);
        for (char &byte : made)
            byte = char(below(256));
        return made;
    }
    MessageId maybeMessage() { return flag() ? MessageId::create() : MessageId(); }
    template <typename E>
    E word()
    {
        const auto table = enumNames(E{});
        return table[std::size_t(below(int(table.size())))].first;
    }

private:
    QRandomGenerator m_random;
};

constexpr int kRounds = 60;

StatusEvent statusOf(SendState state, Instant at)
{
    return {state, at, 131026, u"service"_s};
}

} // namespace

/// The contract of every repository: what goes in comes out, also after a restart. A second
/// engine runs the same cases.
class Repositories : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void messagesComeOutAsTheyWentIn()
    {
        StoreKit kit;
        const auto person = kit.addPerson(u"1000001"_s);
        Values values(1);
        QList<MessageRecord> stored;
        for (int i = 0; i < kRounds; ++i) {
            MessageRecord m;
            m.id = MessageId::create();
            m.conversation = person.conversation;
            m.contact = person.contact;
            m.direction = values.word<Direction>();
            m.kind = values.word<MessageKind>();
            m.state = values.word<SendState>();
            m.event = values.word<EventKind>();
            m.purpose = values.word<MessageClass>();
            m.isOptOutConfirmation = values.flag();
            m.text = values.text();
            m.wamid = values.flag() ? u"wamid."_s + QString::number(i) : QString();
            m.raw = values.flag() ? values.bytes() : QByteArray();
            m.templateName = values.text();
            m.templateLanguage = u"tr"_s;
            for (int v = values.below(3); v > 0; --v)
                m.variables << values.text();
            m.author = AgentId(values.below(3));
            m.authorName = values.text();
            m.at = values.instant();
            m.receivedAt = values.instant();
            m.appliedAt = values.instant();
            m.errorCode = values.below(200'000);
            m.refusal = u"window_closed"_s;
            m.attempts = values.below(5);
            m.notBefore = values.instant();
            kit.write([&](Tx &tx) -> Stored<Done> {
                const auto order = tx.messages().insert(m, kNumber);
                if (!order)
                    return failure(order.error());
                m.order = *order;
                return done();
            });
            stored << m;
        }
        kit.reopen();
        for (const MessageRecord &m : stored) {
            const auto r =
                kit.read<MessageRecord>([&](const Tx &tx) { return tx.messages().record(m.id); });
            QCOMPARE(r.id, m.id);
            QCOMPARE(r.conversation, m.conversation);
            QCOMPARE(r.contact, m.contact);
            QCOMPARE(r.direction, m.direction);
            QCOMPARE(r.kind, m.kind);
            QCOMPARE(r.state, m.state);
            QCOMPARE(r.event, m.event);
            QCOMPARE(r.purpose, m.purpose);
            QCOMPARE(r.isOptOutConfirmation, m.isOptOutConfirmation);
            QCOMPARE(r.text, m.text);
            QCOMPARE(r.wamid, m.wamid);
            QCOMPARE(r.raw, m.raw);
            QCOMPARE(r.templateName, m.templateName);
            QCOMPARE(r.templateLanguage, m.templateLanguage);
            QCOMPARE(r.variables, m.variables);
            QCOMPARE(r.author, m.author);
            QCOMPARE(r.authorName, m.authorName);
            QCOMPARE(r.at.ms, m.at.ms);
            QCOMPARE(r.receivedAt.ms, m.receivedAt.ms);
            QCOMPARE(r.appliedAt.ms, m.appliedAt.ms);
            QCOMPARE(r.order, m.order);
            QCOMPARE(r.errorCode, m.errorCode);
            QCOMPARE(r.refusal, m.refusal);
            QCOMPARE(r.attempts, m.attempts);
            QCOMPARE(r.notBefore.ms, m.notBefore.ms);
            if (!m.wamid.isEmpty()) {
                QCOMPARE(kit.read<std::optional<MessageId>>([&](const Tx &tx) {
                    return tx.messages().findByWamid(kNumber, m.wamid);
                }),
                         std::optional(m.id));
            }
        }
    }

    // The thread is the same in both directions, ordered by Meta's time and then by arrival.
    void threadsPageInOrder()
    {
        StoreKit kit;
        const auto person = kit.addPerson(u"1000001"_s);
        Values values(2);
        for (int i = 0; i < 30; ++i) {
            auto m = kit.addMessage(person, QString::number(i));
            if (values.below(3) == 0)
                kit.clock().advance(std::chrono::seconds(-5));
        }
        kit.store().readAndWait([&](const Tx &tx) {
            const auto all = tx.messages().before(person.conversation, std::nullopt, 100);
            QVERIFY(all);
            QCOMPARE(all->size(), 30);
            QList<MessageRecord> walked;
            std::optional<ThreadPlace> place;
            for (;;) {
                const auto page = tx.messages().before(person.conversation, place, 7);
                QVERIFY(page);
                if (page->isEmpty())
                    break;
                walked = *page + walked;
                place = ThreadPlace{page->first().at, page->first().order};
            }
            QList<MessageRecord> forward;
            ThreadPlace from;
            for (;;) {
                const auto page = tx.messages().after(person.conversation, from, 7);
                QVERIFY(page);
                if (page->isEmpty())
                    break;
                forward += *page;
                from = {page->last().at, page->last().order};
            }
            QCOMPARE(walked.size(), 30);
            QCOMPARE(forward.size(), 30);
            for (qsizetype i = 0; i < 30; ++i) {
                QCOMPARE(walked.at(i).id, all->at(i).id);
                QCOMPARE(forward.at(i).id, all->at(i).id);
                if (i > 0) {
                    QVERIFY(std::pair(all->at(i - 1).at, all->at(i - 1).order) <
                            std::pair(all->at(i).at, all->at(i).order));
                }
            }
        });
    }

    void theSameMessageTwiceIsAConflict()
    {
        StoreKit kit;
        const auto person = kit.addPerson(u"1000001"_s);
        auto message = kit.addMessage(person, u"bir"_s);
        const auto insert = [&](const QString &number) {
            return kit.store().writeAndWait([&](Tx &tx) -> Stored<Done> {
                const auto place = tx.messages().insert(message, number);
                return place ? Stored<Done>(done()) : failure(place.error());
            });
        };
        QCOMPARE(insert(kNumber).error(), StoreError::Conflict); // same id
        message.id = MessageId::create();
        QCOMPARE(insert(kNumber).error(), StoreError::Conflict); // same wamid at the same number
        QVERIFY(insert(u"another"_s));
    }

    void sendingGoesOneByOnePerPerson()
    {
        StoreKit kit;
        const auto ayse = kit.addPerson(u"1000001"_s);
        const auto mehmet = kit.addPerson(u"1000002"_s);
        auto first = kit.addMessage(ayse, u"bir"_s, Direction::Outbound);
        const auto second = kit.addMessage(ayse, u"iki"_s, Direction::Outbound);
        const auto other = kit.addMessage(mehmet, u"uc"_s, Direction::Outbound);
        const auto claimable = [&] {
            return kit.read<QList<MessageId>>(
                [&](const Tx &tx) { return tx.messages().claimable(kit.clock().now(), 10); });
        };
        const auto set = [&](SendState state, Instant notBefore) {
            first.state = state;
            first.notBefore = notBefore;
            kit.write([&](Tx &tx) { return tx.messages().updateState(first); });
        };
        QCOMPARE(claimable(), (QList{first.id, other.id}));
        QCOMPARE(kit.read<int>([](const Tx &tx) { return tx.messages().queued(); }), 3);
        set(SendState::Sending, {});
        QCOMPARE(claimable(), QList{other.id});
        QCOMPARE(kit.read<QList<MessageId>>(
                     [](const Tx &tx) { return tx.messages().inState(SendState::Sending, 10); }),
                 QList{first.id});
        // Backing off keeps the order: the second waits for the first.
        set(SendState::Queued, kit.clock().now() + std::chrono::seconds(1));
        QCOMPARE(claimable(), QList{other.id});
        set(SendState::Unknown, {});
        QCOMPARE(claimable(), (QList{second.id, other.id}));
        QCOMPARE(kit.read<QList<MessageId>>(
                     [](const Tx &tx) { return tx.messages().inState(SendState::Unknown, 10); }),
                 QList{first.id});
    }

    void statusesAndAttemptsAreKeptOnce()
    {
        StoreKit kit;
        const auto person = kit.addPerson(u"1000001"_s);
        auto message = kit.addMessage(person, u"bir"_s, Direction::Outbound);
        const Instant at = kit.clock().now();
        kit.write([&](Tx &tx) -> Stored<Done> {
            Messages &messages = tx.messages();
            const auto parked = statusOf(SendState::Sent, at);
            (void)messages.parkStatus(kNumber, u"wamid.later"_s, parked);
            (void)messages.parkStatus(kNumber, u"wamid.later"_s, parked);
            (void)messages.startAttempt(message.id, {1, at, {}, AttemptOutcome::Pending, 0, 0});
            (void)messages.endAttempt(message.id, {1, at, at, AttemptOutcome::Accepted, 200, 0});
            if (!messages.addStatus(message.id, statusOf(SendState::Read, at)).valueOr({}).fresh ||
                messages.addStatus(message.id, statusOf(SendState::Read, at)).valueOr({}).fresh)
                return failure(StoreError::Failed);
            return messages.setWamid(message.id, kNumber, u"wamid.later"_s);
        });
        kit.write([&](Tx &tx) -> Stored<Done> {
            const auto parked = tx.messages().takeParked(kNumber, u"wamid.later"_s);
            const auto again = tx.messages().takeParked(kNumber, u"wamid.later"_s);
            const bool once = parked && parked->size() == 1 && again && again->isEmpty() &&
                              parked->first().code == 131026;
            return once ? Stored<Done>(done()) : failure(StoreError::Failed);
        });
        kit.store().readAndWait([&](const Tx &tx) {
            QCOMPARE(tx.messages().statuses(message.id)->size(), 1);
            QCOMPARE(tx.messages().statuses(message.id)->first().pricingCategory, u"service"_s);
            const auto attempts = tx.messages().attempts(message.id);
            QCOMPARE(attempts->size(), 1);
            QCOMPARE(attempts->first().outcome, AttemptOutcome::Accepted);
            QCOMPARE(attempts->first().httpStatus, 200);
            QCOMPARE(tx.messages().record(message.id)->wamid, u"wamid.later"_s);
            QCOMPARE(tx.messages().findByWamid(kNumber, u"wamid.later"_s)->value(), message.id);
        });
    }

    void failuresOfEarlierVersionsHaveNoCode()
    {
        StoreKit kit;
        const auto person = kit.addPerson(u"1000001"_s);
        auto message = kit.addMessage(person, u"bir"_s, Direction::Outbound);
        const Instant at = kit.clock().now();
        kit.write([&](Tx &tx) -> Stored<Done> {
            StatusEvent none = statusOf(SendState::Failed, at);
            none.code = 0;
            (void)tx.messages().addStatus(message.id, none);
            (void)tx.messages().parkStatus(kNumber, u"wamid.later"_s, none);
            message.state = SendState::Failed;
            message.errorCode = 0;
            return tx.messages().updateState(message);
        });
        kit.store().readAndWait([&](const Tx &tx) {
            QCOMPARE(tx.messages().record(message.id)->errorCode, kNoMetaCode);
            QCOMPARE(tx.messages().statuses(message.id)->first().code, kNoMetaCode);
        });
        kit.write([&](Tx &tx) -> Stored<Done> {
            const auto parked = tx.messages().takeParked(kNumber, u"wamid.later"_s);
            const bool none = parked && parked->size() == 1 && parked->first().code == kNoMetaCode;
            return none ? Stored<Done>(done()) : failure(StoreError::Failed);
        });
    }

    void contactsAreFoundByAnyIdentity()
    {
        StoreKit kit;
        const auto ayse = kit.addPerson(u"1000001"_s);
        const auto mehmet = kit.addPerson(u"1000002"_s);
        kit.reopen();
        kit.store().readAndWait([&](const Tx &tx) {
            for (const auto &person : {ayse, mehmet}) {
                for (const Identity &identity : person.identities)
                    QCOMPARE(tx.contacts().find(identity)->value(), person.contact);
                QCOMPARE(*tx.contacts().identities(person.contact), person.identities);
                QCOMPARE(tx.contacts().record(person.contact)->name, person.name);
            }
            QVERIFY(!tx.contacts().find({IdentityKind::Bsuid, u"905321000001"_s})->has_value());
        });
        // One identity names one person at a time; a recycled number is closed first.
        const Identity phone = ayse.identities.first();
        const auto link = [&](Tx &tx) {
            return tx.contacts().link(mehmet.contact, phone, kit.clock().now());
        };
        QCOMPARE(kit.store().writeAndWait(link).error(), StoreError::Conflict);
        kit.write([&](Tx &tx) -> Stored<Done> {
            const auto closed = tx.contacts().close(phone, kit.clock().now());
            return closed ? link(tx) : closed;
        });
        kit.store().readAndWait([&](const Tx &tx) {
            QCOMPARE(tx.contacts().find(phone)->value(), mehmet.contact);
            QCOMPARE(tx.contacts().identities(ayse.contact)->size(), 2);
        });
    }

    // when it was said, when we acted, by which word.
    void consentIsEvidenceAndSetsTheStanding()
    {
        StoreKit kit;
        const auto person = kit.addPerson(u"1000001"_s);
        const auto say = [&](Standing standing, Instant at, const QString &word) {
            kit.write([&](Tx &tx) {
                return tx.contacts().addConsent(
                    person.contact,
                    {at, at + Duration(5), standing, ConsentSource::Button, word, {}});
            });
        };
        const auto record = [&] {
            return kit.read<ContactRecord>(
                [&](const Tx &tx) { return tx.contacts().record(person.contact); });
        };
        const Instant at = kit.clock().now();
        say(Standing::OptedOut, at, u"DURDUR"_s);
        QCOMPARE(record().standing, Standing::OptedOut);
        QCOMPARE(record().optedOutAt.value_or(Instant()), at);
        kit.write([&](Tx &tx) { return tx.contacts().setConfirmationSent(person.contact); });
        say(Standing::OptedOut, at + Duration(1000), u"STOP"_s); // again: no second confirmation
        QVERIFY(record().confirmationSent);
        QCOMPARE(record().optedOutAt.value_or(Instant()), at + Duration(1000));
        say(Standing::Open, at + Duration(2000), u"BASLAT"_s);
        QCOMPARE(record().standing, Standing::Open);
        QVERIFY(!record().optedOutAt && !record().confirmationSent);
        say(Standing::OptedOut, at + Duration(3000), u"İPTAL"_s);
        QVERIFY(!record().confirmationSent);
        const auto events = kit.read<QList<ConsentEvent>>(
            [&](const Tx &tx) { return tx.contacts().consent(person.contact); });
        QCOMPARE(events.size(), 4);
        QCOMPARE(events.last().word, u"İPTAL"_s);
        QCOMPARE(events.first().effectAt, at + Duration(5));
        QCOMPARE(events.first().source, ConsentSource::Button);
    }

    void conversationsAreOnePerPersonAndNumber()
    {
        StoreKit kit;
        Values values(3);
        QList<ConversationRecord> stored;
        for (int i = 0; i < 30; ++i) {
            const auto person = kit.addPerson(u"10000%1"_s.arg(i, 2, 10, QChar(u'0')));
            ConversationRecord r;
            r.id = person.conversation;
            r.contact = person.contact;
            r.lastInboundAt = values.maybeInstant();
            r.lastQuestionAt = values.maybeInstant();
            r.waiting = values.below(3);
            r.waitingSince = values.maybeInstant();
            r.optOutQuestion = values.flag();
            r.lastAt = Instant::fromMs(1'000 + values.below(8));
            r.lastMessage = values.maybeMessage();
            r.lastOwnMessage = values.maybeMessage();
            kit.write([&](Tx &tx) -> Stored<Done> {
                const auto again = tx.conversations().openFor(kNumber, u"x"_s, r.contact);
                if (!again || *again != r.id)
                    return failure(StoreError::Failed);
                return tx.conversations().update(r);
            });
            stored << r;
        }
        kit.store().readAndWait([&](const Tx &tx) {
            for (const ConversationRecord &r : stored) {
                const auto read = tx.conversations().record(r.id);
                QVERIFY(read);
                QCOMPARE(read->contact, r.contact);
                QCOMPARE(read->phoneNumberId, kNumber);
                QVERIFY(read->lastInboundAt == r.lastInboundAt);
                QVERIFY(read->lastQuestionAt == r.lastQuestionAt);
                QVERIFY(read->waitingSince == r.waitingSince);
                QCOMPARE(read->waiting, r.waiting);
                QCOMPARE(read->optOutQuestion, r.optOutQuestion);
                QCOMPARE(read->lastAt, r.lastAt);
                QCOMPARE(read->lastMessage, r.lastMessage);
                QCOMPARE(read->lastOwnMessage, r.lastOwnMessage);
            }
            const auto waiting = tx.conversations().atWork(std::nullopt, 100);
            QList<ConversationId> answered;
            std::optional<InboxPlace> place;
            for (;;) {
                const auto page = tx.conversations().resolved(place, 4);
                QVERIFY(page);
                if (page->isEmpty())
                    break;
                for (const ConversationRecord &r : *page)
                    answered << r.id;
                place = InboxPlace{page->last().lastAt, page->last().id};
            }
            QCOMPARE(waiting->size() + answered.size(), 30);
            QCOMPARE(QSet<ConversationId>(answered.begin(), answered.end()).size(),
                     answered.size());
        });
    }

    // Found by words and by the beginning of the last one, in Turkish and without its letters.
    void searchFindsByFoldedWordsAndPrefixes()
    {
        StoreKit kit;
        const auto person = kit.addPerson(u"1000001"_s);
        const auto first = kit.addMessage(person, u"KARGOM hâlâ gelmedi, ne oldu?"_s);
        const auto second = kit.addMessage(person, u"Diyarbakır kargosu IŞIKLI 12345678901234"_s);
        const auto find = [&](const QStringList &words) {
            return kit.read<QList<MessageId>>(
                [&](const Tx &tx) { return tx.search().find(words, 10); });
        };
        QCOMPARE(find({u"karg"_s}), (QList{second.id, first.id})); // newest first
        QCOMPARE(find({u"kargom"_s}), QList{first.id});
        QCOMPARE(find({u"kargosu"_s, u"diyarb"_s}), QList{second.id});
        QCOMPARE(find({u"isikli"_s}), QList{second.id});
        QCOMPARE(find({u"12345678901"_s}), QList{second.id}); // longer than the index
        QVERIFY(find({u"12345678902"_s}).isEmpty());
        QCOMPARE(find({u"kargom"_s, u"ne"_s}), QList{first.id});
        QCOMPARE(find({u"ne"_s}), QList{first.id});
        QVERIFY(find({u"karg"_s, u"gelmedi"_s}).isEmpty()); // only the last may be a beginning
        QVERIFY(find({}).isEmpty());
        QCOMPARE(kit.read<QList<MessageId>>(
                        [](const Tx &tx) { return tx.search().find({u"karg"_s}, 1); })
                     .size(),
                 1);
    }

    // Who, when, where and what: each narrows, and all of them together.
    void searchIsNarrowed()
    {
        StoreKit kit;
        const auto elif = kit.addPerson(u"1000001"_s);
        const auto mehmet = kit.addPerson(u"1000002"_s);
        const auto asked = kit.addMessage(elif, u"kargom nerede"_s);
        kit.clock().advance(std::chrono::hours(30));
        const auto answered = kit.addMessage(elif, u"kargom yazan kişiye"_s, Direction::Outbound);
        const auto other = kit.addMessage(mehmet, u"kargom geldi"_s);
        const auto find = [&](const SearchFilter &filter) {
            return kit.read<QList<MessageId>>(
                [&](const Tx &tx) { return tx.search().find({u"kargom"_s}, 10, filter); });
        };
        QCOMPARE(find({}), (QList{other.id, answered.id, asked.id}));
        SearchFilter filter;
        filter.conversation = elif.conversation;
        QCOMPARE(find(filter), (QList{answered.id, asked.id}));
        filter.whose = SearchFilter::Whose::Us;
        QCOMPARE(find(filter), QList{answered.id});
        filter = {};
        filter.whose = SearchFilter::Whose::Customer;
        QCOMPARE(find(filter), (QList{other.id, asked.id}));
        filter = {};
        filter.since = answered.at;
        QCOMPARE(find(filter), (QList{other.id, answered.id}));
        filter.since.reset();
        filter.until = answered.at;
        QCOMPARE(find(filter), QList{asked.id});
        filter = {};
        filter.filesOnly = true;
        QVERIFY(find(filter).isEmpty());
        // However often a word is written elsewhere.
        const QString plan = kit.planOf("search_in"_L1).join(u'\n');
        QVERIFY2(plan.contains(u"INDEX message_thread"_s) && !plan.contains(u"SCAN"_s),
                 qPrintable(plan));
        // However often others wrote it, or at other times.
        const QString narrow = kit.planOf("search"_L1).join(u'\n');
        QVERIFY2(narrow.contains(u"token_hash=? AND shelf=? AND at>? AND at<?"_s) &&
                     !narrow.contains(u"TEMP B-TREE"_s) && !narrow.contains(u"SCAN"_s),
                 qPrintable(narrow));
    }

    // A history that is imported later holds no newer messages than what was there.
    void searchGivesTheNewestNotTheLastStored()
    {
        StoreKit kit;
        const auto person = kit.addPerson(u"1000001"_s);
        const auto ours = kit.addMessage(person, u"kargom yolda"_s, Direction::Outbound);
        const auto newest = kit.addMessage(person, u"kargom geldi"_s);
        kit.clock().advance(-std::chrono::hours(24 * 90));
        const auto imported = kit.addMessage(person, u"kargom nerede"_s);
        const auto find = [&](int limit) {
            return kit.read<QList<MessageId>>(
                [&](const Tx &tx) { return tx.search().find({u"kargom"_s}, limit); });
        };
        QCOMPARE(find(1), QList{newest.id});
        QCOMPARE(find(2), (QList{newest.id, ours.id}));
        QCOMPARE(find(9), (QList{newest.id, ours.id, imported.id}));
    }

    // What a later version can read is found as what it is.
    void contentThatIsReplacedIsFoundAsWhatItIs()
    {
        StoreKit kit;
        const auto person = kit.addPerson(u"1000001"_s);
        const MessageId stored = kit.addMessage(person, u"makbuz eki"_s).id;
        auto message =
            kit.read<MessageRecord>([&](const Tx &tx) { return tx.messages().record(stored); });
        message.kind = MessageKind::Document;
        message.text = u"makbuzun aslı"_s;
        kit.write([&](Tx &tx) { return tx.messages().replaceContent(message); });
        SearchFilter filter;
        filter.filesOnly = true;
        const auto find = [&](const QString &word) {
            return kit.read<QList<MessageId>>(
                [&](const Tx &tx) { return tx.search().find({word}, 10, filter); });
        };
        QCOMPARE(find(u"makbuzun"_s), QList{message.id});
        QVERIFY(find(u"eki"_s).isEmpty());
    }

    void intakeKeepsBodiesInOrder()
    {
        StoreKit kit;
        Values values(4);
        QList<QByteArray> bodies;
        for (int i = 0; i < 20; ++i) {
            bodies << values.bytes();
            kit.write([&](Tx &tx) -> Stored<Done> {
                const auto row = tx.intake().append(bodies.last(), kit.clock().now());
                return row ? Stored<Done>(done()) : failure(row.error());
            });
            kit.clock().advance(std::chrono::hours(3)); // several day keys
        }
        kit.reopen();
        const auto pending =
            kit.read<QList<PendingBody>>([](const Tx &tx) { return tx.intake().pending(100); });
        QCOMPARE(pending.size(), 20);
        for (qsizetype i = 0; i < 20; ++i)
            QCOMPARE(pending.at(i).body, bodies.at(i));
        kit.write([&](Tx &tx) { return tx.intake().applied(pending.first().row); });
        QCOMPARE(kit.read<int>([](const Tx &tx) { return tx.intake().pendingCount(); }), 19);
        kit.write([&](Tx &tx) -> Stored<Done> {
            const bool once = tx.intake().firstSeen("k", kit.clock().now()).valueOr(false) &&
                              !tx.intake().firstSeen("k", kit.clock().now()).valueOr(true);
            return once ? Stored<Done>(done()) : failure(StoreError::Failed);
        });
    }

    void accessRoundTrips()
    {
        StoreKit kit;
        UserRecord user;
        user.userName = u"elif"_s;
        user.displayName = u"Elif Ş."_s;
        user.roles = {Role::Agent, Role::PrivacyOfficer};
        user.passwordHash = "$argon2id$";
        user.totpSecret = Secret("totp-seed");
        user.totpLastStep = 5;
        DeviceRecord device;
        device.name = u"Masa 1"_s;
        device.tokenHash = QByteArray(32, 't');
        device.publicKey = QByteArray(32, 'p');
        device.pairedAt = kit.clock().now();
        SessionRecord session;
        session.tokenHash = QByteArray(32, 's');
        session.expiresAt = kit.clock().now() + std::chrono::hours(1);
        kit.write([&](Tx &tx) -> Stored<Done> {
            const auto agent = tx.access().addUser(user);
            const auto added = tx.access().addDevice(device);
            if (!agent || !added)
                return failure(StoreError::Failed);
            user.id = session.agent = *agent;
            device.id = session.device = *added;
            return tx.access().addSession(session);
        });
        QCOMPARE(kit.store()
                     .writeAndWait([&](Tx &tx) -> Stored<Done> {
                         const auto twice = tx.access().addUser(user);
                         return twice ? Stored<Done>(done()) : failure(twice.error());
                     })
                     .error(),
                 StoreError::Conflict);
        QVERIFY(!kit.allBytes().contains("totp-seed"));
        user.failures = 3;
        user.disabled = true;
        device.revoked = true;
        session.steppedUpUntil = kit.clock().now();
        kit.write([&](Tx &tx) -> Stored<Done> {
            (void)tx.access().updateUser(user);
            (void)tx.access().updateDevice(device);
            return tx.access().updateSession(session);
        });
        kit.reopen();
        kit.store().readAndWait([&](const Tx &tx) {
            for (const auto &found : {*tx.access().user(u"elif"_s), *tx.access().user(user.id)}) {
                QVERIFY(found.has_value());
                QCOMPARE(found->displayName, user.displayName);
                QVERIFY(found->roles == user.roles);
                QCOMPARE(found->passwordHash, user.passwordHash);
                QCOMPARE(found->totpSecret.reveal(), QByteArray("totp-seed"));
                QCOMPARE(found->totpLastStep, 5);
                QCOMPARE(found->failures, 3);
                QVERIFY(found->disabled);
            }
            QCOMPARE(tx.access().users()->size(), 1);
            const auto known = *tx.access().deviceByToken(device.tokenHash);
            QVERIFY(known && known->revoked);
            QCOMPARE(known->publicKey, device.publicKey);
            QCOMPARE(known->pairedAt, device.pairedAt);
            QCOMPARE(tx.access().devices()->size(), 1);
            const auto open = *tx.access().session(session.tokenHash);
            QVERIFY(open.has_value());
            QCOMPARE(open->agent, user.id);
            QCOMPARE(open->steppedUpUntil, session.steppedUpUntil);
        });
        kit.write([&](Tx &tx) { return tx.access().endSessionsOf(user.id); });
        kit.store().readAndWait(
            [&](const Tx &tx) { QVERIFY(!tx.access().session(session.tokenHash)->has_value()); });
    }

    void aCodeWorksOnceAndInTime()
    {
        StoreKit kit;
        const Instant now = kit.clock().now();
        kit.write([&](Tx &tx) -> Stored<Done> {
            Access &access = tx.access();
            (void)access.addCode(CodePurpose::Pairing, "a", now + Duration(10));
            (void)access.addCode(CodePurpose::Pairing, "b", now);
            const bool right = !access.useCode(CodePurpose::Setup, "a", now).valueOr(true) &&
                               access.useCode(CodePurpose::Pairing, "a", now).valueOr(false) &&
                               !access.useCode(CodePurpose::Pairing, "a", now).valueOr(true) &&
                               !access.useCode(CodePurpose::Pairing, "b", now).valueOr(true);
            return right ? Stored<Done>(done()) : failure(StoreError::Failed);
        });
    }

    void templatesAndFactsRoundTrip()
    {
        StoreKit kit;
        const TemplateRecord record{u"kargo"_s,       u"tr"_s,  u"UTILITY"_s, u"APPROVED"_s,
                                    u"Sayın {{1}}"_s, {u"1"_s}, true};
        kit.write([&](Tx &tx) -> Stored<Done> {
            (void)tx.templates().replaceAll({record, {u"x"_s, u"tr"_s, {}, {}, {}, {}, false}});
            (void)tx.templates().replaceAll({record});
            (void)tx.templates().setStatus(u"kargo"_s, u"tr"_s, u"PAUSED"_s);
            (void)tx.templates().setCategory(u"kargo"_s, u"tr"_s, u"MARKETING"_s);
            (void)tx.facts().setNumber(u"a"_s, 1);
            return tx.facts().setNumber(u"a"_s, -7);
        });
        kit.store().readAndWait([&](const Tx &tx) {
            QCOMPARE(tx.templates().all()->size(), 1);
            const auto found = *tx.templates().find(u"kargo"_s, u"tr"_s);
            QVERIFY(found.has_value());
            QCOMPARE(found->status, u"PAUSED"_s);
            QCOMPARE(found->category, u"MARKETING"_s);
            QCOMPARE(found->body, record.body);
            QCOMPARE(found->variables, record.variables);
            QVERIFY(found->named);
            QVERIFY(!tx.templates().find(u"kargo"_s, u"en"_s)->has_value());
            QCOMPARE(tx.facts().number(u"a"_s, 0).valueOr(0), -7);
            QCOMPARE(tx.facts().number(u"b"_s, 42).valueOr(0), 42);
        });
    }
};

DESTEK_TEST(Repositories)
#include "tst_repositories.moc"
