#pragma once

#include "core/base/result.h"
#include "sandbox/person.h"

#include <QJsonArray>

namespace destek::sandbox
{

/// A cast and what they say; the format is described in sandbox/README.md.
struct Scenario {
    QString title;
    double arrivalsPerHour = 30; ///< of new customers, in simulated time
    QList<Person> people;
    QHash<QString, Dialogue> dialogues;
    QStringList walkInNames; ///< for customers made up after the cast has been on
    QStringList walkInDialogues;
    QJsonArray templates; ///< as Meta lists them; empty: the built-in ones
};

enum class ScenarioFault {
    Unreadable,
    NotJson,
    NoIdentity,
    RealNumber,
    DuplicateKey,
    NoSuchDialogue
};

struct ScenarioError {
    ScenarioFault fault = ScenarioFault::Unreadable;
    QString where; ///< file, or key of the person
};

/// Reads a file (also ":/sandbox/…" resources).
[[nodiscard]] Result<Scenario, ScenarioError> loadScenario(const QString &path);
[[nodiscard]] Result<Scenario, ScenarioError> parseScenario(const QByteArray &json);
/// A string becomes a text message, an object is taken as it is.
[[nodiscard]] Line lineFrom(const QJsonValue &value);

} // namespace destek::sandbox
