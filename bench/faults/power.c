/* What a program writes to files whose path begins with $POWER_FOLDER, and when it has it synchronised, in $POWER_LOG.
   A line of the log: operation, path, offset, length; then that many bytes. Preloaded: cc -shared -fPIC power.c -ldl */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static int ours(int fd, char *path, size_t size) {
    char link[64];
    const char *folder = getenv("POWER_FOLDER");
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t n = readlink(link, path, size - 1);
    if (n < 0 || !folder) return 0;
    path[n] = 0;
    return strncmp(path, folder, strlen(folder)) == 0;
}

static void tell(const char *what, const char *path, long long at, size_t length, const void *data) {
    static FILE *out;
    pthread_mutex_lock(&lock);
    if (!out) out = fopen(getenv("POWER_LOG"), "ab");
    fprintf(out, "%s\t%s\t%lld\t%zu\n", what, path, at, length);
    if (length) fwrite(data, 1, length, out);
    fflush(out);
    pthread_mutex_unlock(&lock);
}

#define REAL(name) static __typeof__(name) *real; if (!real) real = dlsym(RTLD_NEXT, #name)

ssize_t pwrite64(int fd, const void *data, size_t length, off64_t at) {
    REAL(pwrite64);
    char path[4096];
    ssize_t done = real(fd, data, length, at);
    if (done > 0 && ours(fd, path, sizeof path)) tell("write", path, at, done, data);
    return done;
}

ssize_t pwrite(int fd, const void *data, size_t length, off_t at) {
    REAL(pwrite);
    char path[4096];
    ssize_t done = real(fd, data, length, at);
    if (done > 0 && ours(fd, path, sizeof path)) tell("write", path, at, done, data);
    return done;
}

ssize_t write(int fd, const void *data, size_t length) {
    REAL(write);
    char path[4096];
    ssize_t done = real(fd, data, length);
    if (done > 0 && ours(fd, path, sizeof path)) tell("write", path, lseek(fd, 0, SEEK_CUR) - done, done, data);
    return done;
}

int ftruncate64(int fd, off64_t length) {
    REAL(ftruncate64);
    char path[4096];
    int done = real(fd, length);
    if (!done && ours(fd, path, sizeof path)) tell("cut", path, length, 0, 0);
    return done;
}

int ftruncate(int fd, off_t length) {
    REAL(ftruncate);
    char path[4096];
    int done = real(fd, length);
    if (!done && ours(fd, path, sizeof path)) tell("cut", path, length, 0, 0);
    return done;
}

int fsync(int fd) {
    REAL(fsync);
    char path[4096];
    if (ours(fd, path, sizeof path)) tell("sync", path, 0, 0, 0);
    return real(fd);
}

int fdatasync(int fd) {
    REAL(fdatasync);
    char path[4096];
    if (ours(fd, path, sizeof path)) tell("sync", path, 0, 0, 0);
    return real(fd);
}
