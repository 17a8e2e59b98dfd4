package review

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var mixedMatters = Rule{
	Spec: &rule.Spec{
		ID: "mixed-matters", Severity: rule.Info, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En ändring rör bara ärenden som ett och samma organ kan besluta.",
			En: "A change only touches matters that one and the same body can decide.",
		},
		Why: text.Both{
			Sv: "En ändring som behöver beslut av flera organ kan inte gå vidare förrän alla har beslutat, och ett organ får se det som hör till ett annat. Varje slag av ändring hör till ett ärendeslag i riktlinjen: " + matterLines().Sv + ". Vem som är behörig står i matters i den riktlinje som gäller på dagen för jämförelsen, och för antagandet av en överenskommelse även i dess adoption_body. Finns ett organ som är behörigt i alla ärendeslag är de inte blandade. Ändringar utan ärendeslag blandas aldrig. Är det inte känt vem som är behörig i något av ärendeslagen går det inte att avgöra.",
			En: "A change that takes decisions by several bodies cannot go on until all have decided, and one body gets to see what belongs to another. Each kind of change belongs to a matter of the guideline: " + matterLines().En + ". Who is competent stands in matters of the guideline in force on the day of the comparison, and for the adoption of an agreement also in its adoption_body. Where some body is competent in all the matters they are not mixed. Changes without a matter never mix. Where it is not known who is competent in one of the matters, nobody can tell.",
		},
		Remedy: text.Both{
			Sv: "Dela ändringen, en för varje organ som ska besluta.",
			En: "Split the change, one for each body that is to decide.",
		},
		Tune: text.Both{Sv: "matters i riktlinjen.", En: "matters in the guideline."},
		Messages: map[string]text.Both{"": {
			Sv: "ändringen rör ärenden som olika organ beslutar: {matters}",
			En: "the change touches matters that different bodies decide: {matters}",
		}},
	},
	Check: func(d *change.Diff, r *rule.Report) {
		matters := Matters(d)
		if len(matters) == 0 {
			return
		}
		var known []*Matter
		open := false
		for i := range matters {
			m := &matters[i]
			if m.Known == truth.Yes && m.Certain == truth.Yes {
				known = append(known, m)
				continue
			}
			open = true
		}
		switch {
		case apart(known) != nil:
			r.Violated(mixed(d, known))
		case open && len(matters) > 1:
			r.CannotTell()
		default:
			r.Holds()
		}
	},
}

// apart returns the first matter that nobody who decides the ones before it can
// decide too; nil where one body can decide them all.
func apart(matters []*Matter) *Matter {
	var common []string
	for i, m := range matters {
		may := deciders(m)
		if i == 0 {
			common = may
			continue
		}
		common = slices.DeleteFunc(slices.Clone(common), func(who string) bool { return !slices.Contains(may, who) })
		if len(common) == 0 {
			return m
		}
	}
	return nil
}

// deciders are those any of which may decide a matter. What each party decides
// by a body of its own has one decider: all of them.
func deciders(m *Matter) []string {
	var out []string
	for _, ref := range m.Body.AnyOf.All() {
		out = append(out, ref.Record().String())
	}
	if m.Body.Municipal.Given() || m.Body.Region.Given() {
		out = append(out, "municipal="+string(m.Body.Municipal.V)+" region="+string(m.Body.Region.V))
	}
	return out
}

func mixed(d *change.Diff, matters []*Matter) *rule.Finding {
	var sv, en, ids []string
	var f *rule.Finding
	second := apart(matters)
	for _, m := range matters {
		word, body := phrase.Word("matter", m.ID), phrase.Competent(d.Head, m.Body)
		if !m.Agreement.IsZero() {
			name := phrase.Name(d.Head, m.Agreement)
			word = text.Both{Sv: word.Sv + " av " + name.Sv, En: word.En + " of " + name.En}
		}
		sv, en, ids = append(sv, word.Sv+" ("+body.Sv+")"), append(en, word.En+" ("+body.En+")"), append(ids, string(m.ID)+" "+m.Agreement.String())
		if m == second {
			f = rule.Found(m.place(), nil)
		}
	}
	for _, m := range matters {
		if m != second {
			word := phrase.Word("matter", m.ID)
			f.Related = append(f.Related, rule.Beside(m.place(), "ärendeslag "+word.Sv, "the matter "+word.En))
		}
	}
	f.Args = text.Args{"matters": text.Both{Sv: text.List(sv, text.Swedish), En: text.List(en, text.English)}}
	f.Distinct = ids
	return f
}

// place is where a change first touches the matter.
func (m *Matter) place() rule.Place {
	t := m.Touched[0]
	if t.Record.How == change.Removed {
		return gone(t.Record)
	}
	if len(t.Edits) > 0 {
		return where(t.Record, t.Edits[0])
	}
	return rule.At(t.Record.Head.(model.Record))
}
