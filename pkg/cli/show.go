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
eller ett namn. Med #DEL visas bara en del av posten, som en plats i en grupp.`,
			`Shows all about a record: name and status on the chosen day and what the status rests
on, its attributes with their sources, findings, and the records that refer to it.
RECORD is kind/id, an id or a name. With #PART only a part of the record is shown, such
as a seat of a group.`),
		Example: `  vis show agreement/hok --as-of 2022-07-01
  vis show bussam
  vis show group/bussam#sodertalje
  vis show "Region Stockholm"`,
		Args:              a.arguments(1, 1, text.Both{Sv: "en post", En: "a record"}),
		ValidArgsFunction: a.completeRecords(),
		RunE:              func(c *cobra.Command, args []string) error { return a.show(c, args[0]) },
	}, "text", "json")
}

type shownRecord struct {
	Ref  string `json:"ref"`
	File string `json:"file"`
	AsOf string `json:"as_of"`
	Name string `json:"name"`
	shownStatus
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
	word, fragment, isPart := strings.Cut(word, "#")
	rec, err := a.findRecord(o.view, word)
	if err != nil {
		return err
	}
	if isPart {
		return a.showPart(c, o, rec, fragment, format)
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
	if s.status, s.hasStatus = v.StatusOf(rec); s.hasStatus {
		s.shownStatus = a.statusJSON(v, rec, s.status)
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
	style, line := a.style(), a.lines(b)
	for _, name := range render.Wrap(render.Safe(s.Name), a.width()) {
		fmt.Fprintln(b, style.Strong(name))
	}
	line(0, "", fmt.Sprintf("%s · %s", s.Ref, a.shown(o, s.File)))
	if s.hasStatus {
		line(0, a.lang.Say(text.ShowStatus, text.Args{"day": s.AsOf}), a.statusLine(o.view, rec, s.status))
		if _, told := s.status.Because(); len(s.status.Reasons) > 1 || !told {
			for _, r := range s.status.Reasons {
				line(2, "", a.because(o.view, rec, r))
			}
		}
	}
	b.WriteByte('\n')
	a.showFields(line, s.Fields, 0)
	a.findingLines(b, line, findings)
	b.WriteByte('\n')
	a.referrerLines(b, line, o.view, o.view.Referrers(rec.Base().Ref))
}

// lines writes a label and a value, indented and wrapped to the terminal.
func (a *app) lines(b *strings.Builder) func(indent int, label, value string) {
	width := a.width()
	return func(indent int, label, value string) {
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
}

// findingLines writes the findings about what is shown.
func (a *app) findingLines(b *strings.Builder, line func(int, string, string), findings []*rule.Finding) {
	if len(findings) == 0 {
		return
	}
	fmt.Fprintf(b, "\n%s\n", a.style().Strong(a.lang.Word(text.ShowFindings)))
	for _, f := range findings {
		label := a.severityWord(f.Severity)
		if f.Acknowledged != nil {
			label = a.lang.Word(text.AcceptedLabel)
		}
		line(2, label, fmt.Sprintf("%s [%s, %s %d]", render.Message(f, a.lang), f.Spec.ID, a.pick("rad", "line"), f.At.Line))
	}
}

// referrerLines writes the records that refer to what is shown.
func (a *app) referrerLines(b *strings.Builder, line func(int, string, string), v *registry.View, refs []model.Ref) {
	if len(refs) == 0 {
		fmt.Fprintln(b, a.lang.Word(text.ShowNoReferrers))
		return
	}
	fmt.Fprintln(b, a.style().Strong(a.lang.Word(text.ShowReferrers)))
	for _, ref := range refs {
		line(2, "", a.writer(v).Named(ref))
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
