package load_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/text"
)

// These tests read the field table and write, for every attribute of every
// kind at any depth, the least document that holds it.

// chain leads from the top of a kind to one of its attributes.
type chain []*model.Field

func (c chain) String() string {
	var keys []string
	for _, f := range c {
		keys = append(keys, f.Key)
	}
	return strings.Join(keys, ".")
}

// chains are all the attributes of a kind.
func chains(k model.Kind) []chain {
	var out []chain
	var walk func(m *model.Map, before chain)
	walk = func(m *model.Map, before chain) {
		for i := range m.Fields {
			c := append(slices.Clone(before), &m.Fields[i])
			out = append(out, c)
			if m.Fields[i].Map != nil {
				walk(m.Fields[i].Map, c)
			}
		}
	}
	if m := model.Fields(k); m.Root != nil {
		walk(m.Root.Map, chain{m.Root})
	} else {
		walk(m, nil)
	}
	return out
}

// document writes a text whose only values are value, at the end of the chain,
// and what must stand beside it.
func document(k model.Kind, c chain, value string) string {
	if root := model.Fields(k).Root; root != nil {
		return "[" + inMap(root.Map, c[1:], value) + "]\n"
	}
	return inMap(model.Fields(k), c, value) + "\n"
}

func inMap(m *model.Map, c chain, value string) string {
	var pairs []string
	for i := range m.Fields {
		f := &m.Fields[i]
		switch {
		case f == c[0]:
			pairs = append(pairs, f.Key+": "+inField(c, value))
		case f.Must:
			pairs = append(pairs, f.Key+": "+mustValue(f))
		}
	}
	if f, ok := m.Field("names"); ok && c[0] != f && c[0].Key != "name" {
		pairs = append(pairs, "name: unknown")
	}
	return "{" + strings.Join(pairs, ", ") + "}"
}

// mustValue is for what must stand there. The schema of a registry decides
// whether it can be read at all.
func mustValue(f *model.Field) string {
	if f.Key == "schema" {
		return "1"
	}
	return "unknown"
}

func inField(c chain, value string) string {
	if len(c) == 1 {
		return value
	}
	inner := inMap(c[0].Map, c[1:], value)
	switch c[0].Shape {
	case model.Many:
		return "[" + inner + "]"
	case model.Keyed:
		return "{" + tableKey(c[0]) + ": " + inner + "}"
	}
	return inner
}

func tableKey(f *model.Field) string {
	if f.KeyEnum != "" {
		return string(model.Enumeration(f.KeyEnum)[0].ID)
	}
	return "nyckel"
}

// attribute follows a chain in what was decoded.
func attribute(k model.Kind, c chain, record any) (model.Attribute, bool) {
	m := model.Fields(k)
	var parts []model.Attribute
	if m.Root != nil {
		entries := record.(*model.Acknowledged).Entries.Items
		parts, c = model.Tree(m.Root.Map, &entries[0].V), c[1:]
	} else {
		parts = model.Tree(m, record)
	}
	for i, f := range c {
		at := slices.IndexFunc(parts, func(a model.Attribute) bool { return a.Field == f })
		switch {
		case at < 0:
			return model.Attribute{}, false
		case i == len(c)-1:
			return parts[at], true
		}
		a := parts[at]
		if f.Shape != model.One {
			a = a.Parts[0]
		}
		parts = a.Parts
	}
	return model.Attribute{}, false
}

func record(k model.Kind, res *load.Result) any {
	switch k {
	case model.Manifest:
		return res.Registry.Manifest
	case model.VocabularyKind:
		return res.Registry.Vocabulary
	case model.AcknowledgedKind:
		return res.Registry.Acknowledged
	}
	return res.Registry.OfKind(k)[0]
}

func readDocument(t *testing.T, k model.Kind, body string) *load.Result {
	fsys := fstest.MapFS{"vis.yaml": {Data: []byte(manifest)}}
	fsys[pathOf(k)] = &fstest.MapFile{Data: []byte(body)}
	return read(t, fsys)
}

// everyKind are the kinds that have a file.
func everyKind() []model.Kind { return slices.Concat(model.FileKinds(), model.RecordKinds()) }

const longForm = `{is: unknown, candidates: [sodra, "norra"], reason: "Källan säger inget om det, å andra sidan", sources: [{source: rapport, section: "3.1", line: 297}]}`

// TestAnswersStandAnywhere writes unknown, none, not-applicable and the long
// form in place of every attribute of the model: the loader never objects.
func TestAnswersStandAnywhere(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	answers := map[string]model.Answer{
		"unknown": model.Unknown, "none": model.None, "not-applicable": model.NotApplicable,
		longForm: model.Unknown, "{reason: Ingen, is: none}": model.None, "{is: not-applicable}": model.NotApplicable,
	}
	for _, k := range everyKind() {
		for _, c := range chains(k) {
			for word, answer := range answers {
				body := document(k, c, word)
				res := readDocument(t, k, body)
				if !assert.Empty(t, golden(res.Findings), body) {
					continue
				}
				a, ok := attribute(k, c, record(k, res))
				require.True(t, ok, body)
				assert.Equal(t, answer, a.Answer, body)
				if word == longForm {
					reason, _ := a.Why.Reason.Get()
					source, _ := a.Why.Sources.Items[0].V.Source.Get()
					assert.Equal(t, "Källan säger inget om det, å andra sidan", reason.Sv)
					assert.Equal(t, model.Ref{Kind: model.SourceKind, ID: "rapport"}, source)
					assert.Equal(t, []string{"sodra", "norra"}, a.Why.Candidates.Values())
				}
			}
		}
	}
}

// TestAnswersStandInListsAndTables writes them in place of single entries.
func TestAnswersStandInListsAndTables(t *testing.T) {
	for _, k := range everyKind() {
		for _, c := range chains(k) {
			var body string
			switch f := c[len(c)-1]; f.Shape {
			case model.One:
				continue
			case model.Many:
				body = document(k, c, "[unknown, none, not-applicable, "+longForm+"]")
			case model.Keyed:
				body = document(k, c, "{"+tableKey(f)+": "+longForm+"}")
			}
			res := readDocument(t, k, body)
			assert.Empty(t, golden(res.Findings), body)
			a, ok := attribute(k, c, record(k, res))
			require.True(t, ok, body)
			assert.Equal(t, model.Unknown, a.Parts[0].Answer, body)
		}
	}
}

// sample is a value that a field takes, as it is written in flow style.
func sample(f *model.Field) string {
	value := map[model.Class]string{
		model.ClassText: `"Å, ä och ö"`, model.ClassString: "2022/17 § 4", model.ClassDate: "~2021-02",
		model.ClassDuration: "P12M", model.ClassNumber: "{min: 2, max: 4, approx: true}", model.ClassInt: "12",
		model.ClassFloat: "0.25", model.ClassBool: "false", model.ClassTerm: "aldre", model.ClassSlug: "no",
		model.ClassCode: `"0114"`, model.ClassURL: `"https://example.org/h%C3%A4lsa?q=1#del"`, model.ClassClock: "09:30",
		model.ClassSignatory: "Anna Å", model.ClassStrings: "[a.b, c]", model.ClassAges: "{from: 0, to: 20}", model.ClassInterval: "2022",
	}[f.Class]
	switch f.Class {
	case model.ClassWord:
		value = string(model.Enumeration(f.Enum)[0].ID)
	case model.ClassRef:
		value = f.Refs[len(f.Refs)-1].String() + "/a/b-2#del-1"
	case model.ClassSaid:
		value = "none"
	case model.ClassMap:
		var pairs []string
		for i := range f.Map.Fields {
			if sub := &f.Map.Fields[i]; sub.Must || sub.Key == "value" {
				pairs = append(pairs, sub.Key+": "+sample(sub))
			}
		}
		value = "{" + strings.Join(pairs, ", ") + "}"
	}
	switch f.Shape {
	case model.Many:
		return "[" + value + ", " + value + "]"
	case model.Keyed:
		return "{" + tableKey(f) + ": " + value + "}"
	}
	if f.Key == "schema" {
		return "1"
	}
	return value
}

// TestEveryFieldTakesItsValue writes a good value into every attribute.
func TestEveryFieldTakesItsValue(t *testing.T) {
	for _, k := range everyKind() {
		for _, c := range chains(k) {
			f := c[len(c)-1]
			body := document(k, c, sample(f))
			res := readDocument(t, k, body)
			assert.Empty(t, golden(res.Findings), body)
			a, ok := attribute(k, c, record(k, res))
			require.True(t, ok, body)
			if f.Class == model.ClassSaid {
				assert.Equal(t, model.None, a.Answer, body)
				continue
			}
			assert.Equal(t, model.Given, a.Answer, body)
			for _, p := range a.Parts {
				assert.NotEqual(t, model.Absent, p.Answer, body)
			}
		}
	}
}

// TestEveryFieldRefusesNonsense writes what no attribute takes into each of
// them. Each time something is said, at the line where it stands.
func TestEveryFieldRefusesNonsense(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	nonsense := []string{"~", "[~]", "{zzz-å: 1}", "[[[x]]]", "{is: kanske}", "!!binary eA==", "&a unknown", `"\u202e"`}
	for _, k := range everyKind() {
		for _, c := range chains(k) {
			f := c[len(c)-1]
			for _, value := range nonsense {
				// A table with keys of its own choice takes any key, and a text of it any value.
				if f.Shape == model.Keyed && f.KeyEnum == "" && strings.HasPrefix(value, "{zzz") && f.Class&(model.ClassMap|model.ClassStrings) != 0 {
					continue
				}
				body := document(k, c, value)
				fsys := folder(pathOf(k), body)
				res, err := load.Registry(t.Context(), fsys)
				if err != nil {
					continue // schema: …
				}
				if !assert.NotEmpty(t, res.Findings, "%s takes %s", c, value) {
					continue
				}
				// What could not be read is not missing.
				if a, ok := attribute(k, c, record(k, res)); assert.True(t, ok, body) {
					assert.NotEqual(t, model.Absent, a.Answer, body)
					for _, p := range a.Parts {
						assert.True(t, p.Answer != model.Absent || a.Field.Shape == model.One, body)
					}
				}
				for _, found := range res.Findings {
					assert.Equal(t, 1, found.At.Line, body)
					assert.LessOrEqual(t, found.At.Column, len([]rune(body)), say(found, text.Swedish))
				}
			}
		}
	}
}

// TestEveryFieldStandsOnce writes every attribute twice.
func TestEveryFieldStandsOnce(t *testing.T) {
	for _, k := range everyKind() {
		for _, c := range chains(k) {
			key := c[len(c)-1].Key
			if key == "schema" {
				continue
			}
			body := document(k, c, "unknown, "+key+": none")
			res := readDocument(t, k, body)
			require.Len(t, res.Findings, 1, body)
			f := res.Findings[0]
			assert.Equal(t, "key-duplicate", f.Spec.ID)
			second := strings.Index(body, "unknown, "+key+": none") + len("unknown, ")
			assert.Equal(t, second+1, f.At.Column, body)
			require.Len(t, f.Related, 1)
			assert.Equal(t, second-len("unknown, "+key+": ")+1, f.Related[0].At.Column, body)
			a, ok := attribute(k, c, record(k, res))
			assert.True(t, ok && a.Answer == model.Unknown, fmt.Sprintf("%s: the first one counts", c))
		}
	}
}
