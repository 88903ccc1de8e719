#pragma once

#include "ui/commands/key_files.h"
#include "ui/kit/dialog.h"
#include "ui/kit/prompts.h"

#include <array>

class QLineEdit;
class QListView;
class QSortFilterProxyModel;
class QStandardItemModel;

namespace destek::ui
{

class KeyField;

/// F1: every command with its keys, and where one changes them. What is refused is said at once
/// and nothing changes.
class KeySheet : public Dialog
{
    Q_OBJECT
public:
    KeySheet(const Theme &theme, Commands *commands, KeyFiles *files, Prompts *prompts,
             QWidget *parent);
    void choose(const QString &id);
    [[nodiscard]] QString chosen() const;
    [[nodiscard]] KeyField *field(int which) const { return m_fields[std::size_t(which)]; }
    [[nodiscard]] QLineEdit *filter() const { return m_filter; }

protected:
    void retranslate() override;

private:
    void buildEditor();
    void fill();
    void showChosen();
    void onPressed(int which, const QKeySequence &keys);
    void importKeys();
    void exportKeys();
    void sayProblem(KeyFileProblem problem);

    Commands *m_commands;
    KeyFiles *m_files;
    Prompts *m_prompts;
    QStandardItemModel *m_rows;
    QLineEdit *m_filter;
    QListView *m_list;
    Label *m_editCaption;
    std::array<Label *, Commands::kMostKeys> m_captions{};
    std::array<KeyField *, Commands::kMostKeys> m_fields{};
    Button *m_restore;
    Button *m_restoreAll;
    Button *m_import;
    Button *m_export;
    Button *m_close;
};

} // namespace destek::ui
