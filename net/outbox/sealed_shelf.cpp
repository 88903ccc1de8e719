#include "net/outbox/sealed_shelf.h"

#include "core/crypto/aead.h"
#include "core/crypto/random.h"
#include "core/wire/collaboration_json.h"
#include "core/wire/json_fields.h"
#include "core/wire/outbound_json.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace destek::net
{

namespace
{

constexpr qint64 kLargestFile = qint64(16) << 20;

crypto::View viewOf(const QByteArray &bytes)
{
    return crypto::view({bytes.constData(), size_t(bytes.size())});
}

QByteArray bytesOf(const crypto::Bytes &bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size())};
}

QString keyName(AgentId agent)
{
    return u"destek/outbox-key/%1"_s.arg(agent.value);
}

QByteArray placeOf(AgentId agent)
{
    return "destek outbox 1, agent " + QByteArray::number(agent.value);
}

QJsonObject toJson(const QueuedMessage &queued)
{
    const OutgoingMessage &message = queued.message;
    return {{"id"_L1, message.id.toString()},
            {"conversation"_L1, message.conversation.value},
            {"purpose"_L1, QString(wireName(message.purpose))},
            {"content"_L1, wire::toJson(message.content)},
            {"holdMs"_L1, qint64(message.hold.count())},
            {"writtenAt"_L1, queued.writtenAt.ms},
            {"knownUntil"_L1, queued.knownUntil.ms},
            {"heard"_L1, queued.heard},
            {"shownText"_L1, queued.shownText},
            {"asked"_L1, queued.asked}};
}

std::optional<QueuedMessage> queuedFrom(const QJsonObject &json)
{
    using namespace wire::fields;
    QueuedMessage queued;
    const auto id = MessageId::fromString(string(json, "id"_L1));
    const auto purpose = fromWireName<MessageClass>(string(json, "purpose"_L1));
    const auto content = wire::outboundFromJson(json.value("content"_L1).toObject());
    queued.message.conversation = ConversationId(integer(json, "conversation"_L1));
    if (!id.isValid() || !purpose || !content || !queued.message.conversation.isValid())
        return std::nullopt;
    queued.message.id = id;
    queued.message.purpose = *purpose;
    queued.message.content = *content;
    queued.message.hold = Duration(integer(json, "holdMs"_L1));
    queued.writtenAt = instant(json, "writtenAt"_L1);
    queued.knownUntil = instant(json, "knownUntil"_L1);
    if (json.contains("heard"_L1))
        queued.heard = integer(json, "heard"_L1);
    queued.shownText = string(json, "shownText"_L1);
    queued.asked = json.value("asked"_L1).toBool(true); // an older version did not say
    queued.kept = true;
    return queued;
}

} // namespace

SealedShelf::SealedShelf(QString path, SecretStore *secrets, const Clock *clock)
    : m_path(std::move(path)), m_secrets(secrets), m_clock(clock)
{
}

QString SealedShelf::fileOf(AgentId agent) const
{
    return u"%1.%2"_s.arg(m_path).arg(agent.value);
}

QList<AgentId> SealedShelf::writers() const
{
    const QFileInfo base(m_path);
    const QStringList names =
        base.dir().entryList({base.fileName() + u".*"_s}, QDir::Files | QDir::Hidden);
    QList<AgentId> agents;
    for (const QString &name : names) {
        bool isNumber = false;
        const AgentId agent(name.mid(base.fileName().size() + 1).toLongLong(&isNumber));
        if (isNumber && agent.isValid())
            agents << agent;
    }
    return agents;
}

Secret SealedShelf::key(AgentId agent)
{
    if (const auto kept = m_secrets->read(keyName(agent));
        kept.ok() && kept->size() == qsizetype(crypto::kKeyLength))
        return *kept;
    auto made = crypto::randomBytes(crypto::kKeyLength);
    if (!made.ok())
        return {};
    const Secret fresh(bytesOf(*made));
    crypto::wipe(*made);
    return m_secrets->write(keyName(agent), fresh).ok() ? fresh : Secret();
}

bool SealedShelf::isShut(AgentId agent) const
{
    const auto kept = m_secrets->read(keyName(agent));
    return !kept.ok() && kept.error() != SecretStoreError::NotFound;
}

std::optional<SealedShelf::Left> SealedShelf::opened(AgentId agent) const
{
    QFile file(fileOf(agent));
    const auto kept = m_secrets->read(keyName(agent));
    if (!kept.ok() || !file.open(QIODevice::ReadOnly) || file.size() > kLargestFile)
        return std::nullopt;
    const QByteArray sealed = file.readAll();
    auto plain = crypto::open(viewOf(kept->reveal()), viewOf(sealed), viewOf(placeOf(agent)));
    if (!plain.ok())
        return std::nullopt;
    const QJsonDocument json = QJsonDocument::fromJson(bytesOf(*plain));
    crypto::wipe(*plain);
    Left left;
    // Before drafts were kept, too, there was a list of messages alone.
    const QJsonArray messages =
        json.isArray() ? json.array() : json.object().value("messages"_L1).toArray();
    for (const QJsonValue &one : messages) {
        if (const auto queued = queuedFrom(one.toObject()))
            left.messages << *queued;
    }
    const QJsonArray drafts = json.object().value("drafts"_L1).toArray();
    for (const QJsonValue &one : drafts) {
        if (const auto draft = wire::draftFromJson(one.toObject()))
            left.drafts << *draft;
    }
    return left;
}

SealedShelf::Left SealedShelf::waiting(AgentId agent)
{
    destroyOutdated();
    if (!QFile::exists(fileOf(agent)) || isShut(agent))
        return {};
    const auto left = opened(agent);
    if (!left) {
        destroyOf(agent); // nobody may read it
        return {};
    }
    return *left;
}

QList<QueuedMessage> SealedShelf::take(AgentId agent)
{
    return waiting(agent).messages;
}

QList<Draft> SealedShelf::drafts(AgentId agent)
{
    return waiting(agent).drafts;
}

bool SealedShelf::put(AgentId agent, const QList<QueuedMessage> &messages)
{
    if (isShut(agent)) // what waits here was not read and must not be written over
        return messages.isEmpty();
    return replace(agent, {messages, waiting(agent).drafts});
}

bool SealedShelf::putDrafts(AgentId agent, const QList<Draft> &drafts)
{
    if (isShut(agent))
        return drafts.isEmpty();
    return replace(agent, {waiting(agent).messages, drafts});
}

bool SealedShelf::replace(AgentId agent, const Left &all)
{
    if (all.isEmpty())
        return !QFile::exists(fileOf(agent)) || QFile::remove(fileOf(agent));
    return write(agent, all, m_clock->now());
}

bool SealedShelf::write(AgentId agent, const Left &all, Instant left)
{
    const Secret sealing = key(agent);
    if (sealing.isEmpty())
        return false;
    QJsonArray messages;
    for (const QueuedMessage &one : all.messages)
        messages << toJson(one);
    QJsonArray drafts;
    for (const Draft &draft : all.drafts)
        drafts << wire::toJson(draft);
    const QJsonObject json{{"messages"_L1, messages}, {"drafts"_L1, drafts}};
    const Secret plain(QJsonDocument(json).toJson(QJsonDocument::Compact));
    const auto sealed =
        crypto::seal(viewOf(sealing.reveal()), viewOf(plain.reveal()), viewOf(placeOf(agent)));
    if (!sealed.ok())
        return false;
    QSaveFile file(fileOf(agent));
    if (!file.open(QIODevice::WriteOnly))
        return false;
    (void)file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(bytesOf(*sealed));
    if (!file.commit())
        return false;
    QFile there(fileOf(agent));
    return there.open(QIODevice::ReadWrite) &&
           there.setFileTime(left.toUtc(), QFileDevice::FileModificationTime);
}

/// Nobody sees what a colleague wrote: it is opened only to leave out whoever is erased. A file
/// that cannot be opened may hold them, too.
void SealedShelf::forget(ConversationId conversation)
{
    const QList<AgentId> agents = writers();
    for (const AgentId agent : agents) {
        auto all = opened(agent);
        if (!all) {
            destroyOf(agent);
            continue;
        }
        const auto sent = all->messages.removeIf([&](const QueuedMessage &queued) {
            return queued.message.conversation == conversation;
        });
        const auto begun = all->drafts.removeIf(
            [&](const Draft &draft) { return draft.conversation == conversation; });
        if (sent + begun == 0)
            continue;
        const Instant left = leftAt(agent);
        destroyOf(agent); // with the key, so that no former version can be read
        if (!all->isEmpty())
            (void)write(agent, *all, left); // and no longer than before
    }
}

Instant SealedShelf::leftAt(AgentId agent) const
{
    return Instant::fromMs(QFileInfo(fileOf(agent)).lastModified().toMSecsSinceEpoch());
}

std::optional<Instant> SealedShelf::keptUntil()
{
    destroyOutdated();
    std::optional<Instant> latest;
    const QList<AgentId> all = writers();
    for (const AgentId agent : all) {
        const Instant until = leftAt(agent) + kKeptFor;
        latest = std::max(latest.value_or(until), until);
    }
    return latest;
}

void SealedShelf::destroyOutdated()
{
    const QList<AgentId> all = writers();
    for (const AgentId agent : all) {
        if (leftAt(agent) + kKeptFor < m_clock->now())
            destroyOf(agent);
    }
}

void SealedShelf::destroyOf(AgentId agent)
{
    (void)QFile::remove(fileOf(agent));
    (void)m_secrets->remove(keyName(agent));
}

void SealedShelf::destroy()
{
    const QList<AgentId> all = writers();
    for (const AgentId agent : all)
        destroyOf(agent);
}

} // namespace destek::net
