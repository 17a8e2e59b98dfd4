package load_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestPositionsWhileDecoding states, for every way of writing YAML, the line,
// the first column and the column after the last one of what is wrong. Columns
// count code points: å is one, an emoji is one, a combining mark is one.
func TestPositionsWhileDecoding(t *testing.T) {
	const head = "name: Prov\ntype: working\n"
	for _, c := range []struct{ name, body, want string }{
		{"value", "level: ⟦lokalt⟧", "value-not-allowed near"},
		{"key", "⟦levle⟧: local", "field-unknown near"},
		{"åäö before", "seats: [{id: a, post: Förvaltningschef på Södermalm, role: ⟦ledare⟧}]", "value-not-allowed"},
		{"åäö in it", "seats: [{id: a, role: ⟦ordförande⟧}]", "value-not-allowed label"},
		{"emoji before", "seats: [{id: a, post: \"😀👍🏽\", role: ⟦x⟧}]", "value-not-allowed"},
		{"emoji in it", "level: ⟦😀😀⟧", "value-not-allowed"},
		{"combining mark before", "seats: [{id: a, post: \"A\u030alid\", role: ⟦x⟧}]", "value-not-allowed"},
		{"combining mark in it", "level: ⟦la\u0308net⟧", "value-not-allowed"},
		{"tab before the value", "level:\t⟦länet⟧", "value-not-allowed"},
		{"tab in a comment and after the value", "level: ⟦länet⟧\t# tabb\thär\nsubregional: ⟦ja⟧\t#\t", "value-not-allowed, field-wrong-type"},
		{"tabs in a flow list", "admits: [\t⟦\"å\"⟧,\t⟦x⟧\t]", "value-not-allowed, value-not-allowed"},
		{"comments with åäö above", "# å ä ö 😀\n\n# Ö\nlevel: ⟦x⟧ # ä", "value-not-allowed"},
		{"double quotes", `level: ⟦"länet"⟧`, "value-not-allowed"},
		{"escapes count as written", `level: ⟦"l\u00e4n\"et"⟧`, "value-not-allowed"},
		{"escapes before", `seats: [{id: a, post: "\"å\"\n\x41", role: ⟦x⟧}]`, "value-not-allowed"},
		{"single quotes", `level: ⟦'län''et'⟧`, "value-not-allowed"},
		{"doubled quotes before", `seats: [{id: a, post: 'd''Ö', role: ⟦x⟧}]`, "value-not-allowed"},
		{"hash and colon in a plain text", "seats: [{id: a, post: a#b:c, role: ⟦x⟧}]", "value-not-allowed"},
		{"literal block", "level: ⟦|⟧\n  länet", "value-not-allowed"},
		{"folded block", "level: ⟦>-⟧  # å\n  länet\n  är", "value-not-allowed"},
		{"after a block", "assignment: |\n  Å ä ö\n\n  mer: text # ingen kommentar\nlevel: ⟦x⟧", "value-not-allowed"},
		{"after a folded block", "assignment: >+\n  Å\n\n\nlevel: ⟦x⟧", "value-not-allowed"},
		{"plain text on two lines", "level: ⟦länet och⟧\n  mer därtill\nsubregional: ⟦å⟧", "value-not-allowed, field-wrong-type"},
		{"quoted text on two lines", "level: ⟦\"länet och⟧\n  mer\"\nsubregional: ⟦'å⟧\n\n  ä'", "value-not-allowed, field-wrong-type"},
		{"value on the next line", "level:\n  ⟦länet⟧", "value-not-allowed"},
		{"block list", "admits:\n- ⟦å⟧\n-   ⟦ä⟧\n- ⟦-⟧ ö", "value-not-allowed, value-not-allowed, field-wrong-type"},
		{"block map in a list", "seats:\n  - ⟦role⟧: chair\n    side: ⟦å⟧", "field-missing, value-not-allowed"},
		{"block map under a key", "ended:\n  ⟦å⟧: 1", "field-unknown"},
		{"missing in a map, at its key", "⟦communication⟧:\n  per_year: 4", "field-missing"},
		{"missing in a flow map, at its key", "⟦communication⟧: {per_year: 4}", "field-missing"},
		{"missing in an entry, at its bracket", "seats: [ ⟦{⟧role: chair} ]", "field-missing"},
		{"in a table", "terms_of_reference: {purposes: {å: {⟦x⟧: 1}}}", "field-unknown"},
		{"flow map on many lines", "structure: {\n  chair: {\n    model: ⟦å⟧,\n  },\n}", "value-not-allowed"},
		{"flow list on many lines", "admits: [⟦å⟧\n  , ⟦x\u00a0y⟧\n]", "value-not-allowed, value-not-allowed"},
		{"flow map where a text stands", "level: ⟦{⟧å: ä}", "field-wrong-type"},
		{"block map where a text stands", "⟦level⟧:\n  å: ä", "field-wrong-type"},
		{"block list where a text stands", "⟦level⟧:\n  - å", "field-wrong-type"},
		{"nothing, at the key", "⟦level⟧:\n⟦admits⟧:", "field-wrong-type empty, field-wrong-type empty"},
		{"nothing with a comment", "⟦level⟧: # å\n  # ä", "field-wrong-type empty"},
		{"null", "level: ⟦null⟧\nsubregional: ⟦~⟧", "field-wrong-type empty, field-wrong-type empty"},
		{"empty text", `assignment: ⟦""⟧`, "field-wrong-type empty"},
		{"nothing in a list, at its dash", "admits:\n  ⟦-⟧\n  - provider", "field-wrong-type empty-entry"},
		{"complex key", "? ⟦[⟧å, ä]\n: x", "field-wrong-type key"},
		{"explicit key", "? ⟦levle⟧\n: x", "field-unknown near"},
		{"quoted key", `⟦"levle"⟧: x`, "field-unknown near"},
		{"tag", "level: ⟦!!str⟧ local", "field-wrong-type tag"},
		{"tag of a map", "ended: ⟦!post⟧ {⟦å⟧: 1}", "field-wrong-type tag, field-unknown"},
		{"anchor and alias", "assignment: ⟦&a⟧ text\nnote: ⟦*a⟧", "yaml-unreadable anchor, yaml-unreadable alias"},
		{"anchor of a block map", "ended: ⟦&a⟧\n  note: ⟦\"\"⟧", "yaml-unreadable anchor, field-wrong-type empty"},
		{"duplicate", "level: local\n⟦\"level\"⟧: local", "key-duplicate"},
		{"hidden in the text", "note: å⟦\u200b⟧ä", "text-hidden-character"},
		{"hidden as an escape", `note: ⟦"å\u200bä"⟧`, "text-hidden-character"},
		{"end mark", "...", ""},
		{"directive and start mark", "note: å\n⟦---⟧", "yaml-unreadable several"},
	} {
		t.Run(c.name, func(t *testing.T) {
			at(t, head+c.body, c.want)
			at(t, head+c.body+"\n", c.want)
			at(t, strings.ReplaceAll(head+c.body+"\n", "\n", "\r\n"), c.want)
			at(t, "\ufeff"+head+c.body, c.want)
		})
	}
}

// at checks that the findings in a text are those wanted, and stand where the
// text has ⟦…⟧.
func at(t *testing.T, marked, want string) {
	t.Helper()
	var wants []string
	rules := strings.Split(want, ", ")
	line, column, from := 1, 1, 0
	for _, r := range marked {
		switch r {
		case '⟦':
			from = column
		case '⟧':
			rule := "a rule for each mark"
			if len(wants) < len(rules) {
				rule = rules[len(wants)]
			}
			wants = append(wants, fmt.Sprintf("%d:%d-%d %s", line, from, column, rule))
		case '\ufeff':
		case '\n':
			line, column = line+1, 1
		default:
			column++
		}
	}
	body := strings.NewReplacer("⟦", "", "⟧", "").Replace(marked)
	assert.Equal(t, strings.Join(wants, "\n"), strings.Join(found(t, body), "\n"), "%.200q", body)
}

// TestPositionsOnTheFirstLine is where a byte order mark would show.
func TestPositionsOnTheFirstLine(t *testing.T) {
	for _, body := range []string{"naem: Å\ntype: working\n", "\ufeffnaem: Å\ntype: working\n"} {
		assert.Equal(t, []string{"1:1-2 field-missing", "1:1-5 field-unknown near"}, found(t, body))
	}
	at(t, "\ufeff{name: Å, type: ⟦åäö⟧}", "value-not-allowed")
}

// TestPositionsInALongLine looks behind thousands of characters of several bytes.
func TestPositionsInALongLine(t *testing.T) {
	for _, n := range []int{1, 255, 256, 257, 1023, 1024, 1025, 5000} {
		at(t, "{name: \""+strings.Repeat("å😀", n)+"\", type: ⟦åäö⟧}", "value-not-allowed")
	}
}

// TestPositionsOfSyntaxErrors are those of the second parser: the place to
// look at, never the end of the file.
func TestPositionsOfSyntaxErrors(t *testing.T) {
	for _, c := range []struct{ body, want string }{
		{"name: Täby⟦:⟧ kommun\n", "yaml-unreadable syntax"},
		{"name: ⟦\"⟧å\nb: c\n\n\n", "yaml-unreadable syntax"},
		{"name: ⟦'⟧å\nb: c", "yaml-unreadable syntax"},
		{"name: å\nnote: 'it'⟦s⟧'\n", "yaml-unreadable syntax"},
		{"name: ⟦@⟧å\n", "yaml-unreadable syntax"},
		{"name: ⟦@⟧å\t# tabb\n", "yaml-unreadable syntax"},
		{"name: å\nseats: [{id: a⟦,⟧\n\n", "yaml-unreadable syntax"},
		{"name:\n  - å\n ⟦t⟧ype: x\n", "yaml-unreadable syntax"},
		{"name: å\n⟦\t⟧type: x\n", "yaml-unreadable tab"},
		{"name:\n  å: 1\n ⟦\t⟧ ä: 2\n", "yaml-unreadable tab"},
		{"name: å\n⟦\t⟧\n", "yaml-unreadable tab"},
		{"å: ⟦*⟧ä\n", "yaml-unreadable alias"},
		{"å: ⟦&⟧ ä\n", "yaml-unreadable anchor"},
		{"\ufeffå: b⟦:⟧ c\n", "yaml-unreadable syntax"},
		{"name: å\r\nnote: a⟦:⟧ b\r\n", "yaml-unreadable syntax"},
		{"name: å⟦\u0085⟧note⟦:⟧ b\n", "text-hidden-character, yaml-unreadable syntax"},
		{"name: å⟦\u2028⟧x⟦:⟧ y\n", "text-hidden-character, yaml-unreadable syntax"},
		{"name: å⟦\x07⟧⟦:⟧ y\n", "text-hidden-character, yaml-unreadable syntax"},
		{strings.Repeat("[", 10_000) + "⟦[⟧" + strings.Repeat("[", 10_000), "yaml-unreadable deep"},
	} {
		at(t, c.body, c.want)
	}
	assert.Equal(t, []string{"1:1-2 field-missing", "3:1-2 yaml-unreadable syntax"}, found(t, "name: å\n...\ntype: x\n"))
}
