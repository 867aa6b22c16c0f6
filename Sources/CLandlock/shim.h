// Landlock (landlock(7), Linux 5.13 and later): by which a thread gives up rights for itself and all that it starts. The system's
// headers may be older than its kernel, so that what is used of it is defined here, as Linux 6.12 has it.
#include <fcntl.h>
#include <stddef.h>
#include <stdint.h>
#include <unistd.h>

#if defined(__linux__)
#include <sys/prctl.h>
#include <sys/syscall.h>

/// The version of what the kernel knows, from 1; less than 1 where it has no Landlock, or where that is turned off.
static inline long landlock_version(void) { return syscall(444, NULL, (size_t)0, 1U); }

/// Makes an empty set of rules, under which nothing of these kinds is allowed: rights to files, to TCP, and what is out of reach
/// besides. Returns its descriptor; less than 0 where that fails.
static inline int landlock_rules(uint64_t files, uint64_t network, uint64_t scopes) {
  // A kernel that knows fewer members takes the rest where it is 0.
  struct { uint64_t files, network, scopes; } rules = {files, network, scopes};
  return (int)syscall(444, &rules, sizeof rules, 0U);
}

/// Opens the file or folder at `path` to name it in a rule, whatever may be done with it. Returns a descriptor, or -1.
static inline int landlock_place(const char *_Nonnull path, int flags) {
#ifndef O_PATH
  // Kept by the headers for those who ask for all that GNU has.
  const int O_PATH = 010000000;
#endif
  return open(path, O_PATH | O_CLOEXEC | flags);
}

/// Allows `rights` for the file that `place` has open, or for all that is in the folder. Returns 0, or -1.
static inline int landlock_allow(int rules, int place, uint64_t rights) {
  struct { uint64_t rights; int32_t place; } __attribute__((packed)) rule = {rights, place};
  return (int)syscall(445, rules, 1, &rule, 0U);
}

/// Holds the calling thread to `rules`, and all threads and programs that it starts from now on, for good. Returns 0, or -1.
static inline int landlock_restrict(int rules) {
  // Nothing that is started may have more rights than who starts it: else a program of root's could be led astray.
  if (prctl(PR_SET_NO_NEW_PRIVS, 1L, 0L, 0L, 0L) != 0) return -1;
  return (int)syscall(446, rules, 0U);
}
#else
static inline long landlock_version(void) { return 0; }
static inline int landlock_rules(uint64_t files, uint64_t network, uint64_t scopes) { return -1; }
static inline int landlock_place(const char *_Nonnull path, int flags) { return -1; }
static inline int landlock_allow(int rules, int place, uint64_t rights) { return -1; }
static inline int landlock_restrict(int rules) { return -1; }
#endif
