package review

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// Missing is what stands between a change and a decision on it.
type Missing struct {
	ID   string // kebab-case, used in JSON
	Text text.Both
}

// What may be missing.
const (
	MissingGuideline      = "guideline-unknown"
	MissingParties        = "parties-unknown"
	MissingParameter      = "nobody-competent"
	MissingDecided        = "competence-only-proposed"
	MissingDecision       = "decision"
	MissingFound          = "decision-unknown"
	MissingTaken          = "decision-not-taken"
	MissingNew            = "decision-older"
	MissingCompetence     = "decision-not-competent"
	MissingAdoption       = "adoption"
	MissingRecommendation = "recommendation"
)

// missingTexts say what is missing.
var missingTexts = map[string]text.Both{
	MissingGuideline:      {Sv: "det är inte känt vilken riktlinje som gäller, och därför inte vem som beslutar", En: "it is not known which guideline is in force, and so not who decides"},
	MissingParties:        {Sv: "det är inte känt vilka som är parter", En: "it is not known who the parties are"},
	MissingParameter:      {Sv: "riktlinjen säger inte vem som beslutar", En: "the guideline does not say who decides"},
	MissingDecided:        {Sv: "riktlinjen föreslår att {body} beslutar, men det är inte beslutat", En: "the guideline proposes that {body} decides, but that is not decided"},
	MissingDecision:       {Sv: "inget beslut anges för {records}", En: "no decision is named for {records}"},
	MissingFound:          {Sv: "beslutet anges som okänt för {records}", En: "the decision is said not to be known for {records}"},
	MissingTaken:          {Sv: "det som anges som beslut är inte beslutat: {decisions}", En: "what is named as the decision is not decided: {decisions}"},
	MissingNew:            {Sv: "inget nytt beslut anges; det som anges fanns före ändringen: {decisions}", En: "no new decision is named; the one that is was there before the change: {decisions}"},
	MissingCompetence:     {Sv: "beslutet är inte fattat av den som är behörig: {decisions}", En: "the decision was not taken by whoever is competent: {decisions}"},
	MissingAdoption:       {Sv: "{n|en part har|# parter har} inte antagit: {parties}", En: "{n|one party has|# parties have} not adopted: {parties}"},
	MissingRecommendation: {Sv: "ingen rekommendation att anta är inlagd ({body})", En: "no recommendation to adopt is recorded ({body})"},
}

func (m *Matter) lacks(id string, args text.Args) {
	t := missingTexts[id]
	m.Missing = append(m.Missing, Missing{id, text.Both{Sv: t.Say(text.Swedish, args), En: t.Say(text.English, args)}})
}

// decide finds who is competent in a matter, and what is missing.
func (m *Matter) decide(d *change.Diff) {
	v := d.Head
	m.By = v.Matter(m.ID)
	m.Body, m.Known = m.By.Value.Body.V, truth.And(m.By.Governs, known(m.By.Value.Body))
	if m.Known == truth.No {
		m.Known = truth.CannotTell
	}
	agreement, _ := registry.Find[*model.Agreement](v.Registry, m.Agreement)
	if agreement != nil && m.ID == adoptionMatter {
		m.parties(v, agreement)
	}
	if m.Known != truth.Yes {
		m.nobody(v)
	}
	if m.ID == adoptionMatter {
		m.adoptions(v, agreement)
		return
	}
	m.decisions(d)
}

// known tells whether it is written who is competent.
func known(body model.Val[model.Competent]) truth.Value {
	c := body.V
	return truth.And(truth.Of(body.Given()), truth.Of(!c.AnyOf.Open()), truth.Of(len(c.AnyOf.Items) > 0 || c.Municipal.Given() || c.Region.Given()))
}

// parties finds who must adopt an agreement: each party, by the type of body that
// the agreement names, else the guideline.
func (m *Matter) parties(v *registry.View, a *model.Agreement) {
	own := a.AdoptionBody
	if parent, ok := v.Parent(a); own.Is == model.Absent && ok {
		own = parent.AdoptionBody
	}
	if own.Given() {
		m.Body.Municipal, m.Body.Region = or(own.V.Municipal, m.Body.Municipal), or(own.V.Region, m.Body.Region)
		if m.Body.Municipal.Given() && m.Body.Region.Given() {
			m.Known = truth.Yes
		}
	}
	adoptions, open := v.Adoptions(a)
	covered := m.covered(a)
	for _, p := range adoptions {
		party := PartyMatter{Party: p.Organization, Holds: p.Holds, Adopted: truth.And(p.Adopted, truth.Or(covered, p.Adopted.Not()))}
		switch v.Side(p.Organization) {
		case model.Municipal:
			party.Body = m.Body.Municipal.V
		case model.Region:
			party.Body = m.Body.Region.V
		}
		m.Parties = append(m.Parties, party)
	}
	if open {
		m.lacks(MissingParties, nil)
	}
}

func or(a, b model.Val[model.Word]) model.Val[model.Word] {
	if a.Given() {
		return a
	}
	return b
}

// covered tells whether the adoptions that are recorded are of what the change
// makes the agreement say. They are of a new agreement; where a text, a version
// or the parties of an older one change, nobody can tell.
func (m *Matter) covered(a *model.Agreement) truth.Value {
	for _, t := range m.Touched {
		for _, e := range t.Edits {
			if key := topKey(e); key == "clauses" || key == "revisions" || key == "parties" {
				return truth.CannotTell
			}
		}
	}
	return truth.Of(a != nil)
}

// nobody tells why it is not known who is competent.
func (m *Matter) nobody(v *registry.View) {
	g, inForce := v.Guideline()
	if inForce != truth.Yes {
		if inForce == truth.No {
			m.lacks(MissingParameter, nil)
			return
		}
		m.lacks(MissingGuideline, nil)
		return
	}
	if row, ok := g.Matters.Get(string(m.ID)); ok && row.V.Status.V == model.Proposed && row.V.Value.V.Body.Given() {
		m.lacks(MissingDecided, text.Args{"body": phrase.Competent(v, row.V.Value.V.Body.V)})
		return
	}
	m.lacks(MissingParameter, nil)
}

// decisions tells what is missing of the decisions that the change refers to.
func (m *Matter) decisions(d *change.Diff) {
	var without, unfound, untaken, incompetent, old []model.Ref
	for i := range m.Touched {
		t := &m.Touched[i]
		t.Without = t.Without || t.left && len(t.Decisions) == 0 && !t.Unfound
		if t.Without {
			without = append(without, t.Record.Ref())
		}
		if t.Unfound {
			unfound = append(unfound, t.Record.Ref())
		}
		for _, r := range t.Decisions {
			switch {
			case r.Taken != truth.Yes && !slices.Contains(untaken, r.Decision):
				untaken = append(untaken, r.Decision)
			case r.Taken == truth.Yes && r.Competent == truth.No && !slices.Contains(incompetent, r.Decision):
				incompetent = append(incompetent, r.Decision)
			case r.Taken == truth.Yes && r.Old && !slices.Contains(old, r.Decision):
				old = append(old, r.Decision)
			}
		}
	}
	for _, l := range []struct {
		id, arg string
		refs    []model.Ref
	}{{MissingDecision, "records", without}, {MissingFound, "records", unfound}, {MissingTaken, "decisions", untaken}, {MissingCompetence, "decisions", incompetent}, {MissingNew, "decisions", old}} {
		if len(l.refs) > 0 {
			m.lacks(l.id, text.Args{l.arg: namesIn(d, l.refs)})
		}
	}
	waiting, ok := m.By.Value.Waiting.Get()
	if !ok || len(without)+len(unfound)+len(untaken)+len(incompetent)+len(old) == 0 {
		return
	}
	asked := d.Head.Day
	for _, ref := range untaken {
		if dec, ok := d.Head.Decision(ref); ok && dec.Chain.Is == model.Given {
			if first, ok := dec.Chain.Items[0].V.Date.Get(); ok {
				asked = first.Latest()
			}
		}
	}
	m.Earliest = edtf.OfDay(asked.Add(waiting))
}

// adoptions tells which parties have not adopted, and whether somebody has
// recommended them to.
func (m *Matter) adoptions(v *registry.View, a *model.Agreement) {
	var not []model.Ref
	for _, p := range m.Parties {
		if p.Adopted == truth.No {
			not = append(not, p.Party)
		}
	}
	if len(not) > 0 {
		m.lacks(MissingAdoption, text.Args{"n": len(not), "parties": phrase.Names(v, not)})
	}
	by := v.Matter(recommendationMatter)
	if a == nil || by.Governs != truth.Yes || a.Recommended.Is == model.Unknown || a.Recommended.Is == model.NotApplicable || len(a.Recommended.Items) > 0 {
		return
	}
	m.lacks(MissingRecommendation, text.Args{"body": phrase.Competent(v, by.Value.Body.V)})
}
