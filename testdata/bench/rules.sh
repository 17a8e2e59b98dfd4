#!/bin/sh
# Measures a cold `vis validate` with every rule against reading the registry
# and nothing more: what lies between the two is the rules, and what they find.
#
#   testdata/bench/rules.sh [RECORDS [RUNS [MAX]]]
#
# The defaults are 10000 records, 9 runs and a ratio of at most 1.2. Needs Go
# and nothing else. The exit code is 1 where the ratio is larger.
records=${1:-10000}
runs=${2:-9}
max=${3:-1.2}

set -- ./testdata/bench/loaded
. "$(dirname "$0")/common.sh"

pairs "$work/vis" validate --profile pedantic --registry "$work/registry" --as-of "$as_of" -- \
  "$work/loaded" "$work/registry"
