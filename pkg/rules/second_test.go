package rules_test

import (
	"context"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v4"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/rules"
	"github.com/vis-samverkan/vis/pkg/text"
)

// The second registry is a county that does not exist, with other numbers and
// shapes than the real one. No rule may know the figures of either.
const (
	secondRegistry  = "../../testdata/second"
	secondGuideline = "guidelines/viddariktlinje.yaml"
	secondDay       = "2025-06-01"
)

// cannotTellInSecond are the rules that cannot decide all of their subjects in
// the second registry, with the reason. Nothing else may be undecided.
var cannotTellInSecond = map[string]string{
	"municipality-code": "the list of official names that the code is compared with holds Stockholm County alone, and these municipalities are invented",
}

// TestSecondRegistryIsClean finds nothing in the second registry but what it
// accepts itself.
func TestSecondRegistryIsClean(t *testing.T) {
	out := runSecond(t)
	for _, f := range told(out.Findings) {
		t.Errorf("%s %s: %s", f.Spec.ID, f.File, f.Path)
	}
	for _, f := range out.Findings {
		assert.NotEqual(t, rule.Error, f.Severity, "an error is mended and not accepted: %s", f.Spec.ID)
	}
}

// TestSecondRegistryHoldsEveryRule checks that each rule has something to decide
// in the second registry, and decides it.
func TestSecondRegistryHoldsEveryRule(t *testing.T) {
	for _, s := range runSecond(t).Stats {
		reason, undecided := cannotTellInSecond[s.Rule.ID]
		assert.Equal(t, undecided, s.Count.CannotTell > 0, "%s cannot tell %d times (%s)", s.Rule.ID, s.Count.CannotTell, reason)
		if !undecided {
			assert.Positive(t, s.Count.Yes, "%s holds nowhere", s.Rule.ID)
		}
	}
}

// change is an edit of one file of the second registry: what stands there once,
// and what stands there instead. A file that does not exist is added.
type change struct{ file, old, new string }

func guideline(from, to string) change { return change{secondGuideline, from, to} }

// parameterChange is one parameter of the guideline with another value, and
// what comes of it.
type parameterChange struct {
	parameter string
	changes   []change // of the guideline, and of the vocabulary where it needs a word
	rule      string
	says      string // part of the message in English
	// given is what the registry must hold for the parameter to make a
	// difference. By itself it brings no finding of the rule, unless gone.
	given []change
	gone  bool // whether the finding is there before the change, and not after
}

var parameterChanges = []parameterChange{
	{parameter: "consultation_groups", changes: []change{guideline("samklang-sinne, samklang-hem]", "samklang-sinne, kvallsforum]")},
		rule: "consultation-group-set", says: "joint forum"},
	{parameter: "consultation_groups", changes: []change{guideline("samklang-sinne, samklang-hem]", "samklang-sinne]")},
		given: []change{{"groups/samklang-hem.yaml", "date: 2024-05-16, decision: samklanger-etablerade}\ncomplete", "date: 2024-05-16}\ncomplete"},
			{"groups/samklang-hem.yaml", "date: 2023-09-21, decision: nya-samklanger", "date: 2023-09-21"}},
		rule: "consultation-group-set", says: "Samklang hem"},
	{parameter: "purposes", changes: []change{guideline("    - {id: lara-tillsammans, shown_by: knowledge}\n", "")},
		rule: "consultation-group-purposes", says: "Learn together"},
	{parameter: "purposes", changes: []change{guideline("shown_by: knowledge", "shown_by: plan")},
		rule: "consultation-group-purpose-content", says: "Samklang sinne"},
	{parameter: "duties", changes: []change{guideline("knyta, sprida]", "knyta]")}, rule: "secretariat-duties", says: "Spread what has been learnt"},
	{parameter: "duties", changes: []change{guideline("knyta, sprida]", "knyta, sprida, fika]"), newWord("duties", "fika")}, rule: "duty-traceable", says: "fika"},
	{parameter: "knowledge_areas", changes: []change{guideline("matetal, ovning]", "matetal, ovning, fika]"), newWord("knowledge_areas", "fika")},
		rule: "knowledge-areas", says: "fika"},
	{parameter: "core", changes: []change{guideline("{size: 6,", "{size: 4,")}, rule: "core-size", says: "6 seats; the guideline says 4"},
	{parameter: "core", changes: []change{guideline("per_side: 3", "per_side: 2")}, rule: "core-parity", says: "says 2 of each"},
	{parameter: "core", changes: []change{guideline("size: 6, per_side: 3, from: 2024-01-01", "size: 6, per_side: 3, from: 2025-07-01")},
		given: []change{{"groups/navet.yaml", "karna-kommun-3, role: core, side: municipal, represents: [organization/kommunringen]", "karna-kommun-3, role: core, side: region, represents: [organization/halsokontoret]"}},
		gone:  true, rule: "core-parity"},
	{parameter: "outer_circle", changes: []change{guideline("outer_circle:\n  value: {min: 2,", "outer_circle:\n  value: {min: 3,")}, rule: "outer-circle-size", says: "at least 3"},
	{parameter: "outer_circle", changes: []change{guideline("outer_circle:\n  value: {min: 2, max: 3}", "outer_circle:\n  value: {min: 1, max: 1}")}, rule: "outer-circle-size", says: "at most 1"},
	{parameter: "established_requires", changes: []change{guideline("[representation, terms-of-reference]", "[chair-and-process-lead]")}, rule: "established-criteria", says: "process lead"},
	{parameter: "establishment_steps", changes: []change{guideline("step: 4, phase: 2", "step: 5, phase: 2")}, rule: "establishment-step-order", says: "no step 4 in the guideline, whose steps are 1, 2, 3 and 5"},
	{parameter: "establishment_steps", changes: []change{guideline("step: 1, phase: 1", "step: 1, phase: 3")}, rule: "establishment-step-order", says: "phase 3"},
	{parameter: "establishment_steps", changes: []change{guideline("step: 2, phase: 1,", "step: 2, phase: 1, both_sides: true,")}, rule: "start-workshop-both-sides", says: "step 2"},
	{parameter: "establishment_steps", changes: []change{guideline("[kompass, karta]", "[kompass, karta, klocka]")}, rule: "launch-deliverables", says: "klocka"},
	{parameter: "establishment_steps", changes: []change{guideline("receiver: ledningskretsen", "receiver: samradstinget")}, rule: "launch-deliverables", says: "not a held meeting of Tinget"},
	{parameter: "consultation_group_levels", changes: []change{guideline("[national, subregional, local]", "[inter-county, local]")}, rule: "consultation-group-levels", says: "“inter-county”"},
	{parameter: "establishment_steps", changes: []change{guideline("  status: decided\n  decision: viddariktlinje\nestablishment_window", "    - {step: 5, phase: 3, what: Fika}\n  status: decided\n  decision: viddariktlinje\nestablishment_window")},
		given: []change{{"groups/samklang-hem.yaml", "history:\n", "    - {step: 5, due: 2025-12-31}\nhistory:\n"}},
		rule:  "established-after-phases", says: "step 5"},
	{parameter: "establishment_window", changes: []change{guideline("2023-10..2024-06", "2024-01..2024-06")}, rule: "establishment-window", says: "2024-01–2024-06"},
	{parameter: "meetings_per_year", changes: []change{guideline("{min: 2, max: 3}\n  status: decided\n  decision: viddariktlinje\nchair", "5\n  status: decided\n  decision: viddariktlinje\nchair")}, rule: "group-meets-as-planned", says: "2 meetings a year, but the guideline says 5"},
	{parameter: "both_sides", changes: []change{guideline("both_sides:\n  value: true", "both_sides:\n  value: false")},
		given: []change{{"groups/kvallsforum.yaml", "id: kommun\n    role: member", "id: kommun\n    role: adjunct"}, {"groups/kvallsforum.yaml", "role: process-lead", "role: secretary"}},
		gone:  true, rule: "joint-forum-both-sides"},
	{parameter: "elected_only_in", changes: []change{guideline("[samradstinget, grannradet]", "[samradstinget]")}, rule: "person-role-match-forum", says: "Grannrådet"},
	{parameter: "political_size", changes: []change{guideline("value: 16", "value: 10")}, rule: "political-group-size", says: "16 elected members; the guideline says 10"},
	{parameter: "mandates", changes: []change{guideline("until: 2026-11-14", "until: 2026-08-31")}, rule: "elected-past-mandate", says: "the mandate that ended 2026-08-31"},
	{parameter: "cross_sector", changes: []change{guideline("[syskon]", "[doende]")}, rule: "cross-sector-included", says: "end of life"},
	{parameter: "boundary_areas", changes: []change{guideline("minnessvikt-unga]", "fika]"), newWord("boundary_areas", "fika")}, rule: "boundary-cases-declared", says: "fika"},
	{parameter: "matters.staffing", changes: []change{body("staffing", "group/samradstinget", "group/ledningskretsen")}, rule: "group-change-has-decision", says: "Bemanning"},
	{parameter: "matters.group-design", changes: []change{body("group-design", "group/samradstinget", "group/ledningskretsen")}, rule: "group-change-has-decision", says: "etablerade"},
	{parameter: "matters.new-group", changes: []change{body("new-group", "organization/lansdelegationen", "group/samradstinget")}, rule: "decision-body-competent", says: "new group; the guideline names Tinget"},
	{parameter: "matters.closure", changes: []change{body("closure", "organization/lansdelegationen", "group/samradstinget")}, rule: "decision-body-competent", says: "closure; the guideline names Tinget"},
	{parameter: "matters.naming", changes: []change{body("naming", "group/samradstinget", "group/ledningskretsen")}, rule: "decision-body-competent", says: "naming; the guideline names Ledningskretsen"},
	{parameter: "matters.guideline", changes: []change{body("guideline", "group/samradstinget", "group/ledningskretsen")}, rule: "decision-body-competent", says: "guideline; the guideline names Ledningskretsen"},
	{parameter: "matters.plan", changes: []change{body("plan", "group/ledningskretsen", "group/samradstinget")}, rule: "decision-body-competent", says: "plan; the guideline names Tinget"},
	{parameter: "matters.priority", changes: []change{body("priority", "group/ledningskretsen", "group/samradstinget")}, rule: "issue-prioritised", says: "not competent to set priorities"},
	{parameter: "matters.adoption", changes: []change{body("adoption", "{municipal: executive-board, region: committee}", "{municipal: full-council, region: full-council}")},
		given: []change{{"decisions/ny.yaml", "", decisionOf("adoption", "organization/kommunringens-styrelse")}}, rule: "decision-body-competent", says: "adoption; the guideline names the full council"},
	{parameter: "matters.recommendation", changes: []change{body("recommendation", "[organization/kommunringens-styrelse, organization/lansdelegationen]", "[organization/lansdelegationen]")},
		given: []change{{"decisions/ny.yaml", "", decisionOf("recommendation", "organization/kommunringens-styrelse")}}, rule: "decision-body-competent", says: "recommendation; the guideline names Länsdelegationen"},
	{parameter: "matters.accession", changes: []change{body("accession", "{municipal: full-council, region: full-council}", "{municipal: committee, region: committee}")},
		given: []change{{"decisions/ny.yaml", "", decisionOf("accession", "organization/regionfullmaktige-akervidda")}}, rule: "decision-body-competent", says: "accession; the guideline names the committee"},
	{parameter: "matters.knowledge-representative", changes: []change{body("knowledge-representative", "group/ledningskretsen", "group/samradstinget")}, rule: "decision-body-competent", says: "knowledge representative; the guideline names Tinget"},
	{parameter: "matters.knowledge-representative", changes: []change{body("knowledge-representative", "group/ledningskretsen", "organization/lansdelegationen")},
		given: []change{{"representatives/odil-torvdotter.yaml", "date: 2024-02-22, decision: foretradare-uppvaxt", "date: 2024-02-22"}}, rule: "knowledge-rep-approved", says: "approved by Ledningskretsen, which is not competent"},
}

// settingChanges are the project's own choices in vis.yaml, and the sets of the
// vocabulary that rules count with.
var settingChanges = []parameterChange{
	{parameter: "approx_tolerance", changes: []change{manifest("approx_tolerance: 0.1", "approx_tolerance: 0.05")},
		given: []change{{"sources/lansatlas-2025.yaml", "{value: 0.46, approx: true}", "{value: 0.5, approx: true}"}}, rule: "reported-vs-computed", says: "about 50%"},
	{parameter: "balance", changes: []change{manifest("{min: 0.45, max: 0.55}", "{min: 0.6, max: 0.8}")}, rule: "representation-balanced", says: "60"},
	{parameter: "cadence_tolerance", changes: []change{manifest("cadence_tolerance: 0.4", "cadence_tolerance: 0.1")},
		given: []change{{"groups/samklang-sinne.yaml", "meetings_per_year: 2", "meetings_per_year: 3"}}, rule: "group-meets-as-planned", says: "plans 3 meetings a year"},
	{parameter: "dormant_after", changes: []change{manifest("dormant_after: P9M", "dormant_after: P1M")}, rule: "group-dormant", says: "one month"},
	{parameter: "planned_grace", changes: []change{manifest("planned_grace: P14D", "planned_grace: P2D")},
		given: []change{{"meetings/samradstinget/2025-05-22.yaml", "", "status: planned\nsources: [{source: lansatlas-2025, section: \"8\"}]\n"}}, rule: "meeting-status-date", says: "2 days"},
	{parameter: "plan_grace", changes: []change{manifest("plan_grace: P2M", "plan_grace: P7M")},
		given: []change{{"plans/arsplan-sinne-2025.yaml", "period: 2025", "period: 2024"}}, gone: true, rule: "annual-plan-current"},
	{parameter: "inventory_after", changes: []change{manifest("inventory_after: P6M", "inventory_after: P3M")},
		given: []change{{"groups/samklang-hem.yaml", "active: 1, count: 1", "inventory: {announced: 2025-01-10}"}}, rule: "local-groups-status-known", says: "3 months"},
	{parameter: "stale_after", changes: []change{manifest("stale_after: P36M", "stale_after: P12M")}, rule: "evidence-stale", says: "12 months"},
	{parameter: "look_back", changes: []change{manifest("look_back: P30M", "look_back: P3M")},
		given: []change{guideline("2023-10..2024-06", "2024-01..2024-06")}, gone: true, rule: "establishment-window"},
	{parameter: "individual_replacement", changes: []change{manifest("individual_replacement: false", "individual_replacement: true")}, rule: "group-change-has-decision", says: "Fjölnia"},
	{parameter: "county.municipalities", changes: []change{manifest("municipalities: 9", "municipalities: 8")}, rule: "municipality-count", says: "8"},
	{parameter: "subregions", changes: []change{newWord("subregions", "fika")}, rule: "subregion-coverage", says: "fika"},
	{parameter: "review_purposes", changes: []change{newWord("review_purposes", "fika")}, rule: "agreement-review-state", says: "fika"},
}

func manifest(from, to string) change { return change{"vis.yaml", from, to} }

// unreadParameters are those that no rule reads, with the reason.
var unreadParameters = map[string]string{
	"chair_alternates":       "whether the chair alternates is judged by what each group says of itself (chair-alternates)",
	"subregions_represented": "which groups represent subregions stands in each group (subregion-coverage)",
}

// otherThresholds bring no finding of their own, with the reason.
var otherThresholds = map[string]string{
	"outer_circle_grace": "it only makes a finding weigh less (outer-circle-size)",
	"mass_removal":       "it is for changes from one version of a registry to another",
}

// newWord adds a term to a list of the vocabulary.
func newWord(list, id string) change {
	head := "\n" + list + ":\n"
	return change{"vocabulary.yaml", head, head + "  - {id: " + id + ", sv: fikan, en: " + id + "}\n"}
}

// body makes another body competent in a matter.
func body(matter, from, to string) change {
	head := "\n  " + matter + ": {value: {body: "
	return guideline(head+from, head+to)
}

// decisionOf is the file of a decision by a body in a matter.
func decisionOf(matter, body string) string {
	return "title: Nytt\nstate: decided\nmatter: " + matter + "\nbody: " + body + "\ndate: 2025-05-05\nsources: [{source: lansatlas-2025, section: \"9\"}]\n"
}

// TestGuidelineIsData changes one parameter of the guideline, or setting, at a
// time. A figure of a guideline in the code would show: its change would bring no finding, or
// the finding would tell the old figure.
func TestGuidelineIsData(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	for _, c := range slices.Concat(parameterChanges, settingChanges) {
		t.Run(c.parameter+"/"+c.rule, func(t *testing.T) {
			t.Parallel()
			before, after := messagesOf(runSecond(t, c.given...), c.rule), messagesOf(runSecond(t, append(slices.Clone(c.given), c.changes...)...), c.rule)
			if c.gone {
				before, after = after, before
			}
			assert.Empty(t, before)
			require.NotEmpty(t, after, "the change brings no finding")
			assert.Contains(t, strings.Join(after, "\n"), c.says)
		})
	}
}

// TestEveryParameterIsChanged checks that no parameter of a guideline is left
// out above.
func TestEveryParameterIsChanged(t *testing.T) {
	changed := map[string]bool{}
	for _, c := range parameterChanges {
		changed[c.parameter] = true
	}
	for name := range unreadParameters {
		assert.False(t, changed[name], name)
		changed[name] = true
	}
	for _, name := range parameters() {
		assert.True(t, changed[name], "nothing shows what a change of %s brings", name)
		delete(changed, name)
	}
	assert.Empty(t, changed, "there are no such parameters")
}

// TestEveryThresholdIsChanged checks the same of the thresholds of vis.yaml.
func TestEveryThresholdIsChanged(t *testing.T) {
	of := reflect.TypeFor[model.Thresholds]()
	for i := range of.NumField() {
		name := of.Field(i).Tag.Get("k")
		changed := slices.ContainsFunc(settingChanges, func(c parameterChange) bool { return c.parameter == name })
		assert.Equal(t, otherThresholds[name] == "", changed, name)
	}
}

// TestSecondGuidelineDiffers checks that what the two guidelines say differs:
// each parameter but those that can only be true or false.
func TestSecondGuidelineDiffers(t *testing.T) {
	stockholm, second := valuesOf(t, "../../registry/guidelines/hok-riktlinje.yaml"), valuesOf(t, secondRegistry+"/"+secondGuideline)
	for _, name := range parameters() {
		require.Contains(t, second, name)
		if _, flag := second[name].(bool); !flag {
			assert.NotEqual(t, stockholm[name], second[name], name)
		}
	}
}

// parameters are the names of the parameters of a guideline, and of its matters.
func parameters() []string {
	var out []string
	of := reflect.TypeFor[model.Guideline]()
	for i := range of.NumField() {
		f := of.Field(i)
		if strings.HasPrefix(f.Type.Name(), "Val[") && strings.Contains(f.Type.Name(), "model.Param[") {
			out = append(out, f.Tag.Get("k"))
		}
	}
	for _, m := range model.Enumeration("matter") {
		out = append(out, "matters."+string(m.ID))
	}
	return out
}

// valuesOf reads the values of the parameters of a guideline as plain YAML.
func valuesOf(t *testing.T, file string) map[string]any {
	t.Helper()
	b, err := os.ReadFile(file)
	require.NoError(t, err)
	var doc map[string]any
	require.NoError(t, yaml.Unmarshal(b, &doc))
	out := map[string]any{}
	note := func(name string, envelope any) {
		if e, ok := envelope.(map[string]any); ok && e["value"] != nil {
			out[name] = e["value"]
		}
	}
	for key, envelope := range doc {
		note(key, envelope)
	}
	matters, _ := doc["matters"].(map[string]any)
	for matter, envelope := range matters {
		note("matters."+matter, envelope)
	}
	return out
}

// runSecond decides all rules over a copy of the second registry with some
// changes.
func runSecond(t *testing.T, changes ...change) *rules.Outcome {
	t.Helper()
	files := fstest.MapFS{}
	for name, f := range baseOf(t, "second").files {
		files[name] = f
	}
	for _, c := range changes {
		content := ""
		if f, ok := files[c.file]; ok {
			content = string(f.Data)
			require.Equal(t, 1, strings.Count(content, c.old), "%s: %q", c.file, c.old)
			content = strings.Replace(content, c.old, c.new, 1)
		} else {
			require.Empty(t, c.old, c.file)
			content = c.new
		}
		files[c.file] = &fstest.MapFile{Data: []byte(content)}
	}
	ctx := context.Background()
	loaded, err := load.Registry(ctx, files)
	require.NoError(t, err)
	day, err := edtf.ParseDay(secondDay)
	require.NoError(t, err)
	out, err := rules.Run(ctx, loaded, loaded.Registry.At(day, day), rules.Options{Profile: rule.Pedantic})
	require.NoError(t, err)
	return out
}

// messagesOf are the messages of a rule, in English.
func messagesOf(out *rules.Outcome, id string) []string {
	var all []string
	for _, f := range out.Findings {
		if f.Spec.ID == id && f.Acknowledged == nil {
			all = append(all, f.Message().Say(text.English, f.Args))
		}
	}
	return all
}
