#pragma once

#include "ui/kit/painted_text.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace destek::ui
{

/// What one can do with a message, as words in the bubble, in its menu and by keyboard.
enum class BubbleAction : quint8 {
    TryAgain,
    Resend,
    GiveUp,
    CopyReason,
    ShowAll,
    Quote,
    React,
    CopyText,
};

[[nodiscard]] QString bubbleActionWords(BubbleAction action);
/// What applies to this row, in order; copying the text is only in the menu.
[[nodiscard]] QList<BubbleAction> bubbleActions(const QModelIndex &index, bool mayDecide);

/// One row of the thread laid out for a width: measured once for its height, made again to be
/// painted. Day mark, bubble or event line, time, state, problem and actions.
class Bubble
{
public:
    /// More graphemes than this are not painted until one asks.
    static constexpr qsizetype kClip = 3000;

    struct Options {
        int width = 0;
        bool mayDecide = false; ///< Try again, Resend, Give up
        bool showAll = false;
    };

    Bubble(const Theme &theme, const QModelIndex &index, Options options);
    [[nodiscard]] int height() const { return m_height; }
    /// At the top left of the row.
    void paint(QPainter &painter, QPointF at, bool selected, bool focused) const;
    [[nodiscard]] std::optional<BubbleAction> actionAt(QPointF inRow) const;
    /// Exactly what is painted as text, for tests and for the picture of a screen in words.
    [[nodiscard]] QString paintedText() const { return m_layout->text(); }

private:
    struct Link {
        BubbleAction action;
        QString words;
        QRectF rect;
    };

    void layOutEvent(qreal top);
    void layOutBubble(qreal top);
    void layOutLinks(qreal left, qreal y, qreal width);
    void paintDayMark(QPainter &painter, QPointF at) const;
    void paintEventLine(QPainter &painter, QPointF at) const;
    void paintBody(QPainter &painter, QPointF at, bool selected, bool focused) const;
    void paintMeta(QPainter &painter, QPointF at) const;

    const Theme &m_theme;
    QPersistentModelIndex m_index;
    Options m_options;
    bool m_own = false;
    bool m_event = false;
    bool m_placeholder = false;
    bool m_clipped = false;
    int m_height = 0;
    QString m_day;
    QString m_author;
    QString m_kicker; ///< "Template · order_update"
    QString m_time;
    QString m_problem;
    std::unique_ptr<QTextLayout> m_layout;
    std::unique_ptr<QTextLayout> m_problemLayout;
    QRectF m_dayRect;
    QRectF m_box;
    QRectF m_authorRect;
    QRectF m_kickerRect;
    QPointF m_textAt;
    QRectF m_metaRect;
    QPointF m_problemAt;
    std::vector<Link> m_links;
};

} // namespace destek::ui
