#pragma once

#include "core/base/result.h"
#include "sandbox/graph_api.h"

#include <QObject>

#include <functional>
#include <memory>

namespace destek::sandbox
{

enum class ListenError { PortTaken, NotAllowed, Failed };

/// The one HTTP listener, on 127.0.0.1 only: takes requests from the HTTP library's thread to the
/// main thread and the answers back. /control/ is refused to other machines (there are none on
/// loopback) and to web pages (requests with an Origin).
class Listener : public QObject
{
    Q_OBJECT
public:
    using Handler = std::function<ApiAnswer(const ApiRequest &)>;

    Listener(Handler graph, Handler control, QObject *parent = nullptr);
    ~Listener() override;

    /// Answers the port.
    [[nodiscard]] Result<quint16, ListenError> listen(quint16 port);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace destek::sandbox
