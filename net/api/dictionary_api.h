#pragma once

#include "net/api/reply.h"

#include <QStringList>

namespace destek::net
{

/// The company's dictionary for spelling. Threads: GUI only.
class DictionaryApi
{
public:
    virtual ~DictionaryApi() = default;
    virtual void words(Then<QStringList> then) = 0;
    /// One word. BadRequest: it is none, or there are too many.
    virtual void addWord(const QString &word, Then<Done> then) = 0;
    /// Needs ManageTeam.
    virtual void removeWord(const QString &word, Then<Done> then) = 0;
};

} // namespace destek::net
