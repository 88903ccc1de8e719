#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace destek::ui
{

/// Rows of a short list in a dialog: as high as those of a table, pale when chosen, with a box to
/// tick where the item can be ticked (a click on the box, or Space).
class ListRows : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit ListRows(const Theme &theme, QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

private:
    [[nodiscard]] QRect box(const QRect &row) const;
    const Theme &m_theme;
};

} // namespace destek::ui
