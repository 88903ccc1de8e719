#include "daemon/service/retention_service.h"

#include <QLoggingCategory>

#include <memory>

namespace destek::daemon
{

Q_LOGGING_CATEGORY(lcRetention, "destek.retention")

namespace
{

constexpr int kYears = 2;        // the published policy, section 6
constexpr int kRefusalYears = 3; // evidence of opt-outs (facts/kvkk.md 5)
constexpr int kMessagesPerStep = 200;
constexpr auto kEvery = std::chrono::hours(24);
constexpr auto kLastRun = u"retention.lastRunAt";

Instant yearsBefore(Instant now, int years)
{
    return Instant::fromMs(now.toUtc().addYears(-years).toMSecsSinceEpoch());
}

} // namespace

RetentionService::RetentionService(Database &database, KeyKeeper &keys, const Clock &clock,
                                   MediaFiles &files)
    : m_database(database), m_keys(keys), m_clock(clock), m_files(files)
{
}

Instant RetentionService::cutoff(Instant now)
{
    return yearsBefore(now, kYears);
}

Instant RetentionService::refusalCutoff(Instant now)
{
    return yearsBefore(now, kRefusalYears);
}

void RetentionService::runIfDue()
{
    if (m_running.exchange(true))
        return;
    m_database.read([this](const Tx &tx) {
        const qint64 last = tx.facts().number(kLastRun, 0).valueOr(0);
        if (m_clock.now() - Instant::fromMs(last) < Duration(kEvery))
            m_running.store(false);
        else
            step({});
    });
}

void RetentionService::step(Removed soFar)
{
    auto removed = std::make_shared<Removed>();
    auto media = std::make_shared<RemovedMedia>();
    m_database.write(
        Urgency::Background,
        [this, removed, media](Tx &tx) -> Stored<Done> {
            const Instant before = cutoff(m_clock.now());
            const auto gone = tx.media().removeBefore(before, kMessagesPerStep);
            if (!gone)
                return failure(gone.error());
            const auto count = tx.retention().removeMessagesBefore(before, kMessagesPerStep);
            if (!count)
                return failure(count.error());
            *media = *gone;
            *removed = {*count, gone->rows};
            return done();
        },
        [this, removed, media, soFar](Stored<Done> result) {
            if (result && !m_files.remove(media->files))
                qCWarning(lcRetention) << "files could not be removed; they go at the next start";
            const Removed sum{soFar.messages + removed->messages, soFar.files + removed->files};
            if (!result) {
                qCWarning(lcRetention) << "retention run stopped; it goes on within the hour";
                m_running.store(false);
            } else if (removed->messages == kMessagesPerStep ||
                       removed->files == kMessagesPerStep) {
                step(sum);
            } else {
                finish(sum);
            }
        });
}

void RetentionService::finish(Removed removed)
{
    m_database.write(
        Urgency::Background,
        [this, removed](Tx &tx) -> Stored<Done> {
            const Instant now = m_clock.now();
            const auto months = m_keys.destroyMonthsBefore(cutoff(now));
            if (!months)
                return failure(months.error());
            const auto people = tx.retention().removeEmptyPeople(cutoff(now), refusalCutoff(now));
            if (!people)
                return failure(people.error());
            int keys = *months;
            for (const ContactId id : *people) {
                const auto destroyed = m_keys.destroyContact(id);
                if (!destroyed)
                    return failure(destroyed.error());
                keys += *destroyed;
            }
            AuditDraft draft;
            draft.at = now;
            draft.actor = Actor::system();
            draft.action = AuditAction::RetentionRun;
            draft.result = QStringLiteral("messages %1, people %2, keys %3, files %4")
                               .arg(removed.messages)
                               .arg(people->size())
                               .arg(keys)
                               .arg(removed.files);
            if (auto noted = tx.audit().append(draft); !noted)
                return failure(noted.error());
            return tx.facts().setNumber(kLastRun, now.ms);
        },
        [this](Stored<Done> result) {
            if (!result)
                qCWarning(lcRetention) << "retention run not completed; it is tried again";
            m_running.store(false);
        });
}

} // namespace destek::daemon
