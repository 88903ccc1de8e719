#include "daemon/service/views.h"

#include "core/text/phone.h"
#include "core/text/turkish.h"
#include "daemon/service/message_content.h"
#include "daemon/service/message_now.h"
#include "daemon/service/send_service.h"

namespace destek::daemon
{

namespace
{

constexpr int kAtWorkAtMost = 5000;
/// Begins the cursor of a page that goes on with what is at work.
constexpr QChar kAtWorkMark = u'w';
constexpr int kLastLineLength = 140;

QString firstLine(const QString &text)
{
    return text.section(u'\n', 0, 0).left(kLastLineLength);
}

QString cursorOf(const ConversationRecord &record)
{
    return QStringLiteral("%1:%2").arg(record.lastAt.ms).arg(record.id.value);
}

std::optional<InboxPlace> placeOf(const QString &cursor)
{
    const QStringList parts = cursor.split(u':');
    if (parts.size() != 2)
        return std::nullopt;
    bool atOk = false;
    bool idOk = false;
    const InboxPlace place{Instant::fromMs(parts.at(0).toLongLong(&atOk)),
                           ConversationId(parts.at(1).toLongLong(&idOk))};
    if (!atOk || !idOk)
        return std::nullopt;
    return place;
}

} // namespace

MessageView Views::message(const MessageRecord &record)
{
    MessageView view;
    view.id = record.id;
    view.conversation = record.conversation;
    view.direction = record.direction;
    view.kind = record.kind;
    view.state = record.state;
    view.event = record.event;
    view.purpose = record.purpose;
    view.text = record.text;
    view.author = record.authorName;
    view.templateName = record.templateName;
    view.at = record.at;
    view.receivedAt = record.receivedAt;
    view.order = record.order;
    view.errorCode = record.errorCode;
    view.refusal = record.refusal;
    view.attempts = record.attempts;
    view.content = readContent(record.kind, record.raw);
    view.content.provenance = record.provenance;
    view.absorbed = record.state == SendState::Withdrawn; // it never was: no bubble
    if (record.state == SendState::Queued && record.attempts == 0 && record.errorCode == 0 &&
        record.notBefore > record.at)
        view.goesAt = record.notBefore;
    return view;
}

Stored<std::optional<QuoteView>> Views::quoteOf(const MessageRecord &record) const
{
    const QString wamid = quotedWamid(record.raw);
    if (wamid.isEmpty())
        return std::optional<QuoteView>();
    QuoteView quote;
    const auto conversation = m_tx.conversations().record(record.conversation);
    if (!conversation)
        return failure(conversation.error());
    // WhatsApp names the writer too: all we know of what never reached us.
    const QString writer = quotedNumber(record.raw);
    quote.fromUs = !writer.isEmpty() && writer == text::digitsOf(conversation->businessNumber);
    const auto id = m_tx.messages().findByWamid(conversation->phoneNumberId, wamid);
    if (!id)
        return failure(id.error());
    if (!*id)
        return std::optional(quote);
    const auto quoted = m_tx.messages().record(**id);
    // Of another person, or past its time: as good as not there.
    if (!quoted || quoted->conversation != record.conversation)
        return std::optional(quote);
    const auto now = messageNow(m_tx, *quoted);
    if (!now)
        return failure(now.error());
    quote.id = quoted->id;
    quote.fromUs = quoted->direction == Direction::Outbound;
    quote.author = quote.fromUs ? quoted->authorName : QString();
    if (!now->revokedAt)
        quote.text = firstLine(now->edit ? now->edit->text : quoted->text);
    return std::optional(quote);
}

Stored<MessageView> Views::shown(const MessageRecord &record) const
{
    MessageView view = message(record);
    if (record.kind == MessageKind::Note) {
        const auto mentions = m_tx.own().mentions(record.id);
        if (!mentions)
            return failure(mentions.error());
        view.mentions = *mentions;
        return view;
    }
    const auto now = messageNow(m_tx, record);
    if (!now)
        return failure(now.error());
    view.absorbed = view.absorbed || now->absorbed;
    view.content.reactions = now->reactions;
    if (now->edit && !now->revokedAt) {
        view.text = now->edit->text;
        view.content.edited = true;
    }
    if (now->revokedAt) {
        const Provenance provenance = view.content.provenance;
        view.text.clear();
        view.content = {};
        view.content.provenance = provenance;
        view.content.revoked = true;
        return view;
    }
    if (view.content.media) {
        const auto media = m_tx.media().ofMessage(record.id);
        if (media && *media)
            view.content.media = (*media)->view();
    }
    auto quote = quoteOf(record);
    if (!quote)
        return failure(quote.error());
    view.content.quote = std::move(*quote);
    return view;
}

QString Views::maskedNumber(const QList<Identity> &identities)
{
    for (const Identity &identity : identities) {
        if (identity.kind == IdentityKind::Phone)
            return text::maskPhone(identity.value);
    }
    return {};
}

QString Views::usernameOf(const QList<Identity> &identities)
{
    for (const Identity &identity : identities) {
        if (identity.kind == IdentityKind::Username)
            return identity.value;
    }
    return {};
}

Stored<ConversationSummary> Views::summary(ConversationId id) const
{
    const auto record = m_tx.conversations().record(id);
    if (!record)
        return failure(record.error());
    return summary(*record);
}

Stored<ConversationSummary> Views::summary(const ConversationRecord &record) const
{
    const auto person = m_tx.contacts().record(record.contact);
    if (!person)
        return failure(person.error());
    const auto identities = m_tx.contacts().identities(record.contact);
    if (!identities)
        return failure(identities.error());
    const auto facts = SendService::facts(m_tx, record, m_now);
    if (!facts)
        return failure(facts.error());
    ConversationSummary summary;
    summary.id = record.id;
    summary.contact = record.contact;
    summary.name = person->name;
    summary.number = maskedNumber(*identities);
    summary.username = usernameOf(*identities);
    summary.businessNumber = record.businessNumber;
    summary.lastAt = record.lastAt;
    summary.waiting = record.waiting;
    summary.waitingSince = record.waitingSince;
    summary.windowClosesAt = windowClosesAt(record.lastInboundAt);
    summary.standing = person->standing;
    summary.optOutQuestion = record.optOutQuestion;
    summary.allowance = allowance(*facts);
    summary.standby = record.standby;
    summary.work = record.work;
    summary.revision = record.revision;
    const auto lastBubble = m_tx.messages().lastBubble(record.id);
    if (!lastBubble)
        return failure(lastBubble.error());
    if (*lastBubble) {
        const auto last = m_tx.messages().record(**lastBubble);
        if (last) {
            const auto view = shown(*last);
            if (!view)
                return failure(view.error());
            summary.lastLine = firstLine(view->text);
            summary.lastDirection = view->direction;
            summary.lastKind = view->kind;
        }
    }
    if (record.lastOwnMessage.isValid()) {
        const auto own = m_tx.messages().record(record.lastOwnMessage);
        if (own)
            summary.lastOwnState = own->state;
    }
    return summary;
}

Stored<InboxPage> Views::inbox(const QString &cursor, int limit) const
{
    InboxPage page;
    // The number first: what changes meanwhile comes again over the feed, never not at all.
    const auto seq = m_tx.feed().last();
    if (!seq)
        return failure(seq.error());
    page.seq = *seq;
    QList<ConversationRecord> records;
    const bool atWork = cursor.isEmpty() || cursor.startsWith(kAtWorkMark);
    if (atWork) {
        const auto open = m_tx.conversations().atWork(placeOf(cursor.mid(1)), kAtWorkAtMost);
        if (!open)
            return failure(open.error());
        records = *open;
    }
    if (records.size() == kAtWorkAtMost) {
        page.next = kAtWorkMark + cursorOf(records.last());
    } else {
        const auto finished =
            m_tx.conversations().resolved(atWork ? std::nullopt : placeOf(cursor), limit);
        if (!finished)
            return failure(finished.error());
        if (finished->size() == limit)
            page.next = cursorOf(finished->last());
        records += *finished;
    }
    page.conversations.reserve(records.size());
    for (const ConversationRecord &record : std::as_const(records)) {
        auto row = summary(record);
        if (row)
            page.conversations << *row;
        else if (row.error() != StoreError::NotFound && row.error() != StoreError::Sealed)
            return failure(row.error());
    }
    return page;
}

Stored<ThreadPage> Views::thread(ConversationId id, std::optional<ThreadPlace> before,
                                 std::optional<ThreadPlace> after, int limit) const
{
    // One more than asked tells whether there is more.
    const auto records = after ? m_tx.messages().bubblesAfter(id, *after, limit + 1)
                               : m_tx.messages().bubblesBefore(id, before, limit + 1);
    if (!records)
        return failure(records.error());
    ThreadPage page;
    QList<MessageRecord> kept = *records;
    const bool more = kept.size() > limit;
    if (more && after)
        kept.removeLast();
    else if (more)
        kept.removeFirst();
    page.hasOlder = after ? true : more;
    page.hasNewer = after ? more : before.has_value();
    page.messages.reserve(kept.size());
    for (const MessageRecord &record : std::as_const(kept)) {
        auto view = shown(record);
        if (!view)
            return failure(view.error());
        page.messages << std::move(*view);
    }
    return page;
}

Stored<PersonView> Views::person(ContactId id) const
{
    const auto record = m_tx.contacts().record(id);
    if (!record)
        return failure(record.error());
    const auto identities = m_tx.contacts().identities(id);
    if (!identities)
        return failure(identities.error());
    const auto consent = m_tx.contacts().consent(id);
    if (!consent)
        return failure(consent.error());
    PersonView person;
    person.contact = id;
    person.name = record->name;
    person.number = maskedNumber(*identities);
    person.username = usernameOf(*identities);
    person.standing = record->standing;
    person.firstSeenAt = record->firstSeenAt;
    person.stoppedAtWhatsApp = record->stoppedAtWhatsApp;
    person.needsReview = record->needsReview;
    person.addressBookName = record->addressBookName;
    Instant newest = record->firstSeenAt;
    const auto conversations = m_tx.conversations().ofContact(id);
    if (conversations) {
        for (const ConversationRecord &conversation : *conversations) {
            newest = std::max(newest, conversation.lastAt);
            // A note may be younger than what was said last.
            const auto last = m_tx.messages().bubblesBefore(conversation.id, std::nullopt, 1);
            if (last && !last->isEmpty())
                newest = std::max(newest, last->last().at);
        }
    }
    person.keptUntil = Instant::fromMs(newest.toUtc().addYears(2).toMSecsSinceEpoch());
    const auto fields = m_tx.fields().ofContact(id);
    if (!fields)
        return failure(fields.error());
    for (const PersonFields::Kept &kept : *fields)
        person.fields << kept.field;
    std::sort(person.fields.begin(), person.fields.end(),
              [](const PersonField &a, const PersonField &b) {
                  return text::compareTurkish(a.name, b.name) < 0;
              });
    for (const ConsentEvent &event : *consent)
        person.consent << PersonView::ConsentLine{
            event.at,         event.standing, event.source,        event.word,
            event.recordedBy, event.scope,    event.businessNumber};
    return person;
}

} // namespace destek::daemon
