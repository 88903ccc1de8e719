#pragma once

#include <QObject>
#include <QPointer>

class QFocusFrame;
class QWidget;

namespace destek::ui
{

/// Shows where Tab has led to: scrolls there, and frames lists and panes, which have no mark of
/// their own. Buttons and fields draw theirs; a click needs none. One for the whole program.
class FocusSight : public QObject
{
    Q_OBJECT
public:
    explicit FocusSight(QObject *parent = nullptr);
    ~FocusSight() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void show(QWidget *widget);
    QPointer<QFocusFrame> m_frame; ///< goes with the dialog it stands in
};

} // namespace destek::ui
