package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var consultationGroupPurposeContent = Rule{
	Spec: &rule.Spec{
		ID: "consultation-group-purpose-content", Number: "R086", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Varje syfte har innehåll i varje etablerad samrådsgrupp, eller ett skäl till att det saknas.",
			En: "Every purpose has content in every established consultation group, or a reason why it has none.",
		},
		Why: text.Both{
			Sv: "Ett syfte utan innehåll är bara ord. Riktlinjen säger med shown_by vad som visar att syftet fylls: en överenskommelse som gruppen ansvarar för, en utvecklingsfråga som den driver, en koppling till kunskapsstyrningen eller en aktivitet i en gällande handlingsplan. Har syftet inget innehåll i gruppen räcker content: none med ett skäl. Att något saknas i registret säger annars något först när överenskommelserna (complete.agreements) eller den översta gruppens planer (complete.plans) är fullständiga; om utvecklingsfrågor går det inte att säga.",
			En: "A purpose without content is only words. With shown_by the guideline says what shows that the purpose is served: an agreement that the group is responsible for, a development issue that it drives, a link to knowledge governance or an activity of an action plan in effect. Where the purpose has no content in the group, content: none with a reason is enough. That something is not in the registry otherwise says something only once the agreements (complete.agreements) or the plans of the group at the top (complete.plans) are complete; of development issues it cannot be told.",
		},
		Remedy: text.Both{
			Sv: "Registrera det som visar att syftet fylls, eller ange content: none och reason för syftet i uppdraget.",
			En: "Record what shows that the purpose is served, or give content: none and reason for the purpose in the terms of reference.",
		},
		Tune: text.Both{Sv: "purposes i riktlinjen, med shown_by.", En: "purposes of the guideline, with shown_by."},
		Messages: map[string]text.Both{
			"":       {Sv: "syftet ”{term}” har inget innehåll i {group}; det ska visas av {shown}", En: "the purpose “{term}” has no content in {group}; it is to be shown by {shown}"},
			"reason": {Sv: "syftet ”{term}” har inget innehåll i {group}, och inget skäl anges", En: "the purpose “{term}” has no content in {group}, and no reason is given"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "3.1", Line: 295, Says: "samrådsgruppens ansvar att inom sitt sakområde förvalta och följa upp aktuella länsövergripande"},
			{Source: "rapport-2022", Section: "3.2", Line: 330, Says: "Samrådsgrupperna kommer ha i uppdrag att identifiera och driva relevanta utvecklingsfrågor."},
			{Source: "rapport-2022", Section: "3.3", Line: 351, Says: "Samrådsgrupperna föreslås därför aktivt integrera kunskapsstyrningen i sitt arbete"},
			{Source: "rapport-2022", Section: "3.4", Line: 363, Says: "Samrådsgrupperna kommer vara en nyckel i att driva, hålla ihop, sprida och följa upp arbetet"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		p := v.Purposes()
		if p.Governs == truth.No {
			return
		}
		shows := shownFor(v)
		for _, g := range v.ConsultationGroupRecords() {
			if v.IsEstablished(g) == truth.No {
				continue
			}
			if !r.Applies(v.IsEstablished(g), p.Governs) {
				continue
			}
			for _, purpose := range p.Value {
				judgePurpose(v, r, g, purpose, shows(g, purpose.ShownBy.V))
			}
		}
	},
}

func judgePurpose(v *registry.View, r *rule.Report, g *model.Group, purpose model.Purpose, shown truth.Value) {
	id := purpose.ID.V
	args := text.Args{"group": phrase.Both(v.ShortName(g)), "term": phrase.Terms(v, "purposes", []model.Term{id}), "shown": phrase.Word("shown-by", purpose.ShownBy.V)}
	path := []any{"terms_of_reference", "purposes", string(id)}
	row, _ := g.TermsOfReference.V.Purposes.Get(string(id))
	switch {
	case shown == truth.Yes || row.Is == model.NotApplicable:
		r.Holds()
	case row.V.Reason.Given() || explained(row.V.Content.Why) || explained(row.Why):
		r.Holds()
	case row.Is == model.None || row.V.Content.Is == model.None:
		r.Violated(rule.FoundAs("reason", rule.At(g, path...), args))
	default:
		r.Judge(shown, func() *rule.Finding { return rule.Found(rule.At(g, path...), args, string(id)) })
	}
}

// shownFor returns what tells whether a group has what shows that a purpose is
// served at the view's day.
func shownFor(v *registry.View) func(g *model.Group, by model.Word) truth.Value {
	agreements, issues, planned := map[model.Ref]truth.Value{}, map[model.Ref]truth.Value{}, map[model.Ref]truth.Value{}
	note := func(in map[model.Ref]truth.Value, ref model.Ref, how truth.Value) {
		if old, ok := in[ref.Record()]; ok {
			how = truth.Or(old, how)
		}
		in[ref.Record()] = how
	}
	for _, a := range v.Agreements {
		for _, s := range v.StewardsAt(a, &a.Responsible, "responsible") {
			note(agreements, s.Group, truth.And(s.Holds, v.HasLapsed(a).Not()))
		}
	}
	for _, i := range v.Issues {
		if driver, ok := i.Driver.Get(); ok && i.State.V != "dropped" {
			begun := truth.CannotTell
			if i.Raised.V.Date.Given() {
				begun = i.Raised.V.Date.V.Begun(v.Day)
			}
			note(issues, driver, begun)
		}
	}
	for _, p := range v.Plans {
		if p.Type.V != "action" {
			continue
		}
		holds := v.PlanHolds(p)
		for _, a := range p.Activities.All() {
			if ref, ok := a.Responsible.Get(); ok {
				note(planned, ref, holds)
			}
			for _, ref := range a.About.All() {
				note(planned, ref, holds)
			}
		}
	}
	look := func(in map[model.Ref]truth.Value, g *model.Group, complete truth.Value) truth.Value {
		how, ok := in[g.Ref]
		if !ok {
			how = truth.No
		}
		if how == truth.No && complete != truth.Yes {
			return truth.CannotTell
		}
		return how
	}
	return func(g *model.Group, by model.Word) truth.Value {
		switch by {
		case "agreements":
			return look(agreements, g, truth.Or(v.AgreementsComplete(), truth.Of(g.Agreements.Is == model.None)))
		case "issues":
			return look(issues, g, truth.CannotTell)
		case "knowledge":
			return linkedToKnowledge(v, g)
		case "plan":
			return look(planned, g, apexPlansComplete(v))
		}
		return truth.CannotTell
	}
}

// linkedToKnowledge tells whether a group has any link to knowledge governance.
func linkedToKnowledge(v *registry.View, g *model.Group) truth.Value {
	linked := truth.No
	if g.Knowledge.Is == model.Absent || g.Knowledge.Open() {
		linked = truth.CannotTell
	}
	for _, k := range g.Knowledge.All() {
		switch k.Link.Is {
		case model.None:
		case model.Unknown:
			linked = truth.Or(linked, truth.CannotTell)
		default:
			linked = truth.Yes
		}
	}
	if v.Vouched(g, "knowledge") != truth.Yes {
		return truth.CannotTell
	}
	return linked
}

// apexPlansComplete tells whether the plans of the group at the top, which the
// action plans are, are all recorded.
func apexPlansComplete(v *registry.View) truth.Value {
	if apex, ok := v.Group(v.Manifest.Apex.V); ok {
		return registry.IsComplete(apex.Complete.V.Plans, v.Day)
	}
	return truth.CannotTell
}
