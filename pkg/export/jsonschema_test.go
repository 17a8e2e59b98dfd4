package export

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/text"
)

// That the schemas and the loader agree is proved with a validator, in .ci/kinds.

// schemaOf is a schema as a reader of JSON has it.
func schemaOf(t *testing.T, k model.Kind, lang text.Lang) map[string]any {
	t.Helper()
	data, err := json.Marshal(Schema(k, lang))
	require.NoError(t, err)
	again, err := json.Marshal(Schema(k, lang))
	require.NoError(t, err)
	require.Equal(t, string(data), string(again), "a schema is the same each time")
	var doc map[string]any
	require.NoError(t, json.Unmarshal(data, &doc))
	return doc
}

// objects are the maps with fields that a part of a schema holds.
func objects(v any) []map[string]any {
	var out []map[string]any
	switch v := v.(type) {
	case map[string]any:
		if _, ok := v["properties"]; ok {
			out = append(out, v)
		}
		for key, inner := range v {
			if key != "properties" {
				out = append(out, objects(inner)...)
			}
		}
	case []any:
		for _, inner := range v {
			out = append(out, objects(inner)...)
		}
	}
	return out
}

// TestSchemaHasEveryField: each map of the field table is a definition of its own
// name with just its keys, and each key is described in both languages.
func TestSchemaHasEveryField(t *testing.T) {
	for _, k := range slices.Concat(model.FileKinds(), model.RecordKinds()) {
		doc := schemaOf(t, k, text.Swedish)
		defs := doc["$defs"].(map[string]any)
		seen := map[*model.Map]bool{}
		var check func(m *model.Map, in any, at string)
		check = func(m *model.Map, in any, at string) {
			if seen[m] {
				return
			}
			seen[m] = true
			found := objects(in)
			require.NotEmpty(t, found, at)
			properties := found[0]["properties"].(map[string]any)
			assert.Equal(t, false, found[0]["additionalProperties"], at)
			assert.Len(t, properties, len(m.Fields), at)
			for i := range m.Fields {
				f := &m.Fields[i]
				where := at + "." + f.Key
				property, ok := properties[f.Key].(map[string]any)
				require.True(t, ok, where)
				lines := strings.Split(property["description"].(string), "\n\n")
				assert.Equal(t, f.Sv, lines[0], where)
				assert.Contains(t, lines, f.En, where)
				if f.Map != nil {
					name := map[model.Class]string{model.ClassAges: "ages", model.ClassInterval: "interval"}[f.Class]
					if name == "" {
						name = nameOf(f)
					}
					require.Contains(t, defs, name, where)
					check(f.Map, defs[name], where)
				}
			}
		}
		if root := model.Fields(k).Root; root != nil {
			check(root.Map, defs[nameOf(root)], k.String())
		} else {
			check(model.Fields(k), map[string]any{"properties": doc["properties"], "additionalProperties": doc["additionalProperties"]}, k.String())
		}
	}
}

// TestSchemaNames: a reference names a definition that is there, all of them are
// used, and an id names no place on the net.
func TestSchemaNames(t *testing.T) {
	ref := regexp.MustCompile(`"#/\$defs/([^"]+)"`)
	for _, k := range slices.Concat(model.FileKinds(), model.RecordKinds()) {
		data, err := json.Marshal(Schema(k, text.English))
		require.NoError(t, err)
		defs := schemaOf(t, k, text.English)["$defs"].(map[string]any)
		used := map[string]bool{}
		for _, m := range ref.FindAllSubmatch(data, -1) {
			used[string(m[1])] = true
			assert.Contains(t, defs, string(m[1]), k)
		}
		assert.Len(t, used, len(defs), k)
		assert.Equal(t, "urn:vis:schema:1:"+k.String(), SchemaID(k))
	}
}

func TestSchemaSpeaksTheLanguageFirst(t *testing.T) {
	for lang, want := range map[text.Lang]string{
		text.Swedish: "slags plan\n\ntype of plan", text.English: "type of plan\n\nslags plan",
	} {
		doc := schemaOf(t, model.PlanKind, lang)
		assert.Equal(t, want, doc["properties"].(map[string]any)["type"].(map[string]any)["description"])
	}
	types := schemaOf(t, model.PlanKind, text.Swedish)["$defs"].(map[string]any)["one-of-plan-type"].(map[string]any)
	assert.Equal(t, []any{"annual", "action", "priorities", "goals"}, types["enum"])
	assert.Equal(t, []any{"årsplan / annual plan", "handlingsplan / action plan", "prioriteringar / priorities", "mål / goals"}, types["markdownEnumDescriptions"])
}

// TestDatePattern: the pattern takes what the parser of dates takes. What it takes
// besides are leap days of common years, and ends that stand before beginnings.
func TestDatePattern(t *testing.T) {
	date := regexp.MustCompile(datePattern)
	units := []string{"2022", "0999", "99", "20222", "2022-1", "2022-01", "2022-12", "2022-13", "2022-00", "2022-20", "2022-21", "2022-22",
		"2022-23", "2022-24", "2022-32", "2022-33", "2022-36", "2022-37", "2022-Q1", "2022-Q4", "2022-Q5", "2022-q1", "2022-spring", "2022-summer",
		"2022-autumn", "2022-01-31", "2022-01-32", "2022-04-30", "2022-04-31", "2022-02-29", "2024-02-29", "2022-02-30", "2022-11-00", "2022-11-7",
		"2022-Q1-01", "2022-spring-01", "2022-21-01", "~2022", "2022~", "~2022~", "~~2022", "~2022-Q1", "2022-11-07~", "~", "", "x", " 2022", "2022 ", "2022\n"}
	texts := slices.Clone(units)
	for _, a := range units {
		texts = append(texts, ".."+a, "../"+a, a+"..", a+"/..", "/"+a, a+"/", ".."+a+"..", "../"+a+"/..")
		for _, b := range units {
			texts = append(texts, a+".."+b, a+"/"+b, a+"../.."+b, a+"--"+b, a+"..."+b)
		}
	}
	taken, more := 0, 0
	for _, s := range texts {
		_, err := edtf.Parse(s)
		fits := date.MatchString(s)
		if err == nil {
			taken++
			assert.True(t, fits, "%q is a date", s)
			continue
		}
		var why *edtf.ParseError
		require.ErrorAs(t, err, &why)
		if fits {
			more++
			assert.True(t, why.Reason == edtf.Backwards || why.Reason == edtf.NoSuchDay && strings.Contains(s, "2022-02-29"), "%q: %v", s, err)
		}
	}
	assert.Greater(t, taken, 800)
	assert.Positive(t, more)
}
