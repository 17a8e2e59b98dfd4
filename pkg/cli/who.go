package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/render"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

func (a *app) whoCommand() *cobra.Command {
	return inFormats(&cobra.Command{
		Use:   a.pick("who ORGANISATION|PERSON", "who ORGANIZATION|PERSON"),
		Short: a.pick("Visar var en kommun eller en person sitter, för vem och sedan när", "Shows where a municipality or a person sits, for whom and since when"),
		Long: a.pick(`Visar vilka platser och personer som företräder en organisation, eller vilka uppdrag en
person har, per vald dag. Namn, alias och id går lika bra.`,
			`Shows which seats and people represent an organization, or which memberships a person
has, on the chosen day. Names, aliases and ids all work.`),
		Example: `  vis who Södertälje --as-of 2022-11-07
  vis who "Martina Mossberg" --as-of 2021-11-24`,
		Args:              a.arguments(1, -1, text.Both{Sv: "en organisation eller en person", En: "an organization or a person"}),
		ValidArgsFunction: a.completeRecords(model.OrganizationKind, model.RepresentativeKind),
		RunE:              func(c *cobra.Command, args []string) error { return a.who(c, strings.Join(args, " ")) },
	}, "table", "json", "markdown")
}

// place is one seat or membership.
type place struct {
	Group   string `json:"group"`
	Seat    string `json:"seat,omitempty"`
	Role    string `json:"role,omitempty"`
	Holder  string `json:"holder,omitempty"`
	For     string `json:"for,omitempty"`
	From    string `json:"from,omitempty"`
	Until   string `json:"until,omitempty"`
	Certain bool   `json:"certain"`
	words   []string
}

type whoAnswer struct {
	Ref    string   `json:"ref"`
	Name   string   `json:"name"`
	AsOf   string   `json:"as_of"`
	Titles []string `json:"titles,omitempty"`
	Places []place  `json:"places"`
}

func (a *app) who(c *cobra.Command, words string) error {
	format, err := a.format(c)
	if err != nil {
		return err
	}
	o, err := a.open(c.Context())
	if err != nil {
		return err
	}
	defer o.close()
	rec, err := a.findRecord(o.view, words, model.OrganizationKind, model.RepresentativeKind)
	if err != nil {
		return err
	}
	answer := whoAnswer{Ref: rec.Base().Ref.String(), Name: o.view.Name(rec).In(string(a.lang)), AsOf: o.view.Day.String(), Places: []place{}}
	sure := true
	header := a.headings(text.ColumnGroup, text.ColumnRole, text.ColumnHolder, text.ColumnSince, text.ColumnUntil)
	if p, ok := rec.(*model.Representative); ok {
		header = a.headings(text.ColumnGroup, text.ColumnRole, text.ColumnFor, text.ColumnSince, text.ColumnUntil)
		answer.Titles, sure = a.titles(o.view, p)
		answer.Places = append(answer.Places, a.memberships(o.view, p)...)
	} else {
		answer.Places = append(answer.Places, a.seatsOf(o.view, rec.Base().Ref)...)
	}
	if format == "json" {
		return render.JSON(a.out(), answer)
	}
	t := render.Table{Header: header}
	for _, p := range answer.Places {
		t.Rows = append(t.Rows, p.words)
		sure = sure && p.Certain
	}
	if format == "markdown" {
		return t.Markdown(a.out())
	}
	return a.printWho(answer, t, sure)
}

func (a *app) printWho(answer whoAnswer, t render.Table, sure bool) error {
	w := a.out()
	name := render.Safe(answer.Name)
	for _, line := range render.Wrap(name+" ("+render.Safe(answer.Ref)+"), "+answer.AsOf, a.width()) {
		if rest, ok := strings.CutPrefix(line, name); ok {
			line = a.style().Strong(name) + rest
		}
		fmt.Fprintln(w, line)
	}
	for _, title := range answer.Titles {
		for _, line := range render.Wrap(render.Safe(title), room(a.width(), 2)) {
			fmt.Fprintf(w, "  %s\n", line)
		}
	}
	fmt.Fprintln(w)
	if len(t.Rows) == 0 {
		nowhere := text.WhoNowhere
		if strings.HasPrefix(answer.Ref, model.RepresentativeKind.String()+"/") {
			nowhere = text.WhoNoMemberships
		}
		for _, line := range render.Wrap(render.Safe(a.lang.Say(nowhere, text.Args{"name": answer.Name, "day": answer.AsOf})), a.width()) {
			fmt.Fprintln(w, line)
		}
	} else if err := t.Write(w, a.width(), a.style()); err != nil {
		return err
	}
	if !sure && !a.flags.quiet {
		fmt.Fprintln(w)
		for _, line := range render.Wrap(a.lang.Say(text.WhoNotSure, text.Args{"day": answer.AsOf}), a.width()) {
			fmt.Fprintln(w, line)
		}
	}
	return nil
}

// titles are a person's titles that may hold at the view's day, and whether
// all of them do.
func (a *app) titles(v *registry.View, p *model.Representative) (out []string, sure bool) {
	sure = true
	for _, t := range p.Titles.All() {
		holds := v.Holds(t.Span, registry.Citations(p, &t.Evidence, "titles"), registry.Changing)
		if holds == truth.No {
			continue
		}
		var parts []string
		if t.Title.Given() {
			parts = append(parts, t.Title.V.In(string(a.lang)))
		}
		if t.Organization.Given() {
			parts = append(parts, v.NameOf(t.Organization.V).In(string(a.lang)))
		}
		if len(parts) == 0 {
			continue
		}
		line := strings.Join(parts, ", ")
		if span := a.span(t.Span); span != "" {
			line += " (" + span + ")"
		}
		out = append(out, line+doubt(holds))
		sure = sure && holds == truth.Yes
	}
	return out, sure
}

// memberships are a person's places that may hold at the view's day.
func (a *app) memberships(v *registry.View, p *model.Representative) []place {
	l := string(a.lang)
	var out []place
	for i, m := range p.Memberships.Pointers() {
		s := registry.Seating{Representative: p, Membership: m, Index: i}
		sits := v.Sits(s)
		if sits == truth.No {
			continue
		}
		role := m.Role
		if seat, ok := v.SeatOf(s); ok {
			role = seat.Role
		}
		var speaks []string
		for _, ref := range v.SpeaksFor(s) {
			speaks = append(speaks, v.NameOf(ref).In(l))
		}
		pl := place{
			Group: m.Group.V.String(), Seat: string(m.Seat.V), Role: string(role.V), For: strings.Join(speaks, ", "),
			From: m.From.V.Text(), Until: m.Until.V.Text(), Certain: sits == truth.Yes,
		}
		pl.words = []string{
			v.NameOf(m.Group.V).In(l) + doubt(sits), a.answer(role.Is, model.Label("seat-role", role.V, l)),
			pl.For, a.date(m.From), a.date(m.Until),
		}
		out = append(out, pl)
	}
	return out
}

// seatsOf are the seats that represent an organization, with who holds them,
// and the memberships on its behalf without a seat.
func (a *app) seatsOf(v *registry.View, org model.Ref) []place {
	l := string(a.lang)
	var out []place
	for _, g := range v.Groups {
		lives := v.Lives(g)
		if lives == truth.No {
			continue
		}
		for _, s := range v.Seats(g) {
			represents := slices.Contains(s.Seat.Represents.Values(), org)
			holders, holds := a.holders(v, s, org, represents)
			if !represents && len(holders) == 0 {
				continue
			}
			certain := truth.And(lives, s.Holds, holds)
			pl := place{
				Group: g.Ref.String(), Seat: string(s.Seat.ID.V), Role: string(s.Seat.Role.V), Holder: strings.Join(holders, ", "),
				From: s.Seat.From.V.Text(), Until: s.Seat.Until.V.Text(), Certain: certain == truth.Yes,
			}
			role := a.answer(s.Seat.Role.Is, model.Label("seat-role", s.Seat.Role.V, l))
			if s.Seat.Post.Given() {
				role += " (" + s.Seat.Post.V.In(l) + ")"
			}
			pl.words = []string{v.ShortName(g).In(l) + doubt(certain), role, pl.Holder, a.date(s.Seat.From), a.date(s.Seat.Until)}
			out = append(out, pl)
		}
		for _, m := range v.Memberships(g.Ref) {
			if m.Membership.Seat.Given() || m.Membership.OnBehalfOf.V != org {
				continue
			}
			sits := truth.And(lives, v.Sits(m))
			if sits == truth.No {
				continue
			}
			name := v.Name(m.Representative).In(l)
			pl := place{Group: g.Ref.String(), Role: string(m.Membership.Role.V), Holder: name, From: m.Membership.From.V.Text(), Until: m.Membership.Until.V.Text(), Certain: sits == truth.Yes}
			pl.words = []string{v.ShortName(g).In(l) + doubt(sits), a.answer(m.Membership.Role.Is, model.Label("seat-role", m.Membership.Role.V, l)), name, a.date(m.Membership.From), a.date(m.Membership.Until)}
			out = append(out, pl)
		}
	}
	return out
}

// holders are the people who hold a seat at the view's day: all of them where
// the seat represents the organization, else those who speak for it.
func (a *app) holders(v *registry.View, s registry.SeatAt, org model.Ref, represents bool) ([]string, truth.Value) {
	var names []string
	certain := truth.Yes
	for _, h := range v.Holders(s.Group.Ref, s.Seat.ID.V) {
		sits := v.Sits(h)
		if sits == truth.No || !represents && h.Membership.OnBehalfOf.V != org {
			continue
		}
		names = append(names, v.Name(h.Representative).In(string(a.lang))+doubt(sits))
		if !represents {
			certain = truth.And(certain, sits)
		}
	}
	if len(names) == 0 && represents {
		switch {
		case s.Seat.Holder.Is == model.Unknown:
			names = append(names, a.lang.Word(text.FilledUnknown))
		case v.Vacant(s) == truth.Yes:
			names = append(names, a.lang.Word(text.Vacant))
		}
	}
	return names, certain
}
