package query

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
)

var voicesNow = derivation{&Table{Name: "voices_now", Derived: true, Indexes: [][]string{{"organization_id"}, {"group_id"}},
	What: both("platser och uppdrag som talar för en organisation dagen", "seats and memberships that speak for an organization on the day"),
	Columns: columns(organizationColumn, groupColumn, col("seat", Text, "platsens id", "id of the seat"), to("representative_id", "representatives.id", "den vars uppdrag det är", "the one whose membership it is"),
		to("through_ref", "records.ref", "för vem, där det inte är organisationen själv", "for whom, where it is not the organization itself"),
		Column{"own", Integer, both("1 om platsen är organisationens egen", "1 if it is the organization's own"), "", []string{"0", "1"}}, tell("holds", "om det är så", "whether it is so"))}, func(f *filler) {
	v := f.view
	heard := hearers(v)
	for _, o := range v.Organizations {
		for _, g := range heard[o.Ref] {
			for _, voice := range v.VoicesIn(g, o) {
				var seat, who any
				if voice.Seat != nil {
					seat = string(voice.Seat.Seat.ID.V)
				}
				if voice.Seating != nil {
					who = voice.Seating.Representative.Ref.ID
				}
				f.give("voices_now", o.Ref.ID, g.Ref.ID, seat, who, voice.Through, v.Own(voice, o), voice.Holds)
			}
		}
	}
}}

// hearers are the groups that each organization may be heard in: those with a
// seat or a membership for it, a part of it, its subregion or a collective that
// holds it. Most groups hear few, so that asking every group about every
// organization would take far longer.
func hearers(v *registry.View) map[model.Ref][]*model.Group {
	heard := map[model.Ref][]*model.Group{}
	reach := map[model.Ref][]model.Ref{}
	for _, g := range v.Groups {
		seen := map[model.Ref]bool{}
		add := func(ref model.Ref) {
			ref = ref.Record()
			if _, ok := reach[ref]; !ok {
				reach[ref] = reached(v, ref)
			}
			for _, o := range reach[ref] {
				if !seen[o] {
					seen[o] = true
					heard[o] = append(heard[o], g)
				}
			}
		}
		for _, s := range g.Seats.Pointers() {
			for _, ref := range s.Represents.All() {
				add(ref)
			}
		}
		for _, m := range v.Memberships(g.Ref) {
			if m.Membership.OnBehalfOf.Given() {
				add(m.Membership.OnBehalfOf.V)
			}
		}
	}
	return heard
}

// reached are the organizations that who speaks for a reference may speak for.
func reached(v *registry.View, ref model.Ref) (out []model.Ref) {
	if ref.Kind == model.Subregion {
		for _, o := range v.Organizations {
			if o.Subregion.Is == model.Unknown || o.Subregion.Given() && string(o.Subregion.V) == ref.ID {
				out = append(out, o.Ref)
			}
		}
		return out
	}
	seen := map[model.Ref]bool{}
	for o, ok := v.Organization(ref); ok && !seen[o.Ref]; o, ok = v.Organization(o.PartOf.V) {
		seen[o.Ref] = true
		out = append(out, o.Ref)
	}
	members, _ := v.Expand(ref)
	for _, m := range members {
		out = append(out, m.Organization)
	}
	return out
}
