#pragma once

#include "core/domain/conversation.h"
#include "ui/kit/glyph.h"
#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace destek::ui
{

/// The mark for where one of our messages is. Failure and doubt have shapes of their own, so
/// that colour is never the only sign.
struct StateMark {
    Glyph glyph = Glyph::None;
    Token color = Token::TextFaint;
};
[[nodiscard]] StateMark markOf(SendState state);

/// One row of the inbox: colour bar, name, time left, state of our last message, last line,
/// marks and how many wait. Rows are all of one height.
class InboxDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit InboxDelegate(const Theme &theme, QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
    [[nodiscard]] int rowHeight() const { return m_theme.px(60); }

private:
    void paintFirstLine(QPainter &painter, const QRectF &line, const QModelIndex &index) const;
    void paintSecondLine(QPainter &painter, const QRectF &line, const QModelIndex &index) const;
    [[nodiscard]] QColor barColor(const QModelIndex &index) const;
    const Theme &m_theme;
};

} // namespace destek::ui
