#include "core/policy/meta_errors.h"
#include "tests/kit/test_main.h"

#include <QSet>
#include <QTest>

using namespace destek;

/// The table of Meta's errors (facts/whatsapp.md section 6).
class MetaErrors : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyListedCodeHasARow()
    {
        QList<int> codes{
            0,       190,     3,       10,      131005,  1,      2,       131016,  133004,  131000,
            4,       80007,   130429,  131056,  131048,  131064, 131057,  368,     131031,  130497,
            131037,  131042,  33,      100,     131008,  131009, 135000,  131021,  131026,  131030,
            131047,  131049,  131050,  131055,  131063,  134100, 130472,  130403,  131051,  131052,
            131053,  131060,  131062,  137000,  132000,  132012, 132018,  132008,  132001,  132005,
            132007,  132015,  132016,  132068,  132069,  133000, 133005,  133006,  133008,  133009,
            133010,  133015,  133016,  131045,  134101,  134102, 139100,  139101,  139102,  139103,
            131059,  147001,  147002,  147003,  147004,  147005, 2388019, 2388040, 2388047, 2388072,
            2388073, 2388293, 2388299, 2593107, 2593108, 2593109};
        for (int permission = 200; permission <= 299; ++permission)
            codes << permission;
        for (int code : std::as_const(codes)) {
            const MetaErrorRule rule = metaErrorRule(code);
            QCOMPARE(rule.code, code);
            QVERIFY2(rule.kind != MetaErrorClass::Unknown, qPrintable(QString::number(code)));
        }
        QSet<int> seen;
        for (const MetaErrorRule &rule : metaErrorRules()) {
            QVERIFY(!seen.contains(rule.code));
            seen << rule.code;
            QVERIFY(codes.contains(rule.code));
        }
    }

    void anUnknownCodeIsNeverTriedAgain()
    {
        for (int code : {5, 199, 300, 131999, 424242, kNoMetaCode}) {
            const MetaErrorRule rule = metaErrorRule(code);
            QCOMPARE(rule.kind, MetaErrorClass::Unknown);
            QCOMPARE(rule.retry, MetaRetry::Never);
            QVERIFY(!rule.personMayRetry && !rule.stopsSending && !rule.alarms);
        }
    }

    void whatThePersonStoppedIsNeverRepeated()
    {
        for (int code : {131050, 131049, 130472}) {
            QCOMPARE(metaErrorRule(code).kind, MetaErrorClass::Preference);
            QCOMPARE(metaErrorRule(code).retry, MetaRetry::Never);
            QVERIFY(!metaErrorRule(code).personMayRetry);
        }
    }

    void whatStopsTheQueueAlarms()
    {
        for (const MetaErrorRule &rule : metaErrorRules()) {
            if (rule.stopsSending) {
                QVERIFY(rule.alarms);
                QVERIFY2(rule.personMayRetry, "the message is kept and may go later");
            }
        }
        for (int code : {0, 190, 368, 131031, 131042})
            QVERIFY(metaErrorRule(code).stopsSending);
        for (int code : {131048, 131026, 131000, 100})
            QVERIFY(!metaErrorRule(code).stopsSending);
    }

    void onlyPassingTroubleIsTriedByItself()
    {
        for (const MetaErrorRule &rule : metaErrorRules()) {
            if (rule.retry != MetaRetry::Never && rule.retry != MetaRetry::TenMinutes)
                QCOMPARE(rule.kind, MetaErrorClass::Passing);
        }
        QCOMPARE(metaErrorRule(131056).retry, MetaRetry::PairBackOff);
        QCOMPARE(metaErrorRule(130429).retry, MetaRetry::BackOff);
        QCOMPARE(metaErrorRule(80007).retry, MetaRetry::Minutes);
        QCOMPARE(metaErrorRule(134101).retry, MetaRetry::TenMinutes);
        QCOMPARE(metaErrorRule(1).retry, MetaRetry::Once);
        QCOMPARE(metaErrorRule(131000).retry, MetaRetry::AskFirst); // may have gone out
    }
};

DESTEK_TEST(MetaErrors)
#include "tst_meta_errors.moc"
