package review_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// evidenceCase changes what one file says.
type evidenceCase struct {
	name, file, base, head string
	want                   outcome
}

func runEvidence(t *testing.T, rule string, cases []evidenceCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, judgeRule(t, rule, []string{c.file, c.base}, []string{c.file, c.head}))
		})
	}
}

const (
	ringFile = "groups/ringen.yaml"
	ring     = "name: Ringen för måltider\ntype: network\n"
	fromRapp = "sources: [{source: arsrapport-2024, section: \"4\"}]\n"
)

func TestDatesMadeVaguer(t *testing.T) {
	history := func(date string) string { return ring + "history: [{status: active, date: " + date + "}]\n" }
	runEvidence(t, "date-made-vaguer", []evidenceCase{
		{"a month for a day", ringFile, history("2023-05-15"), history("2023-05"), outcome{[]string{"history[0].date "}, 0, 1, 0}},
		{"an open end", ringFile, history("2023-05-15"), history("..2023-05-15"), outcome{[]string{"history[0].date "}, 0, 1, 0}},
		{"a day for a month", ringFile, history("2023-05"), history("2023-05-15"), outcome{nil, 1, 0, 0}},
		{"another day", ringFile, history("2023-05-15"), history("2023-06-15"), outcome{nil, 1, 0, 0}},
		{"another month that overlaps", ringFile, history("2023-05..2023-06"), history("2023-06..2023-07"), outcome{nil, 1, 0, 0}},
		{"another way to write it", ringFile, history("2023-05"), history("2023-05-01..2023-05-31"), outcome{}},
		{"unknown", ringFile, history("2023-05"), history("unknown"), outcome{}},
		{"an acceptance", "acknowledged.yaml", ack("until: 2025-12-31"), ack("until: 2025"), outcome{}},
		{"approved minutes", "meetings/tjanstemannastyrgruppen/2025-03-06.yaml", "status: held\nminutes: {approved: 2025-04-01}\ntime: 10:00\nended: {date: 2025-05-06}\n", "status: held\nminutes: {approved: 2025-04}\ntime: 10:00\nended: {date: 2025-05}\n", outcome{}},
	})
}

func TestAnswersWithdrawn(t *testing.T) {
	agreement := "title: Överenskommelse om prov\ntype: agreement\n"
	person := "type: official\n"
	runEvidence(t, "answer-withdrawn", []evidenceCase{
		{"removed", ringFile, ring + "level: regional\n", ring, outcome{[]string{" removed"}, 0, 1, 0}},
		{"not applicable", ringFile, ring + "level: regional\n", ring + "level: not-applicable\n", outcome{[]string{"level not-applicable"}, 0, 1, 0}},
		{"none is an answer", ringFile, ring + "level: regional\n", ring + "level: none\n", outcome{}},
		{"unknown is answered", ringFile, ring + "level: unknown\n", ring + "level: local\n", outcome{nil, 1, 0, 0}},
		{"unknown goes away", ringFile, ring + "level: unknown\n", ring, outcome{}},
		{"a whole list", ringFile, ring + "subject_areas: [aldre, barn-unga]\n", ring, outcome{[]string{" removed"}, 0, 1, 0}},
		{"a list that is unknown", ringFile, ring + "subject_areas: [aldre, barn-unga]\n", ring + "subject_areas: unknown\n", outcome{[]string{"subject_areas "}, 0, 1, 0}},
		{"one entry of a list", ringFile, ring + "subject_areas: [aldre, barn-unga]\n", ring + "subject_areas: [aldre]\n", outcome{}},
		{"a map", ringFile, ring + "structure: {meetings_per_year: 4}\n", ring, outcome{[]string{" removed"}, 0, 1, 0}},
		{"an attribute of a map", ringFile, ring + "structure: {meetings_per_year: 4, chair: fixed}\n", ring + "structure: {chair: fixed}\n", outcome{[]string{"structure removed"}, 0, 1, 0}},
		{"an attribute of an entry", "agreements/prov.yaml", agreement + "parties: [{organization: norrby, adoptions: [{state: adopted, date: 2024-01-01}]}]\n",
			agreement + "parties: [{organization: norrby, adoptions: [{state: adopted}]}]\n", outcome{[]string{"parties[0].adoptions[0] removed"}, 0, 1, 0}},
		{"a last day", ringFile, ring + "reports_to: [{to: group/barnforum, until: 2025-12-31}]\n", ring + "reports_to: [group/barnforum]\n", outcome{}},
		{"an end", ringFile, ring + "ended: {date: 2025-12-31}\n", ring, outcome{}},
		{"an alias", ringFile, ring + "aliases: [Matringen]\n", ring, outcome{}},
		{"a source", ringFile, ring + fromRapp, ring, outcome{}},
		{"a name over time", ringFile, ring, "names: [{name: Ringen för måltider, until: 2024-12-31}, {name: Matringen, from: 2025-01-01}]\ntype: network\n", outcome{}},
		{"ages as age groups", "agreements/prov.yaml", agreement + "ages: {from: 65}\n", agreement + "age_groups: [aldre]\n", outcome{}},
		{"parties", "agreements/prov.yaml", agreement + "parties: [norrby, soderby]\n", agreement, outcome{}},
		{"parties that are unknown", "agreements/prov.yaml", agreement + "parties: [norrby, soderby]\n", agreement + "parties: unknown\n", outcome{[]string{"parties "}, 0, 1, 0}},
		{"follow-up", "agreements/prov.yaml", agreement + "follow_up: {every: P1Y}\n", agreement, outcome{}},
		{"follow-up that is unknown", "agreements/prov.yaml", agreement + "follow_up: {every: P1Y}\n", agreement + "follow_up: unknown\n", outcome{[]string{"follow_up "}, 0, 1, 0}},
		{"how far a list is complete", ringFile, ring + "complete: {seats: 2025-01-01}\n", ring, outcome{}},
		{"a person who is erased", "representatives/alma.yaml", "name: Alma Prov\n" + person + "titles: [{title: Enhetschef}]\n", "name: {is: unknown, reason: erasure}\n" + person, outcome{nil, 1, 0, 0}},
		{"a person whose name is lost", "representatives/alma.yaml", "name: Alma Prov\n" + person, "name: unknown\n" + person, outcome{[]string{"name "}, 0, 1, 0}},
		{"the manifest", "vis.yaml", "schema: 1\nname: Prov\nlanguage: sv\napex: barnforum\n", "schema: 1\nname: Prov\nlanguage: sv\n", outcome{}},
	})
}

func TestSourcesRemoved(t *testing.T) {
	two := "sources: [{source: arsrapport-2024, section: \"4\"}, {source: protokoll-2024-11-14, section: \"7\"}]\n"
	entry := func(day, sources string) string {
		return ring + fromRapp + "history: [{status: active, date: " + day + sources + "}]\n"
	}
	cited := ", sources: [{source: protokoll-2024-11-14, section: \"7\"}]"
	runEvidence(t, "source-removed", []evidenceCase{
		{"one of two", ringFile, ring + two, ring + fromRapp, outcome{[]string{"sources "}, 0, 1, 0}},
		{"the only one", ringFile, ring + fromRapp, ring, outcome{[]string{" none"}, 0, 1, 0}},
		{"another section", ringFile, ring + fromRapp, ring + "sources: [{source: arsrapport-2024, section: \"5\"}]\n", outcome{[]string{"sources "}, 0, 1, 0}},
		{"another line and a quotation", ringFile, ring + fromRapp, ring + "sources: [{source: arsrapport-2024, section: \"4\", line: 7, says: Ringen}]\n", outcome{nil, 1, 0, 0}},
		{"a section that was missing", ringFile, ring + "sources: [{source: arsrapport-2024}]\n", ring + fromRapp, outcome{nil, 1, 0, 0}},
		{"added", ringFile, ring + fromRapp, ring + two, outcome{}},
		{"the fact changed", ringFile, ring + two + "level: local\n", ring + fromRapp + "level: regional\n", outcome{nil, 1, 0, 0}},
		{"something else came", ringFile, ring + two, ring + fromRapp + "level: regional\n", outcome{[]string{"sources "}, 0, 1, 0}},
		{"an entry", ringFile, entry("2023", cited), entry("2023", ""), outcome{[]string{"history[0] "}, 0, 1, 0}},
		{"an entry that changed", ringFile, entry("2023", cited), entry("2024", ""), outcome{nil, 1, 0, 0}},
		{"an entry whose record has it", ringFile, ring + two + "history: [{status: active, date: 2023" + cited + "}]\n", ring + two + "history: [{status: active, date: 2023}]\n", outcome{nil, 1, 0, 0}},
		{"moved to the entry that it is for", ringFile, ring + two + "history: [{status: active, date: 2023}]\n", entry("2023", cited), outcome{nil, 1, 0, 0}},
		{"for one attribute, which is the same", ringFile, ring + "sources: [{source: arsrapport-2024, section: \"4\", for: [level]}]\nlevel: local\n", ring + "level: local\n", outcome{[]string{" none"}, 0, 1, 0}},
		{"for an attribute that changed", ringFile, ring + "sources: [{source: arsrapport-2024, section: \"4\", for: [level]}]\nlevel: local\n", ring + "level: regional\n", outcome{nil, 1, 0, 0}},
		{"for another attribute than the one that changed", ringFile, ring + "sources: [{source: arsrapport-2024, section: \"4\", for: [type]}]\nlevel: local\n", ring + "level: regional\n", outcome{[]string{" none"}, 0, 1, 0}},
		{"leaves an inference", ringFile, ring + "sources: [{source: protokoll-2024-11-14}, {source: arsrapport-2024, basis: inference}]\n", ring + "sources: [{source: arsrapport-2024, basis: inference}]\n", outcome{[]string{"sources inferred"}, 0, 1, 0}},
		{"of an answer", ringFile, ring + "level: {is: unknown, sources: [{source: protokoll-2024-11-14}]}\n", ring + "level: unknown\n", outcome{[]string{"level none"}, 0, 1, 0}},
	})
}

func TestBasisWeakened(t *testing.T) {
	s := func(rest string) string { return ring + "sources: [" + rest + "]\nlevel: local\n" }
	runEvidence(t, "basis-weakened", []evidenceCase{
		{"stated, then inferred", ringFile, s("{source: arsrapport-2024}"), s("{source: arsrapport-2024, basis: inference}"), outcome{[]string{"sources "}, 0, 1, 0}},
		{"said to be stated before", ringFile, s("{source: arsrapport-2024, basis: stated}"), s("{source: arsrapport-2024, basis: inference}"), outcome{[]string{"sources "}, 0, 1, 0}},
		{"inferred, then stated", ringFile, s("{source: arsrapport-2024, basis: inference}"), s("{source: arsrapport-2024}"), outcome{nil, 1, 0, 0}},
		{"another one states it", ringFile, s("{source: arsrapport-2024}, {source: protokoll-2024-11-14}"), s("{source: arsrapport-2024, basis: inference}, {source: protokoll-2024-11-14}"), outcome{nil, 1, 0, 0}},
		{"of one attribute", ringFile, s("{source: arsrapport-2024, basis: inference}, {source: protokoll-2024-11-14, for: [level]}"), s("{source: arsrapport-2024, basis: inference}, {source: protokoll-2024-11-14, for: [level], basis: inference}"), outcome{[]string{"sources of"}, 0, 1, 0}},
		{"removed, which is told already", ringFile, s("{source: arsrapport-2024, basis: inference}, {source: protokoll-2024-11-14}"), s("{source: arsrapport-2024, basis: inference}"), outcome{nil, 1, 0, 0}},
		{"with the fact", ringFile, ring + "history: [{status: active, date: 2023, sources: [{source: protokoll-2024-11-14}]}]\n", ring + "history: [{status: active, date: 2024, sources: [{source: arsrapport-2024, basis: inference}]}]\n", outcome{[]string{"history[0].sources "}, 0, 1, 0}},
	})
}

func TestClaimsAltered(t *testing.T) {
	claim := func(source, rest string) string {
		return "title: Lägesbild\ntype: report\n" + source + "claims: [{id: tal, metric: local-groups, " + rest + "}]\n"
	}
	const file = "sources/lagesbild.yaml"
	dated := "date: 2025-04-07\n"
	hash := func(c string) string {
		out := "sha256: "
		for range 64 {
			out += c
		}
		return out + "\n"
	}
	runEvidence(t, "claim-altered", []evidenceCase{
		{"what it is of", file, claim(dated, "value: 12, as_of: 2024"), claim(dated, "value: 12, as_of: 2025"), outcome{[]string{"claims[0].as_of "}, 0, 1, 0}},
		{"a day more exact", file, claim(dated, "value: 12, as_of: 2025"), claim(dated, "value: 12, as_of: 2025-04-01"), outcome{nil, 1, 0, 0}},
		{"a share that was missing", file, claim(dated, "value: 12"), claim(dated, "value: 12, of: 26"), outcome{nil, 1, 0, 0}},
		{"the passage", file, claim(dated, "value: 12, section: '1', says: tolv"), claim(dated, "value: 12, section: '2', says: ett dussin"), outcome{nil, 2, 0, 0}},
		{"removed", file, claim(dated, "value: 12"), "title: Lägesbild\ntype: report\n" + dated, outcome{[]string{" removed"}, 0, 1, 0}},
		{"another edition", file, claim(dated, "value: 12"), claim("date: 2025-05-07\n", "value: 13"), outcome{nil, 1, 0, 0}},
		{"retrieved anew", file, claim("retrieved: 2025-04-07\n", "value: 12"), claim("retrieved: 2025-05-07\n", "value: 13"), outcome{nil, 0, 0, 1}},
		{"retrieved anew, and the same document", file, claim(hash("a")+"retrieved: 2025-04-07\n", "value: 12"), claim(hash("a")+"retrieved: 2025-05-07\n", "value: 13"), outcome{[]string{"claims[0].value "}, 0, 1, 0}},
		{"another document", file, claim(hash("a"), "value: 12"), claim(hash("b"), "value: 13"), outcome{nil, 1, 0, 0}},
	})
	page := func(rest string) string { return "title: Sidan\ntype: web-page\n" + rest }
	runEvidence(t, "source-document-changed", []evidenceCase{
		{"a page", file, page(hash("a")), page(hash("b")), outcome{[]string{"sha256 page"}, 0, 1, 0}},
		{"a page retrieved anew", file, page(hash("a") + "retrieved: 2025-01-01\n"), page(hash("b") + "retrieved: 2025-05-01\n"), outcome{nil, 1, 0, 0}},
		{"a report retrieved anew", file, "title: R\ntype: report\nretrieved: 2025-01-01\n" + hash("a"), "title: R\ntype: report\nretrieved: 2025-05-01\n" + hash("b"), outcome{[]string{"sha256 "}, 0, 1, 0}},
		{"a hash that was missing", file, page(""), page(hash("b")), outcome{}},
	})
}
