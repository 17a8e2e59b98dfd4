package cli

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
)

// dialogue runs a command on a terminal of 70 columns where a person gives
// answers, one a line.
func dialogue(t *testing.T, dir string, answers []string, args ...string) result {
	t.Helper()
	var out, said strings.Builder
	code := Run(t.Context(), Env{
		Args: args, Dir: dir, In: strings.NewReader(strings.Join(answers, "\n") + "\n"), Out: &out, Err: &said,
		Getenv: func(name string) string { return map[string]string{"LANG": "sv_SE.UTF-8", "NO_COLOR": "1"}[name] },
		Today:  edtf.DayOf(2026, 11, 22), Terminal: true, Width: 70,
	})
	return result{code, out.String(), said.String()}
}

func readFile(t *testing.T, parts ...string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(parts...))
	require.NoError(t, err)
	return string(b)
}

// TestEveryMustHasAFlag: what a kind cannot do without can be given by a flag of
// its own, so that a script needs no --set for it.
func TestEveryMustHasAFlag(t *testing.T) {
	own := map[string]bool{}
	for _, o := range ownFlags {
		own[o.key] = true
	}
	for _, k := range model.RecordKinds() {
		for _, f := range model.Fields(k).Fields {
			assert.True(t, !f.Must || own[f.Key], "%s.%s", k, f.Key)
		}
		for _, key := range alsoAsked[k] {
			_, ok := model.Fields(k).Field(key)
			assert.True(t, ok, "%s.%s", k, key)
		}
	}
}

func TestNewAsks(t *testing.T) {
	dir := copyOf(t, map[string]string{"vis.yaml": readFile(t, small, "vis.yaml") + "required:\n  group.consultation: [subject_areas, terms_of_reference, structure.chair]\n"})
	r := dialogue(t, dir, []string{
		"", "Samrådsgruppen för barn & unga", // a name cannot be passed over
		"Barngruppen",
		"samrådsgrup", "samrådsgrupp", // a near miss is told of
		"",                              // no level
		"?", "styrgrupp", "Styrgruppen", // a name is enough
		"barn", "Barns och ungas hälsa",
		"txt=Alla barn; status=x", "text=Alla barn; status=aktuellt",
		"växlande",
		"", "arsrapprt", "arsrapport#3",
		"Barn", "", // an id that is none, and the one that is proposed
		"j",
	}, "new", "grupp")
	assert.Equal(t, ExitClean, r.code, r.err)
	assert.Equal(t, `name: Samrådsgruppen för barn & unga
short_name: Barngruppen
type: consultation
reports_to:
  - group/styrgruppen
subject_areas:
  - barn-unga
terms_of_reference:
  text: Alla barn
  status: current
structure:
  chair: alternating
sources:
  - source: arsrapport
    section: "3"
`, readFile(t, dir, "registry/groups/samradsgruppen-for-barn-unga.yaml"))
	for _, said := range []string{
		"Namn (name): ", "kan inte vara utan uppgiften", "Slags grupp (type)\n  political-steering (politisk styrgrupp), ",
		"menades consultation (samrådsgrupp)?", "Nivå (level, valfritt)", "menades group/styrgruppen?", "Skriv ett id eller ett namn: ",
		"Sakområden (subject_areas, krävs i vis.yaml)", "Varje sakpost behöver en källa.", "menades source/arsrapport?", "”Barn” är inget id", "skriv ”barn”", "Skriva filen? [j/N] ",
	} {
		assert.Contains(t, strings.Join(strings.Fields(r.err), " "), strings.Join(strings.Fields(said), " "))
	}
	for line := range strings.Lines(r.err) {
		if !strings.Contains(line, ": ") && !strings.HasPrefix(line, "> ") { // an answer is not echoed, so that prompts run together
			assert.LessOrEqual(t, len([]rune(line)), 71, line)
		}
	}
	assert.Equal(t, "Skrivet i registry/groups/samradsgruppen-for-barn-unga.yaml.\n", r.out)
	assert.Equal(t, ExitClean, vis(t, dir, "fmt", "--check").code)
}

func TestNewStopsWithoutAYes(t *testing.T) {
	for name, test := range map[string]struct {
		answers []string
		code    int
		says    string
	}{
		"no":               {[]string{"Norrbys svar", "letter", "", "", "", "", "nej"}, ExitClean, "ingenting skrevs"},
		"the input ends":   {[]string{"Norrbys svar", "letter"}, ExitFailure, "avbrutet; ingenting skrevs"},
		"personal data":    {[]string{"Åsa, 811218-9876", "Svaret", "letter", "", "", "", "", "n"}, ExitClean, "hör hemma i registret"},
		"hostile":          {[]string{"Svar \x1b[31mrött", "letter", "", "", "", "", "j"}, ExitFailure, "ett tecken som inte syns (U+001B)"},
		"an address of no": {[]string{"Svar", "letter", "", "", "javascript:x", "", "", "n"}, ExitClean, "ingen webbadress"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := copyOf(t, nil)
			before, err := os.ReadDir(filepath.Join(dir, "registry/sources"))
			require.NoError(t, err)
			r := dialogue(t, dir, test.answers, "new", "källa")
			assert.Equal(t, test.code, r.code, r.err)
			assert.Contains(t, r.err, test.says)
			assert.NotContains(t, r.err, "811218-9876")
			assert.NotContains(t, r.err, "\x1b")
			after, err := os.ReadDir(filepath.Join(dir, "registry/sources"))
			require.NoError(t, err)
			assert.Len(t, after, len(before))
		})
	}
}

// TestNewIsMended: what would be an error can be corrected on the spot, so that
// no answer is lost.
func TestNewIsMended(t *testing.T) {
	dir := copyOf(t, nil)
	r := dialogue(t, dir, []string{
		"Anta avtalet", "proposed", "", "", "", "", "", "arsrapport#3", "", // neither who proposed it nor who decides
		"proposed_by=Styrgrupen", "proposed_by=Styrgruppen", "body=unknown", "j",
	}, "new", "beslut")
	assert.Equal(t, ExitClean, r.code, r.err)
	assert.Contains(t, r.err, "decision-state-complete")
	assert.Regexp(t, `menades\s+group/styrgruppen\?`, r.err)
	assert.Contains(t, readFile(t, dir, "registry/decisions/anta-avtalet.yaml"), "proposed_by: group/styrgruppen\nbody: unknown\n")

	r = dialogue(t, dir, []string{"Anta igen", "proposed", "", "", "", "", "", "arsrapport#3", "", ""}, "new", "beslut")
	assert.Equal(t, ExitFailure, r.code, r.err)
	assert.Contains(t, r.err, "avbrutet; ingenting skrevs")
	assert.NoFileExists(t, filepath.Join(dir, "registry/decisions/anta-igen.yaml"))
}

// TestNewIsInterrupted: Ctrl-C ends a question that nobody answers.
func TestNewIsInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	silent, _ := io.Pipe()
	var said strings.Builder
	pressed := writerFunc(func(b []byte) (int, error) {
		if strings.Contains(string(b), "Namn") {
			cancel()
		}
		return said.Write(b)
	})
	code := Run(ctx, Env{Args: []string{"new", "grupp"}, Dir: copyOf(t, nil), In: silent, Out: io.Discard, Err: pressed, Terminal: true, Width: 70,
		Getenv: func(string) string { return "" }, Today: edtf.DayOf(2026, 11, 22)})
	assert.Equal(t, ExitFailure, code)
	assert.Contains(t, said.String(), "avbrutet; ingenting skrevs")
}

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(b []byte) (int, error) { return f(b) }

// TestNewOfEveryKind: from flags alone each kind gives a record without an error,
// in form, and what was there is as it was.
func TestNewOfEveryKind(t *testing.T) {
	for _, args := range []string{
		"source|--title|Åsbys yttrande|--type|brev eller skrivelse|--set|date=2026-05",
		"organization|--name|Österby Vård AB|--type|vårdgivare|--set|ownership=privat|--set|side=annan|--set|subregion=norra|--set|aliases=Österby, ÖVAB",
		"guideline|--name|Riktlinje 2027|--set|in_force.from=2027-01-01|--set|framework=hok|--set|meetings_per_year.value=4|--set|meetings_per_year.status=proposed",
		"agreement|--title|Överenskommelse om hjälpmedel|--type|överenskommelse|--set|parties=region-exempel,Norrby|--set|responsible=Äldregruppen|--set|entry_into_force.planned=2027-01-01",
		"group|--name|Hjälpmedelsgruppen|--type|working|--set|seats[0].id=norrby|--set|seats[0].role=ledamot|--set|seats[0].represents=organization/norrby|--set|seats[0].count.value=2|--set|seats[0].count.approx=true",
		"representative|--name|Ödla Öberg|--type|förtroendevald|--set|memberships=styrgruppen|--set|memberships[0].from=2026",
		"meeting|--group|styrgruppen|--date|2027-02-11|--time|13:00|--place|Åsby|--status|planerat",
		"decision|--title|Anta hjälpmedelsavtalet|--state|föreslaget|--set|proposed_by=group/styrgruppen|--set|body=unknown|--set|concerns=agreement/hemgang",
		"issue|--title|Väntetider: hjälpmedel|--set|level=regional,lokal|--set|driver=aldregruppen",
		"plan|--title|Årsplan 2027|--type|annual|--set|owner=group/styrgruppen|--set|period=2027",
		"followup|--agreement|hemgang|--set|period=2026|--set|deviations[0].category=Sena besked|--set|deviations[0].count=3",
	} {
		kind, rest, _ := strings.Cut(args, "|")
		t.Run(kind, func(t *testing.T) {
			dir := copyOf(t, nil)
			call := append([]string{"new", kind}, strings.Split(rest, "|")...)
			if kind != "source" {
				call = append(call, "--source", "arsrapport#3")
			}
			dry := vis(t, dir, append(call, "--dry-run")...)
			require.Equal(t, ExitClean, dry.code, dry.err)
			r := vis(t, dir, call...)
			require.Equal(t, ExitClean, r.code, r.err)
			file := strings.TrimSuffix(strings.TrimPrefix(r.out, "Skrivet i "), ".\n")
			assert.Equal(t, dry.out, readFile(t, dir, file))
			assert.Equal(t, ExitClean, vis(t, dir, "validate").code, vis(t, dir, "validate").out)
			assert.Equal(t, ExitClean, vis(t, dir, "fmt", "--check").code)
			again := vis(t, dir, call...)
			assert.Equal(t, ExitUsage, again.code)
			assert.Contains(t, again.err, "finns redan")
			assert.Equal(t, dry.out, readFile(t, dir, file))
		})
	}
}

// TestNewNeedsAValue: what says what a record is takes no answer without a value,
// neither from a person nor from a script, and none is offered.
func TestNewNeedsAValue(t *testing.T) {
	dir := copyOf(t, nil)
	r := dialogue(t, dir, []string{
		"none", "?", "Gruppen", "", "unknown", "arbetsgrupp", "", "", "none", "not-applicable", "arsrapport#3", "", "j",
	}, "new", "grupp")
	assert.Equal(t, ExitClean, r.code, r.err)
	said := strings.Join(strings.Fields(r.err), " ")
	for _, want := range []string{
		"name: ”none” är ett svar utan värde; här behövs ett värde", "type: ”unknown” är ett svar", "sources: ”not-applicable” är ett svar",
		"Källor (sources) Skriv ID#avsnitt, eller bara id:t om källan inte har avsnitt. Källorna är arsrapport, ",
	} {
		assert.Contains(t, said, want)
	}
	assert.NotContains(t, said, "I stället för ett värde")
	assert.Equal(t, "name: Gruppen\ntype: working\nsources:\n  - source: arsrapport\n    section: \"3\"\n", readFile(t, dir, "registry/groups/gruppen.yaml"))

	for _, args := range [][]string{
		{"grupp", "--name", "none", "--type", "working", "--source", "arsrapport#3"},
		{"grupp", "--name", "A", "--set", "type.is=unknown", "--source", "arsrapport#3"},
		{"grupp", "--name", "A", "--type", "working", "--source", "none"},
		{"grupp", "--name", "A", "--type", "working", "--set", "sources=unknown"},
		{"grupp", "--name", "A", "--type", "working", "--set", "sources[0].source=none"},
		{"möte", "--group", "unknown", "--date", "2027-02-11", "--status", "planned", "--source", "arsrapport#3"},
		{"möte", "--group", "styrgruppen", "--date", "none", "--status", "planned", "--source", "arsrapport#3"},
		{"beslut", "--title", "A", "--state", "unknown", "--source", "arsrapport#3"},
		{"uppföljning", "--agreement", "none", "--source", "arsrapport#3"},
	} {
		r := vis(t, dir, append([]string{"new"}, args...)...)
		assert.Equal(t, ExitUsage, r.code, "%s: %s", args, r.out)
		assert.Contains(t, r.err, "svar utan värde", "%s", args)
	}
}

// TestNewAsksForAMembership: part by part, and none of them is made up.
func TestNewAsksForAMembership(t *testing.T) {
	dir := copyOf(t, nil)
	r := dialogue(t, dir, []string{"Bo 19", "Vakant", "Bo Ek", "tjänsteperson", "Styrgruppen", "ledamoten", "ledamot", "Norrby", "31/2 2026", "1/10 2025", "arsrapport#3", "", "j"}, "new", "representant")
	assert.Equal(t, ExitClean, r.code, r.err)
	assert.Contains(t, r.err, "innehåller inga siffror")
	assert.Contains(t, r.err, "Uppdrag: roll (memberships[0].role, valfritt)")
	assert.Contains(t, readFile(t, dir, "registry/representatives/bo-ek.yaml"),
		"memberships:\n  - group: styrgruppen\n    role: member\n    on_behalf_of: organization/norrby\n    from: 2025-10-01\n")

	r = dialogue(t, dir, []string{"Bo Al", "tjänsteperson", "", "arsrapport#3", "", "j"}, "new", "representant")
	assert.Equal(t, ExitClean, r.code, r.err)
	assert.NotContains(t, r.err, "roll (")
	assert.NotContains(t, readFile(t, dir, "registry/representatives/bo-al.yaml"), "memberships")
}

// TestNewAsksForAYear: meetings in plural are those of a year.
func TestNewAsksForAYear(t *testing.T) {
	dir := copyOf(t, nil)
	r := dialogue(t, dir, []string{"Styrgruppen", "27", "2027", "femte", "andra torsdagen i mars", "13.00", "", "arsrapport#3", "j"}, "new", "möten")
	assert.Equal(t, ExitClean, r.code, r.err)
	for _, want := range []string{"”27” är inget år", "till exempel ”andra torsdagen varannan månad", "”femte” i regeln är inte"} {
		assert.Contains(t, strings.Join(strings.Fields(r.err), " "), want)
	}
	assert.Equal(t, "time: 13:00\nstatus: planned\nsources:\n  - source: arsrapport\n    section: \"3\"\n", readFile(t, dir, "registry/meetings/styrgruppen/2027-03-11.yaml"))

	r = dialogue(t, dir, []string{"Styrgruppen", "2/11 2027", "", "", "planerat", "protokoll", "n"}, "new", "möte")
	assert.Equal(t, ExitClean, r.code, r.err)
	assert.Contains(t, r.err, "registry/meetings/styrgruppen/2027-11-02.yaml")
	warned, asked := strings.Index(r.err, "varning"), strings.Index(r.err, "Skriva filen?")
	assert.True(t, 0 < warned && warned < asked, r.err)
}

// TestNewProposesAnID: only one that can be had.
func TestNewProposesAnID(t *testing.T) {
	dir := copyOf(t, nil)
	r := dialogue(t, dir, []string{"Ομάδα", "", "working", "", "", "arsrapport#3", "", "omada", "n"}, "new", "grupp")
	assert.Equal(t, ExitClean, r.code, r.err)
	assert.Contains(t, r.err, "Id:   Skriv ett id av små bokstäver")
	assert.Contains(t, r.err, "registry/groups/omada.yaml")

	r = dialogue(t, dir, []string{"Styrgruppen", "", "working", "", "", "arsrapport#3", "styrgruppen-2", "n"}, "new", "grupp")
	assert.Equal(t, ExitClean, r.code, r.err)
	assert.Regexp(t, `styrgruppen.yaml finns redan`, strings.Join(strings.Fields(r.err), " "))
	assert.NotContains(t, r.err, "Id [")
}
