#include "daemon/service/people_indexing.h"

#include <QLoggingCategory>

#include <limits>
#include <memory>

namespace destek::daemon
{

Q_LOGGING_CATEGORY(lcPeople, "destek.people")

namespace
{

constexpr int kPeoplePerStep = 50;
constexpr auto kDoneTo = u"search.peopleDoneTo";
constexpr qint64 kAll = std::numeric_limits<qint64>::max();

} // namespace

void PeopleIndexing::start()
{
    m_database.read([this](const Tx &tx) {
        if (tx.facts().number(kDoneTo, 0).valueOr(0) != kAll)
            step();
    });
}

void PeopleIndexing::step()
{
    auto more = std::make_shared<bool>(false);
    m_database.write(
        Urgency::Background,
        [more](Tx &tx) -> Stored<Done> {
            const auto before = tx.facts().number(kDoneTo, 0);
            if (!before)
                return failure(before.error());
            const auto last = tx.search().indexPeopleAfter(ContactId(*before), kPeoplePerStep);
            if (!last)
                return failure(last.error());
            *more = last->isValid();
            // Who comes later is indexed as they come.
            return tx.facts().setNumber(kDoneTo, *more ? last->value : kAll);
        },
        [this, more](Stored<Done> result) {
            if (!result)
                qCWarning(lcPeople) << "people could not be indexed; it goes on at the next start";
            else if (*more)
                step();
        });
}

} // namespace destek::daemon
