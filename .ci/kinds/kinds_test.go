// Package kinds proves that the schemas of the files of a registry accept what
// the loader accepts, and refuse what it refuses, with a validator that is not ours.
package kinds

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"gopkg.in/yaml.v3"

	"github.com/vis-samverkan/vis/pkg/example"
	"github.com/vis-samverkan/vis/pkg/export"
	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/review"
	"github.com/vis-samverkan/vis/pkg/rules"
	"github.com/vis-samverkan/vis/pkg/synth"
	"github.com/vis-samverkan/vis/pkg/text"
)

// kinds are the kinds that have files.
var kinds = slices.Concat(model.FileKinds(), model.RecordKinds())

// kindSchemas are the schemas of all kinds in a language.
func kindSchemas(t *testing.T, lang text.Lang) map[model.Kind]*jsonschema.Schema {
	t.Helper()
	out := map[model.Kind]*jsonschema.Schema{}
	for _, k := range kinds {
		data, err := json.Marshal(export.Schema(k, lang))
		require.NoError(t, err)
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		require.NoError(t, err)
		c := jsonschema.NewCompiler()
		require.NoError(t, c.AddResource(export.SchemaID(k), doc))
		s, err := c.Compile(export.SchemaID(k))
		require.NoError(t, err)
		out[k] = s
	}
	return out
}

// verdict is what the two say of a file.
type verdict struct {
	loader []string // the loader's rules that the file breaks
	schema error    // why the schema refuses it
}

func (v verdict) agree() bool { return (len(v.loader) == 0) == (v.schema == nil) }

// judge reads a text both ways. It is not ok for what no reader of YAML takes.
func judge(s *jsonschema.Schema, file, body string) (v verdict, ok bool) {
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(body), &doc); err != nil {
		return v, false
	}
	_, findings := load.One(file, []byte(body))
	for _, f := range findings {
		if f.Spec.ID != "text-hidden-character" { // of characters, not of form; editors show them too
			v.loader = append(v.loader, strings.TrimSpace(f.Spec.ID+" "+f.Variant))
		}
	}
	value, err := plain(&doc)
	if err == nil {
		err = s.Validate(value)
	}
	v.schema = err
	return v, true
}

// fileOf is the name of some file of a kind.
func fileOf(k model.Kind) string {
	return strings.Replace(export.Glob(k), "**/*", "prov", 1)
}

// registries are the files that the project holds or makes, by what they are.
func registries(t *testing.T) map[string]fs.FS {
	t.Helper()
	out := map[string]fs.FS{
		"registry": os.DirFS("../../registry"), "second": os.DirFS("../../testdata/second"), "small": os.DirFS("../../testdata/script/registry"),
	}
	made, err := synth.Generate(synth.Options{Records: synth.MinRecords, Seed: 1, Defects: 100})
	require.NoError(t, err)
	synthetic := fstest.MapFS{}
	for _, f := range made.Files {
		synthetic[f.Path] = &fstest.MapFile{Data: f.Data}
	}
	out["synthetic, with defects"] = synthetic
	base, err := example.Parse(rules.BaseExample())
	require.NoError(t, err)
	out["the base of the examples"] = example.FS(base.Files, nil)
	add := func(id, archive string) {
		e, err := example.Parse(archive)
		require.NoError(t, err)
		for _, side := range []string{"fail", "pass", "before", "after"} {
			if files := e.Side(side); len(files) > 0 {
				out["example "+id+" "+side] = example.FS(nil, files)
			}
		}
	}
	for _, r := range rules.Catalogue() {
		add(r.ID, r.Example)
	}
	for _, r := range review.Catalogue() {
		add(r.ID, r.Example)
	}
	return out
}

// eachFile calls with every file of a registry that is a record or a list.
func eachFile(t *testing.T, fsys fs.FS, visit func(file string, k model.Kind, body string)) {
	t.Helper()
	require.NoError(t, fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		ref, ok := load.RefOf(name)
		if !ok {
			return nil
		}
		body, err := fs.ReadFile(fsys, name)
		visit(name, ref.Kind, string(body))
		return err
	}))
}

// TestSchemasAgreeOnFiles: the real registry, the second one, a made-up one with
// defects, and the examples of the rules, good and bad.
func TestSchemasAgreeOnFiles(t *testing.T) {
	schemas := kindSchemas(t, text.Swedish)
	good, bad := 0, 0
	for name, fsys := range registries(t) {
		eachFile(t, fsys, func(file string, k model.Kind, body string) {
			v, ok := judge(schemas[k], file, body)
			if !ok {
				return
			}
			assert.True(t, v.agree(), "%s: %s: the loader says %v, the schema %v", name, file, v.loader, v.schema)
			if v.schema == nil {
				good++
			} else {
				bad++
			}
		})
	}
	t.Logf("%d files are good, %d bad", good, bad)
	assert.Greater(t, good, 500)
	assert.Positive(t, bad)
}

// TestSchemasAgreeOnBadFiles: a registry with one of each fault.
func TestSchemasAgreeOnBadFiles(t *testing.T) {
	schemas := kindSchemas(t, text.Swedish)
	judged := 0
	eachFile(t, os.DirFS("../../testdata/bad/registry"), func(file string, k model.Kind, body string) {
		v, ok := judge(schemas[k], file, body)
		if !ok {
			return
		}
		judged++
		if why := unseenFiles[file]; why != "" {
			assert.NotEmpty(t, v.loader, "%s: %s", file, why)
			assert.NoError(t, v.schema, "%s: %s", file, why)
			return
		}
		assert.True(t, v.agree(), "%s: the loader says %v, the schema %v", file, v.loader, v.schema)
	})
	assert.Greater(t, judged, len(unseenFiles)+10)
}

// unseenFiles are faults that no schema can see, and why.
var unseenFiles = map[string]string{
	"meetings/vis/2023-02-30.yaml": "the path tells the day, and it is none",
	"groups/flera.yaml":            "two documents; each is judged alone",
	"groups/efter-slutet.yaml":     "text after the end of the document",
}

// TestSchemasOfBothLanguagesDemandTheSame: only what is said differs.
func TestSchemasOfBothLanguagesDemandTheSame(t *testing.T) {
	kindSchemas(t, text.English)
	for _, k := range kinds {
		sv, en := silent(t, k, text.Swedish), silent(t, k, text.English)
		assert.Equal(t, sv, en, k)
	}
}

// silent is a schema without what it says to people.
func silent(t *testing.T, k model.Kind, lang text.Lang) any {
	t.Helper()
	data, err := json.Marshal(export.Schema(k, lang))
	require.NoError(t, err)
	var doc any
	require.NoError(t, json.Unmarshal(data, &doc))
	return without(doc, "")
}

// without takes texts for people out of a schema. Under properties and $defs
// stand names, not keywords.
func without(v any, under string) any {
	switch v := v.(type) {
	case map[string]any:
		for key := range v {
			if slices.Contains([]string{"title", "description", "errorMessage", "markdownEnumDescriptions"}, key) && under != "properties" {
				delete(v, key)
				continue
			}
			v[key] = without(v[key], key)
		}
	case []any:
		for i := range v {
			v[i] = without(v[i], "")
		}
	}
	return v
}
