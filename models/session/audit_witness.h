#pragma once

#include "core/base/clock.h"
#include "net/api/subject_api.h"

#include <QObject>

namespace destek::models
{

/// Where the last checkpoint of each daemon is kept between runs (the app: in the profile).
class AuditMemory
{
public:
    virtual ~AuditMemory() = default;
    /// The signed note and the key that signed it; empty if none was seen yet.
    struct Seen {
        QByteArray note;
        QByteArray publicKeyPem;
    };
    [[nodiscard]] virtual Seen read() const = 0;
    virtual void write(const Seen &seen) = 0;
};

class MemoryAuditMemory final : public AuditMemory
{
public:
    [[nodiscard]] Seen read() const override { return m_seen; }
    void write(const Seen &seen) override { m_seen = seen; }

private:
    Seen m_seen;
};

enum class WitnessFinding : quint8 {
    NotAsked,
    Good,         ///< today's log begins with the one remembered
    FirstSeen,    ///< nothing was remembered: remembered now
    RolledBack,   ///< the log is shorter than what this console has seen
    Forked,       ///< the log is not a continuation of what this console has seen
    KeyChanged,   ///< signed with another key than before
    BadSignature, ///< the checkpoint is not signed, or wrongly
    BrokenLog,    ///< the daemon itself says a record does not verify
    Unreachable,  ///< could not ask; says nothing about the log
};

/// Compares the daemon's audit log with what this console remembers of it (facts/trust.md 4.8),
/// so that a rolled-back or rewritten database is noticed by the first console that looks.
/// What is remembered only changes to something that continues it. Threads: GUI only.
class AuditWitness final : public QObject
{
    Q_OBJECT
public:
    /// `memory` must outlive the witness.
    AuditWitness(net::AuditApi *api, AuditMemory *memory, QObject *parent = nullptr);

    void check();
    [[nodiscard]] WitnessFinding finding() const { return m_finding; }
    /// The last answer; to be shown, believed only with finding() Good or FirstSeen.
    [[nodiscard]] const AuditState &state() const { return m_state; }
    /// True for findings that call for alarm.
    [[nodiscard]] static bool isAlarm(WitnessFinding finding);
    /// Pure: what the daemon's answer means against what is remembered.
    [[nodiscard]] static WitnessFinding compare(const AuditMemory::Seen &seen,
                                                const AuditState &state);

Q_SIGNALS:
    void checked(destek::models::WitnessFinding finding);

private:
    net::AuditApi *m_api;
    AuditMemory *m_memory;
    AuditState m_state;
    WitnessFinding m_finding = WitnessFinding::NotAsked;
    bool m_asking = false;
};

} // namespace destek::models
