// Files, templates and the account: the parts of the fake that hand out what a test put in.
#include "net/fake/fake_server.h"

using namespace Qt::StringLiterals;

namespace destek::net
{

namespace
{

template <typename T>
Answer<T> unknown()
{
    return failure(ApiError{ApiErrorCode::NotFound, std::nullopt, {}});
}

TemplateView bodyOnly(const QString &name, const QString &language, const QString &body,
                      const QStringList &variables)
{
    TemplateView view;
    view.name = name;
    view.language = language;
    view.category = u"UTILITY"_s;
    view.status = u"APPROVED"_s;
    view.quality = u"GREEN"_s;
    view.body = body;
    view.variables = variables;
    view.named = !variables.first().at(0).isDigit();
    return view;
}

} // namespace

QList<TemplateView> fakeTemplates()
{
    return {bodyOnly(u"order_update"_s, u"tr"_s,
                     u"Merhaba {{1}}, {{2}} numaralı siparişiniz yola çıktı."_s, {u"1"_s, u"2"_s}),
            bodyOnly(u"order_update"_s, u"en"_s, u"Hello {{1}}, your order {{2}} is on its way."_s,
                     {u"1"_s, u"2"_s}),
            bodyOnly(u"reply_when_ready"_s, u"tr"_s,
                     u"Sorunuzun yanıtı hazır {{name}}; görmek için bu mesajı yanıtlayın."_s,
                     {u"name"_s})};
}

void FakeServer::markRead(ConversationId id, bool, Then<Done> then)
{
    answer<Done>(FakeCall::MarkRead, then, [=, this]() -> Answer<Done> {
        if (!m_world.exists(id))
            return unknown<Done>();
        return done();
    });
}

void FakeServer::history(MessageId id, Then<MessageHistory> then)
{
    answer<MessageHistory>(FakeCall::History, then, [=, this]() -> Answer<MessageHistory> {
        if (!m_world.find(id))
            return unknown<MessageHistory>();
        return m_histories.value(id);
    });
}

void FakeServer::recordStanding(ContactId id, Standing standing, ConsentSource, const QString &,
                                Then<PersonView> then)
{
    ConversationSummary summary = m_world.conversation(FakeWorld::conversationOf(id));
    summary.standing = standing;
    change(summary);
    person(id, std::move(then));
}

void FakeServer::fetch(MessageId id, Progress progress, Then<QByteArray> then)
{
    answer<QByteArray>(FakeCall::FetchMedia, then, [=, this]() -> Answer<QByteArray> {
        const auto bytes = m_media.constFind(id);
        if (bytes == m_media.constEnd())
            return unknown<QByteArray>();
        if (progress)
            progress(bytes->size(), bytes->size());
        return *bytes;
    });
}

void FakeServer::upload(ConversationId id, const QString &fileName, const QByteArray &bytes,
                        Progress progress, Then<UploadView> then)
{
    answer<UploadView>(FakeCall::Upload, then, [=, this]() -> Answer<UploadView> {
        if (!m_world.exists(id))
            return unknown<UploadView>();
        const UploadId upload(m_uploads.size() + 1);
        m_uploads.insert(upload, bytes);
        if (progress)
            progress(bytes.size(), bytes.size());
        return UploadView{upload, fileName, u"application/octet-stream"_s, bytes.size()};
    });
}

void FakeServer::channel(Then<ChannelView> then)
{
    answer<ChannelView>(FakeCall::Channel, then,
                        [this]() -> Answer<ChannelView> { return m_channel; });
}

void FakeServer::acknowledge(qint64 alert, Then<ChannelView> then)
{
    for (ChannelAlert &known : m_channel.alerts)
        known.acknowledged = known.acknowledged || known.id == alert;
    channel(std::move(then));
}

void FakeServer::refreshTemplates(Then<QList<TemplateView>> then)
{
    templates(std::move(then));
}

void FakeServer::thaw(const QString &name, const QString &language, Then<QList<TemplateView>> then)
{
    for (TemplateView &known : m_templates) {
        if (known.name == name && known.language == language)
            known.frozen = false;
    }
    templates(std::move(then));
}

} // namespace destek::net
