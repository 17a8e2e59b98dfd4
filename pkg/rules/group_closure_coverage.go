package rules

import (
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var groupClosureCoverage = Rule{
	Spec: &rule.Spec{
		ID: "group-closure-coverage", Number: "R103", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "När ett forum har avvecklats har allt det ansvarade för tagits över av en etablerad grupp.",
			En: "Once a forum has closed, everything it was responsible for has been taken over by an established group.",
		},
		Why: text.Both{
			Sv: "Det som ingen tar över faller bort: en överenskommelse följs inte upp, kunskapsstyrningens representanter blir inte godkända och lokala grupper vet inte vart de ska vända sig. Varje post i responsibilities ska ha en mottagare som var etablerad när forumet avvecklades och som inte bara är föreslagen, och ha lämnats över senast då. Överenskommelser och lokala grupper som fortfarande pekar på forumet har inte heller tagits över. Att responsibilities inte anges räknas som att ingenting har tagits över; none betyder att det inte fanns något.",
			En: "What nobody takes over is lost: an agreement is not followed up, representatives in knowledge governance are not approved and local groups do not know where to turn. Each entry of responsibilities is to have a receiver that was established when the forum closed and is not only proposed, and to have been handed over by then. Agreements and local groups that still point to the forum have not been taken over either. That responsibilities is not given counts as nothing having been taken over; none means that there was nothing.",
		},
		Remedy: text.Both{
			Sv: "Ange mottagaren i to och dagen i transferred. Har ansvaret ingen mottagare är forumet inte avvecklat: skriv winding-up i history.",
			En: "Give the receiver in to and the day in transferred. If the responsibility has no receiver the forum is not closed: write winding-up in history.",
		},
		Messages: map[string]text.Both{
			"":          {Sv: "{group} avvecklades {end}, men ansvaret ”{what}” har ingen etablerad mottagare", En: "{group} closed {end}, but the responsibility “{what}” has no established receiver"},
			"late":      {Sv: "{group} avvecklades {end}, men ansvaret ”{what}” lämnades över först {transferred}", En: "{group} closed {end}, but the responsibility “{what}” was handed over only {transferred}"},
			"unlisted":  {Sv: "{group} avvecklades {end} utan att det står vem som tog över ansvaret", En: "{group} closed {end} and it does not say who took over its responsibilities"},
			"agreement": {Sv: "{group} avvecklades {end} men ansvarar fortfarande för överenskommelsen", En: "{group} closed {end} but is still responsible for the agreement"},
			"local":     {Sv: "{group} avvecklades {end}, men {local} rapporterar fortfarande dit", En: "{group} closed {end}, but {local} still reports to it"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "6.1", Line: 481, Says: "Inga befintliga fora ska avvecklas förrän det verkligen säkerställts att aktuella ansvarsområden och frågeställningar verkligen är omhändertagna."},
			{Source: "rapport-2022", Section: "6.1", Line: 469, Says: "tills de nya är helt på plats och att det är säkerställt att samtliga ansvarsområden och frågeställningar är omhändertagna i nyordningen"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		left := leftBehind(v)
		for _, g := range v.Forums() {
			if g.Ended.Is == model.Absent || !r.Applies(v.HasEnded(g)) {
				continue
			}
			end := g.Ended.V.Date.V
			covered, found := handedOver(v, g, end)
			for _, l := range left[g.Ref] {
				if l.from.Given() && edtf.Before(end, l.from.V) == truth.Yes {
					continue // it began after the end, which is for reference-to-ended
				}
				f := l.finding
				f.Args["group"], f.Args["end"] = both(v.ShortName(g)), end
				f.Related = []rule.Related{related(at(g, "ended"), "forumet har avvecklats", "the forum has closed")}
				found = append(found, f)
			}
			if len(found) > 0 {
				r.Violated(found...)
				continue
			}
			r.Judge(covered, nil)
		}
	},
}

// leftover is what still points to a group, from its first day if it has one.
type leftover struct {
	from    model.Val[edtf.Date]
	finding *rule.Finding
}

// leftBehind gives, for each group, the agreements and local groups that still
// point to it at the view's day.
func leftBehind(v *registry.View) map[model.Ref][]leftover {
	left := map[model.Ref][]leftover{}
	for _, a := range v.Agreements {
		if v.HasLapsed(a) != truth.No || !registry.Ours(a) {
			continue
		}
		for _, s := range v.StewardsAt(a, &a.Responsible, "responsible") {
			if s.Holds == truth.Yes {
				left[s.Group] = append(left[s.Group], leftover{s.Entry.From, variant("agreement", at(a, "responsible", s.Index), text.Args{})})
			}
		}
	}
	for _, g := range v.Groups {
		if g.Type.V != "local" || v.Lives(g) != truth.Yes {
			continue
		}
		for i, to := range g.ReportsTo.All() {
			if v.Holds(to.Span, registry.Citations(g, &to.Evidence, "reports_to"), registry.Lasting) == truth.Yes {
				ref := to.To.V.Record()
				left[ref] = append(left[ref], leftover{to.From, variant("local", at(g, "reports_to", i), text.Args{"local": both(v.ShortName(g))})})
			}
		}
	}
	return left
}

// handedOver tells whether every responsibility of a forum had been handed over
// when it closed.
func handedOver(v *registry.View, g *model.Group, end edtf.Date) (covered truth.Value, found []*rule.Finding) {
	group := both(v.ShortName(g))
	switch {
	case g.Responsibilities.Is == model.Absent:
		return truth.No, []*rule.Finding{variant("unlisted", at(g, "responsibilities"), text.Args{"group": group, "end": end})}
	case g.Responsibilities.Open():
		covered = truth.CannotTell
	default:
		covered = truth.Yes
	}
	on := v
	if !end.IsZero() && end.Latest() < v.Day {
		on = v.On(end.Latest())
	}
	for i, resp := range g.Responsibilities.Pointers() {
		args := text.Args{"group": group, "end": end, "what": responsibilityName(resp)}
		received := received(on, resp)
		covered = truth.And(covered, received)
		if received == truth.No {
			found = append(found, finding(at(g, "responsibilities", i, "to"), args))
			continue
		}
		if transferred, ok := resp.Transferred.Get(); ok && !end.IsZero() {
			inTime := edtf.NotAfter(transferred, end)
			covered = truth.And(covered, inTime)
			if inTime == truth.No {
				args["transferred"] = transferred
				found = append(found, variant("late", at(g, "responsibilities", i, "transferred"), args))
			}
		}
	}
	return covered, found
}

// received tells whether a responsibility has a receiver that is established at
// the view's day. Receivers that are only proposed or consulted are none.
func received(v *registry.View, resp *model.Responsibility) truth.Value {
	has := truth.No
	if resp.To.Open() {
		has = truth.CannotTell
	}
	for _, to := range resp.To.All() {
		g, ok := v.Group(to.Group.V)
		switch {
		case to.Status.V == model.Proposed || to.Role.V == "consulted":
		case !ok:
			has = truth.Or(has, truth.CannotTell)
		default:
			has = truth.Or(has, v.IsEstablished(g))
		}
	}
	return has
}

// responsibilityName is what a responsibility is about, else its id.
func responsibilityName(resp *model.Responsibility) text.Both {
	if resp.What.Given() {
		return both(resp.What.V)
	}
	return text.Both{Sv: string(resp.ID.V), En: string(resp.ID.V)}
}
