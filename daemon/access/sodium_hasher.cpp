#include "daemon/access/sodium_hasher.h"

#include <sodium.h>

namespace destek::daemon
{

namespace
{

constexpr size_t kQueueAtMost = 32;

} // namespace

SodiumHasher::SodiumHasher(Cost cost) : m_cost(cost)
{
    // Never fails twice; a failing first call means no random bytes, and hashing reports that.
    [[maybe_unused]] const int ready = sodium_init();
    m_thread = std::thread([this] { run(); });
}

SodiumHasher::~SodiumHasher()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_queue.clear();
    }
    m_changed.notify_all();
    m_thread.join();
}

std::optional<QByteArray> SodiumHasher::hashNow(const Secret &password) const
{
    const bool cheap = m_cost == Cost::TestOnly;
    const unsigned long long passes = cheap ? crypto_pwhash_OPSLIMIT_MIN : 3;
    const size_t memory = cheap ? size_t{8192} : size_t{64} * 1024 * 1024;
    QByteArray text(crypto_pwhash_STRBYTES, '\0');
    const QByteArray &bytes = password.reveal();
    if (crypto_pwhash_str(text.data(), bytes.constData(),
                          static_cast<unsigned long long>(bytes.size()), passes, memory) != 0)
        return std::nullopt;
    return QByteArray(text.constData());
}

void SodiumHasher::hash(const Secret &password, std::function<void(std::optional<QByteArray>)> then)
{
    if (!enqueue([this, password, then] { then(hashNow(password)); }))
        then(std::nullopt);
}

void SodiumHasher::verify(const QByteArray &hash, const Secret &password,
                          std::function<void(std::optional<bool>)> then)
{
    const auto work = [this, hash, password, then] {
        if (hash.isEmpty()) {
            const auto wasted = hashNow(password);
            then(wasted ? std::optional(false) : std::nullopt);
            return;
        }
        const QByteArray &bytes = password.reveal();
        then(crypto_pwhash_str_verify(hash.constData(), bytes.constData(),
                                      static_cast<unsigned long long>(bytes.size())) == 0);
    };
    if (!enqueue(work))
        then(std::nullopt);
}

bool SodiumHasher::enqueue(std::function<void()> work)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopping || m_queue.size() >= kQueueAtMost)
            return false;
        m_queue.push_back(std::move(work));
    }
    m_changed.notify_one();
    return true;
}

void SodiumHasher::run()
{
    while (true) {
        std::function<void()> work;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_stopping || !m_queue.empty(); });
            if (m_stopping)
                return;
            work = std::move(m_queue.front());
            m_queue.pop_front();
        }
        work();
    }
}

} // namespace destek::daemon
