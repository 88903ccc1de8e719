#include "daemon/store/sql_retention.h"

#include "daemon/store/erasure_steps.h"
#include "daemon/store/statement.h"

namespace destek::daemon
{

Stored<Done> SqlRetention::run(const char *statement, qint64 id)
{
    Statement step(m_connection, statement);
    return step.with(id).runAny();
}

Stored<int> SqlRetention::removeMessagesBefore(Instant cutoff, int limit)
{
    Stored<QList<qint64>> places = failure(StoreError::Failed);
    {
        Statement statement(m_connection, "expired_messages");
        places =
            statement.with(cutoff, qint64(limit)).all([](const Row &row) { return row.number(0); });
    }
    if (!places)
        return failure(places.error());
    for (const qint64 place : *places) {
        for (const char *step : {"remove_search_tokens", "remove_link", "remove_mentions",
                                 "remove_attempts", "remove_statuses", "remove_message"}) {
            if (const auto removed = run(step, place); !removed)
                return failure(removed.error());
        }
    }
    return int(places->size());
}

Stored<QList<ContactId>> SqlRetention::removeEmptyPeople(Instant cutoff, Instant refusalCutoff)
{
    if (const auto removed = run("remove_drafts_before", cutoff.ms); !removed)
        return failure(removed.error());
    Stored<QList<qint64>> conversations = failure(StoreError::Failed);
    {
        Statement statement(m_connection, "empty_conversations");
        conversations = statement.with(cutoff).all([](const Row &row) { return row.number(0); });
    }
    if (!conversations)
        return failure(conversations.error());
    for (const qint64 id : *conversations) {
        for (const char *step : {"unlink_changes_of_conversation", "remove_conversation_labels",
                                 "remove_drafts_of_conversation", "remove_seen_of_conversation",
                                 "remove_conversation"}) {
            if (const auto removed = run(step, id); !removed)
                return failure(removed.error());
        }
    }
    Stored<QList<ContactId>> people = failure(StoreError::Failed);
    {
        Statement statement(m_connection, "empty_people");
        people = statement.with(cutoff, refusalCutoff).all([](const Row &row) {
            return row.id<ContactId>(0);
        });
    }
    if (!people)
        return people;
    for (const ContactId id : *people) {
        for (const ErasureStep &step : erasureSteps()) {
            if (step.effect == ErasureEffect::Keeps)
                continue;
            if (const auto removed = run(step.statement, id.value); !removed)
                return failure(removed.error());
        }
    }
    return people;
}

} // namespace destek::daemon
