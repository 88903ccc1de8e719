#pragma once

#include <QPlainTextEdit>

class QMenu;

namespace destek::ui
{

class Theme;

/// The field one writes in: plain text only, also when pasting or dropping; Enter sends,
/// Shift+Enter starts a new line. Grows to eight lines. or dropped files are offered to
/// the composer.
class PlainEdit : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit PlainEdit(const Theme &theme, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {80, sizeHint().height()}; }

    /// Puts WhatsApp's sign round the selected words, or takes it off again.
    void wrap(const QString &sign);
    /// Stand at the end of the context menu.
    void setMenuActions(const QList<QAction *> &actions) { m_menuActions = actions; }

Q_SIGNALS:
    void sendRequested();
    /// Files or a picture were pasted or dropped.
    void filesOffered(const QMimeData *source);
    void escaped();
    /// Ctrl+Z with nothing in the field that could be undone.
    void undoAsked();
    /// The context menu of this place in the text is about to be shown: more may be put into it.
    void menuOpening(QMenu *menu, int position);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    const Theme &m_theme;
    QList<QAction *> m_menuActions;
};

} // namespace destek::ui
