#include "app/platform/folder_prompts.h"

#include <QFileDialog>
#include <QStandardPaths>

namespace destek::app
{

void FolderPrompts::chooseFolder(QWidget *parent, const QString &title,
                                 std::function<void(QString)> then)
{
    auto *dialog = new QFileDialog(
        parent, title, QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog,
                     [then = std::move(then)](const QString &folder) { then(folder); });
    dialog->open();
}

void FolderPrompts::chooseFiles(QWidget *parent, const QString &title,
                                std::function<void(QStringList)> then)
{
    auto *dialog = new QFileDialog(
        parent, title, QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    QObject::connect(dialog, &QFileDialog::filesSelected, dialog,
                     [then = std::move(then)](const QStringList &files) { then(files); });
    dialog->open();
}

} // namespace destek::app
