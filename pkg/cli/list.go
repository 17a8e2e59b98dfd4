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

type listFlags struct{ status, group, organization, area string }

func (a *app) listCommand() *cobra.Command {
	var f listFlags
	cmd := &cobra.Command{
		Use:   a.pick("list SLAG", "list KIND"),
		Short: a.pick("Listar poster av ett slag", "Lists the records of a kind"),
		Long: a.pick(`Listar poster av ett slag med läge per vald dag. SLAG skrivs i ental eller plural, på
svenska eller engelska: överenskommelser, agreements, group, källor …
? efter ett läge betyder att källorna inte avgör det.`,
			`Lists the records of a kind with their status on the chosen day. KIND is written in
singular or plural, in Swedish or English: överenskommelser, agreements, group, källor …
? after a status means that the sources do not settle it.`),
		Example: `  vis list överenskommelser --as-of 2022-11-07
  vis list groups --status dormant
  vis list agreements --group bussam --format json`,
		Args:              a.arguments(1, 1, text.Both{Sv: "ett slag av post", En: "a kind of record"}),
		ValidArgsFunction: once(completeFrom(a.kindWords)),
		RunE:              func(c *cobra.Command, args []string) error { return a.list(c, f, args[0]) },
	}
	inFormats(cmd, "table", "json", "markdown")
	cmd.Flags().StringVar(&f.status, "status", "", a.pick("bara poster med detta läge", "only records with this status"))
	cmd.Flags().StringVar(&f.group, "group", "", a.pick("bara poster som hör till gruppen", "only records that belong to the group"))
	cmd.Flags().StringVar(&f.organization, "organization", "", a.pick("bara poster som rör organisationen", "only records that concern the organization"))
	cmd.Flags().StringVar(&f.area, "area", "", a.pick("bara poster inom sakområdet", "only records in the subject area"))
	_ = cmd.RegisterFlagCompletionFunc("status", a.completeStatuses)
	a.completeIDs(cmd, "group", model.GroupKind)
	a.completeIDs(cmd, "organization", model.OrganizationKind)
	_ = cmd.RegisterFlagCompletionFunc("area", a.completeAreas)
	return cmd
}

// kindWords are the kinds in the plural, in the language of the run.
func (a *app) kindWords() []string {
	var out []string
	for _, k := range model.RecordKinds() {
		info := k.Info()
		if a.lang == text.English {
			out = append(out, info.Folder)
			continue
		}
		out = append(out, info.Sv.Many)
	}
	return out
}

// listing is one row of a list: what the table shows and the filters ask about.
type listing struct {
	Ref  string `json:"ref"`
	Name string `json:"name"`
	Type string `json:"type,omitempty"`
	shownStatus
	Details []string `json:"-"`
}

func (a *app) list(c *cobra.Command, f listFlags, word string) error {
	kind, err := a.kindNamed(word)
	if err != nil {
		return err
	}
	format, err := a.format(c)
	if err != nil {
		return err
	}
	o, err := a.open(c.Context())
	if err != nil {
		return err
	}
	defer o.close()
	keep, err := a.filters(o.view, kind, f)
	if err != nil {
		return err
	}
	rows := []listing{}
	for _, rec := range o.view.OfKind(kind) {
		row := a.listing(o.view, rec)
		if keep(rec, row) {
			rows = append(rows, row)
		}
	}
	if format == "json" {
		return render.JSON(a.out(), rows)
	}
	if len(rows) == 0 {
		_, err := fmt.Fprintln(a.out(), a.lang.Word(text.ListNone))
		return err
	}
	t := render.Table{Header: append(a.headings(text.ColumnID, text.ColumnName), a.detailHeadings(kind)...)}
	for _, row := range rows {
		_, id, _ := strings.Cut(row.Ref, "/")
		t.Rows = append(t.Rows, append([]string{id, row.Name}, row.Details...))
	}
	if format == "markdown" {
		return t.Markdown(a.out())
	}
	if err := t.Write(a.out(), a.width(), a.style()); err != nil {
		return err
	}
	if a.flags.quiet {
		return nil
	}
	_, err = fmt.Fprintf(a.out(), "\n%s.\n", text.Capital(a.lang.Say(text.ListCount, text.Args{"n": len(rows)})))
	return err
}

// detailHeadings are the columns of a kind after id and name.
func (a *app) detailHeadings(k model.Kind) []string {
	switch k {
	case model.SourceKind:
		return a.headings(text.ColumnType, text.ColumnDate, text.ColumnPublisher)
	case model.OrganizationKind:
		return a.headings(text.ColumnType, text.ColumnSide, text.ColumnCode, text.ColumnSubregion)
	case model.GuidelineKind:
		return a.headings(text.ColumnFramework)
	case model.AgreementKind:
		return a.headings(text.ColumnType, text.ColumnStatus, text.ColumnSince, text.ColumnWhy, text.ColumnOwner)
	case model.GroupKind:
		return a.headings(text.ColumnType, text.ColumnStatus, text.ColumnSince, text.ColumnWhy)
	case model.RepresentativeKind:
		return a.headings(text.ColumnType, text.ColumnMemberships)
	case model.MeetingKind:
		return a.headings(text.ColumnGroup, text.ColumnDate, text.ColumnStatus)
	case model.DecisionKind:
		return a.headings(text.ColumnStatus, text.ColumnDate, text.ColumnBody, text.ColumnWhy)
	case model.IssueKind:
		return a.headings(text.ColumnStatus, text.ColumnSince, text.ColumnLevel, text.ColumnWhy)
	case model.PlanKind:
		return a.headings(text.ColumnType, text.ColumnOwner, text.ColumnPeriod, text.ColumnStatus, text.ColumnWhy)
	}
	return a.headings(text.ColumnAgreement, text.ColumnPeriod)
}

// listing makes the row of a record.
func (a *app) listing(v *registry.View, rec model.Record) listing {
	l, kind := string(a.lang), rec.Base().Ref.Kind
	row := listing{Ref: rec.Base().Ref.String(), Name: v.Name(rec).In(l)}
	word := func(enum string, w model.Val[model.Word]) string { return a.answer(w.Is, model.Label(enum, w.V, l)) }
	name := func(ref model.Val[model.Ref]) string { return a.answer(ref.Is, v.NameOf(ref.V).In(l)) }
	var state, since, why string
	if st, ok := v.StatusOf(rec); ok {
		row.shownStatus = a.statusJSON(v, rec, st)
		state, since = a.statusWord(kind, st), a.since(st)
		why = a.restsOn(v, rec, st)
	}
	switch rec := rec.(type) {
	case *model.Source:
		row.Type = string(rec.Type.V)
		row.Details = []string{word("source-type", rec.Type), a.date(rec.Date), a.answer(rec.Publisher.Is, rec.Publisher.V.In(l))}
	case *model.Organization:
		row.Type = string(rec.Type.V)
		sub := ""
		if t, ok := v.Term("subregions", string(rec.Subregion.V)); ok {
			sub = t.Words().In(l)
		}
		side := v.Side(rec.Ref)
		row.Details = []string{word("organization-type", rec.Type), model.Label("side", side, l), string(rec.Code.V), a.answer(rec.Subregion.Is, sub)}
	case *model.Guideline:
		row.Details = []string{name(rec.Framework)}
	case *model.Agreement:
		row.Type = string(rec.Type.V)
		row.Details = []string{word("agreement-type", rec.Type), state, since, why, a.owners(v, rec)}
	case *model.Group:
		row.Type = string(rec.Type.V)
		row.Details = []string{word("group-type", rec.Type), state, since, why}
	case *model.Representative:
		row.Type = string(rec.Type.V)
		var groups []string
		for i, m := range rec.Memberships.Pointers() {
			sits := v.Sits(registry.Seating{Representative: rec, Membership: m, Index: i})
			if sits != truth.No {
				groups = append(groups, v.NameOf(m.Group.V).In(l)+doubt(sits))
			}
		}
		row.Details = []string{word("representative-type", rec.Type), strings.Join(groups, ", ")}
	case *model.Meeting:
		row.Status = string(rec.Status.V)
		if !rec.Title.Given() {
			row.Name = v.NameOf(rec.Group.V).In(l) + " " + a.date(rec.Date)
		}
		row.Details = []string{name(rec.Group), a.date(rec.Date), word("meeting-status", rec.Status)}
	case *model.Decision:
		row.Details = []string{state, since, name(rec.Body), why}
	case *model.Issue:
		var levels []string
		for _, lv := range v.LevelsAt(rec) {
			levels = append(levels, model.Label("level", lv.Level.V, l)+doubt(lv.Holds))
		}
		row.Details = []string{state, since, strings.Join(levels, ", "), why}
	case *model.Plan:
		row.Type = string(rec.Type.V)
		row.Details = []string{word("plan-type", rec.Type), name(rec.Owner), a.period(rec.Period), state, why}
	case *model.Followup:
		row.Details = []string{name(rec.Agreement), a.period(rec.Period)}
	}
	return row
}

// owners are the responsible groups of an agreement; only proposed ones are
// told of as such.
func (a *app) owners(v *registry.View, rec *model.Agreement) string {
	settled, proposed := v.Stewards(rec.Responsible)
	var names []string
	for _, ref := range settled {
		names = append(names, v.NameOf(ref).In(string(a.lang)))
	}
	if len(names) > 0 {
		return strings.Join(names, ", ")
	}
	if len(proposed) > 0 || rec.Responsible.Is == model.Unknown {
		return a.lang.Word(text.UnknownWord)
	}
	return a.answer(rec.Responsible.Is, "")
}

// filters checks the values of the filters and returns the test that they make.
func (a *app) filters(v *registry.View, kind model.Kind, f listFlags) (func(model.Record, listing) bool, error) {
	var tests []func(model.Record, listing) bool
	if f.status != "" {
		state, err := a.statusNamed(kind, f.status)
		if err != nil {
			return nil, err
		}
		tests = append(tests, func(_ model.Record, row listing) bool {
			return row.Status == state || slices.Contains(row.Maybe, state)
		})
	}
	refers := func(word string, k model.Kind) error {
		if word == "" {
			return nil
		}
		rec, err := a.findRecord(v, word, k)
		if err != nil {
			return err
		}
		ref := rec.Base().Ref
		related := map[model.Ref]bool{ref: true}
		for _, referrer := range v.Referrers(ref) {
			related[referrer] = true
		}
		tests = append(tests, func(rec model.Record, _ listing) bool {
			return related[rec.Base().Ref] || isParty(v, rec, ref)
		})
		return nil
	}
	if err := refers(f.group, model.GroupKind); err != nil {
		return nil, err
	}
	if err := refers(f.organization, model.OrganizationKind); err != nil {
		return nil, err
	}
	if f.area != "" {
		if kind != model.AgreementKind && kind != model.GroupKind {
			return nil, a.usage(text.FilterDoesNotApply, text.Args{"flag": "--area", "kind": a.kindWord(kind)})
		}
		area, err := a.areaNamed(v, f.area)
		if err != nil {
			return nil, err
		}
		tests = append(tests, func(rec model.Record, _ listing) bool { return hasArea(rec, area) })
	}
	return func(rec model.Record, row listing) bool {
		for _, test := range tests {
			if !test(rec, row) {
				return false
			}
		}
		return true
	}, nil
}

// isParty reports whether an organization may be a party of an agreement,
// through a collective too.
func isParty(v *registry.View, rec model.Record, org model.Ref) bool {
	agreement, ok := rec.(*model.Agreement)
	if !ok {
		return false
	}
	parties, _ := v.Parties(agreement)
	return slices.ContainsFunc(parties, func(p registry.PartyAt) bool { return p.Organization == org && p.Holds != truth.No })
}

func hasArea(rec model.Record, area model.Term) bool {
	var areas model.List[model.Term]
	switch rec := rec.(type) {
	case *model.Agreement:
		areas = rec.SubjectAreas
	case *model.Group:
		areas = rec.SubjectAreas
	}
	for _, t := range areas.All() {
		if t == area {
			return true
		}
	}
	return false
}
