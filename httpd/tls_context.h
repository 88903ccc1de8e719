#pragma once

#include "core/base/result.h"
#include "httpd/server.h"

#include <boost/asio/ssl/context.hpp>

#include <memory>

namespace destek::httpd
{

using TlsContext = std::shared_ptr<boost::asio::ssl::context>;

/// CertificateUnusable, PrivateKeyUnusable or ClientCaUnusable.
[[nodiscard]] Result<TlsContext, ServerError> makeTlsContext(const TlsConfig &config);

} // namespace destek::httpd
