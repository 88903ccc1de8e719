#include "sandbox/person.h"

using namespace Qt::StringLiterals;

namespace destek::sandbox
{

Receipts receiptsFromWord(const QString &word)
{
    if (word == "read_only"_L1)
        return Receipts::ReadOnly;
    if (word == "hidden"_L1)
        return Receipts::Hidden;
    if (word == "offline"_L1)
        return Receipts::Offline;
    if (word == "failing"_L1)
        return Receipts::Failing;
    return Receipts::Always;
}

} // namespace destek::sandbox
