// What ThreadModel answers to views: rows, roles and words.
#include "models/thread/thread_model.h"

#include "models/format/words.h"

#include <QCoreApplication>

namespace destek::models
{

namespace
{

constexpr Duration kGroupPause = std::chrono::minutes(5);

} // namespace

int ThreadModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_window.size();
}

bool ThreadModel::needsDayMark(int row) const
{
    return row == 0 || !words::isSameLocalDay(m_window.at(row - 1).at, m_window.at(row).at);
}

bool ThreadModel::startsGroup(int row) const
{
    if (needsDayMark(row) || m_window.at(row).id == m_unreadFrom)
        return true;
    const MessageView &before = m_window.at(row - 1);
    const MessageView &message = m_window.at(row);
    return message.direction == Direction::Event || before.direction != message.direction ||
           before.author != message.author || message.at - before.at > kGroupPause;
}

QVariant ThreadModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row();
    const MessageView &message = m_window.at(row);
    switch (role) {
    case MessageRole:
        return QVariant::fromValue(message);
    case IdRole:
        return message.id.toString();
    case DirectionRole:
        return int(message.direction);
    case KindRole:
        return int(message.kind);
    case StateRole:
        return int(message.state);
    case AuthorRole:
        return message.author;
    case RetryAllowedRole:
        return message.state == SendState::Unknown || words::mayTryAgain(message);
    case NeedsDayMarkRole:
        return needsDayMark(row);
    case StartsUnreadRole:
        return message.id == m_unreadFrom;
    case StartsGroupRole:
        return startsGroup(row);
    case EndsGroupRole:
        return row + 1 == m_window.size() || startsGroup(row + 1);
    case UnacknowledgedRole:
        return m_own.contains(message.id);
    default:
        return words(message, role);
    }
}

QVariant ThreadModel::words(const MessageView &message, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case TextRole:
        return words::bubbleText(message);
    case Qt::AccessibleTextRole:
        return accessibleText(message);
    case StateWordsRole:
        return words::stateWords(message.state);
    case ProblemRole:
        return words::problemSentence(message);
    case TimeRole:
        return words::clockTime(message.at);
    case DayWordsRole:
        return words::dayWords(message.at, m_clock->now());
    default:
        return {};
    }
}

QString ThreadModel::accessibleText(const MessageView &message) const
{
    const QString time = words::clockTime(message.at);
    const QString text = message.kind == MessageKind::Note ? words::eventSentence(message)
                                                           : words::spokenContent(message);
    switch (message.direction) {
    case Direction::Inbound:
        return QCoreApplication::translate("destek", "Customer, %1: %2").arg(time, text);
    case Direction::Outbound: {
        const QString problem = words::problemSentence(message);
        return QCoreApplication::translate("destek", "%1, %2: %3. %4")
            .arg(message.author, time, text,
                 problem.isEmpty() ? words::stateWords(message.state) : problem);
    }
    case Direction::Event:
        break;
    }
    return QCoreApplication::translate("destek", "%1: %2", "time, what happened").arg(time, text);
}

QHash<int, QByteArray> ThreadModel::roleNames() const
{
    auto names = QAbstractListModel::roleNames();
    names.insert({{MessageRole, "message"},
                  {IdRole, "messageId"},
                  {TextRole, "text"},
                  {DirectionRole, "direction"},
                  {KindRole, "kind"},
                  {StateRole, "state"},
                  {StateWordsRole, "stateWords"},
                  {ProblemRole, "problem"},
                  {RetryAllowedRole, "retryAllowed"},
                  {TimeRole, "time"},
                  {AuthorRole, "author"},
                  {NeedsDayMarkRole, "needsDayMark"},
                  {DayWordsRole, "dayWords"},
                  {StartsUnreadRole, "startsUnread"},
                  {StartsGroupRole, "startsGroup"},
                  {EndsGroupRole, "endsGroup"},
                  {UnacknowledgedRole, "unacknowledged"}});
    return names;
}

} // namespace destek::models
