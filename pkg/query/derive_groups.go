package query

import (
	"math"
	"slices"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var groupColumn = to("group_id", "groups.id", "gruppen", "the group")

var groupsNow = derivation{&Table{Name: "groups_now", Derived: true, Key: []string{"group_id"},
	What: both("grupperna dagen", "the groups on the day"),
	Columns: columns(groupColumn, col("name", Text, "namn", "name"), col("short_name", Text, "kortnamn", "short name"), col("type", Text, "slag", "type"), statusColumns(),
		Column{"forum", Integer, both("1 om gruppen är ett forum", "1 if the group is a forum"), "", []string{"0", "1"}},
		tell("lives", "om gruppen finns", "whether the group exists"), tell("active", "om den är etablerad eller aktiv", "whether it is established or active"),
		tell("established", "om den har etablerats och inte upphört", "whether it has been established and has not ended"),
		tell("annual_plan", "om den har en årsplan som gäller", "whether it has an annual plan that governs"),
		tell("terms", "om den har ett uppdrag som gäller", "whether it has terms of reference that are in effect"),
		tell("chair_seat", "om den har en ordförandeplats", "whether it has a chair seat"), tell("chair_filled", "om någon har den", "whether somebody has it"),
		tell("process_lead", "om någon är processledare", "whether somebody is process lead"),
		tell("region_side", "om regionen har plats", "whether the region has a seat"), tell("municipal_side", "om kommunerna har plats", "whether the municipalities have a seat"),
		tell("handed_over", "om allt ansvar är överlämnat", "whether all that it was responsible for is handed over"),
		tell("seats_complete", "om alla platser finns med", "whether every seat is recorded"), tell("memberships_complete", "om alla uppdrag finns med", "whether every membership is recorded"),
		dated("last_held", "senaste möte som säkert hölls", "the last meeting that was held for certain"))}, func(f *filler) {
	v := f.view
	pointing := v.PointingAt()
	for _, g := range v.Groups {
		seated, filled, _ := v.ChairSeats(g)
		region, _ := v.HasSide(g, model.Region)
		municipal, _ := v.HasSide(g, model.Municipal)
		handed, _ := v.HandedOver(g, pointing[g.Ref])
		f.add("groups_now", slices.Concat(row(g.Ref.ID, v.Name(g).In("sv"), v.ShortName(g).In("sv"), g.Type.V), status(v.GroupStatus(g)),
			row(registry.IsForum(g), v.Lives(g), v.IsActive(g), v.IsEstablished(g), v.PlannedYear(g), v.TermsInEffect(g), seated, filled, v.RoleFilled(g, model.Lead),
				region, municipal, handed, v.SeatsComplete(g), v.MembershipsComplete(g)), row(lastHeld(v, g).Date.V))...)
	}
}}

// lastHeld is the last meeting of a group that had been held by the day for
// certain; an empty one where there is none.
func lastHeld(v *registry.View, g *model.Group) *model.Meeting {
	for _, m := range slices.Backward(v.MeetingsOf(g.Ref)) {
		if m.Status.V == model.Held && m.Date.Given() && m.Date.V.Ended(v.Day+1) == truth.Yes {
			return m
		}
	}
	return &model.Meeting{}
}

var seatsNow = derivation{&Table{Name: "seats_now", Derived: true, Indexes: [][]string{{"group_id", "seat"}},
	What: both("platserna som finns eller kan finnas dagen", "the seats that exist or may exist on the day"),
	Columns: columns(groupColumn, col("seat", Text, "platsens id", "id of the seat"), col("entry", Text, "platsen i posten", "the place in the record"), col("role", Text, "roll", "role"),
		tell("holds", "om platsen finns", "whether the seat exists"), col("count_min", Real, "antal platser, minst", "number of seats, at least"), col("count_max", Real, "högst; NULL om det inte är känt", "at most; NULL where it is not known"),
		col("side", Text, "sida; NULL om den inte är känd", "side; NULL where it is not known"), tell("vacant", "om platsen är vakant", "whether the seat is vacant"), dated("vacant_since", "vakant sedan", "vacant since"),
		Column{"counts", Integer, both("1 om platsen räknas bland rollerna", "1 if the seat is one of the roles that are counted"), "", []string{"0", "1"}},
		Column{"elected", Integer, both("1 om den är för en förtroendevald; NULL om det inte anges", "1 if it is for an elected person; NULL where it is not said"), "", []string{"0", "1"}})}, func(f *filler) {
	v := f.view
	for _, g := range v.Groups {
		for _, s := range v.Seats(g) {
			var most any
			if !math.IsInf(s.Max, 1) {
				most = s.Max
			}
			vacant := v.Vacant(s)
			since := v.VacantSince(s)
			if vacant == truth.No {
				since = model.Meeting{}.Date.V
			}
			f.give("seats_now", g.Ref.ID, string(s.Seat.ID.V), model.Path{}.At("seats", s.Index).String(), s.Seat.Role.V, s.Holds, s.Min, most, s.Side, vacant, since, s.Counts(), given(s.Seat.Elected))
		}
	}
}}

var membershipsNow = derivation{&Table{Name: "memberships_now", Derived: true, Indexes: [][]string{{"representative_id"}, {"group_id", "seat"}},
	What: both("uppdragen dagen; de som säkert är slut eller inte har börjat är inte med", "the memberships on the day; those that have ended for certain or not begun are left out"),
	Columns: columns(to("representative_id", "representatives.id", "representanten", "the representative"), col("entry", Text, "platsen i posten", "the place in the record"), groupColumn,
		col("seat", Text, "platsens id", "id of the seat"), col("role", Text, "roll: platsens, annars uppdragets", "role: that of the seat, else of the membership"),
		tell("holds", "om uppdraget gäller", "whether the membership holds"), col("side", Text, "sida; NULL om den inte är känd", "side; NULL where it is not known"),
		Column{"counts", Integer, both("1 om det räknas bland rollerna", "1 if it is one of the roles that are counted"), "", []string{"0", "1"}},
		col("speaks_for", Text, "vem det företräder, som slag/id, åtskilda av komma", "whom it speaks for, as kind/id, with commas between"))}, func(f *filler) {
	v := f.view
	for _, p := range v.Representatives {
		for i, m := range p.Memberships.Pointers() {
			s := registry.Seating{Representative: p, Membership: m, Index: i}
			sits := v.Sits(s)
			if sits == truth.No {
				continue
			}
			role := m.Role.V
			if seat, ok := v.SeatOf(s); ok {
				role = seat.Role.V
			}
			var whom []string
			for _, ref := range v.SpeaksFor(s) {
				whom = append(whom, ref.String())
			}
			f.give("memberships_now", p.Ref.ID, model.Path{}.At("memberships", i).String(), f.idOf(m.Group), word(m.Seat), role, sits, v.SideOfMembership(s), v.Counts(s), joined(whom))
		}
	}
}}

var looseEnds = derivation{&Table{Name: "loose_ends_now", Derived: true, Indexes: [][]string{{"group_id"}},
	What: both("vad som hindrar att en grupp avvecklas dagen", "what keeps a group from closing on the day"),
	Columns: columns(groupColumn, Column{"what", Text, both("slag", "kind"), "", []string{"responsibility", "late", "unlisted", "agreement", "local"}},
		refColumn, col("path", Text, "platsen i posten", "the place in the record"), col("name", Text, "vad", "what"), col("name_en", Text, "på engelska, där det finns", "in English, where there is any"))}, func(f *filler) {
	v := f.view
	pointing := v.PointingAt()
	for _, g := range v.Groups {
		if v.Lives(g) == truth.No {
			continue
		}
		_, loose := v.HandedOver(g, pointing[g.Ref])
		for _, l := range loose {
			what := l.What
			if what == registry.LooseResponsibility {
				what = "responsibility"
			}
			f.give("loose_ends_now", g.Ref.ID, what, l.Record.Base().Ref.String(), l.Path.String(), l.Name)
		}
	}
}}

var organizationColumn = to("organization_id", "organizations.id", "organisationen", "the organization")

var organizationsNow = derivation{&Table{Name: "organizations_now", Derived: true, Key: []string{"organization_id"},
	What: both("organisationerna dagen", "the organizations on the day"),
	Columns: columns(organizationColumn, col("name", Text, "namn", "name"), col("short_name", Text, "kortnamn", "short name"), col("type", Text, "slag", "type"),
		col("side", Text, "sida; NULL om den inte är känd", "side; NULL where it is not known"), tell("ended", "om den har upphört", "whether it has ended"),
		tell("municipality", "om den är en kommun i länet", "whether it is a municipality of the county"))}, func(f *filler) {
	v := f.view
	municipality := map[model.Ref]truth.Value{}
	for _, o := range v.MaybeMunicipalities() {
		municipality[o.Ref] = truth.CannotTell
	}
	for _, o := range v.Municipalities() {
		municipality[o.Ref] = truth.Yes
	}
	for _, o := range v.Organizations {
		is, ok := municipality[o.Ref]
		if !ok {
			is = truth.No
		}
		f.give("organizations_now", o.Ref.ID, v.Name(o).In("sv"), v.ShortName(o).In("sv"), o.Type.V, v.Side(o.Ref), v.HasEnded(o), is)
	}
}}

var membersNow = derivation{&Table{Name: "organization_members_now", Derived: true, Indexes: [][]string{{"organization_id"}, {"member_id"}},
	What: both("vilka kollektiven står för dagen", "whom the collectives stand for on the day"),
	Columns: columns(organizationColumn, to("member_id", "organizations.id", "medlemmen", "the member"), tell("holds", "om den är medlem", "whether it is a member"),
		Column{"all_known", Integer, both("0 om det kan finnas fler", "0 if there may be more"), "", []string{"0", "1"}})}, func(f *filler) {
	for _, o := range f.view.Organizations {
		members, open := f.view.Expand(o.Ref)
		for _, m := range members {
			if m.Organization != o.Ref {
				f.give("organization_members_now", o.Ref.ID, f.toID(m.Organization), m.Holds, !open)
			}
		}
	}
}}

var municipalitiesNow = derivation{&Table{Name: "municipalities_now", Derived: true, Key: []string{"organization_id"},
	What: both("länets kommuner dagen, och om de har plats i något forum", "the municipalities of the county on the day, and whether they have a seat in some forum"),
	Columns: columns(organizationColumn, col("name", Text, "namn", "name"), col("subregion", Text, "delregion", "subregion"),
		tell("represented", "om någon plats är för kommunen själv", "whether some seat is for the municipality itself"),
		col("seats", Integer, "platser som säkert är kommunens", "seats that are the municipality's for certain"))}, func(f *filler) {
	v := f.view
	certain, seats, _ := v.Represented(registry.Scope{})
	// A seat of somebody whom no source names may be that of any of the others.
	m, _ := v.Metric("municipalities-represented", registry.Scope{})
	silent := truth.And(m.Complete, truth.Of(m.Min == m.Max)).Not()
	if silent == truth.Yes {
		silent = truth.CannotTell
	}
	for _, o := range slices.Concat(v.Municipalities(), v.MaybeMunicipalities()) {
		is := certain[o.Ref]
		if _, named := certain[o.Ref]; !named || is == truth.No {
			is = silent
		}
		f.give("municipalities_now", o.Ref.ID, v.Name(o).In("sv"), word(o.Subregion), is, seats[o.Ref])
	}
}}
