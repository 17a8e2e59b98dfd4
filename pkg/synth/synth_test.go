package synth_test

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/rules"
	"github.com/vis-samverkan/vis/pkg/synth"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// sizes are small enough to be fast; each lays out another structure: one
// county, two counties, and several with the cooperation between them. The
// seeds are how many of each size are tried.
var sizes = []struct {
	records, defects int
	seeds            uint64
}{{synth.MinRecords, 28, 2}, {1000, 60, 2}, {2500, 150, 1}}

func generate(t testing.TB, o synth.Options) *synth.Registry {
	t.Helper()
	r, err := synth.Generate(o)
	require.NoError(t, err)
	return r
}

func inMemory(r *synth.Registry) fstest.MapFS {
	fsys := fstest.MapFS{}
	for _, f := range r.Files {
		fsys[f.Path] = &fstest.MapFile{Data: f.Data}
	}
	return fsys
}

// validate is what `vis validate --profile pedantic` decides on the day AsOf.
func validate(t testing.TB, r *synth.Registry) *rules.Outcome {
	t.Helper()
	fsys, ctx := inMemory(r), context.Background()
	loaded, err := load.Registry(ctx, fsys)
	require.NoError(t, err)
	day, err := edtf.ParseDay(synth.AsOf)
	require.NoError(t, err)
	out, err := rules.Run(ctx, loaded, loaded.Registry.At(day, day), rules.Options{Profile: rule.Pedantic})
	require.NoError(t, err)
	require.NoError(t, load.Locate(ctx, fsys, out.Findings))
	return out
}

// found writes findings as the list of the expected ones does.
func found(findings []*rule.Finding) []synth.Expected {
	var out []synth.Expected
	for _, f := range findings {
		e := synth.Expected{Rule: f.Spec.ID, File: f.File, Line: f.At.Line}
		if !f.Record.IsZero() {
			e.Record = f.Record.String()
		}
		out = append(out, e)
	}
	slices.SortFunc(out, compare)
	return out
}

func compare(a, b synth.Expected) int {
	return cmp.Or(strings.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), strings.Compare(a.Rule, b.Rule))
}

// lines writes findings one a line, so that a difference is easy to see.
func lines(list []synth.Expected) string {
	var b strings.Builder
	for _, e := range list {
		fmt.Fprintf(&b, "%s:%d: %s (%s)\n", e.File, e.Line, e.Rule, e.Record)
	}
	return b.String()
}

func TestTheSameSeedGivesTheSameBytes(t *testing.T) {
	o := synth.Options{Records: 1000, Seed: 7, Defects: 40}
	first, again := generate(t, o), generate(t, o)
	require.Equal(t, first, again)
	o.Seed = 8
	assert.NotEqual(t, first.Files, generate(t, o).Files, "another seed gives another registry")
}

func TestSize(t *testing.T) {
	for _, n := range []int{synth.MinRecords, 777, 1234, 3000} {
		top, paths := 0, map[string]bool{}
		r := generate(t, synth.Options{Records: n, Seed: 3})
		for _, f := range r.Files {
			if !strings.Contains(f.Path, "/") {
				top++
			}
			paths[f.Path] = true
		}
		assert.Equal(t, 3, top, "vis.yaml, vocabulary.yaml, acknowledged.yaml")
		assert.Len(t, r.Files, n+top)
		assert.Len(t, paths, len(r.Files), "no two records have the same path")
	}
}

func TestTooSmall(t *testing.T) {
	_, err := synth.Generate(synth.Options{Records: synth.MinRecords - 1})
	require.ErrorContains(t, err, "at least 700 records, not 699")
}

func TestEveryKindIsThere(t *testing.T) {
	kinds := map[string]int{}
	for _, f := range generate(t, synth.Options{Records: synth.MinRecords, Seed: 1}).Files {
		folder, _, _ := strings.Cut(f.Path, "/")
		kinds[folder]++
	}
	for _, folder := range []string{"sources", "organizations", "guidelines", "agreements", "groups", "representatives", "meetings", "decisions", "issues", "plans", "followups"} {
		assert.NotZero(t, kinds[folder], folder)
	}
}

func TestValid(t *testing.T) {
	for _, size := range sizes {
		for seed := range size.seeds {
			out := validate(t, generate(t, synth.Options{Records: size.records, Seed: seed}))
			require.Empty(t, lines(found(out.Findings)), "%d records, seed %d", size.records, seed)
		}
	}
}

// undecided is the rules of which fewer than 80 % of the subjects are decided,
// and why.
var undecided = map[string]string{
	"chair-alternates": "no source vouches for how a chair alternates longer than stale_after, and old meetings are subjects too",
}

// TestDecided guards against a registry of unknowns, which would be valid and
// prove nothing.
func TestDecided(t *testing.T) {
	for _, size := range sizes {
		n := size.records
		out := validate(t, generate(t, synth.Options{Records: n, Seed: 1}))
		var all truth.Count
		for _, s := range out.Stats {
			all.Yes, all.No, all.CannotTell = all.Yes+s.Count.Yes, all.No+s.Count.No, all.CannotTell+s.Count.CannotTell
			if strings.HasPrefix(s.Rule.ID, "acknowledgement-") {
				continue // nothing is acknowledged where nothing is found
			}
			assert.NotZero(t, s.Count.Yes, "%s holds for nothing in %d records", s.Rule.ID, n)
			if why := undecided[s.Rule.ID]; why != "" {
				continue
			}
			if decided := s.Count.Total() - s.Count.CannotTell; decided*5 < s.Count.Total()*4 {
				t.Errorf("%s: only %d of %d subjects are decided in %d records", s.Rule.ID, decided, s.Count.Total(), n)
			}
		}
		assert.GreaterOrEqual(t, (all.Total()-all.CannotTell)*100, all.Total()*80, "%d records: %+v", n, all)
	}
}

// TestEveryRuleHasADefect takes the seeds it needs: several kinds of defects
// suit the one file of the process office or the guideline, which has one of
// them at a time.
func TestEveryRuleHasADefect(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	missing := map[string]bool{}
	for _, r := range rules.Catalogue() {
		if r.Form == rule.InFindings {
			missing[r.ID] = true
		}
	}
	for seed := uint64(0); len(missing) > 0 && seed < 40; seed++ {
		r := generate(t, synth.Options{Records: 8 * len(rules.Catalogue()), Seed: seed, Defects: len(rules.Catalogue())})
		for _, e := range r.Expected {
			delete(missing, e.Rule)
		}
		require.Equal(t, lines(r.Expected), lines(found(validate(t, r).Findings)), "seed %d", seed)
	}
	for id := range missing {
		t.Errorf("%s: no defect is planted; add a row in pkg/synth/defects_*.go", id)
	}
}

func TestDefectsAreFoundAndNothingElse(t *testing.T) {
	for _, size := range sizes {
		for seed := range size.seeds {
			r := generate(t, synth.Options{Records: size.records, Seed: seed, Defects: size.defects})
			require.GreaterOrEqual(t, len(r.Expected), size.defects)
			require.True(t, slices.IsSortedFunc(r.Expected, compare))
			require.Equal(t, lines(r.Expected), lines(found(validate(t, r).Findings)), "%d records, seed %d", size.records, seed)
		}
	}
}

func TestDefectsLieApart(t *testing.T) {
	files := map[string]bool{}
	for _, e := range generate(t, synth.Options{Records: 1000, Seed: 2, Defects: 60}).Expected {
		if e.File != "acknowledged.yaml" {
			assert.False(t, files[e.File], "%s has two defects", e.File)
			files[e.File] = true
		}
	}
}

func TestTooManyDefects(t *testing.T) {
	_, err := synth.Generate(synth.Options{Records: synth.MinRecords, Seed: 1, Defects: 5000})
	require.ErrorContains(t, err, "5000 defects are too many")
}
