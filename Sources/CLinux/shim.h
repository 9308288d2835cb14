#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Exchanges two paths in one step: renameat2(2) with RENAME_EXCHANGE, which Swift's view of glibc
   does not show. Returns 0, or -1 with errno set. */
static inline int linux_exchange(const char *left, const char *right) {
  return (int)syscall(SYS_renameat2, AT_FDCWD, left, AT_FDCWD, right, 1 << 1);
}
