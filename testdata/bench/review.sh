#!/bin/sh
# Measures `vis review` of a change of ten files in the working tree against one
# cold `vis validate` of that tree.
#
#   testdata/bench/review.sh [RECORDS [RUNS [MAX]]]
#
# The defaults are 10000 records, 5 runs and a ratio of at most 1.5. Needs Go
# and git. The exit code is 1 where the ratio is larger.
records=${1:-10000}
runs=${2:-5}
max=${3:-1.5}

place=repo/registry
set --
. "$(dirname "$0")/common.sh"

cd "$work/repo"
git init -q -b main .
git add registry
git -c user.name=Synth -c user.email=synth@example.org -c gc.auto=0 commit -q -m Start
# A note in ten files of different kinds.
grep -rL '^note:' registry/*/ | sort >"$work/files"
every=$(($(wc -l <"$work/files") / 10))
awk -v every="$every" 'NR % every == 1 && n++ < 10' "$work/files" | while read -r file; do
  echo 'note: Kontrollerad.' >>"$file"
done
test "$(git diff --name-only | wc -l)" -eq 10

pairs "$work/vis" review --registry registry --as-of "$as_of" -- \
  "$work/vis" validate --registry registry --as-of "$as_of"
