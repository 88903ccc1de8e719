// The other half of FakeServer: people, requests under art. 11, the audit log.
#include "net/fake/fake_server.h"

using namespace Qt::StringLiterals;

namespace destek::net
{

namespace
{

constexpr qint64 kAuditSize = 1000;

ApiError errorOf(ApiErrorCode code)
{
    return {code, std::nullopt, {}};
}

} // namespace

void FakeServer::person(ContactId id, Then<PersonView> then)
{
    answer<PersonView>(FakeCall::Person, then, [=, this]() -> Answer<PersonView> {
        const ConversationId place = FakeWorld::conversationOf(id);
        if (!m_world.exists(place))
            return failure(errorOf(ApiErrorCode::NotFound));
        return viewOf(id);
    });
}

PersonView FakeServer::viewOf(ContactId id) const
{
    const ConversationId place = FakeWorld::conversationOf(id);
    const ConversationSummary summary = m_world.conversation(place);
    PersonView person;
    person.contact = id;
    person.name = summary.name;
    person.number = summary.number;
    person.username = summary.username;
    person.language = u"tr"_s;
    person.standing = summary.standing;
    person.firstSeenAt = m_world.message(place, 0).at;
    person.keptUntil = summary.lastAt + std::chrono::hours(24 * 365 * 2);
    if (summary.standing == Standing::OptedOut)
        person.consent << PersonView::ConsentLine{
            summary.lastAt, Standing::OptedOut, ConsentSource::Keyword, u"DURDUR"_s, {}};
    person.fields = m_team.fields.value(id);
    std::sort(person.fields.begin(), person.fields.end(),
              [](const PersonField &a, const PersonField &b) { return a.name < b.name; });
    return person;
}

void FakeServer::revealNumber(ContactId id, const QString &reason, Then<QString> then)
{
    answer<QString>(FakeCall::Reveal, then, [=, this]() -> Answer<QString> {
        if (reason.trimmed().isEmpty())
            return failure(errorOf(ApiErrorCode::BadRequest));
        if (!m_world.exists(FakeWorld::conversationOf(id)))
            return failure(errorOf(ApiErrorCode::NotFound));
        return u"+90 555 000 00 %1"_s.arg(id.value % 100, 2, 10, QChar(u'0'));
    });
}

void FakeServer::answerOptOutQuestion(ConversationId id, bool isOptOut,
                                      Then<ConversationSummary> then)
{
    answer<ConversationSummary>(
        FakeCall::OptOutAnswer, then, [=, this]() -> Answer<ConversationSummary> {
            if (!m_world.exists(id))
                return failure(errorOf(ApiErrorCode::NotFound));
            ConversationSummary summary = m_world.conversation(id);
            summary.optOutQuestion = false;
            if (isOptOut) {
                summary.standing = Standing::OptedOut;
                summary.allowance = {SendRefusal::OptedOut, SendRefusal::OptedOut};
            }
            change(summary);
            return m_world.conversation(id);
        });
}

void FakeServer::decide(MessageId id, UnknownDecision decision, Then<MessageView> then)
{
    answer<MessageView>(FakeCall::Decide, then, [=, this]() -> Answer<MessageView> {
        auto message = m_world.find(id);
        if (!message)
            return failure(errorOf(ApiErrorCode::NotFound));
        const bool open =
            message->state == SendState::Unknown || message->state == SendState::Failed;
        if (!open || message->content.provenance != Provenance::Cloud)
            return failure(errorOf(ApiErrorCode::BadRequest));
        const bool resend = decision == UnknownDecision::Resend;
        message->state = resend ? SendState::Queued : SendState::Abandoned;
        message->attempts += resend ? 1 : 0;
        message->errorCode = resend ? 0 : message->errorCode;
        const qint64 seq = m_world.replace(*message);
        if (m_feed.runs())
            Q_EMIT m_feed.messageChanged(*message, seq);
        return *message;
    });
}

void FakeServer::exportPerson(ContactId id, const QString &language, const QString &,
                              Then<ExportPackage> then)
{
    answer<ExportPackage>(FakeCall::Export, then, [=, this]() -> Answer<ExportPackage> {
        if (!steppedUp())
            return failure(errorOf(ApiErrorCode::StepUpNeeded));
        if (!m_world.exists(FakeWorld::conversationOf(id)))
            return failure(errorOf(ApiErrorCode::NotFound));
        return ExportPackage{u"export-%1-%2"_s.arg(id.value).arg(language),
                             {{u"manifest.json"_s, "{}"}, {u"messages/0001.txt"_s, "Merhaba"}}};
    });
}

void FakeServer::previewErasure(ContactId id, Then<ErasurePreview> then)
{
    answer<ErasurePreview>(FakeCall::PreviewErasure, then, [=, this]() -> Answer<ErasurePreview> {
        const ConversationId place = FakeWorld::conversationOf(id);
        if (!m_world.exists(place))
            return failure(errorOf(ApiErrorCode::NotFound));
        const ConversationSummary summary = m_world.conversation(place);
        ErasurePreview preview;
        preview.contact = id;
        preview.name = summary.name;
        preview.number = summary.number;
        preview.messages = m_world.messageCount(place);
        preview.statuses = preview.messages * 2;
        preview.attempts = preview.messages / 3;
        preview.identities = 2;
        preview.searchEntries = preview.messages * 9;
        preview.keys = 3;
        preview.consoles = 4;
        preview.files = preview.messages / 8;
        return preview;
    });
}

void FakeServer::erase(ContactId id, const QString &reason, Then<DestructionRecord> then)
{
    answer<DestructionRecord>(FakeCall::Erase, then, [=, this]() -> Answer<DestructionRecord> {
        if (!steppedUp())
            return failure(errorOf(ApiErrorCode::StepUpNeeded));
        const ConversationId place = FakeWorld::conversationOf(id);
        if (!m_world.exists(place))
            return failure(errorOf(ApiErrorCode::NotFound));
        DestructionRecord record;
        record.messages = m_world.messageCount(place);
        record.order = erasePerson(id).order;
        record.orderedAt = record.completedAt = m_clock->now();
        record.orderedBy = m_agent.userName;
        record.reason = reason;
        record.subjectRef = u"3f9a1c0d"_s;
        record.method = u"key_destruction"_s;
        record.identities = 2;
        record.keys = 3;
        record.consolesTold = 4;
        record.files = record.messages / 8;
        record.document = "{}";
        record.signature = QByteArray(64, '\0');
        m_records.prepend(record);
        return record;
    });
}

void FakeServer::destructionRecords(Then<QList<DestructionRecord>> then)
{
    answer<QList<DestructionRecord>>(
        FakeCall::Records, then,
        [this]() -> Answer<QList<DestructionRecord>> { return m_records; });
}

void FakeServer::sendReceipt(const ErasureOrder &order, int, Then<Done> then)
{
    answer<Done>(FakeCall::Receipt, then, [=, this]() -> Answer<Done> {
        m_receipts << order.order;
        return done();
    });
}

void FakeServer::lines(const AuditFilter &filter, const QString &cursor, int limit,
                       Then<AuditPage> then)
{
    answer<AuditPage>(FakeCall::AuditLines, then, [=, this]() -> Answer<AuditPage> {
        static constexpr std::array kActions{AuditAction::SignedIn, AuditAction::InboxRead,
                                             AuditAction::ThreadRead, AuditAction::MessageQueued,
                                             AuditAction::NumberRevealed};
        AuditPage page;
        qint64 seq = cursor.isEmpty() ? kAuditSize - 1 : cursor.toLongLong();
        for (; seq >= 0 && page.lines.size() < limit; --seq) {
            AuditLine line;
            line.seq = seq;
            line.at = m_clock->now() - std::chrono::seconds((kAuditSize - seq) * 30);
            line.actor = seq % 3 == 0 ? u"deniz"_s : u"ada"_s;
            line.device = u"Masa %1"_s.arg(seq % 4 + 1);
            line.action = QString(wireName(kActions[size_t(seq) % kActions.size()]));
            line.contact = FakeWorld::contactOf(ConversationId(seq % 20 + 1));
            line.subject = u"9c41%1"_s.arg(seq % 20, 4, 16, QChar(u'0'));
            line.result = u"ok"_s;
            if ((!filter.actor.isEmpty() && filter.actor != line.actor) ||
                (!filter.action.isEmpty() && !line.action.startsWith(filter.action)) ||
                (filter.contact.isValid() && filter.contact != line.contact))
                continue;
            page.lines << line;
        }
        if (seq >= 0)
            page.next = QString::number(seq);
        return page;
    });
}

void FakeServer::state(qint64, Then<destek::AuditState> then)
{
    answer<destek::AuditState>(FakeCall::AuditState, then,
                               [this]() -> Answer<destek::AuditState> { return m_auditState; });
}

} // namespace destek::net
