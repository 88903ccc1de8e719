#include "core/domain/work.h"
#include "models/format/words.h"
#include "tests/kit/test_main.h"
#include "tests/ui/showcase.h"
#include "ui/kit/banner.h"
#include "ui/logs/logs_page.h"
#include "ui/shell/desk_page.h"

#include <QPushButton>

using namespace destek;
using namespace Qt::StringLiterals;

class Logs : public QObject
{
    Q_OBJECT

    static ui::Banner *strip(test::UiWorld &world)
    {
        auto *page = world.window->findChild<ui::LogsPage *>();
        return page ? page->findChild<ui::Banner *>() : nullptr;
    }

private Q_SLOTS:
    void a_whole_log_says_so_with_numbers()
    {
        test::UiWorld world({20, 5, 30});
        test::Showcase showcase(world);
        showcase.sealLog();
        QVERIFY(world.enter());
        world.window->desk()->go(ui::Screen::Logs);
        QTRY_VERIFY(strip(world)->sentence().startsWith(u"Chain verified"_s));
        QVERIFY(strip(world)->sentence().contains(u"1,204,331"_s));
    }

    void an_altered_record_is_named_and_cannot_be_dismissed()
    {
        test::UiWorld world({20, 5, 30});
        test::Showcase showcase(world);
        showcase.sealLog(1042);
        QVERIFY(world.enter());
        world.window->desk()->go(ui::Screen::Logs);
        QTRY_VERIFY(strip(world)->sentence().startsWith(u"Record no. 1042 "_s));
        QVERIFY(strip(world)->isVisible());
        QVERIFY(strip(world)->findChildren<QPushButton *>().isEmpty());
    }

    void every_word_of_the_log_is_said_in_both_languages_data()
    {
        QTest::addColumn<bool>("turkish");
        QTest::newRow("en") << false;
        QTest::newRow("tr") << true;
    }

    void every_word_of_the_log_is_said_in_both_languages()
    {
        QFETCH(bool, turkish);
        ui::Speech speech;
        QHash<QString, QString> english;
        const auto look = [&](bool compare) {
            const auto check = [&](const QString &word, const QString &words) {
                QVERIFY2(!words.isEmpty() && words != word, qPrintable(word));
                if (compare)
                    QVERIFY2(words != english.value(word), qPrintable(word));
                english.insert(word, words);
            };
            for (const auto &[action, name] : enumNames(AuditAction{}))
                check(QString(name), words::auditActionWords(QString(name)));
            for (const auto &[kind, name] : enumNames(WorkAct::Kind{}))
                check(QString(name), words::auditResultWords(QString(name)));
            for (const auto &[content, name] : enumNames(AlertContent{}))
                check(QString(name), words::auditResultWords(QString(name)));
            // What the daemon writes besides.
            for (const QString &result :
                 {u"made"_s, u"changed"_s, u"removed"_s, u"kept"_s, u"shared"_s, u"unshared"_s,
                  u"by hand"_s, u"automatic, 5 each"_s, u"attempt 2"_s, u"overtaken"_s,
                  u"resolve 12"_s, u"messages 3, files 1, keys 2"_s,
                  u"messages 3, people 1, keys 2, files 0"_s, u"agent,supervisor"_s})
                check(result, words::auditResultWords(result));
            for (const QString &object :
                 {u"label 4"_s, u"quick reply 2"_s, u"view 3"_s, u"assignment"_s,
                  u"company dictionary"_s, u"template order_ready tr"_s, u"file 8"_s, u"alert 3"_s,
                  u"conversations"_s, u"conversation 7, agent 3"_s, u"user deniz, device 3"_s})
                check(object, words::auditObjectWords(object));
            AuditLine line;
            line.action = QString(wireName(AuditAction::MessageSettled));
            for (const QString &reason : {u"interrupted"_s, u"code 131026"_s}) {
                line.reason = reason;
                check(reason, words::auditReasonWords(line));
            }
        };
        look(false);
        if (turkish) {
            speech.choose(text::Language::Turkish);
            look(true);
        }
        QCOMPARE(words::auditObjectWords(u"label 4"_s).endsWith(u" 4"_s), true);
    }

    void what_a_person_gave_as_a_reason_stays_as_it_is()
    {
        AuditLine line;
        line.action = QString(wireName(AuditAction::NumberRevealed));
        line.reason = u"interrupted"_s;
        QCOMPARE(words::auditReasonWords(line), u"interrupted"_s);
        line.reason = u"Kargo firması arayacak"_s;
        QCOMPARE(words::auditReasonWords(line), u"Kargo firması arayacak"_s);
    }

    void an_agent_has_no_log()
    {
        test::UiWorld world({20, 5, 30}, {Role::Agent});
        QVERIFY(world.enter());
        QCOMPARE(world.server.calls(net::FakeCall::AuditLines), 0);
    }
};

DESTEK_TEST(Logs)
#include "tst_logs.moc"
