#include "tests/core/wire_samples.h"
#include "tests/kit/test_main.h"

#include <QJsonDocument>
#include <QRandomGenerator>

using namespace destek;
using namespace destek::test;

namespace
{

QJsonValue anyValue(QRandomGenerator &random)
{
    switch (random.bounded(14)) {
    case 0:
        return QJsonValue::Null;
    case 1:
        return true;
    case 2:
        return -1;
    case 3:
        return 1e300;
    case 4:
        return -1e300;
    case 5:
        return 9007199254740993.0;
    case 6:
        return 0.5;
    case 7:
        return QString();
    case 8:
        return QString(QChar(0));
    case 9:
        return QString(QChar(0xd800)) + u"\u202e<script>"_s;
    case 10:
        return QJsonArray{1, u"x"_s, QJsonObject{{u"id"_s, u"y"_s}}};
    case 11:
        return QJsonObject{{u"id"_s, QJsonArray()}};
    case 12:
        return QString(10'000, u'9');
    default:
        return QJsonValue::Undefined; // the key goes
    }
}

/// Replaces, drops or adds something somewhere in the tree.
QJsonValue mutated(const QJsonValue &value, QRandomGenerator &random, int depth)
{
    if (depth > 6 || random.bounded(8) == 0)
        return anyValue(random);
    if (value.isObject() && !value.toObject().isEmpty()) {
        QJsonObject object = value.toObject();
        const QStringList keys = object.keys();
        const QString key = keys.at(random.bounded(int(keys.size())));
        const QJsonValue changed = mutated(object.value(key), random, depth + 1);
        if (changed.isUndefined())
            object.remove(key);
        else
            object.insert(key, changed);
        return object;
    }
    if (value.isArray() && !value.toArray().isEmpty()) {
        QJsonArray array = value.toArray();
        const int at = random.bounded(int(array.size()));
        const QJsonValue changed = mutated(array.at(at), random, depth + 1);
        if (changed.isUndefined())
            array.removeAt(at);
        else
            array.replace(at, changed);
        return array;
    }
    return anyValue(random);
}

/// The sample with `key` set to `word`.
template <typename T>
T with(QJsonObject sample, const QString &key, const QJsonValue &word,
       std::optional<T> (*read)(const QJsonObject &))
{
    sample.insert(key, word);
    const auto value = read(sample);
    return value ? *value : T{};
}

} // namespace

/// The other side may be a newer version, or not ours at all: nothing it says crashes a reader,
/// and nothing unknown reads as permission.
class WireHostile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tenThousandDamagedDocuments_data()
    {
        QTest::addColumn<int>("at");
        const auto documents = wireDocuments();
        for (int i = 0; i < documents.size(); ++i)
            QTest::newRow(qPrintable(documents.at(i).name)) << i;
    }
    void tenThousandDamagedDocuments()
    {
        QFETCH(int, at);
        const WireDocument document = wireDocuments().at(at);
        QRandomGenerator random(20261122u + quint32(at));
        int refused = 0;
        for (int round = 0; round < 10'000; ++round) {
            QJsonValue value = document.sample;
            for (int i = random.bounded(1, 4); i > 0; --i)
                value = mutated(value, random, 0);
            const auto again = document.again(value.toObject());
            if (!again) {
                ++refused;
                continue;
            }
            // What was accepted is itself a document of the protocol.
            const auto twice = document.again(*again);
            QVERIFY(twice.has_value());
            QCOMPARE(*twice, *again);
        }
        QVERIFY(refused < 10'000);
    }

    void tenThousandDamagedTexts_data() { tenThousandDamagedDocuments_data(); }
    void tenThousandDamagedTexts()
    {
        QFETCH(int, at);
        const WireDocument document = wireDocuments().at(at);
        const QByteArray text = QJsonDocument(document.sample).toJson(QJsonDocument::Compact);
        QRandomGenerator random(7u + quint32(at));
        for (int round = 0; round < 10'000; ++round) {
            QByteArray damaged = text;
            for (int i = random.bounded(1, 6); i > 0; --i)
                damaged[random.bounded(int(damaged.size()))] = char(random.bounded(256));
            (void)document.again(QJsonDocument::fromJson(damaged).object());
        }
    }

    void unknownKeysAreIgnored()
    {
        for (const WireDocument &document : wireDocuments()) {
            QJsonObject newer = document.sample;
            newer.insert(u"aFieldOfTomorrow"_s, QJsonObject{{u"deep"_s, QJsonArray{1}}});
            newer.insert(u""_s, true);
            const auto again = document.again(newer);
            QVERIFY2(again.has_value(), qPrintable(document.name));
            QCOMPARE(*again, document.sample);
        }
    }

    void unknownWordsAllowNothing()
    {
        const QJsonObject row = wire::toJson([] {
            ConversationSummary open = sampleConversation();
            open.standing = Standing::Open;
            open.allowance = {};
            return open;
        }());
        for (const QJsonValue &word : {QJsonValue(u"frozen"_s), QJsonValue(u"OPEN"_s),
                                       QJsonValue(u""_s), QJsonValue(1), QJsonValue()}) {
            QCOMPARE(with(row, u"standing"_s, word, wire::conversationFromJson).standing,
                     Standing::OptedOut);
            QCOMPARE(with(row, u"freeTextRefusal"_s, word, wire::conversationFromJson)
                         .allowance.freeText,
                     std::optional(SendRefusal::NotPermitted));
            QCOMPARE(with(row, u"templateRefusal"_s, word, wire::conversationFromJson)
                         .allowance.templates,
                     std::optional(SendRefusal::NotPermitted));
            QCOMPARE(with(wire::toJson(samplePerson()), u"standing"_s, word, wire::personFromJson)
                         .standing,
                     Standing::OptedOut);
            QCOMPARE(with(row, u"lastKind"_s, word, wire::conversationFromJson).lastKind,
                     MessageKind::Unknown);
            QCOMPARE(
                with(wire::toJson(sampleMessage()), u"kind"_s, word, wire::messageFromJson).kind,
                MessageKind::Unknown);
        }
        const QJsonObject agent{{u"id"_s, 1}, {u"roles"_s, u"god,AGENT,agent "_s}};
        QCOMPARE(wire::agentFromJson(agent)->roles, RoleSet{Role::Agent});
        const QJsonObject stranger{{u"id"_s, 1}, {u"roles"_s, QJsonArray{u"administrator"_s}}};
        QVERIFY(wire::agentFromJson(stranger)->roles.isEmpty());
    }

    void unreadableErrorsAreErrors()
    {
        QCOMPARE(wire::apiErrorFromJson({}).code, ApiErrorCode::BadAnswer);
        QCOMPARE(wire::apiErrorFromJson({{u"error"_s, u"x"_s}}).code, ApiErrorCode::BadAnswer);
        QCOMPARE(wire::apiErrorFromJson({{u"error"_s, QJsonObject{{u"code"_s, u"ok"_s}}}}).code,
                 ApiErrorCode::BadAnswer);
    }

    void withoutAnIdThereIsNoDocument()
    {
        QVERIFY(!wire::conversationFromJson({}));
        QVERIFY(!wire::messageFromJson({}));
        QVERIFY(!wire::personFromJson({}));
        QVERIFY(!wire::templateFromJson({}));
        QVERIFY(!wire::agentFromJson({}));
        QVERIFY(!wire::erasurePreviewFromJson({}));
        QVERIFY(!wire::destructionRecordFromJson({}));
        QVERIFY(!wire::erasureOrderFromJson({}));
        QVERIFY(!wire::exportPackageFromJson({}));
        QVERIFY(!wire::auditStateFromJson({}));
        QVERIFY(!wire::inboxFromJson({}));
        for (const QJsonValue &id : {QJsonValue(0), QJsonValue(-4), QJsonValue(u"4"_s)}) {
            QJsonObject row = wire::toJson(sampleConversation());
            row.insert(u"contact"_s, id);
            QVERIFY(!wire::conversationFromJson(row));
        }
    }
};

DESTEK_TEST(WireHostile)
#include "tst_wire_hostile.moc"
