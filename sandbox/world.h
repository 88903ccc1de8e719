#pragma once

#include "sandbox/dice.h"
#include "sandbox/meta_error.h"
#include "sandbox/number_state.h"
#include "sandbox/person.h"

#include <QHash>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace destek::sandbox
{

/// Wall clock, ms since 1970 UTC. Meta's timestamps come from here, never from the time factor.
using WallClock = std::function<qint64()>;

/// The business as Meta knows it.
struct Business {
    QString phoneNumberId = QStringLiteral("100200300400");
    QString wabaId = QStringLiteral("500600700800");
    QString displayNumber = QStringLiteral("905550000000"); ///< digits
    QString countryCode = QStringLiteral("90");
    QString name = QStringLiteral("MektupX");
};

/// A message Meta took from the business.
struct SentMessage {
    QString wamid;
    QString type;
    QJsonObject body; ///< the request as posted
    QString input;    ///< as addressed: number or BSUID
    QString number;   ///< digits; empty if addressed by BSUID
    QString bsuid;
    Person *person = nullptr; ///< null: nobody has that number
    qint64 atMs = 0;
    QString callbackData;
    QString category; ///< service, utility, authentication, marketing
    bool insideWindow = false;
    std::optional<MetaError> doom; ///< accepted, but this is how it will fail
    bool doomedAfterSent = false;  ///< … and only after "sent" was reported
    QString status = QStringLiteral("accepted");
};

/// What a person wrote, as far as later messages depend on it.
struct InboundNote {
    Person *person = nullptr;
    QString type;
    qint64 atMs = 0;
    bool withdrawn = false;
};

/// People, what they wrote and what was written to them. Owns the people; pointers to them stay
/// valid as long as the World. Main thread only.
class World
{
public:
    World(Business business, WallClock clock, quint32 seed);

    [[nodiscard]] const Business &business() const { return m_business; }
    [[nodiscard]] qint64 nowMs() const { return m_clock(); }
    [[nodiscard]] NumberState &number() { return m_number; }
    [[nodiscard]] Dice &dice() { return m_dice; }

    Person *add(Person person);
    [[nodiscard]] Person *byKey(const QString &key) const;
    [[nodiscard]] Person *byPhone(const QString &digits) const;
    [[nodiscard]] Person *byBsuid(const QString &bsuid) const;
    /// Finds by BSUID, then phone; makes a new person if there is none.
    Person *find(const QString &phone, const QString &bsuid, const QString &name);
    [[nodiscard]] const std::vector<std::unique_ptr<Person>> &people() const { return m_people; }

    /// Meta makes a new BSUID with every new number (whatsapp.md 3.1); the old identities become
    /// unknown. An empty id is made up.
    void changeNumber(Person &person, const QString &phone, const QString &bsuid);
    void changeUserId(Person &person, const QString &bsuid);
    /// The number goes to somebody else: a new person; the former owner keeps only the BSUID.
    Person *recycle(const QString &phone, const QString &name);

    /// "wamid." and base64 holding the number or BSUID, as real ones do.
    [[nodiscard]] QString newWamid(const QString &number);
    void noteInbound(Person &person, const QString &wamid, qint64 atMs, const QString &type);
    void noteWithdrawn(const QString &wamid);
    [[nodiscard]] bool knowsInbound(const QString &wamid) const
    {
        return m_inbound.contains(wamid);
    }
    /// Person is null if nobody wrote it.
    [[nodiscard]] InboundNote inbound(const QString &wamid) const { return m_inbound.value(wamid); }
    /// 24 hours since the person's last message.
    [[nodiscard]] bool windowOpen(const Person &person) const;

    SentMessage &noteSent(SentMessage message);
    [[nodiscard]] SentMessage *sent(const QString &wamid);
    [[nodiscard]] const std::vector<std::unique_ptr<SentMessage>> &allSent() const
    {
        return m_sent;
    }

private:
    Business m_business;
    WallClock m_clock;
    Dice m_dice;
    NumberState m_number;
    std::vector<std::unique_ptr<Person>> m_people;
    QHash<QString, Person *> m_byPhone;
    QHash<QString, Person *> m_byBsuid;
    QHash<QString, Person *> m_byKey;
    QHash<QString, InboundNote> m_inbound;
    std::vector<std::unique_ptr<SentMessage>> m_sent;
    QHash<QString, SentMessage *> m_sentById;
};

} // namespace destek::sandbox
