package cli

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

func sortStrings(s []string) { slices.Sort(s) }

// answer writes a value, or the word for an answer without one; nothing for
// what is absent.
func (a *app) answer(is model.Answer, value string) string {
	switch is {
	case model.Given:
		return value
	case model.Unknown:
		return a.lang.Word(text.UnknownWord)
	case model.None:
		return a.lang.Word(text.NoneWord)
	case model.NotApplicable:
		return a.lang.Word(text.NotApplicableWord)
	}
	return ""
}

func (a *app) date(d model.Val[edtf.Date]) string { return a.answer(d.Is, text.Date(d.V, a.lang)) }

func (a *app) period(p model.Val[model.Interval]) string {
	if !p.Given() {
		return a.answer(p.Is, "")
	}
	return a.span(p.V.Span)
}

// span writes a first and a last day.
func (a *app) span(s model.Span) string {
	from, until := a.date(s.From), a.date(s.Until)
	switch {
	case from == "" && until == "":
		return ""
	case until == "":
		return a.pick("från ", "from ") + from
	case from == "":
		return a.pick("till ", "until ") + until
	}
	return from + " – " + until
}

// doubt marks what the sources do not settle.
func doubt(v truth.Value) string {
	if v == truth.CannotTell {
		return " ?"
	}
	return ""
}

func (a *app) kindWord(k model.Kind) string {
	return a.kindNoun(k).Many
}

// stateWord is the word for a status of a kind.
func (a *app) stateWord(k model.Kind, w model.Word) string { return phrase.State(k, w).In(a.lang) }

func (a *app) statusWord(k model.Kind, st registry.Status) string {
	if len(st.Possible) > 0 && st.State != registry.Undetermined {
		return a.stateWord(k, st.State) + " ?"
	}
	return a.stateWord(k, st.State)
}

func (a *app) since(st registry.Status) string {
	if st.Since.IsZero() {
		return ""
	}
	return text.Date(st.Since, a.lang)
}
