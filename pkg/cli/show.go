package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/render"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/rules"
	"github.com/vis-samverkan/vis/pkg/text"
)

func (a *app) showCommand() *cobra.Command {
	return inFormats(&cobra.Command{
		Use:   a.pick("show POST", "show RECORD"),
		Short: a.pick("Visar en post, dess läge och vad som hänvisar till den", "Shows a record, its status and what refers to it"),
		Long: a.pick(`Visar allt om en post: namn och läge per vald dag och vad läget vilar på, uppgifterna
med sina källor, fynd, och vilka poster som hänvisar till den. POST är slag/id, ett id
eller ett namn.`,
			`Shows all about a record: name and status on the chosen day and what the status rests
on, its attributes with their sources, findings, and the records that refer to it.
RECORD is kind/id, an id or a name.`),
		Example: `  vis show agreement/hok --as-of 2022-07-01
  vis show bussam
  vis show "Region Stockholm"`,
		Args:              a.arguments(1, 1, text.Both{Sv: "en post", En: "a record"}),
		ValidArgsFunction: a.completeRecords(),
		RunE:              func(c *cobra.Command, args []string) error { return a.show(c, args[0]) },
	}, "text", "json")
}

type shownRecord struct {
	Ref       string       `json:"ref"`
	File      string       `json:"file"`
	AsOf      string       `json:"as_of"`
	Name      string       `json:"name"`
	Status    string       `json:"status,omitempty"`
	Maybe     []string     `json:"maybe,omitempty"`
	Since     string       `json:"since,omitempty"`
	RestsOn   []string     `json:"rests_on,omitempty"`
	Referrers []string     `json:"referrers"`
	Fields    []shownField `json:"fields"`
	status    registry.Status
	hasStatus bool
}

type shownField struct {
	Key   string       `json:"key,omitempty"`
	Label string       `json:"label,omitempty"`
	Value string       `json:"value,omitempty"`
	Parts []shownField `json:"parts,omitempty"`
}

func (a *app) show(c *cobra.Command, word string) error {
	format, err := a.format(c)
	if err != nil {
		return err
	}
	o, err := a.open(c.Context())
	if err != nil {
		return err
	}
	defer o.close()
	rec, err := a.findRecord(o.view, word)
	if err != nil {
		return err
	}
	s := a.describe(o, rec)
	if format == "json" {
		return render.JSON(a.out(), s)
	}
	findings, err := a.findingsAbout(c, o, rec)
	if err != nil {
		return err
	}
	var b strings.Builder
	a.showText(&b, o, rec, s, findings)
	_, err = a.out().Write([]byte(b.String()))
	return err
}

// describe gathers what is shown of a record.
func (a *app) describe(o *opened, rec model.Record) shownRecord {
	v, base := o.view, rec.Base()
	s := shownRecord{
		Ref: base.Ref.String(), File: base.File, AsOf: v.Day.String(), Name: v.Name(rec).In(string(a.lang)),
		Referrers: []string{},
	}
	switch rec := rec.(type) {
	case *model.Agreement:
		s.status, s.hasStatus = v.AgreementStatus(rec), true
	case *model.Group:
		s.status, s.hasStatus = v.GroupStatus(rec), true
	}
	if s.hasStatus {
		s.Status, s.Since = string(s.status.State), s.status.Since.Text()
		for _, p := range s.status.Possible {
			s.Maybe = append(s.Maybe, string(p))
		}
		for _, r := range s.status.Reasons {
			s.RestsOn = append(s.RestsOn, r.Path.String())
		}
	}
	for _, ref := range v.Referrers(base.Ref) {
		s.Referrers = append(s.Referrers, ref.String())
	}
	s.Fields = a.fields(v, model.Tree(model.Fields(base.Ref.Kind), rec))
	return s
}

// findingsAbout are the findings of a record, acknowledged ones too.
func (a *app) findingsAbout(c *cobra.Command, o *opened, rec model.Record) ([]*rule.Finding, error) {
	outcome, err := rules.Run(c.Context(), o.loaded, o.view, rules.Options{Profile: rule.Strict})
	if err != nil {
		return nil, err
	}
	var own []*rule.Finding
	for _, f := range outcome.Findings {
		if f.File == rec.Base().File {
			own = append(own, f)
		}
	}
	if err := load.Locate(c.Context(), o.fsys, own); err != nil {
		return nil, err
	}
	rule.SortByPosition(own)
	return own, nil
}

func (a *app) showText(b *strings.Builder, o *opened, rec model.Record, s shownRecord, findings []*rule.Finding) {
	style, width := a.style(), a.width()
	line := func(indent int, label, value string) {
		pad := strings.Repeat(" ", indent)
		if label != "" {
			value = label + ": " + value
		}
		value = strings.TrimSpace(render.Safe(value))
		if value == "" {
			return
		}
		for i, text := range render.Wrap(value, room(width, indent+2)) {
			if i == 1 {
				pad += "  "
			}
			fmt.Fprintf(b, "%s%s\n", pad, text)
		}
	}
	for _, name := range render.Wrap(render.Safe(s.Name), width) {
		fmt.Fprintln(b, style.Strong(name))
	}
	line(0, "", fmt.Sprintf("%s · %s", s.Ref, a.shown(o, s.File)))
	if s.hasStatus {
		line(0, a.lang.Say(text.ShowStatus, text.Args{"day": s.AsOf}), a.statusLine(o.view, rec, s.status))
		for _, r := range s.status.Reasons {
			line(2, "", a.because(o.view, rec, r))
		}
	}
	b.WriteByte('\n')
	a.showFields(line, s.Fields, 0)
	if len(findings) > 0 {
		fmt.Fprintf(b, "\n%s\n", style.Strong(a.lang.Word(text.ShowFindings)))
		for _, f := range findings {
			label := a.severityWord(f.Severity)
			if f.Acknowledged != nil {
				label = a.lang.Word(text.AcceptedLabel)
			}
			line(2, label, fmt.Sprintf("%s [%s, %s %d]", render.Message(f, a.lang), f.Spec.ID, a.pick("rad", "line"), f.At.Line))
		}
	}
	b.WriteByte('\n')
	if len(s.Referrers) == 0 {
		fmt.Fprintln(b, a.lang.Word(text.ShowNoReferrers))
		return
	}
	fmt.Fprintln(b, style.Strong(a.lang.Word(text.ShowReferrers)))
	for _, ref := range o.view.Referrers(rec.Base().Ref) {
		line(2, "", a.named(o.view, ref))
	}
}

// room is what an indent leaves of a width; 0 is unbounded.
func room(width, indent int) int {
	if width == 0 {
		return 0
	}
	return max(20, width-indent)
}

func (a *app) showFields(line func(int, string, string), fields []shownField, indent int) {
	for _, f := range fields {
		label := f.Label
		switch {
		case f.Parts == nil:
			line(indent, label, f.Value)
		case label == "":
			a.showEntry(line, f.Parts, indent)
		default:
			line(indent, label, "")
			a.showFields(line, f.Parts, indent+2)
		}
	}
}

// showEntry writes an entry of a list: its plain values on one line, and what
// has parts of its own below.
func (a *app) showEntry(line func(int, string, string), parts []shownField, indent int) {
	var plain []string
	var deep []shownField
	for _, p := range parts {
		if p.Parts == nil {
			plain = append(plain, p.Label+": "+p.Value)
			continue
		}
		deep = append(deep, p)
	}
	line(indent, "", "– "+strings.Join(plain, " · "))
	a.showFields(line, deep, indent+4)
}

// statusLine writes a derived status with what may be so instead.
func (a *app) statusLine(v *registry.View, rec model.Record, st registry.Status) string {
	out := a.stateWord(st.State)
	if !st.Since.IsZero() {
		out += " " + a.lang.Say(text.ShowSince, text.Args{"since": st.Since})
	}
	if agreement, ok := rec.(*model.Agreement); ok && agreement.Type.V != model.Letter {
		adopted, not, unknown := v.AdoptionProgress(agreement)
		total := adopted + not + unknown
		switch {
		case adopted == total && total > 0:
			out += "; " + a.lang.Say(text.ShowAdoptionAll, text.Args{"total": total})
		case adopted+not > 0:
			out += "; " + a.lang.Say(text.ShowAdoption, text.Args{"adopted": adopted, "total": total, "unknown": unknown})
		}
	}
	if len(st.Possible) > 0 {
		var states []string
		for _, p := range st.Possible {
			if w := a.stateWord(p); len(states) == 0 || states[len(states)-1] != w {
				states = append(states, w)
			}
		}
		out += " (" + a.lang.Say(text.ShowMaybe, text.Args{"states": text.Or(states)}) + ")"
	}
	return out
}

// because writes a fact that a status rests on, with its sources.
func (a *app) because(v *registry.View, rec model.Record, r registry.Reason) string {
	out := r.Path.String()
	if f, ok := model.Fields(rec.Base().Ref.Kind).Field(r.Path[0].Key); ok {
		out = a.label(f)
	}
	if !r.Date.IsZero() {
		out += " " + text.Date(r.Date, a.lang)
	}
	const most = 2 // a status rests on a fact; the record lists all its sources
	var sources []string
	for _, c := range rules.SourcesAt(rec, r.Path) {
		c.Says, c.For = model.Val[model.Text]{}, model.List[string]{}
		if len(sources) == most {
			sources = append(sources, "…")
			break
		}
		sources = append(sources, a.citation(&c))
	}
	if len(sources) > 0 {
		out += " [" + strings.Join(sources, "; ") + "]"
	}
	return out
}
