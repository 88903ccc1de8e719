#pragma once

#include "core/base/result.h"
#include "sandbox/person.h"

#include <QJsonArray>

namespace destek::sandbox
{

/// An order of the control API at a moment of the simulated time.
struct Step {
    double atS = 0;
    QString order;
    QJsonObject with;
};

/// A cast and what they say; the format is described in sandbox/README.md.
struct Scenario {
    QString title;
    double arrivalsPerHour = 30; ///< of new customers, in simulated time
    QList<Person> people;
    QHash<QString, Dialogue> dialogues;
    QStringList walkInNames; ///< for customers made up after the cast has been on
    QStringList walkInDialogues;
    QJsonArray templates; ///< as Meta lists them; empty: the built-in ones
    QList<Step> steps;
};

enum class ScenarioFault {
    Unreadable,
    NotJson,
    UnknownKey,
    WrongKind, ///< a text where a number belongs, …
    NoIdentity,
    RealNumber,
    DuplicateKey,
    NoSuchDialogue,
    BadLine, ///< a message that nobody could send
    BadStep, ///< an order nobody could obey
};

struct ScenarioError {
    ScenarioFault fault = ScenarioFault::Unreadable;
    QString where; ///< file, key of the person, or place like "people[2].history[0]"
    QString why = {};
    int line = 0; ///< in the file, from 1; 0: not known
};

/// Reads a file (also ":/sandbox/…" resources).
[[nodiscard]] Result<Scenario, ScenarioError> loadScenario(const QString &path);
[[nodiscard]] Result<Scenario, ScenarioError> parseScenario(const QByteArray &json);
/// A string becomes a text message, an object is taken as it is.
[[nodiscard]] Line lineFrom(const QJsonValue &value);

} // namespace destek::sandbox
