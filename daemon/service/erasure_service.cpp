#include "daemon/service/erasure_service.h"

#include "core/crypto/public_key.h"
#include "daemon/service/company_words.h"
#include "daemon/service/store_errors.h"
#include "daemon/service/views.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace destek::daemon
{

ErasureService::ErasureService(Database &database, KeyKeeper &keys, const DocumentSigner &signer,
                               const Clock &clock, MediaFiles &files)
    : m_database(database), m_keys(keys), m_signer(signer), m_clock(clock), m_files(files)
{
}

Stored<Done> ErasureService::audit(Tx &tx, const Actor &actor, AuditAction action,
                                   ContactId contact, const QString &object, const QString &reason,
                                   const QString &result)
{
    AuditDraft draft;
    draft.at = m_clock.now();
    draft.actor = actor;
    draft.action = action;
    draft.contact = contact;
    draft.object = object;
    draft.reason = reason;
    draft.result = result;
    if (auto appended = tx.audit().append(draft); !appended)
        return failure(appended.error());
    return done();
}

void ErasureService::preview(const Actor &actor, ContactId contact, Told<ErasurePreview> told)
{
    auto counted = std::make_shared<ErasurePreview>();
    m_database.write(
        Urgency::Now,
        [=, this](Tx &tx) -> Stored<Done> {
            const Tx &reading = tx;
            const auto preview = reading.erasures().preview(contact);
            if (!preview)
                return failure(preview.error());
            const auto person = Views(reading, m_clock.now()).person(contact);
            if (!person)
                return failure(person.error());
            *counted = *preview;
            counted->contact = contact;
            counted->name = person->name;
            counted->number = person->number;
            const auto joined = reading.contacts().joinedInto(contact);
            if (!joined)
                return failure(joined.error());
            counted->keys = m_keys.keysOf(contact);
            for (const ContactId record : *joined)
                counted->keys += m_keys.keysOf(record);
            return audit(tx, actor, AuditAction::ErasurePreviewed, contact, {}, {}, {});
        },
        [=](Stored<Done> result) {
            told(result ? Result<ErasurePreview, ApiError>(*counted)
                        : failure(apiError(result.error())));
        });
}

void ErasureService::erase(const Actor &actor, ContactId contact, const QString &reason,
                           Told<DestructionRecord> told)
{
    auto ordered = std::make_shared<ErasureOrder>();
    m_database.write(
        Urgency::Now,
        [=, this](Tx &tx) -> Stored<Done> {
            const auto person = std::as_const(tx).contacts().record(contact);
            if (!person)
                return failure(person.error());
            const auto words = forgetWords(tx, *person);
            if (!words)
                return failure(words.error());
            const QString result = *words > 0 ? u"dictionary words %1"_s.arg(*words) : QString();
            if (auto audited =
                    audit(tx, actor, AuditAction::ErasureOrdered, contact, {}, reason, result);
                !audited)
                return audited;
            const auto order = tx.erasures().order(contact, actor.name, reason, m_clock.now());
            if (!order)
                return failure(order.error());
            *ordered = *order;
            return done();
        },
        [=, this](Stored<Done> result) {
            if (!result)
                return told(failure(apiError(result.error())));
            finish(actor, *ordered, told);
        });
}

/// With the order, while the names can still be read.
Stored<int> ErasureService::forgetWords(Tx &tx, const ContactRecord &person)
{
    const auto identities = std::as_const(tx).contacts().identities(person.id);
    if (!identities)
        return failure(identities.error());
    QStringList names{person.name, person.addressBookName};
    for (const Identity &identity : *identities) {
        if (identity.kind == IdentityKind::Username)
            names << identity.value;
    }
    return CompanyWords(tx, m_clock).forgetNames(names);
}

void ErasureService::finish(const Actor &actor, const ErasureOrder &order,
                            Told<DestructionRecord> told)
{
    auto record = std::make_shared<DestructionRecord>();
    m_database.write(
        Urgency::Now,
        [=, this](Tx &tx) -> Stored<Done> {
            const auto completed = complete(tx, actor, order);
            if (!completed)
                return failure(completed.error());
            *record = *completed;
            return done();
        },
        [=](Stored<Done> result) {
            told(result ? Result<DestructionRecord, ApiError>(*record)
                        : failure(apiError(result.error())));
        });
}

Stored<DestructionRecord> ErasureService::complete(Tx &tx, const Actor &actor,
                                                   const ErasureOrder &order)
{
    // Keys first: if anything fails after this, the bytes are unreadable already and the rows
    // follow at the next start.
    auto destroyed = m_keys.destroyContact(order.contact);
    if (!destroyed)
        return failure(destroyed.error());
    // Not readable any more; gone as well, or the erasure is not complete.
    const auto files = std::as_const(tx).media().filesOf(order.contact);
    if (!files)
        return failure(files.error());
    if (auto removed = m_files.remove(*files); !removed)
        return failure(removed.error());
    const auto joined = std::as_const(tx).contacts().joinedInto(order.contact);
    if (!joined)
        return failure(joined.error());
    for (const ContactId record : *joined) {
        const auto more = m_keys.destroyContact(record);
        if (!more)
            return failure(more.error());
        *destroyed += *more;
    }
    auto record = tx.erasures().complete(order.order, *destroyed, m_clock.now());
    if (!record)
        return record;
    record->document = destructionDocument(*record, m_signer.fingerprint());
    const auto signature = m_signer.sign(record->document);
    if (!signature)
        return failure(signature.error());
    record->signature = *signature;
    if (auto kept = tx.erasures().setDocument(order.order, record->document, record->signature);
        !kept)
        return failure(kept.error());
    if (auto audited = audit(tx, actor, AuditAction::ErasureCompleted, ContactId(),
                             u"order %1"_s.arg(order.order.value), {},
                             u"messages %1, files %2, keys %3"_s.arg(record->messages)
                                 .arg(record->files)
                                 .arg(record->keys));
        !audited)
        return failure(audited.error());
    return record;
}

void ErasureService::receipt(const Actor &actor, OrderId order, const QByteArray &receipt,
                             const QByteArray &signature, Told<Done> told)
{
    auto forged = std::make_shared<bool>(false);
    m_database.write(
        Urgency::Now,
        [=, this](Tx &tx) -> Stored<Done> {
            *forged = false;
            const auto device = std::as_const(tx).access().device(actor.device);
            if (!device || !*device)
                return failure(StoreError::NotFound);
            const auto bytes = [](const QByteArray &text) {
                return crypto::View(reinterpret_cast<const std::uint8_t *>(text.constData()),
                                    size_t(text.size()));
            };
            const auto key = crypto::PublicKey::fromRaw(bytes((*device)->publicKey));
            if (!key || !key->verify(bytes(receipt), bytes(signature))) {
                *forged = true;
                return audit(tx, actor, AuditAction::ErasureReceipt, ContactId(),
                             u"order %1"_s.arg(order.value), {}, u"signature refused"_s);
            }
            if (auto added = tx.erasures().addReceipt(order, actor.device, receipt, signature,
                                                      m_clock.now());
                !added)
                return added;
            return audit(tx, actor, AuditAction::ErasureReceipt, ContactId(),
                         u"order %1"_s.arg(order.value), {}, u"confirmed"_s);
        },
        [=](Stored<Done> result) {
            if (!result)
                told(failure(apiError(result.error())));
            else if (*forged)
                told(failure(apiError(ApiErrorCode::BadRequest)));
            else
                told(done());
        });
}

Stored<int> ErasureService::finishInterrupted()
{
    auto count = std::make_shared<int>(0);
    const auto finished = m_database.writeAndWait([this, count](Tx &tx) -> Stored<Done> {
        *count = 0;
        const auto left = std::as_const(tx).erasures().unfinished();
        if (!left)
            return failure(left.error());
        for (const ErasureOrder &order : *left) {
            if (const auto completed = complete(tx, Actor::system(), order); !completed)
                return failure(completed.error());
            ++*count;
        }
        return done();
    });
    if (!finished)
        return failure(finished.error());
    return *count;
}

QByteArray destructionDocument(const DestructionRecord &record, const QString &signerFingerprint)
{
    // QJsonObject keeps its keys sorted: the same record is always the same bytes.
    const QJsonObject json{{"format"_L1, "destek-destruction-record 1"_L1},
                           {"order"_L1, record.order.value},
                           {"orderedAt"_L1, record.orderedAt.ms},
                           {"orderedAtUtc"_L1, record.orderedAt.toUtc().toString(Qt::ISODate)},
                           {"completedAt"_L1, record.completedAt.ms},
                           {"completedAtUtc"_L1, record.completedAt.toUtc().toString(Qt::ISODate)},
                           {"orderedBy"_L1, record.orderedBy},
                           {"reason"_L1, record.reason},
                           {"subject"_L1, record.subjectRef},
                           {"method"_L1, record.method},
                           {"messages"_L1, record.messages},
                           {"identities"_L1, record.identities},
                           {"keys"_L1, record.keys},
                           {"searchEntries"_L1, record.searchEntries},
                           {"files"_L1, record.files},
                           {"consolesTold"_L1, record.consolesTold},
                           {"signedBy"_L1, signerFingerprint}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace destek::daemon
