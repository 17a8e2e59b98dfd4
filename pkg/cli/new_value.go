package cli

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/vis-samverkan/vis/pkg/edit"
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/render"
	"github.com/vis-samverkan/vis/pkg/sheet"
	"github.com/vis-samverkan/vis/pkg/text"
)

// choice is a word that may stand somewhere, and what it is called.
type choice struct{ id, sv, en string }

// choices are the words that may stand in a field, where they are few enough to
// be listed: those of an enumeration or of the vocabulary.
func (d *drafting) choices(f *model.Field) []choice {
	var out []choice
	if f == nil {
		return nil
	}
	switch f.Class {
	case model.ClassWord:
		for _, c := range model.Enumeration(f.Enum) {
			out = append(out, choice{string(c.ID), c.Sv, c.En})
		}
	case model.ClassTerm:
		for _, id := range d.o.view.TermIDs(f.Term) {
			t, _ := d.o.view.Term(f.Term, id)
			words := t.Words()
			out = append(out, choice{id, words.In("sv"), words.In("en")})
		}
	case model.ClassBool:
		out = []choice{{"true", "ja", "yes"}, {"false", "nej", "no"}}
	}
	return out
}

// listed are choices with their words, as a text.
func (d *drafting) listed(choices []choice) string {
	var out []string
	for _, c := range choices {
		label := d.pick(c.sv, c.en)
		if text.Fold(label) == text.Fold(c.id) || label == "" {
			out = append(out, c.id)
			continue
		}
		out = append(out, c.id+" ("+label+")")
	}
	return strings.Join(out, ", ")
}

// read makes what a person typed into what stands in the file: the id of a
// record or of a word for what it is called. A word or a record that does not
// exist is an error that suggests one.
func (d *drafting) read(f *model.Field, typed string) (string, error) {
	typed = strings.TrimSpace(typed)
	switch f.Class {
	case model.ClassRef:
		return d.readRef(f, typed)
	case model.ClassDate:
		return d.readDate(f, typed)
	case model.ClassClock:
		if clock, ok := edit.Clock(typed); ok {
			return clock, nil
		}
		return typed, nil
	case model.ClassWord, model.ClassTerm, model.ClassBool:
	default:
		return typed, nil
	}
	choices := d.choices(f)
	if len(choices) == 0 { // the vocabulary has no such list, which is told of later
		return typed, nil
	}
	var known, ids []string
	for _, c := range choices {
		known, ids = append(known, c.id, c.sv, c.en), append(ids, c.id)
	}
	if slices.Contains(ids, typed) {
		return typed, nil
	}
	for _, c := range choices {
		if word := text.Fold(typed); word == text.Fold(c.sv) || word == text.Fold(c.en) {
			return c.id, nil
		}
	}
	wrong := &notAChoice{
		says:    d.pick(f.Key+": ”"+typed+"” är inte tillåtet", f.Key+": “"+typed+"” is not allowed"),
		allowed: d.pick("tillåtna är ", "allowed are ") + d.listed(choices),
	}
	if near := text.Nearest(typed, known); near != "" {
		meant := d.listed(choices[slices.Index(known, near)/3:][:1])
		wrong.says += d.pick("; menades "+meant+"?", "; did you mean "+meant+"?")
	}
	return "", wrong
}

// readDate reads a date as people write it. What is no date is told of later,
// when the record is read, but for what only the reader of lists knows why.
func (d *drafting) readDate(f *model.Field, typed string) (string, error) {
	var wrong *edtf.ParseError
	if _, err := edtf.Parse(typed); !errors.As(err, &wrong) {
		return typed, nil
	}
	date, why := sheet.Date(typed)
	switch {
	case date != "":
		return date, nil
	case wrong.Reason == edtf.NotADate:
		return "", d.wrong(f.Key+": ”"+typed+"” är inget datum: "+why.Sv, f.Key+": “"+typed+"” is not a date: "+why.En)
	}
	return typed, nil
}

// notAChoice says that a word is not one of those that may stand somewhere.
type notAChoice struct{ says, allowed string }

func (e *notAChoice) Error() string   { return e.says + "\n  " + e.allowed }
func (e *notAChoice) Swedish() string { return e.Error() }

// readRef finds the record that a person means, by id or by name. Where the
// field takes several kinds the reference names its own.
func (d *drafting) readRef(f *model.Field, typed string) (string, error) {
	kinds := f.Refs
	if f.Own {
		kinds = []model.Kind{d.draft.Kind}
	}
	words, part, _ := strings.Cut(typed, "#")
	ref, ok := model.ParseRef(words, kinds)
	if !ok || ref.Kind != model.Subregion {
		rec, err := d.findRecord(d.o.view, words, kinds...)
		if err != nil {
			return "", &usageError{f.Key + ": " + d.words(err)}
		}
		ref = rec.Base().Ref
	}
	ref.Fragment = part
	if len(kinds) == 1 {
		ref.Kind = model.NoKind
	}
	return ref.String(), nil
}

// malformed tells what is wrong with the form of the values of a draft, such as
// a date that is none: one line each. That the record lacks something is told
// elsewhere, that an entry of it does is told here.
func (d *drafting) malformed(draft *edit.Draft) (problems []string) {
	name := draft.Kind.Info().Folder + "/new.yaml"
	data, err := d.composed(name, draft)
	if err != nil {
		return []string{d.words(err)}
	}
	fields := model.Fields(draft.Kind)
	for i := range fields.Fields {
		f := &fields.Fields[i]
		if word := draft.AnswerAt(f.Key); word != "" && needsValue(draft.Kind, f) {
			problems = append(problems, d.pick(f.Key+": ”"+word+"” är ett svar utan värde; här behövs ett värde", f.Key+": “"+word+"” is an answer without a value; a value is needed here"))
			d.told(draft, f.Key)
		}
	}
	_, findings := load.One(name, data)
	for _, f := range findings {
		if f.Spec.ID == "field-missing" && len(f.Path) == 0 {
			continue
		}
		at := f.Path.String()
		if at != "" {
			d.told(draft, f.Path[0].Key)
			at += ": "
		}
		problems = append(problems, at+render.Message(f, d.lang))
	}
	return problems
}

// told notes that a key of the record is complained of, so that it is not called
// missing too. That of a draft that only tries an answer is asked for again.
func (d *drafting) told(draft *edit.Draft, key string) {
	if draft == d.draft {
		d.left[key] = true
	}
}

// composed is a draft as a file.
func (d *drafting) composed(name string, draft *edit.Draft) ([]byte, error) {
	data, err := edit.Compose(name, draft.Entries())
	var alone *edit.LeftAlone
	if errors.As(err, &alone) {
		return nil, errors.New(alone.Why.In(d.lang))
	}
	return data, err
}

// needsValue reports whether a field says what a record is, so that an answer
// without a value does not do: what the kind must have, what its id is made of,
// and its sources. A file may have one by hand.
func needsValue(k model.Kind, f *model.Field) bool {
	switch f.Key {
	case "name", "names", "sources":
		return true
	case "group", "date":
		return f.Must || k == model.MeetingKind
	}
	return f.Must
}

// longestName is the most characters that a name or a title has here.
const longestName = 500

// fits refuses a value that no person would write at a path: with characters that
// nobody sees, a name of many pages, or one that no person has.
func (d *drafting) fits(path, value string) error {
	head, _, _ := strings.Cut(path, ".")
	head, _, _ = strings.Cut(head, "[")
	isName := slices.Contains([]string{"name", "names", "short_name", "title", "short_title"}, head)
	for _, r := range value {
		if text.Hidden(r) && (r != '\n' || isName) {
			sign := fmt.Sprintf("%U", r)
			return d.wrong(path+": värdet har ett tecken som inte syns ("+sign+"); skriv det utan", path+": the value has a character that is not seen ("+sign+"); write it without")
		}
	}
	if why := edit.WrongName(d.draft.Kind, value); isName && why != (text.Both{}) {
		return d.wrong(path+": "+why.Sv, path+": "+why.En)
	}
	if n := utf8.RuneCountInString(value); isName && n > longestName {
		return d.wrong(fmt.Sprintf("%s: värdet har %d tecken; skriv högst %d", path, n, longestName), fmt.Sprintf("%s: the value has %d characters; write %d at most", path, n, longestName))
	}
	return nil
}

// set writes a value into a draft.
func (d *drafting) set(into *edit.Draft, path, value string) error {
	if err := d.fits(path, value); err != nil {
		return err
	}
	return into.Set(path, value, d.read)
}
