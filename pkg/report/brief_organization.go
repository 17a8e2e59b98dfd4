package report

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// organization writes who speaks for an organization, which agreements bind it,
// what it has still to adopt, what is due, and what is new.
func (b *Briefer) organization(p *Paper, o *model.Organization) {
	p.Lead = append(p.Lead, text.Capital(phrase.Word("organization-type", o.Type.V).In(b.Lang))+".")
	heard := b.voices(p, o)
	bound := b.bound(p, o)
	b.add(p, b.in("Tidsgränser", "Deadlines"), b.due(func(d *registry.Deadline, rec model.Record) bool {
		_, party := bound[rec.Base().Ref]
		return party || slices.Contains(b.View.Referrers(o.Ref), rec.Base().Ref) && rec.Base().Ref.Kind != model.GroupKind
	}), b.in("Registret anger ingen tidsgräns som inte är passerad och klar.", "The registry has no deadline that is not met."))
	b.news(p, b.since(text.Both{Sv: "Beslut", En: "Decisions"}), func(d *model.Decision) bool {
		body := d.Body.V.Record()
		if body == o.Ref || heard[body] || b.View.Manifest.Apex.V.Record() == body && d.Body.Given() || slices.Contains(b.View.Referrers(o.Ref), d.Ref) {
			return true
		}
		return slices.ContainsFunc(d.Concerns.Values(), func(ref model.Ref) bool { _, party := bound[ref.Record()]; return party || heard[ref.Record()] })
	})
}

// voices tells who speaks for an organization, itself and through others, and in
// which groups only others speak for its side. It returns the groups where
// somebody speaks for it.
func (b *Briefer) voices(p *Paper, o *model.Organization) map[model.Ref]bool {
	heard := map[model.Ref]bool{}
	var own, through []Line
	for _, voice := range b.View.Voices(o) {
		heard[voice.Group.Ref] = true
		line := b.voice(voice)
		if b.View.Own(voice, o) {
			own = append(own, line)
			continue
		}
		through = append(through, line)
	}
	b.add(p, b.in("Egna platser och företrädare", "Seats and representatives of its own"), own, b.say(text.Both{
		Sv: "Ingen plats eller person som företräder {name} själv finns i registret. Det betyder inte att ingen finns.",
		En: "No seat or person for {name} itself is in the registry. That does not mean that there is none.",
	}, text.Args{"name": b.Name(o.Ref)}))
	if len(through) > 0 {
		b.add(p, b.in("Genom andra", "Through others"), through, "")
	}
	if o.Type.V != model.Municipality {
		return heard
	}
	var others []Line
	for _, at := range b.View.InScope("") {
		if heard[at.Group.Ref] {
			continue
		}
		if side := b.sideIn(at.Group); side != "" {
			line := Line{Text: b.View.ShortName(at.Group).In(string(b.Lang)) + doubt(at.Lives) + ": " + side}
			if at.Group.Subregional.V {
				line.Lines = []Line{b.neighbours(at.Group, o)}
			}
			others = append(others, line)
		}
	}
	if len(others) > 0 {
		others = append(others, Line{Gap: true, Text: b.say(text.Both{
			Sv: "Hur {name} får veta vad de grupperna kommer fram till framgår inte av registret.",
			En: "How {name} learns what those groups arrive at the registry does not tell.",
		}, text.Args{"name": b.Name(o.Ref)})})
		b.add(p, b.in("Grupper där bara andra kommuner eller deras förbund har plats", "Groups where only other municipalities or their association have seats"), others, "")
	}
	return heard
}

// neighbours tells who sits for the subregion of a municipality in a group where
// the subregions are represented.
func (b *Briefer) neighbours(g *model.Group, o *model.Organization) Line {
	area, known := o.Subregion.Get()
	if !known {
		return Line{Gap: true, Text: b.in("delregionerna är företrädda, men vilken kommunen hör till framgår inte", "the subregions are represented, but which one the municipality belongs to is not known")}
	}
	source := b.cite(registry.Citations(g, nil, "subregional"))
	var refs []model.Ref
	for _, s := range b.View.Seats(g) {
		for _, ref := range s.Seat.Represents.All() {
			if other, ok := b.View.Organization(ref); ok && other.Subregion.Given() && other.Subregion.V == area {
				refs = append(refs, ref)
			}
		}
	}
	args := text.Args{"area": b.names([]model.Ref{{Kind: model.Subregion, ID: string(area)}}), "names": b.names(refs)}
	if len(refs) == 0 {
		return Line{Gap: true, Text: b.say(text.Both{
			Sv: "delregionerna är företrädda, men ingen i delregionen {area} har plats enligt registret",
			En: "the subregions are represented, but by the registry nobody of the subregion {area} has a seat",
		}, args), Source: source}
	}
	return Line{Text: b.say(text.Both{
		Sv: "delregionerna är företrädda; i delregionen {area} har {names} plats",
		En: "the subregions are represented; seats for the subregion {area}: {names}",
	}, args), Source: source}
}

// sideIn lists whom the municipal seats of a group are for.
func (b *Briefer) sideIn(g *model.Group) string {
	var refs []model.Ref
	for _, s := range b.View.Seats(g) {
		if s.Side == model.Municipal {
			refs = append(refs, s.Seat.Represents.Values()...)
		}
	}
	return b.names(refs)
}

// voice tells of one seat or membership: the group, the role, whom it is for and
// who has it.
func (b *Briefer) voice(voice registry.Voice) Line {
	line := Line{Text: b.View.ShortName(voice.Group).In(string(b.Lang)) + doubt(voice.Holds) + ": "}
	switch {
	case voice.Seating != nil:
		role := voice.Seating.Membership.Role
		if voice.Seat != nil {
			role = voice.Seat.Seat.Role
		}
		line.Text += b.role(role) + ", " + b.Name(voice.Seating.Representative.Ref)
		line.Source = b.cite(registry.Citations(voice.Seating.Representative, &voice.Seating.Membership.Evidence, "memberships"))
	default:
		line.Text += b.role(voice.Seat.Seat.Role) + ", " + b.holder(*voice.Seat)
		line.Source = b.cite(registry.Citations(voice.Group, &voice.Seat.Seat.Evidence, "seats"))
	}
	if !voice.Through.IsZero() {
		line.Text += b.in(", genom ", ", through ") + b.names([]model.Ref{voice.Through})
	}
	return line
}

// bound tells which agreements in force bind an organization, and which it has
// still to adopt. It returns the agreements that it is or may be a party of.
func (b *Briefer) bound(p *Paper, o *model.Organization) map[model.Ref]truth.Value {
	parties := map[model.Ref]truth.Value{}
	var binding, pending []Line
	untold, byDefault := 0, false
	for _, a := range b.View.Agreements {
		own, ok := b.adoptionOf(a, o)
		if !ok || a.External.V {
			continue
		}
		byDefault = byDefault || a.Parties.Is == model.Absent
		parties[a.Ref] = own.Holds
		inForce := b.View.IsInForce(a)
		if inForce != truth.No {
			line := b.withStatus(a, truth.And(own.Holds, inForce))
			line.Lines = []Line{b.adopted(a, own)}
			binding = append(binding, line)
		}
		switch st := b.View.AgreementStatus(a); {
		case own.Adopted == truth.Yes, b.View.HasEnded(a) == truth.Yes, st.State == registry.Expired, a.Type.V == model.Letter:
		case own.Adopted == truth.No || inForce == truth.No:
			line := b.withStatus(a, own.Holds)
			line.Lines = []Line{b.adopted(a, own)}
			pending = append(pending, line)
		default:
			untold++
		}
	}
	if byDefault {
		binding = append(binding, Line{Gap: true, Text: b.say(text.Both{
			Sv: "Där en överenskommelse inte anger några parter räknas {parties} som parter. Det är registrets förval.",
			En: "Where an agreement names no parties, {parties} count as its parties. That is the registry's default.",
		}, text.Args{"parties": b.names(b.View.Manifest.DefaultParties.Values())})})
	}
	b.add(p, b.Lang.Say(text.WhoAgreements, text.Args{"name": b.Name(o.Ref)}), binding,
		b.in("Ingen överenskommelse i registret binder organisationen den dagen, så vitt källorna säger.", "No agreement in the registry binds the organization on that day, as far as the sources tell."))
	if untold > 0 {
		pending = append(pending, Line{Gap: true, Text: b.say(text.Both{
			Sv: "För {n|en|#} av överenskommelserna ovan framgår inte av källorna om {name} har antagit {n|den|dem}.",
			En: "For {n|one|#} of the agreements above the sources do not tell whether {name} has adopted {n|it|them}.",
		}, text.Args{"n": untold, "name": b.Name(o.Ref)})})
	}
	b.add(p, b.in("Kvar att anta", "Still to adopt"), pending,
		b.in("Ingenting, så vitt källorna säger.", "Nothing, as far as the sources tell."))
	return parties
}

// adoptionOf is an organization as a party of an agreement. ok is false where it
// is none.
func (b *Briefer) adoptionOf(a *model.Agreement, o *model.Organization) (own registry.PartyAdoption, ok bool) {
	all, _ := b.View.Adoptions(a)
	for _, party := range all {
		if party.Organization == o.Ref {
			return party, true
		}
	}
	return own, false
}

// adopted tells whether a party has adopted an agreement, when and by whom.
func (b *Briefer) adopted(a *model.Agreement, own registry.PartyAdoption) Line {
	line := Line{}
	newest, recorded := b.View.AdoptionOf(own.PartyAt)
	switch {
	case recorded:
		line.Text = phrase.Word("adoption-state", newest.State.V).In(b.Lang)
		if newest.Date.Given() {
			line.Text += " " + text.Date(newest.Date.V, b.Lang)
		}
		if newest.Body.Given() {
			line.Text += b.in(" av ", " by ") + phrase.Word("adopting-body", newest.Body.V).In(b.Lang)
		}
		line.Source = b.cite(registry.Citations(a, &newest.Evidence, "parties.adoptions"))
	case own.Adopted == truth.Yes:
		line.Text = b.in("antagen, samlat redovisat för flera parter", "adopted, reported collectively for several parties")
		for _, e := range a.AdoptionEvidence.Pointers() {
			if line.Source == "" && slices.ContainsFunc(e.Parties.Values(), func(ref model.Ref) bool { return b.holds(ref, own.Organization) }) {
				line.Source = b.cite(registry.Citations(a, &e.Evidence, "adoption_evidence"))
			}
		}
	case own.Adopted == truth.No:
		line.Text = b.in("inte antagen", "not adopted")
	default:
		line.Text, line.Gap = b.in("om parten har antagit den framgår inte", "whether the party has adopted it is not known"), true
	}
	if !own.Via.IsZero() && own.Entry != nil {
		line.Text += b.in("; part som en av ", "; a party as one of ") + b.names([]model.Ref{own.Via})
	}
	return line
}

// holds reports whether a reference stands for an organization: it is it, or a
// collective that may hold it.
func (b *Briefer) holds(ref, organization model.Ref) bool {
	members, _ := b.View.Expand(ref)
	return slices.ContainsFunc(members, func(m registry.MemberAt) bool { return m.Organization == organization && m.Holds != truth.No })
}
