#include "ui/spelling/dictionaries.h"

#include "core/text/turkish.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <hunspell/hunspell.hxx>

using namespace Qt::StringLiterals;

namespace destek::ui
{

namespace
{

constexpr qsizetype kMostSuggestions = 6;
constexpr qsizetype kMostOfOne = 4; ///< so that the other language has its say

QStringList filesOf(SpellingLanguage language)
{
    if (language == SpellingLanguage::Turkish)
        return {u"tr_TR"_s, u"tr"_s};
    return {u"en_US"_s, u"en_GB"_s, u"en"_s};
}

/// Only UTF-8 dictionaries are read: those of Debian, LibreOffice and Homebrew are.
std::unique_ptr<Hunspell> opened(const QString &path)
{
    if (path.isEmpty())
        return nullptr;
    auto dictionary = std::make_unique<Hunspell>(QFile::encodeName(path + u".aff"_s).constData(),
                                                 QFile::encodeName(path + u".dic"_s).constData());
    return dictionary->get_dict_encoding() == "UTF-8" ? std::move(dictionary) : nullptr;
}

void addSuggestions(Hunspell *dictionary, const QString &word, qsizetype most, QStringList &found)
{
    if (!dictionary)
        return;
    qsizetype taken = 0;
    for (const std::string &one : dictionary->suggest(word.toStdString())) {
        const QString suggestion = QString::fromStdString(one);
        if (taken == most)
            break;
        if (found.contains(suggestion))
            continue;
        found << suggestion;
        ++taken;
    }
}

} // namespace

QString dictionaryIn(const QStringList &folders, SpellingLanguage language)
{
    for (const QString &folder : folders) {
        for (const QString &name : filesOf(language)) {
            const QString path = folder + u'/' + name;
            if (QFileInfo(path + u".aff"_s).isReadable() &&
                QFileInfo(path + u".dic"_s).isReadable())
                return path;
        }
    }
    return {};
}

QStringList dictionaryFolders()
{
    const QString home = QCoreApplication::applicationDirPath();
    QStringList folders{home + u"/hunspell"_s, home + u"/../Resources/hunspell"_s};
    for (const QString &place :
         QStandardPaths::standardLocations(QStandardPaths::GenericDataLocation))
        folders << place + u"/hunspell"_s << place + u"/myspell/dicts"_s;
    folders << u"/opt/homebrew/share/hunspell"_s << u"/Library/Spelling"_s;
    return folders;
}

Dictionaries::Dictionaries() = default;
Dictionaries::~Dictionaries() = default;

void Dictionaries::load(const QString &turkish, const QString &english)
{
    if (turkish != m_turkishPath)
        m_turkish = opened(turkish);
    if (english != m_englishPath)
        m_english = opened(english);
    m_turkishPath = turkish;
    m_englishPath = english;
}

bool Dictionaries::knows(const QString &word)
{
    const std::string bytes = word.toStdString();
    return (m_turkish && m_turkish->spell(bytes)) || (m_english && m_english->spell(bytes));
}

bool Dictionaries::isRight(const QString &word)
{
    QString plain = word;
    plain.replace(u'\u2019', u'\'');
    if (!m_turkish && !m_english)
        return true;
    if (knows(plain))
        return true;
    // Capitals alone: İSTANBUL is İstanbul, which the dictionary's own rules for I do not see.
    if (plain == text::toUpperTurkish(plain)) {
        const QString small = text::toLowerTurkish(plain);
        if (knows(small) || knows(plain.first(1) + small.sliced(1)))
            return true;
    }
    // A name with a Turkish ending: what stands before the apostrophe decides.
    const qsizetype apostrophe = plain.indexOf(u'\'');
    return apostrophe > 1 && knows(plain.first(apostrophe));
}

QStringList Dictionaries::suggestionsFor(const QString &word)
{
    QStringList found;
    addSuggestions(m_turkish.get(), word, m_english ? kMostOfOne : kMostSuggestions, found);
    addSuggestions(m_english.get(), word, kMostSuggestions - found.size(), found);
    return found;
}

} // namespace destek::ui
