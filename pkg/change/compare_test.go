package change_test

import (
	"context"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
)

// stockholm is the real registry.
func stockholm() fs.FS { return os.DirFS("../../registry") }

func view(t *testing.T, fsys fs.FS) *registry.View {
	t.Helper()
	loaded, err := load.Registry(context.Background(), fsys)
	require.NoError(t, err)
	require.Empty(t, loaded.Findings)
	day := edtf.DayOf(2026, 11, 22)
	return loaded.Registry.At(day, day)
}

// small is a registry of the files given as path, content, path, content …
func small(files ...string) fs.FS {
	out := fstest.MapFS{"vis.yaml": {Data: []byte("schema: 1\nname: Prov\nlanguage: sv\n")}}
	for i := 0; i < len(files); i += 2 {
		out[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	return out
}

// lines writes what changed, one difference a line.
func lines(d *change.Diff) []string {
	var out []string
	for _, r := range d.Records {
		head := fmt.Sprintf("%s %s", r.How, r.Ref())
		if r.How == change.Moved || r.How == change.Guessed {
			head += " was " + r.Was.String()
		}
		out = append(out, head)
		for _, e := range r.Edits {
			out = append(out, fmt.Sprintf("  %s %s", e.What, e.Path()))
		}
	}
	return out
}

func TestNothingChanged(t *testing.T) {
	assert.Empty(t, change.Compare(view(t, stockholm()), view(t, stockholm())).Records)
}

func TestWhatChanged(t *testing.T) {
	group := func(rest string) string { return "name: Samråd äldre\ntype: consultation\n" + rest }
	for _, c := range []struct {
		name       string
		base, head []string
		want       []string
	}{
		{"a comment, the order of keys and the layout", []string{"groups/a.yaml", group("level: regional\n")},
			[]string{"groups/a.yaml", "# om gruppen\nlevel: 'regional'\ntype: consultation\nname: >-\n  Samråd\n  äldre\n"}, nil},
		{"the order of a list whose order says nothing", []string{"groups/a.yaml", group("subject_areas: [x, y]\n")},
			[]string{"groups/a.yaml", group("subject_areas: [y, x]\n")}, nil},
		{"a short form and its long form", []string{"groups/a.yaml", group("reports_to: group/b\n")},
			[]string{"groups/a.yaml", group("reports_to:\n  - to: group/b\n")}, nil},
		{"the order of a list whose order says something", []string{"agreements/a.yaml", "title: A\ntype: agreement\nclauses:\n  - {id: b, text: b}\n  - {id: c, text: c}\n  - {id: d, text: d}\n"},
			[]string{"agreements/a.yaml", "title: A\ntype: agreement\nclauses:\n  - {id: d, text: d}\n  - {id: b, text: b}\n  - {id: c, text: c}\n"},
			[]string{"changed agreement/a", "  reordered clauses[0]"}},
		{"an answer", []string{"groups/a.yaml", group("level: unknown\nscope: [x]\n")},
			[]string{"groups/a.yaml", group("level: regional\nscope: unknown\n")},
			[]string{"changed group/a", "  settled level", "  withdrawn scope"}},
		{"dates", []string{"agreements/a.yaml", "title: A\ntype: agreement\nexpires: 2026\nreview_due: 2026-05\nentry_into_force: {planned: 2026-01-01, actual: 2026-02-01}\n"},
			[]string{"agreements/a.yaml", "title: A\ntype: agreement\nexpires: 2026-06\nreview_due: 2026\nentry_into_force: {planned: 2026-03-01, actual: 2026-02-01..2026-02-01}\n"},
			[]string{"changed agreement/a", "  changed entry_into_force.planned", "  narrowed expires", "  widened review_due"}},
		{"an entry that another record names", []string{"agreements/a.yaml", "title: A\ntype: agreement\nresponsible:\n  - {group: group/x, from: 2020, status: decided}\n"},
			[]string{"agreements/a.yaml", "title: A\ntype: agreement\nresponsible:\n  - {group: group/y, from: 2020, status: decided}\n"},
			[]string{"changed agreement/a", "  removed responsible[0]", "  added responsible[0]"}},
		{"one of several periods", []string{"representatives/p.yaml", "name: P\ntype: official\nmemberships:\n  - {group: group/x, seat: a, from: 2019, until: 2020}\n  - {group: group/x, seat: a, from: 2022}\n"},
			[]string{"representatives/p.yaml", "name: P\ntype: official\nmemberships:\n  - {group: group/x, seat: a, from: 2022, until: 2023}\n  - {group: group/x, seat: a, from: 2019, until: 2020}\n"},
			[]string{"changed representative/p", "  added memberships[0].until"}},
		{"a file that moved and says so", []string{"groups/a.yaml", group("level: regional\n")},
			[]string{"groups/b.yaml", group("level: local\npreviously: a\n")},
			[]string{"moved group/b was group/a", "  changed level", "  added previously[0]"}},
		{"a file that moved and does not say so", []string{"groups/a.yaml", group("level: regional\n")},
			[]string{"groups/b.yaml", group("level: regional\n")},
			[]string{"moved-untold group/b was group/a"}},
		{"a record that took in another", []string{"groups/a.yaml", group("level: regional\n"), "groups/b.yaml", "name: B\ntype: consultation\n"},
			[]string{"groups/b.yaml", "name: B\ntype: consultation\npreviously: a\n"},
			[]string{"removed group/a", "changed group/b", "  added previously[0]"}},
		{"the single files", []string{"vocabulary.yaml", "subject_areas:\n  - {id: x, sv: X, en: X}\n"},
			[]string{"vocabulary.yaml", "subject_areas:\n  - {id: x, sv: Y, en: X}\n", "acknowledged.yaml", "- {rule: agreement-orphan, record: agreement/a, fingerprint: '0123456789abcdef', reason: känt, by: Sekretariatet, until: 2027-01-01}\n"},
			[]string{"changed ", "  changed subject_areas[0].sv", "changed ", "  added [0]"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, lines(change.Compare(view(t, small(c.base...)), view(t, small(c.head...)))))
		})
	}
}

// TestAnyValueThatChangesIsSeen changes one value of the real registry at a
// time, of every class, and expects exactly that difference.
func TestAnyValueThatChangesIsSeen(t *testing.T) {
	base := view(t, stockholm())
	random := rand.New(rand.NewPCG(1, 2))
	seen := map[model.Class]bool{}
	every := model.Class(1<<31-1) &^ model.ClassMap
	for range 400 {
		rec := base.Records()[random.IntN(len(base.Records()))]
		copied := deepCopy(rec).(model.Record)
		type place struct {
			path  string
			field *model.Field
			value any
		}
		var places []place
		model.Walk(model.Fields(rec.Base().Ref.Kind), copied, every, func(v model.Visit) bool {
			places = append(places, place{v.Path.String(), v.Field, v.Value})
			return true
		})
		p := places[random.IntN(len(places))]
		if !spoil(p.value) {
			continue
		}
		seen[p.field.Class] = true
		d := change.Compare(base, with(base, rec, copied))
		require.Len(t, d.Records, 1, "%s %s", rec.Base().Ref, p.path)
		require.NotEmpty(t, d.Records[0].Edits)
		for _, e := range d.Records[0].Edits {
			// An entry that no longer is the same one came and went as a whole.
			require.True(t, strings.HasPrefix(p.path, e.Path().String()), "%s: %s, not %s", rec.Base().Ref, e.Path(), p.path)
		}
	}
	for _, class := range []model.Class{model.ClassText, model.ClassString, model.ClassDate, model.ClassRef, model.ClassWord, model.ClassInt} {
		assert.True(t, seen[class], "no value of class %b was tried", class)
	}
}

// TestOrderThatSaysNothing shuffles the lists of every record.
func TestOrderThatSaysNothing(t *testing.T) {
	base := view(t, stockholm())
	random := rand.New(rand.NewPCG(3, 4))
	in := registry.Input{Manifest: base.Manifest, Vocabulary: base.Vocabulary, Acknowledged: base.Acknowledged}
	shuffled := 0
	for _, rec := range base.Records() {
		copied := deepCopy(rec).(model.Record)
		shuffled += shuffle(random, model.Fields(rec.Base().Ref.Kind), reflect.ValueOf(copied).Elem())
		in.Records = append(in.Records, copied)
	}
	assert.Greater(t, shuffled, 500)
	assert.Empty(t, lines(change.Compare(base, registry.New(in).At(base.Day, base.Day))))
}

// shuffle puts the entries of every list whose order says nothing into another
// order, and counts those lists.
func shuffle(r *rand.Rand, m *model.Map, v reflect.Value) int {
	n := 0
	for i := range m.Fields {
		f := &m.Fields[i]
		val := v.FieldByIndex(f.Index)
		switch f.Shape {
		case model.Many:
			items := val.FieldByName("Items")
			if f.Map != nil {
				for k := range items.Len() {
					n += shuffle(r, f.Map, items.Index(k).FieldByName("V"))
				}
			}
			if !f.Ordered && items.Len() > 1 {
				r.Shuffle(items.Len(), reflect.Swapper(items.Interface()))
				n++
			}
		case model.One:
			if f.Map != nil {
				n += shuffle(r, f.Map, val.FieldByName("V"))
			}
		}
	}
	return n
}

// with is a snapshot in which one record has another version.
func with(v *registry.View, rec, instead model.Record) *registry.View {
	in := registry.Input{Manifest: v.Manifest, Vocabulary: v.Vocabulary, Acknowledged: v.Acknowledged}
	for _, r := range v.Records() {
		if r == rec {
			r = instead
		}
		in.Records = append(in.Records, r)
	}
	return registry.New(in).At(v.Day, v.Day)
}

// spoil gives a value another meaning. It tells whether it knew how.
func spoil(p any) bool {
	switch p := p.(type) {
	case *model.Text:
		p.Sv += " ändrat"
	case *edtf.Date:
		*p = edtf.MustParse("1987-06-05")
	case *model.Ref:
		p.ID += "-annan"
	case *model.Number:
		p.Max++
	case *string:
		*p += "x"
	case *model.Word:
		*p += "x"
	case *model.Term:
		*p += "x"
	case *model.Slug:
		*p += "x"
	case *model.Code:
		*p += "1"
	case *model.URL:
		*p += "x"
	case *model.Clock:
		*p = "23:59"
	case *bool:
		*p = !*p
	case *int:
		*p++
	case *float64:
		*p++
	default:
		return false
	}
	return true
}

// deepCopy copies what a pointer leads to, all the way down.
func deepCopy(p any) any { return copyOf(reflect.ValueOf(p)).Interface() }

func copyOf(v reflect.Value) reflect.Value {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return v
		}
		out := reflect.New(v.Type().Elem())
		out.Elem().Set(copyOf(v.Elem()))
		return out
	case reflect.Slice:
		if v.IsNil() {
			return v
		}
		out := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		for i := range v.Len() {
			out.Index(i).Set(copyOf(v.Index(i)))
		}
		return out
	case reflect.Struct:
		out := reflect.New(v.Type()).Elem()
		out.Set(v)
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				out.Field(i).Set(copyOf(v.Field(i)))
			}
		}
		return out
	}
	return v
}
