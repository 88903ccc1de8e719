// Fills the folder of a stopped daemon with people and messages through the daemon's own store:
// sealed and indexed like those that come in, many to a transaction. The words are Turkish; how
// often each comes follows Zipf's law, as in speech; the searches of bench_search.py know these
// words. One message in a hundred is of the first person. Prints one line of JSON.
//
//   destek-bench-fill --data DIR --master-key FILE --number ID --display NUMBER
//                     --messages N --conversations N

#include "daemon/store/store.h"
#include "daemon/vault/master_key.h"
#include "tests/bench/percentiles.h"

#include <QCoreApplication>

#include <atomic>
#include <cstdio>
#include <functional>
#include <map>
#include <random>
#include <semaphore>
#include <string>

using namespace Qt::StringLiterals;
using namespace destek;
using namespace destek::daemon;

namespace
{

constexpr int kVocabulary = 30'000;
constexpr int kFewestWords = 4;
constexpr int kMostWords = 13;
// Small: within a savepoint SQLite walks over all it has changed so far for each statement.
constexpr int kPerJob = 4;
constexpr int kInFlight = 128; ///< jobs
/// People who write in the same days; whoever is through is not heard of again.
constexpr std::size_t kAtATime = 200;
constexpr qint64 kYearMs = 365LL * 24 * 3600 * 1000;

// The words that come first are the commonest; the rest is made of syllables.
const QStringList kCommon{
    u"merhaba"_s,     u"sipariş"_s,    u"kargo"_s,  u"ürün"_s,     u"bir"_s,     u"için"_s,
    u"teşekkürler"_s, u"ne"_s,         u"zaman"_s,  u"gelir"_s,    u"fatura"_s,  u"iade"_s,
    u"ödeme"_s,       u"değil"_s,      u"olarak"_s, u"çok"_s,      u"günler"_s,  u"iyi"_s,
    u"bilgi"_s,       u"İstanbul"_s,   u"ışık"_s,   u"yıldız"_s,   u"şubeniz"_s, u"çağrı"_s,
    u"müşteri"_s,     u"hizmetleri"_s, u"Iğdır"_s,  u"gönderim"_s, u"adres"_s,   u"değişiklik"_s,
    u"siparişim"_s,   u"kargom"_s,     u"hâlâ"_s,   u"gelmedi"_s,  u"paranız"_s, u"yarın"_s,
    u"bugün"_s,       u"öğleden"_s,    u"sonra"_s,  u"önce"_s};
/// Each in one message of a hundred, alone: common words that never stand beside others.
const QStringList kAlone{u"görüşürüz"_s, u"kolaylıklar"_s};
const QStringList kSyllables{u"ka"_s,  u"le"_s,  u"mi"_s,  u"rı"_s,  u"şo"_s,  u"çü"_s,
                             u"ğu"_s,  u"tan"_s, u"der"_s, u"lık"_s, u"yaz"_s, u"bö"_s,
                             u"ser"_s, u"ten"_s, u"gül"_s, u"hış"_s, u"pır"_s, u"vel"_s};

struct Options {
    std::map<std::string, std::string> values;
    [[nodiscard]] QString text(const char *name) const
    {
        const auto found = values.find(name);
        return found == values.end() ? QString() : QString::fromStdString(found->second);
    }
    [[nodiscard]] int number(const char *name) const { return text(name).toInt(); }
};

/// Says the same with every run.
class Writer
{
public:
    Writer()
    {
        m_words = kCommon;
        while (m_words.size() < kVocabulary) {
            QString word;
            const int syllables = 2 + int(m_random() % 4);
            for (int i = 0; i < syllables; ++i)
                word += kSyllables.at(int(m_random() % std::uint64_t(kSyllables.size())));
            m_words << word;
        }
        double sum = 0;
        for (int rank = 1; rank <= kVocabulary; ++rank)
            m_sums.push_back(sum += 1.0 / double(rank));
    }
    QString message(int number)
    {
        if (number % 50 == 0)
            return kAlone.at(number / 50 % 2);
        const int count = kFewestWords + int(m_random() % (kMostWords - kFewestWords + 1));
        QStringList said;
        for (int i = 0; i < count; ++i)
            said << word();
        // A number of the order: a word that nobody else says.
        if (number % 10 == 1)
            said << u"%1 numaralı"_s.arg(40'000'000 + number);
        return said.join(u' ');
    }
    std::uint64_t next() { return m_random(); }

private:
    const QString &word()
    {
        const double at = std::generate_canonical<double, 53>(m_random) * m_sums.back();
        const auto found = std::lower_bound(m_sums.begin(), m_sums.end(), at);
        return m_words.at(int(found - m_sums.begin()));
    }

    std::mt19937_64 m_random{20261122};
    QStringList m_words;
    std::vector<double> m_sums;
};

struct Person {
    ContactId contact;
    ConversationId conversation;
    MessageRecord last;
    int messages = 0;
};

class Filling
{
public:
    Filling(Store &store, const Options &options)
        : m_store(store), m_number(options.text("--number")), m_display(options.text("--display")),
          m_now(SystemClock().now()), m_people(std::size_t(options.number("--conversations")))
    {
    }

    bool addPeople()
    {
        return forEach(int(m_people.size()),
                       [this](Tx &tx, int index) { return addPerson(tx, std::size_t(index)); });
    }

    bool addMessages(int count)
    {
        return forEach(count, [this, count](Tx &tx, int number) {
            if (number % 100'000 == 0 && number > 0)
                std::fprintf(stderr, "%d messages\n", number);
            return addMessage(tx, number, count);
        });
    }

    /// What each conversation says of its last message; all are resolved.
    bool settle()
    {
        return forEach(int(m_people.size()), [this](Tx &tx, int index) {
            return settle(tx, m_people[std::size_t(index)]);
        });
    }

private:
    using Step = std::function<Stored<Done>(Tx &, int)>;

    /// Steps 0 to count - 1, some to a job, many jobs to a commit.
    bool forEach(int count, const Step &step)
    {
        std::counting_semaphore<kInFlight> room(kInFlight);
        std::atomic<bool> failed = false;
        for (int from = 0; from < count; from += kPerJob) {
            room.acquire();
            m_store.write(
                Urgency::Background,
                [&step, from, to = std::min(count, from + kPerJob)](Tx &tx) -> Stored<Done> {
                    for (int i = from; i < to; ++i) {
                        if (auto stepped = step(tx, i); !stepped)
                            return stepped;
                    }
                    return done();
                },
                [&](const Stored<Done> &written) {
                    failed = failed || !written;
                    room.release();
                });
        }
        for (int i = 0; i < kInFlight; ++i)
            room.acquire();
        return !failed;
    }

    Stored<Done> addPerson(Tx &tx, std::size_t index)
    {
        const Instant since = Instant::fromMs(m_now.ms - kYearMs);
        const auto contact = tx.contacts().create(since, false);
        if (!contact)
            return failure(contact.error());
        const QString tag = u"%1"_s.arg(index, 7, 10, QChar(u'0'));
        for (const Identity &identity : {Identity{IdentityKind::Phone, u"90555"_s + tag},
                                         Identity{IdentityKind::Bsuid, u"TR.000000000"_s + tag}}) {
            if (auto linked = tx.contacts().link(*contact, identity, since); !linked)
                return linked;
        }
        if (auto named = tx.contacts().setName(*contact, u"Müşteri "_s + tag, since); !named)
            return named;
        const auto conversation = tx.conversations().openFor(m_number, m_display, *contact);
        if (!conversation)
            return failure(conversation.error());
        m_people[index].contact = *contact;
        m_people[index].conversation = *conversation;
        return done();
    }

    Stored<Done> addMessage(Tx &tx, int number, int count)
    {
        const std::size_t from =
            std::size_t(double(number) / double(count) * double(m_people.size()));
        Person &person = m_people[number % 100 == 7 ? 0
                                                    : std::min(m_people.size() - 1,
                                                               from + m_writer.next() % kAtATime)];
        MessageRecord message;
        message.id = MessageId::create();
        message.conversation = person.conversation;
        message.contact = person.contact;
        message.direction = ++person.messages % 2 == 0 ? Direction::Outbound : Direction::Inbound;
        message.state =
            message.direction == Direction::Outbound ? SendState::Read : SendState::None;
        message.text = m_writer.message(number);
        message.wamid = u"wamid.fill.%1"_s.arg(number);
        message.at = Instant::fromMs(m_now.ms - kYearMs + qint64(number) * (kYearMs / count));
        message.receivedAt = message.appliedAt = message.at;
        const auto place = tx.messages().insert(message, m_number);
        if (!place)
            return failure(place.error());
        message.order = *place;
        person.last = message;
        return done();
    }

    static Stored<Done> settle(Tx &tx, const Person &person)
    {
        if (person.messages == 0)
            return done();
        auto record = tx.conversations().record(person.conversation);
        if (!record)
            return failure(record.error());
        record->lastAt = person.last.at;
        record->lastMessage = person.last.id;
        if (person.last.direction == Direction::Inbound)
            record->lastInboundAt = record->lastQuestionAt = person.last.at;
        record->work.status = WorkStatus::Resolved;
        record->work.heard = (person.messages + 1) / 2;
        if (auto updated = tx.conversations().update(*record); !updated)
            return updated;
        return tx.conversations().updateWork(*record);
    }

    Store &m_store;
    QString m_number;
    QString m_display;
    Instant m_now;
    std::vector<Person> m_people;
    Writer m_writer;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    Options options;
    for (int i = 1; i + 1 < argc; i += 2)
        options.values[argv[i]] = argv[i + 1];
    const int messages = options.number("--messages");
    const int conversations = options.number("--conversations");
    const auto key = readMasterKey(options.text("--master-key"));
    if (!key || messages <= 0 || conversations <= 0) {
        std::fprintf(stderr, "no master key, or nothing to fill with\n");
        return 64;
    }
    const SystemClock clock;
    auto vault = Vault::open(options.text("--data") + u"/keys.db"_s, *key);
    if (!vault)
        return 1;
    StoreOptions weak; // a bench's folder that is not finished is thrown away
    weak.durability = Durability::Weak;
    auto store = Store::open(options.text("--data"), **vault, clock, weak);
    if (!store)
        return 1;
    const std::int64_t began = destek::bench::nowNs();
    Filling filling(**store, options);
    if (!filling.addPeople() || !filling.addMessages(messages) || !filling.settle()) {
        std::fprintf(stderr, "the store refused\n");
        return 1;
    }
    const double seconds = double(destek::bench::nowNs() - began) / 1e9;
    std::printf("{\"messages\":%d,\"conversations\":%d,\"seconds\":%.1f,\"per_s\":%.0f}\n",
                messages, conversations, seconds, double(messages) / seconds);
    return 0;
}
