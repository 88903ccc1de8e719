#pragma once

#include <QString>

namespace destek::daemon
{

/// One process per data folder: the kernel's lock on a file, gone with the process that held it.
/// The file's content means nothing, so a power cut cannot leave a lock that nobody holds.
class FolderLock
{
public:
    enum class Outcome : quint8 { Held, TakenByAnother, CannotOpen };

    FolderLock() = default;
    ~FolderLock() { release(); }
    FolderLock(const FolderLock &) = delete;
    FolderLock &operator=(const FolderLock &) = delete;

    [[nodiscard]] Outcome take(const QString &file);
    void release();

private:
    int m_descriptor = -1;
};

} // namespace destek::daemon
