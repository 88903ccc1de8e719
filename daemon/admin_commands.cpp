#include "daemon/admin_commands.h"

#include "core/text/phone.h"
#include "core/wire/json.h"
#include "daemon/audit/audit_export.h"
#include "daemon/audit/audit_log.h"
#include "daemon/cli/package_writer.h"
#include "daemon/daemon_root.h"
#include "daemon/intake/webhook_reader.h"
#include "daemon/service/dead_letters.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace destek::daemon
{

namespace
{

constexpr int kOk = 0;
constexpr int kNo = 1; // the answer is no: does not verify, not found
constexpr int kUsage = 64;
constexpr int kCannotCreate = 73;
constexpr int kTemporary = 75;

QJsonObject sentence(const QString &text)
{
    return {{"error"_L1, text}};
}

int exitCodeOf(const ApiError &error)
{
    switch (error.code) {
    case ApiErrorCode::NotFound:
        return kNo;
    case ApiErrorCode::BadRequest:
        return kUsage;
    default:
        return kTemporary;
    }
}

QJsonObject answerOf(const ApiError &error)
{
    QString text = QString(wireName(error.code));
    if (!error.detail.isEmpty())
        text += u": "_s + error.detail;
    return sentence(text);
}

template <typename T>
Told<T> told(AdminCommands::Finished finished)
{
    return [finished](Result<T, ApiError> result) {
        if (!result)
            finished(exitCodeOf(result.error()), answerOf(result.error()));
        else if constexpr (std::is_same_v<T, Done>)
            finished(kOk, QJsonObject{{"done"_L1, true}});
        else
            finished(kOk, wire::toJson(*result));
    };
}

ContactId contactOf(const QJsonObject &arguments)
{
    return ContactId(arguments.value("contact"_L1).toInteger());
}

QString reasonOf(const QJsonObject &arguments)
{
    return arguments.value("reason"_L1).toString().trimmed();
}

} // namespace

void AdminCommands::run(const QString &command, const QJsonObject &arguments, Finished finished)
{
    if (command == "user.add"_L1)
        return addUser(arguments, finished);
    if (command == "user.list"_L1)
        return listUsers(finished);
    if (command.startsWith("user."_L1))
        return changeUser(command, arguments, finished);
    if (command == "pair"_L1)
        return pair(finished);
    if (command == "setup-code"_L1)
        return setupCode(finished);
    if (command == "status"_L1)
        return finished(kOk, m_root.status());
    if (command == "audit.verify"_L1)
        return auditVerify(arguments, finished);
    if (command == "audit.list"_L1)
        return auditList(arguments, finished);
    if (command == "audit.export"_L1)
        return auditExport(arguments, finished);
    if (command == "find"_L1)
        return find(arguments, finished);
    if (command == "erase.preview"_L1)
        return erasePreview(arguments, finished);
    if (command == "erase"_L1)
        return erase(arguments, finished);
    if (command == "export"_L1)
        return exportPerson(arguments, finished);
    if (command == "intake.reread"_L1)
        return reread(finished);
    if (command == "backup"_L1)
        return backup(arguments, finished);
    finished(kUsage, sentence(u"There is no command %1."_s.arg(command)));
}

void AdminCommands::addUser(const QJsonObject &arguments, Finished finished)
{
    AccessService::NewUser user;
    user.userName = arguments.value("user"_L1).toString();
    user.displayName = arguments.value("name"_L1).toString();
    user.roles = RoleSet::fromString(arguments.value("roles"_L1).toString());
    user.password = Secret(arguments.value("password"_L1).toString().toUtf8());
    m_root.access().addUser(Actor::system(), user, told<AgentView>(finished));
}

void AdminCommands::changeUser(const QString &command, const QJsonObject &arguments,
                               Finished finished)
{
    const QString user = arguments.value("user"_L1).toString();
    AccessService &access = m_root.access();
    if (command == "user.disable"_L1 || command == "user.enable"_L1)
        access.setDisabled(Actor::system(), user, command == "user.disable"_L1,
                           told<Done>(finished));
    else if (command == "user.password"_L1)
        access.setPassword(Actor::system(), user,
                           Secret(arguments.value("password"_L1).toString().toUtf8()),
                           told<Done>(finished));
    else if (command == "user.totp"_L1)
        access.enrolTotp(Actor::system(), user, [finished, user](Result<QString, ApiError> secret) {
            if (!secret)
                return finished(exitCodeOf(secret.error()), answerOf(secret.error()));
            finished(kOk, {{"secret"_L1, *secret},
                           {"uri"_L1, u"otpauth://totp/Destek:%1?secret=%2&issuer=Destek"_s.arg(
                                          user, *secret)}});
        });
    else
        finished(kUsage, sentence(u"There is no command %1."_s.arg(command)));
}

void AdminCommands::listUsers(Finished finished)
{
    m_root.store().read([finished](const Tx &tx) {
        const auto users = tx.access().users();
        if (!users)
            return finished(kTemporary, sentence(u"The users could not be read."_s));
        QJsonArray list;
        for (const UserRecord &user : *users)
            list << QJsonObject{{"user"_L1, user.userName},
                                {"name"_L1, user.displayName},
                                {"roles"_L1, user.roles.toString()},
                                {"disabled"_L1, user.disabled},
                                {"secondFactor"_L1, !user.totpSecret.isEmpty()}};
        finished(kOk, {{"users"_L1, list}});
    });
}

void AdminCommands::pair(Finished finished)
{
    m_root.access().offerCode(
        Actor::system(), CodePurpose::Pairing, [this, finished](Result<QString, ApiError> code) {
            if (!code)
                return finished(exitCodeOf(code.error()), answerOf(code.error()));
            finished(kOk, {{"uri"_L1, m_root.pairingUri(*code)},
                           {"validMinutes"_L1, int(std::chrono::duration_cast<std::chrono::minutes>(
                                                       m_root.access().pairingCodeLasts())
                                                       .count())}});
        });
}

void AdminCommands::setupCode(Finished finished)
{
    m_root.access().offerCode(
        Actor::system(), CodePurpose::Setup, [finished](Result<QString, ApiError> code) {
            if (!code)
                return finished(exitCodeOf(code.error()), answerOf(code.error()));
            finished(kOk, {{"setupCode"_L1, *code}});
        });
}

void AdminCommands::auditVerify(const QJsonObject &arguments, Finished finished)
{
    const qint64 since = arguments.value("since"_L1).toInteger();
    m_root.store().read([this, since, finished](const Tx &tx) {
        const auto state = AuditLog::in(tx).verify(since, m_root.sealer().publicKey());
        if (!state)
            return finished(kTemporary, sentence(u"The log could not be read."_s));
        finished(state->verified ? kOk : kNo, wire::toJson(*state));
    });
}

void AdminCommands::auditList(const QJsonObject &arguments, Finished finished)
{
    AuditFilter filter;
    filter.actor = arguments.value("actor"_L1).toString();
    filter.action = arguments.value("action"_L1).toString();
    filter.contact = contactOf(arguments);
    const QString cursor = arguments.value("before"_L1).toString();
    const int limit = std::clamp(arguments.value("limit"_L1).toInt(100), 1, 1000);
    m_root.store().read([=](const Tx &tx) {
        const auto page = tx.audit().page(filter, cursor, limit);
        if (!page)
            return finished(kTemporary, sentence(u"The log could not be read."_s));
        finished(kOk, wire::toJson(*page));
    });
}

void AdminCommands::auditExport(const QJsonObject &arguments, Finished finished)
{
    const QString directory = arguments.value("directory"_L1).toString();
    if (directory.isEmpty() || !QDir().mkpath(directory))
        return finished(kCannotCreate,
                        sentence(u"The folder %1 cannot be created."_s.arg(directory)));
    m_root.store().write(
        Urgency::Now,
        [](Tx &tx) -> Stored<Done> {
            AuditDraft draft;
            draft.at = Instant::fromMs(QDateTime::currentMSecsSinceEpoch());
            draft.actor = Actor::system();
            draft.action = AuditAction::AuditExported;
            if (auto appended = tx.audit().append(draft); !appended)
                return failure(appended.error());
            return done();
        },
        [this, directory, finished](Stored<Done> noted) {
            if (!noted)
                return finished(kTemporary, sentence(u"The export could not be noted."_s));
            // The writer thread must stay free: sealing waits for it.
            QMetaObject::invokeMethod(
                &m_root,
                [this, directory, finished] {
                    if (!m_root.sealNow())
                        return finished(kTemporary, sentence(u"The log could not be sealed."_s));
                    m_root.store().read([this, directory, finished](const Tx &tx) {
                        const auto written =
                            exportAudit(tx, m_root.sealer().publicKey(), directory);
                        if (!written)
                            return finished(
                                kCannotCreate,
                                sentence(u"The log could not be written to %1."_s.arg(directory)));
                        finished(kOk, {{"directory"_L1, directory}});
                    });
                },
                Qt::QueuedConnection);
        });
}

void AdminCommands::find(const QJsonObject &arguments, Finished finished)
{
    const QString typed = arguments.value("identity"_L1).toString().trimmed();
    Identity identity;
    if (text::isBsuid(typed))
        identity = {IdentityKind::Bsuid, typed};
    else if (const auto phone = text::normalisePhone(typed))
        identity = {IdentityKind::Phone, *phone};
    else
        return finished(
            kUsage, sentence(u"%1 is neither a phone number nor a WhatsApp user id."_s.arg(typed)));
    m_root.store().read([identity, finished](const Tx &tx) {
        const auto found = tx.contacts().find(identity);
        if (!found)
            return finished(kTemporary, sentence(u"The people could not be searched."_s));
        if (!*found)
            return finished(kNo, {{"found"_L1, false}});
        finished(kOk, {{"found"_L1, true}, {"contact"_L1, (*found)->value}});
    });
}

void AdminCommands::reread(Finished finished)
{
    auto counts = std::make_shared<Reread>();
    m_root.store().write(
        Urgency::Background,
        [this, counts](Tx &tx) -> Stored<Done> {
            const InboundApplier applier(
                m_root.clock(), InboundApplier::Wording{m_root.config().optOutConfirmation});
            const auto read = rereadDeadLetters(tx, applier, intake::readWebhook);
            if (!read)
                return failure(read.error());
            const auto types = rereadUnknownTypes(tx, m_root.clock().now());
            if (!types)
                return failure(types.error());
            *counts = {read->read + types->read, read->left + types->left};
            return done();
        },
        [counts, finished](Stored<Done> result) {
            if (!result)
                return finished(kTemporary, sentence(u"The dead letters could not be read."_s));
            finished(kOk, {{"read"_L1, counts->read}, {"left"_L1, counts->left}});
        });
}

void AdminCommands::erasePreview(const QJsonObject &arguments, Finished finished)
{
    m_root.erasure().preview(Actor::system(), contactOf(arguments), told<ErasurePreview>(finished));
}

void AdminCommands::erase(const QJsonObject &arguments, Finished finished)
{
    if (reasonOf(arguments).isEmpty())
        return finished(kUsage, sentence(u"--reason is missing: an erasure says why."_s));
    m_root.erasure().erase(Actor::system(), contactOf(arguments), reasonOf(arguments),
                           told<DestructionRecord>(finished));
}

void AdminCommands::exportPerson(const QJsonObject &arguments, Finished finished)
{
    const QString directory = arguments.value("directory"_L1).toString();
    if (reasonOf(arguments).isEmpty() || directory.isEmpty())
        return finished(kUsage, sentence(u"--reason and --to are needed."_s));
    const auto language = arguments.value("language"_L1).toString() == "en"_L1
                              ? ExportService::Language::English
                              : ExportService::Language::Turkish;
    m_root.exports().exportPerson(
        Actor::system(), contactOf(arguments), language, reasonOf(arguments),
        [directory, finished](Result<ExportPackage, ApiError> package) {
            if (!package)
                return finished(exitCodeOf(package.error()), answerOf(package.error()));
            const auto written = writePackage(*package, directory);
            if (!written)
                return finished(kCannotCreate,
                                sentence(u"The package could not be written below "
                                         "%1; nothing was overwritten."_s.arg(directory)));
            finished(kOk, {{"directory"_L1, *written}});
        });
}

void AdminCommands::backup(const QJsonObject &arguments, Finished finished)
{
    const QString directory = arguments.value("directory"_L1).toString();
    if (directory.isEmpty() || !QDir().mkpath(directory))
        return finished(kCannotCreate,
                        sentence(u"The folder %1 cannot be created."_s.arg(directory)));
    const QString stamp = m_root.clock().now().toUtc().toString(u"yyyyMMdd-HHmmss"_s);
    const QString data = QDir(directory).filePath(u"destek-%1.db"_s.arg(stamp));
    const QString media = QDir(directory).filePath(u"media-%1"_s.arg(stamp));
    const QString keys = QDir(directory).filePath(u"keys-%1.db"_s.arg(stamp));
    const bool withKeys = arguments.value("keys"_L1).toBool();
    // From the main thread, whoever asked: the copy blocks its caller.
    QMetaObject::invokeMethod(
        &m_root,
        [this, data, media, keys, withKeys, finished] {
            if (!m_root.store().copyTo(data))
                return finished(kCannotCreate, sentence(u"The backup could not be written; "
                                                        "nothing was overwritten."_s));
            QFile::setPermissions(data, QFile::ReadOwner);
            QJsonObject answer{{"data"_L1, data}};
            // After the database: what it names is there unless it was erased meanwhile.
            Stored<QStringList> names = failure(StoreError::Failed);
            m_root.store().readAndWait([&](const Tx &tx) { names = tx.media().files(); });
            const auto copied =
                names ? m_root.files().copyTo(media, *names) : Stored<int>(failure(names.error()));
            if (!copied)
                return finished(kCannotCreate, sentence(u"The media files could not be copied."_s));
            answer.insert("media"_L1, media);
            if (withKeys) {
                // Keys travel apart from the data and live at most 14 days (house.md 5).
                if (!QFile::copy(m_root.config().dataDir + u"/keys.db"_s, keys))
                    return finished(kCannotCreate, sentence(u"The keys could not be copied."_s));
                QFile::setPermissions(keys, QFile::ReadOwner);
                answer.insert("keys"_L1, keys);
            }
            finished(kOk, answer);
        },
        Qt::QueuedConnection);
}

} // namespace destek::daemon
