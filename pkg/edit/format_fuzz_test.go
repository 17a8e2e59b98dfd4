package edit

import (
	"bytes"
	"io/fs"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"gopkg.in/yaml.v3"

	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/synth"
)

// registries are the real registry and the made-up one.
var registries = []string{"../../registry", "../../testdata/second"}

func TestFormatRegistries(t *testing.T) {
	for _, dir := range registries {
		done, err := FormatRegistry(t.Context(), os.DirFS(dir), func(string) bool { return true })
		require.NoError(t, err)
		assert.Greater(t, done.Files, 100, dir)
		assert.Empty(t, done.Left, dir)
		for _, c := range done.Changes {
			t.Errorf("%s/%s is not in form: run vis fmt", dir, c.Path)
			keeps(t, c.Path, c.Before, c.After)
		}
	}
}

// TestFormatShuffled writes each file of three registries with its keys in
// another order and other indentation, with comments put in, and formats it.
func TestFormatShuffled(t *testing.T) {
	made, err := synth.Generate(synth.Options{Records: synth.MinRecords, Seed: 3, Defects: 90})
	require.NoError(t, err)
	files := map[string][]byte{}
	for _, f := range made.Files {
		files["made/"+f.Path] = f.Data
	}
	for _, dir := range registries {
		require.NoError(t, fs.WalkDir(os.DirFS(dir), ".", func(name string, e fs.DirEntry, err error) error {
			if err == nil && !e.IsDir() {
				files[dir+"/"+name], err = os.ReadFile(dir + "/" + name)
			}
			return err
		}))
	}
	moved := 0
	for where, data := range files {
		name := where
		for _, dir := range append(registries, "made") {
			name = strings.TrimPrefix(name, dir+"/")
		}
		if _, ok := load.RefOf(name); !ok {
			continue
		}
		if _, err := Format(name, data); err != nil {
			continue // a defect that was put there
		}
		data = shuffled(t, data, rand.New(rand.NewPCG(7, uint64(len(data)))))
		got, err := Format(name, data)
		require.NoError(t, err, "%s\n%s", where, data)
		keeps(t, name, data, got)
		if !bytes.Equal(got, data) {
			moved++
		}
	}
	assert.Greater(t, moved, 900)
}

// shuffled is a text with its keys in any order and a comment above some.
func shuffled(t *testing.T, data []byte, r *rand.Rand) []byte {
	t.Helper()
	var doc yaml.Node
	require.NoError(t, yaml.Unmarshal(data, &doc))
	var shuffle func(n *yaml.Node)
	shuffle = func(n *yaml.Node) {
		if n.Kind == yaml.MappingNode {
			pairs := slices.Collect(slices.Chunk(n.Content, 2))
			r.Shuffle(len(pairs), func(i, j int) { pairs[i], pairs[j] = pairs[j], pairs[i] })
			n.Content = slices.Concat(pairs...)
			if n.Style == 0 && r.IntN(3) == 0 {
				n.Content[r.IntN(len(pairs))*2].HeadComment = "# om " + n.Content[0].Value + ": [x"
			}
		}
		for _, c := range n.Content {
			shuffle(c)
		}
	}
	shuffle(&doc)
	var out bytes.Buffer
	e := yaml.NewEncoder(&out)
	e.SetIndent(2 + r.IntN(5))
	require.NoError(t, e.Encode(&doc))
	return out.Bytes()
}

// FuzzFormat: what loads before, loads to the same after; twice is once; every
// line survives, comments too, and so does every value.
func FuzzFormat(f *testing.F) {
	names := []string{"vis.yaml", "vocabulary.yaml", "acknowledged.yaml", "groups/a.yaml", "agreements/a.yaml", "guidelines/a.yaml", "decisions/a.yaml", "organizations/a.yaml", "sources/a.yaml", "plans/a.yaml"}
	for i, text := range []string{
		"# a\n\nname: A # b\n\n\n# c\ntype: working\n    # d\nseats:\n- id: a\n  # e\n  role: chair\n  # f\n",
		"type: x\nname: |+\n  a\n   b\n\nnote: >-2\n    c\n  d\n# e\n",
		"sources: [{says: \"a # b\", source: 'it''s'}, c] # d\nname: \"a\\ \n  b\\\n  # c\"\n",
		"- # a\n  rule: b\n  by:\n    c\n    d\n-   fingerprint: e\n",
		"note: a\n  b\n\n  c\n# d\nname: {en: a,\n  sv: b}\n",
		"county: {code: 01, municipalities: 2}\ndate: '2022-11-07'\nzz:\n- - a\n  - |1\n   b\n",
		"a:\n  - b\n  # c\n\n    # d\n# e\n\n# f",
	} {
		for j := range names {
			f.Add(uint8((i+j)%len(names)), []byte(text))
		}
	}
	for i, name := range []string{"groups/vis.yaml", "agreements/hok.yaml", "vis.yaml"} {
		data, err := os.ReadFile("../../registry/" + name)
		require.NoError(f, err)
		f.Add([]uint8{3, 4, 0}[i], data)
	}
	f.Fuzz(func(t *testing.T, which uint8, data []byte) {
		name := names[int(which)%len(names)]
		out, err := Format(name, data)
		if err != nil {
			return
		}
		keeps(t, name, data, out)
	})
}
