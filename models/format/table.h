#pragma once

#include <QCoreApplication>
#include <QString>

/// Tables of translated words, one row per enumerator; rows are marked with
/// QT_TRANSLATE_NOOP("destek", …) so that lupdate finds them.
namespace destek::words
{

inline QString translated(const char *source)
{
    return QCoreApplication::translate("destek", source);
}

template <typename Key>
struct Row {
    Key key;
    const char *source;
};

template <typename Key, std::size_t N>
const char *sourceFor(const Row<Key> (&table)[N], const Key &key)
{
    for (const Row<Key> &row : table) {
        if (row.key == key)
            return row.source;
    }
    return nullptr;
}

} // namespace destek::words
