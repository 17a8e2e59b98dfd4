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

var localGroupsStatusKnown = Rule{
	Spec: &rule.Spec{
		ID: "local-groups-status-known", Number: "R066", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Om ett forum har lokala grupper är det känt hur många de är och hur många som är aktiva, eller när det ska inventeras.",
			En: "If a forum has local groups it is known how many there are and how many are active, or when they are to be inventoried.",
		},
		Why: text.Both{
			Sv: "De lokala grupperna är där samverkan når invånarna, och kopplingen till dem är ofta vag. Regeln läser local_groups när exist är sant. Är antalet eller de aktiva inte kända ska en inventering ha en dag (inventory.due); att den hålls bevakar en annan regel. En inventering som bara är aviserad får vänta så länge som inventory_after anger. Är inget känt och ingen inventering aviserad går det inte att avgöra.",
			En: "The local groups are where cooperation reaches the inhabitants, and the connection to them is often vague. The rule reads local_groups where exist is true. Where their number or the active ones are not known an inventory must have a day (inventory.due); another rule watches that it is kept. An inventory that is only announced may wait for as long as inventory_after says. Where nothing is known and no inventory announced, nobody can tell.",
		},
		Remedy: text.Both{
			Sv: "Inventera de lokala grupperna, eller ange i inventory.due när det ska vara gjort.",
			En: "Inventory the local groups, or give in inventory.due when it is to be done.",
		},
		Tune: text.Both{Sv: "thresholds.inventory_after i vis.yaml.", En: "thresholds.inventory_after in vis.yaml."},
		Messages: map[string]text.Both{
			"":     {Sv: "inventeringen av de lokala grupperna under {group} aviserades {announced} och är efter {after} inte känd som gjord", En: "the inventory of the local groups under {group} was announced {announced} and after {after} is not known to be done"},
			"none": {Sv: "det är inte känt hur många lokala grupper som finns eller är aktiva under {group}, och ingen inventering är planerad", En: "it is not known how many local groups there are or are active under {group}, and no inventory is planned"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "2.2", Line: 135, Says: "En inventering planeras att genomföras."},
			{Source: "rapport-2022", Section: "2.2", Line: 157, Says: "Det finns ca 20 lokala grupper i länet."},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, g := range v.Forums() {
			if g.LocalGroups.Is == model.NotApplicable || !r.Applies(v.Lives(g), v.Vouched(g, "local_groups", &g.LocalGroups.V.Evidence)) {
				continue
			}
			judgeLocalGroups(v, r, g)
		}
	},
}

func judgeLocalGroups(v *registry.View, r *rule.Report, g *model.Group) {
	local := g.LocalGroups.V
	inventory := local.Inventory.V
	exist, said := local.Exist.Get()
	switch {
	case g.LocalGroups.Is == model.None, said && !exist, local.Count.Given() && local.Active.Given(), inventory.Due.Given():
		r.Holds()
	case !said:
		r.CannotTell()
	case local.Inventory.Is == model.None:
		r.Violated(rule.FoundAs("none", rule.AtKey(g, "local_groups", "inventory"), text.Args{"group": phrase.Both(v.ShortName(g))}))
	default:
		after, ok := v.Thresholds().InventoryAfter.Get()
		announced, told := inventory.Announced.Get()
		if !ok || !told || inventory.Done.Is == model.Unknown || inventory.Done.Given() && inventory.Done.V.Begun(v.Day) != truth.No {
			r.CannotTell()
			return
		}
		late := edtf.Between(announced.Earliest().Add(after), announced.Latest().Add(after)).Ended(v.Day)
		r.Judge(late.Not(), func() *rule.Finding {
			return rule.Found(rule.AtKey(g, "local_groups", "inventory"), text.Args{"group": phrase.Both(v.ShortName(g)), "announced": announced, "after": after})
		})
	}
}
