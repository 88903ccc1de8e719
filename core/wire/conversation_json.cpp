#include "core/wire/collaboration_json.h"
#include "core/wire/content_json.h"
#include "core/wire/json.h"
#include "core/wire/json_fields.h"

using namespace Qt::StringLiterals;

namespace destek::wire
{

using namespace fields;

QJsonObject toJson(const ConversationSummary &summary)
{
    QJsonObject json{{"id"_L1, summary.id.value},
                     {"contact"_L1, summary.contact.value},
                     {"name"_L1, summary.name},
                     {"number"_L1, summary.number},
                     {"username"_L1, summary.username},
                     {"businessNumber"_L1, summary.businessNumber},
                     {"lastLine"_L1, summary.lastLine},
                     {"lastDirection"_L1, QString(wireName(summary.lastDirection))},
                     {"lastKind"_L1, QString(wireName(summary.lastKind))},
                     {"lastOwnState"_L1, QString(wireName(summary.lastOwnState))},
                     {"lastAt"_L1, summary.lastAt.ms},
                     {"waiting"_L1, summary.waiting},
                     {"standing"_L1, QString(wireName(summary.standing))},
                     {"optOutQuestion"_L1, summary.optOutQuestion},
                     {"work"_L1, toJson(summary.work)},
                     {"revision"_L1, summary.revision}};
    put(json, "waitingSince"_L1, summary.waitingSince);
    put(json, "windowClosesAt"_L1, summary.windowClosesAt);
    putMaybe(json, "freeTextRefusal"_L1, summary.allowance.freeText);
    putMaybe(json, "templateRefusal"_L1, summary.allowance.templates);
    if (summary.standby)
        json.insert("standby"_L1, true);
    return json;
}

std::optional<ConversationSummary> conversationFromJson(const QJsonObject &json)
{
    ConversationSummary summary;
    summary.id = ConversationId(integer(json, "id"_L1));
    summary.contact = ContactId(integer(json, "contact"_L1));
    if (!summary.id.isValid() || !summary.contact.isValid())
        return std::nullopt;
    summary.name = string(json, "name"_L1);
    summary.number = string(json, "number"_L1);
    summary.username = string(json, "username"_L1);
    summary.businessNumber = string(json, "businessNumber"_L1);
    summary.lastLine = string(json, "lastLine"_L1);
    summary.lastDirection = enumerator(json, "lastDirection"_L1, Direction::Inbound);
    summary.lastKind = enumerator(json, "lastKind"_L1, MessageKind::Unknown);
    summary.lastOwnState = enumerator(json, "lastOwnState"_L1, SendState::None);
    summary.lastAt = instant(json, "lastAt"_L1);
    summary.waiting = int(integer(json, "waiting"_L1));
    summary.waitingSince = maybeInstant(json, "waitingSince"_L1);
    summary.windowClosesAt = maybeInstant(json, "windowClosesAt"_L1);
    // An unknown standing or reason must not read as permission.
    summary.standing = enumerator(json, "standing"_L1, Standing::OptedOut);
    summary.optOutQuestion = json.value("optOutQuestion"_L1).toBool();
    if (json.contains("freeTextRefusal"_L1))
        summary.allowance.freeText =
            enumerator(json, "freeTextRefusal"_L1, SendRefusal::NotPermitted);
    if (json.contains("templateRefusal"_L1))
        summary.allowance.templates =
            enumerator(json, "templateRefusal"_L1, SendRefusal::NotPermitted);
    summary.standby = json.value("standby"_L1).toBool();
    summary.work = workStateFromJson(json.value("work"_L1).toObject());
    summary.revision = integer(json, "revision"_L1);
    return summary;
}

QJsonObject toJson(const InboxPage &page)
{
    return {{"conversations"_L1, array(page.conversations)},
            {"next"_L1, page.next},
            {"seq"_L1, page.seq}};
}

std::optional<InboxPage> inboxFromJson(const QJsonObject &json)
{
    auto rows = list<ConversationSummary>(json, "conversations"_L1, conversationFromJson);
    if (!rows || !json.value("seq"_L1).isDouble())
        return std::nullopt;
    return InboxPage{std::move(*rows), string(json, "next"_L1), integer(json, "seq"_L1)};
}

QJsonObject toJson(const MessageView &message)
{
    QJsonObject json{{"id"_L1, message.id.toString()},
                     {"conversation"_L1, message.conversation.value},
                     {"direction"_L1, QString(wireName(message.direction))},
                     {"kind"_L1, QString(wireName(message.kind))},
                     {"state"_L1, QString(wireName(message.state))},
                     {"event"_L1, QString(wireName(message.event))},
                     {"purpose"_L1, QString(wireName(message.purpose))},
                     {"text"_L1, message.text},
                     {"author"_L1, message.author},
                     {"templateName"_L1, message.templateName},
                     {"at"_L1, message.at.ms},
                     {"receivedAt"_L1, message.receivedAt.ms},
                     {"order"_L1, message.order},
                     {"errorCode"_L1, message.errorCode},
                     {"refusal"_L1, message.refusal},
                     {"attempts"_L1, message.attempts},
                     {"content"_L1, toJson(message.content)},
                     {"absorbed"_L1, message.absorbed}};
    if (!message.mentions.isEmpty())
        json.insert("mentions"_L1, idArray(message.mentions));
    put(json, "goesAt"_L1, message.goesAt);
    return json;
}

std::optional<MessageView> messageFromJson(const QJsonObject &json)
{
    MessageView message;
    message.id = MessageId::fromString(string(json, "id"_L1));
    message.conversation = ConversationId(integer(json, "conversation"_L1));
    if (!message.id.isValid() || !message.conversation.isValid())
        return std::nullopt;
    message.direction = enumerator(json, "direction"_L1, Direction::Inbound);
    message.kind = enumerator(json, "kind"_L1, MessageKind::Unknown);
    message.state = enumerator(json, "state"_L1, SendState::None);
    message.event = enumerator(json, "event"_L1, EventKind::None);
    message.purpose = enumerator(json, "purpose"_L1, MessageClass::SupportAnswer);
    message.text = string(json, "text"_L1);
    message.author = string(json, "author"_L1);
    message.templateName = string(json, "templateName"_L1);
    message.at = instant(json, "at"_L1);
    message.receivedAt = instant(json, "receivedAt"_L1);
    message.order = integer(json, "order"_L1);
    message.errorCode = int(integer(json, "errorCode"_L1));
    message.refusal = string(json, "refusal"_L1);
    message.attempts = int(integer(json, "attempts"_L1));
    message.content = contentFromJson(json.value("content"_L1).toObject());
    message.absorbed = json.value("absorbed"_L1).toBool();
    message.mentions = ids<AgentId>(json, "mentions"_L1);
    message.goesAt = maybeInstant(json, "goesAt"_L1);
    return message;
}

QJsonObject toJson(const ThreadPage &page)
{
    return {{"messages"_L1, array(page.messages)},
            {"hasOlder"_L1, page.hasOlder},
            {"hasNewer"_L1, page.hasNewer}};
}

std::optional<ThreadPage> threadFromJson(const QJsonObject &json)
{
    auto messages = list<MessageView>(json, "messages"_L1, messageFromJson);
    if (!messages)
        return std::nullopt;
    return ThreadPage{std::move(*messages), json.value("hasOlder"_L1).toBool(),
                      json.value("hasNewer"_L1).toBool()};
}

QJsonObject toJson(const PersonView &person)
{
    QJsonArray consent;
    for (const auto &line : person.consent)
        consent << QJsonObject{{"at"_L1, line.at.ms},
                               {"standing"_L1, QString(wireName(line.standing))},
                               {"source"_L1, QString(wireName(line.source))},
                               {"word"_L1, line.word},
                               {"recordedBy"_L1, line.recordedBy},
                               {"scope"_L1, QString(wireName(line.scope))},
                               {"businessNumber"_L1, line.businessNumber}};
    return {{"contact"_L1, person.contact.value},
            {"name"_L1, person.name},
            {"number"_L1, person.number},
            {"username"_L1, person.username},
            {"language"_L1, person.language},
            {"standing"_L1, QString(wireName(person.standing))},
            {"firstSeenAt"_L1, person.firstSeenAt.ms},
            {"stoppedAtWhatsApp"_L1, person.stoppedAtWhatsApp},
            {"needsReview"_L1, person.needsReview},
            {"addressBookName"_L1, person.addressBookName},
            {"keptUntil"_L1, person.keptUntil.ms},
            {"consent"_L1, consent},
            {"fields"_L1, array(person.fields)}};
}

std::optional<PersonView> personFromJson(const QJsonObject &json)
{
    PersonView person;
    person.contact = ContactId(integer(json, "contact"_L1));
    if (!person.contact.isValid())
        return std::nullopt;
    person.name = string(json, "name"_L1);
    person.number = string(json, "number"_L1);
    person.username = string(json, "username"_L1);
    person.language = string(json, "language"_L1);
    person.standing = enumerator(json, "standing"_L1, Standing::OptedOut);
    person.firstSeenAt = instant(json, "firstSeenAt"_L1);
    person.stoppedAtWhatsApp = json.value("stoppedAtWhatsApp"_L1).toBool();
    person.needsReview = json.value("needsReview"_L1).toBool();
    person.addressBookName = string(json, "addressBookName"_L1);
    person.keptUntil = instant(json, "keptUntil"_L1);
    const QJsonArray consent = json.value("consent"_L1).toArray();
    for (const QJsonValue &value : consent) {
        const QJsonObject line = value.toObject();
        person.consent << PersonView::ConsentLine{
            instant(line, "at"_L1),
            enumerator(line, "standing"_L1, Standing::OptedOut),
            enumerator(line, "source"_L1, ConsentSource::Keyword),
            string(line, "word"_L1),
            string(line, "recordedBy"_L1),
            enumerator(line, "scope"_L1, ConsentScope::AllProactive),
            string(line, "businessNumber"_L1)};
    }
    person.fields =
        list<PersonField>(json, "fields"_L1, personFieldFromJson).value_or(QList<PersonField>());
    return person;
}

} // namespace destek::wire
