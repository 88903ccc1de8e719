// What an agent's hands feel: a key until its letter, Enter until the bubble, another
// conversation, the palette, the filter; memory after scrolling 20,000 messages up and back; how
// long one event ever kept the GUI thread; and a soak of the live feed. The console's own panes
// over the world of net/fake, each beside a bare Qt widget that does as much, alternating. Prints
// one line of JSON.
//
//   destek-bench-desk hands ROUNDS
//   destek-bench-desk soak SECONDS     1,000 events a minute
#include "models/inbox/inbox_model.h"
#include "tests/bench/bare_widgets.h"
#include "tests/ui/ui_world.h"
#include "ui/commands/palette.h"
#include "ui/composer/composer.h"
#include "ui/composer/plain_edit.h"
#include "ui/inbox/inbox_pane.h"
#include "ui/shell/desk_page.h"
#include "ui/thread/thread_pane.h"
#include "ui/thread/thread_view.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace destek;
using namespace destek::bench;

namespace
{

constexpr int kPalettes = 60;
constexpr int kCommands = 500;
constexpr int kLong = 20'000;
constexpr int kLarge = 100'000;
constexpr int kEventsAMinute = 1000;
constexpr std::int64_t kPatienceNs = 2'000'000'000;
constexpr auto kLan = std::chrono::milliseconds(20);
const QStringList kWords{u"yıldız"_s, u"şeker"_s, u"ışık"_s, u"İpek"_s, u"çağ"_s};

/// Writes down how long each event kept the GUI thread busy, in its processor time.
class TimedApplication final : public QApplication
{
public:
    using QApplication::QApplication;
    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth > 0)
            return QApplication::notify(receiver, event);
        const qint64 before = threadNs();
        ++m_depth;
        const bool handled = QApplication::notify(receiver, event);
        --m_depth;
        if (counts)
            busy.push_back(threadNs() - before);
        return handled;
    }
    /// What a floor does is nobody's concern.
    void without(const std::function<void()> &floor)
    {
        counts = false;
        floor();
        counts = true;
    }
    std::vector<std::int64_t> busy; ///< ns
    bool counts = true;

private:
    static qint64 threadNs()
    {
        timespec at{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &at);
        return qint64(at.tv_sec) * 1'000'000'000 + at.tv_nsec;
    }
    int m_depth = 0;
};

/// The console, signed in, with conversation 1 open.
class Desk
{
public:
    explicit Desk(net::WorldSize size) : m_world(size)
    {
        m_ok = m_world.enter();
        auto *inbox = m_world.state.inbox();
        while (m_ok && inbox->canFetchMore({})) {
            inbox->fetchMore({});
            m_ok = QTest::qWaitFor([inbox] { return !inbox->isLoading(); });
        }
        m_thread = std::make_unique<Painted>(view()->viewport());
        m_edit = std::make_unique<Painted>(edit()->viewport());
        m_list = std::make_unique<Painted>(list()->viewport());
        m_palette = std::make_unique<Painted>(m_world.window->palette()->list()->viewport());
        open(ConversationId(1));
    }
    [[nodiscard]] bool isReady() const { return m_ok; }
    [[nodiscard]] test::UiWorld &world() { return m_world; }
    [[nodiscard]] ui::PlainEdit *edit()
    {
        return m_world.window->desk()->thread()->composer()->edit();
    }
    [[nodiscard]] ui::ThreadView *view() { return m_world.window->desk()->thread()->view(); }
    [[nodiscard]] QListView *list() { return m_world.window->desk()->inbox()->list(); }

    void open(ConversationId id)
    {
        m_wanted = id;
        m_world.window->desk()->openConversation(id);
        m_ok = m_ok && QTest::qWaitFor([this] { return m_world.state.thread()->rowCount() > 0; });
        QTest::qWait(200);
    }

    void typeKeys(Frames &frames, const QString &name)
    {
        edit()->setFocus();
        for (int i = 0; i < kKeys; ++i)
            frames.time(name, *m_edit,
                        [&] { QTest::keyClick(edit(), Qt::Key(Qt::Key_A + i % 26)); });
        edit()->clear();
        QTest::qWait(50);
    }
    void sendShort(Frames &frames, const QString &name)
    {
        auto *thread = m_world.state.thread();
        for (int i = 0; i < kSends; ++i) {
            edit()->setPlainText(u"Merhaba, hemen bakıyorum %1"_s.arg(i));
            QCoreApplication::processEvents();
            const int before = thread->rowCount();
            m_thread->isRight = [thread, before] { return thread->rowCount() > before; };
            frames.time(name, *m_thread, [&] { QTest::keyClick(edit(), Qt::Key_Return); });
        }
        m_thread->isRight = nullptr;
        QTest::qWait(100);
    }
    /// `away`: what the daemon answers takes as long as on a network.
    void change(Frames &frames, const QString &name, bool away)
    {
        auto *thread = m_world.state.thread();
        m_thread->isRight = [this, thread] {
            return thread->conversation() == m_wanted && thread->rowCount() > 0;
        };
        if (away)
            m_world.server.setDelay(kLan);
        for (int i = 0; i < kSwitches; ++i) {
            m_wanted = ConversationId(2 + i % 30);
            const auto act = [this] { m_world.window->desk()->openConversation(m_wanted); };
            frames.time(name, *m_thread, act, away ? kPatienceNs : 0);
        }
        m_world.server.setDelay(Duration::zero());
        m_thread->isRight = nullptr;
        open(ConversationId(1));
    }
    void openPalette(Frames &frames, const QString &opens, const QString &filters)
    {
        auto *palette = m_world.window->palette();
        for (int i = 0; i < kPalettes; ++i) {
            frames.time(opens, *m_palette, [&] { palette->openUp(); });
            for (const QChar c : u"so"_s)
                frames.time(filters, *m_palette,
                            [&] { palette->field()->setText(palette->field()->text() + c); });
            palette->close(true);
            QCoreApplication::processEvents();
        }
    }
    void filter(Frames &frames, const QString &name)
    {
        auto *inbox = m_world.state.inbox();
        for (const QString &word : kWords) {
            frames.time(name, *m_list, asEvent([=] { inbox->setFilter(word); }));
            frames.time(name, *m_list, asEvent([=] { inbox->setFilter({}); }));
        }
    }
    void changeQueue(Frames &frames, const QString &name)
    {
        using models::Queue;
        auto *inbox = m_world.state.inbox();
        for (const Queue queue :
             {Queue::Mine, Queue::Team, Queue::Unassigned, Queue::Snoozed, Queue::All})
            frames.time(name, *m_list, asEvent([=] { inbox->setQueue(queue); }));
    }
    void changeView(Frames &frames, const QString &name)
    {
        auto *inbox = m_world.state.inbox();
        InboxFilter waiting;
        waiting.waitingOnly = true;
        InboxFilter urgent;
        urgent.atLeast = Priority::High;
        for (const InboxFilter &view : {waiting, urgent, InboxFilter{}})
            frames.time(name, *m_list, asEvent([=] { inbox->setView(view); }));
    }
    /// To the very first message and back to the last; answers how many rows were passed.
    int scrollUpAndBack()
    {
        int passed = 0;
        auto *thread = m_world.state.thread();
        auto *bar = view()->verticalScrollBar();
        view()->goToEnd();
        for (int i = 0; i < 200'000 && (thread->hasOlder() || bar->value() > 0); ++i) {
            wheel(view()->viewport(), 8);
            QCoreApplication::processEvents();
            ++passed;
        }
        for (int i = 0; i < 200'000 && (thread->hasNewer() || bar->value() < bar->maximum()); ++i) {
            wheel(view()->viewport(), -8);
            QCoreApplication::processEvents();
        }
        return passed;
    }

private:
    /// So that its time counts among the GUI thread's events.
    static std::function<void()> asEvent(const std::function<void()> &act)
    {
        return [act] { QMetaObject::invokeMethod(qApp, act, Qt::QueuedConnection); };
    }

    test::UiWorld m_world;
    std::unique_ptr<Painted> m_thread;
    std::unique_ptr<Painted> m_edit;
    std::unique_ptr<Painted> m_list;
    std::unique_ptr<Painted> m_palette;
    ConversationId m_wanted;
    bool m_ok = false;
};

void addCommands(ui::Commands &commands)
{
    for (int i = int(commands.ids().size()); i < kCommands; ++i) {
        ui::Command command;
        command.id = u"bench.%1"_s.arg(i);
        command.words = [i] { return u"Something to do %1"_s.arg(i); };
        command.run = [] {};
        commands.add(command);
    }
}

QJsonObject fact(const QString &what, double value, const QString &unit)
{
    return {{u"what"_s, what}, {u"value"_s, value}, {u"unit"_s, unit}};
}

/// And forgets them.
QJsonArray busyFacts(TimedApplication &application, const QString &when)
{
    auto &busy = application.busy;
    const auto longer =
        std::count_if(busy.begin(), busy.end(), [](std::int64_t ns) { return ns > 8'000'000; });
    const QJsonArray facts{fact(when + u": events handled"_s, double(busy.size()), {}),
                           fact(when + u": one event, p50"_s, percentileMs(busy, 50), u"ms CPU"_s),
                           fact(when + u": one event, p99"_s, percentileMs(busy, 99), u"ms CPU"_s),
                           fact(when + u": longest event"_s, percentileMs(busy, 100), u"ms CPU"_s),
                           fact(when + u": events above 8 ms"_s, double(longer), {})};
    busy.clear();
    return facts;
}

void print(const QJsonArray &frames, const QJsonArray &facts)
{
    const QJsonObject answer{{u"frames"_s, frames}, {u"facts"_s, facts}};
    std::printf("%s\n", QJsonDocument(answer).toJson(QJsonDocument::Compact).constData());
}

int hands(TimedApplication &application, int rounds)
{
    const QString bareKey = u"bare QPlainTextEdit: key"_s;
    const QString bareRow = u"bare list: a row more"_s;
    const QString bareCommands = u"bare list: filter 500 rows"_s;
    const QString bareMany = u"bare list: filter 100,000 rows"_s;
    const QString key = u"composer: key until its letter"_s;
    const QString send = u"composer: Enter until the bubble"_s;
    const QString cached = u"another conversation, answered at once"_s;
    const QString away = u"another conversation, 20 ms away"_s;
    const QString opens = u"palette: opens (500 commands)"_s;
    const QString filters = u"palette: a letter more (500 commands)"_s;
    const QString narrow = u"inbox of 100,000: filter by a Turkish word"_s;
    const QString queues = u"inbox of 100,000: another queue"_s;
    const QString views = u"inbox of 100,000: another view"_s;
    Frames frames;
    QJsonArray facts;
    const auto noteBusy = [&](const QString &when) {
        for (const QJsonValue &one : busyFacts(application, when))
            facts << one;
    };
    {
        Desk desk({400, 40, kLong});
        if (!desk.isReady())
            return 1;
        noteBusy(u"GUI thread, signing in and first showing"_s);
        addCommands(desk.world().commands);
        for (int round = 0; round < rounds; ++round) {
            application.without([&] { bareKeys(frames, bareKey, desk.edit()->size()); });
            desk.typeKeys(frames, key);
            application.without([&] { bareRows(frames, bareRow, desk.view()->size()); });
            desk.sendShort(frames, send);
            desk.change(frames, cached, false);
            desk.change(frames, away, true);
            application.without(
                [&] { bareFilter(frames, bareCommands, kCommands, {u"so"_s}, kPalettes); });
            desk.openPalette(frames, opens, filters);
        }
        noteBusy(u"GUI thread, hands"_s);
        const double before = memoryMb();
        desk.scrollUpAndBack();
        const double once = memoryMb();
        desk.scrollUpAndBack();
        const double twice = memoryMb();
        noteBusy(u"GUI thread, scrolling 20,000 messages"_s);
        facts << fact(u"memory before scrolling"_s, before, u"MB"_s)
              << fact(u"memory after 20,000 messages up and back"_s, once, u"MB"_s)
              << fact(u"memory after the same again"_s, twice, u"MB"_s)
              << fact(u"growth by the first time"_s, 100 * (once - before) / before, u"%"_s)
              << fact(u"growth by the second time"_s, 100 * (twice - once) / once, u"%"_s);
    }
    {
        Desk desk({kLarge, 40, 200});
        if (!desk.isReady())
            return 1;
        noteBusy(u"GUI thread, loading an inbox of 100,000"_s);
        for (int round = 0; round < rounds; ++round) {
            application.without([&] { bareFilter(frames, bareMany, kLarge, kWords, 1); });
            desk.filter(frames, narrow);
            desk.changeQueue(frames, queues);
            desk.changeView(frames, views);
        }
        noteBusy(u"GUI thread, filters over 100,000"_s);
    }
    print({frames.row(bareKey, bareKey), frames.row(key, bareKey), frames.row(bareRow, bareRow),
           frames.row(send, bareRow), frames.row(cached, bareRow), frames.row(away, bareRow),
           frames.row(bareCommands, bareCommands), frames.row(opens, bareCommands),
           frames.row(filters, bareCommands), frames.row(bareMany, bareMany),
           frames.row(narrow, bareMany), frames.row(queues, bareMany), frames.row(views, bareMany)},
          facts);
    return 0;
}

/// The inbox equals the daemon's: who is in it, and the last word of each (lessons.md 2.1 no. 10).
bool isTrue(test::UiWorld &world)
{
    for (int place = 0; place < world.server.world().conversationCount(); ++place) {
        const ConversationId id = world.server.world().idAt(place);
        const auto theirs = world.server.world().conversation(id);
        const auto *ours = world.state.inbox()->find(id);
        if (!ours || ours->lastLine != theirs.lastLine || ours->work.heard != theirs.work.heard)
            return false;
    }
    return true;
}

int soak(TimedApplication &application, int seconds)
{
    Desk desk({400, 40, 2000});
    if (!desk.isReady())
        return 1;
    auto &world = desk.world();
    world.server.setSendsAdvance(true);
    QTest::qWait(1000);
    const double before = memoryMb();
    application.busy.clear();
    const double cpuBefore = cpuMs();
    QElapsedTimer clock;
    clock.start();
    int events = 0;
    int wrong = 0;
    for (qint64 minute = 0; clock.elapsed() < seconds * 1000LL;) {
        const qint64 due = clock.elapsed() * kEventsAMinute / 60'000;
        for (; events < due; ++events)
            world.server.customerWrites(ConversationId(1 + events * 7 % 400),
                                        u"soak %1"_s.arg(events));
        QTest::qWait(15);
        if (clock.elapsed() / 60'000 > minute) {
            minute = clock.elapsed() / 60'000;
            wrong += isTrue(world) ? 0 : 1;
        }
    }
    QTest::qWait(300);
    wrong += isTrue(world) ? 0 : 1;
    const double cpu = cpuMs() - cpuBefore;
    QJsonArray facts{fact(u"events"_s, events, {}),
                     fact(u"minutes in which the inbox was not the daemon's"_s, wrong, {}),
                     fact(u"memory before"_s, before, u"MB"_s),
                     fact(u"memory after"_s, memoryMb(), u"MB"_s),
                     fact(u"CPU"_s, 100 * cpu / double(clock.elapsed()), u"% of a core"_s)};
    for (const QJsonValue &one : busyFacts(application, u"GUI thread"_s))
        facts << one;
    print({}, facts);
    return wrong == 0 ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    TimedApplication application(argc, argv);
    const QString what = argc > 1 ? QString::fromLatin1(argv[1]) : QString();
    const int number = argc > 2 ? std::max(1, std::atoi(argv[2])) : 1;
    if (what == "hands"_L1)
        return hands(application, number);
    if (what == "soak"_L1)
        return soak(application, number);
    std::fprintf(stderr, "destek-bench-desk hands ROUNDS | soak SECONDS\n");
    return 64;
}
