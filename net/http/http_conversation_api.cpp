#include "net/http/http_conversation_api.h"

#include "core/wire/endpoints.h"
#include "core/wire/json.h"
#include "core/wire/json_fields.h"
#include "core/wire/outbound_json.h"
#include "net/http/asks.h"
#include "net/http/paths.h"

using namespace Qt::StringLiterals;

namespace destek::net
{

namespace
{

using namespace wire;

QString cursorText(ThreadCursor place)
{
    return u"%1:%2"_s.arg(place.at.ms).arg(place.order);
}

std::optional<SearchHit> hitFromJson(const QJsonObject &json)
{
    auto message = messageFromJson(json.value("message"_L1).toObject());
    auto conversation = conversationFromJson(json.value("conversation"_L1).toObject());
    if (!message || !conversation)
        return std::nullopt;
    return SearchHit{*std::move(message), *std::move(conversation)};
}

/// People first: hits without a message.
std::optional<QList<SearchHit>> foundFromJson(const QJsonObject &json)
{
    auto people = fields::list<ConversationSummary>(json, "people"_L1, conversationFromJson);
    auto hits = fields::list<SearchHit>(json, "hits"_L1, hitFromJson);
    if (!people || !hits)
        return std::nullopt;
    QList<SearchHit> found;
    for (ConversationSummary &person : *people)
        found << SearchHit{{}, std::move(person)};
    return found + *hits;
}

std::optional<ChannelHealth> healthFromJson(const QJsonObject &json)
{
    const QJsonObject channel = json.value("channel"_L1).toObject();
    ChannelHealth health;
    health.time = fields::instant(json, "time"_L1);
    health.ok = channel.value("ok"_L1).toBool();
    health.lastInboundAt = fields::instant(channel, "lastInboundAt"_L1);
    health.lastCallAt = fields::instant(channel, "lastCallAt"_L1);
    health.restricted = channel.value("restricted"_L1).toBool();
    health.queued = int(fields::integer(json, "queue"_L1));
    // It worked once and does not now; a new server has only not been used yet.
    health.sendingStopped =
        !health.ok && (!health.lastInboundAt.isNull() || !health.lastCallAt.isNull());
    return health;
}

QList<QPair<QByteArray, QString>> queryOf(const QString &words, const SearchFilter &filter,
                                          int limit)
{
    QList<QPair<QByteArray, QString>> query{{"q", words}, {"limit", QString::number(limit)}};
    if (filter.conversation.isValid())
        query << qMakePair("conversation", QString::number(filter.conversation.value));
    if (filter.whose != SearchFilter::Whose::Anybody)
        query << qMakePair("whose", QString(wireName(filter.whose)));
    if (filter.since)
        query << qMakePair("since", QString::number(filter.since->ms));
    if (filter.until)
        query << qMakePair("until", QString::number(filter.until->ms));
    if (filter.filesOnly)
        query << qMakePair("files", u"1"_s);
    return query;
}

/// `text` and `template` beside `content` are for a daemon older than this console.
QJsonObject bodyOf(const OutgoingMessage &message)
{
    const OutboundContent &content = message.content;
    QJsonObject body{{"id"_L1, message.id.toString()},
                     {"purpose"_L1, QString(wireName(message.purpose))},
                     {"content"_L1, toJson(content)}};
    if (message.hold.count() > 0)
        body.insert("holdMs"_L1, qint64(message.hold.count()));
    if (content.kind == MessageKind::Text)
        body.insert("text"_L1, content.text);
    if (content.kind == MessageKind::Template)
        body.insert("template"_L1,
                    QJsonObject{{"name"_L1, content.templateName},
                                {"language"_L1, content.templateLanguage},
                                {"variables"_L1, QJsonArray::fromStringList(content.values.body)}});
    return body;
}

} // namespace

void HttpConversationApi::inbox(const QString &cursor, int limit, Then<InboxPage> then)
{
    m_transport->ask<InboxPage>(
        get(QString(kInbox), {{"before", cursor}, {"limit", QString::number(limit)}}), then,
        inboxFromJson);
}

void HttpConversationApi::conversation(ConversationId id, Then<ConversationSummary> then)
{
    m_transport->ask<ConversationSummary>(get(pathFor(kConversation, id.value)), then,
                                          conversationFromJson);
}

void HttpConversationApi::newest(ConversationId id, int limit, Then<ThreadPage> then)
{
    m_transport->ask<ThreadPage>(
        get(pathFor(kMessages, id.value), {{"limit", QString::number(limit)}}), then,
        threadFromJson);
}

void HttpConversationApi::before(ConversationId id, ThreadCursor place, int limit,
                                 Then<ThreadPage> then)
{
    m_transport->ask<ThreadPage>(
        get(pathFor(kMessages, id.value),
            {{"before", cursorText(place)}, {"limit", QString::number(limit)}}),
        then, threadFromJson);
}

void HttpConversationApi::after(ConversationId id, ThreadCursor place, int limit,
                                Then<ThreadPage> then)
{
    m_transport->ask<ThreadPage>(
        get(pathFor(kMessages, id.value),
            {{"after", cursorText(place)}, {"limit", QString::number(limit)}}),
        then, threadFromJson);
}

void HttpConversationApi::send(const OutgoingMessage &message, Then<MessageView> then)
{
    m_transport->ask<MessageView>(
        post(pathFor(kMessages, message.conversation.value), bodyOf(message)), then,
        messageFromJson);
}

void HttpConversationApi::templates(Then<QList<TemplateView>> then)
{
    m_transport->ask<QList<TemplateView>>(
        get(QString(kTemplates)), then, [](const QJsonObject &json) {
            return fields::list<TemplateView>(json, "templates"_L1, templateFromJson);
        });
}

void HttpConversationApi::search(const QString &words, const SearchFilter &filter, int limit,
                                 Then<QList<SearchHit>> then)
{
    m_transport->ask<QList<SearchHit>>(get(QString(kSearch), queryOf(words, filter, limit)), then,
                                       foundFromJson);
}

void HttpConversationApi::health(Then<ChannelHealth> then)
{
    m_transport->ask<ChannelHealth>(get(QString(kHealth)), then, healthFromJson);
}

void HttpConversationApi::person(ContactId id, Then<PersonView> then)
{
    m_transport->ask<PersonView>(get(pathFor(kContact, id.value)), then, personFromJson);
}

void HttpConversationApi::revealNumber(ContactId id, const QString &reason, Then<QString> then)
{
    m_transport->ask<QString>(post(pathFor(kReveal, id.value), {{"reason"_L1, reason}}), then,
                              [](const QJsonObject &json) -> std::optional<QString> {
                                  const QString number = json.value("number"_L1).toString();
                                  if (number.isEmpty())
                                      return std::nullopt;
                                  return number;
                              });
}

void HttpConversationApi::answerOptOutQuestion(ConversationId id, bool isOptOut,
                                               Then<ConversationSummary> then)
{
    m_transport->ask<ConversationSummary>(
        post(pathFor(kOptOutAnswer, id.value), {{"answer"_L1, isOptOut ? u"yes"_s : u"no"_s}}),
        then, conversationFromJson);
}

void HttpConversationApi::decide(MessageId id, UnknownDecision decision, Then<MessageView> then)
{
    const QString word = decision == UnknownDecision::Resend ? u"resend"_s : u"abandon"_s;
    m_transport->ask<MessageView>(post(pathFor(kDecision, id.toString()), {{"decision"_L1, word}}),
                                  then, messageFromJson);
}

void HttpConversationApi::markRead(ConversationId id, bool typing, Then<Done> then)
{
    m_transport->ask<Done>(post(pathFor(kMarkRead, id.value), {{"typing"_L1, typing}}), then,
                           nothing);
}

void HttpConversationApi::history(MessageId id, Then<MessageHistory> then)
{
    m_transport->ask<MessageHistory>(get(pathFor(kHistory, id.toString())), then, historyFromJson);
}

void HttpConversationApi::recordStanding(ContactId id, Standing standing, ConsentSource source,
                                         const QString &note, Then<PersonView> then)
{
    m_transport->ask<PersonView>(
        post(pathFor(kStanding, id.value), {{"standing"_L1, QString(wireName(standing))},
                                            {"source"_L1, QString(wireName(source))},
                                            {"note"_L1, note}}),
        then, personFromJson);
}

} // namespace destek::net
