#include "daemon/store/sealed_files.h"

#include "core/crypto/aead.h"
#include "core/crypto/random.h"
#include "daemon/store/connection.h"
#include "daemon/vault/vault.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace destek::daemon
{

namespace
{

const QByteArray kHead = QByteArrayLiteral("destek media 1\n");
constexpr qsizetype kBox = SealedFiles::kPiece + qsizetype(crypto::kSealOverhead);
constexpr auto kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner;
constexpr auto kUnfinished = ".part"_L1;

bool sync(int handle)
{
#ifdef Q_OS_UNIX
    return ::fsync(handle) == 0;
#else
    return handle >= 0;
#endif
}

bool syncFolder(const QString &folder)
{
#ifdef Q_OS_UNIX
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY);
    if (handle < 0)
        return false;
    const bool synced = sync(handle);
    ::close(handle);
    return synced;
#else
    return QDir(folder).exists();
#endif
}

/// 32 hex digits of our own making; nothing else is ever looked up in the folder.
bool isName(const QString &file)
{
    return file.size() == 32 && std::all_of(file.cbegin(), file.cend(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
           });
}

QString newName()
{
    const auto bytes = crypto::randomBytes(16);
    if (!bytes)
        return {};
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char *>(bytes->data()), qsizetype(bytes->size()))
            .toHex());
}

/// Row and column of one piece's seal.
struct PieceSeal {
    QByteArray row;
    QByteArray column;

    PieceSeal(const MediaPlace &place, const QString &file, qint64 number, bool last)
        : row(QByteArray::number(place.id.value) + '/' + file.toLatin1()),
          column("piece " + QByteArray::number(number) + (last ? " last" : ""))
    {
    }
    [[nodiscard]] SealPlace place() const { return {"media", row, column.constData()}; }
};

KeySlot slotOf(const MediaPlace &place)
{
    return KeySlot::month(place.contact, place.at);
}

/// sealing makes a key where there is none; a file must never bring one back.
Stored<Done> keyIsThere(Vault &vault, const MediaPlace &place)
{
    const auto key = vault.existing(slotOf(place));
    if (!key)
        return failure(storeError(key.error()));
    if (!key->has_value())
        return failure(StoreError::Sealed);
    return done();
}

class SealedSink final : public MediaSink
{
public:
    SealedSink(QString folder, QString name, const MediaPlace &place, Vault &vault)
        : m_folder(std::move(folder)), m_name(std::move(name)), m_place(place), m_vault(vault),
          m_file(m_folder + u'/' + m_name + kUnfinished), m_hash(QCryptographicHash::Sha256)
    {
    }
    ~SealedSink() override
    {
        if (!m_finished)
            m_file.remove();
    }

    bool begin()
    {
        return m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered) &&
               m_file.setPermissions(kOwnerOnly) && m_file.write(kHead) == kHead.size();
    }

    Stored<Done> write(QByteArrayView bytes) override
    {
        if (m_failed)
            return failure(*m_failed);
        m_hash.addData(bytes.toByteArray());
        m_size += bytes.size();
        m_waiting.append(bytes);
        // A full piece is kept back until something follows: the last one is sealed as such.
        while (m_waiting.size() > SealedFiles::kPiece) {
            if (const auto written = writePiece(m_waiting.first(SealedFiles::kPiece), false);
                !written)
                return written;
            m_waiting.remove(0, SealedFiles::kPiece);
        }
        return done();
    }

    Stored<QString> finish() override
    {
        if (m_failed)
            return failure(*m_failed);
        if (const auto written = writePiece(m_waiting, true); !written)
            return failure(written.error());
        m_waiting.clear();
        if (!sync(m_file.handle()))
            return failure(fail(StoreError::Failed));
        m_file.close();
        if (!m_file.rename(m_folder + u'/' + m_name) || !syncFolder(m_folder))
            return failure(fail(StoreError::Failed));
        m_finished = true;
        return m_name;
    }

    [[nodiscard]] qint64 size() const override { return m_size; }
    [[nodiscard]] QByteArray sha256() const override { return m_hash.result(); }

private:
    StoreError fail(StoreError error)
    {
        m_failed = error;
        m_file.remove();
        return error;
    }

    Stored<Done> writePiece(const QByteArray &plain, bool last)
    {
        if (const auto there = keyIsThere(m_vault, m_place); !there)
            return failure(fail(there.error()));
        const PieceSeal seal(m_place, m_name, m_number, last);
        const auto box = m_vault.seal(slotOf(m_place), seal.place(), plain);
        if (!box)
            return failure(fail(storeError(box.error())));
        ++m_number;
        if (m_file.write(*box) != box->size())
            return failure(fail(m_file.error() == QFileDevice::ResourceError ? StoreError::Full
                                                                             : StoreError::Failed));
        return done();
    }

    const QString m_folder;
    const QString m_name;
    const MediaPlace m_place;
    Vault &m_vault;
    QFile m_file;
    QCryptographicHash m_hash;
    QByteArray m_waiting;
    qint64 m_size = 0;
    qint64 m_number = 0;
    std::optional<StoreError> m_failed;
    bool m_finished = false;
};

class SealedSource final : public MediaSource
{
public:
    SealedSource(const QString &path, QString name, const MediaPlace &place, Vault &vault)
        : m_file(path), m_name(std::move(name)), m_place(place), m_vault(vault)
    {
    }

    Stored<Done> begin()
    {
        if (!m_file.open(QIODevice::ReadOnly))
            return failure(m_file.exists() ? StoreError::Failed : StoreError::NotFound);
        if (m_file.read(kHead.size()) != kHead)
            return failure(StoreError::Corrupt);
        return done();
    }

    Stored<QByteArray> next() override
    {
        if (m_ended)
            return QByteArray();
        const QByteArray box = m_file.read(kBox);
        const bool last = m_file.atEnd();
        const PieceSeal seal(m_place, m_name, m_number, last);
        const auto plain = m_vault.open(slotOf(m_place), seal.place(), box);
        if (!plain)
            return failure(storeError(plain.error()));
        ++m_number;
        m_ended = last;
        return *plain;
    }

    Stored<qint64> seek(qint64 byte) override
    {
        m_number = byte / SealedFiles::kPiece;
        const qint64 place = kHead.size() + m_number * kBox;
        if (place >= m_file.size() || !m_file.seek(place))
            return failure(StoreError::Corrupt);
        return m_number * SealedFiles::kPiece;
    }

private:
    QFile m_file;
    const QString m_name;
    const MediaPlace m_place;
    Vault &m_vault;
    qint64 m_number = 0;
    bool m_ended = false;
};

} // namespace

Stored<std::unique_ptr<SealedFiles>> SealedFiles::open(const QString &dataFolder, Vault &vault)
{
    const QString folder = dataFolder + u"/media"_s;
    if (!QDir().mkpath(folder) || !QFile::setPermissions(folder, kOwnerOnly | QFile::ExeOwner) ||
        !syncFolder(dataFolder))
        return failure(StoreError::Failed);
    return std::unique_ptr<SealedFiles>(new SealedFiles(folder, vault));
}

Stored<std::unique_ptr<MediaSink>> SealedFiles::create(const MediaPlace &place)
{
    if (const auto there = keyIsThere(m_vault, place); !there)
        return failure(there.error());
    const QString name = newName();
    if (name.isEmpty())
        return failure(StoreError::Failed);
    auto sink = std::make_unique<SealedSink>(m_folder, name, place, m_vault);
    if (!sink->begin())
        return failure(StoreError::Failed);
    return std::unique_ptr<MediaSink>(std::move(sink));
}

Stored<std::unique_ptr<MediaSource>> SealedFiles::open(const MediaPlace &place, const QString &file)
{
    if (!isName(file))
        return failure(StoreError::NotFound);
    auto source = std::make_unique<SealedSource>(m_folder + u'/' + file, file, place, m_vault);
    if (const auto begun = source->begin(); !begun)
        return failure(begun.error());
    return std::unique_ptr<MediaSource>(std::move(source));
}

Stored<QByteArray> SealedFiles::read(const MediaPlace &place, const QString &file, qint64 most)
{
    auto source = open(place, file);
    if (!source)
        return failure(source.error());
    QByteArray all;
    while (true) {
        const auto piece = (*source)->next();
        if (!piece)
            return failure(piece.error());
        if (piece->isEmpty())
            return all;
        if (all.size() + piece->size() > most)
            return failure(StoreError::Corrupt);
        all += *piece;
    }
}

Stored<Done> SealedFiles::remove(const QStringList &files)
{
    bool gone = true;
    for (const QString &file : files) {
        const QString path = m_folder + u'/' + file;
        if (isName(file) && !QFile::remove(path) && QFile::exists(path))
            gone = false;
    }
    if (!files.isEmpty() && !syncFolder(m_folder))
        gone = false;
    if (!gone)
        return failure(StoreError::Failed);
    return done();
}

Stored<int> SealedFiles::removeAllBut(const QStringList &files)
{
    const QSet<QString> kept(files.cbegin(), files.cend());
    const QStringList there = QDir(m_folder).entryList(QDir::Files | QDir::Hidden | QDir::System);
    int removed = 0;
    for (const QString &name : there) {
        if (kept.contains(name))
            continue;
        if (!QFile::remove(m_folder + u'/' + name))
            return failure(StoreError::Failed);
        ++removed;
    }
    if (removed > 0 && !syncFolder(m_folder))
        return failure(StoreError::Failed);
    return removed;
}

Stored<int> SealedFiles::copyTo(const QString &folder, const QStringList &files) const
{
    if (QDir(folder).exists() || !QDir().mkpath(folder))
        return failure(StoreError::Conflict);
    int copied = 0;
    for (const QString &file : files) {
        const QString source = m_folder + u'/' + file;
        if (!isName(file) || !QFile::exists(source))
            continue;
        const QString target = folder + u'/' + file;
        if (!QFile::copy(source, target)) {
            if (!QFile::exists(source))
                continue; // erased meanwhile
            return failure(StoreError::Failed);
        }
        QFile written(target);
        if (!written.open(QIODevice::ReadOnly) || !sync(written.handle()))
            return failure(StoreError::Failed);
        ++copied;
    }
    if (!syncFolder(folder))
        return failure(StoreError::Failed);
    return copied;
}

} // namespace destek::daemon
