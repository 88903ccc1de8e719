#include "core/wire/json.h"
#include "daemon/service/export_data.h"
#include "tests/daemon/desk.h"
#include "tests/kit/places.h"
#include "tests/kit/test_main.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QtTest>

using namespace destek;
using namespace destek::daemon;
using namespace destek::test;

namespace
{

const QString kFolder = QStringLiteral(DESTEK_SOURCE_DIR "/tests/fixtures/whatsapp/golden");

QJsonObject parsed(const QString &name)
{
    QFile file(kFolder + u'/' + name);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                          : QJsonObject();
}

/// Message ids are made at random: here they are numbered as they appear.
QJsonObject numbered(const QJsonObject &json)
{
    QString text = QString::fromUtf8(QJsonDocument(json).toJson());
    static const QRegularExpression id(
        u"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"_s);
    QStringList seen;
    auto matches = id.globalMatch(text);
    while (matches.hasNext()) {
        const QString found = matches.next().captured();
        if (!seen.contains(found))
            seen << found;
    }
    for (int i = 0; i < seen.size(); ++i)
        text.replace(seen.at(i), u"message-%1"_s.arg(i + 1));
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

/// What agents and the person themselves get to see of everybody who is known afterwards.
QJsonObject resultOf(Desk &desk)
{
    return desk.kit().read<QJsonObject>([&](const Tx &tx) -> Stored<QJsonObject> {
        const Views views(tx, desk.clock().now());
        QJsonArray conversations;
        QJsonArray messages;
        QJsonArray people;
        QJsonArray exported;
        const auto inbox = views.inbox({}, 100);
        if (!inbox)
            return failure(inbox.error());
        QList<ConversationSummary> rows = inbox->conversations;
        std::sort(rows.begin(), rows.end(),
                  [](const auto &a, const auto &b) { return a.id.value < b.id.value; });
        for (const ConversationSummary &row : rows) {
            QJsonObject summary = wire::toJson(row);
            summary.remove(u"revision"_s);
            conversations << summary;
            const auto records = tx.messages().after(row.id, {}, 100);
            if (!records)
                return failure(records.error());
            for (const MessageRecord &record : *records) {
                const auto view = views.shown(record);
                if (!view)
                    return failure(view.error());
                messages << wire::toJson(*view);
            }
            const auto person = views.person(row.contact);
            if (!person)
                return failure(person.error());
            people << wire::toJson(*person);
            const auto subject = readSubject(tx, row.contact);
            if (!subject)
                return failure(subject.error());
            QJsonObject data = subjectJson(*subject);
            for (const QString &key : data.keys()) {
                if (key != "conversations"_L1 && key != "identities"_L1 && key != "consent"_L1)
                    data.remove(key);
            }
            exported << data;
        }
        return QJsonObject{{u"conversations"_s, conversations},
                           {u"messages"_s, messages},
                           {u"people"_s, people},
                           {u"export"_s, exported}};
    });
}

} // namespace

/// Every kind of thing WhatsApp sends, from the bytes of the webhook to what the agent sees and
/// what an export holds. DESTEK_WRITE_GOLDEN=1 writes the second half anew.
class InboundGolden : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyType_data()
    {
        QTest::addColumn<QString>("name");
        const QStringList names = QDir(kFolder).entryList({u"*.json"_s}, QDir::Files, QDir::Name);
        QVERIFY(names.size() > 40);
        for (const QString &name : names)
            QTest::newRow(qPrintable(name)) << name;
    }
    void everyType()
    {
        QFETCH(QString, name);
        QJsonObject golden = parsed(name);
        const QJsonArray webhooks = golden.value(u"webhooks"_s).toArray();
        QVERIFY(!webhooks.isEmpty());
        Desk desk;
        desk.at(200);
        for (const QJsonValue &webhook : webhooks)
            desk.arrives(QJsonDocument(webhook.toObject()).toJson());
        const QJsonObject result = numbered(resultOf(desk));
        if (qEnvironmentVariableIntValue("DESTEK_WRITE_GOLDEN") == 1) {
            golden.insert(u"result"_s, result);
            QFile file(kFolder + u'/' + name);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QJsonDocument(golden).toJson());
        }
        QCOMPARE(QJsonDocument(result).toJson(),
                 QJsonDocument(golden.value(u"result"_s).toObject()).toJson());
        // The same again changes nothing (facts/whatsapp.md 1.5).
        for (const QJsonValue &webhook : webhooks)
            desk.arrives(QJsonDocument(webhook.toObject()).toJson());
        QCOMPARE(numbered(resultOf(desk)), result);
        QVERIFY(!QJsonDocument(result).toJson().contains("4111111111111111"));
    }
};

DESTEK_TEST(InboundGolden)
#include "tst_inbound_golden.moc"
