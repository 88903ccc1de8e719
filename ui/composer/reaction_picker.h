#pragma once

#include "ui/theme/theme.h"

#include <QFrame>

class QLineEdit;

namespace destek::ui
{

class Button;
class Label;

/// One grapheme that is a picture and no letter, digit or sign of ours.
[[nodiscard]] bool isSingleEmoji(const QString &text);

/// A small window with the usual emoji and a field for any other. Arrows walk, Enter takes,
/// Esc leaves. The one that was sent before is marked: taking it again takes it back.
class ReactionPicker : public QFrame
{
    Q_OBJECT
public:
    ReactionPicker(const Theme &theme, const QString &present, QWidget *parent);
    /// Near a point on the screen, inside it; deletes itself when it is left.
    void popUp(QPoint at);
    [[nodiscard]] QLineEdit *field() const { return m_field; }

Q_SIGNALS:
    /// Empty: takes back what was there.
    void chosen(const QString &emoji);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void take(const QString &emoji);
    void takeTyped();

    const Theme &m_theme;
    QString m_present;
    QList<QWidget *> m_faces;
    QLineEdit *m_field;
    Label *m_hint;
    Button *m_back = nullptr;
};

} // namespace destek::ui
