#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace destek::app
{

/// Where everything of a try-out lives; all below PROFILE/try, for the owner's eyes only.
struct TryOutPlaces {
    QString folder;
    [[nodiscard]] QString daemonConfig() const;
    [[nodiscard]] QString sandboxConfig() const;
    [[nodiscard]] QString dataFolder() const;
    [[nodiscard]] QString tokenFile() const;
    [[nodiscard]] QString appSecretFile() const;
    [[nodiscard]] QString verifyTokenFile() const;
};

struct TryOutPorts {
    quint16 sandbox = 0;
    quint16 webhook = 0;
    quint16 console = 0;
    quint16 admin = 0;
};

/// The one place that knows the keys of destekd.json and sandbox.json as the try-out uses them.
[[nodiscard]] QJsonObject daemonConfig(const TryOutPlaces &places, TryOutPorts ports,
                                       const QString &organisation, const QString &language);
[[nodiscard]] QJsonObject sandboxConfig(const TryOutPlaces &places, TryOutPorts ports);

/// Four ports nobody listens on at this moment (bound to 0 and released); 0 where none was had.
[[nodiscard]] TryOutPorts freePorts();

/// Replaces the file; readable and writable by its owner only, before the first byte is in it.
[[nodiscard]] bool writePrivateFile(const QString &path, const QByteArray &bytes);

/// Printable random text with 192 bits in it.
[[nodiscard]] QByteArray randomSecret();

} // namespace destek::app
