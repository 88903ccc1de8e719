#include "ui/commands/palette.h"

#include "ui/commands/command_delegate.h"
#include "ui/kit/label.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

namespace destek::ui
{

namespace
{

constexpr int kWide = 620;
constexpr int kMostRows = 10;
constexpr int kFromTop = 72;

} // namespace

Palette::Palette(const Theme &theme, Commands *commands, NameSource names, QWidget *window)
    : Panel(theme, Token::Surface, Qt::TopEdge | Qt::BottomEdge | Qt::LeftEdge | Qt::RightEdge,
            window),
      m_commands(commands), m_model(commands, std::move(names)), m_field(new QLineEdit),
      m_list(new QListView), m_nothing(new Label(theme, TextRole::Body, Token::TextMuted))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(10, 10, 10, 10);
    column->setSpacing(8);
    column->addWidget(m_field);
    column->addWidget(m_list, 1);
    column->addWidget(m_nothing);
    m_field->setMaxLength(100);
    m_field->installEventFilter(this);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus); // the field keeps the focus; it moves the choice
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new CommandDelegate(theme, this));
    m_list->setModel(&m_model);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_model.setWords(words);
        showState();
    });
    connect(m_list, &QListView::clicked, this, &Palette::choose);
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget *, QWidget *now) { onFocusChanged(now); });
    window->installEventFilter(this);
    hide();
    retranslate();
}

Palette::~Palette()
{
    // Its field loses the keyboard once only a QWidget is left of it.
    disconnect(qApp, nullptr, this, nullptr);
}

void Palette::openUp()
{
    if (isVisible())
        return close(true);
    m_before = QApplication::focusWidget();
    m_model.begin();
    m_field->clear();
    showState();
    show();
    raise();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void Palette::close(bool refocus)
{
    if (!isVisible())
        return;
    const QPointer<QWidget> before = m_before;
    m_before.clear();
    hide();
    m_field->clear();
    m_model.clear();
    if (refocus && before)
        before->setFocus(Qt::OtherFocusReason);
}

void Palette::onFocusChanged(const QWidget *now)
{
    if (isVisible() && now && now != m_field && !isAncestorOf(now) && now->window() == window())
        close(false);
}

void Palette::place()
{
    const QSize room = parentWidget()->size();
    const int width = qMin(theme().px(kWide), room.width() - 40);
    const int rows = qBound(1, m_model.rowCount(), kMostRows);
    const int height = qMin(theme().px(32) * rows + theme().px(70), room.height() - kFromTop - 20);
    setGeometry((room.width() - width) / 2, kFromTop, width, height);
}

void Palette::showState()
{
    m_nothing->setVisible(m_model.rowCount() == 0);
    m_list->setVisible(m_model.rowCount() > 0);
    if (m_model.rowCount() > 0)
        m_list->setCurrentIndex(m_model.index(0));
    place();
}

void Palette::step(int rows)
{
    const int count = m_model.rowCount();
    if (count == 0)
        return;
    m_list->setCurrentIndex(
        m_model.index(qBound(0, m_list->currentIndex().row() + rows, count - 1)));
}

void Palette::choose()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return;
    const QString command = index.data(PaletteModel::CommandRole).toString();
    const ConversationId conversation(index.data(PaletteModel::ConversationRole).toLongLong());
    close(true); // what is done acts on what one was at
    if (!command.isEmpty())
        m_commands->run(command);
    else
        Q_EMIT conversationChosen(conversation);
}

bool Palette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Escape:
            close(true);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
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
        case Qt::Key_Tab:
        case Qt::Key_Backtab:
            return true; // there is nothing else to go to
        default:
            break;
        }
    }
    return Panel::eventFilter(watched, event);
}

void Palette::retranslate()
{
    m_field->setPlaceholderText(tr("What would you like to do, or who are you looking for?"));
    m_field->setAccessibleName(tr("Commands and people"));
    m_list->setAccessibleName(tr("What fits"));
    m_nothing->setText(tr("No command and no loaded conversation has these words."));
}

void Palette::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Panel::changeEvent(event);
}

} // namespace destek::ui
