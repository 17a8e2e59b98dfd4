#!/bin/sh
# Measures a cold `vis validate` against a bare program that strictly decodes
# the same files with the same YAML library on all cores (see bare/main.go).
#
#   testdata/bench/cold.sh [RECORDS [RUNS [MAX]]]
#
# The defaults are 10000 records, 5 runs and a ratio of at most 1.25. Needs Go
# and nothing else. The exit code is 1 where the ratio is larger.
set -eu
records=${1:-10000}
runs=${2:-5}
max=${3:-1.25}

cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

go build -o "$work/" ./cmd/vis ./cmd/vis-synth ./testdata/bench/bare ./testdata/bench/pairs
# The day for which the registry is valid stands in the last line.
as_of=$("$work/vis-synth" -n "$records" -seed 1 "$work/registry" | sed -n 's/.*--as-of \([0-9-]*\).*/\1/p')

# A cache folder of its own that is removed before every run: always cold.
XDG_CACHE_HOME="$work/cache" "$work/pairs" -runs "$runs" -max "$max" -empty "$work/cache" -- \
  "$work/vis" validate --registry "$work/registry" --as-of "$as_of" -- \
  "$work/bare" "$work/registry"
