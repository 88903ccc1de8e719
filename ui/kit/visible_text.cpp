#include "ui/kit/visible_text.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QTableView>

namespace destek::ui
{

namespace
{

void addMenu(const QMenu *menu, QStringList &texts)
{
    for (const QAction *action : menu->actions()) {
        texts << action->text();
        if (action->menu())
            addMenu(action->menu(), texts);
    }
}

void addRows(const QAbstractItemView *view, QStringList &texts)
{
    if (!view->model())
        return;
    if (const auto *table = qobject_cast<const QTableView *>(view)) {
        for (int column = 0; column < view->model()->columnCount(); ++column) {
            if (!table->isColumnHidden(column))
                texts << view->model()->headerData(column, Qt::Horizontal).toString();
        }
    }
    const QRect area = view->viewport()->rect();
    for (int row = 0; row < view->model()->rowCount(); ++row) {
        for (int column = 0; column < view->model()->columnCount(); ++column) {
            const QModelIndex index = view->model()->index(row, column);
            if (!view->visualRect(index).intersects(area))
                continue;
            const QString spoken = index.data(Qt::AccessibleTextRole).toString();
            texts << (spoken.isEmpty() ? index.data().toString() : spoken);
        }
    }
}

void addOne(const QWidget *widget, QStringList &texts)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        texts << label->text();
    else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        texts << button->text();
    else if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
        texts << edit->placeholderText();
    else if (const auto *plain = qobject_cast<const QPlainTextEdit *>(widget))
        texts << plain->placeholderText();
    else if (const auto *box = qobject_cast<const QComboBox *>(widget))
        texts << box->currentText();
    else if (qobject_cast<const QHeaderView *>(widget))
        return;
    else if (const auto *view = qobject_cast<const QAbstractItemView *>(widget))
        addRows(view, texts);
    else if (const auto *bar = qobject_cast<const QMenuBar *>(widget)) {
        for (const QAction *action : bar->actions()) {
            texts << action->text();
            if (action->menu())
                addMenu(action->menu(), texts);
        }
    }
    if (!widget->accessibleName().isEmpty())
        texts << widget->accessibleName();
}

} // namespace

QStringList visibleText(const QWidget *window)
{
    QStringList texts{window->windowTitle()};
    for (const QWidget *widget : window->findChildren<QWidget *>()) {
        if (widget->isVisible())
            addOne(widget, texts);
    }
    texts.removeAll(QString());
    return texts;
}

} // namespace destek::ui
