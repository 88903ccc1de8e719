/* Preloaded into destekd: writes down, in order, everything that changes a file below
 * DESTEK_RECORD_ROOT, so that power_loss.py can rebuild what a disk might hold after the power
 * went at any moment. One entry per call, made under one lock, so that the log's order is the
 * order in which things happened. Entries are appended to DESTEK_RECORD_LOG:
 *
 *   u64 began, u64 ended (CLOCK_MONOTONIC, ns), u32 kind, u32 path length, u64 offset,
 *   u64 data length, path, data            (for a rename, data is the new path)
 *
 * The wal-index (-shm) is left out: SQLite rebuilds it and never trusts it after a crash.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

enum { kCreate = 1, kWrite, kTruncate, kRename, kUnlink, kSync, kMakeDir };
enum { kMostFiles = 4096 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char *pathOf[kMostFiles]; /* what is open under the root, by descriptor */
static int logFile = -1;
static char root[PATH_MAX];

static uint64_t now(void)
{
    struct timespec at;
    clock_gettime(CLOCK_MONOTONIC, &at);
    return (uint64_t)at.tv_sec * 1000000000u + (uint64_t)at.tv_nsec;
}

__attribute__((constructor)) static void begin(void)
{
    const char *name = getenv("DESTEK_RECORD_LOG");
    const char *below = getenv("DESTEK_RECORD_ROOT");
    if (!name || !below || !realpath(below, root))
        return;
    logFile =
        (int)syscall(SYS_openat, AT_FDCWD, name, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static void record(uint64_t began, uint32_t kind, const char *path, uint64_t offset,
                   const void *data, uint64_t length)
{
    const uint64_t ended = now();
    const uint32_t pathLength = (uint32_t)strlen(path);
    struct {
        uint64_t began, ended;
        uint32_t kind, pathLength;
        uint64_t offset, length;
    } head = {began, ended, kind, pathLength, offset, length};
    struct iovec parts[3] = {
        {&head, sizeof head}, {(void *)path, pathLength}, {(void *)data, length}};
    /* A killed writer may leave the last entry short; the reader stops there. */
    if (syscall(SYS_writev, logFile, parts, 3) < 0)
        abort();
}

/* The canonical name if it lies below the root, to be freed; the file itself may be missing. */
static char *ours(const char *path)
{
    char folder[PATH_MAX], whole[PATH_MAX];
    if (logFile < 0 || !path || strlen(path) >= sizeof folder)
        return NULL;
    strcpy(folder, path);
    char *slash = strrchr(folder, '/');
    const char *name = slash ? slash + 1 : path;
    if (slash)
        slash[slash == folder] = 0;
    if (!realpath(slash ? folder : ".", whole))
        return NULL;
    const size_t below = strlen(root), length = strlen(whole);
    if (strncmp(whole, root, below) || (whole[below] && whole[below] != '/'))
        return NULL;
    if (strlen(name) > 4 && !strcmp(name + strlen(name) - 4, "-shm"))
        return NULL;
    if (length + strlen(name) + 2 > sizeof whole)
        return NULL;
    sprintf(whole + length, "/%s", name);
    return strdup(whole);
}

static const char *known(int fd)
{
    return fd >= 0 && fd < kMostFiles ? pathOf[fd] : NULL;
}

/* A file that has no name until linkat() gives it one. */
static char *unnamed(char *folder)
{
    static unsigned count;
    char *name = NULL;
    if (folder && asprintf(&name, "%s/#unnamed-%d-%u", folder, getpid(), ++count) < 0)
        abort();
    free(folder);
    return name;
}

static int opened(int folder, const char *path, int flags, int mode)
{
    const int nameless = (flags & O_TMPFILE) == O_TMPFILE;
    char *name = folder == AT_FDCWD || path[0] == '/' ? ours(path) : NULL;
    if (nameless)
        name = unnamed(name);
    if (!name)
        return (int)syscall(SYS_openat, folder, path, flags, mode);
    pthread_mutex_lock(&lock);
    const uint64_t began = now();
    const int missing = (int)syscall(SYS_faccessat, AT_FDCWD, path, F_OK) != 0;
    const int fd = (int)syscall(SYS_openat, folder, path, flags, mode);
    const int error = errno;
    if (fd >= 0 && fd < kMostFiles) {
        if (nameless || ((flags & O_CREAT) && missing))
            record(began, kCreate, name, 0, NULL, 0);
        else if (flags & O_TRUNC)
            record(began, kTruncate, name, 0, NULL, 0);
        free(pathOf[fd]);
        pathOf[fd] = name;
        name = NULL;
    }
    pthread_mutex_unlock(&lock);
    free(name);
    errno = error;
    return fd;
}

static int modeIn(int flags, va_list more)
{
    return flags & (O_CREAT | O_TMPFILE) ? va_arg(more, int) : 0;
}

#define OPEN(name)                                                                                 \
    int name(const char *path, int flags, ...)                                                     \
    {                                                                                              \
        va_list more;                                                                              \
        va_start(more, flags);                                                                     \
        const int mode = modeIn(flags, more);                                                      \
        va_end(more);                                                                              \
        return opened(AT_FDCWD, path, flags, mode);                                                \
    }
#define OPENAT(name)                                                                               \
    int name(int folder, const char *path, int flags, ...)                                         \
    {                                                                                              \
        va_list more;                                                                              \
        va_start(more, flags);                                                                     \
        const int mode = modeIn(flags, more);                                                      \
        va_end(more);                                                                              \
        return opened(folder, path, flags, mode);                                                  \
    }
OPEN(open)
OPEN(open64)
OPENAT(openat)
OPENAT(openat64)
int __open_2(const char *path, int flags)
{
    return opened(AT_FDCWD, path, flags, 0);
}
int __open64_2(const char *path, int flags)
{
    return opened(AT_FDCWD, path, flags, 0);
}

int close(int fd)
{
    pthread_mutex_lock(&lock);
    if (known(fd)) {
        free(pathOf[fd]);
        pathOf[fd] = NULL;
    }
    const int result = (int)syscall(SYS_close, fd);
    pthread_mutex_unlock(&lock);
    return result;
}

ssize_t write(int fd, const void *data, size_t length)
{
    if (!known(fd))
        return syscall(SYS_write, fd, data, length);
    pthread_mutex_lock(&lock);
    const uint64_t began = now();
    const ssize_t result = syscall(SYS_write, fd, data, length);
    const int error = errno;
    if (result > 0) /* afterwards the position is the end of what was written, O_APPEND or not */
        record(began, kWrite, known(fd), (uint64_t)(syscall(SYS_lseek, fd, 0, SEEK_CUR) - result),
               data, (uint64_t)result);
    pthread_mutex_unlock(&lock);
    errno = error;
    return result;
}

ssize_t pwrite64(int fd, const void *data, size_t length, off64_t offset)
{
    if (!known(fd))
        return syscall(SYS_pwrite64, fd, data, length, offset);
    pthread_mutex_lock(&lock);
    const uint64_t began = now();
    const ssize_t result = syscall(SYS_pwrite64, fd, data, length, offset);
    const int error = errno;
    if (result > 0)
        record(began, kWrite, known(fd), (uint64_t)offset, data, (uint64_t)result);
    pthread_mutex_unlock(&lock);
    errno = error;
    return result;
}

ssize_t pwrite(int fd, const void *data, size_t length, off_t offset)
{
    return pwrite64(fd, data, length, offset);
}

/* Calls without data: done, then written down if they succeeded. */
#define PLAIN(kind, path, offset, data, length, ...)                                               \
    pthread_mutex_lock(&lock);                                                                     \
    const uint64_t began = now();                                                                  \
    const int result = (int)syscall(__VA_ARGS__);                                                  \
    const int error = errno;                                                                       \
    if (result == 0 && (path))                                                                     \
        record(began, kind, path, offset, data, length);                                           \
    pthread_mutex_unlock(&lock);                                                                   \
    errno = error;

int ftruncate64(int fd, off64_t length)
{
    PLAIN(kTruncate, known(fd), (uint64_t)length, NULL, 0, SYS_ftruncate, fd, length)
    return result;
}
int ftruncate(int fd, off_t length)
{
    return ftruncate64(fd, length);
}

int fsync(int fd)
{
    PLAIN(kSync, known(fd), 0, NULL, 0, SYS_fsync, fd)
    return result;
}
int fdatasync(int fd)
{
    PLAIN(kSync, known(fd), 0, NULL, 0, SYS_fdatasync, fd)
    return result;
}

int unlink(const char *path)
{
    char *name = ours(path);
    PLAIN(kUnlink, name, 0, NULL, 0, SYS_unlinkat, AT_FDCWD, path, 0)
    free(name);
    return result;
}

int mkdir(const char *path, mode_t mode)
{
    char *name = ours(path);
    PLAIN(kMakeDir, name, 0, NULL, 0, SYS_mkdirat, AT_FDCWD, path, mode)
    free(name);
    return result;
}

int renameat2(int from, const char *path, int to, const char *target, unsigned flags)
{
    char *name = ours(path), *newName = ours(target);
    PLAIN(kRename, newName ? name : NULL, 0, newName, strlen(newName), SYS_renameat2, from, path,
          to, target, flags)
    free(name);
    free(newName);
    return result;
}
/* Only used by Qt, to give an unnamed file its name through /proc/self/fd. */
int linkat(int from, const char *path, int to, const char *target, int flags)
{
    static const char kLink[] = "/proc/self/fd/";
    const char *name =
        strncmp(path, kLink, strlen(kLink)) ? NULL : known(atoi(path + strlen(kLink)));
    char *newName = ours(target);
    PLAIN(kRename, newName ? name : NULL, 0, newName, strlen(newName), SYS_linkat, from, path, to,
          target, flags)
    free(newName);
    return result;
}
int rename(const char *path, const char *target)
{
    return renameat2(AT_FDCWD, path, AT_FDCWD, target, 0);
}
