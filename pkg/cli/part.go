package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/render"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/rules"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// part is an entry of a record that a #fragment names: a seat, a responsibility,
// an agenda item, a clause, an activity.
type part struct {
	field  *model.Field
	path   model.Path
	entry  model.Attribute
	seat   *registry.SeatAt // where it is a seat that may exist at the day
	isSeat bool
}

// shownPart is a part of a record in the JSON of `vis show REF#part`.
type shownPart struct {
	Ref       string        `json:"ref"`
	File      string        `json:"file"`
	AsOf      string        `json:"as_of"`
	Name      string        `json:"name"`
	Path      string        `json:"path"`
	Part      string        `json:"part"`
	Exists    string        `json:"exists,omitempty"`
	Holders   []shownHolder `json:"holders,omitempty"`
	Referrers []string      `json:"referrers"`
	Fields    []shownField  `json:"fields"`
	Sources   []shownSource `json:"sources,omitempty"`
}

// shownHolder is who holds a seat. Holds is whether that is so on the day.
type shownHolder struct {
	Ref   string `json:"ref"`
	Name  string `json:"name"`
	Holds string `json:"holds"`
	words string
}

// partsOf are the entries of a record with an id, whatever list they are in.
func partsOf(fields *model.Map, rec model.Record) []part {
	var out []part
	var walk func(attrs []model.Attribute, path model.Path)
	walk = func(attrs []model.Attribute, path model.Path) {
		for _, at := range attrs {
			own := path.At(at.Field.Key)
			if at.Field.Shape == model.One {
				walk(at.Parts, own)
				continue
			}
			for i, item := range at.Parts {
				place := own.At(i)
				if at.Field.Shape == model.Keyed {
					place = own.At(item.Key)
				}
				if partID(item) != "" {
					out = append(out, part{field: at.Field, path: place, entry: item})
				}
				walk(item.Parts, place)
			}
		}
	}
	walk(model.Tree(fields, rec), nil)
	return out
}

// partID is the id of an entry that has one.
func partID(entry model.Attribute) string {
	for _, at := range entry.Parts {
		if slug, ok := at.Value.(*model.Slug); ok && at.Field.Key == "id" {
			return string(*slug)
		}
	}
	return ""
}

// showPart shows the parts of a record that a fragment names.
func (a *app) showPart(c *cobra.Command, o *opened, rec model.Record, id, format string) error {
	var found []part
	var known []string
	for _, p := range partsOf(model.Fields(rec.Base().Ref.Kind), rec) {
		if partID(p.entry) == id {
			found = append(found, p)
		}
		if !slices.Contains(known, partID(p.entry)) {
			known = append(known, partID(p.entry))
		}
	}
	if len(found) == 0 {
		return a.noSuchPart(rec, id, known)
	}
	var b strings.Builder
	var all []shownPart
	for i := range found {
		p := &found[i]
		shown := a.describePart(o, rec, p, id)
		all = append(all, shown)
		if format == "json" {
			continue
		}
		findings, err := a.findingsAbout(c, o, rec)
		if err != nil {
			return err
		}
		if i > 0 {
			b.WriteByte('\n')
		}
		a.partText(&b, o, rec, p, shown, partFindings(findings, p.path))
	}
	if format == "json" {
		if len(all) == 1 {
			return render.JSON(a.out(), all[0])
		}
		return render.JSON(a.out(), all)
	}
	_, err := a.out().Write([]byte(b.String()))
	return err
}

// noSuchPart says that a record has no such part, and which it has.
func (a *app) noSuchPart(rec model.Record, id string, known []string) error {
	ref := rec.Base().Ref.String()
	if len(known) == 0 {
		return a.usage(text.NoParts, text.Args{"record": ref})
	}
	return a.usage(text.NoSuchPart, text.Args{"record": ref, "value": id, "hint": a.hint(id, known, known)})
}

// partFindings keeps the findings about a part.
func partFindings(findings []*rule.Finding, path model.Path) []*rule.Finding {
	var out []*rule.Finding
	for _, f := range findings {
		if len(f.Path) >= len(path) && slices.Equal(f.Path[:len(path)], path) {
			out = append(out, f)
		}
	}
	return out
}

// describePart gathers what is shown of a part.
func (a *app) describePart(o *opened, rec model.Record, p *part, id string) shownPart {
	v, base := o.view, rec.Base()
	ref := base.Ref
	ref.Fragment = id
	s := shownPart{
		Ref: ref.String(), File: base.File, AsOf: v.Day.String(), Name: v.Name(rec).In(string(a.lang)), Path: p.path.String(),
		Part: a.writer(v).Label(p.field), Referrers: []string{}, Fields: a.fields(v, p.entry.Parts),
	}
	for _, c := range rules.SourcesAt(rec, p.path) {
		s.Sources = append(s.Sources, shownSource{c.Source.V.ID, c.Section.V, c.Line.V, string(c.Basis.V)})
	}
	for _, r := range v.FragmentReferrers(ref) {
		s.Referrers = append(s.Referrers, r.String())
	}
	g, ok := rec.(*model.Group)
	if p.isSeat = ok && p.field.Key == "seats"; !p.isSeat {
		return s
	}
	s.Exists = truth.No.String()
	for _, seat := range v.Seats(g) {
		if at := p.path[len(p.path)-1].Index; seat.Index == at {
			p.seat = &seat
			s.Exists = seat.Holds.String()
		}
	}
	for _, h := range v.Holders(base.Ref, model.Slug(id)) {
		sits := v.Sits(h)
		name := v.Name(h.Representative).In(string(a.lang))
		words := a.writer(v).Named(h.Representative.Ref)
		if span := a.span(h.Membership.Span); span != "" {
			words += ", " + span
		}
		words += map[truth.Value]string{truth.CannotTell: " ?", truth.No: a.pick(" (inte den dagen)", " (not on that day)")}[sits]
		s.Holders = append(s.Holders, shownHolder{h.Representative.Ref.String(), name, sits.String(), words})
	}
	return s
}

// partText writes a part: what it is, whether a seat exists and who holds it,
// its attributes and sources, the findings about it, and what refers to it.
func (a *app) partText(b *strings.Builder, o *opened, rec model.Record, p *part, s shownPart, findings []*rule.Finding) {
	line := a.lines(b)
	for _, name := range render.Wrap(render.Safe(s.Name), a.width()) {
		fmt.Fprintln(b, a.style().Strong(name))
	}
	line(0, "", fmt.Sprintf("%s · %s%s · %s", s.Ref, a.pick("ur ", "in "), s.Part, a.shown(o, s.File)))
	if p.isSeat {
		line(0, a.lang.Say(text.ShowStatus, text.Args{"day": s.AsOf}), a.seatStatus(o.view, rec, p))
		for _, h := range s.Holders {
			line(2, "", h.words)
		}
	}
	b.WriteByte('\n')
	a.showFields(line, s.Fields, 0)
	if own := slices.ContainsFunc(p.entry.Parts, func(at model.Attribute) bool { return at.Field.Key == "sources" }); !own {
		line(0, "", a.lang.Word(text.ShowInherited)+":")
		for _, c := range rules.SourcesAt(rec, p.path) {
			line(2, "", a.writer(o.view).Citation(&c))
		}
	}
	a.findingLines(b, line, findings)
	b.WriteByte('\n')
	a.referrerLines(b, line, o.view, o.view.FragmentReferrers(model.Ref{Kind: rec.Base().Ref.Kind, ID: rec.Base().Ref.ID, Fragment: partID(p.entry)}))
}

// seatStatus tells whether a seat exists at the view's day, and whether somebody
// holds it.
func (a *app) seatStatus(v *registry.View, rec model.Record, p *part) string {
	seat := p.seat
	if seat == nil {
		if g, ok := rec.(*model.Group); ok {
			ref, named := g.Seats.Items[p.path[len(p.path)-1].Index].V.Decision.Get()
			if d, ok := v.Decision(ref); named && ok && v.DecisionStatus(d).Is(model.Proposed) == truth.Yes {
				return a.pick("platsen är bara föreslagen: ", "the seat is only proposed: ") + a.writer(v).Named(d.Ref)
			}
		}
		return a.pick("platsen finns inte den dagen", "the seat does not exist on that day")
	}
	out := a.pick("platsen finns", "the seat exists")
	if seat.Holds != truth.Yes {
		out = a.pick("om platsen finns avgör källorna inte", "whether the seat exists the sources do not settle")
	}
	names, _ := a.holders(v, *seat, model.Ref{}, true)
	switch {
	case len(names) > 0:
		return out + "; " + a.pick("innehavare: ", "holder: ") + strings.Join(names, ", ")
	case v.Vacant(*seat) == truth.No:
		return out + "; " + a.lang.Word(text.FilledUnknown)
	}
	return out + "; " + a.pick("vem som har den är inte känt", "who holds it is not known")
}
