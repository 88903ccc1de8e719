#include "ui/commands/palette_model.h"

#include "core/text/fold.h"

#include <algorithm>

namespace destek::ui
{

namespace
{

constexpr int kNoFit = 9;
constexpr QLatin1StringView kItself("commands.palette");

/// Lower is better; the palette itself stays out of its list.
int rankOf(const QString &title, const QString &folded, const QString &typed, const QString &words)
{
    if (words.isEmpty() || folded == words)
        return 0;
    if (title.startsWith(typed))
        return 1;
    if (title.contains(typed))
        return 2;
    if (folded.startsWith(words))
        return 3;
    const QStringList own = text::words(folded);
    if (std::any_of(own.begin(), own.end(), [&](const QString &w) { return w.startsWith(words); }))
        return 4;
    const QStringList asked = text::words(words);
    const bool all =
        !asked.isEmpty() && std::all_of(asked.begin(), asked.end(),
                                        [&](const QString &word) { return folded.contains(word); });
    return all ? 5 : kNoFit;
}

} // namespace

PaletteModel::PaletteModel(const Commands *commands, NameSource names, QObject *parent)
    : QAbstractListModel(parent), m_commands(commands), m_names(std::move(names))
{
}

void PaletteModel::begin()
{
    m_known.clear();
    for (const QString &id : m_commands->ids()) {
        if (id == kItself)
            continue;
        Row row;
        row.title = m_commands->words(id);
        row.folded = text::matchFold(row.title);
        row.keys = m_commands->keyWords(id);
        row.whyNot = m_commands->whyNot(id);
        row.command = id;
        m_known.push_back(std::move(row));
    }
    setWords({});
}

void PaletteModel::setWords(const QString &given)
{
    const QString typed = given.trimmed();
    const QString folded = text::matchFold(typed);
    std::vector<Row> rows;
    for (const Row &known : m_known) {
        Row row = known;
        row.rank = rankOf(known.title, known.folded, typed, folded);
        if (row.rank != kNoFit)
            rows.push_back(std::move(row));
    }
    addPeople(typed, folded, rows);
    // What cannot be done now comes after what can, among hits of the same quality.
    std::stable_sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) {
        return std::pair(a.rank, !a.whyNot.isEmpty()) < std::pair(b.rank, !b.whyNot.isEmpty());
    });
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void PaletteModel::addPeople(const QString &typed, const QString &folded,
                             std::vector<Row> &rows) const
{
    if (folded.isEmpty() || !m_names)
        return;
    for (const NamedConversation &found : m_names(folded, kMostPeople)) {
        Row row;
        row.title = found.name;
        row.conversation = found.id;
        row.rank = qMin(rankOf(found.name, text::matchFold(found.name), typed, folded), 5);
        rows.push_back(std::move(row));
    }
}

void PaletteModel::clear()
{
    beginResetModel();
    m_rows.clear();
    m_known.clear();
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.title;
    case Qt::AccessibleTextRole: {
        QStringList parts{row.title, row.keys, row.whyNot};
        if (row.command.isEmpty())
            parts << tr("conversation");
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    case KeysRole:
        return row.keys;
    case WhyNotRole:
        return row.whyNot;
    case CommandRole:
        return row.command;
    case ConversationRole:
        return row.conversation.value;
    default:
        return {};
    }
}

} // namespace destek::ui
