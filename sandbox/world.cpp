#include "sandbox/world.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace destek::sandbox
{
namespace
{
constexpr qint64 kWindowMs = 24LL * 60 * 60 * 1000;
}

World::World(Business business, WallClock clock, quint32 seed)
    : m_business(std::move(business)), m_clock(std::move(clock)), m_dice(seed),
      m_number(m_business.phoneNumberId, m_business.displayNumber, m_business.name)
{
}

Person *World::add(Person person)
{
    if (person.bsuid.isEmpty()) // Since April 2026 everybody has one.
        person.bsuid = u"TR."_s + m_dice.digits(20);
    if (person.key.isEmpty())
        person.key = person.phone.isEmpty() ? person.bsuid : person.phone;
    Person *added = m_people.emplace_back(std::make_unique<Person>(std::move(person))).get();
    m_byKey.insert(added->key, added);
    m_byBsuid.insert(added->bsuid, added);
    if (!added->phone.isEmpty())
        m_byPhone.insert(added->phone, added);
    return added;
}

Person *World::byKey(const QString &key) const
{
    return m_byKey.value(key);
}

Person *World::byPhone(const QString &digits) const
{
    return m_byPhone.value(digits);
}

Person *World::byBsuid(const QString &bsuid) const
{
    if (Person *person = m_byBsuid.value(bsuid))
        return person;
    for (const auto &person : m_people) {
        if (!bsuid.isEmpty() && person->parentBsuid == bsuid)
            return person.get();
    }
    return nullptr;
}

Person *World::find(const QString &phone, const QString &bsuid, const QString &name)
{
    Person *known = bsuid.isEmpty() ? nullptr : byBsuid(bsuid);
    if (known == nullptr && !phone.isEmpty())
        known = byPhone(phone);
    if (known == nullptr) {
        Person stranger;
        stranger.phone = phone;
        stranger.bsuid = bsuid;
        stranger.name = name;
        known = add(std::move(stranger));
    } else if (!name.isEmpty()) {
        known->name = name;
    }
    return known;
}

QString World::newWamid(const QString &number)
{
    const QByteArray who = number.toLatin1();
    QByteArray inner("\x1d\x18", 2);
    inner += char(who.size());
    inner += who;
    inner += QByteArray("\x15\x02\x00\x11\x18\x12", 6);
    inner += m_dice.hex(9).toUpper();
    inner += '\0';
    return u"wamid."_s + QString::fromLatin1(inner.toBase64());
}

void World::changeNumber(Person &person, const QString &phone, const QString &bsuid)
{
    m_byPhone.remove(person.phone);
    person.phone = phone;
    m_byPhone.insert(phone, &person);
    changeUserId(person, bsuid);
}

void World::changeUserId(Person &person, const QString &bsuid)
{
    m_byBsuid.remove(person.bsuid);
    person.bsuid = bsuid.isEmpty() ? u"TR."_s + m_dice.digits(20) : bsuid;
    m_byBsuid.insert(person.bsuid, &person);
    if (!person.parentBsuid.isEmpty())
        person.parentBsuid = u"TR.ENT."_s + m_dice.digits(20);
}

Person *World::recycle(const QString &phone, const QString &name)
{
    Person next;
    next.phone = phone; // copied first: it may be the former owner's own
    if (Person *former = m_byPhone.take(next.phone))
        former->phone.clear();
    next.name = name;
    next.bsuid = u"TR."_s + m_dice.digits(20);
    next.key = next.bsuid;
    return add(std::move(next));
}

void World::noteInbound(Person &person, const QString &wamid, qint64 atMs, const QString &type)
{
    m_inbound.insert(wamid, InboundNote{&person, type, atMs, false});
    static const QStringList linked{u"reaction"_s, u"edit"_s, u"revoke"_s};
    if (!linked.contains(type))
        person.lastFromPerson = wamid;
    person.lastInboundMs = std::max(person.lastInboundMs, atMs);
}

void World::noteWithdrawn(const QString &wamid)
{
    if (const auto it = m_inbound.find(wamid); it != m_inbound.end())
        it->withdrawn = true;
}

bool World::windowOpen(const Person &person) const
{
    return person.lastInboundMs > 0 && nowMs() - person.lastInboundMs < kWindowMs;
}

SentMessage &World::noteSent(SentMessage message)
{
    SentMessage *kept =
        m_sent.emplace_back(std::make_unique<SentMessage>(std::move(message))).get();
    m_sentById.insert(kept->wamid, kept);
    if (kept->person != nullptr && kept->type != "reaction"_L1)
        kept->person->lastFromAgent = kept->wamid;
    return *kept;
}

SentMessage *World::sent(const QString &wamid)
{
    return m_sentById.value(wamid);
}

} // namespace destek::sandbox
