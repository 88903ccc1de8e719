#include "ui/composer/reaction_picker.h"

#include "ui/composer/emoji_face.h"
#include "ui/kit/button.h"
#include "ui/kit/label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QTextBoundaryFinder>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace destek::ui
{

namespace
{

/// What WhatsApp itself offers first.
const std::array kUsual{u"👍"_s, u"❤️"_s, u"😂"_s, u"😮"_s, u"😢"_s, u"🙏"_s};

} // namespace

bool isSingleEmoji(const QString &text)
{
    if (text.isEmpty() || text.size() > 40)
        return false;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    if (finder.toNextBoundary() != text.size())
        return false;
    const QList<uint> points = text.toUcs4();
    for (const uint point : points) {
        // Keycaps, flags, tags and every picture block; a lone letter or digit has none of them.
        if (point == 0x20E3 || point == 0xFE0F || point >= 0x1F000 ||
            (point >= 0x2190 && point <= 0x2BFF) || (point >= 0x3030 && point <= 0x3299))
            return true;
    }
    return points.size() == 1 && (points.first() == 0x00A9 || points.first() == 0x00AE);
}

ReactionPicker::ReactionPicker(const Theme &theme, const QString &present, QWidget *parent)
    : QFrame(parent, Qt::Popup | Qt::FramelessWindowHint), m_theme(theme), m_present(present),
      m_field(new QLineEdit), m_hint(new Label(theme, TextRole::Small, Token::TextMuted))
{
    setAttribute(Qt::WA_DeleteOnClose);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(10, 10, 10, 10);
    column->setSpacing(8);
    auto *row = new QHBoxLayout;
    row->setSpacing(2);
    for (const QString &emoji : kUsual) {
        auto *face = new EmojiFace(theme, emoji, emoji);
        face->setCheckable(true);
        face->setChecked(emoji == present);
        face->installEventFilter(this);
        connect(face, &QAbstractButton::clicked, this, [this, emoji] { take(emoji); });
        row->addWidget(face);
        m_faces << face;
    }
    column->addLayout(row);
    m_field->setMaxLength(40);
    m_field->setAccessibleName(tr("Another emoji"));
    m_field->setPlaceholderText(tr("Another emoji"));
    column->addWidget(m_field);
#if defined(Q_OS_WIN)
    m_hint->setText(tr("Win+. opens the emoji of Windows"));
#elif defined(Q_OS_MACOS)
    m_hint->setText(tr("Ctrl+Cmd+Space opens the emoji of macOS"));
#else
    m_hint->setText(tr("Enter sends it"));
#endif
    column->addWidget(m_hint);
    if (!present.isEmpty()) {
        m_back = new Button(theme, Button::Kind::Normal);
        m_back->setText(tr("Take the reaction back"));
        column->addWidget(m_back);
        connect(m_back, &QPushButton::clicked, this, [this] { take(m_present); });
    }
    setAccessibleName(tr("Reaction"));
    connect(m_field, &QLineEdit::returnPressed, this, &ReactionPicker::takeTyped);
}

void ReactionPicker::popUp(QPoint at)
{
    adjustSize();
    moveOntoScreen(this, parentWidget(), at);
    QFrame::show();
    QWidget *first = m_faces.first();
    for (QWidget *face : std::as_const(m_faces)) {
        if (static_cast<QAbstractButton *>(face)->isChecked())
            first = face;
    }
    first->setFocus(Qt::PopupFocusReason);
}

void ReactionPicker::take(const QString &emoji)
{
    Q_EMIT chosen(emoji == m_present ? QString() : emoji);
    close();
}

void ReactionPicker::takeTyped()
{
    const QString typed = m_field->text().trimmed();
    if (isSingleEmoji(typed))
        return take(typed);
    m_hint->setText(tr("One single emoji, please: letters cannot be a reaction."));
    m_hint->setLook(TextRole::Small, Token::Bad);
    m_hint->setWordWrap(true);
    adjustSize();
}

void ReactionPicker::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Surface));
    painter.setPen(m_theme.color(Token::LineStrong));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void ReactionPicker::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
        return;
    }
    QFrame::keyPressEvent(event);
}

bool ReactionPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const auto at = m_faces.indexOf(static_cast<QWidget *>(watched));
        if (key == Qt::Key_Left || key == Qt::Key_Right) {
            const auto step = key == Qt::Key_Right ? 1 : m_faces.size() - 1;
            m_faces.at((at + step) % m_faces.size())->setFocus(Qt::TabFocusReason);
            return true;
        }
        if (key == Qt::Key_Down) {
            m_field->setFocus(Qt::TabFocusReason);
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            static_cast<QAbstractButton *>(watched)->click();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace destek::ui
