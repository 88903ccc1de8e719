#include "net/fake/fake_world.h"

#include "core/policy/send_policy.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace destek::net
{

namespace
{

constexpr qint64 kOrdersPerThread = 10'000'000;
constexpr Duration kStep = std::chrono::minutes(1);

constexpr std::array<QStringView, 12> kGiven{u"Ayşe",   u"İbrahim", u"Çağla", u"Işıl",
                                             u"Ömer",   u"Şükrü",   u"Gül",   u"Ünal",
                                             u"Zeynep", u"Mehmet",  u"Anna",  u"John"};
constexpr std::array<QStringView, 11> kFamily{u"Yılmaz", u"Öztürk", u"Şahin",   u"Çelik",
                                              u"Işık",   u"Doğan",  u"Ağaoğlu", u"Kılıç",
                                              u"Smith",  u"İnce",   u"Ünlü"};
constexpr std::array<QStringView, 8> kPhrases{
    u"Merhaba, siparişim ne zaman gelir?",
    u"Teşekkür ederim 🙏",
    u"The parcel arrived but the box was open. What should I do?",
    u"Fatura adresimi değiştirmek istiyorum.",
    u"Tamam.",
    u"İyi günler, ürünü iade etmek istiyorum; etiketi duruyor.",
    u"Hello?",
    u"Kargo numarası neydi?"};

quint32 mix(quint64 value)
{
    value ^= value >> 33;
    value *= 0xff51afd7ed558ccdULL;
    value ^= value >> 33;
    return quint32(value);
}

QString nameFor(qint64 number)
{
    if (number % 97 == 13)
        return {}; // people without a visible name exist
    const quint32 seed = mix(quint64(number));
    return kGiven[seed % kGiven.size()].toString() + u' ' +
           kFamily[(seed / 31) % kFamily.size()].toString();
}

MessageId idFor(ConversationId id, int index)
{
    // The index first: qHash(QUuid) would put all of a thread into one bucket of a hash otherwise.
    return {QUuid(uint(index), ushort(uint(id.value) >> 16), ushort(uint(id.value) & 0xffff), 0x80,
                  'd', 'e', 's', 't', 'e', 'k', 0)};
}

bool isBefore(const MessageView &message, ThreadCursor place)
{
    return std::pair(message.at, message.order) < std::pair(place.at, place.order);
}

} // namespace

FakeWorld::FakeWorld(Instant now, WorldSize size) : m_now(now), m_size(size) {}

ContactId FakeWorld::contactOf(ConversationId id)
{
    return ContactId(id.value + 1'000'000);
}

ConversationId FakeWorld::conversationOf(ContactId id)
{
    return ConversationId(id.value - 1'000'000);
}

bool FakeWorld::exists(ConversationId id) const
{
    return id.value >= 1 && id.value <= m_size.conversations && !m_erased.contains(contactOf(id));
}

Instant FakeWorld::lastGeneratedAt(ConversationId id) const
{
    const qint64 place = id.value - 1;
    if (place < m_size.waiting)
        return m_now - std::chrono::minutes(1 + 10 * place);
    return m_now - std::chrono::seconds(90 + 47 * (place - m_size.waiting));
}

ConversationSummary FakeWorld::conversation(ConversationId id) const
{
    if (const auto changed = m_changed.constFind(id); changed != m_changed.constEnd())
        return *changed;
    const qint64 place = id.value - 1;
    const bool waits = place < m_size.waiting;
    const MessageView last = generated(id, generatedCount(id) - 1);
    ConversationSummary summary;
    summary.id = id;
    summary.contact = contactOf(id);
    summary.name = nameFor(id.value);
    if (id.value % 50 == 7)
        summary.username = u"user.%1"_s.arg(id.value); // reached without a number
    else
        summary.number = u"+90 5** *** ** %1"_s.arg(id.value % 100, 2, 10, QChar(u'0'));
    summary.businessNumber = u"+90 212 000 00 01"_s;
    summary.lastLine = last.text;
    summary.lastDirection = last.direction;
    summary.lastKind = last.kind;
    summary.lastOwnState = waits ? SendState::Read : last.state;
    summary.lastAt = last.at;
    summary.waiting = waits ? 1 : 0;
    const Instant lastInbound = waits ? last.at : last.at - kStep;
    if (waits)
        summary.waitingSince = last.at;
    summary.windowClosesAt = windowClosesAt(lastInbound);
    SendFacts facts;
    facts.now = m_now;
    facts.lastInboundAt = facts.lastQuestionAt = lastInbound;
    if (id.value % 61 == 60) {
        summary.standing = facts.standing = Standing::OptedOut;
        facts.optedOutAt = lastInbound;
    }
    summary.optOutQuestion = waits && id.value % 19 == 18;
    summary.allowance = allowance(facts);
    summary.work = generatedWork(id);
    summary.revision = 1;
    return summary;
}

WorkState FakeWorld::generatedWork(ConversationId id) const
{
    static constexpr std::array<qint64, 4> kAssignees{1, 2, 0, 3};
    const qint64 place = id.value - 1;
    WorkState work;
    work.heard = generatedCount(id);
    if (place >= 2 * qint64(m_size.waiting)) {
        work.status = WorkStatus::Resolved;
        return work;
    }
    work.assignee = AgentId(kAssignees[size_t(place % 4)]);
    if (place % 3 == 0)
        work.labels = {LabelId(1 + (place / 3) % 4)};
    if (place >= m_size.waiting && place % 5 == 2) {
        work.status = WorkStatus::Snoozed;
        work.snoozedUntil = m_now + std::chrono::hours(1 + place % 20);
    }
    return work;
}

InboxPage FakeWorld::inbox(int from, int limit) const
{
    InboxPage page;
    page.seq = m_seq;
    int place = from;
    const int unresolved = from == 0 ? 2 * m_size.waiting : 0;
    while (place < m_size.conversations &&
           (page.conversations.size() < limit || place < unresolved)) {
        if (exists(idAt(place)))
            page.conversations << conversation(idAt(place));
        ++place;
    }
    for (auto changed = m_changed.cbegin(); from == 0 && changed != m_changed.cend(); ++changed) {
        if (changed->id.value > place && changed->work.status != WorkStatus::Resolved)
            page.conversations << *changed; // reopened, or they wrote
    }
    if (place < m_size.conversations)
        page.next = QString::number(place);
    return page;
}

int FakeWorld::generatedCount(ConversationId id) const
{
    return id.value == 1 ? m_size.longThread : 3 + int(mix(quint64(id.value)) % 40);
}

int FakeWorld::messageCount(ConversationId id) const
{
    return generatedCount(id) + int(m_appended.value(id).size());
}

MessageView FakeWorld::generated(ConversationId id, int index) const
{
    const int count = generatedCount(id);
    const bool waits = id.value - 1 < m_size.waiting;
    const quint32 seed = mix(quint64(id.value) * 1'000'003 + quint64(index));
    MessageView message;
    message.id = idFor(id, index);
    message.conversation = id;
    const bool last = index == count - 1;
    const bool inbound = last ? waits : index == count - 2 ? true : seed % 5 < 3;
    message.direction = inbound ? Direction::Inbound : Direction::Outbound;
    message.kind = inbound && seed % 41 == 0 && !last ? MessageKind::Image : MessageKind::Text;
    message.text = kPhrases[seed % kPhrases.size()].toString();
    if (seed % 7 == 0)
        message.text += u' ' + kPhrases[(seed / 7) % kPhrases.size()].toString();
    if (!inbound) {
        message.state = last ? SendState::Delivered : SendState::Read;
        message.author = u"Deniz Kaya"_s;
        message.attempts = 1;
    }
    message.at = lastGeneratedAt(id) - kStep * (count - 1 - index);
    message.receivedAt = message.at + std::chrono::milliseconds(400);
    message.order = id.value * kOrdersPerThread + index;
    return message;
}

MessageView FakeWorld::message(ConversationId id, int index) const
{
    const int count = generatedCount(id);
    if (index >= count)
        return m_appended.value(id).at(index - count);
    if (!m_replaced.isEmpty()) {
        const auto replaced = m_replaced.constFind(idFor(id, index));
        if (replaced != m_replaced.constEnd())
            return *replaced;
    }
    return generated(id, index);
}

int FakeWorld::indexOf(ConversationId id, ThreadCursor place) const
{
    int low = 0;
    int high = messageCount(id);
    while (low < high) {
        const int middle = low + (high - low) / 2;
        if (isBefore(message(id, middle), place))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

ThreadPage FakeWorld::page(ConversationId id, int from, int to) const
{
    const int count = messageCount(id);
    from = std::clamp(from, 0, count);
    to = std::clamp(to, from, count);
    ThreadPage page;
    for (int index = from; index < to; ++index)
        page.messages << message(id, index);
    page.hasOlder = from > 0;
    page.hasNewer = to < count;
    return page;
}

std::optional<MessageView> FakeWorld::find(MessageId id) const
{
    for (const auto &list : m_appended) {
        for (const MessageView &message : list) {
            if (message.id == id)
                return message;
        }
    }
    const ConversationId conversation(uint(id.uuid.data2) << 16 | id.uuid.data3);
    const int index = int(id.uuid.data1);
    if (exists(conversation) && index >= 0 && index < generatedCount(conversation) &&
        idFor(conversation, index) == id)
        return message(conversation, index);
    return std::nullopt;
}

qint64 FakeWorld::append(MessageView message)
{
    const ConversationId id = message.conversation;
    message.order = id.value * kOrdersPerThread + messageCount(id);
    m_appended[id] << message;
    ConversationSummary summary = conversation(id);
    if (message.direction != Direction::Event) {
        summary.lastLine = message.text.section(u'\n', 0, 0);
        summary.lastDirection = message.direction;
        summary.lastKind = message.kind;
        summary.lastAt = message.at;
    }
    if (message.direction == Direction::Inbound) {
        ++summary.waiting;
        ++summary.work.heard;
        if (!summary.waitingSince)
            summary.waitingSince = message.at;
        summary.windowClosesAt = windowClosesAt(message.at);
        summary.allowance.freeText.reset();
    } else if (message.direction == Direction::Outbound) {
        summary.waiting = 0;
        summary.waitingSince.reset();
        summary.lastOwnState = message.state;
    }
    return replace(summary);
}

qint64 FakeWorld::replace(const MessageView &message)
{
    for (MessageView &known : m_appended[message.conversation]) {
        if (known.id == message.id) {
            known = message;
            return ++m_seq;
        }
    }
    m_replaced.insert(message.id, message);
    return ++m_seq;
}

qint64 FakeWorld::replace(ConversationSummary summary)
{
    summary.revision = ++m_seq;
    m_changed.insert(summary.id, summary);
    return m_seq;
}

qint64 FakeWorld::erase(ContactId contact)
{
    m_erased.insert(contact);
    m_changed.remove(conversationOf(contact));
    m_appended.remove(conversationOf(contact));
    return ++m_seq;
}

} // namespace destek::net
