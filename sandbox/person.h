#pragma once

#include "sandbox/limiter.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace destek::sandbox
{

/// What the statuses of messages to this person look like.
enum class Receipts {
    Always,   ///< sent, delivered, read
    ReadOnly, ///< sent, then read at once: Meta leaves delivered out (whatsapp.md 2.4)
    Hidden,   ///< sent, delivered: read receipts switched off
    Offline,  ///< sent, nothing more: the telephone is off
    Failing,  ///< sent, then failed with Person::failCode
};

/// One thing a customer sends: content as in messages[] ({"type":…,"<type>":{…}}) plus the
/// sandbox's own keys (README.md, "Lines").
struct Line {
    QJsonObject content;
    int pauseS = -1; ///< before it is sent; -1: as long as typing takes
};

/// What a customer answers when the agent's text mentions one of the words.
struct Reply {
    QStringList when; ///< keywords; empty: any text
    QStringList in;   ///< states of the dialogue it belongs to; empty: all
    QList<Line> say;
    QString react; ///< emoji put on the agent's message; empty: none
    QString press; ///< label of the button or row pressed; "*": the first; empty: none
    QString then;  ///< next state; "end" makes the customer fall silent
};

struct Dialogue {
    QList<QList<Line>> openings; ///< for customers who have not written yet: one is chosen
    QList<Reply> replies;        ///< first match wins, each is used once
    QList<Line> otherwise;       ///< when none matches, each once, then silence
    QList<Line> nudges;          ///< when no answer comes, each once
    QList<Line> later;           ///< when they come back by themselves another time
};

struct HistoryLine {
    double minutesAgo = 0;
    Line line;
};

/// A customer. Either identity may be missing, never both.
struct Person {
    QString key;
    QString name;           ///< profile name; may be empty
    QString phone;          ///< digits without '+'
    QString bsuid;          ///< "TR.…"
    QString parentBsuid;    ///< "TR.ENT.…"; empty: the business is not enrolled
    QString identityHash;   ///< with the identity check on (whatsapp.md 2.5); empty: off
    QString username;       ///< with '@'; empty: none adopted
    bool showsPhone = true; ///< webhooks carry the number (whatsapp.md 3.1)
    bool onWhatsApp = true;
    bool blockedUs = false;     ///< the customer blocked the business
    bool stoppedOffers = false; ///< Meta's own switch: marketing fails with 131050
    Receipts receipts = Receipts::Always;
    int failCode = 131026;
    double pace = 1.0; ///< 0.5 types and reads twice as fast
    int patienceS = 900;
    bool live = false; ///< has not written yet: comes by the Poisson schedule
    QList<HistoryLine> history;
    Dialogue dialogue;

    // What has happened so far.
    qint64 lastInboundMs = 0; ///< Meta's time of the newest inbound message: opens the window
    Limiter pair;
    QString lastFromAgent;  ///< wamid
    QString lastFromPerson; ///< wamid of the last that can be edited or withdrawn

    [[nodiscard]] QString visiblePhone() const { return showsPhone ? phone : QString(); }
    [[nodiscard]] QString firstName() const { return name.section(u' ', 0, 0); }
};

/// Case does not matter; unknown words mean Always.
[[nodiscard]] Receipts receiptsFromWord(const QString &word);

} // namespace destek::sandbox
