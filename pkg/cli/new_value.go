package cli

import (
	"slices"
	"strings"

	"github.com/vis-samverkan/vis/pkg/edit"
	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/render"
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
	data, err := edit.Compose(name, draft.Entries())
	if err != nil {
		return []string{d.words(err)}
	}
	_, findings := load.One(name, data)
	for _, f := range findings {
		if f.Spec.ID == "field-missing" && len(f.Path) == 0 {
			continue
		}
		at := f.Path.String()
		if at != "" {
			d.left[f.Path[0].Key] = true
			at += ": "
		}
		problems = append(problems, at+render.Message(f, d.lang))
	}
	return problems
}
