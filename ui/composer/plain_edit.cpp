#include "ui/composer/plain_edit.h"

#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>

namespace destek::ui
{

namespace
{

constexpr int kMostLines = 8;

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
    QPlainTextEdit::keyPressEvent(event);
}

bool PlainEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText();
}

void PlainEdit::insertFromMimeData(const QMimeData *source)
{
    if (source->hasText())
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
