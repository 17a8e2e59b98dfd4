package rules

import (
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var supplementNotOutliveParent = Rule{
	Spec: &rule.Spec{
		ID: "supplement-not-outlive-parent", Number: "R025", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Ett tillägg gäller inte före den överenskommelse som det kompletterar, och inte efter att den har upphört.",
			En: "A supplement is not in force before the agreement that it completes, nor after that has ended.",
		},
		Why: text.Both{
			Sv: "Ett tillägg utan sin överenskommelse hänger i luften. När överenskommelsen ersätts ska tillägget upphöra samtidigt eller flyttas till den nya. Bara det som är säkert räknas: obestämda dagar som kan stämma överens godtas.",
			En: "A supplement without its agreement hangs in the air. When the agreement is replaced, the supplement must end at the same time or be moved to the new one. Only what is certain counts: vague days that may agree are accepted.",
		},
		Remedy: text.Both{Sv: "Rätta dagarna, avsluta tillägget (ended), eller ange den nya överenskommelsen i supplements.", En: "Correct the days, end the supplement (ended), or give the new agreement in supplements."},
		Messages: map[string]text.Both{
			"":      {Sv: "tillägget gäller från {date}, men {parent} först från {entry}", En: "the supplement is in force from {date}, but {parent} only from {entry}"},
			"after": {Sv: "tillägget gäller fortfarande, men {parent} upphörde {date}", En: "the supplement is still in force, but {parent} ended {date}"},
			"ended": {Sv: "tillägget upphörde {end}, men {parent} redan {date}", En: "the supplement ended {end}, but {parent} already {date}"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "3.1", Line: 302, Says: "Samverkan kring personer med missbruk/beroende av spel om pengar, tilläggsöverenskommelse"},
			{Source: "rapport-2022", Section: "3.1", Line: 304, Says: "Samverkan kring äldre med psykisk sjukdom & funktionsnedsättning – tilläggsöverenskommelse"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, a := range v.Agreements {
			parent, ok := v.Parent(a)
			if !ok || !registry.Ours(a) {
				continue
			}
			judgeSupplementBegins(v, r, a, parent)
			judgeSupplementEnds(v, r, a, parent)
		}
	},
}

func judgeSupplementBegins(v *registry.View, r *rule.Report, a, parent *model.Agreement) {
	begins, entry := a.EntryIntoForce.V.Actual, parent.EntryIntoForce.V.Actual
	if !begins.Given() {
		return // not in force, as far as is known
	}
	if !entry.Given() {
		r.CannotTell()
		return
	}
	r.Judge(edtf.NotAfter(entry.V, begins.V), func() *rule.Finding {
		f := rule.Found(rule.At(a, "entry_into_force", "actual"), text.Args{"date": begins.V, "parent": phrase.Name(v, parent.Ref), "entry": entry.V})
		f.Related = []rule.Related{rule.Beside(rule.At(parent, "entry_into_force", "actual"), "överenskommelsen började gälla här", "the agreement entered into force here")}
		return f
	})
}

func judgeSupplementEnds(v *registry.View, r *rule.Report, a, parent *model.Agreement) {
	lapsed := v.HasLapsed(parent)
	if lapsed == truth.No {
		return
	}
	last, _ := registry.EndOf(parent)
	key := "ended"
	if parent.Ended.Is != model.Given {
		key = "expires"
	}
	where := rule.Beside(rule.At(parent, key), "överenskommelsen upphörde här", "the agreement ended here")
	if end, ends := registry.EndOf(a); ends && v.HasLapsed(a) == truth.Yes {
		r.Judge(edtf.NotAfter(end, last), func() *rule.Finding {
			own := "ended"
			if a.Ended.Is != model.Given {
				own = "expires"
			}
			f := rule.FoundAs("ended", rule.At(a, own), text.Args{"end": end, "parent": phrase.Name(v, parent.Ref), "date": last})
			f.Related = []rule.Related{where}
			return f
		})
		return
	}
	r.Judge(truth.Or(lapsed.Not(), v.IsInForce(a).Not()), func() *rule.Finding {
		f := rule.FoundAs("after", rule.At(a, "supplements"), text.Args{"parent": phrase.Name(v, parent.Ref), "date": last})
		f.Related = []rule.Related{where}
		return f
	})
}
