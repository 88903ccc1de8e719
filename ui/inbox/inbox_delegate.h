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

/// One row of the inbox (design/journeys.md 6.1): bar (mine, a colleague's, nobody's), name,
/// priority, time left, state of our last message; last line, first label, marks, who holds it,
/// how many are unread. Rows are all of one height.
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
    void paintBar(QPainter &painter, const QRect &row, const QModelIndex &index) const;
    qreal paintSigns(QPainter &painter, const QRectF &line, const QModelIndex &index) const;
    /// Where a glyph of a line stands that begins at `left`.
    [[nodiscard]] QRectF glyphBox(qreal left, const QRectF &line) const;
    const Theme &m_theme;
};

} // namespace destek::ui
