#pragma once

#include <QEvent>
#include <QString>

class QAbstractItemView;
class QWidget;

namespace destek::ui
{

/// Says a sentence to screen readers without moving the focus: `from` takes it as its accessible
/// name. Nothing happens while no screen reader listens.
void announce(QWidget *from, const QString &sentence);
/// The same of a row of a list, in the row's own words.
void announceRow(QAbstractItemView *from, int row);

/// Sent to `from` besides, with what was said: not only a screen reader may want to know.
class AnnouncedEvent final : public QEvent
{
public:
    explicit AnnouncedEvent(const QString &said) : QEvent(kind()), sentence(said) {}
    [[nodiscard]] static Type kind();
    const QString sentence;
};

} // namespace destek::ui
