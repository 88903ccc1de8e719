// Frame times of the console's own panes over a world of 100,000 conversations, one of them with
// 1,000,000 messages, computed when asked; and of a bare QListView with plain rows, alternating.
// A frame is the time from the event until the paint that it caused is over. Prints one line of
// JSON.
//
//   destek-bench-scroll ROUNDS

#include "tests/bench/frames.h"
#include "tests/ui/ui_world.h"
#include "ui/inbox/inbox_pane.h"
#include "ui/shell/desk_page.h"
#include "ui/thread/thread_pane.h"
#include "ui/thread/thread_view.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace destek;
using namespace destek::bench;

namespace
{

constexpr int kConversations = 100'000;
constexpr int kMessages = 1'000'000;
constexpr int kJumps = 40;
constexpr int kArrivals = 60;

/// The console over the large world.
class LargeConsole
{
public:
    LargeConsole() : m_world({kConversations, 40, kMessages})
    {
        m_ok = m_world.enter();
        auto *inbox = m_world.state.inbox();
        while (m_ok && inbox->canFetchMore({})) {
            inbox->fetchMore({});
            m_ok = QTest::qWaitFor([inbox] { return !inbox->isLoading(); });
        }
        m_inbox = std::make_unique<Painted>(list()->viewport());
        m_thread = std::make_unique<Painted>(view()->viewport());
        m_thread->isRight = [this] {
            auto *thread = m_world.state.thread();
            return thread->conversation() == m_wanted && thread->rowCount() > 0;
        };
    }
    [[nodiscard]] bool isReady() const { return m_ok; }
    [[nodiscard]] int rows() { return m_world.state.inbox()->rowCount(); }
    [[nodiscard]] QListView *list() { return m_world.window->desk()->inbox()->list(); }
    [[nodiscard]] ui::ThreadView *view() { return m_world.window->desk()->thread()->view(); }

    void scrollInbox(Frames &frames, const QString &name)
    {
        for (int i = 0; i < kWheels; ++i)
            frames.time(name, *m_inbox,
                        [this, i] { wheel(list()->viewport(), i % 100 < 50 ? -1 : 1); });
    }
    void goFarInInbox(Frames &frames, const QString &name)
    {
        auto *bar = list()->verticalScrollBar();
        for (int i = 0; i < kJumps; ++i)
            frames.time(name, *m_inbox, [&] {
                bar->setValue(int(qint64(bar->maximum()) * (i * 37 % kJumps) / kJumps));
            });
        bar->setValue(0);
    }
    void change(Frames &frames, const QString &name, int round)
    {
        for (int i = 0; i < kSwitches; ++i) {
            m_wanted = ConversationId(2 + (round * kSwitches + i) * 37 % (kConversations - 2));
            frames.time(name, *m_thread,
                        [this] { m_world.window->desk()->openConversation(m_wanted); });
        }
    }
    void openLong()
    {
        Frames unused;
        m_wanted = ConversationId(1);
        unused.time({}, *m_thread, [this] { m_world.window->desk()->openConversation(m_wanted); });
    }
    void receive(Frames &frames, const QString &name)
    {
        for (int i = 0; i < kArrivals; ++i)
            frames.time(name, *m_thread, [this] {
                m_world.server.customerWrites(m_wanted, u"Merhaba, yine ben."_s);
            });
    }
    void scrollUp(Frames &frames, const QString &name)
    {
        for (int i = 0; i < kWheels * 3; ++i)
            frames.time(name, *m_thread, [this] { wheel(view()->viewport(), 1); });
    }
    void jump(Frames &frames, const QString &name)
    {
        for (int i = 0; i < kJumps; ++i) {
            const int index = int(qint64(kMessages) * (i * 13 % kJumps) / kJumps) + 20;
            const MessageView message = m_world.server.world().message(m_wanted, index);
            frames.time(name, *m_thread, [&] {
                m_world.state.openMessage(m_wanted, {message.at, message.order});
            });
        }
    }
    void goToEnd() { view()->goToEnd(); }
    [[nodiscard]] int rowsOfThread() { return m_world.state.thread()->rowCount(); }

private:
    test::UiWorld m_world;
    std::unique_ptr<Painted> m_inbox;
    std::unique_ptr<Painted> m_thread;
    ConversationId m_wanted;
    bool m_ok = false;
};

QJsonArray measure(LargeConsole &console, int rounds, QJsonArray &memory)
{
    const QString bareRows = u"bare list, inbox size: wheel"_s;
    const QString bareThread = u"bare list, thread size: wheel"_s;
    const QString bareChange = u"bare list, thread size: 50 other rows"_s;
    const QString inbox = u"inbox: wheel"_s;
    const QString far = u"inbox: far jump of the scroll bar"_s;
    const QString change = u"another conversation (answered at once)"_s;
    const QString live = u"thread: a message arrives at its end"_s;
    const QString up = u"thread: wheel up, loading older"_s;
    const QString jumps = u"thread: jump to a place in a million"_s;
    Frames frames;
    BareList many(kConversations, console.list()->size());
    BareList beside(1000, console.view()->size());
    BareList changing(50, console.view()->size());
    for (int round = 0; round < rounds; ++round) {
        many.scroll(frames, bareRows);
        console.scrollInbox(frames, inbox);
        console.goFarInInbox(frames, far);
        changing.change(frames, bareChange);
        console.change(frames, change, round);
        console.openLong();
        console.receive(frames, live);
        beside.scroll(frames, bareThread);
        console.scrollUp(frames, up);
        if (round == 0 || round == rounds - 1)
            memory << QJsonObject{
                {u"what"_s, u"after scrolling up, round %1 (%2 rows kept)"_s.arg(round + 1).arg(
                                console.rowsOfThread())},
                {u"rss_mb"_s, memoryMb()}};
        console.jump(frames, jumps);
        console.goToEnd();
    }
    return {frames.row(bareRows, bareRows),     frames.row(inbox, bareRows),
            frames.row(far, bareRows),          frames.row(bareThread, bareThread),
            frames.row(up, bareThread),         frames.row(live, bareThread),
            frames.row(bareChange, bareChange), frames.row(change, bareChange),
            frames.row(jumps, bareChange)};
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const int rounds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 3;
    QJsonArray memory;
    const auto remember = [&memory](const QString &what) {
        memory << QJsonObject{{u"what"_s, what}, {u"rss_mb"_s, memoryMb()}};
    };
    remember(u"QApplication"_s);
    LargeConsole console;
    if (!console.isReady() || console.rows() != kConversations) {
        std::fprintf(stderr, "the inbox was not filled: %d rows\n", console.rows());
        return 1;
    }
    remember(u"console with an inbox of 100,000"_s);
    const QJsonArray frames = measure(console, rounds, memory);
    remember(u"at the end of the thread again"_s);
    const QJsonObject answer{{u"frames"_s, frames}, {u"memory"_s, memory}};
    std::printf("%s\n", QJsonDocument(answer).toJson(QJsonDocument::Compact).constData());
    return 0;
}
