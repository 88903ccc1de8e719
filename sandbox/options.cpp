#include "sandbox/options.h"

#include <QFile>
#include <QHash>
#include <QJsonDocument>
#include <QRandomGenerator>

#include <functional>

using namespace Qt::StringLiterals;

namespace destek::sandbox
{
namespace
{

constexpr auto kHelp =
    "destek-sandbox: a stand-in for Meta's WhatsApp Cloud API\n\n"
    "  --config FILE        settings as JSON (keys as the options, with _ for -)\n"
    "  --port N             0 chooses a free one; the port is printed as one JSON line\n"
    "  --callback URL       where webhooks go        --callback-ca FILE   its CA (PEM)\n"
    "  --verify             GET handshake with the callback first\n"
    "  --scenario FILE      another cast             --quiet              nobody writes unasked\n"
    "  --speed X            time factor              --seed N             repeatable run\n"
    "  --arrivals N         new customers per hour   --outage             begin in an outage\n"
    "  --duplicates P       --reorder P              --delay MS           webhook weather\n"
    "  --batch N            updates per POST         --parallel N         POSTs at once\n"
    "  --pair-burst N       --pair-interval-ms N     --throughput N       limits, 0: none\n"
    "  --window-refusal at-once|by-status            how a closed window is refused\n"
    "  --phone-number-id ID --waba-id ID             --display-number N\n\n"
    "Secrets come from the environment (DESTEK_SANDBOX_APP_SECRET, _TOKEN, _VERIFY_TOKEN) or\n"
    "from the config file (app_secret, token, verify_token, or each with _file).\n"_L1;

using Setter = std::function<bool(const QString &)>;

template <typename T>
Setter number(T &target, double least, double most)
{
    return [&target, least, most](const QString &text) {
        bool ok = false;
        const double value = text.toDouble(&ok);
        if (!ok || value < least || value > most)
            return false;
        target = T(value);
        return true;
    };
}

Setter text(QString &target)
{
    return [&target](const QString &value) {
        target = value;
        return !value.isEmpty();
    };
}

Setter flag(bool &target)
{
    return [&target](const QString &value) {
        target = value != "0"_L1 && value != "false"_L1;
        return true;
    };
}

bool readFile(const QString &path, QByteArray &target)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    target = file.readAll().trimmed();
    return !target.isEmpty();
}

QHash<QString, Setter> settersFor(Options &o)
{
    return {
        {u"port"_s, number(o.port, 0, 65535)},
        {u"callback"_s,
         [&o](const QString &v) {
             o.webhooks.callback = QUrl(v, QUrl::StrictMode);
             const QString scheme = o.webhooks.callback.scheme();
             return o.webhooks.callback.isValid() && (scheme == "http"_L1 || scheme == "https"_L1);
         }},
        {u"callback-ca"_s,
         [&o](const QString &v) { return readFile(v, o.webhooks.callbackCaPem); }},
        {u"verify"_s, flag(o.verify)},
        {u"scenario"_s, text(o.scenario)},
        {u"quiet"_s, flag(o.quiet)},
        {u"speed"_s, number(o.speed, 0.001, 100'000)},
        {u"seed"_s, number(o.seed, 0, 4294967295.0)},
        {u"arrivals"_s, number(o.arrivalsPerHour, 0, 100'000)},
        {u"outage"_s, flag(o.outage)},
        {u"duplicates"_s, number(o.webhooks.duplicates, 0, 1)},
        {u"reorder"_s, number(o.webhooks.reorder, 0, 1)},
        {u"delay"_s, number(o.webhooks.delayMs, 0, 3'600'000)},
        {u"batch"_s, number(o.webhooks.batch, 1, 1000)},
        {u"parallel"_s, number(o.webhooks.parallel, 1, 6)},
        {u"pair-burst"_s, number(o.posts.pairBurst, 0, 1'000'000)},
        {u"pair-interval-ms"_s, number(o.posts.pairIntervalMs, 1, 3'600'000)},
        {u"throughput"_s, number(o.posts.throughput, 0, 1000)},
        {u"window-refusal"_s,
         [&o](const QString &v) {
             o.posts.windowRefusal =
                 v == "by-status"_L1 ? WindowRefusal::ByStatus : WindowRefusal::AtOnce;
             return v == "by-status"_L1 || v == "at-once"_L1;
         }},
        {u"phone-number-id"_s, text(o.business.phoneNumberId)},
        {u"waba-id"_s, text(o.business.wabaId)},
        {u"display-number"_s, text(o.business.displayNumber)},
    };
}

QHash<QString, QByteArray *> secretsOf(Options &o)
{
    return {{u"app-secret"_s, &o.webhooks.appSecret},
            {u"token"_s, &o.token},
            {u"verify-token"_s, &o.webhooks.verifyToken}};
}

Result<Done, OptionError> readConfig(const QString &path, const QHash<QString, Setter> &setters,
                                     const QHash<QString, QByteArray *> &secrets)
{
    QByteArray bytes;
    const bool read = readFile(path, bytes);
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!read || !document.isObject())
        return failure(OptionError{OptionFault::BadConfig, path});
    const QJsonObject config = document.object();
    for (auto it = config.begin(); it != config.end(); ++it) {
        QString name = it.key();
        name.replace(u'_', u'-');
        const QString value = it.value().toVariant().toString();
        if (secrets.contains(name)) {
            *secrets.value(name) = value.toUtf8();
        } else if (name.endsWith("-file"_L1) && secrets.contains(name.chopped(5))) {
            if (!readFile(value, *secrets.value(name.chopped(5))))
                return failure(OptionError{OptionFault::BadConfig, it.key()});
        } else if (!setters.contains(name)) {
            return failure(OptionError{OptionFault::Unknown, it.key()});
        } else if (!setters.value(name)(value)) {
            return failure(OptionError{OptionFault::BadValue, it.key()});
        }
    }
    return destek::done();
}

Result<Done, OptionError> readEnvironment(const QProcessEnvironment &environment,
                                          const QHash<QString, Setter> &setters,
                                          const QHash<QString, QByteArray *> &secrets)
{
    const auto variable = [](QString name) {
        return u"DESTEK_SANDBOX_"_s + name.toUpper().replace(u'-', u'_');
    };
    for (auto it = secrets.begin(); it != secrets.end(); ++it) {
        const QString name = variable(it.key());
        if (environment.contains(name))
            **it = environment.value(name).toUtf8();
        else if (environment.contains(name + u"_FILE"_s) &&
                 !readFile(environment.value(name + u"_FILE"_s), **it))
            return failure(OptionError{OptionFault::BadValue, name + u"_FILE"_s});
    }
    for (auto it = setters.begin(); it != setters.end(); ++it) {
        const QString name = variable(it.key());
        if (environment.contains(name) && !(*it)(environment.value(name)))
            return failure(OptionError{OptionFault::BadValue, name});
    }
    return destek::done();
}

Result<Done, OptionError> readArguments(const QStringList &arguments,
                                        const QHash<QString, Setter> &setters,
                                        const QHash<QString, QByteArray *> &secrets)
{
    static const QStringList flags{u"quiet"_s, u"outage"_s, u"verify"_s};
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString whole = arguments.at(i);
        QString name = whole.mid(2).section(u'=', 0, 0);
        if (!whole.startsWith("--"_L1) ||
            (!setters.contains(name) && !secrets.contains(name) && name != "config"_L1))
            return failure(OptionError{OptionFault::Unknown, whole.section(u'=', 0, 0)});
        if (secrets.contains(name))
            return failure(OptionError{OptionFault::SecretOnCommandLine, u"--"_s + name});
        QString value = u"1"_s;
        if (whole.contains(u'='))
            value = whole.section(u'=', 1);
        else if (!flags.contains(name) && ++i < arguments.size())
            value = arguments.at(i);
        else if (!flags.contains(name))
            return failure(OptionError{OptionFault::BadValue, whole});
        if (name != "config"_L1 && !setters.value(name)(value))
            return failure(OptionError{OptionFault::BadValue, u"--"_s + name});
    }
    return destek::done();
}

QString configPath(const QStringList &arguments, const QProcessEnvironment &environment)
{
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments.at(i).startsWith("--config="_L1))
            return arguments.at(i).mid(9);
        if (arguments.at(i) == "--config"_L1 && i + 1 < arguments.size())
            return arguments.at(i + 1);
    }
    return environment.value(u"DESTEK_SANDBOX_CONFIG"_s);
}

} // namespace

Result<Options, OptionError> readOptions(const QStringList &arguments,
                                         const QProcessEnvironment &environment)
{
    if (arguments.contains("--help"_L1) || arguments.contains("-h"_L1))
        return failure(OptionError{OptionFault::Help, QString(kHelp)});
    Options options;
    options.seed = QRandomGenerator::global()->generate();
    const auto setters = settersFor(options);
    const auto secrets = secretsOf(options);
    if (const QString path = configPath(arguments, environment); !path.isEmpty()) {
        if (auto read = readConfig(path, setters, secrets); !read)
            return failure(read.error());
    }
    if (auto read = readEnvironment(environment, setters, secrets); !read)
        return failure(read.error());
    if (auto read = readArguments(arguments, setters, secrets); !read)
        return failure(read.error());
    if (options.token.isEmpty())
        return failure(OptionError{OptionFault::NoSecret, u"DESTEK_SANDBOX_TOKEN"_s});
    if (options.webhooks.appSecret.isEmpty())
        return failure(OptionError{OptionFault::NoSecret, u"DESTEK_SANDBOX_APP_SECRET"_s});
    if (options.verify && options.webhooks.verifyToken.isEmpty())
        return failure(OptionError{OptionFault::NoSecret, u"DESTEK_SANDBOX_VERIFY_TOKEN"_s});
    return options;
}

} // namespace destek::sandbox
