#include "ui/composer/quick_reply_list.h"

#include "ui/kit/announcement.h"
#include "ui/kit/painted_text.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace destek::ui
{

using models::QuickReplyModel;

namespace
{

constexpr int kWide = 560;
constexpr int kMostRows = 6;
constexpr int kRowHigh = 46;
constexpr int kFromCaret = 8;
constexpr int kFromEdge = 12;

} // namespace

/// Shortcut and title over one line of what the customer would read.
class QuickReplyList::Rows : public QStyledItemDelegate
{
public:
    Rows(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}
    models::FillValues values;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {200, m_theme.px(kRowHigh)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        painter->save();
        const bool chosen = option.state & QStyle::State_Selected;
        painter->fillRect(option.rect, m_theme.color(chosen ? Token::Selection : Token::Surface));
        if (chosen) { // told by more than a colour
            painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())),
                              m_theme.color(Token::Accent));
        }
        const qreal space = m_theme.px(12);
        QRectF line = QRectF(option.rect).adjusted(space, m_theme.px(4), -space, 0);
        line.setHeight(option.rect.height() / 2.0 - m_theme.px(4));
        const qreal used =
            drawLine(*painter, m_theme, index.data(QuickReplyModel::ShortcutRole).toString(),
                     m_theme.font(TextRole::Strong), m_theme.color(Token::Accent), line);
        drawLine(*painter, m_theme, index.data(QuickReplyModel::TitleRole).toString(),
                 m_theme.font(TextRole::Body), m_theme.color(Token::Text),
                 line.adjusted(used + space, 0, 0, 0));
        line.moveTop(option.rect.center().y());
        const QString text = index.data(QuickReplyModel::TextRole).toString();
        drawLine(*painter, m_theme, models::filledReply(text, values).text,
                 m_theme.font(TextRole::Small), m_theme.color(Token::TextMuted), line);
        painter->restore();
    }

private:
    const Theme &m_theme;
};

QuickReplyList::QuickReplyList(const Theme &theme, const models::TeamBook *team, QWidget *window)
    : Panel(theme, Token::Surface, Qt::TopEdge | Qt::BottomEdge | Qt::LeftEdge | Qt::RightEdge,
            window),
      m_model(team), m_field(new QLineEdit), m_list(new QListView), m_rows(new Rows(theme, this)),
      m_nothing(new Label(theme, TextRole::Body, Token::TextMuted)), m_empty(new EmptyState(theme)),
      m_hint(new Label(theme, TextRole::Small, Token::TextMuted)),
      m_make(new Button(theme, Button::Kind::Link))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    column->addWidget(m_field);
    column->addWidget(m_list, 1);
    column->addWidget(m_nothing);
    column->addWidget(m_empty, 1);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_hint, 1);
    foot->addWidget(m_make);
    column->addLayout(foot);
    m_hint->setElided(true);
    m_nothing->setWordWrap(true);
    m_field->setMaxLength(100);
    m_field->installEventFilter(this);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_make->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(m_rows);
    m_list->setModel(&m_model);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &typed) {
        if (m_search)
            setTyped(typed);
    });
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        if (isVisible())
            showState();
    });
    connect(m_list, &QListView::clicked, this, &QuickReplyList::choose);
    connect(m_make, &QPushButton::clicked, this, &QuickReplyList::makeRequested);
    connect(m_empty, &EmptyState::taken, this, &QuickReplyList::makeRequested);
    window->installEventFilter(this);
    hide();
    retranslate();
}

void QuickReplyList::openUp(const QRect &caret, bool search)
{
    m_caret = caret;
    m_search = search;
    m_field->setVisible(search);
    m_field->clear();
    m_model.setTyped({});
    show();
    raise();
    showState();
    if (search)
        m_field->setFocus(Qt::ShortcutFocusReason);
}

void QuickReplyList::close()
{
    hide();
}

void QuickReplyList::setTyped(const QString &typed)
{
    m_model.setTyped(typed);
}

void QuickReplyList::setValues(const models::FillValues &values)
{
    m_rows->values = values;
    m_list->viewport()->update();
}

void QuickReplyList::setMayMake(bool may)
{
    m_mayMake = may;
    retranslate();
}

void QuickReplyList::showState()
{
    const bool none = m_model.hasNone();
    const int rows = m_model.rowCount();
    m_empty->setVisible(none);
    m_nothing->setVisible(!none && rows == 0);
    m_list->setVisible(rows > 0);
    m_hint->setVisible(rows > 0);
    m_make->setVisible(m_mayMake && !none);
    if (rows > 0)
        m_list->setCurrentIndex(m_model.index(0));
    place();
    sayRow();
}

/// Above the caret, or below it where there is more room.
void QuickReplyList::place()
{
    const QSize room = parentWidget()->size();
    const int above = m_caret.top() - kFromCaret - kFromEdge;
    const int below = room.height() - m_caret.bottom() - kFromCaret - kFromEdge;
    const int width = qMin(theme().px(kWide), room.width() - 2 * kFromEdge);
    int rows = qBound(1, m_model.rowCount(), kMostRows);
    do {
        m_list->setFixedHeight(rows * theme().px(kRowHigh));
        layout()->invalidate();
        layout()->activate();
        resize(width, layout()->sizeHint().height());
    } while (height() > qMax(above, below) && --rows > 0);
    const bool up = above >= qMin(height(), below);
    const int x = qBound(kFromEdge, m_caret.left() - theme().px(20),
                         qMax(kFromEdge, room.width() - width - kFromEdge));
    move(x, up ? m_caret.top() - kFromCaret - height() : m_caret.bottom() + kFromCaret);
}

void QuickReplyList::sayRow()
{
    const QModelIndex row = m_list->currentIndex();
    if (m_model.hasNone())
        announce(this, m_empty->accessibleName());
    else if (!row.isValid() || m_model.rowCount() == 0)
        announce(this, m_nothing->text());
    else
        announce(this, tr("Quick reply %1 of %2: %3")
                           .arg(QString::number(row.row() + 1), QString::number(m_model.rowCount()),
                                row.data(Qt::AccessibleTextRole).toString()));
}

void QuickReplyList::step(int rows)
{
    const int count = m_model.rowCount();
    if (count == 0)
        return;
    m_list->setCurrentIndex(
        m_model.index(qBound(0, m_list->currentIndex().row() + rows, count - 1)));
    sayRow();
}

void QuickReplyList::choose()
{
    const QModelIndex index = m_list->currentIndex();
    if (m_model.rowCount() > 0 && index.isValid())
        Q_EMIT chosen(m_model.at(index.row()));
    else if (m_model.hasNone() && m_mayMake)
        Q_EMIT makeRequested();
    else
        sayRow(); // what was typed is not sent by mistake
}

bool QuickReplyList::takeKey(int key)
{
    switch (key) {
    case Qt::Key_Escape:
        Q_EMIT left();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        choose();
        return true;
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_PageDown:
        step(kMostRows);
        return true;
    case Qt::Key_PageUp:
        step(-kMostRows);
        return true;
    default:
        return false;
    }
}

bool QuickReplyList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        Q_EMIT left();
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (!(key->modifiers() & ~Qt::KeypadModifier) && takeKey(key->key()))
            return true;
    }
    if (watched == m_field && event->type() == QEvent::FocusOut && isVisible()) {
        const auto why = static_cast<QFocusEvent *>(event)->reason();
        if (why != Qt::ActiveWindowFocusReason && why != Qt::PopupFocusReason)
            close();
    }
    return Panel::eventFilter(watched, event);
}

void QuickReplyList::setKey(const QString &key)
{
    m_key = key;
    retranslate();
}

void QuickReplyList::retranslate()
{
    m_field->setPlaceholderText(tr("Which quick reply?"));
    m_field->setAccessibleName(tr("Search the quick replies"));
    m_list->setAccessibleName(tr("Quick replies"));
    m_hint->setText(tr("↑↓ choose, Enter inserts, Esc leaves"));
    m_nothing->setText(tr("No quick reply has these words. Esc lets you write on."));
    m_make->setText(tr("New quick reply…"));
    m_empty->say(
        Glyph::List, tr("No quick replies yet"),
        m_mayMake ? tr("Write an answer once and insert it with / or %1 from then on.").arg(m_key)
                  : tr("Supervisors write them on the Team page; they appear here then."));
    m_empty->offer(m_mayMake ? tr("Write the first one…") : QString());
}

void QuickReplyList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Panel::changeEvent(event);
}

} // namespace destek::ui
