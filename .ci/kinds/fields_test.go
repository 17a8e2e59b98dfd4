package kinds

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/text"
)

// place is one map of a kind's files: what its least document is.
type place struct {
	m     *model.Map
	wrap  func(inside string) string
	first string // what must stand before all else
}

// document is the least document with a value in a field; without the field
// where no value is given.
func (p place) document(f *model.Field, value string) string {
	pairs := []string{}
	if p.first != "" {
		pairs = append(pairs, p.first)
	}
	for i := range p.m.Fields {
		switch g := &p.m.Fields[i]; {
		case g == f && value != "":
			pairs = append(pairs, g.Key+": "+value)
		case g == f, !g.Must:
		case g.Key == "schema":
			pairs = append(pairs, "schema: 1")
		default:
			pairs = append(pairs, g.Key+": unknown")
		}
	}
	if _, ok := p.m.Field("names"); ok && (f == nil || f.Key != "name" && f.Key != "names") {
		pairs = append(pairs, "name: unknown")
	}
	return p.wrap("{" + strings.Join(pairs, ", ") + "}")
}

// places are all the maps of a kind, each once.
func places(k model.Kind) []place {
	var out []place
	seen := map[*model.Map]bool{}
	var walk func(p place)
	walk = func(p place) {
		if seen[p.m] {
			return
		}
		seen[p.m] = true
		out = append(out, p)
		for i := range p.m.Fields {
			f := &p.m.Fields[i]
			if f.Map == nil {
				continue
			}
			walk(place{m: f.Map, wrap: func(inside string) string {
				switch f.Shape {
				case model.Many:
					inside = "[" + inside + "]"
				case model.Keyed:
					inside = "{" + tableKey(f) + ": " + inside + "}"
				}
				return p.document(f, inside)
			}})
		}
	}
	line := func(s string) string { return s + "\n" }
	top := place{m: model.Fields(k), wrap: line}
	if root := top.m.Root; root != nil {
		top = place{m: root.Map, wrap: func(s string) string { return "[" + s + "]\n" }}
	}
	walk(top)
	first := &top.m.Fields[0]
	walk(place{m: model.LongForm(), first: "is: unknown", wrap: func(s string) string { return top.document(first, s) }})
	return out
}

func tableKey(f *model.Field) string {
	if f.KeyEnum != "" {
		return string(model.Enumeration(f.KeyEnum)[0].ID)
	}
	return "nyckel"
}

// few are the probes of a field of a sort that has had all of them.
var few = []string{"unknown", "{is: none, reason: Å}", "~", "[[a]]", "{zzz: 1}", "2022", "Text"}

// probes are what is written into every field: each is right for some of them
// and wrong for the others.
var probes = strings.Split(strings.TrimSpace(`
unknown
none
not-applicable
{is: unknown}
{is: none, reason: Å}
{is: unknown, candidates: [a], reason: {sv: Å, en: A}, sources: [{source: rapport, section: "3.1", line: 297}]}
{is: kanske}
{is: ~}
{is: unknown, zzz: 1}
{is: unknown, reason: [a]}
{is: unknown, sources: {section: "1"}}
~
null
""
" "
Å, ä och ö
Text
a
"a b"
12
0
-1
-12
123456789
1234567890
-1234567890
-0.25
1234567890.5
0.25
1.10
"20"
true
false
"true"
yes
[]
[a]
[a, b]
[a, a]
[12, 13]
[~]
[""]
[unknown]
[unknown, {is: none}]
[[a]]
[[]]
[{}]
[{zzz: 1}]
{}
{zzz: 1}
{zzz: ~}
{zzz: [~]}
{zzz: [a, b]}
{zzz: error}
{zzz: Text}
{zzz: {content: Text}}
{zzz: unknown}
{sv: Text}
{en: Text}
{sv: Å, en: A}
{sv: ""}
{sv: [a]}
{sv: ~}
{sv: unknown}
{sv: 12}
{sv: Å, zzz: 1}
2022
"2022"
"0999"
999
10000
2022-11-07
2022-11
2022-13
2022-00
2022-02-30
2022-04-31
2024-02-29
2022-1-7
2022-11-7
7/11/2022
20221107
2022-Q1
2022-Q5
2022-spring
2022-summer
2022-21
2022-22
2022-33
2022-36
2022-37
~2022
2022~
~2022~
~2022-02
~2022-11-07
..2022-11-07
../2022
2022..
2022/..
2022..2023
2022/2023
2022../..2023
~2022-Q1..2023-02-28
2022..2023..2024
..2022..
..
../..
2022-11-07T12:00:00Z
2022 - 2023
P12M
P1Y6M
P30D
P2W
P
P1
P1M1Y
PT1H
P1.5Y
P0000001Y
P0000001M
P0000001W
P0000001D
-P1D
{value: 20}
{value: 20, approx: true}
{value: 20, approx: kanske}
{min: 2, max: 4}
{min: 2, max: 4, approx: false}
{min: 2}
{max: 2}
{value: 1, min: 1, max: 2}
{approx: true}
{value: unknown}
{value: "2"}
{value: 2, zzz: 1}
{from: 0, to: 20}
{from: 2022, until: 2023-06}
{from: 2022-13}
{from: a}
all
"all"
[all]
group/vis
group/vis#plats-1
vis/2023-09-14#3
vis#
"#vis"
"vis#å b"
agreement/bus
zzz/bus
group/
/vis
vis//a
Vis
a--b
-a
a-
a_b
åa
"0114"
"01a"
https://example.org
"https://example.org/å?a=b c#d"
HTTP://example.org:8080/
https://user@example.org/
https:///a
https://
ftp://example.org
example.org
09:30
"23:59"
24:00
9:30
09:60
{group: vis}
{group: vis, zzz: 1}
[{group: vis}, vis]
{organization: solna}
{value: [a]}
{value: a, status: decided}
{any_of: [a, group/b]}
{municipal: full-council}
[group/vis, none, {is: unknown}]
{date: 2023}
{text: Text}
[{text: Text}, Text, {sv: Text}]
`), "\n")

// unseen are values that the schema takes for right in some field and the loader
// does not, for a schema sees values and not how they are spelt. There are none
// the other way: what the loader takes the schema takes.
var unseen = map[string]string{
	`"unknown"`:                "an answer in quotes is a text",
	`{is: "unknown"}`:          "an answer in quotes is a text",
	`True`:                     "true has small letters",
	`1.0`:                      "a whole number is written without a point",
	`1e3`:                      "a number is written with digits",
	`+5`:                       "a number is written without +",
	`0114`:                     "a number begins with no 0",
	`0x1F`:                     "a number is written with digits",
	`-0`:                       "an id begins with no hyphen",
	`2022.0`:                   "a year is four digits",
	`1.01234567891`:            "a number has at most nine decimals",
	`{value: 1e3}`:             "a number is written with digits",
	`{value: 1, approx: True}`: "true has small letters",
	`{min: 4, max: 2}`:         "the least comes first; a schema does not compare",
	`2023-02-29`:               "a pattern does not know the leap years",
	`2023..2022`:               "a pattern does not compare dates",
	`"https://example.org:a/"`: "a pattern does not read an address",
	`"https://example.org/%z"`: "a pattern does not read an address",
	`!!str a`:                  "a tag is gone when the schema sees the value",
	`!!int 12`:                 "a tag is gone when the schema sees the value",
	`&a a`:                     "an anchor is gone when the schema sees the value",
}

// TestSchemasAgreeOnEveryField writes every probe into every field of every kind.
func TestSchemasAgreeOnEveryField(t *testing.T) {
	schemas := kindSchemas(t, text.Swedish)
	judged, refused := 0, 0
	differ, met := map[string]bool{}, map[string]bool{}
	try := func(k model.Kind, body string) (v verdict) {
		v, ok := judge(schemas[k], fileOf(k), body)
		assert.True(t, ok, "no YAML: %s", body)
		judged++
		if v.schema != nil {
			refused++
		}
		return v
	}
	agree := func(k model.Kind, body string) {
		v := try(k, body)
		assert.True(t, v.agree(), "%s %s: the loader says %v, the schema %v", k, body, v.loader, v.schema)
	}
	for _, k := range kinds {
		if root := model.Fields(k).Root; root != nil {
			for _, value := range probes {
				agree(k, value+"\n")
			}
		}
		for _, p := range places(k) {
			agree(k, p.document(nil, ""))
			for i := range p.m.Fields {
				f := &p.m.Fields[i]
				known := met[sort(f)]
				met[sort(f)] = true
				values := append(enumProbes(f), probes...)
				if known {
					values = few
				}
				for _, value := range values {
					agree(k, p.document(f, value))
				}
				agree(k, p.document(f, ""))                          // missing
				agree(k, p.document(f, "unknown, "+f.Key+": none"))  // twice
				agree(k, p.document(f, "unknown, zzz-"+f.Key+": 1")) // a key that is not there
				for value := range unseen {
					if known {
						break
					}
					body := p.document(f, value)
					if v := try(k, body); !v.agree() {
						assert.NoError(t, v.schema, body)
						differ[value] = true
					}
				}
			}
		}
	}
	for value, why := range unseen {
		assert.True(t, differ[value], "the schema sees %s (%s): make it a probe", value, why)
	}
	t.Logf("%d documents, of which the schemas refuse %d", judged, refused)
	assert.Greater(t, refused, judged/10)
	assert.Less(t, refused, judged*9/10)
}

// sort is all that a field demands, apart from its key.
func sort(f *model.Field) string {
	inside := ""
	if f.Map != nil {
		inside = f.Map.Type.String()
	}
	return fmt.Sprint(f.Shape, f.Class, f.Enum, f.KeyEnum, f.KeyTerm, f.Refs, f.Must, inside)
}

// enumProbes are every value of an enumeration, in a field of it or as keys.
func enumProbes(f *model.Field) []string {
	var out []string
	for _, c := range model.Enumeration(f.Enum) {
		out = append(out, string(c.ID), "["+string(c.ID)+"]")
	}
	for _, c := range model.Enumeration(f.KeyEnum) {
		out = append(out, "{"+string(c.ID)+": unknown}", "{"+string(c.ID)+": {}}")
	}
	return out
}
