#include "models/outgoing/attachment_list.h"

#include "core/policy/content_limits.h"

#include <algorithm>

namespace destek::models
{

namespace
{

constexpr qsizetype kHead = 4096; ///< bytes in which a file's type is looked for

void letGo(Attachment &item)
{
    if (item.bytes.isDetached())
        item.bytes.fill('\0');
    item.bytes.clear();
    item.caption.clear();
}

void inspect(Attachment &item)
{
    if (item.fault == FileFault::Unreadable)
        return;
    item.mimeType = sniffedType(item.bytes.left(kHead), item.fileName);
    const auto kind = kindForFile(item.mimeType);
    item.kind = kind.value_or(MessageKind::Document);
    const qint64 most = fileLimit(item.kind).bytes; // a picture stays one when it is handed over
    if (item.asFile && item.kind == MessageKind::Image)
        item.kind = MessageKind::Document;
    item.fault = FileFault::None;
    if (item.bytes.isEmpty())
        item.fault = FileFault::Empty;
    else if (!kind)
        item.fault = FileFault::TypeNotAllowed;
    else if (item.bytes.size() > most)
        item.fault = FileFault::TooLarge;
    else if (item.caption.size() > kCaptionLimit)
        item.fault = FileFault::CaptionTooLong;
}

} // namespace

bool mayHaveCaption(MessageKind kind)
{
    return kind == MessageKind::Image || kind == MessageKind::Video ||
           kind == MessageKind::Document;
}

OutboundContent contentOf(const Attachment &item)
{
    OutboundContent content;
    content.kind = item.kind;
    content.text = mayHaveCaption(item.kind) ? item.caption.trimmed() : QString();
    content.upload = item.upload;
    content.answers = item.answers;
    return content;
}

AttachmentList::AttachmentList(net::MediaApi *media, ConsoleState *state, QObject *parent)
    : QObject(parent), m_media(media), m_state(state)
{
    connect(state, &ConsoleState::messageAccepted, this, &AttachmentList::onAccepted);
    connect(state, &ConsoleState::messageReturned, this, &AttachmentList::onReturned);
}

quint64 AttachmentList::add(ConversationId id, const QString &fileName, const QByteArray &bytes,
                            FileFault fault)
{
    if (of(id).size() >= kMostFiles || held() + bytes.size() > kMostBytes)
        return 0;
    Attachment item;
    item.key = ++m_lastKey;
    item.conversation = id;
    item.fileName = fileName;
    item.bytes = bytes;
    item.fault = fault;
    inspect(item);
    m_items << item;
    Q_EMIT listChanged(id);
    return item.key;
}

void AttachmentList::replace(quint64 key, const QString &fileName, const QByteArray &bytes)
{
    Attachment *item = get(key);
    if (!item)
        return;
    ++m_generations[key];
    m_transfers.erase(key);
    item->fileName = fileName;
    item->bytes = bytes;
    item->upload = {};
    item->state = AttachmentState::Ready;
    inspect(*item);
    Q_EMIT itemChanged(key);
}

void AttachmentList::remove(quint64 key)
{
    Attachment *item = get(key);
    if (!item)
        return;
    const ConversationId id = item->conversation;
    letGo(*item);
    m_transfers.erase(key);
    m_generations.remove(key);
    m_items.removeIf([key](const Attachment &known) { return known.key == key; });
    Q_EMIT listChanged(id);
    pump(id);
}

void AttachmentList::setCaption(quint64 key, const QString &caption)
{
    Attachment *item = get(key);
    if (!item || item->caption == caption)
        return;
    item->caption = caption;
    inspect(*item);
    Q_EMIT itemChanged(key);
}

void AttachmentList::setAsFile(quint64 key, bool asFile)
{
    Attachment *item = get(key);
    if (!item || item->asFile == asFile || item->state == AttachmentState::Uploading)
        return;
    item->asFile = asFile;
    inspect(*item);
    Q_EMIT itemChanged(key);
}

void AttachmentList::cancel(quint64 key)
{
    Attachment *item = get(key);
    if (!item ||
        (item->state != AttachmentState::Uploading && item->state != AttachmentState::Queued))
        return;
    ++m_generations[key]; // the daemon deletes what nobody uses
    m_transfers.erase(key);
    stopBehind(*item);
    item->state = AttachmentState::Ready;
    item->uploaded = 0;
    Q_EMIT itemChanged(key);
}

void AttachmentList::sendAll(ConversationId id, MessageId answers)
{
    for (Attachment &item : m_items) {
        const bool waits =
            item.state == AttachmentState::Ready || item.state == AttachmentState::Failed;
        if (item.conversation != id || !waits || item.fault != FileFault::None)
            continue;
        item.state = AttachmentState::Queued;
        item.error = {};
        item.answers = std::exchange(answers, {});
        Q_EMIT itemChanged(item.key);
    }
    pump(id);
}

void AttachmentList::tryAgain(quint64 key)
{
    if (const Attachment *item = get(key))
        sendAll(item->conversation, item->answers);
}

void AttachmentList::pump(ConversationId id)
{
    Attachment *next = nullptr;
    for (Attachment &item : m_items) {
        if (item.conversation != id)
            continue;
        if (item.state == AttachmentState::Uploading)
            return;
        if (!next && item.state == AttachmentState::Queued)
            next = &item;
    }
    if (!next)
        return;
    next->upload.isValid() ? handOver(*next) : upload(*next);
}

void AttachmentList::upload(Attachment &item)
{
    item.state = AttachmentState::Uploading;
    item.uploaded = 0;
    const quint64 key = item.key;
    const int generation = ++m_generations[key];
    Q_EMIT itemChanged(key);
    const auto progress = [owner = QPointer(this), key, generation](qint64 done, qint64) {
        Attachment *known = owner ? owner->get(key) : nullptr;
        if (!known || owner->m_generations.value(key) != generation)
            return;
        known->uploaded = done;
        Q_EMIT owner->itemChanged(key);
    };
    QObject *transfer =
        m_transfers.insert_or_assign(key, std::make_unique<QObject>()).first->second.get();
    m_media->upload(item.conversation, item.fileName, item.bytes, progress,
                    {transfer, [this, key, generation](const net::Answer<UploadView> &answer) {
                         onUploaded(key, generation, answer);
                     }});
}

void AttachmentList::onUploaded(quint64 key, int generation, const net::Answer<UploadView> &answer)
{
    Attachment *item = get(key);
    if (!item || m_generations.value(key) != generation)
        return;
    m_transfers.erase(key);
    if (!answer)
        return fail(*item, answer.error());
    item->upload = answer->id;
    handOver(*item);
}

void AttachmentList::handOver(Attachment &item)
{
    const ConversationId id = item.conversation;
    const quint64 key = item.key;
    const MessageId message = m_state->send(id, contentOf(item));
    Attachment *known = get(key);
    if (!known)
        return;
    if (!message.isValid())
        return fail(*known, ApiError{ApiErrorCode::Busy, std::nullopt, {}});
    m_handedOver.insert(message, std::move(*known));
    m_items.removeIf([key](const Attachment &other) { return other.key == key; });
    Q_EMIT listChanged(id);
    pump(id);
}

void AttachmentList::fail(Attachment &item, const ApiError &error)
{
    stopBehind(item);
    item.state = AttachmentState::Failed;
    item.error = error;
    Q_EMIT itemChanged(item.key);
}

/// In order or not at all: what comes after one that did not go waits for the agent.
void AttachmentList::stopBehind(const Attachment &item)
{
    for (Attachment &other : m_items) {
        if (other.conversation != item.conversation || other.key == item.key ||
            other.state != AttachmentState::Queued)
            continue;
        other.state = AttachmentState::Ready;
        Q_EMIT itemChanged(other.key);
    }
}

void AttachmentList::onAccepted(MessageId id)
{
    const auto done = m_handedOver.find(id);
    if (done == m_handedOver.end())
        return;
    letGo(*done);
    m_generations.remove(done->key);
    m_handedOver.erase(done);
}

void AttachmentList::onReturned(const net::OutgoingMessage &message, const ApiError &why)
{
    const auto known = m_handedOver.find(message.id);
    if (known == m_handedOver.end())
        return;
    Attachment item = std::move(*known);
    m_handedOver.erase(known);
    item.state = AttachmentState::Failed;
    item.error = why;
    if (why.refusal == SendRefusal::FileGone)
        item.upload = {}; // the bytes are still here: the next try hands them over again
    if (why.refusal == SendRefusal::TargetGone)
        item.answers = {};
    stopBehind(item);
    const auto place = std::find_if(m_items.begin(), m_items.end(), [&](const Attachment &other) {
        return other.conversation == item.conversation && other.key > item.key;
    });
    m_items.insert(place, item);
    Q_EMIT listChanged(message.conversation);
}

void AttachmentList::forget(ConversationId id)
{
    for (Attachment &item : m_items) {
        if (item.conversation == id) {
            m_transfers.erase(item.key);
            letGo(item);
        }
    }
    m_items.removeIf([id](const Attachment &item) { return item.conversation == id; });
    for (auto item = m_handedOver.begin(); item != m_handedOver.end();) {
        if (item->conversation == id) {
            letGo(*item);
            item = m_handedOver.erase(item);
        } else {
            ++item;
        }
    }
    Q_EMIT listChanged(id);
}

void AttachmentList::clear()
{
    m_transfers.clear();
    for (Attachment &item : m_items)
        letGo(item);
    for (Attachment &item : m_handedOver)
        letGo(item);
    m_items.clear();
    m_handedOver.clear();
    m_generations.clear();
    Q_EMIT listChanged({});
}

QList<const Attachment *> AttachmentList::of(ConversationId id) const
{
    QList<const Attachment *> found;
    for (const Attachment &item : m_items) {
        if (item.conversation == id)
            found << &item;
    }
    return found;
}

Attachment *AttachmentList::get(quint64 key)
{
    const auto found = std::find_if(m_items.begin(), m_items.end(),
                                    [key](const Attachment &item) { return item.key == key; });
    return found == m_items.end() ? nullptr : &*found;
}

const Attachment *AttachmentList::find(quint64 key) const
{
    return const_cast<AttachmentList *>(this)->get(key);
}

bool AttachmentList::hasSendable(ConversationId id) const
{
    return std::any_of(m_items.begin(), m_items.end(), [id](const Attachment &item) {
        return item.conversation == id && item.fault == FileFault::None &&
               (item.state == AttachmentState::Ready || item.state == AttachmentState::Failed);
    });
}

qint64 AttachmentList::held() const
{
    qint64 bytes = 0;
    for (const Attachment &item : m_items)
        bytes += item.bytes.size();
    for (const Attachment &item : m_handedOver)
        bytes += item.bytes.size();
    return bytes;
}

} // namespace destek::models
