#include "daemon/service/company_words.h"

#include "core/policy/permissions.h"
#include "core/text/fold.h"
#include "core/text/spelled_words.h"
#include "daemon/service/store_errors.h"
#include "daemon/service/team_service.h"

#include <QSet>

namespace destek::daemon
{

namespace
{

const QString kObject = QStringLiteral("company dictionary");

} // namespace

CompanyWords::Kept<Done> CompanyWords::add(const Actor &actor, const QString &word)
{
    using Answer = Result<Done, ApiError>;
    const QList<text::WordPlace> places = text::spelledWords(word);
    if (places.size() != 1 || places.first() != text::WordPlace{0, word.size()})
        return Answer(failure(apiError(ApiErrorCode::BadRequest)));
    const auto known = std::as_const(m_tx).team().companyWords();
    if (!known)
        return failure(known.error());
    if (known->contains(word))
        return Answer(Done());
    if (known->size() >= kAtMost)
        return Answer(failure(apiError(ApiErrorCode::BadRequest)));
    if (auto saved = m_tx.team().saveWord(word); !saved)
        return failure(saved.error());
    if (auto told = teamChanged(m_tx, m_clock, actor, kObject, QStringLiteral("made")); !told)
        return failure(told.error());
    return Answer(Done());
}

CompanyWords::Kept<Done> CompanyWords::remove(const Actor &actor, const QString &word)
{
    using Answer = Result<Done, ApiError>;
    if (!may(actor.roles, Permission::ManageTeam))
        return Answer(failure(apiError(ApiErrorCode::NotPermitted)));
    const auto removed = m_tx.team().removeWord(word);
    if (!removed && removed.error() == StoreError::NotFound)
        return Answer(failure(apiError(ApiErrorCode::NotFound)));
    if (!removed)
        return failure(removed.error());
    if (auto told = teamChanged(m_tx, m_clock, actor, kObject, QStringLiteral("removed")); !told)
        return failure(told.error());
    return Answer(Done());
}

Stored<int> CompanyWords::forgetNames(const QStringList &names)
{
    QSet<QString> parts;
    for (const QString &name : names) {
        const QStringList words = text::words(text::matchFold(name));
        for (const QString &word : words)
            parts.insert(word);
    }
    const auto known = std::as_const(m_tx).team().companyWords();
    if (!known)
        return failure(known.error());
    int gone = 0;
    for (const QString &word : *known) {
        const QStringList folded = text::words(text::matchFold(word)); // the stem, the ending
        if (folded.isEmpty() || !parts.contains(folded.constFirst()))
            continue;
        if (auto removed = m_tx.team().removeWord(word); !removed)
            return failure(removed.error());
        ++gone;
    }
    if (gone == 0)
        return 0;
    if (auto fed = m_tx.feed().teamChanged(); !fed)
        return failure(fed.error());
    return gone;
}

} // namespace destek::daemon
