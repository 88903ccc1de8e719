#pragma once

#include <QHash>
#include <QList>
#include <QString>

namespace destek::ui
{

enum class EmojiGroup : quint8 {
    Smileys,
    People,
    Nature,
    Food,
    Travel,
    Activities,
    Objects,
    Symbols,
    Flags,
    Count,
};

struct Emoji {
    QString text;
    EmojiGroup group = EmojiGroup::Smileys;
    bool takesTone = false;
    QString turkish; ///< name
    QString english;
    QString folded; ///< both names, then the other words, folded; each after a space
};

constexpr int kSkinTones = 5;

/// Every emoji with its names in both languages, in Unicode's order (resources/emoji). Read from
/// the program when it is made: some milliseconds. Never changes.
class EmojiList
{
public:
    EmojiList();
    [[nodiscard]] const QList<Emoji> &all() const { return m_all; }
    [[nodiscard]] QList<Emoji> ofGroup(EmojiGroup group) const;
    /// Folded for Turkish, names before other words; every word typed must be there.
    [[nodiscard]] QList<Emoji> found(const QString &typed, int atMost) const;
    /// Whatever its skin tone; nullptr: not in the list.
    [[nodiscard]] const Emoji *find(const QString &text) const;
    /// `tone` 1 (light) to 5 (dark); 0, or an emoji without tones: as it is.
    [[nodiscard]] static QString withTone(const Emoji &emoji, int tone);

private:
    QList<Emoji> m_all;
    QHash<QString, qsizetype> m_places;
};

} // namespace destek::ui
