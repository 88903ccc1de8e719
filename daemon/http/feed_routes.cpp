#include "core/wire/endpoints.h"
#include "daemon/http/answers.h"
#include "daemon/http/api_routes.h"
#include "daemon/service/channel_book.h"

using namespace Qt::StringLiterals;

namespace destek::daemon
{

namespace
{

class StreamSink final : public FeedSink
{
public:
    explicit StreamSink(httpd::EventStream stream) : m_stream(std::move(stream)) {}
    bool send(const QByteArray &frames) override { return m_stream.send(frames); }
    void close() override { m_stream.close(); }
    void whenWritten(std::function<void()> then) override { m_stream.whenWritten(std::move(then)); }

private:
    httpd::EventStream m_stream;
};

} // namespace

void ApiRoutes::feed(const Request &request, const Responder &responder, const Actor &actor)
{
    const QByteArray resume = request.header("Last-Event-ID");
    const qint64 after = resume.isEmpty()
                             ? request.queryValue(u"after").value_or(QString()).toLongLong()
                             : resume.toLongLong();
    const QByteArray session = AccessService::tokenHash(answers::bearer(request));
    // The stream carries content: opening it is a reading.
    m_s.readAudit.note(
        actor, AuditAction::InboxRead, ContactId(), u"feed"_s, [=, this](bool noted) {
            if (!noted)
                return answers::fail(responder, ApiErrorCode::Busy);
            m_s.live.subscribe(session, actor.agent, after,
                               std::make_shared<StreamSink>(responder.startEventStream()));
        });
}

void ApiRoutes::addFeed(QList<httpd::Route> &routes)
{
    routes << guarded("GET", wire::kFeed,
                      [this](const Request &request, const Responder &responder,
                             const Actor &actor) { feed(request, responder, actor); });
    routes << guarded(
        "GET", wire::kHealth, [this](const Request &, const Responder &responder, const Actor &) {
            m_s.database.read([=, this](const Tx &tx) {
                const qint64 inbound = tx.facts().number(u"channel.lastInboundAt", 0).valueOr(0);
                const qint64 call = tx.facts().number(u"channel.lastCallAt", 0).valueOr(0);
                const int queued = tx.messages().queued().valueOr(0);
                // Signs of life, not a configured token: a refused call ends it at once.
                bool stopped = false;
                bool restricted = false;
                const auto numbers = tx.channel().numbers();
                for (const NumberRecord &number : numbers ? *numbers : QList<NumberRecord>()) {
                    stopped = stopped || number.stopped;
                    restricted = restricted || !restrictionOf(number, m_s.clock.now()).isEmpty();
                }
                const QJsonObject channel{{"ok"_L1, !stopped && (inbound > 0 || call > 0)},
                                          {"restricted"_L1, restricted},
                                          {"lastInboundAt"_L1, inbound},
                                          {"lastCallAt"_L1, call}};
                answers::json(responder, {{"time"_L1, m_s.clock.now().ms},
                                          {"channel"_L1, channel},
                                          {"queue"_L1, queued}});
            });
        });
}

} // namespace destek::daemon
