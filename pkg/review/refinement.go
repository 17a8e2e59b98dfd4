package review

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/model"
)

// refines reports whether an edit only makes what is said more exact: an answer
// where there was none, a narrower date, a text in one more language, or a
// personal name that was erased. That is no rewriting. Whether an entry that
// came to a list is a refinement is for the rule to say.
func refines(e *change.Edit) bool {
	switch e.What {
	case change.Came, change.Settled, change.Narrowed:
		return true
	case change.Withdrawn:
		return erased(e.After)
	case change.Altered:
		return translated(e)
	}
	return aside(e)
}

// rewrites reports whether an edit puts another answer in place of one. What
// says less than before is no rewriting either: a vaguer date, an answer that
// was taken back and a citation that went have rules of their own.
func rewrites(e *change.Edit) bool {
	return e.What == change.Altered && !refines(e) && !aside(e)
}

// aside reports whether an edit is of where a fact comes from, or of a note.
func aside(e *change.Edit) bool {
	return slices.ContainsFunc(e.Path(), func(s model.Step) bool { return s.Key == "sources" || s.Key == "note" })
}

// erasure is the reason of an answer that was erased since a person asked for it.
const erasure = "erasure"

func erased(a *model.Attribute) bool {
	return a != nil && a.Answer == model.Unknown && a.Why != nil && a.Why.Reason.V.Sv == erasure
}

// translated reports whether a text only gained a language.
func translated(e *change.Edit) bool {
	was, ok := e.Before.Value.(*model.Text)
	is, ok2 := e.After.Value.(*model.Text)
	if !ok || !ok2 {
		return false
	}
	return was.Sv == is.Sv && was.En == "" || was.En == is.En && was.Sv == ""
}
