// Two consoles of two agents, in one process, worked by keys and clicks; workday.py runs the
// daemon, the sandbox and the network around it and obeys what is asked for on stdout, a line of
// JSON each, answered by a line on stdin.
//
//   destek-test-workday FOLDER LINK-OF-A LINK-OF-B
//
// FOLDER takes the profiles. Exit code 0: the day went as it should.
#include "app/console_root.h"
#include "models/inbox/inbox_model.h"
#include "models/thread/thread_model.h"
#include "tests/kit/watched_application.h"
#include "ui/composer/composer.h"
#include "ui/composer/plain_edit.h"
#include "ui/inbox/inbox_pane.h"
#include "ui/kit/button.h"
#include "ui/kit/visible_text.h"
#include "ui/outgoing/queue_review.h"
#include "ui/outgoing/queue_strip.h"
#include "ui/shell/desk_page.h"
#include "ui/signin/signin_pages.h"
#include "ui/thread/thread_pane.h"
#include "ui/thread/thread_view.h"
#include "ui/work/claim_bar.h"
#include "ui/work/hand_over_dialog.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTest>

#include <iostream>

using namespace destek;
using namespace Qt::StringLiterals;
using models::InboxModel;
using models::Queue;
using models::ThreadModel;

namespace
{

constexpr int kPatience = 60'000;
const QString kPassword = u"bir-gunluk-parola-1923"_s;

const QString kAyla = u"Ayla Denizci"_s;
const QString kCan = u"Can Er"_s;
const QString kSu = u"Su Tan"_s;

/// A person at a desk: what they see and what their hands do.
class Seat
{
public:
    Seat(QApplication &application, const QString &user, const QString &folder, const QString &link)
        : m_user(user)
    {
        app::Options options;
        options.connect = link;
        options.language = text::Language::English;
        options.theme = ui::ThemeName::Light;
        options.size = QSize(1280, 800);
        const QWidgetList before = QApplication::topLevelWidgets();
        m_root = std::make_unique<app::ConsoleRoot>(application, options, folder + u'/' + user);
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            auto *window = qobject_cast<ui::MainWindow *>(widget);
            if (window && !before.contains(widget))
                m_window = window;
        }
        m_root->start();
    }

    /// Waits for it; if it never comes, the day is over.
    void expect(const std::function<bool()> &what, const char *words)
    {
        if (QTest::qWaitFor(what, kPatience))
            return;
        std::cerr << qPrintable(m_user) << ": waited in vain: " << words << "\nOn the screen:\n"
                  << qPrintable(ui::visibleText(m_window).join(u'\n')) << std::endl;
        std::exit(1);
    }

    void comeForward()
    {
        m_window->raise();
        m_window->activateWindow();
        QApplication::setActiveWindow(m_window);
        expect([this] { return m_window->isActiveWindow(); }, "the window in front");
    }

    void signIn()
    {
        comeForward();
        const auto field = [this](const QString &name) -> QLineEdit * {
            for (auto *one : m_window->signIn()->findChildren<QLineEdit *>()) {
                if (one->isVisible() && one->accessibleName() == name)
                    return one;
            }
            return nullptr;
        };
        expect([&] { return field(u"Password"_s) != nullptr; }, "the sign-in, after pairing");
        field(u"User name"_s)->clear();
        QTest::keyClicks(field(u"User name"_s), m_user);
        QTest::keyClicks(field(u"Password"_s), kPassword);
        QTest::keyClick(field(u"Password"_s), Qt::Key_Return);
        expect([this] { return m_window->showsDesk() && inbox() != nullptr; }, "the desk");
        expect([this] { return isLive(); }, "the live feed");
    }

    /// What a click on the tab does.
    void chooseQueue(Queue queue)
    {
        auto *tab = desk()->findChild<QAbstractButton *>(u"queue%1"_s.arg(int(queue)));
        QTest::mouseClick(tab, Qt::LeftButton);
    }

    void seesInInbox(const QString &name)
    {
        chooseQueue(Queue::All);
        expect([&] { return rowOf(name).isValid(); }, "a row of the inbox");
    }

    void open(const QString &name)
    {
        comeForward();
        seesInInbox(name);
        auto *list = desk()->inbox()->list();
        list->scrollTo(rowOf(name));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(rowOf(name)).center());
        const ConversationId id(rowOf(name).data(InboxModel::IdRole).toLongLong());
        expect([&] { return thread()->conversation() == id && thread()->rowCount() > 0; },
               "the thread");
    }

    /// A button by its English words, inside what is shown.
    void click(QWidget *inside, const QString &words)
    {
        ui::Button *found = nullptr;
        expect(
            [&] {
                for (auto *button : inside->findChildren<ui::Button *>()) {
                    if (button->isVisible() && button->text() == words)
                        found = button;
                }
                return found != nullptr;
            },
            qPrintable(u"a button: "_s + words));
        QTest::mouseClick(found, Qt::LeftButton);
    }

    /// What was written offline is shown again, because something has happened; it shall go.
    void sendsWhatWaited(const QString &words)
    {
        comeForward();
        auto *strip = m_window->findChild<ui::QueueStrip *>();
        expect([&] { return strip && strip->isVisible(); }, "the question about what waits");
        click(strip, u"Review…"_s);
        ui::QueueReview *review = nullptr;
        expect(
            [&] {
                review = m_window->findChild<ui::QueueReview *>();
                const auto *text = review ? review->findChild<QPlainTextEdit *>() : nullptr;
                return text && review->isVisible() && text->toPlainText().contains(words);
            },
            "what waits, once more");
        click(review, u"Send"_s);
    }

    void press(Qt::Key key) { QTest::keyClick(m_window, key); }

    /// Into the composer, as far as it takes it.
    void type(const QString &text)
    {
        auto *edit = desk()->thread()->composer()->edit();
        edit->setFocus();
        for (const QChar c : text) {
            QKeyEvent down(QEvent::KeyPress, 0, Qt::NoModifier, QString(c));
            QCoreApplication::sendEvent(edit, &down);
        }
    }

    void typeAndSend(const QString &text)
    {
        type(text);
        QTest::keyClick(desk()->thread()->composer()->edit(), Qt::Key_Return);
    }

    /// What was written in vain goes.
    void emptyField()
    {
        auto *edit = desk()->thread()->composer()->edit();
        QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(edit, Qt::Key_Delete);
    }

    /// -1: not in the thread.
    [[nodiscard]] int messageRow(const QString &text) const
    {
        for (int row = thread()->rowCount() - 1; row >= 0; --row) {
            if (thread()->at(row).text.contains(text))
                return row;
        }
        return -1;
    }

    void reads(const QString &text)
    {
        expect([&] { return messageRow(text) >= 0; }, qPrintable(u"to read: "_s + text));
    }

    void seesState(const QString &text, SendState state)
    {
        expect(
            [&] {
                const int row = messageRow(text);
                return row >= 0 && thread()->at(row).state == state;
            },
            qPrintable(u"the tick of: "_s + text));
    }

    void seesMode(ui::ComposerMode mode, const char *words)
    {
        expect([&] { return desk()->thread()->composer()->mode() == mode; }, words);
    }

    /// The states our message went through on this screen, in order.
    [[nodiscard]] QList<SendState> watchTo(const QString &text, SendState last)
    {
        QList<SendState> seen;
        expect(
            [&] {
                const int row = messageRow(text);
                if (row < 0)
                    return false;
                const SendState now = thread()->at(row).state;
                if (seen.isEmpty() || seen.constLast() != now)
                    seen << now;
                return now == last;
            },
            qPrintable(u"the ticks of: "_s + text));
        return seen;
    }

    void giveTo(const QString &name, const QString &note)
    {
        press(Qt::Key_F6);
        expect([this] { return dialog() != nullptr; }, "the dialog for handing over");
        auto *who = dialog()->findChild<QListWidget *>();
        expect([&] { return who->count() > 0; }, "colleagues to hand over to");
        for (int i = 0; i < who->count() && !who->currentItem()->text().contains(name); ++i)
            QTest::keyClick(who, i == 0 ? Qt::Key_Home : Qt::Key_Down);
        expect([&] { return who->currentItem()->text().contains(name); }, "the colleague");
        auto *field = dialog()->findChild<QPlainTextEdit *>();
        QTest::keyClick(who, Qt::Key_Tab);
        expect([&] { return field->hasFocus(); }, "Tab leads to the note");
        QTest::keyClicks(field, note);
        expect([&] { return field->toPlainText() == note; }, "the note in its field");
        for (auto *button : dialog()->findChildren<QPushButton *>()) {
            if (button->text() == "Hand over"_L1)
                QTest::mouseClick(button, Qt::LeftButton);
        }
        expect([this] { return dialog() == nullptr; }, "the dialog closed");
    }

    void snoozeForAnHour()
    {
        press(Qt::Key_F7);
        expect([] { return qobject_cast<QMenu *>(QApplication::activePopupWidget()) != nullptr; },
               "the snooze menu");
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_1);
    }

    /// Of the row in the inbox: where one's colleague stands.
    [[nodiscard]] QString rowWords(const QString &name) const
    {
        return rowOf(name).data(Qt::AccessibleTextRole).toString();
    }

    [[nodiscard]] ConversationSummary summary(const QString &name) const
    {
        return rowOf(name).data(InboxModel::SummaryRole).value<ConversationSummary>();
    }

    [[nodiscard]] bool isLive() const
    {
        return ui::visibleText(m_window).join(u'\n').contains(u"Live · synced"_s);
    }

    [[nodiscard]] QString claimWords() const { return desk()->thread()->claimBar()->sentence(); }
    [[nodiscard]] ui::DeskPage *desk() const { return m_window->desk(); }
    [[nodiscard]] const ThreadModel *thread() const
    {
        return qobject_cast<const ThreadModel *>(desk()->thread()->view()->model());
    }
    [[nodiscard]] ui::MainWindow *window() const { return m_window; }

private:
    [[nodiscard]] InboxModel *inbox() const
    {
        return qobject_cast<InboxModel *>(desk()->inbox()->list()->model());
    }
    [[nodiscard]] ui::HandOverDialog *dialog() const
    {
        for (auto *one : m_window->findChildren<ui::HandOverDialog *>()) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }
    [[nodiscard]] QModelIndex rowOf(const QString &name) const
    {
        for (int row = 0; inbox() && row < inbox()->rowCount(); ++row) {
            if (inbox()
                    ->index(row)
                    .data(InboxModel::SummaryRole)
                    .value<ConversationSummary>()
                    .name == name)
                return inbox()->index(row);
        }
        return {};
    }

    QString m_user;
    ui::MainWindow *m_window = nullptr;
    std::unique_ptr<app::ConsoleRoot> m_root;
};

/// Asks workday.py; its answer. Nothing else happens meanwhile.
QJsonObject ask(const QJsonObject &order)
{
    std::cout << QJsonDocument(order).toJson(QJsonDocument::Compact).constData() << std::endl;
    std::string line;
    if (!std::getline(std::cin, line))
        std::exit(2);
    return QJsonDocument::fromJson(QByteArray::fromStdString(line)).object();
}

void say(const char *words)
{
    static QElapsedTimer clock;
    if (!clock.isValid())
        clock.start();
    std::cerr << "  " << clock.elapsed() / 1000 << " s  " << words << std::endl;
}

void must(bool condition, const char *words)
{
    if (condition)
        return;
    std::cerr << "not so: " << words << std::endl;
    std::exit(1);
}

void customerSends(const QString &name, const QString &number, const QJsonObject &line)
{
    QJsonObject order{{u"from"_s, number}, {u"name"_s, name}, {u"receipts"_s, u"always"_s}};
    for (auto it = line.begin(); it != line.end(); ++it)
        order.insert(it.key(), it.value());
    ask({{u"order"_s, u"inbound"_s}, {u"with"_s, order}});
}

void customerWrites(const QString &name, const QString &number, const QString &text)
{
    customerSends(name, number, {{u"text"_s, text}});
}

/// How many messages the sandbox has taken from us so far.
int taken()
{
    return ask({{u"ask"_s, u"taken"_s}}).value(u"count"_s).toInt();
}

const QString kAylaNumber = u"905550000601"_s;
const QString kCanNumber = u"905550000602"_s;
const QString kSuNumber = u"905550000603"_s;

/// The customer writes; one claims, the other sees it and cannot answer.
void claiming(Seat &a, Seat &b)
{
    say("a customer writes, one agent claims");
    customerWrites(kAyla, kAylaNumber, u"Merhaba, siparişim gelmedi"_s);
    a.seesInInbox(kAyla);
    b.seesInInbox(kAyla);
    a.open(kAyla);
    a.reads(u"siparişim gelmedi"_s);
    a.press(Qt::Key_F5);
    b.open(kAyla);
    b.expect([&] { return b.claimWords().contains(u"Ayşe"_s); }, "that Ayşe answers");
    b.seesMode(ui::ComposerMode::Held, "that one cannot answer here");
    b.typeAndSend(u"Ben de yazayım"_s);
    QTest::qWait(300);
    must(b.messageRow(u"Ben de yazayım"_s) < 0, "no bubble while a colleague answers");
    b.emptyField();
    must(taken() == 0, "nothing went out while a colleague answers");
}

void answering(Seat &a, Seat &b)
{
    say("she answers; the ticks climb");
    a.comeForward();
    a.typeAndSend(u"Merhaba Ayla Hanım, hemen bakıyorum."_s);
    const QList<SendState> ticks = a.watchTo(u"hemen bakıyorum"_s, SendState::Read);
    must(std::is_sorted(ticks.begin(), ticks.end(),
                        [](SendState l, SendState r) {
                            const auto rank = [](SendState s) {
                                return s == SendState::Queued      ? 0
                                       : s == SendState::Sending   ? 1
                                       : s == SendState::Accepted  ? 2
                                       : s == SendState::Sent      ? 3
                                       : s == SendState::Delivered ? 4
                                                                   : 5;
                            };
                            return rank(l) < rank(r);
                        }),
         "ticks only climb");
    b.seesState(u"hemen bakıyorum"_s, SendState::Read);
}

void handingOver(Seat &a, Seat &b)
{
    say("she hands over with a note; he answers");
    customerWrites(kCan, kCanNumber, u"Merhaba, bir sorum var"_s);
    b.open(kCan); // he is busy elsewhere
    a.comeForward();
    a.giveTo(u"Burak"_s, u"Kargo ile konusulacak"_s);
    b.open(kAyla);
    b.reads(u"Kargo ile konusulacak"_s);
    b.expect([&] { return b.claimWords().contains(u"Yours"_s); }, "that the conversation is his");
    b.seesMode(ui::ComposerMode::Write, "that he may answer");
    b.typeAndSend(u"Ayla Hanım, paketiniz bugün yola çıkıyor."_s);
    b.seesState(u"bugün yola çıkıyor"_s, SendState::Read);
    a.reads(u"bugün yola çıkıyor"_s);
}

/// From the moment the word is on his screen nothing can be sent any more.
void optingOut(Seat &b)
{
    say("the customer writes DURDUR");
    b.comeForward();
    QElapsedTimer clock;
    customerWrites(kAyla, kAylaNumber, u"DURDUR"_s);
    clock.start();
    bool open = false;
    b.expect(
        [&] {
            const bool read = b.messageRow(u"DURDUR"_s) >= 0;
            const bool locked = b.desk()->thread()->composer()->mode() == ui::ComposerMode::Locked;
            open = open || (read && !locked);
            return read && locked;
        },
        "the composer locked");
    std::cerr << "         locked after " << clock.elapsed() << " ms" << std::endl;
    must(!open, "the composer is locked as soon as the word can be read");
    b.typeAndSend(u"Bir şey daha"_s);
    QTest::qWait(300);
    must(b.messageRow(u"Bir şey daha"_s) < 0, "nothing goes out after an opt-out");
    b.emptyField();
}

void puttingAside(Seat &a, Seat &b)
{
    say("one conversation sleeps, one is resolved");
    customerWrites(kCan, kCanNumber, u"Yarın arar mısınız?"_s);
    customerWrites(kSu, kSuNumber, u"Teşekkürler, oldu"_s);
    b.open(kCan);
    b.snoozeForAnHour();
    b.expect([&] { return b.summary(kCan).work.status == WorkStatus::Snoozed; }, "it sleeps");
    b.open(kSu);
    b.press(Qt::Key_F8);
    b.expect([&] { return b.summary(kSu).work.status == WorkStatus::Resolved; }, "it is resolved");
    a.seesInInbox(kSu);
    a.expect(
        [&] {
            return a.summary(kSu).work.status == WorkStatus::Resolved &&
                   a.summary(kCan).work.status == WorkStatus::Snoozed;
        },
        "the same on the other screen");
}

void aPictureComes(Seat &a)
{
    say("a picture comes");
    customerSends(kCan, kCanNumber,
                  {{u"message"_s,
                    QJsonObject{{u"type"_s, u"image"_s},
                                {u"image"_s, QJsonObject{{u"caption"_s, u"Kutunun köşesi"_s}}}}}});
    a.open(kCan);
    a.expect(
        [&] {
            for (int row = 0; row < a.thread()->rowCount(); ++row) {
                const MessageView &message = a.thread()->at(row);
                if (message.kind == MessageKind::Image && message.content.media &&
                    message.content.media->state == MediaState::Here)
                    return true;
            }
            return false;
        },
        "the picture");
    a.expect([&] { return a.summary(kCan).work.status == WorkStatus::Open; },
             "who writes wakes the conversation");
}

void theLineBreaks(Seat &a, Seat &b)
{
    say("her line breaks; what she writes waits");
    a.comeForward();
    a.typeAndSend(u"Yarın onda arıyoruz."_s);
    a.seesState(u"onda arıyoruz"_s, SendState::Read);
    ask({{u"cut"_s, true}});
    a.seesMode(ui::ComposerMode::WriteOffline, "that she is offline");
    a.typeAndSend(u"Bu satır hat yokken yazıldı."_s);
    a.reads(u"hat yokken"_s);
    b.open(kCan);
    customerWrites(kCan, kCanNumber, u"Bunu o görmüyor daha"_s);
    b.reads(u"görmüyor daha"_s);
    must(a.messageRow(u"görmüyor daha"_s) < 0, "who is cut off sees nothing new");
    ask({{u"cut"_s, false}});
    a.sendsWhatWaited(u"hat yokken"_s);
    a.seesState(u"hat yokken"_s, SendState::Read);
    a.reads(u"görmüyor daha"_s);
    b.seesState(u"hat yokken"_s, SendState::Read);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 4)
        return 64;
    test::WatchedApplication application(argc, argv);
    QApplication::setApplicationName(u"destek"_s);
    QApplication::setCursorFlashTime(0);
    const QString folder = QString::fromLocal8Bit(argv[1]);
    {
        Seat a(application, u"ayse"_s, folder, QString::fromLocal8Bit(argv[2]));
        Seat b(application, u"burak"_s, folder, QString::fromLocal8Bit(argv[3]));
        say("both sign in");
        a.signIn();
        b.signIn();
        // The desk is laid out whole when it is shown first: scripts/bench start measures that.
        (void)application.takeStalls();
        claiming(a, b);
        answering(a, b);
        handingOver(a, b);
        optingOut(b);
        puttingAside(a, b);
        aPictureComes(a);
        theLineBreaks(a, b);
        a.open(kAyla);
        b.open(kAyla);
        a.expect([&] { return a.thread()->rowCount() == b.thread()->rowCount(); },
                 "both to see the same thread");
        say("the day is over");
    }
    const QStringList stalls = application.takeStalls();
    for (const QString &stall : stalls)
        std::cerr << qPrintable(stall) << std::endl;
    return stalls.isEmpty() ? 0 : 1;
}
