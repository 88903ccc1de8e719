#pragma once

#include <QPlainTextEdit>

namespace destek::ui
{

class Theme;

/// The field one writes in: plain text only, also when pasting or dropping; Enter sends,
/// Shift+Enter starts a new line. Grows to eight lines.
class PlainEdit : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit PlainEdit(const Theme &theme, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {80, sizeHint().height()}; }

Q_SIGNALS:
    void sendRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace destek::ui
