package rules_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vis-samverkan/vis/pkg/example"
	"github.com/vis-samverkan/vis/pkg/render"
	"github.com/vis-samverkan/vis/pkg/rules"
	"github.com/vis-samverkan/vis/pkg/text"
)

const (
	cited    = "sources:\n  - {source: arsrapport-2024, section: \"2\"}\n"
	decided  = "title: Ett ärende\nstate: decided\nmatter: "
	steering = "\nbody: group/tjanstemannastyrgruppen\n"
	letter   = "title: Avsiktsförklaring om vårdlokaler\ntype: letter-of-intent\nparties: [region-exempel, soderby]\n"
	signed   = "signatures:\n  - {organization: region-exempel, signatory: Direktören, place: Norrby, date: 2024-05-06}\n"
	both     = signed + "  - {organization: soderby, signatory: Direktören, place: Norrby, date: 2024-05-06}\n"
	acceding = letter + both + "accessions:\n  - organization: osterby\n"
)

// TestDecisionsAndAccessions lays one file over the base of the examples, and
// tells what the rules of decisions and of cooperation between counties find.
func TestDecisionsAndAccessions(t *testing.T) {
	base := parse(t, rules.BaseExample())
	about := []string{
		"decision-state-complete", "decision-body-competent", "decision-meeting-agrees", "letter-signed-complete", "accession-consent",
	}
	for name, test := range map[string]struct {
		path, text string
		want       []string
	}{
		"unknown is an answer":          {"decisions/x.yaml", decided + "plan\nbody: unknown\ndate: unknown\n", nil},
		"a proposal without anything":   {"decisions/x.yaml", "title: Förslag\nstate: proposed\n", []string{"decision-state-complete  error "}},
		"tabled by nobody":              {"decisions/x.yaml", "title: Förslag\nstate: tabled\nbody: none\ndate: 2024\n", []string{"decision-state-complete  error body"}},
		"state unknown":                 {"decisions/x.yaml", "title: Förslag\nstate: unknown\n", nil},
		"the wrong body":                {"decisions/x.yaml", decided + "plan" + steering + "date: 2025-03-01\n", []string{"decision-body-competent  error body"}},
		"before the guideline":          {"decisions/x.yaml", decided + "plan" + steering + "date: 2024-03-01\n", nil},
		"around the guideline":          {"decisions/x.yaml", decided + "plan" + steering + "date: 2024-12..2025-01\n", nil},
		"a matter of nobody's":          {"decisions/x.yaml", decided + "closure" + steering + "date: 2025-03-01\n", nil},
		"no matter":                     {"decisions/x.yaml", decided + "not-applicable" + steering + "date: 2025-03-01\n", nil},
		"after the view's day":          {"decisions/x.yaml", decided + "plan" + steering + "date: 2025-07-01\n", nil},
		"before the group existed":      {"decisions/x.yaml", decided + "accession\nbody: group/samrad-aldre\ndate: 2024-12-31\n", []string{"decision-body-competent early error body"}},
		"another group's meeting":       {"decisions/x.yaml", decided + "plan\nbody: group/politiska-styrgruppen\ndate: 2024-11-14\nmeeting: tjanstemannastyrgruppen/2024-11-14\n", []string{"decision-meeting-agrees  error body"}},
		"an organization's decision":    {"decisions/x.yaml", decided + "plan\nbody: organization/hsf\ndate: 2024-11-14\nmeeting: tjanstemannastyrgruppen/2024-11-14\n", []string{"decision-meeting-agrees  error body"}},
		"another day":                   {"decisions/x.yaml", decided + "guideline" + steering + "date: 2024-12\nmeeting: tjanstemannastyrgruppen/2024-11-14\n", []string{"decision-meeting-agrees day error date"}},
		"perhaps the day":               {"decisions/x.yaml", decided + "guideline" + steering + "date: 2024-11\nmeeting: tjanstemannastyrgruppen/2024-11-14\n", nil},
		"a proposal at a meeting":       {"decisions/x.yaml", "title: Förslag\nstate: proposed\nproposed_by: unknown" + steering + "meeting: tjanstemannastyrgruppen/2024-11-14\n", nil},
		"another decision's item":       {"meetings/tjanstemannastyrgruppen/2024-11-14.yaml", "status: held\nagenda:\n  - {id: riktlinje, title: Ärende, about: [decision/handlingsplan]}\n", []string{"decision-meeting-agrees item error meeting"}},
		"its own item among others":     {"meetings/tjanstemannastyrgruppen/2024-11-14.yaml", "status: held\nagenda:\n  - {id: riktlinje, title: Ärende, about: [decision/handlingsplan, decision/riktlinje]}\n", nil},
		"an item that may say more":     {"meetings/tjanstemannastyrgruppen/2024-11-14.yaml", "status: held\nagenda:\n  - {id: riktlinje, title: Ärende, about: [decision/handlingsplan, unknown]}\n", nil},
		"one has not signed":            {"agreements/x.yaml", letter + signed, []string{"letter-signed-complete  warning signatures"}},
		"signed through another":        {"agreements/x.yaml", strings.Replace(letter, "soderby", "{organization: soderby, acts_through: norrby}", 1) + strings.Replace(both, "soderby", "norrby", 1), nil},
		"signed nowhere":                {"agreements/x.yaml", letter + strings.Replace(both, "place: Norrby", "place: none", 1), []string{"letter-signed-complete parts warning signatures[0]"}},
		"where it was signed unknown":   {"agreements/x.yaml", letter + strings.ReplaceAll(both, "place: Norrby", "place: unknown"), nil},
		"a form":                        {"agreements/x.yaml", letter + strings.ReplaceAll(signed, "date: 2024-05-06", "date: unknown"), nil},
		"an empty form":                 {"agreements/x.yaml", letter + strings.ReplaceAll(signed, "date: 2024-05-06", "date: none"), nil},
		"a party that came later":       {"agreements/x.yaml", strings.Replace(letter, "soderby", "{organization: soderby, from: 2025-01-01}", 1) + signed, nil},
		"to be signed":                  {"agreements/x.yaml", letter + strings.ReplaceAll(signed, "2024-05-06", "2025-09-01"), nil},
		"a proposed accession":          {"agreements/x.yaml", acceding + "    consents: [{organization: osterby, decision: unknown}, {organization: soderby, decision: anslutning-soderby}]\n", []string{"accession-consent remains info accessions[0].consents"}},
		"consents not recorded":         {"agreements/x.yaml", acceding + "    effective: 2025-01-01\n", nil},
		"in effect without consent":     {"agreements/x.yaml", acceding + "    effective: 2025-01-01\n    consents: [{organization: osterby, decision: unknown}, {organization: soderby}, {organization: region-exempel, decision: unknown}]\n", []string{"accession-consent  error accessions[0].consents[1]"}},
		"listed as a party":             {"agreements/x.yaml", strings.Replace(acceding, "[region", "[{organization: osterby, from: 2025-01-01}, region", 1) + "    consents: none\n", []string{"accession-consent  error accessions[0].consents"}},
		"in effect before the last":     {"agreements/x.yaml", acceding + "    effective: 2024-10-01\n    consents: [{organization: osterby, decision: anslutning-osterby}, {organization: soderby, decision: anslutning-soderby}, {organization: region-exempel, decision: unknown}]\n", []string{"accession-consent too-soon error accessions[0].effective"}},
		"all that is left is not known": {"agreements/x.yaml", acceding + "    effective: unknown\n    consents: [{organization: osterby, decision: unknown}, {organization: soderby, decision: unknown}, {organization: region-exempel, decision: unknown}]\n", nil},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, f := range validate(t, base, base.AsOf, []example.File{{Path: test.path, Text: test.text + cited}}) {
				if slices.Contains(about, f.Spec.ID) {
					got = append(got, f.Spec.ID+" "+f.Variant+" "+f.Severity.String()+" "+f.Path.String())
				}
			}
			assert.Equal(t, test.want, got)
		})
	}
}

// TestPersonalDataIsNotSpread hides personal data in every corner of a
// registry, and checks that it is found and that nothing that is printed
// repeats it.
func TestPersonalDataIsNotSpread(t *testing.T) {
	base := parse(t, rules.BaseExample())
	files := []example.File{
		{Path: "groups/x.yaml", Text: "name: Nätverket\ntype: network\nreports_to: {is: unknown, candidates: [asa@norrby.example], reason: \"Fråga 070-174 06 05.\", sources: [{source: arsrapport-2024, says: 121212-1212}]}\n" +
			"contact_page: https://norrby.example/?fran=asa@norrby.example\naliases: [Nätet 12\u200b1212-1212, Nät]\nnote: {sv: Se https://social.example/@norrby., en: Call +46 8 465 004 00.}\n" + cited},
		{Path: "sources/x.yaml", Text: "title: Brev\ntype: letter\ndate: 2024-01-01\nreference: 121212-1212\nsha256: 1212121212\n"},
		{Path: "acknowledged.yaml", Text: "- {fingerprint: 1212121212121212, rule: ref-resolves, reason: Enligt asa@norrby.example, by: Åsa}\n"},
	}
	var got []string
	run := &render.Run{}
	for _, f := range validate(t, base, base.AsOf, files) {
		if f.Spec.ID != "personal-data-minimal" {
			continue
		}
		run.Findings = append(run.Findings, f)
		got = append(got, f.File+" "+f.Path.String()+" "+f.Variant+" "+f.Args["masked"].(string))
	}
	assert.Equal(t, []string{
		"acknowledged.yaml [0].reason email a…@…",
		"groups/x.yaml aliases[0]  12…",
		"groups/x.yaml note phone +46…",
		"groups/x.yaml reports_to  12…",
		"groups/x.yaml reports_to email a…@…",
		"groups/x.yaml reports_to phone 07…",
	}, got)
	var b strings.Builder
	lines := func(name string) (out [][]byte) {
		for _, f := range files {
			if f.Path == name {
				for line := range strings.Lines(f.Text) {
					out = append(out, []byte(line))
				}
			}
		}
		return out
	}
	assert.NoError(t, render.FindingsText{Lang: text.Swedish, Path: func(s string) string { return s }, Lines: lines}.Write(&b, run))
	assert.NoError(t, render.FindingsJSON(&b, run, text.English))
	assert.NotContains(t, b.String(), "norrby.example")
	assert.NotContains(t, b.String(), "1212-1212")
	assert.NotContains(t, b.String(), "174 06")
	assert.NotContains(t, b.String(), "465 004")
	assert.Contains(t, b.String(), "groups/x.yaml")
}
