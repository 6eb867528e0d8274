# Two commands matter: `make run` opens the app in demo mode, `make test` runs everything that CI runs.
# Each sets the machine up first.

export CARGO_TARGET_DIR ?= $(CURDIR)/target
export PROOFUP_TOOLS ?= $(CARGO_TARGET_DIR)/tools
# The generated TypeScript is written with plain numbers: no value of ours needs more than 2⁵³.
export TS_RS_LARGE_INT = number

UI_SOURCES := $(shell find ui -path ui/node_modules -prune -o -path ui/dist -prune -o -path ui/dist-deployed -prune -o -type f -print)

.PHONY: packages run test check fuzz tour bench lint types setup-run setup-test help

help: ## What there is
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup-run:
	@scripts/setup run

setup-test:
	@scripts/setup test

ui/dist/index.html: $(UI_SOURCES)
	npm --prefix ui run --silent build
	@touch $@

run: setup-run ui/dist/index.html ## Set up, build, and open the app in demo mode
	scripts/run

test: setup-test ui/dist/index.html ## Set up, and run everything that CI runs
	scripts/test

check: setup-run ui/dist/index.html ## What to run before a commit: below a minute once everything has been built
	scripts/check

# A minute is enough to notice what a change broke; a night finds more: FUZZ_SECONDS=30000 make fuzz
fuzz: setup-test ## Feed what reads strangers' bytes with bytes that nobody would think of
	scripts/fuzz

tour: setup-test ui/dist/index.html ## Drive the real app through the main job; pictures in target/tour/
	scripts/tour
	@echo "Pictures and reports: $(CURDIR)/target/tour/"

bench: setup-test ui/dist/index.html ## Print the figures of docs/performance.md
	cargo build --release -p proofup-desktop --bin proofup-desktop
	cargo build --release -p proofup-empty-window -p proofup-bench -p proofup-service
	scripts/with-display "$(CARGO_TARGET_DIR)/release/proofup-bench" \
	  "$(CARGO_TARGET_DIR)/release/proofup-desktop" "$(CARGO_TARGET_DIR)/release/proofup-empty-window"
	scripts/with-display "$(CARGO_TARGET_DIR)/release/proofup-bench-authenticator"
	"$(CARGO_TARGET_DIR)/release/proofup-bench-pictures"
	npm --prefix ui run --silent bench
	"$(CARGO_TARGET_DIR)/release/proofup-bench-service" "$(CARGO_TARGET_DIR)/release/proofup-service"

packages: ## Build the Debian packages of service and desktop, and try them in a fresh Debian
	@scripts/setup packages
	scripts/packages

types: ## Write the UI's TypeScript types anew from the Rust types
	UPDATE_TYPES=1 cargo test -p proofup-app --features ts --test types
	UPDATE_TYPES=1 cargo test -p proofup-desktop --lib generated_commands

lint: ## Only the checks that need no build of the window
	cargo fmt --all --check
	npm --prefix ui run --silent lint
