package load_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/text"
)

// one reads a document of a kind and returns its findings, each as rule and
// variant, and what was decoded.
func one(t testing.TB, k model.Kind, body string) (record any, findings []string) {
	t.Helper()
	res := read(t, folder(pathOf(k), body))
	for _, f := range res.Findings {
		findings = append(findings, strings.TrimSpace(f.Spec.ID+" "+f.Variant))
	}
	if records := res.Registry.OfKind(k); len(records) > 0 {
		record = records[0]
	}
	return record, findings
}

// TestNothingIsGuessed writes what YAML 1.1 takes for something else. A text is
// what stands in the file, and a number, a date or a truth has one form only.
func TestNothingIsGuessed(t *testing.T) {
	surprises := []string{
		"no", "No", "NO", "off", "on", "yes", "y", "n", "true", "True", "0114", "010", "0o17", "0b1", "0x1F", "1_000", "1e3", "1.", ".5", "+1", "-0",
		"12:30", "190:20:30", "2022-11-07", "2022-11-07T10:00:00Z", "2022-11-07 10:00", ".inf", "-.INF", ".nan", "1.10", "20 %", "1,5", "Null och void", "=",
	}
	for _, s := range surprises {
		body := "title: " + s + "\ntype: report\nversion: " + s + "\nauthors: [" + strings.ReplaceAll(s, ",", ".") + "]\n"
		rec, findings := one(t, model.SourceKind, body)
		require.Empty(t, findings, s)
		src := rec.(*model.Source)
		assert.Equal(t, s, src.Title.V.Sv)
		assert.Equal(t, s, src.Version.V)
		assert.Equal(t, strings.ReplaceAll(s, ",", "."), src.Authors.Items[0].V)
	}
	accepts := func(k model.Kind, template string, good ...string) {
		t.Helper()
		for _, s := range append(surprises, "12", "0", "0.25", "false", "09:30", "99999999999", "123456789", "-7", `"12"`, `"true"`) {
			_, findings := one(t, k, strings.ReplaceAll(template, "VALUE", s))
			want := false
			for _, g := range good {
				want = want || g == s
			}
			assert.Equal(t, want, len(findings) == 0, "%s: %v", strings.ReplaceAll(template, "VALUE", s), findings)
		}
	}
	const group, source = "name: x\ntype: working\n", "title: x\ntype: report\n"
	accepts(model.GroupKind, group+"subregional: VALUE\n", "true", "false")
	accepts(model.GroupKind, group+"establishment: {order: VALUE}\n", "12", "0", "-0", "123456789", "-7")
	accepts(model.GroupKind, group+"structure:\n  meetings_per_year: VALUE\n", "12", "0", "-0", "123456789", "-7", "0.25", "1.10")
	accepts(model.GroupKind, group+"structure:\n  meetings_per_year:\n    value: VALUE\n", "12", "0", "-0", "123456789", "-7", "0.25", "1.10")
	accepts(model.SourceKind, source+"date: VALUE\n", "2022-11-07")
	accepts(model.MeetingKind, "status: held\ntime: VALUE\n", "12:30", "09:30")
	accepts(model.AgreementKind, "title: x\ntype: agreement\nfollow_up:\n  preventive: VALUE\n", "no", "yes")
}

// TestCodes keeps the zero of 0114 and asks for the quotes that keep it.
func TestCodes(t *testing.T) {
	for value, want := range map[string]struct {
		code     model.Code
		findings []string
	}{
		`"0114"`: {"0114", nil},
		`'0114'`: {"0114", nil},
		`0114`:   {"0114", []string{"field-wrong-type unquoted"}},
		`114`:    {"114", []string{"field-wrong-type unquoted"}},
		`0x72`:   {"", []string{"value-not-allowed code"}},
		`"01 4"`: {"", []string{"value-not-allowed code"}},
		`""`:     {"", []string{"value-not-allowed code"}},
	} {
		rec, findings := one(t, model.OrganizationKind, "name: x\ntype: municipality\ncode: "+value+"\n")
		assert.Equal(t, want.findings, findings, value)
		assert.Equal(t, want.code, rec.(*model.Organization).Code.V, value)
	}
}

// TestNull is nothing, in each of its spellings: what was meant is not known.
func TestNull(t *testing.T) {
	for _, s := range []string{"", "~", "null", "Null", "NULL", `""`, "' '", "|", ">-"} {
		g, findings := group(t, "note: "+s+"\n")
		assert.Len(t, findings, 1, s)
		assert.Contains(t, findings[0], "field-wrong-type empty", s)
		assert.Equal(t, model.Val[model.Text]{Is: model.Unknown, Why: &model.Why{Unread: true}}, g.Note, s)
	}
	for _, s := range []string{"nULL", `"null"`, "'~'", "noll", "~ "} {
		_, findings := group(t, "note: "+s+"\n")
		assert.Equal(t, s == "~ ", len(findings) == 1, s)
	}
}

// TestAnswerWords are plain words; in quotes they are a text like any other.
func TestAnswerWords(t *testing.T) {
	for word, want := range map[string]model.Answer{
		"unknown": model.Unknown, "none": model.None, "not-applicable": model.NotApplicable,
		`"unknown"`: model.Given, "'none'": model.Given, "Unknown": model.Given, "okänt": model.Given, "|\n  none": model.Given,
		"{is: none}": model.None, "\n  reason: Ingen\n  is: unknown": model.Unknown,
	} {
		g, findings := group(t, "note: "+word+"\n")
		assert.Empty(t, findings, word)
		assert.Equal(t, want, g.Note.Is, word)
	}
	for body, want := range map[string]string{
		"note: {is: okänt}":                       "value-not-allowed is",
		"note: {is: }":                            "value-not-allowed is",
		"note: {is: [unknown]}":                   "value-not-allowed is",
		"note: {is: unknown, is: none}":           "key-duplicate",
		"note: {is: unknown, skäl: x}":            "field-unknown",
		"note: {is: unknown, reason: {sv: a, b}}": "field-wrong-type comma",
		"is: unknown":                             "field-unknown",
	} {
		_, findings := group(t, body+"\n")
		require.Len(t, findings, 1, body)
		assert.True(t, strings.HasSuffix(findings[0], want), "%s: %s", body, findings[0])
	}
}

// TestKeys that are no plain words, or stand twice, lose nothing but themselves.
func TestKeys(t *testing.T) {
	for body, want := range map[string][]string{
		"1: x":                        {"field-unknown"},
		"true: x":                     {"field-unknown near"},
		"2022-11-07: x":               {"field-unknown"},
		"no: x":                       {"field-unknown near"},
		"~: x":                        {"field-wrong-type key"},
		": x":                         {"yaml-unreadable syntax"},
		"[a]: x":                      {"field-wrong-type key"},
		"? {a: b}\n: x":               {"field-wrong-type key"},
		"? |\n  a\n: x":               {"field-unknown"},
		"<<: {level: local}":          {"field-wrong-type key"},
		"\"<<\": {level: local}":      {"field-unknown"},
		"<<: [{level: local}]":        {"field-wrong-type key"},
		"note: a\nnote: b":            {"key-duplicate"},
		"note: a\n\"note\": b":        {"key-duplicate"},
		"note: a\n? note\n: b":        {"key-duplicate"},
		"note: a\nnote: b\n'note': c": {"key-duplicate", "key-duplicate"},
		"!!str note: a":               {"field-wrong-type tag"},
		"&a note: a":                  {"yaml-unreadable anchor"},
		"note: a\n? *x\n: x":          {"yaml-unreadable alias"},
	} {
		rec, findings := one(t, model.GroupKind, "name: Prov\ntype: working\n"+body+"\n")
		assert.Equal(t, want, findings, body)
		if rec != nil {
			assert.Equal(t, "Prov", rec.(*model.Group).Name.V.Sv, body)
			assert.NotContains(t, []string{"b", "c"}, rec.(*model.Group).Note.V.Sv, "the first one counts")
		}
	}
}

// TestMarks refuses tags, anchors and aliases wherever they stand, also where
// nothing else is read.
func TestMarks(t *testing.T) {
	for body, want := range map[string]int{
		"note: !!str a": 1, "note: !egen a": 1, "note: !!binary eA==": 1, "ended: !!map {note: a}": 1, "aliases: !!seq [a]": 1,
		"aliases: [!!str a, !!int 1]": 2, "!!set {a, b}: x": 2, "note: !!float x": 1, "note: !!timestamp 2022": 1, "note: !!null ''": 2,
		"note: &a x\nshort_name: *a": 2, "aliases: [&a x, *a, *a]": 3, "aliases: &a [x]\npreviously: *a": 2, "ended: &a {note: *a}": 2,
		"okänd: {a: [&b !!str c, *b]}": 4, "seats: &s\n  - id: a\n    note: *s": 2, "level: *x": 1, "note: {sv: &a x, en: *a}": 2,
		"structure: {meetings_per_year: {value: &a 4, approx: *a}}": 3, "target_groups: {ages: &a all}": 1,
	} {
		_, findings := one(t, model.GroupKind, "name: Prov\ntype: working\n"+body+"\n")
		assert.Len(t, findings, want, "%s: %v", body, findings)
	}
}

// TestTextsAndTheComma names the mistake of a comma inside braces.
func TestTextsAndTheComma(t *testing.T) {
	for body, want := range map[string]struct {
		text     model.Text
		findings string
	}{
		"note: Å, ä och ö":                   {model.Text{Sv: "Å, ä och ö"}, ""},
		"note: {sv: Å, en: A}":               {model.Text{Sv: "Å", En: "A"}, ""},
		"note:\n  sv: Å, ä\n  en: A, b":      {model.Text{Sv: "Å, ä", En: "A, b"}, ""},
		"note: {en: A}":                      {model.Text{En: "A"}, ""},
		"note: {sv: \"Å, ä\"}":               {model.Text{Sv: "Å, ä"}, ""},
		"note: >-\n  Å\n  ä":                 {model.Text{Sv: "Å ä"}, ""},
		"note: |\n  Å\n  ä":                  {model.Text{Sv: "Å\nä\n"}, ""},
		"note: {sv: Vård, omsorg, en: Care}": {model.Text{Sv: "Vård", En: "Care"}, "field-wrong-type comma"},
		"note: {sv: Vård, omsorg och, stöd}": {model.Text{Sv: "Vård"}, "field-wrong-type comma field-wrong-type comma"},
		"note: {sv: a, en}":                  {model.Text{Sv: "a"}, "field-wrong-type"},
		"note: {da: a}":                      {model.Text{}, "field-unknown"},
		"note: {}":                           {model.Text{}, "field-wrong-type empty"},
		"note: {sv: [a]}":                    {model.Text{}, "field-wrong-type"},
		"note: [a]":                          {model.Text{}, "field-wrong-type"},
		"note: {sv: \"\", en: a}":            {model.Text{En: "a"}, "field-wrong-type"},
		"note: {Vård, omsorg}":               {model.Text{}, "field-wrong-type comma field-wrong-type comma"},
		"note:\n  sv: a\n  omsorg:":          {model.Text{Sv: "a"}, "field-unknown"},
		"note: {sv: a, sv: b}":               {model.Text{Sv: "a"}, "key-duplicate"},
		"note: 'it''s'":                      {model.Text{Sv: "it's"}, ""},
		"note: \"\\u00e5\\n\\t\\\"\"":        {model.Text{Sv: "å\n\t\""}, ""},
	} {
		rec, findings := one(t, model.GroupKind, "name: Prov\ntype: working\n"+body+"\n")
		assert.Equal(t, want.findings, strings.Join(findings, " "), body)
		assert.Equal(t, want.text, rec.(*model.Group).Note.V, body)
	}
	_, findings := group(t, "ended: {date: 2022, reason: Slut, på riktigt}\n")
	assert.Equal(t, []string{"3:35-45 field-wrong-type comma"}, findings)
	_, findings = group(t, "terms_of_reference: {duties: {stod: Stöd, och hjälp, kansli: {sv: a, b c}}}\n")
	assert.Equal(t, []string{"3:43-52 field-wrong-type comma", "3:70-73 field-wrong-type comma"}, findings)
}

// TestNumbers reads the three forms and no other.
func TestNumbers(t *testing.T) {
	for value, want := range map[string]struct {
		n        model.Number
		findings string
	}{
		"20":                                {model.Exactly(20), ""},
		"2.5":                               {model.Exactly(2.5), ""},
		"{value: 20}":                       {model.Exactly(20), ""},
		"{value: 20, approx: true}":         {model.Number{Min: 20, Max: 20, Approx: true}, ""},
		"{approx: false, value: 20}":        {model.Exactly(20), ""},
		"{min: 2, max: 4}":                  {model.Number{Min: 2, Max: 4}, ""},
		"{min: 90, max: 100, approx: true}": {model.Number{Min: 90, Max: 100, Approx: true}, ""},
		"{min: 4, max: 4}":                  {model.Exactly(4), ""},
		"{min: 4, max: 2}":                  {model.Number{}, "field-wrong-type number"},
		"{min: 4}":                          {model.Number{}, "field-wrong-type number"},
		"{max: 4}":                          {model.Number{}, "field-wrong-type number"},
		"{value: 3, min: 2, max: 4}":        {model.Number{}, "field-wrong-type number"},
		"{approx: true}":                    {model.Number{}, "field-wrong-type number"},
		"{}":                                {model.Number{}, "field-wrong-type number"},
		"{value: tre}":                      {model.Number{}, "field-wrong-type"},
		"{value: 20, approx: ja}":           {model.Number{}, "field-wrong-type"},
		"{value: 20, approx: \"true\"}":     {model.Number{}, "field-wrong-type"},
		"{value: 20, ungefär: true}":        {model.Number{}, "field-unknown"},
		"{value: 20, cirka}":                {model.Number{}, "field-wrong-type comma"},
		"[20]":                              {model.Number{}, "field-wrong-type"},
		"cirka 20":                          {model.Number{}, "field-wrong-type"},
		"{value: {min: 2, max: 4}}":         {model.Number{}, "field-wrong-type"},
		"{value: }":                         {model.Number{}, "field-wrong-type"},
		"{value: 1, value: 2}":              {model.Number{}, "key-duplicate"},
	} {
		rec, findings := one(t, model.GroupKind, "name: Prov\ntype: working\nlocal_groups: {count: "+value+"}\n")
		assert.Equal(t, want.findings, strings.Join(findings, " "), value)
		assert.Equal(t, want.n, rec.(*model.Group).LocalGroups.V.Count.V, value)
	}
}

// TestShortForms refuses what is neither the short form nor the map.
func TestShortForms(t *testing.T) {
	agreement := "title: x\ntype: agreement\n"
	for _, c := range []struct {
		kind     model.Kind
		body     string
		findings string
	}{
		{model.AgreementKind, agreement + "ages: all", ""},
		{model.AgreementKind, agreement + "ages: \"all\"", ""},
		{model.AgreementKind, agreement + "ages: {from: 18}", ""},
		{model.AgreementKind, agreement + "ages: {from: 18, to: unknown}", ""},
		{model.AgreementKind, agreement + "ages: {from: 17.5}", "field-wrong-type"},
		{model.AgreementKind, agreement + "ages: 18", "field-wrong-type"},
		{model.AgreementKind, agreement + "ages: [18, 25]", "field-wrong-type"},
		{model.AgreementKind, agreement + "ages: alla", "field-wrong-type"},
		{model.AgreementKind, agreement + "deviations: same", "value-not-allowed"},
		{model.AgreementKind, agreement + "responsible: [Barn, {status: stated}]", "value-not-allowed reference field-missing"},
		{model.AgreementKind, agreement + "parties: {organization: [a, b]}", "field-wrong-type"},
		{model.PlanKind, "title: x\ntype: annual\nperiod: 2022", ""},
		{model.PlanKind, "title: x\ntype: annual\nperiod: \"2022\"", ""},
		{model.PlanKind, "title: x\ntype: annual\nperiod: {from: 2022}", ""},
		{model.PlanKind, "title: x\ntype: annual\nperiod: 2022-01", "field-wrong-type"},
		{model.PlanKind, "title: x\ntype: annual\nperiod: ~2022", "field-wrong-type"},
		{model.PlanKind, "title: x\ntype: annual\nperiod: 2022-01-01..2022-12-31", "field-wrong-type"},
		{model.PlanKind, "title: x\ntype: annual\nperiod: [2022, 2023]", "field-wrong-type"},
		{model.DecisionKind, "title: x\nstate: decided\ndeadline: 2023-06-30", ""},
		{model.DecisionKind, "title: x\nstate: decided\ndeadline: {first_meeting_of: vis, in: 2023-autumn}", ""},
		{model.DecisionKind, "title: x\nstate: decided\ndeadline: snart", "date-valid"},
		{model.DecisionKind, "title: x\nstate: decided\ndeadline: [2023]", "field-wrong-type"},
		{model.GuidelineKind, "name: x\nmatters: {plan: {value: {body: [vis, Täby]}}}", "value-not-allowed reference"},
		{model.GuidelineKind, "name: x\nmatters: {plan: {value: {body: {municipal: vis}}}}", "value-not-allowed"},
		{model.GuidelineKind, "name: x\nmatters: {plan: {value: {body: [[vis]]}}}", "field-wrong-type"},
		{model.GuidelineKind, "name: x\nmatters: {plan: vis}", "field-wrong-type"},
		{model.GuidelineKind, "name: x\nmatters: [plan]", "field-wrong-type"},
		{model.GroupKind, "name: x\ntype: working\nknowledge: [{kind: NPO, link: personal, person: asa}]", ""},
		{model.GroupKind, "name: x\ntype: working\nknowledge: {group: npo, link: none}", ""},
		{model.GroupKind, "name: x\ntype: working\nknowledge: none", ""},
		{model.GroupKind, "name: x\ntype: working\nknowledge: [{kind: npo}]", "value-not-allowed near"},
		{model.GroupKind, "name: x\ntype: working\nknowledge: [npo]", "field-wrong-type"},
		{model.GroupKind, "name: x\ntype: working\nterms_of_reference: {sv: Uppdrag, en: Terms}", ""},
		{model.GroupKind, "name: x\ntype: working\nterms_of_reference: {sv: Vård, omsorg}", "field-wrong-type comma"},
		{model.GroupKind, "name: x\ntype: working\nterms_of_reference: {purposes: [a, a, ~, [b]]}", "key-duplicate field-wrong-type empty-entry field-wrong-type"},
		{model.GroupKind, "name: x\ntype: working\nterms_of_reference: {purposes: a}", "field-wrong-type"},
		{model.GroupKind, "name: x\ntype: working\nterms_of_reference: {purposes: {a: , b: ~}}", "field-wrong-type empty field-wrong-type empty"},
		{model.GroupKind, "name: x\ntype: working\nplans: none", ""},
		{model.GroupKind, "name: x\ntype: working\nplans: {is: none, reason: Ingen}", ""},
		{model.GroupKind, "name: x\ntype: working\nplans: arsplan", "value-not-allowed said"},
		{model.GroupKind, "name: [x]\ntype: {a: b}", "field-wrong-type field-wrong-type"},
		{model.GroupKind, "short_name: x\ntype: working", "field-missing"},
		{model.GroupKind, "names: []\ntype: working", ""},
		{model.RepresentativeKind, "name: unknown\ntype: elected", ""},
	} {
		_, findings := one(t, c.kind, c.body+"\n")
		assert.Equal(t, c.findings, strings.Join(findings, " "), c.body)
	}
}

// TestMessagesAreShort quotes the beginning of a long value, on one line.
func TestMessagesAreShort(t *testing.T) {
	long := strings.Repeat("åäö ", 10_000)
	res := read(t, folder("groups/prov.yaml", "name: x\ntype: "+long+"\nlevel: |\n  rad ett\n  rad två\n"+strings.Repeat("å", 500)+": x\nends: "+long+"\n"))
	require.Len(t, res.Findings, 4)
	for _, f := range res.Findings {
		m := say(f, text.Swedish)
		assert.Less(t, len([]rune(m)), 900)
		assert.NotContains(t, m, "\n")
	}
	assert.Contains(t, say(res.Findings[1], text.Swedish), "”rad ett…”")
}

// TestEveryHiddenCharacter is told of once for each place.
func TestEveryHiddenCharacter(t *testing.T) {
	_, findings := group(t, "note: \"a\u202eb\u202cc\u200bd\"\n")
	assert.Equal(t, []string{"3:9-10 text-hidden-character", "3:11-12 text-hidden-character", "3:13-14 text-hidden-character"}, findings)
}

// TestReferenceToNoPart refuses a reference that ends where its part should stand.
func TestReferenceToNoPart(t *testing.T) {
	_, findings := group(t, "reports_to: [group/tsg#]\n")
	assert.Len(t, findings, 1)
	assert.Contains(t, findings[0], "value-not-allowed reference")
}
