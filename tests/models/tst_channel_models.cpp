#include "models/channel/channel_model.h"
#include "models/channel/channel_templates.h"
#include "models/format/channel_words.h"
#include "models/search/search_model.h"
#include "net/fake/fake_server.h"
#include "tests/kit/manual_clock.h"
#include "tests/kit/test_main.h"

#include <QTest>

using namespace destek;
using namespace destek::models;
using namespace Qt::StringLiterals;

class ChannelModels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsOfAllNumbersAreAddedUpNewestMonthFirst()
    {
        ChannelNumber a;
        a.pricing = {{u"2026-10"_s, u"service"_s, u"regular"_s, 5},
                     {u"2026-11"_s, u"utility"_s, u"regular"_s, 2}};
        ChannelNumber b;
        b.pricing = {{u"2026-11"_s, u"utility"_s, u"regular"_s, 3},
                     {u"2026-11"_s, u"service"_s, u"regular"_s, 1}};
        ChannelView view;
        view.numbers = {a, b};
        const auto rows = ChannelModel::monthlyCounts(view);
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows.at(0).month + rows.at(0).category, u"2026-11service"_s);
        QCOMPARE(rows.at(1).count, 5);
        QCOMPARE(rows.at(2).month, u"2026-10"_s);
    }

    void theFreeQuotaIsWarnedOfAtFourFifths()
    {
        ChannelNumber number;
        number.servicesThisMonth = 799;
        QVERIFY(!ChannelModel::isNearFreeQuota(number));
        number.servicesThisMonth = 800;
        QVERIFY(ChannelModel::isNearFreeQuota(number));
    }

    void onlyWhatNobodyHasSeenCounts()
    {
        test::ManualClock clock;
        net::FakeServer server(&clock);
        ChannelView view;
        for (int i = 1; i <= 3; ++i) {
            ChannelAlert alert;
            alert.id = i;
            alert.severity = i == 3 ? AlertSeverity::Critical : AlertSeverity(i - 1);
            view.alerts.prepend(alert);
        }
        server.setChannel(view);
        ChannelModel model(&server);
        QVERIFY(!model.view());
        model.load();
        QTRY_COMPARE(model.openAlerts(), 2); // a notice is none
        QCOMPARE(model.urgentAlert()->id, 3);
        model.acknowledge(3);
        QTRY_COMPARE(model.openAlerts(), 1);
        QVERIFY(!model.urgentAlert());
        model.clear();
        QVERIFY(!model.view());
    }

    void anUnknownWordOfMetaIsShownAsItCame()
    {
        QCOMPARE(words::qualityWords(u"PURPLE"_s), u"PURPLE"_s);
        QCOMPARE(words::monthWords(u"soon"_s), u"soon"_s);
        ChannelAlert alert;
        alert.kind = u"new_thing"_s;
        QVERIFY(words::alertSentence(alert).contains(u"new_thing"_s));
        alert.detail = u"TIER_2K"_s;
        QCOMPARE(words::alertDetail(alert), u"TIER_2K"_s); // as it came
        alert.kind = u"limit_changed"_s;
        QCOMPARE(words::alertDetail(alert), u"2,000 people a day"_s);
        alert.kind = u"category_changed"_s;
        alert.detail = u"MARKETING"_s;
        QCOMPARE(words::alertDetail(alert), u"Marketing"_s);
    }

    void stoppedTemplatesComeFirst()
    {
        test::ManualClock clock;
        net::FakeServer server(&clock);
        QList<TemplateView> templates = net::fakeTemplates();
        templates.last().frozen = true;
        server.setTemplates(templates);
        ChannelTemplates model(&server, &server);
        model.load();
        QTRY_COMPARE(model.rowCount(), int(templates.size()));
        QCOMPARE(model.at(0).name, templates.last().name);
        QCOMPARE(model.frozenCount(), 1);
        model.thaw(0);
        QTRY_COMPARE(model.frozenCount(), 0);
    }

    void aLongTextIsShownFromShortlyBeforeTheWordFound() // folded as the Turkish ear hears it
    {
        const QString text =
            u"Merhaba, geçen hafta verdiğim siparişin içinden İADE etmek istediğim bir ürün var"_s;
        const QString shown = SearchModel::snippet(text, u"iade"_s);
        QVERIFY(shown.startsWith(u"… "_s));
        QVERIFY(shown.contains(u"İADE etmek"_s));
        QCOMPARE(SearchModel::snippet(u"İade istiyorum"_s, u"iade"_s), u"İade istiyorum"_s);
        QCOMPARE(SearchModel::snippet({}, u"iade"_s), QString());
    }

    void anAnswerToOlderWordsIsDropped()
    {
        test::ManualClock clock;
        net::FakeServer server(&clock, {4, 1, 5});
        server.customerWrites(server.world().idAt(0), u"kargo nerede"_s);
        SearchModel model(&server, &clock);
        server.hang(net::FakeCall::Search);
        model.setWords(u"kargo"_s);
        model.askNow();
        model.setWords(u"zeplin"_s);
        server.release(net::FakeCall::Search);
        model.askNow();
        QTRY_VERIFY(!model.isAsking());
        QCOMPARE(model.rowCount(), 0);
        model.setWords(u"kargo"_s);
        model.askNow();
        QTRY_VERIFY(model.rowCount() > 0);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }
};

DESTEK_TEST(ChannelModels)
#include "tst_channel_models.moc"
