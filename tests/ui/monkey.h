#pragma once

#include "tests/ui/ui_world.h"

#include <QRandomGenerator>

namespace destek::test
{

/// Does what nobody plans: keys, clicks, wheels, drags, resizing and any command at random, while
/// customers write, colleagues act, answers fail, the line breaks, the screen locks and the clock
/// goes on. The same seed throws the same dice again.
class Monkey
{
public:
    Monkey(UiWorld &world, quint32 seed);
    /// One event, handled before it returns.
    void act();
    /// What it did last, newest at the end, for whoever has to find out.
    [[nodiscard]] const QStringList &lately() const { return m_lately; }

private:
    void pressKey();
    void typeText();
    void click();
    void wheel();
    void drag();
    void focusGoes();
    void resize();
    void customerWrites();
    void colleagueActs();
    void statusComes();
    void answersFail();
    void timePasses();
    void lineBreaks();
    void screenLocks();
    void somethingIsChosen();
    void personIsErased();
    void comeBackIn();
    /// A visible widget under a random point of a random open window; nullptr if there is none.
    [[nodiscard]] QWidget *somewhere(QPoint &at);
    [[nodiscard]] ConversationId someConversation();
    [[nodiscard]] int below(int bound) { return int(m_random.bounded(bound)); }
    void note(const QString &what);

    UiWorld &m_world;
    QRandomGenerator m_random;
    QStringList m_lately;
    int m_erased = 0;
};

} // namespace destek::test
