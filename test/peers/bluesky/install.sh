#!/bin/sh
# Installs the Bluesky network for the tests (about 500 MB) from the lock file; no install scripts are run.
set -eu
cd "$(dirname "$0")"
npm ci --ignore-scripts --no-audit --no-fund
