#!/bin/sh
# Measures each report against reading the registry and nothing more: what lies
# between the two is the report.
#
#   testdata/bench/reports.sh [RECORDS [RUNS [MAX]]]
#
# The defaults are 10000 records, 3 runs and a ratio of at most 2: a report takes
# less than loading. Needs Go and nothing else. The exit code is 1 where a ratio
# is larger.
records=${1:-10000}
runs=${2:-3}
max=${3:-2}

set -- ./testdata/bench/loaded
. "$(dirname "$0")/common.sh"

slow=0
for name in $("$work/vis" report --format csv --registry "$work/registry" | sed -n '2,$s/,.*//p'); do
  printf '\n%s\n' "$name"
  pairs "$work/vis" report "$name" -o "$work/out.json" --registry "$work/registry" --as-of "$as_of" -- \
    "$work/loaded" "$work/registry" || slow=1
done
exit "$slow"
