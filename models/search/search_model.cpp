#include "models/search/search_model.h"

#include "core/text/fold.h"
#include "models/format/words.h"
#include "models/format/work_words.h"

#include <QTextBoundaryFinder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace destek::models
{

namespace
{

constexpr auto kPause = std::chrono::milliseconds(350);
constexpr qsizetype kBefore = 24; ///< letters shown before what was found

} // namespace

SearchModel::SearchModel(net::ConversationApi *api, const Clock *clock, QObject *parent)
    : QAbstractListModel(parent), m_api(api), m_clock(clock)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &SearchModel::askNow);
}

void SearchModel::setWords(const QString &words)
{
    const QString folded = text::matchFold(words);
    m_words = words;
    if (folded == m_folded)
        return;
    m_folded = folded;
    ++m_generation;
    m_asking = isActive();
    m_error.reset();
    if (isActive()) {
        m_pause.start();
    } else {
        m_pause.stop();
        beginResetModel();
        m_hits.clear();
        endResetModel();
    }
    Q_EMIT changed();
}

void SearchModel::setFilter(const SearchFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    isActive() ? askNow() : Q_EMIT changed();
}

void SearchModel::askNow()
{
    m_pause.stop();
    if (!isActive())
        return;
    m_asking = true;
    m_error.reset();
    m_api->search(
        m_words.trimmed(), m_filter, kMostHits,
        {this,
         [this, generation = ++m_generation](const net::Answer<QList<net::SearchHit>> &answer) {
             if (generation != m_generation)
                 return;
             m_asking = false;
             beginResetModel();
             m_hits = answer.ok() ? *answer : QList<net::SearchHit>();
             m_hits.removeIf([this](const net::SearchHit &hit) {
                 return m_shown && !hit.message.id.isValid() && m_shown(hit.conversation.id);
             });
             endResetModel();
             if (!answer.ok())
                 m_error = answer.error();
             Q_EMIT changed();
         }});
    Q_EMIT changed();
}

void SearchModel::clear()
{
    setWords({});
}

void SearchModel::forget(ContactId contact)
{
    for (int row = int(m_hits.size()) - 1; row >= 0; --row) {
        if (m_hits.at(row).conversation.contact != contact)
            continue;
        beginRemoveRows({}, row, row);
        m_hits.removeAt(row);
        endRemoveRows();
    }
    Q_EMIT changed();
}

QString SearchModel::snippet(const QString &text, const QString &folded)
{
    const QString line = text.simplified();
    const QString first = folded.section(u' ', 0, 0);
    qsizetype at = 0;
    for (const QString &word : line.split(u' ')) {
        if (!first.isEmpty() && text::matchFold(word).contains(first))
            break;
        at += word.size() + 1;
    }
    if (at <= kBefore || at >= line.size())
        return line;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, line);
    finder.setPosition(at - kBefore);
    const qsizetype start = finder.toNextBoundary();
    return u"… "_s + line.mid(start).trimmed();
}

int SearchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_hits.size());
}

int SearchModel::peopleCount() const
{
    return int(std::count_if(m_hits.begin(), m_hits.end(),
                             [](const net::SearchHit &hit) { return !hit.message.id.isValid(); }));
}

QVariant SearchModel::personData(const ConversationSummary &person, int role) const
{
    const QString name = words::personWords(person);
    QStringList parts{words::statusWords(person.work.status)};
    if (!person.number.isEmpty())
        parts.prepend(person.number);
    else if (!person.username.isEmpty())
        parts.prepend(u'@' + person.username);
    const QString line = parts.join(u" · "_s);
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return name;
    case SnippetRole:
        return line;
    case FoldedWordsRole:
        return QStringList();
    case TimeRole:
        return words::listTime(person.lastAt, m_clock->now());
    case FromUsRole:
        return false;
    case IsPersonRole:
        return true;
    case Qt::AccessibleTextRole:
        return name + u", "_s + line + u", "_s + words::listTime(person.lastAt, m_clock->now());
    default:
        return {};
    }
}

QVariant SearchModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const net::SearchHit &hit = m_hits.at(index.row());
    if (isPerson(index.row()))
        return personData(hit.conversation, role);
    const QString name = words::personWords(hit.conversation);
    const QString line = snippet(words::bubbleText(hit.message), m_folded);
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return name;
    case SnippetRole:
        return line;
    case FoldedWordsRole:
        return text::words(m_folded);
    case TimeRole:
        return words::listTime(hit.message.at, m_clock->now());
    case FromUsRole:
        return hit.message.direction == Direction::Outbound;
    case IsPersonRole:
        return false;
    case Qt::AccessibleTextRole:
        return name + u", "_s + line + u", "_s + words::listTime(hit.message.at, m_clock->now());
    default:
        return {};
    }
}

} // namespace destek::models
