package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"maps"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"gopkg.in/yaml.v3"

	"github.com/vis-samverkan/vis/pkg/load"
)

// report is a small document in the form of the real one.
const report = `Samrådsgrupper

Sammanfattning

Beslutsunderlag till styrgruppen.

Innehåll

1. Inledning	4
1.1 Mål och syfte.....	5
2. Överenskommelser	6

1. Inledning

Länets 26 kommuner samverkar med *Region Södra* i åtta fora.

1.1 Mål och syfte

1. Inledning till en numrerad lista
Följande överenskommelser finns:

- **Färdtjänst**, avtal

- Bårhus

2. Överenskommelser

Ungefär lika stora delar; ett tjugotal möten, 25 % av tiden, ca 90-100 roller.
`

func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// world is a registry that cites the report rightly, and the archive with it.
func world() (registryFS, archive fstest.MapFS) {
	registryFS = fstest.MapFS{}
	for name, text := range map[string]string{
		"vis.yaml":             "schema: 1\nname: Prov\nlanguage: sv\n",
		"sources/rapport.yaml": "title: Samrådsgrupper\ntype: report\nsha256: " + hash(report) + "\n",
		"agreements/fardtjanst.yaml": `title: Färdtjänst
type: agreement
sources:
  - {source: rapport, section: "1.1", line: 22}
`,
	} {
		registryFS[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return registryFS, fstest.MapFS{"000.txt": {Data: []byte(report)}}
}

// check runs the check and returns what it printed. Rules cite sources that
// the small registry does not have: those faults are left out.
func check(t *testing.T, registryFS, archive fs.FS) (faults []string) {
	t.Helper()
	var out bytes.Buffer
	n, err := run(context.Background(), &out, registryFS, archive)
	require.NoError(t, err)
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	last := lines[len(lines)-1]
	if n > 0 {
		assert.NotContains(t, last, " 0 faults")
	}
	var fault string
	for _, l := range lines[:len(lines)-1] {
		switch {
		case strings.HasPrefix(l, "\t"):
			fault += "\n" + l
			continue
		case fault != "":
			faults = append(faults, fault)
		}
		fault = ""
		if !strings.HasPrefix(l, "rule ") && !strings.HasSuffix(l, ".txt)") {
			fault = l
		}
	}
	if fault != "" {
		faults = append(faults, fault)
	}
	return faults
}

func TestALineThatHoldsWhatItIsCitedFor(t *testing.T) {
	registryFS, archive := world()
	assert.Empty(t, check(t, registryFS, archive))

	for name, citation := range map[string]string{
		"a name":                            `{source: rapport, section: "1.1", line: 22}`,
		"a wording":                         `{source: rapport, line: 22, says: "Färdtjänst, avtal"}`,
		"a wording across Markdown":         `{source: rapport, line: 15, says: med Region Södra i}`,
		"the title page":                    `{source: rapport, section: Titelsida, line: 1, says: Samrådsgrupper}`,
		"the summary":                       `{source: rapport, section: Sammanfattning, line: 5, says: Beslutsunderlag}`,
		"a heading belongs to its section":  `{source: rapport, section: "2", line: 26, says: Överenskommelser}`,
		"a numbered item is not a heading":  `{source: rapport, section: "1.1", line: 19, says: en numrerad lista}`,
		"a wording without a line":          `{source: rapport, says: Länets 26 kommuner}`,
		"a source that is not archived":     `{source: annan, line: 1, says: Vad som helst}`,
		"the document as a whole, no words": `{source: rapport}`,
	} {
		t.Run(name, func(t *testing.T) {
			registryFS["agreements/bus.yaml"] = &fstest.MapFile{Data: []byte("title: Färdtjänst\ntype: agreement\nsources:\n  - " + citation + "\n")}
			assert.Empty(t, check(t, registryFS, archive))
		})
	}
}

func TestALineThatDoesNotHoldIt(t *testing.T) {
	for name, test := range map[string]struct{ file, record, want string }{
		"a wrong line": {
			"agreements/bus.yaml", "title: Bårhus\ntype: agreement\nsources:\n  - source: rapport\n    line: 22\n",
			"registry/agreements/bus.yaml:4: rapport line 22: it holds no name of what cites it\n\tthe line: - **Färdtjänst**, avtal\n\texpected: one of [\"Bårhus\"]",
		},
		"a wording that is not there": {
			"agreements/bus.yaml", "title: Bårhus\ntype: agreement\nsources: [{source: rapport, line: 15, says: Länets 25 kommuner}]\n",
			"registry/agreements/bus.yaml:3: rapport line 15: it does not hold the wording\n\tthe line: Länets 26 kommuner samverkar med *Region Södra* i åtta fora.\n\texpected: Länets 25 kommuner",
		},
		"another case": {
			"agreements/bus.yaml", "title: Bårhus\ntype: agreement\nsources: [{source: rapport, line: 15, says: länets 26}]\n",
			"expected: länets 26",
		},
		"a line beyond the end": {
			"agreements/bus.yaml", "title: Bårhus\ntype: agreement\nsources: [{source: rapport, line: 99, says: Bårhus}]\n",
			"rapport line 99: the document has 28 lines",
		},
		"a name inside another word": {
			"organizations/hus.yaml", "name: hus\ntype: provider\nside: other\nsources: [{source: rapport, line: 24}]\n",
			"registry/organizations/hus.yaml:4: rapport line 24: it holds no name",
		},
		"a wrong section": {
			"agreements/bus.yaml", "title: Bårhus\ntype: agreement\nsources: [{source: rapport, section: \"1\", line: 24}]\n",
			"rapport line 24: it lies under section \"1.1\"\n\tthe line: - Bårhus\n\texpected: section \"1\"",
		},
		"a line of the table of contents": {
			"agreements/bus.yaml", "title: Bårhus\ntype: agreement\nsources: [{source: rapport, section: \"2\", line: 11, says: Överenskommelser}]\n",
			`it lies under section "Innehåll"`,
		},
		"a wording without a line that stands nowhere": {
			"agreements/bus.yaml", "title: Bårhus\ntype: agreement\nsources: [{source: rapport, says: Sjukhus}]\n",
			"registry/agreements/bus.yaml:3: rapport no line of it holds the wording\n\texpected: Sjukhus",
		},
		"an entry": {
			"agreements/bus.yaml", "title: Bårhus\ntype: agreement\nclauses:\n  - id: mal\n    heading: Målet\n    sources: [{source: rapport, line: 22}]\n",
			"registry/agreements/bus.yaml:6: rapport line 22: it holds no name of what cites it\n\tthe line: - **Färdtjänst**, avtal\n\texpected: one of [\"Bårhus\" \"Målet\"]",
		},
		"the long form of an unknown": {
			"agreements/bus.yaml", "title: Bårhus\ntype: agreement\nfollow_up:\n  is: unknown\n  sources:\n    - {source: rapport, line: 22, says: Okänt}\n",
			"registry/agreements/bus.yaml:6: rapport line 22: it does not hold the wording",
		},
		"the vocabulary": {
			"vocabulary.yaml", "subject_areas:\n  - id: halsa\n    sv: hälsa\n    sources: [{source: rapport, line: 22}]\n",
			"registry/vocabulary.yaml:4: rapport line 22: it holds no name",
		},
		"a claim with another figure": {
			"sources/rapport.yaml", "title: Samrådsgrupper\ntype: report\nsha256: " + hash(report) + "\nclaims:\n  - {id: kommuner, line: 15, metric: municipalities, value: 25, says: Länets 26 kommuner}\n",
			"registry/sources/rapport.yaml:5: rapport line 15: it does not hold the figure\n\tthe line: Länets 26 kommuner samverkar med *Region Södra* i åtta fora.\n\texpected: 25",
		},
		"a claim without a line of its own": {
			"sources/rapport.yaml", "title: Samrådsgrupper\ntype: report\nsha256: " + hash(report) + "\nclaims:\n  - {id: kommuner, line: 16, metric: municipalities, value: 26}\n",
			"registry/sources/rapport.yaml:5: rapport line 16: it does not hold the figure\n\tthe line: \n\texpected: 26",
		},
	} {
		t.Run(name, func(t *testing.T) {
			registryFS, archive := world()
			registryFS[test.file] = &fstest.MapFile{Data: []byte(test.record)}
			faults := check(t, registryFS, archive)
			require.Len(t, faults, 1)
			assert.Contains(t, faults[0], test.want)
		})
	}
}

func TestDocumentsAndRecordsMustFit(t *testing.T) {
	t.Run("a document that has changed", func(t *testing.T) {
		registryFS, _ := world()
		faults := check(t, registryFS, fstest.MapFS{"000.txt": {Data: []byte(report + "mer\n")}})
		require.Len(t, faults, 2)
		assert.Equal(t, "000.txt: no source record has its hash, sha256: "+hash(report+"mer\n"), faults[0])
		assert.Equal(t, "sources/rapport.yaml: no document has the hash of source/rapport, sha256: "+hash(report), faults[1])
	})
	t.Run("a document that nobody cites", func(t *testing.T) {
		registryFS, archive := world()
		delete(registryFS, "agreements/fardtjanst.yaml")
		assert.Equal(t, []string{"rapport (000.txt): no line of it is cited"}, check(t, registryFS, archive))
	})
	t.Run("no documents", func(t *testing.T) {
		registryFS, _ := world()
		_, err := run(context.Background(), &bytes.Buffer{}, registryFS, fstest.MapFS{})
		assert.Error(t, err)
	})
}

func TestARuleMustCiteASourceThatExists(t *testing.T) {
	registryFS, archive := world()
	var out bytes.Buffer
	_, err := run(context.Background(), &out, registryFS, archive)
	require.NoError(t, err)
	assert.Contains(t, out.String(), "Cites[0]: rapport-2022 is not a source record of the registry\n")
}

func TestFigures(t *testing.T) {
	for _, test := range []struct {
		line     string
		min, max float64
		want     bool
	}{
		{"21 av 26 kommuner", 21, 21, true},
		{"21 av 26 kommuner", 2, 2, false},
		{"ca 90-100 roller", 90, 100, true},
		{"ca 90-100 roller", 90, 110, false},
		{"ett 20-tal olika", 20, 20, true},
		{"ett tjugotal länsövergripande", 20, 20, true},
		{"Ett tiotal roller", 10, 10, true},
		{"Sex personer", 6, 6, true},
		{"totalt åtta fora", 8, 8, true},
		{"sexton", 6, 6, false},
		{"25 % av tiden", 0.25, 0.25, true},
		{"cirka 25 procent", 0.25, 0.25, true},
		{"2,5 timmar", 2.5, 2.5, true},
		{"ungefär lika stora delar", 0.5, 0.5, true},
		{"inga tal alls", 0, 0, false},
	} {
		assert.Equal(t, test.want, figure{Min: test.min, Max: test.max}.in(test.line), "%s: %v–%v", test.line, test.min, test.max)
	}
}

func TestAListMayHoldTheFigure(t *testing.T) {
	d := &document{lines: strings.Split(report, "\n")}
	assert.Equal(t, 2, d.listAfter(20))
	assert.Equal(t, 0, d.listAfter(15))
	assert.True(t, figure{Min: 2, Max: 2}.counts(2))
	assert.False(t, figure{Min: 0, Max: 0}.counts(0))
}

// TestNoCitationIsMissed counts the `line` keys of the real registry's files:
// the walk through the records must meet as many.
func TestNoCitationIsMissed(t *testing.T) {
	fsys := os.DirFS("../../registry")
	loaded, err := load.Registry(context.Background(), fsys)
	require.NoError(t, err)
	met := map[string]int{}
	for _, c := range citations(loaded.Registry) {
		if c.line != 0 {
			met[c.place.File]++
		}
	}
	written := map[string]int{}
	for _, file := range loaded.Files {
		data, err := fs.ReadFile(fsys, file)
		require.NoError(t, err)
		var doc yaml.Node
		require.NoError(t, yaml.Unmarshal(data, &doc))
		if n := lineKeys(&doc); n > 0 {
			written[file] = n
		}
	}
	assert.NotEmpty(t, written)
	for file := range maps.Keys(written) {
		assert.Equal(t, written[file], met[file], file)
	}
}

func lineKeys(n *yaml.Node) int {
	count := 0
	for i, child := range n.Content {
		if n.Kind == yaml.MappingNode && i%2 == 0 && child.Value == "line" {
			count++
		}
		count += lineKeys(child)
	}
	return count
}
