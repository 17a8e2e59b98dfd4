#!/bin/sh
# Measures a cold `vis validate` against a bare program that strictly decodes
# the same files with the same YAML library on all cores (see bare/main.go).
#
#   testdata/bench/cold.sh [RECORDS [RUNS [MAX]]]
#
# The defaults are 10000 records, 5 runs and a ratio of at most 1.25. Needs Go
# and nothing else. The exit code is 1 where the ratio is larger.
records=${1:-10000}
runs=${2:-5}
max=${3:-1.25}

set -- ./testdata/bench/bare
. "$(dirname "$0")/common.sh"

pairs "$work/vis" validate --registry "$work/registry" --as-of "$as_of" -- \
  "$work/bare" "$work/registry"
