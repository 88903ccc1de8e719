// What is begun is kept on the daemon: when, how often, and what happens without it.
#include "models/work/draft_keeper.h"
#include "models/work/own_book.h"
#include "net/fake/fake_server.h"
#include "tests/kit/manual_clock.h"
#include "tests/kit/test_main.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace destek;
using net::FakeCall;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace
{

constexpr AgentId kMe(1);
constexpr ConversationId kHere(3);

/// What stays at a console when it is closed.
struct Shelf final : net::DraftShelf {
    QHash<AgentId, QList<Draft>> left;
    int writes = 0;
    [[nodiscard]] QList<Draft> drafts(AgentId agent) override { return left.value(agent); }
    bool putDrafts(AgentId agent, const QList<Draft> &drafts) override
    {
        ++writes;
        left[agent] = drafts;
        return true;
    }
};

/// A keeper whose seconds pass when the test says so.
struct Bench {
    Bench() : own(&server), keeper(&server, &own, &clock, later())
    {
        keeper.setShelf(&shelf);
        keeper.setOwner(kMe, true);
    }
    /// The console was closed and started again, the connection is there.
    void startAgain()
    {
        keeper.clear();
        keeper.setOwner(kMe, true);
        keeper.goOn();
        keeper.keepAllNow();
    }
    void writeElsewhere(const QString &text)
    {
        Draft other = draft(text);
        other.at = clock.now();
        server.writtenElsewhere(other);
    }

    net::Later later()
    {
        return [this](Duration delay, QObject *, std::function<void()> run) {
            waiting << Waiting{clock.now() + delay, std::move(run)};
        };
    }
    void pass(Duration time)
    {
        const Instant until = clock.now() + time;
        while (true) {
            qsizetype next = -1;
            for (qsizetype i = 0; i < waiting.size(); ++i) {
                if (waiting.at(i).at <= until &&
                    (next < 0 || waiting.at(i).at < waiting.at(next).at))
                    next = i;
            }
            if (next < 0)
                break;
            const Waiting due = waiting.takeAt(next);
            clock.advance(std::max(due.at - clock.now(), Duration(0)));
            due.run();
        }
        clock.advance(until - clock.now());
    }
    static Draft draft(const QString &text, Draft::Kind kind = Draft::Kind::Reply)
    {
        Draft draft;
        draft.conversation = kHere;
        draft.kind = kind;
        draft.text = text;
        return draft;
    }
    void type(const QString &text, Draft::Kind kind = Draft::Kind::Reply)
    {
        keeper.changed(draft(text, kind));
    }
    QString kept(Draft::Kind kind = Draft::Kind::Reply)
    {
        return server.teamNow().draft(kHere, kind).text;
    }
    [[nodiscard]] int calls() const { return server.calls(FakeCall::KeepDraft); }

    struct Waiting {
        Instant at;
        std::function<void()> run;
    };
    test::ManualClock clock;
    Shelf shelf;
    QList<Waiting> waiting;
    net::FakeServer server{&clock};
    models::OwnBook own;
    models::DraftKeeper keeper;
};

} // namespace

class DraftKeeperTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void a_second_of_quiet_keeps_what_was_typed()
    {
        Bench bench;
        bench.type(u"M"_s);
        bench.pass(milliseconds(600));
        bench.type(u"Me"_s);
        bench.pass(milliseconds(600));
        QCOMPARE(bench.calls(), 0); // still typing
        bench.pass(milliseconds(400));
        QTRY_COMPARE(bench.kept(), u"Me"_s);
        QCOMPARE(bench.calls(), 1);
        QVERIFY(bench.own.hasDraft(kHere));
        QVERIFY(!bench.keeper.hasUnsaved());
    }

    void typing_without_a_pause_is_kept_after_five_seconds()
    {
        Bench bench;
        QString text;
        for (int i = 0; i < 12; ++i) { // every half second
            text += u'a';
            bench.type(text);
            bench.pass(milliseconds(500));
        }
        QTRY_VERIFY(!bench.kept().isEmpty());
        QCOMPARE(bench.calls(), 1);
    }

    void one_is_under_way_at_a_time_and_the_last_one_stays()
    {
        Bench bench;
        bench.server.hang(FakeCall::KeepDraft);
        bench.type(u"bir"_s);
        bench.keeper.keepNow(kHere);
        bench.type(u"bir iki"_s);
        bench.keeper.keepNow(kHere);
        bench.type(u"bir iki üç"_s);
        bench.keeper.keepNow(kHere);
        QCOMPARE(bench.calls(), 1);
        bench.server.release(FakeCall::KeepDraft);
        QTRY_COMPARE(bench.kept(), u"bir iki üç"_s);
        QCOMPARE(bench.calls(), 2);
    }

    void without_the_daemon_it_waits_and_is_kept_when_it_is_back()
    {
        Bench bench;
        bench.server.failNext(FakeCall::KeepDraft, ApiErrorCode::Unreachable);
        bench.type(u"tren geçiyor"_s);
        bench.pass(seconds(1));
        QTest::qWait(1);
        QVERIFY(bench.kept().isEmpty());
        QVERIFY(bench.keeper.hasUnsaved());
        QSignalSpy settled(&bench.keeper, &models::DraftKeeper::settled);
        bench.keeper.keepAllNow();
        QVERIFY(settled.wait());
        QCOMPARE(bench.kept(), u"tren geçiyor"_s);
    }

    void an_answer_that_is_older_than_the_last_key_is_ignored()
    {
        Bench bench;
        bench.server.hang(FakeCall::ReadDraft);
        QSignalSpy arrived(&bench.keeper, &models::DraftKeeper::arrived);
        bench.keeper.fetch(kHere);
        bench.type(u"yeni"_s);
        bench.keeper.keepNow(kHere);
        QTRY_COMPARE(bench.kept(), u"yeni"_s);
        bench.server.release(FakeCall::ReadDraft);
        QTRY_COMPARE(arrived.size(), 1); // only of what was not touched here
        QCOMPARE(arrived.first().first().value<Draft>().kind, Draft::Kind::Note);
    }

    void what_is_not_kept_yet_answers_for_the_daemon()
    {
        Bench bench;
        bench.type(u"burada"_s);
        QSignalSpy arrived(&bench.keeper, &models::DraftKeeper::arrived);
        bench.keeper.fetch(kHere);
        QCOMPARE(arrived.size(), 1);
        QCOMPARE(arrived.first().first().value<Draft>().text, u"burada"_s);
        QTRY_COMPARE(arrived.size(), 2); // the daemon has nothing newer of this kind to say
        QCOMPARE(arrived.last().first().value<Draft>().kind, Draft::Kind::Note);
    }

    void a_text_the_daemon_refuses_is_not_lost_to_an_older_one()
    {
        Bench bench;
        bench.server.failNext(FakeCall::KeepDraft, ApiErrorCode::BadRequest);
        bench.type(u"çok uzun"_s);
        bench.pass(seconds(1));
        QTRY_VERIFY(!bench.keeper.hasUnsaved()); // it is not tried again
        QSignalSpy arrived(&bench.keeper, &models::DraftKeeper::arrived);
        bench.keeper.fetch(kHere);
        QCOMPARE(arrived.first().first().value<Draft>().text, u"çok uzun"_s);
    }

    void sent_is_forgotten_everywhere()
    {
        Bench bench;
        bench.type(u"cevap"_s);
        bench.keeper.keepNow(kHere);
        QTRY_VERIFY(bench.server.teamNow().drafts.contains(kHere));
        bench.type({});
        bench.keeper.keepNow(kHere);
        QTRY_VERIFY(!bench.server.teamNow().drafts.contains(kHere));
        QVERIFY(!bench.own.hasDraft(kHere));
    }

    void a_reply_and_a_note_are_kept_side_by_side()
    {
        Bench bench;
        bench.type(u"cevap"_s);
        bench.type(u"not"_s, Draft::Kind::Note);
        bench.keeper.keepNow(kHere);
        QTRY_COMPARE(bench.kept(), u"cevap"_s);
        QTRY_COMPARE(bench.kept(Draft::Kind::Note), u"not"_s);
        bench.type({}); // sent
        bench.keeper.keepNow(kHere);
        QTRY_VERIFY(bench.kept().isEmpty());
        QCOMPARE(bench.kept(Draft::Kind::Note), u"not"_s);
        QVERIFY(bench.own.hasDraft(kHere)); // the note
        bench.type({}, Draft::Kind::Note);
        QVERIFY(!bench.own.hasDraft(kHere));
    }

    void another_console_of_mine_is_heard_and_asked_for()
    {
        Bench bench;
        QSignalSpy elsewhere(&bench.keeper, &models::DraftKeeper::elsewhere);
        bench.keeper.heard({kHere, {Draft::Kind::Note}});
        QVERIFY(bench.own.hasDraft(kHere));
        QCOMPARE(elsewhere.size(), 1);
        bench.keeper.heard({kHere, {}}); // sent there
        QVERIFY(!bench.own.hasDraft(kHere));
        bench.type(u"burada yazılıyor"_s);
        bench.keeper.heard({kHere, {}}); // what is here is newer
        QVERIFY(bench.own.hasDraft(kHere));
    }

    void an_erased_person_leaves_nothing_and_nothing_is_told()
    {
        Bench bench;
        bench.type(u"kişisel"_s);
        bench.keeper.forget(kHere);
        bench.pass(seconds(10));
        bench.keeper.keepAllNow();
        QCOMPARE(bench.calls(), 0);
        QVERIFY(!bench.keeper.hasUnsaved());
    }

    void what_one_agent_left_behind_is_not_another_s()
    {
        Bench bench;
        bench.type(u"Deniz yazdı"_s);
        bench.keeper.setOwner(AgentId(2), true);
        bench.pass(seconds(10));
        bench.keeper.keepAllNow();
        QCOMPARE(bench.calls(), 0);
        bench.keeper.setOwner(AgentId(4), false); // a reader
        bench.type(u"yazamaz"_s);
        bench.keeper.keepAllNow();
        bench.keeper.fetch(kHere);
        QCOMPARE(bench.calls() + bench.server.calls(FakeCall::ReadDraft), 0);
    }

    void what_the_daemon_takes_at_once_never_touches_the_disk()
    {
        Bench bench;
        bench.type(u"merhaba"_s);
        bench.pass(seconds(2));
        QTRY_COMPARE(bench.kept(), u"merhaba"_s);
        QCOMPARE(bench.shelf.writes, 0);
    }

    void half_written_without_a_connection_outlives_the_console()
    {
        Bench bench;
        bench.type(u"yarım"_s);
        bench.keeper.hold();
        QCOMPARE(bench.shelf.left.value(kMe).size(), 1); // what was not kept yet
        bench.server.failNext(FakeCall::KeepDraft, ApiErrorCode::Unreachable);
        bench.type(u"yarım kalan"_s);
        bench.pass(seconds(2));
        QCOMPARE(bench.shelf.left.value(kMe).first().text, u"yarım kalan"_s);
        QTRY_COMPARE(bench.calls(), 1);
        QCoreApplication::processEvents();
        bench.startAgain();
        QVERIFY(bench.own.hasDraft(kHere));
        QTRY_COMPARE(bench.kept(), u"yarım kalan"_s);
        QTRY_VERIFY(bench.shelf.left.value(kMe).isEmpty());
    }

    void another_agent_is_given_nothing_of_it()
    {
        Bench bench;
        bench.keeper.hold();
        bench.type(u"Deniz'in sözleri"_s);
        bench.keeper.keepAllNow();
        bench.keeper.clear();
        bench.keeper.setOwner(AgentId(2), true);
        bench.keeper.goOn();
        bench.keeper.keepAllNow();
        QVERIFY(!bench.keeper.hasUnsaved());
        QCOMPARE(bench.shelf.left.value(kMe).size(), 1);
    }

    void what_was_sent_offline_is_no_draft_any_more_after_a_restart()
    {
        Bench bench;
        bench.type(u"Yolda"_s);
        bench.pass(seconds(2));
        QTRY_COMPARE(bench.kept(), u"Yolda"_s);
        bench.clock.advance(seconds(5));
        bench.keeper.hold();
        bench.server.failNext(FakeCall::KeepDraft, ApiErrorCode::Unreachable);
        bench.type({}); // sent: it waits in the outbox
        bench.keeper.keepNow(kHere);
        QCoreApplication::processEvents();
        QSignalSpy overtaken(&bench.keeper, &models::DraftKeeper::overtaken);
        bench.startAgain();
        QVERIFY(!bench.own.hasDraft(kHere));
        QTRY_VERIFY(bench.kept().isEmpty());
        bench.keeper.fetch(kHere);
        QCoreApplication::processEvents();
        QCOMPARE(overtaken.size(), 0); // what was sent is not offered for sending again
        QTRY_VERIFY(bench.shelf.left.value(kMe).isEmpty());
    }

    void of_two_texts_the_newer_stands_and_the_older_is_offered_data()
    {
        QTest::addColumn<bool>("hereIsNewer");
        QTest::newRow("written here last") << true;
        QTest::newRow("written elsewhere last") << false;
    }
    void of_two_texts_the_newer_stands_and_the_older_is_offered()
    {
        QFETCH(bool, hereIsNewer);
        Bench bench;
        if (hereIsNewer)
            bench.writeElsewhere(u"orada"_s);
        bench.clock.advance(seconds(60));
        bench.keeper.hold();
        bench.server.failNext(FakeCall::KeepDraft, ApiErrorCode::Unreachable);
        bench.type(u"burada"_s);
        bench.keeper.keepNow(kHere);
        QCoreApplication::processEvents();
        bench.clock.advance(seconds(60));
        if (!hereIsNewer)
            bench.writeElsewhere(u"orada"_s);
        bench.startAgain();
        QTRY_COMPARE(bench.kept(), hereIsNewer ? u"burada"_s : u"orada"_s);
        QTRY_VERIFY(!bench.keeper.hasUnsaved());
        QSignalSpy arrived(&bench.keeper, &models::DraftKeeper::arrived);
        QSignalSpy overtaken(&bench.keeper, &models::DraftKeeper::overtaken);
        bench.keeper.fetch(kHere);
        QTRY_COMPARE(overtaken.size(), 1);
        QCOMPARE(arrived.first().first().value<Draft>().text,
                 hereIsNewer ? u"burada"_s : u"orada"_s);
        QCOMPARE(overtaken.first().first().value<Draft>().text,
                 hereIsNewer ? u"orada"_s : u"burada"_s);
        QCOMPARE(overtaken.first().at(1).toBool(), !hereIsNewer);
        // What was written here waits, sealed, until its writer has decided.
        QCOMPARE(bench.shelf.left.value(kMe).size(), hereIsNewer ? 0 : 1);
        bench.keeper.dropOlder(kHere, Draft::Kind::Reply);
        QVERIFY(bench.shelf.left.value(kMe).isEmpty());
    }

    void nothing_of_an_erased_person_stays_on_the_shelf()
    {
        Bench bench;
        bench.keeper.hold();
        bench.type(u"kişisel"_s);
        bench.keeper.keepAllNow();
        QCOMPARE(bench.shelf.left.value(kMe).size(), 1);
        bench.keeper.forget(kHere);
        QVERIFY(bench.shelf.left.value(kMe).isEmpty());
    }

    void the_list_of_the_daemon_does_not_hide_what_is_being_written()
    {
        Bench bench;
        bench.type(u"yeni başladım"_s);
        QSignalSpy changed(&bench.own, &models::OwnBook::changed);
        bench.own.load();
        QVERIFY(changed.wait());
        QVERIFY(bench.own.hasDraft(kHere));
    }
};

DESTEK_TEST(DraftKeeperTest)
#include "tst_draft_keeper_test.moc"
