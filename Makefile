# Two commands do everything: `make` and `make test`.

SWIFT ?= swift
PROGRAM = .build/release/gazette
# What Debian must have installed: the Markdown library, and the rules of the time zones.
DEBIAN = libcmark-gfm-dev libcmark-gfm-extensions-dev libvips-tools tzdata

.PHONY: all site serve program dependencies test lint audit bench clean

all: site

site: program
	@$(PROGRAM) build $(GAZETTE_OPTIONS)

program: dependencies
	@echo "Compilation du programme (quelques minutes la première fois)…"
	@$(SWIFT) build --configuration release --product gazette

# The site in a browser of this machine, made anew at each change.
serve: program
	@$(PROGRAM) serve $(GAZETTE_OPTIONS)

dependencies:
	@sh .ci/install-dependencies $(DEBIAN)

test: dependencies
	@$(SWIFT) test --parallel

lint:
	@$(SWIFT) format lint --strict --parallel --recursive Package.swift Sources Themes Tests

clean:
	@rm -rf .build .cache

# The site and the letter as browsers, validators, calendars and mail programs see them; installs its own tools.
audit: program
	@Tests/Audit/run

# How long builds take beside the least there is to do, and beside Hugo. BENCH="100 1000" for other numbers of entries.
bench: program
	@Tests/Benchmarks/run $(BENCH)
