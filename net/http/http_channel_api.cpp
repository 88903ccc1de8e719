#include "net/http/http_channel_api.h"

#include "core/wire/endpoints.h"
#include "core/wire/json.h"
#include "core/wire/json_fields.h"
#include "net/http/asks.h"
#include "net/http/paths.h"

using namespace Qt::StringLiterals;

namespace destek::net
{

namespace
{

std::optional<QList<TemplateView>> templatesFromJson(const QJsonObject &json)
{
    return wire::fields::list<TemplateView>(json, "templates"_L1, wire::templateFromJson);
}

} // namespace

void HttpChannelApi::channel(Then<ChannelView> then)
{
    m_transport->ask<ChannelView>(get(QString(wire::kChannel)), then, wire::channelFromJson);
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
