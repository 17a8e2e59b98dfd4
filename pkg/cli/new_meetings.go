package cli

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"github.com/vis-samverkan/vis/pkg/edit"
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/render"
	"github.com/vis-samverkan/vis/pkg/text"
)

// meetings lays out the planned meetings of a group in a year by a rule.
func (d *drafting) meetings(ctx context.Context, f newFlags, args []string) error {
	if err := d.mayLayOut(args); err != nil {
		return err
	}
	if d.Terminal && !f.yes {
		if err := d.askLayOut(ctx, &f); err != nil {
			return err
		}
	}
	group, schedule, err := d.layOut(f)
	if err != nil {
		return err
	}
	name := d.o.view.ShortName(group).In(string(d.lang))
	days := schedule.Days(f.year)
	var there []edtf.Day
	for _, day := range days {
		exists, err := d.meeting(f, group, day)
		if err != nil {
			return err
		}
		if exists {
			there = append(there, day)
		}
	}
	asks := d.Terminal && !f.yes
	if !f.dry && !d.flags.quiet {
		d.tellDays(name, days, there)
	}
	d.warnOfDays(group, f.year, days)
	if len(d.changes) == 0 {
		if len(days) == 0 {
			return d.wrong("regeln ger inga möten "+fmt.Sprint(f.year), "the rule gives no meetings in "+fmt.Sprint(f.year))
		}
		d.complain(d.pick("alla möten finns redan; ingenting skrevs", "all meetings exist already; nothing was written"))
		return nil
	}
	return d.finish(ctx, f, asks)
}

// mayLayOut refuses the arguments that a year's meetings cannot have.
func (d *drafting) mayLayOut(args []string) error {
	switch {
	case d.draft.Kind != model.MeetingKind:
		return d.wrong("--rule och --year lägger ut möten; skriv ”vis new möten”", "--rule and --year lay out meetings; write “vis new meetings”")
	case len(args) > 1:
		return d.wrong("ett års möten får sina id av grupp och datum; ta bort ”"+args[1]+"”", "the meetings of a year get their ids from the group and the dates; leave out “"+args[1]+"”")
	}
	return nil
}

// askLayOut asks for what the flags do not give of a year's meetings.
func (d *drafting) askLayOut(ctx context.Context, f *newFlags) error {
	group, year, rule := f.own["group"], "", f.rule
	if f.year != 0 {
		year = fmt.Sprint(f.year)
	}
	if *group == "" || year == "" || rule == "" || len(f.sources) == 0 {
		d.say(d.pick("Ett års möten. ? hjälper med en fråga, tom rad hoppar över den om det går, och Ctrl-C avbryter. Ett enda möte: vis new möte.",
			"The meetings of a year. ? helps with a question, an empty line passes over it where that can be done, and Ctrl-C stops. A single meeting: vis new meeting."), "")
	}
	fields := model.Fields(model.MeetingKind)
	ask := func(key string, into *string, must bool) error {
		field, ok := fields.Field(key)
		if !ok || *into != "" {
			return nil
		}
		_, err := d.put(ctx, question{key, field, must, false})
		*into = d.draft.Word(key)
		return err
	}
	if err := ask("group", group, true); err != nil {
		return err
	}
	if err := d.untilRead(ctx, d.pick("År (year): ", "Year (year): "), year, func(s string) (err error) {
		f.year, err = d.readYear(s)
		return err
	}); err != nil {
		return err
	}
	if rule == "" {
		d.say(d.pick("Regel (rule)", "Rule (rule)"), "")
		d.say(d.pick("  till exempel ”andra torsdagen varannan månad från februari, inte juli”", "  such as “second Thursday of every other month from February, not July”"), "  ")
	}
	if err := d.untilRead(ctx, "> ", rule, func(s string) error {
		f.rule = s
		_, err := edit.ParseSchedule(s)
		return err
	}); err != nil {
		return err
	}
	for _, key := range alsoAsked[model.MeetingKind] {
		if err := ask(key, f.own[key], false); err != nil {
			return err
		}
	}
	if field, ok := fields.Field("sources"); ok && len(f.sources) == 0 {
		answer, err := d.put(ctx, question{"sources", field, true, false})
		if err != nil {
			return err
		}
		f.sources = strings.Split(answer, ",")
	}
	return nil
}

// untilRead asks until an answer can be read; not at all where a flag gives one.
func (d *drafting) untilRead(ctx context.Context, prompt, given string, read func(string) error) error {
	if given != "" {
		return nil
	}
	for {
		answer, err := d.line(ctx, prompt)
		if err != nil {
			return err
		}
		err = read(answer)
		if err == nil {
			return nil
		}
		d.say("  "+d.words(err), "  ")
	}
}

// readYear reads a year that meetings can be planned for.
func (d *drafting) readYear(s string) (int, error) {
	year, err := strconv.Atoi(s)
	if err != nil || year < 1900 || year > 2200 {
		return 0, d.wrong("”"+s+"” är inget år att planera för; skriv fyra siffror", "“"+s+"” is no year to plan for; write four digits")
	}
	return year, nil
}

// layOut reads the flags that a year's meetings take.
func (d *drafting) layOut(f newFlags) (group *model.Group, s edit.Schedule, err error) {
	var problems []string
	need := func(missing bool, line string) {
		if missing {
			problems = append(problems, line)
		}
	}
	need(*f.own["group"] == "", d.pick("--group  gruppen som möts", "--group  the group that meets"))
	need(f.year == 0, d.pick("--year  året", "--year  the year"))
	need(f.rule == "", d.pick("--rule  till exempel ”andra torsdagen varannan månad, inte juli”", "--rule  such as “second Thursday of every other month, not July”"))
	need(len(f.sources) == 0, d.pick("--source  källan som mötena är beslutade eller aviserade i", "--source  the source that the meetings were decided or announced in"))
	if f.rule == "" && f.year == 0 {
		problems = append(problems, d.pick("ett enda möte skrivs med ”vis new möte”", "a single meeting is written by “vis new meeting”"))
	}
	if len(problems) > 0 {
		return nil, s, &usageError{d.pick("för att lägga ut ett års möten behövs också", "to lay out the meetings of a year it also takes") + "\n  " + strings.Join(problems, "\n  ")}
	}
	if _, err := d.readYear(fmt.Sprint(f.year)); err != nil {
		return nil, s, &usageError{"--year: " + d.words(err)}
	}
	rec, err := d.findRecord(d.o.view, *f.own["group"], model.GroupKind)
	if err != nil {
		return nil, s, err
	}
	if s, err = edit.ParseSchedule(f.rule); err != nil {
		return nil, s, &usageError{"--rule: " + d.words(err)}
	}
	return rec.(*model.Group), s, nil
}

// meeting makes the file of one meeting, unless it exists and says the same.
func (d *drafting) meeting(f newFlags, group *model.Group, day edtf.Day) (exists bool, err error) {
	d.draft = edit.NewDraft(model.MeetingKind)
	values := [][2]string{{"status", string(model.Planned)}}
	for _, own := range ownFlags {
		value := *f.own[own.key]
		switch own.key {
		case "group", "date":
		case "status":
			if value != "" && value != string(model.Planned) {
				return false, d.wrong("ett möte som läggs ut är planerat; ta bort --status", "a meeting that is laid out is planned; leave out --status")
			}
		default:
			if value != "" {
				values = append(values, [2]string{own.key, value})
			}
		}
	}
	for _, s := range f.set {
		path, value, _ := strings.Cut(s, "=")
		values = append(values, [2]string{path, value})
	}
	for _, v := range values {
		if err := d.set(d.draft, v[0], v[1]); err != nil {
			return false, &usageError{d.words(err)}
		}
	}
	for _, s := range f.sources {
		if err := d.cite(s); err != nil {
			return false, err
		}
	}
	if problems := d.malformed(d.draft); len(problems) > 0 {
		return false, &usageError{strings.Join(problems, "\n")}
	}
	d.id = group.Ref.ID + "/" + day.String()
	name := d.draft.Path(d.id)
	if now, err := fs.ReadFile(d.o.fsys, name); err == nil {
		after, err := edit.Compose(name, d.draft.Entries())
		if err != nil || !bytes.Equal(now, after) {
			file := d.shown(d.o, name)
			return false, d.wrong(file+" finns redan och säger något annat; ingenting skrevs", file+" exists already and says something else; nothing was written")
		}
		return true, nil
	}
	for _, m := range d.o.view.MeetingsOf(group.Ref) {
		if m.Date.Given() && m.Date.V.IsExact() && m.Date.V.Earliest() == day {
			file := d.shown(d.o, m.File)
			return false, d.wrong(file+" är redan ett möte den "+day.String()+"; ingenting skrevs", file+" is a meeting on "+day.String()+" already; nothing was written")
		}
	}
	return false, d.compose()
}

// tellDays lists the days, with those that exist already.
func (d *drafting) tellDays(group string, days, there []edtf.Day) {
	d.say(d.pick("Möten med ", "Meetings of ")+group+":", "")
	for _, day := range days {
		line := "  " + fmt.Sprintf("%-9s %s", edit.WeekdayName(edit.Weekday(day)).In(d.lang), day)
		if slices.Contains(there, day) {
			line += d.pick("  finns redan", "  exists already")
		}
		fmt.Fprintln(d.Err, line)
	}
}

var otherCount = text.Both{
	Sv: "{group} har då {n|ett möte|# möten} {year}, och enligt registret möts gruppen {planned} gånger per år",
	En: "{group} then has {n|one meeting|# meetings} in {year}, and according to the registry it meets {planned} times a year",
}

// warnOfDays tells of days on which offices are closed, and of a number of
// meetings that is not the one that the registry says.
func (d *drafting) warnOfDays(group *model.Group, year int, days []edtf.Day) {
	all := map[edtf.Day]bool{}
	for _, day := range days {
		all[day] = true
		closed, ok := edit.Holiday(day)
		switch {
		case ok:
		case edit.Weekday(day) > 5:
			closed = edit.WeekdayName(edit.Weekday(day))
			closed.Sv = "en " + closed.Sv
			closed.En = "a " + closed.En
		default:
			continue
		}
		d.complain(d.pick(day.String()+" är "+closed.Sv, day.String()+" is "+closed.En))
	}
	planned, ok := group.Structure.V.MeetingsPerYear.Get()
	if !ok {
		return
	}
	n := 0
	for _, m := range d.o.view.MeetingsOf(group.Ref) {
		if m.Status.V == model.Cancelled || !m.Date.Given() || m.Date.V.Latest() < edtf.DayOf(year, 1, 1) || m.Date.V.Earliest() > edtf.DayOf(year, 12, 31) {
			continue
		}
		if m.Date.V.IsExact() && all[m.Date.V.Earliest()] {
			continue
		}
		n++
	}
	n += len(all)
	if low, high, ok := d.o.view.Widened(planned); ok && (float64(n) < low || float64(n) > high) {
		d.complain(render.Safe(otherCount.Say(d.lang, text.Args{"group": d.o.view.ShortName(group).In(string(d.lang)), "n": n, "year": fmt.Sprint(year), "planned": planned})))
	}
}
