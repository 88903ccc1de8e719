#pragma once

#include "ui/spelling/dictionaries.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <functional>
#include <memory>
#include <optional>

class QThread;

namespace destek::ui
{

/// Knows which words are right. The dictionaries live in a thread of their own: asking never
/// waits, what is not known yet is said by changed(). Words of the company, and those that were
/// ignored, are right without being in a dictionary. GUI thread.
class Spelling : public QObject
{
    Q_OBJECT
public:
    explicit Spelling(const QStringList &folders, QObject *parent = nullptr);
    ~Spelling() override;

    /// Neither: nothing is checked, and nothing loaded.
    void setLanguages(bool turkish, bool english);
    [[nodiscard]] bool isOn() const { return m_on; }
    /// There are files for it on this computer.
    [[nodiscard]] bool isInstalled(SpellingLanguage language) const;
    /// What a person has to install; empty if it is there.
    [[nodiscard]] QString missingPackage(SpellingLanguage language) const;

    /// Right besides the dictionaries: in any case and with any ending after an apostrophe.
    void setCompanyWords(const QStringList &words);
    /// Names of the conversation, and words that were ignored there.
    void setOtherWords(const QStringList &words);
    [[nodiscard]] bool isCompanyWord(const QString &word) const;

    /// nullopt: not known yet; changed() follows.
    [[nodiscard]] std::optional<bool> isRight(const QString &word);
    /// Answers later, unless `owner` is gone by then.
    void suggest(const QString &word, QObject *owner, std::function<void(QStringList)> then);

Q_SIGNALS:
    /// Words that were unknown are known now, or others are right.
    void changed();

private:
    void work(std::function<void(Dictionaries &)> job);
    void take(const QHash<QString, bool> &verdicts, int generation);
    void ask();
    [[nodiscard]] bool isKnownHere(const QString &word) const;

    QStringList m_folders;
    QThread *m_thread = nullptr;                  ///< nullptr until something is to be checked
    QObject *m_desk = nullptr;                    ///< lives in the thread
    std::shared_ptr<Dictionaries> m_dictionaries; ///< touched in the thread only
    bool m_on = false;
    int m_generation = 0; ///< of the languages
    QHash<QString, bool> m_verdicts;
    QSet<QString> m_asked;
    QStringList m_waiting;
    QSet<QString> m_companyWords; ///< small letters
    QSet<QString> m_otherWords;
};

} // namespace destek::ui
