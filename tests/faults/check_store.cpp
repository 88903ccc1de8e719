// Opens data folders as destekd would and says, one JSON line each, what is in them. For
// power_loss.py: starting the whole daemon for every replay would take most of its time.
//
//     destek-check-store FOLDER...     FOLDER/cfg/master.key and FOLDER/data

#include "daemon/audit/audit_log.h"
#include "daemon/intake/webhook_reader.h"
#include "daemon/service/intake_pump.h"
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

/// Every inbound message, in whichever thread it is; doubled ones appear twice.
QJsonArray inboundIds(const Tx &tx)
{
    QJsonArray ids;
    auto all = tx.conversations().waiting(kAll).valueOr({});
    all += tx.conversations().answered(std::nullopt, kAll).valueOr({});
    for (const ConversationRecord &conversation : std::as_const(all)) {
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

/// What destekd does at its start with what was acknowledged and not yet applied.
void applyPending(Store &store, const Clock &clock)
{
    IntakePump pump(store, clock, InboundApplier(clock, {}), intake::readWebhook);
    pump.wake();
    const QDeadlineTimer patience(60'000);
    for (int left = -1; left != 0 && !patience.hasExpired(); QThread::msleep(2)) {
        store.readAndWait([&](const Tx &tx) { left = tx.intake().pendingCount().valueOr(-1); });
    }
    store.close(); // the pump's last step has ended
}

QJsonObject look(const QString &folder)
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
        applyPending(**store, clock);
    }
    auto store = Store::open(data, **vault, clock, options);
    if (!store)
        return problem(u"destek.db, second time"_s, int(store.error()));
    const auto key = (*vault)->auditSigningKey();
    if (!key)
        return problem(u"signing key"_s, int(key.error()));
    QJsonObject found;
    (*store)->readAndWait([&](const Tx &tx) {
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
    const QStringList folders = QCoreApplication::arguments().mid(1);
    for (const QString &folder : folders) {
        const QByteArray line = QJsonDocument(look(folder)).toJson(QJsonDocument::Compact) + '\n';
        std::fwrite(line.constData(), 1, size_t(line.size()), stdout);
        std::fflush(stdout);
    }
    return 0;
}
