package load_test

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

// inside checks that a position lies in the text: on one of its lines, and at
// most right behind the last character of that line. Lines end with LF.
func inside(t *testing.T, data []byte, p rule.Position, what string) {
	t.Helper()
	lines := strings.Split(strings.TrimPrefix(string(data), "\ufeff"), "\n")
	require.GreaterOrEqual(t, p.Line, 1, what)
	require.LessOrEqual(t, p.Line, len(lines), what)
	require.Equal(t, p.Line, p.EndLine, what)
	require.GreaterOrEqual(t, p.Column, 1, what)
	width := utf8.RuneCountInString(lines[p.Line-1])
	require.LessOrEqual(t, p.Column, width+1, what)
	require.Greater(t, p.EndColumn, p.Column, what)
	require.LessOrEqual(t, p.EndColumn, max(width, p.Column)+1, what)
}

// seeds are the files of the corpus and of the real registry.
func seeds(f *testing.F, add func(k model.Kind, data []byte)) {
	kindOf := func(p string) model.Kind {
		for _, k := range everyKind() {
			if i := k.Info(); p == i.File || i.Folder != "" && strings.HasPrefix(p, i.Folder+"/") {
				return k
			}
		}
		return model.GroupKind
	}
	for p, file := range spoilt() {
		if len(file.Data) < 10_000 {
			add(kindOf(p), file.Data)
		}
	}
	for _, dir := range []string{filepath.Join(bad, "registry"), "../../registry"} {
		fsys := os.DirFS(dir)
		require.NoError(f, fs.WalkDir(fsys, ".", func(p string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() || filepath.Ext(p) != ".yaml" {
				return err
			}
			data, err := fs.ReadFile(fsys, p)
			if len(data) < 4_000 {
				add(kindOf(p), data)
			}
			return err
		}))
	}
	add(model.GroupKind, []byte(located))
	add(model.GroupKind, []byte(bomb()))
	for _, k := range everyKind() {
		for i := range model.Fields(k).Fields {
			add(k, []byte(document(k, chain{&model.Fields(k).Fields[i]}, longForm)))
		}
	}
}

// FuzzDecode reads any bytes as a record of each kind. Nothing panics, every
// finding has words and a place in the text, the same bytes give the same
// findings, and every value that was read can be found again.
func FuzzDecode(f *testing.F) {
	kinds := everyKind()
	seeds(f, func(k model.Kind, data []byte) {
		for i := range kinds {
			if kinds[i] == k {
				f.Add(uint8(i), data)
			}
		}
	})
	f.Fuzz(func(t *testing.T, n uint8, data []byte) {
		k := kinds[int(n)%len(kinds)]
		file := pathOf(k)
		fsys := fstest.MapFS{"vis.yaml": {Data: []byte(manifest)}}
		fsys[file] = &fstest.MapFile{Data: data}
		res, err := load.Registry(context.Background(), fsys)
		if err != nil {
			require.IsType(t, &load.NewerSchemaError{}, err)
			return
		}
		for _, found := range res.Findings {
			m := say(found, text.Swedish)
			inside(t, data, found.At, m)
			for _, r := range found.Related {
				inside(t, data, r.At, m)
			}
			assert.NotContains(t, m, "\n")
		}
		again, err := load.Registry(context.Background(), fsys)
		require.NoError(t, err)
		require.Equal(t, golden(res.Findings), golden(again.Findings))

		if len(res.Registry.OfKind(k)) == 0 && k.Info().Folder != "" {
			return
		}
		var places []*rule.Finding
		model.Walk(model.Fields(k), record(k, res), ^model.Class(0), func(v model.Visit) bool {
			for _, key := range []bool{false, true} {
				places = append(places, &rule.Finding{Place: rule.Place{File: file, Path: append(model.Path{}, v.Path...), Key: key}})
			}
			return true
		})
		require.NoError(t, load.Locate(context.Background(), fsys, places))
		for _, p := range places {
			inside(t, data, p.At, p.Path.String())
		}
	})
}

// FuzzLocate looks for any path in any bytes.
func FuzzLocate(f *testing.F) {
	paths := []string{"name", "seats[0].id", "terms_of_reference.purposes.larande", "reports_to[2].to", "a[0][1].b", `x["å.b"]`, "is"}
	seeds(f, func(_ model.Kind, data []byte) {
		f.Add(paths[len(data)%len(paths)], len(data)%2 == 0, data)
	})
	f.Fuzz(func(t *testing.T, path string, key bool, data []byte) {
		found := &rule.Finding{Place: rule.Place{File: "groups/prov.yaml", Path: model.ParsePath(path), Key: key}}
		require.NoError(t, load.Locate(context.Background(), fstest.MapFS{"groups/prov.yaml": {Data: data}}, []*rule.Finding{found}))
		inside(t, data, found.At, path)
	})
}
