#pragma once

#include <QPlainTextEdit>

namespace destek::ui
{

class Theme;

/// The field one writes in: plain text only, also when pasting or dropping; Enter sends,
/// Shift+Enter starts a new line, Ctrl+B, I, Shift+X and Shift+M format. Grows to eight lines.
/// Pasted or dropped files are offered to the composer.
class PlainEdit : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit PlainEdit(const Theme &theme, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {80, sizeHint().height()}; }

    /// Puts WhatsApp's sign round the selected words, or takes it off again.
    void wrap(const QString &sign);

Q_SIGNALS:
    void sendRequested();
    /// Files or a picture were pasted or dropped.
    void filesOffered(const QMimeData *source);
    void escaped();

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
};

} // namespace destek::ui
