#include "tests/ui/monkey.h"

#include <QClipboard>
#include <QPlainTextEdit>
#include <QWheelEvent>

#include <array>

using namespace Qt::StringLiterals;

namespace destek::test
{

namespace
{

constexpr int kRemembered = 40;

struct Press {
    Qt::Key key;
    Qt::KeyboardModifiers modifiers;
};

/// What moves and acts; quitting is left out, since a monkey that leaves has nothing to say.
constexpr std::array kPresses{
    Press{Qt::Key_Tab, Qt::NoModifier},       Press{Qt::Key_Tab, Qt::ShiftModifier},
    Press{Qt::Key_Return, Qt::NoModifier},    Press{Qt::Key_Escape, Qt::NoModifier},
    Press{Qt::Key_Up, Qt::NoModifier},        Press{Qt::Key_Down, Qt::NoModifier},
    Press{Qt::Key_Left, Qt::NoModifier},      Press{Qt::Key_Right, Qt::NoModifier},
    Press{Qt::Key_PageUp, Qt::NoModifier},    Press{Qt::Key_PageDown, Qt::NoModifier},
    Press{Qt::Key_Home, Qt::NoModifier},      Press{Qt::Key_End, Qt::ControlModifier},
    Press{Qt::Key_Backspace, Qt::NoModifier}, Press{Qt::Key_Delete, Qt::NoModifier},
    Press{Qt::Key_Space, Qt::NoModifier},     Press{Qt::Key_Down, Qt::AltModifier},
    Press{Qt::Key_Up, Qt::AltModifier},       Press{Qt::Key_Left, Qt::AltModifier},
    Press{Qt::Key_Right, Qt::AltModifier},    Press{Qt::Key_F1, Qt::NoModifier},
    Press{Qt::Key_F2, Qt::NoModifier},        Press{Qt::Key_F3, Qt::NoModifier},
    Press{Qt::Key_F4, Qt::NoModifier},        Press{Qt::Key_F5, Qt::NoModifier},
    Press{Qt::Key_F6, Qt::NoModifier},        Press{Qt::Key_F7, Qt::NoModifier},
    Press{Qt::Key_F8, Qt::NoModifier},        Press{Qt::Key_F9, Qt::NoModifier},
    Press{Qt::Key_1, Qt::ControlModifier},    Press{Qt::Key_4, Qt::ControlModifier},
    Press{Qt::Key_5, Qt::ControlModifier},    Press{Qt::Key_6, Qt::ControlModifier},
    Press{Qt::Key_A, Qt::ControlModifier},    Press{Qt::Key_C, Qt::ControlModifier},
    Press{Qt::Key_F, Qt::ControlModifier},    Press{Qt::Key_J, Qt::ControlModifier},
    Press{Qt::Key_K, Qt::ControlModifier},    Press{Qt::Key_L, Qt::ControlModifier},
    Press{Qt::Key_V, Qt::ControlModifier},    Press{Qt::Key_Z, Qt::ControlModifier},
    Press{Qt::Key_Plus, Qt::ControlModifier}, Press{Qt::Key_Minus, Qt::ControlModifier},
    Press{Qt::Key_0, Qt::ControlModifier},
};

const QStringList &someTexts()
{
    static const QStringList texts{u"Merhaba"_s,
                                   u"/iade"_s,
                                   u"*kalın* _eğik_"_s,
                                   u"İIıi ğüşöç"_s,
                                   u"مرحبا بالعالم"_s,
                                   u"👩🏽‍🚒🏳️‍🌈"_s,
                                   u"4111 1111 1111 1111"_s,
                                   u"DURDUR"_s,
                                   QString(300, u'x'),
                                   u"\u202e\u0007\u200b"_s,
                                   u"<b>kalın</b>&amp;"_s,
                                   u"satır\nsatır"_s};
    return texts;
}

} // namespace

Monkey::Monkey(UiWorld &world, quint32 seed) : m_world(world), m_random(seed)
{
    // What app/console_root does when these are asked for.
    auto *window = world.window.get();
    QObject::connect(window, &ui::MainWindow::themeChosen, &world.theme, &ui::Theme::choose);
    QObject::connect(window, &ui::MainWindow::zoomChosen, &world.theme, &ui::Theme::setZoom);
    QObject::connect(window, &ui::MainWindow::languageChosen, &world.speech, &ui::Speech::choose);
    QObject::connect(window, &ui::MainWindow::signOutRequested, &world.state,
                     &models::ConsoleState::signOut);
}

void Monkey::note(const QString &what)
{
    m_lately << what;
    if (m_lately.size() > kRemembered)
        m_lately.removeFirst();
}

void Monkey::act()
{
    // A locked screen and a lost line are places to play in as well, for a while.
    if (!m_world.state.isLive() && below(30) == 0)
        comeBackIn();
    if (!m_world.window->isVisible() || m_world.window->isMinimized())
        m_world.window->comeForward();
    struct Trick {
        int weight; // of a thousand
        void (Monkey::*play)();
    };
    static constexpr std::array kTricks{
        Trick{350, &Monkey::pressKey},
        Trick{100, &Monkey::typeText},
        Trick{200, &Monkey::click},
        Trick{80, &Monkey::wheel},
        Trick{20, &Monkey::drag},
        Trick{15, &Monkey::focusGoes},
        Trick{20, &Monkey::resize},
        Trick{80, &Monkey::customerWrites},
        Trick{40, &Monkey::colleagueActs},
        Trick{40, &Monkey::statusComes},
        Trick{18, &Monkey::answersFail},
        Trick{20, &Monkey::timePasses},
        Trick{6, &Monkey::lineBreaks},
        Trick{3, &Monkey::screenLocks},
        Trick{7, &Monkey::somethingIsChosen},
        Trick{1, &Monkey::personIsErased},
    };
    int dice = below(1000);
    for (const Trick &trick : kTricks) {
        dice -= trick.weight;
        if (dice < 0) {
            (this->*trick.play)();
            break;
        }
    }
    QCoreApplication::processEvents();
}

void Monkey::pressKey()
{
    const Press &press = kPresses[size_t(below(int(kPresses.size())))];
    QWidget *popup = QApplication::activePopupWidget();
    QWidget *focus = popup ? popup : QApplication::focusWidget();
    note(u"key %1"_s.arg(QKeySequence(int(press.key) | int(press.modifiers)).toString()));
    QTest::keyClick(focus ? focus : m_world.window.get(), press.key, press.modifiers);
}

void Monkey::typeText()
{
    const QString &text = someTexts().at(below(int(someTexts().size())));
    QWidget *focus = QApplication::focusWidget();
    note(u"text of %1"_s.arg(text.size()));
    if (!focus || QApplication::activePopupWidget())
        return;
    // One event for each character; composed ones come as an input method would bring them.
    for (const QChar c : text) {
        QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QString(c));
        QPointer<QWidget> alive = focus;
        QCoreApplication::sendEvent(focus, &press);
        if (!alive)
            return;
    }
}

QWidget *Monkey::somewhere(QPoint &at)
{
    QWidget *window = QApplication::activePopupWidget();
    if (!window)
        window = QApplication::activeModalWidget();
    if (!window) {
        QWidgetList open;
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (widget->isVisible() && widget->isEnabled())
                open << widget;
        }
        if (open.isEmpty())
            return nullptr;
        window = open.at(below(int(open.size())));
    }
    const QPoint point(below(std::max(1, window->width())), below(std::max(1, window->height())));
    QWidget *target = window->childAt(point);
    if (!target)
        target = window;
    at = target->mapFrom(window, point);
    return target;
}

void Monkey::click()
{
    QPoint at;
    QWidget *target = somewhere(at);
    if (!target)
        return;
    note(u"click on %1"_s.arg(QLatin1StringView(target->metaObject()->className())));
    const int dice = below(10);
    if (dice == 0)
        QTest::mouseClick(target, Qt::RightButton, {}, at);
    else if (dice == 1)
        QTest::mouseDClick(target, Qt::LeftButton, {}, at);
    else
        QTest::mouseClick(target, Qt::LeftButton, dice == 2 ? Qt::ShiftModifier : Qt::NoModifier,
                          at);
}

void Monkey::wheel()
{
    QPoint at;
    QWidget *target = somewhere(at);
    if (!target)
        return;
    note(u"wheel"_s);
    QWheelEvent event(at, target->mapToGlobal(at), QPoint(), QPoint(0, 120 * (below(9) - 4)),
                      Qt::NoButton, below(20) == 0 ? Qt::ControlModifier : Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(target, &event);
}

void Monkey::resize()
{
    note(u"resize"_s);
    m_world.window->resize(700 + below(1200), 420 + below(700));
}

ConversationId Monkey::someConversation()
{
    return ConversationId(1 + below(m_world.server.world().conversationCount()));
}

void Monkey::customerWrites()
{
    const ConversationId open = m_world.state.thread()->conversation();
    const ConversationId id = open.isValid() && below(2) == 0 ? open : someConversation();
    note(u"customer %1 writes"_s.arg(id.value));
    if (m_world.server.world().exists(id))
        m_world.server.customerWrites(id, someTexts().at(below(int(someTexts().size()))));
}

void Monkey::colleagueActs()
{
    const ConversationId id = someConversation();
    const QList<Colleague> colleagues = m_world.server.teamNow().view.colleagues;
    if (colleagues.isEmpty() || !m_world.server.world().exists(id))
        return;
    const AgentId who = colleagues.at(below(int(colleagues.size()))).id;
    note(u"colleague acts on %1"_s.arg(id.value));
    WorkAct act;
    act.kind = std::array{WorkAct::Kind::Claim, WorkAct::Kind::TakeOver, WorkAct::Kind::Release,
                          WorkAct::Kind::Resolve, WorkAct::Kind::Reopen}[size_t(below(5))];
    m_world.server.colleagueActs(who, id, act);
    m_world.server.colleagueAttends(who, id, below(2) == 0);
}

void Monkey::statusComes()
{
    const auto &sent = m_world.server.sent();
    if (sent.isEmpty())
        return;
    note(u"a status comes"_s);
    const std::array states{SendState::Accepted, SendState::Sent,   SendState::Delivered,
                            SendState::Read,     SendState::Failed, SendState::Unknown};
    m_world.server.settle(sent.at(below(int(sent.size()))).id, states[size_t(below(6))], 131026);
}

void Monkey::answersFail()
{
    const std::array calls{net::FakeCall::Send,   net::FakeCall::Thread, net::FakeCall::Person,
                           net::FakeCall::Search, net::FakeCall::Act,    net::FakeCall::Inbox};
    const std::array codes{ApiErrorCode::Unreachable, ApiErrorCode::Timeout, ApiErrorCode::Busy,
                           ApiErrorCode::Internal, ApiErrorCode::NotFound};
    note(u"an answer will fail"_s);
    m_world.server.failNext(calls[size_t(below(int(calls.size())))],
                            codes[size_t(below(int(codes.size())))]);
}

void Monkey::timePasses()
{
    note(u"time passes"_s);
    QApplication::clipboard()->setText(someTexts().at(below(int(someTexts().size()))));
    m_world.clock.advance(std::chrono::seconds(below(600)));
    m_world.server.letHeldGo();
    m_world.window->tick();
}

void Monkey::personIsErased()
{
    const ConversationId id = someConversation();
    if (!m_world.server.world().exists(id) ||
        ++m_erased > m_world.server.world().conversationCount() / 2)
        return;
    note(u"person of %1 erased"_s.arg(id.value));
    m_world.server.erasePerson(net::FakeWorld::contactOf(id));
}

void Monkey::drag()
{
    QPoint at;
    QWidget *target = somewhere(at);
    // A drag of text out of a field waits inside the press until the button is let go.
    if (!target || qobject_cast<QPlainTextEdit *>(target->parentWidget()))
        return;
    note(u"drag on %1"_s.arg(QLatin1StringView(target->metaObject()->className())));
    const QPointer<QWidget> alive = target;
    QTest::mousePress(target, Qt::LeftButton, {}, at);
    for (int step = 0; step < 3 && alive; ++step) {
        at += QPoint(below(81) - 40, below(81) - 40);
        QTest::mouseMove(target, at);
        QMouseEvent move(QEvent::MouseMove, at, target->mapToGlobal(at), Qt::NoButton,
                         Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(target, &move);
    }
    if (alive)
        QTest::mouseRelease(target, Qt::LeftButton, {}, at);
}

void Monkey::focusGoes()
{
    note(u"focus goes elsewhere"_s);
    if (below(3) == 0) { // to another program and back
        QEvent away(QEvent::WindowDeactivate);
        QCoreApplication::sendEvent(m_world.window.get(), &away);
        QEvent back(QEvent::WindowActivate);
        QCoreApplication::sendEvent(m_world.window.get(), &back);
        return;
    }
    QPoint at;
    if (QWidget *target = somewhere(at))
        target->setFocus(Qt::FocusReason(below(int(Qt::NoFocusReason))));
}

void Monkey::lineBreaks()
{
    const auto state = std::array{net::FeedState::Offline, net::FeedState::CatchingUp,
                                  net::FeedState::Connecting}[size_t(below(3))];
    note(u"the line breaks"_s);
    if (m_world.state.isLive())
        m_world.server.feed()->setState(state);
}

void Monkey::screenLocks()
{
    note(u"the screen is locked"_s);
    m_world.state.lock();
}

/// Any command of the console: palette, menus and keys lead here.
void Monkey::somethingIsChosen()
{
    QStringList ids;
    for (int group = 0; group < int(ui::CommandGroup::Count); ++group)
        ids << m_world.commands.ids(ui::CommandGroup(group));
    const QString id = ids.at(below(int(ids.size())));
    note(u"command %1"_s.arg(id));
    m_world.commands.run(id);
}

/// Signed out, locked or cut off by what it did: back to work.
void Monkey::comeBackIn()
{
    auto &state = m_world.state;
    note(u"comes back in from phase %1"_s.arg(int(state.phase())));
    switch (state.phase()) {
    case models::ConsolePhase::Running:
        m_world.server.feed()->setState(net::FeedState::CatchingUp);
        m_world.server.feed()->goLive(m_world.clock.now(), m_world.server.world().seq());
        break;
    case models::ConsolePhase::Locked:
        state.unlock(net::FakeServer::password(), Secret());
        break;
    case models::ConsolePhase::SigningIn:
    case models::ConsolePhase::Loading:
        break;
    default:
        state.signIn(net::FakeServer::pairing(), u"deniz"_s, net::FakeServer::password(), Secret());
    }
    for (int turn = 0; turn < 20 && !state.isLive(); ++turn)
        QCoreApplication::processEvents();
}

} // namespace destek::test
