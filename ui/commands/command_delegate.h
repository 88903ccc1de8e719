#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace destek::ui
{

/// A command in one line: words at the left, what stands in the way beside them, keys at the
/// right. Reads PaletteModel's roles; a row without a command or a conversation is a heading.
class CommandDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit CommandDelegate(const Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent), m_theme(theme)
    {
    }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace destek::ui
