#pragma once

#include <QString>
#include <QStringList>

#include <memory>

class Hunspell;

namespace destek::ui
{

enum class SpellingLanguage : quint8 { Turkish, English };

/// The dictionary files of a language in the first folder that has them; without ending, empty if
/// there are none.
[[nodiscard]] QString dictionaryIn(const QStringList &folders, SpellingLanguage language);
/// Where this system keeps Hunspell's dictionaries.
[[nodiscard]] QStringList dictionaryFolders();

/// The dictionaries of one or more languages; a word is right if any of them knows it. Loading
/// takes a second, suggestions up to one: for a thread of its own, one at a time.
class Dictionaries
{
public:
    Dictionaries();
    ~Dictionaries();
    Dictionaries(const Dictionaries &) = delete;
    Dictionaries &operator=(const Dictionaries &) = delete;

    /// `turkish`, `english`: as dictionaryIn() says; empty: without.
    void load(const QString &turkish, const QString &english);
    [[nodiscard]] bool isRight(const QString &word);
    /// At most six, likely ones first.
    [[nodiscard]] QStringList suggestionsFor(const QString &word);

private:
    bool knows(const QString &word);
    std::unique_ptr<Hunspell> m_turkish;
    std::unique_ptr<Hunspell> m_english;
    QString m_turkishPath;
    QString m_englishPath;
};

} // namespace destek::ui
