package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/vis-samverkan/vis/pkg/edit"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/render"
	"github.com/vis-samverkan/vis/pkg/text"
)

// alsoAsked are the attributes that a person is asked for though the record can
// do without them.
var alsoAsked = map[model.Kind][]string{
	model.SourceKind:         {"publisher", "date", "url"},
	model.OrganizationKind:   {"short_name", "side", "part_of"},
	model.GuidelineKind:      {"framework", "in_force"},
	model.AgreementKind:      {"short_title", "parties"},
	model.GroupKind:          {"short_name", "level", "reports_to"},
	model.RepresentativeKind: {"memberships"},
	model.MeetingKind:        {"time", "place"},
	model.DecisionKind:       {"matter", "proposed_by", "body", "date", "concerns"},
	model.IssueKind:          {"level", "driver"},
	model.PlanKind:           {"owner", "period"},
	model.FollowupKind:       {"period", "by"},
}

// ofMembership are the parts that a person is asked for of a representative's
// first membership, one by one. Without the first there is none.
var ofMembership = []string{"group", "role", "on_behalf_of", "from"}

const firstMembership = "memberships[0]."

// question is an attribute that a record is to answer.
type question struct {
	path     string
	field    *model.Field
	must     bool // no record of the kind can do without it
	required bool // vis.yaml wants it answered
}

// questions are those of the draft that nothing answers yet, in the order of the
// field table, sources last. They follow from what it says already, since vis.yaml
// requires other things of other types.
func (d *drafting) questions() []question {
	kind, name := d.draft.Kind, d.draft.Kind.String()
	required := map[string]bool{}
	for _, row := range d.o.view.Manifest.Required.Rows {
		if row.Key == name || row.Key == name+"."+d.draft.Word("type") {
			for _, p := range row.Val.V {
				required[p] = true
			}
		}
	}
	var out []question
	add := func(q question, wanted bool) {
		if (q.must || q.required || wanted) && !d.draft.Has(q.path) && !d.left[q.path] {
			out = append(out, q)
		}
	}
	fields := model.Fields(kind)
	for i := range fields.Fields {
		f := &fields.Fields[i]
		must := f.Must
		switch {
		case f.Key == "sources":
			continue
		case f.Key == "name" && !d.draft.Has("names"):
			must = true
		case kind == model.MeetingKind && (f.Key == "group" || f.Key == "date"):
			must = !strings.Contains(d.id, "/")
		case kind == model.RepresentativeKind && f.Key == "memberships":
			for i, key := range ofMembership {
				if part, ok := f.Map.Field(key); ok && !d.left[f.Key] && (i == 0 || d.draft.Has(firstMembership+ofMembership[0])) {
					add(question{firstMembership + key, part, false, i == 0 && required[f.Key]}, true)
				}
			}
			continue
		}
		add(question{f.Key, f, must, required[f.Key]}, slices.Contains(alsoAsked[kind], f.Key))
		for _, path := range slices.Sorted(maps.Keys(required)) {
			if head, rest, ok := strings.Cut(path, "."); ok && head == f.Key && f.Map != nil {
				if inner, found := f.Map.Field(rest); found {
					add(question{path, inner, false, true}, false)
				}
			}
		}
	}
	if f, ok := fields.Field("sources"); ok {
		add(question{"sources", f, kind != model.SourceKind, false}, false)
	}
	return out
}

// missing are the questions that must be answered.
func (d *drafting) missing() []question {
	return slices.DeleteFunc(d.questions(), func(q question) bool { return !q.must })
}

var lacks = text.Both{
	Sv: "{n|en uppgift|# uppgifter} om posten ({kind}) saknas; ange {n|den|dem} så här:",
	En: "{n|one attribute|# attributes} of the {kind} {n|is|are} missing; give {n|it|them} like this:",
}

// listMissing says which flags are missing, and what they take.
func (d *drafting) listMissing(missing []question) []string {
	if len(missing) == 0 {
		return nil
	}
	lines := []string{lacks.Say(d.lang, text.Args{"n": len(missing), "kind": phrase.Kind(d.draft.Kind)})}
	for _, q := range missing {
		flag, label := "--"+q.path, d.label(q.field)
		if q.path == "sources" {
			flag, label = "--source", d.pick("källans id, med avsnitt efter #", "id of the source, with the section after #")
		}
		lines = append(lines, "  "+flag+"  "+label)
		if choices := d.listed(d.choices(edit.EntryField(q.field))); choices != "" {
			for _, line := range render.Wrap(choices, min(cmp.Or(d.Width, widestList), widestList)-11) {
				lines = append(lines, "      "+line)
			}
		}
	}
	return lines
}

// widestList is how wide a list of words on standard error is at most, in
// columns.
const widestList = 100

func (d *drafting) label(f *model.Field) string {
	return phrase.Writer{View: d.o.view, Lang: d.lang}.Label(f)
}

// ask asks for what the draft lacks, and for its id.
func (d *drafting) ask(ctx context.Context) error {
	if len(d.questions()) > 0 {
		info := d.draft.Kind.Info()
		d.say(d.pick("Ny post: "+info.Sv.One+". ? hjälper med en fråga, tom rad hoppar över den om det går, och Ctrl-C avbryter.",
			"New "+info.En.One+". ? helps with a question, an empty line passes over it where that can be done, and Ctrl-C stops."), "")
	}
	d.left["memberships"] = d.draft.Has("memberships") // those that flags give are all
	for qs := d.questions(); len(qs) > 0; qs = d.questions() {
		if _, err := d.put(ctx, qs[0]); err != nil {
			return err
		}
	}
	if d.id == "" {
		return d.askID(ctx)
	}
	return nil
}

// askID asks for the id, and proposes the one that the record itself makes where
// that is free. A meeting is not asked about one.
func (d *drafting) askID(ctx context.Context) error {
	proposed, prompt := d.draft.ID(), "Id: "
	if proposed != "" {
		err := d.free(proposed)
		switch {
		case err == nil && d.draft.Kind == model.MeetingKind:
			d.id = proposed
			return nil
		case err != nil:
			d.say(d.words(err), "  ")
			proposed = ""
		default:
			prompt = fmt.Sprintf("Id [%s]: ", proposed)
		}
	}
	for {
		answer, err := d.line(ctx, prompt)
		switch {
		case err != nil:
			return err
		case answer == "" && proposed == "":
			d.say(d.pick("  Skriv ett id av små bokstäver a–z, siffror och bindestreck. Det blir filens namn.", "  Write an id of the letters a–z, digits and hyphens. It becomes the name of the file."), "  ")
			continue
		case answer == "":
			answer = proposed
		}
		if err := d.free(answer); err != nil {
			d.say("  "+d.words(err), "  ")
			continue
		}
		d.id = answer
		return nil
	}
}

// put asks one question until it has an answer that will do, and returns that.
func (d *drafting) put(ctx context.Context, q question) (string, error) {
	head := text.Capital(d.label(q.field)) + " (" + q.path
	if strings.HasPrefix(q.path, firstMembership) {
		head = d.pick("Uppdrag: ", "Membership: ") + d.label(q.field) + " (" + q.path
	}
	switch {
	case q.must:
	case q.required:
		head += d.pick(", krävs i vis.yaml", ", required in vis.yaml")
	default:
		head += d.pick(", valfritt", ", optional")
	}
	prompt := head + "): "
	under := d.listed(d.choices(edit.EntryField(q.field)))
	if q.path == "sources" {
		under = d.newestSources()
	}
	if under != "" {
		d.say(head+")", "")
		d.say("  "+under, "  ")
		prompt = "> "
	}
	for {
		answer, err := d.line(ctx, prompt)
		switch {
		case err != nil:
			return "", err
		case answer == "?":
			d.explain(q)
			continue
		case answer == "" && !q.must:
			d.left[q.path] = true
			return "", nil
		case answer == "" && q.path == "sources":
			d.say(d.pick("  Varje sakpost behöver en källa. Finns den inte i registret än, skriv in den först: vis new källa.", "  Every record of substance needs a source. If it is not in the registry yet, write it first: vis new source."), "  ")
			continue
		case answer == "":
			d.say(d.pick("  Posten kan inte vara utan uppgiften. Ctrl-C avbryter, och då skrivs ingenting.", "  The record cannot do without it. Ctrl-C stops, and then nothing is written."), "  ")
			continue
		}
		if err := d.take(q, answer); err != nil {
			var wrong *notAChoice
			if says := d.words(err); errors.As(err, &wrong) {
				d.say("  "+wrong.says, "  ")
			} else {
				d.say("  "+says, "  ")
			}
			continue
		}
		return answer, nil
	}
}

// take puts an answer into the draft, once it is known to be well formed. The
// parts of a map are written key=value, between semicolons.
func (d *drafting) take(q question, answer string) error {
	if traces := text.PersonalData(answer); len(traces) > 0 {
		return d.wrong("det ser ut som ett personnummer, en e-postadress eller ett telefonnummer, som inte hör hemma i registret", "that looks like a personal identity number, an e-mail address or a telephone number, which do not belong in the registry")
	}
	into := [][2]string{{q.path, answer}}
	if q.field.Map != nil && strings.Contains(answer, "=") {
		at := q.path
		if q.field.Shape == model.Many {
			at += "[0]"
		}
		into = nil
		for part := range strings.SplitSeq(answer, ";") {
			key, value, _ := strings.Cut(part, "=")
			into = append(into, [2]string{at + "." + strings.TrimSpace(key), value})
		}
	}
	probe := edit.NewDraft(d.draft.Kind)
	if group := firstMembership + ofMembership[0]; strings.HasPrefix(q.path, firstMembership) && q.path != group {
		if err := probe.Set(group, d.draft.Word(group), edit.AsTyped); err != nil {
			return err
		}
	}
	for _, one := range into {
		if err := d.set(probe, one[0], one[1]); err != nil {
			return err
		}
	}
	if problems := d.malformed(probe); len(problems) > 0 {
		return &usageError{strings.Join(problems, "\n")}
	}
	for _, one := range into {
		if err := d.set(d.draft, one[0], one[1]); err != nil {
			return err
		}
	}
	return nil
}

// say writes lines to the person who answers; what follows on further lines is
// indented.
func (d *drafting) say(s, indent string) {
	for i, line := range render.Wrap(render.Safe(s), max(0, d.Width-len(indent))) {
		switch {
		case i > 0:
			line = indent + line
		case indent != "":
			line = indent + strings.TrimLeft(line, " ")
		}
		fmt.Fprintln(d.Err, line)
	}
}

// line asks for one line.
func (d *drafting) line(ctx context.Context, prompt string) (string, error) {
	return d.app.line(ctx, d.in, prompt)
}

var askToWrite = text.Both{Sv: "Skriva {n|filen|de # filerna}? [j/N] ", En: "Write {n|the file|the # files}? [y/N] "}

// agree asks whether to write, and says so where nothing is.
func (d *drafting) agree(ctx context.Context) (bool, error) {
	answer, err := d.line(ctx, askToWrite.Say(d.lang, text.Args{"n": len(d.changes)}))
	if err != nil {
		return false, err
	}
	if isYes(answer) {
		return true, nil
	}
	d.complain(d.pick("ingenting skrevs", "nothing was written"))
	return false, nil
}
