#pragma once

#include <QKeySequence>
#include <QLineEdit>

namespace destek::ui
{

/// Takes one key as it is pressed instead of text. Backspace and Delete empty it; Tab and Esc keep
/// their meaning, so that the keyboard can leave it.
class KeyField : public QLineEdit
{
    Q_OBJECT
public:
    explicit KeyField(QWidget *parent = nullptr);
    void setKeys(const QKeySequence &keys);
    [[nodiscard]] const QKeySequence &keys() const { return m_keys; }

Q_SIGNALS:
    /// A key was pressed; empty: it was taken away. The field shows it only by setKeys().
    void pressed(const QKeySequence &keys);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QKeySequence m_keys;
};

} // namespace destek::ui
