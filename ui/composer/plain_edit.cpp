#include "ui/composer/plain_edit.h"

#include "ui/theme/theme.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QUrl>

namespace destek::ui
{

namespace
{

constexpr int kMostLines = 8;

bool offersFiles(const QMimeData *source)
{
    if (source->hasImage() && !source->hasText())
        return true;
    for (const QUrl &url : source->urls()) {
        if (url.isLocalFile())
            return true;
    }
    return false;
}

/// WhatsApp's signs do not reach over a line end.
QString wrappedLines(const QString &text, const QString &sign)
{
    QStringList lines = text.split(u'\n');
    const auto isWrapped = [&](const QString &line) {
        return line.size() > 2 * sign.size() && line.startsWith(sign) && line.endsWith(sign);
    };
    bool all = true;
    for (const QString &line : std::as_const(lines))
        all = all && (line.trimmed().isEmpty() || isWrapped(line));
    for (QString &line : lines) {
        if (line.trimmed().isEmpty())
            continue;
        if (all) {
            line = line.mid(sign.size(), line.size() - 2 * sign.size());
            continue;
        }
        // Spaces stay outside: a sign beside a space is only a character.
        const QString inner = line.trimmed();
        line.replace(line.indexOf(inner), inner.size(), sign + inner + sign);
    }
    return lines.join(u'\n');
}

} // namespace

PlainEdit::PlainEdit(const Theme &theme, QWidget *parent) : QPlainTextEdit(parent), m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setViewportMargins(4, 2, 4, 2);
    document()->setDocumentMargin(4);
    connect(this, &QPlainTextEdit::textChanged, this, [this] { updateGeometry(); });
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        viewport()->update();
    });
}

QSize PlainEdit::sizeHint() const
{
    // For a plain text document the size's height counts lines.
    const int lines = qBound(2, int(document()->size().height()), kMostLines);
    const int height =
        lines * QFontMetrics(font()).lineSpacing() + int(2 * document()->documentMargin()) + 6;
    return {240, height};
}

void PlainEdit::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !(event->modifiers() & Qt::ShiftModifier)) {
        Q_EMIT sendRequested();
        return;
    }
    if (enter) {
        insertPlainText(QString(u'\n')); // not U+2028, which Shift+Enter would bring
        ensureCursorVisible();
        return;
    }
    if (event->matches(QKeySequence::Undo) && document()->isEmpty() &&
        !document()->isUndoAvailable()) {
        Q_EMIT undoAsked();
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT escaped();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void PlainEdit::wrap(const QString &sign)
{
    QTextCursor cursor = textCursor();
    if (!cursor.hasSelection()) {
        cursor.insertText(sign + sign);
        cursor.movePosition(QTextCursor::Left, QTextCursor::MoveAnchor, int(sign.size()));
        return setTextCursor(cursor);
    }
    const int start = cursor.selectionStart();
    const QString before = cursor.selectedText().replace(QChar(0x2029), u'\n');
    const QString after = wrappedLines(before, sign);
    cursor.insertText(after);
    cursor.setPosition(start);
    cursor.setPosition(start + int(after.size()), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
}

void PlainEdit::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *menu = createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSeparator();
    for (QAction *action : std::as_const(m_menuActions))
        menu->addAction(action);
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    Q_EMIT menuOpening(menu, (byKey ? textCursor() : cursorForPosition(event->pos())).position());
    menu->popup(event->globalPos());
}

bool PlainEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText() || offersFiles(source);
}

void PlainEdit::insertFromMimeData(const QMimeData *source)
{
    if (offersFiles(source))
        Q_EMIT filesOffered(source);
    else if (source->hasText())
        insertPlainText(source->text());
}

void PlainEdit::paintEvent(QPaintEvent *event)
{
    QPlainTextEdit::paintEvent(event);
}

void PlainEdit::focusInEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusInEvent(event);
    if (parentWidget())
        parentWidget()->update();
}

void PlainEdit::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (parentWidget())
        parentWidget()->update();
}

} // namespace destek::ui
