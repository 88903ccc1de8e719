#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>
#include <QTableView>

namespace destek::ui
{

/// A quiet table: rows of one height, hairlines, no grid, whole-row selection.
class Table : public QTableView
{
    Q_OBJECT
public:
    explicit Table(const Theme &theme, QWidget *parent = nullptr);

private:
    void restyle();
    const Theme &m_theme;
};

/// Cells as safe text in one line.
class TableDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit TableDelegate(const Theme &theme, QObject *parent = nullptr)
        : QStyledItemDelegate(parent), m_theme(theme)
    {
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace destek::ui
