#pragma once

#include "core/base/clock.h"
#include "core/wire/api_error.h"
#include "daemon/service/ports/database.h"

namespace destek::daemon
{

/// The company's dictionary for spelling. Whoever answers customers adds words, whoever manages
/// the team takes them out again; each change is audited without the word (a name may be among
/// them) and told to the consoles. Inside a Tx.
class CompanyWords
{
public:
    static constexpr int kAtMost = 5000;
    template <typename T>
    using Kept = Stored<Result<T, ApiError>>;

    CompanyWords(Tx &tx, const Clock &clock) : m_tx(tx), m_clock(clock) {}

    /// Refused: anything but one word as spelling sees words (core/text/spelled_words), too many.
    Kept<Done> add(const Actor &actor, const QString &word);
    /// Refused: who does not manage the team, a word that is not there.
    Kept<Done> remove(const Actor &actor, const QString &word);
    /// Somebody is being erased (KVKK art. 7): whatever of their names is in the dictionary goes,
    /// folded, with or without an ending ("Gülsün'e"). Consoles are told; the audit entry is the
    /// erasure's. Answers how many went.
    Stored<int> forgetNames(const QStringList &names);

private:
    Tx &m_tx;
    const Clock &m_clock;
};

} // namespace destek::daemon
