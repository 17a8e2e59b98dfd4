package cli

import (
	"github.com/spf13/cobra"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/render"
	"github.com/vis-samverkan/vis/pkg/report"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

type calendarFlags struct{ group, person, organization, from, until string }

func (a *app) calendarCommand() *cobra.Command {
	var f calendarFlags
	cmd := &cobra.Command{
		Use:   "calendar",
		Short: a.pick("Skriver möten, tidsgränser och planerade aktiviteter som en kalender", "Writes meetings, deadlines and planned activities as a calendar"),
		Long: a.pick(`Skriver en kalender (iCalendar, .ics) att läsa in eller prenumerera på i Outlook, Google
Kalender och andra program. Ett möte står på sin dag, med klockslag om registret har
det. En tidsgräns eller en aktivitet i en plan står på den sista dag den kan ha, under
hela dagen. Det som bara är föreslaget står som preliminärt, det som är inställt eller
inte längre aktuellt som inställt. Det som registret inte har någon dag för räknas upp
efteråt och är inte med.

Samma uppgift är samma händelse varje gång, även när den får nya ord eller nytt id.`,
			`Writes a calendar (iCalendar, .ics) to import or subscribe to in Outlook, Google Calendar
and other programs. A meeting stands on its day, with the time of day where the registry
has one. A deadline or an activity of a plan stands on the last day that it can have, all
day. What is only proposed is tentative; what is called off or no longer due is
cancelled. What the registry gives no day for is counted afterwards and left out.

The same matter is the same event each time, when it is reworded or gets a new id too.`),
		Example: `  vis calendar -o samverkan.ics
  vis calendar --group uph --from 2026-01-01
  vis calendar --person "Talla Alkurdi" --lang en`,
		Args: a.arguments(0, 0, text.Both{}),
		RunE: func(c *cobra.Command, _ []string) error { return a.calendar(c, f) },
	}
	cmd.Flags().StringVar(&f.group, "group", "", a.pick("bara det som rör gruppen", "only what concerns the group"))
	cmd.Flags().StringVar(&f.person, "person", "", a.pick("bara det som rör grupperna där personen sitter", "only what concerns the groups that the person sits in"))
	cmd.Flags().StringVar(&f.organization, "organization", "", a.pick("bara det som rör organisationen, och grupperna där någon för dess talan", "only what concerns the organization, and the groups where somebody speaks for it"))
	cmd.Flags().StringVar(&f.from, "from", "", a.pick("från och med en dag, ÅÅÅÅ-MM-DD", "from a day on, YYYY-MM-DD"))
	cmd.Flags().StringVar(&f.until, "until", "", a.pick("till och med en dag, ÅÅÅÅ-MM-DD", "until a day, inclusive, YYYY-MM-DD"))
	a.completeIDs(cmd, "group", model.GroupKind)
	a.completeIDs(cmd, "person", model.RepresentativeKind)
	a.completeIDs(cmd, "organization", model.OrganizationKind)
	complete(cmd, "from")
	complete(cmd, "until")
	return inFormats(cmd, "ics")
}

func (a *app) calendar(c *cobra.Command, f calendarFlags) error {
	if _, err := a.format(c); err != nil {
		return err
	}
	within, err := a.within(f)
	if err != nil {
		return err
	}
	o, err := a.open(c.Context())
	if err != nil {
		return err
	}
	defer o.close()
	scope, err := a.scope(o.view, f)
	if err != nil {
		return err
	}
	scope.Within = within
	found := report.NewCalendar(a.writer(o.view), scope)
	if err := render.Calendar(a.out(), found, a.lang); err != nil {
		return err
	}
	a.tellUndated(found)
	return nil
}

// within is the time of --from and --until.
func (a *app) within(f calendarFlags) (p edtf.Period, err error) {
	for _, end := range []struct {
		word string
		date *edtf.Date
	}{{f.from, &p.From}, {f.until, &p.Until}} {
		if end.word == "" {
			continue
		}
		day, err := edtf.ParseDay(end.word)
		if err != nil {
			return p, a.usage(text.BadDate, text.Args{"value": end.word})
		}
		*end.date = edtf.OfDay(day)
	}
	if p.Ordered() == truth.No {
		return p, &usageError{calendarBackwards.Say(a.lang, text.Args{"from": f.from, "until": f.until})}
	}
	return p, nil
}

var calendarBackwards = text.Both{
	Sv: "--from {from} är efter --until {until}; byt plats på dagarna",
	En: "--from {from} is after --until {until}; swap the days",
}

// scope finds whom a calendar is for.
func (a *app) scope(v *registry.View, f calendarFlags) (s report.Scope, err error) {
	if f.group != "" {
		if s.Group, err = named[*model.Group](a, v, f.group, model.GroupKind); err != nil {
			return s, err
		}
	}
	if f.person != "" {
		if s.Person, err = named[*model.Representative](a, v, f.person, model.RepresentativeKind); err != nil {
			return s, err
		}
	}
	if f.organization != "" {
		s.Organization, err = named[*model.Organization](a, v, f.organization, model.OrganizationKind)
	}
	return s, err
}

// named finds the record of one kind that a person means.
func named[T model.Record](a *app, v *registry.View, words string, kind model.Kind) (found T, err error) {
	rec, err := a.findRecord(v, words, kind)
	if err != nil {
		return found, err
	}
	return rec.(T), nil
}

// tellUndated counts what the calendar leaves out.
func (a *app) tellUndated(c *report.Calendar) {
	var parts []string
	for _, left := range []struct {
		n    int
		says text.Both
	}{
		{c.Meetings, text.Both{Sv: "{n|ett möte|# möten}", En: "{n|one meeting|# meetings}"}},
		{c.Deadlines, text.Both{Sv: "{n|en tidsgräns|# tidsgränser}", En: "{n|one deadline|# deadlines}"}},
		{c.Activities, text.Both{Sv: "{n|en aktivitet|# aktiviteter}", En: "{n|one activity|# activities}"}},
	} {
		if left.n > 0 {
			parts = append(parts, left.says.Say(a.lang, text.Args{"n": left.n}))
		}
	}
	if len(parts) > 0 && !a.flags.quiet {
		a.complain(calendarUndated.Say(a.lang, text.Args{"what": parts, "events": len(c.Events)}))
	}
}

var calendarUndated = text.Both{
	Sv: "{events|en händelse|# händelser} i kalendern; {what} är inte med, för registret anger ingen dag",
	En: "{events|one event|# events} in the calendar; {what} left out, since the registry gives no day",
}
