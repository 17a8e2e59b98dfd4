package load_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/text"
)

// bomb is a small text that stands for 9^9 values.
func bomb() string {
	var b strings.Builder
	b.WriteString("name: Bomb\ntype: working\na: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n")
	for c := 'b'; c <= 'i'; c++ {
		before := "*" + string(c-1)
		fmt.Fprintf(&b, "%c: &%c [%s%s]\n", c, c, strings.Repeat(before+", ", 8), before)
	}
	return b.String()
}

// TestCostIsBounded reads texts that blow up in other readers. A text may cost
// a fixed amount per byte and no more: each of these takes a tenth of a second,
// and what grows with the square takes more than the limit.
func TestCostIsBounded(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	fill := func(s string) string { return strings.Repeat(s, 150_000/len(s)) }
	fillMore := func(s string) string { return strings.Repeat(s, 400_000/len(s)) }
	for name, body := range map[string]string{
		"duplicate keys, one a line":    fillMore("name: x\n"),
		"duplicate keys, all on a line": "{" + fillMore("name: x, ") + "}",
		"unknown keys":                  "{" + fill("abcdefgh, ") + "}",
		"table":                         "severity: {" + fill("x: y, ") + "}",
		"wrong words on one line":       "admits: [" + fill("public, ") + "]",
		"wrong words, åäö":              "admits: [" + fill("åäö, ") + "]",
		"entries":                       "seats: [" + fill("a,") + "]",
		"nested entries":                "names: [" + strings.Repeat("{sources: ["+strings.Repeat("a,", 1000)+"]},", 200) + "]",
		"maps":                          "seats: [" + fill("{id: a, role: x}, ") + "]",
		"anchors":                       "seats: [" + fill("&a b, ") + "]",
		"aliases":                       "seats: [&a b, " + fill("*a, ") + "]",
		"merge keys":                    "{a: &a {b: c}, " + fill("<<: *a, ") + "}",
		"bomb":                          bomb(),
		"circle":                        "seats: &a [*a, {to: *a}]\n? *a\n: *a\n",
		"tags":                          "seats: [" + fill("!x a, ") + "]",
		"open lists":                    fill("["),
		"open maps":                     fill("{a: "),
		"dashes":                        fill("- "),
		"question marks":                fill("? "),
		"nested within the limit":       "note: " + strings.Repeat("[", 9_000) + strings.Repeat("]", 9_000),
		"nested maps as keys":           strings.Repeat("? ", 4_000) + "a",
		"comments":                      "name: x\n" + fill("# å\n"),
		"long text":                     "name: " + fill("å ä ö "),
		"long key":                      fill("å") + ": x",
		"escapes":                       "name: \"" + fill("\\u00e5"),
		"hidden":                        fill("\u200b\n"),
		"hidden on one line":            fill("\u200b"),
		"controls":                      fill("\x01"),
		"lone CR":                       fill("a\r"),
		"documents":                     fill("---\na: b\n"),
		"NUL":                           fill("\x00"),
	} {
		file := "groups/prov.yaml"
		if strings.HasPrefix(body, "severity") {
			file = "vis.yaml"
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		start := time.Now()
		findings := read(t, folder(file, body)).Findings
		locate(t, folder(file, body), file, "seats[3].to.severity.x", false)
		assert.Less(t, time.Since(start), 10*time.Second, name)
		runtime.ReadMemStats(&after)
		assert.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(300<<20), name)
		assert.LessOrEqual(t, len(findings), 1001, name)
		assert.NotEmpty(t, findings, name)
	}
}

// TestManyFindings keeps the first thousand of a file and counts the rest.
func TestManyFindings(t *testing.T) {
	body := "name: x\ntype: working\nadmits:\n" + strings.Repeat("  - å\n", 1000)
	findings := read(t, folder("groups/prov.yaml", body)).Findings
	assert.Len(t, findings, 1000)

	findings = read(t, folder("groups/prov.yaml", body+"  - ä\n")).Findings
	require.Len(t, findings, 1001)
	assert.Equal(t, "groups/prov.yaml:1004:5 yaml-unreadable more filen har ett fynd till, från och med den här platsen; de visas när de första är rättade", say(findings[1000], text.Swedish))

	findings = read(t, folder("groups/prov.yaml", body+strings.Repeat("  - ä\n", 2500), "groups/annan.yaml", "name: x\ntype: å\n")).Findings
	require.Len(t, findings, 1002)
	assert.Equal(t, "groups/prov.yaml:1004:5 yaml-unreadable more the file has 2,500 findings more, from this place on; they are shown when the first are mended", say(findings[1001], text.English))
}

// TestManyEntries reads fifty thousand entries, of one list or of several.
func TestManyEntries(t *testing.T) {
	res := read(t, folder("groups/prov.yaml", "name: x\ntype: working\naliases: ["+strings.Repeat("å, ", 50_000)+"]\n"))
	assert.Empty(t, golden(res.Findings))
	assert.Len(t, res.Registry.Groups[0].Aliases.Items, 50_000)

	res = read(t, folder("groups/prov.yaml", "name: x\ntype: working\naliases: ["+strings.Repeat("å, ", 50_000)+"]\npreviously: [a, b]\nadmits: å\n"))
	assert.Equal(t, []string{"4:14-15 yaml-unreadable entries"}, short(res.Findings))
	assert.Len(t, res.Registry.Groups[0].Aliases.Items, 50_000)
	assert.Empty(t, res.Registry.Groups[0].Previously.Items)
}

// TestLargestFile reads four mebibytes and not a byte more, whatever the file
// system says of the size.
func TestLargestFile(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	head := "name: x\ntype: working\nnote: "
	body := head + strings.Repeat("a", 4<<20-len(head))
	assert.Empty(t, found(t, body))
	assert.Equal(t, []string{"1:1-2 yaml-unreadable too-large"}, found(t, body+"a"))
}
