#include "models/audit/audit_model.h"
#include "models/requests/destruction_record_model.h"
#include "models/templates/template_form.h"
#include "models/templates/template_model.h"
#include "net/fake/fake_server.h"
#include "tests/kit/manual_clock.h"
#include "tests/kit/test_main.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace destek;
using namespace destek::models;

class Lists : public QObject
{
    Q_OBJECT
    using Tester = QAbstractItemModelTester;

private Q_SLOTS:
    void theLogIsReadPageByPage()
    {
        test::ManualClock clock;
        net::FakeServer server(&clock);
        AuditModel model(&server);
        QSignalSpy loaded(&model, &AuditModel::loaded);
        model.load({});
        QVERIFY(loaded.wait());
        QCOMPARE(model.rowCount(), 100);
        while (model.canFetchMore({})) {
            model.fetchMore({});
            QVERIFY(loaded.wait());
        }
        QCOMPARE(model.rowCount(), 1000);
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        QCOMPARE(model.index(0, AuditModel::ResultColumn).data().toString(), u"Done"_s);
        AuditFilter filter;
        filter.actor = u"ada"_s;
        model.load(filter);
        QVERIFY(loaded.wait());
        for (int row = 0; row < model.rowCount(); ++row)
            QCOMPARE(model.index(row, AuditModel::WhoColumn).data().toString(), u"ada"_s);
    }

    void aFailedOrForgottenLogIsEmpty()
    {
        test::ManualClock clock;
        net::FakeServer server(&clock);
        auto model = std::make_unique<AuditModel>(&server);
        QSignalSpy failed(model.get(), &AuditModel::failed);
        server.failNext(net::FakeCall::AuditLines, ApiErrorCode::NotPermitted);
        model->load({});
        QVERIFY(failed.wait());
        QCOMPARE(model->rowCount(), 0);
        server.hang(net::FakeCall::AuditLines);
        model->load({});
        model->clear();
        server.release(net::FakeCall::AuditLines);
        QCoreApplication::processEvents();
        QCOMPARE(model->rowCount(), 0);
        server.hang(net::FakeCall::AuditLines);
        model->load({});
        model.reset();
        server.release(net::FakeCall::AuditLines);
        QCoreApplication::processEvents();
    }

    void recordsStandNewestFirst()
    {
        test::ManualClock clock;
        net::FakeServer server(&clock);
        DestructionRecordModel model(&server);
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        QSignalSpy loaded(&model, &DestructionRecordModel::loaded);
        model.load();
        QVERIFY(loaded.wait());
        DestructionRecord record;
        for (const qint64 order : {3, 1, 2, 3}) {
            record.order = OrderId(order);
            record.consolesTold = 4;
            record.consolesConfirmed = int(order);
            model.add(record);
        }
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.index(0, DestructionRecordModel::OrderColumn).data().toInt(), 3);
        QCOMPARE(model.index(2, DestructionRecordModel::ConsolesColumn).data().toString(),
                 u"1 of 4"_s);
        QSignalSpy failed(&model, &DestructionRecordModel::failed);
        server.failNext(net::FakeCall::Records, ApiErrorCode::Unreachable);
        model.load();
        QVERIFY(failed.wait());
        QCOMPARE(model.rowCount(), 3);
    }

    void templatesAreFilteredAndFilledIn()
    {
        test::ManualClock clock;
        net::FakeServer server(&clock);
        TemplateModel model(&server);
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        QSignalSpy loaded(&model, &TemplateModel::loaded);
        model.load();
        QVERIFY(loaded.wait());
        QCOMPARE(model.rowCount(), 3);
        model.setFilter(u"SİPARİŞ"_s);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(filledIn(model.at(0), {u"{{2}}"_s, u"77"_s}),
                 u"Merhaba {{2}}, 77 numaralı siparişiniz yola çıktı."_s); // one pass
        QCOMPARE(filledIn(model.at(0), {u"Ayşe"_s}),
                 u"Merhaba Ayşe, {{2}} numaralı siparişiniz yola çıktı."_s);
        TemplateView odd;
        odd.body = u"a {{1 b"_s;
        QCOMPARE(filledIn(odd, {}), odd.body);
    }

    void aVariableIsFilledFromThePersonsFieldOfTheSameName()
    {
        TemplateView view;
        view.body = u"{{siparis_no}} {{ad}} {{sube}} {{2}}"_s;
        view.variables = {u"siparis_no"_s, u"ad"_s, u"sube"_s, u"2"_s};
        const QList<PersonField> known{{u"Sipariş No"_s, u" MX-4821\n"_s},
                                       {u"Ad"_s, u"Elif Hanım"_s},
                                       {u"2"_s, u"hiçbir şey"_s}};
        QStringList said;
        for (const models::TemplateField &field : models::fieldsOf(view))
            said << models::suggestionFor(view, field, u"Elif K."_s, known);
        // A number is no name, and what is not known stays empty.
        QCOMPARE(said, (QStringList{u"MX-4821"_s, u"Elif Hanım"_s, QString(), QString()}));
        QCOMPARE(models::suggestionFor(view, models::fieldsOf(view).at(1), u"Elif K."_s),
                 u"Elif K."_s);
    }

    void templatesFailAndForget()
    {
        test::ManualClock clock;
        net::FakeServer server(&clock);
        auto model = std::make_unique<TemplateModel>(&server);
        QSignalSpy failed(model.get(), &TemplateModel::failed);
        server.failNext(net::FakeCall::Templates, ApiErrorCode::Timeout);
        model->load();
        QVERIFY(failed.wait());
        server.hang(net::FakeCall::Templates);
        model->load();
        model.reset();
        server.release(net::FakeCall::Templates);
        QCoreApplication::processEvents();
    }
};

DESTEK_TEST(Lists)
#include "tst_lists.moc"
