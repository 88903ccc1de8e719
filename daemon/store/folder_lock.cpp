#include "daemon/store/folder_lock.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace destek::daemon
{

FolderLock::Outcome FolderLock::take(const QString &file)
{
    release();
    m_descriptor = ::open(QFile::encodeName(file).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (m_descriptor < 0)
        return Outcome::CannotOpen;
    if (::flock(m_descriptor, LOCK_EX | LOCK_NB) == 0)
        return Outcome::Held;
    const bool taken = errno == EWOULDBLOCK;
    release();
    return taken ? Outcome::TakenByAnother : Outcome::CannotOpen;
}

void FolderLock::release()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_descriptor = -1;
}

} // namespace destek::daemon
