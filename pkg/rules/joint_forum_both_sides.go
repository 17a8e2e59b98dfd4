package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var jointForumBothSides = Rule{
	Spec: &rule.Spec{
		ID: "joint-forum-both-sides", Number: "R052", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "I ett gemensamt forum har både regionen och kommunerna platser som är tillsatta.",
			En: "In a joint forum both the region and the municipalities have seats that are filled.",
		},
		Why: text.Both{
			Sv: "Samverkan förutsätter att båda sidor är med. Regeln gäller styrgrupperna, de gemensamma forumen och etablerade samrådsgrupper när riktlinjen anger both_sides. Att en sida saknar plats är ett fel om riktlinjen har beslutat det och annars en varning; att sidans alla platser är vakanta är en varning. Adjungerade, ersättare och sekreterare räknas inte. Att en plats saknas i registret säger något först när gruppens platser är fullständiga (complete.seats).",
			En: "Cooperation takes both sides. The rule covers the steering groups, the joint forums and established consultation groups where the guideline gives both_sides. That a side has no seat is an error where the guideline has decided so and otherwise a warning; that all its seats are vacant is a warning. Adjuncts, substitutes and secretaries do not count. That a seat is not in the registry says something only once the group's seats are complete (complete.seats).",
		},
		Remedy: text.Both{
			Sv: "Lägg till en plats under seats för den sida som saknas, och tillsätt den. Är någon av platserna i själva verket den sidans, rätta side.",
			En: "Add a seat under seats for the side that is missing, and fill it. Where one of the seats is in fact of that side, correct its side.",
		},
		Tune: text.Both{Sv: "both_sides i riktlinjen.", En: "both_sides in the guideline."},
		Messages: map[string]text.Both{
			"":       {Sv: "{group} saknar plats för sidan {side}", En: "{group} has no seat for the side {side}"},
			"vacant": {Sv: "alla platser för sidan {side} i {group} är vakanta", En: "all seats for the side {side} in {group} are vacant"},
		},
		Cites: []rule.Cite{{Source: "rapport-2022", Section: "2.1", Line: 109, Says: "Fem av grupperna är gemensamma samverkansgrupper mellan regionen och kommunerna"}},
	},
	Check: func(v *registry.View, r *rule.Report) {
		wanted := v.BothSides()
		if wanted.Governs == truth.No || wanted.Governs == truth.Yes && !wanted.Value {
			return
		}
		for _, g := range v.Forums() {
			exists := v.Lives(g)
			switch {
			case g.Type.V == model.MunicipalForum || g.Seats.Is == model.NotApplicable:
				continue
			case g.Type.V == model.ConsultationGroup:
				exists = v.IsEstablished(g)
			}
			if r.Applies(exists, wanted.Governs) {
				judgeForumSides(v, r, g, wanted)
			}
		}
	},
}

func judgeForumSides(v *registry.View, r *rule.Report, g *model.Group, wanted registry.Parameter[bool]) {
	outcome := truth.Yes
	var found []*rule.Finding
	for _, side := range []model.Word{model.Region, model.Municipal} {
		seated, filled := v.HasSide(g, side)
		outcome = truth.And(outcome, seated, filled)
		args := text.Args{"group": phrase.Both(v.ShortName(g)), "side": phrase.Word("side", side)}
		switch {
		case seated == truth.No:
			f := rule.Found(rule.AtKey(g, "seats"), args, string(side))
			f.Severity = weight(wanted, rule.Error)
			f.Related = []rule.Related{byGuideline(wanted)}
			found = append(found, f)
		case seated == truth.Yes && filled == truth.No:
			f := rule.FoundAs("vacant", rule.AtKey(g, "seats"), args, string(side))
			f.Severity = rule.Warning
			found = append(found, f)
		}
	}
	switch {
	case len(found) > 0:
		r.Violated(found...)
	case outcome == truth.Yes:
		r.Holds()
	default:
		r.CannotTell()
	}
}
