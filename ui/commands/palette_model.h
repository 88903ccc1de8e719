#pragma once

#include "core/domain/conversation.h"
#include "ui/commands/commands.h"

#include <QAbstractListModel>

namespace destek::ui
{

/// A person's conversation as the palette offers it. The name is hostile.
struct NamedConversation {
    ConversationId id;
    QString name;
};

/// Asks for loaded conversations whose name holds the folded words, at most `limit`.
using NameSource = std::function<QList<NamedConversation>(const QString &folded, int limit)>;

/// What fits the words typed: commands first, then people. Folded for Turkish (sık, sik and SIK
/// find Şikâyet), hits as they were typed before folded ones (journeys.md 6.5).
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        KeysRole = Qt::UserRole + 1, ///< QString, as people read them
        WhyNotRole,                  ///< QString; empty: possible
        CommandRole,                 ///< QString, the id; empty for a conversation
        ConversationRole,            ///< qint64; 0 for a command
    };
    static constexpr int kMostPeople = 12;

    PaletteModel(const Commands *commands, NameSource names, QObject *parent = nullptr);
    /// Reads the commands' words and states anew and shows all of them.
    void begin();
    void setWords(const QString &typed);
    /// Forgets every name.
    void clear();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Row {
        QString title;
        QString folded;
        QString keys;
        QString whyNot;
        QString command;
        ConversationId conversation;
        int rank = 0;
    };
    void addPeople(const QString &typed, const QString &folded, std::vector<Row> &rows) const;

    const Commands *m_commands;
    NameSource m_names;
    std::vector<Row> m_known; ///< the commands
    std::vector<Row> m_rows;
};

} // namespace destek::ui
