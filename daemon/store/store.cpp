#include "daemon/store/store.h"

#include "daemon/store/folder_lock.h"
#include "daemon/store/reader_threads.h"
#include "daemon/store/writer_thread.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace destek::daemon
{

namespace
{

bool syncFile(const QString &path)
{
#ifdef Q_OS_UNIX
    const int handle = ::open(QFile::encodeName(path).constData(), O_RDONLY);
    if (handle < 0)
        return false;
    const bool synced = ::fsync(handle) == 0;
    ::close(handle);
    return synced;
#else
    return QFile::exists(path);
#endif
}

} // namespace

struct Store::State {
    State(const QString &folder, Vault &theVault, const Clock &theClock,
          const StoreOptions &options)
        : file(QDir(folder).filePath(u"destek.db"_s)), vault(theVault), clock(theClock),
          writer(file, theVault, theClock, options),
          readers(file, theVault, [this] { writer.breakDown(); })
    {
    }

    const QString file;
    FolderLock lock;
    Vault &vault;
    const Clock &clock;
    WriterThread writer;
    ReaderThreads readers;
    bool closed = false;
};

Store::Store(std::unique_ptr<State> state) : m_state(std::move(state)) {}

Store::~Store()
{
    close();
}

Result<std::unique_ptr<Store>, StoreOpenError>
Store::open(const QString &folder, Vault &vault, const Clock &clock, const StoreOptions &options)
{
    if (!QFileInfo(folder).isDir())
        return failure(StoreOpenError::CannotOpen);
    auto state = std::make_unique<State>(folder, vault, clock, options);
    const auto locked = state->lock.take(QDir(folder).filePath(u"destekd.lock"_s));
    if (locked != FolderLock::Outcome::Held) {
        return failure(locked == FolderLock::Outcome::TakenByAnother ? StoreOpenError::InUse
                                                                     : StoreOpenError::CannotOpen);
    }
    if (const auto error = state->writer.start())
        return failure(*error);
    if (!state->readers.start(std::max(1, options.readers)))
        return failure(StoreOpenError::CannotOpen);
    return std::unique_ptr<Store>(new Store(std::move(state)));
}

void Store::close()
{
    if (std::exchange(m_state->closed, true))
        return;
    m_state->readers.close();
    m_state->writer.close();
    m_state->lock.release();
}

void Store::write(Urgency urgency, WriteJob job, Finished finished)
{
    if (!finished)
        finished = [](const Stored<Done> &) {};
    const auto put = m_state->writer.queue().put(urgency, {std::move(job), finished});
    if (put != JobQueue::Put::Taken) {
        finished(failure(put == JobQueue::Put::Full ? StoreError::Busy : StoreError::Closed));
    }
}

void Store::read(ReadJob job)
{
    m_state->readers.put(std::move(job));
}

Stored<Done> Store::writeAndWait(WriteJob job)
{
    if (m_state->writer.isThisThread())
        return failure(StoreError::Failed); // it would wait for itself
    std::promise<Stored<Done>> promise;
    auto answer = promise.get_future();
    write(Urgency::Now, std::move(job),
          [&promise](Stored<Done> result) { promise.set_value(std::move(result)); });
    return answer.get();
}

void Store::readAndWait(ReadJob job)
{
    std::promise<void> promise;
    auto answer = promise.get_future();
    const bool taken = m_state->readers.put([&](const Tx &tx) {
        job(tx);
        promise.set_value();
    });
    if (taken)
        answer.get();
}

void Store::onFeedMoved(std::function<void(qint64)> callback)
{
    m_state->writer.onFeedMoved(std::move(callback));
}

void Store::onBroken(std::function<void(StoreError)> callback)
{
    m_state->writer.onBroken(std::move(callback));
}

Stored<Done> Store::truncateWal()
{
    if (m_state->writer.isThisThread())
        return failure(StoreError::Failed);
    std::promise<Stored<Done>> promise;
    auto answer = promise.get_future();
    const auto put =
        m_state->writer.queue().put([&] { promise.set_value(m_state->writer.truncateWalHere()); });
    if (put != JobQueue::Put::Taken)
        return failure(StoreError::Closed);
    return answer.get();
}

Stored<Done> Store::housekeep()
{
    Instant emptyBefore;
    const auto forgotten = writeAndWait([&](Tx &tx) -> Stored<Done> {
        const auto before = static_cast<SqlTx &>(tx).forgetOld(m_state->clock.now());
        if (!before)
            return failure(before.error());
        emptyBefore = *before;
        return done();
    });
    if (!forgotten)
        return forgotten;
    if (const auto destroyed = m_state->vault.destroyIntakeBefore(emptyBefore); !destroyed)
        return failure(storeError(destroyed.error()));
    return done();
}

Stored<Done> Store::copyTo(const QString &file)
{
    if (QFile::exists(file))
        return failure(StoreError::Conflict);
    Connection connection;
    Connection::Settings settings;
    settings.file = m_state->file;
    settings.use = Connection::Use::Writing;
    if (const auto opened = connection.open(settings); !opened)
        return opened;
    QString quoted = file;
    quoted.replace(u'\'', u"''"_s);
    if (const auto copied = connection.execute(u"VACUUM INTO '"_s + quoted + u'\''); !copied)
        return copied;
    if (!syncFile(file))
        return failure(StoreError::Failed);
    return done();
}

} // namespace destek::daemon
