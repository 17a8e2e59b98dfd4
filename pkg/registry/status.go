package registry

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// Reason is a fact that a derived status rests on.
type Reason struct {
	Path model.Path // in the record itself
	Date edtf.Date  // the date that counted; zero where there is none
}

// Status is a derived status: what is so for certain, and what may be so
// instead since a date or a decision is not exact enough.
type Status struct {
	State    model.Word
	Since    edtf.Date // zero where it is not known
	Possible []model.Word
	Reasons  []Reason
}

// reach takes in that a status was reached, by how certain that is. A status
// that is certain leaves no doubt about those before it, and lasts since it was
// first reached.
func (st *Status) reach(state model.Word, when truth.Value, since edtf.Date, path ...any) {
	switch when {
	case truth.Yes:
		if st.State != state || since.Earliest() < st.Since.Earliest() && !since.IsZero() {
			st.State, st.Since = state, since
		}
		st.Possible = nil
	case truth.CannotTell:
		st.doubt(state)
	case truth.No:
		return
	}
	st.Reasons = append(st.Reasons, Reason{model.Path{}.At(path...), since})
}

// doubt takes in that a status may be so instead.
func (st *Status) doubt(state model.Word) {
	if !slices.Contains(st.Possible, state) {
		st.Possible = append(st.Possible, state)
	}
}
