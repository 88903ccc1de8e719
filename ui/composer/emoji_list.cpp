#include "ui/composer/emoji_list.h"

#include "core/text/fold.h"

#include <QFile>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace destek::ui
{

namespace
{

constexpr char32_t kFirstTone = 0x1F3FB;
constexpr QChar kVariation(0xFE0F);
constexpr qsizetype kFields = 6;
constexpr std::array<QStringView, std::size_t(EmojiGroup::Count)> kGroups{
    u"smileys",    u"people",  u"nature",  u"food", u"travel",
    u"activities", u"objects", u"symbols", u"flags"};

qsizetype firstLength(const QString &text)
{
    return text.at(0).isHighSurrogate() && text.size() > 1 ? 2 : 1;
}

} // namespace

EmojiList::EmojiList()
{
    QFile file(u":/emoji/emoji.tsv"_s);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QString whole = QString::fromUtf8(file.readAll());
    EmojiGroup group = EmojiGroup::Smileys;
    for (const QStringView line : QStringView(whole).split(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(u"#group ")) {
            const auto named = std::find(kGroups.begin(), kGroups.end(), line.sliced(7).trimmed());
            if (named != kGroups.end())
                group = EmojiGroup(named - kGroups.begin());
            continue;
        }
        const QList<QStringView> fields = line.split(u'\t');
        if (fields.size() != kFields)
            continue; // a remark
        Emoji emoji;
        emoji.text = fields[0].toString();
        emoji.group = group;
        emoji.takesTone = fields[1] == u"t";
        emoji.turkish = fields[2].toString();
        emoji.english = fields[4].toString();
        const QString names = emoji.turkish + u' ' + emoji.english;
        emoji.folded = u' ' + text::matchFold(names) + u" \n "_s +
                       text::matchFold(fields[3].toString() + u' ' + fields[5].toString());
        m_places.insert(emoji.text, m_all.size());
        m_all << emoji;
        for (int tone = 1; emoji.takesTone && tone <= kSkinTones; ++tone)
            m_places.insert(withTone(emoji, tone), m_all.size() - 1);
    }
}

QList<Emoji> EmojiList::ofGroup(EmojiGroup group) const
{
    QList<Emoji> those;
    std::copy_if(m_all.begin(), m_all.end(), std::back_inserter(those),
                 [group](const Emoji &emoji) { return emoji.group == group; });
    return those;
}

QList<Emoji> EmojiList::found(const QString &typed, int atMost) const
{
    const QStringList words = text::words(text::matchFold(typed));
    QList<Emoji> inName;
    QList<Emoji> inWords;
    if (words.isEmpty())
        return inName;
    for (const Emoji &emoji : m_all) {
        const qsizetype names = emoji.folded.indexOf(u'\n');
        qsizetype furthest = 0;
        const bool fits = std::all_of(words.begin(), words.end(), [&](const QString &word) {
            const qsizetype at = emoji.folded.indexOf(u' ' + word);
            furthest = std::max(furthest, at);
            return at >= 0;
        });
        if (fits)
            (furthest < names ? inName : inWords) << emoji;
    }
    return (inName + inWords).mid(0, atMost);
}

const Emoji *EmojiList::find(const QString &text) const
{
    const auto place = m_places.constFind(text);
    return place == m_places.constEnd() ? nullptr : &m_all.at(*place);
}

QString EmojiList::withTone(const Emoji &emoji, int tone)
{
    if (!emoji.takesTone || tone < 1 || tone > kSkinTones)
        return emoji.text;
    const qsizetype first = firstLength(emoji.text);
    QString rest = emoji.text.sliced(first);
    if (rest.startsWith(kVariation))
        rest.remove(0, 1); // the tone says already that it is a picture
    const char32_t sign = kFirstTone + char32_t(tone - 1);
    return emoji.text.first(first) + QString::fromUcs4(&sign, 1) + rest;
}

} // namespace destek::ui
