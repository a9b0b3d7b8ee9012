/* Stop, tear or refuse the N-th call that changes a file, in a process and all its children.
 *
 * Loaded with LD_PRELOAD. Only calls on files below KRAAN_ONDER count; the count is shared through the file
 * KRAAN_TELLER, so that git's own calls are numbered in one row with ours.
 *
 *   KRAAN_PUNT    the number of the call to act on; 0: only count
 *   KRAAN_WIJZE   dood: kill the process group before the call;  scheur: the same, after half of a write
 *                 vol | alleenlezen | stuk: refuse with ENOSPC | EROFS | EIO
 *   KRAAN_BLIJFT  1: refuse every later call too
 *   KRAAN_LOG     file to which the name and path of every counted call are appended
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

#define REAL(type, name, ...) \
    static type (*real)(__VA_ARGS__); \
    if (!real) real = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name)

enum { DOORGAAN, SCHEUR, WEIGER };
enum { GEEFT_RUIMTE = 1 }; /* a call that also works on a full disk */

static long *teller, punt;
static int fout, scheur, blijft;
static const char *onder, *logpad;

__attribute__((constructor)) static void begin(void)
{
    const char *pad = getenv("KRAAN_TELLER"), *wijze = getenv("KRAAN_WIJZE"), *p = getenv("KRAAN_PUNT");
    int fd;
    onder = getenv("KRAAN_ONDER");
    logpad = getenv("KRAAN_LOG");
    if (!pad || !onder || (fd = syscall(SYS_openat, AT_FDCWD, pad, O_RDWR | O_CLOEXEC, 0)) < 0) return;
    teller = mmap(NULL, sizeof *teller, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    close(fd);
    if (teller == MAP_FAILED) teller = NULL;
    punt = p ? atol(p) : 0;
    blijft = getenv("KRAAN_BLIJFT") != NULL;
    scheur = wijze && !strcmp(wijze, "scheur");
    fout = !wijze ? 0 : !strcmp(wijze, "vol") ? ENOSPC : !strcmp(wijze, "alleenlezen") ? EROFS
         : !strcmp(wijze, "stuk") ? EIO : 0;
}

static int eronder(const char *pad)
{
    size_t n = strlen(onder);
    return !strncmp(pad, onder, n) && (pad[n] == '/' || !pad[n]);
}

static int telt(int map, const char *pad)
{
    char vol[PATH_MAX], link[64];
    ssize_t n;
    if (!teller) return 0;
    if (pad && pad[0] == '/') return eronder(pad);
    if (!pad) snprintf(link, sizeof link, "/proc/self/fd/%d", map);
    else if (map == AT_FDCWD) strcpy(link, "/proc/self/cwd");
    else snprintf(link, sizeof link, "/proc/self/fd/%d", map);
    n = readlink(link, vol, sizeof vol - 1);
    if (n < 0) return 0;
    vol[n] = 0;
    return eronder(vol);
}

/* The path of a call, or of its open file; relative to the current folder, which is that of the repository. */
static void noteer(long nummer, const char *naam, int map, const char *pad, const char *bron)
{
    char regel[3 * PATH_MAX], link[64], vol[PATH_MAX];
    ssize_t n = 0;
    int fd = syscall(SYS_openat, AT_FDCWD, logpad, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
    if (fd < 0) return;
    if (!pad) {
        snprintf(link, sizeof link, "/proc/self/fd/%d", map);
        if ((n = readlink(link, vol, sizeof vol - 1)) >= 0) vol[n] = 0;
        pad = vol;
    }
    n = snprintf(regel, sizeof regel, "%ld\t%s\t%s\t%s\n", nummer, naam, pad, bron ? bron : "");
    if (syscall(SYS_write, fd, regel, n) < 0) { /* only a log */ }
    close(fd);
}

/* Decide about one call; does not return when this is the point to die at. */
static int kraan(const char *naam, int map, const char *pad, int soort, const char *bron)
{
    long nummer;
    int bewaar = errno;
    if (!telt(map, pad)) { errno = bewaar; return DOORGAAN; }
    nummer = __sync_add_and_fetch(teller, 1);
    if (logpad) noteer(nummer, naam, map, pad, bron);
    errno = bewaar;
    if (!punt || nummer < punt || (nummer > punt && !(blijft && fout))) return DOORGAAN;
    if (fout) {
        if (fout == ENOSPC && soort == GEEFT_RUIMTE) return DOORGAAN;
        errno = fout;
        return WEIGER;
    }
    if (scheur && (!strcmp(naam, "write") || !strcmp(naam, "pwrite"))) return SCHEUR;
    kill(0, SIGKILL);
    for (;;) pause();
}

#define OPEN(name) \
    int name(const char *pad, int vlaggen, ...) \
    { \
        va_list rest; mode_t modus; \
        REAL(int, name, const char *, int, ...); \
        va_start(rest, vlaggen); modus = va_arg(rest, mode_t); va_end(rest); \
        if (vlaggen & (O_CREAT | O_TRUNC) && kraan("open", AT_FDCWD, pad, 0, NULL) == WEIGER) return -1; \
        return real(pad, vlaggen, modus); \
    }
OPEN(open)
OPEN(open64)

#define OPENAT(name) \
    int name(int map, const char *pad, int vlaggen, ...) \
    { \
        va_list rest; mode_t modus; \
        REAL(int, name, int, const char *, int, ...); \
        va_start(rest, vlaggen); modus = va_arg(rest, mode_t); va_end(rest); \
        if (vlaggen & (O_CREAT | O_TRUNC) && kraan("open", map, pad, 0, NULL) == WEIGER) return -1; \
        return real(map, pad, vlaggen, modus); \
    }
OPENAT(openat)
OPENAT(openat64)

ssize_t write(int fd, const void *van, size_t n)
{
    REAL(ssize_t, write, int, const void *, size_t);
    switch (kraan("write", fd, NULL, 0, NULL)) {
    case WEIGER: return -1;
    case SCHEUR: if (real(fd, van, n / 2) < 0) { } kill(0, SIGKILL); for (;;) pause();
    }
    return real(fd, van, n);
}

#define PWRITE(name, off) \
    ssize_t name(int fd, const void *van, size_t n, off plek) \
    { \
        REAL(ssize_t, name, int, const void *, size_t, off); \
        switch (kraan("pwrite", fd, NULL, 0, NULL)) { \
        case WEIGER: return -1; \
        case SCHEUR: if (real(fd, van, n / 2, plek) < 0) { } kill(0, SIGKILL); for (;;) pause(); \
        } \
        return real(fd, van, n, plek); \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define WRAP(name, params, args, map, pad, soort, bron) \
    int name params \
    { \
        static int (*real) params; \
        if (!real) real = (int (*) params)dlsym(RTLD_NEXT, #name); \
        if (kraan(#name, map, pad, soort, bron) == WEIGER) return -1; \
        return real args; \
    }
WRAP(rename, (const char *a, const char *b), (a, b), AT_FDCWD, b, 0, a)
WRAP(renameat, (int m, const char *a, int n, const char *b), (m, a, n, b), n, b, 0, a)
WRAP(renameat2, (int m, const char *a, int n, const char *b, unsigned f), (m, a, n, b, f), n, b, 0, a)
WRAP(link, (const char *a, const char *b), (a, b), AT_FDCWD, b, 0, a)
WRAP(linkat, (int m, const char *a, int n, const char *b, int f), (m, a, n, b, f), n, b, 0, a)
WRAP(symlink, (const char *a, const char *b), (a, b), AT_FDCWD, b, 0, NULL)
WRAP(unlink, (const char *a), (a), AT_FDCWD, a, GEEFT_RUIMTE, NULL)
WRAP(unlinkat, (int m, const char *a, int f), (m, a, f), m, a, GEEFT_RUIMTE, NULL)
WRAP(rmdir, (const char *a), (a), AT_FDCWD, a, GEEFT_RUIMTE, NULL)
WRAP(mkdir, (const char *a, mode_t m), (a, m), AT_FDCWD, a, 0, NULL)
WRAP(mkdirat, (int d, const char *a, mode_t m), (d, a, m), d, a, 0, NULL)
WRAP(ftruncate, (int fd, off_t n), (fd, n), fd, NULL, GEEFT_RUIMTE, NULL)
WRAP(ftruncate64, (int fd, off64_t n), (fd, n), fd, NULL, GEEFT_RUIMTE, NULL)
WRAP(fsync, (int fd), (fd), fd, NULL, 0, NULL)
WRAP(fdatasync, (int fd), (fd), fd, NULL, 0, NULL)
WRAP(chmod, (const char *a, mode_t m), (a, m), AT_FDCWD, a, GEEFT_RUIMTE, NULL)
WRAP(fchmod, (int fd, mode_t m), (fd, m), fd, NULL, GEEFT_RUIMTE, NULL)
WRAP(fchmodat, (int d, const char *a, mode_t m, int f), (d, a, m, f), d, a, GEEFT_RUIMTE, NULL)
