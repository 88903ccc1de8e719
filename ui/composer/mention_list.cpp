#include "ui/composer/mention_list.h"

#include "models/format/work_words.h"
#include "models/work/mentions.h"
#include "ui/composer/plain_edit.h"
#include "ui/kit/announcement.h"
#include "ui/kit/painted_text.h"

#include <QKeyEvent>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace destek::ui
{

namespace
{

constexpr int kMostShown = 6;
constexpr int kWide = 260;
constexpr int kRowHeight = 28;
constexpr int kSide = 10;
constexpr int kName = Qt::UserRole;

/// Rows with room on both sides.
class Rows final : public QStyledItemDelegate
{
public:
    Rows(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const bool chosen = option.state & QStyle::State_Selected;
        painter->fillRect(option.rect, m_theme.color(chosen ? Token::Selection : Token::Surface));
        const int side = m_theme.px(kSide);
        drawLine(*painter, m_theme, index.data().toString(),
                 m_theme.font(chosen ? TextRole::Strong : TextRole::Body),
                 m_theme.color(Token::Text), option.rect.adjusted(side, 0, -side, 0));
    }

private:
    const Theme &m_theme;
};

} // namespace

MentionList::MentionList(const Desk &desk, PlainEdit *edit)
    : QListWidget(edit), m_desk(desk), m_edit(edit)
{
    setObjectName(u"mentions"_s);
    setFocusPolicy(Qt::NoFocus);
    setFrameShape(QFrame::Box);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setUniformItemSizes(true);
    setItemDelegate(new Rows(*desk.theme, this));
    hide();
    connect(edit, &QPlainTextEdit::textChanged, this, &MentionList::refresh);
    connect(edit, &QPlainTextEdit::cursorPositionChanged, this, &MentionList::refresh);
    connect(this, &QListWidget::itemClicked, this,
            [this](QListWidgetItem *item) { take(row(item)); });
    connect(this, &QListWidget::currentRowChanged, this, &MentionList::announce);
    edit->installEventFilter(this);
}

void MentionList::setOffered(bool offered)
{
    m_offered = offered;
    m_declined = -1;
    refresh();
}

void MentionList::refresh()
{
    const QTextCursor cursor = m_edit->textCursor();
    const auto begun = m_offered && !cursor.hasSelection()
                           ? models::mentionBegun(m_edit->toPlainText(), cursor.position())
                           : std::nullopt;
    if (!begun)
        m_declined = -1;
    if (!begun || m_declined == begun->at)
        return hide();
    const auto *team = m_desk.state->team();
    const QString before = currentItem() ? currentItem()->data(kName).toString() : QString();
    clear();
    for (const Colleague &one :
         models::mentionable(begun->words, team->view().colleagues, team->me())) {
        if (begun->words == one.name)
            return hide(); // it stands there already
        auto *item = new QListWidgetItem(
            tr("%1 · %2", "name, presence")
                .arg(isolatedName(one.name), words::presenceWords(team->presenceOf(one.id))),
            this);
        item->setSizeHint(QSize(0, m_desk.theme->px(kRowHeight)));
        item->setData(kName, one.name);
        if (one.name == before)
            setCurrentItem(item);
    }
    if (count() == 0)
        return hide();
    if (currentRow() < 0)
        setCurrentRow(0);
    setAccessibleName(tr("Colleagues who can be mentioned"));
    place();
    show();
    raise();
}

void MentionList::place()
{
    QWidget *window = m_edit->window();
    if (parentWidget() != window)
        setParent(window);
    setFont(m_desk.theme->font(TextRole::Body));
    const int line = m_desk.theme->px(kRowHeight);
    const int tall = line * qMin(kMostShown, count()) + 2 * frameWidth();
    const int wide = qMin(m_desk.theme->px(kWide), window->width() - 8);
    const QPoint caret = m_edit->viewport()->mapTo(window, m_edit->cursorRect().topLeft());
    setGeometry(qBound(4, caret.x(), qMax(4, window->width() - wide - 4)),
                qMax(4, caret.y() - tall - 4), wide, tall);
}

/// The list has no focus: what is chosen is spoken all the same.
void MentionList::announce()
{
    if (isVisible() && currentItem())
        ui::announce(this, currentItem()->text());
}

void MentionList::take(int row)
{
    const QListWidgetItem *chosen = item(row);
    QTextCursor cursor = m_edit->textCursor();
    const auto begun = models::mentionBegun(m_edit->toPlainText(), cursor.position());
    if (!chosen || !begun)
        return hide();
    const QString name = chosen->data(kName).toString();
    cursor.setPosition(int(begun->at), QTextCursor::KeepAnchor);
    cursor.insertText(u'@' + name + u' ');
    m_edit->setTextCursor(cursor);
    hide();
}

bool MentionList::onKey(int key)
{
    switch (key) {
    case Qt::Key_Down:
        setCurrentRow((currentRow() + 1) % count());
        return true;
    case Qt::Key_Up:
        setCurrentRow((currentRow() + count() - 1) % count());
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        take(currentRow());
        return true;
    case Qt::Key_Escape: {
        const auto begun =
            models::mentionBegun(m_edit->toPlainText(), m_edit->textCursor().position());
        m_declined = begun ? int(begun->at) : -1;
        hide();
        return true;
    }
    default:
        return false;
    }
}

bool MentionList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_edit)
        return QListWidget::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut || event->type() == QEvent::Hide)
        hide();
    const bool key = event->type() == QEvent::KeyPress;
    if (isVisible() && count() > 0 && key) {
        const auto *pressed = static_cast<QKeyEvent *>(event);
        const bool plain = !(pressed->modifiers() & ~Qt::KeypadModifier);
        if (plain && onKey(pressed->key()))
            return true;
    }
    return QListWidget::eventFilter(watched, event);
}

} // namespace destek::ui
