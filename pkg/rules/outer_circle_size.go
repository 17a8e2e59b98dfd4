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

var outerCircleSize = Rule{
	Spec: &rule.Spec{
		ID: "outer-circle-size", Number: "R096", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Varje etablerad samrådsgrupp har så många noder i processledningens yttre krets som riktlinjen anger.",
			En: "Every established consultation group has as many nodes in the outer circle of the process office as the guideline says.",
		},
		Why: text.Both{
			Sv: "Noderna är länken mellan samrådsgruppen och processledningen. En nod är en plats i processledningen med rollen node som företräder gruppen; riktlinjen anger det minsta och det största antalet (outer_circle). Att gruppen har för få är en varning tills outer_circle_grace har gått sedan gruppen etablerades eller den senaste noden slutade, och därefter ett fel. En vakant plats räknas inte. Är processledningens platser inte fullständiga (complete.seats) går det bara att avgöra att noderna är för många.",
			En: "The nodes are the link between the consultation group and the process office. A node is a seat of the process office with the role node that represents the group; the guideline gives the least and the greatest number (outer_circle). That the group has too few is a warning until outer_circle_grace has passed since the group was established or its last node left, and after that an error. A vacant seat does not count. Where the seats of the process office are not complete (complete.seats), only that the nodes are too many can be told.",
		},
		Remedy: text.Both{
			Sv: "Låt samrådsgruppen utse den nod som saknas, eller rätta platserna i processledningen.",
			En: "Let the consultation group appoint the node that is missing, or correct the seats of the process office.",
		},
		Tune: text.Both{Sv: "outer_circle i riktlinjen och thresholds.outer_circle_grace i vis.yaml.", En: "outer_circle of the guideline and thresholds.outer_circle_grace in vis.yaml."},
		Messages: map[string]text.Both{
			"":     {Sv: "{group} har för få noder i den yttre kretsen ({n}); riktlinjen anger minst {min}", En: "{group} has too few nodes in the outer circle ({n}); the guideline says at least {min}"},
			"many": {Sv: "{group} har för många noder i den yttre kretsen ({n}); riktlinjen anger högst {max}", En: "{group} has too many nodes in the outer circle ({n}); the guideline says at most {max}"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "6.2", Line: 503, Says: "Bestående av 1-2 personer från varje samrådsgrupp"},
			{Source: "rapport-2022", Section: "6.2", Line: 489, Says: "Respektive samrådsgrupp utser personer som är noder gentemot den inre kärnan."},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		p := v.OuterCircle()
		office, ok := v.Office()
		if !ok || p.Governs == truth.No {
			return
		}
		for _, g := range v.ConsultationGroupRecords() {
			if r.Applies(v.IsEstablished(g), p.Governs) {
				judgeCircle(v, r, g, office, p)
			}
		}
	},
}

func judgeCircle(v *registry.View, r *rule.Report, g, office *model.Group, p registry.Parameter[model.Bounds]) {
	least, most := p.Value.Min.V, p.Value.Max.V
	nodes, filled := v.Nodes(office, g.Ref)
	all := v.AllSeats(office)
	args := text.Args{"group": phrase.Both(v.ShortName(g)), "min": least, "max": most}
	tell := func(f *rule.Finding, severity rule.Severity) {
		f.Severity = weight(p, severity)
		f.Related = []rule.Related{byGuideline(p)}
		r.Violated(f)
	}
	switch {
	case p.Value.Max.Given() && nodes.Min > float64(most):
		args["n"] = nodes.Min
		tell(rule.FoundAs("many", rule.At(office, "seats"), args, g.Ref.ID), rule.Error)
	case all == truth.Yes && filled.Max < float64(least):
		args["n"] = filled.Max
		severity := rule.Error
		if nodeGrace(v, g, office) != truth.No {
			severity = rule.Warning
		}
		tell(rule.Found(rule.At(office, "seats"), args, g.Ref.ID), severity)
	case p.Value.Min.Is == model.Unknown || p.Value.Max.Is == model.Unknown:
		r.CannotTell()
	case all == truth.Yes && filled.Min >= float64(least) && (nodes.Max <= float64(most) || !p.Value.Max.Given()):
		r.Holds()
	default:
		r.CannotTell()
	}
}

// nodeGrace tells whether a group may still lack a node at the view's day:
// `thresholds.outer_circle_grace` has not passed since it was established or
// its last node left.
func nodeGrace(v *registry.View, g, office *model.Group) truth.Value {
	grace, ok := v.Thresholds().OuterCircleGrace.Get()
	switch {
	case v.Thresholds().OuterCircleGrace.Is == model.Unknown:
		return truth.CannotTell
	case !ok:
		return truth.No
	}
	within := truth.No
	since := func(date edtf.Date) {
		end := edtf.Between(date.Earliest().Add(grace), date.Latest().Add(grace))
		within = truth.Or(within, truth.And(date.Begun(v.Day), end.Ended(v.Day).Not()))
	}
	if date, _, known := v.EstablishedBy(g); known {
		since(date)
	} else {
		within = truth.CannotTell
	}
	for _, s := range office.Seats.All() {
		if s.Role.V != model.Node || registry.Among(g.Ref, s.Represents) == truth.No {
			continue
		}
		for _, end := range []model.Val[edtf.Date]{s.Until, s.VacantSince} {
			if end.Given() {
				since(end.V)
			}
		}
		for _, h := range v.Holders(office.Ref, s.ID.V) {
			if h.Membership.Until.Given() {
				since(h.Membership.Until.V)
			}
		}
	}
	return within
}
