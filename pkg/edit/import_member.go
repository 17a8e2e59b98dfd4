package edit

import (
	"slices"
	"strings"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
)

// person is someone that rows are about.
type person struct {
	ref      model.Ref
	file     string
	record   *model.Representative // nil for a new one
	draft    *draft                // nil for one in the registry
	sittings []sitting
	titles   []string // folded
}

// sitting is a membership that a person has, in the registry or by an earlier
// row of the same spreadsheet.
type sitting struct {
	*model.Membership
	row int // 0 for the registry
}

// inRow are the keys of a membership that a row has under another name.
var inRow = map[string]string{"on_behalf_of": "organization"}

// takeMember takes a row that is a person in a group.
func (im *importer) takeMember(r *row) error {
	name := r.text("name")
	if name == "" {
		name = strings.TrimSpace(r.text("first_name") + " " + r.text("last_name"))
	}
	if r.failed["first_name"] || r.failed["last_name"] {
		name, r.failed["name"] = "", true // half of one is none
	}
	r.need("group")
	ref, known := im.named(r, "name", name)
	if ref.ID == "" {
		return nil
	}
	p := im.person(ref, known)
	im.sameType(r, p)
	if len(r.refused) > 0 {
		return nil
	}
	entry := im.membership(r, p)
	if len(r.refused) > 0 {
		return nil
	}
	said, err := loaded(p.file, Entries{{"name", "-"}, {"type", "official"}, {"memberships", []Entries{entry}}})
	if err != nil {
		return err
	}
	m := &said.(*model.Representative).Memberships.Items[0].V
	sits := r.sits(p, m)
	if len(r.refused) > 0 {
		return nil
	}
	title := r.entry("title")
	if org := r.cells["organization"].ref; org.Kind == model.OrganizationKind {
		title = append(title, Entry{"organization", org.ID})
	}
	titled := !r.has("title") || slices.Contains(p.titles, text.Fold(r.text("title")))
	if r.already = sits && titled; r.already {
		return nil
	}
	if p.record == nil && p.draft == nil {
		p.draft = &draft{ref: ref, row: r.number, plain: r.cited(Entries{{"name", name}, {"type", r.text("type")}})}
		im.draft(p.file, p.draft)
		im.people[p.file] = p
		im.names.addNew(ref, name)
	}
	was, changed := im.after[p.file]
	if !sits {
		err = im.give(r, p, "memberships", entry)
	}
	if err == nil && !titled && len(r.refused) == 0 {
		err = im.give(r, p, "titles", title)
	}
	if len(r.refused) > 0 { // all of the row or nothing
		if im.after[p.file] = was; !changed {
			delete(im.after, p.file)
		}
		return err
	}
	p.sittings = append(p.sittings, sitting{m, r.number})
	p.titles = append(p.titles, text.Fold(r.text("title")))
	return err
}

// person is who a row is about, with what is known of them so far.
func (im *importer) person(ref model.Ref, known bool) *person {
	file := fileOf(ref)
	if known {
		file = im.file(ref)
	}
	if p := im.people[file]; p != nil {
		return p
	}
	p := &person{ref: ref, file: file}
	if !known {
		return p // not kept until a row is taken
	}
	rec, _ := im.view.Record(ref)
	p.record, _ = rec.(*model.Representative)
	for _, m := range p.record.Memberships.Pointers() {
		p.sittings = append(p.sittings, sitting{m, 0})
	}
	for _, t := range p.record.Titles.All() {
		p.titles = append(p.titles, text.Fold(t.Title.V.Sv), text.Fold(t.Title.V.En))
	}
	im.people[file] = p
	return p
}

// sameType refuses a row that has another type of person than is known, or none
// for a new one.
func (im *importer) sameType(r *row, p *person) {
	said := r.text("type")
	switch {
	case p.record != nil && said != "" && p.record.Type.Given() && string(p.record.Type.V) != said:
		r.wrong("type", im.both(otherwise, "there", func(w phrase.Writer) string {
			return model.Label("representative-type", p.record.Type.V, string(w.Lang))
		}))
	case p.record == nil && p.draft == nil && said == "" && !r.failed["type"]:
		why := noType
		if im.untyped {
			why = isMissing
		}
		r.wrong("type", why)
		im.untyped = true
	case p.draft != nil && said != "" && p.draft.plain[1].Value != said:
		r.wrong("type", say(saysOther, text.Args{"row": p.draft.row}))
	}
}

// give writes an entry into one of a person's lists.
func (im *importer) give(r *row, p *person, key string, entry Entries) error {
	if p.draft == nil {
		return im.insert(r, p.record, model.Path{}.At(key), r.cited(entry))
	}
	if !slices.EqualFunc(sourcesOf(p.draft.plain), r.sources(), func(a, b Entries) bool { return slices.Equal(a, b) }) {
		entry = r.cited(entry)
	}
	if key == "titles" {
		p.draft.titles = append(p.draft.titles, entry)
	} else {
		p.draft.seats = append(p.draft.seats, entry)
	}
	return nil
}

func sourcesOf(e Entries) []Entries {
	for _, a := range e {
		if s, ok := a.Value.([]Entries); ok && a.Key == "sources" {
			return s
		}
	}
	return nil
}

// membership is what a row says of a membership. Where it fits one seat of the
// group, or one that the person has, the seat says the role and for whom.
func (im *importer) membership(r *row, p *person) Entries {
	e := r.entry("group")
	group, ok := im.view.Group(r.cells["group"].ref)
	if !ok {
		return e
	}
	if seat := im.seat(r, p, group); seat != "" {
		e = append(e, Entry{"seat", seat})
	} else {
		e = append(e, r.entry("role")...)
		if r.has("organization") {
			e = append(e, Entry{"on_behalf_of", r.cells["organization"].value})
		}
	}
	return append(e, r.entry("from", "until", "appointed_by")...)
}

// seat finds the seat that a row is about: the one that it names, the one that
// the person has, or the only one that fits.
func (im *importer) seat(r *row, p *person, g *model.Group) string {
	var fits, all []string
	for _, s := range g.Seats.Pointers() {
		id := string(s.ID.V)
		all = append(all, id)
		if r.has("seat") && r.text("seat") == id {
			im.fitsSeat(r, s)
			return id
		}
		if r.fits(s) && !slices.Contains(fits, id) {
			fits = append(fits, id)
		}
	}
	if r.has("seat") {
		r.wrong("seat", say(noSeat, text.Args{"allowed": text.Or(all)}))
		return ""
	}
	for _, s := range p.sittings {
		if s.Group.V != g.Ref || !s.Seat.Given() || r.outside(s.Span) {
			continue
		}
		if slices.Contains(fits, string(s.Seat.V)) {
			return string(s.Seat.V)
		}
		if seat, ok := im.view.SeatOf(registry.Seating{Membership: s.Membership}); ok && r.roleIs(seat.Role) {
			im.fitsSeat(r, seat)
			return string(s.Seat.V)
		}
	}
	if len(fits) == 1 {
		return fits[0]
	}
	return ""
}

// roleIs reports whether a row has a role, or none.
func (r *row) roleIs(role model.Val[model.Word]) bool {
	return !r.has("role") || role.Given() && string(role.V) == r.text("role")
}

// outside reports whether what a row says begins after a time, or ends before it.
func (r *row) outside(s model.Span) bool {
	var own model.Span
	if d, err := edtf.Parse(r.text("from")); err == nil {
		own.From = model.Some(d)
	}
	if d, err := edtf.Parse(r.text("until")); err == nil {
		own.Until = model.Some(d)
	}
	return apart(s, own)
}

// fits reports whether a seat has the role of the row, and is for its
// organization, at the time. A row without either fits none.
func (r *row) fits(s *model.Seat) bool {
	if !r.has("organization") && !r.has("role") || !r.roleIs(s.Role) || r.outside(s.Span) {
		return false
	}
	return !r.has("organization") || r.represented(s)
}

// represented reports whether a seat is for the organization of the row, or for
// what that is a part of.
func (r *row) represented(s *model.Seat) bool {
	ref := r.cells["organization"].ref
	all := s.Represents.Values()
	for range 5 { // parts of parts
		if slices.Contains(all, ref) {
			return true
		}
		org, ok := r.view.Organization(ref)
		if !ok {
			return false
		}
		if slices.Contains(all, model.Ref{Kind: model.Subregion, ID: string(org.Subregion.V)}) {
			return true
		}
		ref = org.PartOf.V
	}
	return false
}

// fitsSeat refuses a row whose seat has another role, or is for others.
func (im *importer) fitsSeat(r *row, s *model.Seat) {
	there := func(words func(phrase.Writer) string) text.Both {
		return text.Both{
			Sv: otherSeat.Say(text.Swedish, text.Args{"seat": s.ID.V, "there": words(im.sv)}),
			En: otherSeat.Say(text.English, text.Args{"seat": s.ID.V, "there": words(im.en)}),
		}
	}
	if s.Role.Given() && !r.roleIs(s.Role) {
		r.wrong("role", there(func(w phrase.Writer) string { return model.Label("seat-role", s.Role.V, string(w.Lang)) }))
	}
	if r.has("organization") && s.Represents.Is == model.Given && !r.represented(s) {
		r.wrong("organization", there(func(w phrase.Writer) string {
			var names []string
			for _, ref := range s.Represents.Values() {
				names = append(names, w.Name(ref))
			}
			return text.List(names, w.Lang)
		}))
	}
}

// sits reports whether a person is known to sit so. A row that says otherwise of
// the same time is refused.
func (r *row) sits(p *person, m *model.Membership) bool {
	field, _ := model.Fields(model.RepresentativeKind).Field("memberships")
	for _, s := range p.sittings {
		if !samePlace(s.Membership, m) || apart(s.Span, m.Span) {
			continue
		}
		ds := differ(model.Tree(field.Map, s.Membership), model.Tree(field.Map, m))
		if len(ds) > 0 && s.row > 0 {
			r.wrong(ds[0].key, say(saysOther, text.Args{"row": s.row}))
			return false
		}
		r.differs(p.file, ds, inRow)
		return len(ds) == 0
	}
	return false
}

// samePlace reports whether two memberships are of the same seat, or of the same
// role and for the same where there is none.
func samePlace(a, b *model.Membership) bool {
	if a.Group.V != b.Group.V || a.Seat.V != b.Seat.V {
		return false
	}
	same := func(x, y model.Answer, equal bool) bool { return x != model.Given || y != model.Given || equal }
	return same(a.Role.Is, b.Role.Is, a.Role.V == b.Role.V) && same(a.OnBehalfOf.Is, b.OnBehalfOf.Is, a.OnBehalfOf.V == b.OnBehalfOf.V)
}
