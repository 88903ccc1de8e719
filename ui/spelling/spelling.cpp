#include "ui/spelling/spelling.h"

#include "core/text/turkish.h"

#include <QMetaObject>
#include <QPointer>
#include <QThread>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace destek::ui
{

namespace
{

constexpr qsizetype kMostVerdicts = 20'000;

/// What stands before an apostrophe, in small letters.
QString stemOf(const QString &word)
{
    QString plain = word;
    plain.replace(u'\u2019', u'\'');
    return text::toLowerTurkish(plain.section(u'\'', 0, 0));
}

QSet<QString> stemsOf(const QStringList &words)
{
    QSet<QString> stems;
    for (const QString &word : words)
        stems << stemOf(word);
    return stems;
}

} // namespace

Spelling::Spelling(const QStringList &folders, QObject *parent)
    : QObject(parent), m_folders(folders)
{
}

Spelling::~Spelling()
{
    if (!m_thread)
        return;
    m_thread->quit();
    m_thread->wait();
    delete m_desk;
}

/// In the thread, after what was given to it before.
void Spelling::work(std::function<void(Dictionaries &)> job)
{
    if (!m_thread) {
        m_thread = new QThread(this);
        m_thread->setObjectName(u"spelling"_s);
        m_dictionaries = std::make_shared<Dictionaries>();
        m_desk = new QObject;
        m_desk->moveToThread(m_thread);
        m_thread->start(QThread::LowPriority);
    }
    QMetaObject::invokeMethod(
        m_desk, [job = std::move(job), all = m_dictionaries] { job(*all); }, Qt::QueuedConnection);
}

void Spelling::setLanguages(bool turkish, bool english)
{
    ++m_generation;
    m_verdicts.clear();
    m_asked.clear();
    m_waiting.clear();
    const QString first = turkish ? dictionaryIn(m_folders, SpellingLanguage::Turkish) : QString();
    const QString second = english ? dictionaryIn(m_folders, SpellingLanguage::English) : QString();
    m_on = !first.isEmpty() || !second.isEmpty();
    if (m_on || m_thread)
        work([first, second](Dictionaries &all) { all.load(first, second); });
    Q_EMIT changed();
}

bool Spelling::isInstalled(SpellingLanguage language) const
{
    return !dictionaryIn(m_folders, language).isEmpty();
}

QString Spelling::missingPackage(SpellingLanguage language) const
{
    if (isInstalled(language))
        return {};
    return language == SpellingLanguage::Turkish ? u"hunspell-tr"_s : u"hunspell-en-us"_s;
}

void Spelling::setCompanyWords(const QStringList &words)
{
    m_companyWords = stemsOf(words);
    Q_EMIT changed();
}

void Spelling::setOtherWords(const QStringList &words)
{
    m_otherWords = stemsOf(words);
    Q_EMIT changed();
}

bool Spelling::isCompanyWord(const QString &word) const
{
    return m_companyWords.contains(stemOf(word));
}

bool Spelling::isKnownHere(const QString &word) const
{
    const QString stem = stemOf(word);
    return m_companyWords.contains(stem) || m_otherWords.contains(stem);
}

std::optional<bool> Spelling::isRight(const QString &word)
{
    if (!m_on || isKnownHere(word))
        return true;
    const auto verdict = m_verdicts.constFind(word);
    if (verdict != m_verdicts.constEnd())
        return *verdict;
    if (m_asked.contains(word))
        return std::nullopt;
    m_asked << word;
    m_waiting << word;
    if (m_waiting.size() == 1) // all words of a text in one go
        QTimer::singleShot(0, this, &Spelling::ask);
    return std::nullopt;
}

void Spelling::ask()
{
    const QStringList words = std::exchange(m_waiting, {});
    if (words.isEmpty())
        return;
    work([words, self = QPointer(this), generation = m_generation](Dictionaries &all) {
        QHash<QString, bool> verdicts;
        for (const QString &word : words)
            verdicts.insert(word, all.isRight(word));
        // The destructor waits for this thread, so that `self` is whole here.
        if (self)
            QMetaObject::invokeMethod(
                self.data(), [=] { self->take(verdicts, generation); }, Qt::QueuedConnection);
    });
}

void Spelling::take(const QHash<QString, bool> &verdicts, int generation)
{
    if (generation != m_generation)
        return; // of other languages
    if (m_verdicts.size() > kMostVerdicts)
        m_verdicts.clear();
    m_verdicts.insert(verdicts);
    for (auto one = verdicts.cbegin(); one != verdicts.cend(); ++one)
        m_asked.remove(one.key());
    Q_EMIT changed();
}

void Spelling::suggest(const QString &word, QObject *owner, std::function<void(QStringList)> then)
{
    work([word, self = QPointer(this), owner = QPointer(owner),
          then = std::move(then)](Dictionaries &all) {
        const QStringList found = all.suggestionsFor(word);
        if (!self)
            return;
        const auto answer = [owner, then, found] {
            if (owner)
                then(found);
        };
        QMetaObject::invokeMethod(self.data(), answer, Qt::QueuedConnection);
    });
}

} // namespace destek::ui
