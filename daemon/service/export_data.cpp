#include "daemon/service/export_data.h"

#include "daemon/service/message_content.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace destek::daemon
{

namespace
{

constexpr int kPage = 500;

Stored<QList<SubjectData::Message>> readMessages(const Tx &tx, ConversationId id)
{
    QList<SubjectData::Message> messages;
    ThreadPlace place;
    while (true) {
        const auto page = tx.messages().after(id, place, kPage);
        if (!page)
            return failure(page.error());
        for (const MessageRecord &record : *page) {
            SubjectData::Message message;
            message.record = record;
            const auto statuses = tx.messages().statuses(record.id);
            if (!statuses)
                return failure(statuses.error());
            message.statuses = *statuses;
            const auto attempts = tx.messages().attempts(record.id);
            if (!attempts)
                return failure(attempts.error());
            message.attempts = *attempts;
            const auto media = tx.media().ofMessage(record.id);
            if (!media)
                return failure(media.error());
            message.media = *media;
            messages << message;
        }
        if (page->size() < kPage)
            return messages;
        place = {page->last().at, page->last().order};
    }
}

Stored<QList<AuditLine>> readAccesses(const Tx &tx, ContactId contact)
{
    QList<AuditLine> lines;
    AuditFilter filter;
    filter.contact = contact;
    QString cursor;
    do {
        const auto page = tx.audit().page(filter, cursor, kPage);
        if (!page)
            return failure(page.error());
        lines += page->lines;
        cursor = page->next;
    } while (!cursor.isEmpty());
    std::reverse(lines.begin(), lines.end());
    return lines;
}

QJsonObject timeJson(Instant at)
{
    return {{"ms"_L1, at.ms}, {"utc"_L1, at.toUtc().toString(Qt::ISODateWithMs)}};
}

QJsonObject messageJson(const SubjectData::Message &message)
{
    const MessageRecord &record = message.record;
    QJsonArray statuses;
    for (const StatusEvent &status : message.statuses)
        statuses << QJsonObject{{"state"_L1, QString(wireName(status.state))},
                                {"at"_L1, timeJson(status.at)},
                                {"code"_L1, status.code}};
    QJsonArray attempts;
    for (const Attempt &attempt : message.attempts)
        attempts << QJsonObject{{"number"_L1, attempt.number},
                                {"startedAt"_L1, timeJson(attempt.startedAt)},
                                {"endedAt"_L1, timeJson(attempt.endedAt)},
                                {"outcome"_L1, QString(wireName(attempt.outcome))},
                                {"code"_L1, attempt.code}};
    QJsonObject json{{"id"_L1, record.id.toString()},
                     {"whatsappId"_L1, record.wamid},
                     {"direction"_L1, QString(wireName(record.direction))},
                     {"kind"_L1, QString(wireName(record.kind))},
                     {"state"_L1, QString(wireName(record.state))},
                     {"event"_L1, QString(wireName(record.event))},
                     {"purpose"_L1, QString(wireName(record.purpose))},
                     {"text"_L1, record.text},
                     {"at"_L1, timeJson(record.at)},
                     {"receivedAt"_L1, timeJson(record.receivedAt)},
                     {"statuses"_L1, statuses},
                     {"attempts"_L1, attempts}};
    if (message.media) {
        QJsonObject file{{"state"_L1, QString(wireName(message.media->state))},
                         {"type"_L1, message.media->mimeType},
                         {"fileName"_L1, message.media->fileName},
                         {"size"_L1, message.media->size}};
        if (!message.mediaPath.isEmpty())
            file.insert("path"_L1, message.mediaPath);
        json.insert("file"_L1, file);
    }
    if (!record.raw.isEmpty())
        json.insert("asReceived"_L1, QString::fromUtf8(record.raw));
    if (readContent(record.kind, record.raw).inGroup)
        json.insert("inGroup"_L1, true);
    if (record.kind == MessageKind::Note)
        json.insert("internalNote"_L1, true);
    if (!record.templateName.isEmpty())
        json.insert("template"_L1, record.templateName);
    return json;
}

QJsonObject draftJson(const Draft &draft)
{
    QJsonObject json{{"kind"_L1, QString(wireName(draft.kind))},
                     {"text"_L1, draft.text},
                     {"at"_L1, timeJson(draft.at)}};
    if (draft.form)
        json.insert("template"_L1,
                    QJsonObject{{"name"_L1, draft.form->name},
                                {"language"_L1, draft.form->language},
                                {"texts"_L1, QJsonArray::fromStringList(draft.form->texts)}});
    return json;
}

} // namespace

Stored<SubjectData> readSubject(const Tx &tx, ContactId contact)
{
    SubjectData data;
    const auto person = tx.contacts().record(contact);
    if (!person)
        return failure(person.error());
    data.person = *person;
    const auto identities = tx.contacts().identities(contact);
    if (!identities)
        return failure(identities.error());
    data.identities = *identities;
    const auto consent = tx.contacts().consent(contact);
    if (!consent)
        return failure(consent.error());
    data.consent = *consent;
    const auto fields = tx.fields().ofContact(contact);
    if (!fields)
        return failure(fields.error());
    data.fields = *fields;
    const auto conversations = tx.conversations().ofContact(contact);
    if (!conversations)
        return failure(conversations.error());
    for (const ConversationRecord &record : *conversations) {
        auto messages = readMessages(tx, record.id);
        if (!messages)
            return failure(messages.error());
        const auto drafts = tx.own().draftsIn(record.id);
        if (!drafts)
            return failure(drafts.error());
        data.conversations << SubjectData::Conversation{record, *messages, *drafts};
    }
    auto records = tx.contacts().joinedInto(contact);
    if (!records)
        return failure(records.error());
    for (const ContactId record : *records << contact) {
        const auto accesses = readAccesses(tx, record);
        if (!accesses)
            return failure(accesses.error());
        data.accesses += *accesses;
    }
    return data;
}

namespace
{

QJsonObject personJson(const ContactRecord &person)
{
    QJsonObject json{{"id"_L1, person.id.value},
                     {"visibleName"_L1, person.name},
                     {"standing"_L1, QString(wireName(person.standing))},
                     {"firstSeenAt"_L1, timeJson(person.firstSeenAt)}};
    if (person.stoppedAtWhatsApp)
        json.insert("stoppedAtWhatsApp"_L1, true);
    return json;
}

QJsonArray consentJson(const QList<ConsentEvent> &said)
{
    QJsonArray consent;
    for (const ConsentEvent &event : said)
        consent << QJsonObject{{"at"_L1, timeJson(event.at)},
                               {"effectAt"_L1, timeJson(event.effectAt)},
                               {"standing"_L1, QString(wireName(event.standing))},
                               {"source"_L1, QString(wireName(event.source))},
                               {"scope"_L1, QString(wireName(event.scope))},
                               {"businessNumber"_L1, event.businessNumber},
                               {"word"_L1, event.word}};
    return consent;
}

} // namespace

QJsonObject subjectJson(const SubjectData &data)
{
    QJsonArray identities;
    for (const Identity &identity : data.identities)
        identities << QJsonObject{{"kind"_L1, QString(wireName(identity.kind))},
                                  {"value"_L1, identity.value}};
    QJsonArray fields;
    for (const PersonFields::Kept &kept : data.fields)
        fields << QJsonObject{{"name"_L1, kept.field.name},
                              {"value"_L1, kept.field.value},
                              {"at"_L1, timeJson(kept.at)}};
    QJsonArray conversations;
    for (const SubjectData::Conversation &conversation : data.conversations) {
        QJsonArray messages;
        for (const SubjectData::Message &message : conversation.messages)
            messages << messageJson(message);
        QJsonArray drafts;
        for (const Draft &draft : conversation.drafts)
            drafts << draftJson(draft);
        conversations << QJsonObject{{"id"_L1, conversation.record.id.value},
                                     {"businessNumber"_L1, conversation.record.businessNumber},
                                     {"messages"_L1, messages},
                                     {"drafts"_L1, drafts}};
    }
    QJsonArray accesses;
    for (const AuditLine &line : data.accesses)
        accesses << QJsonObject{{"at"_L1, timeJson(line.at)},
                                {"who"_L1, line.actor},
                                {"action"_L1, line.action},
                                {"reason"_L1, line.reason}};
    return {
        {"format"_L1, "destek-subject-data 1"_L1},
        {"madeAt"_L1, timeJson(data.madeAt)},
        {"controller"_L1, data.organisation},
        {"controllerContact"_L1, data.organisationContact},
        {"person"_L1, personJson(data.person)},
        {"identities"_L1, identities},
        {"consent"_L1, consentJson(data.consent)},
        {"fields"_L1, fields},
        {"conversations"_L1, conversations},
        {"accesses"_L1, accesses},
        {"recipients"_L1, QJsonArray{QJsonObject{{"name"_L1, "Meta Platforms Ireland Ltd."_L1},
                                                 {"why"_L1, "WhatsApp Business Cloud API"_L1}}}}};
}

} // namespace destek::daemon
