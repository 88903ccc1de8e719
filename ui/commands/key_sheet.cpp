#include "ui/commands/key_sheet.h"

#include "core/text/fold.h"
#include "ui/commands/command_delegate.h"
#include "ui/commands/key_field.h"
#include "ui/commands/palette_model.h"

#include <QGridLayout>
#include <QListView>
#include <QStandardItemModel>

namespace destek::ui
{

namespace
{

constexpr int kWide = 640;
constexpr int kListTall = 330;

} // namespace

KeySheet::KeySheet(const Theme &theme, Commands *commands, KeyFiles *files, Prompts *prompts,
                   QWidget *parent)
    : Dialog(theme, parent), m_commands(commands), m_files(files), m_prompts(prompts),
      m_rows(new QStandardItemModel(this)), m_filter(new QLineEdit), m_list(new QListView),
      m_editCaption(new Label(theme, TextRole::Strong, Token::Text)),
      m_restore(new Button(theme, Button::Kind::Normal)),
      m_restoreAll(new Button(theme, Button::Kind::Normal)),
      m_import(new Button(theme, Button::Kind::Normal)),
      m_export(new Button(theme, Button::Kind::Normal)),
      m_close(new Button(theme, Button::Kind::Primary))
{
    setMinimumWidth(theme.px(kWide));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaxLength(60);
    m_list->setModel(m_rows);
    m_list->setItemDelegate(new CommandDelegate(theme, this));
    m_list->setUniformItemSizes(true);
    m_list->setMinimumHeight(theme.px(kListTall));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    body()->addWidget(m_filter);
    body()->addWidget(m_list, 1);
    buildEditor();
    for (Button *button : {m_import, m_export, m_restoreAll, m_close}) {
        button->setAutoDefault(false);
        addButton(button);
    }
    m_import->setVisible(m_files && m_prompts);
    m_export->setVisible(m_files && m_prompts);
    connect(m_filter, &QLineEdit::textChanged, this, &KeySheet::fill);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &KeySheet::showChosen);
    connect(m_restore, &QPushButton::clicked, this, [this] {
        clearTrouble();
        m_commands->restore(chosen());
    });
    connect(m_restoreAll, &QPushButton::clicked, this, [this] {
        m_commands->restoreAll();
        say(Tone::Good, tr("Every command has its own keys again."));
    });
    connect(m_import, &QPushButton::clicked, this, &KeySheet::importKeys);
    connect(m_export, &QPushButton::clicked, this, &KeySheet::exportKeys);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_commands, &Commands::keysChanged, this, &KeySheet::fill);
    retranslate();
    m_filter->setFocus();
}

void KeySheet::buildEditor()
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->addWidget(m_editCaption, 0, 0, 1, 3);
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        m_captions[i] = new Label(theme(), TextRole::SmallStrong, Token::TextMuted);
        m_fields[i] = new KeyField;
        m_captions[i]->setBuddy(m_fields[i]);
        grid->addWidget(m_captions[i], 1, int(i));
        grid->addWidget(m_fields[i], 2, int(i));
        connect(m_fields[i], &KeyField::pressed, this,
                [this, i](const QKeySequence &keys) { onPressed(int(i), keys); });
    }
    grid->addWidget(m_restore, 2, int(m_fields.size()));
    m_restore->setAutoDefault(false);
    body()->addLayout(grid);
}

QString KeySheet::chosen() const
{
    return m_list->currentIndex().data(PaletteModel::CommandRole).toString();
}

void KeySheet::choose(const QString &id)
{
    for (int row = 0; row < m_rows->rowCount(); ++row) {
        if (m_rows->index(row, 0).data(PaletteModel::CommandRole).toString() == id)
            return m_list->setCurrentIndex(m_rows->index(row, 0));
    }
}

void KeySheet::fill()
{
    const QString before = chosen();
    const QString folded = text::matchFold(m_filter->text());
    const std::array<QString, std::size_t(CommandGroup::Count)> titles{
        tr("Go"), tr("Conversation"), tr("Message"), tr("Person"), tr("View"), tr("Account")};
    m_rows->clear();
    for (std::size_t group = 0; group < titles.size(); ++group) {
        bool headed = false;
        for (const QString &id : m_commands->ids(CommandGroup(group))) {
            const QString words = m_commands->words(id);
            const QString keys = m_commands->keyWords(id);
            if (!text::matchFold(words + u' ' + keys).contains(folded))
                continue;
            if (!std::exchange(headed, true)) {
                auto *heading = new QStandardItem(titles[group]);
                heading->setFlags(Qt::NoItemFlags);
                m_rows->appendRow(heading);
            }
            auto *row = new QStandardItem(words);
            row->setEditable(false);
            row->setData(id, PaletteModel::CommandRole);
            row->setData(keys, PaletteModel::KeysRole);
            row->setData(
                QString(words + QStringLiteral(", ") + (keys.isEmpty() ? tr("no key") : keys)),
                Qt::AccessibleTextRole);
            m_rows->appendRow(row);
        }
    }
    choose(before);
    if (chosen().isEmpty() && m_rows->rowCount() > 1)
        m_list->setCurrentIndex(m_rows->index(1, 0));
    showChosen();
}

void KeySheet::showChosen()
{
    const QString id = chosen();
    const QList<QKeySequence> keys = m_commands->keysOf(id);
    m_editCaption->setText(id.isEmpty() ? tr("No command has these words.")
                                        : m_commands->words(id));
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        m_fields[i]->setKeys(keys.value(qsizetype(i)));
        m_fields[i]->setEnabled(!id.isEmpty());
    }
    m_restore->setEnabled(m_commands->changedKeys().contains(id));
}

void KeySheet::onPressed(int which, const QKeySequence &keys)
{
    clearTrouble();
    QList<QKeySequence> wanted = m_commands->keysOf(chosen());
    while (wanted.size() <= which)
        wanted << QKeySequence();
    wanted[which] = keys;
    wanted.removeAll(QKeySequence());
    if (wanted.size() == 2 && wanted.first() == wanted.last())
        wanted.removeLast();
    const auto answer = m_commands->rebind(chosen(), wanted);
    if (!answer.ok())
        sayTrouble(m_commands->sentenceFor(answer.error()));
}

void KeySheet::importKeys()
{
    m_prompts->chooseFiles(this, tr("Which file holds the keys?"),
                           [this](const QStringList &paths) {
                               const auto read = m_files->load(paths.value(0));
                               if (!read.ok())
                                   return sayProblem(read.error());
                               const auto adopted = m_commands->adopt(*read);
                               if (!adopted.ok())
                                   return sayTrouble(m_commands->sentenceFor(adopted.error()));
                               say(Tone::Good, tr("The keys of the file are in use now."));
                           });
}

void KeySheet::exportKeys()
{
    m_prompts->chooseFolder(
        this, tr("Where should the file be kept?"), [this](const QString &folder) {
            const auto saved = m_files->save(folder, m_commands->changedKeys());
            if (!saved.ok())
                return sayProblem(saved.error());
            say(Tone::Good,
                tr("The keys you have changed were written to this file: %1").arg(*saved));
        });
}

void KeySheet::sayProblem(KeyFileProblem problem)
{
    switch (problem) {
    case KeyFileProblem::NotReadable:
        return sayTrouble(tr("The file could not be read. Your keys are as they were."));
    case KeyFileProblem::NotWritable:
        return sayTrouble(tr("The file could not be written there. Please choose another folder."));
    case KeyFileProblem::NotOurs:
        return sayTrouble(
            tr("This is not a file with keys of Destek. Your keys are as they were."));
    }
}

void KeySheet::retranslate()
{
    setTitle(tr("Keyboard shortcuts"));
    m_filter->setPlaceholderText(tr("Search commands and keys"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_list->setAccessibleName(tr("Commands and their keys"));
    m_captions[0]->setText(tr("Key (press it here)"));
    m_captions[1]->setText(tr("Second key"));
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        m_fields[i]->setAccessibleName(m_captions[i]->text());
        m_fields[i]->setPlaceholderText(tr("none"));
    }
    m_restore->setText(tr("Default keys"));
    m_restoreAll->setText(tr("All defaults"));
    m_import->setText(tr("Import…"));
    m_export->setText(tr("Export…"));
    m_close->setText(tr("Close"));
    fill();
}

} // namespace destek::ui
