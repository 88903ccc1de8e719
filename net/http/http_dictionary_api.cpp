#include "net/http/http_dictionary_api.h"

#include "core/wire/endpoints.h"
#include "net/http/asks.h"
#include "net/http/paths.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace destek::net
{

void HttpDictionaryApi::words(Then<QStringList> then)
{
    m_transport->ask<QStringList>(get(QString(wire::kTeamWords)), then,
                                  [](const QJsonObject &json) -> std::optional<QStringList> {
                                      QStringList words;
                                      const QJsonArray all = json.value("words"_L1).toArray();
                                      for (const QJsonValue &word : all)
                                          words << word.toString();
                                      return words;
                                  });
}

void HttpDictionaryApi::addWord(const QString &word, Then<Done> then)
{
    change(word, true, then);
}

void HttpDictionaryApi::removeWord(const QString &word, Then<Done> then)
{
    change(word, false, then);
}

void HttpDictionaryApi::change(const QString &word, bool known, Then<Done> then)
{
    const QJsonObject body{{"word"_L1, word}, {"known"_L1, known}};
    m_transport->ask<Done>(put(QString(wire::kTeamWords), body), then, nothing);
}

} // namespace destek::net
