#pragma once

#include "core/policy/meta_errors.h"
#include "daemon/service/ports/media.h"
#include "daemon/service/ports/media_files.h"

#include <functional>

namespace destek::daemon
{

/// What comes in is at most this much; WhatsApp's own limit (facts/whatsapp.md 2.2).
constexpr qint64 kMediaAtMost = 100LL * 1024 * 1024;

enum class FetchOutcome : quint8 {
    Fetched,
    Retry,    ///< not now: no connection, a server error, an address that ran out
    TooLarge, ///< more than we take, or error 131052
    Refused,  ///< the address given is not one the token may go to; nothing was asked there
    Stopped,  ///< the taker did not want more
};

struct FetchAnswer {
    FetchOutcome outcome = FetchOutcome::Retry;
    QByteArray sha256; ///< as WhatsApp gives it with the address, 32 bytes; empty: none
    qint64 size = 0;   ///< announced; 0: none
    QString mimeType;
    int httpStatus = 0;
    int code = 0;   ///< Meta's error code
    QString reason; ///< a word of ours for the log and the row
};

/// What WhatsApp said to a file of ours; what follows from it: send_verdict.h.
struct HandOverAnswer {
    QString metaId;     ///< empty: not taken
    bool asked = false; ///< false: it never came to asking, and never will
    int httpStatus = 0; ///< 0: no answer
    int code = kNoMetaCode;
};

/// Files to and from WhatsApp. Implemented by daemon/graph; called and answering on the daemon's
/// main thread. Each answer comes exactly once, never before the call returned, and not at all
/// once the gateway is destroyed.
class MediaGateway
{
public:
    /// Takes the next bytes; false stops the transfer.
    using Take = std::function<bool(QByteArrayView)>;

    virtual ~MediaGateway() = default;
    virtual void fetch(const QString &metaId, const QString &phoneNumberId, Take take,
                       std::function<void(FetchAnswer)> answer) = 0;
    /// `size`: bytes that `body` will give.
    virtual void handOver(const QString &phoneNumberId, const QString &mimeType,
                          const QString &fileName, qint64 size, std::unique_ptr<MediaSource> body,
                          std::function<void(HandOverAnswer)> answer) = 0;
};

/// For whoever posts a message with a file: WhatsApp's id of it, which goes into the message.
/// What was handed over is remembered for 29 days; before that and after that it is handed over
/// first. Threads: main; the answer comes exactly once, never before the call returned.
class MediaHandOver
{
public:
    virtual ~MediaHandOver() = default;
    virtual void metaIdFor(MessageId message, std::function<void(HandOverAnswer)> answer) = 0;
    /// The same for one of several files of a message (cards of a template).
    virtual void metaIdFor(UploadId file, std::function<void(HandOverAnswer)> answer) = 0;
};

} // namespace destek::daemon
