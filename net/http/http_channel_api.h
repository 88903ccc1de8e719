#pragma once

#include "net/api/conversation_api.h"
#include "net/http/http_transport.h"

namespace destek::net
{

/// The account at WhatsApp. `transport` outlives it.
class HttpChannelApi final : public ChannelApi
{
public:
    explicit HttpChannelApi(HttpTransport *transport) : m_transport(transport) {}

    void channel(Then<ChannelView> then) override;
    void acknowledge(qint64 alert, Then<ChannelView> then) override;
    void refreshTemplates(Then<QList<TemplateView>> then) override;
    void thaw(const QString &name, const QString &language,
              Then<QList<TemplateView>> then) override;

private:
    HttpTransport *m_transport;
};

} // namespace destek::net
