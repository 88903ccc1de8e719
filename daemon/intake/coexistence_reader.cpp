#include "daemon/intake/coexistence_reader.h"

#include "core/text/phone.h"
#include "daemon/intake/message_reader.h"
#include "daemon/intake/value_reader.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace destek::daemon::intake
{

namespace
{

QString text(const QJsonObject &json, QLatin1StringView key)
{
    return json.value(key).toString();
}

/// A copy of what another app sends carries its order to WhatsApp one level deeper, beside the id
/// (and, for a template or a form, its definition). Read as an element of messages[].
QJsonObject unwrapped(const QJsonObject &echo)
{
    if (!echo.value("message"_L1).isObject())
        return echo;
    QJsonObject message = echo.value("message"_L1).toObject();
    for (auto it = echo.begin(); it != echo.end(); ++it) {
        const bool isFrame = it.key() == "id"_L1 || it.key() == "timestamp"_L1;
        if (isFrame || !message.contains(it.key()))
            message.insert(it.key(), it.value());
        else
            message.insert(it.key() + "_definition"_L1, it.value());
    }
    message.remove("message"_L1);
    return message;
}

bool isLetter(QChar c)
{
    return c.isLetter();
}

/// `to` is a number; `recipient`, as in an order to WhatsApp, may be one too.
QList<Identity> addressee(const QJsonObject &echo)
{
    QString phone = text(echo, "to"_L1);
    QString bsuid = text(echo, "to_user_id"_L1);
    const QString recipient = text(echo, "recipient"_L1);
    if (text::isBsuid(recipient) && bsuid.isEmpty())
        bsuid = recipient;
    else if (phone.isEmpty())
        phone = recipient;
    const bool isNumber = std::none_of(phone.begin(), phone.end(), &isLetter);
    if (!isNumber && !text::isBsuid(phone))
        phone.clear(); // the id of a group
    return readIdentities(phone, bsuid, text(echo, "to_parent_user_id"_L1));
}

bool isOurNumber(const QString &phone, const BusinessNumber &number)
{
    return !phone.isEmpty() && !number.display.isEmpty() &&
           text::digitsOf(number.display) == text::digitsOf(phone);
}

/// Nobody writes to themselves: whoever has our own number is no customer.
bool isOurNumber(const QList<Identity> &person, const BusinessNumber &number)
{
    return std::any_of(person.begin(), person.end(), [&](const Identity &identity) {
        return identity.kind == IdentityKind::Phone && isOurNumber(identity.value, number);
    });
}

/// What we wrote from the phone, or somebody else answers: the customer stands in `to`.
void readEcho(const QString &field, const QJsonObject &value, const QJsonValue &item,
              QList<InboundEvent> &events)
{
    const BusinessNumber number = numberOf(value);
    const QJsonObject message = unwrapped(item.toObject());
    InboundMessage echo;
    echo.number = number;
    echo.wamid = text(message, "id"_L1);
    echo.sender = addressee(message);
    readBody(message, echo);
    echo.direction = Direction::Outbound;
    echo.provenance = field == "standby"_L1 ? Provenance::Standby : Provenance::Phone;
    echo.state = SendState::Sent;
    echo.opensWindow = false;
    echo.consentWords.clear(); // our own words are nobody's wish
    const bool toGroup = text(message, "recipient_type"_L1) == "group"_L1;
    if (toGroup || echo.wamid.isEmpty() || echo.sender.isEmpty() ||
        isOurNumber(echo.sender, number) || number.phoneNumberId.isEmpty())
        events << UnreadablePart{toGroup ? u"echo to a group"_s : u"echo without id or recipient"_s,
                                 alone(field, value, u"message_echoes"_s, item)};
    else
        events << std::move(echo);
}

SendState historyState(const QJsonObject &message)
{
    const QString word = text(message.value("history_context"_L1).toObject(), "status"_L1);
    if (word == "READ"_L1)
        return SendState::Read;
    if (word == "PLAYED"_L1)
        return SendState::Played;
    if (word == "DELIVERED"_L1)
        return SendState::Delivered;
    if (word == "ERROR"_L1)
        return SendState::Failed;
    if (word == "PENDING"_L1)
        return SendState::Accepted;
    return SendState::Sent;
}

void readThread(const QJsonObject &thread, const BusinessNumber &number,
                QList<InboundEvent> &events)
{
    const QString customer = text(thread, "id"_L1);
    const QJsonObject context = thread.value("context"_L1).toObject();
    QString bsuid = text(thread, "user_id"_L1);
    if (bsuid.isEmpty())
        bsuid = text(context, "user_id"_L1);
    const QJsonArray messages = thread.value("messages"_L1).toArray();
    for (const QJsonValue &item : messages) {
        const QJsonObject json = item.toObject();
        InboundMessage message;
        message.number = number;
        message.wamid = text(json, "id"_L1);
        message.sender = readIdentities(customer, bsuid, {});
        readBody(json, message);
        const QString from = text(json, "from"_L1);
        const QString fromUser = text(json, "from_user_id"_L1);
        const bool theirs = (!from.isEmpty() && from == customer) ||
                            (!fromUser.isEmpty() && (fromUser == bsuid || fromUser == customer));
        message.provenance = Provenance::History;
        message.opensWindow = false;
        if (!theirs) {
            message.direction = Direction::Outbound;
            message.state = historyState(json);
            message.consentWords.clear();
        }
        if (message.wamid.isEmpty() || message.sender.isEmpty())
            events << UnreadablePart{u"history message without id or thread"_s, compact(json)};
        else
            events << std::move(message);
    }
}

void readHistory(const QJsonObject &value, QList<InboundEvent> &events)
{
    const BusinessNumber number = numberOf(value);
    const QJsonArray parts = value.value("history"_L1).toArray();
    for (const QJsonValue &item : parts) {
        const QJsonObject part = item.toObject();
        const QJsonObject metadata = part.value("metadata"_L1).toObject();
        HistoryProgress progress;
        progress.number = number;
        progress.phase = int(metadata.value("phase"_L1).toInteger());
        progress.percent = int(metadata.value("progress"_L1).toInteger());
        progress.code = part.value("errors"_L1).toArray().at(0).toObject().value("code"_L1).toInt();
        const QJsonArray threads = part.value("threads"_L1).toArray();
        if (number.phoneNumberId.isEmpty() && !threads.isEmpty()) {
            events << UnreadablePart{u"history without our number"_s, compact(part)};
            continue;
        }
        for (const QJsonValue &thread : threads)
            readThread(thread.toObject(), number, events);
        events << progress;
    }
    // Files of a history thread come later, as ordinary elements beside it.
    const QJsonArray later = value.value("messages"_L1).toArray();
    for (const QJsonValue &item : later) {
        const QJsonObject json = item.toObject();
        const QString from = text(json, "from"_L1);
        const bool ours = isOurNumber(from, number);
        QJsonObject thread{
            {"id"_L1, ours ? text(json, "to"_L1) : from},
            {"user_id"_L1, ours ? text(json, "to_user_id"_L1) : text(json, "from_user_id"_L1)},
            {"messages"_L1, QJsonArray{json}}};
        readThread(thread, number, events);
    }
}

void readAddressBook(const QJsonObject &value, QList<InboundEvent> &events)
{
    const QJsonArray entries = value.value("state_sync"_L1).toArray();
    for (const QJsonValue &item : entries) {
        const QJsonObject json = item.toObject();
        const QJsonObject contact = json.value("contact"_L1).toObject();
        AddressBookEntry entry;
        entry.number = numberOf(value);
        entry.person =
            readIdentities(text(contact, "phone_number"_L1), text(contact, "user_id"_L1), {});
        entry.name = text(contact, "full_name"_L1);
        if (entry.name.isEmpty())
            entry.name = text(contact, "first_name"_L1);
        entry.username = text(contact, "username"_L1);
        entry.removed = text(json, "action"_L1) == "remove"_L1;
        entry.at = readTimestamp(json.value("metadata"_L1).toObject().value("timestamp"_L1));
        if (entry.person.isEmpty() || text(json, "type"_L1) != "contact"_L1)
            events << UnreadablePart{u"address book entry of nobody"_s, compact(json)};
        else
            events << entry;
    }
}

/// The roles are open words; what is named after an agent of Meta's or a bot is not us.
bool isOurs(const QJsonObject &value)
{
    if (text(value, "type"_L1) == "control_taken"_L1)
        return false;
    const QJsonObject passed = value.value("control_passed"_L1).toObject();
    QString owner = text(passed, "new_owner_role"_L1);
    if (owner.isEmpty())
        owner = text(passed, "new_owner_app_role"_L1);
    for (const QLatin1StringView word : {"agent"_L1, "bot"_L1, "meta"_L1}) {
        if (owner.contains(word, Qt::CaseInsensitive)) // protocol word
            return false;
    }
    return true;
}

QString phoneOf(const QJsonObject &side)
{
    const QString phone = text(side, "phone_number"_L1);
    return phone.isEmpty() ? text(side, "wa_id"_L1) : phone;
}

/// Our number: mostly there is no `metadata`, and it stands on one of the two sides.
BusinessNumber handedNumber(const QJsonObject &value)
{
    BusinessNumber number = numberOf(value);
    for (const QLatin1StringView key : {"recipient"_L1, "sender"_L1}) {
        const QJsonObject side = value.value(key).toObject();
        if (number.phoneNumberId.isEmpty())
            number = {text(side, "phone_number_id"_L1), text(side, "display_phone_number"_L1)};
    }
    return number;
}

/// The customer: whichever side is not our number.
QList<Identity> handedPerson(const QJsonObject &value, const BusinessNumber &number)
{
    for (const QLatin1StringView key : {"sender"_L1, "recipient"_L1}) {
        const QJsonObject side = value.value(key).toObject();
        const QList<Identity> person = readIdentities(phoneOf(side), text(side, "user_id"_L1),
                                                      text(side, "parent_user_id"_L1));
        if (!person.isEmpty() && !side.contains("phone_number_id"_L1) &&
            !isOurNumber(person, number))
            return person;
    }
    return {};
}

void readHandover(const QJsonObject &value, QList<InboundEvent> &events)
{
    HandoverUpdate update;
    update.number = handedNumber(value);
    update.person = handedPerson(value, update.number);
    update.ours = isOurs(value);
    update.at = readTimestamp(value.value("timestamp"_L1));
    if (update.person.isEmpty() || update.number.phoneNumberId.isEmpty())
        events << UnreadablePart{u"handover of nobody"_s,
                                 asChange(u"messaging_handovers"_s, value)};
    else
        events << update;
}

void readStandby(const QJsonObject &value, QList<InboundEvent> &events)
{
    const QString field = u"standby"_s;
    QJsonObject inner = value.value("standby"_L1).toObject();
    inner.insert("metadata"_L1, value.value("metadata"_L1));
    if (!inner.contains("contacts"_L1))
        inner.insert("contacts"_L1, value.value("contacts"_L1));
    QList<InboundEvent> copies;
    readMessages(field, inner, copies);
    for (InboundEvent &copy : copies) {
        if (auto *message = std::get_if<InboundMessage>(&copy))
            message->provenance = Provenance::Standby;
        events << std::move(copy);
    }
    const QJsonArray echoes = inner.value("message_echoes"_L1).toArray();
    for (const QJsonValue &echo : echoes)
        readEcho(field, inner, echo, events);
}

void readCalls(const QJsonObject &value, QList<InboundEvent> &events)
{
    const QJsonArray calls = value.value("calls"_L1).toArray();
    for (const QJsonValue &item : calls) {
        const QJsonObject json = item.toObject();
        CallUpdate call;
        call.number = numberOf(value);
        call.callId = text(json, "id"_L1);
        call.at = readTimestamp(json.value("timestamp"_L1));
        call.byUser = text(json, "direction"_L1) != "BUSINESS_INITIATED"_L1;
        call.person = readIdentities(text(json, "from"_L1), text(json, "from_user_id"_L1),
                                     text(json, "from_parent_user_id"_L1));
        // Only its beginning counts: the window opens when somebody calls.
        if (text(json, "event"_L1) != "connect"_L1 || !call.byUser)
            continue;
        if (call.person.isEmpty() || call.number.phoneNumberId.isEmpty())
            events << UnreadablePart{u"call of nobody"_s, compact(json)};
        else
            events << call;
    }
}

} // namespace

bool readCoexistenceField(const QString &field, const QJsonObject &value,
                          QList<InboundEvent> &events)
{
    const qsizetype before = events.size();
    if (field == "smb_message_echoes"_L1) {
        const QJsonArray echoes = value.value("message_echoes"_L1).toArray();
        for (const QJsonValue &echo : echoes)
            readEcho(field, value, echo, events);
    } else if (field == "history"_L1) {
        readHistory(value, events);
    } else if (field == "smb_app_state_sync"_L1) {
        readAddressBook(value, events);
    } else if (field == "messaging_handovers"_L1) {
        readHandover(value, events);
    } else if (field == "standby"_L1) {
        readStandby(value, events);
    } else if (field == "calls"_L1) {
        readCalls(value, events);
    } else {
        return false;
    }
    // The end of a call says nothing to us; anything else without content is another shape.
    if (events.size() == before) {
        const bool known = value.value("calls"_L1).isArray();
        events << OtherUpdate{field, known ? QByteArray() : asChange(field, value)};
    }
    return true;
}

} // namespace destek::daemon::intake
