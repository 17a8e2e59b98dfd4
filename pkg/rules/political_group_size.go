package rules

import (
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var politicalGroupSize = Rule{
	Spec: &rule.Spec{
		ID: "political-group-size", Number: "R073", Severity: rule.Info, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Den politiska styrgruppen har så många förtroendevalda som riktlinjen anger, lika många från vardera sidan.",
			En: "The political steering group has as many elected members as the guideline says, equally many from each side.",
		},
		Why: text.Both{
			Sv: "Antalet ändras med mandatperioden: fem från vardera sidan 2019–2022, sju från vardera 2024. Parametern political_size anger antalet för båda sidor tillsammans från en viss dag. Det prövas bara när gruppens platser är kända som fullständiga (complete.seats).",
			En: "The number changes with the mandate: five from each side in 2019–2022, seven from each in 2024. The parameter political_size gives the number of both sides together from a day. It is tested only where the group's seats are known to be complete (complete.seats).",
		},
		Remedy: text.Both{Sv: "Rätta platserna efter källan, eller political_size i riktlinjen om antalet har ändrats.", En: "Correct the seats from the source, or political_size in the guideline if the number has changed."},
		Tune:   text.Both{Sv: "political_size i riktlinjen.", En: "political_size of the guideline."},
		Messages: map[string]text.Both{
			"":      {Sv: "gruppen har {have} förtroendevalda; riktlinjen anger {want}", En: "the group has {have} elected members; the guideline says {want}"},
			"sides": {Sv: "regionen har {region} förtroendevalda och kommunerna {municipal}; de ska vara lika många", En: "the region has {region} elected members and the municipalities {municipal}; they are to be equally many"},
		},
		Cites: []rule.Cite{{Source: "rapport-2022", Section: "2", Line: 101, Says: "Ett tiotal roller (VIS) är förtroendevalda"}},
	},
	Check: func(v *registry.View, r *rule.Report) {
		p := v.PoliticalSize()
		if p.Governs == truth.No {
			return
		}
		for _, g := range v.Groups {
			if g.Type.V != model.PoliticalSteering || v.Lives(g) == truth.No {
				continue
			}
			size, ok := sizeOn(p.Value, v.Day)
			if !ok || p.Governs != truth.Yes || v.SeatsComplete(g) != truth.Yes {
				r.CannotTell()
				continue
			}
			judgeSize(v, r, g, size, p)
		}
	},
}

// sizeOn is the size that applies on a day: that of the newest entry that has
// begun. ok is false where nobody can tell which that is, or what it says.
func sizeOn(sizes []model.Size, day edtf.Day) (n model.Number, ok bool) {
	for _, s := range sizes {
		begun := truth.CannotTell
		if s.From.Given() {
			begun = s.From.V.Begun(day)
		}
		if begun != truth.No {
			n, ok = s.Value.V, begun == truth.Yes && s.Value.Given()
		}
	}
	return n, ok
}

func judgeSize(v *registry.View, r *rule.Report, g *model.Group, want model.Number, p registry.Parameter[[]model.Size]) {
	var region, municipal float64
	for _, s := range v.Seats(g) {
		if !s.Counts() || !s.Seat.Elected.V {
			continue
		}
		if s.Holds != truth.Yes || s.Min != s.Max {
			r.CannotTell()
			return
		}
		switch s.Side {
		case model.Region:
			region += s.Min
		case model.Municipal:
			municipal += s.Min
		}
	}
	have := region + municipal
	switch {
	case have < want.Min || have > want.Max:
		if want.Approx {
			r.CannotTell()
			return
		}
		f := rule.Found(rule.At(g, "seats"), text.Args{"have": have, "want": want})
		f.Related = []rule.Related{byGuideline(p)}
		r.Violated(f)
	case region != municipal:
		r.Violated(rule.FoundAs("sides", rule.At(g, "seats"), text.Args{"region": region, "municipal": municipal}))
	default:
		r.Holds()
	}
}
