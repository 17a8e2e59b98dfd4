# What the measurements share: a synthetic registry in $work/registry (or where
# $place says) and the programs in $work. $as_of is the day for which the registry
# is valid. Sourced, not run: set records, and list the packages to build.
set -eu
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

go build -o "$work/" ./cmd/vis ./cmd/vis-synth ./testdata/bench/pairs "$@"
place=${place:-registry}
mkdir -p "$(dirname "$work/$place")"
as_of=$("$work/vis-synth" -n "$records" -seed 1 "$work/$place" | sed -n 's/.*--as-of \([0-9-]*\).*/\1/p')

# pairs runs the two commands in turn, each cold: the cache is a folder of its own
# that is removed before every run.
pairs() {
  XDG_CACHE_HOME="$work/cache" "$work/pairs" -runs "$runs" -max "$max" -empty "$work/cache" -- "$@"
}
