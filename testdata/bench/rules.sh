#!/bin/sh
# Measures a cold `vis validate` with every rule against reading the registry
# and nothing more: what lies between the two is the rules, and what they find.
#
#   testdata/bench/rules.sh [RECORDS [RUNS [MAX]]]
#
# The defaults are 10000 records, 9 runs and a ratio of at most 1.2. Needs Go
# and nothing else. The exit code is 1 where the ratio is larger.
set -eu
records=${1:-10000}
runs=${2:-9}
max=${3:-1.2}

cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

go build -o "$work/" ./cmd/vis ./cmd/vis-synth ./testdata/bench/loaded ./testdata/bench/pairs
# The day for which the registry is valid stands in the last line.
as_of=$("$work/vis-synth" -n "$records" -seed 1 "$work/registry" | sed -n 's/.*--as-of \([0-9-]*\).*/\1/p')

XDG_CACHE_HOME="$work/cache" "$work/pairs" -runs "$runs" -max "$max" -empty "$work/cache" -- \
  "$work/vis" validate --profile pedantic --registry "$work/registry" --as-of "$as_of" -- \
  "$work/loaded" "$work/registry"
