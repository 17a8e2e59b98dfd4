package report

import (
	"strings"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var names = Kind{
	Name:  "names",
	Title: text.Both{Sv: "Namn", En: "Names"},
	Answers: text.Both{
		Sv: "Vad varje grupp och organisation heter en viss dag, vad de har hetat och ska heta, och vilka namn som bara är föreslagna.",
		En: "What each group and organization is called on a day, what they were and are to be called, and which names are only proposed.",
	},
	Questions: []int{36},
	make: func(d *Desk, r *Report) {
		bodies := d.namedBodies()
		d.namesNow(r, bodies)
		d.namesOverTime(r, bodies)
	},
}

// namedBodies are the groups and the organizations by what they are called.
func (d *Desk) namedBodies() []model.Record {
	var refs []model.Ref
	for _, kind := range []model.Kind{model.GroupKind, model.OrganizationKind} {
		var of []model.Ref
		for _, rec := range d.View.OfKind(kind) {
			of = append(of, rec.Base().Ref)
		}
		d.byName(of)
		refs = append(refs, of...)
	}
	var out []model.Record
	for _, ref := range refs {
		if rec, ok := d.View.Record(ref); ok {
			out = append(out, rec)
		}
	}
	return out
}

// typeOf is the type of a group or an organization in words.
func (d *Desk) typeOf(rec model.Record) Cell {
	switch rec := rec.(type) {
	case *model.Group:
		return d.word("group-type", rec.Type)
	case *model.Organization:
		return d.word("organization-type", rec.Type)
	}
	return Cell{}
}

// namesNow tells what each body is called at the view's day.
func (d *Desk) namesNow(r *Report, bodies []model.Record) {
	p := r.add("names", d.in("Namn den dagen", "Names on the day"),
		d.col("body", Records, "Kallas", "Called"),
		d.col("name", Words, "Namn", "Name"),
		d.col("type", Words, "Slag", "Type"),
		d.col("from", Days, "Från", "From"),
		d.col("until", Days, "Till", "Until"),
		d.col("other_names", Words, "Andra namn", "Other names"),
		d.col("source", Words, "Källa", "Source"))
	rests := restsOn("grupper och organisationer", "groups and organizations", truth.CannotTell)
	for _, rec := range bodies {
		if d.View.HasEnded(rec) == truth.Yes {
			continue
		}
		base := rec.Base()
		called := d.View.Name(rec)
		holds, cites := truth.Yes, registry.Citations(rec, nil, "name")
		var from, until Cell
		var others []string
		all := d.View.NamesAt(rec)
		for i := range all {
			n := &all[i]
			if n.Name.Name.V != called {
				others = append(others, n.Name.Name.V.In(string(d.Lang))+" ("+d.standing(n).Text+")")
				continue
			}
			holds, from, until = n.InForce, d.given(n.From), d.given(n.Until)
			cites = registry.Citations(rec, &n.Evidence, "names")
		}
		if holds == truth.No {
			holds = truth.CannotTell
		}
		rests.count(holds, cites)
		p.row(d.record(base.Ref), words(called.In(string(d.Lang))).marked(holds), d.typeOf(rec), from, until, words(strings.Join(others, ", ")), d.source(cites))
	}
	p.Basis = rests.done()
	p.Lead = append(p.Lead, d.in(
		"Dagar står bara där en källa säger när namnet började eller slutade användas.",
		"Days are given only where a source tells when the name came into or went out of use."))
}

// standing is what a name is at the view's day: in use, former, to come or only
// proposed.
func (d *Desk) standing(n *registry.NameAt) Cell {
	switch {
	case n.InForce == truth.Yes:
		return words(d.in("används", "in use"))
	case n.InForce == truth.CannotTell:
		return d.untold()
	case n.Decision.Given() && d.View.Decided(n.Decision.V) == truth.No:
		return words(d.in("föreslaget", "proposed"))
	case n.Until.Given() && n.Until.V.Ended(d.View.Day) == truth.Yes:
		return words(d.in("tidigare", "former"))
	}
	return words(d.in("senare", "to come"))
}

// namesOverTime has every name of the bodies that have, or are proposed to have,
// more than one.
func (d *Desk) namesOverTime(r *Report, bodies []model.Record) {
	p := r.add("over-time", d.in("Namn över tid", "Names over time"),
		d.col("body", Records, "Kallas", "Called"),
		d.col("name", Words, "Namn", "Name"),
		d.col("short_name", Words, "Kortnamn", "Short name"),
		d.col("standing", Words, "Läge", "Standing"),
		d.col("from", Days, "Från", "From"),
		d.col("until", Days, "Till", "Until"),
		d.col("decision", Records, "Beslut", "Decision"),
		d.col("source", Words, "Källa", "Source"))
	rests := restsOn("namn", "names", truth.CannotTell)
	line := &Timeline{Now: d.View.Day, Until: d.View.Day.Add(edtf.Duration{Years: 1}), From: d.View.Day, Legend: []Mark{
		{"", d.in("används", "in use"), Neutral}, {"", d.in("tidigare", "former"), Neutral2},
		{"", d.in("går inte att säga", "cannot be told"), Quiet},
		{"", d.in("senare eller bara föreslaget", "to come or only proposed"), Open},
	}}
	var changed []model.Ref
	for _, rec := range bodies {
		all := d.View.NamesAt(rec)
		if len(all) < 2 {
			continue
		}
		ref := rec.Base().Ref
		changed = append(changed, ref)
		lane := Lane{Label: d.record(ref).Text}
		for i := range all {
			n := &all[i]
			cites := registry.Citations(rec, &n.Evidence, "names")
			standing := d.standing(n)
			known := truth.Yes
			if n.InForce == truth.CannotTell {
				known = truth.CannotTell
			}
			rests.count(known, cites)
			p.row(d.record(ref), words(n.Name.Name.V.In(string(d.Lang))), words(n.ShortName.V.In(string(d.Lang))), standing, d.given(n.From), d.given(n.Until), d.record(n.Decision.V), d.source(cites))
			lane.Spans = append(lane.Spans, d.stretchOf(n))
			for _, t := range []edtf.Date{n.From.V, n.Until.V} {
				if first := t.Latest(); !t.IsZero() && !first.IsOpen() && first < line.From {
					line.From = first
				}
			}
		}
		line.Lanes = append(line.Lanes, lane)
	}
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, d.in("Ingen grupp eller organisation i registret har haft mer än ett namn.", "No group or organization in the registry has had more than one name."))
		return
	}
	p.Basis = rests.done()
	line.From = line.From.Sub(edtf.Duration{Years: 2})
	p.Chart = &Chart{Title: d.in("Namn över tid", "Names over time"), Picture: line, Text: d.say(text.Both{
		Sv: "En rad för varje grupp eller organisation med flera namn, med ett streck för varje namn: {names}.",
		En: "A row for each group or organization with several names, with a stretch for each name: {names}.",
	}, text.Args{"names": phrase.Names(d.View, changed)})}
}

// stretchOf is a name on the timeline. One to come without a day begins on the
// view's day.
func (d *Desk) stretchOf(n *registry.NameAt) Stretch {
	s := Stretch{From: n.From.V, Until: n.Until.V, Tone: Neutral}
	switch {
	case n.InForce == truth.CannotTell:
		s.Tone = Quiet
	case n.InForce == truth.No && n.Until.Given() && n.Until.V.Ended(d.View.Day) == truth.Yes:
		s.Tone = Neutral2
	case n.InForce == truth.No:
		s.Tone = Open
		if !n.From.Given() {
			s.From = edtf.OfDay(d.View.Day)
		}
	}
	s.Text = n.Name.Name.V.In(string(d.Lang)) + ", " + d.standing(n).Text
	return s
}
