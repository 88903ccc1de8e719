#pragma once

#include "core/domain/ids.h"
#include "ui/thread/bubble.h"

#include <QHash>
#include <QSet>
#include <QStyledItemDelegate>

namespace destek::ui
{

/// Paints rows of the thread and remembers their heights by (message, width): the view asks for
/// every row's height whenever anything changes (facts/desktop.md 3).
class MessageDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit MessageDelegate(const Theme &theme, QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

    void setWidth(int width);
    void setMayDecide(bool may);
    void forgetHeight(const QModelIndex &index);
    void forgetAll();
    void showAllOf(const QModelIndex &index);
    [[nodiscard]] Bubble bubble(const QModelIndex &index) const;

private:
    const Theme &m_theme;
    int m_width = 400;
    bool m_mayDecide = false;
    QSet<QString> m_shownWhole;
    mutable QHash<QString, int> m_heights;
};

} // namespace destek::ui
