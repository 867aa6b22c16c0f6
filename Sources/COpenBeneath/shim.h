// A file below a folder, opened in one call (openat2(2), Linux 5.6 and later). The C library has no function for it, and the
// system's headers may be older than its kernel: what is used of it is defined here.
#include <errno.h>
#include <stdint.h>
#include <unistd.h>

#if defined(__linux__)
#include <sys/syscall.h>

/// Opens what `path` leads to below the folder that `folder` has open: through no link, and never out of it, whatever is done to
/// the path meanwhile. Returns a descriptor; -1 with the reason in `errno`, ENOSYS where the kernel has no such call.
static inline int open_beneath(int folder, const char *_Nonnull path, int flags, unsigned mode) {
  // Creating alone has a mode, and the kernel refuses one where nothing is created. RESOLVE_NO_MAGICLINKS, RESOLVE_NO_SYMLINKS,
  // RESOLVE_BENEATH.
  struct { uint64_t flags, mode, resolve; } how = {(uint64_t)(unsigned)flags, mode, 0x02 | 0x04 | 0x08};
  return (int)syscall(437, folder, path, &how, sizeof how);
}
#else
static inline int open_beneath(int folder, const char *_Nonnull path, int flags, unsigned mode) {
  errno = ENOSYS;
  return -1;
}
#endif
