// Says where the system gives too little room to run, before anything of Swift does: its runtime, and the allocator, end the
// process without a word (SIGILL) where they find none. Even this comes too late where the loader has no room for the libraries.
#include <stdio.h>
#include <sys/resource.h>
#include <unistd.h>

// Open files, and megabytes of addresses.
#define LEAST_FILES 32
#define LEAST_MEMORY 256

// What sysexits.h calls EX_IOERR, as for whatever else a machine does not give.
#define STATUS 74

static void end(const char *words, unsigned long long given, unsigned long long least) {
  char text[256];
  int count = snprintf(text, sizeof text, words, given, least);
  if (count > 0 && write(STDERR_FILENO, text, (size_t)count) < 0) {}
  _exit(STATUS);
}

// 101 is the first that is free: those below are the compiler's.
__attribute__((constructor(101))) static void require_room(void) {
  struct rlimit limit;
  if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < LEAST_FILES) {
    end("Erreur : Le système ne laisse au programme que %llu fichiers ouverts à la fois ; il en faut %llu.\n"
        "  → Relevez cette limite avant la commande : ulimit -n 1024\n", limit.rlim_cur, LEAST_FILES);
  }
  if (getrlimit(RLIMIT_AS, &limit) == 0 && limit.rlim_cur >> 20 < LEAST_MEMORY) {
    end("Erreur : Le système n’accorde au programme que %llu Mo de mémoire ; il en faut %llu.\n"
        "  → Relevez cette limite avant la commande : ulimit -v unlimited\n", limit.rlim_cur >> 20, LEAST_MEMORY);
  }
}
