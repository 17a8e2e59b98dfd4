package export

import (
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"strings"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
)

// Popolo writes the people, organizations, seats, memberships, subregions and
// meetings of a registry as the classes Person, Organization, Post, Membership,
// Area and Event of the Popolo specification, each in a list of its own, with
// the names that they have at the view's day.
//
// Groups are organizations; the classification tells which they are. A Popolo
// date is a year, a month or a day; others are left out. What Popolo has no word
// for stands under `vis`: in an object, the whole record as the JSON Schema of
// its kind describes it; at the top, where it was made from, and `records`, the
// records of the other kinds by kind.
func Popolo(w io.Writer, o Origin) error {
	p := &popolo{
		Origin: o, Extension: extension{head: o.head(), Records: map[string][]item{}},
		Persons: []popoloPerson{}, Organizations: []popoloOrganization{}, Posts: []popoloPost{},
		Memberships: []popoloMembership{}, Areas: []popoloArea{}, Events: []popoloEvent{},
	}
	p.Extension.Format = "popolo"
	p.areas()
	for _, rec := range o.View.Records() {
		switch rec := rec.(type) {
		case *model.Organization:
			p.organization(rec)
		case *model.Group:
			p.group(rec)
		case *model.Representative:
			p.person(rec)
		case *model.Meeting:
			p.event(rec)
		default:
			kind := rec.Base().Ref.Kind.Info().Folder
			p.Extension.Records[kind] = append(p.Extension.Records[kind], o.record(rec))
		}
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(p)
}

type popolo struct {
	Origin        `json:"-"`
	Persons       []popoloPerson       `json:"persons"`
	Organizations []popoloOrganization `json:"organizations"`
	Posts         []popoloPost         `json:"posts"`
	Memberships   []popoloMembership   `json:"memberships"`
	Areas         []popoloArea         `json:"areas"`
	Events        []popoloEvent        `json:"events"`
	Extension     extension            `json:"vis"`
}

type extension struct {
	head
	Records map[string][]item `json:"records"`
}

type popoloPerson struct {
	ID         string       `json:"id"`
	Name       string       `json:"name,omitempty"`
	OtherNames []popoloName `json:"other_names,omitempty"`
	Sources    []popoloLink `json:"sources,omitempty"`
	Record     any          `json:"vis,omitempty"`
}

type popoloOrganization struct {
	ID              string             `json:"id"`
	Name            string             `json:"name"`
	OtherNames      []popoloName       `json:"other_names,omitempty"`
	Identifiers     []popoloIdentifier `json:"identifiers,omitempty"`
	Classification  string             `json:"classification,omitempty"`
	ParentID        string             `json:"parent_id,omitempty"`
	AreaID          string             `json:"area_id,omitempty"`
	FoundingDate    string             `json:"founding_date,omitempty"`
	DissolutionDate string             `json:"dissolution_date,omitempty"`
	Sources         []popoloLink       `json:"sources,omitempty"`
	Record          any                `json:"vis"`
}

type popoloPost struct {
	ID             string `json:"id"`
	Label          string `json:"label,omitempty"`
	Role           string `json:"role,omitempty"`
	OrganizationID string `json:"organization_id"`
	AreaID         string `json:"area_id,omitempty"`
	StartDate      string `json:"start_date,omitempty"`
	EndDate        string `json:"end_date,omitempty"`
}

type popoloMembership struct {
	ID             string `json:"id"`
	Role           string `json:"role,omitempty"`
	PersonID       string `json:"person_id"`
	OrganizationID string `json:"organization_id"`
	PostID         string `json:"post_id,omitempty"`
	OnBehalfOfID   string `json:"on_behalf_of_id,omitempty"`
	AreaID         string `json:"area_id,omitempty"`
	StartDate      string `json:"start_date,omitempty"`
	EndDate        string `json:"end_date,omitempty"`
}

type popoloArea struct {
	ID             string `json:"id"`
	Name           string `json:"name"`
	Classification string `json:"classification"`
}

type popoloEvent struct {
	ID             string         `json:"id"`
	Name           string         `json:"name,omitempty"`
	StartDate      string         `json:"start_date,omitempty"`
	Location       string         `json:"location,omitempty"`
	Status         string         `json:"status,omitempty"`
	OrganizationID string         `json:"organization_id,omitempty"`
	Attendees      []popoloPerson `json:"attendees,omitempty"`
	Sources        []popoloLink   `json:"sources,omitempty"`
	Record         any            `json:"vis"`
}

type popoloName struct {
	Name      string `json:"name"`
	StartDate string `json:"start_date,omitempty"`
	EndDate   string `json:"end_date,omitempty"`
	Note      string `json:"note,omitempty"`
}

type popoloIdentifier struct {
	Identifier string `json:"identifier"`
	Scheme     string `json:"scheme"`
}

type popoloLink struct {
	URL  string `json:"url"`
	Note string `json:"note,omitempty"`
}

func (p *popolo) areas() {
	for _, id := range p.View.TermIDs("subregions") {
		area := popoloArea{ID: model.Ref{Kind: model.Subregion, ID: id}.String(), Name: id, Classification: "subregion"}
		if t, ok := p.View.Term("subregions", id); ok && t.Sv.Given() {
			area.Name = t.Sv.V
		}
		p.Areas = append(p.Areas, area)
	}
}

func (p *popolo) organization(o *model.Organization) {
	out := p.body(o, o.Type)
	if code := string(o.Code.V); code != "" {
		out.Identifiers = []popoloIdentifier{{code, "SCB kommunkod"}}
	}
	if o.PartOf.Given() {
		out.ParentID = o.PartOf.V.String()
	}
	if o.Subregion.Given() {
		out.AreaID = model.Ref{Kind: model.Subregion, ID: string(o.Subregion.V)}.String()
	}
	p.Organizations = append(p.Organizations, out)
}

func (p *popolo) group(g *model.Group) {
	out := p.body(g, g.Type)
	if since, _, ok := p.View.EstablishedBy(g); ok {
		out.FoundingDate = partial(since)
	}
	p.Organizations = append(p.Organizations, out)
	for _, s := range g.Seats.Pointers() {
		post := popoloPost{
			ID: seat(g.Ref, s.ID.V), Label: s.Post.V.Sv, Role: string(s.Role.V), OrganizationID: g.Ref.String(),
			StartDate: given(s.From), EndDate: given(s.Until),
		}
		for _, ref := range s.Represents.All() {
			if ref.Kind == model.Subregion {
				post.AreaID = ref.String()
			}
		}
		p.Posts = append(p.Posts, post)
	}
}

// body is what organizations and groups have in common.
func (p *popolo) body(rec model.Record, kind model.Val[model.Word]) popoloOrganization {
	name, others := p.names(rec)
	return popoloOrganization{
		ID: rec.Base().Ref.String(), Name: name, OtherNames: others, Classification: string(kind.V),
		DissolutionDate: given(rec.Base().Ended.V.Date), Sources: p.sources(rec), Record: model.PlainRecord(rec.Base().Ref.Kind, rec),
	}
}

func (p *popolo) person(r *model.Representative) {
	name, others := p.names(r)
	if !r.Name.Given() && len(r.Names.Items) == 0 {
		name = "" // whoever has the post is not known
	}
	p.Persons = append(p.Persons, popoloPerson{ID: r.Ref.String(), Name: name, OtherNames: others, Sources: p.sources(r), Record: model.PlainRecord(r.Ref.Kind, r)})
	taken := map[string]int{}
	for _, m := range r.Memberships.Pointers() {
		out := popoloMembership{
			Role: string(m.Role.V), PersonID: r.Ref.String(), OrganizationID: m.Group.V.String(), StartDate: given(m.From), EndDate: given(m.Until),
		}
		out.ID = r.Ref.String() + "#" + m.Group.V.ID
		if m.Seat.Given() {
			out.PostID, out.ID = seat(m.Group.V, m.Seat.V), out.ID+"/"+string(m.Seat.V)
		}
		if m.From.Given() {
			out.ID += "/" + m.From.V.Canonical()
		}
		if taken[out.ID]++; taken[out.ID] > 1 {
			out.ID += fmt.Sprintf("/%d", taken[out.ID])
		}
		switch ref, ok := m.OnBehalfOf.Get(); {
		case ok && ref.Kind == model.Subregion:
			out.AreaID = ref.String()
		case ok:
			out.OnBehalfOfID = ref.String()
		}
		p.Memberships = append(p.Memberships, out)
	}
}

func (p *popolo) event(m *model.Meeting) {
	e := popoloEvent{
		ID: m.Ref.String(), Name: m.Title.V.Sv, StartDate: given(m.Date), Location: m.Place.V.Sv, Status: string(m.Status.V),
		Sources: p.sources(m), Record: model.PlainRecord(m.Ref.Kind, m),
	}
	if m.Group.Given() {
		e.OrganizationID = m.Group.V.String()
		if e.Name == "" {
			e.Name = strings.TrimSpace(p.View.NameOf(m.Group.V).Sv + " " + m.Date.V.Text())
		}
	}
	for _, ref := range m.Present.All() {
		if who, ok := p.View.Record(ref); ok && ref.Kind == model.RepresentativeKind {
			e.Attendees = append(e.Attendees, popoloPerson{ID: who.Base().Ref.String(), Name: p.View.Name(who).Sv})
		}
	}
	p.Events = append(p.Events, e)
}

// names are what a record is called at the view's day, and every other name and
// spelling it has.
func (p *popolo) names(rec model.Record) (name string, others []popoloName) {
	name = p.View.Name(rec).Sv
	seen := map[string]bool{name: true}
	for _, s := range registry.Spellings(rec) {
		if seen[s.Text] {
			continue
		}
		seen[s.Text] = true
		n := popoloName{Name: s.Text, StartDate: given(s.Span.From), EndDate: given(s.Span.Until)}
		switch s.Kind {
		case registry.ShortName:
			n.Note = "short name"
		case registry.Alias:
			n.Note = "alias"
		}
		others = append(others, n)
	}
	return name, others
}

// sources are the sources of a record that have an address on the web.
func (p *popolo) sources(rec model.Record) (out []popoloLink) {
	seen := map[popoloLink]bool{}
	for c := range registry.Citations(rec, nil, "").All() {
		found, ok := p.View.Record(c.Source.V)
		source, is := found.(*model.Source)
		if !ok || !is || !source.URL.Given() {
			continue
		}
		link := popoloLink{URL: string(source.URL.V), Note: source.Title.V.Sv}
		if !seen[link] {
			seen[link] = true
			out = append(out, link)
		}
	}
	return out
}

func seat(group model.Ref, id model.Slug) string { return group.Record().String() + "#" + string(id) }

func given(d model.Val[edtf.Date]) string {
	if !d.Given() {
		return ""
	}
	return partial(d.V)
}

// popoloDate is what Popolo takes for a date: a year, a month or a day.
var popoloDate = regexp.MustCompile(`^[0-9]{4}(-[0-9]{2}){0,2}$`)

// partial is a date as Popolo writes it; "" for one that it has no form for.
func partial(d edtf.Date) string {
	if s := d.Canonical(); popoloDate.MatchString(s) {
		return s
	}
	return ""
}
