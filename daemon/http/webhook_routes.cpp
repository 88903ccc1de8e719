#include "daemon/http/webhook_routes.h"

#include "core/crypto/keyed_hash.h"

using namespace Qt::StringLiterals;

namespace destek::daemon
{

namespace
{

constexpr auto kSignature = "X-Hub-Signature-256";
/// Meta sends up to 3 MB (facts/whatsapp.md 1.5).
constexpr qsizetype kBodyAtMost = 4 * 1024 * 1024;

crypto::View view(const QByteArray &bytes)
{
    return {reinterpret_cast<const std::uint8_t *>(bytes.constData()), size_t(bytes.size())};
}

} // namespace

WebhookRoutes::WebhookRoutes(Services services) : m_s(std::move(services)) {}

QList<httpd::Route> WebhookRoutes::routes()
{
    httpd::Route get{"GET", u"/webhook"_s,
                     [this](httpd::Request request, httpd::Responder responder) {
                         responder.respond(handshake(request));
                     }};
    httpd::Route post{
        "POST", u"/webhook"_s,
        [this](httpd::Request request, httpd::Responder responder) { receive(request, responder); },
        kBodyAtMost};
    // Unsigned floods are refused before their body is read.
    post.beforeBody = [this](const httpd::Request &head) -> std::optional<httpd::Reply> {
        const QList<QByteArray> headers = head.headerValues(kSignature);
        if (headers.size() == 1 && m_s.isWellFormed(headers.first()))
            return std::nullopt;
        ++m_forged;
        return httpd::Reply::text(401, "signature missing or malformed\n");
    };
    return {get, post};
}

httpd::Reply WebhookRoutes::handshake(const httpd::Request &request) const
{
    const QString mode = request.queryValue(u"hub.mode").value_or(QString());
    const QByteArray token = request.queryValue(u"hub.verify_token").value_or(QString()).toUtf8();
    const QByteArray challenge =
        request.queryValue(u"hub.challenge").value_or(QString()).left(1024).toUtf8();
    // Hashes have one length, so the comparison tells nothing about the token's.
    const bool right =
        crypto::equal(crypto::sha256(view(token)), crypto::sha256(view(m_s.verifyToken.reveal())));
    if (mode != "subscribe"_L1 || !right || m_s.verifyToken.isEmpty())
        return httpd::Reply::text(403, "verification refused\n");
    return httpd::Reply::text(200, challenge);
}

void WebhookRoutes::receive(const httpd::Request &request, const httpd::Responder &responder)
{
    if (!m_s.isGenuine(request.header(kSignature), request.body)) {
        ++m_forged;
        responder.respond(httpd::Reply::text(401, "signature does not match\n"));
        return;
    }
    const Instant now = m_s.clock.now();
    m_s.database.write(
        Urgency::Now,
        [body = request.body, now](Tx &tx) -> Stored<Done> {
            if (auto appended = tx.intake().append(body, now); !appended)
                return failure(appended.error());
            return done();
        },
        [this, responder](Stored<Done> result) {
            if (!result) {
                ++m_refused;
                responder.respond(httpd::Reply::text(503, "not stored; deliver again\n")
                                      .with("Retry-After", "5"));
                return;
            }
            ++m_accepted;
            responder.respond(httpd::Reply::text(200, "stored\n"));
            m_s.appended();
        });
}

WebhookRoutes::Counts WebhookRoutes::counts() const
{
    return {m_accepted.load(), m_forged.load(), m_refused.load()};
}

} // namespace destek::daemon
