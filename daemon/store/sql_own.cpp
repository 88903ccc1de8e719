#include "daemon/store/sql_own.h"

#include "daemon/store/sealed_column.h"
#include "daemon/store/statement.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace destek::daemon
{

namespace
{

struct SealedDraft {
    qint64 row = 0;
    ContactId contact;
    Draft draft;
    QByteArray text;
    QByteArray form;
};

SealedDraft draftFrom(const Row &row)
{
    SealedDraft sealed;
    sealed.row = row.number(0);
    sealed.contact = row.id<ContactId>(1);
    sealed.draft.conversation = row.id<ConversationId>(2);
    sealed.draft.kind = row.word(3, Draft::Kind::Note); // what is not known is sent to nobody
    sealed.text = row.bytes(4);
    sealed.draft.answers = row.messageId(5);
    sealed.draft.at = row.instant(6);
    sealed.form = row.bytes(7);
    return sealed;
}

SealPlace draftText(qint64 row)
{
    return {"draft", QByteArray::number(row), "text"};
}

SealPlace draftForm(qint64 row)
{
    return {"draft", QByteArray::number(row), "template"};
}

QByteArray formBytes(const std::optional<BegunTemplate> &form)
{
    if (!form)
        return {};
    const QJsonObject json{{"name"_L1, form->name},
                           {"language"_L1, form->language},
                           {"texts"_L1, QJsonArray::fromStringList(form->texts)}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::optional<BegunTemplate> formFrom(const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    if (json.isEmpty())
        return std::nullopt;
    BegunTemplate form{json.value("name"_L1).toString(), json.value("language"_L1).toString(), {}};
    const QJsonArray texts = json.value("texts"_L1).toArray();
    for (const QJsonValue &text : texts)
        form.texts << text.toString();
    return form;
}

Stored<Draft> opened(Vault &vault, SealedDraft sealed)
{
    const KeySlot slot = KeySlot::month(sealed.contact, sealed.draft.at);
    auto text = openText(vault, slot, draftText(sealed.row), sealed.text);
    if (!text)
        return failure(text.error());
    const auto form = openColumn(vault, slot, draftForm(sealed.row), sealed.form);
    if (!form)
        return failure(form.error());
    sealed.draft.text = std::move(*text);
    sealed.draft.form = formFrom(*form);
    return std::move(sealed.draft);
}

ConversationId conversationFrom(const Row &row)
{
    return row.id<ConversationId>(0);
}

} // namespace

Stored<QList<AgentId>> SqlOwn::mentions(MessageId note) const
{
    Statement statement(m_connection, "mentions_of");
    return statement.with(note).all([](const Row &row) { return row.id<AgentId>(0); });
}

Stored<QList<ConversationId>> SqlOwn::mentionedIn(AgentId agent) const
{
    Statement statement(m_connection, "mentioned_in");
    return statement.with(agent).all(conversationFrom);
}

Stored<QList<SeenMark>> SqlOwn::seen(AgentId agent, int limit) const
{
    Statement statement(m_connection, "seen_by");
    return statement.with(agent, limit).all([](const Row &row) {
        return SeenMark{row.id<ConversationId>(0), row.number(1)};
    });
}

Stored<QList<Draft>> SqlOwn::draftsOf(AgentId agent, ConversationId id) const
{
    Stored<QList<SealedDraft>> rows = failure(StoreError::Failed);
    {
        Statement statement(m_connection, "drafts_of");
        rows = statement.with(agent, id).all(draftFrom);
    }
    return openedAll(m_vault, std::move(rows), opened);
}

Stored<QList<ConversationId>> SqlOwn::drafts(AgentId agent) const
{
    Statement statement(m_connection, "drafts_of_staff");
    return statement.with(agent).all(conversationFrom);
}

Stored<QList<Draft>> SqlOwn::draftsIn(ConversationId id) const
{
    Stored<QList<SealedDraft>> rows = failure(StoreError::Failed);
    {
        Statement statement(m_connection, "drafts_in");
        rows = statement.with(id).all(draftFrom);
    }
    return openedAll(m_vault, std::move(rows), opened);
}

Stored<Done> SqlOwn::mention(MessageId note, AgentId agent, bool looked)
{
    Statement statement(m_connection, "add_mention");
    return statement.with(agent, looked, note).runAny();
}

Stored<Done> SqlOwn::markSeen(AgentId agent, const SeenMark &mark)
{
    {
        Statement statement(m_connection, "mark_seen");
        if (auto marked = statement.with(mark.conversation, agent, mark.heard).runAny(); !marked)
            return marked;
    }
    Statement statement(m_connection, "look_at_mentions");
    return statement.with(agent, mark.conversation).runAny();
}

Stored<Done> SqlOwn::keepDraft(AgentId agent, ContactId contact, const Draft &draft)
{
    if (auto forgotten = forgetDraft(agent, draft.conversation, draft.kind); !forgotten)
        return forgotten;
    const auto row = nextNumber(m_connection, "draft");
    if (!row)
        return failure(row.error());
    const KeySlot slot = KeySlot::month(contact, draft.at);
    const auto text = sealColumn(m_vault, slot, draftText(*row), draft.text);
    const auto form = sealColumn(m_vault, slot, draftForm(*row), formBytes(draft.form));
    if (!text || !form)
        return failure(!text ? text.error() : form.error());
    Statement statement(m_connection, "add_draft");
    return statement
        .with(*row, agent, draft.conversation, contact, draft.kind, *text, draft.answers, draft.at,
              *form)
        .runAny();
}

Stored<Done> SqlOwn::forgetDraft(AgentId agent, ConversationId id, Draft::Kind kind)
{
    Statement statement(m_connection, "remove_draft");
    return statement.with(agent, id, kind).runAny();
}

} // namespace destek::daemon
