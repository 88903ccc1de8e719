// Opens data folders as destekd would and says, one JSON line each, what is in them.
//
//     destek-check-store FOLDER...         FOLDER/cfg/master.key and FOLDER/data. For
//     power_loss.py:
//                                          starting the whole daemon would take most of its time
//     destek-check-store --books FOLDER    every message with its statuses and what is shown of
//                                          it now. For chaos_night.py

#include "daemon/audit/audit_log.h"
#include "daemon/intake/webhook_reader.h"
#include "daemon/service/intake_pump.h"
#include "daemon/service/views.h"
#include "daemon/store/store.h"
#include "daemon/vault/master_key.h"
#include "daemon/vault/vault.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QThread>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace destek;
using namespace destek::daemon;

namespace
{

constexpr int kAll = 100'000;

QJsonObject problem(const QString &what, int code)
{
    return {{"problem"_L1, what}, {"code"_L1, code}};
}

QList<ConversationRecord> conversations(const Tx &tx)
{
    auto all = tx.conversations().atWork(std::nullopt, kAll).valueOr({});
    all += tx.conversations().resolved(std::nullopt, kAll).valueOr({});
    return all;
}

/// Every inbound message, in whichever thread it is; doubled ones appear twice.
QJsonArray inboundIds(const Tx &tx)
{
    QJsonArray ids;
    const QList<ConversationRecord> all = conversations(tx);
    for (const ConversationRecord &conversation : all) {
        const auto messages = tx.messages().before(conversation.id, std::nullopt, kAll);
        if (!messages) {
            ids << u"unreadable thread %1"_s.arg(conversation.id.value);
            continue;
        }
        for (const MessageRecord &message : *messages) {
            if (message.direction == Direction::Inbound)
                ids << message.wamid;
        }
    }
    return ids;
}

/// What a thread shows of a message now, as far as others say something about it.
QJsonObject shown(const MessageView &view)
{
    QJsonArray theirs;
    for (const ReactionView &reaction : view.content.reactions) {
        if (!reaction.fromUs)
            theirs << reaction.emoji;
    }
    return {{"text"_L1, view.text},
            {"edited"_L1, view.content.edited},
            {"revoked"_L1, view.content.revoked},
            {"absorbed"_L1, view.absorbed},
            {"reactions"_L1, theirs}};
}

Stored<QJsonObject> entry(const Tx &tx, const Views &views, const MessageRecord &message)
{
    const auto view = views.shown(message);
    const auto noted = tx.messages().statuses(message.id);
    const auto media = tx.media().ofMessage(message.id);
    if (!view || !noted || !media)
        return failure(StoreError::Failed);
    QJsonArray statuses;
    for (const StatusEvent &status : *noted)
        statuses << QJsonObject{{"attempt"_L1, status.attempt},
                                {"state"_L1, QString(wireName(status.state))}};
    QJsonObject file;
    if (*media)
        file = {{"id"_L1, (*media)->metaId},
                {"state"_L1, QString(wireName((*media)->state))},
                {"size"_L1, (*media)->size},
                {"sealed"_L1, !(*media)->file.isEmpty()}};
    return QJsonObject{{"id"_L1, message.id.toString()},
                       {"media"_L1, file},
                       {"conversation"_L1, message.conversation.value},
                       {"direction"_L1, QString(wireName(message.direction))},
                       {"way"_L1, QString(wireName(message.provenance))},
                       {"kind"_L1, QString(wireName(message.kind))},
                       {"wamid"_L1, message.wamid},
                       {"at"_L1, message.at.ms},
                       {"state"_L1, QString(wireName(message.state))},
                       {"code"_L1, message.errorCode},
                       {"refusal"_L1, message.refusal},
                       {"shown"_L1, shown(*view)},
                       {"statuses"_L1, statuses}};
}

/// Every message that is not a line of our own; each thread in its order.
QJsonObject books(const Tx &tx, Instant now)
{
    const Views views(tx, now);
    QJsonArray entries;
    const QList<ConversationRecord> all = conversations(tx);
    for (const ConversationRecord &conversation : all) {
        const auto messages = tx.messages().before(conversation.id, std::nullopt, kAll);
        if (!messages)
            return problem(u"unreadable thread"_s, int(messages.error()));
        for (const MessageRecord &message : *messages) {
            if (message.direction == Direction::Event)
                continue;
            const auto found = entry(tx, views, message);
            if (!found)
                return problem(u"unreadable message"_s, int(found.error()));
            entries << *found;
        }
    }
    return {{"messages"_L1, entries}, {"deadLetters"_L1, tx.intake().deadLetters().valueOr(-1)}};
}

/// What destekd does at its start with what was acknowledged and not yet applied; false if that did
/// not come to an end.
bool applyPending(Store &store, const Clock &clock)
{
    IntakePump pump(store, clock, InboundApplier(clock, {}), intake::readWebhook);
    pump.wake();
    const QDeadlineTimer patience(600'000);
    int left = -1;
    for (; left != 0 && !patience.hasExpired(); QThread::msleep(2))
        store.readAndWait([&](const Tx &tx) { left = tx.intake().pendingCount().valueOr(-1); });
    store.close(); // the pump's last step has ended
    return left == 0;
}

QJsonObject look(const QString &folder, bool wantBooks)
{
    const SystemClock clock;
    const QString data = folder + u"/data"_s;
    QDir().mkpath(data);
    const auto master = readOrCreateMasterKey(folder + u"/cfg/master.key"_s, data);
    if (!master)
        return problem(u"master key"_s, int(master.error()));
    auto vault = Vault::open(data + u"/keys.db"_s, *master);
    if (!vault)
        return problem(u"keys.db"_s, int(vault.error()));
    StoreOptions options;
    options.quickCheck = true;
    {
        auto store = Store::open(data, **vault, clock, options);
        if (!store)
            return problem(u"destek.db"_s, int(store.error()));
        if (!applyPending(**store, clock))
            return problem(u"not applied in time"_s, 0);
    }
    auto store = Store::open(data, **vault, clock, options);
    if (!store)
        return problem(u"destek.db, second time"_s, int(store.error()));
    const auto key = (*vault)->auditSigningKey();
    if (!key)
        return problem(u"signing key"_s, int(key.error()));
    QJsonObject found;
    (*store)->readAndWait([&](const Tx &tx) {
        if (wantBooks) {
            found = books(tx, clock.now());
            return;
        }
        found.insert("inbound"_L1, inboundIds(tx));
        found.insert("deadLetters"_L1, tx.intake().deadLetters().valueOr(-1));
        const auto audit = AuditLog::in(tx).verify(0, key->publicKey());
        found.insert("auditVerifies"_L1, audit && audit->verified);
    });
    return found;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"destekd"_s); // the lock file knows it by this name
    QStringList folders = QCoreApplication::arguments().mid(1);
    const bool wantBooks = folders.removeAll(u"--books"_s) > 0;
    for (const QString &folder : std::as_const(folders)) {
        const QByteArray line =
            QJsonDocument(look(folder, wantBooks)).toJson(QJsonDocument::Compact) + '\n';
        std::fwrite(line.constData(), 1, size_t(line.size()), stdout);
        std::fflush(stdout);
    }
    return 0;
}
