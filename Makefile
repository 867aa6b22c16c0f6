# Two commands do everything: `make` and `make test`.

SWIFT ?= swift
PROGRAM = .build/release/gazette
# What Debian must have installed where the program runs: the history of texts, what makes photos light, the rules of the time zones.
RUNTIME = git libvips-tools tzdata
# And where it is compiled: the libraries for Markdown, for digests and for HTML.
DEBIAN = libcmark-gfm-dev libcmark-gfm-extensions-dev libmd-dev libxml2-dev $(RUNTIME)

.PHONY: all site serve program swift bundle dependencies allocator test lint audit bench fuzz sanitize clean

all: site

site:
	@$(call run,build)

# The site in a browser of this machine, made anew at each change.
serve:
	@$(call run,serve)

# The program that this machine was given (BUNDLE=gazette-….tar.gz), else the one that is compiled here. A site without
# pictures needs nothing else: the build itself says what it can't do without.
define run
program=$$(BUNDLE="$(BUNDLE)" .ci/given-program) || exit 1; \
  if [ -n "$$program" ]; then sh .ci/install-dependencies $(RUNTIME) || true; \
  else $(MAKE) --no-print-directory program || exit 1; program=$(PROGRAM); fi; \
  "$$program" $(1) $(GAZETTE_OPTIONS)
endef

program: swift dependencies allocator
	@echo "Compilation du programme (quelques minutes la première fois)…"
	@$(SWIFT) build --configuration release --product gazette $$(SWIFT="$(SWIFT)" .ci/build-options) || \
	  { echo "gazette : la compilation n’a pas abouti. La première fois, il y faut du réseau ; sans lui : make BUNDLE=gazette-….tar.gz" >&2; exit 1; }

# Before anything is installed.
swift:
	@SWIFT="$(SWIFT)" sh .ci/require-swift

# What a release holds: the program with all that it needs, in one file for machines of this kind.
bundle:
	@.ci/bundle .build/bundle

dependencies:
	@sh .ci/install-dependencies $(DEBIAN)

# Where it can't be had, nothing is lost but time.
allocator: dependencies
	@sh .ci/install-dependencies libmimalloc-dev 2>/dev/null || true

test: swift dependencies
	@$(SWIFT) test --parallel

lint:
	@$(SWIFT) format lint --strict --parallel --recursive Package.swift Sources Themes Tests

clean:
	@rm -rf .build .build-fuzz .build-tsan .build-asan .cache

# The site and the letter as browsers, validators, calendars and mail programs see them; installs its own tools.
audit: program
	@Tests/Audit/run

# How long builds and edits under the preview take beside the least there is to do, and beside Hugo. BENCH="100 1000" for other numbers of entries.
bench: program
	@Tests/Benchmarks/run $(BENCH)

# Made-up content, whole sites, files, repositories, requests, mails and exports, for ten minutes: nothing may crash, hang or come out wrong.
SECONDS ?= 600
fuzz: dependencies
	@Tests/Fuzzing/run $(SECONDS)

# The tests under ThreadSanitizer and AddressSanitizer; compiles everything twice.
sanitize: dependencies
	@Tests/Sanitizing/run
