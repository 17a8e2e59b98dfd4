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

var accessionConsent = Rule{
	Spec: &rule.Spec{
		ID: "accession-consent", Number: "R125", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En anslutning till en samverkan bygger på beslut av den som ansluter sig och av varje befintlig part.",
			En: "An accession to a cooperation rests on decisions by whoever accedes and by each existing party.",
		},
		Why: text.Both{
			Sv: "Den som har gått in i en samverkan har valt sina parter, och ett förslag från en av dem räcker inte. Ett medgivande (consents) räknas från dagen för sitt beslut; ett som bara är föreslaget räknas inte. Har anslutningen trätt i kraft, eller är den som ansluter sig redan part, är det ett fel att ett beslut saknas, och att den trädde i kraft före det sista. Annars är det en upplysning om vilka som återstår. Vilkas beslut som inte är kända (unknown) står bredvid; är det bara de som återstår, eller är medgivandena inte inlagda, går det inte att avgöra.",
			En: "Whoever has entered a cooperation has chosen its parties, and a proposal by one of them is not enough. A consent counts from the day of its decision; one that is only proposed does not count. Once the accession has taken effect, or whoever accedes is a party already, it is an error that a decision is missing, and that it took effect before the last one. Otherwise it is told which ones remain. Those whose decision is not known (unknown) stand beside; where only they remain, or consents are not recorded, nobody can tell.",
		},
		Remedy: text.Both{
			Sv: "Ange beslutet för varje part under consents, eller unknown om det inte har hittats. Vänta med effective till det sista.",
			En: "Give the decision of each party under consents, or unknown if it was not found. Let effective wait for the last one.",
		},
		Messages: map[string]text.Both{
			"":         {Sv: "{organization} har anslutit sig utan beslut av {missing}", En: "{organization} has acceded without a decision by {missing}"},
			"remains":  {Sv: "att {organization} ansluter sig är bara föreslaget: inget beslut av {missing} är känt", En: "the accession of {organization} is only proposed: no decision by {missing} is known"},
			"too-soon": {Sv: "anslutningen gäller från {effective}, före beslutet av {party} {date}", En: "the accession has effect from {effective}, before the decision of {party} {date}"},
		},
		Cites: []rule.Cite{
			{Source: "orebro-2010", Section: "Förslag till beslut", Line: 21, Says: "att godkänna att Örebro läns landsting deltar i Mälardalssamarbetet."},
			{Source: "orebro-2010", Section: "Förslag till beslut", Line: 23, Says: "Nu välkomnas även Örebro läns landsting in i samarbetet."},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, a := range v.Agreements {
			if a.External.V {
				continue
			}
			for i, acc := range a.Accessions.Pointers() {
				if acc.Consents.Is != model.NotApplicable {
					judgeAccession(v, r, a, i, acc)
				}
			}
		}
	},
}

// consents are the decisions behind an accession, by party.
type consents struct {
	given   map[model.Ref]truth.Value
	place   map[model.Ref]rule.Place
	unknown []rule.Related  // those that nobody can tell of
	late    []*rule.Finding // those that came after the accession took effect
}

// judgeAccession judges whether all who must consent to an accession have.
func judgeAccession(v *registry.View, r *rule.Report, a *model.Agreement, i int, acc *model.Accession) {
	who, named := acc.Organization.Get()
	if !named || acc.Consents.Is == model.Absent || acc.Consents.Is == model.Unknown {
		r.CannotTell()
		return
	}
	c := consentsTo(v, a, i, acc)
	outcome, found := truth.Yes, c.late
	needed, open := mustConsent(v, a, acc)
	if open {
		outcome = truth.CannotTell
	}
	var missing []model.Ref
	for _, p := range needed {
		consents, told := c.given[p.Organization]
		if !told && !acc.Consents.Open() {
			consents = truth.No
		}
		if outcome = truth.And(outcome, truth.Or(p.Holds.Not(), consents)); p.Holds == truth.Yes && consents == truth.No {
			missing = append(missing, p.Organization)
		}
	}
	if len(missing) > 0 {
		place, told := c.place[missing[0]]
		if !told || len(missing) > 1 {
			place = rule.At(a, "accessions", i, "consents")
		}
		f := rule.FoundAs("remains", place, text.Args{"organization": phrase.Name(v, who), "missing": phrase.Names(v, missing)})
		f.Severity, f.Related = rule.Info, c.unknown
		if parties, _ := v.Parties(a); acc.Effective.Given() && acc.Effective.V.Begun(v.Day) == truth.Yes || holds(parties, who) {
			f.Severity, f.Variant = rule.Error, ""
		}
		found = append(found, f)
	}
	if len(found) > 0 {
		r.Violated(found...)
		return
	}
	r.Judge(outcome, nil)
}

// consentsTo gathers the consents to an accession. A party that is named twice
// has consented if either entry says so.
func consentsTo(v *registry.View, a *model.Agreement, i int, acc *model.Accession) consents {
	c := consents{given: map[model.Ref]truth.Value{}, place: map[model.Ref]rule.Place{}}
	for j, entry := range acc.Consents.Pointers() {
		ref, named := entry.Decision.Get()
		party, place := entry.Organization.V.Record(), rule.At(a, "accessions", i, "consents", j)
		decided := truth.No
		switch {
		case named:
			decided = v.Decided(ref)
		case entry.Decision.Is == model.Unknown:
			decided = truth.CannotTell
		}
		if decided == truth.CannotTell {
			unknown := rule.Beside(place, "om {party} har beslutat är inte känt", "whether {party} has decided is not known")
			unknown.Args = text.Args{"party": phrase.Name(v, party)}
			c.unknown = append(c.unknown, unknown)
		}
		if d, ok := v.Decision(ref); ok && decided == truth.Yes && acc.Effective.Given() && edtf.Before(acc.Effective.V, d.Date.V) == truth.Yes {
			f := rule.FoundAs("too-soon", rule.At(a, "accessions", i, "effective"), text.Args{"effective": acc.Effective.V, "party": phrase.Name(v, party), "date": d.Date.V}, party.String())
			f.Related = []rule.Related{rule.Beside(rule.At(d, "date"), "beslutets dag", "the day of the decision")}
			c.late = append(c.late, f)
		}
		if before, told := c.given[party]; told {
			decided = truth.Or(before, decided)
		}
		if entry.Decision.Is != model.Absent {
			place.Path = place.Path.At("decision")
		}
		c.given[party], c.place[party] = decided, place
	}
	return c
}

// mustConsent is whoever accedes and those who are parties on the day of it, or
// at the view's day.
func mustConsent(v *registry.View, a *model.Agreement, acc *model.Accession) (needed []registry.PartyAt, open bool) {
	who := acc.Organization.V.Record()
	if acc.Effective.Given() {
		v = v.On(min(v.Day, acc.Effective.V.Latest()))
	}
	parties, open := v.Parties(a)
	needed = []registry.PartyAt{{Organization: who, Holds: truth.Yes}}
	for _, p := range parties {
		if p.Organization != who {
			needed = append(needed, p)
		}
	}
	return needed, open
}

// holds reports whether an organization is certainly among some parties.
func holds(parties []registry.PartyAt, who model.Ref) bool {
	for _, p := range parties {
		if p.Organization == who.Record() && p.Holds == truth.Yes {
			return true
		}
	}
	return false
}
