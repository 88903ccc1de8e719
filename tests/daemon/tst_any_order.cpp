#include "core/wire/json.h"
#include "daemon/service/export_data.h"
#include "tests/daemon/desk.h"
#include "tests/kit/test_main.h"

#include <QCryptographicHash>
#include <QtTest>

using namespace destek;
using namespace destek::daemon;
using namespace destek::test;

namespace
{

const meta::Sender kBefore{u"905320000000"_s, u"TR.OLD"_s, u"Ayşe"_s, {}};
const meta::Sender kAfter{u"905330000000"_s, u"TR.NEW"_s, u"Ayşe"_s, {}};
constexpr int kEvents = 8;
constexpr int kOrders = 40'320;

QByteArray numberChange()
{
    QJsonObject line{{u"from"_s, kBefore.phone},
                     {u"id"_s, u"wamid.change"_s},
                     {u"timestamp"_s, QString::number(Desk::kNow + 40)},
                     {u"type"_s, u"system"_s}};
    line.insert(u"system"_s, QJsonObject{{u"type"_s, u"user_changed_number"_s},
                                         {u"wa_id"_s, kAfter.phone},
                                         {u"user_id"_s, kAfter.bsuid},
                                         {u"previous_user_id"_s, kBefore.bsuid}});
    return meta::messages({line});
}

QByteArray one(const meta::Sender &from, const QString &wamid, int second, const QString &type,
               const QJsonObject &part)
{
    return meta::messages({meta::message(from, wamid, Desk::kNow + second, type, part)}, {from});
}

QList<QByteArray> eightEvents()
{
    const qint64 t = Desk::kNow;
    return {
        meta::says(kBefore, u"wamid.text"_s, t + 10, u"Yarın gelin"_s),
        one(kBefore, u"wamid.r1"_s, 20, u"reaction"_s,
            {{u"message_id"_s, u"wamid.own"_s}, {u"emoji"_s, u"👍"_s}}),
        one(kBefore, u"wamid.r2"_s, 21, u"reaction"_s, {{u"message_id"_s, u"wamid.own"_s}}),
        one(kBefore, u"wamid.edit"_s, 30, u"edit"_s,
            {{u"original_message_id"_s, u"wamid.text"_s},
             {u"message"_s, QJsonObject{{u"type"_s, u"text"_s},
                                        {u"text"_s, QJsonObject{{u"body"_s, u"Bugün gelin"_s}}}}}}),
        meta::statuses({meta::status(u"wamid.own"_s, u"read"_s, t + 31)}),
        numberChange(),
        meta::says(kAfter, u"wamid.stop"_s, t + 50, u"DURDUR"_s),
        meta::says(kAfter, u"wamid.start"_s, t + 60, u"BAŞLAT"_s),
    };
}

/// Without what arrival alone decides: random ids, places, times of taking, and the confirmation
/// of an opt-out, which goes out only if nothing newer is known by then.
QJsonObject told(QJsonObject view)
{
    for (const char *key : {"id", "order", "receivedAt", "conversation"})
        view.remove(QLatin1StringView(key));
    return view;
}

Stored<QByteArray> stateOf(const Tx &tx, Instant now)
{
    const Views views(tx, now);
    QStringList lines;
    for (const meta::Sender &sender : {kBefore, kAfter}) {
        for (const Identity &identity : {Identity{IdentityKind::Phone, sender.phone},
                                         Identity{IdentityKind::Bsuid, sender.bsuid}}) {
            const auto contact = tx.contacts().find(identity);
            if (!contact)
                return failure(contact.error());
            const auto early = tx.contacts().holding(identity, Instant::fromSeconds(Desk::kNow));
            if (!early)
                return failure(early.error());
            lines << u"%1 now %2 then %3"_s.arg(identity.value)
                         .arg(contact->has_value())
                         .arg(early->has_value());
        }
    }
    const auto inbox = views.inbox({}, 10);
    if (!inbox)
        return failure(inbox.error());
    for (const ConversationSummary &row : inbox->conversations) {
        QJsonObject summary = wire::toJson(row);
        // The confirmation of an opt-out may be the last line, or not be there.
        for (const char *key : {"id", "contact", "revision", "lastAt", "lastOwnState", "lastLine",
                                "lastDirection", "lastKind"})
            summary.remove(QLatin1StringView(key));
        const auto person = tx.contacts().record(row.contact);
        const auto said = tx.contacts().consent(row.contact);
        const auto identities = tx.contacts().identities(row.contact);
        const auto records = tx.messages().after(row.id, {}, 100);
        if (!person || !said || !identities || !records)
            return failure(StoreError::Failed);
        QStringList own;
        for (const MessageRecord &record : *records) {
            if (record.purpose == MessageClass::LegalNotice)
                continue;
            const auto view = views.shown(record);
            if (!view)
                return failure(view.error());
            own << QString::fromUtf8(
                QJsonDocument(told(wire::toJson(*view))).toJson(QJsonDocument::Compact));
        }
        for (const ConsentEvent &event : *said)
            own << u"said %1 %2 %3"_s.arg(wireName(event.standing))
                       .arg(event.at.ms)
                       .arg(event.word);
        for (const Identity &identity : *identities)
            own << u"is %1"_s.arg(identity.value);
        own.sort();
        lines << QString::fromUtf8(QJsonDocument(summary).toJson(QJsonDocument::Compact)) << own
              << u"review %1"_s.arg(person->needsReview);
    }
    return lines.join(u'\n').toUtf8();
}

/// Walks the tree of orders, one savepoint per step. Two ways to the same events and the same
/// state go on alike: the second is counted, not walked.
class Walk
{
public:
    explicit Walk(Desk &desk) : m_desk(desk) {}

    Stored<int> from(Tx &tx, int applied, const QStringList &way)
    {
        const auto state = stateOf(std::as_const(tx), m_desk.clock().now());
        if (!state)
            return failure(state.error());
        if (applied == (1 << kEvents) - 1) {
            if (m_final.isEmpty())
                m_final = *state;
            if (m_final != *state && m_differs.isEmpty())
                m_differs = way.join(u',') + u'\n' + QString::fromUtf8(*state);
            return 1;
        }
        const QByteArray key = QByteArray::number(applied) +
                               QCryptographicHash::hash(*state, QCryptographicHash::Sha256);
        if (const auto known = m_known.constFind(key); known != m_known.cend())
            return *known;
        int orders = 0;
        for (int event = 0; event < kEvents; ++event) {
            if (applied & (1 << event))
                continue;
            std::optional<StoreError> wrong;
            const auto undone = tx.attempt([&](Tx &inner) -> Stored<Done> {
                for (const InboundEvent &part : intake::readWebhook(m_bodies.at(event))) {
                    if (auto done = m_applier.apply(inner, part, m_desk.clock().now()); !done)
                        wrong = done.error();
                }
                ++m_steps;
                const auto below =
                    from(inner, applied | (1 << event), way + QStringList{QString::number(event)});
                if (!below)
                    wrong = below.error();
                else
                    orders += *below;
                return failure(StoreError::Conflict); // back to where we were
            });
            Q_UNUSED(undone)
            if (wrong)
                return failure(*wrong);
        }
        m_known.insert(key, orders);
        return orders;
    }

    [[nodiscard]] QString differs() const { return m_differs; }
    [[nodiscard]] QByteArray final() const { return m_final; }
    [[nodiscard]] int steps() const { return m_steps; }

private:
    Desk &m_desk;
    QList<QByteArray> m_bodies = eightEvents();
    InboundApplier m_applier{m_desk.clock(), InboundApplier::Wording{kConfirmation}};
    QHash<QByteArray, int> m_known;
    QByteArray m_final;
    QString m_differs;
    int m_steps = 0;
};

} // namespace

/// Delivery has no order (facts/whatsapp.md 1.5): a text, a reaction and its removal, an edit, a
/// status, a change of number, an opt-out and an opt-in lead to one state in all their orders.
class AnyOrder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void allOrdersOfEightEvents()
    {
        Desk desk;
        desk.says(kBefore, u"wamid.hello"_s, -100, u"Merhaba"_s);
        (void)desk.sends(kBefore, u"Buyurun"_s, u"wamid.own"_s);
        desk.at(100);
        Walk walk(desk);
        int orders = 0;
        desk.kit().write([&](Tx &tx) -> Stored<Done> {
            const auto counted = walk.from(tx, 0, {});
            if (!counted)
                return failure(counted.error());
            orders = *counted;
            return done();
        });
        qInfo("%d orders, %d steps", orders, walk.steps());
        QCOMPARE(orders, kOrders);
        const QStringList wanted = QString::fromUtf8(walk.final()).split(u'\n');
        const QStringList found = walk.differs().split(u'\n');
        for (const QString &line : found) {
            if (!walk.differs().isEmpty() && !wanted.contains(line))
                qWarning().noquote() << "found" << line.left(900);
        }
        for (const QString &line : wanted) {
            if (!walk.differs().isEmpty() && !found.contains(line))
                qWarning().noquote() << "instead of" << line.left(900);
        }
        QVERIFY(walk.differs().isEmpty());
        QVERIFY(walk.final().contains("Bugün gelin"));
        QVERIFY(walk.final().contains("\"standing\":\"open\""));
        QVERIFY(walk.final().contains("+90 5** *** ** 00"));
    }
};

DESTEK_TEST(AnyOrder)
#include "tst_any_order.moc"
