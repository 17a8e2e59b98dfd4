package rules

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var secretariatBothOrganisations = Rule{
	Spec: &rule.Spec{
		ID: "secretariat-both-organisations", Number: "R061", Severity: rule.Info, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Ett gemensamt forums sekretariat bemannas från både regionens och kommunernas sida.",
			En: "The secretariat of a joint forum is staffed from both the region's and the municipalities' side.",
		},
		Why: text.Both{
			Sv: "Den sida som bemannar sekretariatet sätter i praktiken dagordningen. Regeln läser vilka organisationer som bemannar ett aktivt gemensamt forums sekretariat och vilken sida de hör till; en vårdgivare som regionen äger hör till regionens sida. Uppräkningen räknas som fullständig om den inte innehåller unknown. Saknas sekretariatet säger secretariat-exists till.",
			En: "The side that staffs the secretariat in practice sets the agenda. The rule reads which organizations staff the secretariat of an active joint forum and which side they belong to; a care provider that the region owns is on the region's side. The list counts as complete unless it holds unknown. Where there is no secretariat, secretariat-exists tells.",
		},
		Remedy: text.Both{
			Sv: "Bemanna sekretariatet även från den andra sidan, eller rätta uppräkningen.",
			En: "Staff the secretariat from the other side too, or correct the list.",
		},
		Messages: map[string]text.Both{"": {
			Sv: "sekretariatet för {group} har ingen från sidan {side}",
			En: "the secretariat of {group} has nobody from the side {side}",
		}},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "2.1", Line: 113, Says: "Sekretariaten består av medarbetare från Storsthlm och hälso- och sjukvårdsförvaltningen."},
			{Source: "rapport-2022", Section: "2.2", Line: 193, Says: "Består av SLSO och Storsthlm."},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, g := range v.Forums() {
			s := g.Secretariat
			staff := s.V.Organizations
			if g.Type.V != model.JointForum || s.Is == model.None || s.Is == model.NotApplicable || staff.Is == model.None || staff.Is == model.NotApplicable ||
				!r.Applies(v.IsActive(g), v.Vouched(g, "secretariat.organizations", &s.V.Evidence)) {
				continue
			}
			judgeStaff(v, r, g, staff)
		}
	},
}

func judgeStaff(v *registry.View, r *rule.Report, g *model.Group, staff model.List[model.Support]) {
	open := staff.Is != model.Given || staff.Open()
	var sides []model.Word
	for _, s := range staff.All() {
		side := v.Side(s.Organization.V)
		sides, open = append(sides, side), open || side == ""
	}
	for _, side := range []model.Word{model.Region, model.Municipal} {
		if slices.Contains(sides, side) {
			continue
		}
		if open {
			r.CannotTell()
			return
		}
		r.Violated(rule.Found(rule.AtKey(g, "secretariat", "organizations"), text.Args{"group": phrase.Both(v.ShortName(g)), "side": phrase.Word("side", side)}))
		return
	}
	r.Holds()
}
