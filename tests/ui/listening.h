#pragma once

#include "ui/kit/announcement.h"

#include <QApplication>

#include <algorithm>

namespace destek::test
{

/// What is spoken of itself, whatever has the keyboard, while this lives. Everything that speaks
/// goes through ui/kit/announcement.h (a lint sees to it).
class Listening final : public QObject
{
public:
    Listening() { qApp->installEventFilter(this); }
    [[nodiscard]] bool heard(const QString &part) const { return times(part) > 0; }
    [[nodiscard]] int times(const QString &part) const
    {
        return int(std::count_if(said.begin(), said.end(),
                                 [&](const QString &one) { return one.contains(part); }));
    }
    QStringList said;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == ui::AnnouncedEvent::kind())
            said << static_cast<ui::AnnouncedEvent *>(event)->sentence;
        return false;
    }
};

} // namespace destek::test
