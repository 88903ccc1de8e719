#include "net/http/http_channel_api.h"

#include "core/wire/endpoints.h"
#include "core/wire/json.h"
#include "core/wire/json_fields.h"
#include "net/http/paths.h"

using namespace Qt::StringLiterals;

namespace destek::net
{

namespace
{

JsonAsk post(const QString &path, const QJsonObject &body = {})
{
    JsonAsk ask;
    ask.verb = "POST";
    ask.path = path;
    ask.body = body;
    return ask;
}

std::optional<QList<TemplateView>> templatesFromJson(const QJsonObject &json)
{
    return wire::fields::list<TemplateView>(json, "templates"_L1, wire::templateFromJson);
}

} // namespace

void HttpChannelApi::channel(Then<ChannelView> then)
{
    JsonAsk ask;
    ask.path = QString(wire::kChannel);
    m_transport->ask<ChannelView>(ask, then, wire::channelFromJson);
}

void HttpChannelApi::acknowledge(qint64 alert, Then<ChannelView> then)
{
    m_transport->ask<ChannelView>(post(pathFor(wire::kAlert, alert)), then, wire::channelFromJson);
}

void HttpChannelApi::refreshTemplates(Then<QList<TemplateView>> then)
{
    m_transport->ask<QList<TemplateView>>(post(QString(wire::kTemplateRefresh)), then,
                                          templatesFromJson);
}

void HttpChannelApi::thaw(const QString &name, const QString &language,
                          Then<QList<TemplateView>> then)
{
    m_transport->ask<QList<TemplateView>>(
        post(QString(wire::kTemplateThaw), {{"name"_L1, name}, {"language"_L1, language}}), then,
        templatesFromJson);
}

} // namespace destek::net
