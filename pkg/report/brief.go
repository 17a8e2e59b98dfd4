package report

import (
	"cmp"
	"slices"
	"strings"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// Paper is a text with headings, in one language.
type Paper struct {
	Title    string
	Lead     []string
	Sections []Section
}

// Section is a part of a paper under a heading.
type Section struct {
	Heading string
	Lines   []Line
}

// Line is something that the registry says, with the lines under it.
type Line struct {
	Text   string
	Source string // where it comes from; "" where the text tells
	// Gap tells that the line says what cannot be told, and why.
	Gap   bool
	Lines []Line
}

// Briefer writes briefs about the records of a view.
type Briefer struct {
	Desk
	// Since is from which day on something counts as new.
	Since edtf.Day
}

// Brief writes the paper about a meeting, a group, an organization or a
// representative. ok is false for any other kind of record.
func (b *Briefer) Brief(rec model.Record) (p *Paper, ok bool) {
	p = &Paper{Title: b.Name(rec.Base().Ref)}
	name := b.View.Name(rec).In(string(b.Lang))
	if _, named := registry.Named(rec); named && name != p.Title {
		p.Title = name + " (" + p.Title + ")"
	}
	switch rec := rec.(type) {
	case *model.Meeting:
		b.meeting(p, rec)
	case *model.Group:
		b.group(p, rec)
	case *model.Organization:
		b.organization(p, rec)
	case *model.Representative:
		b.representative(p, rec)
	default:
		return nil, false
	}
	p.Lead = append(p.Lead, b.say(text.Both{
		Sv: "Allt är hämtat ur registret och bedömt per {day}. ? = källorna avgör inte om det gäller den dagen. Det som saknas i registret kan ändå finnas.",
		En: "Everything is taken from the registry and judged as of {day}. ? = the sources do not settle whether it is so on that day. What the registry lacks may still exist.",
	}, text.Args{"day": b.View.Day}))
	return p, true
}

func (d *Desk) in(sv, en string) string { return text.Both{Sv: sv, En: en}.In(d.Lang) }

func (d *Desk) say(t text.Both, args text.Args) string { return t.Say(d.Lang, args) }

// add puts a section into a paper. One that has nothing to tell says what that
// means.
func (b *Briefer) add(p *Paper, heading string, lines []Line, nothing string) {
	if len(lines) == 0 {
		lines = []Line{{Text: nothing, Gap: true}}
	}
	p.Sections = append(p.Sections, Section{heading, lines})
}

// doubt marks what the sources do not settle.
func doubt(v truth.Value) string {
	if v == truth.CannotTell {
		return " ?"
	}
	return ""
}

// mostSources is how many sources stand after a line: the record lists all.
const mostSources = 2

// cite names the sources of a fact.
func (d *Desk) cite(cites registry.Cited) string {
	var out []string
	for c := range cites.All() {
		bare := *c
		bare.Says, bare.For = model.Val[model.Text]{}, model.List[string]{}
		switch cite := d.Citation(&bare); {
		case slices.Contains(out, cite):
		case len(out) == mostSources:
			return strings.Join(append(out, "…"), "; ")
		default:
			out = append(out, cite)
		}
	}
	return strings.Join(out, "; ")
}

// withStatus writes a record with its status.
func (d *Desk) withStatus(rec model.Record, holds truth.Value) Line {
	return Line{Text: d.View.ShortName(rec).In(string(d.Lang)) + doubt(holds) + ": " + d.Status(rec)}
}

// role is the role of a seat or a membership in words.
func (d *Desk) role(role model.Val[model.Word]) string {
	if !role.Given() {
		return d.in("rollen framgår inte", "the role is not known")
	}
	return phrase.Word("seat-role", role.V).In(d.Lang)
}

// names lists records by name.
func (d *Desk) names(refs []model.Ref) string {
	var out []string
	for _, ref := range refs {
		if name := d.View.NameOf(ref).In(string(d.Lang)); !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return text.List(out, d.Lang)
}

// holder tells who has a seat.
func (d *Desk) holder(s registry.SeatAt) string {
	var people []string
	for _, h := range d.View.HoldersAt(s) {
		if h.Holds != truth.No {
			people = append(people, d.Name(h.Ref)+doubt(h.Holds))
		}
	}
	switch vacant := d.View.Vacant(s); {
	case len(people) > 0:
		return text.List(people, d.Lang)
	case vacant == truth.No:
		return d.Lang.Word(text.FilledUnknown)
	case vacant == truth.Yes:
		if since := d.View.VacantSince(s); !since.IsZero() {
			return d.Lang.Word(text.Vacant) + " " + d.Lang.Say(text.ShowSince, text.Args{"since": since})
		}
		return d.Lang.Word(text.Vacant)
	}
	return d.in("vem framgår inte", "who is not known")
}

// recent tells whether a day is one that counts as new.
func (b *Briefer) recent(d edtf.Date) truth.Value {
	return edtf.Period{From: edtf.OfDay(b.Since), Until: edtf.OfDay(b.View.Day)}.ContainsDate(d)
}

// news are the decisions that count as new and meet a condition, the newest
// first. Those whose day is too vague to tell are marked, and those without any
// counted.
func (b *Briefer) news(p *Paper, heading string, concerns func(*model.Decision) bool) {
	var found []*model.Decision
	undated := 0
	for _, d := range b.View.Decisions {
		switch {
		case d.State.V == model.Proposed || !concerns(d):
		case !d.Date.Given():
			undated++
		case b.recent(d.Date.V) != truth.No:
			found = append(found, d)
		}
	}
	slices.SortStableFunc(found, func(x, y *model.Decision) int {
		return cmp.Or(cmp.Compare(y.Date.V.Latest(), x.Date.V.Latest()), edtf.Order(y.Date.V, x.Date.V))
	})
	var lines []Line
	for _, d := range found {
		line := text.Date(d.Date.V, b.Lang) + doubt(b.recent(d.Date.V)) + ": " + b.Name(d.Ref)
		if d.Body.Given() {
			line += " (" + b.names([]model.Ref{d.Body.V}) + ", " + phrase.Word("decision-state", d.State.V).In(b.Lang) + ")"
		}
		lines = append(lines, Line{Text: line, Source: b.cite(registry.Citations(d, nil, "date"))})
	}
	if undated > 0 {
		lines = append(lines, Line{Gap: true, Text: b.say(text.Both{
			Sv: "{n|Ett beslut|# beslut} till har ingen känd dag, och om {n|det|de} hör hit går inte att säga.",
			En: "{n|One more decision has|# more decisions have} no known day, so whether {n|it belongs|they belong} here cannot be told.",
		}, text.Args{"n": undated})})
	}
	b.add(p, heading, lines, b.say(text.Both{Sv: "Inget beslut i registret är från {since} eller senare.", En: "No decision in the registry is of {since} or later."}, text.Args{"since": b.Since}))
}

// since is the heading of what is new.
func (b *Briefer) since(what text.Both) string {
	return what.In(b.Lang) + b.in(" sedan ", " since ") + b.Since.String()
}

// due are deadlines that are not met and meet a condition.
func (b *Briefer) due(meets func(*registry.Deadline, model.Record) bool) []Line {
	var lines []Line
	all := slices.Clone(b.View.Deadlines())
	slices.SortStableFunc(all, func(x, y registry.Deadline) int { return edtf.Order(x.Due, y.Due) })
	for i := range all {
		d := &all[i]
		rec, ok := b.View.Record(d.Record)
		if !ok || !meets(d, rec) {
			continue
		}
		switch d.Outcome {
		case registry.NotDue, registry.Overdue, registry.Undecidable:
			lines = append(lines, b.deadline(d, d.What().In(b.Lang)))
		}
	}
	return lines
}

// deadline tells of what is due, when, and what has become of it.
func (b *Briefer) deadline(d *registry.Deadline, what string) Line {
	when := text.Date(d.Due, b.Lang)
	if d.Due.IsZero() {
		when = b.in("okänd dag", "unknown day")
	}
	if d.Proposed {
		when += b.in(" (föreslaget)", " (proposed)")
	}
	args := text.Args{"day": b.View.Day, "fewest": d.Fewest, "event": d.Event.Date}
	return Line{Text: when + ": " + what + "; " + b.say(Outcome(d), args), Source: b.cite(d.Sources)}
}
