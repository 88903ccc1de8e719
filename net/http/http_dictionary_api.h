#pragma once

#include "net/api/dictionary_api.h"
#include "net/http/http_transport.h"

namespace destek::net
{

/// The company's dictionary for spelling. `transport` outlives it.
class HttpDictionaryApi final : public DictionaryApi
{
public:
    explicit HttpDictionaryApi(HttpTransport *transport) : m_transport(transport) {}

    void words(Then<QStringList> then) override;
    void addWord(const QString &word, Then<Done> then) override;
    void removeWord(const QString &word, Then<Done> then) override;

private:
    void change(const QString &word, bool known, Then<Done> then);
    HttpTransport *m_transport;
};

} // namespace destek::net
