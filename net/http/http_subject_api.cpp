#include "net/http/http_subject_api.h"

#include "core/wire/endpoints.h"
#include "core/wire/json.h"
#include "core/wire/json_fields.h"
#include "net/http/device_key.h"
#include "net/http/paths.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace destek::net
{

namespace
{

constexpr qint64 kMostExport = 256 * 1024 * 1024;

} // namespace

HttpSubjectApi::HttpSubjectApi(HttpTransport *transport, const SecretStore *store,
                               const Clock *clock, QObject *parent)
    : QObject(parent), m_transport(transport), m_store(store), m_clock(clock)
{
}

void HttpSubjectApi::exportPerson(ContactId id, const QString &language, const QString &reason,
                                  Then<ExportPackage> then)
{
    JsonAsk ask;
    ask.verb = "POST";
    ask.path = pathFor(wire::kExport, id.value);
    ask.body = QJsonObject{{"language"_L1, language}, {"reason"_L1, reason}};
    ask.mostBytes = kMostExport;
    m_transport->ask<ExportPackage>(ask, then, wire::exportPackageFromJson);
}

void HttpSubjectApi::previewErasure(ContactId id, Then<ErasurePreview> then)
{
    JsonAsk ask;
    ask.path = pathFor(wire::kErasure, id.value);
    m_transport->ask<ErasurePreview>(ask, then, wire::erasurePreviewFromJson);
}

void HttpSubjectApi::erase(ContactId id, const QString &reason, Then<DestructionRecord> then)
{
    JsonAsk ask;
    ask.verb = "POST";
    ask.path = pathFor(wire::kErasure, id.value);
    ask.body = QJsonObject{{"reason"_L1, reason}, {"confirmed"_L1, true}};
    m_transport->ask<DestructionRecord>(ask, then, wire::destructionRecordFromJson);
}

void HttpSubjectApi::destructionRecords(Then<QList<DestructionRecord>> then)
{
    JsonAsk ask;
    ask.path = QString(wire::kDestructionRecords);
    m_transport->ask<QList<DestructionRecord>>(ask, then, [](const QJsonObject &json) {
        return wire::fields::list<DestructionRecord>(json, "records"_L1,
                                                     wire::destructionRecordFromJson);
    });
}

void HttpSubjectApi::sendReceipt(const ErasureOrder &order, int conversationsDropped,
                                 Then<Done> then)
{
    // Canonical: keys sorted (QJsonObject keeps them so), no white space, numbers only.
    const QByteArray receipt =
        QJsonDocument(QJsonObject{{"at"_L1, m_clock->now().ms},
                                  {"contact"_L1, order.contact.value},
                                  {"conversationsDropped"_L1, conversationsDropped},
                                  {"device"_L1, m_device.value},
                                  {"order"_L1, order.order.value}})
            .toJson(QJsonDocument::Compact);
    const auto signature = signWithDeviceKey(*m_store, receipt);
    if (!signature) {
        QMetaObject::invokeMethod(
            this,
            [then] {
                then(failure(ApiError{ApiErrorCode::Cancelled, std::nullopt, u"no device key"_s}));
            },
            Qt::QueuedConnection);
        return;
    }
    JsonAsk ask;
    ask.verb = "POST";
    ask.path = pathFor(wire::kReceipt, order.order.value);
    ask.body = QJsonObject{{"receipt"_L1, wire::fields::base64(receipt)},
                           {"signature"_L1, wire::fields::base64(*signature)}};
    m_transport->ask<Done>(ask, then,
                           [](const QJsonObject &) { return std::optional<Done>(done()); });
}

} // namespace destek::net
