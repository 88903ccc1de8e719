#include "daemon/vault/vault.h"

#include "core/crypto/aead.h"
#include "core/crypto/derive.h"
#include "core/crypto/keyed_hash.h"
#include "core/crypto/random.h"
#include "core/crypto/wrap.h"
#include "daemon/vault/key_file.h"

#include <QCache>
#include <QHash>
#include <QtEndian>

#include <mutex>

namespace destek::daemon
{

namespace
{

/// Unwrapped keys kept in memory: a busy day's people, about 200 bytes each.
constexpr int kMostCached = 20'000;

crypto::View viewOf(const QByteArray &bytes)
{
    return crypto::view({bytes.constData(), std::size_t(bytes.size())});
}

QByteArray bytesOf(crypto::View bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size())};
}

VaultError errorOf(crypto::CryptoError error)
{
    return error == crypto::CryptoError::Failed ? VaultError::Failed : VaultError::NotAuthentic;
}

/// A length before each part, so that no two contexts spell the same bytes.
QByteArray contextOf(const KeySlot &slot, const SealPlace &place)
{
    QByteArray context("destek box 1");
    for (const QByteArray &part : {QByteArray(place.table), place.row, QByteArray(place.column),
                                   QByteArray::number(slot.contact.value), slot.name.toUtf8()}) {
        context += '|' + QByteArray::number(part.size()) + ':' + part;
    }
    return context;
}

Result<Secret, VaultError> secretFrom(Result<crypto::Bytes, crypto::CryptoError> bytes)
{
    if (!bytes)
        return failure(errorOf(bytes.error()));
    Secret secret(bytesOf(*bytes));
    crypto::wipe(*bytes);
    return secret;
}

Result<QByteArray, VaultError> sealUnder(const Secret &key, const KeySlot &slot,
                                         const SealPlace &place, const QByteArray &plain)
{
    const auto box =
        crypto::seal(viewOf(key.reveal()), viewOf(plain), viewOf(contextOf(slot, place)));
    if (!box)
        return failure(errorOf(box.error()));
    return bytesOf(*box);
}

Result<QByteArray, VaultError> openUnder(const Secret &key, const KeySlot &slot,
                                         const SealPlace &place, const QByteArray &sealed)
{
    auto plain = crypto::open(viewOf(key.reveal()), viewOf(sealed), viewOf(contextOf(slot, place)));
    if (!plain)
        return failure(errorOf(plain.error()));
    QByteArray bytes = bytesOf(*plain);
    crypto::wipe(*plain);
    return bytes;
}

/// What follows from the master key: one key per purpose, no two with the same text.
struct DerivedKeys {
    Secret own;
    crypto::KeyedHash lookup;
    crypto::KeyedHash tomb;
    crypto::KeyedHash suppression;
    crypto::KeyedHash search;
    QByteArray mark;
};

std::optional<DerivedKeys> deriveFrom(const Secret &master)
{
    const auto purpose = [&](std::string_view info) {
        return crypto::derive(viewOf(master.reveal()), crypto::view(info), crypto::kKeyLength);
    };
    auto own = secretFrom(purpose("destek own secrets 1"));
    auto lookup = purpose("destek lookup 1");
    auto tomb = purpose("destek tombstones 1");
    auto suppression = purpose("destek suppression 1");
    auto search = purpose("destek search 1");
    auto mark = purpose("destek keys.db origin 1");
    if (!own || !lookup || !tomb || !suppression || !search || !mark)
        return std::nullopt;
    DerivedKeys keys{std::move(*own),
                     crypto::KeyedHash(*lookup),
                     crypto::KeyedHash(*tomb),
                     crypto::KeyedHash(*suppression),
                     crypto::KeyedHash(*search),
                     bytesOf(*mark)};
    for (auto *bytes : {&*lookup, &*tomb, &*suppression, &*search})
        crypto::wipe(*bytes);
    return keys;
}

QByteArray hashed(const crypto::KeyedHash &key, const QByteArray &text)
{
    return bytesOf(key.of(viewOf(text)));
}

QByteArray referenceUnder(const Secret &key)
{
    return bytesOf(crypto::hmacSha256(viewOf(key.reveal()), crypto::view("subject"))).toHex();
}

} // namespace

struct Vault::State {
    State(Secret masterKey, DerivedKeys derivedKeys, std::unique_ptr<KeyFile> keyFile)
        : master(std::move(masterKey)), derived(std::move(derivedKeys)), file(std::move(keyFile)),
          cache(kMostCached)
    {
    }

    [[nodiscard]] std::optional<Secret> remembered(const KeySlot &slot, quint64 *readAtEra);
    [[nodiscard]] Result<std::optional<Secret>, VaultError> load(const KeySlot &slot);
    [[nodiscard]] Result<QByteArray, VaultError> wrap(const Secret &key) const;
    template <typename Gone>
    void forget(Gone gone);

    const Secret master;
    const DerivedKeys derived;
    const std::unique_ptr<KeyFile> file;

    std::mutex makers; ///< making, keeping and ending keys happen one at a time
    std::mutex mutex;  ///< guards what follows; never held while the file is asked
    QCache<KeySlot, Secret> cache;
    QHash<KeySlot, Secret> fresh; ///< made, not yet durable
    quint64 era = 0;              ///< moves at each destruction: a key read before is not cached
};

Vault::Vault(std::unique_ptr<State> state) : m_state(std::move(state)) {}

Vault::~Vault() = default;

Result<std::unique_ptr<Vault>, VaultOpenError> Vault::open(const QString &keysFile,
                                                           const Secret &masterKey)
{
    if (masterKey.size() != qsizetype(crypto::kKeyLength))
        return failure(VaultOpenError::WrongMasterKey);
    auto derived = deriveFrom(masterKey);
    if (!derived)
        return failure(VaultOpenError::Failed);
    auto file = KeyFile::open(keysFile, derived->mark);
    if (!file)
        return failure(file.error());
    return std::unique_ptr<Vault>(
        new Vault(std::make_unique<State>(masterKey, std::move(*derived), std::move(*file))));
}

// --- keys ---------------------------------------------------------------------------------------

std::optional<Secret> Vault::State::remembered(const KeySlot &slot, quint64 *readAtEra)
{
    const std::lock_guard lock(mutex);
    *readAtEra = era;
    if (const auto made = fresh.constFind(slot); made != fresh.constEnd())
        return *made;
    if (const Secret *known = cache.object(slot))
        return *known;
    return std::nullopt;
}

Result<std::optional<Secret>, VaultError> Vault::State::load(const KeySlot &slot)
{
    quint64 readAtEra = 0;
    if (auto known = remembered(slot, &readAtEra))
        return known;
    const auto wrapped = file->find(slot);
    if (!wrapped)
        return failure(wrapped.error());
    if (!wrapped->has_value())
        return std::optional<Secret>();
    auto key = secretFrom(crypto::unwrapKey(viewOf(master.reveal()), viewOf(**wrapped)));
    if (!key)
        return failure(key.error());
    const std::lock_guard lock(mutex);
    if (readAtEra == era)
        cache.insert(slot, new Secret(*key));
    return std::optional<Secret>(std::move(*key));
}

Result<QByteArray, VaultError> Vault::State::wrap(const Secret &key) const
{
    const auto wrapped = crypto::wrapKey(viewOf(master.reveal()), viewOf(key.reveal()));
    if (!wrapped)
        return failure(errorOf(wrapped.error()));
    return bytesOf(*wrapped);
}

template <typename Gone>
void Vault::State::forget(Gone gone)
{
    const std::lock_guard lock(mutex);
    ++era;
    const QList<KeySlot> cached = cache.keys();
    for (const KeySlot &slot : cached) {
        if (gone(slot))
            cache.remove(slot);
    }
    fresh.removeIf([&](const auto &entry) { return gone(entry.key()); });
}

Result<Secret, VaultError> Vault::keyFor(const KeySlot &slot)
{
    auto known = m_state->load(slot);
    if (!known)
        return failure(known.error());
    if (known->has_value())
        return std::move(**known);
    const std::lock_guard making(m_state->makers);
    known = m_state->load(slot); // another thread may have made it meanwhile
    if (!known)
        return failure(known.error());
    if (known->has_value())
        return std::move(**known);
    if (slot.contact.isValid()) {
        const auto ended = m_state->file->ended(slot.contact);
        if (!ended)
            return failure(ended.error());
        if (*ended)
            return failure(VaultError::Destroyed);
    }
    auto made = secretFrom(crypto::randomBytes(crypto::kKeyLength));
    if (!made)
        return made;
    const std::lock_guard lock(m_state->mutex);
    m_state->fresh.insert(slot, *made);
    return made;
}

Result<std::optional<Secret>, VaultError> Vault::existing(const KeySlot &slot)
{
    return m_state->load(slot);
}

Result<Done, VaultError> Vault::flushNewKeys()
{
    const std::lock_guard making(m_state->makers);
    QList<KeyFile::Row> rows;
    {
        const std::lock_guard lock(m_state->mutex);
        for (auto it = m_state->fresh.cbegin(); it != m_state->fresh.cend(); ++it) {
            auto wrapped = m_state->wrap(it.value());
            if (!wrapped)
                return failure(wrapped.error());
            rows.append({it.key(), std::move(*wrapped)});
        }
    }
    if (rows.isEmpty())
        return done();
    if (const auto added = m_state->file->add(rows); !added)
        return added;
    const std::lock_guard lock(m_state->mutex);
    for (const KeyFile::Row &row : rows) {
        const auto it = m_state->fresh.find(row.slot);
        m_state->cache.insert(row.slot, new Secret(it.value()));
        m_state->fresh.erase(it);
    }
    return done();
}

Result<int, VaultError> Vault::keysOf(ContactId contact)
{
    const auto stored = m_state->file->countOf(contact);
    if (!stored)
        return stored;
    const std::lock_guard lock(m_state->mutex);
    int fresh = 0;
    for (auto it = m_state->fresh.cbegin(); it != m_state->fresh.cend(); ++it)
        fresh += it.key().contact == contact ? 1 : 0;
    return *stored + fresh;
}

Result<ContactId, VaultError> Vault::highestContact()
{
    return m_state->file->highestContact();
}

Result<int, VaultError> Vault::destroyContact(ContactId contact)
{
    const std::lock_guard making(m_state->makers);
    const auto theirs = [contact](const KeySlot &slot) { return slot.contact == contact; };
    m_state->forget(theirs);
    const auto count = m_state->file->end(contact);
    // Once more: a reader may have brought one back between the two.
    m_state->forget(theirs);
    return count;
}

Result<int, VaultError> Vault::destroyMonthsBefore(const QString &month)
{
    const std::lock_guard making(m_state->makers);
    const auto old = [&](const KeySlot &slot) {
        return slot.contact.isValid() && slot.name.size() == 7 && slot.name.at(4) == u'-' &&
               slot.name < month;
    };
    m_state->forget(old);
    const auto count = m_state->file->removeMonthsBefore(month);
    m_state->forget(old);
    return count;
}

Result<int, VaultError> Vault::destroyIntakeBefore(Instant at)
{
    const std::lock_guard making(m_state->makers);
    const QString first = KeySlot::intakeDay(at).name;
    const auto old = [&](const KeySlot &slot) {
        return !slot.contact.isValid() && slot.name.startsWith(first.left(7)) && slot.name < first;
    };
    m_state->forget(old);
    const auto count = m_state->file->removeIntakeBefore(dayOf(at));
    m_state->forget(old);
    return count;
}

// --- sealing ------------------------------------------------------------------------------------

Result<QByteArray, VaultError> Vault::seal(const KeySlot &slot, const SealPlace &place,
                                           const QByteArray &plain)
{
    const auto key = keyFor(slot);
    if (!key)
        return failure(key.error());
    return sealUnder(*key, slot, place, plain);
}

Result<QByteArray, VaultError> Vault::open(const KeySlot &slot, const SealPlace &place,
                                           const QByteArray &sealed)
{
    const auto key = existing(slot);
    if (!key)
        return failure(key.error());
    if (!key->has_value())
        return failure(VaultError::Destroyed);
    return openUnder(**key, slot, place, sealed);
}

Result<QByteArray, VaultError> Vault::sealOwn(const SealPlace &place, const Secret &plain) const
{
    return sealUnder(m_state->derived.own, {}, place, plain.reveal());
}

Result<Secret, VaultError> Vault::openOwn(const SealPlace &place, const QByteArray &sealed) const
{
    auto plain = openUnder(m_state->derived.own, {}, place, sealed);
    if (!plain)
        return failure(plain.error());
    return Secret(std::move(*plain));
}

// --- keyed hashes -------------------------------------------------------------------------------

QByteArray Vault::lookupHash(const QByteArray &canonical) const
{
    return hashed(m_state->derived.lookup, canonical);
}

QByteArray Vault::tombHash(const QByteArray &canonical) const
{
    return hashed(m_state->derived.tomb, canonical);
}

QByteArray Vault::suppressionHash(const QByteArray &canonical) const
{
    return hashed(m_state->derived.suppression, canonical);
}

qint64 Vault::searchToken(const QByteArray &folded) const
{
    const crypto::Hash hash = m_state->derived.search.of(viewOf(folded));
    return qFromBigEndian<qint64>(hash.data());
}

Result<QByteArray, VaultError> Vault::subjectRef(ContactId contact)
{
    const auto key = keyFor(KeySlot::audit(contact));
    if (!key)
        return failure(key.error());
    return referenceUnder(*key);
}

Result<std::optional<QByteArray>, VaultError> Vault::knownSubjectRef(ContactId contact)
{
    const auto key = existing(KeySlot::audit(contact));
    if (!key)
        return failure(key.error());
    return key->has_value() ? std::optional(referenceUnder(**key)) : std::nullopt;
}

Result<crypto::SigningKey, VaultError> Vault::auditSigningKey()
{
    const auto seed = keyFor(KeySlot::auditSigning());
    if (!seed)
        return failure(seed.error());
    if (const auto flushed = flushNewKeys(); !flushed)
        return failure(flushed.error());
    auto key = crypto::SigningKey::fromSeed(viewOf(seed->reveal()));
    if (!key)
        return failure(errorOf(key.error()));
    return std::move(*key);
}

} // namespace destek::daemon
