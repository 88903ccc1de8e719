#include "models/work/quick_reply_model.h"

#include "core/text/fold.h"
#include "core/text/safe_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace destek::models
{

namespace
{

constexpr qsizetype kLongestValue = 200;
constexpr int kNoFit = 9;

bool startsWord(const QString &folded, const QString &typed)
{
    for (qsizetype at = folded.indexOf(typed); at >= 0; at = folded.indexOf(typed, at + 1)) {
        if (at == 0 || !folded.at(at - 1).isLetterOrNumber())
            return true;
    }
    return false;
}

/// Lower comes first.
int rankOf(const QuickReply &reply, const QString &typed)
{
    if (typed.isEmpty())
        return 0;
    const QString shortcut = text::matchFold(reply.shortcut);
    if (shortcut == typed)
        return 0;
    if (shortcut.startsWith(typed))
        return 1;
    const QString title = text::matchFold(reply.title);
    if (startsWord(title, typed))
        return 2;
    if (startsWord(shortcut, typed) || title.contains(typed))
        return 3;
    return text::matchFold(reply.text).contains(typed) ? 4 : kNoFit;
}

/// A profile name of WhatsApp may be anything: "~", a heart, a number.
bool isName(const QString &name)
{
    return std::count_if(name.begin(), name.end(), [](QChar c) { return c.isLetter(); }) >= 2 &&
           std::none_of(name.begin(), name.end(), [](QChar c) { return c.isDigit(); });
}

std::optional<QString> known(const QString &value)
{
    const QString shown = text::visibleLine(value, kLongestValue).text.trimmed();
    return shown.isEmpty() ? std::nullopt : std::optional(shown);
}

std::optional<QString> valueFor(const text::FillIn &place, const FillValues &values)
{
    if (place.name == "agent"_L1)
        return known(values.agentName);
    if (place.name == "business"_L1)
        return known(values.business);
    if (place.name == "field"_L1) {
        const QString wanted = text::matchFold(place.argument);
        for (const PersonField &field : values.fields) {
            if (text::matchFold(field.name) == wanted)
                return known(field.value);
        }
        return std::nullopt;
    }
    const std::optional<QString> name = known(values.personName);
    if (!name || !isName(*name))
        return std::nullopt;
    if (place.name == "name"_L1)
        return name;
    if (place.name == "first_name"_L1) {
        const QString first = name->section(u' ', 0, 0);
        return isName(first) ? std::optional(first) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace

QuickReplyModel::QuickReplyModel(const TeamBook *team, QObject *parent)
    : QAbstractListModel(parent), m_team(team)
{
    connect(team, &TeamBook::changed, this, &QuickReplyModel::refilter);
    refilter();
}

void QuickReplyModel::setTyped(const QString &typed)
{
    m_typed = text::matchFold(typed);
    refilter();
}

void QuickReplyModel::refilter()
{
    QList<std::pair<int, QuickReply>> ranked;
    for (const QuickReply &reply : m_team->view().quickReplies) {
        const int rank = rankOf(reply, m_typed);
        if (rank != kNoFit)
            ranked << std::pair(rank, reply);
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto &a, const auto &b) {
        return a.first != b.first ? a.first < b.first : a.second.shortcut < b.second.shortcut;
    });
    beginResetModel();
    m_shown.clear();
    for (const auto &one : std::as_const(ranked))
        m_shown << one.second;
    endResetModel();
}

int QuickReplyModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant QuickReplyModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QuickReply &reply = m_shown.at(index.row());
    switch (role) {
    case ShortcutRole:
        return QString(u'/' + reply.shortcut);
    case Qt::DisplayRole:
    case TitleRole:
        return reply.title.isEmpty() ? reply.shortcut : reply.title;
    case TextRole:
        return reply.text;
    case Qt::AccessibleTextRole:
        return QString(u'/' + reply.shortcut + u", "_s + reply.title + u". "_s +
                       text::visibleLine(reply.text, kLongestValue).text);
    default:
        return {};
    }
}

text::FilledText filledReply(const QString &reply, const FillValues &values)
{
    return text::filledIn(reply,
                          [&](const text::FillIn &place) { return valueFor(place, values); });
}

} // namespace destek::models
